#include "io/measurement_files.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tpatlas::io
{
namespace
{

namespace fs = std::filesystem;

// "-0" and trailing zeros are left out, so that equal numbers look equal.
std::string number(float value, int decimals)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, static_cast<double>(value));
    std::string s = text;
    s.erase(s.find_last_not_of('0') + 1);
    if (s.back() == '.')
        s.pop_back();
    return s == "-0" ? "0" : s;
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c == '\n' || c == '\r' ? ' ' : c;
    }
    return out + '"';
}

void write_entry(std::ostringstream& out, const StructureEntry& entry, std::string_view note)
{
    for (std::string_view rest = note; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        out << "# " << rest.substr(0, end) << '\n';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    out << "name = " << quoted(entry.name) << "\nkind = " << quoted(to_text(entry.kind))
        << "\nmidline = " << (entry.midline ? "true" : "false")
        << "\nname_en = " << quoted(entry.name_en) << "\nname_la = " << quoted(entry.name_la);
    if (entry.fma)
        out << "\nfma = " << *entry.fma;
    out << "\nregion = " << quoted(entry.region) << "\nlayer = " << entry.layer
        << "\nprovenance = " << quoted(to_text(entry.provenance)) << '\n';
}

void write_end(std::ostringstream& out, const char* key, const StackEnd& end)
{
    if (!end.bones.empty()) {
        out << key << " = [";
        for (std::size_t i = 0; i < end.bones.size(); ++i)
            out << (i > 0 ? ", " : "") << quoted(end.bones[i]);
        out << "]\n";
    }
    if (!end.soft.empty())
        out << key << "_soft = " << quoted(end.soft) << '\n';
}

std::string three(glm::vec3 v, int decimals)
{
    return number(v.x, decimals) + ", " + number(v.y, decimals) + ", " + number(v.z, decimals);
}

Result<Done> write_text(const std::string& text, const fs::path& file)
{
    const fs::path beside = file.string() + ".new";
    std::error_code fault;
    fs::create_directories(file.parent_path(), fault);
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << text;
        out.flush();
        if (!out)
            return Error{beside.string(), "cannot be written", "check the folder and its space"};
    }
    fs::rename(beside, file, fault);
    if (fault)
        return Error{file.string(), fault.message(), "check the folder's permissions"};
    return Done{};
}

void round_to(float& value, int decimals)
{
    value = std::strtof(number(value, decimals).c_str(), nullptr);
}

void round_to(glm::vec3& v, int decimals)
{
    for (int k = 0; k < 3; ++k)
        round_to(v[k], decimals);
}

} // namespace

std::string to_toml(const MuscleTable& table, std::string_view note)
{
    std::ostringstream out;
    write_entry(out, table.entry, note);
    for (const MuscleStack& stack : table.stacks) {
        // A line: u, then x, y, z of each point of the ring.
        out << "\n[[stack]]\nname = " << quoted(stack.name) << '\n';
        write_end(out, "origin", stack.origin);
        write_end(out, "insertion", stack.insertion);
        out << "sections = [\n";
        for (const RingSection& ring : stack.sections) {
            out << "  [" << number(ring.u, 3);
            for (const glm::vec3& p : ring.points)
                out << ", " << three(p, 2);
            out << "],\n";
        }
        out << "]\n";
    }
    return out.str();
}

std::string to_toml(const BoneTable& table, std::string_view note)
{
    std::ostringstream out;
    write_entry(out, table.entry, note);
    out << "origin = [" << three(table.origin, 2) << "]\naxis = [" << three(table.axis, 6)
        << "]\nacross = [" << three(table.across, 6) << "]\ncontours = [\n";
    for (const PlaneSection& section : table.sections) {
        if (section.contours.empty())
            out << "  [" << number(section.height_mm, 2) << "],\n";
        for (const FourierContour& contour : section.contours) {
            out << "  [" << number(section.height_mm, 2) << ", " << number(contour.centre.x, 2)
                << ", " << number(contour.centre.y, 2);
            for (const glm::vec4& h : contour.harmonics)
                for (int k = 0; k < 4; ++k)
                    out << ", " << number(h[k], 2);
            out << "],\n";
        }
    }
    out << "]\n";
    return out.str();
}

Result<Done> write_muscle_table(const MuscleTable& table, const fs::path& file,
                                std::string_view note)
{
    return write_text(to_toml(table, note), file);
}

Result<Done> write_bone_table(const BoneTable& table, const fs::path& file, std::string_view note)
{
    return write_text(to_toml(table, note), file);
}

MuscleTable rounded(MuscleTable table)
{
    for (MuscleStack& stack : table.stacks)
        for (RingSection& ring : stack.sections) {
            round_to(ring.u, 3);
            for (glm::vec3& p : ring.points)
                round_to(p, 2);
        }
    return table;
}

BoneTable rounded(BoneTable table)
{
    round_to(table.origin, 2);
    round_to(table.axis, 6);
    round_to(table.across, 6);
    for (PlaneSection& section : table.sections) {
        round_to(section.height_mm, 2);
        for (FourierContour& contour : section.contours) {
            round_to(contour.centre.x, 2);
            round_to(contour.centre.y, 2);
            for (glm::vec4& h : contour.harmonics)
                for (int k = 0; k < 4; ++k)
                    round_to(h[k], 2);
        }
    }
    return table;
}

} // namespace tpatlas::io
