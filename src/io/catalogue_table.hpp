// io/catalogue_table.hpp: reads the keys of one table, and complains with file and line.
//
//   TableReader table(node, "muscle", faults);
//   fields.layer = table.whole("layer", 1);
//   table.finish();   // what nobody asked for is a fault, with the nearest key that is known
//
// A value of the wrong type is one fault, and is then treated as absent. Internal to the
// catalogue's loader; lives no longer than the tree and the fault list that it points into.
#pragma once

#include "core/error.hpp"
#include "domain/source.hpp"
#include "io/toml_tree.hpp"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas::io {

// Collects the faults of one file.
class FileFaults {
public:
    FileFaults(std::string file, Faults& faults) : file_(std::move(file)), faults_(faults) {}

    void add(int line, std::string what, std::string mend);
    std::string where(int line) const;

private:
    std::string file_;
    Faults& faults_;
};

class TableReader {
public:
    // `what` names the table in messages: "muscle 'trapezius_upper'".
    TableReader(const TomlNode& node, std::string what, FileFaults& faults);

    const TomlNode* find(std::string_view key);  // null where absent; the key counts as known
    std::string text(std::string_view key);      // "" where absent
    std::vector<std::string> list(std::string_view key);  // a single text counts as a list of one
    std::optional<float> number(std::string_view key);
    float required_number(std::string_view key);           // 0 and a fault where absent
    std::optional<int> whole(std::string_view key);
    // A list of one or two numbers, least and most; a fault unless it is one, or is absent.
    std::optional<std::array<float, 2>> range(std::string_view key);
    std::optional<std::array<int, 2>> whole_range(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<std::vector<float>> numbers(std::string_view key);
    // Empty and a fault unless it is a list of three numbers.
    std::optional<glm::vec3> vector(std::string_view key);
    std::vector<Citation> citations(std::string_view key);
    const TomlNode* table(std::string_view key);  // null where absent or no table
    // The tables of an array of tables; a single table counts as a list of one.
    std::vector<const TomlNode*> tables(std::string_view key);

    template <class Enum, std::size_t count>
    std::optional<Enum> choice(std::string_view key,
                               const std::array<std::string_view, count>& names)
    {
        const std::optional<std::size_t> at = choice_of(key, names);
        return at ? std::optional(static_cast<Enum>(*at)) : std::nullopt;
    }
    template <class Enum, std::size_t count>
    std::vector<Enum> choices(std::string_view key,
                              const std::array<std::string_view, count>& names)
    {
        std::vector<Enum> chosen;
        for (const std::string& text : list(key))
            if (const std::optional<std::size_t> at = index_of(key, text, names))
                chosen.push_back(static_cast<Enum>(*at));
        return chosen;
    }

    // A fault at the line of `key`, or of the table where the key is not there.
    void fault(std::string_view key, std::string what, std::string mend);
    // Faults of a domain type, `where` being a key: those already complained about are left out.
    void report(const Faults& faults);
    void finish();
    int line_of(std::string_view key) const;
    int line() const { return node_.line; }
    const std::string& what() const { return what_; }
    FileFaults& faults() { return faults_; }

private:
    const TomlNode* find(std::string_view key, TomlNode::Kind kind);
    std::optional<float> to_float(std::string_view key, const TomlNode& node);
    std::optional<std::size_t> choice_of(std::string_view key,
                                         std::span<const std::string_view> names);
    std::optional<std::size_t> index_of(std::string_view key, const std::string& text,
                                        std::span<const std::string_view> names);

    const TomlNode& node_;
    std::string what_;
    FileFaults& faults_;
    std::set<std::string, std::less<>> known_;
    std::set<std::string, std::less<>> blamed_;
};

}  // namespace tpatlas::io
