// ui/muscle_list.hpp: what the Muscles panel lists: every record, and every muscle of the body that
// no record stands for yet.
//
//   const ui::MuscleList list(atlas, texts);
//   for (const ui::MuscleList::Hit& hit : list.search("trap")) ...
//
// Made once for an atlas. Copies what it needs.
#pragma once

#include "atlas/atlas.hpp"
#include "core/ids.hpp"
#include "core/texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

struct MuscleRow {
    std::optional<MuscleId> muscle;  // the record; none: only a structure
    std::string structure;           // name without side; empty where this body lacks it
    std::string name;
    std::string name_la;
    std::string region;  // id
    std::vector<std::string> other_names;
    std::size_t point_count = 0;
    bool on_middle = false;  // an unpaired structure

    // Unique and language-free: the record's id, else the structure's name.
    const std::string& key() const { return muscle ? muscle->text : structure; }
};

class MuscleList {
public:
    struct Group {
        std::string region;
        std::string title;
        std::vector<std::size_t> rows;  // indices into rows(), by name
    };
    struct Hit {
        std::size_t row = 0;
        // The Latin or common name, or the region, that was found; empty for the name itself.
        std::string found_as;
    };

    MuscleList(const Atlas& atlas, const Texts& texts);

    const std::vector<MuscleRow>& rows() const { return rows_; }
    // Head to foot.
    const std::vector<Group>& groups() const { return groups_; }
    // Best first; empty for a query without a letter.
    std::vector<Hit> search(std::string_view query) const;
    // The rows whose names come nearest to what was typed, at most `count`.
    std::vector<std::size_t> nearest(std::string_view query, std::size_t count) const;

private:
    struct FoldedName {
        std::string folded;
        std::string shown;  // empty for the row's own name
    };

    void add_records(const Atlas& atlas);
    void add_structures(const Atlas& atlas);
    void group(const Texts& texts);

    std::vector<MuscleRow> rows_;
    std::vector<std::vector<FoldedName>> folded_;  // by row
    std::vector<std::string> region_titles_;       // by row
    std::vector<std::string> folded_regions_;      // by row
    std::vector<Group> groups_;
};

}  // namespace tpatlas::ui
