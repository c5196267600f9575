#include "domain/source.hpp"

#include "domain/field_checks.hpp"

namespace tpatlas {

Faults faults_of(const Source& source)
{
    Faults faults;
    check_id(faults, "id", source.id.text);
    if (source.year && (*source.year < 1500 || *source.year > 2100))
        faults.push_back({"year", "year is " + std::to_string(*source.year),
                          "it must lie in 1500 to 2100"});
    if (source.title.empty() && source.detail.empty())
        faults.push_back({"title", "the source has no title and no detail",
                          "add title = \"...\""});
    return faults;
}

}  // namespace tpatlas
