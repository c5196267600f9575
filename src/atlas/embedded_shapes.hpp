// atlas/embedded_shapes.hpp: the embedded body's structures as shapes to compare with, each made
// when it is first asked for.
//
//   const EmbeddedShapes shapes(body);
//   shapes.of(number).nearest(p)
//
// Borrows the body. Any number of threads may ask. Depends on core.
#pragma once

#include "atlas/body.hpp"
#include "atlas/surface_shape.hpp"

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

class EmbeddedShapes {
public:
    explicit EmbeddedShapes(const Body& body);

    const Body& body() const { return body_; }
    const SurfaceShape& of(std::uint32_t number) const;
    // Several as one surface.
    std::shared_ptr<const SurfaceShape> of(const std::vector<std::uint32_t>& numbers) const;
    const SurfaceMoments& moments(std::uint32_t number) const;

private:
    struct Kept {
        std::once_flag made;
        std::optional<SurfaceShape> shape;
        std::once_flag measured;
        SurfaceMoments moments;
    };
    const Body& body_;
    mutable std::deque<Kept> kept_;
};

}  // namespace tpatlas
