#include "io/language_file.hpp"

#include "io/toml_tree.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace tpatlas::io {

namespace {

using Entries = std::unordered_map<std::string, std::string>;

constexpr const char* fallback = "en";

void collect(const TomlNode& table, const std::string& prefix, const std::string& file,
             Entries& entries, Faults& faults)
{
    for (const TomlNode& child : table.children) {
        const std::string key = prefix.empty() ? child.key : prefix + "." + child.key;
        if (child.is(TomlNode::Kind::table))
            collect(child, key, file, entries, faults);
        else if (child.is(TomlNode::Kind::text))
            entries[key] = child.string;
        else
            faults.push_back({file + ":" + std::to_string(child.line),
                              "'" + key + "' is " + std::string(to_text(child.kind)),
                              "write a text in quotes"});
    }
}

std::string languages_in(const std::filesystem::path& folder)
{
    std::vector<std::string> codes;
    std::error_code code;
    for (std::filesystem::directory_iterator at(folder, code), end; !code && at != end;
         at.increment(code))
        if (at->path().extension() == ".toml")
            codes.push_back(at->path().stem().string());
    std::sort(codes.begin(), codes.end());
    std::string list;
    for (const std::string& name : codes)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

// A code becomes a file's name, so it may not lead out of the folder.
bool is_code(const std::string& code)
{
    return !code.empty() && code.size() <= 16 &&
           std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
           });
}

Faults add_language(const std::filesystem::path& file, Entries& entries)
{
    Result<TomlNode> root = read_toml(file);
    if (!root)
        return root.faults();
    Faults faults;
    collect(root.value(), {}, file.string(), entries, faults);
    return faults;
}

}  // namespace

Result<Texts> load_texts(const std::filesystem::path& folder, const std::string& code)
{
    const std::filesystem::path file = folder / (code + ".toml");
    std::error_code ignored;
    if (!is_code(code) || !std::filesystem::is_regular_file(file, ignored)) {
        const std::string known = languages_in(folder);
        if (known.empty())
            return Error{folder.string(), "no language files are there",
                         "name the folder of the assets with --data"};
        return Error{"--lang", "there is no language '" + code + "'", "known: " + known};
    }
    Entries entries;
    Faults faults;
    if (code != fallback && std::filesystem::is_regular_file(folder / "en.toml", ignored))
        faults = add_language(folder / "en.toml", entries);
    const Faults own = add_language(file, entries);
    faults.insert(faults.end(), own.begin(), own.end());
    if (!faults.empty())
        return faults;
    return Texts(std::move(entries));
}

}  // namespace tpatlas::io
