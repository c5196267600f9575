#include "build_body/assemble.hpp"

#include "build_body/fibre_tangents.hpp"
#include "core/side.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>
#include <meshoptimizer.h>

namespace tpatlas {

namespace {

struct Ordered {
    MeshData mesh;
    std::vector<std::uint32_t> new_of_old; // where each vertex went
};

void order_triangles(std::span<Triangle> triangles, std::size_t vertices)
{
    if (triangles.empty())
        return;
    auto* indices = &triangles.front().x;
    meshopt_optimizeVertexCache(indices, indices, 3 * triangles.size(), vertices);
}

// Vertices in the order in which the triangles ask for them; those that no triangle uses go.
Ordered ordered(MeshData mesh)
{
    Ordered result;
    result.new_of_old.assign(mesh.positions.size(), 0);
    const std::size_t used = meshopt_optimizeVertexFetchRemap(
        result.new_of_old.data(), mesh.triangles.empty() ? nullptr : &mesh.triangles.front().x,
        3 * mesh.triangles.size(), mesh.positions.size());
    result.mesh.positions.resize(used);
    result.mesh.normals.resize(used);
    result.mesh.fibres.resize(used);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const std::uint32_t to = result.new_of_old[v];
        if (to == ~0u)
            continue;
        result.mesh.positions[to] = mesh.positions[v];
        result.mesh.normals[to] = mesh.normals[v];
        result.mesh.fibres[to] = mesh.fibres[v];
    }
    result.mesh.triangles = std::move(mesh.triangles);
    for (Triangle& t : result.mesh.triangles)
        t = {result.new_of_old[t.x], result.new_of_old[t.y], result.new_of_old[t.z]};
    return result;
}

std::vector<std::uint8_t> moved(const std::vector<std::uint8_t>& values, const Ordered& order)
{
    std::vector<std::uint8_t> result(order.mesh.positions.size());
    for (std::size_t v = 0; v < values.size(); ++v)
        if (order.new_of_old[v] != ~0u)
            result[order.new_of_old[v]] = values[v];
    return result;
}

void complete(MeshData& mesh)
{
    if (mesh.normals.size() != mesh.positions.size())
        mesh.normals = vertex_normals(mesh);
    if (mesh.fibres.size() != mesh.positions.size())
        mesh.fibres.assign(mesh.positions.size(), glm::vec2(0));
}

class Assembler
{
public:
    void add(RebuiltStructure structure)
    {
        MeshData whole;
        std::vector<std::uint32_t> counts;
        std::vector<std::uint8_t> tendon;
        for (std::size_t i = 0; i < structure.stacks.size(); ++i) {
            MeshData& stack = structure.stacks[i];
            complete(stack);
            order_triangles(stack.triangles, stack.positions.size());
            counts.push_back(static_cast<std::uint32_t>(stack.triangles.size()));
            append(whole, stack);
            if (i < structure.tendons.size())
                for (const std::uint8_t share : tendon_shares(stack, structure.tendons[i]))
                    tendon.push_back(share);
        }
        complete(whole);
        tendon.resize(whole.positions.size(), 0);
        Ordered order = ordered(std::move(whole));
        tendon = moved(tendon, order);
        whole = std::move(order.mesh);
        Structure facts = facts_of(structure.entry, whole);
        if (!structure.stack_names.empty()) {
            facts.stacks = std::move(structure.stack_names);
            facts.stack_triangles = std::move(counts);
        }
        std::vector<glm::vec3> tangents(whole.positions.size(), glm::vec3(0));
        if (facts.kind == StructureKind::muscle)
            tangents = fibre_tangents(whole);
        put(facts, whole, tangents, tendon);
        if (facts.side == Side::middle)
            return;
        facts.side = Side::left;
        facts.id = {facts.name + ".left"};
        whole = mirrored(whole);
        facts.bounds = bounds(whole);
        for (glm::vec3& t : tangents)
            t = mirrored(t);
        put(facts, whole, tangents, tendon);
    }

    void add_skin(Part skin)
    {
        complete(skin.mesh);
        order_triangles(skin.mesh.triangles, skin.mesh.positions.size());
        Ordered order = ordered(std::move(skin.mesh));
        parts_.skin_mirror.resize(order.mesh.positions.size());
        for (std::size_t v = 0; v < skin.mirror_of.size(); ++v)
            if (order.new_of_old[v] != ~0u)
                parts_.skin_mirror[order.new_of_old[v]] = order.new_of_old[skin.mirror_of[v]];
        StructureEntry entry;
        entry.name = "skin";
        entry.kind = StructureKind::skin;
        entry.midline = true;
        entry.name_en = "skin";
        entry.name_la = "cutis";
        entry.provenance = Provenance::authored;
        put(facts_of(entry, order.mesh), order.mesh,
            std::vector<glm::vec3>(order.mesh.positions.size(), glm::vec3(0)),
            std::vector<std::uint8_t>(order.mesh.positions.size(), 0));
        parts_.surfaces.skin = static_cast<std::uint32_t>(parts_.structures.size() - 1);
    }

    Body::Parts take() { return std::move(parts_); }

private:
    static Structure facts_of(const StructureEntry& entry, const MeshData& mesh)
    {
        Structure facts;
        facts.name = entry.name;
        facts.side = entry.midline ? Side::middle : Side::right;
        facts.id = {entry.name + "." + std::string(to_text(facts.side))};
        facts.kind = entry.kind;
        facts.name_en = entry.name_en;
        facts.name_la = entry.name_la;
        facts.fma = entry.fma;
        facts.region = entry.region;
        facts.layer = entry.layer;
        facts.provenance = entry.provenance;
        facts.volume_mm3 = volume_mm3(mesh);
        facts.bounds = bounds(mesh);
        return facts;
    }

    void put(const Structure& facts, const MeshData& mesh, const std::vector<glm::vec3>& tangents,
             const std::vector<std::uint8_t>& tendon)
    {
        BodySurfaces& s = parts_.surfaces;
        SurfaceRange range;
        range.first_triangle = static_cast<std::uint32_t>(s.mesh.triangles.size());
        range.triangle_count = static_cast<std::uint32_t>(mesh.triangles.size());
        range.first_vertex = static_cast<std::uint32_t>(s.mesh.positions.size());
        range.vertex_count = static_cast<std::uint32_t>(mesh.positions.size());
        append(s.mesh, mesh);
        s.tangents.insert(s.tangents.end(), tangents.begin(), tangents.end());
        s.tendon.insert(s.tendon.end(), tendon.begin(), tendon.end());
        s.ranges.push_back(range);
        parts_.structures.push_back(facts);
    }

    Body::Parts parts_;
};

} // namespace

Body::Parts assemble(RebuiltBody rebuilt)
{
    Assembler assembler;
    for (RebuiltStructure& structure : rebuilt.structures)
        assembler.add(std::move(structure));
    assembler.add_skin(std::move(rebuilt.skin));
    Body::Parts parts = assembler.take();
    for (std::size_t i = 0; i < parts.contacts.size(); ++i) {
        MeshData& contact = rebuilt.contacts[i];
        complete(contact);
        order_triangles(contact.triangles, contact.positions.size());
        parts.contacts[i] = ordered(std::move(contact)).mesh;
    }
    return parts;
}

} // namespace tpatlas
