#include "render/look_texture.hpp"

#include "render/colour.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::render {

namespace {

// Bundles as fine as an illustrator's brush would draw them, in mm.
constexpr float bundle_mm = 3.4f;
constexpr float cell_along_mm = 34.0f;

// Three texels: (colour, opacity), (material, emphasis, dents, 0), (bundles, cells, fibres, 0).
void append_row(std::vector<glm::vec4>& texels, const scene::StructureLook& look,
                const RangeFacts& facts)
{
    texels.emplace_back(linear_from_srgb(look.colour), look.opacity);
    texels.emplace_back(static_cast<float>(look.material), look.emphasis, look.dents ? 1.0f : 0.0f,
                        0.0f);
    const bool fibres = facts.has_fibres && look.material == scene::Material::muscle;
    texels.emplace_back(std::max(6.0f, std::round(facts.fibre_mm.y / bundle_mm)),
                        std::max(2.0f, facts.fibre_mm.x / cell_along_mm), fibres ? 1.0f : 0.0f,
                        0.0f);
}

}  // namespace

LookTexture::LookTexture()
{
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

void LookTexture::update(const std::vector<scene::StructureLook>& looks,
                         const std::vector<RangeFacts>& facts)
{
    if (looks == shown_ && !shown_.empty())
        return;
    shown_ = looks;
    std::vector<glm::vec4> texels;
    texels.reserve(facts.size() * 3);
    for (std::size_t i = 0; i < facts.size(); ++i)
        append_row(texels, i < looks.size() ? looks[i] : scene::StructureLook{}, facts[i]);
    if (texels.empty())
        texels.resize(3);
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, 3, static_cast<GLsizei>(texels.size() / 3), 0,
                 GL_RGBA, GL_FLOAT, texels.data());
}

}  // namespace tpatlas::render
