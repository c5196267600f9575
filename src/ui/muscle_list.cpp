#include "ui/muscle_list.hpp"

#include "ui/folded_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tpatlas::ui {

MuscleList::MuscleList(const Atlas& atlas, const Texts& texts)
{
    add_records(atlas);
    add_structures(atlas);
    std::stable_sort(rows_.begin(), rows_.end(), [](const MuscleRow& a, const MuscleRow& b) {
        return folded(a.name) < folded(b.name);
    });
    for (const MuscleRow& row : rows_) {
        std::vector<FoldedName> names{{folded(row.name), ""}};
        if (!row.name_la.empty())
            names.push_back({folded(row.name_la), row.name_la});
        for (const std::string& name : row.other_names)
            names.push_back({folded(name), name});
        folded_.push_back(std::move(names));
    }
    group(texts);
}

void MuscleList::add_records(const Atlas& atlas)
{
    for (const Muscle& muscle : atlas.catalogue().muscles()) {
        MuscleRow row;
        row.muscle = muscle->id;
        row.name = muscle->name_en;
        row.name_la = muscle->name_la;
        row.region = muscle->region;
        row.other_names = muscle->common_names;
        row.point_count = atlas.catalogue().points_of(muscle->id).size();
        for (const std::string& structure : muscle->structures)
            if (row.structure.empty() && (atlas.body().find({structure + ".right"}) != nullptr ||
                                          atlas.body().find({structure + ".middle"}) != nullptr))
                row.structure = structure;
        rows_.push_back(std::move(row));
    }
}

void MuscleList::add_structures(const Atlas& atlas)
{
    std::set<std::string> listed;
    for (const Structure& structure : atlas.body().structures()) {
        if (structure.kind != StructureKind::muscle || !listed.insert(structure.name).second ||
            atlas.catalogue().muscle_of_structure(structure.name) != nullptr)
            continue;
        MuscleRow row;
        row.structure = structure.name;
        row.name = structure_name(structure);
        row.name_la = structure.name_la;
        row.region = structure.region;
        row.on_middle = structure.side == Side::middle;
        rows_.push_back(std::move(row));
    }
}

void MuscleList::group(const Texts& texts)
{
    std::map<std::pair<std::size_t, std::string>, Group> by_region;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto known = std::find(muscle_regions.begin(), muscle_regions.end(), rows_[i].region);
        const bool is_known = known != muscle_regions.end();
        const std::string id = is_known ? rows_[i].region : "other";
        Group& group = by_region[{static_cast<std::size_t>(known - muscle_regions.begin()), id}];
        group.region = id;
        group.title = texts("region." + id);
        group.rows.push_back(i);
        region_titles_.push_back(group.title);
        folded_regions_.push_back(folded(group.title));
    }
    for (auto& [place, group] : by_region)
        groups_.push_back(std::move(group));
}

std::vector<MuscleList::Hit> MuscleList::search(std::string_view query) const
{
    const std::string wanted = folded(query);
    if (wanted.empty())
        return {};
    std::vector<std::tuple<int, std::size_t, std::string>> ranked;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        std::optional<int> best;
        std::string found_as;
        for (const FoldedName& name : folded_[i]) {
            const std::optional<int> rank = match_rank(wanted, name.folded);
            if (rank && (!best || *rank < *best)) {
                best = rank;
                found_as = name.shown;
            }
        }
        if (!best && match_rank(wanted, folded_regions_[i]).value_or(2) < 2) {
            best = 3;
            found_as = region_titles_[i];
        }
        // Of equals, one that has points to show comes first.
        if (best)
            ranked.emplace_back(*best * 2 + (rows_[i].point_count == 0), i, found_as);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    std::vector<Hit> hits;
    for (auto& [rank, row, found_as] : ranked)
        hits.push_back({row, std::move(found_as)});
    return hits;
}

std::vector<std::size_t> MuscleList::nearest(std::string_view query, std::size_t count) const
{
    const std::string wanted = folded(query);
    if (wanted.empty())
        return {};
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        int best = edits_to(wanted, folded_[i].front().folded);
        for (const FoldedName& name : folded_[i])
            best = std::min(best, edits_to(wanted, name.folded));
        ranked.emplace_back(best, i);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        rows.push_back(ranked[i].second);
    return rows;
}

}  // namespace tpatlas::ui
