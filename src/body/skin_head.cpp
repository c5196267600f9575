#include "body/skin_head.hpp"

#include "body/field_shapes.hpp"
#include "body/skin_segments.hpp"

#include <numbers>

#include <glm/common.hpp>

namespace tpatlas::body {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

// A bell of height 1 at 0, about as wide as `width`.
float bell(float x, float width) { return std::exp(-(x / width) * (x / width)); }

template <std::size_t N>
float over_places(const std::array<float, N>& values, float share)
{
    const float at = std::clamp(share, 0.0f, 1.0f) * float(N - 1);
    const auto i = std::min(static_cast<std::size_t>(at), N - 2);
    return mix(values[i], values[i + 1], at - float(i));
}

}  // namespace

HeadField::HeadField(FieldGrid base, const SkinTable& table, const BoneMarks& marks)
    : base_(std::move(base)), nose_(forms_of(table, marks, "nose")),
      face_(forms_of(table, marks, "face")), nose_blend_mm_(table.joins.nose_blend_mm),
      eye_(table.eye), eye_at_(marks.place(table.eye.centre)), mouth_(table.mouth),
      mouth_at_(marks.place(table.mouth.centre)),
      ear_(table.ear, marks.place(table.ear.centre)), ear_blend_mm_(table.ear.root_blend_mm)
{
    mouth_at_.z = face_z(0, mouth_at_.y);
    for (int i = 0; i < lip_places; ++i) {
        const float x = mouth_.half_width_mm * float(i) / float(lip_places - 1);
        upper_z_[i] = face_z(x, mouth_at_.y + mouth_.upper_mm * 0.5f);
        lower_z_[i] = face_z(x, mouth_at_.y - mouth_.lower_mm * 0.5f);
    }
}

std::vector<HeadField::Form> HeadField::forms_of(const SkinTable& table, const BoneMarks& marks,
                                                 const std::string& segment)
{
    std::vector<Form> forms;
    for (const Filler& filler : table.fillers) {
        if (filler.segment != segment)
            continue;
        Form form{filler, marks.place(filler.a), marks.place(filler.b), {}, 0};
        const bool cone = filler.shape == Filler::Shape::round_cone;
        form.middle = cone ? (form.a + form.b) * 0.5f : form.a;
        form.reach_mm =
            std::max({filler.radii.x, filler.radii.y, cone ? 0.0f : filler.radii.z}) +
            (cone ? glm::length(form.b - form.a) * 0.5f : 0.0f);
        forms.push_back(form);
    }
    return forms;
}

float HeadField::with_form(float field, glm::vec3 p, const Form& form)
{
    const float at_least = glm::length(p - form.middle) - form.reach_mm;
    const float blend = form.filler.blend_mm;
    if (form.filler.cut ? at_least > blend - field : at_least > field + blend)
        return field;
    return with_filler(field, p, form.filler, form.a, form.b);
}

float HeadField::operator()(glm::vec3 p) const
{
    p.x = std::abs(p.x);
    float field = sample_smooth(base_, p);
    if (std::abs(field) > 60)
        return field;
    field = smooth_min(field, nose(p), nose_blend_mm_);
    for (const Form& form : face_)
        field = with_form(field, p, form);
    field = with_lids(field, p);
    field = with_lips(field, p);
    return smooth_min(field, ear_(p), ear_blend_mm_);
}

float HeadField::nose(glm::vec3 p) const
{
    float field = 1000;
    for (const Form& form : nose_)
        field = with_form(field, p, form);
    return field;
}

// Straight forward or back from the mark onto the bare face.
float HeadField::face_z(float x, float y) const
{
    const auto field = [&](float z) {
        float f = sample_smooth(base_, {x, y, z});
        for (const Form& form : face_)
            if (!form.filler.cut)
                f = with_form(f, {x, y, z}, form);
        return f;
    };
    float z = mouth_at_.z + 40;
    while (z > mouth_at_.z - 60 && field(z) > 0)
        z -= 0.25f;
    return z;
}

float HeadField::with_lids(float field, glm::vec3 p) const
{
    const glm::vec3 q = p - eye_at_;
    if (glm::length(q) > eye_.ball_mm + 12)
        return field;
    const float share =
        std::clamp((q.x - eye_.inner.x) / (eye_.outer.x - eye_.inner.x), 0.0f, 1.0f);
    // A half sine, a little fuller: steep near the corners, flat in the middle.
    const float sag = std::pow(std::max(std::sin(pi * share), 0.0f), 0.8f);
    const float line = mix(eye_.inner.y, eye_.outer.y, share) - eye_.sag_mm * sag;
    const float above = q.y - line;
    const float within = ramp(q.x, eye_.inner.x - 1.5f, eye_.inner.x + 3) *
                         (1 - ramp(q.x, eye_.outer.x - 2, eye_.outer.x + 3));
    float r = eye_.ball_mm;
    r += eye_.upper_lid_mm * ramp(above, -0.7f, 0.9f) * within;
    r -= eye_.slit_mm * bell(above + 0.35f, 0.8f) * within;
    r -= eye_.crease_mm * bell(above - eye_.crease_height_mm * (0.45f + 0.55f * sag), 1.3f) *
         within;
    const float ball = std::sqrt(q.x * q.x * 0.82f + q.y * q.y + q.z * q.z) - r;
    return smooth_min(field, ball, eye_.blend_mm);
}

float HeadField::with_lips(float field, glm::vec3 p) const
{
    const glm::vec3 q = p - mouth_at_;
    if (std::abs(q.y) > 26 || q.x > mouth_.half_width_mm + 16 || q.z < -34 || q.z > 24)
        return field;
    const float share = std::min(q.x / mouth_.half_width_mm, 1.0f);
    const float beyond = std::max(q.x - mouth_.half_width_mm, 0.0f);
    const float taper = std::sqrt(1 - share * share * 0.94f);
    const float seam_y =
        mouth_at_.y - mouth_.corner_drop_mm * share * share + 0.5f * bell(q.x, 5.0f);
    const float bow = mouth_.bow_mm * (bell(q.x - 5, 4.0f) - bell(q.x, 2.6f) * 0.6f);
    const float upper_r = mouth_.upper_mm * 0.58f * taper;
    const float lower_r = mouth_.lower_mm * 0.57f * taper;
    const float upper_y = seam_y + upper_r * 0.86f + bow * taper;
    const float lower_y = seam_y - lower_r * 0.9f;
    const float upper_z =
        over_places(upper_z_, share) + mouth_.upper_out_mm * taper - upper_r;
    const float lower_z =
        over_places(lower_z_, share) + mouth_.lower_out_mm * taper - lower_r;
    const auto tube = [&](float y, float z, float r) {
        const float dy = p.y - y;
        const float dz = p.z - z;
        return std::sqrt(dy * dy + dz * dz + beyond * beyond) - r;
    };
    const float upper = tube(upper_y, upper_z, upper_r);
    const float lower = tube(lower_y, lower_z, lower_r);
    field = smooth_min(field, smooth_min(upper, lower, 0.8f), mouth_.blend_mm);
    // The seam: a shallow, rounded groove that fades toward the corners.
    const float front = std::max(over_places(upper_z_, share), over_places(lower_z_, share));
    const float deep = std::max(front - 1.0f - p.z, 0.0f);
    const float dy = p.y - seam_y;
    const float groove = std::sqrt(dy * dy + deep * deep + beyond * beyond) -
                         mouth_.seam_mm * (1 - share * share * share * share);
    return smooth_max(field, -groove, 1.4f);
}

}  // namespace tpatlas::body
