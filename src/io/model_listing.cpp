#include "io/model_listing.hpp"

#include "core/model_kinds.hpp"
#include "core/place_inside.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

std::string read_kinds()
{
    return "give " + std::string(model_kinds);
}

class FolderWalk {
public:
    explicit FolderWalk(const fs::path& root) : root_(root) {}

    Result<ModelListing> run()
    {
        std::error_code fault;
        if (fs::directory_iterator(root_, fault); fault)
            return Error{root_.string(), "cannot be listed: " + fault.message(),
                         "check its permissions"};
        look_into(root_, 0);
        if (too_full_)
            return std::move(*too_full_);
        if (found_.files.empty() && found_.refused.empty())
            return Error{root_.string(), "holds no mesh", read_kinds()};
        if (found_.files.empty())
            return std::move(found_.refused);
        std::sort(found_.files.begin(), found_.files.end());
        return std::move(found_);
    }

private:
    void look_into(const fs::path& folder, int depth)
    {
        std::error_code fault;
        for (fs::directory_iterator at(folder, fault), end; !fault && at != end && !too_full_;
             at.increment(fault))
            look_at(*at, depth);
        if (fault)  // its neighbours are read all the same
            found_.refused.push_back({folder.string(), "cannot be listed: " + fault.message(),
                                      "check its permissions"});
    }

    void look_at(const fs::directory_entry& entry, int depth)
    {
        if (++seen_ > max_listed_entries) {
            tell_too_full(max_listed_entries, "files");
            return;
        }
        std::error_code unreadable;
        const bool link = entry.is_symlink(unreadable);
        if (entry.is_directory(unreadable)) {
            if (!link && depth < max_folder_depth)
                look_into(entry.path(), depth + 1);
        } else if (is_model(entry.path()) && entry.is_regular_file(unreadable) &&
                   (!link || place_inside(root_, entry.path()))) {
            found_.files.push_back(entry.path());
            if (found_.files.size() > max_model_files)
                tell_too_full(max_model_files, "meshes");
        }
    }

    void tell_too_full(std::size_t limit, const std::string& things)
    {
        too_full_ = Error{root_.string(),
                          "holds more than " + std::to_string(limit) + " " + things,
                          "name a smaller folder"};
    }

    const fs::path& root_;
    ModelListing found_;
    std::size_t seen_ = 0;
    std::optional<Error> too_full_;
};

}  // namespace

Result<ModelListing> model_files(const fs::path& place)
{
    std::error_code fault;
    const fs::file_status status = fs::status(place, fault);
    if (!fs::exists(status))
        return Error{place.string(), "is not there", "name a mesh file or a folder of meshes"};
    if (fs::is_directory(status))
        return FolderWalk(place).run();
    if (!fs::is_regular_file(status))
        return Error{place.string(), "is neither a file nor a folder",
                     "name a mesh file or a folder"};
    if (!is_model(place))
        return Error{place.string(), "is of a kind that is not read", read_kinds()};
    return ModelListing{{place}, {}};
}

}  // namespace tpatlas::io
