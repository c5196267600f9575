#include "domain/gesture.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas {

namespace {

constexpr float tau = 6.2831853f;

// 0 before `from`, 1 after `to`, without a corner at either end; 0 for NaN.
float smooth_step(float from, float to, float t)
{
    if (!(t > from))
        return 0;
    if (t >= to)
        return 1;
    const float share = (t - from) / (to - from);
    return share * share * (3 - 2 * share);
}

// Share of the way from the first touch to the end of the hold.
float touched(const PressCourse& course, float t)
{
    return std::clamp((t - course.contact_end) / (course.hold_end - course.contact_end), 0.0f,
                      1.0f);
}

// Three rises with a wait after each: trials compared one, two and three (R39 of the facts).
float steps(const PressCourse& course, float t)
{
    const float way = touched(course, t);
    return 0.45f * smooth_step(0, 0.2f, way) + 0.28f * smooth_step(0.4f, 0.5f, way) +
           0.27f * smooth_step(0.7f, 0.8f, way);
}

// Five parts pressing, two and a half parts resting, as the rhythm is taught; four times a hold.
float pulses(const PressCourse& course, float t)
{
    constexpr float rest = 0.25f;  // what is left between two pulses
    constexpr float count = 4;
    const float hold = std::clamp((t - course.rise_end) / (course.hold_end - course.rise_end),
                                  0.0f, 1.0f);
    if (hold <= 0 || hold >= 1)
        return 1;
    const float beat = std::fmod(hold * count, 1.0f);
    const float pressed = 1 - smooth_step(0.58f, 0.70f, beat) + smooth_step(0.88f, 1.0f, beat);
    return rest + (1 - rest) * pressed;
}

float swing(const PressCourse& course, float t, float times)
{
    const float hold = std::clamp((t - course.rise_end) / (course.hold_end - course.rise_end),
                                  0.0f, 1.0f);
    return std::sin(tau * times * hold) * smooth_step(0, 0.1f, hold) *
           (1 - smooth_step(0.9f, 1, hold));
}

}  // namespace

float PressCourse::release_end() const
{
    return hold_end + 0.7f * (1 - hold_end);
}

float PressCourse::force(float t) const
{
    return smooth_step(contact_end, rise_end, t) - smooth_step(hold_end, release_end(), t);
}

float PressCourse::arrival(float t) const
{
    return smooth_step(0, contact_end, t) - smooth_step(release_end(), 1, t);
}

float PressCourse::easing(float t) const
{
    return smooth_step(rise_end, hold_end, t);
}

GestureMoment gesture_moment(Gesture gesture, const PressCourse& course, float t)
{
    GestureMoment moment;
    moment.arrival = course.arrival(t);
    moment.force = course.force(t);
    moment.easing = course.easing(t);
    moment.holding = t > course.rise_end && t < course.hold_end;
    switch (gesture) {
    case Gesture::press_and_hold:
        break;
    case Gesture::stepped:
        // Released from where the steps ended.
        moment.force = std::min(moment.force, steps(course, t));
        break;
    case Gesture::pulsed:
        moment.force *= pulses(course, t);
        break;
    case Gesture::strip_along:
        moment.along = -1 + 2 * smooth_step(course.rise_end, course.hold_end, t);
        break;
    case Gesture::cross_fibres:
        moment.across = swing(course, t, 4);
        break;
    case Gesture::pincer_and_roll:
        moment.across = swing(course, t, 3);
        break;
    case Gesture::light_first_try:
        moment.force *= 0.4f;
        break;
    case Gesture::roll_and_stop:
        // Slowly to the spot in the first third, then it stays there.
        moment.along = -1 + smooth_step(course.contact_end,
                                        course.rise_end +
                                            0.3f * (course.hold_end - course.rise_end), t);
        break;
    case Gesture::vibrate:
        moment.shake = moment.force * std::sin(tau * 40 * t);
        break;
    }
    return moment;
}

}  // namespace tpatlas
