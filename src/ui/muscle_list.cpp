#include "ui/muscle_list.hpp"

#include "ui/folded_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tpatlas::ui {

namespace {

constexpr std::size_t few_hits = 6;        // from here on nobody needs a second guess
constexpr std::size_t near_hits = 5;
constexpr std::size_t least_letters = 4;   // of a query that may hold an error

bool has(const Body& body, const std::string& structure)
{
    return body.find({structure + ".right"}) != nullptr ||
           body.find({structure + ".middle"}) != nullptr;
}

}  // namespace

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
    group_by_region(texts);
    group_by_layer(texts);
    group_by_letter();
}

void MuscleList::add_records(const Atlas& atlas)
{
    for (const Muscle& muscle : atlas.catalogue().muscles()) {
        MuscleRow row;
        row.muscle = muscle->id;
        row.name = muscle->name_en;
        row.name_la = muscle->name_la;
        row.region = muscle->region;
        row.layer = muscle->layer;
        row.other_names = muscle->common_names;
        row.point_count = atlas.catalogue().points_of(muscle->id).size();
        for (const std::string& structure : muscle->structures)
            if (has(atlas.body(), structure))
                row.structures.push_back(structure);
        rows_.push_back(std::move(row));
    }
}

void MuscleList::add_structures(const Atlas& atlas)
{
    std::set<std::string> listed;
    for (const Structure& structure : atlas.body().structures()) {
        if (structure.kind == StructureKind::skin || !listed.insert(structure.name).second ||
            atlas.catalogue().muscle_of_structure(structure.name) != nullptr)
            continue;
        MuscleRow row;
        row.structures = {structure.name};
        row.kind = structure.kind;
        row.name = structure_name(structure);
        row.name_la = structure.name_la;
        row.region = structure.region;
        row.layer = structure.layer;
        row.on_middle = structure.side == Side::middle;
        rows_.push_back(std::move(row));
    }
}

void MuscleList::group_by_region(const Texts& texts)
{
    std::map<std::pair<std::size_t, std::string>, Group> groups;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto known = std::find(muscle_regions.begin(), muscle_regions.end(), rows_[i].region);
        const std::string id = known != muscle_regions.end() ? rows_[i].region : "other";
        const std::string title = texts("region." + id);
        region_titles_.push_back(title);
        folded_regions_.push_back(rows_[i].kind == StructureKind::muscle ? folded(title) : "");
        if (rows_[i].kind != StructureKind::muscle)
            continue;
        Group& group = groups[{static_cast<std::size_t>(known - muscle_regions.begin()), id}];
        group.id = id;
        group.title = title;
        group.rows.push_back(i);
    }
    for (auto& [place, group] : groups)
        groups_[static_cast<std::size_t>(ListOrder::region)].push_back(std::move(group));
}

void MuscleList::group_by_layer(const Texts& texts)
{
    constexpr int unknown = 9;
    std::map<int, Group> groups;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].kind != StructureKind::muscle)
            continue;
        const int layer = rows_[i].layer < 1 ? unknown : std::min(rows_[i].layer, 3);
        Group& group = groups[layer];
        group.id = std::to_string(layer);
        group.title = texts(layer == unknown ? "layer.group_unknown"
                            : layer == 1     ? "layer.group_superficial"
                            : layer == 2     ? "layer.group_middle"
                                             : "layer.group_deep");
        group.rows.push_back(i);
    }
    for (auto& [layer, group] : groups)
        groups_[static_cast<std::size_t>(ListOrder::layer)].push_back(std::move(group));
}

void MuscleList::group_by_letter()
{
    std::vector<Group>& groups = groups_[static_cast<std::size_t>(ListOrder::letter)];
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i].kind != StructureKind::muscle)
            continue;
        const std::string letter = first_letter(rows_[i].name);
        if (groups.empty() || groups.back().id != letter)
            groups.push_back({letter, letter, {}});
        groups.back().rows.push_back(i);
    }
}

std::vector<MuscleList::Hit> MuscleList::search(std::string_view query) const
{
    const std::string wanted = folded(query);
    if (wanted.empty())
        return {};
    std::vector<Hit> hits = exact_hits(wanted);
    if (hits.size() < few_hits && wanted.size() >= least_letters)
        add_near_hits(wanted, hits);
    return hits;
}

std::vector<MuscleList::Hit> MuscleList::exact_hits(const std::string& wanted) const
{
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
        if (!best && !folded_regions_[i].empty() &&
            match_rank(wanted, folded_regions_[i]).value_or(2) < 2) {
            best = 3;
            found_as = region_titles_[i];
        }
        // Of equals, one that has points to show comes first, and a muscle before a bone.
        if (best)
            ranked.emplace_back(*best * 4 + (rows_[i].point_count == 0) +
                                    (rows_[i].kind != StructureKind::muscle),
                                i, found_as);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    std::vector<Hit> hits;
    for (auto& [rank, row, found_as] : ranked)
        hits.push_back({row, std::move(found_as)});
    return hits;
}

void MuscleList::add_near_hits(const std::string& wanted, std::vector<Hit>& hits) const
{
    const std::size_t exact = hits.size();
    for (std::size_t i = 0; i < rows_.size() && hits.size() < exact + near_hits; ++i) {
        if (std::any_of(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(exact),
                        [i](const Hit& hit) { return hit.row == i; }))
            continue;
        const auto name =
            std::find_if(folded_[i].begin(), folded_[i].end(), [&](const FoldedName& known) {
                return edits_to(wanted, known.folded) <= 1;
            });
        if (name != folded_[i].end())
            hits.push_back({i, name->shown, true});
    }
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
        // Of equally near ones a muscle before a bone.
        ranked.emplace_back(2 * best + (rows_[i].kind != StructureKind::muscle), i);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        rows.push_back(ranked[i].second);
    return rows;
}

}  // namespace tpatlas::ui
