#include "io/name_files.hpp"

#include "core/nearest_word.hpp"
#include "io/catalogue_table.hpp"
#include "io/toml_tree.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tpatlas::io {

namespace {

class RulesReader {
public:
    RulesReader(const TomlNode& root, const std::string& file, Faults& faults,
                const std::vector<NamedStructure>& structures)
        : faults_(file, faults), table_(root, "the file", faults_)
    {
        for (const NamedStructure& each : structures)
            names_.push_back(each.name);
        known_.insert(names_.begin(), names_.end());
    }

    NameRules read()
    {
        rules_.idle = table_.list("idle");
        rules_.foreign = table_.list("foreign");
        for (const float number : table_.numbers("unsided_fma").value_or(std::vector<float>{}))
            rules_.unsided_fma.push_back(static_cast<int>(number));
        read_same("same");
        read_same("phrases");
        if (const TomlNode* called = table_.table("called"))
            for (const TomlNode& child : called->children)
                read_called(*called, child.key);
        for (const TomlNode* group : table_.tables("group"))
            read_group(*group);
        if (const TomlNode* left = table_.table("left_fma"))
            read_left(*left);
        table_.finish();
        return std::move(rules_);
    }

private:
    void read_same(const std::string& key)
    {
        const TomlNode* node = table_.table(key);
        if (!node)
            return;
        TableReader same(*node, "[" + key + "]", faults_);
        for (const TomlNode& child : node->children) {
            rules_.same.push_back({child.key, same.list(child.key)});
            for (const std::string& word : rules_.same.back().words)
                if (const auto [at, fresh] = same_.emplace(word, child.key); !fresh)
                    same.fault(child.key, "'" + word + "' means '" + at->second + "' already",
                               "leave it out here or there");
        }
    }

    void check(TableReader& table, const std::string& key, const std::string& name)
    {
        if (known_.contains(name))
            return;
        const std::string near = nearest_word(name, names_);
        table.fault(key, "the body has no structure '" + name + "'",
                    near.empty() ? "tpatlas list structures prints what there is"
                                 : "did you mean '" + near + "'?");
    }

    void read_called(const TomlNode& node, const std::string& name)
    {
        TableReader table(node, "[called]", faults_);
        check(table, name, name);
        rules_.aliases.push_back({table.list(name), {name}, {}, "", true});
    }

    void read_group(const TomlNode& node)
    {
        NameAlias alias;
        TableReader table(node, "[[group]]", faults_);
        alias.texts = table.list("called");
        alias.structures = table.list("structures");
        alias.source = table.text("source");
        alias.sure = table.flag("sure").value_or(true);
        for (const float number : table.numbers("fma").value_or(std::vector<float>{}))
            alias.fma.push_back(static_cast<int>(number));
        for (const char* key : {"called", "structures"})
            if (table.list(key).empty())
                table.fault(key, "[[group]] has no '" + std::string(key) + "'", "add it");
        for (const std::string& name : alias.structures)
            check(table, "structures", name);
        table.finish();
        rules_.aliases.push_back(std::move(alias));
    }

    void read_left(const TomlNode& node)
    {
        TableReader table(node, "[left_fma]", faults_);
        for (const TomlNode& child : node.children) {
            check(table, child.key, child.key);
            if (const std::optional<int> fma = table.whole(child.key))
                rules_.left_fma[child.key] = *fma;
        }
    }

    NameRules rules_;
    std::vector<std::string> names_;
    std::set<std::string> known_;
    std::map<std::string, std::string> same_;
    FileFaults faults_;
    TableReader table_;
};

Result<NameRules> rules_of(const Result<TomlNode>& root, const std::string& name,
                           const std::vector<NamedStructure>& structures)
{
    if (!root)
        return root.faults();
    Faults faults;
    NameRules rules = RulesReader(root.value(), name, faults, structures).read();
    if (!faults.empty())
        return faults;
    return rules;
}

}  // namespace

std::vector<NamedStructure> named_structures(const Body& body)
{
    std::vector<NamedStructure> all;
    std::set<std::string> seen;
    for (const Structure& each : body.structures())
        if (seen.insert(each.name).second)
            all.push_back({each.name, each.kind, each.name_en, each.name_la, each.fma,
                           each.side != Side::middle});
    return all;
}

Result<NameRules> name_rules_of_text(std::string_view text, const std::string& name,
                                     const std::vector<NamedStructure>& structures)
{
    return rules_of(parse_toml(text, name), name, structures);
}

Result<StructureNames> read_structure_names(const std::filesystem::path& folder, const Body& body)
{
    const std::filesystem::path file = folder / "names.toml";
    std::vector<NamedStructure> structures = named_structures(body);
    const Result<NameRules> rules = rules_of(read_toml(file), file.string(), structures);
    if (!rules)
        return rules.faults();
    return StructureNames(std::move(structures), rules.value());
}

}  // namespace tpatlas::io
