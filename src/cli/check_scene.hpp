// cli/check_scene.hpp: every fault of a scene: of its text, and what it names that is not there.
//
//   SceneChecker checker(common);
//   Faults faults = checker.faults_of("figure.toml");
#pragma once

#include "atlas/atlas.hpp"
#include "cli/options.hpp"
#include "core/error.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace tpatlas::cli {

class SceneChecker {
public:
    explicit SceneChecker(const CommonOptions& common) : common_(common) {}

    // Of a scene's file, or of the scene in a picture.
    Faults faults_of(const std::filesystem::path& file);

private:
    using OpenedAtlas = Result<std::shared_ptr<const Atlas>>;
    const OpenedAtlas& atlas_on(const std::optional<std::filesystem::path>& body);

    const CommonOptions& common_;
    std::map<std::string, OpenedAtlas> atlases_;  // by body: many scenes are of one
};

}  // namespace tpatlas::cli
