#include "io/imported_body.hpp"

#include "io/import_names.hpp"
#include "io/model_listing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr float longest_body_mm = 4000;

// Turns a file's own unit and axes into ours.
struct Convention {
    float scale = 1;
    bool z_up = false;

    glm::vec3 operator()(glm::vec3 p) const
    {
        p *= scale;
        return z_up ? glm::vec3(p.x, p.z, -p.y) : p;
    }
};

float unit_of(float said_mm, float longest)
{
    if (said_mm > 0 && said_mm * longest >= 1 && said_mm * longest <= longest_body_mm)
        return said_mm;
    return longest <= 3 ? 1000.0f : 1.0f;
}

Convention convention_of(const std::vector<ImportedFile>& files)
{
    Box set;
    Box set_and_origin;
    set_and_origin.include(glm::vec3(0));
    float said_mm = 0;
    SaidUp up = SaidUp::nothing;
    for (const ImportedFile& file : files) {
        said_mm = std::max(said_mm, file.unit_mm);
        if (file.up != SaidUp::nothing)
            up = file.up;
        for (const ImportedPart& part : file.parts)
            set.include(bounds(part.mesh));
    }
    set_and_origin.include(set);
    const glm::vec3 size = set.size();
    const glm::vec3 reach = set_and_origin.size();
    return {unit_of(said_mm, std::max({size.x, size.y, size.z})),
            up == SaidUp::z || (up == SaidUp::nothing && reach.z > reach.y)};
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

const Structure* known(const Body* embedded, const ImportName& name)
{
    if (embedded == nullptr)
        return nullptr;
    const Structure* by_number = nullptr;
    for (const Structure& structure : embedded->structures()) {
        if (structure.name == name.name)
            return &structure;
        if (name.fma && structure.fma == name.fma && by_number == nullptr)
            by_number = &structure;
    }
    return by_number;
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

Structure structure_of(const ImportName& name, const Structure* like)
{
    Structure structure;
    structure.name = name.name;
    structure.side = name.side;
    structure.name_en = name.name_en;
    structure.kind = name.kind;
    structure.fma = name.fma;
    structure.layer = usual_layer(name.kind);
    structure.provenance = Provenance::imported;
    if (like != nullptr) {
        structure.kind = like->kind;
        structure.name_en = like->name_en;
        structure.name_la = like->name_la;
        structure.region = like->region;
        structure.layer = like->layer;
        structure.fma = like->fma ? like->fma : name.fma;
    }
    return structure;
}

// Ids must differ: the second of a name is "rib_2.right".
StructureId free_id(Structure& structure, std::unordered_set<std::string>& taken)
{
    const std::string wanted = structure.name;
    const std::string side = "." + std::string(to_text(structure.side));
    for (int n = 2; !taken.insert(structure.name + side).second; ++n)
        structure.name = wanted + "_" + std::to_string(n);
    return {structure.name + side};
}

// Welded, wound outward where it has an inside, with normals.
MeshData prepared(MeshData mesh, const Convention& convention)
{
    for (glm::vec3& p : mesh.positions)
        p = convention(p);
    MeshData joined = welded(mesh, 0.001f);
    if (volume_mm3(joined) < 0)
        for (Triangle& t : joined.triangles)
            std::swap(t.y, t.z);
    joined.normals = vertex_normals(joined);
    joined.fibres.assign(joined.positions.size(), glm::vec2(0));
    return joined;
}

void add(Body::Parts& parts, Structure structure, const MeshData& mesh)
{
    MeshData& whole = parts.surfaces.mesh;
    SurfaceRange range;
    range.first_vertex = static_cast<std::uint32_t>(whole.positions.size());
    range.first_triangle = static_cast<std::uint32_t>(whole.triangles.size());
    range.vertex_count = static_cast<std::uint32_t>(mesh.positions.size());
    range.triangle_count = static_cast<std::uint32_t>(mesh.triangles.size());
    structure.bounds = bounds(mesh);
    structure.volume_mm3 = std::abs(volume_mm3(mesh));
    append(whole, mesh);
    parts.surfaces.ranges.push_back(range);
    parts.structures.push_back(std::move(structure));
}

}  // namespace

Result<Body> body_of(std::vector<ImportedFile> files, const Body* embedded)
{
    const Convention convention = convention_of(files);
    Body::Parts parts;
    std::unordered_set<std::string> taken;
    for (ImportedFile& file : files)
        for (ImportedPart& part : file.parts) {
            ImportName name = name_of(file, part);
            if (name.name.empty()) {  // no ASCII letter: the user still sees what it is called
                name.name = "structure_" + std::to_string(parts.structures.size() + 1);
                name.name_en = part.name.empty() ? file.file.stem().string() : part.name;
            }
            const MeshData mesh = prepared(std::move(part.mesh), convention);
            if (mesh.triangles.empty())
                continue;  // all of it collapsed
            Structure structure = structure_of(name, known(embedded, name));
            structure.id = free_id(structure, taken);
            add(parts, std::move(structure), mesh);
        }
    if (parts.structures.empty())
        return Error{"", "nothing that was read has a surface", "give a mesh of triangles"};
    parts.surfaces.tangents.assign(parts.surfaces.mesh.positions.size(), glm::vec3(0));
    return Body::make(std::move(parts));
}

Result<ImportedBody> import_body(const fs::path& place, const fs::path& helper,
                                 const Body* embedded)
{
    const Result<std::vector<fs::path>> files = model_files(place);
    if (!files)
        return files.faults();
    Result<ImportedFiles> read = import_files(helper, files.value());
    if (!read)
        return read.faults();
    if (read.value().files.empty())
        return read.value().refused;
    Result<Body> body = body_of(std::move(read.value().files), embedded);
    if (!body)
        return body.faults();
    return ImportedBody{std::make_shared<const Body>(body.take()), std::move(read.value().refused)};
}

}  // namespace tpatlas::io
