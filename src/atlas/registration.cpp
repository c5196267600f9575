#include "atlas/registration.hpp"

#include "atlas/file_frame.hpp"
#include "atlas/group_fits.hpp"
#include "atlas/mesh_groups.hpp"
#include "atlas/recognition.hpp"
#include "atlas/search_cost.hpp"
#include "domain/usual_units.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t enough_groups = 4;
constexpr float usual_spread_mm = 15;  // of bodies' proportions, after the similarity
constexpr float most_off_mm = 60;      // median; beyond, the names mean something else
// A mirrored map must be so much better: of sets that lie nearly in a plane it is as good by chance.
constexpr float clearly_mirrored = 0.5f;
constexpr float plainly_mirrored = 0.2f;

// Before anything is known of it but what its name may mean.
MeshPlace unknown_place(const Body& body, const UserMesh& mesh)
{
    MeshPlace place{mesh.file, mesh.node, mesh.name, {}, KnownBy::nothing, {}};
    if (mesh.by == KnownBy::note && mesh.structures.empty())
        place.by = KnownBy::note;
    for (const Numbers& numbers : numbers_on_sides(body, mesh.proposed, mesh.side)) {
        Guess guess;
        for (const std::uint32_t number : numbers)
            guess.structures.push_back(body.structures()[number].id);
        place.guesses.push_back(std::move(guess));
    }
    return place;
}

class Registering {
public:
    Registering(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
                const BodyMap& said, std::stop_token stop)
        : embedded_(embedded), body_(embedded.body()), meshes_(meshes), said_(said), stop_(stop)
    {
    }

    Registration run(const std::optional<Similarity>& known = std::nullopt)
    {
        for (const UserMesh& mesh : meshes_)
            result_.meshes.push_back(unknown_place(body_, mesh));
        groups_ = groups_of(body_, meshes_);
        if (known) {
            result_.body_from_file = *known;
            choose_nearest(*known);
        } else if (!(groups_.size() >= enough_groups ? by_middles() : by_shape())) {
            return std::move(result_);
        }
        settle(groups_);
        std::vector<StructureFit> fits =
            fit_groups(embedded_, meshes_, groups_, result_.body_from_file, stop_);
        const bool in_place =
            std::any_of(fits.begin(), fits.end(),
                        [&](const StructureFit& fit) { return lies_near(embedded_, fit); });
        if (stop_.stop_requested() || (known && !in_place)) {
            result_.body_from_file = {};
            return std::move(result_);
        }
        result_.registered = true;
        result_.fits = std::move(fits);
        say_conventions();
        note_places();
        return std::move(result_);
    }

private:
    bool by_middles();
    bool by_shape();
    std::optional<std::size_t> largest_known() const;
    void note_places();
    void say_conventions();

    std::vector<PointPair> pairs() const;
    void choose_nearest(const Similarity& map);
    struct Placed {
        Similarity map;
        float off_mm = 0;
        std::vector<std::size_t> chosen;
    };
    void keep_better(std::optional<Placed>& best, const std::optional<Similarity>& start,
                     bool mirrors);
    std::optional<Placed> with_sides(bool mirrors);
    glm::vec3 middle_of(const std::vector<std::uint32_t>& numbers) const;

    const EmbeddedShapes& embedded_;
    const Body& body_;
    const std::vector<UserMesh>& meshes_;
    const BodyMap& said_;
    std::stop_token stop_;
    std::vector<MeshGroup> groups_;
    Registration result_;
};

glm::vec3 Registering::middle_of(const std::vector<std::uint32_t>& numbers) const
{
    glm::dvec3 sum(0);
    double area = 0;
    for (const std::uint32_t number : numbers) {
        const SurfaceMoments& moments = embedded_.moments(number);
        sum += moments.area * glm::dvec3(moments.middle);
        area += moments.area;
    }
    return area > 0 ? glm::vec3(sum / area) : glm::vec3(0);
}

std::vector<PointPair> Registering::pairs() const
{
    std::vector<PointPair> pairs;
    for (const MeshGroup& group : groups_)
        pairs.push_back({group.middle, middle_of(group.numbers()), 1});
    return pairs;
}

// Where the side is not said, the nearer one.
void Registering::choose_nearest(const Similarity& map)
{
    for (MeshGroup& group : groups_) {
        float nearest = std::numeric_limits<float>::max();
        for (std::size_t i = 0; group.open() && i < group.may_be.size(); ++i) {
            const float off = glm::distance(map(group.middle), middle_of(group.may_be[i]));
            if (off < nearest) {
                nearest = off;
                group.chosen = i;
            }
        }
    }
}

void Registering::keep_better(std::optional<Placed>& best, const std::optional<Similarity>& start,
                              bool mirrors)
{
    if (!start)
        return;
    Similarity map = *start;
    for (int i = 0; i < 4; ++i) {
        choose_nearest(map);
        const std::optional<Similarity> next = robust_similarity(pairs(), mirrors, usual_spread_mm);
        if (!next)
            return;
        map = *next;
    }
    const float off = median_distance(pairs(), map);
    if (best && best->off_mm <= off)
        return;
    best = Placed{map, off, {}};
    for (const MeshGroup& group : groups_)
        best->chosen.push_back(group.chosen);
}

// The best map of the one handedness, with the sides that it gives to groups which do not say one.
std::optional<Registering::Placed> Registering::with_sides(bool mirrors)
{
    std::optional<Placed> best;
    const bool any_open = std::any_of(groups_.begin(), groups_.end(),
                                      [](const MeshGroup& g) { return g.open(); });
    for (std::size_t side = 0; side < (any_open ? 2u : 1u); ++side) {
        for (MeshGroup& group : groups_)
            group.chosen = group.open() ? side : 0;
        keep_better(best, robust_similarity(pairs(), mirrors, usual_spread_mm), mirrors);
    }
    if (!any_open)
        return best;
    // Of both sides and silent about them: from every right-angled turn about the common middle.
    glm::vec3 ours(0), theirs(0);
    float our_reach = 0, their_reach = 0;
    for (const MeshGroup& group : groups_) {
        glm::vec3 all(0);
        for (const std::vector<std::uint32_t>& numbers : group.may_be)
            all += middle_of(numbers) / static_cast<float>(group.may_be.size());
        ours += all / static_cast<float>(groups_.size());
        theirs += group.middle / static_cast<float>(groups_.size());
    }
    for (const MeshGroup& group : groups_) {
        our_reach += glm::distance(middle_of(group.may_be[0]), ours);
        their_reach += glm::distance(group.middle, theirs);
    }
    if (!(their_reach > 0))
        return best;
    for (const UpAxis up : {UpAxis::y, UpAxis::z})
        for (int turn = 0; turn < 8; ++turn) {
            // Upright or head down, each of four ways round.
            const float down = turn < 4 ? 1.0f : -1.0f;
            const float angle = static_cast<float>(turn % 4) * 1.5707963f;
            const glm::mat3 round(glm::vec3(std::cos(angle), 0, -std::sin(angle) * down),
                                  glm::vec3(0, down, 0),
                                  glm::vec3(std::sin(angle), 0, std::cos(angle) * down));
            Similarity map;
            map.turn = round * convention(1, up, mirrors).turn;
            map.scale = our_reach / their_reach;
            map.shift = ours - map.turn * (map.scale * theirs);
            keep_better(best, map, mirrors);
        }
    return best;
}

bool Registering::by_middles()
{
    std::optional<Placed> best;
    const std::optional<Placed> plain =
        said_.mirrored.value_or(false) ? std::nullopt : with_sides(false);
    const std::optional<Placed> mirrored =
        said_.mirrored.value_or(true) ? with_sides(true) : std::nullopt;
    best = plain;
    const float share = plain && plain->off_mm > usual_spread_mm ? clearly_mirrored : plainly_mirrored;
    if (mirrored && (!plain || mirrored->off_mm < share * plain->off_mm - 0.5f))
        best = mirrored;
    if (!best || best->off_mm > most_off_mm)
        return by_shape();  // perhaps a heap of muscles side by side
    result_.body_from_file = best->map;
    for (std::size_t i = 0; i < groups_.size(); ++i)
        groups_[i].chosen = best->chosen[i];
    return true;
}

// The largest of those that are known, before any that cannot be searched; one that is not known
// only where it is alone.
std::optional<std::size_t> Registering::largest_known() const
{
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
        const bool may_be_any = meshes_.size() == 1 && meshes_[i].by != KnownBy::note;
        if (!meshes_[i].structures.empty() || may_be_any)
            known.push_back(i);
    }
    std::stable_sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
        return meshes_[a].mesh.triangles.size() > meshes_[b].mesh.triangles.size();
    });
    for (const std::size_t i : known)
        if (stop_.stop_requested() || known.size() == 1 ||
            search_cost(meshes_[i].mesh) <= most_search_cost)
            return i;
    return known.empty() ? std::nullopt : std::optional<std::size_t>(known.front());
}

bool Registering::by_shape()
{
    const std::optional<std::size_t> found = largest_known();
    if (!found)
        return false;
    const std::size_t at = *found;
    const UserMesh* largest = &meshes_[at];
    Recognition seen = recognise(embedded_, *largest, said_, stop_);
    MeshPlace& place = result_.meshes[at];
    if (!seen.sure) {
        if (largest->by == KnownBy::note) {  // it is said what it is: a surface it is not
            place.structures = largest->noted;
            place.by = KnownBy::note;
            place.guesses.clear();
        } else if (!seen.guesses.empty()) {
            place.guesses = std::move(seen.guesses);
        }
        return false;
    }
    result_.body_from_file = seen.body_from_file;
    if (largest->structures.empty()) {
        std::vector<std::uint32_t> numbers;
        for (const StructureId& id : seen.guesses.front().structures)
            numbers.push_back(*body_.number(id));
        groups_.push_back({{static_cast<std::uint32_t>(at)}, {numbers}, 0, {}, {}});
        place.by = KnownBy::shape;
    }
    choose_nearest(seen.body_from_file);
    return true;
}

void Registering::say_conventions()
{
    const Similarity& map = result_.body_from_file;
    result_.unit_mm = usual_units_mm[nearest_usual_unit(map.scale)];
    const auto off = [&](float unit_mm) { return std::abs(std::log(map.scale / unit_mm)); };
    if (said_.unit_mm && off(*said_.unit_mm) < off(result_.unit_mm))
        result_.unit_mm = *said_.unit_mm;
    const glm::vec3 up = glm::transpose(map.turn) * glm::vec3(0, 1, 0);
    result_.up = std::abs(up.z) > std::abs(up.y) ? UpAxis::z : UpAxis::y;
    result_.mirrored = map.mirrors();
}

void Registering::note_places()
{
    for (const MeshGroup& group : groups_)
        for (const std::uint32_t m : group.meshes) {
            MeshPlace& place = result_.meshes[m];
            for (const std::uint32_t number : group.numbers())
                place.structures.push_back(body_.structures()[number].id);
            if (place.by == KnownBy::nothing)
                place.by = meshes_[m].by;
        }
}

}  // namespace

Registration register_meshes(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
                             const BodyMap& said, std::stop_token stop)
{
    return Registering(embedded, meshes, said, stop).run();
}

Registration register_in_place(const EmbeddedShapes& embedded, const std::vector<UserMesh>& meshes,
                               const Similarity& body_from_file, std::stop_token stop)
{
    const BodyMap said;
    return Registering(embedded, meshes, said, stop).run(body_from_file);
}

}  // namespace tpatlas
