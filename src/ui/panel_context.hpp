// ui/panel_context.hpp: what every panel gets to draw with. Panels read the session and return
// commands; nothing in here changes what the user chose.
#pragma once

#include "core/texts.hpp"
#include "state/session.hpp"
#include "ui/focus.hpp"
#include "ui/fonts.hpp"
#include "ui/item_register.hpp"
#include "ui/layout.hpp"
#include "ui/muscle_list.hpp"
#include "ui/palette.hpp"

#include <map>
#include <string>

namespace tpatlas::ui {

class BodyList;

// What is being typed into text fields, by label, until it is done.
using Drafts = std::map<std::string, std::string>;

struct PanelContext {
    const Session& session;
    const Texts& texts;
    const Fonts& fonts;
    const Colours& colours;
    const MuscleList& muscles;
    float scale;  // of the interface; every length is multiplied by it
    ItemRegister& items;
    Focus& focus;
    Drafts& drafts;
    bool focus_search = false;  // the key `/` was pressed: this frame the search gets the keyboard
    bool reveal_row = false;    // the selected muscle is new: the list scrolls to it
    bool reveal_point = false;  // the selected point is new: Details scroll to its card
    bool sheet_is_new = false;  // it was opened since the last frame
    const BodyList* body_list = nullptr;  // of a user's body; null: it is ours
    float inset = 0;            // kept free at the right of what is drawn inside a card

    PanelContext inside(float free) const
    {
        PanelContext inner = *this;
        inner.inset = free;
        return inner;
    }
    // To the right end of the panel or card, from the cursor.
    float width_left() const { return ImGui::GetContentRegionAvail().x - inset; }
    float px(float length) const { return length * scale; }
    const Document& document() const { return session.document(); }
    const View& view() const { return session.view(); }
    const Atlas& atlas() const { return session.atlas(); }
    const Catalogue& catalogue() const { return session.atlas().catalogue(); }
};

// Begins an ImGui window that fills `place` and cannot be moved; ImGui::End() ends it, always.
void begin_panel(const char* name, const Rectangle& place, const PanelContext& context,
                 ImVec2 padding);

}  // namespace tpatlas::ui
