#include "atlas/user_body.hpp"

#include "atlas/body_warp.hpp"
#include "atlas/carried_places.hpp"
#include "atlas/file_frame.hpp"
#include "atlas/search_cost.hpp"
#include "atlas/skin_onto.hpp"
#include "atlas/user_pieces.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>

#include <glm/geometric.hpp>

#include <malloc.h>

namespace tpatlas {

namespace {

// The whole grows as its pieces go, which shall not be there twice: the C library keeps small ones.
void return_freed_memory()
{
    ::malloc_trim(0);
}

class Making {
public:
    Making(const EmbeddedShapes* embedded, std::vector<UserMesh> meshes, std::vector<Structure> lone,
           const Similarity& moved, const Registration& registration, std::stop_token stop)
        : embedded_(embedded), meshes_(std::move(meshes)),
          lone_(std::move(lone)), moved_(moved), registration_(registration), stop_(stop)
    {
    }

    Result<Body> run();

private:
    void move_meshes();
    MeshData joined(const StructureFit& fit);
    std::vector<std::uint32_t> structures_of(const StructureFit& fit) const;
    void take_fits();
    void warp_rest(const BodyWarp& warp);
    void add_ours();
    void add_lone();
    void add_places(const BodyWarp& warp);
    std::vector<glm::vec3> places_under_skin() const;
    void add(Structure structure, Piece piece);
    void reserve();

    const Body& ours() const { return embedded_->body(); }

    const EmbeddedShapes* embedded_;  // null where nothing was registered
    std::vector<UserMesh> meshes_;
    std::vector<Structure> lone_;
    const Similarity& moved_;
    const Registration& registration_;
    std::stop_token stop_;
    std::vector<std::optional<Piece>> pieces_;  // by the embedded body's numbers
    std::vector<char> users_;  // by the same: the piece is the user's own
    std::optional<MeshData> users_skin_;
    Body::Parts parts_;
};

void Making::move_meshes()
{
    in_parallel(meshes_.size(), [&](std::size_t i) {
        MeshData& mesh = meshes_[i].mesh;
        move(mesh, moved_);
        mesh.normals = vertex_normals(mesh);
    });
}

MeshData Making::joined(const StructureFit& fit)
{
    MeshData all = std::move(meshes_[fit.meshes.front()].mesh);
    for (std::size_t i = 1; i < fit.meshes.size(); ++i) {
        append(all, meshes_[fit.meshes[i]].mesh);
        meshes_[fit.meshes[i]].mesh = {};
    }
    return all;
}

// All that its meshes are of, those that another fit has too; never the skin, which stays ours.
std::vector<std::uint32_t> Making::structures_of(const StructureFit& fit) const
{
    std::vector<std::uint32_t> all = fit.structures;
    for (const StructureId& id : registration_.meshes[fit.meshes.front()].structures)
        if (const std::optional<std::uint32_t> number = ours().number(id);
            number && std::find(all.begin(), all.end(), *number) == all.end())
            all.push_back(*number);
    std::erase_if(all, [&](std::uint32_t number) { return number == ours().surfaces().skin; });
    return all;
}

// Fits are taken side by side, and joined in their order: the same on each run.
void Making::take_fits()
{
    const std::optional<std::uint32_t> skin = ours().surfaces().skin;
    std::vector<const StructureFit*> fits;
    for (const StructureFit& fit : registration_.fits) {
        if (!skin || fit.structures != std::vector<std::uint32_t>{*skin}) {
            fits.push_back(&fit);
            continue;
        }
        MeshData mesh = joined(fit);
        if (search_cost(mesh) <= most_search_cost)
            users_skin_ = std::move(mesh);
    }
    std::vector<std::vector<Taken>> taken(fits.size());
    in_parallel(fits.size(), [&](std::size_t i) {
        if (!stop_.stop_requested())
            taken[i] = pieces_of(*embedded_, joined(*fits[i]), structures_of(*fits[i]),
                                 fits[i]->user_from_embedded.inverse(), stop_);
    });
    for (std::vector<Taken>& of_fit : taken)
        for (Taken& one : of_fit) {
            std::optional<Piece>& there = pieces_[one.number];
            if (there)
                append(*there, one.piece);
            else
                there = std::move(one.piece);
        }
    users_.assign(pieces_.size(), 0);
    for (std::size_t i = 0; i < pieces_.size(); ++i)
        users_[i] = pieces_[i].has_value();
}

// Some of the vertices of the user's own structures.
std::vector<glm::vec3> Making::places_under_skin() const
{
    constexpr std::size_t most = 80'000;
    std::size_t all = 0;
    for (const StructureFit& fit : registration_.fits)
        for (const std::uint32_t number : fit.structures)
            if (fit.trusted && users_[number] != 0)
                all += pieces_[number]->mesh.positions.size();
    const std::size_t step = all / most + 1;
    std::vector<glm::vec3> places;
    for (const StructureFit& fit : registration_.fits)
        for (const std::uint32_t number : fit.structures)
            if (fit.trusted && users_[number] != 0)
                for (std::size_t v = 0; v < pieces_[number]->mesh.positions.size(); v += step)
                    places.push_back(pieces_[number]->mesh.positions[v]);
    return places;
}

// What the user lacks, in one go.
void Making::warp_rest(const BodyWarp& warp)
{
    const MeshData& all = ours().surfaces().mesh;
    std::vector<std::uint32_t> rest;
    std::vector<glm::vec3> positions;
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
        if (pieces_[i])
            continue;
        rest.push_back(i);
        if (i == ours().surfaces().skin)
            continue;
        const SurfaceRange& range = ours().surfaces().ranges[i];
        const auto first = all.positions.begin() + range.first_vertex;
        positions.insert(positions.end(), first, first + range.vertex_count);
    }
    warp.apply(positions);
    std::size_t at = 0;
    for (const std::uint32_t i : rest) {
        const SurfaceRange& range = ours().surfaces().ranges[i];
        Piece piece = bare_piece(ours().mesh_of(i));
        const bool is_skin = i == ours().surfaces().skin;
        if (is_skin)
            warp.apply_to_skin(piece.mesh);
        for (std::uint32_t v = 0; v < range.vertex_count; ++v) {
            if (!is_skin)
                piece.mesh.positions[v] = positions[at++];
            piece.mesh.fibres[v] = all.fibres[range.first_vertex + v];
            piece.tangents[v] = ours().surfaces().tangents[range.first_vertex + v];
            if (!ours().surfaces().tendon.empty())
                piece.tendon[v] = ours().surfaces().tendon[range.first_vertex + v];
        }
        if (is_skin) {
            if (users_skin_)
                skin_onto(piece.mesh, SurfaceShape(std::move(*users_skin_)));
            else
                skin_over(piece.mesh, places_under_skin());
        }
        piece.mesh.normals = vertex_normals(piece.mesh);
        pieces_[i] = std::move(piece);
    }
}

void Making::add(Structure structure, Piece piece)
{
    MeshData& whole = parts_.surfaces.mesh;
    SurfaceRange range;
    range.first_vertex = static_cast<std::uint32_t>(whole.positions.size());
    range.first_triangle = static_cast<std::uint32_t>(whole.triangles.size());
    range.vertex_count = static_cast<std::uint32_t>(piece.mesh.positions.size());
    range.triangle_count = static_cast<std::uint32_t>(piece.mesh.triangles.size());
    structure.bounds = bounds(piece.mesh);
    structure.volume_mm3 = std::abs(volume_mm3(piece.mesh));
    append(whole, piece.mesh);
    std::vector<glm::vec3>& tangents = parts_.surfaces.tangents;
    tangents.insert(tangents.end(), piece.tangents.begin(), piece.tangents.end());
    std::vector<std::uint8_t>& tendon = parts_.surfaces.tendon;
    tendon.insert(tendon.end(), piece.tendon.begin(), piece.tendon.end());
    parts_.surfaces.ranges.push_back(range);
    parts_.structures.push_back(std::move(structure));
}

// The lists grow once: a body of millions of triangles would else be there twice. Of ours no more is
// lent than there is.
void Making::reserve()
{
    std::size_t vertices = 0, triangles = 0;
    for (const UserMesh& mesh : meshes_) {
        vertices += mesh.mesh.positions.size();
        triangles += mesh.mesh.triangles.size();
    }
    for (std::size_t i = 0; registration_.registered && i < ours().structures().size(); ++i) {
        const bool theirs = std::any_of(
            registration_.fits.begin(), registration_.fits.end(), [&](const StructureFit& fit) {
                return std::find(fit.structures.begin(), fit.structures.end(), i) !=
                       fit.structures.end();
            });
        if (!theirs || i == ours().surfaces().skin) {
            vertices += ours().surfaces().ranges[i].vertex_count;
            triangles += ours().surfaces().ranges[i].triangle_count;
        }
    }
    BodySurfaces& all = parts_.surfaces;
    all.mesh.positions.reserve(vertices);
    all.mesh.normals.reserve(vertices);
    all.mesh.fibres.reserve(vertices);
    all.mesh.triangles.reserve(triangles);
    all.tangents.reserve(vertices);
    all.tendon.reserve(vertices);
}

void Making::add_ours()
{
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        Structure structure = ours().structures()[i];
        if (users_[i] != 0) {
            structure.provenance = Provenance::imported;
            structure.stacks.clear();
            structure.stack_triangles.clear();
        }
        add(std::move(structure), std::move(*pieces_[i]));
        pieces_[i].reset();
        if (i % 32 == 0)
            return_freed_memory();
    }
}

// What no fit has taken.
void Making::add_lone()
{
    std::unordered_set<std::uint32_t> used;
    for (const StructureFit& fit : registration_.fits)
        used.insert(fit.meshes.begin(), fit.meshes.end());
    for (std::uint32_t i = 0; i < meshes_.size(); ++i)
        if (!used.contains(i) && !meshes_[i].mesh.triangles.empty()) {
            add(std::move(lone_[i]), bare_piece(std::move(meshes_[i].mesh)));
            meshes_[i].mesh = {};
        }
}

void Making::add_places(const BodyWarp& warp)
{
    parts_.surfaces.skin = ours().surfaces().skin;
    parts_.surfaces.stipple = ours().surfaces().stipple;
    parts_.skin_mirror = ours().skin_mirror();
    parts_.skin_regions = ours().skin_regions();
    carry_places(*embedded_, warp, parts_);
    for (std::uint32_t i = 0; i < ours().structures().size(); ++i)
        parts_.layering.push_back(ours().layering(i));
    parts_.layering.resize(parts_.structures.size());
    for (std::size_t i = 0; i < parts_.contacts.size(); ++i)
        parts_.contacts[i] = ours().contact(static_cast<Contact>(i));
}

Result<Body> Making::run()
{
    const Error stopped{"", "was stopped", "open it again"};
    move_meshes();
    reserve();
    if (!registration_.registered) {
        add_lone();
        return Body::make(std::move(parts_));
    }
    pieces_.resize(ours().structures().size());
    take_fits();
    if (stop_.stop_requested())
        return stopped;
    const BodyWarp warp(*embedded_, registration_.fits);
    warp_rest(warp);
    if (stop_.stop_requested())
        return stopped;
    add_ours();
    add_lone();
    add_places(warp);
    return Body::make(std::move(parts_));
}

}  // namespace

Result<Body> make_user_body(const EmbeddedShapes* embedded, std::vector<UserMesh> meshes,
                            std::vector<Structure> lone, const Similarity& moved,
                            const Registration& registration, std::stop_token stop)
{
    return Making(embedded, std::move(meshes), std::move(lone), moved, registration, stop).run();
}

}  // namespace tpatlas
