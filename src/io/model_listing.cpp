#include "io/model_listing.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <system_error>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr const char* kinds_read = "glTF, OBJ, STL, PLY, FBX or COLLADA";

bool is_model(const fs::path& file)
{
    static const std::set<std::string> extensions{".glb", ".gltf", ".obj", ".stl",
                                                  ".ply", ".fbx",  ".dae"};
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extensions.contains(extension);
}

// `folder` is canonical.
bool leads_out_of(const fs::path& folder, const fs::directory_entry& link)
{
    std::error_code fault;
    const fs::path target = fs::canonical(link.path(), fault);
    return fault || std::mismatch(folder.begin(), folder.end(), target.begin(), target.end())
                            .first != folder.end();
}

Result<std::vector<fs::path>> models_in(const fs::path& folder)
{
    std::error_code fault;
    const fs::path real_folder = fs::canonical(folder, fault);
    std::vector<fs::path> files;
    std::size_t seen = 0;
    for (fs::recursive_directory_iterator at(folder, fault), end; !fault && at != end;
         at.increment(fault)) {
        if (++seen > max_listed_entries)
            return Error{folder.string(),
                         "holds more than " + std::to_string(max_listed_entries) + " files",
                         "name a smaller folder"};
        if (at.depth() >= max_folder_depth)
            at.disable_recursion_pending();
        std::error_code unreadable;
        if (!is_model(at->path()) || !at->is_regular_file(unreadable) ||
            (at->is_symlink(unreadable) && leads_out_of(real_folder, *at)))
            continue;
        files.push_back(at->path());
        if (files.size() > max_model_files)
            return Error{folder.string(),
                         "holds more than " + std::to_string(max_model_files) + " meshes",
                         "name a smaller folder"};
    }
    if (fault)
        return Error{folder.string(), "cannot be listed: " + fault.message(),
                     "check its permissions"};
    if (files.empty())
        return Error{folder.string(), "holds no mesh", "give " + std::string(kinds_read)};
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<std::vector<fs::path>> model_files(const fs::path& place)
{
    std::error_code fault;
    const fs::file_status status = fs::status(place, fault);
    if (!fs::exists(status))
        return Error{place.string(), "is not there", "name a mesh file or a folder of meshes"};
    if (fs::is_directory(status))
        return models_in(place);
    if (!fs::is_regular_file(status))
        return Error{place.string(), "is neither a file nor a folder",
                     "name a mesh file or a folder"};
    if (!is_model(place))
        return Error{place.string(), "is of a kind that is not read",
                     "give " + std::string(kinds_read)};
    return std::vector<fs::path>{place};
}

}  // namespace tpatlas::io
