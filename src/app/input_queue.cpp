#include "app/input_queue.hpp"

#include "core/overloaded.hpp"

#include <algorithm>
#include <utility>

namespace tpatlas::app {

namespace {

// Writes, but outside a text field presses what has the focus: once a frame.
bool presses(const KeyEvent& event)
{
    return event.press && event.press->key == Key::space;
}

}  // namespace

std::optional<Event> InputQueue::next(bool hold_keys)
{
    if (events_.empty())
        return std::nullopt;
    const Event& first = events_.front();
    const bool is_key =
        std::holds_alternative<KeyEvent>(first) || std::holds_alternative<TextEvent>(first);
    if (must_wait(first) || (hold_keys && is_key))
        return std::nullopt;
    Event event = std::move(events_.front());
    events_.pop_front();
    note(event);
    return event;
}

bool InputQueue::has_click_or_key() const
{
    return std::any_of(events_.begin(), events_.end(), [](const Event& event) {
        return std::holds_alternative<ButtonEvent>(event) ||
               std::holds_alternative<KeyEvent>(event) || std::holds_alternative<TextEvent>(event);
    });
}

bool InputQueue::must_wait(const Event& event) const
{
    const Seen& seen = seen_;
    const bool key = seen.writing_key || seen.command_key || seen.text;
    return std::visit(
        Overloaded{[&](const ButtonEvent& e) {
                       // What was dragged is let go where it was dragged to.
                       return seen.button || seen.scrolled || key || (!e.pressed && seen.moved);
                   },
                   [&](const MoveEvent&) { return seen.button || seen.scrolled; },
                   [&](const ScrollEvent&) { return seen.button; },
                   [&](const KeyEvent& e) {
                       if (e.action == KeyEvent::Action::repeated)
                           return seen.button;
                       switch (e.kind) {
                       case KeyEvent::Kind::modifier:
                           return seen.button || seen.scrolled || seen.modifier || key;
                       case KeyEvent::Kind::writes:
                           return seen.button || seen.command_key || (presses(e) && seen.space);
                       case KeyEvent::Kind::commands: break;
                       }
                       return seen.button || seen.command_key || seen.text;
                   },
                   [&](const TextEvent&) { return seen.button || seen.command_key; },
                   // Then the cursor is elsewhere, and no key is down any more.
                   [&](const EnterEvent&) { return seen.button || key; },
                   [&](const FocusEvent&) { return seen.button || key; },
                   [](const auto&) { return false; }},
        event);
}

void InputQueue::note(const Event& event)
{
    std::visit(Overloaded{[&](const ButtonEvent&) { seen_.button = true; },
                          [&](const MoveEvent&) { seen_.moved = true; },
                          [&](const ScrollEvent&) { seen_.scrolled = true; },
                          [&](const TextEvent&) { seen_.text = true; },
                          [&](const KeyEvent& e) {
                              if (e.action == KeyEvent::Action::repeated)
                                  return;
                              switch (e.kind) {
                              case KeyEvent::Kind::modifier: seen_.modifier = true; return;
                              case KeyEvent::Kind::writes:
                                  seen_.writing_key = true;
                                  seen_.space |= presses(e);
                                  return;
                              case KeyEvent::Kind::commands: seen_.command_key = true; return;
                              }
                          },
                          [](const auto&) {}},
               event);
}

}  // namespace tpatlas::app
