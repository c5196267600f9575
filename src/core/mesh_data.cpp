#include "core/mesh_data.hpp"

#include "core/side.hpp"

#include <array>
#include <cmath>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace tpatlas {

Box bounds(const MeshData& mesh)
{
    Box box;
    for (const glm::vec3& p : mesh.positions)
        box.include(p);
    return box;
}

double volume_mm3(const MeshData& mesh)
{
    double six = 0;
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3 a = mesh.positions[t.x];
        const glm::dvec3 b = mesh.positions[t.y];
        const glm::dvec3 c = mesh.positions[t.z];
        six += glm::dot(a, glm::cross(b, c));
    }
    return six / 6.0;
}

double area_mm2(const MeshData& mesh)
{
    double twice = 0;
    for (const Triangle& t : mesh.triangles) {
        const glm::dvec3 a = mesh.positions[t.x];
        twice += glm::length(glm::cross(glm::dvec3(mesh.positions[t.y]) - a,
                                        glm::dvec3(mesh.positions[t.z]) - a));
    }
    return twice / 2.0;
}

std::vector<glm::vec3> vertex_normals(const MeshData& mesh)
{
    std::vector<glm::vec3> normals(mesh.positions.size(), glm::vec3(0));
    for (const Triangle& t : mesh.triangles) {
        const glm::vec3 a = mesh.positions[t.x];
        const glm::vec3 n = glm::cross(mesh.positions[t.y] - a, mesh.positions[t.z] - a);
        for (int corner = 0; corner < 3; ++corner)
            normals[t[corner]] += n;
    }
    for (glm::vec3& n : normals) {
        const float length = glm::length(n);
        if (length > 0)
            n /= length;
    }
    return normals;
}

MeshData mirrored(const MeshData& mesh)
{
    MeshData image = mesh;
    for (glm::vec3& p : image.positions)
        p = mirrored(p);
    for (glm::vec3& n : image.normals)
        n = mirrored(n);
    for (Triangle& t : image.triangles)
        std::swap(t.y, t.z);
    return image;
}

namespace {

using WeldKey = std::array<std::int64_t, 5>;

struct WeldKeyHash {
    std::size_t operator()(const WeldKey& key) const
    {
        std::uint64_t h = 1469598103934665603ull;  // FNV-1a over the five numbers
        for (const std::int64_t k : key)
            h = (h ^ static_cast<std::uint64_t>(k)) * 1099511628211ull;
        return static_cast<std::size_t>(h ^ (h >> 29));
    }
};

}  // namespace

MeshData welded(const MeshData& mesh, float step_mm)
{
    const bool with_fibres = !mesh.fibres.empty();
    std::unordered_map<WeldKey, std::uint32_t, WeldKeyHash> seen;
    std::vector<std::uint32_t> to(mesh.positions.size(), 0);
    MeshData out;
    const auto cell = [step_mm](float x) {
        return static_cast<std::int64_t>(std::llround(static_cast<double>(x) / static_cast<double>(step_mm)));
    };
    const auto vertex = [&](std::uint32_t i) {
        const glm::vec3 p = mesh.positions[i];
        WeldKey key{cell(p.x), cell(p.y), cell(p.z), 0, 0};
        if (with_fibres) {
            key[3] = std::llround(static_cast<double>(mesh.fibres[i].x) * 1e5);
            key[4] = std::llround(static_cast<double>(mesh.fibres[i].y) * 1e5);
        }
        const auto [at, fresh] = seen.try_emplace(key, static_cast<std::uint32_t>(seen.size()));
        if (fresh) {
            out.positions.push_back(p);
            if (with_fibres)
                out.fibres.push_back(mesh.fibres[i]);
        }
        return at->second;
    };
    for (const Triangle& t : mesh.triangles) {
        const Triangle w{vertex(t.x), vertex(t.y), vertex(t.z)};
        if (w.x != w.y && w.y != w.z && w.z != w.x)
            out.triangles.push_back(w);
    }
    return out;
}

void append(MeshData& whole, const MeshData& part)
{
    const auto first = static_cast<std::uint32_t>(whole.positions.size());
    const bool keep_normals = part.normals.size() == part.positions.size() &&
                              whole.normals.size() == whole.positions.size();
    const bool keep_fibres = part.fibres.size() == part.positions.size() &&
                             whole.fibres.size() == whole.positions.size();
    whole.positions.insert(whole.positions.end(), part.positions.begin(), part.positions.end());
    if (keep_normals)
        whole.normals.insert(whole.normals.end(), part.normals.begin(), part.normals.end());
    else
        whole.normals.clear();
    if (keep_fibres)
        whole.fibres.insert(whole.fibres.end(), part.fibres.begin(), part.fibres.end());
    else
        whole.fibres.clear();
    for (const Triangle& t : part.triangles)
        whole.triangles.push_back(t + first);
}

}  // namespace tpatlas
