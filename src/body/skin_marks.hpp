// body/skin_marks.hpp: points of the skeleton found by rule, to which the skin's tables are tied.
//
//   Result<BoneMarks> marks = find_marks(table.marks, inputs);
//   glm::vec3 p = marks.value().place({"nasion", {0, 0, 6}});
//
// On the left half: x of the inputs is taken positive. Values; no state.
#pragma once

#include "body/skin.hpp"

#include <map>

namespace tpatlas::body {

class BoneMarks {
public:
    // "" is the origin; a name that is not there is a programmer's mistake after find_marks().
    glm::vec3 place(const AnchoredPoint& point) const;
    bool knows(const std::string& name) const { return name.empty() || at_.contains(name); }
    void put(const std::string& name, glm::vec3 at) { at_[name] = at; }
    const std::map<std::string, glm::vec3>& all() const { return at_; }

private:
    std::map<std::string, glm::vec3> at_;
};

// '*' in the pattern stands for any run of characters.
bool matches(std::string_view pattern, std::string_view name);
bool matches_any(const std::vector<std::string>& patterns, std::string_view name);

// All marks in order, so that `middle` may use earlier ones; or every mark that is not found and
// every point of the table that is tied to none.
Result<BoneMarks> find_marks(const SkinTable& table, std::span<const SkinInput> inputs);

}  // namespace tpatlas::body
