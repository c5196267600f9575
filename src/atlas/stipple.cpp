#include "atlas/stipple.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

// SplitMix64 (Steele, Lea & Flood 2014): the standard library's distributions differ between
// libraries, this does not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    double next() // 0 <= x < 1
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }

private:
    std::uint64_t state_;
};

struct Dot {
    SkinSample sample;
    glm::vec3 at{0};
    glm::vec3 normal{0};
};

// Cells as wide as the least distance: only the 27 around a place can hold a dot that is too near.
class Grid
{
public:
    explicit Grid(float cell_mm) : cell_mm_(cell_mm) {}

    bool has_room(const Dot& dot, const std::vector<Dot>& dots) const
    {
        const glm::ivec3 c = cell(dot.at);
        for (int k = -1; k <= 1; ++k)
            for (int j = -1; j <= 1; ++j)
                for (int i = -1; i <= 1; ++i) {
                    const auto found = dots_in_.find(key(c + glm::ivec3(i, j, k)));
                    if (found == dots_in_.end())
                        continue;
                    for (const std::uint32_t d : found->second)
                        if (glm::distance(dots[d].at, dot.at) < cell_mm_ &&
                            glm::dot(dots[d].normal, dot.normal) > -0.2f) // not through an ear
                            return false;
                }
        return true;
    }
    void put(const Dot& dot, std::uint32_t number)
    {
        dots_in_[key(cell(dot.at))].push_back(number);
    }

private:
    glm::ivec3 cell(glm::vec3 p) const { return glm::ivec3(glm::floor(p / cell_mm_)); }
    static std::uint64_t key(glm::ivec3 c)
    {
        const auto part = [](int x) { return static_cast<std::uint64_t>(x + (1 << 20)); };
        return part(c.x) | part(c.y) << 21 | part(c.z) << 42;
    }

    float cell_mm_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> dots_in_;
};

// Triangles of the right half, each as often as its area wants.
struct Areas {
    std::vector<std::uint32_t> triangles;
    std::vector<double> up_to; // sums

    std::uint32_t pick(double share) const
    {
        const auto at = std::upper_bound(up_to.begin(), up_to.end(), share * up_to.back());
        return triangles[std::min<std::size_t>(static_cast<std::size_t>(at - up_to.begin()),
                                               triangles.size() - 1)];
    }
};

Areas right_half(const MeshData& mesh)
{
    Areas areas;
    double sum = 0;
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
        const glm::dvec3 a = mesh.positions[mesh.triangles[t].x],
                         b = mesh.positions[mesh.triangles[t].y],
                         c = mesh.positions[mesh.triangles[t].z];
        if (a.x + b.x + c.x >= 0)
            continue;
        sum += 0.5 * glm::length(glm::cross(b - a, c - a));
        areas.triangles.push_back(t);
        areas.up_to.push_back(sum);
    }
    return areas;
}

std::array<std::uint32_t, 3> sorted(std::array<std::uint32_t, 3> corners)
{
    std::sort(corners.begin(), corners.end());
    return corners;
}

// The triangle of the left half that is a triangle's image, and the sample's place in it.
class Images
{
public:
    Images(const MeshData& mesh, std::span<const std::uint32_t> mirror)
        : mesh_(mesh), mirror_(mirror)
    {
        for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
            all_.emplace_back(sorted(corners(t)), t);
        std::sort(all_.begin(), all_.end());
    }

    SkinSample of(const SkinSample& sample) const
    {
        std::array<std::uint32_t, 3> image = corners(sample.triangle);
        for (std::uint32_t& v : image)
            v = mirror_[v];
        const std::array<float, 3> weights{1 - sample.barycentric.x - sample.barycentric.y,
                                           sample.barycentric.x, sample.barycentric.y};
        const auto at =
            std::lower_bound(all_.begin(), all_.end(), std::pair(sorted(image), std::uint32_t{0}));
        if (at == all_.end() || at->first != sorted(image))
            return sample; // no mirror image there: the caller's skin is not symmetric
        SkinSample found;
        found.triangle = at->second;
        const std::array<std::uint32_t, 3> there = corners(found.triangle);
        for (std::size_t k = 0; k < 3; ++k) {
            if (image[k] == there[1])
                found.barycentric.x = weights[k];
            if (image[k] == there[2])
                found.barycentric.y = weights[k];
        }
        return found;
    }

private:
    std::array<std::uint32_t, 3> corners(std::uint32_t t) const
    {
        const Triangle& triangle = mesh_.triangles[t];
        return {triangle.x, triangle.y, triangle.z};
    }

    const MeshData& mesh_;
    std::span<const std::uint32_t> mirror_;
    std::vector<std::pair<std::array<std::uint32_t, 3>, std::uint32_t>> all_;
};

} // namespace

std::vector<SkinSample> stipple(const Surface& skin, std::span<const std::uint32_t> mirror,
                                float least_mm)
{
    const Areas areas = right_half(skin.mesh());
    if (areas.triangles.empty())
        return {};
    std::vector<Dot> dots;
    Grid grid(least_mm);
    Random random(2024);
    // About 0.7 dots find room on the square of the least distance; thirty throws for each leave
    // gaps for hardly one in fifty more.
    const double squares = areas.up_to.back() / static_cast<double>(least_mm * least_mm);
    const auto throws = static_cast<std::size_t>(squares * 0.7 * 30);
    for (std::size_t i = 0; i < throws; ++i) {
        const std::uint32_t t = areas.pick(random.next());
        const double root = std::sqrt(random.next()), share = random.next();
        const auto b = static_cast<float>(root * (1 - share)), c = static_cast<float>(root * share);
        const SurfacePoint place{t, {1 - b - c, b, c}};
        const Dot dot{{t, {b, c}}, skin.position(place), skin.normal(t)};
        if (dot.at.x > -least_mm / 2 || !grid.has_room(dot, dots)) // its image needs room too
            continue;
        grid.put(dot, static_cast<std::uint32_t>(dots.size()));
        dots.push_back(dot);
    }
    const Images images(skin.mesh(), mirror);
    std::vector<SkinSample> samples;
    samples.reserve(2 * dots.size());
    for (const Dot& dot : dots) {
        samples.push_back(dot.sample);
        samples.push_back(images.of(dot.sample));
    }
    std::sort(samples.begin(), samples.end(), [](const SkinSample& a, const SkinSample& b) {
        return a.triangle != b.triangle ? a.triangle < b.triangle
                                        : std::pair(a.barycentric.x, a.barycentric.y) <
                                              std::pair(b.barycentric.x, b.barycentric.y);
    });
    return samples;
}

} // namespace tpatlas
