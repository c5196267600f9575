#include "atlas/body.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace tpatlas {

namespace {

// Collects what is wrong; the caller goes on, so that all faults of the parts are told at once.
class Checker
{
public:
    explicit Checker(const Body::Parts& parts) : parts_(parts) {}

    Faults run()
    {
        check_surfaces();
        check_structures();
        check_layering();
        check_skin();
        check_places();
        check_contacts();
        return std::move(faults_);
    }

private:
    void require(bool holds, const std::string& where, const std::string& what)
    {
        if (!holds)
            faults_.push_back({where, what, "make the body again"});
    }

    void check_surfaces()
    {
        const BodySurfaces& s = parts_.surfaces;
        const std::size_t vertices = s.mesh.positions.size();
        require(s.mesh.normals.size() == vertices, "surfaces", "normals do not match the vertices");
        require(s.mesh.fibres.size() == vertices, "surfaces",
                "fibre coordinates do not match the vertices");
        require(s.tendon.empty() || s.tendon.size() == vertices, "surfaces",
                "tendon shares do not match the vertices");
        require(s.tangents.size() == vertices, "surfaces", "tangents do not match the vertices");
        require(s.ranges.size() == parts_.structures.size(), "surfaces",
                "the ranges do not match the structures");
    }

    bool range_fits(const SurfaceRange& range) const
    {
        const MeshData& mesh = parts_.surfaces.mesh;
        const std::uint64_t last_vertex = std::uint64_t{range.first_vertex} + range.vertex_count;
        const std::uint64_t last_triangle =
            std::uint64_t{range.first_triangle} + range.triangle_count;
        if (last_vertex > mesh.positions.size() || last_triangle > mesh.triangles.size())
            return false;
        const auto in = [&](std::uint32_t i) {
            return i - range.first_vertex < range.vertex_count;
        };
        const auto first = mesh.triangles.begin() + range.first_triangle;
        return std::all_of(first, first + range.triangle_count,
                           [&](const Triangle& t) { return in(t.x) && in(t.y) && in(t.z); });
    }

    void check_structures()
    {
        std::unordered_set<std::string> seen;
        for (std::size_t i = 0; i < parts_.structures.size(); ++i) {
            const Structure& structure = parts_.structures[i];
            require(seen.insert(structure.id.text).second, structure.id.text, "is there twice");
            require(structure.id.text ==
                        structure.name + "." + std::string(to_text(structure.side)),
                    structure.id.text, "is not its name and its side");
            if (i >= parts_.surfaces.ranges.size())
                continue;
            const SurfaceRange& range = parts_.surfaces.ranges[i];
            require(range_fits(range), structure.id.text, "its surface reaches outside its range");
            const std::vector<std::uint32_t>& stacks = structure.stack_triangles;
            require(stacks.size() == structure.stacks.size() &&
                        (stacks.empty() ||
                         std::accumulate(stacks.begin(), stacks.end(), std::uint64_t{0}) ==
                             range.triangle_count),
                    structure.id.text, "its stacks do not make up its surface");
        }
    }

    void check_layering()
    {
        require(parts_.layering.empty() || parts_.layering.size() == parts_.structures.size(),
                "layering", "does not match the structures");
        const auto known = [&](const Neighbour& n) {
            return n.structure < parts_.structures.size();
        };
        for (const Layering& l : parts_.layering)
            if (!std::all_of(l.over.begin(), l.over.end(), known) ||
                !std::all_of(l.under.begin(), l.under.end(), known)) {
                require(false, "layering", "a neighbour is not there");
                break;
            }
    }

    void check_skin()
    {
        const BodySurfaces& s = parts_.surfaces;
        if (!s.skin) {
            require(parts_.skin_mirror.empty() && parts_.skin_regions.empty() && s.stipple.empty(),
                    "skin", "is missing, but something lies on it");
            return;
        }
        require(*s.skin < s.ranges.size() && *s.skin < parts_.structures.size() &&
                    parts_.structures[*s.skin].kind == StructureKind::skin,
                "skin", "its number is not a skin's");
        if (!faults_.empty())
            return;
        const SurfaceRange& range = s.ranges[*s.skin];
        const std::vector<std::uint32_t>& mirror = parts_.skin_mirror;
        require(mirror.size() == range.vertex_count, "skin", "has no mirror image of each vertex");
        for (std::size_t i = 0; i < mirror.size(); ++i)
            if (mirror[i] >= mirror.size() || mirror[mirror[i]] != i) {
                require(false, "skin", "the mirror image of a mirror image is another vertex");
                break;
            }
        const std::vector<std::uint16_t>& regions = parts_.skin_regions;
        require(regions.empty() || regions.size() == range.vertex_count, "skin",
                "has not one region for each vertex");
        require(std::all_of(regions.begin(), regions.end(),
                            [&](std::uint16_t r) { return r < parts_.regions.size(); }),
                "skin", "a vertex lies in a region that is not there");
        require(std::all_of(s.stipple.begin(), s.stipple.end(),
                            [&](const SkinSample& x) {
                                return x.triangle < range.triangle_count && x.barycentric.x >= 0 &&
                                       x.barycentric.y >= 0 &&
                                       x.barycentric.x + x.barycentric.y <= 1.0001f;
                            }),
                "skin", "a dot of the stipple lies off it");
    }

    void check_places()
    {
        std::unordered_set<std::string> seen;
        for (const PlacedLandmark& l : parts_.landmarks)
            require(seen.insert(l.id.text + "." + std::string(to_text(l.side))).second, l.id.text,
                    "the landmark is there twice");
        seen.clear();
        for (const PlacedRegion& r : parts_.regions) {
            require(seen.insert(r.id.text + "." + std::string(to_text(r.side))).second, r.id.text,
                    "the region is there twice");
            require(std::all_of(r.neighbours.begin(), r.neighbours.end(),
                                [&](std::uint16_t n) { return n < parts_.regions.size(); }),
                    r.id.text, "a neighbour is not there");
        }
    }

    void check_contacts()
    {
        for (std::size_t i = 0; i < parts_.contacts.size(); ++i) {
            const MeshData& mesh = parts_.contacts[i];
            const std::size_t vertices = mesh.positions.size();
            const std::string where = "contact " + std::string(contact_texts[i]);
            require(mesh.normals.size() == vertices && mesh.fibres.size() == vertices, where,
                    "its normals or shares do not match the vertices");
            require(std::all_of(mesh.triangles.begin(), mesh.triangles.end(),
                                [&](const Triangle& t) {
                                    return t.x < vertices && t.y < vertices && t.z < vertices;
                                }),
                    where, "a triangle names a vertex that is not there");
        }
    }

    const Body::Parts& parts_;
    Faults faults_;
};

} // namespace

Result<Body> Body::make(Parts parts)
{
    Faults faults = Checker(parts).run();
    if (!faults.empty())
        return faults;
    return Body(std::move(parts));
}

Body::Body(Parts parts) : parts_(std::move(parts))
{
    for (std::size_t i = 0; i < parts_.structures.size(); ++i) {
        number_of_.emplace(parts_.structures[i].id.text, static_cast<std::uint32_t>(i));
        users_ = users_ || parts_.structures[i].provenance == Provenance::imported;
    }
}

std::optional<std::uint32_t> Body::number(const StructureId& id) const
{
    const auto at = number_of_.find(id.text);
    if (at == number_of_.end())
        return std::nullopt;
    return at->second;
}

const Structure* Body::find(const StructureId& id) const
{
    const std::optional<std::uint32_t> n = number(id);
    return n ? &parts_.structures[*n] : nullptr;
}

const Layering& Body::layering(std::uint32_t number) const
{
    static const Layering none;
    return number < parts_.layering.size() ? parts_.layering[number] : none;
}

const PlacedLandmark* Body::landmark(const LandmarkId& id, Side side) const
{
    for (const PlacedLandmark& l : parts_.landmarks)
        if (l.id == id && (l.side == side || l.side == Side::middle))
            return &l;
    return nullptr;
}

std::optional<std::uint16_t> Body::region(const RegionId& id, Side side) const
{
    for (std::size_t i = 0; i < parts_.regions.size(); ++i) {
        const PlacedRegion& r = parts_.regions[i];
        if (r.id == id && (r.side == side || r.side == Side::middle))
            return static_cast<std::uint16_t>(i);
    }
    return std::nullopt;
}

MeshData Body::mesh_of(std::uint32_t number) const
{
    const BodySurfaces& s = parts_.surfaces;
    const SurfaceRange& range = s.ranges.at(number);
    const auto slice = [&](const auto& all) {
        const auto first = all.begin() + range.first_vertex;
        return std::vector(first, first + range.vertex_count);
    };
    MeshData mesh;
    mesh.positions = slice(s.mesh.positions);
    mesh.normals = slice(s.mesh.normals);
    mesh.fibres = slice(s.mesh.fibres);
    mesh.triangles.reserve(range.triangle_count);
    for (std::uint32_t i = 0; i < range.triangle_count; ++i)
        mesh.triangles.push_back(s.mesh.triangles[range.first_triangle + i] - range.first_vertex);
    return mesh;
}

Box Body::bounds() const
{
    Box box;
    for (const Structure& structure : parts_.structures)
        box.include(structure.bounds);
    return box;
}

} // namespace tpatlas
