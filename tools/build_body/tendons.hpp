// tools/build_body/tendons.hpp: how much of a muscle is tendon, place by place.
//
//   std::vector<TendonProfile> profiles = tendon_profiles(table);   // one a stack
//   float share = profiles[0].at(0.9f);
//
// A muscle thins where its belly goes over into tendon: what is much thinner than the belly is drawn
// as tendon. Our own rule, judged by eye on the measured muscles; anatomy gives no sharp border.
// Depends on domain.
#pragma once

#include "core/mesh_data.hpp"
#include "domain/measurements.hpp"

#include <cstdint>
#include <vector>

namespace tpatlas {

struct TendonProfile {
    std::vector<float> u;      // rising
    std::vector<float> share;  // 0 flesh, 1 tendon

    float at(float where) const;
};

std::vector<TendonProfile> tendon_profiles(const MuscleTable& table);

// By vertex of a stack's surface, 0 to 255.
std::vector<std::uint8_t> tendon_shares(const MeshData& mesh, const TendonProfile& profile);

}  // namespace tpatlas
