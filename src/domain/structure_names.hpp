// domain/structure_names.hpp: from what a stranger calls a mesh to the structures of our body.
//
//   StructureNames names(structures, rules);              // io/name_files makes both
//   NameMatch match = names.match("Biceps_Brachii_R");
//   match.names    // {"biceps_brachii_long", "biceps_brachii_short"}
//   match.side     // Side::right
//
// A name is a bag of words: capitals, '_', '.', order, plurals, Latin cases, ordinals, "muscle of" and
// "head" make no difference; what words mean the same, and what a mesh of several structures is
// called, says NameRules (assets/names/names.toml). Never changed after it is made; any thread may
// ask. Depends on core.
#pragma once

#include "core/side.hpp"
#include "core/structure_kind.hpp"

#include <map>
#include <memory>
#include <optional>
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
    std::vector<std::string> structures;  // names without side
    std::vector<int> fma;                 // further numbers of the Foundational Model of Anatomy
    std::string source;                   // of what is a fact of others; may be empty

    bool operator==(const NameAlias&) const = default;
};

// Words and phrases that mean the same: all of them are read as the first.
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
    std::vector<int> left_fma;         // numbers of left structures, each one above its right one's

    bool operator==(const NameRules&) const = default;
};

struct NameMatch {
    std::vector<std::string> names;  // without side; several where it stands for a group; or none
    std::optional<Side> side;        // as the text says it; middle where all names lie there
    std::optional<int> fma;          // as the text says it
    // No letter had to be guessed and nothing was left over; false is a proposal to be asked about.
    bool sure = false;

    bool operator==(const NameMatch&) const = default;
};

class StructureNames {
public:
    StructureNames(std::vector<NamedStructure> structures, const NameRules& rules);

    // By name; where that says nothing, by the number. No names where neither is known.
    NameMatch match(std::string_view text) const;

    const std::vector<NamedStructure>& structures() const { return structures_; }

private:
    struct Words;  // what the rules say about words
    struct Found {
        std::vector<std::string> names;
        bool sure = false;
    };

    void add(const std::string& text, const std::vector<std::string>& names);
    Found by_words(std::vector<std::string> words, std::optional<StructureKind> kind) const;
    std::vector<std::string> by_number(int fma) const;

    std::vector<NamedStructure> structures_;
    std::shared_ptr<const Words> words_;
    std::map<std::string, std::vector<std::string>> by_key_;  // words in order of the alphabet
    std::map<int, std::vector<std::string>> by_fma_;
};

}  // namespace tpatlas
