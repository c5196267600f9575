#include "cli/check_body.hpp"

#include "cli/body_report.hpp"
#include "cli/opening.hpp"
#include "io/body_map_file.hpp"
#include "io/imported_body.hpp"
#include "io/model_listing.hpp"
#include "io/scene_file.hpp"

#include <algorithm>
#include <system_error>

namespace tpatlas::cli {

namespace {

namespace fs = std::filesystem;

// Records of a catalogue: the folder is meant as that, whatever else lies in it.
bool holds_other_toml(const fs::path& folder)
{
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
        if (at->path().extension() == ".toml" && !io::is_scene_file(at->path()))
            return true;
    return false;
}

// A body.toml of any name may be checked by itself.
fs::path map_of(const fs::path& path)
{
    std::error_code fault;
    const bool itself = path.extension() == ".toml" && !fs::is_directory(path, fault);
    return itself ? path : io::body_map_beside(path);
}

}  // namespace

bool BodyChecker::is_body(const fs::path& path)
{
    std::error_code fault;
    if (!fs::is_directory(path, fault))
        return path.extension() == ".toml" ? io::looks_like_body_map(path)
                                           : bool(io::model_files(path));
    return fs::exists(path / io::body_map_name, fault) ||
           (!holds_other_toml(path) && io::model_files(path));
}

Faults BodyChecker::faults_of(const fs::path& path)
{
    report_.clear();
    std::error_code fault;
    const fs::path map = map_of(path);
    Faults all = fs::exists(map, fault) ? faults_of_map(map) : Faults{};
    if (!all.empty() || map == path)
        return all;  // what its meshes lack is told once its body.toml is sound
    return faults_of_meshes(path);
}

Faults BodyChecker::faults_of_meshes(const fs::path& place)
{
    const Result<io::AssetFolders> assets = find_assets(common_);
    if (!assets)
        return assets.faults();
    io::AtlasChoices choices = choices_of(common_);
    choices.body.reset();
    const Result<io::OpenedAtlas> ours = io::open_atlas(assets.value(), choices);
    if (!ours)
        return ours.faults();
    choices.body = place;
    const Result<io::OpenedAtlas> own = io::open_atlas(assets.value(), choices);
    if (!own)
        return own.faults();
    if (const Registration* found = own.value().atlas->registration())
        report_ = body_report(place.string(), *found, *ours.value().atlas, *own.value().atlas);
    return own.value().refused;
}

Faults BodyChecker::faults_of_map(const fs::path& file)
{
    const Ids& known = known_ids();
    if (!known)
        return known.faults();
    const Result<BodyMap> map = io::read_body_map(file, known.value());
    return map ? Faults{} : map.faults();
}

const BodyChecker::Ids& BodyChecker::known_ids()
{
    if (known_)
        return *known_;
    CommonOptions ours = common_;
    ours.body.reset();
    const Result<std::shared_ptr<const Body>> body = open_body(ours);
    if (!body)
        return known_.emplace(body.faults());
    std::vector<StructureId> ids;
    for (const Structure& structure : body.value()->structures())
        ids.push_back(structure.id);
    return known_.emplace(std::move(ids));
}

}  // namespace tpatlas::cli
