#include "core/nearest_word.hpp"

#include <algorithm>

namespace tpatlas {

namespace {

// Longer words are cut: the cost is the product of the lengths, and hostile files hold long keys.
constexpr std::size_t longest = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);  // two rows back, for the swaps
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& words)
{
    const std::string_view start = word.substr(0, longest);
    std::size_t best = std::max<std::size_t>(2, start.size() / 3) + 1;
    std::string nearest;
    for (const std::string& other : words) {
        const std::string_view candidate = std::string_view(other).substr(0, longest);
        const std::size_t distance = edit_distance(start, candidate);
        if (distance < best) {
            best = distance;
            nearest = other;
        }
    }
    return nearest;
}

}  // namespace tpatlas
