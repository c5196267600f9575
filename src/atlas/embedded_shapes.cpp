#include "atlas/embedded_shapes.hpp"

namespace tpatlas {

EmbeddedShapes::EmbeddedShapes(const Body& body) : body_(body), kept_(body.structures().size()) {}

const SurfaceShape& EmbeddedShapes::of(std::uint32_t number) const
{
    Kept& kept = kept_[number];
    std::call_once(kept.made, [&] { kept.shape.emplace(body_.mesh_of(number)); });
    return *kept.shape;
}

std::shared_ptr<const SurfaceShape> EmbeddedShapes::of(const std::vector<std::uint32_t>& numbers) const
{
    if (numbers.size() == 1)  // kept here as long as we are
        return {std::shared_ptr<const SurfaceShape>(), &of(numbers.front())};
    MeshData all = body_.mesh_of(numbers.front());
    for (std::size_t i = 1; i < numbers.size(); ++i)
        append(all, body_.mesh_of(numbers[i]));
    return std::make_shared<const SurfaceShape>(std::move(all));
}

const SurfaceMoments& EmbeddedShapes::moments(std::uint32_t number) const
{
    Kept& kept = kept_[number];
    std::call_once(kept.measured, [&] { kept.moments = moments_of(body_.mesh_of(number)); });
    return kept.moments;
}

}  // namespace tpatlas
