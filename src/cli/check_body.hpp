// cli/check_body.hpp: every fault of a user's body: a mesh, a folder of meshes, a body.toml; and of
// one that is read, what was found out: which meshes are what, and how near they lie to ours.
//
//   BodyChecker checker(common);
//   if (checker.is_body("my_model")) {
//       Faults faults = checker.faults_of("my_model");
//       std::string lines = checker.report();
//   }
#pragma once

#include "cli/options.hpp"
#include "core/error.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas::cli {

class BodyChecker {
public:
    explicit BodyChecker(const CommonOptions& common) : common_(common) {}

    // A folder is one with a body.toml, or with meshes and no other TOML but scenes.
    static bool is_body(const std::filesystem::path& path);

    Faults faults_of(const std::filesystem::path& path);
    // Lines on the body that was looked at last; empty where it has faults that keep it from being
    // read, and for a body.toml alone.
    const std::string& report() const { return report_; }

private:
    using Ids = Result<std::vector<StructureId>>;
    Faults faults_of_map(const std::filesystem::path& file);
    const Ids& known_ids();  // of the embedded body, whatever --body says

    Faults faults_of_meshes(const std::filesystem::path& place);

    const CommonOptions& common_;
    std::optional<Ids> known_;
    std::string report_;
};

}  // namespace tpatlas::cli
