#include "domain/technique.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

namespace tpatlas {

namespace {

bool in_order(const PressCourse& course)
{
    return course.contact_end > 0 && course.rise_end > course.contact_end &&
           course.hold_end > course.rise_end && course.hold_end < 1;
}

}  // namespace

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

bool Technique::uses(Contact contact) const
{
    return std::find(fields_.contacts.begin(), fields_.contacts.end(), contact) !=
           fields_.contacts.end();
}

}  // namespace tpatlas
