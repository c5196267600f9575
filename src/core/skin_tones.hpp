// core/skin_tones.hpp: the tones in which the skin is drawn, light to dark.
//
//   std::optional<SkinTone> tone = skin_tone("medium");
//
// Steps 3 and 5 to 8 of the Monk Skin Tone Scale (Monk 2019, sRGB), whose ends leave a drawn form
// no room for light or shade, and between them the tone of the program's own figures.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include <glm/vec3.hpp>

namespace tpatlas {

struct SkinTone {
    std::string_view name;  // "tone.…" in the table of texts
    glm::vec3 srgb;         // 0...1
};

inline const std::array<SkinTone, 6> skin_tones{{{"light", {0.969f, 0.918f, 0.816f}},
                                                 {"fair", {0.843f, 0.741f, 0.588f}},
                                                 {"medium", {0.82f, 0.65f, 0.55f}},
                                                 {"tan", {0.627f, 0.494f, 0.337f}},
                                                 {"brown", {0.510f, 0.361f, 0.263f}},
                                                 {"deep", {0.376f, 0.255f, 0.204f}}}};

inline std::optional<SkinTone> skin_tone(std::string_view name)
{
    for (const SkinTone& tone : skin_tones)
        if (tone.name == name)
            return tone;
    return std::nullopt;
}

}  // namespace tpatlas
