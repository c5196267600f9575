// domain/gesture.hpp: what a contact does in the course of one repetition, as pure functions of the
// share of its time. What a picture shows is an illustration: no figure here is a dose or a target.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tpatlas {

enum class Gesture {
    press_and_hold, stepped, pulsed, strip_along, cross_fibres, pincer_and_roll, light_first_try,
    roll_and_stop, vibrate
};

constexpr std::array<std::string_view, 9> gesture_texts{
    "press_and_hold",  "stepped",         "pulsed",        "strip_along", "cross_fibres",
    "pincer_and_roll", "light_first_try", "roll_and_stop", "vibrate"};

constexpr std::string_view to_text(Gesture gesture)
{
    return gesture_texts[static_cast<std::size_t>(gesture)];
}

// The contact travels along the muscle's fibres.
constexpr bool travels(Gesture gesture)
{
    return gesture == Gesture::strip_along || gesture == Gesture::roll_and_stop;
}

// Ends on the spot, or rolls a held fold: allowed wherever the contact is. Strokes over the fibres
// are not: a press must name them.
constexpr bool stays(Gesture gesture)
{
    return gesture != Gesture::strip_along && gesture != Gesture::cross_fibres;
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

struct GestureMoment {
    float arrival = 0;   // 0 away ... 1 on the skin
    float force = 0;     // share of the full force
    float easing = 0;    // share of what eases in the hold
    float along = 0;     // of the stroke along the fibres: -1 its start ... 0 the point ... 1 its end
    float across = 0;    // to and fro across the fibres: -1...1
    float shake = 0;     // of a vibrating head: -1...1
    bool holding = false;
};

// Continuous in `t`; force never exceeds the course's own.
GestureMoment gesture_moment(Gesture gesture, const PressCourse& course, float t);

}  // namespace tpatlas
