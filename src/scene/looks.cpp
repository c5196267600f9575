#include "scene/looks.hpp"

#include "core/skin_tones.hpp"
#include "state/selection.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas::scene {

namespace {

constexpr glm::vec3 bone_colour{0.89f, 0.85f, 0.76f};
constexpr glm::vec3 cartilage_colour{0.80f, 0.84f, 0.84f};
constexpr glm::vec3 disc_colour{0.76f, 0.80f, 0.82f};
constexpr glm::vec3 tendon_colour{0.88f, 0.85f, 0.79f};
constexpr glm::vec3 fascia_colour{0.84f, 0.82f, 0.78f};
// Calm and desaturated; while a zone is shown muscle turns beige-grey, so that the zone stands out.
constexpr glm::vec3 muscle_colour{0.66f, 0.33f, 0.28f};
constexpr glm::vec3 resting_colour{0.74f, 0.68f, 0.62f};
constexpr float faded_opacity = 0.16f;
constexpr float lent_opacity = 0.13f;  // fainter than what a user faded: there is much of it

Material material_of(StructureKind kind)
{
    switch (kind) {
    case StructureKind::bone:
        return Material::bone;
    case StructureKind::cartilage:
    case StructureKind::disc:
        return Material::cartilage;
    case StructureKind::tendon:
    case StructureKind::ligament:
    case StructureKind::fascia:
        return Material::tendon;
    case StructureKind::skin:
        return Material::skin;
    case StructureKind::muscle:
        break;
    }
    return Material::muscle;
}

glm::vec3 colour_of(const Structure& structure)
{
    if (structure.kind != StructureKind::muscle && structure.kind != StructureKind::skin)
        return kind_colour(structure.kind);
    // Neighbours differ a little, so that one sees where a muscle ends: by layer, and by a
    // number made of the name, the same on both sides.
    unsigned hash = 2166136261u;
    for (const char c : structure.name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    const float shade = static_cast<float>(hash >> 8 & 255u) / 255.0f - 0.5f;
    const float deep = static_cast<float>(std::clamp(structure.layer, 1, 5) - 1);
    return glm::clamp(muscle_colour + glm::vec3(0.05f, 0.045f, 0.04f) * shade -
                          glm::vec3(0.025f, 0.012f, 0.008f) * deep,
                      0.0f, 1.0f);
}

int deepest_muscle_layer(const Body& body)
{
    int deepest = 1;
    for (const Structure& s : body.structures())
        if (s.kind == StructureKind::muscle)
            deepest = std::max(deepest, s.layer);
    return deepest;
}

// What the depth slider leaves of a layer: 1 whole, 0 gone. Skin is layer 0; bones are never peeled.
float left_of_layer(float depth, int layer, int deepest)
{
    const float peeled = depth * static_cast<float>(deepest + 1);
    return std::clamp(1 - (peeled - static_cast<float>(layer)), 0.0f, 1.0f);
}

bool is_soft(StructureKind kind)
{
    return kind == StructureKind::muscle || kind == StructureKind::tendon ||
           kind == StructureKind::fascia || kind == StructureKind::ligament;
}

void peel(StructureLook& look, const Structure& structure, float depth, int deepest)
{
    if (!is_soft(structure.kind))
        return;
    const float left = left_of_layer(depth, std::max(1, structure.layer), deepest);
    if (left <= 0.02f)
        look.layer = Layer::hidden;
    else if (left < 0.98f) {
        look.layer = Layer::ghost;
        look.opacity = left;
    }
}

// What is selected, and the layer of its muscle.
struct Chosen {
    std::set<StructureId> ids;
    int layer = 0;
};

Chosen chosen_structures(const Document& document, const View& view, const Atlas& atlas)
{
    Chosen chosen{selected_structures(document, view.side, atlas), 0};
    const Muscle* muscle =
        document.muscle ? atlas.catalogue().muscle(document.muscle->id) : nullptr;
    if (muscle != nullptr)
        chosen.layer = (*muscle)->layer;
    return chosen;
}

void mark_chosen(StructureLook& look, const Structure& structure, const Chosen& chosen,
                 bool zone_shown)
{
    if (chosen.ids.contains(structure.id)) {
        look.layer = Layer::solid;
        look.emphasis = 1;
        return;
    }
    if (structure.kind != StructureKind::muscle)
        return;
    if (zone_shown || chosen.layer > 0)
        look.colour = glm::mix(look.colour, resting_colour, zone_shown ? 0.9f : 0.6f);
    // What lies over the chosen muscle becomes a veil, so that it is seen in its place.
    if (chosen.layer > 0 && structure.layer < chosen.layer && look.layer == Layer::solid) {
        look.layer = Layer::ghost;
        look.opacity = faded_opacity;
    }
}

// Ours in a user's body. A chosen one stands out as any.
void lend(StructureLook& look, const Document& document)
{
    if (look.layer == Layer::hidden || look.emphasis == 1)
        return;
    look.layer = document.ghosts ? Layer::ghost : Layer::hidden;
    look.opacity = std::min(look.opacity, lent_opacity);
    look.colour = glm::mix(look.colour, lent_colour, 0.7f);
}

// What the user hid, faded or showed goes over what depth and selection say.
void apply_wish(StructureLook& look, const Structure& structure, const Document& document)
{
    const auto own = document.visibility.find(structure.id);
    const bool named = own != document.visibility.end();
    const Visibility wish = named ? own->second : document.others;
    if (wish == Visibility::hidden)
        look.layer = Layer::hidden;
    else if (wish == Visibility::faded && look.layer != Layer::hidden) {
        look.layer = Layer::ghost;
        look.opacity = faded_opacity;
    } else if (named) {
        look.layer = Layer::solid;
        look.opacity = 1;
    }
    if (document.hidden_kinds.contains(structure.kind))
        look.layer = Layer::hidden;
    const auto colour = document.colours.find(structure.id);
    if (colour != document.colours.end())
        look.colour = colour->second;
}

// Above the jaw the skin stays opaque: no bare sockets or teeth unless the skull is asked for, and
// zones on face and scalp lie on a face. The plane runs just under chin and mastoid process.
std::optional<DenseSkin> mannequin_head(const Document& document, const Body& body)
{
    const PlacedLandmark* chin = body.landmark({"chin"}, Side::middle);
    const PlacedLandmark* mastoid = body.landmark({"mastoid_process"}, Side::right);
    if (chin == nullptr || mastoid == nullptr || document.depth > 0)
        return std::nullopt;
    if (document.structure) {
        const Structure* chosen = body.find(*document.structure);
        if (chosen != nullptr && chosen->kind == StructureKind::bone && chosen->region == "head")
            return std::nullopt;
    }
    DenseSkin dense;
    dense.point_mm = {0, chin->skin_mm.y - 22, chin->skin_mm.z};
    // Square to the line from mastoid process to chin, in the midplane.
    const glm::vec3 forward = dense.point_mm - glm::vec3(0, mastoid->position_mm.y - 18,
                                                         mastoid->position_mm.z);
    dense.normal = glm::normalize(glm::vec3(0, forward.z, -forward.y));
    dense.soft_mm = 36;
    return dense;
}

}  // namespace

std::vector<StructureLook> structure_looks(const Document& document, const View& view,
                                           const Atlas& atlas)
{
    const Body& body = atlas.body();
    const int deepest = deepest_muscle_layer(body);
    const Chosen chosen = chosen_structures(document, view, atlas);
    std::vector<StructureLook> looks;
    looks.reserve(body.structures().size());
    for (std::uint32_t number = 0; number < body.structures().size(); ++number) {
        const Structure& structure = body.structures()[number];
        StructureLook look;
        look.material = material_of(structure.kind);
        look.colour = colour_of(structure);
        look.layer = structure.kind == StructureKind::skin ? Layer::hidden : Layer::solid;
        if (structure.kind == StructureKind::skin && !body.surfaces().skin) {
            look.layer = Layer::ghost;  // a user's skin, which is no skin to paint on
            look.opacity = document.skin_opacity;
        }
        look.dents = look.material == Material::muscle || look.material == Material::tendon;
        if (structure.kind != StructureKind::skin) {
            peel(look, structure, document.depth, deepest);
            if (!chosen.ids.empty())
                mark_chosen(look, structure, chosen, document.point.has_value());
            if (body.is_ghost(number))
                lend(look, document);
            apply_wish(look, structure, document);
            if (view.hovered_structure == number && look.emphasis == 0)
                look.emphasis = 0.4f;
        }
        looks.push_back(look);
    }
    return looks;
}

glm::vec3 kind_colour(StructureKind kind)
{
    switch (kind) {
    case StructureKind::bone:
        return bone_colour;
    case StructureKind::cartilage:
        return cartilage_colour;
    case StructureKind::disc:
        return disc_colour;
    case StructureKind::tendon:
    case StructureKind::ligament:
        return tendon_colour;
    case StructureKind::fascia:
        return fascia_colour;
    case StructureKind::skin:
    case StructureKind::muscle:
        break;
    }
    return muscle_colour;
}

glm::vec3 skin_colour(const std::string& tone)
{
    return skin_tone(tone).value_or(*skin_tone("medium")).srgb;
}

SkinLook skin_look(const Document& document, const Atlas& atlas)
{
    SkinLook skin;
    skin.colour = skin_colour(document.skin_tone);
    skin.opacity = document.skin_opacity *
                   left_of_layer(document.depth, 0, deepest_muscle_layer(atlas.body()));
    // A breath of the outline stays at every depth: deep views without it look like an anatomy
    // theatre's table, and one no longer knows where on the body one is.
    skin.opacity = std::max(skin.opacity, document.skin_opacity > 0 ? 0.06f : 0.0f);
    skin.dense = mannequin_head(document, atlas.body());
    skin.shown = atlas.body().surfaces().skin.has_value() && skin.opacity > 0 &&
                 !document.hidden_kinds.contains(StructureKind::skin);
    return skin;
}

Palette palette(const std::string& theme)
{
    Palette colours;
    if (theme == "dark") {
        colours.background_top = {0.16f, 0.17f, 0.19f, 1};
        colours.background_bottom = {0.10f, 0.105f, 0.12f, 1};
        colours.text = {0.92f, 0.93f, 0.95f};
        colours.faint_text = {0.68f, 0.70f, 0.74f};
        colours.strip = {0.13f, 0.135f, 0.15f};
    } else if (theme == "high_contrast") {
        colours.background_top = {1, 1, 1, 1};
        colours.background_bottom = {1, 1, 1, 1};
        colours.text = {0, 0, 0};
        colours.faint_text = {0.10f, 0.10f, 0.10f};
        colours.strip = {1, 1, 1};
        colours.emphasis = {0.90f, 0.38f, 0.0f};
    }
    return colours;
}

}  // namespace tpatlas::scene
