#include "atlas/zone_measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

struct Corner {
    glm::dvec3 at{0};
    double field = 0;
};

struct Piece {
    double area = 0;
    glm::dvec3 moment{0}; // area times middle
};

Corner between(const Corner& a, const Corner& b, double share)
{
    return {a.at + (b.at - a.at) * share, a.field + (b.field - a.field) * share};
}

// The part of a triangle where its linear field is negative.
Piece negative_part(const std::array<Corner, 3>& triangle)
{
    std::array<Corner, 4> kept;
    std::size_t count = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        const Corner& a = triangle[k];
        const Corner& b = triangle[(k + 1) % 3];
        if (a.field < 0)
            kept[count++] = a;
        if ((a.field < 0) != (b.field < 0))
            kept[count++] = between(a, b, a.field / (a.field - b.field));
    }
    Piece piece;
    for (std::size_t k = 2; k < count; ++k) {
        const double area =
            0.5 * glm::length(glm::cross(kept[k - 1].at - kept[0].at, kept[k].at - kept[0].at));
        piece.area += area;
        piece.moment += (kept[0].at + kept[k - 1].at + kept[k].at) * (area / 3);
    }
    return piece;
}

// The cell of one corner: what is nearer to it than to the others, by weights.
Piece negative_part_of_cell(const std::array<Corner, 3>& triangle, std::size_t k)
{
    const Corner& own = triangle[k];
    const Corner left = between(own, triangle[(k + 1) % 3], 0.5);
    const Corner right = between(own, triangle[(k + 2) % 3], 0.5);
    Corner middle;
    for (const Corner& c : triangle) {
        middle.at += c.at / 3.0;
        middle.field += c.field / 3.0;
    }
    const Piece a = negative_part({own, left, middle}), b = negative_part({own, middle, right});
    return {a.area + b.area, a.moment + b.moment};
}

// The triangles with a corner where the field is negative, ascending. Found from the vertices: of
// hundreds of zones each touches few triangles of the skin.
std::vector<std::uint32_t> touched_triangles(const Surface& skin, std::span<const float> field)
{
    std::vector<std::uint32_t> triangles;
    for (std::uint32_t v = 0; v < field.size(); ++v)
        if (field[v] < 0)
            for (const std::uint32_t h : skin.leaving(v))
                triangles.push_back(h / 3);
    std::sort(triangles.begin(), triangles.end());
    triangles.erase(std::unique(triangles.begin(), triangles.end()), triangles.end());
    return triangles;
}

} // namespace

SkinCells::SkinCells(const Body& body) : SkinCells(body.skin_regions(), body.regions()) {}

SkinCells::SkinCells(std::span<const std::uint16_t> of_vertex,
                     std::span<const PlacedRegion> regions)
    : of_vertex_(of_vertex)
{
    for (std::size_t i = 0; i < regions.size(); ++i) {
        side_.push_back(regions[i].side);
        image_.push_back(static_cast<std::uint16_t>(i));
        for (std::size_t j = 0; j < regions.size(); ++j)
            if (regions[j].id == regions[i].id && regions[j].side == other(regions[i].side))
                image_[i] = static_cast<std::uint16_t>(j);
    }
}

std::array<std::uint16_t, 3> SkinCells::of(const MeshData& skin, const Triangle& triangle) const
{
    const float x =
        skin.positions[triangle.x].x + skin.positions[triangle.y].x + skin.positions[triangle.z].x;
    const Side side = x > 0 ? Side::left : Side::right;
    std::array<std::uint16_t, 3> regions{};
    for (int k = 0; k < 3; ++k) {
        std::uint16_t region = of_vertex_[triangle[k]];
        if (std::abs(skin.positions[triangle[k]].x) < 1e-4f && side_[region] != Side::middle &&
            side_[region] != side)
            region = image_[region];
        regions[static_cast<std::size_t>(k)] = region;
    }
    return regions;
}

ZoneMeasure measure_zone(const Surface& skin, std::span<const float> field, const SkinCells& cells)
{
    Piece whole;
    std::map<std::uint16_t, double> area_of;
    for (const std::uint32_t number : touched_triangles(skin, field)) {
        const Triangle& t = skin.mesh().triangles[number];
        std::array<Corner, 3> corners;
        for (int k = 0; k < 3; ++k)
            corners[static_cast<std::size_t>(k)] = {skin.mesh().positions[t[k]],
                                                    static_cast<double>(field[t[k]])};
        const Piece piece = negative_part(corners);
        whole.area += piece.area;
        whole.moment += piece.moment;
        if (cells.empty())
            continue;
        const std::array<std::uint16_t, 3> regions = cells.of(skin.mesh(), t);
        if (regions[0] == regions[1] && regions[1] == regions[2])
            area_of[regions[0]] += piece.area;
        else
            for (std::size_t k = 0; k < 3; ++k)
                area_of[regions[k]] += negative_part_of_cell(corners, k).area;
    }
    ZoneMeasure measure;
    measure.area_mm2 = whole.area;
    if (whole.area <= 0)
        return measure;
    measure.centroid_mm = skin.tree().nearest(glm::vec3(whole.moment / whole.area)).position_mm;
    for (const auto& [region, area] : area_of)
        if (area > 0)
            measure.regions.push_back({region, static_cast<float>(area / whole.area)});
    std::stable_sort(measure.regions.begin(), measure.regions.end(),
                     [](const RegionShare& a, const RegionShare& b) { return a.share > b.share; });
    return measure;
}

void measure_regions(const Surface& skin, const SkinCells& cells,
                     std::vector<PlacedRegion>& regions)
{
    std::vector<Piece> pieces(regions.size());
    for (const Triangle& t : skin.mesh().triangles) {
        std::array<Corner, 3> corners;
        for (int k = 0; k < 3; ++k)
            corners[static_cast<std::size_t>(k)] = {skin.mesh().positions[t[k]], -1};
        const std::array<std::uint16_t, 3> of = cells.of(skin.mesh(), t);
        for (std::size_t k = 0; k < 3; ++k) {
            const Piece piece = negative_part_of_cell(corners, k);
            pieces[of[k]].area += piece.area;
            pieces[of[k]].moment += piece.moment;
        }
    }
    for (std::size_t i = 0; i < regions.size(); ++i) {
        regions[i].area_mm2 = pieces[i].area;
        if (pieces[i].area <= 0)
            continue;
        glm::vec3 middle(pieces[i].moment / pieces[i].area);
        if (regions[i].side == Side::middle)
            middle.x = 0; // else the sum's rounding decides on which side of the mirror it lies
        regions[i].centroid_mm = skin.tree().nearest(middle).position_mm;
    }
}

} // namespace tpatlas
