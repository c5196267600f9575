// Zones and the places that they are drawn between.
#include "core/nearest_word.hpp"
#include "io/catalogue_records.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tpatlas::io {

namespace {

struct Direction {
    std::string_view word;
    glm::vec3 unit;
};

constexpr std::array<Direction, 6> directions{{{"lateral", {1, 0, 0}},
                                               {"medial", {-1, 0, 0}},
                                               {"up", {0, 1, 0}},
                                               {"down", {0, -1, 0}},
                                               {"front", {0, 0, 1}},
                                               {"back", {0, 0, -1}}}};

constexpr const char* anchor_form = "write it like \"acromion + 30 mm lateral, 10 mm up\"";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The offset of one part, "30 mm lateral"; else what is wrong with it.
struct PartResult {
    glm::vec3 offset_mm{0};
    std::string wrong;
};

PartResult read_part(std::string_view part)
{
    const auto wrong = [&](const std::string& what) {
        return PartResult{{}, "'" + std::string(part.substr(0, 60)) + "' " + what};
    };
    float amount = 0;
    const auto [rest, code] = std::from_chars(part.data(), part.data() + part.size(), amount);
    if (code != std::errc{} || !(amount >= 0 && amount <= 1000))
        return wrong("does not begin with a length");
    std::string_view words =
        trimmed(part.substr(static_cast<std::size_t>(rest - part.data())));
    const std::string_view unit = words.substr(0, 2);
    if (unit != "mm" && unit != "cm")
        return wrong("has no unit after its number (mm or cm)");
    words = trimmed(words.substr(2));
    for (const Direction& direction : directions)
        if (direction.word == words)
            return {direction.unit * (unit == "cm" ? 10 * amount : amount), {}};
    std::vector<std::string> known;
    for (const Direction& direction : directions)
        known.emplace_back(direction.word);
    const std::string near = nearest_word(words, known);
    return wrong("ends with no direction (lateral, medial, up, down, front, back" +
                 (near.empty() ? std::string(")") : "; did you mean '" + near + "'?)"));
}

std::optional<Anchor> read_via(const TomlNode& node, TableReader& table)
{
    TableReader via(node, "a via", table.faults());
    const std::string text = via.text("via");
    via.finish();
    if (text.empty()) {
        table.fault("stroke", "a place of the stroke is no text and no via",
                    "write \"landmark\" or { via = \"landmark\" }");
        return std::nullopt;
    }
    return read_anchor(text, "stroke", table);
}

// Places without widths, in the order of the way; vias bend it.
std::optional<std::vector<Stroke::Node>> read_way(TableReader& table)
{
    const TomlNode* list = table.find("stroke");
    if (!list->is(TomlNode::Kind::array)) {
        table.fault("stroke", "'stroke' is " + std::string(to_text(list->kind)),
                    "write a list of two or more places");
        return std::nullopt;
    }
    constexpr float to_be_read = 1;
    std::vector<Stroke::Node> way;
    for (const TomlNode& item : list->children) {
        const bool is_place = item.is(TomlNode::Kind::text);
        std::optional<Anchor> anchor = is_place ? read_anchor(item.string, "stroke", table)
                                                : read_via(item, table);
        if (!anchor)
            return std::nullopt;
        way.push_back({std::move(*anchor),
                       is_place ? std::optional(to_be_read) : std::optional<float>()});
    }
    const std::vector<std::string> vias = table.list("via");
    if (!vias.empty() && way.size() != 2) {
        table.fault("via", "via beside a stroke of " + std::to_string(way.size()) + " places",
                    "write it between the places that it belongs to: { via = \"landmark\" }");
        return std::nullopt;
    }
    for (std::size_t i = 0; i < vias.size(); ++i) {
        std::optional<Anchor> anchor = read_anchor(vias[i], "via", table);
        if (!anchor)
            return std::nullopt;
        way.insert(way.end() - 1, {std::move(*anchor), std::nullopt});
    }
    return way;
}

std::optional<Shape> read_stroke(TableReader& table)
{
    std::optional<std::vector<Stroke::Node>> way = read_way(table);
    const std::optional<std::vector<float>> widths = table.numbers("width_mm");
    if (!way)
        return std::nullopt;
    if (!widths) {
        if (!table.find("width_mm"))
            table.fault("stroke", "the stroke has no width_mm", "add one width for each place");
        return std::nullopt;
    }
    const auto places = std::count_if(way->begin(), way->end(), [](const Stroke::Node& node) {
        return node.width_mm.has_value();
    });
    if (widths->size() != 1 && widths->size() != static_cast<std::size_t>(places)) {
        table.fault("width_mm",
                    std::to_string(widths->size()) + " widths for " + std::to_string(places) +
                        " places",
                    "write one for each place (none for a via), or one for all");
        return std::nullopt;
    }
    std::size_t at = 0;
    for (Stroke::Node& node : *way)
        if (node.width_mm)
            node.width_mm = (*widths)[widths->size() == 1 ? 0 : at++];
    return Stroke{std::move(*way)};
}

std::optional<Shape> read_patch(TableReader& table)
{
    const std::string place = table.text("patch");
    const float radius = table.required_number("radius_mm");
    std::optional<Anchor> anchor = read_anchor(place, "patch", table);
    if (!anchor)
        return std::nullopt;
    return Patch{std::move(*anchor), radius};
}

}  // namespace

std::optional<Shape> read_shape(const TomlNode& node, FileFaults& faults)
{
    TableReader table(node, "a shape", faults);
    std::optional<Shape> shape;
    if (node.find("patch"))
        shape = read_patch(table);
    else if (node.find("stroke"))
        shape = read_stroke(table);
    else if (node.find("region"))
        shape = WholeRegion{{table.text("region")}};
    else {
        faults.add(node.line, "a shape that is no patch, no stroke and no region",
                   "write { patch = \"landmark\", radius_mm = 20 }, { stroke = [...], width_mm = "
                   "[...] } or { region = \"name\" }");
        return std::nullopt;
    }
    const std::optional<ZoneSide> side = table.choice<ZoneSide>("side", zone_side_texts);
    if (shape)
        std::visit([&](auto& one) { one.side = side; }, *shape);
    table.finish();
    return shape;
}

std::optional<Anchor> read_anchor(const std::string& text, std::string_view key,
                                  TableReader& table)
{
    const std::size_t plus = text.find('+');
    Anchor anchor{std::string(trimmed(std::string_view(text).substr(0, plus))), {}};
    if (anchor.place.empty()) {
        table.fault(key, "a place without a name", anchor_form);
        return std::nullopt;
    }
    if (plus == std::string::npos)
        return anchor;
    std::string_view rest = std::string_view(text).substr(plus + 1);
    for (bool more = true; more;) {
        const std::size_t end = rest.find_first_of(",+");
        const PartResult part = read_part(trimmed(rest.substr(0, end)));
        if (!part.wrong.empty()) {
            table.fault(key, part.wrong, anchor_form);
            return std::nullopt;
        }
        anchor.offset_mm += part.offset_mm;
        more = end != std::string_view::npos;
        if (more)
            rest = rest.substr(end + 1);
    }
    return anchor;
}

std::optional<Zone> read_zone(const TomlNode& node, const std::string& what, FileFaults& faults)
{
    if (!node.is(TomlNode::Kind::table)) {
        faults.add(node.line, what + " is " + std::string(to_text(node.kind)),
                   "write { words = \"...\", names = [...], shapes = [...] }, or the id of a "
                   "[[zone]]");
        return std::nullopt;
    }
    TableReader table(node, what, faults);
    Zone zone;
    table.text("id");  // of a shared zone; read where those are gathered
    zone.words = table.text("words");
    for (const std::string& name : table.list("names"))
        zone.names.push_back({name});
    bool whole = true;
    for (const TomlNode* shape : table.tables("shapes"))
        if (std::optional<Shape> read = read_shape(*shape, faults))
            zone.shapes.push_back(std::move(*read));
        else
            whole = false;
    zone.side = table.choice<ZoneSide>("side", zone_side_texts).value_or(ZoneSide::same);
    zone.deep = table.flag("deep").value_or(false);
    zone.sensation = table.text("sensation");
    const Faults wrong = faults_of(zone);
    if (whole)  // else its emptiness is not the writer's fault
        table.report(wrong);
    table.finish();
    return whole && wrong.empty() ? std::optional(std::move(zone)) : std::nullopt;
}

}  // namespace tpatlas::io
