// state/settings.hpp: what the program keeps between starts.
//
//   Settings settings = settings_of(session.view());   // io/settings_file.hpp writes them
//   session.update(ApplySettings{settings});
#pragma once

#include <string>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas {

struct View;

enum class SideChoice { left, right, both };

// How the list of muscles is grouped.
enum class ListOrder { region, layer, letter };

enum class CaptureGround { theme, white, transparent };

// What a captured picture is to be.
struct CaptureWish {
    glm::ivec2 size_px{1920, 1440};
    CaptureGround ground = CaptureGround::theme;
    bool strip = true;   // legend, caption, attribution below the picture; else in its texts only
    bool labels = true;  // names, and the marks L and R
    std::string folder;  // where to; empty: the user's pictures

    bool operator==(const CaptureWish&) const = default;
};

struct Settings {
    std::string theme = "light";
    float interface_scale = 0;  // 0: as the monitor says; else 0.75...3
    bool reduced_motion = false;
    bool free_orbit = false;
    bool first_hint = true;
    SideChoice side = SideChoice::right;
    ListOrder list_order = ListOrder::region;
    bool layers_open = true;
    CaptureWish capture;
    std::vector<std::string> recent;

    bool operator==(const Settings&) const = default;
};

constexpr float smallest_interface_scale = 0.75f;
constexpr float largest_interface_scale = 3;
constexpr std::size_t most_recent_files = 8;

Settings settings_of(const View& view);
// Values out of range are brought into it.
void apply(const Settings& settings, View& view);

}  // namespace tpatlas
