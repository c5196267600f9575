// io/state_words.hpp: what scenes and settings both write: the names of choices, and a captured
// picture. Internal to their two readers and writers.
#pragma once

#include "io/catalogue_table.hpp"
#include "state/settings.hpp"

#include <array>
#include <string>
#include <string_view>

namespace tpatlas::io {

// In the order of the enumerators.
constexpr std::array<std::string_view, 3> side_choice_words{"left", "right", "both"};
constexpr std::array<std::string_view, 3> list_order_words{"region", "layer", "letter"};
constexpr std::array<std::string_view, 3> ground_words{"theme", "white", "transparent"};
constexpr std::array<std::string_view, 3> theme_words{"light", "dark", "high_contrast"};

template <class Enum, std::size_t count>
std::string word_of(Enum value, const std::array<std::string_view, count>& words)
{
    return std::string(words[static_cast<std::size_t>(value)]);
}

// Absent or wrong: `otherwise`; a wrong one is a fault too.
float number_within(TableReader& table, std::string_view key, float least, float most,
                    float otherwise);
// One of theme_words.
std::string theme_in(TableReader& table, const std::string& otherwise);

// The keys of a [picture] or [capture] but `folder`; only what differs from CaptureWish{}.
std::string capture_lines(const CaptureWish& wish);
CaptureWish capture_in(TableReader& table);

}  // namespace tpatlas::io
