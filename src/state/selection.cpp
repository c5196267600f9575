#include "state/selection.hpp"

namespace tpatlas {

std::vector<Side> shown_sides(Side chosen, SideChoice choice)
{
    if (choice == SideChoice::both && chosen != Side::middle)
        return {chosen, other(chosen)};
    return {chosen};
}

std::set<StructureId> selected_structures(const Document& document, SideChoice side,
                                          const Atlas& atlas)
{
    std::set<StructureId> chosen = document.also;
    if (document.structure)
        chosen.insert(*document.structure);
    if (!document.muscle)
        return chosen;
    const Muscle* muscle = atlas.catalogue().muscle(document.muscle->id);
    if (muscle == nullptr)
        return chosen;
    for (const std::string& name : (*muscle)->structures)
        for (const Side s : shown_sides(document.muscle->side, side))
            chosen.insert({name + "." + std::string(to_text(s))});
    return chosen;
}

Box bounds_of(const std::set<StructureId>& structures, const Body& body)
{
    Box box;
    for (const StructureId& id : structures)
        if (const Structure* structure = body.find(id))
            box.include(structure->bounds);
    return box;
}

std::string name_of_selection(const Document& document, const Atlas& atlas)
{
    const std::size_t count = document.also.size() + (document.muscle || document.structure);
    if (count == 0)
        return {};
    const std::string others = count > 1 ? " +" + std::to_string(count - 1) : std::string();
    if (document.muscle) {
        const Muscle* muscle = atlas.catalogue().muscle(document.muscle->id);
        return (muscle != nullptr ? (*muscle)->name_en : document.muscle->id.text) + others;
    }
    const StructureId& id = document.structure ? *document.structure : *document.also.begin();
    const Structure* structure = atlas.body().find(id);
    return (structure != nullptr ? structure->name_en : id.text) + others;
}

Document with_visibility(Document document, const std::set<StructureId>& structures,
                         Visibility visibility)
{
    for (const StructureId& id : structures)
        document.visibility[id] = visibility;
    return document;
}

Document shown_only(Document document, const std::set<StructureId>& structures)
{
    document.visibility.clear();
    document.others = Visibility::hidden;
    return with_visibility(std::move(document), structures, Visibility::shown);
}

Document inverted(Document document)
{
    const auto turned = [](Visibility v) {
        return v == Visibility::hidden  ? Visibility::shown
               : v == Visibility::shown ? Visibility::hidden
                                        : Visibility::faded;
    };
    document.others = turned(document.others);
    for (auto& [id, visibility] : document.visibility)
        visibility = turned(visibility);
    return document;
}

Document with_all_shown(Document document)
{
    document.visibility.clear();
    document.others = Visibility::shown;
    document.hidden_kinds.clear();
    return document;
}

}  // namespace tpatlas
