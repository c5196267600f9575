#include "ui/body_list.hpp"

#include "ui/folded_text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tpatlas::ui {

namespace {

constexpr std::size_t most_named = 3;  // of one mesh's structures

std::string last_part(const std::string& file)
{
    return file.substr(file.rfind('/') + 1);
}

}  // namespace

BodyList::BodyList(const Atlas& atlas, const Texts& texts) : texts_(&texts)
{
    for (const Structure& structure : atlas.known_structures())
        known_[structure.id.text] = {structure.name, structure_name(structure), structure.side};
    add_targets(atlas);
    for (std::uint32_t i = 0; i < atlas.body().structures().size(); ++i)
        ++(atlas.body().is_ghost(i) ? lent_count_ : own_count_);
    if (atlas.registration() != nullptr)
        add_meshes(atlas);
}

void BodyList::add_targets(const Atlas& atlas)
{
    std::map<std::string, const Structure*> by_name;
    for (const Structure& structure : atlas.known_structures())
        by_name.try_emplace(structure.name, &structure);
    for (const auto& [name, structure] : by_name) {
        Target target{name, {name}, structure_name(*structure), structure->kind, {}};
        target.folded = {folded(target.name), folded(structure->name_la)};
        if (const Muscle* muscle = atlas.catalogue().muscle_of_structure(name)) {
            target.folded.push_back(folded((*muscle)->name_en));
            for (const std::string& other : (*muscle)->common_names)
                target.folded.push_back(folded(other));
        }
        targets_.push_back(std::move(target));
    }
    // A muscle of several heads may be one mesh.
    for (const Muscle& muscle : atlas.catalogue().muscles()) {
        Target target{"muscle:" + muscle->id.text, muscle->structures, muscle->name_en,
                      StructureKind::muscle, {}};
        std::sort(target.structures.begin(), target.structures.end());
        const bool there = std::all_of(
            target.structures.begin(), target.structures.end(),
            [&](const std::string& name) { return by_name.contains(name); });
        if (target.structures.size() < 2 || !there)
            continue;
        muscles_[target.structures] = target.name;
        target.folded = {folded(target.name), folded(muscle->name_la)};
        for (const std::string& other : muscle->common_names)
            target.folded.push_back(folded(other));
        targets_.push_back(std::move(target));
    }
}

void BodyList::add_meshes(const Atlas& atlas)
{
    const Registration& registration = *atlas.registration();
    std::map<std::string, int> files;
    for (const MeshPlace& place : registration.meshes)
        ++files[place.file];
    for (std::size_t i = 0; i < registration.meshes.size(); ++i) {
        const MeshPlace& place = registration.meshes[i];
        Mesh mesh;
        mesh.number = i;
        // Alone in its file it is called by the file: its node is often no name at all.
        mesh.name = place.node.empty() || files[place.file] == 1 ? last_part(place.file)
                                                                 : place.node;
        mesh.file = place.file;
        mesh.what = words_of(place.structures);
        mesh.by = place.by;
        mesh.folded = folded(place.node + " " + place.file + " " + mesh.what);
        meshes_.push_back(std::move(mesh));
    }
    // A node's name alone may be "Cube" in each of them.
    std::map<std::string, int> times;
    for (const Mesh& mesh : meshes_)
        ++times[mesh.name];
    for (Mesh& mesh : meshes_)
        if (times[mesh.name] > 1)
            mesh.name = last_part(mesh.file) + " · " + mesh.name;
    for (const StructureFit& fit : registration.fits)
        for (const std::uint32_t number : fit.meshes) {
            meshes_[number].median_mm = fit.median_mm;
            meshes_[number].trusted = fit.trusted;
        }
    std::stable_sort(meshes_.begin(), meshes_.end(), [](const Mesh& a, const Mesh& b) {
        return std::tuple(!a.is_open(), folded(a.name)) < std::tuple(!b.is_open(), folded(b.name));
    });
    file_count_ = files.size();
    open_count_ = static_cast<std::size_t>(std::count_if(
        meshes_.begin(), meshes_.end(), [](const Mesh& mesh) { return mesh.is_open(); }));
}

std::vector<const BodyList::Target*> BodyList::search(std::string_view query,
                                                      std::size_t most) const
{
    const std::string wanted = folded(query);
    if (wanted.empty())
        return {};
    std::vector<std::tuple<int, std::string, const Target*>> ranked;
    for (const Target& target : targets_) {
        std::optional<int> best;
        for (const std::string& name : target.folded)
            if (const std::optional<int> rank = match_rank(wanted, name))
                best = std::min(best.value_or(*rank), *rank);
        // Of equals a muscle before a bone.
        if (best)
            ranked.emplace_back(2 * *best + (target.kind != StructureKind::muscle),
                                target.folded.front(), &target);
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)->key) <
               std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b)->key);
    });
    std::vector<const Target*> found;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i)
        found.push_back(std::get<2>(ranked[i]));
    return found;
}

std::vector<StructureId> BodyList::ids_of(const Target& target, Side side) const
{
    std::vector<StructureId> ids;
    for (const std::string& name : target.structures) {
        const StructureId on_side{name + "." + std::string(to_text(side))};
        const StructureId middle{name + "." + std::string(to_text(Side::middle))};
        ids.push_back(known_.contains(on_side.text) ? on_side : middle);
    }
    return ids;
}

std::vector<StructureId> BodyList::on_other_side(const std::vector<StructureId>& ids) const
{
    std::vector<StructureId> others;
    for (const StructureId& id : ids) {
        const auto known = known_.find(id.text);
        if (known == known_.end() || known->second.side == Side::middle)
            return {};
        const Side side = known->second.side == Side::left ? Side::right : Side::left;
        others.push_back({known->second.name + "." + std::string(to_text(side))});
        if (!known_.contains(others.back().text))
            return {};
    }
    return others;
}

std::string BodyList::with_side(const std::string& what, Side side) const
{
    return side == Side::middle
               ? what
               : (*texts_)("body.with_side", {{"what", what}, {"side", side_word(*texts_, side)}});
}

std::string BodyList::words_of(const std::vector<StructureId>& ids) const
{
    std::vector<std::string> names;
    std::vector<std::string> words;
    std::set<Side> sides;
    for (const StructureId& id : ids) {
        const auto known = known_.find(id.text);
        if (known == known_.end())
            continue;
        names.push_back(known->second.name);
        words.push_back(with_side(known->second.words, known->second.side));
        sides.insert(known->second.side);
    }
    std::sort(names.begin(), names.end());
    const auto muscle = muscles_.find(names);
    if (muscle != muscles_.end() && sides.size() == 1)
        return with_side(muscle->second, *sides.begin());
    if (words.size() <= most_named)
        return joined(words);
    const std::string more = std::to_string(words.size() - most_named + 1);
    words.resize(most_named - 1);
    return (*texts_)("body.and_more", {{"what", joined(words)}, {"count", more}});
}

}  // namespace tpatlas::ui
