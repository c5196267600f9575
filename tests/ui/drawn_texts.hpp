// tests/ui/drawn_texts.hpp: every letter that ImGui drew, read back from its triangles: where it
// lies, which it is, what it may be drawn in.
//
//   ImGui::Render();
//   for (const std::string& fault : faults_of(letters_drawn(), panels.items().items())) ...
//
// A letter is known by its place in the fonts' texture. ImGui leaves out letters that lie wholly
// outside; windows whose contents are wider than they are tell of those.
#pragma once

#include "ui/item_register.hpp"

#include <string>
#include <vector>

#include <imgui.h>

struct ImGuiWindow;

namespace tpatlas::ui {

struct DrawnLetter {
    ImVec4 box;   // left, top, right, bottom
    ImVec4 clip;  // what it is drawn in
    ImWchar code = 0;
    bool shaved = false;  // already cut when it was drawn
    const ImGuiWindow* window = nullptr;
};

// Of the frame that was rendered last, in drawing order.
std::vector<DrawnLetter> letters_drawn();

// Letters cut at their sides (or above and below, where nothing scrolls), letters over letters,
// letters that leave their control, windows with more in them than can be reached. Each once, in
// words.
std::vector<std::string> faults_of(const std::vector<DrawnLetter>& letters,
                                   const std::vector<Item>& items);

struct ShortenedText {
    std::string shown;  // up to the "…"
    ImVec2 at;
    bool in_popup = false;
};
std::vector<ShortenedText> shortened_texts(const std::vector<DrawnLetter>& letters);
// What is read in the tip that is shown now, without its blanks; empty: there is none.
std::string tip_shown(const std::vector<DrawnLetter>& letters);

}  // namespace tpatlas::ui
