#include "app/keys.hpp"

#include <array>

namespace tpatlas::app {

namespace {

constexpr std::array<const char*, 6> views{"anterior", "posterior", "left",
                                           "right",    "superior",  "inferior"};

KeyMeaning with_control(const KeyPress& press)
{
    if (press.character == 'z')
        return {press.shift ? Command{Redo{}} : Command{Undo{}}, {}};
    if (press.character == 'y')
        return {Command{Redo{}}, {}};
    if (press.character == 'q')
        return {{}, WindowAction::close};
    return {};
}

KeyMeaning of_character(const KeyPress& press)
{
    if (press.character == 'h')
        return {Command{Home{}}, {}};
    if (press.character == 'f')
        return {Command{FrameSelection{}}, {}};
    if (press.character == '/')
        return {{}, WindowAction::focus_search};
    if (press.character >= '1' && press.character <= '6')
        return {Command{ShowView{views[static_cast<std::size_t>(press.character - '1')]}}, {}};
    return {};
}

}  // namespace

KeyMeaning meaning_of(const KeyPress& press, const View& view)
{
    switch (press.key) {
    case Key::space:
        return {view.playback.playing ? Command{Pause{}} : Command{Play{}}, {}};
    case Key::home:
        return {Command{Home{}}, {}};
    case Key::escape:
        return {Command{ClearSelection{}}, {}};
    case Key::character:
        return press.control ? with_control(press) : of_character(press);
    case Key::none:
        break;
    }
    return {};
}

}  // namespace tpatlas::app
