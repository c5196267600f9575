// core/ids.hpp: ids are types of their own, so that a muscle's id is never passed for a zone's.
//
//   PointId point{"trapezius_upper.tp2"};
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace tpatlas {

template <class Tag>
struct Id {
    std::string text;  // lower case words joined by '_'; parts joined by '.'

    bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

using StructureId = Id<struct StructureTag>;  // with its side: "trapezius_upper.right"
using MuscleId = Id<struct MuscleTag>;        // "trapezius_upper"
using PointId = Id<struct PointTag>;          // "trapezius_upper.tp2"
using ZoneId = Id<struct ZoneTag>;            // "trapezius_upper.tp2.essential"
using RegionId = Id<struct RegionTag>;        // "temple"
using LandmarkId = Id<struct LandmarkTag>;    // "mastoid_process"
using NoPressId = Id<struct NoPressTag>;      // "carotid"
using TechniqueId = Id<struct TechniqueTag>;  // "press_and_hold"
using SourceId = Id<struct SourceTag>;        // "simons_1999"
using RedFlagId = Id<struct RedFlagTag>;      // "rf_e1"

}  // namespace tpatlas

template <class Tag>
struct std::hash<tpatlas::Id<Tag>> {
    std::size_t operator()(const tpatlas::Id<Tag>& id) const
    {
        return std::hash<std::string>{}(id.text);
    }
};
