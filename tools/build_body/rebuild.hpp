// tools/build_body/rebuild.hpp: tables -> meshes of the right side and the midline.
//
//   Result<BodyTables> tables = read_body_tables(assets);
//   Result<RebuiltBody> body = rebuild(tables.value(), store, progress);
//
// Two structures at a time; each is taken from the store where its table and the code that
// rebuilds it have not changed. The same tables give the same meshes.
#pragma once

#include "build_body/part_store.hpp"
#include "build_body/progress.hpp"
#include "core/result.hpp"
#include "build_body/tendons.hpp"
#include "domain/measurements.hpp"
#include "domain/places.hpp"
#include "domain/press.hpp"
#include "domain/skin_measurements.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace tpatlas {

struct BodyTables {
    std::filesystem::path folder;  // assets/body
    std::vector<MuscleTable> muscles;
    std::vector<BoneTable> bones;
    SkinTable skin;
    Places places;
};

// All faults of all files.
Result<BodyTables> read_body_tables(const std::filesystem::path& assets);

struct RebuiltStructure {
    StructureEntry entry;
    std::vector<std::string> stack_names;  // of a muscle of several stacks; else empty
    std::vector<MeshData> stacks;          // one, or as many as there are names
    std::vector<TendonProfile> tendons;    // of a muscle: one a stack
};

struct RebuiltBody {
    std::vector<RebuiltStructure> structures;  // muscles, then the others, as the tables
    Part skin;
    std::array<MeshData, contact_texts.size()> contacts;
};

Result<RebuiltBody> rebuild(const BodyTables& tables, const PartStore& store, Progress& progress);

}  // namespace tpatlas
