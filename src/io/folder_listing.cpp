#include "io/folder_listing.hpp"

#include "core/model_kinds.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_read = 100000;  // of a folder: more would keep the window waiting
constexpr std::size_t most_looked_into = 50;  // folders of it, for meshes
constexpr std::size_t most_looked_at = 500;   // names in each

bool can_be_opened(const fs::path& name)
{
    const std::string ending = lower_ending(name);
    return ending == ".toml" || ending == ".png" || is_model(name);
}

// By their names; nothing is opened.
bool holds_meshes(const fs::path& folder)
{
    std::error_code code;
    fs::directory_iterator at(folder, code);
    for (std::size_t seen = 0; !code && at != fs::directory_iterator() && seen < most_looked_at;
         ++seen) {
        if (is_model(at->path()))
            return true;
        at.increment(code);
    }
    return false;
}

// A set of meshes is often sorted into folders.
bool can_be_a_body(const FolderListing& listing)
{
    std::size_t looked_into = 0;
    for (const FolderListing::Entry& entry : listing.entries)
        if (entry.folder ? ++looked_into <= most_looked_into &&
                               holds_meshes(fs::path(listing.folder) / entry.name)
                         : is_model(entry.name))
            return true;
    return false;
}

bool comes_before(const FolderListing::Entry& a, const FolderListing::Entry& b)
{
    if (a.folder != b.folder)
        return a.folder;
    const std::string name_a = lower(a.name), name_b = lower(b.name);
    return name_a == name_b ? a.name < b.name : name_a < name_b;
}

// A pipe or a device is neither a folder nor a file; only its kind is asked for, it is not opened.
std::optional<FolderListing::Entry> entry_of(const fs::directory_entry& found)
{
    const std::string name = found.path().filename().string();
    std::error_code code;
    if (name.empty() || name[0] == '.' || !is_utf8(name))
        return std::nullopt;
    if (found.is_directory(code))
        return FolderListing::Entry{name, true};
    if (can_be_opened(found.path()) && found.is_regular_file(code))
        return FolderListing::Entry{name, false};
    return std::nullopt;
}

}  // namespace

FolderListing list_folder(const fs::path& folder)
{
    FolderListing listing;
    std::error_code code;
    const fs::path absolute = fs::absolute(folder, code).lexically_normal();
    listing.folder = absolute.string();
    if (listing.folder.size() > 1 && listing.folder.back() == '/')
        listing.folder.pop_back();
    fs::directory_iterator at(absolute, code);
    if (code) {
        listing.fault = listing.folder + " cannot be read: " + code.message();
        return listing;
    }
    for (std::size_t read = 0; at != fs::directory_iterator() && read < most_read; ++read) {
        if (std::optional<FolderListing::Entry> entry = entry_of(*at))
            listing.entries.push_back(std::move(*entry));
        at.increment(code);
        if (code)
            break;  // what was read is shown
    }
    std::sort(listing.entries.begin(), listing.entries.end(), comes_before);
    if (listing.entries.size() > most_listed)
        listing.entries.resize(most_listed);
    listing.meshes = can_be_a_body(listing);
    return listing;
}

}  // namespace tpatlas::io
