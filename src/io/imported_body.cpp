#include "io/imported_body.hpp"

#include "atlas/user_body.hpp"
#include "io/body_map_file.hpp"
#include "io/import_client.hpp"
#include "io/user_meshes.hpp"

#include <system_error>
#include <utility>
#include <vector>

namespace tpatlas::io {

namespace fs = std::filesystem;

namespace {

std::vector<StructureId> ids_of(const Body* embedded)
{
    std::vector<StructureId> ids;
    if (embedded != nullptr)
        for (const Structure& structure : embedded->structures())
            ids.push_back(structure.id);
    return ids;
}

// Our own export lies in the body frame: nothing is to be found out.
Registration registered(const UserMeshes& own, const BodyImport& how)
{
    if (how.embedded == nullptr) {
        Registration alone;
        for (const UserMesh& mesh : own.meshes)
            alone.meshes.push_back({mesh.file, mesh.node, mesh.name, {}, KnownBy::nothing, {}});
        return alone;
    }
    return own.own ? register_in_place(*how.embedded, own.meshes, own_frame(), how.stop)
                   : register_meshes(*how.embedded, own.meshes, how.map, how.stop);
}

}  // namespace

fs::path body_map_beside(const fs::path& place)
{
    std::error_code fault;
    return (fs::is_directory(place, fault) ? place : place.parent_path()) / body_map_name;
}

Result<BodyMap> body_map_of(const fs::path& place, const Body* embedded)
{
    const fs::path file = body_map_beside(place);
    std::error_code fault;
    if (!fs::exists(file, fault))
        return BodyMap{};
    return read_body_map(file, ids_of(embedded));
}

Result<ImportedBody> import_body(const fs::path& place, const std::vector<fs::path>& files,
                                 const BodyImport& how)
{
    const Body* embedded = how.embedded != nullptr ? &how.embedded->body() : nullptr;
    const auto tell = [&](const ImportProgress& progress) {
        if (how.progress)
            how.progress(progress);
    };
    ImportOptions options;
    options.stop = how.stop;
    options.progress = [&](std::size_t done, std::size_t of, const fs::path& file) {
        tell({done, of + 1, file.filename().string()});
    };
    Result<ImportedFiles> read = import_files(how.helper, files, options);
    if (!read)
        return read.faults();
    if (read.value().files.empty())
        return read.value().refused;
    tell({files.size(), files.size() + 1, ""});
    UserMeshes own = user_meshes(std::move(read.value().files), body_map_beside(place).parent_path(),
                                 how.map, how.names, embedded);
    if (own.meshes.empty())
        return Error{place.string(), "nothing that was read has a surface",
                     "give a mesh of triangles"};
    Faults refused = std::move(read.value().refused);
    refused.insert(refused.end(), own.flat.begin(), own.flat.end());
    const Error stopped{place.string(), "was stopped", "open it again"};
    const auto registration =
        std::make_shared<const Registration>(registered(own, how));
    if (how.stop.stop_requested())
        return stopped;
    const Similarity moved =
        registration->registered ? registration->body_from_file : own.guessed;
    Result<Body> body = make_user_body(how.embedded, std::move(own.meshes), std::move(own.lone),
                                       moved, *registration, how.stop);
    if (how.stop.stop_requested())
        return stopped;
    if (!body)
        return body.faults();
    return ImportedBody{std::make_shared<const Body>(body.take()), registration,
                        std::move(refused), read.value().may_pass};
}

}  // namespace tpatlas::io
