// tools/body_check/attachments.hpp: whether muscles end on their bones, and none sinks into one.
//
//   for (const EndOnBone& end : ends_on_bones(half, tables)) ... end.distance_mm
#pragma once

#include "body_check/structures.hpp"
#include "domain/measurements.hpp"

#include <string>
#include <vector>

namespace tpatlas {

struct EndOnBone {
    std::string stack;  // "deltoid_middle", "serratus_anterior.slip_3"
    bool origin = true;
    std::vector<std::string> bones;
    std::string soft;       // what else it is fixed to
    float distance_mm = 0;  // of its nearest point to the nearest of its bones; 0 without bones
};

// Both ends of every stack. A bone that the body lacks is as far as can be.
std::vector<EndOnBone> ends_on_bones(const HalfBody& half, const std::vector<MuscleTable>& tables);

struct Sinking {
    std::string muscle;
    float share = 0;       // of its surface that lies deeper in bone than allowed
    float deepest_mm = 0;
    std::string bone;      // where it is deepest
};

// Muscles with some surface more than `allowed_mm` inside a bone, the worst first.
std::vector<Sinking> sinking(const HalfBody& half, float allowed_mm = 3);

}  // namespace tpatlas
