#include "io/user_meshes.hpp"

#include "atlas/file_frame.hpp"
#include "core/parallel.hpp"
#include "io/body_map_file.hpp"
#include "io/import_names.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tpatlas::io {

namespace {

constexpr float longest_body_mm = 4000;
constexpr float weld_share = 2e-7f;  // of the set's size: what a float can tell apart

float unit_of(float said_mm, float longest)
{
    if (said_mm > 0 && said_mm * longest >= 1 && said_mm * longest <= longest_body_mm)
        return said_mm;
    return longest <= 3 ? 1000.0f : 1.0f;
}

Similarity guess(const std::vector<ImportedFile>& files, const Box& set, const BodyMap& map)
{
    Box set_and_origin = set;
    set_and_origin.include(glm::vec3(0));
    float said_mm = 0;
    std::optional<UpAxis> up;
    for (const ImportedFile& file : files) {
        said_mm = std::max(said_mm, file.unit_mm);
        if (file.up)
            up = file.up;
    }
    const glm::vec3 size = set.size();
    const glm::vec3 reach = set_and_origin.size();
    const UpAxis guessed = reach.z > reach.y ? UpAxis::z : UpAxis::y;
    return convention(map.unit_mm.value_or(unit_of(said_mm, std::max({size.x, size.y, size.z}))),
                      map.up.value_or(up.value_or(guessed)), map.mirrored.value_or(false));
}

ImportName name_of(const ImportedFile& file, const ImportedPart& part)
{
    const std::string stem = file.file.stem().string();
    if (file.parts.size() > 1)
        return import_name(part.name.empty() ? stem : part.name);
    // Alone in its file: the file's name is what the user sees, the node's may know the side.
    ImportName name = import_name(stem);
    const ImportName of_node = import_name(part.name);
    if (name.name.empty())
        name = of_node;
    if (name.side == Side::middle)
        name.side = of_node.side;
    if (!name.fma)
        name.fma = of_node.fma;
    return name;
}

// A muscle that nobody knows lies at the surface; bones lie deepest.
int usual_layer(StructureKind kind)
{
    switch (kind) {
    case StructureKind::skin:
        return 0;
    case StructureKind::muscle:
    case StructureKind::fascia:
        return 1;
    case StructureKind::tendon:
        return 2;
    default:
        return 9;
    }
}

// Called as ours is, where it is one of ours and yet stays alone.
Structure lone_structure(const ImportName& name, const std::string& of_ours, const Body* embedded)
{
    Structure structure;
    structure.name = of_ours.empty() ? name.name : of_ours;
    structure.side = name.side;
    structure.name_en = name.name_en;
    structure.kind = name.kind;
    structure.fma = name.fma;
    structure.layer = usual_layer(name.kind);
    structure.provenance = Provenance::imported;
    if (embedded == nullptr || of_ours.empty())
        return structure;
    for (const Structure& like : embedded->structures())
        if (like.name == of_ours) {
            structure.kind = like.kind;
            structure.name_en = like.name_en;
            structure.name_la = like.name_la;
            structure.region = like.region;
            structure.layer = like.layer;
            structure.fma = like.fma ? like.fma : name.fma;
            break;
        }
    return structure;
}

// Ids must differ, from each other and from ours: the second of a name is "rib_2.right".
void number_ids(std::vector<Structure>& all, const std::vector<UserMesh>& meshes,
                const Body* embedded)
{
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string, int> next;  // a file may call all of its nodes the same
    for (std::size_t i = 0; i < all.size(); ++i) {
        Structure& structure = all[i];
        const std::string wanted = structure.name;
        const std::string side = "." + std::string(to_text(structure.side));
        const auto is_free = [&] {
            const StructureId id{structure.name + side};
            const bool ours = embedded != nullptr && embedded->find(id) != nullptr;
            return !(ours && meshes[i].structures.empty()) && taken.insert(id.text).second;
        };
        int& n = next.try_emplace(wanted + side, 2).first->second;
        while (!is_free())
            structure.name = wanted + "_" + std::to_string(n++);
        structure.id = {structure.name + side};
    }
}

std::string relative_name(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    const std::filesystem::path relative = file.lexically_relative(folder);
    return (relative.empty() ? file.filename() : relative).generic_string();
}

// What a mesh is of: the note goes before the name.
void know(UserMesh& mesh, const ImportedFile& file, const ImportedPart& part, const BodyMap& map,
          const StructureNames* names)
{
    if (const MappedMesh* note = mapped_mesh(map, mesh.file, mesh.node)) {
        mesh.by = KnownBy::note;
        for (const StructureId& id : note->structures) {
            mesh.structures.push_back(id.text.substr(0, id.text.rfind('.')));
            mesh.noted.push_back(id);
        }
        return;
    }
    if (names == nullptr)
        return;
    const std::string stem = file.file.stem().string();
    const bool alone = file.parts.size() == 1;
    NameMatch match = names->match(alone || part.name.empty() ? stem : part.name);
    if (alone && !part.name.empty()) {
        const NameMatch of_node = names->match(part.name);
        if (match.names.empty() || (!match.sure && of_node.sure))
            match = of_node;
        else if (!match.side && of_node.names == match.names)
            match.side = of_node.side;
    }
    mesh.side = match.side;
    if (match.names.empty())
        return;
    if (match.sure) {
        mesh.structures = match.names;
        mesh.by = KnownBy::name;
    } else {
        mesh.proposed = match.names;
    }
}

// Of triangles with the same three corners and winding one is kept. A file may hold one a million
// times, and then whoever looks for the nearest has to look at each.
void drop_repeated(std::vector<Triangle>& triangles, std::size_t vertex_count)
{
    const auto first_lowest = [](Triangle t) {
        while (t.x > t.y || t.x > t.z)
            t = {t.y, t.z, t.x};
        return t;
    };
    std::vector<std::uint32_t> begins(vertex_count + 1, 0);  // of those whose lowest corner it is
    for (const Triangle& t : triangles)
        ++begins[std::min({t.x, t.y, t.z}) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> numbers(triangles.size()), next = begins;
    for (std::uint32_t i = 0; i < triangles.size(); ++i)
        numbers[next[std::min({triangles[i].x, triangles[i].y, triangles[i].z})]++] = i;
    const auto rest = [&](std::uint32_t i) {
        const Triangle t = first_lowest(triangles[i]);
        return std::tuple(t.y, t.z, i);
    };
    std::vector<bool> again(triangles.size(), false);
    for (std::size_t v = 0; v < vertex_count; ++v) {
        std::sort(numbers.begin() + begins[v], numbers.begin() + begins[v + 1],
                  [&](std::uint32_t a, std::uint32_t b) { return rest(a) < rest(b); });
        for (std::uint32_t k = begins[v] + 1; k < begins[v + 1]; ++k)
            again[numbers[k]] =
                first_lowest(triangles[numbers[k]]) == first_lowest(triangles[numbers[k - 1]]);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < triangles.size(); ++i)
        if (!again[i])
            triangles[kept++] = triangles[i];
    triangles.resize(kept);
}

MeshData prepared(const MeshData& mesh, float step)
{
    MeshData joined = welded(mesh, step);
    drop_repeated(joined.triangles, joined.positions.size());
    if (volume_mm3(joined) < 0)
        for (Triangle& t : joined.triangles)
            std::swap(t.y, t.z);
    return joined;
}

// What collapsed altogether, to a line or a point, is no structure.
void leave_out_flat(UserMeshes& all, const std::vector<const std::filesystem::path*>& places)
{
    std::size_t kept = 0;
    const std::filesystem::path* last = nullptr;
    for (std::size_t i = 0; i < all.meshes.size(); ++i) {
        if (area_mm2(all.meshes[i].mesh) > 0) {
            if (kept != i) {
                all.meshes[kept] = std::move(all.meshes[i]);
                all.lone[kept] = std::move(all.lone[i]);
            }
            ++kept;
        } else if (places[i] != last) {
            last = places[i];
            all.flat.push_back({last->string(), "a mesh of it has no surface (" +
                                all.meshes[i].name + ")", "it is left out"});
        }
    }
    all.meshes.resize(kept);
    all.lone.resize(kept);
}

}  // namespace

Similarity own_frame()
{
    return convention(1000, UpAxis::y, false);
}

UserMeshes user_meshes(std::vector<ImportedFile> files, const std::filesystem::path& folder,
                       const BodyMap& map, const StructureNames* names, const Body* embedded)
{
    UserMeshes all;
    all.own = !files.empty();
    Box set;
    for (const ImportedFile& file : files) {
        all.own = all.own && file.own;
        for (const ImportedPart& part : file.parts)
            set.include(bounds(part.mesh));
    }
    all.guessed = all.own ? own_frame() : guess(files, set, map);
    const glm::vec3 size = set.size();
    const float step = std::max(std::numeric_limits<float>::min(),
                                weld_share * std::max({size.x, size.y, size.z}));

    std::vector<MeshData*> read;
    std::vector<const std::filesystem::path*> places;
    for (ImportedFile& file : files)
        for (ImportedPart& part : file.parts) {
            ImportName name = name_of(file, part);
            if (name.name.empty()) {  // no ASCII letter: the user still sees what it is called
                name.name = "structure_" + std::to_string(all.meshes.size() + 1);
                name.name_en = part.name.empty() ? file.file.stem().string() : part.name;
            }
            UserMesh mesh;
            mesh.file = relative_name(file.file, folder);
            mesh.node = part.name;
            mesh.name = name.name_en;
            know(mesh, file, part, map, names);
            const std::string of_ours = mesh.structures.size() == 1 ? mesh.structures.front() : "";
            all.lone.push_back(lone_structure(name, of_ours, embedded));
            all.meshes.push_back(std::move(mesh));
            read.push_back(&part.mesh);
            places.push_back(&file.file);
        }
    in_parallel(read.size(), [&](std::size_t i) {
        all.meshes[i].mesh = prepared(*read[i], step);
        *read[i] = {};
    });
    leave_out_flat(all, places);
    number_ids(all.lone, all.meshes, embedded);
    return all;
}

}  // namespace tpatlas::io
