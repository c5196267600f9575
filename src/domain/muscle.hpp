// domain/muscle.hpp: what is known about one muscle. An empty field is "not recorded".
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/source.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

// Groups of the muscle list, head to foot; "region.…" in the table of texts.
constexpr std::array<std::string_view, 13> muscle_regions{
    "head", "neck",    "shoulder", "chest", "back", "arm", "forearm",
    "hand", "abdomen", "hip",      "thigh", "leg",  "foot"};

class Muscle {
public:
    struct Fields {
        MuscleId id;
        std::string name_en;
        std::string name_la;
        std::vector<std::string> common_names;
        std::vector<std::string> structures;  // names without side
        bool has_structure = true;            // false: none is shown; `structures` is then empty
        std::string region;                   // one of muscle_regions: groups the list
        int layer = 0;                        // depth rank, 1 superficial
        std::vector<std::string> origin;
        std::vector<std::string> insertion;
        std::vector<std::string> action;
        std::string nerve;
        std::string nerve_segments;
        std::string course;
        std::vector<std::string> covers;
        std::vector<std::string> covered_by;
        std::vector<std::string> variations;
        std::vector<std::string> causes;      // what activates its points and keeps them going
        std::vector<std::string> complaints;
        std::vector<std::string> palpation;   // "flat", "pincer", "deep", "clinician only"
        std::vector<std::string> cautions;
        std::vector<std::string> effects;     // reported, not pain: goose-flesh, tinnitus, ...
        std::vector<MuscleId> satellites;
        std::vector<std::string> estimates;   // what in the record is our editorial estimate
        std::vector<Citation> sources;        // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong at once; `where` of each fault is the field's name.
    static Result<Muscle> make(Fields fields);

    // Of thigh, leg or foot: the questions about a clot are asked before it is pressed.
    bool is_of_the_leg() const;

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const Muscle&) const = default;

private:
    explicit Muscle(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
