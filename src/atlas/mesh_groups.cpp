#include "atlas/mesh_groups.hpp"

#include "atlas/recognition.hpp"
#include "core/parallel.hpp"

#include <map>
#include <utility>

#include <glm/common.hpp>

namespace tpatlas {

namespace {

std::vector<std::uint32_t> joined(std::vector<std::uint32_t> a, const std::vector<std::uint32_t>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

std::vector<MeshGroup> groups_of(const Body& body, const std::vector<UserMesh>& meshes)
{
    std::vector<MeshGroup> groups;
    std::vector<SurfaceMoments> moments(meshes.size());
    in_parallel(meshes.size(), [&](std::size_t i) {
        if (!meshes[i].structures.empty())
            moments[i] = moments_of(meshes[i].mesh);
    });
    std::map<std::vector<std::uint32_t>, std::size_t> of_numbers;
    for (std::uint32_t i = 0; i < meshes.size(); ++i) {
        const UserMesh& mesh = meshes[i];
        if (mesh.structures.empty() || !(moments[i].area > 0))
            continue;
        MeshGroup group{{i}, mesh.structures, {}, 0, moments[i].middle};
        for (const Side side : {Side::right, Side::left})
            if (!mesh.side || *mesh.side == side || *mesh.side == Side::middle) {
                std::vector<std::uint32_t> numbers = numbers_of(body, mesh.structures, side);
                if (!numbers.empty() && (group.may_be.empty() || group.may_be[0] != numbers))
                    group.may_be.push_back(std::move(numbers));
            }
        if (group.may_be.empty())
            continue;
        if (group.open())
            group.may_be.push_back(joined(group.may_be[0], group.may_be[1]));
        if (!group.open()) {
            const auto [at, fresh] = of_numbers.try_emplace(group.numbers(), groups.size());
            if (!fresh) {  // several meshes are one structure
                MeshGroup& first = groups[at->second];
                double area = 0;
                for (const std::uint32_t m : first.meshes)
                    area += moments[m].area;
                first.middle = glm::mix(first.middle, group.middle,
                                        static_cast<float>(moments[i].area / (area + moments[i].area)));
                first.meshes.push_back(i);
                continue;
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace tpatlas
