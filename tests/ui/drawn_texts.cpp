#include "ui/drawn_texts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <imgui_internal.h>

namespace tpatlas::ui {

namespace {

constexpr float rounding_px = 1.25f;  // a glyph's own soft edge
constexpr ImWchar ellipsis = 0x2026;

using Key = std::tuple<float, float, float, float>;

// A font's glyphs by their place in the texture.
class Glyphs {
public:
    Glyphs()
    {
        for (const ImFont* font : ImGui::GetIO().Fonts->Fonts)
            for (const ImFontGlyph& glyph : font->Glyphs)
                if (glyph.Visible) {
                    const ImVec4 place(glyph.U0, glyph.V0, glyph.U1, glyph.V1);
                    exact_[{place.x, place.y, place.z, place.w}] =
                        static_cast<ImWchar>(glyph.Codepoint);
                    places_.emplace_back(place, static_cast<ImWchar>(glyph.Codepoint));
                }
    }

    // Its letter, 0 for what is none; `shaved`: a part of one.
    ImWchar at(const ImVec4& uv, bool& shaved) const
    {
        shaved = false;
        if (const auto found = exact_.find({uv.x, uv.y, uv.z, uv.w}); found != exact_.end())
            return found->second;
        constexpr float little = 1e-6f;
        for (const auto& [place, code] : places_)
            if (uv.x >= place.x - little && uv.y >= place.y - little &&
                uv.z <= place.z + little && uv.w <= place.w + little) {
                shaved = true;
                return code;
            }
        return 0;
    }

private:
    std::map<Key, ImWchar> exact_;
    std::vector<std::pair<ImVec4, ImWchar>> places_;
};

const ImGuiWindow* window_of(const ImDrawList* list)
{
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->DrawList == list)
            return window;
    return nullptr;
}

void add_letters(const ImDrawList& list, const ImDrawCmd& command, const Glyphs& glyphs,
                 std::vector<DrawnLetter>& letters)
{
    const ImGuiWindow* window = window_of(&list);
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned i = 0; i + 6 <= command.ElemCount;) {
        const unsigned first = index[i];
        const std::array<unsigned, 6> quad{first, first + 1, first + 2, first, first + 2, first + 3};
        if (!std::equal(quad.begin(), quad.end(), index + i)) {
            i += 3;
            continue;
        }
        const ImDrawVert& a = vertices[first];
        const ImDrawVert& c = vertices[first + 2];
        i += 6;
        if (c.uv.x <= a.uv.x || c.uv.y <= a.uv.y)
            continue;
        DrawnLetter letter{{a.pos.x, a.pos.y, c.pos.x, c.pos.y}, command.ClipRect, 0, false,
                           window};
        letter.code = glyphs.at({a.uv.x, a.uv.y, c.uv.x, c.uv.y}, letter.shaved);
        if (letter.code != 0)
            letters.push_back(letter);
    }
}

bool scrolls(const ImGuiWindow* window)
{
    for (; window != nullptr; window = window->ParentWindow)
        if (window->ScrollMax.y > 0 && !(window->Flags & ImGuiWindowFlags_NoScrollbar))
            return true;
    return false;
}

bool meet(const ImVec4& a, const ImVec4& b, float by)
{
    return a.x + by < b.z && b.x + by < a.z && a.y + by < b.w && b.y + by < a.w;
}

std::string utf8(ImWchar code)
{
    std::array<char, 5> text{};
    ImTextCharToUtf8(text.data(), code);
    return text.data();
}

// The text around the letter: its neighbours in the drawing order on the same line.
std::string words_around(const std::vector<DrawnLetter>& letters, std::size_t at)
{
    const auto follows = [&](std::size_t before, std::size_t after) {
        const ImVec4& a = letters[before].box;
        const ImVec4& b = letters[after].box;
        const float high = std::max(a.w - a.y, b.w - b.y);
        return letters[before].window == letters[after].window && b.x > a.x - 2 &&
               b.x - a.z < 1.5f * high && std::abs(a.w - b.w) < high;
    };
    std::size_t first = at;
    while (first > 0 && follows(first - 1, first))
        --first;
    std::string text;
    for (std::size_t i = first; i < letters.size() && (i == first || follows(i - 1, i)); ++i) {
        if (i > first && letters[i].box.x - letters[i - 1].box.z > 2.5f)
            text += ' ';
        text += utf8(letters[i].code);
    }
    return text;
}

class Search {
public:
    Search(const std::vector<DrawnLetter>& all, const std::vector<Item>& items) : items_(items)
    {
        for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (window->Active && !window->Hidden && (window->Flags & ImGuiWindowFlags_Popup))
                popups_.push_back(window);
        for (const DrawnLetter& letter : all)
            if (!is_covered(letter))
                letters_.push_back(letter);
        std::erase_if(items_, [&](const Item& item) { return is_half_covered(item); });
    }

    std::vector<std::string> faults()
    {
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            look_at_clip(i);
            look_at_controls(i);
        }
        look_at_overlaps();
        look_at_windows();
        return {faults_.begin(), faults_.end()};
    }

private:
    static ImVec4 box_of(const ImGuiWindow& window)
    {
        return {window.Pos.x, window.Pos.y, window.Pos.x + window.Size.x,
                window.Pos.y + window.Size.y};
    }
    bool is_covered(const DrawnLetter& letter) const
    {
        return std::any_of(popups_.begin(), popups_.end(), [&](const ImGuiWindow* popup) {
            return letter.window != nullptr && letter.window->RootWindow != popup &&
                   meet(letter.box, box_of(*popup), 0);
        });
    }
    bool is_half_covered(const Item& item) const
    {
        const ImVec4 box(item.min.x, item.min.y, item.max.x, item.max.y);
        return std::any_of(popups_.begin(), popups_.end(), [&](const ImGuiWindow* popup) {
            const ImVec4 over = box_of(*popup);
            return meet(box, over, 0) && !(box.x >= over.x && box.y >= over.y &&
                                           box.z <= over.z && box.w <= over.w);
        });
    }
    void tell(const std::string& what, std::size_t i)
    {
        faults_.insert(what + ": “" + words_around(letters_, i) + "”");
    }

    void look_at_clip(std::size_t i)
    {
        const DrawnLetter& l = letters_[i];
        if (l.shaved || l.box.x < l.clip.x - rounding_px || l.box.z > l.clip.z + rounding_px)
            tell("cut at its side", i);
        else if ((l.box.y < l.clip.y - rounding_px || l.box.w > l.clip.w + rounding_px) &&
                 !scrolls(l.window))
            tell("cut above or below", i);
    }
    // A control has the whole letter or none of it.
    void look_at_controls(std::size_t i)
    {
        const ImVec4& box = letters_[i].box;
        if (!meet(box, letters_[i].clip, 2 * rounding_px))
            return;  // scrolled away
        for (const Item& item : items_) {
            const ImVec4 of(item.min.x, item.min.y, item.max.x, item.max.y);
            if (meet(box, of, 2 * rounding_px) &&
                (box.x < of.x - rounding_px || box.z > of.z + rounding_px))
                tell("leaves the control " + item.label, i);
        }
    }
    void look_at_overlaps()
    {
        std::vector<ImVec4> seen;
        for (const DrawnLetter& l : letters_)
            seen.emplace_back(std::max(l.box.x, l.clip.x), std::max(l.box.y, l.clip.y),
                              std::min(l.box.z, l.clip.z), std::min(l.box.w, l.clip.w));
        for (std::size_t i = 0; i < seen.size(); ++i)
            for (std::size_t j = i + 1; j < seen.size(); ++j) {
                const float wide = std::min(seen[i].z, seen[j].z) - std::max(seen[i].x, seen[j].x);
                const float high = std::min(seen[i].w, seen[j].w) - std::max(seen[i].y, seen[j].y);
                // Neighbours touch; a thin letter may lie under the arm of the one before.
                if (wide > 3 && high > 2)
                    tell("under other letters", i);
            }
    }
    void look_at_windows()
    {
        for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
            if (!window->Active || window->Hidden || (window->Flags & ImGuiWindowFlags_Tooltip))
                continue;
            const float right = window->Pos.x + window->Size.x - window->ScrollbarSizes.x;
            if (window->DC.CursorMaxPos.x > right + rounding_px)
                faults_.insert("wider than its window: " + std::string(window->Name));
            if (window->ScrollMax.y > rounding_px && (window->Flags & ImGuiWindowFlags_NoScrollbar))
                faults_.insert("higher than its window: " + std::string(window->Name));
        }
    }

    std::vector<Item> items_;
    std::vector<const ImGuiWindow*> popups_;
    std::vector<DrawnLetter> letters_;
    std::set<std::string> faults_;
};

}  // namespace

std::vector<DrawnLetter> letters_drawn()
{
    std::vector<DrawnLetter> letters;
    const ImDrawData* data = ImGui::GetDrawData();
    const Glyphs glyphs;
    for (int i = 0; data != nullptr && i < data->CmdListsCount; ++i)
        for (const ImDrawCmd& command : data->CmdLists[i]->CmdBuffer)
            add_letters(*data->CmdLists[i], command, glyphs, letters);
    return letters;
}

std::vector<std::string> faults_of(const std::vector<DrawnLetter>& letters,
                                   const std::vector<Item>& items)
{
    return Search(letters, items).faults();
}

std::vector<ShortenedText> shortened_texts(const std::vector<DrawnLetter>& letters)
{
    std::vector<ShortenedText> texts;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const DrawnLetter& l = letters[i];
        if (l.code != ellipsis || !meet(l.box, l.clip, 2 * rounding_px))
            continue;
        std::string shown = words_around(letters, i);
        shown.resize(std::min(shown.find(utf8(ellipsis)), shown.size()));
        std::erase(shown, ' ');
        texts.push_back({shown,
                         {l.box.x, (l.box.y + l.box.w) / 2},
                         l.window != nullptr &&
                             (l.window->RootWindow->Flags & ImGuiWindowFlags_Popup) != 0});
    }
    return texts;
}

std::string tip_shown(const std::vector<DrawnLetter>& letters)
{
    std::string text;
    for (const DrawnLetter& l : letters)
        if (l.window != nullptr && (l.window->RootWindow->Flags & ImGuiWindowFlags_Tooltip))
            text += utf8(l.code);
    return text;
}

}  // namespace tpatlas::ui
