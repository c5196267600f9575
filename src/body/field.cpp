#include "body/field.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <thread>

#include <glm/geometric.hpp>

namespace tpatlas::body {

namespace {

constexpr std::uint32_t none = 0xffffffffu;
constexpr float far_away = 1e12f;  // squared steps; finite, so that the parabolas can be compared

// Lower envelope of the parabolas f(q) + (p - q)^2 along one line.
class EnvelopeLine {
public:
    explicit EnvelopeLine(int most) : at_(most), from_(most + 1), f_(most), seed_(most) {}

    // `seeds` holds whose parabola each value belongs to; null where nobody asks.
    void run(float* line, std::uint32_t* seeds, std::size_t stride, int count)
    {
        for (int q = 0; q < count; ++q)
            f_[q] = line[stride * q];
        for (int q = 0; q < count && seeds; ++q)
            seed_[q] = seeds[stride * q];
        int top = -1;
        for (int q = 0; q < count; ++q) {
            if (f_[q] >= far_away)
                continue;
            float cross = -std::numeric_limits<float>::infinity();
            while (top >= 0) {
                const int v = at_[top];
                cross = ((f_[q] + float(q) * float(q)) - (f_[v] + float(v) * float(v))) /
                        float(2 * (q - v));
                if (cross > from_[top])
                    break;
                --top;
            }
            if (top < 0)
                cross = -std::numeric_limits<float>::infinity();
            ++top;
            at_[top] = q;
            from_[top] = cross;
        }
        if (top < 0)
            return;
        from_[top + 1] = std::numeric_limits<float>::infinity();
        for (int p = 0, piece = 0; p < count; ++p) {
            while (from_[piece + 1] < float(p))
                ++piece;
            const float d = float(p - at_[piece]);
            line[stride * p] = d * d + f_[at_[piece]];
            if (seeds)
                seeds[stride * p] = seed_[at_[piece]];
        }
    }

private:
    std::vector<int> at_;
    std::vector<float> from_;
    std::vector<float> f_;
    std::vector<std::uint32_t> seed_;
};

// Calls work(first value of the line) for every line along the axis.
template <class Work>
void along(int axis, const FieldGrid& g, const Work& work)
{
    const glm::ivec3 n = g.size;
    if (axis == 0)
        in_halves(n.z, [&](int a, int b) {
            Work mine = work;
            for (int k = a; k < b; ++k)
                for (int j = 0; j < n.y; ++j)
                    mine(g.index(0, j, k));
        });
    else if (axis == 1)
        in_halves(n.z, [&](int a, int b) {
            Work mine = work;
            for (int k = a; k < b; ++k)
                for (int i = 0; i < n.x; ++i)
                    mine(g.index(i, 0, k));
        });
    else
        in_halves(n.y, [&](int a, int b) {
            Work mine = work;
            for (int j = a; j < b; ++j)
                for (int i = 0; i < n.x; ++i)
                    mine(g.index(i, j, 0));
        });
}

// Flood of what is empty and reaches the border; the face x = 0 of a mirrored grid is no border.
class Flood {
public:
    Flood(std::vector<unsigned char>& solid, const FieldGrid& shape)
        : solid_(solid), shape_(shape), outside_(solid.size(), 0)
    {
    }

    void seed(int i, int j, int k)
    {
        const std::size_t at = shape_.index(i, j, k);
        if (!solid_[at] && !outside_[at]) {
            outside_[at] = 1;
            open_.push_back({i, j, k});
        }
    }
    void run(bool within_slice)
    {
        const glm::ivec3 n = shape_.size;
        while (!open_.empty()) {
            const glm::ivec3 p = open_.back();
            open_.pop_back();
            if (p.x > 0)
                seed(p.x - 1, p.y, p.z);
            if (p.x + 1 < n.x)
                seed(p.x + 1, p.y, p.z);
            if (p.z > 0)
                seed(p.x, p.y, p.z - 1);
            if (p.z + 1 < n.z)
                seed(p.x, p.y, p.z + 1);
            if (within_slice)
                continue;
            if (p.y > 0)
                seed(p.x, p.y - 1, p.z);
            if (p.y + 1 < n.y)
                seed(p.x, p.y + 1, p.z);
        }
    }
    void seed_slice_border(int j)
    {
        const glm::ivec3 n = shape_.size;
        for (int k = 0; k < n.z; ++k) {
            if (!shape_.mirrored_at_x0())
                seed(0, j, k);
            seed(n.x - 1, j, k);
        }
        for (int i = 0; i < n.x; ++i) {
            seed(i, j, 0);
            seed(i, j, n.z - 1);
        }
    }
    void fill_the_rest()
    {
        for (std::size_t at = 0; at < solid_.size(); ++at)
            solid_[at] = outside_[at] ? 0 : 1;
    }

private:
    std::vector<unsigned char>& solid_;
    const FieldGrid& shape_;
    std::vector<unsigned char> outside_;
    std::vector<glm::ivec3> open_;
};

// The grid with `margin` more nodes on every side but the mirror's.
FieldGrid widened(const FieldGrid& like, int margin)
{
    FieldGrid wide;
    wide.step_mm = like.step_mm;
    const glm::ivec3 low{like.mirrored_at_x0() ? 0 : margin, margin, margin};
    wide.size = like.size + low + margin;
    wide.origin = like.origin - glm::vec3(low) * like.step_mm;
    return wide;
}

}  // namespace

void in_halves(int count, const std::function<void(int, int)>& work)
{
    const int half = count / 2;
    std::thread other([&] { work(0, half); });
    work(half, count);
    other.join();
}

FieldGrid FieldGrid::covering(const Box& box, float step_mm, float value)
{
    FieldGrid grid;
    grid.step_mm = step_mm;
    const glm::ivec3 low(glm::floor(box.min / step_mm));
    const glm::ivec3 high(glm::ceil(box.max / step_mm));
    grid.size = high - low + 1;
    grid.origin = glm::vec3(low) * step_mm;
    grid.values.assign(static_cast<std::size_t>(grid.size.x) * grid.size.y * grid.size.z, value);
    return grid;
}

void distance_transform(FieldGrid& squared_steps, std::vector<std::uint32_t>* nearest)
{
    const std::array<std::size_t, 3> stride = squared_steps.strides();
    float* values = squared_steps.values.data();
    std::uint32_t* seeds = nearest ? nearest->data() : nullptr;
    for (int axis = 0; axis < 3; ++axis) {
        const int count = squared_steps.size[axis];
        EnvelopeLine envelope(count);
        along(axis, squared_steps, [=](std::size_t first) mutable {
            envelope.run(values + first, seeds ? seeds + first : nullptr, stride[axis], count);
        });
    }
}

namespace {

// Points gathered by the node whose cell they lie in: one place a node, their centre of gravity.
struct Gathered {
    std::vector<std::uint32_t> place_of;  // for each node; `none` where no point lies
    std::vector<glm::vec3> places;
};

Gathered gathered(const std::vector<glm::vec3>& points, const FieldGrid& grid)
{
    Gathered out;
    out.place_of.assign(static_cast<std::size_t>(grid.size.x) * grid.size.y * grid.size.z, none);
    std::vector<float> weights;
    for (const glm::vec3& p : points) {
        const glm::ivec3 node(glm::floor((p - grid.origin) / grid.step_mm + 0.5f));
        if (node.x < 0 || node.y < 0 || node.z < 0 || node.x >= grid.size.x ||
            node.y >= grid.size.y || node.z >= grid.size.z)
            continue;
        std::uint32_t& place = out.place_of[grid.index(node.x, node.y, node.z)];
        if (place == none) {
            place = static_cast<std::uint32_t>(out.places.size());
            out.places.emplace_back(0);
            weights.push_back(0);
        }
        out.places[place] += p;
        weights[place] += 1;
    }
    for (std::size_t i = 0; i < weights.size(); ++i)
        out.places[i] /= weights[i];
    return out;
}

}  // namespace

FieldGrid distance_to(const std::vector<glm::vec3>& points, const FieldGrid& like)
{
    FieldGrid grid;
    grid.size = like.size;
    grid.origin = like.origin;
    grid.step_mm = like.step_mm;
    Gathered by = gathered(points, grid);
    grid.values.resize(by.place_of.size());
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        grid.values[i] = by.place_of[i] == none ? far_away : 0.0f;
    distance_transform(grid, &by.place_of);
    // The node's nearest cell may hold its points farther off than a neighbour's nearest one.
    const std::array<std::size_t, 3> stride = grid.strides();
    in_halves(grid.size.z, [&](int first, int last) {
        for (int k = first; k < last; ++k)
            for (int j = 0; j < grid.size.y; ++j)
                for (int i = 0; i < grid.size.x; ++i) {
                    const std::size_t at = grid.index(i, j, k);
                    const glm::ivec3 node(i, j, k);
                    float least = std::numeric_limits<float>::infinity();
                    const auto try_place = [&](std::uint32_t place) {
                        if (place != none)
                            least = std::min(
                                least, glm::length(grid.position(i, j, k) - by.places[place]));
                    };
                    try_place(by.place_of[at]);
                    for (int axis = 0; axis < 3; ++axis) {
                        if (node[axis] > 0)
                            try_place(by.place_of[at - stride[axis]]);
                        if (node[axis] + 1 < grid.size[axis])
                            try_place(by.place_of[at + stride[axis]]);
                    }
                    grid.values[at] = least;
                }
    });
    return grid;
}

void fill_holes(std::vector<unsigned char>& solid, const FieldGrid& shape, bool slice_by_slice)
{
    const glm::ivec3 n = shape.size;
    {
        Flood flood(solid, shape);
        for (int j = 0; j < n.y; ++j)
            flood.seed_slice_border(j);
        for (int k = 0; k < n.z; ++k)
            for (int i = 0; i < n.x; ++i) {
                flood.seed(i, 0, k);
                flood.seed(i, n.y - 1, k);
            }
        flood.run(false);
        flood.fill_the_rest();
    }
    if (!slice_by_slice)
        return;
    Flood flood(solid, shape);
    for (int j = 0; j < n.y; ++j) {
        flood.seed_slice_border(j);
        flood.run(true);
    }
    flood.fill_the_rest();
}

FieldGrid closed_by(const std::vector<glm::vec3>& points, const FieldGrid& like, Closing closing)
{
    // The dilated set must not meet the border, or the erosion would eat from there.
    const int margin = static_cast<int>(std::ceil(closing.radius_mm / like.step_mm)) + 3;
    const FieldGrid shape = widened(like, margin);
    const FieldGrid outer = distance_to(points, shape);
    std::vector<unsigned char> solid(outer.values.size());
    for (std::size_t i = 0; i < solid.size(); ++i)
        solid[i] = outer.values[i] <= closing.radius_mm ? 1 : 0;
    fill_holes(solid, shape, closing.fill_slices);

    FieldGrid inner = shape;
    inner.values.resize(solid.size());
    for (std::size_t i = 0; i < solid.size(); ++i)
        inner.values[i] = solid[i] ? far_away : 0.0f;
    distance_transform(inner);

    FieldGrid out = like;
    out.values.resize(static_cast<std::size_t>(like.size.x) * like.size.y * like.size.z);
    const int low_x = like.mirrored_at_x0() ? 0 : margin;
    for (int k = 0; k < like.size.z; ++k)
        for (int j = 0; j < like.size.y; ++j)
            for (int i = 0; i < like.size.x; ++i) {
                const std::size_t from = shape.index(i + low_x, j + margin, k + margin);
                // Half a step: the surface lies between the last solid node and the first free one.
                out.values[out.index(i, j, k)] =
                    solid[from] ? closing.radius_mm -
                                      (std::sqrt(inner.values[from]) - 0.5f) * like.step_mm
                                : outer.values[from];
            }
    return out;
}

void blur(FieldGrid& grid, float sigma_mm)
{
    const float sigma = sigma_mm / grid.step_mm;
    if (sigma < 0.1f)
        return;
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> kernel(2 * reach + 1);
    float sum = 0;
    for (int i = -reach; i <= reach; ++i)
        sum += kernel[i + reach] = std::exp(-0.5f * float(i * i) / (sigma * sigma));
    for (float& w : kernel)
        w /= sum;
    const std::array<std::size_t, 3> stride = grid.strides();
    for (int axis = 0; axis < 3; ++axis) {
        const int count = grid.size[axis];
        const bool mirror = axis == 0 && grid.mirrored_at_x0();
        std::vector<float> line(count + 2 * reach);
        float* values = grid.values.data();
        along(axis, grid, [=, &kernel](std::size_t first) mutable {
            for (int i = -reach; i < count + reach; ++i) {
                const int from = std::clamp(i < 0 && mirror ? -i : i, 0, count - 1);
                line[i + reach] = values[first + stride[axis] * from];
            }
            for (int i = 0; i < count; ++i) {
                float total = 0;
                for (int w = 0; w <= 2 * reach; ++w)
                    total += kernel[w] * line[i + w];
                values[first + stride[axis] * i] = total;
            }
        });
    }
}

}  // namespace tpatlas::body
