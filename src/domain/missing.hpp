// domain/missing.hpp: what the catalogue does not record yet, counted by field.
//
//   for (const MissingField& field : missing_fields(catalogue)) field.name, field.missing, field.of
#pragma once

#include "domain/catalogue.hpp"

#include <string>
#include <vector>

namespace tpatlas {

struct MissingField {
    std::string name;       // as it is called in the files: "muscle.origin", "point.press"
    std::size_t missing = 0;
    std::size_t of = 0;     // records that could have it

    bool operator==(const MissingField&) const = default;
};

// Every field that may be left out, those of muscles first, in the order of the files' format. What
// is left out because there is none (a point's spillover) counts as not recorded too: the program
// says so as well.
std::vector<MissingField> missing_fields(const Catalogue& catalogue);

}  // namespace tpatlas
