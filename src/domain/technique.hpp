// domain/technique.hpp: a way of pressing, its force over time and what is (not) known of it.
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/gesture.hpp"
#include "domain/press.hpp"
#include "domain/source.hpp"

#include <string>
#include <vector>

namespace tpatlas {

class Technique {
public:
    struct Fields {
        TechniqueId id;
        std::string name_en;
        std::vector<Contact> contacts;  // never empty; of them a press's own order is kept
        Gesture gesture = Gesture::press_and_hold;
        PressCourse course;
        float hold_s_min = 0;  // of a stroke: the time of one
        float hold_s_max = 0;
        int repetitions_min = 1;
        int repetitions_max = 1;
        int pain_limit = 5;  // of 10; our choice, said so on screen
        Who who = Who::self;
        std::string how;       // the gesture in words
        std::string evidence;  // what trials say
        std::vector<std::string> always_beside;  // the short sentences printed with it; never empty
        std::vector<std::string> estimates;      // what in the record is our choice or estimate
        std::vector<Citation> sources;           // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong at once; `where` of each fault is the field's name.
    static Result<Technique> make(Fields fields);

    bool uses(Contact contact) const;

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const Technique&) const = default;

private:
    explicit Technique(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
