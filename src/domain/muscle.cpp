#include "domain/muscle.hpp"

#include "core/nearest_word.hpp"
#include "domain/field_checks.hpp"

#include <algorithm>

namespace tpatlas {

Result<Muscle> Muscle::make(Fields fields)
{
    Faults faults;
    check_id(faults, "id", fields.id.text);
    if (fields.name_en.empty())
        faults.push_back({"name", "the muscle has no English name", "add name = { en = \"...\" }"});
    for (const std::string& structure : fields.structures)
        check_id(faults, "structures", structure);
    if (fields.has_structure && fields.structures.empty())
        faults.push_back({"structures", "muscle '" + fields.id.text + "' names no structure",
                          "add one, or set structure = false"});
    if (!fields.has_structure && !fields.structures.empty())
        faults.push_back({"structures",
                          "muscle '" + fields.id.text + "' names structures and says it has none",
                          "leave structure = false out"});
    if (std::find(muscle_regions.begin(), muscle_regions.end(), fields.region) ==
        muscle_regions.end()) {
        const std::vector<std::string> regions(muscle_regions.begin(), muscle_regions.end());
        std::string known;
        for (const std::string& region : regions)
            known += (known.empty() ? "" : ", ") + region;
        const std::string near = nearest_word(fields.region, regions);
        faults.push_back({"region", "there is no region '" + fields.region + "' of the list",
                          near.empty() ? "known: " + known : "did you mean '" + near + "'?"});
    }
    if (fields.layer < 1 || fields.layer > 9)
        faults.push_back({"layer", "layer is " + std::to_string(fields.layer),
                          "it must lie in 1 (superficial) to 9"});
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    return Muscle(std::move(fields));
}

bool Muscle::is_of_the_leg() const
{
    return fields_.region == "thigh" || fields_.region == "leg" || fields_.region == "foot";
}

}  // namespace tpatlas
