// ui/related_links.hpp: what leads on from a muscle or structure, as names to click. Pure functions.
//
//   for (const RelatedLink& link : layer_links(atlas, {{"soleus.right"}}, true)) ... link.name
#pragma once

#include "atlas/atlas.hpp"
#include "domain/related.hpp"
#include "state/command.hpp"

#include <string>
#include <vector>

namespace tpatlas::ui {

struct RelatedLink {
    std::string key;     // unique and language-free: a record's id or a structure's name
    std::string name;
    Command select;      // on the same side
    float share = 0;     // of the surface toward the skin; 0 where there is none to tell
    std::string shared;  // the nerve or action in common
};

// What lies over (else under) the structures together, what covers most of them first; records stand
// for their structures. Empty where this body was not measured.
std::vector<RelatedLink> layer_links(const Atlas& atlas, const std::vector<StructureId>& of,
                                     bool over);
bool is_measured(const Body& body, const std::vector<StructureId>& of);

std::vector<RelatedLink> muscle_links(const std::vector<RelatedMuscle>& muscles, Side side);

// A record's structures of one side that this body has.
std::vector<StructureId> structures_of(const Muscle& muscle, Side side, const Body& body);

}  // namespace tpatlas::ui
