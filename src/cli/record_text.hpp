// cli/record_text.hpp: one record, whole, for people, in the chosen language: `show ID`.
#pragma once

#include "cli/record.hpp"
#include "core/texts.hpp"

#include <string>

namespace tpatlas::cli {

std::string record_text(const Atlas& atlas, const Record& record, const Texts& texts);

}  // namespace tpatlas::cli
