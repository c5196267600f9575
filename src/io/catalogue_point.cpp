// A muscle's points: where they lie, and how they are pressed.
#include "io/catalogue_records.hpp"

#include <array>

namespace tpatlas::io {

namespace {

constexpr std::array<std::string_view, 6> class_texts{"P0", "P1", "P2", "P3", "P4", "P5"};
constexpr std::array<std::string_view, 2> sides{"left", "right"};

std::optional<Near> read_near(const TomlNode& node, FileFaults& faults)
{
    TableReader table(node, "near", faults);
    Near near;
    const std::string landmark = table.text("landmark");
    if (!landmark.empty())
        near.landmarks.push_back({landmark});
    for (const std::string& one : table.list("between"))
        near.landmarks.push_back({one});
    near.max_mm = table.required_number("max_mm");
    const bool has_reach = table.number("max_mm").has_value();  // else told already
    if (near.landmarks.empty() || (!landmark.empty() && near.landmarks.size() > 1)) {
        table.fault("landmark", "near names no landmark, or both landmark and between",
                    "write landmark = \"...\" or between = [\"...\", \"...\"]");
        table.finish();
        return std::nullopt;
    }
    table.finish();
    return has_reach ? std::optional(std::move(near)) : std::nullopt;
}

std::optional<Press> read_press(const TomlNode& node, FileFaults& faults)
{
    TableReader table(node, "press", faults);
    Press press;
    if (!table.find("who"))
        table.fault("who", "the press does not say who", "add who = \"self\", or another");
    press.who = table.choice<Who>("who", who_texts).value_or(Who::view_only);
    press.contacts = table.choices<Contact>("contacts", contact_texts);
    press.strokes = table.choices<Gesture>("strokes", gesture_texts);
    press.direction = table.vector("direction");
    press.direction_words = table.text("direction_words");
    press.against = table.text("against");
    press.posture = table.text("posture");
    if (!table.find("class") && press.who != Who::view_only)
        table.fault("class", "the press has no class", "add class = \"P1\" to \"P5\"");
    press.pressure_class.number = table.choice<int>("class", class_texts).value_or(0);
    press.avoid = table.text("avoid");
    press.note = table.text("note");
    const Faults wrong = faults_of(press);
    table.report(wrong);
    table.finish();
    return wrong.empty() ? std::optional(std::move(press)) : std::nullopt;
}

// A zone of its own, or the name of one that several points share.
std::optional<Zone> read_zone_of_point(TableReader& table, const char* key,
                                       const ReadContext& context)
{
    const TomlNode* node = table.find(key);
    if (!node)
        return std::nullopt;
    if (!node->is(TomlNode::Kind::text))
        return read_zone(*node, std::string(key) + " zone", table.faults());
    const auto at = context.shared_zones.find(node->string);
    if (at != context.shared_zones.end())
        return at->second;
    const std::string near = context.guesses.nearest(node->string, [&] {
        std::vector<std::string> known;
        for (const auto& [id, zone] : context.shared_zones)
            known.push_back(id);
        return known;
    });
    table.fault(key, "there is no shared zone '" + node->string + "'",
                (near.empty() ? "" : "did you mean '" + near + "'? else ") +
                    std::string("add a [[zone]] with this id, or write the zone here"));
    return std::nullopt;
}

void read_place(TableReader& table, const std::vector<std::string>& structures,
                TriggerPoint::Fields& fields)
{
    fields.place = table.text("place");
    fields.structure = table.text("structure");
    if (fields.structure.empty() && structures.size() == 1)
        fields.structure = structures.front();  // one structure: no need to name it
    else if (fields.structure.empty() && structures.size() > 1)
        table.fault("structure", "the point does not say in which structure of its muscle it lies",
                    "add structure = \"" + structures.front() + "\", or another");
    fields.stack = table.text("stack");
    fields.u = table.required_number("u");
    fields.v = table.required_number("v");
    fields.depth = table.number("depth").value_or(0.5f);
    fields.uncertainty_mm = table.required_number("uncertainty_mm");
    fields.kind = table.choice<PointKind>("kind", point_kind_texts).value_or(PointKind::central);
    if (const auto side = table.choice<int>("side_only", sides))
        fields.side_only = *side == 0 ? Side::left : Side::right;
    for (const TomlNode* node : table.tables("near"))
        if (std::optional<Near> near = read_near(*node, table.faults()))
            fields.near.push_back(std::move(*near));
}

}  // namespace

std::optional<TriggerPoint> read_point(TableReader& table, const MuscleId& muscle,
                                       const std::vector<std::string>& structures,
                                       ReadContext& context)
{
    TriggerPoint::Fields fields;
    fields.id = {muscle.text + "." + table.text("id")};
    fields.muscle = muscle;
    read_place(table, structures, fields);
    fields.book_numbers = table.list("book_numbers");
    fields.essential = read_zone_of_point(table, "essential", context);
    fields.spillover = read_zone_of_point(table, "spillover", context);
    for (const TomlNode* node : table.tables("press"))
        if (std::optional<Press> press = read_press(*node, table.faults()))
            fields.press.push_back(std::move(*press));
    fields.cautions = table.list("cautions");
    fields.historical = table.list("historical");
    fields.view_only_reason = table.text("view_only_reason");
    fields.estimates = table.list("estimates");
    fields.sources = table.citations("sources");
    fields.confidence =
        table.choice<Confidence>("confidence", confidence_texts).value_or(Confidence::low);
    note_citations(table, "sources", fields.sources, context);
    Result<TriggerPoint> point = TriggerPoint::make(std::move(fields));
    if (!point)
        table.report(point.faults());
    table.finish();
    return point ? std::optional(point.take()) : std::nullopt;
}

}  // namespace tpatlas::io
