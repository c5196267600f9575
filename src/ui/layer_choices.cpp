#include "ui/layer_choices.hpp"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::ui {

const std::array<KindChoice, 4> kind_choices{{
    {"kind:muscle", "layers.muscles", "layers.muscles_tip", {StructureKind::muscle}},
    {"kind:bone", "layers.bones", "layers.bones_tip", {StructureKind::bone}},
    {"kind:cartilage",
     "layers.cartilage",
     "layers.cartilage_tip",
     {StructureKind::cartilage, StructureKind::disc}},
    {"kind:tendon",
     "layers.tendons",
     "layers.tendons_tip",
     {StructureKind::tendon, StructureKind::ligament, StructureKind::fascia}},
}};

const std::array<NamedChoice, 5> cut_choices{{
    {"cut:off", "layers.cut_off", "layers.cut_off_tip"},
    {"cut:sagittal", "layers.cut_sagittal", "layers.cut_sagittal_tip"},
    {"cut:coronal", "layers.cut_coronal", "layers.cut_coronal_tip"},
    {"cut:transverse", "layers.cut_transverse", "layers.cut_transverse_tip"},
    {"cut:facing", "layers.cut_facing", "layers.cut_facing_tip"},
}};

const std::array<NamedChoice, 3> label_choices{{
    {"labels:none", "layers.labels_none", "layers.labels_none_tip"},
    {"labels:selected", "layers.labels_selected", "layers.labels_selected_tip"},
    {"labels:all", "layers.labels_all", "layers.labels_all_tip"},
}};

bool is_shown(const KindChoice& choice, const Document& document)
{
    return std::none_of(choice.kinds.begin(), choice.kinds.end(), [&](StructureKind kind) {
        return document.hidden_kinds.contains(kind);
    });
}

std::size_t cut_choice(const Document& document)
{
    if (!document.cut)
        return 0;
    for (int axis = 0; axis < 3; ++axis)
        if (std::abs(document.cut->normal[axis]) > 0.9999f)
            return axis == 0 ? 1 : axis == 2 ? 2 : 3;
    return 4;
}

std::optional<glm::vec3> cut_normal(std::size_t choice, const CameraPose& camera)
{
    const glm::vec3 to_eye = -camera.forward();
    constexpr std::array<glm::vec3, 3> axes{glm::vec3(1, 0, 0), glm::vec3(0, 0, 1),
                                            glm::vec3(0, 1, 0)};
    if (choice == 0 || choice > 4)
        return std::nullopt;
    if (choice == 4)
        return to_eye;
    const glm::vec3 axis = axes[choice - 1];
    return glm::dot(axis, to_eye) < 0 ? -axis : axis;
}

glm::vec2 extent_along(glm::vec3 normal, const Box& box)
{
    if (box.empty())
        return {0, 0};
    const float middle = glm::dot(normal, box.centre());
    const float half = glm::dot(glm::abs(normal), box.size() * 0.5f);
    return {middle - half, middle + half};
}

bool hides_something(const Document& document)
{
    return document.others != Visibility::shown || !document.hidden_kinds.empty() ||
           std::any_of(document.visibility.begin(), document.visibility.end(),
                       [](const auto& one) { return one.second != Visibility::shown; });
}

}  // namespace tpatlas::ui
