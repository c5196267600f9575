#include "body/field.hpp"
#include "body/field_surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas::body {

namespace {

// Corner c of a cell stands at (c & 1, c >> 1 & 1, c >> 2 & 1); edge axis * 4 + n joins two.
struct CubeEdge {
    int low, high;
};

constexpr std::array<CubeEdge, 12> cube_edges{{{0, 1}, {2, 3}, {4, 5}, {6, 7},    // along x
                                               {0, 2}, {1, 3}, {4, 6}, {5, 7},    // along y
                                               {0, 4}, {1, 5}, {2, 6}, {3, 7}}};  // along z

// Corners of each face, counter-clockwise seen from outside the cell.
constexpr std::array<std::array<int, 4>, 6> cube_faces{
    {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};

int edge_between(int a, int b)
{
    for (int e = 0; e < 12; ++e)
        if ((cube_edges[e].low == a && cube_edges[e].high == b) ||
            (cube_edges[e].low == b && cube_edges[e].high == a))
            return e;
    return -1;
}

// The loops of crossed edges for every pattern of inside corners. On each face, every run of inside
// corners is cut off by one directed segment; neighbours see the same runs from behind, so that
// segments always match and no hole can open.
struct Loop {
    std::vector<int> edges;
    // A fan from the first edge would run across a face of the cell, where the neighbour's fan may
    // run too: then the loop gets a vertex in its middle.
    bool needs_middle = false;
};
using Loops = std::vector<Loop>;

bool on_one_face(int first, int second)
{
    for (const std::array<int, 4>& face : cube_faces) {
        const auto holds = [&face](int edge) {
            const auto corner = [&face](int c) {
                return std::find(face.begin(), face.end(), c) != face.end();
            };
            return corner(cube_edges[edge].low) && corner(cube_edges[edge].high);
        };
        if (holds(first) && holds(second))
            return true;
    }
    return false;
}

// The loop begun where a fan's inner edges all run through the inside of the cell.
Loop fan_of(std::vector<int> edges)
{
    for (std::size_t turn = 0; turn < edges.size(); ++turn) {
        bool inside = true;
        for (std::size_t n = 2; n + 1 < edges.size(); ++n)
            inside = inside && !on_one_face(edges[0], edges[n]);
        if (inside)
            return {edges, false};
        std::rotate(edges.begin(), edges.begin() + 1, edges.end());
    }
    return {edges, true};
}

Loops loops_of(int pattern)
{
    std::array<int, 12> next;
    next.fill(-1);
    for (const std::array<int, 4>& face : cube_faces)
        for (int i = 0; i < 4; ++i) {
            const auto inside = [&](int n) { return (pattern >> face[n % 4] & 1) != 0; };
            if (inside(i) || !inside(i + 1))
                continue;
            int last = i + 1;
            while (inside(last + 1))
                ++last;
            next[edge_between(face[i], face[(i + 1) % 4])] =
                edge_between(face[last % 4], face[(last + 1) % 4]);
        }
    Loops loops;
    for (int e = 0; e < 12; ++e) {
        std::vector<int> loop;
        for (int at = e; next[at] >= 0;) {
            loop.push_back(at);
            at = std::exchange(next[at], -1);
        }
        if (!loop.empty())
            loops.push_back(fan_of(loop));
    }
    return loops;
}

const std::array<Loops, 256>& cube_table()
{
    static const std::array<Loops, 256> table = [] {
        std::array<Loops, 256> all;
        for (int pattern = 0; pattern < 256; ++pattern)
            all[pattern] = loops_of(pattern);
        return all;
    }();
    return table;
}

constexpr int block_cells = 8;

// Values at the nodes near the surface; NaN elsewhere.
class SparseValues {
public:
    SparseValues(const FieldFunction& field, const Box& box, float step_mm)
        : grid_(FieldGrid::covering(box, step_mm, std::nanf("")))
    {
        blocks_ = (grid_.size - 2) / block_cells + 1;
        find_active(field);
        in_halves(grid_.size.z, [&](int first, int last) {
            for (int k = first; k < last; ++k)
                for (int j = 0; j < grid_.size.y; ++j)
                    for (int i = 0; i < grid_.size.x; ++i)
                        if (is_near(i, j, k))
                            grid_.values[grid_.index(i, j, k)] = field(grid_.position(i, j, k));
        });
    }
    const FieldGrid& grid() const { return grid_; }
    bool cell_is_near(int i, int j, int k) const
    {
        return active_[block(i / block_cells, j / block_cells, k / block_cells)] != 0;
    }

private:
    std::size_t block(int x, int y, int z) const
    {
        return (static_cast<std::size_t>(z) * blocks_.y + y) * blocks_.x + x;
    }
    void find_active(const FieldFunction& field)
    {
        active_.assign(static_cast<std::size_t>(blocks_.x) * blocks_.y * blocks_.z, 0);
        // Half the block's diagonal, and as much again for fields steeper than 1.
        const float reach = grid_.step_mm * block_cells * 0.5f * std::sqrt(3.0f) * 1.7f;
        in_halves(blocks_.z, [&](int first, int last) {
            for (int z = first; z < last; ++z)
                for (int y = 0; y < blocks_.y; ++y)
                    for (int x = 0; x < blocks_.x; ++x) {
                        const glm::vec3 centre =
                            grid_.origin + (glm::vec3(x, y, z) + 0.5f) *
                                               (float(block_cells) * grid_.step_mm);
                        active_[block(x, y, z)] = std::abs(field(centre)) < reach ? 1 : 0;
                    }
        });
    }
    bool is_near(int i, int j, int k) const
    {
        const auto low = [](int n) { return n % block_cells == 0 && n > 0 ? 1 : 0; };
        for (int dz = low(k); dz >= 0; --dz)
            for (int dy = low(j); dy >= 0; --dy)
                for (int dx = low(i); dx >= 0; --dx) {
                    const glm::ivec3 b{i / block_cells - dx, j / block_cells - dy,
                                       k / block_cells - dz};
                    if (b.x < blocks_.x && b.y < blocks_.y && b.z < blocks_.z &&
                        active_[block(b.x, b.y, b.z)])
                        return true;
                }
        return false;
    }

    FieldGrid grid_;
    glm::ivec3 blocks_{0};
    std::vector<unsigned char> active_;
};

class Marcher {
public:
    explicit Marcher(const SparseValues& values) : values_(values), grid_(values.grid())
    {
        const std::size_t layer = static_cast<std::size_t>(grid_.size.x) * grid_.size.y;
        for (std::vector<std::uint32_t>& edges : vertex_at_)
            edges.assign(layer, none);
    }
    MeshData run()
    {
        for (int k = 0; k + 1 < grid_.size.z; ++k) {
            for (int j = 0; j + 1 < grid_.size.y; ++j)
                for (int i = 0; i + 1 < grid_.size.x; ++i)
                    if (values_.cell_is_near(i, j, k))
                        cell(i, j, k);
            // The upper layer's x and y edges become the lower ones'.
            std::swap(vertex_at_[0], vertex_at_[2]);
            std::swap(vertex_at_[1], vertex_at_[3]);
            for (const int upper : {2, 3, 4})
                std::fill(vertex_at_[upper].begin(), vertex_at_[upper].end(), none);
        }
        return std::move(mesh_);
    }

private:
    static constexpr std::uint32_t none = 0xffffffffu;

    void cell(int i, int j, int k)
    {
        std::array<float, 8> v;
        int pattern = 0;
        for (int c = 0; c < 8; ++c) {
            v[c] = grid_.values[grid_.index(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2 & 1))];
            pattern |= v[c] < 0 ? 1 << c : 0;
        }
        if (pattern == 0 || pattern == 255)
            return;
        for (const Loop& loop : cube_table()[pattern]) {
            std::vector<std::uint32_t> at;
            for (const int edge : loop.edges)
                at.push_back(vertex(i, j, k, edge, v));
            if (loop.needs_middle)
                fan_round_middle(at);
            else
                for (std::size_t n = 1; n + 1 < at.size(); ++n)
                    mesh_.triangles.push_back({at[0], at[n], at[n + 1]});
        }
    }
    void fan_round_middle(const std::vector<std::uint32_t>& ring)
    {
        glm::vec3 sum(0);
        for (const std::uint32_t v : ring)
            sum += mesh_.positions[v];
        const auto middle = static_cast<std::uint32_t>(mesh_.positions.size());
        mesh_.positions.push_back(sum / float(ring.size()));
        for (std::size_t n = 0; n < ring.size(); ++n)
            mesh_.triangles.push_back({middle, ring[n], ring[(n + 1) % ring.size()]});
    }
    std::uint32_t vertex(int i, int j, int k, int edge, const std::array<float, 8>& v)
    {
        const int axis = edge / 4;
        const CubeEdge ends = cube_edges[edge];
        const glm::ivec3 low(i + (ends.low & 1), j + (ends.low >> 1 & 1), k + (ends.low >> 2 & 1));
        const int layer = axis == 2 ? 4 : axis + (low.z > k ? 2 : 0);
        std::uint32_t& known =
            vertex_at_[layer][static_cast<std::size_t>(low.y) * grid_.size.x + low.x];
        if (known == none) {
            // Off the nodes, so that no triangle collapses to a line.
            const float t =
                std::clamp(v[ends.low] / (v[ends.low] - v[ends.high]), 0.02f, 0.98f);
            glm::vec3 p = grid_.position(low.x, low.y, low.z);
            p[axis] += t * grid_.step_mm;
            known = static_cast<std::uint32_t>(mesh_.positions.size());
            mesh_.positions.push_back(p);
        }
        return known;
    }

    const SparseValues& values_;
    const FieldGrid& grid_;
    // Edges along x, y of the lower layer, along x, y of the upper one, along z between them.
    std::array<std::vector<std::uint32_t>, 5> vertex_at_;
    MeshData mesh_;
};

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t v)
{
    while (parent[v] != v)
        v = parent[v] = parent[parent[v]];
    return v;
}

MeshData largest_piece(const MeshData& mesh)
{
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0u);
    for (const Triangle& t : mesh.triangles)
        for (const std::uint32_t other : {t.y, t.z})
            parent[root_of(parent, other)] = root_of(parent, t.x);
    std::vector<std::uint32_t> count(parent.size(), 0);
    for (const Triangle& t : mesh.triangles)
        ++count[root_of(parent, t.x)];
    const auto largest = std::max_element(count.begin(), count.end());
    MeshData piece;
    std::vector<std::uint32_t> to(parent.size(), 0xffffffffu);
    for (const Triangle& t : mesh.triangles) {
        if (root_of(parent, t.x) != static_cast<std::uint32_t>(largest - count.begin()))
            continue;
        Triangle moved;
        for (int c = 0; c < 3; ++c) {
            if (to[t[c]] == 0xffffffffu) {
                to[t[c]] = static_cast<std::uint32_t>(piece.positions.size());
                piece.positions.push_back(mesh.positions[t[c]]);
            }
            moved[c] = to[t[c]];
        }
        piece.triangles.push_back(moved);
    }
    return piece;
}

}  // namespace

MeshData extract_surface(const FieldFunction& field, const Box& box, float step_mm)
{
    const SparseValues values(field, box, step_mm);
    return largest_piece(Marcher(values).run());
}

MirroredSurface joined_with_mirror_image(const MeshData& half)
{
    MirroredSurface out;
    out.mesh = half;
    out.mesh.normals.clear();
    out.mesh.fibres.clear();
    const auto count = static_cast<std::uint32_t>(half.positions.size());
    out.mirror_of.resize(count);
    for (std::uint32_t v = 0; v < count; ++v) {
        const glm::vec3 p = half.positions[v];
        if (p.x == 0) {
            out.mirror_of[v] = v;
            continue;
        }
        out.mirror_of[v] = static_cast<std::uint32_t>(out.mesh.positions.size());
        out.mesh.positions.push_back({-p.x, p.y, p.z});
        out.mirror_of.push_back(v);
    }
    for (const Triangle& t : half.triangles)
        out.mesh.triangles.push_back({out.mirror_of[t.x], out.mirror_of[t.z], out.mirror_of[t.y]});
    return out;
}

glm::vec3 gradient(const FieldFunction& field, glm::vec3 at, float step_mm)
{
    glm::vec3 g;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 d(0);
        d[axis] = step_mm;
        g[axis] = (field(at + d) - field(at - d)) / (2 * step_mm);
    }
    return g;
}

}  // namespace tpatlas::body
