// Zones that are not pressed, or only so.
#include "io/catalogue_records.hpp"

#include <array>

#include <glm/geometric.hpp>

namespace tpatlas::io {

namespace {

constexpr std::array<std::string_view, 6> class_texts{"P0", "P1", "P2", "P3", "P4", "P5"};

// directions = [[x, y, z], ...], at most a few.
std::vector<glm::vec3> read_directions(TableReader& table)
{
    std::vector<glm::vec3> directions;
    const TomlNode* list = table.find("directions");
    if (!list)
        return directions;
    bool sound = list->is(TomlNode::Kind::array);
    for (const TomlNode& one : list->children) {
        glm::vec3 v(0);
        sound = sound && one.is(TomlNode::Kind::array) && one.children.size() == 3;
        for (int axis = 0; sound && axis < 3; ++axis) {
            const TomlNode& number = one.children[static_cast<std::size_t>(axis)];
            sound = number.is(TomlNode::Kind::number);
            if (sound)
                v[axis] = static_cast<float>(number.number);
        }
        sound = sound && glm::length(v) > 0.1f && glm::length(v) < 10;
        if (sound)
            directions.push_back(glm::normalize(v));
    }
    if (!sound)
        table.fault("directions", "'directions' is no list of directions",
                    "write directions = [[x, y, z], ...] for the right side");
    return directions;
}

std::optional<NoPressAllowance> read_allowance(const TomlNode& node, FileFaults& faults)
{
    TableReader table(node, "allow", faults);
    NoPressAllowance allowance;
    if (!table.find("who"))
        table.fault("who", "the allowance does not say who", "add who = \"self\" or \"therapist\"");
    allowance.who = table.choice<Who>("who", who_texts).value_or(Who::therapist);
    allowance.contacts = table.choices<Contact>("contacts", contact_texts);
    allowance.directions = read_directions(table);
    allowance.within_deg = table.number("within_deg").value_or(0);
    allowance.highest.number = table.choice<int>("class", class_texts).value_or(0);
    allowance.longest_s = table.number("longest_s");
    allowance.words = table.text("words");
    const Faults wrong = faults_of(allowance);
    table.report(wrong);
    table.finish();
    return wrong.empty() ? std::optional(std::move(allowance)) : std::nullopt;
}

} // namespace

std::optional<NoPressZone> read_no_press(TableReader& table, ReadContext& context)
{
    NoPressZone::Fields fields;
    fields.id = {table.text("id")};
    if (const TomlNode* node = table.table("name")) {
        TableReader names(*node, "name", table.faults());
        fields.name_en = names.text("en");
        names.finish();
    }
    if (!table.find("grade"))
        table.fault("grade", "the zone has no grade",
                    "add grade = \"never\", \"only\" or \"care\"");
    fields.grade =
        table.choice<NoPressGrade>("grade", no_press_grade_texts).value_or(NoPressGrade::never);
    fields.where =
        table.choice<NoPressSide>("side", no_press_side_texts).value_or(NoPressSide::both);
    fields.protects = table.text("protects");
    fields.text = table.text("text");
    bool whole = true;
    for (const TomlNode* shape : table.tables("shapes"))
        if (std::optional<Shape> read = read_shape(*shape, table.faults()))
            fields.shapes.push_back(std::move(*read));
        else
            whole = false;
    for (const TomlNode* node : table.tables("allow"))
        if (std::optional<NoPressAllowance> read = read_allowance(*node, table.faults()))
            fields.allow.push_back(std::move(*read));
        else
            whole = false;
    fields.estimates = table.list("estimates");
    fields.sources = table.citations("sources");
    fields.confidence =
        table.choice<Confidence>("confidence", confidence_texts).value_or(Confidence::low);
    note_citations(table, "sources", fields.sources, context);
    Result<NoPressZone> zone = NoPressZone::make(std::move(fields));
    if (!zone && whole)
        table.report(zone.faults());
    table.finish();
    return zone && whole ? std::optional(zone.take()) : std::nullopt;
}

} // namespace tpatlas::io
