// domain/field_checks.hpp: the checks that several records share. Internal to domain.
#pragma once

#include "core/error.hpp"
#include "domain/source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

// Lower case words joined by '_', beginning with a letter: "trapezius_upper".
bool is_word_id(std::string_view text);

// "'Trapezius' is no id" on field `field` unless it is one.
void check_id(Faults& faults, const char* field, const std::string& id);
void check_text(Faults& faults, const char* field, const std::string& text);
// A record without a source does not load.
void check_sources(Faults& faults, const std::vector<Citation>& sources);
// False for NaN.
bool lies_within(float value, float low, float high);
// A number as it would be written: "0.5", "1.25".
std::string number_text(double value);

}  // namespace tpatlas
