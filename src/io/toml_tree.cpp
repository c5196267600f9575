#include "io/toml_tree.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <string>

// The whole library is compiled here and nowhere else.
#include <toml++/toml.h>

namespace tpatlas::io {

namespace {

constexpr int depth_limit = 32;
constexpr int dots_limit = 32;

std::string at_line(const std::string& name, int line)
{
    return line > 0 ? name + ":" + std::to_string(line) : name;
}

// toml++ 3.3 builds a table for every dot of a key and takes them apart recursively, so a line of a
// million dots would overflow the stack. A run of dots without anything between that ends a key is
// counted; strings are not told apart, since no prose has so many full stops and no comma.
int line_with_too_many_dots(std::string_view text)
{
    int line = 1;
    int dots = 0;
    for (const char c : text) {
        if (c == '\n')
            ++line;
        if (c == '.' && ++dots > dots_limit)
            return line;
        if (std::string_view("\n=,[]{}#").find(c) != std::string_view::npos)
            dots = 0;
    }
    return 0;
}

class Converter {
public:
    explicit Converter(std::string name) : name_(std::move(name)) {}

    TomlNode convert(const toml::node& from, std::string key, int depth)
    {
        TomlNode node;
        node.key = std::move(key);
        node.line = static_cast<int>(from.source().begin.line);
        if (depth > depth_limit)
            fault(node, "tables are nested more than " + std::to_string(depth_limit) + " deep",
                  "write it flatter");
        else if (const toml::table* table = from.as_table())
            fill(node, *table, depth);
        else if (const toml::array* array = from.as_array())
            fill(node, *array, depth);
        else
            fill_value(node, from);
        return node;
    }

    Faults faults;

private:
    void fault(const TomlNode& node, std::string what, std::string mend)
    {
        faults.push_back({at_line(name_, node.line), std::move(what), std::move(mend)});
    }

    void fill(TomlNode& node, const toml::table& table, int depth)
    {
        node.kind = TomlNode::Kind::table;
        for (const auto& [key, value] : table) {
            node.children.push_back(convert(value, std::string(key.str()), depth + 1));
            // A dotted or bracketed table may carry no position of its own; its key always does.
            if (const int line = static_cast<int>(key.source().begin.line); line > 0)
                node.children.back().line = line;
        }
        // toml++ sorts by name; the file's order is what a reader expects.
        std::stable_sort(node.children.begin(), node.children.end(),
                         [](const TomlNode& a, const TomlNode& b) { return a.line < b.line; });
    }

    void fill(TomlNode& node, const toml::array& array, int depth)
    {
        node.kind = TomlNode::Kind::array;
        for (const toml::node& value : array)
            node.children.push_back(convert(value, {}, depth + 1));
    }

    void fill_value(TomlNode& node, const toml::node& from)
    {
        if (const auto* text = from.as_string()) {
            node.kind = TomlNode::Kind::text;
            node.string = text->get();
        } else if (const auto* whole = from.as_integer()) {
            node.kind = TomlNode::Kind::number;
            node.number = static_cast<double>(whole->get());
            node.whole = true;
        } else if (const auto* real = from.as_floating_point()) {
            node.kind = TomlNode::Kind::number;
            node.number = real->get();
            if (!std::isfinite(node.number)) {
                node.number = 0;
                fault(node, "a number that is not finite", "write a plain number");
            }
        } else if (const auto* boolean = from.as_boolean()) {
            node.kind = TomlNode::Kind::boolean;
            node.boolean = boolean->get();
        } else {
            node.kind = TomlNode::Kind::date;
        }
    }

    std::string name_;
};

}  // namespace

const TomlNode* TomlNode::find(std::string_view name) const
{
    if (kind != Kind::table)
        return nullptr;
    const auto at = std::find_if(children.begin(), children.end(),
                                 [&](const TomlNode& child) { return child.key == name; });
    return at == children.end() ? nullptr : &*at;
}

std::string_view to_text(TomlNode::Kind kind)
{
    switch (kind) {
    case TomlNode::Kind::table:
        return "a table";
    case TomlNode::Kind::array:
        return "a list";
    case TomlNode::Kind::text:
        return "a text";
    case TomlNode::Kind::number:
        return "a number";
    case TomlNode::Kind::boolean:
        return "true or false";
    case TomlNode::Kind::date:
        break;
    }
    return "a date or time";
}

Result<TomlNode> parse_toml(std::string_view text, const std::string& name)
{
    if (text.size() > toml_file_limit)
        return Error{name, "larger than 4 MB", "split it into several files"};
    if (const int line = line_with_too_many_dots(text))
        return Error{at_line(name, line), "a key with too many dots", "write it with fewer"};
    try {
        const toml::table table = toml::parse(text, std::string_view(name));
        Converter converter(name);
        TomlNode root = converter.convert(table, {}, 0);
        root.line = 0;
        if (!converter.faults.empty())
            return std::move(converter.faults);
        return root;
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        return Error{at_line(name, static_cast<int>(at.line)),
                     "not readable as TOML at column " + std::to_string(at.column) + ": " +
                         std::string(error.description()),
                     "mend this line; often a quote, a comma or a bracket is missing"};
    } catch (const std::exception& error) {
        return Error{name, std::string("cannot be read: ") + error.what(), "check the file"};
    }
}

Result<TomlNode> read_toml(const std::filesystem::path& file)
{
    const std::string name = file.string();
    std::error_code code;
    // Anything else (a pipe, a device) could block or never end.
    if (!std::filesystem::is_regular_file(file, code))
        return Error{name, "there is no such file", "check the path"};
    const std::uintmax_t size = std::filesystem::file_size(file, code);
    if (!code && size > toml_file_limit)
        return Error{name, "larger than 4 MB", "split it into several files"};
    std::ifstream stream(file, std::ios::binary);
    std::string text(code ? 0 : static_cast<std::size_t>(size), '\0');
    if (code || !stream.read(text.data(), static_cast<std::streamsize>(text.size())))
        return Error{name, "cannot be read", "check its permissions"};
    return parse_toml(text, name);
}

}  // namespace tpatlas::io
