#include "io/settings_file.hpp"

#include "core/utf8.hpp"
#include "io/state_words.hpp"
#include "io/toml_words.hpp"
#include "io/whole_file.hpp"

#include <system_error>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t settings_limit = 256 * 1024;

Settings settings_in(TableReader& table, FileFaults& faults)
{
    Settings s;
    s.theme = theme_in(table, s.theme);
    if (table.number("interface_scale").value_or(0) != 0)
        s.interface_scale = number_within(table, "interface_scale", smallest_interface_scale,
                                          largest_interface_scale, s.interface_scale);
    s.reduced_motion = table.flag("reduced_motion").value_or(s.reduced_motion);
    s.free_orbit = table.flag("free_orbit").value_or(s.free_orbit);
    s.first_hint = table.flag("first_hint").value_or(s.first_hint);
    s.side = table.choice<SideChoice>("side", side_choice_words).value_or(s.side);
    s.list_order = table.choice<ListOrder>("list_order", list_order_words).value_or(s.list_order);
    s.layers_open = table.flag("layers_open").value_or(s.layers_open);
    s.recent = table.list("recent");
    if (s.recent.size() > most_recent_files)
        s.recent.resize(most_recent_files);
    if (const TomlNode* node = table.find("capture")) {
        TableReader capture(*node, "[capture]", faults);
        s.capture = capture_in(capture);
        s.capture.folder = capture.text("folder");
    }
    return s;
}

// Names that TOML cannot hold are not kept: one would make the whole file unreadable.
std::string recent_text(const std::vector<std::string>& recent)
{
    std::string out = "[\n";
    for (const std::string& file : recent)
        if (is_utf8(file))
            out += "  " + toml_text(file) + ",\n";
    return out + "]";
}

std::string text_of(const Settings& s)
{
    std::string out;
    const auto put = [&out](const std::string& key, const std::string& value) {
        out += key + " = " + value + "\n";
    };
    put("theme", toml_text(s.theme));
    put("interface_scale", toml_number(s.interface_scale));
    put("reduced_motion", toml_flag(s.reduced_motion));
    put("free_orbit", toml_flag(s.free_orbit));
    put("first_hint", toml_flag(s.first_hint));
    put("side", toml_text(word_of(s.side, side_choice_words)));
    put("list_order", toml_text(word_of(s.list_order, list_order_words)));
    put("layers_open", toml_flag(s.layers_open));
    put("recent", recent_text(s.recent));
    out += "\n[capture]\n" + capture_lines(s.capture);
    if (!s.capture.folder.empty() && is_utf8(s.capture.folder))
        put("folder", toml_text(s.capture.folder));
    return out;
}

// The first free one of NAME.broken, NAME.broken-2 ...
Result<Done> move_aside(const fs::path& file)
{
    std::error_code code;
    fs::path aside = file;
    aside += ".broken";
    const fs::path first = aside;
    for (int number = 2; fs::exists(fs::symlink_status(aside, code)) && number < 100; ++number)
        aside = first.string() + "-" + std::to_string(number);
    fs::rename(file, aside, code);
    if (code)
        return Error{file.string(), "cannot be read, nor moved aside: " + code.message(),
                     "move it away"};
    return Done{};
}

}  // namespace

Result<Settings> read_settings(const fs::path& file)
{
    std::error_code code;
    if (!fs::exists(file, code) && !code)
        return Settings{};
    const Result<std::string> text = read_whole(file, settings_limit);
    if (!text)
        return text.faults();
    const Result<TomlNode> root = parse_toml(text.value(), file.string());
    if (!root)
        return root.faults();
    Faults faults;
    FileFaults of_file(file.string(), faults);
    TableReader table(root.value(), "the settings", of_file);
    Settings settings = settings_in(table, of_file);
    if (!faults.empty())
        return faults;
    return settings;
}

Result<Done> write_settings(const fs::path& file, const Settings& settings)
{
    std::error_code code;
    fs::create_directories(file.parent_path(), code);  // where it cannot, the writing says so
    if (fs::exists(file, code) && !read_settings(file))
        if (const Result<Done> moved = move_aside(file); !moved)
            return moved;
    return write_whole(file, text_of(settings));
}

}  // namespace tpatlas::io
