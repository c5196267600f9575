// domain/technique.hpp: a way of pressing, its force over time and what is (not) known of it.
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/press.hpp"
#include "domain/source.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

enum class Gesture {
    press_and_hold, stepped, pulsed, strip_along, cross_fibres, pincer_and_roll, light_first_try
};

constexpr std::array<std::string_view, 7> gesture_texts{
    "press_and_hold", "stepped",         "pulsed",         "strip_along",
    "cross_fibres",   "pincer_and_roll", "light_first_try"};

constexpr std::string_view to_text(Gesture gesture)
{
    return gesture_texts[static_cast<std::size_t>(gesture)];
}

// One repetition's course as shares of its time: the contact comes, the force rises, is held, is
// released. The command line's --press is such a share.
struct PressCourse {
    float contact_end = 0.2f;
    float rise_end = 0.4f;
    float hold_end = 0.9f;

    // Force as a share of the technique's full force at the share `t` in 0...1 of a repetition;
    // smooth, 0 until contact_end, 1 during the hold, 0 again from release_end() on.
    float force(float t) const;
    // How far the contact has come: 0 away, 1 on the skin. It leaves only when the force is gone.
    float arrival(float t) const;
    // How much the referred pain has eased: 0 until the hold, rising to 1 at its end and staying.
    float easing(float t) const;
    // The share at which the force is gone and the contact begins to leave.
    float release_end() const;

    bool operator==(const PressCourse&) const = default;
};

class Technique {
public:
    struct Fields {
        TechniqueId id;
        std::string name_en;
        std::vector<Contact> contacts;  // never empty
        Gesture gesture = Gesture::press_and_hold;
        PressCourse course;
        float hold_s_min = 0;
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

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const Technique&) const = default;

private:
    explicit Technique(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
