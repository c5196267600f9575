#include "domain/technique.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

namespace tpatlas {

namespace {

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

bool in_order(const PressCourse& course)
{
    return course.contact_end > 0 && course.rise_end > course.contact_end &&
           course.hold_end > course.rise_end && course.hold_end < 1;
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

Result<Technique> Technique::make(Fields fields)
{
    Faults faults;
    check_id(faults, "id", fields.id.text);
    if (fields.name_en.empty())
        faults.push_back({"name", "the technique has no name", "add name = { en = \"...\" }"});
    if (fields.contacts.empty())
        faults.push_back(
            {"contacts", "the technique names no contact", "add contacts = [\"...\"]"});
    if (!in_order(fields.course))
        faults.push_back({"course", "the parts of the course are not in order",
                          "0 < contact_end < rise_end < hold_end < 1"});
    if (!(fields.hold_s_min > 0 && fields.hold_s_max >= fields.hold_s_min &&
          fields.hold_s_max <= 600))
        faults.push_back({"hold_s", "the hold is no range of seconds",
                          "write hold_s = [shortest, longest], above 0 and at most 600"});
    if (!(fields.repetitions_min >= 1 && fields.repetitions_max >= fields.repetitions_min &&
          fields.repetitions_max <= 100))
        faults.push_back({"repetitions", "the repetitions are no range",
                          "write repetitions = [least, most], 1 to 100"});
    if (fields.pain_limit < 0 || fields.pain_limit > 10)
        faults.push_back({"pain_limit", "pain_limit is " + std::to_string(fields.pain_limit),
                          "it must lie in 0 to 10"});
    check_text(faults, "how", fields.how);
    if (fields.always_beside.empty())
        faults.push_back({"always_beside", "no sentence stands beside the technique",
                          "add what is not proven and what could hurt"});
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    return Technique(std::move(fields));
}

}  // namespace tpatlas
