#include "body/bone_thinning.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <queue>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

namespace tpatlas {

namespace {

// The sum of squared distances to planes, weighted by area: p A p + 2 b p + c.
struct Quadric {
    std::array<double, 6> a{};  // xx xy xz yy yz zz
    glm::dvec3 b{0};
    double c = 0;
    double weight = 0;

    void add_plane(glm::dvec3 n, double offset, double w)
    {
        a[0] += w * n.x * n.x;
        a[1] += w * n.x * n.y;
        a[2] += w * n.x * n.z;
        a[3] += w * n.y * n.y;
        a[4] += w * n.y * n.z;
        a[5] += w * n.z * n.z;
        b += n * (w * offset);
        c += w * offset * offset;
        weight += w;
    }

    Quadric& operator+=(const Quadric& other)
    {
        for (std::size_t i = 0; i < a.size(); ++i)
            a[i] += other.a[i];
        b += other.b;
        c += other.c;
        weight += other.weight;
        return *this;
    }

    glm::dmat3 matrix() const { return {a[0], a[1], a[2], a[1], a[3], a[4], a[2], a[4], a[5]}; }

    // The mean square distance.
    double error(glm::dvec3 p) const
    {
        const double e = glm::dot(p, matrix() * p) + 2 * glm::dot(b, p) + c;
        return weight > 0 ? std::max(0.0, e / weight) : 0.0;
    }
};

struct Candidate {
    float cost;
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t stamp;  // of both vertices when it was made

    // The queue gives the greatest first; ties are broken by number, for the same bytes each time.
    bool operator<(const Candidate& other) const
    {
        if (cost != other.cost)
            return cost > other.cost;
        return a != other.a ? a > other.a : b > other.b;
    }
};

class Thinner {
public:
    Thinner(const MeshData& mesh, float tolerance_mm)
        : limit_(tolerance_mm * tolerance_mm), positions_(mesh.positions), normals_(mesh.normals),
          triangles_(mesh.triangles), alive_(mesh.triangles.size(), true),
          quadrics_(mesh.positions.size()), stamps_(mesh.positions.size(), 0),
          around_(mesh.positions.size()), mark_(mesh.positions.size(), 0)
    {
        for (std::uint32_t t = 0; t < triangles_.size(); ++t)
            for (int corner = 0; corner < 3; ++corner)
                around_[triangles_[t][corner]].push_back(t);
        gather_quadrics();
        for (const Triangle& t : triangles_)
            for (int corner = 0; corner < 3; ++corner)
                if (t[corner] < t[(corner + 1) % 3])
                    offer(t[corner], t[(corner + 1) % 3]);
    }

    MeshData run()
    {
        while (!queue_.empty()) {
            const Candidate next = queue_.top();
            queue_.pop();
            if (next.stamp == stamps_[next.a] + stamps_[next.b] && joinable(next.a, next.b))
                join(next.a, next.b);
        }
        return packed();
    }

private:
    void gather_quadrics()
    {
        for (const Triangle& t : triangles_) {
            const glm::dvec3 p = positions_[t.x];
            const glm::dvec3 cross =
                glm::cross(glm::dvec3(positions_[t.y]) - p, glm::dvec3(positions_[t.z]) - p);
            const double twice_area = glm::length(cross);
            if (twice_area <= 0)
                continue;
            const glm::dvec3 n = cross / twice_area;
            for (int corner = 0; corner < 3; ++corner)
                quadrics_[t[corner]].add_plane(n, -glm::dot(n, p), twice_area);
        }
    }

    // Where the joined vertex does least harm. The middle draws a little, which settles it on flat
    // ground, where every place along the plane is as good.
    glm::dvec3 best_place(const Quadric& q, std::uint32_t a, std::uint32_t b) const
    {
        const glm::dvec3 middle = (glm::dvec3(positions_[a]) + glm::dvec3(positions_[b])) * 0.5;
        const double pull = 1e-3 * q.weight;
        const glm::dmat3 m = q.matrix() + glm::dmat3(pull);
        const glm::dvec3 place = glm::inverse(m) * (middle * pull - q.b);
        const double reach = glm::length(glm::dvec3(positions_[a]) - glm::dvec3(positions_[b]));
        return glm::length(place - middle) <= reach ? place : middle;
    }

    void offer(std::uint32_t a, std::uint32_t b)
    {
        if (a > b)
            std::swap(a, b);
        Quadric q = quadrics_[a];
        q += quadrics_[b];
        const double cost = q.error(best_place(q, a, b));
        if (cost <= limit_)
            queue_.push({static_cast<float>(cost), a, b, stamps_[a] + stamps_[b]});
    }

    // Both ends stand, share exactly the two vertices opposite their edge, and no triangle turns
    // over: so the topology stays and the surface does not fold.
    bool joinable(std::uint32_t a, std::uint32_t b)
    {
        if (around_[a].empty() || around_[b].empty())
            return false;
        ++round_;
        int edge_triangles = 0;
        for (const std::uint32_t t : around_[a])
            for (int corner = 0; corner < 3; ++corner)
                mark_[triangles_[t][corner]] = round_;
        std::array<std::uint32_t, 16> shared{};
        std::size_t count = 0;
        for (const std::uint32_t t : around_[b]) {
            const Triangle& v = triangles_[t];
            edge_triangles += v.x == a || v.y == a || v.z == a;
            for (int corner = 0; corner < 3; ++corner) {
                const std::uint32_t w = v[corner];
                if (w == a || w == b || mark_[w] != round_)
                    continue;
                if (std::find(shared.begin(), shared.begin() + count, w) != shared.begin() + count)
                    continue;
                if (count == shared.size())
                    return false;
                shared[count++] = w;
            }
        }
        if (edge_triangles != 2 || count != 2)
            return false;
        Quadric q = quadrics_[a];
        q += quadrics_[b];
        const glm::vec3 place = best_place(q, a, b);
        return keeps_facing(a, b, place) && keeps_facing(b, a, place);
    }

    bool keeps_facing(std::uint32_t moved, std::uint32_t other, glm::vec3 place) const
    {
        for (const std::uint32_t t : around_[moved]) {
            const Triangle& v = triangles_[t];
            if (v.x == other || v.y == other || v.z == other)
                continue;
            std::array<glm::vec3, 3> p{positions_[v.x], positions_[v.y], positions_[v.z]};
            const glm::vec3 before = glm::cross(p[1] - p[0], p[2] - p[0]);
            for (int corner = 0; corner < 3; ++corner)
                if (v[corner] == moved)
                    p[static_cast<std::size_t>(corner)] = place;
            const glm::vec3 after = glm::cross(p[1] - p[0], p[2] - p[0]);
            const float area = glm::length(after);
            const float longest = std::max(
                {glm::length(p[1] - p[0]), glm::length(p[2] - p[1]), glm::length(p[0] - p[2])});
            // Needles shade badly; a turn of more than 60 degrees is a fold.
            if (area < 0.12f * longest * longest ||
                glm::dot(before, after) < 0.5f * glm::length(before) * area)
                return false;
        }
        return true;
    }

    void join(std::uint32_t a, std::uint32_t b)
    {
        Quadric q = quadrics_[a];
        q += quadrics_[b];
        positions_[a] = best_place(q, a, b);
        if (!normals_.empty() && glm::length(normals_[a] + normals_[b]) > 1e-6f)
            normals_[a] = glm::normalize(normals_[a] + normals_[b]);
        quadrics_[a] = q;
        for (const std::uint32_t t : around_[b]) {
            Triangle& v = triangles_[t];
            if (v.x == a || v.y == a || v.z == a) {
                alive_[t] = false;
                for (int corner = 0; corner < 3; ++corner)
                    if (v[corner] != b)
                        std::erase(around_[v[corner]], t);
                continue;
            }
            for (int corner = 0; corner < 3; ++corner)
                if (v[corner] == b)
                    v[corner] = a;
            around_[a].push_back(t);
        }
        around_[b].clear();
        ++stamps_[a];
        ++round_;
        for (const std::uint32_t t : around_[a])
            for (int corner = 0; corner < 3; ++corner) {
                const std::uint32_t w = triangles_[t][corner];
                if (w != a && mark_[w] != round_) {
                    mark_[w] = round_;
                    offer(a, w);
                }
            }
    }

    MeshData packed() const
    {
        MeshData out;
        std::vector<std::uint32_t> to(positions_.size(), UINT32_MAX);
        for (std::size_t t = 0; t < triangles_.size(); ++t) {
            if (!alive_[t])
                continue;
            Triangle v = triangles_[t];
            for (int corner = 0; corner < 3; ++corner) {
                std::uint32_t& place = to[v[corner]];
                if (place == UINT32_MAX) {
                    place = static_cast<std::uint32_t>(out.positions.size());
                    out.positions.push_back(positions_[v[corner]]);
                    if (!normals_.empty())
                        out.normals.push_back(normals_[v[corner]]);
                }
                v[corner] = place;
            }
            out.triangles.push_back(v);
        }
        return out;
    }

    double limit_;
    std::vector<glm::vec3> positions_;
    std::vector<glm::vec3> normals_;
    std::vector<Triangle> triangles_;
    std::vector<bool> alive_;
    std::vector<Quadric> quadrics_;
    std::vector<std::uint32_t> stamps_;
    std::vector<std::vector<std::uint32_t>> around_;
    std::vector<std::uint32_t> mark_;
    std::uint32_t round_ = 0;
    std::priority_queue<Candidate> queue_;
};

}  // namespace

MeshData thinned(const MeshData& mesh, float tolerance_mm)
{
    return Thinner(mesh, tolerance_mm).run();
}

}  // namespace tpatlas
