#include "ui/related_links.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace tpatlas::ui {

namespace {

// The record stands for its structure, except in the midline, which a record has no side for.
RelatedLink link_to(const Atlas& atlas, const Structure& structure)
{
    const Muscle* muscle = atlas.catalogue().muscle_of_structure(structure.name);
    if (muscle != nullptr && structure.side != Side::middle)
        return {(*muscle)->id.text + "." + std::string(to_text(structure.side)), (*muscle)->name_en,
                SelectMuscle{(*muscle)->id, structure.side}, 0, {}};
    return {structure.id.text, structure_name(structure), SelectStructure{structure.id}, 0, {}};
}

}  // namespace

std::vector<RelatedLink> layer_links(const Atlas& atlas, const std::vector<StructureId>& of,
                                     bool over)
{
    const Body& body = atlas.body();
    std::vector<RelatedLink> links;
    std::set<std::string> own;
    for (const StructureId& id : of)
        if (const Structure* structure = body.find(id))
            own.insert(link_to(atlas, *structure).key);
    float whole = 0;
    for (const StructureId& id : of) {
        const auto number = body.number(id);
        if (!number)
            continue;
        const Layering& layering = body.layering(*number);
        whole += layering.facing_mm2;
        for (const Neighbour& neighbour : over ? layering.over : layering.under) {
            RelatedLink link = link_to(atlas, body.structures()[neighbour.structure]);
            if (own.contains(link.key))
                continue;
            auto at = std::find_if(links.begin(), links.end(),
                                   [&](const RelatedLink& l) { return l.key == link.key; });
            if (at == links.end())
                at = links.insert(links.end(), std::move(link));
            at->share += neighbour.share * layering.facing_mm2;
        }
    }
    for (RelatedLink& link : links)
        link.share = std::min(1.0f, link.share / std::max(1.0f, whole));
    std::erase_if(links, [](const RelatedLink& l) { return l.share < least_neighbour_share; });
    std::stable_sort(links.begin(), links.end(), [](const RelatedLink& a, const RelatedLink& b) {
        return a.share > b.share;
    });
    if (links.size() > most_neighbours)
        links.erase(links.begin() + static_cast<std::ptrdiff_t>(most_neighbours), links.end());
    return links;
}

bool is_measured(const Body& body, const std::vector<StructureId>& of)
{
    return std::any_of(of.begin(), of.end(), [&](const StructureId& id) {
        const auto number = body.number(id);
        return number && body.layering(*number).facing_mm2 > 0;
    });
}

std::vector<RelatedLink> muscle_links(const std::vector<RelatedMuscle>& muscles, Side side)
{
    std::vector<RelatedLink> links;
    for (const RelatedMuscle& one : muscles)
        links.push_back({(*one.muscle)->id.text, (*one.muscle)->name_en,
                         SelectMuscle{(*one.muscle)->id, side}, 0, one.shared});
    return links;
}

std::vector<StructureId> structures_of(const Muscle& muscle, Side side, const Body& body)
{
    std::vector<StructureId> all;
    for (const std::string& name : muscle->structures)
        for (const Side s : {side, Side::middle})
            if (StructureId id{name + "." + std::string(to_text(s))}; body.find(id) != nullptr)
                all.push_back(std::move(id));
    return all;
}

}  // namespace tpatlas::ui
