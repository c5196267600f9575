// io/catalogue_records.hpp: one record of the catalogue from its table in a file. Internal to
// catalogue_files.cpp; every fault is told with file and line, and the record is then left out.
#pragma once

#include "core/nearest_word.hpp"
#include "domain/muscle.hpp"
#include "domain/no_press.hpp"
#include "domain/red_flag.hpp"
#include "domain/source.hpp"
#include "domain/technique.hpp"
#include "domain/trigger_point.hpp"
#include "domain/zone.hpp"
#include "io/catalogue_table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas::io {

// A mention of another record, checked when all files are read.
struct Mention {
    enum class Kind { source, muscle };

    Kind kind = Kind::source;
    std::string id;
    std::string where;  // file:line
};

// What may be meant by a word that is not there, for the first hundred: a hostile file has ten
// thousand wrong ones, and as many right ones to compare each with.
class Guesses {
public:
    template <class Words>  // () -> std::vector<std::string>
    std::string nearest(const std::string& word, Words words)
    {
        return left_-- > 0 ? nearest_word(word, words()) : std::string();
    }

private:
    int left_ = 100;
};

// What the readers share: zones that are written once and named (empty: it could not be read), and
// the mentions found so far.
struct ReadContext {
    const std::map<std::string, std::optional<Zone>>& shared_zones;
    std::vector<Mention>& mentions;
    Guesses& guesses;
};

// "acromion + 30 mm lateral, 10 mm up". Nothing and a fault at `key` where it cannot be read.
std::optional<Anchor> read_anchor(const std::string& text, std::string_view key,
                                  TableReader& table);

std::optional<Zone> read_zone(const TomlNode& node, const std::string& what, FileFaults& faults);

std::optional<Shape> read_shape(const TomlNode& node, FileFaults& faults);
std::optional<NoPressZone> read_no_press(TableReader& table, ReadContext& context);
std::optional<RedFlag> read_red_flag(TableReader& table, ReadContext& context);

std::optional<Source> read_source(TableReader& table);
std::optional<Technique> read_technique(TableReader& table, ReadContext& context);

struct ReadMuscle {
    std::optional<Muscle> muscle;
    std::vector<TriggerPoint> points;
    std::map<std::string, int> lines;  // "trapezius_upper.tp1" -> line; the muscle's own too
};

ReadMuscle read_muscle(TableReader& table, ReadContext& context);
std::optional<TriggerPoint> read_point(TableReader& table, const MuscleId& muscle,
                                       const std::vector<std::string>& structures,
                                       ReadContext& context);

// Remembers who is cited under `key`.
void note_citations(TableReader& table, std::string_view key,
                    const std::vector<Citation>& citations, ReadContext& context);

}  // namespace tpatlas::io
