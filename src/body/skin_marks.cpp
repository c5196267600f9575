#include "body/skin_marks.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include <glm/geometric.hpp>

namespace tpatlas::body {

namespace {

std::vector<glm::vec3> vertices_of(const std::vector<std::string>& patterns, float midline_mm,
                                   std::span<const SkinInput> inputs)
{
    std::vector<glm::vec3> out;
    for (const SkinInput& input : inputs)
        if (matches_any(patterns, input.name))
            for (const glm::vec3& p : input.mesh->positions)
                if (midline_mm <= 0 || std::abs(p.x) <= midline_mm)
                    out.push_back({std::abs(p.x), p.y, p.z});
    return out;
}

std::optional<glm::vec3> extreme(const std::vector<glm::vec3>& points, glm::vec3 direction)
{
    if (points.empty())
        return std::nullopt;
    return *std::max_element(points.begin(), points.end(), [&](glm::vec3 a, glm::vec3 b) {
        return glm::dot(a, direction) < glm::dot(b, direction);
    });
}

std::optional<glm::vec3> nearest(const std::vector<glm::vec3>& first,
                                 const std::vector<glm::vec3>& second)
{
    float least = std::numeric_limits<float>::infinity();
    std::optional<glm::vec3> middle;
    for (const glm::vec3& a : first)
        for (const glm::vec3& b : second)
            if (const float d = glm::dot(a - b, a - b); d < least) {
                least = d;
                middle = (a + b) * 0.5f;
            }
    return middle;
}

// The middle of the vertices that lie about as near to the other bone as the nearest of all do.
std::optional<glm::vec3> joint(const std::vector<glm::vec3>& first,
                               const std::vector<glm::vec3>& second)
{
    constexpr float about_mm = 1.5f;
    const auto to = [](glm::vec3 p, const std::vector<glm::vec3>& others) {
        float least = std::numeric_limits<float>::infinity();
        for (const glm::vec3& q : others)
            least = std::min(least, glm::dot(p - q, p - q));
        return std::sqrt(least);
    };
    const auto face = [&](const std::vector<glm::vec3>& own,
                          const std::vector<glm::vec3>& others) {
        std::vector<float> distance;
        for (const glm::vec3& p : own)
            distance.push_back(to(p, others));
        const float least = *std::min_element(distance.begin(), distance.end());
        glm::vec3 sum(0);
        float count = 0;
        for (std::size_t i = 0; i < own.size(); ++i)
            if (distance[i] < least + about_mm) {
                sum += own[i];
                ++count;
            }
        return sum / count;
    };
    if (first.empty() || second.empty())
        return std::nullopt;
    return (face(first, second) + face(second, first)) * 0.5f;
}

std::optional<glm::vec3> centre(const std::vector<std::string>& patterns,
                                std::span<const SkinInput> inputs)
{
    glm::dvec3 sum(0);
    double area = 0;
    for (const SkinInput& input : inputs) {
        if (!matches_any(patterns, input.name))
            continue;
        const auto corner = [&input](std::uint32_t v) {
            const glm::dvec3 p(input.mesh->positions[v]);
            return glm::dvec3(std::abs(p.x), p.y, p.z);
        };
        for (const Triangle& t : input.mesh->triangles) {
            const glm::dvec3 a = corner(t.x);
            const glm::dvec3 b = corner(t.y);
            const glm::dvec3 c = corner(t.z);
            const double twice = glm::length(glm::cross(b - a, c - a));
            sum += (a + b + c) * (twice / 3);
            area += twice;
        }
    }
    return area > 0 ? std::optional<glm::vec3>(glm::vec3(sum / area)) : std::nullopt;
}

std::optional<glm::vec3> find(const BoneMark& mark, const BoneMarks& known,
                              std::span<const SkinInput> inputs)
{
    std::optional<glm::vec3> at;
    if (mark.rule == BoneMark::Rule::middle) {
        if (known.knows(mark.first) && known.knows(mark.second))
            at = glm::mix(known.place({mark.first, {}}), known.place({mark.second, {}}),
                          mark.share);
    } else if (mark.rule == BoneMark::Rule::centre) {
        at = centre(mark.of, inputs);
    } else if (mark.rule == BoneMark::Rule::extreme) {
        at = extreme(vertices_of(mark.of, mark.midline_mm, inputs), mark.direction);
    } else if (mark.rule == BoneMark::Rule::joint) {
        at = joint(vertices_of(mark.of, mark.midline_mm, inputs),
                   vertices_of(mark.and_of, mark.midline_mm, inputs));
    } else {
        at = nearest(vertices_of(mark.of, mark.midline_mm, inputs),
                     vertices_of(mark.and_of, mark.midline_mm, inputs));
    }
    if (at && mark.midline_mm > 0)
        at->x = 0;
    return at;
}

void check(const AnchoredPoint& point, const BoneMarks& marks, Faults& faults)
{
    if (!marks.knows(point.at))
        faults.push_back({"skin tables", "no mark is named '" + point.at + "'",
                          "add it to the [[mark]] list"});
}

}  // namespace

glm::vec3 BoneMarks::place(const AnchoredPoint& point) const
{
    if (point.at.empty())
        return point.offset;
    const auto found = at_.find(point.at);
    assert(found != at_.end());
    return found == at_.end() ? point.offset : found->second + point.offset;
}

bool matches(std::string_view pattern, std::string_view name)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == name;
    if (name.substr(0, star) != pattern.substr(0, star))
        return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t from = star; from <= name.size(); ++from)
        if (matches(rest, name.substr(from)))
            return true;
    return false;
}

bool matches_any(const std::vector<std::string>& patterns, std::string_view name)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return matches(pattern, name); });
}

Result<BoneMarks> find_marks(const SkinTable& table, std::span<const SkinInput> inputs)
{
    BoneMarks marks;
    Faults faults;
    for (const BoneMark& mark : table.marks) {
        if (const std::optional<glm::vec3> at = find(mark, marks, inputs))
            marks.put(mark.name, *at);
        else
            faults.push_back({"mark '" + mark.name + "'", "none of its structures was built",
                              "build them first, or change the mark's `of`"});
    }
    if (!faults.empty())
        return faults;
    for (const Filler& filler : table.fillers) {
        check(filler.a, marks, faults);
        check(filler.b, marks, faults);
    }
    for (const TissueTable* tissue : {&table.body_tissue, &table.head_tissue})
        for (const TissueDepth& peg : tissue->pegs)
            check(peg.at, marks, faults);
    for (const EdgeLength& edge : table.edges)
        check(edge.at, marks, faults);
    for (const AnchoredPoint* point : {&table.eye.centre, &table.mouth.centre, &table.ear.centre})
        check(*point, marks, faults);
    for (const DigitsTable* digits : {&table.hand, &table.foot}) {
        for (const DigitTable& digit : digits->digits)
            for (const AnchoredPoint& point : digit.joints)
                check(point, marks, faults);
        for (const SkinLine& line : digits->lines)
            for (const AnchoredPoint& point : line.points)
                check(point, marks, faults);
    }
    if (!faults.empty())
        return faults;
    return marks;
}

}  // namespace tpatlas::body
