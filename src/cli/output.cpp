#include "cli/output.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace tpatlas::cli {

namespace {

// Characters as a terminal counts them, near enough: UTF-8 bytes that begin one.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    }));
}

}  // namespace

Result<Done> print(const std::string& answer)
{
    // Names and texts of strangers are in it, and a terminal obeys control characters.
    std::string text;
    for (std::string_view rest = answer; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        text += one_line(rest.substr(0, end));
        text += end < rest.size() ? "\n" : "";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!whole || std::fflush(stdout) != 0)
        return Error{"standard output", "takes no more", "free space, or write elsewhere"};
    return Done{};
}

void remark(const std::string& text)
{
    const std::string line = "tpatlas: " + one_line(text) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string line_of(const Faults& faults)
{
    if (faults.empty())
        return "failed";
    std::string line = faults.front().message();
    if (faults.size() > 1) {
        line += "; and " + std::to_string(faults.size() - 1) +
                (faults.size() == 2 ? " more fault" : " more faults");
        // A catalogue's fault names its file or its record; only those can be listed.
        const std::string& where = faults.front().where;
        if (where.find(".toml") != std::string::npos || where.find('/') == std::string::npos)
            line += " (tpatlas check lists them)";
    }
    return line;
}

std::string columns(std::vector<std::vector<std::string>> rows)
{
    for (auto& row : rows)
        for (std::string& cell : row)
            cell = one_line(cell);
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size())
                text.append(widths[i] + 2 - width(row[i]), ' ');
        }
        text += '\n';
    }
    return text;
}

std::string number(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

}  // namespace tpatlas::cli
