// Every text of the interface comes from the table: each key that the sources ask for is there.
#include "io/language_file.hpp"
#include "io/toml_tree.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

const std::filesystem::path source_dir = TPATLAS_SOURCE_DIR;

std::map<std::string, std::string> sources()
{
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source_dir / "src"))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".hpp") {
            std::stringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            texts[entry.path().lexically_relative(source_dir).string()] = text.str();
        }
    return texts;
}

// A comment may show a call as an example; what it names need not exist.
std::string without_comments(const std::string& source)
{
    return std::regex_replace(source, std::regex("//[^\n]*"), "");
}

struct Call {
    std::string file;
    std::string key;
    bool whole = true;  // false: a beginning, completed while running: "who." + ...
};

// Every literal "group.key" whose group is one of the table's: keys are passed on to functions as
// often as they are looked up where they stand.
std::vector<Call> calls(const std::set<std::string>& groups)
{
    static const std::regex literal(R"re("([a-z_]+)\.([a-z0-9_.]*)"\s*\)?\s*(\+?))re");
    static const std::regex file_ending("vert|frag|glsl|toml|json|glb|png|cache");
    std::vector<Call> found;
    for (const auto& [file, source] : sources()) {
        const std::string code = without_comments(source);
        for (std::sregex_iterator at(code.begin(), code.end(), literal), end; at != end; ++at)
            if (groups.contains((*at)[1]) && !std::regex_match((*at)[2].str(), file_ending))
                found.push_back({file, (*at)[1].str() + "." + (*at)[2].str(),
                                 (*at)[3] != "+" && !(*at)[2].str().empty()});
    }
    return found;
}

// Keys that stand in texts("...") itself: these must have a group.
std::vector<Call> looked_up()
{
    static const std::regex call(R"re(\btexts_?(?:\(\))?\s*\(\s*)re"
                                 R"re((?:std::string\()?"([a-z0-9_.]+)"\)?\s*([,)+])?)re");
    std::vector<Call> found;
    for (const auto& [file, source] : sources()) {
        const std::string code = without_comments(source);
        for (std::sregex_iterator at(code.begin(), code.end(), call), end; at != end; ++at)
            found.push_back({file, (*at)[1], (*at)[2] != "+"});
    }
    return found;
}

void collect(const io::TomlNode& table, const std::string& prefix, std::set<std::string>& keys)
{
    for (const io::TomlNode& child : table.children) {
        const std::string key = prefix.empty() ? child.key : prefix + "." + child.key;
        if (child.is(io::TomlNode::Kind::table))
            collect(child, key, keys);
        else
            keys.insert(key);
    }
}

std::set<std::string> english()
{
    const Result<io::TomlNode> root = io::read_toml(source_dir / "assets/languages/en.toml");
    std::set<std::string> keys;
    if (root)
        collect(root.value(), {}, keys);
    else
        ADD_FAILURE() << root.error().message();
    return keys;
}

std::set<std::string> groups_of(const std::set<std::string>& keys)
{
    std::set<std::string> groups;
    for (const std::string& key : keys)
        groups.insert(key.substr(0, key.find('.')));
    return groups;
}

bool begins_a_key(const std::set<std::string>& keys, const std::string& beginning)
{
    const auto at = keys.lower_bound(beginning);
    return at != keys.end() && at->compare(0, beginning.size(), beginning) == 0;
}

}  // namespace

TEST(LanguageKeys, are_found_in_the_sources)
{
    EXPECT_GE(looked_up().size(), 20u) << "the search for texts(\"...\") finds nothing any more";
    EXPECT_GE(calls(groups_of(english())).size(), 40u);
}

TEST(LanguageKeys, that_the_code_asks_for_are_in_the_English_table)
{
    const std::set<std::string> keys = english();
    std::vector<Call> all = calls(groups_of(keys));
    for (const Call& call : looked_up())
        all.push_back(call);
    for (const Call& call : all)
        EXPECT_TRUE(call.whole ? keys.contains(call.key) : begins_a_key(keys, call.key))
            << call.file << " asks for '" << call.key
            << "', which assets/languages/en.toml lacks (add it)";
}

TEST(LanguageKeys, of_every_language_are_known_to_English)
{
    const std::set<std::string> keys = english();
    for (const auto& entry : std::filesystem::directory_iterator(source_dir / "assets/languages")) {
        if (entry.path().extension() != ".toml")
            continue;
        const Result<io::TomlNode> root = io::read_toml(entry.path());
        ASSERT_TRUE(root) << root.error().message();
        std::set<std::string> own;
        collect(root.value(), {}, own);
        for (const std::string& key : own)
            EXPECT_TRUE(keys.contains(key)) << entry.path().filename() << ": " << key;
    }
}
