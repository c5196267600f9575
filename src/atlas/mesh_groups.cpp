#include "atlas/mesh_groups.hpp"

#include "atlas/surface_shape.hpp"
#include "core/parallel.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include <glm/common.hpp>

namespace tpatlas {

namespace {

Numbers numbers_of(const Body& body, const std::vector<std::string>& names, Side side)
{
    Numbers numbers;
    for (const std::string& name : names) {
        std::optional<std::uint32_t> number =
            body.number({name + "." + std::string(to_text(side))});
        if (!number)
            number = body.number({name + ".middle"});
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    return numbers;
}

Numbers noted_numbers(const Body& body, const std::vector<StructureId>& ids)
{
    Numbers numbers;
    for (const StructureId& id : ids) {
        const std::optional<std::uint32_t> number = body.number(id);
        if (!number)
            return {};
        numbers.push_back(*number);
    }
    return numbers;
}

// What lies in the midline is of both sides, and there once.
Numbers joined(Numbers a, const Numbers& b)
{
    for (const std::uint32_t number : b)
        if (std::find(a.begin(), a.end(), number) == a.end())
            a.push_back(number);
    return a;
}

Numbers sorted(Numbers numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

std::vector<Numbers> numbers_on_sides(const Body& body, const std::vector<std::string>& names,
                                      std::optional<Side> side)
{
    std::vector<Numbers> all;
    for (const Side one : {Side::right, Side::left})
        if (!side || *side == one || *side == Side::middle) {
            Numbers numbers = numbers_of(body, names, one);
            if (!numbers.empty() && (all.empty() || all[0] != numbers))
                all.push_back(std::move(numbers));
        }
    return all;
}

std::vector<Numbers> may_be_of(const Body& body, const UserMesh& mesh)
{
    if (!mesh.noted.empty()) {
        Numbers numbers = noted_numbers(body, mesh.noted);
        return numbers.empty() ? std::vector<Numbers>{} : std::vector<Numbers>{std::move(numbers)};
    }
    std::vector<Numbers> all = numbers_on_sides(body, mesh.structures, mesh.side);
    if (all.size() == 2)
        all.push_back(joined(all[0], all[1]));
    return all;
}

std::vector<MeshGroup> groups_of(const Body& body, const std::vector<UserMesh>& meshes)
{
    std::vector<MeshGroup> groups;
    std::vector<SurfaceMoments> moments(meshes.size());
    in_parallel(meshes.size(), [&](std::size_t i) {
        if (!meshes[i].structures.empty())
            moments[i] = moments_of(meshes[i].mesh);
    });
    std::map<Numbers, std::size_t> of_numbers;
    for (std::uint32_t i = 0; i < meshes.size(); ++i) {
        const UserMesh& mesh = meshes[i];
        if (mesh.structures.empty() || !(moments[i].area > 0))
            continue;
        MeshGroup group{{i}, may_be_of(body, mesh), 0, moments[i].middle, {}};
        if (group.may_be.empty())
            continue;
        if (!group.open()) {
            const auto [at, fresh] = of_numbers.try_emplace(sorted(group.numbers()), groups.size());
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

void settle(std::vector<MeshGroup>& groups)
{
    std::vector<MeshGroup> merged;
    std::map<Numbers, std::size_t> of_numbers;
    for (MeshGroup& group : groups) {
        const auto [at, fresh] = of_numbers.try_emplace(sorted(group.numbers()), merged.size());
        if (fresh) {
            merged.push_back(std::move(group));
            continue;
        }
        std::vector<std::uint32_t>& meshes = merged[at->second].meshes;
        meshes.insert(meshes.end(), group.meshes.begin(), group.meshes.end());
    }
    groups = std::move(merged);
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return groups[a].numbers().size() < groups[b].numbers().size();
    });
    std::map<std::uint32_t, std::size_t> owner;
    for (const std::size_t g : order)
        for (const std::uint32_t number : groups[g].numbers())
            if (owner.try_emplace(number, g).first->second == g)
                groups[g].own.push_back(number);
}

}  // namespace tpatlas
