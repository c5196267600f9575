#include "app/redraws.hpp"

#include <algorithm>

namespace tpatlas::app {

namespace {

constexpr double settle_s = 0.15;  // stands still this long: drawn well
constexpr double frame_s = 1.0 / 60;
// A structure lights up under the cursor only where a picture costs next to nothing; on a software
// renderer its name beside the cursor is enough.
constexpr double cheap_picture_s = 0.03;

}  // namespace

Redraws::Shown Redraws::shown_now(const Session& session, glm::ivec2 size_px) const
{
    Shown shown{session.document(), session.view(), session.shared_atlas(), size_px};
    shown.view.time_s = 0;
    shown.view.flight.reset();
    shown.view.framed = false;
    shown.view.search.clear();
    shown.view.first_hint = false;
    shown.view.sheet = Sheet::details;
    shown.view.notice.reset();
    shown.view.listing = {};
    shown.view.scene_file.clear();
    shown.view.recent.clear();
    shown.view.interface_scale = 0;
    shown.view.free_orbit = false;
    shown.view.reduced_motion = false;
    shown.view.list_order = ListOrder::region;
    shown.view.layers_open = true;
    shown.view.capture = {};
    shown.view.playback.playing = false;
    shown.view.playback.speed = 1;
    if (still_cost_s_ > cheap_picture_s) {
        shown.view.hovered_structure.reset();
        shown.view.hovered_point.reset();
    }
    return shown;
}

Redraws::Decision Redraws::decide(const Session& session, glm::ivec2 size_px, bool mouse_down,
                                  double now_s)
{
    last_step_s_ = now_s;
    Shown now = shown_now(session, size_px);
    const bool changed = !last_ || !(now == *last_);
    const bool camera_moved = last_ && !(now.view.camera == last_->view.camera &&
                                         now.view.second_camera == last_->view.second_camera);
    const bool recently = changed_s_ >= 0 && now_s - changed_s_ < settle_s;
    const bool restless = session.animating() || camera_moved || (last_ && mouse_down);
    Decision decision;
    decision.moving = changed ? restless || recently : last_moving_ && (restless || recently);
    decision.draw = changed || (last_moving_ && !decision.moving);
    if (changed)
        changed_s_ = now_s;
    if (decision.draw)
        last_ = std::move(now);
    return decision;
}

void Redraws::drawn(const Decision& decision, double duration_s)
{
    last_moving_ = decision.moving;
    if (!decision.moving)
        still_cost_s_ = duration_s;
}

std::optional<double> Redraws::sleep_s(const Session& session, bool mouse_down, double now_s) const
{
    if (session.animating() || frames_left_ > 0)
        return std::max(0.0, last_step_s_ + frame_s - now_s);
    if (last_moving_ && !mouse_down)
        return std::max(0.001, changed_s_ + settle_s - now_s);
    return std::nullopt;
}

}  // namespace tpatlas::app
