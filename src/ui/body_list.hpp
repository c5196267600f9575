// ui/body_list.hpp: what the Body sheet lists: the meshes of a user's body, and the structures that
// a mesh may be said to be.
//
//   const ui::BodyList list(atlas, texts);   // of a user's body: atlas.registration() is there
//   for (const ui::BodyList::Mesh& mesh : list.meshes()) ...
//   for (const ui::BodyList::Target* target : list.search("biceps", 40)) ...
//
// Made once for an atlas. Copies what it needs.
#pragma once

#include "atlas/atlas.hpp"
#include "atlas/registration.hpp"
#include "core/texts.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas::ui {

class BodyList {
public:
    struct Mesh {
        std::size_t number = 0;  // in Registration::meshes
        std::string name;        // as the file has it
        std::string file;
        std::string what;        // our names and side; empty: not known, or none of ours
        KnownBy by = KnownBy::nothing;
        std::optional<float> median_mm;  // from ours; none: it was not laid on one of ours
        bool trusted = true;
        std::string folded;  // to search in

        // Nobody said and nothing told what it is.
        bool is_open() const { return what.empty() && by != KnownBy::note; }
    };
    struct Target {
        std::string key;                      // language-free and unique
        std::vector<std::string> structures;  // names without side
        std::string name;
        StructureKind kind = StructureKind::muscle;
        std::vector<std::string> folded;  // its names to search in
    };

    BodyList(const Atlas& atlas, const Texts& texts);

    // Those that are not known first, then by name.
    const std::vector<Mesh>& meshes() const { return meshes_; }
    std::size_t open_count() const { return open_count_; }
    std::size_t file_count() const { return file_count_; }
    std::size_t own_count() const { return own_count_; }    // structures that are the user's
    std::size_t lent_count() const { return lent_count_; }  // and those that are ours

    // Best first; none for a query without a letter.
    std::vector<const Target*> search(std::string_view query, std::size_t most) const;
    std::vector<StructureId> ids_of(const Target& target, Side side) const;
    // Of paired structures those of the other side; none where one has no such.
    std::vector<StructureId> on_other_side(const std::vector<StructureId>& ids) const;
    // "Biceps brachii, right"; several by the muscle that they make up, else one after the other.
    std::string words_of(const std::vector<StructureId>& ids) const;

private:
    struct Known {
        std::string name;  // without its side
        std::string words;
        Side side = Side::middle;
    };
    void add_targets(const Atlas& atlas);
    void add_meshes(const Atlas& atlas);
    std::string with_side(const std::string& what, Side side) const;

    const Texts* texts_;
    std::map<std::string, Known> known_;  // by id
    std::map<std::vector<std::string>, std::string> muscles_;  // name by its structures, sorted
    std::vector<Target> targets_;
    std::vector<Mesh> meshes_;
    std::size_t open_count_ = 0;
    std::size_t file_count_ = 0;
    std::size_t own_count_ = 0;
    std::size_t lent_count_ = 0;
};

}  // namespace tpatlas::ui
