// atlas/place_names.hpp: names in a catalogue that a body does not know, and what may be meant.
//
//   for (const Error& fault : unknown_names(catalogue, body)) ...
//
// Places that shapes are drawn between are not among them: make_atlas() tells those.
#pragma once

#include "atlas/body.hpp"
#include "core/error.hpp"
#include "domain/catalogue.hpp"

#include <string>

namespace tpatlas {

// "did you mean 'temple'?"; empty where none is near. Of landmarks, of regions, of both.
std::string nearest_landmark(const Body& body, const std::string& word);
std::string nearest_region(const Body& body, const std::string& word);
std::string nearest_place(const Body& body, const std::string& word);

// Regions that red flags and zones name, and structures of muscles, which this body has not: a sign
// that is never shown where it should be, a muscle that cannot be found. `where` is the record's id,
// "red_flag.<id>" of a red flag. No region is missed where the body has none at all.
Faults unknown_names(const Catalogue& catalogue, const Body& body);

}  // namespace tpatlas
