#include "io/model_file.hpp"

#include "atlas/surface_cut.hpp"
#include "io/glb_parts.hpp"
#include "io/model_materials.hpp"
#include "io/place_json.hpp"
#include "io/whole_file.hpp"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas::io {

namespace {

constexpr float marker_radius_mm = 4;
constexpr double mark_on_skin_share = 0.5;  // of the marker's size
// Above the skin, so that neither flickers through the other. Zones of several points lie over each
// other: each next one a little higher.
constexpr float lowest_zone_mm = 0.4f;
constexpr float zone_step_mm = 0.05f;
constexpr float least_distance_mm = 10;  // about an edge of the skin: nearer zones may touch
constexpr float spillover_opacity = 0.6f;

constexpr const char* notice = "commonly reported, for teaching, not diagnosis";
constexpr const char* body_rights =
    "CC BY-SA 4.0; Trigger Point Atlas, measured on BodyParts3D, (c) The Database Center for Life "
    "Science, CC BY-SA 2.1 Japan";
constexpr const char* record_rights = "MIT; Trigger Point Atlas and the sources that each names";

// A ball about the origin: an octahedron, its faces cut in four twice.
MeshData ball(float radius_mm)
{
    MeshData mesh;
    mesh.positions = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    mesh.triangles = {{0, 2, 4}, {2, 1, 4}, {1, 3, 4}, {3, 0, 4},
                      {2, 0, 5}, {1, 2, 5}, {3, 1, 5}, {0, 3, 5}};
    for (int round = 0; round < 2; ++round) {
        std::vector<Triangle> finer;
        for (const Triangle& t : mesh.triangles) {
            const auto first = static_cast<std::uint32_t>(mesh.positions.size());
            for (int k = 0; k < 3; ++k)
                mesh.positions.push_back(glm::normalize(mesh.positions[t[k]] +
                                                        mesh.positions[t[(k + 1) % 3]]));
            finer.insert(finer.end(), {{t.x, first, first + 2},
                                       {first, t.y, first + 1},
                                       {first + 2, first + 1, t.z},
                                       {first, first + 1, first + 2}});
        }
        mesh.triangles = std::move(finer);
    }
    mesh = welded(mesh, 1e-4f);
    mesh.normals = mesh.positions;
    for (glm::vec3& p : mesh.positions)
        p *= radius_mm;
    return mesh;
}

// How high each zone lies, in steps: those that overlap differ.
class ZoneLevels {
public:
    explicit ZoneLevels(std::size_t skin_vertices) : taken_(skin_vertices, 0) {}

    int level_of(const SkinDistances& distances)
    {
        std::uint64_t taken = 0;
        const auto near = [&](auto visit) {
            distances.for_each([&](std::uint32_t vertex, float mm) {
                if (mm < least_distance_mm)
                    visit(taken_[vertex]);
            });
        };
        near([&](std::uint64_t levels) { taken |= levels; });
        int level = 0;
        while (level < 63 && (taken >> level & 1u) != 0)
            ++level;
        near([&](std::uint64_t& levels) { levels |= std::uint64_t{1} << level; });
        return level;
    }

private:
    std::vector<std::uint64_t> taken_;  // of each skin vertex, a bit a level
};

class ModelMaker {
public:
    ModelMaker(const Atlas& atlas, const ModelLook& look)
        : atlas_(atlas), look_(look), is_users_(atlas.body().is_users())
    {
    }

    Result<std::string> bytes()
    {
        add_structures();
        if (meshes_.empty())
            return Error{"the model", "would be empty: nothing is shown that has a surface",
                         "show a structure"};
        add_points();
        add_zones();
        return parts_.file(document());
    }

private:
    // The node's number.
    std::size_t add_node(Json node)
    {
        nodes_.push_back(std::move(node));
        return nodes_.size() - 1;
    }

    std::size_t add_mesh(const std::string& name, Json primitives)
    {
        meshes_.push_back({{"name", name}, {"primitives", std::move(primitives)}});
        return meshes_.size() - 1;
    }

    Json primitive_of(const MeshData& mesh, int material)
    {
        return {{"attributes",
                 {{"POSITION", parts_.positions(mesh.positions)},
                  {"NORMAL", parts_.normals(mesh.normals)}}},
                {"indices", parts_.corners(mesh.triangles)},
                {"material", material}};
    }

    // What stands below the root, where there is any.
    void add_group(const char* name, Json children)
    {
        if (!children.empty())
            groups_.push_back(add_node({{"name", name}, {"children", std::move(children)}}));
    }

    int material_of(std::uint32_t number, const ModelLook::StructureRow& row)
    {
        const Structure& structure = atlas_.body().structures()[number];
        const std::string kind(to_text(structure.kind));
        const bool ghost = atlas_.body().is_ghost(number) && structure.kind != StructureKind::skin;
        const glm::vec3 usual =
            ghost ? look_.ghost : look_.of_kind[static_cast<std::size_t>(structure.kind)];
        std::string name = ghost ? "ghost" : kind;
        if (row.colour)
            name += ", coloured";
        if (row.opacity < 1 && !ghost && structure.kind != StructureKind::skin)
            name += ", faded";
        return materials_.number(name, row.colour.value_or(usual), row.opacity);
    }

    // The head is a mannequin's, opaque, while the skin below it is seen through.
    Json skin_in_two(std::uint32_t number, int material)
    {
        const MeshData skin = atlas_.body().mesh_of(number);
        std::vector<float> below(skin.positions.size());
        for (std::size_t i = 0; i < below.size(); ++i)
            below[i] = glm::dot(skin.positions[i] - look_.opaque_skin->point_mm,
                                look_.opaque_skin->normal);
        Json primitives = Json::array();
        if (const MeshData part = part_inside(skin, below); !part.triangles.empty())
            primitives.push_back(primitive_of(part, material));
        for (float& distance : below)
            distance = -distance;
        if (const MeshData part = part_inside(skin, below); !part.triangles.empty())
            primitives.push_back(primitive_of(
                part, materials_.number(
                          "skin of the head",
                          look_.of_kind[static_cast<std::size_t>(StructureKind::skin)], 1)));
        return primitives;
    }

    void add_structures()
    {
        const Body& body = atlas_.body();
        Json children = Json::array();
        for (std::uint32_t number = 0; number < body.structures().size(); ++number) {
            const Structure& structure = body.structures()[number];
            const ModelLook::StructureRow row = number < look_.structures.size()
                                                    ? look_.structures[number]
                                                    : ModelLook::StructureRow{};
            const SurfaceRange& range = body.surfaces().ranges[number];
            if (!row.shown || range.vertex_count == 0 || range.triangle_count == 0)
                continue;
            const int material = material_of(number, row);
            const bool in_two = body.surfaces().skin == number && look_.opaque_skin;
            Json primitives = in_two ? skin_in_two(number, material)
                                     : parts_.primitives(body, number, material);
            Json extras{{"tpatlas", body.is_ghost(number) ? "ghost" : "structure"}};
            extras.update(glb_extras(structure));
            has_ours_ = has_ours_ || structure.provenance != Provenance::imported;
            children.push_back(
                add_node({{"name", structure.id.text},
                          {"mesh", add_mesh(structure.id.text, std::move(primitives))},
                          {"extras", std::move(extras)}}));
        }
        add_group("structures", std::move(children));
    }

    Json point_node(const PlacedPoint& point, std::size_t marker)
    {
        const std::string name =
            (*point.record)->id.text + "." + std::string(to_text(point.side));
        Json extras{{"tpatlas", "point"}};
        extras.update(point_json(atlas_, point));
        extras["skin_mm"] = vector_json(point.skin_mm, 2);
        extras["notice"] = notice;
        Json node{{"name", name},
                  {"translation", vector_json(point.position_mm, 4)},
                  {"mesh", marker}};
        if (point.approach)
            node["children"] = {add_node(
                {{"name", name + ".on_skin"},
                 {"translation", vector_json(point.skin_mm - point.position_mm, 4)},
                 {"scale", {mark_on_skin_share, mark_on_skin_share, mark_on_skin_share}},
                 {"mesh", marker},
                 {"extras", {{"tpatlas", "point"}, {"id", (*point.record)->id.text}}}})};
        node["extras"] = std::move(extras);
        return node;
    }

    void add_points()
    {
        if (look_.points.empty())
            return;
        const std::size_t marker =
            add_mesh("point", Json::array({primitive_of(
                                  ball(marker_radius_mm),
                                  materials_.number("point", look_.point, 1))}));
        Json children = Json::array();
        for (const std::uint32_t number : look_.points)
            children.push_back(add_node(point_node(atlas_.points()[number], marker)));
        add_group("points", std::move(children));
    }

    Json zone_node(const PlacedZone& zone, float height_mm)
    {
        MeshData patch = part_inside(atlas_.skin()->mesh(), zone.field->distances.all());
        if (patch.triangles.empty())
            return nullptr;
        for (std::size_t i = 0; i < patch.positions.size(); ++i)
            patch.positions[i] += height_mm * patch.normals[i];
        const bool essential = zone.record->kind == ZoneKind::essential;
        const int material =
            essential ? materials_.number("essential zone", look_.essential, 1)
                      : materials_.number("spillover zone", look_.spillover, spillover_opacity);
        const std::string name = zone.record->id.text + "." + std::string(to_text(zone.side));
        Json extras{{"tpatlas", "zone"}};
        extras.update(zone_json(atlas_, zone));
        extras["notice"] = notice;
        return {{"name", name},
                {"mesh", add_mesh(name, Json::array({primitive_of(patch, material)}))},
                {"extras", std::move(extras)}};
    }

    void add_zones()
    {
        if (look_.zones.empty() || atlas_.skin() == nullptr)
            return;
        ZoneLevels levels(atlas_.skin()->vertex_count());
        std::vector<int> level(atlas_.zones().size(), 0);
        for (const ZoneKind kind : {ZoneKind::spillover, ZoneKind::essential})  // these above
            for (const std::uint32_t number : look_.zones)
                if (const PlacedZone& zone = atlas_.zones()[number]; zone.record->kind == kind)
                    level[number] = levels.level_of(zone.field->distances);
        Json children = Json::array();
        for (const std::uint32_t number : look_.zones)
            if (Json node = zone_node(atlas_.zones()[number],
                                      lowest_zone_mm +
                                          zone_step_mm * static_cast<float>(level[number]));
                !node.is_null())
                children.push_back(add_node(std::move(node)));
        add_group("zones", std::move(children));
    }

    Json asset() const
    {
        const bool has_records = !look_.points.empty() || !look_.zones.empty();
        Json asset{{"version", "2.0"}, {"generator", "tpatlas"}};
        // A user's own meshes are not ours to license.
        if (has_ours_ || has_records)
            asset["copyright"] = std::string(is_users_ ? "Of ghosts, points and zones only: " : "") +
                                 body_rights;
        Json rights = Json::object();
        if (is_users_)
            rights["structures"] = "of the files that they were read from; nothing is claimed";
        if (has_ours_)
            rights[is_users_ ? "ghosts" : "structures"] = body_rights;
        if (has_records) {
            rights["shapes of zones"] = body_rights;
            rights["what is said of points and zones"] = record_rights;
        }
        asset["extras"] = {
            {"unit", "metre; of the nodes below the root, and of what ends in _mm, millimetre"},
            {"frame",
             "x to the subject's left, y up, z to the front; x = 0 is the plane of symmetry"},
            {"texcoord_0", "fibre coordinates: u 0 origin ... 1 insertion, v -0.5 ... 0.5 across"},
            {"rights", std::move(rights)},
            {"notice", notice}};
        return asset;
    }

    Json document()
    {
        const std::size_t root_node = add_node({{"name", "body"},
                                                {"scale", {0.001, 0.001, 0.001}},
                                                {"children", groups_}});
        Json root;
        root["asset"] = asset();
        root["scene"] = 0;
        root["scenes"] = Json::array({{{"name", "body"}, {"nodes", {root_node}}}});
        root["nodes"] = std::move(nodes_);
        root["meshes"] = std::move(meshes_);
        root["materials"] = materials_.json();
        return root;
    }

    const Atlas& atlas_;
    const ModelLook& look_;
    bool is_users_ = false;
    bool has_ours_ = false;  // one structure or more is not a user's
    GlbParts parts_;
    ModelMaterials materials_;
    Json nodes_ = Json::array();
    Json meshes_ = Json::array();
    Json groups_ = Json::array();
};

}  // namespace

Result<std::string> model_bytes(const Atlas& atlas, const ModelLook& look)
{
    return ModelMaker(atlas, look).bytes();
}

Result<Done> write_model(const std::filesystem::path& file, const Atlas& atlas,
                         const ModelLook& look)
{
    const Result<std::string> bytes = model_bytes(atlas, look);
    return bytes ? write_whole(file, bytes.value()) : Result<Done>(bytes.faults());
}

}  // namespace tpatlas::io
