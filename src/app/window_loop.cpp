#include "app/window_loop.hpp"

#include "app/test_report.hpp"
#include "core/overloaded.hpp"
#include "io/user_folders.hpp"
#include "scene/cut_handle.hpp"
#include "state/keys.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glad/gl.h>
#include <glm/common.hpp>

namespace tpatlas::app {

namespace {

// ImGui lags its events by a frame, and what a command changed shows a frame later still.
constexpr int frames_after_event = 3;
// In so many a field that was asked to has the keyboard.
constexpr int frames_until_text = 3;
constexpr double longest_without_body_s = 1;

}  // namespace

WindowLoop::WindowLoop(const Options& options, GlfwWindow& window, Interface& interface,
                       render::Renderer& renderer)
    : options_(options), window_(window), interface_(interface), renderer_(renderer),
      session_(options.atlas),
      settings_(options.settings.value_or(io::settings_file())), errands_(options, renderer),
      panels_(options_.texts, interface.fonts(), interface.colours(), interface.scale())
{
    settings_.begin(session_);
    place();
    session_.update(Home{});  // again, for the picture's true proportions
    errands_.tell_body(session_);
    if (options.first.empty())
        select_lone_muscle(session_);
    for (const Command& command : options.first)
        session_.update(command);
}

bool WindowLoop::step()
{
    sleep();
    if (window_.should_close()) {
        settings_.finish(session_);
        return false;
    }
    const bool said = session_.view().notice.has_value();
    session_.update(Tick{window_.now_s()});
    if (said && !session_.view().notice)
        redraws_.ask_for_frames(1);  // what was read is gone
    take_events();
    const bool wrote = errands_.take_model(session_);
    const bool come = errands_.take_results(session_);
    if (come || wrote)
        redraws_.ask_for_frames(frames_after_event);
    do_requests();
    place();
    take_pointer();
    if (come || !answers_first())
        draw_body();
    if (redraws_.take_frame() || session_.animating() || last_decision_.draw)
        draw_window();
    settings_.keep(session_, window_.now_s());
    return true;
}

// A click or a key that waits for a frame of its own: with the panels alone, which cost little. For
// a while; a flood of them shall not hide the body.
bool WindowLoop::answers_first()
{
    if (!window_.input().has_click_or_key()) {
        waited_for_since_s_.reset();
        return false;
    }
    const double now_s = window_.now_s();
    if (!waited_for_since_s_)
        waited_for_since_s_ = now_s;
    if (now_s < *waited_for_since_s_ + longest_without_body_s)
        return true;
    waited_for_since_s_.reset();
    return false;
}

void WindowLoop::sleep()
{
    const double now_s = window_.now_s();
    std::optional<double> rest_s =
        frames_ == 0 ? std::optional<double>(0)
                     : redraws_.sleep_s(session_, window_.is_button_down(), now_s);
    const auto at_most = [&rest_s](std::optional<double> s) {
        if (s)
            rest_s = std::min(rest_s.value_or(*s), *s);
    };
    at_most(settings_.due_s(now_s));
    // A notice goes when it has been read; panels are drawn once more without it.
    if (const std::optional<Notice>& notice = session_.view().notice)
        at_most(std::max(0.0, notice->until_s - now_s) + 0.01);
    if (!window_.input().empty())
        rest_s = 0;
    window_.wait(rest_s);
}

void WindowLoop::place()
{
    if (interface_.follow(window_, session_.view()))
        panels_.set_look(interface_.fonts(), interface_.colours(), interface_.scale());
    const float scale = interface_.scale();
    window_.set_smallest(glm::ivec2(ui::smallest_window));
    const glm::vec2 size = window_.size();
    const ui::LayoutWish wish = panels_.layout_wish(session_);
    layout_ = ui::layout_for(size, scale, wish);
    const glm::vec2 ratio = glm::vec2(window_.framebuffer_px()) / size;
    picture_px_ = glm::clamp(glm::ivec2(glm::round(layout_.picture.size * ratio)), glm::ivec2(1),
                             glm::ivec2(renderer_.max_size_px()));
    const int strip_px = scene::strip_height_px(picture_px_.y);
    const int body_px = std::max(1, picture_px_.y - strip_px);
    body_size_ = {layout_.picture.size.x, static_cast<float>(body_px) / ratio.y};
    gestures_.set_picture(layout_.picture.min, body_size_, session_.view().second_camera.has_value());
    session_.update(SetAspect{body_size_.x / body_size_.y});
    // Selecting a point makes Pressure grow, client view takes the panels away: framed again, for
    // the picture that is left, unless the camera was moved since or came with a scene.
    const bool grown = std::exchange(pressing_, wish.pressing) != wish.pressing && wish.pressing;
    const bool alone = std::exchange(client_, wish.client) != wish.client && wish.client;
    if ((grown || alone) && session_.view().framed)
        session_.update(FrameSelection{});
    place_handle();
}

// Where the knob of the cut is in the window.
void WindowLoop::place_handle()
{
    handle_.reset();
    gestures_.set_handle(std::nullopt);
    if (!session_.document().cut || !cut_)
        return;
    const CameraPose& camera = session_.view().camera;
    const glm::vec2 size = first_picture_size();
    const glm::vec4 clip = camera.clip_from_view(size.x / size.y) * camera.view_from_world() *
                           glm::vec4(cut_->handle_mm, 1);
    if (clip.w <= 0)
        return;
    const glm::vec2 share(clip.x / clip.w / 2 + 0.5f, 0.5f - clip.y / clip.w / 2);
    handle_ = layout_.picture.min + share * size;
    gestures_.set_handle(handle_, 16 * interface_.scale());
}

glm::vec2 WindowLoop::first_picture_size() const
{
    return {session_.view().second_camera ? body_size_.x / 2 : body_size_.x, body_size_.y};
}

void WindowLoop::take_events()
{
    InputQueue& input = window_.input();
    const auto hold_keys = [this] {
        return frames_ < text_from_frame_ && !interface_.wants_text();
    };
    while (const std::optional<Event> event = input.next(hold_keys())) {
        redraws_.ask_for_frames(frames_after_event);
        interface_.take(window_, *event);
        std::visit(Overloaded{[&](const ButtonEvent& e) {
                                  if (e.pressed)
                                      gestures_.press(e.button, e.at, {e.shift, e.control},
                                                      e.time_s);
                                  else
                                      gestures_.release(e.button, e.at, e.time_s);
                              },
                              [&](const MoveEvent& e) {
                                  gestures_.move(e.to);
                                  cursor_moved_ = true;
                              },
                              [&](const ScrollEvent& e) { gestures_.scroll(e.at, e.steps.y); },
                              [&](const KeyEvent& e) { take_key(e.press); },
                              [&](const TextEvent& e) { take_key(e.press); },
                              [&](const DropEvent& e) {
                                  for (const std::string& file : e.files)
                                      session_.update(OpenFile{file});
                              },
                              [](const auto&) {}},
                   *event);
    }
    if (!input.empty())  // some wait for the next frame
        redraws_.ask_for_frames(1);
}

// What is typed from now on waits until the field has the keyboard.
void WindowLoop::expect_text()
{
    if (panels_.text_is_coming())
        text_from_frame_ = frames_ + frames_until_text;
}

void WindowLoop::take_key(const std::optional<KeyPress>& press)
{
    if (!press)
        return;
    if (panels_.take_key(*press)) {
        expect_text();
        return;
    }
    if (interface_.wants_text() && !holds_everywhere(*press))
        return;  // in a text field letters are letters
    if (const std::optional<Command> command = meaning_of(*press, session_))
        session_.update(*command);
    do_requests();  // before the next key: what follows `/` is text
}

void WindowLoop::do_requests()
{
    for (const Command& request : session_.take_requests()) {
        std::visit(Overloaded{[&](const FocusSearch&) {
                                  panels_.focus_search();
                                  text_from_frame_ = frames_ + frames_until_text;
                              },
                              [&](const FocusNextPanel& c) { panels_.focus_next_panel(c.back); },
                              [&](const ToggleFullScreen&) { window_.toggle_full_screen(); },
                              [&](const Quit&) { window_.close(); }, [](const auto&) {}},
                   request);
        errands_.carry_out(request, session_);
        redraws_.ask_for_frames(frames_after_event);
    }
    if (errands_.drew_over_picture())
        redraws_.forget();
}

void WindowLoop::take_pointer()
{
    for (const Command& command : gestures_.take_commands())
        session_.update(command);
    if (const std::optional<HandleDrag> drag = gestures_.take_handle_drag())
        drag_cut(*drag);
    for (const Click& at : gestures_.take_clicks())
        click(at);
    if (std::exchange(cursor_moved_, false))
        hover();
}

void WindowLoop::drag_cut(const HandleDrag& drag)
{
    const std::optional<CutPlane>& plane = session_.document().cut;
    if (!plane || !cut_)
        return;
    const float by_mm = scene::cut_drag_mm(session_.view().camera, first_picture_size(), *cut_,
                                           drag.from - layout_.picture.min,
                                           drag.to - layout_.picture.min);
    session_.update(MoveCut{plane->offset_mm + by_mm});
}

render::Picked WindowLoop::pick(glm::vec2 at) const
{
    const glm::vec2 ratio = glm::vec2(window_.framebuffer_px()) / window_.size();
    return renderer_.pick((at - layout_.picture.min) * ratio);
}

void WindowLoop::click(const Click& click)
{
    const render::Picked picked = pick(click.at);
    if (picked.point && *picked.point < session_.atlas().points().size()) {
        const PlacedPoint& point = session_.atlas().points()[*picked.point];
        session_.update(SelectPoint{(*point.record)->id, point.side});
    } else if (picked.under_skin &&
               *picked.under_skin < session_.atlas().body().structures().size()) {
        const Structure& structure = session_.atlas().body().structures()[*picked.under_skin];
        if (click.control) {
            session_.update(SelectAlso{structure.id});
            return;
        }
        session_.update(SelectStructure{structure.id});
        // The list's side follows what was clicked, unless both are asked for.
        const bool paired = structure.side != Side::middle;
        if (paired && session_.view().side != SideChoice::both)
            session_.update(
                SetSide{structure.side == Side::left ? SideChoice::left : SideChoice::right});
    } else {
        return;
    }
    if (click.is_double)
        session_.update(FrameSelection{});
}

void WindowLoop::hover()
{
    // What moves is not named: the copy of the last still picture no longer fits it.
    Hover named;
    const glm::vec2 at = window_.cursor();
    if (!gestures_.is_dragging() && !session_.animating() && gestures_.is_in_picture(at)) {
        const render::Picked picked = pick(at);
        named.structure = picked.structure && !picked.skin ? picked.structure : picked.under_skin;
        named.point = picked.point;
    }
    if (named.structure != session_.view().hovered_structure ||
        named.point != session_.view().hovered_point) {
        session_.update(named);
        redraws_.ask_for_frames(frames_after_event);
    }
}

void WindowLoop::draw_body()
{
    const double start_s = window_.now_s();
    last_decision_ = redraws_.decide(session_, picture_px_, window_.is_button_down(), start_s);
    if (!last_decision_.draw)
        return;
    scene::FrameOptions wish;
    wish.moving = last_decision_.moving;
    scene::Frame frame = scene::build_frame(session_.document(), redraws_.view_to_draw(),
                                            session_.atlas(), options_.texts, wish, memory_);
    cut_ = frame.cut;
    if (frame.strip && !session_.view().client) {  // the panels beside it say these, larger
        frame.strip->title.clear();
        frame.strip->caption.clear();
    }
    renderer_.draw(frame, picture_px_);
    ++body_draws_;
    body_draw_s_ = window_.now_s() - start_s;
    redraws_.drawn(last_decision_, body_draw_s_);
    if (!last_decision_.moving)
        hover();  // something else may lie under the cursor now
}

void WindowLoop::draw_window()
{
    const glm::ivec2 framebuffer = window_.framebuffer_px();
    const glm::vec2 ratio = glm::vec2(framebuffer) / window_.size();
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, framebuffer.x, framebuffer.y);
    glDisable(GL_SCISSOR_TEST);
    const ImVec4& ground = interface_.colours().panel;
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    const glm::ivec2 top_left(glm::round(layout_.picture.min * ratio));
    renderer_.present_last(0, {top_left.x, framebuffer.y - top_left.y - picture_px_.y});

    interface_.begin_frame();
    const bool in_picture = gestures_.is_in_picture(window_.cursor()) && !gestures_.is_dragging();
    const std::vector<Command> commands = panels_.draw(session_, layout_, in_picture);
    std::vector<Gestures::Cover> covers;
    for (const ui::Item& cover : panels_.items().covers())
        covers.push_back({cover.min, cover.max});
    gestures_.set_covers(std::move(covers));
    interface_.end_frame();
    window_.swap();
    window_.input().begin_frame();
    ++frames_;
    expect_text();
    report();
    for (const Command& command : commands)
        session_.update(command);
    if (!commands.empty())
        redraws_.ask_for_frames(frames_after_event);
}

void WindowLoop::report() const
{
    if (options_.test_report)
        write_test_report(*options_.test_report,
                          {session_, panels_.items().items(), window_.size(), layout_.picture.min,
                           body_size_, frames_, body_draws_, body_draw_s_, last_decision_.moving,
                           interface_.wants_text(), renderer_.device(), interface_.scale(),
                           handle_});
}

}  // namespace tpatlas::app
