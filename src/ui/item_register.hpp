// ui/item_register.hpp: where each control was drawn, by a label that never changes with the
// language. ImGui's widgets have no accessibility tree: tests find what to click here.
//
//   items.begin_frame();
//   if (ImGui::Button(text)) ...
//   items.add("play");
//
// Rectangles are in window units, clipped to the ImGui window that holds them. Depends on ImGui.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::ui {

struct Item {
    std::string label;
    glm::vec2 min{0};
    glm::vec2 max{0};
};

class ItemRegister {
public:
    void begin_frame()
    {
        items_.clear();
        covers_.clear();
    }
    // The window that is being drawn lies over others, and over the picture: a popup, a card.
    void add_cover();
    const std::vector<Item>& covers() const { return covers_; }
    // The item that ImGui drew last; left out where it is scrolled out of sight.
    void add(std::string_view label);
    void add(std::string_view label, glm::vec2 min, glm::vec2 max);

    const std::vector<Item>& items() const { return items_; }
    const Item* find(std::string_view label) const;

private:
    std::vector<Item> items_;
    std::vector<Item> covers_;
};

}  // namespace tpatlas::ui
