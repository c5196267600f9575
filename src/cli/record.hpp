// cli/record.hpp: the record that an id names, whatever its kind, for `show`.
#pragma once

#include "atlas/atlas.hpp"
#include "core/result.hpp"

#include <string>
#include <variant>
#include <vector>

namespace tpatlas::cli {

struct StructureRecord { std::uint32_t number = 0; };
struct LandmarkRecord { LandmarkId id; };  // one on each side
struct RegionRecord { RegionId id; };

using Record = std::variant<const Muscle*, const TriggerPoint*, const Zone*, const Technique*,
                            const Source*, const NoPressZone*, const RedFlag*, StructureRecord,
                            LandmarkRecord, RegionRecord>;

// A muscle before a structure of the same name; a no-press zone as "no_press.shin". Fails with the nearest id.
Result<Record> find_record(const Atlas& atlas, const std::string& id);

// The error for an id that is not there: "no point is called 'x' (did you mean 'y'?)".
Error unknown_id(const std::string& kind, const std::string& id,
                 const std::vector<std::string>& known, const std::string& list);

}  // namespace tpatlas::cli
