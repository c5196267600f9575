// ui/layer_choices.hpp: what the Layers panel offers, and which of it holds now. Pure functions.
#pragma once

#include "core/box.hpp"
#include "core/camera_pose.hpp"
#include "state/document.hpp"

#include <array>
#include <optional>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::ui {

// `label` is the item register's, the others are keys of the table of texts.
struct NamedChoice {
    const char* label;
    const char* key;
    const char* tip_key;
};

// Kinds that are shown and hidden together.
struct KindChoice {
    const char* label;
    const char* key;
    const char* tip_key;
    std::vector<StructureKind> kinds;
};

extern const std::array<KindChoice, 4> kind_choices;
bool is_shown(const KindChoice& choice, const Document& document);

// Off, sagittal, coronal, transverse, facing the view.
extern const std::array<NamedChoice, 5> cut_choices;
std::size_t cut_choice(const Document& document);
// None for "off". What lies toward the eye is cut away, so that the cut is seen.
std::optional<glm::vec3> cut_normal(std::size_t choice, const CameraPose& camera);
// From where to where the box reaches along a unit direction, from the origin.
glm::vec2 extent_along(glm::vec3 normal, const Box& box);

extern const std::array<NamedChoice, 3> label_choices;  // by Labelling

// Something that "show all" would bring back.
bool hides_something(const Document& document);

}  // namespace tpatlas::ui
