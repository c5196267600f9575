#include "io/importer/obj_reader.hpp"

#include "io/importer/obj_statements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

namespace tpatlas::importer {

namespace {

bool begins_with_letter(std::string_view word)
{
    const char c = static_cast<char>(word.front() | 0x20);
    return c >= 'a' && c <= 'z';
}

struct Counts {
    std::size_t vertices = 0;
    std::size_t faces = 0;
};

// By the beginnings of the lines: how much room is made, no more.
Counts counts_of(std::span<const char> text)
{
    Counts counts;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (end - at > 1) {
        counts.vertices += at[0] == 'v' && (at[1] == ' ' || at[1] == '\t') ? 1 : 0;
        counts.faces += at[0] == 'f' && (at[1] == ' ' || at[1] == '\t') ? 1 : 0;
        const void* line_end = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (line_end == nullptr)
            break;
        at = static_cast<const char*>(line_end) + 1;
    }
    return {std::min<std::size_t>(counts.vertices, max_vertices),
            std::min<std::size_t>(counts.faces, max_triangles)};
}

class ObjReader {
public:
    void read(std::span<char> text)
    {
        const Counts counts = counts_of(text);
        positions_.reserve(counts.vertices);
        triangles_.reserve(counts.faces);
        Statements statements(text);
        for (Statement statement; statements.next(statement);)
            take(statement);
        if (triangles_.empty())
            throw Refusal("holds no surface");
        // A face may come before its vertices, so that only now all of them are known.
        if (named_ > positions_.size())
            named_in_.refuse("names a vertex", " that is not there");
    }

    std::vector<Part> parts()
    {
        std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) {
            return std::tie(a.part, a.first) < std::tie(b.part, b.first);
        });
        local_.assign(positions_.size(), 0);
        std::vector<Part> parts(names_.size());
        std::size_t vertices = 0;
        for (std::size_t begin = 0, end = 0; begin < runs_.size(); begin = end) {
            while (end < runs_.size() && runs_[end].part == runs_[begin].part)
                ++end;
            Part& part = parts[runs_[begin].part];
            part = part_of(std::span(runs_).subspan(begin, end - begin));
            vertices += part.positions.size();
            if (vertices > max_vertices)  // those on a seam count for each of their parts
                throw Refusal("holds more vertices than a body has");
        }
        return parts;
    }

private:
    // Triangles of one part that follow one another in the file.
    struct Run {
        std::uint32_t part = 0;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    void take(Statement& statement)
    {
        const std::string_view word = statement.word();
        if (word == "v")
            take_vertex(statement);
        else if (word == "f")
            take_face(statement);
        else if (word == "o" || word == "g")
            take_name(statement, word == "o");
        else if (!word.empty() && !begins_with_letter(word))
            statement.refuse("holds what is no statement of OBJ");
    }

    void take_vertex(Statement& statement)
    {
        if (positions_.size() == max_vertices)
            statement.refuse("holds more vertices than a body has");
        std::array<double, 3> p{};
        for (double& coordinate : p) {
            coordinate = statement.number();
            if (!(std::abs(coordinate) <= static_cast<double>(max_coordinate)))
                statement.refuse("holds a position", " that is not finite or absurdly far");
        }
        // What may follow, a weight or a colour, is passed over.
        positions_.push_back({static_cast<float>(p[0]), static_cast<float>(p[1]),
                              static_cast<float>(p[2])});
    }

    void take_name(Statement& statement, bool is_object)
    {
        if (in_object_ && !is_object)
            return;
        in_object_ = is_object;
        name_ = statement.rest();
        is_part_open_ = false;
    }

    void take_face(Statement& statement)
    {
        std::array<std::uint32_t, max_corners> corners;
        std::size_t count = 0;
        while (!statement.is_over()) {
            if (count == max_corners)
                statement.refuse("holds a face",
                                 " of more than " + std::to_string(max_corners) + " corners");
            corners[count++] = vertex_of(statement);
        }
        if (count < 3)
            return;  // points and lines are no surface
        if (triangles_.size() + count - 2 > max_triangles)
            statement.refuse("holds more triangles than a body has");
        if (!is_part_open_)
            open_part(statement);
        for (std::size_t i = 2; i < count; ++i)
            triangles_.push_back({corners[0], corners[i - 1], corners[i]});
        runs_.back().count += static_cast<std::uint32_t>(count - 2);
    }

    std::uint32_t vertex_of(Statement& statement)
    {
        const std::int64_t written = statement.corner();
        const auto known = static_cast<std::int64_t>(positions_.size());
        // -1 is the last vertex that was read; the first of the file is 1.
        const std::int64_t vertex =
            written < 0 ? known + std::max(written, -known - 1) : written - 1;
        if (vertex < 0 || vertex >= max_vertices)
            statement.refuse("names a vertex", " that is not there");
        const auto index = static_cast<std::uint32_t>(vertex);
        if (vertex >= known && index >= named_) {
            named_ = index + 1;
            named_in_ = statement;
        }
        return index;
    }

    // Not before it has a face: files hold names of nothing.
    void open_part(Statement& statement)
    {
        const std::string name = short_name(std::string(name_.substr(0, max_name_bytes + 1)));
        std::uint32_t part = static_cast<std::uint32_t>(names_.size());
        if (!in_object_)
            part = part_of_group_.try_emplace(name, part).first->second;
        if (part == names_.size()) {
            if (part == max_parts)
                statement.refuse("holds more surfaces than a body has");
            names_.push_back(name);
        }
        is_part_open_ = true;
        if (runs_.empty() || runs_.back().part != part)
            runs_.push_back({part, static_cast<std::uint32_t>(triangles_.size()), 0});
    }

    // With the vertices that it uses, in the order in which it does.
    Part part_of(std::span<const Run> runs)
    {
        Part part;
        part.name = names_[runs.front().part];
        std::size_t count = 0;
        for (const Run& run : runs)
            count += run.count;
        part.triangles.reserve(count);
        used_.clear();
        for (const Run& run : runs)
            for (std::uint32_t i = run.first; i < run.first + run.count; ++i) {
                const glm::uvec3 t = triangles_[i];
                part.triangles.push_back({local(t.x), local(t.y), local(t.z)});
            }
        part.positions.reserve(used_.size());
        for (const std::uint32_t vertex : used_)
            part.positions.push_back(positions_[vertex]);
        return part;
    }

    // What an earlier part has left in local_ points at another vertex here, or at none.
    std::uint32_t local(std::uint32_t vertex)
    {
        std::uint32_t& index = local_[vertex];
        if (index >= used_.size() || used_[index] != vertex) {
            index = static_cast<std::uint32_t>(used_.size());
            used_.push_back(vertex);
        }
        return index;
    }

    std::vector<glm::vec3> positions_;
    std::vector<glm::uvec3> triangles_;  // of vertices of the file
    std::vector<Run> runs_;
    std::vector<std::string> names_;     // of the parts
    // By their names; a tree, since names may be chosen to collide.
    std::map<std::string, std::uint32_t> part_of_group_;

    std::string_view name_;  // of what comes now
    bool in_object_ = false;
    bool is_part_open_ = false;
    std::uint32_t named_ = 0;  // so many vertices there must be for what was named before it came
    Statement named_in_;       // where the last of them is named

    std::vector<std::uint32_t> local_;  // vertex of the file -> of the part that is made
    std::vector<std::uint32_t> used_;   // and back
};

}  // namespace

ReadFile read_obj(std::vector<char> bytes)
{
    ObjReader reader;
    reader.read(bytes);
    bytes = std::vector<char>();
    ReadFile file;
    file.parts = reader.parts();
    return file;
}

}  // namespace tpatlas::importer
