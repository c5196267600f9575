#include "atlas/recognition.hpp"

#include "atlas/file_frame.hpp"
#include "atlas/mesh_groups.hpp"
#include "atlas/search_cost.hpp"
#include "atlas/shape_fit.hpp"
#include "core/parallel.hpp"
#include "domain/usual_units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr std::size_t most_candidates = 18;  // of those whose proportions are nearest
constexpr std::size_t most_guesses = 6;
constexpr std::size_t trying_samples = 50, refining_samples = 250;
constexpr int trying_steps = 6, refining_steps = 20;
constexpr double most_looks = 2e8;       // at triangles, while all are tried: seconds
constexpr float placed_share = 0.7f;     // of its size: so near lies what keeps the body's place
constexpr float placed_bonus = 0.5f;
constexpr float turned_penalty = 1.25f;  // files seldom turn a muscle any way round
constexpr float fits_at_all = 0.25f;     // off over size
constexpr float fits_well = 0.08f;
constexpr float clearly = 1.4f;          // the second is so much worse than the first
constexpr float end_for_end = 1.12f;     // the same muscle turned round is so much worse

struct Candidate {
    std::vector<std::uint32_t> numbers;
    float score = 0;
    float off = 0;
    Similarity map;
    float rival = std::numeric_limits<float>::max();  // score of the best that lies quite otherwise
};

struct Start {
    Similarity map;
    bool in_place = false;
    bool upright = false;
};

glm::mat3 about_vertical(int quarter)
{
    static constexpr std::array<std::array<float, 2>, 4> turns{
        std::array<float, 2>{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const auto [c, s] = turns[static_cast<std::size_t>(quarter)];
    return {glm::vec3(c, 0, -s), glm::vec3(0, 1, 0), glm::vec3(s, 0, c)};
}

// So that the middles meet and the sizes are the same.
Similarity centred(const glm::mat3& turn, const SurfaceMoments& ours, const SurfaceMoments& theirs)
{
    Similarity map;
    map.turn = turn;
    map.scale = ours.size() / theirs.size();
    map.shift = ours.middle - turn * (map.scale * theirs.middle);
    return map;
}

std::vector<float> units_of(const BodyMap& said)
{
    return said.unit_mm ? std::vector<float>{*said.unit_mm}
                        : std::vector<float>(usual_units_mm.begin(), usual_units_mm.end());
}

std::vector<UpAxis> ups_of(const BodyMap& said)
{
    return said.up ? std::vector<UpAxis>{*said.up} : std::vector<UpAxis>{UpAxis::y, UpAxis::z};
}

// As the file has it, where that is near.
std::vector<Start> starts_in_place(const SurfaceMoments& ours, const SurfaceMoments& theirs,
                                   const BodyMap& said)
{
    std::vector<Start> starts;
    for (const float unit_mm : units_of(said))
        for (const UpAxis up : ups_of(said)) {
            const Similarity map = convention(unit_mm, up, said.mirrored.value_or(false));
            const float ratio = map.scale * theirs.size() / ours.size();
            if (ratio > 0.6f && ratio < 1.6f &&
                glm::distance(map(theirs.middle), ours.middle) < placed_share * ours.size())
                starts.push_back({map, true, true});
        }
    return starts;
}

std::vector<Start> starts_anywhere(const SurfaceMoments& ours, const SurfaceMoments& theirs,
                                   const BodyMap& said)
{
    std::vector<Start> starts;
    const bool mirrored = said.mirrored.value_or(false);
    for (const UpAxis up : ups_of(said))
        for (int quarter = 0; quarter < 4; ++quarter)
            starts.push_back({centred(about_vertical(quarter) * convention(1, up, mirrored).turn,
                                      ours, theirs),
                              false, true});
    // Principal axes on principal axes, in every order where two of them are nearly as long.
    static constexpr std::array<std::array<int, 3>, 6> orders{
        std::array<int, 3>{0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    for (const std::array<int, 3>& order : orders) {
        bool near = true;
        for (int i = 0; i < 3; ++i) {
            const float a = theirs.spread[i] / theirs.size();
            const float b = ours.spread[order[static_cast<std::size_t>(i)]] / ours.size();
            near = near && std::abs(a - b) < 0.2f;
        }
        if (!near)
            continue;
        for (int signs = 0; signs < 8; ++signs) {
            glm::mat3 axes(0);
            for (int i = 0; i < 3; ++i)
                axes[i] = ours.axes[order[static_cast<std::size_t>(i)]] *
                          ((signs >> i & 1) != 0 ? -1.0f : 1.0f);
            const glm::mat3 turn = axes * glm::transpose(theirs.axes);
            if ((glm::determinant(turn) < 0) == mirrored)
                starts.push_back({centred(turn, ours, theirs), false, false});
        }
    }
    return starts;
}

float factor_of(const Start& start)
{
    return start.in_place ? placed_bonus : start.upright ? 1.0f : turned_penalty;
}

std::vector<Start> starts_of(const SurfaceMoments& ours, const SurfaceMoments& theirs,
                             const BodyMap& said)
{
    std::vector<Start> starts = starts_in_place(ours, theirs, said);
    return starts.empty() ? starts_anywhere(ours, theirs, said) : starts;
}

void try_on(const Sampled& ours, const Sampled& theirs, const BodyMap& said,
            const std::stop_token& stop, Candidate& candidate)
{
    const float size = ours.shape.moments().size();
    candidate.score = std::numeric_limits<float>::max();
    std::vector<std::pair<float, Similarity>> tried;
    for (const Start& start : starts_of(ours.shape.moments(), theirs.shape.moments(), said)) {
        const SimilarityFit fit = fit_similarity(ours, theirs, start.map, trying_steps, stop);
        const float score = fit.off / size * factor_of(start);
        tried.emplace_back(score, fit.ours_from_theirs);
        if (score < candidate.score) {
            candidate.score = score;
            candidate.off = fit.off / size;
            candidate.map = fit.ours_from_theirs;
        }
    }
    const SurfaceMoments& m = theirs.shape.moments();
    const glm::vec3 end = m.middle + m.axes[0] * m.spread[0];
    for (const auto& [score, map] : tried)
        if (glm::distance(map(end), candidate.map(end)) > 0.5f * size)
            candidate.rival = std::min(candidate.rival, score);
}

void refine(const Sampled& ours, const Sampled& theirs, const std::stop_token& stop,
            Candidate& candidate)
{
    const float size = ours.shape.moments().size();
    const float factor = candidate.off > 0 ? candidate.score / candidate.off : 1;
    const SimilarityFit fit = fit_similarity(ours, theirs, candidate.map, refining_steps, stop);
    candidate.map = fit.ours_from_theirs;
    candidate.off = fit.off / size;
    const float better = candidate.score > 0 ? candidate.off * factor / candidate.score : 1;
    candidate.score = candidate.off * factor;
    if (candidate.rival < std::numeric_limits<float>::max())
        candidate.rival *= better;  // it would gain as much by more samples
}

// How unlike the proportions are.
float unlike(const SurfaceMoments& a, const SurfaceMoments& b)
{
    const auto area = [](const SurfaceMoments& m) {
        return static_cast<float>(std::log(m.area / (static_cast<double>(m.size()) * static_cast<double>(m.size()))));
    };
    return glm::distance(a.spread / a.size(), b.spread / b.size()) +
           0.3f * std::abs(area(a) - area(b));
}

std::vector<Candidate> candidates_of(const EmbeddedShapes& embedded, const UserMesh& mesh,
                                     const SurfaceMoments& theirs, const BodyMap& said)
{
    const Body& body = embedded.body();
    std::vector<Candidate> candidates;
    if (!mesh.structures.empty()) {
        for (Numbers& numbers : may_be_of(body, mesh))
            candidates.push_back({std::move(numbers), 0, 0, {}});
        return candidates;
    }
    std::vector<std::pair<float, std::uint32_t>> ranked;
    for (std::uint32_t i = 0; i < body.structures().size(); ++i) {
        const Structure& structure = body.structures()[i];
        if (structure.kind != StructureKind::muscle || body.surfaces().ranges[i].triangle_count == 0 ||
            (mesh.side && structure.side != *mesh.side))
            continue;
        const SurfaceMoments& ours = embedded.moments(i);
        const bool near = !starts_in_place(ours, theirs, said).empty();
        ranked.push_back({unlike(ours, theirs) - (near ? 10.0f : 0.0f), i});
    }
    std::sort(ranked.begin(), ranked.end());
    for (std::size_t i = 0; i < std::min(ranked.size(), 2 * most_candidates); ++i)
        candidates.push_back({{ranked[i].second}, 0, 0, {}});
    return candidates;
}

bool is_sure(const std::vector<Candidate>& ranked, const UserMesh& mesh)
{
    const Candidate& best = ranked.front();
    if (mesh.by == KnownBy::note)
        return true;
    if (best.rival < end_for_end * best.score)
        return false;
    const bool alone = ranked.size() == 1;
    const float second = alone ? 0 : ranked[1].score;
    if (!mesh.structures.empty())  // only the side is open, or nothing
        return best.off < fits_at_all && (alone || second > clearly * best.score);
    return best.off < fits_well && !alone && second > clearly * best.score;
}

// Whether all searches on their mesh would take too long.
bool is_too_tangled(const EmbeddedShapes& embedded, const SurfaceShape& theirs, const BodyMap& said,
                    const std::vector<Candidate>& candidates)
{
    const float cost = search_cost(theirs.mesh());
    double searches = most_guesses * refining_samples * (refining_steps + 1);
    for (const Candidate& candidate : candidates)
        searches += static_cast<double>(
            starts_of(embedded.of(candidate.numbers)->moments(), theirs.moments(), said).size() *
            trying_samples * (trying_steps + 1));
    return cost > most_search_cost || static_cast<double>(cost) * searches > most_looks;
}

Guess guess_of(const Body& body, const Candidate& candidate)
{
    Guess guess;
    for (const std::uint32_t number : candidate.numbers)
        guess.structures.push_back(body.structures()[number].id);
    guess.off = candidate.off;
    return guess;
}

}  // namespace

Recognition recognise(const EmbeddedShapes& embedded, const UserMesh& mesh, const BodyMap& said,
                      std::stop_token stop)
{
    Recognition result;
    const SurfaceShape theirs(mesh.mesh);
    if (!(theirs.moments().size() > 0))
        return result;
    std::vector<Candidate> ranked = candidates_of(embedded, mesh, theirs.moments(), said);
    if (is_too_tangled(embedded, theirs, said, ranked)) {
        if (!mesh.structures.empty())  // what its name says is all there is to say
            for (const Candidate& candidate : ranked)
                result.guesses.push_back(guess_of(embedded.body(), candidate));
        return result;
    }
    const Sampled few(theirs, trying_samples);
    in_parallel(ranked.size(), [&](std::size_t i) {
        if (stop.stop_requested())
            return;
        const std::shared_ptr<const SurfaceShape> ours = embedded.of(ranked[i].numbers);
        try_on(Sampled(*ours, trying_samples), few, said, stop, ranked[i]);
    });
    if (stop.stop_requested())
        return result;
    const auto by_score = [](const Candidate& a, const Candidate& b) { return a.score < b.score; };
    std::stable_sort(ranked.begin(), ranked.end(), by_score);
    ranked.resize(std::min(ranked.size(), most_guesses));
    const Sampled many(theirs, refining_samples);
    in_parallel(ranked.size(), [&](std::size_t i) {
        const std::shared_ptr<const SurfaceShape> ours = embedded.of(ranked[i].numbers);
        refine(Sampled(*ours, refining_samples), many, stop, ranked[i]);
    });
    if (stop.stop_requested())
        return result;
    std::stable_sort(ranked.begin(), ranked.end(), by_score);
    for (const Candidate& candidate : ranked)
        result.guesses.push_back(guess_of(embedded.body(), candidate));
    if (ranked.empty())
        return result;
    result.body_from_file = ranked.front().map;
    result.sure = is_sure(ranked, mesh);
    return result;
}

}  // namespace tpatlas
