// atlas/zone_measure.hpp: how large a zone is, where its middle lies and which regions it covers.
//
//   const SkinCells cells(body);
//   const ZoneMeasure measure = measure_zone(skin, field.distances.all(), cells);
//
// Triangles that the edge crosses are cut exactly where the field, linear in each, is zero; a
// triangle between regions is shared out by its vertices' cells. Depends on core.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/surface.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tpatlas {

// Which region a corner of a skin triangle belongs to. Where a region and its mirror image meet in
// x = 0, a vertex there belongs to either, by the triangle that asks: else one side would be
// larger than the other.
class SkinCells
{
public:
    SkinCells() = default;
    explicit SkinCells(const Body& body);
    SkinCells(std::span<const std::uint16_t> of_vertex, std::span<const PlacedRegion> regions);

    bool empty() const { return of_vertex_.empty(); }
    std::array<std::uint16_t, 3> of(const MeshData& skin, const Triangle& triangle) const;

private:
    std::span<const std::uint16_t> of_vertex_;
    std::vector<std::uint16_t> image_; // the same region on the other side; itself in the middle
    std::vector<Side> side_;
};

struct ZoneMeasure {
    double area_mm2 = 0;
    glm::vec3 centroid_mm{0};         // on the skin
    std::vector<RegionShare> regions; // largest first; of equal ones the lower index first
};

// Where the field is negative; it has an entry for each vertex of the skin. An empty zone has no
// area and no regions; without cells there are no regions.
ZoneMeasure measure_zone(const Surface& skin, std::span<const float> field, const SkinCells& cells);

// Each region's area and middle, in the order of the regions.
void measure_regions(const Surface& skin, const SkinCells& cells,
                     std::vector<PlacedRegion>& regions);

} // namespace tpatlas
