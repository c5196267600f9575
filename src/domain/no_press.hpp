// domain/no_press.hpp: places of the skin that are not pressed, or only so, or with care.
//
//   for (const NoPressZone& zone : catalogue.no_press())
//       if (!verdict_on(zone, press).allowed) ...
//
// Written for the right side, like zones; the left is the mirror image.
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/press.hpp"
#include "domain/source.hpp"
#include "domain/zone.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

// never: no press at all. only: with what `allow` says, and nothing else. care: not blocked, its
// text stands beside the press. Where zones overlap the stricter one wins.
enum class NoPressGrade { never, only, care };

// Where it lies: on either side by itself, as one across the midline, or on one side alone.
enum class NoPressSide { both, middle, left, right };

constexpr std::array<std::string_view, 3> no_press_grade_texts{"never", "only", "care"};
constexpr std::array<std::string_view, 4> no_press_side_texts{"both", "middle", "left", "right"};

constexpr std::string_view to_text(NoPressGrade grade)
{
    return no_press_grade_texts[static_cast<std::size_t>(grade)];
}
constexpr std::string_view to_text(NoPressSide side)
{
    return no_press_side_texts[static_cast<std::size_t>(side)];
}

// One way of pressing that a zone lets through.
struct NoPressAllowance {
    Who who = Who::therapist;            // self lets the therapist through as well
    std::vector<Contact> contacts;       // never empty
    std::vector<glm::vec3> directions;   // unit, right side; of a pincer the lift; empty: any
    float within_deg = 0;                // of one of the directions
    PressureClass highest;
    std::optional<float> longest_s;      // hold
    std::string words;                   // "straight back onto the rib, beside the pulse"

    bool operator==(const NoPressAllowance&) const = default;
};

// All that is wrong with an allowance, `where` being the field's key in the files.
Faults faults_of(const NoPressAllowance& allowance);

class NoPressZone {
public:
    struct Fields {
        NoPressId id;
        std::string name_en;
        NoPressGrade grade = NoPressGrade::never;
        NoPressSide where = NoPressSide::both;
        std::string protects;                  // what lies there
        std::string text;                      // what is said beside a press; never empty for care
        std::vector<Shape> shapes;             // none: told in words only, drawn nowhere
        std::vector<NoPressAllowance> allow;   // only: one or more; never: exceptions; care: none
        std::vector<std::string> estimates;    // what in the record is our choice or estimate
        std::vector<Citation> sources;         // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong at once; `where` of each fault is the field's name.
    static Result<NoPressZone> make(Fields fields);

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const NoPressZone&) const = default;

private:
    explicit NoPressZone(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

// What a zone says of a press that meets the skin inside it.
struct NoPressVerdict {
    bool allowed = true;
    std::vector<Contact> refused;      // contacts of the press that no allowance lets through
    std::optional<float> longest_s;    // the shortest limit of the allowances that let it through

    bool operator==(const NoPressVerdict&) const = default;
};

// A press that is view only is allowed: nobody presses it. One without a direction meets only
// allowances without one. Every contact must be let through.
NoPressVerdict verdict_on(const NoPressZone& zone, const Press& press);

}  // namespace tpatlas
