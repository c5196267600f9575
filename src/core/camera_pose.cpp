#include "core/camera_pose.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

}  // namespace

glm::vec3 CameraPose::forward() const
{
    return -glm::vec3(std::cos(pitch) * std::sin(yaw), std::sin(pitch),
                      std::cos(pitch) * std::cos(yaw));
}

glm::vec3 CameraPose::eye_mm() const
{
    return target_mm - forward() * distance_mm;
}

glm::vec3 CameraPose::right() const
{
    const glm::vec3 level(std::cos(yaw), 0, -std::sin(yaw));
    if (roll == 0)
        return level;
    return level * std::cos(roll) + glm::cross(level, forward()) * std::sin(roll);
}

glm::vec3 CameraPose::up() const
{
    return glm::cross(right(), forward());
}

glm::mat4 CameraPose::view_from_world() const
{
    return glm::lookAt(eye_mm(), target_mm, up());
}

glm::mat4 CameraPose::clip_from_view(float aspect) const
{
    // The body is under 2.5 m: what lies behind the eye or farther than that is never drawn.
    const float near_mm = std::max(distance_mm * 0.05f, distance_mm - 2500.0f);
    return glm::perspective(field_of_view, aspect, near_mm, distance_mm + 2500.0f);
}

glm::vec3 CameraPose::ray_direction(glm::vec2 pixel, glm::vec2 size_px) const
{
    const float half = std::tan(field_of_view / 2);
    const float x = (2 * pixel.x / size_px.x - 1) * half * size_px.x / size_px.y;
    const float y = (1 - 2 * pixel.y / size_px.y) * half;
    return glm::normalize(forward() + right() * x + up() * y);
}

CameraPose framing(const CameraPose& pose, const Box& box, float aspect, float margin)
{
    CameraPose framed = pose;
    if (box.empty())
        return framed;
    framed.target_mm = box.centre();
    // The smallest distance from which every corner of the box lies inside the picture.
    const float tan_y = std::tan(pose.field_of_view / 2) / margin;
    const float tan_x = tan_y * aspect;
    float distance = 1;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::vec3 p((corner & 1) ? box.max.x : box.min.x, (corner & 2) ? box.max.y : box.min.y,
                          (corner & 4) ? box.max.z : box.min.z);
        const glm::vec3 d = p - framed.target_mm;
        const float depth = glm::dot(d, pose.forward());
        distance = std::max(distance, std::abs(glm::dot(d, pose.right())) / tan_x - depth);
        distance = std::max(distance, std::abs(glm::dot(d, pose.up())) / tan_y - depth);
    }
    framed.distance_mm = distance;
    return framed;
}

CameraPose spanning(const CameraPose& pose, glm::vec3 target_mm, float span_mm)
{
    CameraPose at = pose;
    at.target_mm = target_mm;
    at.distance_mm = 0.5f * span_mm / std::tan(0.5f * pose.field_of_view);
    return at;
}

CameraPose turned_freely(const CameraPose& pose, float yaw, float pitch, float roll)
{
    const auto about = [](glm::vec3 v, glm::vec3 axis, float angle) {
        return v * std::cos(angle) + glm::cross(axis, v) * std::sin(angle) +
               axis * glm::dot(axis, v) * (1 - std::cos(angle));
    };
    glm::vec3 forward = pose.forward();
    glm::vec3 right = pose.right();
    const glm::vec3 up = pose.up();
    forward = about(forward, up, yaw);
    right = about(right, up, yaw);
    forward = about(forward, right, -pitch);
    right = about(right, forward, -roll);

    CameraPose turned = pose;
    const glm::vec3 eye = -glm::normalize(forward);
    turned.pitch = std::asin(std::clamp(eye.y, -1.0f, 1.0f));
    // Straight from above or below any yaw is right: the old one, and roll takes the rest.
    if (std::abs(eye.y) < 0.99999f)
        turned.yaw = std::atan2(eye.x, eye.z);
    turned.roll = 0;
    turned.roll = std::atan2(glm::dot(right, turned.up()), glm::dot(right, turned.right()));
    return turned;
}

CameraPose between(const CameraPose& a, const CameraPose& b, float t)
{
    CameraPose pose = b;
    pose.target_mm = glm::mix(a.target_mm, b.target_mm, t);
    pose.distance_mm = std::exp(std::lerp(std::log(a.distance_mm), std::log(b.distance_mm), t));
    const float turn = std::remainder(b.yaw - a.yaw, 2 * pi);
    pose.yaw = a.yaw + turn * t;
    pose.pitch = std::lerp(a.pitch, b.pitch, t);
    pose.roll = a.roll + std::remainder(b.roll - a.roll, 2 * pi) * t;
    pose.field_of_view = std::lerp(a.field_of_view, b.field_of_view, t);
    return pose;
}

}  // namespace tpatlas
