#include "domain/no_press.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

bool lets_through(const NoPressAllowance& allowance, const Press& press, Contact contact)
{
    if (press.who == Who::self && allowance.who != Who::self)
        return false;
    if (std::find(allowance.contacts.begin(), allowance.contacts.end(), contact) ==
        allowance.contacts.end())
        return false;
    if (press.pressure_class > allowance.highest)
        return false;
    if (allowance.directions.empty())
        return true;
    if (!press.direction)
        return false;
    const float least = std::cos(allowance.within_deg * 3.14159265f / 180);
    return std::any_of(allowance.directions.begin(), allowance.directions.end(),
                       [&](glm::vec3 d) { return glm::dot(d, *press.direction) >= least; });
}

} // namespace

Faults faults_of(const NoPressAllowance& allowance)
{
    Faults faults;
    if (allowance.who == Who::view_only)
        faults.push_back({"who", "an allowance for nobody", "who is self or therapist"});
    if (allowance.contacts.empty())
        faults.push_back({"contacts", "an allowance without a contact",
                          "add contacts = [\"...\"]"});
    if (allowance.highest.number < 1 || allowance.highest.number > 5)
        faults.push_back({"class", "an allowance without a highest class",
                          "add class = \"P1\" to \"P5\""});
    if (!allowance.directions.empty() && !lies_within(allowance.within_deg, 1, 90))
        faults.push_back({"within_deg",
                          "within_deg is " + number_text(double(allowance.within_deg)),
                          "it must lie in 1 to 90"});
    if (allowance.longest_s && !lies_within(*allowance.longest_s, 1, 600))
        faults.push_back({"longest_s", "longest_s is " + number_text(double(*allowance.longest_s)),
                          "it must lie in 1 to 600"});
    check_text(faults, "words", allowance.words);
    return faults;
}

Result<NoPressZone> NoPressZone::make(Fields fields)
{
    Faults faults;
    check_id(faults, "id", fields.id.text);
    if (fields.name_en.empty())
        faults.push_back({"name", "the zone has no name", "add name = { en = \"...\" }"});
    check_text(faults, "protects", fields.protects);
    if (fields.grade == NoPressGrade::only && fields.allow.empty())
        faults.push_back({"allow", "grade only, and nothing is allowed",
                          "add allow = [{ ... }], or write grade = \"never\""});
    if (fields.grade == NoPressGrade::care && !fields.allow.empty())
        faults.push_back({"allow", "grade care blocks nothing, so nothing is allowed by name",
                          "leave allow out, or write grade = \"only\""});
    if (fields.grade == NoPressGrade::care)
        check_text(faults, "text", fields.text);
    for (const NoPressAllowance& allowance : fields.allow)
        for (Error& fault : faults_of(allowance))
            faults.push_back({"allow", std::move(fault.what), std::move(fault.mend)});
    if (!fields.shapes.empty()) {
        Zone drawn; // its shapes obey the rules of every zone's
        drawn.words = fields.name_en.empty() ? "-" : fields.name_en;
        drawn.shapes = fields.shapes;
        for (const Error& fault : faults_of(drawn))
            faults.push_back(fault);
        if (crosses(drawn))
            faults.push_back({"shapes", "a shape with a side of its own",
                              "a no-press zone's side stands beside its shapes"});
    } else if (fields.text.empty())
        faults.push_back({"shapes", "no shape and no text", "add shapes = [...] or text"});
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    return NoPressZone(std::move(fields));
}

NoPressVerdict verdict_on(const NoPressZone& zone, const Press& press)
{
    NoPressVerdict verdict;
    if (press.who == Who::view_only || zone->grade == NoPressGrade::care)
        return verdict;
    for (const Contact contact : press.contacts) {
        // Of the allowances that let a contact through, the most generous one counts.
        constexpr float unlimited = std::numeric_limits<float>::infinity();
        bool allowed = false;
        float limit_s = 0;
        for (const NoPressAllowance& allowance : zone->allow) {
            if (!lets_through(allowance, press, contact))
                continue;
            allowed = true;
            limit_s = std::max(limit_s, allowance.longest_s.value_or(unlimited));
        }
        if (!allowed)
            verdict.refused.push_back(contact);
        else if (limit_s < unlimited)
            verdict.longest_s = std::min(verdict.longest_s.value_or(limit_s), limit_s);
    }
    verdict.allowed = verdict.refused.empty() && !press.contacts.empty();
    return verdict;
}

} // namespace tpatlas
