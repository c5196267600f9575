// Who may include whom: the table of README, "Who may include whom", as a test. It reads every
// #include of src/, tools/ and tests/, so that a wrong arrow fails the day it is drawn.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

using Words = std::set<std::string>;

struct Row {
    Words ours;    // folders of src/ beside its own
    Words others;  // third parties by the names of third_party_of()
};

// The table. glm, the value types of core, is everybody's.
const std::map<std::string, Row>& table()
{
    static const std::map<std::string, Row> rows{
        {"core", {{}, {}}},
        {"domain", {{"core"}, {}}},
        {"body", {{"core", "domain"}, {"OpenVDB", "Eigen"}}},
        {"atlas", {{"core", "domain"}, {"Eigen"}}},
        {"io", {{"core", "domain", "atlas", "state"}, {"toml++", "JSON", "PNG"}}},
        // The helper executable: nothing of ours but core, the protocol beside it, and Assimp; JSON
        // for its own reader of glTF.
        {"io/importer", {{"core"}, {"Assimp", "JSON", "libseccomp"}}},
        {"state", {{"core", "domain", "atlas"}, {}}},
        {"scene", {{"core", "domain", "atlas", "state"}, {}}},
        {"render", {{"core", "scene"}, {"glad", "EGL", "FreeType"}}},
        {"ui", {{"core", "domain", "atlas", "state"}, {"ImGui"}}},
        {"cli",
         {{"core", "domain", "atlas", "state", "scene", "io", "render"}, {"CLI11", "JSON"}}},
        {"app",
         {{"core", "domain", "atlas", "state", "scene", "io", "render", "ui"},
          {"GLFW", "glad", "ImGui"}}},
        {"main", {{"cli", "app", "core"}, {}}},
        {"tools",
         {{"core", "domain", "atlas", "io", "body"},
          {"Eigen", "OpenVDB", "meshoptimizer", "JSON", "CLI11"}}},
        // Draws what `tpatlas shot` draws, by the same way (cli/picture.hpp), many times a start:
        // the other tools stay free of state and pixels.
        {"tools/contact_sheets",
         {{"core", "domain", "atlas", "state", "scene", "io", "render", "cli"}, {"CLI11"}}},
        // Tests may call anything of ours; Assimp, CLI11 and GLFW stay where they are.
        {"tests",
         {{"core", "domain", "body", "atlas", "io", "io/importer", "state", "scene", "render", "ui",
           "cli", "app", "tools", "tools/contact_sheets"},
          {"GoogleTest", "JSON", "PNG", "ImGui", "Eigen", "OpenVDB", "glad", "EGL", "toml++", "X11"}}},
    };
    return rows;
}

// Null for the standard library and the operating system.
std::optional<std::string> third_party_of(const std::string& header)
{
    static const std::vector<std::pair<std::string, std::string>> prefixes{
        {"glm/", "glm"},           {"toml++", "toml++"},
        {"nlohmann/", "JSON"},     {"png.h", "PNG"},
        {"glad/", "glad"},         {"EGL/", "EGL"},
        {"GL/", "OpenGL"},         {"KHR/", "EGL"},
        {"GLFW/", "GLFW"},         {"imgui", "ImGui"},
        {"backends/imgui", "ImGui"}, {"assimp/", "Assimp"},
        {"openvdb/", "OpenVDB"},   {"Eigen/", "Eigen"},
        {"CLI/", "CLI11"},         {"meshoptimizer", "meshoptimizer"},
        {"seccomp", "libseccomp"}, {"ft2build", "FreeType"},
        {"freetype/", "FreeType"}, {"gtest/", "GoogleTest"},
        {"gmock/", "GoogleTest"},  {"X11/", "X11"}};
    for (const auto& [prefix, name] : prefixes)
        if (header.starts_with(prefix))
            return name;
    return std::nullopt;
}

bool is_of_the_system(const std::string& header)
{
    if (header.find('.') == std::string::npos && header.find('/') == std::string::npos)
        return true;  // <vector>
    static const Words known{"dirent.h", "dlfcn.h", "fcntl.h",  "ftw.h",   "malloc.h", "poll.h",
                             "pwd.h",    "sched.h", "signal.h", "spawn.h", "unistd.h", "time.h"};
    return known.contains(header) || header.starts_with("sys/") || header.starts_with("linux/");
}

struct Include {
    fs::path file;  // from the repository's root
    int line = 0;
    bool quoted = false;
    std::string header;
};

bool is_source(const fs::path& file)
{
    const std::string extension = file.extension().string();
    return extension == ".cpp" || extension == ".hpp";
}

std::vector<Include> includes_of(const fs::path& root, const fs::path& file)
{
    std::vector<Include> found;
    std::ifstream in(file);
    std::string text;
    for (int line = 1; std::getline(in, text); ++line) {
        std::size_t at = text.find_first_not_of(" \t");
        if (at == std::string::npos || text[at] != '#')
            continue;
        at = text.find_first_not_of(" \t", at + 1);
        if (at == std::string::npos || text.compare(at, 7, "include") != 0)
            continue;
        const std::size_t open = text.find_first_of("\"<", at);
        if (open == std::string::npos)
            continue;
        const std::size_t close = text.find(text[open] == '<' ? '>' : '"', open + 1);
        found.push_back({file.lexically_relative(root), line, text[open] == '"',
                         text.substr(open + 1, close - open - 1)});
    }
    return found;
}

std::vector<fs::path> sources_of(const fs::path& root)
{
    std::vector<fs::path> files;
    for (const char* top : {"src", "tools", "tests"})
        for (const auto& entry : fs::recursive_directory_iterator(root / top))
            if (entry.is_regular_file() && is_source(entry.path()))
                files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Include> all_includes(const fs::path& root)
{
    std::vector<Include> all;
    for (const fs::path& file : sources_of(root)) {
        const std::vector<Include> some = includes_of(root, file);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

// The row that a file (from the repository's root) stands in.
std::string row_of(const fs::path& file)
{
    auto part = file.begin();
    const std::string top = *part++;
    if (top == "tools" && *part == "contact_sheets")
        return "tools/contact_sheets";
    if (top != "src")
        return top;
    if (std::next(part) == file.end())
        return "main";
    const std::string folder = *part++;
    return folder == "io" && *part == "importer" ? "io/importer" : folder;
}

// The row that one of our headers belongs to.
std::string row_of_header(const std::string& header)
{
    const fs::path path(header);
    if (header.starts_with("io/importer/"))
        return "io/importer";
    return path.begin()->string();
}

std::string place(const Include& include)
{
    return include.file.string() + ":" + std::to_string(include.line) + ": ";
}

// What is wrong with an include; nothing where all is well.
std::optional<std::string> breach(const fs::path& root, const Include& include)
{
    const std::string row = row_of(include.file);
    const auto at = table().find(row);
    if (at == table().end())
        return "the folder '" + row + "' has no row in the table";
    if (!include.quoted) {
        if (is_of_the_system(include.header))
            return std::nullopt;
        const std::optional<std::string> who = third_party_of(include.header);
        if (!who)
            return "<" + include.header + "> is of nobody in the table (ours stand in quotes)";
        if (*who != "glm" && !at->second.others.contains(*who))
            return row + " may not include " + *who;
        return std::nullopt;
    }
    if (include.header == "body_code.hpp" && row == "tools")  // written by CMake: a hash of src/body
        return std::nullopt;
    for (const char* base : {"src", "tools", "tests"}) {
        if (!fs::exists(root / base / include.header))
            continue;
        const std::string target = base == std::string("src")
                                       ? row_of_header(include.header)
                                       : row_of(fs::path(base) / include.header);
        // The parent's side speaks the helper's protocol and includes nothing else of it.
        if (target == "io/importer" && row == "io" && include.header == "io/importer/protocol.hpp")
            return std::nullopt;
        if (target == row || at->second.ours.contains(target))
            return std::nullopt;
        return row + " may not include " + target + " (\"" + include.header + "\")";
    }
    return "\"" + include.header + "\" is not found from src/, tools/ or tests/ (write its folder)";
}

const fs::path root = TPATLAS_SOURCE_DIR;

}  // namespace

TEST(IncludeRules, hold_in_every_file_of_the_project)
{
    const std::vector<Include> includes = all_includes(root);
    ASSERT_GT(includes.size(), 200u) << "the sources were not found under " << root;
    for (const Include& include : includes)
        if (const std::optional<std::string> wrong = breach(root, include))
            ADD_FAILURE() << place(include) << *wrong;
}

TEST(IncludeRules, tell_a_breach_from_what_is_allowed)
{
    const auto wrong = [](const char* file, bool quoted, const char* header) {
        return breach(root, {file, 1, quoted, header}).has_value();
    };
    EXPECT_FALSE(wrong("src/render/renderer.cpp", true, "scene/frame.hpp"));
    EXPECT_TRUE(wrong("src/render/renderer.cpp", true, "domain/catalogue.hpp"));
    EXPECT_TRUE(wrong("src/core/box.hpp", true, "domain/catalogue.hpp"));
    EXPECT_TRUE(wrong("src/scene/build_frame.cpp", false, "glad/gl.h"));
    EXPECT_FALSE(wrong("src/scene/build_frame.cpp", false, "glm/vec3.hpp"));
    EXPECT_TRUE(wrong("src/io/scenes.cpp", false, "assimp/scene.h"));
    EXPECT_FALSE(wrong("src/io/importer/main.cpp", false, "assimp/scene.h"));
    EXPECT_TRUE(wrong("src/cli/list.cpp", true, "frame.hpp"));
    EXPECT_FALSE(wrong("tools/contact_sheets/main.cpp", true, "cli/picture.hpp"));
    EXPECT_TRUE(wrong("tools/contact_sheets/main.cpp", true, "ui/panels.hpp"));
    EXPECT_TRUE(wrong("tools/body_check/main.cpp", true, "cli/picture.hpp"));
    EXPECT_TRUE(wrong("tools/body_check/main.cpp", true, "contact_sheets/sheet_page.hpp"));
    EXPECT_TRUE(wrong("src/newcomer/a.cpp", false, "vector"));
    EXPECT_TRUE(wrong("src/core/box.hpp", false, "boost/any.hpp"));
}

TEST(IncludeRules, keep_files_within_their_size)
{
    // Longer only where the top of the file says why.
    const auto lines_of = [](const fs::path& file) {
        std::ifstream in(file);
        return std::count(std::istreambuf_iterator<char>(in), {}, '\n');
    };
    for (const fs::path& file : sources_of(root)) {
        const std::string relative = file.lexically_relative(root).string();
        if (!relative.starts_with("src/") && !relative.starts_with("tools/"))
            continue;
        const auto limit = file.extension() == ".hpp" ? 150 : 400;
        std::ifstream in(file);
        std::string head, line;
        for (int i = 0; i < 20 && std::getline(in, line); ++i)
            head += line + "\n";
        const bool excused = head.find("lines because") != std::string::npos;
        EXPECT_TRUE(excused || lines_of(file) <= limit)
            << relative << " has " << lines_of(file) << " lines; split it at " << limit
            << ", or say at its top \"over " << limit << " lines because ...\"";
    }
}
