// tpatlas check PATH...: every fault of catalogue files, scenes and users' bodies, one a line,
// before somebody meets them.

#include "cli/check_body.hpp"
#include "cli/check_scene.hpp"
#include "cli/opening.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/utf8.hpp"
#include "domain/missing.hpp"
#include "io/body_map_file.hpp"
#include "io/scene_file.hpp"

#include <algorithm>
#include <system_error>

namespace tpatlas::cli {

namespace {

namespace fs = std::filesystem;

// A folder is checked as it is used: laid over ours, on the body that is shown.
Faults faults_of(const CommonOptions& common, const fs::path& folder)
{
    const Result<io::AssetFolders> assets = find_assets(common);
    if (!assets)
        return assets.faults();
    io::AtlasChoices choices = choices_of(common);
    std::error_code fault;
    if (!fs::equivalent(folder, assets.value().catalogue(), fault))
        choices.catalogue = folder;
    const Result<io::OpenedAtlas> opened = io::open_atlas(assets.value(), choices);
    if (!opened)
        return opened.faults();
    Faults all = opened.value().refused_presses;
    all.insert(all.end(), opened.value().unknown_names.begin(), opened.value().unknown_names.end());
    return all;
}

// A single file: only its own faults, as part of the folder where it lies.
Faults faults_of_file(const CommonOptions& common, const fs::path& file)
{
    Faults own;
    std::error_code fault;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    for (const Error& each : faults_of(common, folder)) {
        const fs::path where = each.where.substr(0, each.where.rfind(".toml") + 5);
        if (fs::equivalent(where, file, fault))
            own.push_back(each);
    }
    return own;
}

// Those of a folder that holds scenes and nothing of a catalogue; else none. Scenes may lie beside
// the body that they show.
std::vector<fs::path> scenes_in(const fs::path& folder)
{
    std::vector<fs::path> scenes;
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        if (io::is_scene_file(at->path()))
            scenes.push_back(at->path());
        else if (at->path().extension() == ".toml" && at->path().filename() != io::body_map_name)
            return {};
    }
    std::sort(scenes.begin(), scenes.end());
    return scenes;
}

class Checker {
public:
    explicit Checker(const CommonOptions& common)
        : common_(common), scenes_(common), bodies_(common)
    {
    }

    Faults faults_of_path(const fs::path& path)
    {
        report_.clear();
        std::error_code fault;
        if (!fs::exists(path, fault))
            return {{path.string(), "is not there",
                     "name a scene, a mesh, or a folder or file of a catalogue"}};
        if (fs::is_directory(path, fault))
            return faults_of_folder(path);
        if (BodyChecker::is_body(path))
            return faults_of_body(path);
        if (path.extension() == ".png" || io::is_scene_file(path))
            return scenes_.faults_of(path);
        if (path.extension() == ".toml")
            return faults_of_file(common_, path);
        return {{path.string(), "is no scene, no mesh and no file of a catalogue",
                 "give *.toml files, pictures with a scene, meshes, or their folders"}};
    }

    // What was found out of the path that was looked at last, beside its faults.
    const std::string& report() const { return report_; }

private:
    Faults faults_of_body(const fs::path& path)
    {
        Faults faults = bodies_.faults_of(path);
        report_ = bodies_.report();
        return faults;
    }

    Faults faults_of_folder(const fs::path& folder)
    {
        const bool is_body = BodyChecker::is_body(folder);
        const std::vector<fs::path> files = scenes_in(folder);
        if (files.empty() && !is_body)
            return faults_of(common_, folder);
        Faults all = is_body ? faults_of_body(folder) : Faults{};
        for (const fs::path& file : files)
            for (const Error& each : scenes_.faults_of(file))
                all.push_back(each);
        return all;
    }

    const CommonOptions& common_;
    SceneChecker scenes_;
    BodyChecker bodies_;
    std::string report_;
};

// What the shown catalogue does not record, a field a line.
Result<std::string> missing_text(const CommonOptions& common)
{
    const Result<std::shared_ptr<const Catalogue>> catalogue = open_catalogue(common);
    if (!catalogue)
        return catalogue.faults();
    std::vector<std::vector<std::string>> rows;
    for (const MissingField& field : missing_fields(*catalogue.value()))
        rows.push_back({field.name, std::to_string(field.missing),
                        "of " + std::to_string(field.of) + " not recorded"});
    return columns(rows);
}

}  // namespace

Result<Done> check_files(const CommonOptions& common, const CheckOptions& options)
{
    if (options.missing) {
        const Result<std::string> missing = missing_text(common);
        if (!missing)
            return missing.faults();
        if (const Result<Done> printed = print(missing.value()); !printed)
            return printed;
    }
    std::size_t count = 0;
    std::string text;
    Checker checker(common);
    for (const fs::path& path : options.paths) {
        const Faults faults = checker.faults_of_path(path);
        text += checker.report();
        for (const Error& each : faults)
            text += each.message() + "\n";
        if (faults.empty())
            text += one_line(path.string()) + ": no fault\n";
        count += faults.size();
    }
    if (const Result<Done> printed = print(text); !printed)
        return printed;
    if (count > 0)
        return Error{"check", std::to_string(count) + (count == 1 ? " fault" : " faults"),
                     "they are listed on standard output; correct them and check again"};
    return Done{};
}

}  // namespace tpatlas::cli
