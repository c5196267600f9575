// What changes the View: camera, playback, sheets, client view, an opened scene.

#include "core/overloaded.hpp"
#include "state/camera_moves.hpp"
#include "state/session.hpp"

#include <algorithm>
#include <utility>

namespace tpatlas {

namespace {

// What a shown repetition takes at most and at least: a minute's hold would tire the eye.
constexpr float shown_repetition_max_s = 16;
constexpr float shown_repetition_min_s = 6;

void play_on(View& view, double passed_s, const Technique* technique)
{
    if (!view.playback.playing || technique == nullptr)
        return;
    // A long gap (a suspended laptop) must not jump through the whole course.
    const float step = static_cast<float>(std::min(passed_s, 0.25)) * view.playback.speed /
                       repetition_s(*technique);
    view.playback.share = std::min(1.0f, view.playback.share + step);
    if (view.playback.share >= 1)
        view.playback.playing = false;
}

void put_first(std::vector<std::string>& files, const std::string& file)
{
    std::erase(files, file);
    files.insert(files.begin(), file);
    if (files.size() > most_recent_files)
        files.resize(most_recent_files);
}

}  // namespace

// Of the muscle's points the first whose press can be shown, else the first.
std::optional<PointChoice> Session::point_for_client(const MuscleChoice& muscle) const
{
    std::optional<PointChoice> first;
    for (const TriggerPoint* candidate : atlas_->catalogue().points_of(muscle.id)) {
        const PlacedPoint* placed = atlas_->point((*candidate)->id, muscle.side);
        if (placed == nullptr)
            continue;
        if (placed->approach)
            return PointChoice{(*candidate)->id, muscle.side};
        if (!first)
            first = PointChoice{(*candidate)->id, muscle.side};
    }
    return first;
}

void Session::enter_client_view()
{
    if (view_.client)
        return;
    std::optional<PointChoice> point = document_.point;
    if (!point && document_.muscle)
        point = point_for_client(*document_.muscle);
    if (!point || atlas_->point(point->id, point->side) == nullptr) {
        tell("notice.client_needs_point");
        return;
    }
    aside_ = Aside{document_, view_, history_};
    history_.clear();
    Document shown;  // nothing of what was done before
    shown.muscle = MuscleChoice{atlas_->catalogue().point(point->id)->operator->()->muscle,
                                point->side};
    shown.point = point;
    shown.technique = document_.technique;
    shown.contact = document_.contact;
    shown.skin_tone = document_.skin_tone;
    shown.labelling = Labelling::none;
    document_ = std::move(shown);
    view_.client = true;
    view_.side = point->side == Side::left ? SideChoice::left : SideChoice::right;
    view_.search.clear();
    view_.sheet = Sheet::details;
    view_.notice.reset();
    view_.pain = {};
    view_.safety = {};  // another person is asked anew
    view_.hovered_structure.reset();
    view_.hovered_point.reset();
    view_.playback = {};
    frame_selection();
}

void Session::leave_client_view()
{
    if (!aside_)
        return;
    const double time_s = view_.time_s;
    const float aspect = view_.aspect;
    document_ = std::move(aside_->document);
    view_ = std::move(aside_->view);
    history_ = std::move(aside_->history);
    aside_.reset();
    slider_.reset();
    if (view_.flight)  // it would have arrived long ago
        view_.camera = view_.flight->to;
    view_.flight.reset();
    view_.playback.playing = false;
    view_.time_s = time_s;
    view_.aspect = aspect;
}

void Session::apply_scene(const ApplyScene& command)
{
    FittedScene fitted = fitted_to(command.scene, *atlas_);
    SavedScene& scene = fitted.scene;
    const std::string name = command.file.substr(command.file.rfind('/') + 1);
    change(std::move(scene.document), {"did.open", name});
    view_.camera = scene.camera;
    view_.second_camera = scene.second_camera;
    view_.flight.reset();
    view_.framed = false;
    view_.side = scene.side;
    view_.theme = scene.theme;
    view_.playback = {};
    view_.playback.share = std::clamp(scene.press, 0.0f, 1.0f);
    scene.picture.folder = view_.capture.folder;
    view_.capture = scene.picture;
    view_.first_hint = false;
    view_.sheet = Sheet::details;
    view_.scene_file = command.file;
    if (!command.file.empty())
        put_first(view_.recent, command.file);
    if (!fitted.unknown.empty()) {
        std::string all;
        for (const std::string& id : fitted.unknown)
            all += (all.empty() ? "" : ", ") + id;
        tell("notice.scene_unknown", all, true);
    }
}

void Session::update_view(const Command& command)
{
    const std::optional<ShownPress> press = shown_press(document_, *atlas_);
    const Technique* technique = press ? press->option.technique : nullptr;
    std::visit(
        Overloaded{
            [&](const Hover& c) {
                view_.hovered_structure = c.structure;
                view_.hovered_point = c.point;
            },
            [&](const SetSide& c) { set_side(c.side); },
            [&](const Search& c) { view_.search = c.text; },
            [&](const Orbit& c) { orbit(view_, c); },
            [&](const Pan& c) { pan(view_, c, atlas_->body().bounds()); },
            [&](const Zoom& c) { zoom(view_, c, atlas_->body().bounds()); },
            [&](const FlyTo& c) {
                view_.framed = false;
                view_.second_camera.reset();
                fly(view_, c.pose);
            },
            [&](const ShowView& c) {
                view_.framed = false;
                view_.second_camera.reset();
                if (const auto pose = named_view(c.name, atlas_->body(), view_.aspect))
                    fly(view_, *pose);
            },
            [&](const FrameSelection&) { frame_selection(); },
            [&](const Play&) { play(); },
            [&](const SayPain& c) {
                const std::optional<int> said =
                    c.of_ten ? std::optional(std::clamp(*c.of_ten, 0, 10)) : std::nullopt;
                (c.asked == PainAsked::before ? view_.pain.before : view_.pain.now) = said;
            },
            [&](const AnswerSafety& c) { answer_safety(c.answer); },
            [&](const Pause&) { view_.playback.playing = false; },
            [&](const SeekTo& c) {
                view_.playback.share = std::clamp(c.share, 0.0f, 1.0f);
                view_.playback.playing = false;
            },
            [&](const SetSpeed& c) { view_.playback.speed = std::clamp(c.speed, 0.25f, 4.0f); },
            [&](const DismissHint&) { view_.first_hint = false; },
            [&](const EnterClientView&) { enter_client_view(); },
            [&](const LeaveClientView&) { leave_client_view(); },
            [&](const OpenSheet& c) { view_.sheet = c.sheet; },
            [&](const SetTheme& c) { view_.theme = c.name; },
            [&](const SetInterfaceScale& c) {
                Settings settings = settings_of(view_);
                settings.interface_scale = c.scale;
                apply(settings, view_);
            },
            [&](const SetReducedMotion& c) { view_.reduced_motion = c.reduced; },
            [&](const SetFreeOrbit& c) {
                view_.free_orbit = c.free;
                if (!c.free)
                    level(view_);
            },
            [&](const SetListOrder& c) { view_.list_order = c.order; },
            [&](const OpenLayers& c) { view_.layers_open = c.open; },
            [&](const SetCapture& c) {
                Settings settings = settings_of(view_);
                settings.capture = c.wish;
                apply(settings, view_);
            },
            [&](const ApplySettings& c) { apply(c.settings, view_); },
            [&](const Tell& c) { tell(c.key, c.what, c.fault); },
            [&](const DismissNotice&) { view_.notice.reset(); },
            [&](const ShowListing& c) { view_.listing = c.listing; },
            [&](const TellReading& c) { view_.reading = c.reading; },
            [&](const TellBody& c) {
                view_.body.unsaved = c.unsaved;
                view_.body.place = c.place;
                view_.body.map = c.map;
            },
            [&](const PutAwayBodyCard&) { view_.body.put_away = true; },
            [&](const SceneSaved& c) {
                view_.scene_file = c.file;
                put_first(view_.recent, c.file);
                tell("notice.scene_saved", c.file);
            },
            [&](const Tick& c) {
                const double passed = std::max(0.0, c.time_s - view_.time_s);
                view_.time_s = c.time_s;
                fly_on(view_);
                play_on(view_, passed, technique);
                if (view_.notice && view_.notice->until_s <= c.time_s)
                    view_.notice.reset();
            },
            [&](const SetAspect& c) { view_.aspect = std::clamp(c.aspect, 0.2f, 5.0f); },
            [](const auto&) {},
        },
        command);
}

// A press that one does oneself waits for the card's answer, once for each person.
void Session::play()
{
    const std::optional<ShownPress> press = shown_press(document_, *atlas_);
    if (!press || !press->animated())
        return;
    SafetyCard& card = view_.safety;
    const bool asked = card.asked && (card.asked_of_legs || !asks_of_legs(*press));
    if (press->option.who() == Who::self && !asked) {
        card.open = true;
        card.applies = false;
        return;
    }
    if (view_.playback.share >= 1)
        view_.playback.share = 0;
    view_.playback.playing = true;
}

void Session::answer_safety(SafetyAnswer answer)
{
    SafetyCard& card = view_.safety;
    if (!card.open)
        return;
    card.applies = answer == SafetyAnswer::one_applies;
    card.open = card.applies;  // it then says what to do
    if (answer != SafetyAnswer::none_applies)
        return;
    card.asked = true;
    const std::optional<ShownPress> press = shown_press(document_, *atlas_);
    if (press && asks_of_legs(*press))
        card.asked_of_legs = true;
    play();
}

bool Session::asks_of_legs(const ShownPress& press) const
{
    const Muscle* muscle =
        press.point != nullptr ? atlas_->catalogue().muscle((*press.point->record)->muscle)
                               : nullptr;
    return muscle != nullptr && muscle->is_of_the_leg();
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
