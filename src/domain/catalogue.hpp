// domain/catalogue.hpp: every record the program knows, and how to find it.
//
//   Result<Catalogue> catalogue = io::load_catalogue(assets / "catalogue");
//   for (const TriggerPoint* point : catalogue.value().points_of({"trapezius_upper"})) ...
//
// Built once at start-up and never changed: references into it stay valid for its life, and any
// thread may read it.
#pragma once

#include "domain/muscle.hpp"
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

        bool operator==(const Records&) const = default;
    };

    // Rejects double ids and references to records that are not there, all at once.
    static Result<Catalogue> make(Records records);

    // In catalogue order.
    const std::vector<Source>& sources() const { return records_.sources; }
    const std::vector<Muscle>& muscles() const { return records_.muscles; }
    const std::vector<TriggerPoint>& points() const { return records_.points; }
    const std::vector<Technique>& techniques() const { return records_.techniques; }

    // Null where there is none.
    const Source* source(const SourceId& id) const;
    const Muscle* muscle(const MuscleId& id) const;
    const TriggerPoint* point(const PointId& id) const;
    const Technique* technique(const TechniqueId& id) const;
    // The point whose zone it is; null where there is none.
    const TriggerPoint* point_of(const ZoneId& id) const;
    // The record that stands for a structure (name without side); null where none does.
    const Muscle* muscle_of_structure(const std::string& structure) const;

    // In catalogue order; empty for a muscle with no recorded points.
    std::vector<const TriggerPoint*> points_of(const MuscleId& muscle) const;

private:
    explicit Catalogue(Records records);
    Records records_;
    std::unordered_map<std::string, std::size_t> muscle_at_;
    std::unordered_map<std::string, std::size_t> point_at_;
};

}  // namespace tpatlas
