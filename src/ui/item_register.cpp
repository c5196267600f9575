#include "ui/item_register.hpp"

#include <algorithm>

#include <glm/common.hpp>
#include <imgui.h>

namespace tpatlas::ui {

namespace {

glm::vec2 from(const ImVec2& v)
{
    return {v.x, v.y};
}

}  // namespace

void ItemRegister::add(std::string_view label)
{
    add(label, from(ImGui::GetItemRectMin()), from(ImGui::GetItemRectMax()));
}

void ItemRegister::add(std::string_view label, glm::vec2 min, glm::vec2 max)
{
    const glm::vec2 window_min = from(ImGui::GetWindowPos());
    const glm::vec2 window_max = window_min + from(ImGui::GetWindowSize());
    const Item item{std::string(label), glm::max(min, window_min), glm::min(max, window_max)};
    if (item.min.x < item.max.x && item.min.y < item.max.y)
        items_.push_back(item);
}

void ItemRegister::add_cover()
{
    const glm::vec2 min = from(ImGui::GetWindowPos());
    covers_.push_back({{}, min, min + from(ImGui::GetWindowSize())});
}

const Item* ItemRegister::find(std::string_view label) const
{
    const auto at = std::find_if(items_.begin(), items_.end(),
                                 [&](const Item& item) { return item.label == label; });
    return at == items_.end() ? nullptr : &*at;
}

}  // namespace tpatlas::ui
