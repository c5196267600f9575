#include "scene/model_look.hpp"

#include "scene/looks.hpp"
#include "state/selection.hpp"

#include <algorithm>

#include <glm/common.hpp>

namespace tpatlas::scene {

namespace {

constexpr glm::vec3 point_colour{0.10f, 0.11f, 0.13f};
// A model has no stipple: spillover is told from essential by its lightness, in grey as well.
constexpr float spillover_lightness = 0.5f;
constexpr float all_but_opaque = 0.98f;

// As solid as in the picture; what is not coloured by hand has the colour of its kind.
ModelLook::StructureRow row_of(const StructureLook& look, const Structure& structure,
                               const Document& document)
{
    ModelLook::StructureRow row;
    row.shown = look.layer != Layer::hidden;
    row.opacity = look.layer == Layer::ghost ? look.opacity : 1;
    const auto own = document.colours.find(structure.id);
    if (own != document.colours.end())
        row.colour = own->second;
    return row;
}

void add_structures(ModelLook& model, const Document& document, const View& view,
                    const Atlas& atlas)
{
    const std::vector<Structure>& all = atlas.body().structures();
    const std::vector<StructureLook> looks = structure_looks(document, view, atlas);
    for (std::size_t i = 0; i < all.size(); ++i)
        model.structures.push_back(row_of(looks[i], all[i], document));
    const std::optional<std::uint32_t> number = atlas.body().surfaces().skin;
    if (!number)
        return;
    const SkinLook skin = skin_look(document, atlas);  // it is drawn by rules of its own
    ModelLook::StructureRow& row = model.structures[*number];
    row.shown = skin.shown;
    row.opacity = skin.opacity > all_but_opaque ? 1 : skin.opacity;
    if (skin.dense && row.opacity < 1)
        model.opaque_skin = ModelLook::Plane{skin.dense->point_mm, skin.dense->normal};
}

bool is_chosen(const PlacedPoint& point, const Document& document, const std::vector<Side>& sides)
{
    if (!document.muscle)
        return true;
    return (*point.record)->muscle == document.muscle->id &&
           (!document.point || document.point->id == (*point.record)->id) &&
           std::find(sides.begin(), sides.end(), point.side) != sides.end();
}

}  // namespace

ModelLook model_look(const Document& document, const View& view, const Atlas& atlas)
{
    ModelLook model;
    add_structures(model, document, view, atlas);
    const std::vector<Side> sides =
        document.muscle ? shown_sides(document.muscle->side, view.side) : std::vector<Side>();
    for (std::uint32_t i = 0; i < atlas.points().size(); ++i)
        if (is_chosen(atlas.points()[i], document, sides))
            model.points.push_back(i);
    for (std::uint32_t i = 0; i < atlas.zones().size(); ++i)
        if (is_chosen(*atlas.zones()[i].point, document, sides))
            model.zones.push_back(i);
    for (std::size_t kind = 0; kind < model.of_kind.size(); ++kind)
        model.of_kind[kind] = kind_colour(static_cast<StructureKind>(kind));
    model.of_kind[static_cast<std::size_t>(StructureKind::skin)] = skin_colour(document.skin_tone);
    model.essential = ZonePaint{}.colour;
    model.spillover = glm::mix(model.essential, glm::vec3(1), spillover_lightness);
    model.point = point_colour;
    model.ghost = lent_colour;
    return model;
}

}  // namespace tpatlas::scene
