// domain/catalogue.hpp: every record the program knows, and how to find it.
//
//   Result<Catalogue> catalogue = io::load_catalogue(assets / "catalogue");
//   for (const TriggerPoint* point : catalogue.value().points_of({"trapezius_upper"})) ...
//
// Built once at start-up and never changed: references into it stay valid for its life, and any
// thread may read it.
#pragma once

#include "domain/muscle.hpp"
#include "domain/no_press.hpp"
#include "domain/red_flag.hpp"
#include "domain/source.hpp"
#include "domain/technique.hpp"
#include "domain/trigger_point.hpp"

#include <unordered_map>
#include <vector>

namespace tpatlas {

class Catalogue {
public:
    struct Records {
        std::vector<Source> sources;
        std::vector<Muscle> muscles;
        std::vector<TriggerPoint> points;
        std::vector<Technique> techniques;
        std::vector<NoPressZone> no_press;
        std::vector<RedFlag> red_flags;

        bool operator==(const Records&) const = default;
    };

    // Rejects double ids and references to records that are not there, all at once. `where` of each
    // fault is "<record's id>:<field>", which the loader turns into file and line.
    static Result<Catalogue> make(Records records);

    // In catalogue order.
    const std::vector<Source>& sources() const { return records_.sources; }
    const std::vector<Muscle>& muscles() const { return records_.muscles; }
    const std::vector<TriggerPoint>& points() const { return records_.points; }
    const std::vector<Technique>& techniques() const { return records_.techniques; }

    const std::vector<NoPressZone>& no_press() const { return records_.no_press; }
    const std::vector<RedFlag>& red_flags() const { return records_.red_flags; }

    // Null where there is none.
    const Source* source(const SourceId& id) const;
    const Muscle* muscle(const MuscleId& id) const;
    const TriggerPoint* point(const PointId& id) const;
    const Technique* technique(const TechniqueId& id) const;
    const NoPressZone* no_press_zone(const NoPressId& id) const;
    // The point whose zone it is; null where there is none.
    const TriggerPoint* point_of(const ZoneId& id) const;
    // The record that stands for a structure (name without side); null where none does.
    const Muscle* muscle_of_structure(const std::string& structure) const;

    // Those that stand first in a muscle's record: the most urgent first, of equals those that name
    // the muscle before those of every record.
    std::vector<const RedFlag*> red_flags_of(const MuscleId& muscle) const;

    // Those of the places where a point's pain is reported that its muscle does not have already, the
    // most urgent first; without those that only ask to see a doctor, which every place has.
    std::vector<const RedFlag*> red_flags_of_places(const TriggerPoint& point) const;

    // In catalogue order; empty for a muscle with no recorded points.
    std::vector<const TriggerPoint*> points_of(const MuscleId& muscle) const;

private:
    using Positions = std::unordered_map<std::string, std::size_t>;  // id -> index in its list

    explicit Catalogue(Records records);
    Records records_;
    Positions source_at_;
    Positions muscle_at_;
    Positions point_at_;
    Positions technique_at_;
    Positions no_press_at_;
    Positions structure_at_;  // -> index of the muscle that stands for it
    Positions zone_at_;       // -> index of the point whose zone it is
};

}  // namespace tpatlas
