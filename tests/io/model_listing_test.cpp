#include "io/model_listing.hpp"

#include "io/fresh_folder.hpp"

#include <functional>

#include <sys/wait.h>

namespace tpatlas {

namespace {

using namespace tpatlas::testing;

class ModelListingOf : public FreshFolder {};

constexpr uid_t nobody = 65534;

// The super-user reads everything: then what is looked at is looked at as nobody.
bool as_a_plain_user(const std::function<bool()>& holds)
{
    if (geteuid() != 0)
        return holds();
    const pid_t child = fork();
    if (child == 0)
        _exit(setgid(nobody) == 0 && setuid(nobody) == 0 && holds() ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_F(ModelListingOf, a_folder_with_a_locked_folder_in_it_names_that_and_lists_the_rest)
{
    for (const char* name : {"b", "locked", "z"}) {
        fs::create_directories(folder_ / name);
        write(folder_ / name / "a.obj", "");
    }
    fs::permissions(folder_ / "locked", fs::perms::none);
    EXPECT_TRUE(as_a_plain_user([&] {
        const Result<io::ModelListing> found = io::model_files(folder_);
        return found && found.value().files == std::vector{folder_ / "b/a.obj", folder_ / "z/a.obj"} &&
               found.value().refused.size() == 1 &&
               found.value().refused[0].where == (folder_ / "locked").string();
    }));
    EXPECT_TRUE(as_a_plain_user([&] {
        return !io::model_files(folder_ / "locked");
    })) << "alone it is a failure";
    fs::remove_all(folder_ / "b");
    fs::remove_all(folder_ / "z");
    EXPECT_TRUE(as_a_plain_user([&] {
        const Result<io::ModelListing> found = io::model_files(folder_);
        return !found && found.error().where == (folder_ / "locked").string();
    })) << "nothing else is there, and why is said";
    fs::permissions(folder_ / "locked", fs::perms::owner_all);
}

}  // namespace tpatlas
