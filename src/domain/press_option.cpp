#include "domain/press_option.hpp"

namespace tpatlas {

Who PressOption::who() const
{
    return press->who == Who::self && (*technique)->who == Who::self ? Who::self : Who::therapist;
}

std::vector<PressOption> press_options(const TriggerPoint& point, const Catalogue& catalogue)
{
    std::vector<PressOption> options;
    for (const Press& press : point->press) {
        if (press.who == Who::view_only)
            continue;
        for (const Technique& technique : catalogue.techniques())
            for (const Contact contact : press.contacts)
                if (technique.uses(contact) && press.allows(technique->gesture))
                    options.push_back({&press, &technique, contact});
    }
    return options;
}

}  // namespace tpatlas
