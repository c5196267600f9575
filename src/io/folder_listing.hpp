// io/folder_listing.hpp: what a folder holds that this program opens: sub-folders, scenes, pictures,
// meshes.
#pragma once

#include "state/view.hpp"

#include <cstddef>
#include <filesystem>

namespace tpatlas::io {

constexpr std::size_t most_listed = 2000;

// Folders first, each by name whatever its case; hidden ones are left out, and names that are no
// UTF-8. Files are not opened. Where the folder cannot be read, its `fault` says why.
FolderListing list_folder(const std::filesystem::path& folder);

}  // namespace tpatlas::io
