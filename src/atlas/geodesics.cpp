#include "atlas/geodesics.hpp"

#include <algorithm>
#include <cmath>
#include <queue>

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

namespace tpatlas {

namespace {

using Vec2 = glm::dvec2;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double beyond_mm = 20; // longer than an edge: the triangles around the goal are known too

// Straight ways from one (pseudo) source that enter a triangle through a stretch of one edge. In
// the edge's own frame: it starts at (0, 0) and runs along +x, its triangle lies at y > 0, the
// source's unfolded image at y <= 0.
struct Window {
    std::uint32_t half_edge = 0;
    std::uint32_t source = 0;
    double begin = 0;
    double end = 0;
    Vec2 image{0};
    double offset = 0; // distance from the true source to the image
    enum class From : std::uint8_t { source, over_start, over_end } from = From::source;

    double nearest() const
    {
        const double x = std::clamp(image.x, begin, end);
        return offset + std::hypot(image.x - x, image.y);
    }
    double to(double x) const { return offset + std::hypot(image.x - x, image.y); }
};

// Either a window to carry on or a vertex from which ways start anew.
struct Event {
    double key = 0;
    std::uint32_t vertex = Surface::none;
    std::uint32_t window = 0;
    std::uint64_t number = 0; // of two with the same key the earlier one: always the same result

    bool operator<(const Event& other) const // turned round: std::priority_queue gives the largest
    {
        return key != other.key ? key > other.key : number > other.number;
    }
};

class Marcher
{
public:
    Marcher(const Surface& surface, double limit)
        : surface_(surface), limit_(limit), angle_best_(3 * surface.triangle_count(), infinite),
          angle_split_(3 * surface.triangle_count(), 0)
    {
        field_.distance_mm.assign(surface.vertex_count(), infinite);
        field_.source.assign(surface.vertex_count(), GeodesicField::no_source);
    }

    void start(const GeodesicSource& source, std::uint32_t number);
    // Until nothing is left, or the corners of the triangle are known.
    GeodesicField run(std::uint32_t until_triangle = Surface::none);

private:
    Vec2 apex(std::uint32_t half_edge) const;
    void reach(std::uint32_t vertex, double distance, std::uint32_t source);
    void start_at_vertex(std::uint32_t vertex);
    void carry_on(const Window& w);
    void enter(std::uint32_t inner, Window child);
    bool known(std::uint32_t triangle, double front) const;
    bool useless(const Window& w) const;
    void push(const Window& w);

    const Surface& surface_;
    double limit_;
    GeodesicField field_;
    std::priority_queue<Event> events_;
    std::vector<Window> windows_;
    std::vector<std::uint32_t> free_;
    std::uint64_t events_made_ = 0;
    // By half-edge: the best distance to the opposite corner through it, and where that way crosses
    // the edge (Chen and Han: only the best may split at the corner).
    std::vector<double> angle_best_;
    std::vector<double> angle_split_;
};

// The triangle's third corner in the frame of one of its half-edges.
Vec2 Marcher::apex(std::uint32_t half_edge) const
{
    const double base = surface_.length(half_edge);
    const double right = surface_.length(Surface::next(half_edge));
    const double left = surface_.length(Surface::previous(half_edge));
    const double x = base > 0 ? (base * base + left * left - right * right) / (2 * base) : 0;
    return {x, std::sqrt(std::max(0.0, left * left - x * x))};
}

void Marcher::reach(std::uint32_t vertex, double distance, std::uint32_t source)
{
    if (distance >= field_.distance_mm[vertex] || distance > limit_)
        return;
    field_.distance_mm[vertex] = distance;
    field_.source[vertex] = source;
    if (surface_.bends_ways(vertex))
        events_.push({distance, vertex, 0, events_made_++});
}

void Marcher::start(const GeodesicSource& source, std::uint32_t number)
{
    const std::uint32_t first = 3 * source.at.triangle;
    for (std::uint32_t h = first; h < first + 3; ++h)
        if (source.at.weights[static_cast<int>(h % 3)] > 1 - 1e-6f) { // it is a vertex
            const std::uint32_t vertex = surface_.from(h);
            const bool best = source.offset_mm < field_.distance_mm[vertex];
            reach(vertex, source.offset_mm, number);
            if (best)
                start_at_vertex(vertex);
            return;
        }
    for (std::uint32_t h = first; h < first + 3; ++h) {
        // In the frame of h its triangle lies above; seen from the neighbour the source is below.
        const Vec2 at =
            apex(h) * static_cast<double>(source.at.weights[static_cast<int>((h + 2) % 3)]) +
            Vec2(surface_.length(h), 0) *
                static_cast<double>(source.at.weights[static_cast<int>((h + 1) % 3)]);
        reach(surface_.from(h), source.offset_mm + std::hypot(at.x, at.y), number);
        const std::uint32_t across = surface_.twin(h);
        if (across != Surface::none)
            push({across,
                  number,
                  0,
                  surface_.length(h),
                  {surface_.length(h) - at.x, -at.y},
                  source.offset_mm,
                  Window::From::source});
    }
}

void Marcher::start_at_vertex(std::uint32_t vertex)
{
    const double distance = field_.distance_mm[vertex];
    const std::uint32_t source = field_.source[vertex];
    for (const std::uint32_t h : surface_.leaving(vertex)) {
        reach(surface_.to(h), distance + surface_.length(h), source);
        const std::uint32_t before = Surface::previous(h);
        reach(surface_.from(before), distance + surface_.length(before), source);
        const std::uint32_t opposite = Surface::next(h);
        const std::uint32_t across = surface_.twin(opposite);
        if (across == Surface::none)
            continue;
        const Vec2 at = apex(opposite);
        push({across,
              source,
              0,
              surface_.length(opposite),
              {surface_.length(opposite) - at.x, -at.y},
              distance,
              Window::From::source});
    }
}

// Xin and Wang: a window is useless where a way over a corner of the triangle that it came through
// is shorter at the window's end beyond that corner: every way of the window would cross that one.
bool Marcher::useless(const Window& w) const
{
    if (w.nearest() > limit_)
        return true;
    const double length = surface_.length(w.half_edge);
    const double to_begin = w.to(w.begin), to_end = w.to(w.end);
    const double at_from = field_.distance_mm[surface_.from(w.half_edge)];
    const double at_to = field_.distance_mm[surface_.to(w.half_edge)];
    constexpr double slack = 1e-9; // equal ways are kept, else rounding could lose both
    if (at_from + w.end + slack < to_end || at_to + (length - w.begin) + slack < to_begin)
        return true;
    if (w.from == Window::From::source)
        return false;
    const std::uint32_t behind = surface_.twin(w.half_edge);
    const double at_apex = field_.distance_mm[surface_.from(Surface::previous(behind))];
    if (at_apex >= std::max(to_begin, to_end))
        return false;
    const Vec2 up = apex(behind);
    const Vec2 third(length - up.x, -up.y); // turned into this edge's frame
    return w.from == Window::From::over_start
               ? at_apex + std::hypot(third.x - w.begin, third.y) + slack < to_begin
               : at_apex + std::hypot(third.x - w.end, third.y) + slack < to_end;
}

void Marcher::push(const Window& w)
{
    if (w.end - w.begin < 1e-10 * surface_.length(w.half_edge) || useless(w))
        return;
    std::uint32_t place = static_cast<std::uint32_t>(windows_.size());
    if (free_.empty()) {
        windows_.push_back(w);
    } else {
        place = free_.back();
        free_.pop_back();
        windows_[place] = w;
    }
    events_.push({w.nearest(), Surface::none, place, events_made_++});
}

// `inner` is a half-edge of the triangle just crossed; the child is in its twin's frame.
void Marcher::enter(std::uint32_t inner, Window child)
{
    child.half_edge = surface_.twin(inner);
    if (child.half_edge == Surface::none)
        return;
    const double length = surface_.length(inner);
    child.begin = std::clamp(child.begin, 0.0, length);
    child.end = std::clamp(child.end, 0.0, length);
    push(child);
}

// Distance from `origin` to where the ray from `image` through (x, 0) meets the segment that leaves
// `origin` toward `far`.
double meeting(Vec2 image, double x, Vec2 origin, Vec2 far)
{
    const Vec2 ray = Vec2(x, 0) - image;
    const Vec2 side = far - origin;
    const double length = glm::length(side);
    const double det = side.x * ray.y - side.y * ray.x;
    if (det == 0 || length == 0)
        return 0;
    const Vec2 gap = image - origin;
    const double share = (gap.x * ray.y - gap.y * ray.x) / det;
    return std::clamp(share, 0.0, 1.0) * length;
}

Vec2 in_frame(Vec2 p, Vec2 origin, Vec2 along)
{
    const Vec2 x = glm::normalize(along);
    const Vec2 d = p - origin;
    return {glm::dot(d, x), x.x * d.y - x.y * d.x};
}

void Marcher::carry_on(const Window& w)
{
    const Vec2 a(0), b(surface_.length(w.half_edge), 0), c = apex(w.half_edge);
    const double height = c.y - w.image.y;
    if (height <= 0 || surface_.length(Surface::next(w.half_edge)) == 0 ||
        surface_.length(Surface::previous(w.half_edge)) == 0)
        return;
    // Where the straight way to the apex crosses the edge.
    const double split = w.image.x + (c.x - w.image.x) * (-w.image.y / height);
    // A way that runs exactly through the apex counts, though rounding may put it beside the
    // window.
    const double slack = 1e-9 * b.x;
    bool left = split >= w.begin - slack, right = split <= w.end + slack;
    if (left && right) {
        const double distance = w.offset + glm::distance(w.image, c);
        const std::uint32_t corner = w.half_edge;
        if (distance <= angle_best_[corner]) {
            angle_best_[corner] = distance;
            angle_split_[corner] = split;
        } else if (split > angle_split_[corner]) {
            left = false; // ways to the left would cross the better way to the apex
        } else if (split < angle_split_[corner]) {
            right = false;
        }
        reach(surface_.from(Surface::previous(w.half_edge)), distance, w.source);
    }
    Window child = w;
    if (left) { // through the side a-c, whose twin runs from a to c
        child.begin = meeting(w.image, w.begin, a, c);
        child.end = split < w.end ? glm::length(c) : meeting(w.image, w.end, a, c);
        child.image = in_frame(w.image, a, c);
        child.from = Window::From::over_start;
        enter(Surface::previous(w.half_edge), child);
    }
    if (right) { // through the side b-c, whose twin runs from c to b
        child.begin = split > w.begin ? 0 : meeting(w.image, w.begin, c, b);
        child.end = meeting(w.image, w.end, c, b);
        child.image = in_frame(w.image, c, b - c);
        child.from = Window::From::over_end;
        enter(Surface::next(w.half_edge), child);
    }
}

bool Marcher::known(std::uint32_t triangle, double front) const
{
    for (int k = 0; k < 3; ++k)
        if (field_.distance_mm[surface_.mesh().triangles[triangle][k]] > front)
            return false;
    return true;
}

GeodesicField Marcher::run(std::uint32_t until_triangle)
{
    while (!events_.empty()) {
        const Event event = events_.top();
        events_.pop();
        if (until_triangle != Surface::none && known(until_triangle, event.key - beyond_mm))
            break;
        if (event.vertex != Surface::none) {
            if (event.key == field_.distance_mm[event.vertex]) // else a shorter way came later
                start_at_vertex(event.vertex);
            continue;
        }
        const Window w = windows_[event.window];
        free_.push_back(event.window);
        if (!useless(w))
            carry_on(w);
    }
    return std::move(field_);
}

} // namespace

GeodesicField distances_along(const Surface& surface, std::span<const GeodesicSource> sources,
                              double limit_mm)
{
    Marcher marcher(surface, limit_mm);
    for (std::size_t i = 0; i < sources.size(); ++i)
        marcher.start(sources[i], static_cast<std::uint32_t>(i));
    return marcher.run();
}

GeodesicField distances_up_to(const Surface& surface, const GeodesicSource& source,
                              std::uint32_t triangle)
{
    Marcher marcher(surface, infinite);
    marcher.start(source, 0);
    return marcher.run(triangle);
}

} // namespace tpatlas
