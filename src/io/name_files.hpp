// io/name_files.hpp: assets/names/names.toml -> what others call our structures.
//
//   Result<StructureNames> names = io::read_structure_names(assets.names(), *embedded);
//   names.value().match("Biceps_Brachii_R");
//
// The file tells its own format. Depends on atlas, domain and io/catalogue_table.
#pragma once

#include "atlas/body.hpp"
#include "core/result.hpp"
#include "domain/structure_names.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io {

// One a name, in the order of the body.
std::vector<NamedStructure> named_structures(const Body& body);

// All faults of the text, each with its line; `name` stands for the file in them. Structures that
// `structures` lacks are faults too.
Result<NameRules> name_rules_of_text(std::string_view text, const std::string& name,
                                     const std::vector<NamedStructure>& structures);

// Of names.toml in `folder`. Read once and kept: thousands of words are looked up.
Result<StructureNames> read_structure_names(const std::filesystem::path& folder, const Body& body);

}  // namespace tpatlas::io
