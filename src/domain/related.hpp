// domain/related.hpp: which muscles share a nerve or an action with another, by what their records
// say and no more.
//
//   for (const RelatedMuscle& other : muscles_of_same_nerve(catalogue, *muscle)) ... other.muscle
//
// Pure functions.
#pragma once

#include "domain/catalogue.hpp"

#include <string>
#include <vector>

namespace tpatlas {

struct RelatedMuscle {
    const Muscle* muscle = nullptr;
    std::string shared;  // the nerve or the action that both name: "bend the elbow"

    bool operator==(const RelatedMuscle&) const = default;
};

// At most `count`, those of the nearest region first (regions lie head to foot), then in catalogue
// order.
std::vector<RelatedMuscle> muscles_of_same_nerve(const Catalogue& catalogue, const Muscle& muscle,
                                                 std::size_t count = 8);
std::vector<RelatedMuscle> muscles_of_same_action(const Catalogue& catalogue, const Muscle& muscle,
                                                  std::size_t count = 8);

// The nerves that the words name, without branches, roots and remarks: "axillary nerve, posterior
// branch" -> "axillary nerve". Rami are no one nerve, and what feels or only sometimes reaches the
// muscle does not count.
std::vector<std::string> nerve_names(const std::string& words);
// "helps to lift the wrist and bends the elbow" -> "lift the wrist", "bend the elbow". A phrase with
// a pronoun says nothing alone and is left out.
std::vector<std::string> action_phrases(const std::string& words);
// The same, or one goes on where the other ends: "bend the elbow", "bend the elbow weakly".
bool same_action(const std::string& a, const std::string& b);

}  // namespace tpatlas
