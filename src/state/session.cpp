#include "state/session.hpp"

#include "core/skin_tones.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t history_length = 200;
// What a shown repetition takes at most and at least: a minute's hold would tire the eye.
constexpr float shown_repetition_max_s = 16;
constexpr float shown_repetition_min_s = 6;

float smooth(float t)
{
    t = std::clamp(t, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

void fly(View& view, const CameraPose& to)
{
    if (view.reduced_motion) {
        view.camera = to;
        view.flight.reset();
        return;
    }
    view.flight = Flight{view.camera, to, view.time_s, 0.6f};
}

void tick(View& view, double time_s, const Technique* technique)
{
    const double passed = std::max(0.0, time_s - view.time_s);
    view.time_s = time_s;
    if (view.flight) {
        const double t = (time_s - view.flight->start_s) / static_cast<double>(view.flight->duration_s);
        view.camera = between(view.flight->from, view.flight->to, smooth(static_cast<float>(t)));
        if (t >= 1) {
            view.camera = view.flight->to;  // exactly: the way there is rounded
            view.flight.reset();
        }
    }
    if (view.playback.playing && technique != nullptr) {
        // A long gap (a suspended laptop) must not jump through the whole course.
        const float step = static_cast<float>(std::min(passed, 0.25)) * view.playback.speed /
                           repetition_s(*technique);
        view.playback.share = std::min(1.0f, view.playback.share + step);
        if (view.playback.share >= 1)
            view.playback.playing = false;
    }
}

void orbit(View& view, const Orbit& by)
{
    view.flight.reset();
    view.camera.yaw = std::remainder(view.camera.yaw + by.yaw, 6.2831853f);
    view.camera.pitch = std::clamp(view.camera.pitch + by.pitch, -CameraPose::pitch_limit,
                                   CameraPose::pitch_limit);
}

float picture_height_mm(const CameraPose& camera)
{
    return 2 * camera.distance_mm * std::tan(camera.field_of_view / 2);
}

// The target stays within half a metre of the body, so that one is never lost.
glm::vec3 kept_near(glm::vec3 target, const Box& body)
{
    return body.empty() ? target : glm::clamp(target, body.min - 500.0f, body.max + 500.0f);
}

void pan(View& view, const Pan& by, const Box& body)
{
    view.flight.reset();
    const float height = picture_height_mm(view.camera);
    view.camera.target_mm -= view.camera.right() * (by.share.x * height);
    view.camera.target_mm -= view.camera.up() * (by.share.y * height);
    view.camera.target_mm = kept_near(view.camera.target_mm, body);
}

void zoom(View& view, const Zoom& by, const Box& body)
{
    view.flight.reset();
    CameraPose& camera = view.camera;
    const float before = picture_height_mm(camera);
    camera.distance_mm = std::clamp(camera.distance_mm / by.factor, 60.0f, 6000.0f);
    const float shift = (before - picture_height_mm(camera)) / 2;
    // What lies under the cursor in the target's plane stays under it.
    camera.target_mm += camera.right() * (by.cursor.x * view.aspect * shift);
    camera.target_mm += camera.up() * (by.cursor.y * shift);
    camera.target_mm = kept_near(camera.target_mm, body);
}

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

}  // namespace

Session::Session(std::shared_ptr<const Atlas> atlas) : atlas_(std::move(atlas))
{
    update(Home{});
    view_.flight.reset();
}

// One drag of a slider is one step to undo: what follows the same slider's last change within a
// moment joins it.
void Session::slide(Document next, std::size_t slider)
{
    constexpr double moment_s = 1;
    const bool joins = slider_ == slider && view_.time_s - slider_time_s_ < moment_s;
    if (joins)
        document_ = std::move(next);
    else
        change(std::move(next));
    slider_ = slider;
    slider_time_s_ = view_.time_s;
}

void Session::change(Document next)
{
    slider_.reset();
    if (next == document_)
        return;
    past_.push_back(std::move(document_));
    if (past_.size() > history_length)
        past_.erase(past_.begin());
    future_.clear();
    document_ = std::move(next);
}

void Session::replace_atlas(std::shared_ptr<const Atlas> atlas)
{
    atlas_ = std::move(atlas);
    past_.clear();
    future_.clear();
    view_.hovered_structure.reset();
    view_.hovered_point.reset();
    view_.playback = {};
    if (document_.point && atlas_->point(document_.point->id, document_.point->side) == nullptr)
        document_.point.reset();
    if (document_.muscle && atlas_->catalogue().muscle(document_.muscle->id) == nullptr)
        document_.muscle.reset();
    if (document_.structure && atlas_->body().find(*document_.structure) == nullptr)
        document_.structure.reset();
}

void Session::select_muscle(const SelectMuscle& choice)
{
    const Muscle* muscle = atlas_->catalogue().muscle(choice.muscle);
    if (muscle == nullptr)
        return;
    Document next = document_;
    next.muscle = MuscleChoice{choice.muscle, choice.side};
    next.point.reset();
    next.structure.reset();
    change(std::move(next));
    view_.playback = {};
    view_.first_hint = false;
    fly(view_, framing_of_muscle(*atlas_, *muscle, choice.side, view_.aspect));
}

void Session::select_point(const SelectPoint& choice)
{
    const PlacedPoint* point = atlas_->point(choice.point, choice.side);
    if (point == nullptr)
        return;
    Document next = document_;
    next.muscle = MuscleChoice{(*point->record)->muscle, choice.side};
    next.point = PointChoice{choice.point, choice.side};
    next.structure.reset();
    change(std::move(next));
    view_.playback = {};
    view_.first_hint = false;
    fly(view_, framing_of_point(*atlas_, *point, view_.aspect));
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
    change(std::move(next));
    view_.playback = {};
    view_.first_hint = false;
}

void Session::frame_selection()
{
    if (document_.point) {
        if (const PlacedPoint* p = atlas_->point(document_.point->id, document_.point->side))
            fly(view_, framing_of_point(*atlas_, *p, view_.aspect));
    } else if (document_.muscle) {
        if (const Muscle* m = atlas_->catalogue().muscle(document_.muscle->id))
            fly(view_, framing_of_muscle(*atlas_, *m, document_.muscle->side, view_.aspect));
    } else if (document_.structure) {
        if (const Structure* s = atlas_->body().find(*document_.structure))
            fly(view_, framing(view_.camera, s->bounds, view_.aspect, 1.6f));
    } else if (const auto pose = named_view("anterior", atlas_->body(), view_.aspect)) {
        fly(view_, *pose);
    }
}

void Session::clear_selection()
{
    Document next = document_;
    next.muscle.reset();
    next.point.reset();
    next.structure.reset();
    change(std::move(next));
    view_.playback = {};
}

void Session::home()
{
    change(Document{});
    view_.playback = {};
    view_.search.clear();
    if (const auto pose = named_view("anterior", atlas_->body(), view_.aspect))
        fly(view_, *pose);
    if (view_.time_s == 0 && view_.flight)  // at the start there is nothing to fly from
        view_.camera = view_.flight->to;
}

void Session::step_history(std::vector<Document>& from, std::vector<Document>& to)
{
    slider_.reset();
    if (from.empty())
        return;
    to.push_back(std::move(document_));
    document_ = std::move(from.back());
    from.pop_back();
    view_.playback = {};
}

bool Session::selected_point_is_animated() const
{
    if (!document_.point)
        return false;
    const PlacedPoint* point = atlas_->point(document_.point->id, document_.point->side);
    return point != nullptr && point->approach.has_value();
}

void Session::update(const Command& command)
{
    const auto edit = [this](auto&& set) {
        Document next = document_;
        set(next);
        change(std::move(next));
    };
    const auto drag = [&](auto&& set) {
        Document next = document_;
        set(next);
        slide(std::move(next), command.index());
    };
    const Technique* technique = atlas_->catalogue().technique(document_.technique);
    std::visit(
        Overloaded{
            [&](const SelectMuscle& c) { select_muscle(c); },
            [&](const SelectPoint& c) { select_point(c); },
            [&](const SelectStructure& c) { select_structure(c); },
            [&](const ClearSelection&) { clear_selection(); },
            [&](const SetVisibility& c) {
                edit([&](Document& d) { d.visibility[c.structure] = c.visibility; });
            },
            [&](const ShowAll&) { edit([](Document& d) { d.visibility.clear(); }); },
            [&](const PeelTo& c) {
                drag([&](Document& d) { d.depth = std::clamp(c.depth, 0.0f, 1.0f); });
            },
            [&](const SetSkinOpacity& c) {
                drag([&](Document& d) { d.skin_opacity = std::clamp(c.opacity, 0.0f, 1.0f); });
            },
            [&](const SetSkinTone& c) {
                if (skin_tone(c.name))
                    edit([&](Document& d) { d.skin_tone = c.name; });
            },
            [&](const ShowNoPress& c) { edit([&](Document& d) { d.no_press = c.shown; }); },
            [&](const ChooseTechnique& c) {
                if (atlas_->catalogue().technique(c.technique) != nullptr)
                    edit([&](Document& d) { d.technique = c.technique; });
            },
            [&](const Undo&) { step_history(past_, future_); },
            [&](const Redo&) { step_history(future_, past_); },
            [&](const Hover& c) {
                view_.hovered_structure = c.structure;
                view_.hovered_point = c.point;
            },
            [&](const SetSide& c) { set_side(c.side); },
            [&](const Search& c) { view_.search = c.text; },
            [&](const Orbit& c) { orbit(view_, c); },
            [&](const Pan& c) { pan(view_, c, atlas_->body().bounds()); },
            [&](const Zoom& c) { zoom(view_, c, atlas_->body().bounds()); },
            [&](const FlyTo& c) { fly(view_, c.pose); },
            [&](const ShowView& c) {
                if (const auto pose = named_view(c.name, atlas_->body(), view_.aspect))
                    fly(view_, *pose);
            },
            [&](const FrameSelection&) { frame_selection(); },
            [&](const Home&) { home(); },
            [&](const Play&) {
                if (!selected_point_is_animated() || technique == nullptr)
                    return;
                if (view_.playback.share >= 1)
                    view_.playback.share = 0;
                view_.playback.playing = true;
            },
            [&](const Pause&) { view_.playback.playing = false; },
            [&](const SeekTo& c) {
                view_.playback.share = std::clamp(c.share, 0.0f, 1.0f);
                view_.playback.playing = false;
            },
            [&](const SetSpeed& c) { view_.playback.speed = std::clamp(c.speed, 0.25f, 4.0f); },
            [&](const SetTheme& c) { view_.theme = c.name; },
            [&](const DismissHint&) { view_.first_hint = false; },
            [&](const Tick& c) { tick(view_, c.time_s, technique); },
            [&](const SetAspect& c) { view_.aspect = std::clamp(c.aspect, 0.2f, 5.0f); },
        },
        command);
}

void Session::set_side(SideChoice choice)
{
    view_.side = choice;
    if (choice == SideChoice::both)
        return;
    // What is selected moves to the side now asked for.
    const Side side = choice == SideChoice::left ? Side::left : Side::right;
    if (document_.point && document_.point->side != side)
        select_point({document_.point->id, side});
    else if (document_.muscle && document_.muscle->side != side)
        select_muscle({document_.muscle->id, side});
}

float repetition_s(const Technique& technique)
{
    return std::clamp(technique->hold_s_min / 2 / (technique->course.hold_end -
                                                   technique->course.rise_end),
                      shown_repetition_min_s, shown_repetition_max_s);
}

}  // namespace tpatlas
