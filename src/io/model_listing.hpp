// io/model_listing.hpp: which files of a place hold meshes.
//
//   Result<io::ModelListing> found = io::model_files("my_folder");
//   read(found.value().files);
//
// Only names and kinds are looked at; no file is opened. Depends on core.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace tpatlas::io {

constexpr std::size_t max_model_files = 5000;       // of a folder; the fullest body seen has 2500
constexpr std::size_t max_listed_entries = 200'000;  // of whatever kind, in all its folders
constexpr int max_folder_depth = 8;

struct ModelListing {
    std::vector<std::filesystem::path> files;  // never empty; in order of their names
    Faults refused;  // folders in the one asked for that cannot be listed; what they hold is not known
};

// The files of a kind that is read; of a folder also those in its folders, to `max_folder_depth`.
// Links to folders are not followed, links to files only where the file lies in the folder asked for:
// a loop ends, and what lies elsewhere stays unread. A file itself may be named by a link. Fails
// where nothing is found, or more than the limits.
Result<ModelListing> model_files(const std::filesystem::path& file_or_folder);

}  // namespace tpatlas::io
