#include "atlas/user_body.hpp"

#include "atlas/body_warp.hpp"
#include "atlas/carried_places.hpp"
#include "atlas/skin_onto.hpp"
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

constexpr float rounding_mm = 0.01f;  // what a distance's sum may lack

// The whole grows as its pieces go, which shall not be there twice: the C library keeps small ones.
void return_freed_memory()
{
    ::malloc_trim(0);
}

// A structure's surface with all that the GPU wants of it.
struct Piece {
    MeshData mesh;
    std::vector<glm::vec3> tangents;
    std::vector<std::uint8_t> tendon;
};

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
    void take_fit(const StructureFit& fit);
    void clothe(Piece& piece, std::uint32_t number, const Affine& ours_from_user) const;
    std::vector<std::uint32_t> nearest_of(const MeshData& mesh, const StructureFit& fit) const;
    void warp_rest();
    std::vector<glm::vec3> places_under_skin() const;
    void add(Structure structure, Piece piece);
    void reserve();
    Piece bare(MeshData mesh) const;

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

// Part of a mesh with its own vertex list; `triangles` are indices into the whole's.
MeshData part_of(const MeshData& whole, const std::vector<std::uint32_t>& triangles)
{
    MeshData part;
    std::vector<std::uint32_t> place(whole.positions.size(), static_cast<std::uint32_t>(-1));
    for (const std::uint32_t number : triangles) {
        Triangle t = whole.triangles[number];
        for (int k = 0; k < 3; ++k) {
            std::uint32_t& at = place[t[k]];
            if (at == static_cast<std::uint32_t>(-1)) {
                at = static_cast<std::uint32_t>(part.positions.size());
                part.positions.push_back(whole.positions[t[k]]);
                part.normals.push_back(whole.normals[t[k]]);
            }
            t[k] = at;
        }
        part.triangles.push_back(t);
    }
    return part;
}

void Making::move_meshes()
{
    in_parallel(meshes_.size(), [&](std::size_t i) {
        MeshData& mesh = meshes_[i].mesh;
        for (glm::vec3& p : mesh.positions)
            p = moved_(p);
        if (moved_.mirrors())
            for (Triangle& t : mesh.triangles)
                std::swap(t.y, t.z);
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

// For each triangle which of the fit's structures is nearest.
std::vector<std::uint32_t> Making::nearest_of(const MeshData& mesh, const StructureFit& fit) const
{
    const Affine back = fit.user_from_embedded.inverse();
    std::vector<std::uint32_t> of(mesh.triangles.size(), 0);
    glm::vec3 last(0);
    float likely = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        const Triangle& t = mesh.triangles[i];
        const glm::vec3 middle =
            back((mesh.positions[t.x] + mesh.positions[t.y] + mesh.positions[t.z]) / 3.0f);
        // Likely of the same one as the last, and no farther than that one and the way between.
        const std::uint32_t first = i == 0 ? 0 : of[i - 1];
        float nearest =
            embedded_->of(fit.structures[first]).hit(middle, likely + glm::distance(middle, last))
                .distance_mm;
        of[i] = first;
        for (std::uint32_t k = 0; k < fit.structures.size(); ++k)
            if (const auto hit = k == first ? std::nullopt
                                            : embedded_->of(fit.structures[k])
                                                  .hit_within(middle, nearest)) {
                nearest = hit->distance_mm;
                of[i] = k;
            }
        last = middle;
        likely = nearest + rounding_mm;
    }
    return of;
}

Piece Making::bare(MeshData mesh) const
{
    Piece piece;
    const std::size_t count = mesh.positions.size();
    mesh.fibres.assign(count, glm::vec2(0));
    piece.tangents.assign(count, glm::vec3(0));
    piece.tendon.assign(count, 0);
    piece.mesh = std::move(mesh);
    return piece;
}

// Fibres as at the nearest place of the embedded muscle.
void Making::clothe(Piece& piece, std::uint32_t number, const Affine& ours_from_user) const
{
    if (ours().structures()[number].kind != StructureKind::muscle)
        return;
    const BodySurfaces& surfaces = ours().surfaces();
    const SurfaceRange& range = surfaces.ranges[number];
    const SurfaceShape& shape = embedded_->of(number);
    const Affine user_from_ours = ours_from_user.inverse();
    glm::vec3 last(0);
    float last_distance = 0;
    for (std::size_t i = 0; i < piece.mesh.positions.size(); ++i) {
        // Likely no farther than the last one's distance and the way between the two.
        const glm::vec3 at = ours_from_user(piece.mesh.positions[i]);
        const float likely = i == 0 ? std::numeric_limits<float>::infinity()
                                    : last_distance + glm::distance(at, last) + rounding_mm;
        const SurfaceHit hit = shape.hit(at, likely);
        last = at;
        last_distance = hit.distance_mm;
        const Triangle t = shape.mesh().triangles[hit.triangle] + range.first_vertex;
        glm::vec2 fibre(0);
        glm::vec3 tangent(0);
        float tendon = 0;
        for (int k = 0; k < 3; ++k) {
            fibre += hit.barycentric[k] * surfaces.mesh.fibres[t[k]];
            tangent += hit.barycentric[k] * surfaces.tangents[t[k]];
            if (!surfaces.tendon.empty())
                tendon += hit.barycentric[k] * static_cast<float>(surfaces.tendon[t[k]]);
        }
        tangent = user_from_ours.linear * tangent;
        const float length = glm::length(tangent);
        piece.mesh.fibres[i] = fibre;
        piece.tangents[i] = length > 0 ? tangent / length : tangent;
        piece.tendon[i] = static_cast<std::uint8_t>(std::lround(tendon));
    }
}

void Making::take_fit(const StructureFit& fit)
{
    const Affine back = fit.user_from_embedded.inverse();
    MeshData mesh = joined(fit);
    if (fit.structures.size() == 1) {
        Piece piece = bare(std::move(mesh));
        clothe(piece, fit.structures.front(), back);
        pieces_[fit.structures.front()] = std::move(piece);
        return;
    }
    const std::vector<std::uint32_t> of = nearest_of(mesh, fit);
    for (std::uint32_t k = 0; k < fit.structures.size(); ++k) {
        std::vector<std::uint32_t> own;
        for (std::uint32_t i = 0; i < of.size(); ++i)
            if (of[i] == k)
                own.push_back(i);
        if (own.empty())
            continue;  // ours stands in as a ghost
        Piece piece = bare(part_of(mesh, own));
        clothe(piece, fit.structures[k], back);
        pieces_[fit.structures[k]] = std::move(piece);
    }
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
void Making::warp_rest()
{
    const BodyWarp warp(*embedded_, registration_.fits);
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
        Piece piece = bare(ours().mesh_of(i));
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

Result<Body> Making::run()
{
    const Error stopped{"", "was stopped", "open it again"};
    move_meshes();
    std::unordered_set<std::uint32_t> used;  // meshes
    reserve();
    if (registration_.registered) {
        pieces_.resize(ours().structures().size());
        std::vector<const StructureFit*> fits;
        for (const StructureFit& fit : registration_.fits) {
            used.insert(fit.meshes.begin(), fit.meshes.end());
            if (ours().structures()[fit.structures.front()].kind == StructureKind::skin)
                users_skin_ = joined(fit);
            else
                fits.push_back(&fit);
        }
        in_parallel(fits.size(), [&](std::size_t i) {
            if (!stop_.stop_requested())
                take_fit(*fits[i]);
        });
        if (stop_.stop_requested())
            return stopped;
        users_.assign(pieces_.size(), 0);
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            users_[i] = pieces_[i].has_value();
        warp_rest();
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
    for (std::uint32_t i = 0; i < meshes_.size(); ++i)
        if (!used.contains(i) && !meshes_[i].mesh.triangles.empty()) {
            add(std::move(lone_[i]), bare(std::move(meshes_[i].mesh)));
            meshes_[i].mesh = {};
        }
    if (registration_.registered) {
        parts_.surfaces.skin = ours().surfaces().skin;
        parts_.surfaces.stipple = ours().surfaces().stipple;
        parts_.skin_mirror = ours().skin_mirror();
        parts_.skin_regions = ours().skin_regions();
        carry_places(*embedded_, registration_.fits, parts_);
        for (std::uint32_t i = 0; i < ours().structures().size(); ++i)
            parts_.layering.push_back(ours().layering(i));
        parts_.layering.resize(parts_.structures.size());
        for (std::size_t i = 0; i < parts_.contacts.size(); ++i)
            parts_.contacts[i] = ours().contact(static_cast<Contact>(i));
    }
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
