#include "cli/command_line.hpp"

#include "core/skin_tones.hpp"

#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "core/model_kinds.hpp"
#include "core/nearest_word.hpp"
#include "state/framing.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <CLI/CLI.hpp>

namespace tpatlas::cli {

namespace {

constexpr int wrong_usage = 2;
constexpr int max_edge_px = 32768;

// "1200x900"; nothing where it is not that.
std::optional<std::array<int, 2>> size_of(const std::string& text)
{
    int width = 0, height = 0, read = 0;
    if (std::sscanf(text.c_str(), "%6dx%6d%n", &width, &height, &read) != 2 ||
        static_cast<std::size_t>(read) != text.size())
        return std::nullopt;
    if (width < 16 || height < 16 || width > max_edge_px || height > max_edge_px)
        return std::nullopt;
    return std::array<int, 2>{width, height};
}

std::string check_size(const std::string& text)
{
    return size_of(text) ? "" : "'" + text + "' is no size: WIDTHxHEIGHT, 16 to 32768 pixels";
}

// CLI::Range lets through what is not a number, and of whole ones only those.
std::string check_number(const std::string& text, int least, int most)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (!text.empty() && *end == 0 && value >= least && value <= most)
        return "";
    return "'" + text + "' is no number from " + std::to_string(least) + " to " +
           std::to_string(most);
}

std::string check_share(const std::string& text)
{
    return check_number(text, 0, 1);
}

std::string check_span(const std::string& text)
{
    return check_number(text, 10, 4000);
}

// A word forgotten before it, and something else would be lost that lies there. A device or a pipe
// loses nothing.
std::string check_glb(const std::string& text)
{
    std::error_code fault;
    return lower_ending(text) == ".glb" || std::filesystem::is_other(text, fault)
               ? ""
               : "'" + text + "' does not end in .glb";
}

// All that the options are read into, and which verb was asked for.
struct Asked {
    CommonOptions common;
    ListOptions list;
    ShowOptions show;
    ShotOptions shot;
    ExportOptions output;
    CheckOptions check;
    BenchOptions bench;
    WindowOptions window;
    std::string shot_size;
    std::string bench_size = "1920x1080";
    std::string side;
    std::string no_verb;  // a word that is no verb: a scene, a picture or a mesh to show
};

std::vector<std::string> tones()
{
    std::vector<std::string> names;
    for (const SkinTone& tone : skin_tones)
        names.emplace_back(tone.name);
    return names;
}

std::string names_of_tones(const std::string& between)
{
    std::string all;
    for (const std::string& name : tones())
        all += (all.empty() ? "" : between) + name;
    return all;
}

void add_common(CLI::App& app, Asked& asked)
{
    app.add_option("--body", asked.common.body,
                   "show these meshes: a file or a folder (" + std::string(model_kinds) + ")")
        ->type_name("PATH");
    app.add_option("--catalogue", asked.common.catalogue, "lay this folder's records over ours")
        ->type_name("DIR");
    app.add_option("--lang", asked.common.language, "language of the interface")->type_name("CODE");
    app.add_option("--data", asked.common.data, "where the program's data are")->type_name("DIR");
}

void add_list(CLI::App& app, Asked& asked)
{
    CLI::App* verb = app.add_subcommand("list", "list records and places");
    verb->add_option("kind", asked.list.what, "structures, muscles, points, zones, regions, "
                                              "landmarks, techniques, no_press, red_flags or views")
        ->required()
        ->check(CLI::IsMember(list_kinds()))
        ->type_name("KIND");
    verb->add_flag("--json", asked.list.json, "one JSON document");
}

void add_show(CLI::App& app, Asked& asked)
{
    CLI::App* verb = app.add_subcommand("show", "one record, whole");
    verb->add_option("id", asked.show.id,
                     "of a muscle, point, zone, structure, source, technique, no-press zone "
                     "(no_press.ID), red flag, landmark or region")
        ->required()
        ->type_name("ID");
    verb->add_flag("--json", asked.show.json, "one JSON document");
}

std::vector<std::string> names_of_views()
{
    const std::vector<std::string_view> names = view_names();
    return {names.begin(), names.end()};
}

void add_shot(CLI::App& app, Asked& asked)
{
    CLI::App* verb = app.add_subcommand("shot", "draw a picture; needs no display");
    ShotOptions& shot = asked.shot;
    CLI::Option* point = verb->add_option("--point", shot.point, "select this trigger point");
    point->type_name("ID");
    CLI::Option* muscle = verb->add_option("--muscle", shot.muscle, "select this muscle")
                              ->excludes(point)
                              ->type_name("ID");
    verb->add_option("--scene", shot.scene,
                     "as this scene, or the scene in this picture; what is given beside it changes it")
        ->excludes(point)
        ->excludes(muscle)
        ->type_name("FILE");
    verb->add_option("--side", asked.side, "left, right or both; right when not given")
        ->check(CLI::IsMember({"left", "right", "both"}))
        ->type_name("SIDE");
    verb->add_option("--view", shot.view,
                     "a view that `list views` prints; else as the selection asks")
        ->check(CLI::IsMember(names_of_views()))
        ->type_name("NAME");
    CLI::Option* at = verb->add_option("--at", shot.at,
                                       "close-up: this landmark in the middle of the picture")
                          ->type_name("LANDMARK");
    verb->add_option("--span", shot.span_mm, "of a close-up: millimetres from top to bottom")
        ->check(CLI::Validator(check_span, "", ""))
        ->needs(at)
        ->type_name("MM")
        ->capture_default_str();
    verb->add_option("--size", asked.shot_size,
                     "of the whole picture, in pixels; 1200x900 when not given")
        ->check(CLI::Validator(check_size, "", ""))
        ->type_name("WxH");
    verb->add_option("--press", shot.press,
                     "moment of the press: to 0.2 the contact comes, to 0.4 the force rises, "
                     "to 0.9 it is held, then released")
        ->check(CLI::Validator(check_share, "", ""))
        ->type_name("0..1");
    CLI::Option* technique =
        verb->add_option("--technique", shot.technique, "how it is pressed")->type_name("ID");
    verb->add_option("--contact", shot.contact,
                     "with what, where the technique leaves a choice")
        ->type_name("NAME")
        ->needs(technique)
        ->check(CLI::IsMember(std::vector<std::string>(contact_texts.begin(), contact_texts.end())));
    verb->add_option("--skin", shot.skin, "opacity of the skin")
        ->check(CLI::Validator(check_share, "", ""))
        ->type_name("0..1");
    verb->add_option("--tone", shot.tone, "of the skin: " + names_of_tones(", "))
        ->check(CLI::IsMember(tones()))
        ->type_name("NAME");
    verb->add_option("--depth", shot.depth, "0 peels nothing, 1 leaves bone")
        ->check(CLI::Validator(check_share, "", ""))
        ->type_name("0..1");
    verb->add_option("--theme", shot.theme, "light, dark or high_contrast")
        ->check(CLI::IsMember({"light", "dark", "high_contrast"}))
        ->type_name("NAME");
    CLI::Option* no_press =
        verb->add_flag("--no-press", shot.no_press, "draw the no-press zones on the skin");
    verb->add_option("--tint", shot.tint, "the skin in calm tints: regions, each in its own")
        ->check(CLI::IsMember({"regions"}))
        ->excludes(no_press)
        ->type_name("WHAT");
    verb->add_flag("--transparent", shot.transparent, "no background");
    CLI::Option* no_labels =
        verb->add_flag("--no-labels", shot.no_labels, "no labels and no side marks");
    verb->add_option("--labels", shot.labels,
                     "which names stand in the picture: none, selected (when not given), or all "
                     "that have room")
        ->check(CLI::IsMember({"none", "selected", "all"}))
        ->excludes(no_labels)
        ->type_name("WHICH");
    verb->add_flag("--latin", shot.latin, "names in Latin");
    verb->add_flag("--clean", shot.clean,
                   "no strip with the legend: it goes into the file's texts");
    verb->add_option("-o,--output", shot.output, "the PNG to write")
        ->required()
        ->type_name("FILE.png");
}

void add_others(CLI::App& app, Asked& asked)
{
    CLI::App* check =
        app.add_subcommand("check", "validate a catalogue's files, scenes, bodies: every fault");
    check->add_option("paths", asked.check.paths,
                      "*.toml files, pictures with a scene, meshes, or their folders")
        ->type_name("PATH...");
    check->add_flag("--missing", asked.check.missing,
                    "count what the catalogue does not record, field by field");
    CLI::App* output = app.add_subcommand(
        "export", "write the body with its points and zones as standard binary glTF");
    output->add_option("-o,--output", asked.output.output,
                       "the file to write, in place of what is there")
        ->required()
        ->check(CLI::Validator(check_glb, "", ""))
        ->type_name("FILE.glb");
    CLI::App* bench = app.add_subcommand("bench", "measure load time, frame times and memory");
    bench->add_option("--size", asked.bench_size, "of the pictures, in pixels")
        ->check(CLI::Validator(check_size, "", ""))
        ->type_name("WxH")
        ->capture_default_str();
    bench->add_flag("--json", asked.bench.json, "one JSON document");
}

void describe(CLI::App& app, Asked& asked, const std::string& version)
{
    app.set_version_flag("--version", "tpatlas " + version, "print the version");
    app.set_help_flag("-h,--help", "print this help");
    app.require_subcommand(0, 1);
    app.fallthrough();  // --body and its like may stand after the verb too
    app.footer("Without a verb the window opens. `tpatlas VERB --help` tells about a verb.\n"
               "--body, --catalogue, --lang and --data go with every verb.\n"
               "Example: "
               "tpatlas shot --point trapezius_upper.tp2 --side right --press 0.8 -o a.png\n"
               "Commonly reported, for teaching, not diagnosis.");
    add_common(app, asked);
    add_list(app, asked);
    add_show(app, asked);
    add_shot(app, asked);
    add_others(app, asked);
    app.add_option("mesh", asked.no_verb,
                   "what the window shows: a scene, a picture with one, or meshes as --body")
        ->type_name("SCENE|PICTURE|MESH");
    // For tests, not in the help.
    app.add_option("--test-report", asked.window.test_report)->group("");
    app.add_option("--settings", asked.window.settings)->group("");
}

int tell_wrong_usage(const std::string& what, const std::string& verb)
{
    remark(what + " (tpatlas " + (verb.empty() ? "" : verb + " ") + "--help tells how)");
    return wrong_usage;
}

bool names_a_scene(const std::string& word)
{
    const std::string ending = lower_ending(word);
    return ending == ".toml" || ending == ".png";
}

// A word that is no verb is something to show, if it is there; a scene that is not there is no
// wrong usage but a failure.
std::optional<std::string> misuse_of(const std::string& word, bool has_verb)
{
    if (word.empty())
        return std::nullopt;
    if (has_verb)
        return "'" + word + "' is one word too many";
    std::error_code fault;
    if (names_a_scene(word) || std::filesystem::exists(word, fault))
        return std::nullopt;
    const std::string nearest =
        nearest_word(word, {"list", "show", "shot", "check", "export", "bench"});
    return "'" + word + "' is neither a verb nor a file" +
           (nearest.empty() ? "" : "; did you mean '" + nearest + "'?");
}

// What is pressed must be named, or stand in the scene.
std::optional<std::string> misuse_of(const ShotOptions& shot)
{
    if (!shot.point.empty() || shot.scene)
        return std::nullopt;
    if (shot.press)
        return "--press goes with --point or --scene";
    if (!shot.technique.empty())
        return "--technique goes with --point or --scene";
    return std::nullopt;
}

Result<Done> do_verb(const std::string& verb, Asked& asked, const Program& program)
{
    const std::array<int, 2> bench_size = *size_of(asked.bench_size);
    if (const auto size = size_of(asked.shot_size))
        asked.shot.size_px = glm::ivec2((*size)[0], (*size)[1]);
    asked.bench.width_px = bench_size[0];
    asked.bench.height_px = bench_size[1];
    if (!asked.side.empty())
        asked.shot.side = asked.side == "left"   ? SideChoice::left
                          : asked.side == "both" ? SideChoice::both
                                                 : SideChoice::right;
    if (verb == "list")
        return list_records(asked.common, asked.list);
    if (verb == "show")
        return show_record(asked.common, asked.show);
    if (verb == "shot")
        return shot(asked.common, asked.shot, program);
    if (verb == "check")
        return check_files(asked.common, asked.check);
    if (verb == "export")
        return export_body(asked.common, asked.output);
    if (verb == "bench")
        return bench(asked.common, asked.bench, program);
    if (names_a_scene(asked.no_verb))
        asked.window.scene = asked.no_verb;
    else if (!asked.no_verb.empty())
        asked.common.body = asked.no_verb;
    return open_window(asked.common, asked.window, program);
}

}  // namespace

int run(int argc, const char* const* argv, const Program& program)
{
    CLI::App app("Trigger Point Atlas: the body in 3D, its trigger points, the pain they refer, "
                 "how to press.",
                 "tpatlas");
    Asked asked;
    describe(app, asked, program.version);
    const auto verb = [&app] {
        const std::vector<CLI::App*> verbs = app.get_subcommands();
        return verbs.empty() ? std::string() : verbs.front()->get_name();
    };
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        if (fault.get_exit_code() == 0)  // help and version
            return app.exit(fault);
        const std::optional<std::string> wrong =
            verb().empty() ? misuse_of(asked.no_verb, false) : std::nullopt;
        return tell_wrong_usage(wrong.value_or(fault.what()), verb());
    }
    if (const std::optional<std::string> wrong = misuse_of(asked.no_verb, !verb().empty()))
        return tell_wrong_usage(*wrong, verb());
    if (const std::optional<std::string> wrong = misuse_of(asked.shot); wrong && verb() == "shot")
        return tell_wrong_usage(*wrong, verb());
    if (verb() == "check" && asked.check.paths.empty() && !asked.check.missing)
        return tell_wrong_usage("check needs a PATH, or --missing", verb());
    const Result<Done> done = do_verb(verb(), asked, program);
    if (!done) {
        remark(line_of(done.faults()));
        return 1;
    }
    return 0;
}

}  // namespace tpatlas::cli
