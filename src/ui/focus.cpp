#include "ui/focus.hpp"

#include <algorithm>
#include <utility>

namespace tpatlas::ui {

namespace {

constexpr float slider_step = 0.05f;
// Down from the search field goes to what was found, past what stands between.
constexpr std::string_view search_field = "search";
constexpr std::string_view found_group = "muscle";

template <class Stops>
std::ptrdiff_t place_of(const Stops& stops, const std::string& label)
{
    const auto at = std::find_if(stops.begin(), stops.end(),
                                 [&](const auto& stop) { return stop.label == label; });
    return at == stops.end() ? -1 : at - stops.begin();
}

}  // namespace

std::string Focus::Stop::group() const
{
    return label.substr(0, label.find(':'));
}

void Focus::begin_frame()
{
    drawing_.clear();
    panel_.clear();
    drawn_popup_.clear();
    typed_ = false;
}

void Focus::begin_panel(std::string_view name)
{
    panel_ = name;
}

bool Focus::begin_popup(std::string_view name)
{
    under_popup_ = std::exchange(panel_, std::string(name));
    drawn_popup_ = name;
    return popup_ == name && std::exchange(close_popup_, false);
}

void Focus::end_popup()
{
    panel_ = under_popup_;
}

Focus::Answer Focus::enter(std::string_view label, Kind kind)
{
    drawing_.push_back({std::string(label), panel_, kind});
    Answer answer;
    if (at_.label != label)
        return answer;
    answer.focused = shown_;
    answer.arrived = std::exchange(arrived_, false);
    if (kind == Kind::press)
        answer.pressed = std::exchange(press_, false);
    else if (kind == Kind::slider)
        answer.step = std::exchange(step_, 0.0f);
    return answer;
}

void Focus::typing_in(std::string_view label)
{
    typed_ = true;
    if (at_.label == label)
        return;
    at_ = {std::string(label), panel_, Kind::text};
    shown_ = true;
    arrived_ = press_ = false;
}

void Focus::end_frame()
{
    stops_ = drawing_;
    typing_ = typed_;
    popup_stops_.clear();
    for (const Stop& stop : stops_)
        if (!drawn_popup_.empty() && stop.panel == drawn_popup_)
            popup_stops_.push_back(stop);
    if (drawn_popup_ != popup_) {
        const bool opened = popup_.empty();
        if (opened)
            opener_ = at_;
        popup_ = drawn_popup_;
        close_popup_ = false;
        if (shown_ && opened && !popup_stops_.empty())
            go_to(popup_stops_.front());
        else if (shown_ && popup_.empty() && place_of(stops_, opener_.label) >= 0)
            go_to(opener_);
    }
    press_ = false;
    step_ = 0;
    if (!wanted_panel_.empty()) {
        const auto first = std::find_if(stops_.begin(), stops_.end(), [&](const Stop& stop) {
            return stop.panel == wanted_panel_;
        });
        wanted_panel_.clear();
        if (first != stops_.end())
            go_to(*first);
    }
    settle();
}

// What had the focus may be gone: its neighbour gets it.
void Focus::settle()
{
    if (at_.label.empty())
        return;
    const Stops& stops = reachable();
    const std::ptrdiff_t now = place_of(stops, at_.label);
    if (now >= 0) {
        place_ = static_cast<std::size_t>(now);
        return;
    }
    const auto same = [&](const Stop& stop) { return stop.panel == at_.panel; };
    if (!shown_ || typing_ || std::none_of(stops.begin(), stops.end(), same)) {
        drop(false);
        return;
    }
    std::size_t nearest = stops.size();
    for (std::size_t i = 0; i < stops.size(); ++i)
        if (same(stops[i]) && (nearest == stops.size() || i <= place_))
            nearest = i;
    go_to(stops[nearest]);
}

void Focus::go_to(const Stop& stop)
{
    if (typing_)
        release_ = true;
    typing_ = false;
    at_ = stop;
    shown_ = true;
    arrived_ = true;
    last_in_group_[stop.panel + "/" + stop.group()] = stop.label;
    const std::ptrdiff_t now = place_of(reachable(), stop.label);
    place_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, now));
}

// Where the group was left, else its first.
void Focus::go_to_group(const std::string& group, const std::string& panel)
{
    const Stop* first = nullptr;
    const std::string& last = last_in_group_[panel + "/" + group];
    for (const Stop& stop : reachable()) {
        if (stop.group() != group || stop.panel != panel)
            continue;
        if (first == nullptr || stop.label == last)
            first = &stop;
    }
    if (first != nullptr)
        go_to(Stop(*first));
}

bool Focus::next_group(int way)
{
    std::vector<std::pair<std::string, std::string>> groups;
    for (const Stop& stop : reachable()) {
        const std::pair<std::string, std::string> group{stop.group(), stop.panel};
        if (std::find(groups.begin(), groups.end(), group) == groups.end())
            groups.push_back(group);
    }
    if (groups.empty())
        return false;
    const auto at = std::find(groups.begin(), groups.end(), std::pair{at_.group(), at_.panel});
    const auto count = static_cast<std::ptrdiff_t>(groups.size());
    std::ptrdiff_t next = way > 0 ? 0 : count - 1;
    if (!at_.label.empty() && at != groups.end())
        next = ((at - groups.begin()) + way + count) % count;
    const auto& [group, panel] = groups[static_cast<std::size_t>(next)];
    go_to_group(group, panel);
    return true;
}

void Focus::within_group(int way)
{
    std::vector<Stop> members;
    for (const Stop& stop : reachable())
        if (stop.group() == at_.group() && stop.panel == at_.panel)
            members.push_back(stop);
    const std::ptrdiff_t next = place_of(members, at_.label) + way;
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(members.size()))
        go_to(members[static_cast<std::size_t>(next)]);
    else if (next < 0 && at_.group() == found_group &&
             place_of(reachable(), std::string(search_field)) >= 0)
        go_to_group(std::string(search_field), at_.panel);
}

bool Focus::take_key_in_text(const KeyPress& press)
{
    if (press.key == Key::escape) {
        drop(false);  // the field itself gives back what was typed
        return true;
    }
    if (press.key == Key::down && at_.label == search_field) {
        for (const Stop& stop : reachable())
            if (stop.group() == found_group) {
                go_to(Stop(stop));
                return true;
            }
        return true;
    }
    if (press.key == Key::enter && !typing_) {
        arrived_ = true;
        return true;
    }
    return false;
}

bool Focus::take_key_at_stop(const KeyPress& press)
{
    if (press.shift)
        return false;
    switch (press.key) {
    case Key::enter:
    case Key::space:
        press_ = true;
        return true;
    case Key::left:
    case Key::right:
        if (at_.kind == Kind::slider)
            step_ += press.key == Key::left ? -slider_step : slider_step;
        else
            within_group(press.key == Key::left ? -1 : 1);
        return true;
    case Key::up:
    case Key::down:
        if (at_.kind == Kind::slider)
            next_group(press.key == Key::up ? -1 : 1);
        else
            within_group(press.key == Key::up ? -1 : 1);
        return true;
    default:
        return false;
    }
}

bool Focus::take_key(const KeyPress& press)
{
    if (press.control)
        return false;
    if (press.key == Key::escape && !popup_.empty()) {
        close_popup_ = true;
        return true;
    }
    if (press.key == Key::tab)
        return next_group(press.shift ? -1 : 1);
    if (at_.label.empty() || !shown_)
        return false;
    if (at_.kind == Kind::text)
        return take_key_in_text(press);
    if (press.key == Key::escape) {
        drop(true);
        return true;
    }
    return take_key_at_stop(press);
}

void Focus::next_panel(bool back)
{
    std::vector<std::string> panels;
    for (const Stop& stop : reachable())
        if (std::find(panels.begin(), panels.end(), stop.panel) == panels.end())
            panels.push_back(stop.panel);
    if (panels.empty())
        return;
    const auto at = std::find(panels.begin(), panels.end(), at_.panel);
    const auto count = static_cast<std::ptrdiff_t>(panels.size());
    std::ptrdiff_t next = back ? count - 1 : 0;
    if (!at_.label.empty() && at != panels.end())
        next = ((at - panels.begin()) + (back ? -1 : 1) + count) % count;
    const std::string panel = panels[static_cast<std::size_t>(next)];
    for (const Stop& stop : reachable())
        if (stop.panel == panel) {
            go_to_group(stop.group(), panel);
            return;
        }
}

void Focus::go_to_panel(std::string_view name)
{
    wanted_panel_ = name;
}

void Focus::drop(bool hard)
{
    if (hard && typing_)
        release_ = true;
    at_ = {};
    shown_ = arrived_ = press_ = typing_ = false;
    step_ = 0;
}

bool Focus::take_release()
{
    return std::exchange(release_, false);
}

}  // namespace tpatlas::ui
