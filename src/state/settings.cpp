#include "state/settings.hpp"

#include "state/view.hpp"

#include <algorithm>

#include <glm/common.hpp>

namespace tpatlas {

Settings settings_of(const View& view)
{
    Settings s;
    s.theme = view.theme;
    s.interface_scale = view.interface_scale;
    s.reduced_motion = view.reduced_motion;
    s.free_orbit = view.free_orbit;
    s.first_hint = view.first_hint;
    s.side = view.side;
    s.list_order = view.list_order;
    s.layers_open = view.layers_open;
    s.capture = view.capture;
    s.recent = view.recent;
    return s;
}

void apply(const Settings& s, View& view)
{
    view.theme = s.theme;
    view.interface_scale =
        s.interface_scale > 0
            ? std::clamp(s.interface_scale, smallest_interface_scale, largest_interface_scale)
            : 0;
    view.reduced_motion = s.reduced_motion;
    view.free_orbit = s.free_orbit;
    view.first_hint = s.first_hint;
    view.side = s.side;
    view.list_order = s.list_order;
    view.layers_open = s.layers_open;
    view.capture = s.capture;
    view.capture.size_px = glm::clamp(s.capture.size_px, glm::ivec2(16), glm::ivec2(32768));
    view.recent = s.recent;
    if (view.recent.size() > most_recent_files)
        view.recent.resize(most_recent_files);
}

}  // namespace tpatlas
