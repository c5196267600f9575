#include "app/test_report.hpp"

#include "atlas/registration.hpp"

#include <cstdio>
#include <fstream>
#include <system_error>

#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

namespace tpatlas::app {

namespace {

std::string json_text(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            out += ' ';
        else
            out += c;
    }
    return out + "\"";
}

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

// One JSON object, member by member.
class Members {
public:
    void add(std::string_view key, const std::string& json)
    {
        text_ += (text_.empty() ? "" : ",\n") + json_text(key) + ": " + json;
    }
    void add_text(std::string_view key, std::string_view value) { add(key, json_text(value)); }
    void add_number(std::string_view key, double value) { add(key, number(value)); }
    void add_flag(std::string_view key, bool value) { add(key, value ? "true" : "false"); }
    void add_place(std::string_view key, std::initializer_list<float> values)
    {
        std::string list;
        for (const float value : values)
            list += (list.empty() ? "" : ", ") + number(static_cast<double>(value));
        add(key, "[" + list + "]");
    }
    std::string done() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

std::string items_object(const std::vector<ui::Item>& items)
{
    Members members;
    for (const ui::Item& item : items)
        members.add_place(item.label, {item.min.x, item.min.y, item.max.x, item.max.y});
    return members.done();
}

std::string camera_object(const CameraPose& camera)
{
    Members members;
    members.add_place("target_mm", {camera.target_mm.x, camera.target_mm.y, camera.target_mm.z});
    members.add_number("distance_mm", static_cast<double>(camera.distance_mm));
    members.add_number("yaw", static_cast<double>(camera.yaw));
    members.add_number("pitch", static_cast<double>(camera.pitch));
    members.add_number("roll", static_cast<double>(camera.roll));
    members.add_number("field_of_view", static_cast<double>(camera.field_of_view));
    return members.done();
}

std::string points_object(const ReportFacts& facts)
{
    const CameraPose& camera = facts.session.view().camera;
    const glm::mat4 clip_from_world =
        camera.clip_from_view(facts.picture_size.x / facts.picture_size.y) *
        camera.view_from_world();
    Members members;
    for (const PlacedPoint& point : facts.session.atlas().points()) {
        const glm::vec4 clip = clip_from_world * glm::vec4(point.position_mm, 1);
        const float x = facts.picture_min.x + (clip.x / clip.w + 1) / 2 * facts.picture_size.x;
        const float y = facts.picture_min.y + (1 - clip.y / clip.w) / 2 * facts.picture_size.y;
        members.add_place((*point.record)->id.text + " " + std::string(to_text(point.side)),
                          {x, y});
    }
    return members.done();
}

void add_selection(Members& members, const Session& session)
{
    const Document& document = session.document();
    members.add("muscle", document.muscle ? json_text(document.muscle->id.text) : "null");
    members.add("muscle_side",
                document.muscle ? json_text(to_text(document.muscle->side)) : "null");
    members.add("point", document.point ? json_text(document.point->id.text) : "null");
    members.add("point_side", document.point ? json_text(to_text(document.point->side)) : "null");
    members.add("structure", document.structure ? json_text(document.structure->text) : "null");
    members.add_number("skin", static_cast<double>(document.skin_opacity));
    members.add_number("depth", static_cast<double>(document.depth));
    members.add_flag("can_undo", session.can_undo());
}

template <class Values, class Text>
std::string list_of(const Values& values, const Text& text)
{
    std::string list;
    for (const auto& value : values)
        list += (list.empty() ? "" : ", ") + json_text(text(value));
    return "[" + list + "]";
}

std::string_view word(Visibility visibility)
{
    return visibility == Visibility::hidden  ? "hidden"
           : visibility == Visibility::faded ? "faded"
                                             : "shown";
}

void add_document(Members& members, const Session& session)
{
    const Document& document = session.document();
    Members visibility;
    for (const auto& [id, how] : document.visibility)
        visibility.add_text(id.text, word(how));
    members.add("visibility", visibility.done());
    members.add_text("others", word(document.others));
    members.add("also", list_of(document.also, [](const StructureId& id) { return id.text; }));
    members.add_text("labelling", document.labelling == Labelling::none       ? "none"
                                  : document.labelling == Labelling::selected ? "selected"
                                                                              : "all");
    const auto key = [](const Deed& deed) { return deed.key; };
    members.add("undoable", list_of(session.history().undoable(), key));
    members.add("redoable", list_of(session.history().redoable(), key));
}

std::string cut_object(const CutPlane& cut, const std::optional<glm::vec2>& handle)
{
    Members members;
    members.add_place("normal", {cut.normal.x, cut.normal.y, cut.normal.z});
    members.add_number("offset_mm", static_cast<double>(cut.offset_mm));
    if (handle)
        members.add_place("handle", {handle->x, handle->y});
    return members.done();
}

std::string_view word(Sheet sheet)
{
    switch (sheet) {
    case Sheet::capture: return "capture";
    case Sheet::scenes: return "scenes";
    case Sheet::settings: return "settings";
    case Sheet::keys: return "keys";
    case Sheet::body: return "body";
    case Sheet::details: break;
    }
    return "details";
}

void add_window(Members& members, const ReportFacts& facts)
{
    const View& view = facts.session.view();
    members.add_flag("client", view.client);
    members.add_text("sheet", word(view.sheet));
    members.add_text("theme", view.theme);
    members.add_number("scale", static_cast<double>(facts.scale));
    members.add("notice", view.notice ? json_text(view.notice->key) : "null");
    members.add("notice_what", view.notice ? json_text(view.notice->what) : "null");
    members.add_text("scene_file", view.scene_file);
    members.add_flag("free_orbit", view.free_orbit);
    members.add("listing", list_of(view.listing.entries, [](const FolderListing::Entry& entry) {
                    return entry.name;
                }));
    members.add("second_camera",
                view.second_camera ? camera_object(*view.second_camera) : "null");
    members.add("cut", facts.session.document().cut
                           ? cut_object(*facts.session.document().cut, facts.cut_handle)
                           : "null");
}

// A user's body: whose it is, on its way or there.
void add_body(Members& members, const Session& session)
{
    const View& view = session.view();
    const Body& body = session.atlas().body();
    const Registration* registration = session.atlas().registration();
    int own = 0;
    for (const Structure& structure : body.structures())
        own += structure.provenance == Provenance::imported ? 1 : 0;
    members.add("reading", view.reading ? json_text(view.reading->name) : "null");
    members.add_flag("fitting", view.reading && view.reading->of > 0 && view.reading->file.empty());
    members.add_number("own_structures", own);
    members.add_flag("registered", registration != nullptr && registration->registered);
    members.add_flag("body_unsaved", view.body.unsaved);
    members.add_flag("ghosts", session.document().ghosts);
}

void add_view(Members& members, const Session& session)
{
    const View& view = session.view();
    const Atlas& atlas = session.atlas();
    members.add_text("side", view.side == SideChoice::left    ? "left"
                             : view.side == SideChoice::right ? "right"
                                                              : "both");
    members.add_text("search", view.search);
    members.add_flag("hint", view.first_hint);
    const std::optional<ShownPress> press = shown_press(session.document(), atlas);
    members.add_text("press", press ? (*press->option.technique)->id.text + " " +
                                          std::string(to_text(press->option.contact))
                                    : std::string());
    const auto said = [](const std::optional<int>& pain) {
        return pain ? std::to_string(*pain) : std::string("null");
    };
    members.add("pain", "[" + said(view.pain.before) + ", " + said(view.pain.now) + "]");
    members.add_flag("playing", view.playback.playing);
    members.add_number("share", static_cast<double>(view.playback.share));
    members.add_number("speed", static_cast<double>(view.playback.speed));
    members.add("hovered_structure",
                view.hovered_structure && *view.hovered_structure < atlas.body().structures().size()
                    ? json_text(atlas.body().structures()[*view.hovered_structure].id.text)
                    : "null");
    members.add("hovered_point",
                view.hovered_point && *view.hovered_point < atlas.points().size()
                    ? json_text((*atlas.points()[*view.hovered_point].record)->id.text)
                    : "null");
    members.add("camera", camera_object(view.camera));
}

}  // namespace

std::string test_report(const ReportFacts& facts)
{
    Members members;
    members.add_number("frame", static_cast<double>(facts.frame));
    members.add_number("body_draws", static_cast<double>(facts.body_draws));
    members.add_flag("animating", facts.session.animating());
    members.add_number("body_draw_s", facts.body_draw_s);
    members.add_flag("moving", facts.moving);
    members.add_flag("typing", facts.typing);
    members.add_text("device", facts.device);
    members.add_place("window", {facts.window.x, facts.window.y});
    members.add_place("picture", {facts.picture_min.x, facts.picture_min.y, facts.picture_size.x,
                                  facts.picture_size.y});
    add_selection(members, facts.session);
    add_view(members, facts.session);
    add_document(members, facts.session);
    add_body(members, facts.session);
    add_window(members, facts);
    members.add("items", items_object(facts.items));
    members.add("points", points_object(facts));
    return members.done() + "\n";
}

void write_test_report(const std::filesystem::path& file, const ReportFacts& facts)
{
    // Written aside and renamed, so that a reader never sees half of it. A test that cannot be
    // reported to notices itself.
    std::filesystem::path aside = file;
    aside += ".part";
    std::ofstream(aside, std::ios::binary) << test_report(facts);
    std::error_code ignored;
    std::filesystem::rename(aside, file, ignored);
}

}  // namespace tpatlas::app
