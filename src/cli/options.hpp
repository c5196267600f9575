// cli/options.hpp: what was asked for on the command line, as plain values.
#pragma once

#include "core/side.hpp"
#include "state/view.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::cli {

// Goes with every verb.
struct CommonOptions {
    std::optional<std::filesystem::path> body;
    std::optional<std::filesystem::path> catalogue;
    std::optional<std::filesystem::path> data;
    std::string language = "en";
};

struct ListOptions {
    std::string what;  // one of list_kinds()
    bool json = false;
};

struct ShowOptions {
    std::string id;
    bool json = false;
};

// What is not given is as the scene says, where there is one, else as the program starts.
struct ShotOptions {
    std::optional<std::filesystem::path> scene;  // a *.toml or a PNG with one
    std::string point;   // at most one of the three; all empty: nothing selected
    std::string muscle;
    std::optional<SideChoice> side;
    std::string view;    // empty: as the selection asks
    std::string at;      // a landmark in the middle of the picture; empty: as the view asks
    float span_mm = 300; // height of the picture at that landmark
    std::optional<glm::ivec2> size_px;
    std::optional<float> press;
    std::string technique;
    std::string contact;
    std::optional<float> skin;
    std::optional<float> depth;
    std::string tone;   // of the skin
    std::string theme;
    bool no_press = false;
    std::string tint;    // "regions", or empty
    bool transparent = false;
    bool no_labels = false;
    std::string labels;  // none, selected, all
    bool latin = false;
    bool clean = false;
    std::filesystem::path output;
};

struct ExportOptions {
    std::filesystem::path output;
};

struct CheckOptions {
    std::vector<std::filesystem::path> paths;
    bool missing = false;  // and what is not recorded, counted
};

struct BenchOptions {
    int width_px = 1920;
    int height_px = 1080;
    bool json = false;
};

struct WindowOptions {
    std::optional<std::filesystem::path> scene;  // shown at the start: a *.toml or a PNG with one
    std::optional<std::filesystem::path> settings;  // for tests: kept there, not with the user
    std::optional<std::filesystem::path> test_report;
};

}  // namespace tpatlas::cli
