#include "state/camera_moves.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace tpatlas {

namespace {

constexpr float nearest_mm = 60;
constexpr float farthest_mm = 6000;

float smooth(float t)
{
    t = std::clamp(t, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

float picture_height_mm(const CameraPose& camera)
{
    return 2 * camera.distance_mm * std::tan(camera.field_of_view / 2);
}

// Within half a metre of the body.
glm::vec3 kept_near(glm::vec3 target, const Box& body)
{
    return body.empty() ? target : glm::clamp(target, body.min - 500.0f, body.max + 500.0f);
}

CameraPose& camera_of(View& view, bool second)
{
    view.framed = false;
    if (second && view.second_camera)
        return *view.second_camera;  // the first may go on flying
    view.flight.reset();
    return view.camera;
}

float kept_pitch(float pitch)
{
    return std::clamp(pitch, -CameraPose::pitch_limit, CameraPose::pitch_limit);
}

}  // namespace

void fly(View& view, const CameraPose& to)
{
    if (view.reduced_motion) {
        view.camera = to;
        view.flight.reset();
        return;
    }
    view.flight = Flight{view.camera, to, view.time_s, 0.6f};
}

void fly_on(View& view)
{
    if (!view.flight)
        return;
    const double t =
        (view.time_s - view.flight->start_s) / static_cast<double>(view.flight->duration_s);
    view.camera = between(view.flight->from, view.flight->to, smooth(static_cast<float>(t)));
    if (t >= 1) {
        view.camera = view.flight->to;  // exactly: the way there is rounded
        view.flight.reset();
    }
}

void orbit(View& view, const Orbit& by)
{
    CameraPose& camera = camera_of(view, by.second);
    if (view.free_orbit) {
        camera = turned_freely(camera, by.yaw, by.pitch, by.roll);
        return;
    }
    camera.yaw = std::remainder(camera.yaw + by.yaw, 6.2831853f);
    camera.pitch = kept_pitch(camera.pitch + by.pitch);
}

void pan(View& view, const Pan& by, const Box& body)
{
    CameraPose& camera = camera_of(view, by.second);
    const float height = picture_height_mm(camera);
    camera.target_mm -= camera.right() * (by.share.x * height);
    camera.target_mm -= camera.up() * (by.share.y * height);
    camera.target_mm = kept_near(camera.target_mm, body);
}

void zoom(View& view, const Zoom& by, const Box& body)
{
    CameraPose& camera = camera_of(view, by.second);
    if (!(by.factor > 0))
        return;
    const float before = picture_height_mm(camera);
    camera.distance_mm = std::clamp(camera.distance_mm / by.factor, nearest_mm, farthest_mm);
    const float shift = (before - picture_height_mm(camera)) / 2;
    // What lies under the cursor in the target's plane stays under it.
    const float aspect = view.second_camera ? view.aspect / 2 : view.aspect;
    camera.target_mm += camera.right() * (by.cursor.x * aspect * shift);
    camera.target_mm += camera.up() * (by.cursor.y * shift);
    camera.target_mm = kept_near(camera.target_mm, body);
}

void level(View& view)
{
    const auto levelled = [](CameraPose pose) {
        pose.roll = 0;
        pose.pitch = kept_pitch(pose.pitch);
        return pose;
    };
    if (view.second_camera)
        view.second_camera = levelled(*view.second_camera);
    fly(view, levelled(view.flight ? view.flight->to : view.camera));
}

}  // namespace tpatlas
