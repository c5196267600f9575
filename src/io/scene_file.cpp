#include "io/scene_file.hpp"

#include "io/png_file.hpp"
#include "io/whole_file.hpp"

#include <array>
#include <fstream>
#include <system_error>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

bool is_png(const fs::path& file)
{
    constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
    std::error_code code;
    if (!fs::is_regular_file(file, code))  // a pipe could block
        return false;
    std::array<char, signature.size()> first{};
    std::ifstream(file, std::ios::binary).read(first.data(), first.size());
    return std::string_view(first.data(), first.size()) == signature;
}

Result<std::string> text_in_png(const fs::path& file)
{
    const Result<std::vector<PngText>> texts = read_png_texts(file);
    if (!texts)
        return texts.faults();
    for (const PngText& each : texts.value())
        if (each.key == scene_text_key)
            return each.text;
    return Error{file.string(), "this picture carries no scene",
                 "open one that this program made, as it was saved"};
}

std::string_view trimmed(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
    return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

}  // namespace

Result<Done> write_scene(const fs::path& file, const SavedScene& scene)
{
    const std::string text = scene_text(scene);
    if (text.size() > scene_text_limit)
        return Error{file.string(), "the scene names too many structures to be saved",
                     "show again what need not be hidden or coloured one by one"};
    std::error_code code;
    if (file.has_parent_path())
        fs::create_directory(file.parent_path(), code);  // where it cannot, the writing says so
    return write_whole(file, text);
}

Result<std::string> read_scene_text(const fs::path& file)
{
    return is_png(file) ? text_in_png(file) : read_whole(file, scene_text_limit);
}

Result<SavedScene> read_scene(const fs::path& file)
{
    const Result<std::string> text = read_scene_text(file);
    if (!text)
        return text.faults();
    return scene_of_text(text.value(), file.string());
}

bool looks_like_scene(std::string_view text)
{
    bool first = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        const std::string_view line = trimmed(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
        if (line.empty() || line[0] == '#' || line[0] == '\n')
            continue;
        if ((first && line.substr(0, 7) == "version") || line.substr(0, 8) == "[camera]")
            return true;
        first = false;
    }
    return false;
}

bool is_scene_file(const fs::path& file)
{
    if (file.extension() != ".toml")
        return false;
    const Result<std::string> text = read_scene_text(file);
    return text && looks_like_scene(text.value());
}

std::optional<std::filesystem::path> body_of(const SavedScene& scene,
                                             const std::filesystem::path& file)
{
    if (scene.body.empty())
        return std::nullopt;
    std::error_code fault;
    for (const std::filesystem::path& body :
         {file.parent_path() / scene.body, std::filesystem::path(scene.body)})
        if (std::filesystem::exists(body, fault))
            return body;
    return std::nullopt;
}

}  // namespace tpatlas::io
