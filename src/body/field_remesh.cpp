// Split, collapse, flip, slide (Botsch & Kobbelt 2004, "A remeshing approach to multiresolution
// modeling"), with the field's zero in the place of the original surface.
#include "body/field.hpp"
#include "body/field_surface.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::body {

namespace {

using Index = std::uint32_t;

class Remesher {
public:
    Remesher(const MeshData& rough, const FieldFunction& field,
             const std::function<float(glm::vec3)>& length_mm, float gradient_step_mm)
        : field_(field), length_mm_(length_mm), gradient_step_mm_(gradient_step_mm),
          at_(rough.positions), triangles_(rough.triangles)
    {
        around_.resize(at_.size());
        for (Index t = 0; t < triangles_.size(); ++t)
            for (int c = 0; c < 3; ++c)
                around_[triangles_[t][c]].push_back(t);
        mark_border();
        wanted_.resize(at_.size());
        for (Index v = 0; v < at_.size(); ++v)
            wanted_[v] = length_mm_(at_[v]);
    }

    void pass()
    {
        split_long_edges();
        collapse_short_edges();
        flip_edges();
        slide();
    }

    MeshData result() const
    {
        MeshData mesh;
        std::vector<Index> to(at_.size(), none);
        for (const Triangle& t : triangles_) {
            if (t.x == none)
                continue;
            Triangle moved;
            for (int c = 0; c < 3; ++c) {
                if (to[t[c]] == none) {
                    to[t[c]] = static_cast<Index>(mesh.positions.size());
                    mesh.positions.push_back(at_[t[c]]);
                }
                moved[c] = to[t[c]];
            }
            mesh.triangles.push_back(moved);
        }
        return mesh;
    }

private:
    static constexpr Index none = 0xffffffffu;
    struct Edge {
        Index a, b;
    };

    void mark_border()
    {
        border_.assign(at_.size(), 0);
        for (const Triangle& t : triangles_)
            for (int c = 0; c < 3; ++c)
                if (shared(t[c], t[(c + 1) % 3]).count == 1)
                    border_[t[c]] = border_[t[(c + 1) % 3]] = halved_ = 1;
    }
    bool on_border(Index v) const { return border_[v] != 0; }
    float wanted(Index a, Index b) const { return 0.5f * (wanted_[a] + wanted_[b]); }
    float length(Index a, Index b) const { return glm::length(at_[a] - at_[b]); }

    std::vector<Edge> edges() const
    {
        std::vector<Edge> all;
        all.reserve(triangles_.size() * 3 / 2);
        for (const Triangle& t : triangles_) {
            if (t.x == none)
                continue;
            for (int c = 0; c < 3; ++c) {
                const Index a = t[c];
                const Index b = t[(c + 1) % 3];
                // Once an edge: from the lower end, or where there is no second triangle.
                if (a < b || (on_border(a) && on_border(b) && shared(a, b).count == 1))
                    all.push_back({a, b});
            }
        }
        return all;
    }

    struct Shared {
        std::array<Index, 2> triangle{none, none};
        int count = 0;
    };
    Shared shared(Index a, Index b) const
    {
        Shared s;
        for (const Index t : around_[a])
            if (has(triangles_[t], b)) {
                if (s.count < 2)
                    s.triangle[s.count] = t;
                ++s.count;
            }
        return s;
    }
    static bool has(const Triangle& t, Index v) { return t.x == v || t.y == v || t.z == v; }
    static Index third(const Triangle& t, Index a, Index b)
    {
        return t.x != a && t.x != b ? t.x : t.y != a && t.y != b ? t.y : t.z;
    }
    static void exchange(Triangle& t, Index from, Index to)
    {
        for (int c = 0; c < 3; ++c)
            if (t[c] == from)
                t[c] = to;
    }
    void forget(Index v, Index triangle)
    {
        std::vector<Index>& list = around_[v];
        list.erase(std::find(list.begin(), list.end(), triangle));
    }
    glm::vec3 cross_of(const Triangle& t) const
    {
        return glm::cross(at_[t.y] - at_[t.x], at_[t.z] - at_[t.x]);
    }

    glm::vec3 on_zero(glm::vec3 p, bool border, float most_mm, int steps) const
    {
        for (int i = 0; i < steps; ++i) {
            glm::vec3 g = gradient(field_, p, gradient_step_mm_);
            if (border)
                g.x = 0;
            const float g2 = std::max(glm::dot(g, g), 0.04f);
            const glm::vec3 move = -g * (field_(p) / g2);
            const float far = glm::length(move);
            p += far > most_mm ? move * (most_mm / far) : move;
            // A vertex may slide to the plane of symmetry but never through it.
            if (halved_ && !border && p.x < 1e-3f)
                p.x = 1e-3f;
        }
        return p;
    }

    void split_long_edges()
    {
        for (const Edge e : edges()) {
            const Shared s = shared(e.a, e.b);
            // An inner edge from border to border would be doubled by its mirror image.
            const bool chord = s.count == 2 && on_border(e.a) && on_border(e.b);
            if (s.count == 0 || s.count > 2 ||
                (!chord && length(e.a, e.b) <= wanted(e.a, e.b) * (4.0f / 3.0f)))
                continue;
            const auto middle = static_cast<Index>(at_.size());
            at_.push_back((at_[e.a] + at_[e.b]) * 0.5f);
            border_.push_back(s.count == 1);
            if (chord)
                at_[middle].x = 1e-3f;
            wanted_.push_back(length_mm_(at_[middle]));
            around_.emplace_back();
            for (int i = 0; i < s.count; ++i) {
                const Index old = s.triangle[i];
                const auto fresh = static_cast<Index>(triangles_.size());
                Triangle half = triangles_[old];
                exchange(half, e.a, middle);
                exchange(triangles_[old], e.b, middle);
                triangles_.push_back(half);
                forget(e.b, old);
                around_[e.b].push_back(fresh);
                around_[third(half, middle, e.b)].push_back(fresh);
                around_[middle].push_back(old);
                around_[middle].push_back(fresh);
            }
        }
    }

    void collapse_short_edges()
    {
        for (Edge e : edges()) {
            const Shared s = shared(e.a, e.b);
            if (s.count == 0 || s.count > 2 || length(e.a, e.b) >= wanted(e.a, e.b) * 0.8f)
                continue;
            if (on_border(e.b) && !on_border(e.a))
                std::swap(e.a, e.b);
            if (on_border(e.a) && on_border(e.b) && s.count != 1)
                continue;
            if (!on_border(e.a) && !on_border(e.b) && s.count != 2)
                continue;
            collapse(e, s);
        }
    }

    // b goes into a, which a border keeps in its place.
    void collapse(Edge e, const Shared& s)
    {
        const bool to_middle = on_border(e.a) == on_border(e.b);
        const glm::vec3 target = to_middle ? (at_[e.a] + at_[e.b]) * 0.5f : at_[e.a];
        if (!link_is_simple(e, s) || makes_chord(e) || !stays_regular(e.a, e.b, target) ||
            !stays_regular(e.b, e.a, target))
            return;
        for (int i = 0; i < s.count; ++i) {
            const Index t = s.triangle[i];
            for (int c = 0; c < 3; ++c)
                forget(triangles_[t][c], t);
            triangles_[t] = {none, none, none};
        }
        for (const Index t : around_[e.b]) {
            exchange(triangles_[t], e.b, e.a);
            around_[e.a].push_back(t);
        }
        around_[e.b].clear();
        at_[e.a] = target;
        wanted_[e.a] = length_mm_(target);
    }

    bool link_is_simple(Edge e, const Shared& s) const
    {
        int common = 0;
        for (const Index n : neighbours(e.a))
            for (const Index t : around_[e.b])
                if (has(triangles_[t], n) && n != e.b) {
                    ++common;
                    break;
                }
        if (common != s.count)
            return false;
        for (int i = 0; i < s.count; ++i)  // three triangles round a corner must not become two
            if (around_[third(triangles_[s.triangle[i]], e.a, e.b)].size() <= 3)
                return false;
        return true;
    }

    // Whether a border vertex would come to be joined to one that is not next to it on the border.
    bool makes_chord(Edge e) const
    {
        if (!on_border(e.a) || on_border(e.b))
            return false;
        for (const Index n : neighbours(e.b))
            if (n != e.a && on_border(n) && shared(e.a, n).count != 1)
                return true;
        return false;
    }

    bool stays_regular(Index moved, Index other, glm::vec3 target) const
    {
        for (const Index t : around_[moved]) {
            if (has(triangles_[t], other))
                continue;
            std::array<glm::vec3, 3> corner;
            for (int c = 0; c < 3; ++c) {
                const Index v = triangles_[t][c];
                corner[c] = v == moved ? target : at_[v];
                if (v != moved && glm::length(at_[v] - target) > wanted_[v] * 1.4f)
                    return false;
            }
            const glm::vec3 after = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
            const glm::vec3 before = cross_of(triangles_[t]);
            if (glm::dot(after, before) < 0.5f * glm::length(after) * glm::length(before))
                return false;
        }
        return true;
    }

    std::vector<Index> neighbours(Index v) const
    {
        std::vector<Index> out;
        for (const Index t : around_[v])
            for (int c = 0; c < 3; ++c) {
                const Index n = triangles_[t][c];
                if (n != v && std::find(out.begin(), out.end(), n) == out.end())
                    out.push_back(n);
            }
        return out;
    }

    int excess(Index v, int change) const
    {
        const int ideal = on_border(v) ? 3 : 6;  // triangles, not edges
        const int off = static_cast<int>(around_[v].size()) + change - ideal;
        return off * off;
    }

    void flip_edges()
    {
        for (const Edge e : edges()) {
            const Shared s = shared(e.a, e.b);
            if (s.count != 2)
                continue;
            const Index c = third(triangles_[s.triangle[0]], e.a, e.b);
            const Index d = third(triangles_[s.triangle[1]], e.a, e.b);
            const int now = excess(e.a, 0) + excess(e.b, 0) + excess(c, 0) + excess(d, 0);
            const int then = excess(e.a, -1) + excess(e.b, -1) + excess(c, 1) + excess(d, 1);
            if (then >= now || c == d || around_[e.a].size() <= 3 || around_[e.b].size() <= 3 ||
                shared(c, d).count != 0 || (on_border(c) && on_border(d)))
                continue;
            flip(e, c, d, s);
        }
    }

    void flip(Edge e, Index c, Index d, const Shared& s)
    {
        Triangle first = triangles_[s.triangle[0]];
        Triangle second = triangles_[s.triangle[1]];
        const glm::vec3 n0 = cross_of(first);
        const glm::vec3 n1 = cross_of(second);
        exchange(first, e.b, d);   // a, d, c
        exchange(second, e.a, c);  // b, c, d
        const glm::vec3 m0 = cross_of(first);
        const glm::vec3 m1 = cross_of(second);
        const glm::vec3 mean = n0 + n1;
        const auto turned = [&mean](glm::vec3 m) {
            return glm::dot(m, mean) < 0.7f * glm::length(m) * glm::length(mean);
        };
        if (turned(m0) || turned(m1) ||
            std::min(glm::length(m0), glm::length(m1)) <
                0.25f * std::min(glm::length(n0), glm::length(n1)))
            return;
        triangles_[s.triangle[0]] = first;
        triangles_[s.triangle[1]] = second;
        forget(e.b, s.triangle[0]);
        forget(e.a, s.triangle[1]);
        around_[d].push_back(s.triangle[0]);
        around_[c].push_back(s.triangle[1]);
    }

    // Every vertex toward its neighbours' middle, along the surface, then onto the zero.
    void slide()
    {
        std::vector<glm::vec3> next = at_;
        in_halves(static_cast<int>(at_.size()), [&](int first, int last) {
            for (int v = first; v < last; ++v)
                if (!around_[v].empty())
                    next[v] = slid(static_cast<Index>(v));
        });
        at_ = std::move(next);
        for (Index v = 0; v < at_.size(); ++v)
            wanted_[v] = length_mm_(at_[v]);
    }

    glm::vec3 slid(Index v) const
    {
        const bool border = on_border(v);
        glm::vec3 sum(0);
        float weight = 0;
        for (const Index n : neighbours(v)) {
            if (border && !(on_border(n) && shared(v, n).count == 1))
                continue;
            const float w = 1.0f / wanted_[n];
            sum += at_[n] * w;
            weight += w;
        }
        if (weight == 0)
            return at_[v];
        glm::vec3 normal(0);
        for (const Index t : around_[v])
            normal += cross_of(triangles_[t]);
        if (border)
            normal.x = 0;
        normal /= std::max(glm::length(normal), 1e-9f);
        const glm::vec3 off = sum / weight - at_[v];
        glm::vec3 p = at_[v] + (off - normal * glm::dot(off, normal)) * 0.7f;
        if (border)
            p.x = at_[v].x;
        return on_zero(p, border, 0.5f * wanted_[v], 2);
    }

    const FieldFunction& field_;
    const std::function<float(glm::vec3)>& length_mm_;
    float gradient_step_mm_;
    std::vector<glm::vec3> at_;
    std::vector<Triangle> triangles_;      // x == none: gone
    std::vector<std::vector<Index>> around_;  // a vertex's triangles
    std::vector<float> wanted_;
    std::vector<unsigned char> border_;
    unsigned char halved_ = 0;  // there is a border
};

}  // namespace

MeshData remeshed(const MeshData& rough, const FieldFunction& field,
                  const std::function<float(glm::vec3)>& edge_length_mm, Remeshing how)
{
    Remesher remesher(rough, field, edge_length_mm, how.gradient_step_mm);
    for (int i = 0; i < how.passes; ++i)
        remesher.pass();
    return remesher.result();
}

}  // namespace tpatlas::body
