#include "io/place_files.hpp"

#include "io/catalogue_table.hpp"
#include "io/toml_tree.hpp"

#include <array>
#include <optional>

#include <glm/geometric.hpp>

namespace tpatlas::io {

namespace {

constexpr std::array<std::string_view, 2> kind_texts{"bone", "skin"};

struct Names {
    std::string en, la;
};

Names names(TableReader& table)
{
    Names found;
    const TomlNode* node = table.find("name");
    if (!node) {
        table.fault("name", "has no name", "give name = { en = \"...\" }");
        return found;
    }
    TableReader reader(*node, table.what() + ", name", table.faults());
    found.en = reader.text("en");
    found.la = reader.text("la");
    reader.finish();
    return found;
}

std::string required_text(TableReader& table, std::string_view key)
{
    std::string text = table.text(key);
    if (text.empty())
        table.fault(key, "has no '" + std::string(key) + "'", "add it");
    return text;
}

glm::vec3 direction(TableReader& table)
{
    const std::optional<glm::vec3> found = table.vector("direction");
    if (!found || glm::length(*found) < 0.1f) {
        table.fault("direction", "has no direction", "give direction = [x, y, z]");
        return {0, 1, 0};
    }
    return glm::normalize(*found);
}

LandmarkRule rule_of(std::string_view key, TableReader& table)
{
    if (key == "extreme") {
        ExtremeOf rule;
        rule.structure = required_text(table, "of");
        rule.direction = direction(table);
        rule.from = table.vector("from").value_or(glm::vec3(0));
        rule.to = table.vector("to").value_or(glm::vec3(1));
        return rule;
    }
    if (key == "between")
        return Between{{required_text(table, "a")},
                       {required_text(table, "b")},
                       table.number("share").value_or(0.5f)};
    if (key == "offset")
        return Offset{{required_text(table, "from")}, table.vector("mm").value_or(glm::vec3(0))};
    if (key == "fibre")
        return FibrePlace{required_text(table, "of"), table.required_number("u"),
                          table.required_number("v")};
    if (key == "skin_toward")
        return SkinToward{{required_text(table, "from")}, direction(table)};
    return SkinExtreme{
        {required_text(table, "near")}, table.required_number("radius_mm"), direction(table)};
}

LandmarkEntry landmark(const TomlNode& node, FileFaults& faults)
{
    LandmarkEntry entry;
    const TomlNode* id = node.find("id");
    TableReader table(node, "landmark '" + (id ? id->string : "") + "'", faults);
    entry.id = {required_text(table, "id")};
    const Names named = names(table);
    entry.name_en = named.en;
    entry.name_la = named.la;
    entry.kind = table.choice<LandmarkKind>("kind", kind_texts).value_or(LandmarkKind::bone);
    entry.midline = table.flag("midline").value_or(false);
    int rules = 0;
    for (const std::string_view key :
         {"extreme", "between", "offset", "fibre", "skin_toward", "skin_extreme"}) {
        const TomlNode* rule = table.find(key);
        if (!rule)
            continue;
        ++rules;
        TableReader reader(*rule, table.what() + ", " + std::string(key), faults);
        entry.rule = rule_of(key, reader);
        reader.finish();
    }
    if (rules != 1)
        table.fault("id", "has " + std::to_string(rules) + " rules",
                    "give one of extreme, between, offset, fibre, skin_toward, skin_extreme");
    table.finish();
    return entry;
}

RegionEntry region(const TomlNode& node, FileFaults& faults)
{
    RegionEntry entry;
    const TomlNode* id = node.find("id");
    TableReader table(node, "region '" + (id ? id->string : "") + "'", faults);
    entry.id = {required_text(table, "id")};
    const Names named = names(table);
    entry.name_en = named.en;
    entry.name_la = named.la;
    entry.midline = table.flag("midline").value_or(false);
    for (const TomlNode* seed : table.tables("seeds")) {
        TableReader reader(*seed, table.what() + ", seed", faults);
        RegionEntry::Seed read{{required_text(reader, "at")},
                               reader.vector("mm").value_or(glm::vec3(0)),
                               reader.number("reach_mm").value_or(0),
                               std::nullopt};
        const std::string to = reader.text("to");
        const std::optional<glm::vec3> to_mm = reader.vector("to_mm");
        if (!to.empty())
            read.to = {{to}, to_mm.value_or(glm::vec3(0))};
        else if (to_mm)
            read.to = {read.landmark, *to_mm};
        entry.seeds.push_back(read);
        reader.finish();
    }
    table.finish();
    return entry;
}

void add_tree(const TomlNode& root, const std::string& name, Places& places, Faults& faults)
{
    FileFaults file(name, faults);
    TableReader table(root, name, file);
    for (const TomlNode* node : table.tables("landmark"))
        places.landmarks.push_back(landmark(*node, file));
    for (const TomlNode* node : table.tables("region"))
        places.regions.push_back(region(*node, file));
    table.finish();
}

} // namespace

Faults add_places(std::string_view text, const std::string& name, Places& places)
{
    Result<TomlNode> root = parse_toml(text, name);
    if (!root)
        return root.faults();
    Faults faults;
    add_tree(root.value(), name, places, faults);
    return faults;
}

Result<Places> read_places(const std::filesystem::path& folder)
{
    Places places;
    Faults faults;
    for (const char* name : {"landmarks.toml", "regions.toml"}) {
        const std::filesystem::path file = folder / name;
        Result<TomlNode> root = read_toml(file);
        if (root)
            add_tree(root.value(), file.string(), places, faults);
        else
            faults.insert(faults.end(), root.faults().begin(), root.faults().end());
    }
    if (faults.empty())
        for (const Error& fault : faults_of(places))
            faults.push_back({folder.string() + ": " + fault.where, fault.what, fault.mend});
    if (!faults.empty())
        return faults;
    return places;
}

} // namespace tpatlas::io
