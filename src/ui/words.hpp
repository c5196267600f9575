// ui/words.hpp: records in the words of the interface. Pure functions.
#pragma once

#include "atlas/atlas.hpp"
#include "core/texts.hpp"
#include "domain/catalogue.hpp"
#include "state/document.hpp"
#include "state/history.hpp"
#include "state/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tpatlas::ui {

// "neck; shoulder", empty for none.
std::string joined(const std::vector<std::string>& parts, std::string_view between = "; ");

// As a heading: it begins with a capital.
std::string structure_name(const Structure& structure);
std::string side_word(const Texts& texts, Side side);
Side side_of(SideChoice choice);  // right for both: where a row's click starts

// "tp2 · Simons 1999: TrP2"
std::string point_title(const TriggerPoint& point);
std::string layer_word(const Texts& texts, int layer);
std::string contact_words(const Texts& texts, const std::vector<Contact>& contacts);

// "Simons 1999: Myofascial pain and dysfunction, chapter 6".
std::string source_title(const Source& source);

// What was done, for the lists of undo and redo: "Hide: Soleus".
std::string deed_words(const Texts& texts, const Atlas& atlas, const Deed& deed);

// Which part of a repetition a share lies in: a key of the table ("phase.holds").
std::string_view phase_key(const PressCourse& course, float share);
// Seconds of the hold that have passed, of `hold_s`; the picture runs faster than the hold.
float held_s(const PressCourse& course, float share, float hold_s);

}  // namespace tpatlas::ui
