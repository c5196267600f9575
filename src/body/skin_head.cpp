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

// How far a lip stands out at a share of its height from the seam (0) to the edge of the red (1):
// a bell, steeper toward the seam, into which it rolls.
float lip_profile(float share)
{
    return share < 0.42f ? bell(share - 0.42f, 0.60f) : bell(share - 0.42f, 0.78f);
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

// The lips are pushed out of the face, and the seam into it, along the line of sight from the front:
// no fold can come of it.
float HeadField::with_lips(float field, glm::vec3 p) const
{
    const glm::vec3 q = p - mouth_at_;
    const float half = mouth_.half_width_mm;
    if (std::abs(q.y) > 24 || q.x > half + 10 || q.z < -30 || q.z > 16)
        return field;
    const float share = std::min(q.x / half, 1.0f);
    const float beyond = std::max(q.x - half, 0.0f);
    const float taper = std::sqrt(std::max(1 - share * share, 0.0f));
    // Seam, and height of the red above and below it.
    const float above =
        q.y + mouth_.corner_drop_mm * share * share - 0.5f * bell(q.x, 4.5f);
    const float bow = mouth_.bow_mm * (bell(q.x - 5.5f, 3.5f) - bell(q.x, 3.0f));
    const float upper =
        std::max(mouth_.upper_mm * std::pow(1 - share * share, 0.75f) + bow * taper, 0.8f);
    const float lower =
        std::max(mouth_.lower_mm * std::pow(1 - std::pow(share, 2.4f), 0.8f), 0.8f);
    const float of_red = above > 0 ? above / upper : -above / lower;
    const float fullness = above > 0 ? mouth_.upper_out_mm : mouth_.lower_out_mm;
    float push = fullness * lip_profile(of_red) * std::pow(taper, 0.8f);
    // The edge of the red is a faint ridge.
    push += 0.22f * bell((of_red - 1) * (above > 0 ? upper : lower), 0.9f) * taper;
    push *= 1 - ramp(beyond, 0, 2);
    push -= mouth_.seam_mm * bell(above, 1.1f) * (1 - ramp(q.x, half - 5, half + 1.5f));
    push -= mouth_.corner_mm * bell(q.x - half - 0.5f, 4.0f) * bell(above + 0.5f, 4.5f);
    // The groove between nose and upper lip, with its two ridges.
    const float under_nose = ramp(q.y, mouth_.upper_mm - 2, mouth_.upper_mm + 2.5f) *
                             (1 - ramp(q.y, 15, 20));
    push += mouth_.philtrum_mm * under_nose * (0.6f * bell(q.x - 5.2f, 2.4f) - bell(q.x, 3.2f));
    // Only the front of the face.
    push *= ramp(q.z, -26, -16);
    return field - push;
}

}  // namespace tpatlas::body
