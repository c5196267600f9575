#include "app/gestures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas::app {

namespace {

constexpr float tremble_px = 4;
constexpr double double_click_s = 0.4;
constexpr float radians_a_height = 3.1f;  // a drag over the whole height turns half a circle
constexpr float zoom_a_step = 1.13f;

}  // namespace

void Gestures::set_picture(glm::vec2 min, glm::vec2 size, bool two)
{
    min_ = min;
    two_ = two;
    size_ = glm::vec2(std::fmax(size.x, 1.0f), std::fmax(size.y, 1.0f));
}

bool Gestures::is_in_picture(glm::vec2 at) const
{
    const auto holds = [at](glm::vec2 min, glm::vec2 max) {
        return at.x >= min.x && at.y >= min.y && at.x < max.x && at.y < max.y;
    };
    return holds(min_, min_ + size_) &&
           std::none_of(covers_.begin(), covers_.end(),
                        [&](const Cover& cover) { return holds(cover.min, cover.max); });
}

void Gestures::set_handle(std::optional<glm::vec2> at, float radius)
{
    handle_ = at;
    handle_radius_ = radius;
}

bool Gestures::is_on_handle(glm::vec2 at) const
{
    return handle_ && is_in_picture(at) && glm::distance(at, *handle_) < handle_radius_;
}

void Gestures::press(Button button, glm::vec2 at, Held held, double /*time_s*/)
{
    if (drag_ || !is_in_picture(at))
        return;
    Kind kind = button == Button::left && !held.shift ? Kind::orbit : Kind::pan;
    if (button == Button::left && is_on_handle(at))
        kind = Kind::handle;
    drag_ = Drag{button, kind, at, at, held.control, false, is_second(at)};
}

void Gestures::move(glm::vec2 to)
{
    if (!drag_)
        return;
    if (!drag_->moved && glm::distance(to, drag_->start) < tremble_px)
        return;
    drag_->moved = true;
    if (drag_->kind == Kind::handle) {
        if (handle_drag_)
            handle_drag_->to = to;
        else
            handle_drag_ = HandleDrag{drag_->last, to};
    } else {
        second_ = drag_->second;
        (drag_->kind == Kind::orbit ? orbited_ : panned_) += to - drag_->last;
    }
    drag_->last = to;
}

void Gestures::release(Button button, glm::vec2 at, double time_s)
{
    if (!drag_ || drag_->button != button)
        return;
    move(at);
    const Drag ended = *std::exchange(drag_, std::nullopt);
    if (ended.moved || ended.button != Button::left || ended.kind == Kind::handle)
        return;
    const bool is_double = last_click_ && time_s - last_click_s_ < double_click_s &&
                           glm::distance(*last_click_, at) < 2 * tremble_px;
    clicks_.push_back({at, is_double, ended.control});
    last_click_ = is_double ? std::nullopt : std::optional<glm::vec2>(at);
    last_click_s_ = time_s;
}

void Gestures::scroll(glm::vec2 at, float steps)
{
    if (!is_in_picture(at))
        return;
    zoomed_ *= std::pow(zoom_a_step, steps);
    second_ = is_second(at);
    const glm::vec2 corner = second_ ? min_ + glm::vec2(size_.x / 2, 0) : min_;
    const glm::vec2 share = (at - corner) / size_of_one();
    zoom_cursor_ = {share.x * 2 - 1, 1 - share.y * 2};
}

std::vector<Command> Gestures::take_commands()
{
    std::vector<Command> commands;
    // Like a turntable under the hand: what is touched follows it.
    if (orbited_ != glm::vec2(0))
        commands.push_back(Orbit{-orbited_.x / size_.y * radians_a_height,
                                 orbited_.y / size_.y * radians_a_height, 0, second_});
    if (panned_ != glm::vec2(0))
        commands.push_back(Pan{{panned_.x / size_.y, -panned_.y / size_.y}, second_});
    if (zoomed_ != 1.0f)
        commands.push_back(Zoom{zoomed_, zoom_cursor_, second_});
    orbited_ = panned_ = glm::vec2(0);
    zoomed_ = 1;
    return commands;
}

std::optional<HandleDrag> Gestures::take_handle_drag()
{
    return std::exchange(handle_drag_, std::nullopt);
}

std::vector<Click> Gestures::take_clicks()
{
    return std::exchange(clicks_, {});
}

}  // namespace tpatlas::app
