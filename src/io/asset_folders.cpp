#include "io/asset_folders.hpp"

#include <array>
#include <string>
#include <vector>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

// Names that `root` lacks, joined by commas; empty where it is whole.
std::string missing_in(const fs::path& root)
{
    constexpr std::array<const char*, 4> parts{"body.cache", "catalogue", "languages", "shaders"};
    std::string names;
    for (const char* part : parts) {
        std::error_code fault;
        if (!fs::exists(root / part, fault))
            names += (names.empty() ? "" : ", ") + std::string(part);
    }
    return names;
}

fs::path importer_for(const fs::path& executable)
{
    const fs::path beside = executable.parent_path() / "tpatlas_import";
    const fs::path installed =
        executable.parent_path().parent_path() / "libexec/tpatlas/tpatlas_import";
    std::error_code fault;
    return !fs::exists(beside, fault) && fs::exists(installed, fault) ? installed : beside;
}

}  // namespace

fs::path this_executable()
{
    std::error_code fault;
    return fs::read_symlink("/proc/self/exe", fault);
}

Result<AssetFolders> find_assets(const std::optional<fs::path>& asked, const fs::path& executable)
{
    const fs::path importer = importer_for(executable);
    if (asked) {
        const std::string missing = missing_in(*asked);
        if (!missing.empty())
            return Error{asked->string(), "lacks " + missing,
                         "give the folder of the program's data, or leave --data out"};
        return AssetFolders{*asked, importer};
    }
    const fs::path folder = executable.parent_path();
    const std::vector<fs::path> roots{folder / "assets", folder.parent_path() / "share/tpatlas",
                                      folder.parent_path() / "assets"};
    std::string looked;
    for (const fs::path& root : roots) {
        std::error_code fault;
        if (fs::is_directory(root, fault)) {
            const std::string missing = missing_in(root);
            if (missing.empty())
                return AssetFolders{root, importer};
            return Error{root.string(), "lacks " + missing,
                         "build again with ./run, or give the folder of the data with --data"};
        }
        looked += (looked.empty() ? "" : ", ") + root.string();
    }
    return Error{"", "the program's data are not there; looked in " + looked,
                 "build with ./run, or give their folder with --data"};
}

}  // namespace tpatlas::io
