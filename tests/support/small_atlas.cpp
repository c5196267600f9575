#include "support/small_atlas.hpp"

#include "atlas/shapes.hpp"

#include <cmath>
#include <stdexcept>

#include <glm/geometric.hpp>

namespace tpatlas::testing {

namespace {

constexpr glm::vec3 middle{0, 1300, 80};

MeshData moved(MeshData mesh, glm::vec3 by)
{
    for (glm::vec3& p : mesh.positions)
        p += by;
    return mesh;
}

// A slab along y at the right side, 8 mm thick, with fibres from bottom (u 0) to top (u 1): an
// ellipse swept along y, v = 0 on the face toward the skin (-x).
MeshData right_muscle()
{
    MeshData mesh;
    constexpr int rings = 21;
    constexpr int around = 32;
    for (int i = 0; i < rings; ++i) {
        const float u = static_cast<float>(i) / (rings - 1);
        const float taper = std::sqrt(std::max(0.02f, 1 - std::pow(2 * u - 1, 4.0f)));
        for (int k = 0; k <= around; ++k) {
            const float v = static_cast<float>(k) / around - 0.5f;
            const float angle = v * 6.2831853f;
            mesh.positions.push_back(middle + glm::vec3(-128 - 4 * taper * std::cos(angle),
                                                        -60 + 120 * u,
                                                        30 * taper * std::sin(angle)));
            mesh.fibres.emplace_back(u, v);
        }
    }
    const auto at = [](int i, int k) { return static_cast<std::uint32_t>(i * (around + 1) + k); };
    for (int i = 0; i + 1 < rings; ++i)
        for (int k = 0; k < around; ++k) {
            mesh.triangles.emplace_back(at(i, k), at(i, k + 1), at(i + 1, k + 1));
            mesh.triangles.emplace_back(at(i, k), at(i + 1, k + 1), at(i + 1, k));
        }
    for (const int end : {0, rings - 1}) {
        const auto centre = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.push_back((mesh.positions[at(end, 0)] + mesh.positions[at(end, 16)]) * 0.5f);
        mesh.fibres.emplace_back(end == 0 ? 0 : 1, 0);
        for (int k = 0; k < around; ++k) {
            if (end == 0)
                mesh.triangles.emplace_back(centre, at(end, k + 1), at(end, k));
            else
                mesh.triangles.emplace_back(centre, at(end, k), at(end, k + 1));
        }
    }
    if (volume_mm3(mesh) < 0)
        for (Triangle& t : mesh.triangles)
            std::swap(t.y, t.z);
    return mesh;
}

void add(Body::Parts& parts, const std::string& name, Side side, StructureKind kind, int layer,
         MeshData mesh)
{
    Structure structure;
    structure.name = name;
    structure.id = {name + "." + std::string(to_text(side))};
    structure.kind = kind;
    structure.side = side;
    structure.name_en = name;
    structure.name_la = "Musculus " + name;
    structure.layer = layer;
    structure.provenance = Provenance::authored;
    structure.bounds = bounds(mesh);
    structure.volume_mm3 = std::abs(volume_mm3(mesh));
    mesh.normals = vertex_normals(mesh);
    const bool fibres = !mesh.fibres.empty();
    if (!fibres)
        mesh.fibres.assign(mesh.positions.size(), glm::vec2(0));

    BodySurfaces& all = parts.surfaces;
    const SurfaceRange range{static_cast<std::uint32_t>(all.mesh.triangles.size()),
                             static_cast<std::uint32_t>(mesh.triangles.size()),
                             static_cast<std::uint32_t>(all.mesh.positions.size()),
                             static_cast<std::uint32_t>(mesh.positions.size())};
    append(all.mesh, mesh);
    all.tangents.resize(all.mesh.positions.size(), glm::vec3(0, fibres ? 1 : 0, 0));
    if (kind == StructureKind::skin)
        all.skin = static_cast<std::uint32_t>(all.ranges.size());
    all.ranges.push_back(range);
    parts.structures.push_back(structure);
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        throw std::logic_error(result.error().message());
    return result.take();
}

void add_places(Body::Parts& parts)
{
    const auto landmark = [&](const char* id, Side side, glm::vec3 on_skin) {
        parts.landmarks.push_back(
            {{id}, side, id, id, LandmarkKind::skin, middle + on_skin, middle + on_skin});
    };
    landmark("front", Side::middle, {0, 0, 150});
    landmark("flank", Side::right, {-150, 0, 0});
    landmark("flank", Side::left, {150, 0, 0});

    // Two regions a side would need nothing more than the halves of the sphere.
    const SurfaceRange skin = parts.surfaces.ranges[*parts.surfaces.skin];
    parts.regions.push_back({{"half"}, Side::right, "half", "dimidium", 141371, {}, {1}});
    parts.regions.push_back({{"half"}, Side::left, "half", "dimidium", 141371, {}, {0}});
    for (std::uint32_t i = 0; i < skin.vertex_count; ++i) {
        const glm::vec3 p = parts.surfaces.mesh.positions[skin.first_vertex + i];
        parts.skin_regions.push_back(p.x <= 0 ? 0 : 1);
        std::uint32_t image = i;
        for (std::uint32_t j = 0; j < skin.vertex_count; ++j)
            if (glm::distance(parts.surfaces.mesh.positions[skin.first_vertex + j],
                              glm::vec3(-p.x, p.y, p.z)) < 0.01f)
                image = j;
        parts.skin_mirror.push_back(image);
    }
}

TriggerPoint point(const char* number, float u, bool pressed)
{
    TriggerPoint::Fields fields;
    fields.id = {std::string("flank_muscle.") + number};
    fields.muscle = {"flank_muscle"};
    fields.place = "in the belly";
    fields.structure = "flank_muscle";
    fields.u = u;
    fields.v = 0;
    fields.uncertainty_mm = 8;
    fields.sources = {{{"test"}, ""}};
    Zone zone;
    zone.id = {fields.id.text + ".essential"};
    zone.words = "the front";
    zone.names = {{"half"}};
    zone.shapes = {Patch{{"front", {}}, 40}};
    fields.essential = zone;
    if (pressed) {
        Press press;
        press.who = Who::self;
        press.contacts = {Contact::thumb};
        press.direction = glm::vec3(1, 0, 0);
        press.direction_words = "inward";
        press.against = "the bone";
        press.pressure_class = {3};
        fields.press = {press};
    } else {
        fields.view_only_reason = "Only a fold is lifted here.";
    }
    return must(TriggerPoint::make(fields));
}

Catalogue catalogue()
{
    Catalogue::Records records;
    records.sources = {{{"test"}, SourceKind::editorial_estimate, "us", {}, "Test", ""}};
    Muscle::Fields muscle;
    muscle.id = {"flank_muscle"};
    muscle.name_en = "Flank muscle";
    muscle.name_la = "Musculus probationis";
    muscle.structures = {"flank_muscle"};
    muscle.region = "neck";
    muscle.layer = 1;
    muscle.sources = {{{"test"}, ""}};
    records.muscles = {must(Muscle::make(muscle))};
    records.points = {point("tp1", 0.3f, false), point("tp2", 0.6f, true)};
    Technique::Fields technique;
    technique.id = {"press_and_hold"};
    technique.name_en = "Press and hold";
    technique.contacts = {Contact::thumb};
    technique.hold_s_min = 30;
    technique.hold_s_max = 60;
    technique.how = "press";
    technique.always_beside = {"This has not been proven."};
    technique.sources = {{{"test"}, ""}};
    records.techniques = {must(Technique::make(technique))};
    return must(Catalogue::make(records));
}

}  // namespace

std::shared_ptr<const Atlas> small_atlas()
{
    Body::Parts parts;
    add(parts, "core_bone", Side::middle, StructureKind::bone, 9,
        moved(shapes::sphere(60, 3), middle));
    const MeshData right = right_muscle();
    add(parts, "flank_muscle", Side::right, StructureKind::muscle, 1, right);
    add(parts, "flank_muscle", Side::left, StructureKind::muscle, 1, mirrored(right));
    add(parts, "skin", Side::middle, StructureKind::skin, 0, moved(shapes::sphere(150, 4), middle));
    add_places(parts);
    return must(make_atlas(std::make_shared<const Body>(must(Body::make(std::move(parts)))),
                           std::make_shared<const Catalogue>(catalogue()), {}));
}

}  // namespace tpatlas::testing
