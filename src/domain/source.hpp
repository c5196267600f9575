// domain/source.hpp: where a fact comes from, and how sure it is.
#pragma once

#include "core/error.hpp"
#include "core/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tpatlas {

enum class Confidence { high, medium, low };

constexpr std::array<std::string_view, 3> confidence_texts{"high", "medium", "low"};

constexpr std::string_view to_text(Confidence confidence)
{
    return confidence_texts[static_cast<std::size_t>(confidence)];
}

enum class SourceKind {
    book,
    trial,
    review,
    guideline,
    study,              // neither trial nor review: anatomy, measurement, case report
    standard_teaching,
    popular_text,       // "popular text, no study found"
    editorial_estimate  // ours; the program says so wherever it shows it
};

constexpr std::array<std::string_view, 8> source_kind_texts{
    "book",  "trial",             "review",       "guideline",
    "study", "standard_teaching", "popular_text", "editorial_estimate"};

constexpr std::string_view to_text(SourceKind kind)
{
    return source_kind_texts[static_cast<std::size_t>(kind)];
}

struct Source {
    SourceId id;
    SourceKind kind = SourceKind::book;
    std::string author;
    std::optional<int> year;
    std::string title;
    std::string detail;  // publisher, journal, chapter or DOI

    bool operator==(const Source&) const = default;
};

// All that is wrong with a source, `where` being the field's name. Empty where all is well.
Faults faults_of(const Source& source);

// A record cites a source and, optionally, the place in it: "simons_1999:ch06".
struct Citation {
    SourceId source;
    std::string place;

    bool operator==(const Citation&) const = default;
};

}  // namespace tpatlas
