// tools/body_survey/report.hpp: one line a structure and the totals.
//
//   Report report("muscles");
//   report.add("teres_major", error, numbers, "");
//   report.print(std::cout);
//
// Depends on core.
#pragma once

#include "body_survey/distance.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace tpatlas
{

class Report
{
public:
    explicit Report(std::string kind) : kind_(std::move(kind)) {}

    // `reason` names why it may miss the accuracy; empty where it does not.
    void add(std::string name, const SurfaceError& error, std::size_t triangles,
             std::string reason);

    // "name  mean ... p95 ... volume ... triangles ...", in the order added.
    static std::string heading();
    std::string line(std::size_t index) const;

    // Median and quantiles of the means, the share within 1.2 mm, and those beyond it by name.
    void print_totals(std::ostream& out) const;
    std::size_t size() const { return rows_.size(); }

private:
    struct Row {
        std::string name;
        SurfaceError error;
        std::size_t triangles = 0;
        std::string reason;
    };
    std::string kind_;
    std::vector<Row> rows_;
};

} // namespace tpatlas
