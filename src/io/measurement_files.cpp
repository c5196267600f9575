#include "io/measurement_files.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <unordered_set>

#include <glm/geometric.hpp>
#include <toml++/toml.h>

namespace tpatlas::io
{
namespace
{

namespace fs = std::filesystem;

// Reads one file's values and gathers its faults, each with its line.
class Reader
{
public:
    explicit Reader(fs::path file) : file_(std::move(file)) {}

    void fault(const toml::node* node, std::string what, std::string mend = "")
    {
        std::string where = file_.string();
        if (node != nullptr && node->source().begin.line > 0)
            where += ":" + std::to_string(node->source().begin.line);
        faults_.push_back({where, std::move(what), std::move(mend)});
    }

    std::string text(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (const auto* value = node ? node->as_string() : nullptr)
            return value->get();
        fault(node ? node : &table, "'" + std::string(key) + "' is not there or is no text");
        return {};
    }

    int whole(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        const auto* value = node ? node->as_integer() : nullptr;
        if (value && value->get() >= 0 && value->get() < 10'000'000)
            return static_cast<int>(value->get());
        fault(node ? node : &table,
              "'" + std::string(key) + "' is not there or is no whole number from 0");
        return 0;
    }

    bool truth(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (const auto* value = node ? node->as_boolean() : nullptr)
            return value->get();
        fault(node ? node : &table, "'" + std::string(key) + "' is neither true nor false");
        return false;
    }

    // Empty after a fault.
    std::vector<float> numbers(const toml::node& node)
    {
        const toml::array* array = node.as_array();
        std::vector<float> values;
        if (array == nullptr) {
            fault(&node, "is no list of numbers");
            return {};
        }
        for (const toml::node& item : *array) {
            const auto value = item.value<double>();
            if (!item.is_number() || !value || !std::isfinite(*value) || std::abs(*value) > 1e4) {
                fault(&item, "is no number of millimetres (-10000 to 10000)");
                return {};
            }
            values.push_back(static_cast<float>(*value));
        }
        count_ += values.size();
        return values;
    }

    glm::vec3 three(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        const std::vector<float> v = node ? numbers(*node) : std::vector<float>{};
        if (v.size() == 3)
            return {v[0], v[1], v[2]};
        fault(node ? node : &table, "'" + std::string(key) + "' is not three numbers");
        return {};
    }

    // Null after a fault.
    const toml::array* list(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        const toml::array* array = node ? node->as_array() : nullptr;
        if (array && !array->empty())
            return array;
        fault(node ? node : &table, "'" + std::string(key) + "' is not there or is no list");
        return nullptr;
    }

    void only(const toml::table& table, std::initializer_list<std::string_view> keys)
    {
        for (const auto& [key, node] : table)
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
                fault(&node, "the key '" + std::string(key.str()) + "' is not known",
                      "remove it or correct its spelling");
    }

    // How many numbers the lists read since the last call held.
    std::size_t take_count() { return std::exchange(count_, 0); }

    bool good() const { return faults_.empty(); }
    Faults take_faults() { return std::move(faults_); }

private:
    fs::path file_;
    Faults faults_;
    std::size_t count_ = 0;
};

bool is_id(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && text.back() != '_' &&
           std::all_of(text.begin(), text.end(), fits);
}

StructureEntry read_entry(Reader& reader, const toml::table& table, const fs::path& file)
{
    StructureEntry entry;
    entry.name = reader.text(table, "name");
    if (!is_id(entry.name))
        reader.fault(table.get("name"), "'" + entry.name + "' is no id",
                     "lower case words joined by '_'");
    else if (entry.name != file.stem().string())
        reader.fault(table.get("name"), "the file of '" + entry.name + "' has another name",
                     "name the file " + entry.name + ".toml");
    const std::string kind = reader.text(table, "kind");
    if (const auto known = structure_kind_from_text(kind))
        entry.kind = *known;
    else
        reader.fault(table.get("kind"), "'" + kind + "' is no kind of structure");
    const std::string provenance = reader.text(table, "provenance");
    if (const auto known = provenance_from_text(provenance))
        entry.provenance = *known;
    else
        reader.fault(table.get("provenance"), "'" + provenance + "' is no provenance",
                     "surveyed or authored");
    entry.midline = reader.truth(table, "midline");
    entry.name_en = reader.text(table, "name_en");
    entry.name_la = reader.text(table, "name_la");
    if (table.contains("fma"))
        entry.fma = reader.whole(table, "fma");
    entry.region = reader.text(table, "region");
    entry.layer = reader.whole(table, "layer");
    return entry;
}

StackEnd read_stack_end(Reader& reader, const toml::table& table, const std::string& key)
{
    StackEnd end;
    if (table.contains(key))
        if (const toml::array* bones = reader.list(table, key))
            for (const toml::node& bone : *bones) {
                end.bones.push_back(bone.value_or(std::string()));
                if (!is_id(end.bones.back()))
                    reader.fault(&bone, "'" + end.bones.back() + "' is no id");
            }
    if (table.contains(key + "_soft"))
        end.soft = reader.text(table, key + "_soft");
    return end;
}

MuscleStack read_stack(Reader& reader, const toml::table& table)
{
    MuscleStack stack;
    reader.only(table,
                {"name", "origin", "origin_soft", "insertion", "insertion_soft", "sections"});
    stack.name = reader.text(table, "name");
    if (!stack.name.empty() && !is_id(stack.name))
        reader.fault(table.get("name"), "'" + stack.name + "' is no id");
    stack.origin = read_stack_end(reader, table, "origin");
    stack.insertion = read_stack_end(reader, table, "insertion");
    reader.take_count();
    const toml::array* sections = reader.list(table, "sections");
    if (sections == nullptr)
        return stack;
    for (const toml::node& line : *sections) {
        const std::vector<float> v = reader.numbers(line);
        const std::size_t points = v.empty() ? 0 : (v.size() - 1) / 3;
        if (points < 6 || points % 2 != 0 || v.size() != 1 + 3 * points) {
            reader.fault(&line, "a ring is u and then an even number of points, six or more");
            return stack;
        }
        RingSection ring{v[0], {}};
        for (std::size_t i = 1; i < v.size(); i += 3)
            ring.points.emplace_back(v[i], v[i + 1], v[i + 2]);
        if (ring.u < 0 || ring.u > 1 ||
            (!stack.sections.empty() && ring.u <= stack.sections.back().u))
            reader.fault(&line, "u must rise from ring to ring, from 0 to 1");
        if (!stack.sections.empty() && points != stack.sections.front().points.size())
            reader.fault(&line, "every ring of a stack has the same number of points");
        stack.sections.push_back(std::move(ring));
    }
    if (stack.sections.size() < 3)
        reader.fault(sections, "a stack has three rings or more");
    if (reader.take_count() > max_numbers_of_stack)
        reader.fault(sections,
                     "a stack has at most " + std::to_string(max_numbers_of_stack) + " numbers");
    return stack;
}

PlaneSection& section_at(BoneTable& bone, float height_mm)
{
    if (bone.sections.empty() || bone.sections.back().height_mm != height_mm)
        bone.sections.push_back({height_mm, {}});
    return bone.sections.back();
}

void read_contours(Reader& reader, const toml::table& table, BoneTable& bone)
{
    const toml::array* contours = reader.list(table, "contours");
    if (contours == nullptr)
        return;
    for (const toml::node& line : *contours) {
        const std::vector<float> v = reader.numbers(line);
        // A height alone is a section without a contour.
        if (v.size() != 1 && (v.size() < 7 || (v.size() - 3) % 4 != 0)) {
            reader.fault(&line, "a contour is its height, its centre, and four numbers a harmonic");
            return;
        }
        if (!bone.sections.empty() && v[0] < bone.sections.back().height_mm)
            reader.fault(&line, "heights must rise");
        PlaneSection& section = section_at(bone, v[0]);
        if (v.size() == 1)
            continue;
        FourierContour contour{{v[1], v[2]}, {}};
        for (std::size_t i = 3; i < v.size(); i += 4)
            contour.harmonics.emplace_back(v[i], v[i + 1], v[i + 2], v[i + 3]);
        section.contours.push_back(std::move(contour));
    }
    if (bone.sections.size() < 2)
        reader.fault(contours, "a bone has two sections or more");
    if (reader.take_count() > max_numbers_of_bone)
        reader.fault(contours,
                     "a bone has at most " + std::to_string(max_numbers_of_bone) + " numbers");
}

void check_axes(Reader& reader, const toml::table& table, const BoneTable& bone)
{
    const auto off = [](float value, float wanted) { return std::abs(value - wanted) > 1e-3f; };
    if (off(glm::length(bone.axis), 1) || off(glm::length(bone.across), 1) ||
        off(glm::dot(bone.axis, bone.across), 0))
        reader.fault(table.get("axis") ? table.get("axis") : &table,
                     "'axis' and 'across' are not two unit vectors square to each other");
}

// The parsed file, or its fault.
Result<toml::table> parsed(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{file.string(), "cannot be opened", "check that it is there"};
    try {
        return toml::parse(in, file.string());
    } catch (const toml::parse_error& fault) {
        return Error{file.string() + ":" + std::to_string(fault.source().begin.line),
                     std::string(fault.description()), "correct the TOML there"};
    }
}

template <class Table, class Read>
Result<std::vector<Table>> read_folder(const fs::path& folder, Read read)
{
    std::error_code fault;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
        if (at->path().extension() == ".toml")
            files.push_back(at->path());
    if (fault)
        return Error{folder.string(), fault.message(), "check that the folder is there"};
    std::sort(files.begin(), files.end());
    std::vector<Table> tables;
    Faults faults;
    for (const fs::path& file : files) {
        Result<Table> table = read(file);
        if (table)
            tables.push_back(table.take());
        else
            faults.insert(faults.end(), table.faults().begin(), table.faults().end());
    }
    if (!faults.empty())
        return faults;
    return tables;
}

} // namespace

Result<MuscleTable> read_muscle_table(const fs::path& file)
{
    const Result<toml::table> document = parsed(file);
    if (!document)
        return document.faults();
    const toml::table& table = document.value();
    Reader reader(file);
    reader.only(table, {"name", "kind", "midline", "name_en", "name_la", "fma", "region", "layer",
                        "provenance", "stack"});
    MuscleTable muscle{read_entry(reader, table, file), {}};
    std::unordered_set<std::string> names;
    if (const toml::array* stacks = reader.list(table, "stack"))
        for (const toml::node& node : *stacks) {
            if (!node.is_table()) {
                reader.fault(&node, "a stack is a table: [[stack]]");
                continue;
            }
            muscle.stacks.push_back(read_stack(reader, *node.as_table()));
            if (!names.insert(muscle.stacks.back().name).second)
                reader.fault(&node, "two stacks have the name '" + muscle.stacks.back().name + "'");
        }
    if (!reader.good())
        return reader.take_faults();
    return muscle;
}

Result<BoneTable> read_bone_table(const fs::path& file)
{
    const Result<toml::table> document = parsed(file);
    if (!document)
        return document.faults();
    const toml::table& table = document.value();
    Reader reader(file);
    reader.only(table, {"name", "kind", "midline", "name_en", "name_la", "fma", "region", "layer",
                        "provenance", "origin", "axis", "across", "contours"});
    BoneTable bone;
    bone.entry = read_entry(reader, table, file);
    bone.origin = reader.three(table, "origin");
    bone.axis = reader.three(table, "axis");
    bone.across = reader.three(table, "across");
    check_axes(reader, table, bone);
    read_contours(reader, table, bone);
    if (!reader.good())
        return reader.take_faults();
    return bone;
}

Result<std::vector<MuscleTable>> read_muscle_tables(const fs::path& folder)
{
    return read_folder<MuscleTable>(folder, read_muscle_table);
}

Result<std::vector<BoneTable>> read_bone_tables(const fs::path& folder)
{
    return read_folder<BoneTable>(folder, read_bone_table);
}

} // namespace tpatlas::io
