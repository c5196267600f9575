// Users' folders as they may be: names that act on a terminal, folders that may not be read.
#include "program/bodies.hpp"

#include <linux/capability.h>
#include <sys/prctl.h>

using namespace program;

namespace {

void expect_plain(const std::string& text)
{
    for (const char c : text)
        EXPECT_TRUE((static_cast<unsigned char>(c) >= ' ' && c != 0x7F) || c == '\n')
            << static_cast<int>(c) << " in: " << text;
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << text;
}

// Whether it holds where permissions hold for the super-user too.
bool without_super_rights(const std::function<bool()>& holds)
{
    const pid_t child = fork();
    if (child == 0) {
        for (const int right : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH})
            prctl(PR_CAPBSET_DROP, right, 0, 0, 0);  // of what is started; a plain user has none
        _exit(holds() ? 0 : 1);
    }
    return wait_for(child) == 0;
}

}  // namespace

TEST(StrangePlaces, names_of_files_do_not_act_on_the_terminal)
{
    const fs::path folder = fresh_folder() / "meshes";
    fs::create_directory(folder);
    std::ofstream(folder / "broken\x1B]0;owned\a\n\xC2\x9B" "31m.glb") << "glTF";
    std::ofstream(folder / "quagga\x1B[31m\x7F\nzebra.stl", std::ios::binary)
        << stl_of_a_tetrahedron(60, 1300);
    const Outcome listed = run({"list", "structures", "--body", folder.string()});
    EXPECT_EQ(listed.status, 0);
    EXPECT_EQ(listed.error_lines(), 1) << listed.err;
    expect_plain(listed.err);
    EXPECT_NE(listed.err.find("broken?]0;owned? ?31m.glb"), std::string::npos) << listed.err;
    const std::size_t ours = run({"list", "structures", "--json", "--body", folder.string()}).json().size();
    EXPECT_EQ(static_cast<std::size_t>(std::count(listed.out.begin(), listed.out.end(), '\n')), ours)
        << "a line each";
    expect_plain(listed.out);
    const Outcome checked = run({"check", folder.string()});
    EXPECT_EQ(checked.status, 1);
    expect_plain(checked.out + checked.err);
    EXPECT_NE(checked.out.find("not known: quagga?[31m? zebra.stl"), std::string::npos)
        << checked.out;
    fs::remove(folder / "broken\x1B]0;owned\a\n\xC2\x9B" "31m.glb");
    const Outcome sound = run({"check", (folder / "quagga\x1B[31m\x7F\nzebra.stl").string()});
    EXPECT_EQ(sound.status, 0) << sound.out;
    expect_plain(sound.out + sound.err);
}

TEST(StrangePlaces, a_folder_that_may_not_be_read_is_named_and_the_others_are_shown)
{
    const fs::path folder = fresh_folder();
    fs::create_directory(folder / "locked");
    std::ofstream(folder / "quagga.stl", std::ios::binary) << stl_of_a_tetrahedron(60, 1300);
    fs::permissions(folder / "locked", fs::perms::none);
    EXPECT_TRUE(without_super_rights([&] {
        const Outcome listed = run({"list", "structures", "--body", folder.string()});
        const Outcome checked = run({"check", folder.string()});
        const auto named = [](const std::string& text) {
            return text.find("locked: cannot be listed") != std::string::npos;
        };
        std::cout << listed.err << checked.out;
        return listed.status == 0 && listed.out.find("quagga") != std::string::npos &&
               listed.error_lines() == 1 && named(listed.err) && checked.status == 1 &&
               named(checked.out);
    }));
    fs::permissions(folder / "locked", fs::perms::owner_all);
}
