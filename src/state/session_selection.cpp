// What is selected and what is done to it: the part of Session that changes the Document by way of
// the selection.

#include "state/camera_moves.hpp"
#include "state/selection.hpp"
#include "state/session.hpp"

#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// Client view has large words at the head of the picture: what is framed stands below them.
CameraPose below_headline(CameraPose pose)
{
    constexpr float headline_share = 0.2f;  // of the picture's height
    pose.distance_mm /= 1 - headline_share;
    const float height_mm = 2 * pose.distance_mm * std::tan(pose.field_of_view / 2);
    pose.target_mm += pose.up() * (height_mm * headline_share / 2);
    return pose;
}

}  // namespace

void Session::select_muscle(const SelectMuscle& choice)
{
    const Muscle* muscle = atlas_->catalogue().muscle(choice.muscle);
    if (muscle == nullptr)
        return;
    Document next = document_;
    next.muscle = MuscleChoice{choice.muscle, choice.side};
    next.point.reset();
    next.structure.reset();
    next.also.clear();
    change(std::move(next), {"did.select", (*muscle)->name_en});
    view_.playback = {};
    view_.pain = {};
    view_.safety.open = false;
    view_.first_hint = false;
    view_.second_camera.reset();
    fly(view_, framing_of_muscle(*atlas_, *muscle, choice.side, view_.aspect));
    view_.framed = true;
}

void Session::select_point(const SelectPoint& choice)
{
    const PlacedPoint* point = atlas_->point(choice.point, choice.side);
    if (point == nullptr)
        return;
    const Muscle* muscle = atlas_->catalogue().muscle((*point->record)->muscle);
    Document next = document_;
    next.muscle = MuscleChoice{(*point->record)->muscle, choice.side};
    next.point = PointChoice{choice.point, choice.side};
    next.structure.reset();
    next.also.clear();
    const std::string name = muscle != nullptr ? (*muscle)->name_en + " · " : std::string();
    change(std::move(next), {"did.select", name + point->record->short_id()});
    view_.playback = {};
    view_.pain = {};
    view_.safety.open = false;
    view_.first_hint = false;
    frame_point(*point);
}

void Session::select_structure(const SelectStructure& choice)
{
    const Structure* structure = atlas_->body().find(choice.structure);
    if (structure == nullptr || structure->kind == StructureKind::skin)
        return;
    const Muscle* muscle = atlas_->catalogue().muscle_of_structure(structure->name);
    if (muscle != nullptr && structure->side != Side::middle) {
        select_muscle({(*muscle)->id, structure->side});
        return;
    }
    Document next = document_;
    next.muscle.reset();
    next.point.reset();
    next.structure = choice.structure;
    next.also.clear();
    change(std::move(next), {"did.select", structure->name_en});
    view_.playback = {};
    view_.pain = {};
    view_.safety.open = false;
    view_.first_hint = false;
    view_.second_camera.reset();
}

void Session::select_also(const SelectAlso& choice)
{
    const Structure* structure = atlas_->body().find(choice.structure);
    if (structure == nullptr || structure->kind == StructureKind::skin)
        return;
    Document next = document_;
    const std::set<StructureId> chosen = selected_structures(document_, view_.side, *atlas_);
    if (chosen.empty()) {
        select_structure({choice.structure});
        return;
    }
    if (next.also.erase(choice.structure) == 0) {
        if (chosen.contains(choice.structure)) {
            // Of what was selected first: its place is taken by nothing, the others stay.
            if (next.also.empty()) {
                clear_selection();
                return;
            }
            next.muscle.reset();
            next.point.reset();
            next.structure.reset();
        } else {
            next.also.insert(choice.structure);
        }
    }
    change(std::move(next), {"did.select_also", structure->name_en});
    view_.first_hint = false;
}

void Session::clear_selection()
{
    Document next = document_;
    next.muscle.reset();
    next.point.reset();
    next.structure.reset();
    next.also.clear();
    change(std::move(next), {"did.clear", {}});
    view_.playback = {};
    view_.pain = {};
    view_.safety.open = false;
    view_.second_camera.reset();
}

// Show only, hide, fade, show again, colour.
void Session::see_selected(const Command& command)
{
    const std::set<StructureId> chosen = selected_structures(document_, view_.side, *atlas_);
    if (chosen.empty()) {
        tell("notice.select_first");
        return;
    }
    const std::string what = name_of_selection(document_, *atlas_);
    if (std::holds_alternative<ShowOnly>(command))
        change(shown_only(document_, chosen), {"did.only", what});
    else if (std::holds_alternative<HideSelected>(command))
        change(with_visibility(document_, chosen, Visibility::hidden), {"did.hide", what});
    else if (std::holds_alternative<FadeSelected>(command))
        change(with_visibility(document_, chosen, Visibility::faded), {"did.fade", what});
    else if (std::holds_alternative<ShowSelected>(command))
        change(with_visibility(document_, chosen, Visibility::shown), {"did.show", what});
    else if (const auto* colour = std::get_if<ColourSelected>(&command)) {
        Document next = document_;
        for (const StructureId& id : chosen) {
            if (colour->srgb)
                next.colours[id] = *colour->srgb;
            else
                next.colours.erase(id);
        }
        change(std::move(next), {"did.colour", what});
    }
}

void Session::cut(const Command& command)
{
    const Box chosen =
        bounds_of(selected_structures(document_, view_.side, *atlas_), atlas_->body());
    const Box box = chosen.empty() ? atlas_->body().bounds() : chosen;
    const auto direction = [](glm::vec3 normal) {
        const float length = glm::length(normal);
        return length > 1e-6f ? normal / length : glm::vec3(0, 0, 1);
    };
    Document next = document_;
    if (const auto* along = std::get_if<CutAlong>(&command)) {
        const glm::vec3 normal = direction(along->normal);
        next.cut = CutPlane{normal, glm::dot(normal, box.centre())};
        change(std::move(next), {"did.cut", {}});
    } else if (const auto* move = std::get_if<MoveCut>(&command)) {
        if (next.cut)
            next.cut->offset_mm = move->offset_mm;
        slide(std::move(next), command.index(), {"did.cut", {}});
    } else if (const auto* turn = std::get_if<TurnCut>(&command)) {
        if (next.cut) {
            // The point of the plane nearest to the body's middle stays in it.
            const glm::vec3 middle = atlas_->body().bounds().centre();
            const glm::vec3 in_plane =
                middle + next.cut->normal * (next.cut->offset_mm - glm::dot(next.cut->normal, middle));
            next.cut->normal = direction(turn->normal);
            next.cut->offset_mm = glm::dot(next.cut->normal, in_plane);
        }
        slide(std::move(next), command.index(), {"did.cut", {}});
    } else {
        next.cut.reset();
        change(std::move(next), {"did.end_cut", {}});
    }
}

void Session::frame_point(const PlacedPoint& point)
{
    PointFraming framing = framing_of_point(*atlas_, point, view_.aspect);
    if (view_.client) {
        framing.first = below_headline(framing.first);
        if (framing.second)
            framing.second = below_headline(*framing.second);
    }
    view_.second_camera = framing.second;
    fly(view_, framing.first);
    view_.framed = true;
}

void Session::frame_selection()
{
    const PlacedPoint* point =
        document_.point ? atlas_->point(document_.point->id, document_.point->side) : nullptr;
    if (point != nullptr) {
        frame_point(*point);
        return;
    }
    view_.framed = true;
    view_.second_camera.reset();
    if (document_.muscle && document_.also.empty()) {
        if (const Muscle* m = atlas_->catalogue().muscle(document_.muscle->id))
            fly(view_, framing_of_muscle(*atlas_, *m, document_.muscle->side, view_.aspect));
        return;
    }
    const Box box = bounds_of(selected_structures(document_, view_.side, *atlas_), atlas_->body());
    if (!box.empty())
        fly(view_, framing(view_.camera, box, view_.aspect, 1.6f));
    else if (const auto pose = named_view("anterior", atlas_->body(), view_.aspect))
        fly(view_, *pose);
}

}  // namespace tpatlas
