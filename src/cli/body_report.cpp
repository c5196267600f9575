#include "cli/body_report.hpp"

#include "cli/output.hpp"
#include "core/utf8.hpp"
#include "domain/usual_units.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas::cli {

namespace {

constexpr std::size_t most_named = 12;

std::string counted(std::size_t count, const std::string& one)
{
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

double share_of(std::vector<double>& values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(
                                         share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

std::string spread_of(std::vector<double> values)
{
    return "median " + number(share_of(values, 0.5), 2) + " mm, 95 % within " +
           number(share_of(values, 0.95), 2) + " mm, most " + number(share_of(values, 1), 2) +
           " mm";
}

// "arm.fbx: Cube.003", or the file alone where it holds one mesh.
std::string mesh_text(const MeshPlace& mesh, const Registration& found)
{
    const auto in_file = std::count_if(found.meshes.begin(), found.meshes.end(),
                                       [&](const MeshPlace& m) { return m.file == mesh.file; });
    return mesh.node.empty() || in_file < 2 ? mesh.file : mesh.file + ": " + mesh.node;
}

std::string known_line(const Registration& found)
{
    std::size_t by_note = 0, by_name = 0, by_shape = 0;
    std::vector<std::string> unknown;
    for (const MeshPlace& mesh : found.meshes) {
        by_note += mesh.by == KnownBy::note && !mesh.structures.empty();
        by_name += mesh.by == KnownBy::name;
        by_shape += mesh.by == KnownBy::shape;
        if (mesh.by == KnownBy::nothing)
            unknown.push_back(mesh_text(mesh, found));
    }
    std::string line = std::to_string(found.meshes.size()) +
                       (found.meshes.size() == 1 ? " mesh: " : " meshes: ");
    line += std::to_string(by_name) + " known by name, " + std::to_string(by_note) +
            " by body.toml, " + std::to_string(by_shape) + " by shape";
    if (unknown.empty())
        return line;
    line += "; not known: ";
    for (std::size_t i = 0; i < std::min(unknown.size(), most_named); ++i)
        line += (i == 0 ? "" : ", ") + unknown[i];
    if (unknown.size() > most_named)
        line += " and " + std::to_string(unknown.size() - most_named) + " more";
    return line;
}

std::string unit_text(float unit_mm)
{
    constexpr std::array<const char*, usual_units_mm.size()> words{"millimetre", "centimetre",
                                                                   "inch", "metre"};
    return is_usual_unit(unit_mm) ? words[nearest_usual_unit(unit_mm)] : number(unit_mm, 4) + " mm";
}

std::string fit_line(const Registration& found, const Atlas& ours)
{
    std::vector<double> off;
    std::vector<std::string> apart;
    for (const StructureFit& fit : found.fits) {
        off.push_back(static_cast<double>(fit.median_mm));
        if (!fit.trusted && !fit.structures.empty())
            apart.push_back(ours.body().structures()[fit.structures.front()].id.text);
    }
    std::string line = counted(found.fits.size(), "structure") + " laid on ours, surfaces " +
                       (off.empty() ? "none" : spread_of(off)) + " apart";
    for (std::size_t i = 0; i < std::min(apart.size(), most_named); ++i)
        line += (i == 0 ? "; too different, placed by the whole set alone: " : ", ") + apart[i];
    if (apart.size() > most_named)
        line += " and " + std::to_string(apart.size() - most_named) + " more";
    return line;
}

std::string points_line(const Atlas& ours, const Atlas& own)
{
    std::vector<double> off;
    for (const PlacedPoint& point : ours.points())
        if (const PlacedPoint* there = own.point((*point.record)->id, point.side))
            off.push_back(static_cast<double>(glm::distance(point.position_mm, there->position_mm)));
    if (off.empty())
        return "no trigger point lies on it";
    return counted(off.size(), "trigger point") + " carried over: " + spread_of(off) +
           " from where they lie on our own body";
}

}  // namespace

std::string may_be(const MeshPlace& mesh)
{
    std::string text = "may be";
    for (std::size_t i = 0; i < mesh.guesses.size(); ++i) {
        std::string ids;
        for (const StructureId& id : mesh.guesses[i].structures)
            ids += (ids.empty() ? " " : " and ") + id.text;
        text += (i == 0 ? "" : i + 1 < mesh.guesses.size() ? "," : " or") + ids;
    }
    return text;
}

std::string body_report(const std::string& place, const Registration& found, const Atlas& ours,
                        const Atlas& own)
{
    std::vector<std::string> lines{known_line(found)};
    for (const MeshPlace& mesh : found.meshes)
        if (mesh.structures.empty() && !mesh.guesses.empty()) {
            lines.push_back(mesh_text(mesh, found) + " " + may_be(mesh) + "; say which in body.toml");
        }
    for (const MeshPlace& mesh : found.meshes)
        if (is_said_but_tangled(found, mesh))
            lines.push_back(mesh_text(mesh, found) +
                            " cannot be laid on ours: too many of its triangles lie across one another");
    if (found.registered) {
        lines.push_back("unit " + unit_text(found.unit_mm) + ", up is " +
                        (found.up == UpAxis::z ? "z" : "y") +
                        (found.mirrored ? ", left and right exchanged" : ""));
        lines.push_back(fit_line(found, ours));
        lines.push_back(points_line(ours, own));
    } else {
        lines.push_back("is not laid on our body: shown alone, without points and zones");
    }
    std::string text;
    for (const std::string& line : lines)
        text += one_line(place + ": " + line) + "\n";
    return text;
}

}  // namespace tpatlas::cli
