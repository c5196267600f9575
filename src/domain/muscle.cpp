#include "domain/muscle.hpp"

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
        std::string known;
        for (const std::string_view region : muscle_regions)
            known += (known.empty() ? "" : ", ") + std::string(region);
        faults.push_back({"region", "there is no region '" + fields.region + "' of the list",
                          "known: " + known});
    }
    if (fields.layer < 1 || fields.layer > 9)
        faults.push_back({"layer", "layer is " + std::to_string(fields.layer),
                          "it must lie in 1 (superficial) to 9"});
    check_sources(faults, fields.sources);
    if (!faults.empty())
        return faults;
    return Muscle(std::move(fields));
}

}  // namespace tpatlas
