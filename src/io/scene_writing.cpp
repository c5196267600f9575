// A scene as text: keys in one order, one structure a line, only what is not as at the start.

#include "io/scene_file.hpp"

#include "io/scene_words.hpp"
#include "io/toml_words.hpp"

namespace tpatlas::io {

namespace {

// One table's lines; its heading only where it has any.
class Lines {
public:
    void put(const std::string& key, const std::string& value)
    {
        text_ += key + " = " + value + "\n";
    }
    template <class Value, class ToText>
    void put_unless(const std::string& key, const Value& value, const Value& usual, ToText to_text)
    {
        if (!(value == usual))
            put(key, to_text(value));
    }
    std::string under(const std::string& heading) const
    {
        return text_.empty() ? "" : "\n[" + heading + "]\n" + text_;
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string one_a_line(const std::set<StructureId>& ids)
{
    std::string out = "[\n";
    for (const StructureId& id : ids)
        out += "  " + toml_text(id.text) + ",\n";
    return out + "]";
}

template <class Choice>
std::string with_side(const Choice& choice)
{
    return "{ id = " + toml_text(choice.id.text) +
           ", side = " + toml_text(word_of(choice.side, side_words)) + " }";
}

std::string camera_text(const CameraPose& pose, const std::string& heading)
{
    const CameraPose usual;
    Lines lines;
    lines.put("target_mm", toml_vector(pose.target_mm));
    lines.put("distance_mm", toml_number(pose.distance_mm));
    lines.put("yaw", toml_number(pose.yaw));
    lines.put("pitch", toml_number(pose.pitch));
    lines.put_unless("roll", pose.roll, usual.roll, toml_number);
    lines.put_unless("field_of_view", pose.field_of_view, usual.field_of_view, toml_number);
    return lines.under(heading);
}

std::string selected_text(const Document& document)
{
    Lines lines;
    if (document.muscle)
        lines.put("muscle", with_side(*document.muscle));
    if (document.point)
        lines.put("point", with_side(*document.point));
    if (document.structure)
        lines.put("structure", toml_text(document.structure->text));
    if (!document.also.empty())
        lines.put("also", one_a_line(document.also));
    return lines.under("selected");
}

std::string shown_text(const Document& document)
{
    const Document usual;
    Lines lines;
    lines.put_unless("technique", document.technique.text, usual.technique.text, toml_text);
    if (document.contact)
        lines.put("contact", toml_text(to_text(*document.contact)));
    lines.put_unless("depth", document.depth, usual.depth, toml_number);
    lines.put_unless("skin_opacity", document.skin_opacity, usual.skin_opacity, toml_number);
    lines.put_unless("skin_tone", document.skin_tone, usual.skin_tone, toml_text);
    lines.put_unless("ghosts", document.ghosts, usual.ghosts, toml_flag);
    lines.put_unless("no_press", document.no_press, usual.no_press, toml_flag);
    lines.put_unless("labels", document.labelling, usual.labelling, [](Labelling value) {
        return toml_text(word_of(value, labelling_words));
    });
    lines.put_unless("latin", document.latin, usual.latin, toml_flag);
    lines.put_unless("others", document.others, usual.others, [](Visibility value) {
        return toml_text(word_of(value, visibility_words));
    });
    std::vector<std::string> kinds;
    for (const StructureKind kind : document.hidden_kinds)
        kinds.push_back(toml_text(to_text(kind)));
    if (!kinds.empty())
        lines.put("hidden_kinds", toml_list(kinds));
    return lines.under("shown");
}

std::string structures_text(const Document& document)
{
    Lines visibility, colours;
    for (const auto& [id, value] : document.visibility)
        visibility.put(toml_text(id.text), toml_text(word_of(value, visibility_words)));
    for (const auto& [id, srgb] : document.colours)
        colours.put(toml_text(id.text), toml_vector(srgb));
    return visibility.under("visibility") + colours.under("colours");
}

std::string cut_text(const std::optional<CutPlane>& cut)
{
    Lines lines;
    if (cut) {
        lines.put("normal", toml_vector(cut->normal));
        lines.put("offset_mm", toml_number(cut->offset_mm));
    }
    return lines.under("cut");
}

}  // namespace

std::string scene_text(const SavedScene& scene)
{
    const SavedScene usual;
    Lines head;
    head.put("version", std::to_string(scene_version));
    head.put_unless("body", scene.body, usual.body, toml_text);
    head.put_unless("side", scene.side, usual.side, [](SideChoice value) {
        return toml_text(word_of(value, side_choice_words));
    });
    head.put_unless("theme", scene.theme, usual.theme, toml_text);
    head.put_unless("press", scene.press, usual.press, toml_number);
    std::string text = head.text() + camera_text(scene.camera, "camera");
    if (scene.second_camera)
        text += camera_text(*scene.second_camera, "second_camera");
    text += selected_text(scene.document) + shown_text(scene.document) +
            structures_text(scene.document) + cut_text(scene.document.cut);
    const std::string picture = capture_lines(scene.picture);
    return picture.empty() ? text : text + "\n[picture]\n" + picture;
}

}  // namespace tpatlas::io
