// cli/verbs.hpp: the verbs, one file each. A verb prints its answer and returns Done, or faults, of
// which the command line prints the first.
#pragma once

#include "cli/options.hpp"
#include "cli/program.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::cli {

Result<Done> list_records(const CommonOptions& common, const ListOptions& options);
Result<Done> show_record(const CommonOptions& common, const ShowOptions& options);
Result<Done> shot(const CommonOptions& common, const ShotOptions& options, const Program& program);
Result<Done> export_body(const CommonOptions& common, const ExportOptions& options);
Result<Done> check_files(const CommonOptions& common, const CheckOptions& options);
Result<Done> bench(const CommonOptions& common, const BenchOptions& options,
                   const Program& program);
Result<Done> open_window(const CommonOptions& common, const WindowOptions& options,
                         const Program& program);

// What `list` lists.
std::vector<std::string> list_kinds();

}  // namespace tpatlas::cli
