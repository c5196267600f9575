// domain/press.hpp: how a point may be pressed: who, with what, from where, how hard.
//
// It belongs to the point, never to the muscle: two points of one muscle may lie on either side of
// an artery.
#pragma once

#include "core/error.hpp"
#include "domain/gesture.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas {

enum class Who { self, therapist, view_only };  // `self` includes the therapist

enum class Contact {
    thumb, fingertips, pincer, knuckle, elbow, flat_hand, ball_on_wall, ball_on_floor, hard_ball,
    ball_underfoot, hook_cane, knobber, foam_roller, roller_stick, vibrating_tool
};

constexpr std::array<std::string_view, 3> who_texts{"self", "therapist", "view_only"};
constexpr std::array<std::string_view, 15> contact_texts{
    "thumb", "fingertips", "pincer", "knuckle", "elbow", "flat_hand", "ball_on_wall",
    "ball_on_floor", "hard_ball", "ball_underfoot", "hook_cane", "knobber", "foam_roller",
    "roller_stick", "vibrating_tool"};

constexpr std::string_view to_text(Who who) { return who_texts[static_cast<std::size_t>(who)]; }
constexpr std::string_view to_text(Contact c) { return contact_texts[static_cast<std::size_t>(c)]; }

// Half the width of what touches the skin at full force, for the distance to what must not be
// touched. Our estimates, from the contacts' own sizes; of the widest the middle, since distances to
// zones are known to 20 mm only.
float half_width_mm(Contact contact);

// P0...P5 of our editorial scale: a ceiling; the pain limit overrides it. P0 is not pressed at all.
struct PressureClass {
    int number = 0;

    std::string text() const { return "P" + std::to_string(number); }
    // What the gauge shows: "none", "light", "medium" or "firm" (keys of the table of texts).
    std::string_view word() const
    {
        constexpr std::array<std::string_view, 6> words{"none",   "light", "light",
                                                        "medium", "firm",  "firm"};
        return words[static_cast<std::size_t>(number)];
    }
    auto operator<=>(const PressureClass&) const = default;
};

struct Press {
    Who who = Who::view_only;
    std::vector<Contact> contacts;
    // Gestures that leave the spot (!stays()) are done only where they are named here.
    std::vector<Gesture> strokes;
    // Unit vector on the right side, body frame: the way the contact moves into the body; for a
    // pincer the way the fold is lifted. None: the point is not animated with these contacts.
    std::optional<glm::vec3> direction;
    std::string direction_words;  // "down and slightly back, toward the shoulder blade"
    std::string against;          // what it is pressed against
    std::string posture;
    PressureClass pressure_class;
    std::string avoid;            // what to keep off
    std::string note;

    bool allows(Contact contact) const;
    bool allows(Gesture gesture) const;
    // A fold is lifted by pincer; else something is pressed in.
    bool lifts() const;

    bool operator==(const Press&) const = default;
};

// All that is wrong with a press, `where` being the field's key in the files. Empty where all is
// well.
Faults faults_of(const Press& press);

}  // namespace tpatlas
