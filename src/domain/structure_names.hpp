// domain/structure_names.hpp: from what a stranger calls a mesh to the structures of our body.
//
//   StructureNames names(structures, rules);              // io/name_files makes both
//   NameMatch match = names.match("Biceps_Brachii_R");
//   match.names    // {"biceps_brachii_long", "biceps_brachii_short"}
//   match.side     // Side::right
//
// A name is a bag of words: capitals, '_', '.', order, plurals, Latin cases, ordinals, "muscle of"
// and "head" make no difference; what words mean the same, and what a mesh of several structures is
// called, says NameRules (assets/names/names.toml). Never changed after it is made; any thread may
// ask. Depends on core.
#pragma once

#include "core/side.hpp"
#include "core/structure_kind.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

struct NamedStructure {
    std::string name;  // without side: "biceps_brachii_long"
    StructureKind kind = StructureKind::muscle;
    std::string name_en;
    std::string name_la;
    std::optional<int> fma;  // of either side's: ours carry the right one's on both sides
    bool paired = false;     // right and left; else middle

    bool operator==(const NamedStructure&) const = default;
};

// Further names of one structure, or the names of a mesh that is several of them.
struct NameAlias {
    std::vector<std::string> texts;
    std::vector<std::string> structures;  // names without side; those that are not there count not
    std::vector<int> fma;                 // further numbers of the Foundational Model of Anatomy
    std::string source;  // a published set of meshes that calls it so; may be empty
    bool sure = true;    // false where it is more than these are together

    bool operator==(const NameAlias&) const = default;
};

// Words that mean the same: each is read as `as`. One text of several words, "finger of foot", is
// read so where they follow one another.
struct SameWords {
    std::string as;
    std::vector<std::string> words;

    bool operator==(const SameWords&) const = default;
};

struct NameRules {
    std::vector<NameAlias> aliases;
    std::vector<SameWords> same;
    std::vector<std::string> idle;     // words that say nothing: "mesh", "of", "muscle"
    std::vector<std::string> foreign;  // a mesh of which one is said is none of ours: "nerve"
    // The left structures' numbers, where they are not one above the right ones'; by name.
    std::map<std::string, int> left_fma;
    std::vector<int> unsided_fma;  // numbers of ours that mean both sides

    bool operator==(const NameRules&) const = default;
};

struct NameMatch {
    std::vector<std::string> names;  // without side; several where it stands for a group; or none
    std::optional<Side> side;        // as the text says it; middle where all names lie there
    std::optional<int> fma;          // as the text says it
    // No letter was guessed, nothing left over and nothing contradicted; else it is a proposal.
    bool sure = false;

    bool operator==(const NameMatch&) const = default;
};

class StructureNames {
public:
    StructureNames(std::vector<NamedStructure> structures, const NameRules& rules);

    // By name; where that says nothing, by the number. No names where neither is known. A text
    // longer than any name of a mesh is cut.
    NameMatch match(std::string_view text) const;

    const std::vector<NamedStructure>& structures() const { return structures_; }

private:
    struct Rules;  // what NameRules say, by word
    struct Named {
        std::vector<std::string> names;
        bool sure = true;
    };

    void add(std::string_view text, Named named);
    void add_numbers(const NameRules& rules);
    const Named* named(const std::vector<std::string>& bag) const;
    NameMatch by_words(std::string_view text) const;

    std::vector<NamedStructure> structures_;
    std::shared_ptr<const Rules> rules_;
    std::map<std::string, Named> by_key_;  // by a bag's words, sorted and joined
    std::set<std::string> known_;          // the words of all keys
    std::map<std::string, StructureKind> kinds_;
    std::set<std::string> paired_;
    std::map<int, std::vector<std::string>> by_fma_;
    std::map<int, Side> side_of_fma_;
};

}  // namespace tpatlas
