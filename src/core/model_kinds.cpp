#include "core/model_kinds.hpp"

#include <algorithm>
#include <array>

namespace tpatlas {

bool is_model(const std::filesystem::path& file)
{
    constexpr std::array<std::string_view, 7> endings{".glb", ".gltf", ".obj", ".stl",
                                                      ".ply", ".fbx",  ".dae"};
    return std::find(endings.begin(), endings.end(), lower_ending(file)) != endings.end();
}

std::string lower_ending(const std::filesystem::path& file)
{
    return lower(file.extension().string());
}

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace tpatlas
