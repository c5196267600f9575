// cli/check_body.hpp: every fault of a user's body: a mesh, a folder of meshes, a body.toml.
//
//   BodyChecker checker(common);
//   if (checker.is_body("my_model"))
//       Faults faults = checker.faults_of("my_model");
#pragma once

#include "cli/options.hpp"
#include "core/error.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace tpatlas::cli {

class BodyChecker {
public:
    explicit BodyChecker(const CommonOptions& common) : common_(common) {}

    // A folder is one with a body.toml, or with meshes and no other TOML but scenes.
    static bool is_body(const std::filesystem::path& path);

    Faults faults_of(const std::filesystem::path& path);

private:
    using Ids = Result<std::vector<StructureId>>;
    Faults faults_of_map(const std::filesystem::path& file);
    const Ids& known_ids();  // of the embedded body, whatever --body says

    const CommonOptions& common_;
    std::optional<Ids> known_;
};

}  // namespace tpatlas::cli
