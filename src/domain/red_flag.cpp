#include "domain/red_flag.hpp"

#include "domain/field_checks.hpp"

#include <algorithm>

namespace tpatlas {

Result<RedFlag> RedFlag::make(Fields fields)
{
    Faults faults;
    check_id(faults, "id", fields.id.text);
    check_text(faults, "words", fields.words);
    check_text(faults, "action", fields.action);
    for (const RegionId& place : fields.places)
        check_id(faults, "places", place.text);
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    if (fields.short_words.empty())
        fields.short_words = fields.words;
    return RedFlag(std::move(fields));
}

bool RedFlag::belongs_to(const MuscleId& muscle) const
{
    return fields_.muscles.empty() ||
           std::find(fields_.muscles.begin(), fields_.muscles.end(), muscle) !=
               fields_.muscles.end();
}

}  // namespace tpatlas
