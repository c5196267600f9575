#include "cli/check_scene.hpp"

#include "cli/opening.hpp"
#include "core/nearest_word.hpp"
#include "core/skin_tones.hpp"
#include "io/scene_file.hpp"

#include <algorithm>

namespace tpatlas::cli {

namespace {

// Where `id` stands in quotes, each time it is asked for one time further.
class Lines {
public:
    explicit Lines(const std::string& text) : text_(text) {}

    std::string of(const std::string& id)
    {
        const std::size_t at = text_.find('"' + id + '"', from_[id]);
        if (at == std::string::npos)
            return "";
        from_[id] = at + 1;
        const auto end = text_.begin() + static_cast<std::ptrdiff_t>(at);
        return ":" + std::to_string(1 + std::count(text_.begin(), end, '\n'));
    }

private:
    const std::string& text_;
    std::map<std::string, std::size_t> from_;
};

std::vector<std::string> known_ids(const Atlas& atlas)
{
    std::vector<std::string> ids;
    for (const Structure& structure : atlas.body().structures())
        ids.push_back(structure.id.text);
    const auto add = [&ids](const auto& records) {
        for (const auto& record : records)
            ids.push_back(record->id.text);
    };
    add(atlas.catalogue().muscles());
    add(atlas.catalogue().points());
    add(atlas.catalogue().techniques());
    for (const SkinTone& tone : skin_tones)
        ids.emplace_back(tone.name);
    return ids;
}

Faults unknown_in(const SavedScene& scene, const std::string& text, const std::string& where,
                  const Atlas& atlas)
{
    Faults faults;
    Lines lines(text);
    const std::vector<std::string> known = known_ids(atlas);
    for (const std::string& id : fitted_to(scene, atlas).unknown) {
        const bool elsewhere = std::find(known.begin(), known.end(), id) != known.end();
        const std::string nearest = elsewhere ? "" : nearest_word(id, known);
        faults.push_back({where + lines.of(id),
                          elsewhere ? "'" + id + "' is not there on this side, or not of this kind"
                                    : "nothing is called '" + id + "'",
                          nearest.empty() ? "tpatlas list prints what there is"
                                          : "did you mean '" + nearest + "'?"});
    }
    return faults;
}

}  // namespace

const SceneChecker::OpenedAtlas&
SceneChecker::atlas_on(const std::optional<std::filesystem::path>& body)
{
    CommonOptions with = common_;
    if (!with.body)
        with.body = body;
    const std::string key = with.body ? with.body->string() : "";
    const auto at = atlases_.find(key);
    return at != atlases_.end() ? at->second : atlases_.emplace(key, open_atlas(with)).first->second;
}

Faults SceneChecker::faults_of(const std::filesystem::path& file)
{
    const Result<std::string> text = io::read_scene_text(file);
    if (!text)
        return text.faults();
    const Result<SavedScene> scene = io::scene_of_text(text.value(), file.string());
    if (!scene)
        return scene.faults();
    const std::optional<std::filesystem::path> body = io::body_of(scene.value(), file);
    if (!body && !scene.value().body.empty() && !common_.body)
        return {{file.string() + Lines(text.value()).of(scene.value().body),
                 "the body '" + scene.value().body + "' is not there",
                 "put it beside the scene, or name it with --body"}};
    const OpenedAtlas& atlas = atlas_on(body);
    if (!atlas)
        return atlas.faults();
    return unknown_in(scene.value(), text.value(), file.string(), *atlas.value());
}

}  // namespace tpatlas::cli
