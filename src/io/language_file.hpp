// io/language_file.hpp: assets/languages/CODE.toml -> the table of texts.
//
//   Result<Texts> texts = io::load_texts(assets / "languages", "en");
//   texts.value()("panel.muscles")
//
// Nested tables become dotted keys. Depends on core and io/toml_tree.
#pragma once

#include "core/result.hpp"
#include "core/texts.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas::io {

// Faults: no such language (the mend names those that are there), unreadable TOML, an entry that is
// no text. A language that lacks a key falls back to English's text where `folder` has it.
Result<Texts> load_texts(const std::filesystem::path& folder, const std::string& code);

}  // namespace tpatlas::io
