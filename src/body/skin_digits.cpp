#include "body/skin_digits.hpp"

#include "body/field_shapes.hpp"
#include "body/skin_ear.hpp"
#include "body/skin_segments.hpp"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace tpatlas::body {

namespace {

constexpr int pieces = 10;  // of the curve from one joint to the next
constexpr float far_mm = 1000;

float bell(float x, float width) { return std::exp(-(x / width) * (x / width)); }

// Distance to an ellipse's outline, close to it near the outline.
float oval(float x, float y, float z, float rx, float ry, float rz)
{
    const float ax = x / rx, ay = y / ry, az = z / rz;
    const float k0 = std::sqrt(ax * ax + ay * ay + az * az);
    const float k1 = std::sqrt(ax * ax / (rx * rx) + ay * ay / (ry * ry) + az * az / (rz * rz));
    return k1 > 1e-6f ? k0 * (k0 - 1) / k1 : -std::min(rx, ry);
}

std::vector<Strand::Ball> places_of(const std::vector<AnchoredPoint>& points,
                                    const BoneMarks& marks)
{
    std::vector<Strand::Ball> balls;
    for (const AnchoredPoint& point : points)
        balls.push_back({marks.place(point), 0});
    return balls;
}

}  // namespace

DigitField::DigitField(const DigitTable& table, const BoneMarks& marks)
    : stations_(table.stations), folds_(table.folds), nail_(table.nail), end_mm_(table.end_mm)
{
    const std::vector<Strand::Ball> curve = smooth_strand(places_of(table.joints, marks), pieces);
    const bool twisted = glm::length(table.tip_back) > 0;
    float arc = 0;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const glm::vec3 before = curve[i > 0 ? i - 1 : 0].at;
        const glm::vec3 after = curve[std::min(i + 1, curve.size() - 1)].at;
        arc += glm::length(curve[i].at - before);
        const float share = float(i) / float(curve.size() - 1);
        const glm::vec3 about =
            twisted ? glm::mix(table.back, table.tip_back, share) : table.back;
        Node node{curve[i].at, glm::normalize(after - before), {}, {}, float(i) / pieces, arc};
        node.back = glm::normalize(about - node.along * glm::dot(about, node.along));
        node.side = glm::cross(node.along, node.back);
        nodes_.push_back(node);
    }
    for (const DigitFold& fold : folds_)
        fold_arcs_.push_back(node_at(fold.at).arc_mm);
    Box box;
    float widest = end_mm_;
    for (const Node& node : nodes_)
        box.include(node.at);
    for (const DigitStation& s : stations_)
        widest = std::max({widest, s.back_mm, s.palm_mm, s.first_mm, s.last_mm});
    middle_ = (box.min + box.max) * 0.5f;
    for (const Node& node : nodes_)
        reach_mm_ = std::max(reach_mm_, glm::length(node.at - middle_));
    reach_mm_ += widest + 2;
    // The nail's root, counted back from the end.
    const Node last = node_at(end_at());
    const float root_arc = last.arc_mm + end_mm_ - nail_.end_mm - nail_.length_mm;
    float at = end_at();
    while (at > 0 && node_at(at).arc_mm > root_arc)
        at -= 0.02f;
    nail_root_ = station_at(at);
}

DigitField::Node DigitField::node_at(float at) const
{
    const float i = std::clamp(at * pieces, 0.0f, float(nodes_.size() - 1) - 1e-3f);
    const auto first = static_cast<std::size_t>(i);
    const float t = i - float(first);
    const Node& a = nodes_[first];
    const Node& b = nodes_[first + 1];
    return {glm::mix(a.at, b.at, t), glm::mix(a.along, b.along, t), glm::mix(a.back, b.back, t),
            glm::mix(a.side, b.side, t), at, mix(a.arc_mm, b.arc_mm, t)};
}

glm::vec3 DigitField::on_axis(float at) const { return node_at(at).at; }
glm::vec3 DigitField::back_at(float at) const { return node_at(at).back; }

// A smooth curve through the stations, without overshoot worth a thought: they are close.
DigitStation DigitField::station_at(float at) const
{
    const std::size_t n = stations_.size();
    std::size_t i = 0;
    while (i + 2 < n && stations_[i + 1].at <= at)
        ++i;
    const DigitStation& a = stations_[i];
    const DigitStation& b = stations_[i + 1];
    const DigitStation& before = stations_[i > 0 ? i - 1 : 0];
    const DigitStation& after = stations_[std::min(i + 2, n - 1)];
    const float span = b.at - a.at;
    const float t = std::clamp((at - a.at) / span, 0.0f, 1.0f);
    const auto through = [&](float DigitStation::* r) {
        const float slope_a = i > 0 ? (b.*r - before.*r) / (b.at - before.at) : 0.0f;
        const float slope_b = i + 2 < n ? (after.*r - a.*r) / (after.at - a.at)
                                        : (b.*r - a.*r) / span;
        const float t2 = t * t, t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * (a.*r) + (t3 - 2 * t2 + t) * span * slope_a +
               (3 * t2 - 2 * t3) * (b.*r) + (t3 - t2) * span * slope_b;
    };
    return {at, through(&DigitStation::back_mm), through(&DigitStation::palm_mm),
            through(&DigitStation::first_mm), through(&DigitStation::last_mm)};
}

DigitField::Place DigitField::place_of(glm::vec3 p) const
{
    std::size_t best = 0;
    float least = 1e30f;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (const glm::vec3 off = p - nodes_[i].at; glm::dot(off, off) < least) {
            least = glm::dot(off, off);
            best = i;
        }
    // Where the plane across the axis, turning evenly from node to node, goes through the point.
    const auto ahead = [&](std::size_t i) { return glm::dot(p - nodes_[i].at, nodes_[i].along); };
    std::size_t a = best;
    if (ahead(best) < 0 && best > 0)
        a = best - 1;
    a = std::min(a, nodes_.size() - 2);
    const float from_a = ahead(a), to_b = -ahead(a + 1);
    const float t = std::clamp(from_a / std::max(from_a + to_b, 1e-3f), 0.0f, 1.0f);
    float at = (float(a) + t) / pieces;
    at = std::clamp(at, stations_.front().at, end_at());
    const Node node = node_at(at);
    const glm::vec3 off = p - node.at;
    const float along = glm::dot(off, node.along);
    const bool outside = at <= stations_.front().at || at >= end_at();
    return {at, node.arc_mm, glm::dot(off, node.back), glm::dot(off, node.side),
            outside ? along : 0.0f};
}

float DigitField::tube(const Place& place) const
{
    const DigitStation r = station_at(place.station);
    const float end = place.beyond > 0 ? end_mm_ : 8.0f;
    return oval(place.side, place.back, place.beyond, place.side > 0 ? r.first_mm : r.last_mm,
                place.back > 0 ? r.back_mm : r.palm_mm, end);
}

float DigitField::folds(const Place& place) const
{
    float depth = 0;
    for (std::size_t i = 0; i < folds_.size(); ++i) {
        const float off = place.arc_mm + place.beyond - fold_arcs_[i];
        if (std::abs(off) > 3 * folds_[i].width_mm)
            continue;
        const float toward = (folds_[i].back ? 1.0f : -1.0f) * place.back /
                             std::max(std::hypot(place.back, place.side), 0.5f);
        depth += folds_[i].depth_mm * bell(off, folds_[i].width_mm) * ramp(toward, 0.0f, 0.7f);
    }
    return depth;
}

// Signed distance to the nail's outline as seen from the back, in the plane of side and along.
float DigitField::outline(const Place& place) const
{
    const float end = node_at(end_at()).arc_mm + end_mm_ - nail_.end_mm;
    const float along = place.arc_mm + place.beyond - (end - nail_.length_mm * 0.5f);
    const float half_width = nail_.width_mm * 0.5f * (along > 0 ? 1.0f : 1 + 0.02f * along);
    // Rounder at the free edge than at the root.
    const float round = half_width * (along > 0 ? 0.8f : 0.55f);
    const glm::vec2 q = glm::abs(glm::vec2(place.side, along)) -
                        glm::vec2(half_width, nail_.length_mm * 0.5f) + round;
    return glm::length(glm::max(q, glm::vec2(0))) + std::min(std::max(q.x, q.y), 0.0f) - round;
}

float DigitField::with_nail(float field, const Place& place) const
{
    if (nail_.length_mm <= 0 || place.back < 0)
        return field;
    const float edge = outline(place);
    if (edge > 5)
        return field;
    const float end = node_at(end_at()).arc_mm + end_mm_ - nail_.end_mm;
    const float from_root = place.arc_mm + place.beyond - (end - nail_.length_mm);
    const float free = ramp(from_root, nail_.length_mm * 0.62f, nail_.length_mm * 0.95f);
    // The skin rises to a rim around the plate, except at the free edge, and dips into a groove.
    const float rim = nail_.rim_mm * (bell(edge - 1.1f, 1.1f) - 0.5f * bell(edge, 0.45f));
    field -= rim * (1 - free);
    // The plate is a piece of a cylinder that bends down a little to its edge.
    const float width = (nail_root_.first_mm + nail_root_.last_mm) * 0.5f;
    const float curve = nail_root_.back_mm / (2 * width * width * nail_.flatness);
    const float share = std::clamp(from_root / nail_.length_mm, -0.2f, 1.2f);
    const float height = nail_root_.back_mm - nail_.sink_mm - curve * place.side * place.side -
                         nail_.sag_mm * share * std::abs(share);
    return mix(place.back - height, field, ramp(edge, -0.45f, 0.45f));
}

float DigitField::operator()(glm::vec3 p, float reach_mm) const
{
    if (const float least = at_least(p); least > reach_mm)
        return least;
    const Place place = place_of(p);
    const float field = tube(place);
    if (std::abs(field) > 4)
        return field;
    return with_nail(field + folds(place), place);
}

float DigitField::edge_mm(glm::vec3 p, const DigitsTable& lengths) const
{
    if (at_least(p) > 4)
        return far_mm;
    const Place place = place_of(p);
    const float away = std::max(tube(place), 0.0f) + (place.beyond < 0 ? -place.beyond : 0.0f);
    float edge = lengths.edge_mm + 0.3f * away;
    edge = std::min(edge, mix(edge, lengths.tip_edge_mm, ramp(place.beyond, -4, 2)));
    for (std::size_t i = 0; i < folds_.size(); ++i)
        if ((place.back > 0) == folds_[i].back) {
            const float off = std::abs(place.arc_mm + place.beyond - fold_arcs_[i]);
            edge = std::min(edge, std::max(1.7f * folds_[i].width_mm, 1.8f) +
                                      0.5f * std::max(off - folds_[i].width_mm, 0.0f));
        }
    if (nail_.length_mm > 0 && place.back > 0) {
        const float off = std::max(std::abs(outline(place)) - 1.1f, 0.0f);
        edge = std::min(edge, lengths.nail_edge_mm + 0.5f * off);
    }
    return edge;
}

DigitsField::DigitsField(const DigitsTable& digits, const std::string& forms,
                         const SkinTable& table, const BoneMarks& marks)
    : table_(digits)
{
    for (const DigitTable& digit : digits.digits)
        digits_.emplace_back(digit, marks);
    for (const DigitWeb& web : digits.webs) {
        const DigitField& one = digits_[web.first];
        const DigitField& two = digits_[web.first + 1];
        const auto between = [&](float at) {
            return (one.on_axis(at) + two.on_axis(at)) * 0.5f +
                   (one.back_at(at) + two.back_at(at)) * (0.5f * web.back_mm);
        };
        webs_.push_back(
            {between(web.from), between(web.to), web.radii.x, web.radii.y, web.blend_mm});
    }
    for (const SkinLine& line : digits.lines)
        lines_.push_back({places_of(line.points, marks), line.height_mm, line.width_mm, {}});
    for (const Filler& filler : table.fillers)
        if (filler.segment == forms)
            forms_.push_back({filler, marks.place(filler.a), marks.place(filler.b)});
}

float DigitsField::with_digits(float base, glm::vec3 p) const
{
    for (const Form& form : forms_)
        base = with_filler(base, p, form.filler, form.a, form.b);
    for (const Web& web : webs_)
        base = smooth_min(base, round_cone(p, {web.a, web.ra}, {web.b, web.rb}), web.blend_mm);
    float nearest = far_mm, second = far_mm;
    for (const DigitField& digit : digits_) {
        const float d = digit(p);
        if (d < nearest) {
            second = nearest;
            nearest = d;
        } else {
            second = std::min(second, d);
        }
    }
    if (second < 2 * table_.gap_mm + 4)
        nearest = smooth_max(nearest, (table_.gap_mm - (second - nearest)) * 0.5f, 1.5f);
    return smooth_min(base, nearest, table_.root_blend_mm);
}

void DigitsField::settle(const FieldFunction& skin)
{
    for (Line& line : lines_) {
        line.curve = smooth_strand(line.curve, 8);
        for (Strand::Ball& ball : line.curve)
            for (int step = 0; step < 20; ++step) {
                const glm::vec3 g = gradient(skin, ball.at, 0.5f);
                const float slope = std::max(glm::length(g), 0.3f);
                ball.at -= g * (std::clamp(skin(ball.at), -3.0f, 3.0f) / (slope * slope));
            }
        for (const Strand::Ball& ball : line.curve)
            line.box.include(ball.at);
        line.box.min -= 3 * line.width_mm;
        line.box.max += 3 * line.width_mm;
    }
}

float DigitsField::lines(glm::vec3 p) const
{
    float depth = 0;
    for (const Line& line : lines_)
        if (line.box.contains(p))
            depth -= line.height_mm *
                     bell(distance_to_strand(p, line.curve), line.width_mm);
    return depth;
}

void DigitsField::include_in(Box& box) const
{
    for (const DigitField& digit : digits_) {
        box.include(digit.box().min);
        box.include(digit.box().max);
    }
}

float DigitsField::edge_mm(glm::vec3 p) const
{
    float edge = far_mm;
    for (const DigitField& digit : digits_)
        edge = std::min(edge, digit.edge_mm(p, table_));
    for (const Line& line : lines_)
        if (line.box.contains(p)) {
            const float off = std::max(distance_to_strand(p, line.curve) - line.width_mm, 0.0f);
            edge = std::min(edge, std::max(1.5f * line.width_mm, 1.6f) + 0.5f * off);
        }
    return edge;
}

}  // namespace tpatlas::body
