#include "body_survey/bone_sections.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <queue>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr float step_mm = 0.5f;
constexpr float reach_mm = 4.0f;
constexpr std::size_t end_gap = 2;  // steps between the two sections at an end: makes the dome fit
constexpr int most_harmonics = 64;

float rounded(float x)
{
    return std::round(x * 100.0f) / 100.0f + 0.0f;  // no -0
}

// The crossing of the midline from which a symmetric ring is written, so that half of its
// coefficients are zero: the lower one.
Ring started_on_midline(const Ring& ring)
{
    std::optional<std::size_t> best;
    glm::vec2 best_point{0};
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const glm::vec2 a = ring[i];
        const glm::vec2 b = ring[(i + 1) % ring.size()];
        if ((a.x < 0) == (b.x < 0))
            continue;
        const glm::vec2 p{0, a.y + (b.y - a.y) * a.x / (a.x - b.x)};
        if (!best || p.y < best_point.y) {
            best = i;
            best_point = p;
        }
    }
    if (!best)
        return ring;
    Ring turned{best_point};
    for (std::size_t k = 1; k <= ring.size(); ++k) {
        const glm::vec2 p = ring[(*best + k) % ring.size()];
        if (glm::distance(p, turned.back()) > 1e-5f)
            turned.push_back(p);
    }
    return turned;
}

bool crosses_midline(const Ring& ring)
{
    const auto [low, high] = std::minmax_element(
        ring.begin(), ring.end(), [](glm::vec2 a, glm::vec2 b) { return a.x < b.x; });
    return low->x < -0.02f && high->x > 0.02f;
}

// The shortest series that is off by no more than allowed, by Parseval's theorem; thin parts are
// allowed less.
FourierContour fitted(const Ring& ring, float contour_mm)
{
    const double thickness = 2 * std::abs(signed_area_mm2(ring)) / perimeter_mm(ring);
    const double allowed = std::clamp(0.12 * thickness, 0.06, static_cast<double>(contour_mm));
    FourierContour series = fourier_contour(ring, most_harmonics);
    double tail = 0;
    std::size_t keep = series.harmonics.size();
    while (keep > 2) {
        const glm::dvec4 h = series.harmonics[keep - 1];
        tail += glm::dot(h, h) / 2;
        if (tail > allowed * allowed)
            break;
        --keep;
    }
    series.harmonics.resize(keep);
    return series;
}

}  // namespace

int numbers_in(const PlaneSection& section)
{
    int count = 0;
    for (const FourierContour& contour : section.contours)
        count += 3 + 4 * static_cast<int>(contour.harmonics.size());
    return count;
}

int numbers_in(const BoneTable& table)
{
    int count = 9;  // origin, axis, across
    for (const PlaneSection& section : table.sections)
        count += numbers_in(section);
    return count;
}

DenseSections::DenseSections(const MeshData& closed, bool midline, const SliceFrame& frame)
    : midline_(midline), frame_(frame)
{
    const HeightRange range = height_range(closed, frame);
    for (float z = range.low_mm + step_mm; z < range.high_mm; z += step_mm)
        heights_mm_.push_back(rounded(z));
    rings_ = slices(closed, frame, heights_mm_);
    glm::vec2 low{std::numeric_limits<float>::max()};
    glm::vec2 high{-std::numeric_limits<float>::max()};
    for (const std::vector<Ring>& rings : rings_)
        for (const Ring& ring : rings)
            for (const glm::vec2 p : ring) {
                low = glm::min(low, p);
                high = glm::max(high, p);
            }
    if (low.x > high.x)
        return;
    const float longest = std::max(high.x - low.x, high.y - low.y);
    grid_.step_mm = std::clamp(longest / 100, 0.5f, 1.0f);
    grid_.origin = low - 2.0f;
    grid_.columns = static_cast<int>((high.x - low.x + 4) / grid_.step_mm) + 2;
    grid_.rows = static_cast<int>((high.y - low.y + 4) / grid_.step_mm) + 2;
    for (const std::vector<Ring>& rings : rings_)
        fields_.push_back(section_field(rings, grid_, reach_mm));
}

PlaneSection DenseSections::section(std::size_t at, float contour_mm) const
{
    PlaneSection section;
    section.height_mm = heights_mm_[at];
    for (const Ring& ring : rings_[at]) {
        const bool symmetric = midline_ && crosses_midline(ring);
        if (midline_ && !symmetric && ring.front().x > 0)
            continue;  // the image of another
        FourierContour series = fitted(symmetric ? started_on_midline(ring) : ring, contour_mm);
        series.centre = {rounded(series.centre.x), rounded(series.centre.y)};
        for (glm::vec4& h : series.harmonics) {
            h = {rounded(h.x), rounded(h.y), rounded(h.z), rounded(h.w)};
            if (symmetric)
                h.x = h.w = 0;
        }
        if (symmetric)
            series.centre.x = 0;
        else if (midline_)
            series.centre.x = std::min(series.centre.x, -0.01f);
        section.contours.push_back(std::move(series));
    }
    return section;
}

DenseSections::Misfit DenseSections::misfit(std::size_t from, std::size_t to) const
{
    constexpr float band_mm = 1.2f;
    const auto length_a_point = static_cast<double>(grid_.step_mm * grid_.step_mm / (2 * band_mm));
    const SectionField& a = fields_[from];
    const SectionField& b = fields_[to];
    Misfit worst;
    for (int quarter = 1; quarter <= 3; ++quarter) {
        const std::size_t at = from + (to - from) * static_cast<std::size_t>(quarter) / 4;
        if (at == from || at == to)
            continue;
        const float t = static_cast<float>(at - from) / static_cast<float>(to - from);
        const SectionField& truth = fields_[at];
        double sum = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < grid_.size(); ++i) {
            const float guess = a.distance_mm[i] + (b.distance_mm[i] - a.distance_mm[i]) * t;
            const float real = truth.distance_mm[i];
            if (std::min(std::abs(guess), std::abs(real)) > band_mm)
                continue;
            sum += static_cast<double>(std::min(3.0f, std::abs(guess - real)));
            ++count;
        }
        const float mean = count ? static_cast<float>(sum / static_cast<double>(count)) : 0;
        if (mean >= worst.mean_mm)
            worst = {mean, static_cast<double>(count) * length_a_point *
                               static_cast<double>(heights_mm_[to] - heights_mm_[from])};
    }
    return worst;
}

namespace {

// Between two taken sections that are not neighbours yet.
struct Gap {
    double loss;
    std::size_t from;
    std::size_t to;

    // The queue gives the greatest first; ties are broken by place, for the same table each time.
    bool operator<(const Gap& other) const
    {
        return loss != other.loss ? loss < other.loss : from > other.from;
    }
};

}  // namespace

std::set<std::size_t> DenseSections::picked(std::size_t first, std::size_t last,
                                            const SectionBudget& budget) const
{
    std::priority_queue<Gap> gaps;
    std::set<std::size_t> taken;
    int spent = 9;  // origin and directions
    const auto take = [&](std::size_t at) {
        const int cost = numbers_in(section(at, budget.contour_mm));
        if (taken.contains(at) || spent + cost > budget.numbers)
            return false;
        taken.insert(at);
        spent += cost;
        return true;
    };
    const auto open = [&](std::size_t from, std::size_t to) {
        if (to < from + 2)
            return;
        const Misfit m = misfit(from, to);
        const bool wide = heights_mm_[to] - heights_mm_[from] > budget.widest_gap_mm;
        if (m.mean_mm > budget.gap_mm || wide)
            gaps.push({static_cast<double>(m.mean_mm) * m.area_mm2 + (wide ? 1e3 : 0.0), from, to});
    };
    const std::size_t inset = last - first > 3 * end_gap ? end_gap : 0;
    for (const std::size_t at : {first, last, first + inset, last - inset})
        take(at);
    open(first + inset, last - inset);
    while (!gaps.empty()) {
        const Gap gap = gaps.top();
        gaps.pop();
        const std::size_t middle = (gap.from + gap.to) / 2;
        if (!take(middle))
            continue;
        open(gap.from, middle);
        open(middle, gap.to);
    }
    return taken;
}

BoneTable DenseSections::chosen(const StructureEntry& entry, const SectionBudget& budget) const
{
    BoneTable table;
    table.entry = entry;
    table.origin = frame_.origin;
    table.axis = frame_.axis;
    table.across = frame_.across;
    const auto solid = [](const std::vector<Ring>& rings) { return !rings.empty(); };
    const auto first = std::find_if(rings_.begin(), rings_.end(), solid);
    if (first == rings_.end())
        return table;
    const auto past = std::find_if(rings_.rbegin(), rings_.rend(), solid).base();
    const auto place = [this](auto at) { return static_cast<std::size_t>(at - rings_.begin()); };
    for (const std::size_t at : picked(place(first), place(past) - 1, budget))
        table.sections.push_back(section(at, budget.contour_mm));
    return table;
}

}  // namespace tpatlas
