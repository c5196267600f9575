// ui/muscle_list.hpp: what the Muscles panel lists: every record, and every muscle of the body that
// no record stands for yet; the search finds the body's other structures too.
//
//   const ui::MuscleList list(atlas, texts);
//   for (const ui::MuscleList::Group& group : list.groups(ListOrder::region)) ...
//   for (const ui::MuscleList::Hit& hit : list.search("trap")) ...
//
// Made once for an atlas. Copies what it needs.
#pragma once

#include "atlas/atlas.hpp"
#include "core/ids.hpp"
#include "core/texts.hpp"
#include "state/settings.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

struct MuscleRow {
    std::optional<MuscleId> muscle;       // the record; none: only a structure
    std::vector<std::string> structures;  // names without side; empty where this body lacks them
    StructureKind kind = StructureKind::muscle;  // no muscle: found by searching only
    std::string name;
    std::string name_la;
    std::string region;  // id
    int layer = 0;       // depth rank; 0: not recorded
    std::vector<std::string> other_names;
    std::size_t point_count = 0;
    bool on_middle = false;  // an unpaired structure

    // Unique and language-free: the record's id, else the structure's name.
    const std::string& key() const { return muscle ? muscle->text : structures.front(); }
};

class MuscleList {
public:
    struct Group {
        std::string id;     // of the region, "1" to "3" for the layers, the letter
        std::string title;
        std::vector<std::size_t> rows;  // indices into rows(), by name
    };
    struct Hit {
        std::size_t row = 0;
        // The Latin or common name, or the region, that was found; empty for the name itself.
        std::string found_as;
        bool near = false;  // but for one typing error
    };

    MuscleList(const Atlas& atlas, const Texts& texts);

    const std::vector<MuscleRow>& rows() const { return rows_; }
    // Head to foot, from the skin inward, or by the first letter of the name.
    const std::vector<Group>& groups(ListOrder order = ListOrder::region) const
    {
        return groups_[static_cast<std::size_t>(order)];
    }
    // Best first, then, where few were found, those that one typing error would have hidden; empty
    // for a query without a letter.
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
    void group_by_region(const Texts& texts);
    void group_by_layer(const Texts& texts);
    void group_by_letter();
    std::vector<Hit> exact_hits(const std::string& wanted) const;
    void add_near_hits(const std::string& wanted, std::vector<Hit>& hits) const;

    std::vector<MuscleRow> rows_;
    std::vector<std::vector<FoldedName>> folded_;  // by row
    std::vector<std::string> region_titles_;       // by row
    std::vector<std::string> folded_regions_;      // by row
    std::array<std::vector<Group>, 3> groups_;     // by ListOrder
};

}  // namespace tpatlas::ui
