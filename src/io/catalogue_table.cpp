#include "io/catalogue_table.hpp"

#include "core/nearest_word.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::io {

namespace {

std::string in_quotes(std::string_view text)
{
    // A hostile key may be megabytes long; a message is a line.
    constexpr std::size_t longest = 80;
    return "'" + std::string(text.substr(0, longest)) + (text.size() > longest ? "…'" : "'");
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known)
{
    const std::string near = nearest_word(word, known);
    // Of "P7" every class is as near as the others: none is what was meant.
    const auto as_near = std::count_if(known.begin(), known.end(), [&](const std::string& one) {
        return edit_distance(word, one) == edit_distance(word, near);
    });
    if (!near.empty() && as_near == 1)
        return "did you mean " + in_quotes(near) + "?";
    std::string all;
    for (const std::string& one : known)
        all += (all.empty() ? "" : ", ") + one;
    return "known: " + all;
}

}  // namespace

void FileFaults::add(int line, std::string what, std::string mend)
{
    faults_.push_back({where(line), std::move(what), std::move(mend)});
}

std::string FileFaults::where(int line) const
{
    return line > 0 ? file_ + ":" + std::to_string(line) : file_;
}

TableReader::TableReader(const TomlNode& node, std::string what, FileFaults& faults)
    : node_(node), what_(std::move(what)), faults_(faults)
{
    if (!node.is(TomlNode::Kind::table))
        faults_.add(node.line, what_ + " is " + std::string(to_text(node.kind)),
                    "write a table, { key = value }");
}

void TableReader::fault(std::string_view key, std::string what, std::string mend)
{
    blamed_.emplace(key);
    faults_.add(line_of(key), std::move(what), std::move(mend));
}

void TableReader::report(const Faults& faults)
{
    const auto blamed = blamed_;  // several faults of one key are all told
    for (const Error& error : faults)
        if (!blamed.contains(error.where))
            fault(error.where, error.what, error.mend);
}

int TableReader::line_of(std::string_view key) const
{
    const TomlNode* child = node_.find(key);
    return child && child->line > 0 ? child->line : node_.line;
}

void TableReader::finish()
{
    if (!node_.is(TomlNode::Kind::table))
        return;
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const TomlNode& child : node_.children)
        if (!known_.contains(child.key))
            faults_.add(child.line, what_ + " has no key " + in_quotes(child.key),
                        did_you_mean(child.key, known));
}

const TomlNode* TableReader::find(std::string_view key)
{
    known_.emplace(key);
    return node_.find(key);
}

const TomlNode* TableReader::find(std::string_view key, TomlNode::Kind kind)
{
    const TomlNode* child = find(key);
    if (!child || child->is(kind))
        return child;
    fault(key, in_quotes(key) + " is " + std::string(to_text(child->kind)),
          "write " + std::string(to_text(kind)) +
              (kind == TomlNode::Kind::table ? ", { key = value }" : ""));
    return nullptr;
}

std::string TableReader::text(std::string_view key)
{
    const TomlNode* child = find(key, TomlNode::Kind::text);
    return child ? child->string : std::string();
}

std::vector<std::string> TableReader::list(std::string_view key)
{
    const TomlNode* child = find(key);
    if (!child)
        return {};
    if (child->is(TomlNode::Kind::text))
        return {child->string};
    std::vector<std::string> texts;
    if (!find(key, TomlNode::Kind::array))
        return texts;
    for (const TomlNode& item : child->children)
        if (item.is(TomlNode::Kind::text))
            texts.push_back(item.string);
        else
            fault(key, in_quotes(key) + " holds " + std::string(to_text(item.kind)),
                  "write texts in quotes");
    return texts;
}

std::optional<float> TableReader::number(std::string_view key)
{
    const TomlNode* child = find(key, TomlNode::Kind::number);
    return child ? to_float(key, *child) : std::nullopt;
}

std::optional<float> TableReader::to_float(std::string_view key, const TomlNode& node)
{
    if (!node.is(TomlNode::Kind::number)) {
        fault(key, in_quotes(key) + " holds " + std::string(to_text(node.kind)), "write numbers");
        return std::nullopt;
    }
    if (std::abs(node.number) > 1e6) {  // nothing that is measured here is near it
        fault(key, in_quotes(key) + " holds a number beyond a million", "write a smaller one");
        return std::nullopt;
    }
    return static_cast<float>(node.number);
}

float TableReader::required_number(std::string_view key)
{
    if (!find(key))
        fault(key, what_ + " has no " + in_quotes(key), "add it: a number");
    return number(key).value_or(0.0f);
}

std::optional<int> TableReader::whole(std::string_view key)
{
    const TomlNode* child = find(key, TomlNode::Kind::number);
    if (!child)
        return std::nullopt;
    if (!child->whole || std::abs(child->number) > 1e9) {
        fault(key, in_quotes(key) + " is no whole number", "write one without fraction");
        return std::nullopt;
    }
    return static_cast<int>(child->number);
}

std::optional<bool> TableReader::flag(std::string_view key)
{
    const TomlNode* child = find(key, TomlNode::Kind::boolean);
    return child ? std::optional(child->boolean) : std::nullopt;
}

std::optional<std::vector<float>> TableReader::numbers(std::string_view key)
{
    const TomlNode* child = find(key);
    if (child && child->is(TomlNode::Kind::number)) {
        const std::optional<float> one = to_float(key, *child);
        return one ? std::optional(std::vector<float>{*one}) : std::nullopt;
    }
    child = find(key, TomlNode::Kind::array);
    if (!child)
        return std::nullopt;
    std::vector<float> values;
    for (const TomlNode& item : child->children) {
        const std::optional<float> one = to_float(key, item);
        if (!one)
            return std::nullopt;
        values.push_back(*one);
    }
    return values;
}

std::optional<std::array<float, 2>> TableReader::range(std::string_view key)
{
    const std::optional<std::vector<float>> list = numbers(key);
    if (!list)
        return std::nullopt;
    if (list->empty() || list->size() > 2) {
        fault(key, in_quotes(key) + " has " + std::to_string(list->size()) + " numbers",
              "write [least, most]");
        return std::nullopt;
    }
    return std::array<float, 2>{list->front(), list->back()};
}

std::optional<std::array<int, 2>> TableReader::whole_range(std::string_view key)
{
    const std::optional<std::array<float, 2>> both = range(key);
    if (!both)
        return std::nullopt;
    for (const float one : *both)
        if (one != std::floor(one)) {
            fault(key, in_quotes(key) + " holds no whole number", "write them without fraction");
            return std::nullopt;
        }
    // Numbers are at most a million, so they fit an int.
    return std::array<int, 2>{static_cast<int>((*both)[0]), static_cast<int>((*both)[1])};
}

std::optional<glm::vec3> TableReader::vector(std::string_view key)
{
    const std::optional<std::vector<float>> xyz = numbers(key);
    if (!xyz)
        return std::nullopt;
    if (xyz->size() != 3) {
        fault(key, in_quotes(key) + " has " + std::to_string(xyz->size()) + " numbers",
              "write three: x to the left, y up, z to the front");
        return std::nullopt;
    }
    return glm::vec3((*xyz)[0], (*xyz)[1], (*xyz)[2]);
}

std::vector<Citation> TableReader::citations(std::string_view key)
{
    std::vector<Citation> citations;
    for (const std::string& text : list(key)) {
        const std::size_t colon = text.find(':');
        Citation citation{{text.substr(0, colon)}, {}};
        if (colon != std::string::npos)
            citation.place = text.substr(std::min(text.find_first_not_of(' ', colon + 1),
                                                  text.size()));
        if (citation.source.empty())
            fault(key, in_quotes(text) + " names no source", "write \"id\" or \"id:place\"");
        else
            citations.push_back(std::move(citation));
    }
    return citations;
}

const TomlNode* TableReader::table(std::string_view key)
{
    return find(key, TomlNode::Kind::table);
}

std::vector<const TomlNode*> TableReader::tables(std::string_view key)
{
    const TomlNode* child = find(key);
    if (!child)
        return {};
    if (child->is(TomlNode::Kind::table))
        return {child};
    std::vector<const TomlNode*> tables;
    if (!find(key, TomlNode::Kind::array))
        return tables;
    for (const TomlNode& item : child->children)
        if (item.is(TomlNode::Kind::table))
            tables.push_back(&item);
        else
            fault(key, in_quotes(key) + " holds " + std::string(to_text(item.kind)),
                  "write tables, { key = value }");
    return tables;
}

std::optional<std::size_t> TableReader::choice_of(std::string_view key,
                                                  std::span<const std::string_view> names)
{
    const TomlNode* child = find(key, TomlNode::Kind::text);
    return child ? index_of(key, child->string, names) : std::nullopt;
}

std::optional<std::size_t> TableReader::index_of(std::string_view key, const std::string& text,
                                                 std::span<const std::string_view> names)
{
    const auto at = std::find(names.begin(), names.end(), text);
    if (at != names.end())
        return static_cast<std::size_t>(at - names.begin());
    fault(key, in_quotes(key) + " knows no " + in_quotes(text),
          did_you_mean(text, {names.begin(), names.end()}));
    return std::nullopt;
}

}  // namespace tpatlas::io
