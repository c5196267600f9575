#include "scene/label_choice.hpp"

#include "scene/captions.hpp"
#include "state/selection.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include <glm/geometric.hpp>

namespace tpatlas::scene {

namespace {

// Of what is selected; what is only shown has less (see importance_of).
constexpr float selected_point = 40;
constexpr float other_point = 30;
constexpr float selected_name = 20;
constexpr float beside_selected = 19;

constexpr float name_points = 13;
constexpr float selected_points = 15;
constexpr float number_points = 13;

// A ghost fainter than this is there for orientation only.
constexpr float named_ghost = 0.3f;

bool begins(std::string_view text, std::string_view with)
{
    return text.substr(0, with.size()) == with;
}

// A muscle of several heads has one Latin name; a record about several muscles lists theirs.
bool stands_for_one_muscle(const Muscle& muscle)
{
    return muscle->structures.size() < 2 ||
           muscle->name_la.find_first_of(";,:") == std::string::npos;
}

// The record whose name the structure bears; null: it bears its own.
const Muscle* namesake(const Structure& structure, const Catalogue& catalogue)
{
    const Muscle* muscle = catalogue.muscle_of_structure(structure.name);
    return muscle != nullptr && stands_for_one_muscle(*muscle) ? muscle : nullptr;
}

// "Musculus" and "Musculi" are written short on every plate.
std::string shortened(const std::string& latin)
{
    constexpr std::string_view one = "Musculus ", several = "Musculi ";
    if (begins(latin, one))
        return "M. " + latin.substr(one.size());
    if (begins(latin, several))
        return "Mm. " + latin.substr(several.size());
    return latin;
}

std::string with_capital(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

// Ribs, vertebrae, phalanges and their like: one of a row.
bool is_numbered(const Structure& structure)
{
    return structure.name.find_first_of("0123456789") != std::string::npos ||
           begins(structure.name, "vertebra_") || begins(structure.name, "disc_");
}

// Large before small, muscles near the skin before deep ones, bones of a row after all others.
float importance_of(const Structure& structure, double volume_mm3)
{
    const float size = 0.5f * std::log10(1 + static_cast<float>(volume_mm3) / 1000);
    switch (structure.kind) {
    case StructureKind::muscle:
        return 2.5f - 0.2f * static_cast<float>(std::max(structure.layer, 1) - 1) + size;
    case StructureKind::bone:
        return (is_numbered(structure) ? 0.8f : 2.3f) + size;
    case StructureKind::tendon:
    case StructureKind::ligament:
    case StructureKind::fascia:
        return 2.0f + size;
    case StructureKind::cartilage:
    case StructureKind::disc:
        return 0.6f + size;
    case StructureKind::skin:
        break;
    }
    return 0;
}

bool can_be_named(const StructureLook& look)
{
    return look.layer == Layer::solid ||
           (look.layer == Layer::ghost && look.opacity >= named_ghost);
}

// Structures that bear one name in the picture.
struct Named {
    Label label;
    double volume_mm3 = 0;
};

class Choice {
public:
    Choice(const Document& document, const View& view, const Atlas& atlas, const Frame& frame)
        : document_(document), atlas_(atlas), frame_(frame),
          selected_(selected_structures(document, view.side, atlas))
    {
    }

    std::vector<Label> names()
    {
        const std::vector<Structure>& all = atlas_.body().structures();
        for (std::uint32_t number = 0; number < all.size(); ++number)
            if (all[number].kind != StructureKind::skin && number < frame_.looks.size() &&
                can_be_named(frame_.looks[number]))
                add(number, all[number]);
        // Of a pair of which one is selected the other is not named too.
        std::set<std::string> selected;
        for (const auto& [key, named] : named_)
            if (named.label.importance >= beside_selected)
                selected.insert(named.label.text);
        std::vector<Label> labels;
        for (const std::string& key : order_) {
            const Label& label = named_.at(key).label;
            if (label.importance >= beside_selected || !selected.contains(label.text))
                labels.push_back(label);
        }
        return labels;
    }

private:
    void add(std::uint32_t number, const Structure& structure)
    {
        const bool selected = selected_.contains(structure.id);
        if (!selected && document_.labelling != Labelling::all)
            return;
        const Catalogue& catalogue = atlas_.catalogue();
        const Muscle* record = namesake(structure, catalogue);
        std::string key = record != nullptr ? (*record)->id.text : "." + structure.name;
        if (selected)
            key += "/" + std::string(to_text(structure.side));
        const auto [found, is_new] = named_.try_emplace(key);
        Named& named = found->second;
        if (is_new) {
            order_.push_back(key);
            named.label.text = name_in_picture(structure, catalogue, document_.latin);
            named.label.size_points = selected ? selected_points : name_points;
        }
        named.label.structures.push_back(number);
        named.volume_mm3 += structure.volume_mm3;
        const bool beside = document_.also.contains(structure.id);
        named.label.importance = selected ? (beside ? beside_selected : selected_name)
                                          : std::max(named.label.importance,
                                                     importance_of(structure, named.volume_mm3));
    }

    const Document& document_;
    const Atlas& atlas_;
    const Frame& frame_;
    std::set<StructureId> selected_;
    std::map<std::string, Named> named_;
    std::vector<std::string> order_;  // as the structures come
};

std::string number_of(const TriggerPoint& point)
{
    const std::string name = point_label(point);
    const std::size_t space = name.rfind(' ');
    return space == std::string::npos ? name : name.substr(space + 1);
}

Label label_of(const PointMark& mark, const PlacedPoint& point, const Document& document)
{
    Label label;
    label.anchor_mm = mark.position_mm;
    label.strong = true;
    const bool chosen = mark.selected && document.point && point.side == document.point->side;
    label.text = chosen ? point_label(*point.record) : number_of(*point.record);
    label.importance = chosen ? selected_point : other_point;
    label.size_points = chosen ? selected_points : number_points;
    return label;
}

}  // namespace

std::string name_in_picture(const Structure& structure, const Catalogue& catalogue, bool latin)
{
    const Muscle* record = namesake(structure, catalogue);
    const std::string& english = record != nullptr ? (*record)->name_en : structure.name_en;
    const std::string& by_rule = record != nullptr ? (*record)->name_la : structure.name_la;
    const bool in_latin = latin && !by_rule.empty();
    return with_capital(in_latin ? shortened(by_rule) : english);
}

std::vector<Label> chosen_labels(const Document& document, const View& view, const Atlas& atlas,
                                 const Frame& frame)
{
    if (document.labelling == Labelling::none || view.client)
        return {};
    std::vector<Label> labels = Choice(document, view, atlas, frame).names();
    for (const PointMark& mark : frame.points)
        labels.push_back(label_of(mark, atlas.points()[mark.tag], document));
    return labels;
}

std::optional<KeepFree> face_of(const Body& body, const Frame& frame)
{
    // Seen from in front or from the side, not over the back of the head.
    const auto sees = [](const CameraPose& camera) { return camera.forward().z < 0.25f; };
    if (!sees(frame.camera) && !(frame.second_camera && sees(*frame.second_camera)))
        return std::nullopt;
    const PlacedLandmark* right = body.landmark({"eye_centre"}, Side::right);
    const PlacedLandmark* left = body.landmark({"eye_centre"}, Side::left);
    const PlacedLandmark* nose = body.landmark({"nose_tip"}, Side::middle);
    const PlacedLandmark* mouth = body.landmark({"mouth"}, Side::middle);
    if (right == nullptr || left == nullptr || nose == nullptr || mouth == nullptr)
        return std::nullopt;
    const glm::vec3 eyes = (right->skin_mm + left->skin_mm) * 0.5f;
    KeepFree face;
    face.centre_mm = (eyes + mouth->skin_mm) * 0.5f;
    // Past the lids and the lips.
    constexpr float around_mm = 18;
    for (const PlacedLandmark* place : {right, left, nose, mouth})
        face.radius_mm = std::max(face.radius_mm,
                                  glm::distance(place->skin_mm, face.centre_mm) + around_mm);
    return face;
}

}  // namespace tpatlas::scene
