// scene/client_words.hpp: what client view says in large type: whose shoulder, and where pain from
// there is often reported. Plain words only: no Latin, no names of muscles, no sources.
//
//   frame.headline = client_headline(document, atlas, texts);
#pragma once

#include "atlas/atlas.hpp"
#include "core/texts.hpp"
#include "scene/frame.hpp"
#include "state/document.hpp"
#include "state/shown_press.hpp"

#include <optional>
#include <string>

namespace tpatlas::scene {

// "Your right shoulder"; "Pain from a tender spot here is often reported in: ...". Nothing without a
// selected point.
std::optional<Headline> client_headline(const Document& document, const Atlas& atlas,
                                        const Texts& texts);

// How it is pressed, and the sentences that always stand beside the technique.
std::string client_caption(const std::optional<ShownPress>& press, const Catalogue& catalogue,
                           const Texts& texts);

}  // namespace tpatlas::scene
