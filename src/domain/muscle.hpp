// domain/muscle.hpp: what is known about one muscle. An empty field is "not recorded".
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/source.hpp"

#include <string>
#include <vector>

namespace tpatlas {

class Muscle {
public:
    struct Fields {
        MuscleId id;
        std::string name_en;
        std::string name_la;
        std::vector<std::string> common_names;
        std::vector<std::string> structures;  // names without side; empty only with structure = false
        std::string region;                   // "neck", "shoulder", ...: groups the list
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
        std::vector<Citation> sources;        // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    static Result<Muscle> make(Fields fields);

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const Muscle&) const = default;

private:
    explicit Muscle(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
