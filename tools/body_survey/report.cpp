#include "body_survey/report.hpp"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace tpatlas
{
namespace
{

constexpr double accuracy_mm = 1.2;

double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    const double next = sorted[std::min(i + 1, sorted.size() - 1)];
    return sorted[i] + (at - static_cast<double>(i)) * (next - sorted[i]);
}

template <class... Values>
std::string formatted(const char* format, Values... values)
{
    char text[512];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

} // namespace

void Report::add(std::string name, const SurfaceError& error, std::size_t triangles,
                 std::string reason)
{
    rows_.push_back({std::move(name), error, triangles, std::move(reason)});
}

std::string Report::heading()
{
    return formatted("%-34s %8s %8s %7s %7s %9s", "structure (mm)", "to ref", "from ref", "95 %",
                     "volume", "triangles");
}

std::string Report::line(std::size_t index) const
{
    const Row& row = rows_[index];
    return formatted("%-34s %8.2f %8.2f %7.2f %7.2f %9zu%s", row.name.c_str(),
                     row.error.mean_a_to_b, row.error.mean_b_to_a, row.error.p95,
                     row.error.volume_ratio, row.triangles,
                     row.error.worse_mean_mm() > accuracy_mm ? "  *" : "");
}

void Report::print_totals(std::ostream& out) const
{
    if (rows_.empty())
        return;
    std::vector<double> means, volumes;
    std::size_t within = 0, triangles = 0;
    for (const Row& row : rows_) {
        means.push_back(row.error.worse_mean_mm());
        volumes.push_back(row.error.volume_ratio);
        within += means.back() <= accuracy_mm;
        triangles += row.triangles;
    }
    std::sort(means.begin(), means.end());
    std::sort(volumes.begin(), volumes.end());
    const double share = 100.0 * static_cast<double>(within) / static_cast<double>(rows_.size());
    out << formatted(
        "%s: %zu; mean distance (the worse way): median %.2f, 75 %% %.2f, 90 %% %.2f, "
        "most %.2f mm; %.0f %% within %.1f mm; volume ratio: median %.2f, from %.2f to "
        "%.2f; %zu triangles\n",
        kind_.c_str(), rows_.size(), quantile(means, 0.5), quantile(means, 0.75),
        quantile(means, 0.9), means.back(), share, accuracy_mm, quantile(volumes, 0.5),
        volumes.front(), volumes.back(), triangles);
    for (const Row& row : rows_)
        if (row.error.worse_mean_mm() > accuracy_mm)
            out << formatted("  %s: %.2f mm: %s\n", row.name.c_str(), row.error.worse_mean_mm(),
                             row.reason.empty() ? "no reason is given" : row.reason.c_str());
}

} // namespace tpatlas
