// io/toml_tree.hpp: a TOML file as a tree that remembers where everything stands.
//
//   Result<TomlNode> root = io::read_toml(file);
//   const TomlNode* name = root.value().find("name");
//   name->text(); name->line;
//
// The one place that calls toml++ for text that people write (catalogue, languages), so that its
// exceptions end here and its weight is paid once. A tree owns all that it holds; the functions
// have no state.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::io {

struct TomlNode {
    enum class Kind { table, array, text, number, boolean, date };

    Kind kind = Kind::table;
    std::string key;               // its name in the table that holds it; else empty
    int line = 0;                  // from 1; 0 for the root
    std::string string;            // of a text
    double number = 0;             // of a number; never NaN or infinite
    bool whole = false;            // a number written without fraction or exponent
    bool boolean = false;
    std::vector<TomlNode> children;  // of a table (in the order of the file) or an array

    // Null where there is none, or where this is no table.
    const TomlNode* find(std::string_view name) const;
    bool is(Kind other) const { return kind == other; }
    bool operator==(const TomlNode&) const = default;
};

// "a table", "a text", ...: for messages.
std::string_view to_text(TomlNode::Kind kind);

// Larger files are refused: a record is a page, and the largest catalogue is far smaller.
constexpr std::uintmax_t toml_file_limit = 4 * 1024 * 1024;

// Faults: a file that cannot be read, is no regular file, is too large, is no TOML or is nested
// too deeply; a number that is not finite. `where` is the file as given, with the line.
Result<TomlNode> read_toml(const std::filesystem::path& file);

// The same from memory; `name` stands for the file in messages.
Result<TomlNode> parse_toml(std::string_view text, const std::string& name);

}  // namespace tpatlas::io
