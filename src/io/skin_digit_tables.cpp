#include "io/skin_digit_tables.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::io {

namespace {

template <class T, class Read>
void read_all(SkinTableReader& reader, std::string_view key, std::vector<T>& out, const Read& read)
{
    if (const TomlNode* list = reader.find(key))
        for (const TomlNode* item : reader.items(*list))
            read(*item, out.emplace_back());
}

// [at, back, palm, toward the first digit, toward the last]
void read_station(SkinTableReader& r, const TomlNode& node, DigitStation& station)
{
    const std::vector<const TomlNode*> numbers = r.items(node);
    if (numbers.size() != 5) {
        r.fault(node, "a station is [at, back, palm, first side, last side]");
        return;
    }
    r.number(*numbers[0], station.at);
    r.number(*numbers[1], station.back_mm);
    r.number(*numbers[2], station.palm_mm);
    r.number(*numbers[3], station.first_mm);
    r.number(*numbers[4], station.last_mm);
    if (!(std::min({station.back_mm, station.palm_mm, station.first_mm, station.last_mm}) > 0))
        r.fault(node, "a station's radii are lengths");
}

void read_fold(SkinTableReader& outer, const TomlNode& node, DigitFold& fold)
{
    SkinTableReader r(node, outer.file(), outer.faults());
    r.get("at", fold.at);
    r.get("depth_mm", fold.depth_mm);
    r.get("width_mm", fold.width_mm);
    r.get("back", fold.back);
    if (!(fold.width_mm > 0))
        r.fault(node, "a fold's width is a length");
}

void read_nail(SkinTableReader& outer, const TomlNode& node, NailTable& nail)
{
    SkinTableReader r(node, outer.file(), outer.faults());
    r.get("length_mm", nail.length_mm);
    r.get("width_mm", nail.width_mm);
    r.get("end_mm", nail.end_mm);
    r.get("sink_mm", nail.sink_mm);
    r.get("flatness", nail.flatness);
    r.get("sag_mm", nail.sag_mm);
    r.get("rim_mm", nail.rim_mm);
    if (!(nail.width_mm > 0 && nail.flatness > 0))
        r.fault(node, "a nail's width and flatness are more than 0");
}

void read_digit(SkinTableReader& outer, const TomlNode& node, DigitTable& digit)
{
    SkinTableReader r(node, outer.file(), outer.faults());
    r.get("name", digit.name);
    r.get("joints", digit.joints);
    r.get("back", digit.back);
    r.get("tip_back", digit.tip_back);
    r.get("end_mm", digit.end_mm);
    read_all(r, "stations", digit.stations, [&](const TomlNode& item, DigitStation& station) {
        read_station(r, item, station);
    });
    read_all(r, "folds", digit.folds,
             [&](const TomlNode& item, DigitFold& fold) { read_fold(r, item, fold); });
    if (const TomlNode* nail = r.find("nail"))
        read_nail(r, *nail, digit.nail);
    if (digit.joints.size() < 2 || digit.stations.size() < 2)
        r.fault(node, "a digit needs two joints and two stations");
    for (std::size_t i = 1; i < digit.stations.size(); ++i)
        if (!(digit.stations[i - 1].at < digit.stations[i].at))
            r.fault(node, "a digit's stations go from the root to the tip");
    if (!(digit.end_mm > 0))
        r.fault(node, "end_mm is a length");
}

void read_web(SkinTableReader& outer, const TomlNode& node, DigitWeb& web)
{
    SkinTableReader r(node, outer.file(), outer.faults());
    float first = 1;  // 1 for the thumb or the great toe
    r.get("first", first);
    web.first = static_cast<int>(std::lround(first)) - 1;
    r.get("from", web.from);
    r.get("to", web.to);
    r.get("back_mm", web.back_mm);
    r.get("radii", web.radii);
    r.get("blend_mm", web.blend_mm);
    if (!(web.blend_mm > 0))
        r.fault(node, "a blend is a length");
}

void read_line(SkinTableReader& outer, const TomlNode& node, SkinLine& line)
{
    SkinTableReader r(node, outer.file(), outer.faults());
    r.get("what", line.what);
    r.get("points", line.points);
    r.get("height_mm", line.height_mm);
    r.get("width_mm", line.width_mm);
    if (line.points.size() < 2 || !(line.width_mm > 0))
        r.fault(node, "a line needs two points and a width");
}

}  // namespace

void read_digits(SkinTableReader& reader, std::string_view key, DigitsTable& out)
{
    const TomlNode* node = reader.find(key);
    if (!node)
        return;
    SkinTableReader r(*node, reader.file(), reader.faults());
    r.get("gap_mm", out.gap_mm);
    r.get("root_blend_mm", out.root_blend_mm);
    r.get("edge_mm", out.edge_mm);
    r.get("tip_edge_mm", out.tip_edge_mm);
    r.get("nail_edge_mm", out.nail_edge_mm);
    r.get("ground_y", out.ground_y);
    r.get("ground_round_mm", out.ground_round_mm);
    read_all(r, "digit", out.digits,
             [&](const TomlNode& item, DigitTable& digit) { read_digit(r, item, digit); });
    read_all(r, "web", out.webs,
             [&](const TomlNode& item, DigitWeb& web) { read_web(r, item, web); });
    read_all(r, "line", out.lines,
             [&](const TomlNode& item, SkinLine& line) { read_line(r, item, line); });
    for (const DigitWeb& web : out.webs)
        if (web.first < 0 || web.first + 1 >= static_cast<int>(out.digits.size()))
            r.fault(*node, "a web's first digit is none that has a next one");
    if (!(out.gap_mm > 0 && out.root_blend_mm > 0 && out.nail_edge_mm >= 0.5f))
        r.fault(*node, "gap, blend and edges are lengths; an edge at least 0.5 mm");
}

}  // namespace tpatlas::io
