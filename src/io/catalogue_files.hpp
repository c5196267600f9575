// io/catalogue_files.hpp: the catalogue's folder of TOML files -> Catalogue.
//
//   Result<Catalogue> catalogue = io::load_catalogue(assets / "catalogue");
//   Result<LoadedCatalogue> with_ours = io::load_catalogues({assets / "catalogue", my_folder});
//
// The format is told in docs/catalogue.md. Any *.toml file of the folder may hold [[muscle]] (with
// [[muscle.point]]), [[technique]], [[no_press]], [[red_flag]], [[source]] and [[zone]]; files are
// read in the order of their names. No exception leaves these functions. Depends on domain and io/toml_tree.
#pragma once

#include "core/result.hpp"
#include "domain/catalogue.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tpatlas::io {

// All faults of all files at once, each "file:line: what (mend)".
Result<Catalogue> load_catalogue(const std::filesystem::path& folder);

// Where a record stands: its id -> "file:line". Of muscles, points, ("no_press.<id>") no-press zones
// and ("red_flag.<id>") red flags, which a body may contradict.
using RecordPlaces = std::map<std::string, std::string>;

struct LoadedCatalogue {
    Catalogue catalogue;
    RecordPlaces places;
};

// The records of a later folder are laid over those of the earlier ones: one with the same id
// replaces it (a muscle together with its points), others are added behind. At least one folder.
Result<LoadedCatalogue> load_catalogues(const std::vector<std::filesystem::path>& folders);

// Faults whose `where` is a record's or a zone's id, or begins with it and ": ", with file and line
// in its stead; by file and line, each once.
Faults with_places(const Faults& faults, const RecordPlaces& places);

}  // namespace tpatlas::io
