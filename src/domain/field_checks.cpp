#include "domain/field_checks.hpp"

#include <algorithm>
#include <cstdio>

namespace tpatlas {

bool is_word_id(std::string_view text)
{
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

void check_id(Faults& faults, const char* field, const std::string& id)
{
    if (!is_word_id(id))
        faults.push_back({field,
                          id.empty() ? std::string("'") + field + "' is missing or empty"
                                     : "'" + id + "' is no id",
                          "write lower case words joined by _, beginning with a letter"});
}

void check_text(Faults& faults, const char* field, const std::string& text)
{
    if (text.empty())
        faults.push_back({field, std::string("'") + field + "' is missing or empty", "write it"});
}

void check_sources(Faults& faults, const std::vector<Citation>& sources)
{
    if (sources.empty())
        faults.push_back({"sources", "no source is named",
                          "add sources = [\"...\"] with ids from sources.toml"});
}

bool lies_within(float value, float low, float high)
{
    return value >= low && value <= high;
}

std::string number_text(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

}  // namespace tpatlas
