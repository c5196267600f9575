// The text of a scene as values. What is wrong is told with its line, all of it at once; nothing is
// believed that the program itself would not have written.

#include "io/scene_file.hpp"

#include "io/scene_words.hpp"

#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas::io {

namespace {

constexpr float farthest_mm = 100000;
constexpr float half_turn = 3.1415927f;
constexpr std::size_t longest_id = 200;
constexpr std::size_t most_structures = 20000;  // looking each up must not take a hostile file's time

class SceneReader {
public:
    SceneReader(const TomlNode& root, FileFaults& faults)
        : root_(root), faults_(faults), head_(root, "the scene", faults)
    {
    }

    SavedScene read()
    {
        head_.find("version");
        scene_.body = head_.text("body");
        scene_.side = head_.choice<SideChoice>("side", side_choice_words).value_or(scene_.side);
        scene_.theme = theme_in(head_, scene_.theme);
        scene_.press = number_within(head_, "press", 0, 1, scene_.press);
        read_cameras();
        read_table("selected", [this](TableReader& table) { read_selected(table); });
        read_table("shown", [this](TableReader& table) { read_shown(table); });
        read_table("visibility", [this](TableReader& table) { read_visibility(table); });
        read_table("colours", [this](TableReader& table) { read_colours(table); });
        read_table("cut", [this](TableReader& table) { read_cut(table); });
        read_table("picture", [this](TableReader& t) { scene_.picture = capture_in(t); });
        head_.finish();
        return std::move(scene_);
    }

private:
    template <class Read>
    void read_table(const std::string& key, Read read)
    {
        const TomlNode* node = head_.find(key);
        if (node == nullptr)
            return;
        TableReader table(*node, "[" + key + "]", faults_);
        if (!node->is(TomlNode::Kind::table))
            return;
        if (node->children.size() > most_structures) {
            head_.fault(key, "[" + key + "] has more than 20000 lines", "leave most of them out");
            return;
        }
        read(table);
        table.finish();
    }

    void read_cameras()
    {
        if (root_.find("camera") == nullptr)
            head_.fault("camera", "the scene has no [camera]",
                        "add it, with target_mm and distance_mm");
        read_table("camera", [this](TableReader& t) { scene_.camera = camera_in(t); });
        read_table("second_camera", [this](TableReader& t) { scene_.second_camera = camera_in(t); });
    }

    static CameraPose camera_in(TableReader& table)
    {
        CameraPose pose;
        if (table.find("target_mm") == nullptr)
            table.fault("target_mm", table.what() + " has no 'target_mm'", "add it: [x, y, z]");
        const glm::vec3 target = table.vector("target_mm").value_or(pose.target_mm);
        if (glm::length(target) <= farthest_mm)
            pose.target_mm = target;
        else
            table.fault("target_mm", "'target_mm' is far off", "name a place near the body");
        if (table.find("distance_mm") == nullptr)
            table.fault("distance_mm", table.what() + " has no 'distance_mm'", "add it: a number");
        pose.distance_mm = number_within(table, "distance_mm", 1, farthest_mm, pose.distance_mm);
        pose.yaw = number_within(table, "yaw", -1000, 1000, pose.yaw);
        pose.pitch = number_within(table, "pitch", -half_turn / 2, half_turn / 2, pose.pitch);
        pose.roll = number_within(table, "roll", -1000, 1000, pose.roll);
        pose.field_of_view = number_within(table, "field_of_view", 0.02f, 2.5f, pose.field_of_view);
        return pose;
    }

    // An id of ours is short; a longer one would only fill the messages about it.
    bool is_id(TableReader& table, std::string_view key, const std::string& text)
    {
        const bool sound = !text.empty() && text.size() <= longest_id;
        if (!sound)
            table.fault(key, "an id is " + std::string(text.empty() ? "empty" : "too long"),
                        "write one that `tpatlas list structures` prints");
        return sound;
    }

    template <class Choice>
    std::optional<Choice> choice_in(TableReader& table, const std::string& key)
    {
        const TomlNode* node = table.find(key);
        if (node == nullptr)
            return std::nullopt;
        TableReader inner(*node, "'" + key + "'", faults_);
        if (!node->is(TomlNode::Kind::table))
            return std::nullopt;
        Choice choice;
        choice.id.text = inner.text("id");
        choice.side = inner.choice<Side>("side", side_words).value_or(choice.side);
        inner.finish();
        return is_id(inner, "id", choice.id.text) ? std::optional(choice) : std::nullopt;
    }

    void read_selected(TableReader& table)
    {
        Document& document = scene_.document;
        document.muscle = choice_in<MuscleChoice>(table, "muscle");
        document.point = choice_in<PointChoice>(table, "point");
        if (table.find("point") != nullptr && table.find("muscle") == nullptr)
            table.fault("point", "a point is selected without its muscle", "add muscle = ...");
        if (table.find("structure") != nullptr)
            if (StructureId id{table.text("structure")}; is_id(table, "structure", id.text))
                document.structure = id;
        for (const std::string& text : table.list("also"))
            if (is_id(table, "also", text))
                document.also.insert({text});
    }

    void read_shown(TableReader& table)
    {
        Document& d = scene_.document;
        if (table.find("technique") != nullptr)
            if (TechniqueId id{table.text("technique")}; is_id(table, "technique", id.text))
                d.technique = id;
        d.contact = table.choice<Contact>("contact", contact_texts);
        if (table.find("skin_tone") != nullptr)
            if (const std::string name = table.text("skin_tone"); is_id(table, "skin_tone", name))
                d.skin_tone = name;
        d.depth = number_within(table, "depth", 0, 1, d.depth);
        d.skin_opacity = number_within(table, "skin_opacity", 0, 1, d.skin_opacity);
        d.ghosts = table.flag("ghosts").value_or(d.ghosts);
        d.no_press = table.flag("no_press").value_or(d.no_press);
        d.labelling = table.choice<Labelling>("labels", labelling_words).value_or(d.labelling);
        d.latin = table.flag("latin").value_or(d.latin);
        d.others = table.choice<Visibility>("others", visibility_words).value_or(d.others);
        for (const StructureKind kind :
             table.choices<StructureKind>("hidden_kinds", structure_kind_texts))
            d.hidden_kinds.insert(kind);
    }

    void read_visibility(TableReader& table)
    {
        for (const TomlNode& child : root_.find("visibility")->children)
            if (const auto value = table.choice<Visibility>(child.key, visibility_words);
                value && is_id(table, child.key, child.key))
                scene_.document.visibility[{child.key}] = *value;
    }

    void read_colours(TableReader& table)
    {
        for (const TomlNode& child : root_.find("colours")->children) {
            const std::optional<std::vector<float>> srgb = table.numbers(child.key);
            if (!srgb || !is_id(table, child.key, child.key))
                continue;
            const auto fits = [](float share) { return share >= 0 && share <= 1; };
            if (srgb->size() == 3 && fits((*srgb)[0]) && fits((*srgb)[1]) && fits((*srgb)[2]))
                scene_.document.colours[{child.key}] = {(*srgb)[0], (*srgb)[1], (*srgb)[2]};
            else
                table.fault(child.key, "'" + child.key + "' is no colour",
                            "write red, green and blue, each from 0 to 1");
        }
    }

    void read_cut(TableReader& table)
    {
        CutPlane cut;
        const glm::vec3 normal = table.vector("normal").value_or(cut.normal);
        const float length = glm::length(normal);
        if (length < 1e-3f)
            table.fault("normal", "'normal' has no direction", "write one, as [0, 0, 1]");
        else  // what is one long already stays as it is, to the last bit
            cut.normal = std::abs(length - 1) < 1e-4f ? normal : normal / length;
        cut.offset_mm =
            number_within(table, "offset_mm", -farthest_mm, farthest_mm, cut.offset_mm);
        scene_.document.cut = cut;
    }

    const TomlNode& root_;
    FileFaults& faults_;
    TableReader head_;
    SavedScene scene_;
};

// Before anything else is looked at: a newer program may mean something else by every key.
std::optional<Error> version_fault(const TomlNode& root, const std::string& where)
{
    const TomlNode* version = root.find("version");
    if (version == nullptr)
        return Error{where, "is no scene: it has no 'version'",
                     "give a scene that this program saved, or a PNG that it made"};
    const std::string line = where + ":" + std::to_string(version->line);
    if (!version->is(TomlNode::Kind::number) || !version->whole || version->number < 1)
        return Error{line, "'version' is no whole number from 1", "write version = 1"};
    if (version->number > scene_version)
        return Error{line, "the scene was made by a newer version of this program",
                     "open it with that version"};
    return std::nullopt;
}

}  // namespace

Result<SavedScene> scene_of_text(std::string_view text, const std::string& where)
{
    if (text.size() > scene_text_limit)
        return Error{where, "is larger than 1 MB", "no scene is so large; choose another file"};
    const Result<TomlNode> root = parse_toml(text, where);
    if (!root)
        return root.faults();
    if (const std::optional<Error> fault = version_fault(root.value(), where))
        return *fault;
    Faults faults;
    FileFaults of_file(where, faults);
    SavedScene scene = SceneReader(root.value(), of_file).read();
    if (!faults.empty())
        return faults;
    return scene;
}

}  // namespace tpatlas::io
