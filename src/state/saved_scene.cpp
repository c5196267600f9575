#include "state/saved_scene.hpp"

#include "core/skin_tones.hpp"
#include "state/session.hpp"

#include <utility>

namespace tpatlas {

SavedScene saved_scene(const Session& session)
{
    const View& view = session.view();
    SavedScene scene;
    scene.document = session.document();
    scene.camera = view.flight ? view.flight->to : view.camera;
    scene.second_camera = view.second_camera;
    scene.side = view.side;
    scene.theme = view.theme;
    scene.press = view.playback.share;
    scene.picture = view.capture;
    scene.picture.folder.clear();
    return scene;
}

FittedScene fitted_to(SavedScene scene, const Atlas& atlas)
{
    std::vector<std::string> unknown;
    const auto lacks = [&](const StructureId& id) {
        if (atlas.body().find(id) != nullptr)
            return false;
        unknown.push_back(id.text);
        return true;
    };
    Document& d = scene.document;
    std::erase_if(d.visibility, [&](const auto& entry) { return lacks(entry.first); });
    std::erase_if(d.colours, [&](const auto& entry) { return lacks(entry.first); });
    std::erase_if(d.also, lacks);
    if (d.structure && lacks(*d.structure))
        d.structure.reset();
    const Catalogue& catalogue = atlas.catalogue();
    if (d.muscle && catalogue.muscle(d.muscle->id) == nullptr) {
        unknown.push_back(d.muscle->id.text);
        d.muscle.reset();
    }
    if (d.point && atlas.point(d.point->id, d.point->side) == nullptr) {
        unknown.push_back(d.point->id.text);
        d.point.reset();
    }
    if (!d.technique.empty() && catalogue.technique(d.technique) == nullptr) {
        unknown.push_back(d.technique.text);
        d.technique = {};
    }
    if (!skin_tone(d.skin_tone)) {
        unknown.push_back(d.skin_tone);
        d.skin_tone = Document{}.skin_tone;
    }
    // What is no longer selected has no point, nor a second picture for its zone.
    if (!d.muscle)
        d.point.reset();
    if (!d.point)
        scene.second_camera.reset();
    return {std::move(scene), std::move(unknown)};
}

}  // namespace tpatlas
