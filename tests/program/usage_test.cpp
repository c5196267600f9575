// Help, version, exit statuses: what a script notices first.

#include "program/program.hpp"

#include <map>
#include <set>
#include <sstream>

using namespace program;

namespace {

// The calls of `tpatlas` that a paper names, between backticks or on a line of an example, in words;
// "FILE" and "…" are words too.
std::vector<Words> calls_in(const std::string& paper)
{
    std::vector<Words> calls;
    for (std::size_t at = 0; (at = paper.find("tpatlas ", at)) != std::string::npos; ++at) {
        if (at == 0 || (paper[at - 1] != '`' && paper[at - 1] != '\n'))
            continue;
        // To the closing backtick; of an example to the end of the line or to its remark.
        std::string text = paper.substr(at, paper.find('`', at) - at);
        if (paper[at - 1] == '\n') {
            text = text.substr(0, text.find('\n'));
            text = text.substr(0, text.find("    "));
        }
        std::istringstream words(text);
        Words call;
        for (std::string word; words >> word;)
            call.push_back(word);
        if (call.size() > 1)
            calls.push_back(call);
    }
    return calls;
}

// As a whole word: "--press" is not there where only "--pressure" is.
bool names_option(const std::string& help, const std::string& option)
{
    for (std::size_t at = 0; (at = help.find(option, at)) != std::string::npos; ++at) {
        const char before = at == 0 ? ' ' : help[at - 1];
        const char after = at + option.size() < help.size() ? help[at + option.size()] : ' ';
        if ((before == ' ' || before == ',') && std::string(" =,\n").find(after) != std::string::npos)
            return true;
    }
    return false;
}

}  // namespace

TEST(Usage, help_is_printed_for_the_program_and_each_verb)
{
    for (const char* verb : {"", "list", "show", "shot", "check", "export", "bench"}) {
        Words call{"--help"};
        if (*verb != 0)
            call.insert(call.begin(), verb);
        const Outcome help = run(call);
        EXPECT_EQ(help.status, 0) << verb;
        EXPECT_EQ(help.err, "") << verb;
        EXPECT_NE(help.out.find("Usage"), std::string::npos) << verb;
    }
    // What is not there yet is not promised.
    const std::string help = run({"--help"}).out;
    EXPECT_NE(help.find("shot"), std::string::npos);
    EXPECT_EQ(help.find("match"), std::string::npos);
}

// Every call and every option that the papers name is there.
TEST(Usage, help_and_papers_agree)
{
    const Words verbs{"list", "show", "shot", "check", "export", "bench"};
    std::map<std::string, std::string> help{{"", run({"--help"}).out}};
    for (const std::string& verb : verbs) {
        help[verb] = run({verb, "--help"}).out;
        EXPECT_NE(help[""].find("\n  " + verb + " "), std::string::npos) << verb;
    }
    std::size_t calls = 0, options = 0;
    std::set<std::string> told;
    for (const char* paper : {"README.md", "docs/bodies.md", "docs/catalogue.md", "docs/export.md",
                              "docs/scenes.md"}) {
        for (const Words& call : calls_in(content(fs::path(TPATLAS_SOURCE_DIR) / paper))) {
            std::string verb;
            if (call.size() > 1 && call[1].find_first_of("-.") == std::string::npos &&
                call[1] != "VERB") {
                verb = call[1];
                EXPECT_TRUE(help.contains(verb)) << paper << ": tpatlas " << verb;
            }
            ++calls;
            told.insert(verb);
            for (std::size_t i = 1; i < call.size(); ++i) {
                if (call[i][0] != '-')
                    continue;
                ++options;
                EXPECT_TRUE(names_option(help[verb], call[i]) || names_option(help[""], call[i]))
                    << paper << ": tpatlas " << verb << " " << call[i];
            }
            if (verb == "list" && call.size() > 2 && call[2][0] != '-') {
                EXPECT_NE(help["list"].find(call[2]), std::string::npos)
                    << paper << ": tpatlas list " << call[2];
            }
        }
    }
    EXPECT_GE(calls, 15u);
    EXPECT_GE(options, 15u);
    for (const char* verb : {"list", "show", "shot", "check", "export"})
        EXPECT_TRUE(told.contains(verb)) << verb << " is told nowhere";
}

// `list`'s help names its kinds, and no other.
TEST(Usage, every_kind_that_the_help_names_can_be_listed)
{
    const std::string help = run({"list", "--help"}).out;
    const std::size_t from = help.find('{'), to = help.find('}', from);
    ASSERT_NE(to, std::string::npos) << help;
    std::string kinds = help.substr(from + 1, to - from - 1) + ",";
    std::size_t count = 0;
    for (std::size_t at = 0, end = 0; (end = kinds.find(',', at)) != std::string::npos;
         at = end + 1, ++count)
        EXPECT_EQ(run({"list", kinds.substr(at, end - at)}).status, 0)
            << kinds.substr(at, end - at);
    EXPECT_GE(count, 10u);
}

TEST(Usage, version_is_one_line)
{
    const Outcome version = run({"--version"});
    EXPECT_EQ(version.status, 0);
    EXPECT_EQ(version.out.substr(0, 8), "tpatlas ");
    EXPECT_EQ(std::count(version.out.begin(), version.out.end(), '\n'), 1);
}

TEST(Usage, that_is_wrong_ends_with_status_2_and_one_line)
{
    for (const Words& call : std::vector<Words>{
             {"list"},
             {"list", "kidneys"},
             {"lst", "points"},
             {"--frobnicate"},
             {"show"},
             {"shot"},
             {"shot", "-o"},
             {"shot", "-o", "a.png", "--side", "up"},
             {"shot", "-o", "a.png", "--size", "12"},
             {"shot", "-o", "a.png", "--size", "0x0"},
             {"shot", "-o", "a.png", "--size", "800x600x2"},
             {"shot", "-o", "a.png", "--point", "a.tp1", "--press", "1.5"},
             {"shot", "-o", "a.png", "--press", "0.5"},
             {"shot", "-o", "a.png", "--skin", "nan"},
             {"shot", "-o", "a.png", "--technique", "press_and_hold"},
             {"shot", "-o", "a.png", "--point", "a.tp1", "--contact", "thumb"},
             {"shot", "-o", "a.png", "--point", "a.tp1", "--technique", "x", "--contact", "toe"},
             {"check", "--missing", "--colour"},
             {"shot", "-o", "a.png", "--at", "acromion", "--span", "nan"},
             {"shot", "-o", "a.png", "--view", "heavenly"},
             {"shot", "-o", "a.png", "--theme", "pink"},
             {"shot", "-o", "a.png", "--point", "a.tp1", "--muscle", "a"},
             {"shot", "-o", "a.png", "--scene", "a.toml", "--muscle", "a"},
             {"list", "points", "surplus"},
             {"export"},
             {"export", "-o", "a.obj"},
             {"export", "-o", "a"},
             {"check"},
             {"bench", "--size", "big"},
         })
        expect_misuse(call);
    for (const char* file : {"a.png", "a.obj", "a"})
        EXPECT_FALSE(fs::exists(file)) << file;
}

TEST(Usage, a_mistyped_verb_is_answered_with_the_nearest)
{
    EXPECT_NE(run({"shwo", "x"}).err.find("show"), std::string::npos);
    EXPECT_NE(run({"exprot"}).err.find("export"), std::string::npos);
}

TEST(Usage, an_unknown_id_is_answered_with_the_nearest)
{
    expect_failure({"show", "trapezius_uper"}, {"trapezius_uper", "trapezius_upper"});
    expect_failure({"show", "nothing_of_the_kind_at_all"}, {"nothing_of_the_kind_at_all"});
    const std::string file = (fresh_folder() / "a.png").string();
    expect_failure({"shot", "--point", "trapezius_upper.tp22", "-o", file}, {"trapezius_upper.tp2"});
    expect_failure({"shot", "--muscle", "trapezus_upper", "-o", file}, {"trapezius_upper"});
    expect_failure({"shot", "--point", "trapezius_upper.tp2", "--technique", "press_and_hod", "-o", file},
                   {"press_and_hold"});
    EXPECT_FALSE(fs::exists(file));
}

TEST(Usage, a_place_that_cannot_be_written_is_named)
{
    const fs::path folder = fresh_folder();
    const std::string absent = (folder / "absent" / "a").string();
    expect_failure({"shot", "-o", absent + ".png"}, {absent});
    expect_failure({"export", "-o", absent + ".glb"}, {absent});
    expect_failure({"shot", "-o", folder.string()}, {folder.string(), "folder"});
}

TEST(Usage, a_full_disk_under_standard_output_is_a_failure)
{
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "no /dev/full here";
    const Outcome outcome = run({"list", "structures", "--json"}, "/dev/full");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.error_lines(), 1);
}

TEST(Usage, data_that_are_missing_are_a_sentence_with_what_to_do)
{
    const fs::path folder = fresh_folder();
    expect_failure({"list", "structures", "--data", folder.string()}, {folder.string(), "body.cache"});
    expect_failure({"--data", folder.string(), "list", "points"}, {folder.string()});
    std::ofstream(folder / "body.cache") << "not a cache";
    for (const char* name : {"catalogue", "languages", "shaders"})
        fs::create_directories(folder / name);
    expect_failure({"list", "structures", "--data", folder.string()}, {"body.cache"});
    expect_failure({"list", "muscles", "--data", folder.string()}, {"catalogue"});
}

TEST(Usage, a_language_that_is_not_there_is_named)
{
    expect_failure({"show", "trapezius_upper", "--lang", "tlh"}, {"tlh"});
}

TEST(Usage, the_window_without_a_display_says_what_to_do)
{
    expect_failure({}, {"shot"});
}
