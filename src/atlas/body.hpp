// atlas/body.hpp: one body to show: its structures, their surfaces, its named places.
//
//   Result<io::LoadedBody> loaded = io::load_body_cache(file);
//   loaded.value().body->find({"trapezius_upper.right"})->layer
//
// Made whole, never changed afterwards, shared between threads. Structure numbers are indices into
// structures() and surfaces().ranges alike.
#pragma once

#include "atlas/layering.hpp"
#include "core/body_surfaces.hpp"
#include "core/box.hpp"
#include "core/ids.hpp"
#include "core/result.hpp"
#include "core/side.hpp"
#include "core/structure_kind.hpp"
#include "domain/places.hpp"
#include "domain/press.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tpatlas {

struct Structure {
    StructureId id;    // "deltoid_middle.right"
    std::string name;  // without its side
    StructureKind kind = StructureKind::muscle;
    Side side = Side::middle;
    std::string name_en;
    std::string name_la;
    std::optional<int> fma;
    std::string region;
    int layer = 0;
    Provenance provenance = Provenance::surveyed;
    double volume_mm3 = 0;
    Box bounds;
    // A muscle of several stacks: their names and how many triangles each has, in the order in
    // which they follow in the structure's range. Both empty otherwise.
    std::vector<std::string> stacks;
    std::vector<std::uint32_t> stack_triangles;

    bool operator==(const Structure&) const = default;
};

struct PlacedLandmark {
    LandmarkId id;
    Side side = Side::middle;
    std::string name_en;
    std::string name_la;
    LandmarkKind kind = LandmarkKind::bone;
    glm::vec3 position_mm{0};  // on the bone or on the skin, by its kind
    glm::vec3 skin_mm{0};      // the skin nearest to it

    bool operator==(const PlacedLandmark&) const = default;
};

struct PlacedRegion {
    RegionId id;
    Side side = Side::middle;
    std::string name_en;
    std::string name_la;
    double area_mm2 = 0;
    glm::vec3 centroid_mm{0};  // on the skin
    std::vector<std::uint16_t> neighbours;  // indices into regions()

    bool operator==(const PlacedRegion&) const = default;
};

class Body {
public:
    struct Parts {
        std::vector<Structure> structures;
        std::vector<Layering> layering;  // by structure number; empty: not measured
        BodySurfaces surfaces;
        std::vector<std::uint32_t> skin_mirror;  // skin vertex -> its image; empty without skin
        std::vector<PlacedLandmark> landmarks;
        std::vector<PlacedRegion> regions;
        std::vector<std::uint16_t> skin_regions;  // region of each skin vertex
        // What presses, each in its contact frame (body/contacts.hpp); empty: not there.
        std::array<MeshData, contact_texts.size()> contacts;

        bool operator==(const Parts&) const = default;
    };

    // Rejects parts that contradict each other (ranges, counts, double ids).
    static Result<Body> make(Parts parts);

    const Parts& parts() const { return parts_; }
    const std::vector<Structure>& structures() const { return parts_.structures; }
    // Empty lists where it was not measured (a user's body).
    const Layering& layering(std::uint32_t number) const;
    const BodySurfaces& surfaces() const { return parts_.surfaces; }
    const std::vector<std::uint32_t>& skin_mirror() const { return parts_.skin_mirror; }
    const std::vector<PlacedLandmark>& landmarks() const { return parts_.landmarks; }
    const std::vector<PlacedRegion>& regions() const { return parts_.regions; }
    const std::vector<std::uint16_t>& skin_regions() const { return parts_.skin_regions; }
    // The mesh of what presses (body/contacts.hpp says how it lies); empty where there is none.
    const MeshData& contact(Contact which) const
    {
        return parts_.contacts[static_cast<std::size_t>(which)];
    }

    // One structure or more is a user's.
    bool is_users() const { return users_; }
    // Ours, lent to a user's body that lacks it.
    bool is_ghost(std::uint32_t number) const
    {
        return users_ && parts_.structures[number].provenance != Provenance::imported;
    }

    std::optional<std::uint32_t> number(const StructureId& id) const;
    const Structure* find(const StructureId& id) const;
    // Midline places answer for any side.
    const PlacedLandmark* landmark(const LandmarkId& id, Side side) const;
    std::optional<std::uint16_t> region(const RegionId& id, Side side) const;
    // A copy of one structure's surface, with indices from 0.
    MeshData mesh_of(std::uint32_t number) const;
    Box bounds() const;

private:
    explicit Body(Parts parts);
    Parts parts_;
    bool users_ = false;
    std::unordered_map<std::string, std::uint32_t> number_of_;
};

}  // namespace tpatlas
