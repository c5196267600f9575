// cli/record_json.hpp: one record, whole, as JSON: what `show ID --json` prints. Fields that are
// not recorded are left out; `kind_of_record` says what it is.
#pragma once

#include "cli/list_json.hpp"
#include "cli/record.hpp"

namespace tpatlas::cli {

Json record_json(const Atlas& atlas, const Record& record);

}  // namespace tpatlas::cli
