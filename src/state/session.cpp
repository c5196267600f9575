#include "state/session.hpp"

#include "core/overloaded.hpp"
#include "core/skin_tones.hpp"
#include "state/camera_moves.hpp"
#include "state/selection.hpp"

#include <algorithm>
#include <utility>

namespace tpatlas {

namespace {

constexpr double notice_s = 8;
constexpr double fault_s = 20;

template <class... Wanted>
bool is_one_of(const Command& command)
{
    return (std::holds_alternative<Wanted>(command) || ...);
}

// In client view there is the camera, the side and the press: nothing else can be reached.
bool holds_in_client_view(const Command& command)
{
    return is_one_of<Orbit, Pan, Zoom, FlyTo, ShowView, FrameSelection, Home, SetSide, Play, Pause,
                     SeekTo, SetSpeed, SayPain, AnswerSafety, LeaveClientView, StopReading,
                     TellReading, TellBody, Tick, SetAspect, ToggleFullScreen, Quit>(
        command);
}

bool is_request(const Command& command)
{
    return is_one_of<CapturePicture, CopyPicture, SaveScene, ExportModel, OpenFile, ListFolder, ReloadCatalogue,
                     StopReading, MapMesh, KeepBodyMap, FocusSearch, FocusNextPanel, ToggleFullScreen, Quit>(command);
}

}  // namespace

Session::Session(std::shared_ptr<const Atlas> atlas) : atlas_(std::move(atlas))
{
    update(Home{});
    view_.flight.reset();
}

// One drag of a slider is one step to undo: what follows the same slider's last change within a
// moment joins it.
void Session::slide(Document next, std::size_t slider, Deed deed)
{
    constexpr double moment_s = 1;
    const bool joins = slider_ == slider && view_.time_s - slider_time_s_ < moment_s;
    if (joins)
        document_ = std::move(next);
    else
        change(std::move(next), std::move(deed));
    slider_ = slider;
    slider_time_s_ = view_.time_s;
}

void Session::change(Document next, Deed deed)
{
    slider_.reset();
    if (next == document_)
        return;
    history_.did(std::move(document_), std::move(deed));
    document_ = std::move(next);
}

void Session::tell(std::string key, std::string what, bool fault)
{
    view_.notice = Notice{std::move(key), std::move(what), fault,
                          view_.time_s + (fault ? fault_s : notice_s)};
}

std::vector<Command> Session::take_requests()
{
    return std::exchange(requests_, {});
}

void Session::replace_atlas(std::shared_ptr<const Atlas> atlas)
{
    leave_client_view();
    atlas_ = std::move(atlas);
    history_.clear();
    view_.hovered_structure.reset();
    view_.hovered_point.reset();
    view_.playback = {};
    view_.safety.open = false;
    view_.body = {};
    SavedScene now;
    now.document = document_;
    document_ = fitted_to(now, *atlas_).scene.document;
    if (!document_.point)
        view_.second_camera.reset();
}

void Session::home()
{
    if (view_.client) {  // the point stays
        frame_selection();
        return;
    }
    change(Document{}, {"did.home", {}});
    view_.playback = {};
    view_.search.clear();
    view_.sheet = Sheet::details;
    view_.second_camera.reset();
    if (const auto pose = named_view("anterior", atlas_->body(), view_.aspect))
        fly(view_, *pose);
    if (view_.time_s == 0 && view_.flight)  // at the start there is nothing to fly from
        view_.camera = view_.flight->to;
}

void Session::step_history(const Command& command)
{
    slider_.reset();
    const auto* back = std::get_if<Undo>(&command);
    std::optional<Document> document = back != nullptr
                                           ? history_.back(document_, back->steps)
                                           : history_.forth(document_, std::get<Redo>(command).steps);
    if (!document)
        return;
    if (document->point != document_.point)
        view_.second_camera.reset();
    document_ = std::move(*document);
    view_.playback = {};
}

bool Session::selected_point_is_animated() const
{
    const std::optional<ShownPress> press = shown_press(document_, *atlas_);
    return press && press->animated();
}

void Session::update(const Command& command)
{
    if (view_.client && !holds_in_client_view(command))
        return;
    if (is_request(command))
        requests_.push_back(command);
    update_document(command);
    update_view(command);
}

void Session::update_document(const Command& command)
{
    const auto edit = [this](std::string did, std::string what, auto&& set) {
        Document next = document_;
        set(next);
        change(std::move(next), {std::move(did), std::move(what)});
    };
    const auto drag = [&](std::string did, auto&& set) {
        Document next = document_;
        set(next);
        slide(std::move(next), command.index(), {std::move(did), {}});
    };
    std::visit(
        Overloaded{
            [&](const SelectMuscle& c) { select_muscle(c); },
            [&](const SelectPoint& c) { select_point(c); },
            [&](const SelectStructure& c) { select_structure(c); },
            [&](const SelectAlso& c) { select_also(c); },
            [&](const ClearSelection&) { clear_selection(); },
            [&](const ShowOnly&) { see_selected(command); },
            [&](const HideSelected&) { see_selected(command); },
            [&](const FadeSelected&) { see_selected(command); },
            [&](const ShowSelected&) { see_selected(command); },
            [&](const ColourSelected&) { see_selected(command); },
            [&](const SetVisibility& c) {
                edit("did.see", c.structure.text,
                     [&](Document& d) { d.visibility[c.structure] = c.visibility; });
            },
            [&](const InvertVisibility&) { change(inverted(document_), {"did.invert", {}}); },
            [&](const ShowAll&) { change(with_all_shown(document_), {"did.show_all", {}}); },
            [&](const ShowKind& c) {
                edit(c.shown ? "did.show_kind" : "did.hide_kind", std::string(to_text(c.kind)),
                     [&](Document& d) {
                         if (c.shown)
                             d.hidden_kinds.erase(c.kind);
                         else
                             d.hidden_kinds.insert(c.kind);
                     });
            },
            [&](const PeelTo& c) {
                drag("did.peel", [&](Document& d) { d.depth = std::clamp(c.depth, 0.0f, 1.0f); });
            },
            [&](const SetSkinOpacity& c) {
                drag("did.skin",
                     [&](Document& d) { d.skin_opacity = std::clamp(c.opacity, 0.0f, 1.0f); });
            },
            [&](const SetSkinTone& c) {
                if (skin_tone(c.name))
                    edit("did.tone", c.name, [&](Document& d) { d.skin_tone = c.name; });
            },
            [&](const ShowNoPress& c) {
                edit("did.no_press", {}, [&](Document& d) { d.no_press = c.shown; });
            },
            [&](const ShowGhosts& c) {
                edit("did.ghosts", {}, [&](Document& d) { d.ghosts = c.shown; });
            },
            [&](const CutAlong&) { cut(command); },
            [&](const MoveCut&) { cut(command); },
            [&](const TurnCut&) { cut(command); },
            [&](const EndCut&) { cut(command); },
            [&](const SetLabelling& c) {
                edit("did.labels", {}, [&](Document& d) { d.labelling = c.labelling; });
            },
            [&](const SetLatin& c) {
                edit("did.labels", {}, [&](Document& d) { d.latin = c.latin; });
            },
            [&](const ChooseTechnique& c) {
                if (const Technique* technique = atlas_->catalogue().technique(c.technique))
                    edit("did.technique", (*technique)->name_en,
                         [&](Document& d) {
                             d.technique = c.technique;
                             d.contact = c.contact;
                         });
            },
            [&](const Undo&) { step_history(command); },
            [&](const Redo&) { step_history(command); },
            [&](const Home&) { home(); },
            [&](const ApplyScene& c) { apply_scene(c); },
            [](const auto&) {},
        },
        command);
}

}  // namespace tpatlas
