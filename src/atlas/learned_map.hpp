// atlas/learned_map.hpp: what a registration found out, as a body.toml keeps it.
//
//   if (is_learned(map, *atlas.registration())) offer(with_learned(map, *atlas.registration()));
//
// What names say by themselves need not be kept: only what took the shape, and unit and axes with
// it. Depends on domain.
#pragma once

#include "atlas/registration.hpp"
#include "domain/body_map.hpp"

namespace tpatlas {

// A mesh was known by its shape alone, and `map` does not say it yet.
bool is_learned(const BodyMap& map, const Registration& registration);

BodyMap with_learned(const BodyMap& map, const Registration& registration);

}  // namespace tpatlas
