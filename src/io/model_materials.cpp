#include "io/model_materials.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::io {

namespace {

constexpr double roughness = 0.75;  // as tissue in the program's pictures: no gloss

// glTF's factors are linear.
double linear(float srgb)
{
    const double c = std::clamp(static_cast<double>(srgb), 0.0, 1.0);
    const double value = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    return std::round(value * 10000) / 10000;
}

}  // namespace

int ModelMaterials::number(const std::string& name, glm::vec3 srgb, float opacity)
{
    const double alpha = std::round(std::clamp(static_cast<double>(opacity), 0.0, 1.0) * 100) / 100;
    nlohmann::ordered_json material{
        {"name", name},
        {"pbrMetallicRoughness",
         {{"baseColorFactor", {linear(srgb.x), linear(srgb.y), linear(srgb.z), alpha}},
          {"metallicFactor", 0},
          {"roughnessFactor", roughness}}}};
    if (alpha < 1)
        material["alphaMode"] = "BLEND";
    const auto [place, fresh] =
        made_.try_emplace(material.dump(), static_cast<int>(all_.size()));
    if (fresh)
        all_.push_back(std::move(material));
    return place->second;
}

}  // namespace tpatlas::io
