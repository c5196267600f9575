#include "io/importer/text_number.hpp"

#include <charconv>
#include <cstdlib>
#include <string>

namespace tpatlas::importer {

std::optional<double> text_number(const char*& at, const char* end)
{
    const char* const begin = after_plus(at, end);
    double value = 0;
    const auto [after, fault] = std::from_chars(begin, end, value);
    if (fault == std::errc::result_out_of_range)  // which does not tell too large from too small
        value = std::strtod(std::string(begin, after).c_str(), nullptr);
    else if (fault != std::errc())
        return std::nullopt;
    at = after;
    return value;
}

const char* after_plus(const char* at, const char* end)
{
    const bool has_plus = end - at > 1 && at[0] == '+' && at[1] != '-';
    return has_plus ? at + 1 : at;
}

}  // namespace tpatlas::importer
