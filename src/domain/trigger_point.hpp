// domain/trigger_point.hpp: one reported tender spot of a muscle and what is known about it.
//
//   Result<TriggerPoint> point = TriggerPoint::make({.id = {"trapezius_upper.tp2"}, ...});
//   point.value()->u
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/side.hpp"
#include "core/texts.hpp"
#include "domain/press.hpp"
#include "domain/source.hpp"
#include "domain/zone.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

enum class PointKind { central, attachment };

constexpr std::array<std::string_view, 2> point_kind_texts{"central", "attachment"};

constexpr std::string_view to_text(PointKind kind)
{
    return point_kind_texts[static_cast<std::size_t>(kind)];
}

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
        std::string structure;  // without side; "" only where the muscle has none: not placed
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
        std::vector<std::string> estimates;    // what in the record is our editorial estimate
        std::vector<Citation> sources;         // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong with the fields at once: u, v, depth out of range, no source, a zone
    // without a shape, a press without a contact or with a direction that is no direction. `where`
    // of each fault is the field's name. Directions get unit length, zones their ids.
    static Result<TriggerPoint> make(Fields fields);

    // The part of the id behind the muscle's: "tp2".
    std::string short_id() const;
    // A way of pressing with a direction is recorded.
    bool is_pressed() const;
    // Why it is not; empty where is_pressed(): the record's reason, or one from the table.
    std::string why_not_pressed(const Texts& texts) const;

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const TriggerPoint&) const = default;

private:
    explicit TriggerPoint(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
