// io/catalogue_files.hpp: the catalogue's folder of TOML files -> Catalogue.
//
//   Result<Catalogue> catalogue = io::load_catalogue(assets / "catalogue");
//   Result<Catalogue> with_ours = io::load_catalogue(assets / "catalogue", my_folder);
//
// The format is told in docs/catalogue.md. Any *.toml file of the folder may hold [[muscle]] (with
// [[muscle.point]]), [[technique]], [[source]] and [[zone]]; files are read in the order of their
// names. No exception leaves these functions. Depends on domain and io/toml_tree.
#pragma once

#include "core/result.hpp"
#include "domain/catalogue.hpp"

#include <filesystem>

namespace tpatlas::io {

// All faults of all files at once, each "file:line: what (mend)".
Result<Catalogue> load_catalogue(const std::filesystem::path& folder);

// The records of `overlay` are laid over those of `folder`: one with the same id replaces ours (a
// muscle together with its points), others are added behind.
Result<Catalogue> load_catalogue(const std::filesystem::path& folder,
                                 const std::filesystem::path& overlay);

}  // namespace tpatlas::io
