#include "domain/press.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Figures of two decimals make a length near 1 at best; what is far from it was not meant as one.
bool is_direction(glm::vec3 direction)
{
    return lies_within(glm::length(direction), 0.8f, 1.25f);
}

}  // namespace

float half_width_mm(Contact contact)
{
    switch (contact) {
    case Contact::thumb:
    case Contact::knuckle:
    case Contact::hook_cane:
    case Contact::knobber:
        return 8;
    case Contact::pincer:
    case Contact::elbow:
    case Contact::hard_ball:
    case Contact::ball_underfoot:
        return 12;
    case Contact::fingertips:
    case Contact::ball_on_wall:
    case Contact::ball_on_floor:
        return 15;
    case Contact::roller_stick:
    case Contact::vibrating_tool:
    case Contact::flat_hand:
    case Contact::foam_roller:
        return 19;
    }
    return 0;
}

bool Press::allows(Contact contact) const
{
    return std::find(contacts.begin(), contacts.end(), contact) != contacts.end();
}

bool Press::allows(Gesture gesture) const
{
    return stays(gesture) ||
           std::find(strokes.begin(), strokes.end(), gesture) != strokes.end();
}

bool Press::lifts() const
{
    return contacts == std::vector<Contact>{Contact::pincer};
}

Faults faults_of(const Press& press)
{
    Faults faults;
    const int number = press.pressure_class.number;
    if (number < 0 || number > 5)
        faults.push_back({"class", "there is no pressure class " + press.pressure_class.text(),
                          "write P0 to P5"});
    if (press.who == Who::view_only) {
        if (press.direction || number > 0)
            faults.push_back({"who", "a press that is view_only has a direction or a class",
                              "leave both out, or say who may press"});
        return faults;
    }
    if (press.contacts.empty())
        faults.push_back({"contacts", "a press names no contact", "add contacts = [\"...\"]"});
    if (press.allows(Contact::pincer) && !press.lifts())
        faults.push_back({"contacts", "a press by pincer and by other contacts",
                          "a pincer's direction is its lift: write it as a press of its own"});
    for (const Gesture stroke : press.strokes)
        if (stays(stroke))
            faults.push_back({"strokes", std::string(to_text(stroke)) + " is no stroke",
                              "strokes are strip_along and cross_fibres"});
    if (number == 0)
        faults.push_back({"class", "a press of class P0, which is not pressed",
                          "write who = \"view_only\", or P1 to P5"});
    if (press.direction && !is_direction(*press.direction))
        faults.push_back({"direction", "a direction that is no unit vector",
                          "its three numbers x, y, z must have the length 1"});
    return faults;
}

}  // namespace tpatlas
