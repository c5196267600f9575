#include "io/body_map_file.hpp"

#include "core/nearest_word.hpp"
#include "core/place_inside.hpp"
#include "core/utf8.hpp"
#include "io/catalogue_table.hpp"
#include "io/toml_tree.hpp"
#include "io/toml_words.hpp"
#include "io/whole_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_text = 512;  // no node's name is longer (importer/protocol.hpp)
constexpr std::size_t most_structures = 200;  // of one mesh; ours are 561
constexpr std::size_t most_guessed = 100;     // each costs a look at every id
constexpr float largest_unit_mm = 100000;
constexpr const char* skin_id = "skin.middle";
constexpr std::array<std::string_view, 2> up_words{"y", "z"};

constexpr std::string_view head =
    "# What the meshes beside this file are, for Trigger Point Atlas: docs/bodies.md tells of it.\n"
    "# The program writes it whole and keeps no comments; `tpatlas check` tells what is wrong.\n";

// A message is one line, whatever a stranger wrote.
std::string in_quotes(const std::string& text)
{
    constexpr std::size_t longest = 120;
    std::string shown = text.substr(0, longest);
    std::replace_if(shown.begin(), shown.end(), [](char c) { return c >= 0 && c < ' '; }, '?');
    return "'" + shown + (text.size() > longest ? "…'" : "'");
}

// Empty where it may be opened; else what is wrong with it.
std::string fault_of_path(const std::string& path)
{
    if (path.front() == '/')
        return "is no path within the folder";
    if (path.find('\\') != std::string::npos)
        return "has a '\\'";
    if (std::any_of(path.begin(), path.end(), [](char c) { return c >= 0 && c < ' '; }))
        return "has a letter that cannot be printed";
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string part = path.substr(at, end - at);
        if (part == ".." || part == "." || part.empty())
            return "has '" + (part.empty() ? "//" : part) + "' in it";
        at = end + 1;
    }
    return "";
}

class MapReader {
public:
    MapReader(const TomlNode& root, const std::string& where, Faults& faults,
              const std::vector<StructureId>& known, const fs::path* folder)
        : faults_(where, faults), table_(root, "body.toml", faults_), folder_(folder)
    {
        for (const StructureId& id : known)
            known_.push_back(id.text);
        std::sort(known_.begin(), known_.end());
    }

    BodyMap read()
    {
        read_unit();
        map_.up = table_.choice<UpAxis>("up", up_words);
        map_.mirrored = table_.flag("mirrored");
        const std::vector<const TomlNode*> meshes = table_.tables("mesh");
        if (meshes.size() > most_mapped_meshes)
            table_.fault("mesh", "names more than " + std::to_string(most_mapped_meshes) + " meshes",
                         "leave most of them out");
        else
            for (const TomlNode* mesh : meshes)
                read_mesh(*mesh);
        table_.finish();
        return std::move(map_);
    }

private:
    void read_unit()
    {
        const std::optional<float> unit = table_.number("unit_mm");
        if (unit && *unit > 0 && *unit <= largest_unit_mm)
            map_.unit_mm = unit;
        else if (unit)
            table_.fault("unit_mm", "'unit_mm' is " + toml_number(*unit),
                         "write how many millimetres one unit is: 1, 10 for centimetres, 1000 for "
                         "metres");
    }

    void read_mesh(const TomlNode& node)
    {
        TableReader table(node, "[[mesh]]", faults_);
        if (!node.is(TomlNode::Kind::table))
            return;
        MappedMesh mesh;
        mesh.file = table.text("file");
        mesh.node = table.text("node");
        const bool sound = read_file(table, mesh) && is_first(table, mesh);
        mesh.structures = structures_of(table);
        table.finish();
        if (sound)
            map_.meshes.push_back(std::move(mesh));
    }

    bool read_file(TableReader& table, const MappedMesh& mesh)
    {
        if (mesh.file.empty()) {
            if (!table.find("file") || table.find("file")->is(TomlNode::Kind::text))
                table.fault("file", "[[mesh]] has no 'file'", "add it: file = \"arm.obj\"");
            return false;
        }
        for (const auto& [key, text] : {std::pair("file", &mesh.file), std::pair("node", &mesh.node)})
            if (text->size() > longest_text) {
                table.fault(key,
                            "'" + std::string(key) + "' is longer than " +
                                std::to_string(longest_text) + " bytes",
                            "give the mesh a shorter name");
                return false;
            }
        if (const std::string fault = fault_of_path(mesh.file); !fault.empty()) {
            table.fault("file", in_quotes(mesh.file) + " " + fault,
                        "write the file's path from the folder of body.toml, with '/'");
            return false;
        }
        if (folder_ && !is_there(mesh.file))
            table.fault("file", "the mesh " + in_quotes(mesh.file) + " is not there",
                        "correct the name, or leave this [[mesh]] out");
        return true;
    }

    bool is_there(const std::string& file) const
    {
        std::error_code fault;
        const std::optional<fs::path> place = place_inside(*folder_, *folder_ / file);
        return place && fs::is_regular_file(*place, fault);
    }

    bool is_first(TableReader& table, const MappedMesh& mesh)
    {
        const auto [at, first] = lines_.emplace(std::pair(mesh.file, mesh.node), table.line());
        if (!first)
            table.fault("file",
                        in_quotes(mesh.file) +
                            (mesh.node.empty() ? "" : ", node " + in_quotes(mesh.node) + ",") +
                            " is named before, in line " + std::to_string(at->second),
                        "leave one of them out");
        return first;
    }

    std::vector<StructureId> structures_of(TableReader& table)
    {
        const bool one = table.find("structure") != nullptr;
        const bool several = table.find("structures") != nullptr;
        const std::string key = one ? "structure" : "structures";
        const std::vector<std::string> texts = one ? list_of_one(table) : table.list(key);
        const bool none = table.flag("none").value_or(false);
        if (one && several)
            table.fault("structures", "[[mesh]] has both 'structure' and 'structures'",
                        "keep 'structures'");
        if (none && (one || several))
            table.fault("none", "[[mesh]] is none of ours, and names structures",
                        "keep one of them");
        if (!none && !one && !several)
            table.fault("none", "[[mesh]] says not what it is",
                        "add structure = \"...\", or none = true");
        if (several && !one && texts.empty() && table.find(key)->children.empty() &&
            table.find(key)->is(TomlNode::Kind::array))
            table.fault(key, "'structures' names none", "name one, or write none = true");
        if (texts.size() > most_structures) {
            table.fault(key, "'structures' names more than " + std::to_string(most_structures),
                        "leave most of them out");
            return {};
        }
        std::vector<StructureId> ids;
        std::set<std::string> seen;
        for (const std::string& text : texts)
            if (!seen.insert(text).second)
                table.fault(key, in_quotes(text) + " is there twice", "leave one of them out");
            else if (is_known(table, key, text))
                ids.push_back({text});
        if (ids.size() > 1 && seen.contains(skin_id))
            table.fault(key, "'structures' names the skin and something else",
                        "name the skin alone: it is never cut");
        return ids;
    }

    static std::vector<std::string> list_of_one(TableReader& table)
    {
        const std::string text = table.text("structure");
        return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
    }

    bool is_known(TableReader& table, const std::string& key, const std::string& text)
    {
        if (std::binary_search(known_.begin(), known_.end(), text))
            return true;
        std::string sides;
        for (const char* side : {".right", ".left", ".middle"})
            if (text.size() <= longest_text &&
                std::binary_search(known_.begin(), known_.end(), text + side))
                sides += (sides.empty() ? "" : " or ") + text + side;
        if (!sides.empty()) {
            table.fault(key, "'" + text + "' has no side", "write " + sides);
            return false;
        }
        const std::string near = guessed_++ < most_guessed ? nearest_word(text, known_) : "";
        table.fault(key, "there is no structure " + in_quotes(text),
                    near.empty() ? "tpatlas list structures prints what there is"
                                 : "did you mean '" + near + "'?");
        return false;
    }

    BodyMap map_;
    std::vector<std::string> known_;  // sorted
    std::map<std::pair<std::string, std::string>, int> lines_;
    std::size_t guessed_ = 0;
    FileFaults faults_;
    TableReader table_;
    const fs::path* folder_;
};

Result<BodyMap> map_of(std::string_view text, const std::string& where,
                       const std::vector<StructureId>& known, const fs::path* folder)
{
    if (text.size() > body_map_text_limit)
        return Error{where, "is larger than 1 MB", "no body.toml is so large; choose another file"};
    const Result<TomlNode> root = parse_toml(text, where);
    if (!root)
        return root.faults();
    Faults faults;
    BodyMap map = MapReader(root.value(), where, faults, known, folder).read();
    if (!faults.empty())
        return faults;
    return map;
}

std::string mesh_text(const MappedMesh& mesh)
{
    std::string text = "\n[[mesh]]\nfile = " + toml_text(mesh.file) + "\n";
    if (!mesh.node.empty())
        text += "node = " + toml_text(mesh.node) + "\n";
    std::vector<std::string> ids;
    for (const StructureId& id : mesh.structures)
        ids.push_back(toml_text(id.text));
    if (ids.empty())
        return text + "none = true\n";
    return text + (ids.size() == 1 ? "structure = " + ids.front()
                                   : "structures = " + toml_list(ids)) + "\n";
}

}  // namespace

Result<BodyMap> body_map_of_text(std::string_view text, const std::string& where,
                                 const std::vector<StructureId>& known)
{
    return map_of(text, where, known, nullptr);
}

Result<BodyMap> read_body_map(const fs::path& file, const std::vector<StructureId>& known)
{
    const Result<std::string> text = read_whole(file, body_map_text_limit);
    if (!text)
        return text.faults();
    const fs::path folder = file.parent_path();
    return map_of(text.value(), file.string(), known, &folder);
}

std::string body_map_text(const BodyMap& map)
{
    std::string text(head);
    if (map.unit_mm || map.up || map.mirrored)
        text += "\n";
    if (map.unit_mm)
        text += "unit_mm = " + toml_number(*map.unit_mm) + "\n";
    if (map.up)
        text += "up = " + toml_text(up_words[static_cast<std::size_t>(*map.up)]) + "\n";
    if (map.mirrored)
        text += "mirrored = " + toml_flag(*map.mirrored) + "\n";
    for (const MappedMesh& mesh : map.meshes)
        text += mesh_text(mesh);
    return text;
}

Result<Done> write_body_map(const fs::path& file, const BodyMap& map)
{
    for (const MappedMesh& mesh : map.meshes)
        if (!is_utf8(mesh.file) || !is_utf8(mesh.node))
            return Error{file.string(), "a mesh has a name that is no UTF-8",
                         "rename the file or the node"};
    std::vector<StructureId> named;
    for (const MappedMesh& mesh : map.meshes)
        named.insert(named.end(), mesh.structures.begin(), mesh.structures.end());
    const std::string text = body_map_text(map);
    // A file that is not read again would keep its body from being opened.
    if (const Result<BodyMap> read = body_map_of_text(text, file.string(), named); !read)
        return Error{file.string(), "is not written, it could not be read: " + read.error().what,
                     read.error().mend};
    return write_whole(file, text);
}

bool looks_like_body_map(const fs::path& file)
{
    if (file.filename() == body_map_name)
        return true;
    if (file.extension() != ".toml")
        return false;
    const Result<std::string> text = read_whole(file, body_map_text_limit);
    return text && (text.value().starts_with("[[mesh]]") ||
                    text.value().find("\n[[mesh]]") != std::string::npos);
}

}  // namespace tpatlas::io
