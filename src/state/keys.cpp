#include "state/keys.hpp"

#include "state/body_question.hpp"
#include "state/selection.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tpatlas {

namespace {

constexpr float turn = 0.2618f;  // 15 degrees
constexpr float step = 0.08f;    // of the picture's height
constexpr float nearer = 1.2f;
constexpr float peel = 0.1f;

using Meaning = std::optional<Command> (*)(const Session& session);

struct Binding {
    KeyPress press;
    Meaning meaning;
    bool everywhere = false;  // in text fields too
    bool client = false;      // in client view too
};

constexpr KeyPress letter(char character)
{
    return {Key::character, character, false, false};
}

constexpr KeyPress control(char character, bool shift = false)
{
    return {Key::character, character, true, shift};
}

constexpr KeyPress plain(Key key, bool shift = false)
{
    return {key, 0, false, shift};
}

template <class Wanted>
std::optional<Command> just(const Session& /*session*/)
{
    return Command{Wanted{}};
}

template <int way_x, int way_y>
std::optional<Command> turned(const Session& /*session*/)
{
    return Command{Orbit{turn * way_x, turn * way_y}};
}

template <int way_x, int way_y>
std::optional<Command> panned(const Session& /*session*/)
{
    return Command{Pan{glm::vec2(way_x, way_y) * step}};
}

template <int way>
std::optional<Command> rolled(const Session& session)
{
    if (!session.view().free_orbit)
        return std::nullopt;
    return Command{Orbit{0, 0, turn * way}};
}

template <int way>
std::optional<Command> peeled(const Session& session)
{
    return Command{PeelTo{std::clamp(session.document().depth + peel * way, 0.0f, 1.0f)}};
}

std::optional<Command> play_or_pause(const Session& session)
{
    return session.view().playback.playing ? Command{Pause{}} : Command{Play{}};
}

// The innermost thing that is open closes first; then the selection goes.
std::optional<Command> escape(const Session& session)
{
    if (session.view().safety.open)
        return Command{AnswerSafety{SafetyAnswer::put_away}};
    if (session.view().reading)
        return Command{StopReading{}};
    if (session.view().client)
        return Command{LeaveClientView{}};
    if (session.view().sheet != Sheet::details)
        return Command{OpenSheet{Sheet::details}};
    if (asked_mesh(session) != nullptr)
        return Command{PutAwayBodyCard{}};
    return Command{ClearSelection{}};
}

std::optional<Command> client_view(const Session& session)
{
    return session.view().client ? Command{LeaveClientView{}} : Command{EnterClientView{}};
}

template <Sheet sheet>
std::optional<Command> sheet_or_back(const Session& session)
{
    return Command{OpenSheet{session.view().sheet == sheet ? Sheet::details : sheet}};
}

// There is nothing to tell of our own.
std::optional<Command> body_sheet(const Session& session)
{
    if (!session.atlas().body().is_users())
        return std::nullopt;
    return sheet_or_back<Sheet::body>(session);
}

std::optional<Command> next_side(const Session& session)
{
    const SideChoice side = session.view().side;
    if (session.view().client)
        return Command{SetSide{side == SideChoice::left ? SideChoice::right : SideChoice::left}};
    return Command{SetSide{side == SideChoice::right  ? SideChoice::left
                           : side == SideChoice::left ? SideChoice::both
                                                      : SideChoice::right}};
}

std::optional<Command> next_labelling(const Session& session)
{
    const Labelling now = session.document().labelling;
    return Command{SetLabelling{now == Labelling::selected ? Labelling::all
                                : now == Labelling::all    ? Labelling::none
                                                           : Labelling::selected}};
}

std::optional<Command> cut_or_whole(const Session& session)
{
    if (session.document().cut)
        return Command{EndCut{}};
    const View& view = session.view();
    return Command{CutAlong{-(view.flight ? view.flight->to : view.camera).forward()}};
}

std::optional<Command> no_press(const Session& session)
{
    return Command{ShowNoPress{!session.document().no_press}};
}

std::optional<Command> orbit_mode(const Session& session)
{
    return Command{SetFreeOrbit{!session.view().free_orbit}};
}

template <int way>
std::optional<Command> scaled(const Session& session)
{
    const float now = session.view().interface_scale > 0 ? session.view().interface_scale : 1.0f;
    const float wanted = std::round((now + 0.25f * way) * 4) / 4;
    return Command{SetInterfaceScale{
        std::clamp(wanted, smallest_interface_scale, largest_interface_scale)}};
}

template <int number>
std::optional<Command> view(const Session& /*session*/)
{
    return Command{ShowView{std::string(view_names()[number])}};
}

const std::vector<Binding>& bindings()
{
    static const std::vector<Binding> all{
        {plain(Key::home), just<Home>, false, true},
        {letter('h'), just<Home>, false, true},
        {letter('f'), just<FrameSelection>, false, true},
        {letter('1'), view<0>, false, true},
        {letter('2'), view<1>, false, true},
        {letter('3'), view<2>, false, true},
        {letter('4'), view<3>, false, true},
        {letter('5'), view<4>, false, true},
        {letter('6'), view<5>, false, true},
        {plain(Key::left), turned<-1, 0>, false, true},
        {plain(Key::right), turned<1, 0>, false, true},
        {plain(Key::up), turned<0, 1>, false, true},
        {plain(Key::down), turned<0, -1>, false, true},
        {plain(Key::left, true), panned<1, 0>, false, true},
        {plain(Key::right, true), panned<-1, 0>, false, true},
        {plain(Key::up, true), panned<0, -1>, false, true},
        {plain(Key::down, true), panned<0, 1>, false, true},
        {letter('+'), [](const Session&) { return std::optional(Command{Zoom{nearer}}); }, false,
         true},
        {letter('-'), [](const Session&) { return std::optional(Command{Zoom{1 / nearer}}); },
         false, true},
        {letter('t'), orbit_mode},
        {letter(','), rolled<1>},
        {letter('.'), rolled<-1>},
        {letter('/'), just<FocusSearch>},
        {letter('s'), next_side, false, true},
        {letter('x'), just<HideSelected>},
        {plain(Key::remove), just<HideSelected>},
        {letter('g'), just<FadeSelected>},
        {letter('o'), just<ShowOnly>},
        {letter('w'), just<ShowSelected>},
        {letter('i'), just<InvertVisibility>},
        {letter('a'), just<ShowAll>},
        {letter('['), peeled<-1>},
        {letter(']'), peeled<1>},
        {letter('k'), cut_or_whole},
        {letter('l'), next_labelling},
        {letter('n'), no_press},
        {plain(Key::space), play_or_pause, false, true},
        {letter('c'), client_view, false, true},
        {letter('p'), sheet_or_back<Sheet::capture>},
        {letter('b'), body_sheet},
        {control('p'), just<CapturePicture>},
        {control('c'), just<CopyPicture>},
        {control('s'), just<SaveScene>},
        {control('s', true), sheet_or_back<Sheet::scenes>},
        {control('o'), sheet_or_back<Sheet::scenes>},
        {control('e'), just<ExportModel>},
        {control('r'), just<ReloadCatalogue>},
        {control('z'), just<Undo>},
        {control('z', true), just<Redo>},
        {control('y'), just<Redo>},
        {control(','), sheet_or_back<Sheet::settings>},
        {plain(Key::f1), sheet_or_back<Sheet::keys>, true},
        {letter('?'), sheet_or_back<Sheet::keys>},
        {plain(Key::f6), [](const Session&) { return std::optional(Command{FocusNextPanel{}}); },
         true},
        {plain(Key::f6, true),
         [](const Session&) { return std::optional(Command{FocusNextPanel{true}}); }, true},
        {plain(Key::f11), just<ToggleFullScreen>, true, true},
        {control('+'), scaled<1>, true},
        {control('-'), scaled<-1>, true},
        {control('0'), just<SetInterfaceScale>, true},
        {plain(Key::escape), escape, false, true},
        {control('q'), just<Quit>, true, true},
    };
    return all;
}

const Binding* binding_of(const KeyPress& press)
{
    // Shift is part of how a sign is typed ("?", "+"), but not of a letter or a key with a name.
    KeyPress wanted = press;
    const bool sign = press.key == Key::character &&
                      (press.character < 'a' || press.character > 'z');
    if (sign)
        wanted.shift = false;
    const auto found = std::find_if(bindings().begin(), bindings().end(),
                                    [&](const Binding& b) { return b.press == wanted; });
    return found != bindings().end() ? &*found : nullptr;
}

}  // namespace

std::optional<Command> meaning_of(const KeyPress& press, const Session& session)
{
    const Binding* binding = binding_of(press);
    if (binding == nullptr || (session.view().client && !binding->client))
        return std::nullopt;
    return binding->meaning(session);
}

bool holds_everywhere(const KeyPress& press)
{
    const Binding* binding = binding_of(press);
    return binding != nullptr && binding->everywhere;
}

const std::vector<KeyRow>& key_rows()
{
    static const std::vector<KeyRow> rows{
        {"keys.camera", "Home, H", "keys.home"},
        {"keys.camera", "1 – 6", "keys.views"},
        {"keys.camera", "F", "keys.frame"},
        {"keys.camera", "← → ↑ ↓", "keys.turn"},
        {"keys.camera", "Shift + ← → ↑ ↓", "keys.pan"},
        {"keys.camera", "+  −", "keys.zoom"},
        {"keys.camera", "T", "keys.orbit_mode"},
        {"keys.camera", ",  .", "keys.roll"},
        {"keys.find", "/", "keys.search"},
        {"keys.find", "S", "keys.side"},
        {"keys.find", "Tab, Shift+Tab", "keys.next_control"},
        {"keys.find", "F6, Shift+F6", "keys.next_panel"},
        {"keys.find", "Esc", "keys.escape"},
        {"keys.show", "X, Del", "keys.hide"},
        {"keys.show", "G", "keys.fade"},
        {"keys.show", "O", "keys.only"},
        {"keys.show", "W", "keys.show_selected"},
        {"keys.show", "I", "keys.invert"},
        {"keys.show", "A", "keys.show_all"},
        {"keys.show", "[  ]", "keys.peel"},
        {"keys.show", "K", "keys.cut"},
        {"keys.show", "L", "keys.labels"},
        {"keys.show", "N", "keys.no_press"},
        {"keys.press", "Space", "keys.play"},
        {"keys.press", "C", "keys.client"},
        {"keys.files", "P", "keys.capture_sheet"},
        {"keys.files", "Ctrl+P", "keys.capture"},
        {"keys.files", "Ctrl+C", "keys.copy"},
        {"keys.files", "Ctrl+S", "keys.save"},
        {"keys.files", "Ctrl+Shift+S, Ctrl+O", "keys.scenes"},
        {"keys.files", "Ctrl+E", "keys.export"},
        {"keys.files", "B", "keys.body"},
        {"keys.files", "Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y", "keys.undo"},
        {"keys.files", "Ctrl+R", "keys.reload"},
        {"keys.window", "Ctrl+,", "keys.settings"},
        {"keys.window", "Ctrl++, Ctrl+−, Ctrl+0", "keys.scale"},
        {"keys.window", "F11", "keys.full_screen"},
        {"keys.window", "F1, ?", "keys.keys"},
        {"keys.window", "Ctrl+Q", "keys.quit"},
    };
    return rows;
}

}  // namespace tpatlas
