// domain/trigger_point.hpp: one reported tender spot of a muscle and what is known about it.
//
//   Result<TriggerPoint> point = TriggerPoint::make({.id = {"trapezius_upper.tp2"}, ...});
//   point.value()->u
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/side.hpp"
#include "domain/press.hpp"
#include "domain/source.hpp"
#include "domain/zone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

enum class PointKind { central, attachment };

// What the words say about the place, for the check: the point lies within `max_mm` of the middle
// of the named landmarks (one or more).
struct Near {
    std::vector<LandmarkId> landmarks;
    float max_mm = 0;

    bool operator==(const Near&) const = default;
};

class TriggerPoint {
public:
    struct Fields {
        PointId id;          // "trapezius_upper.tp2"
        MuscleId muscle;
        std::string place;   // in words
        std::string structure;  // without its side: "trapezius_upper"
        std::string stack;      // where the structure has several; else ""
        float u = 0;            // 0 origin ... 1 insertion
        float v = 0;            // -0.5 ... 0.5
        float depth = 0.5f;     // share of the thickness, from the face toward the skin
        float uncertainty_mm = 0;
        PointKind kind = PointKind::central;
        std::optional<Side> side_only;
        std::vector<std::string> book_numbers;  // "Simons 1999: TrP2"
        std::optional<Zone> essential;
        std::optional<Zone> spillover;
        std::vector<Near> near;
        std::vector<Press> press;              // first preferred
        std::vector<std::string> cautions;
        std::vector<std::string> historical;   // claims shown as such, never in client view
        std::string view_only_reason;          // why there is no animation, where there is none
        std::vector<Citation> sources;         // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong with the fields at once: u, v, depth out of range, no source, a zone
    // without a shape, a press without a contact or with a direction that is no direction.
    static Result<TriggerPoint> make(Fields fields);

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const TriggerPoint&) const = default;

private:
    explicit TriggerPoint(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
