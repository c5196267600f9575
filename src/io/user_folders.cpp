#include "io/user_folders.hpp"

#include "io/whole_file.hpp"

#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>

#include <pwd.h>
#include <unistd.h>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

// A relative one is not to be heeded (XDG base directory specification).
std::optional<fs::path> absolute_in_environment(const char* name)
{
    const char* value = std::getenv(name);
    if (value == nullptr || !fs::path(value).is_absolute())
        return std::nullopt;
    return fs::path(value);
}

fs::path home()
{
    if (const auto named = absolute_in_environment("HOME"))
        return *named;
    const passwd* user = getpwuid(getuid());
    if (user != nullptr && user->pw_dir != nullptr && fs::path(user->pw_dir).is_absolute())
        return user->pw_dir;
    return fs::temp_directory_path();
}

fs::path configuration()
{
    return absolute_in_environment("XDG_CONFIG_HOME").value_or(home() / ".config");
}

// The text between the quotes, `\` taken from what it guards; nothing where they do not close.
std::optional<std::string> unquoted(std::string_view text)
{
    if (text.empty() || text.front() != '"')
        return std::nullopt;
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"')
            return out;
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        out += text[i];
    }
    return std::nullopt;
}

// "$HOME/Pictures" or "/data/pictures": the format knows nothing else.
std::optional<fs::path> folder_of(std::string_view quoted)
{
    constexpr std::string_view at_home = "$HOME";
    const std::optional<std::string> text = unquoted(quoted);
    if (!text)
        return std::nullopt;
    if (text->rfind(at_home, 0) == 0) {
        const std::string rest = text->substr(at_home.size());
        if (rest.find_first_not_of('/') == std::string::npos)
            return home();  // so a user says that there is no such folder
        return home() / rest.substr(rest.find_first_not_of('/'));
    }
    return fs::path(*text).is_absolute() ? std::optional<fs::path>(*text) : std::nullopt;
}

std::optional<fs::path> in_user_dirs(const std::string& name)
{
    constexpr std::size_t limit = 64 * 1024;
    const Result<std::string> text = read_whole(configuration() / "user-dirs.dirs", limit);
    if (!text)
        return std::nullopt;
    std::optional<fs::path> found;
    std::string_view rest = text.value();
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        const std::string key = name + "=";
        if (line.substr(0, key.size()) == key)
            found = folder_of(line.substr(key.size()));  // a shell would heed the last
    }
    return found;
}

// `name` as in "XDG_PICTURES_DIR", `usual` as in "Pictures".
fs::path user_folder(const std::string& name, const std::string& usual)
{
    if (const auto named = absolute_in_environment(name.c_str()))
        return *named;
    if (const auto named = in_user_dirs(name))
        return *named;
    std::error_code code;
    const fs::path folder = home() / usual;
    return fs::is_directory(folder, code) ? folder : home();
}

}  // namespace

fs::path settings_file()
{
    return configuration() / "tpatlas" / "settings.toml";
}

fs::path cache_folder()
{
    return absolute_in_environment("XDG_CACHE_HOME").value_or(home() / ".cache") / "tpatlas";
}

fs::path pictures_folder()
{
    return user_folder("XDG_PICTURES_DIR", "Pictures");
}

fs::path scenes_folder()
{
    return user_folder("XDG_DOCUMENTS_DIR", "Documents") / "Trigger Point Atlas";
}

}  // namespace tpatlas::io
