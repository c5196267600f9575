#include "domain/catalogue.hpp"

#include "core/nearest_word.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tpatlas {

namespace {

using Positions = std::unordered_map<std::string, std::size_t>;

// The nearest that is there, for a message.
class References {
public:
    References(const Catalogue::Records& records, Faults& faults) : faults_(faults)
    {
        for (const Source& source : records.sources)
            sources_.push_back(source.id.text);
        for (const Muscle& muscle : records.muscles)
            muscles_.push_back(muscle->id.text);
    }

    void check(const std::string& record, const std::vector<Citation>& citations)
    {
        for (const Citation& citation : citations)
            if (!contains(sources_, citation.source.text))
                faults_.push_back({record + ":sources",
                                   "there is no source '" + citation.source.text + "'",
                                   mend(sources_, citation.source.text, "add it to sources.toml")});
    }

    void check_muscle(const std::string& record, const char* field, const std::string& muscle)
    {
        if (!contains(muscles_, muscle))
            faults_.push_back({record + ":" + field, "there is no muscle '" + muscle + "'",
                               mend(muscles_, muscle, "add its record")});
    }

private:
    static bool contains(const std::vector<std::string>& ids, const std::string& id)
    {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }

    static std::string mend(const std::vector<std::string>& ids, const std::string& id,
                            const std::string& otherwise)
    {
        const std::string near = nearest_word(id, ids);
        return near.empty() ? otherwise : "did you mean '" + near + "'? else " + otherwise;
    }

    Faults& faults_;
    std::vector<std::string> sources_;
    std::vector<std::string> muscles_;
};

template <class Record, class IdOf>
void check_once(Faults& faults, const std::vector<Record>& records, const char* what, IdOf id_of)
{
    Positions seen;
    for (const Record& record : records)
        if (const std::string id = id_of(record); !seen.emplace(id, 0).second)
            faults.push_back({id + ":id", std::string(what) + " '" + id + "' is there twice",
                              "give one of them another id"});
}

void check_structures(Faults& faults, const Catalogue::Records& records)
{
    std::unordered_map<std::string, std::string> taken;
    std::set<std::string> without_structure;
    std::set<std::pair<std::string, std::string>> listed;  // muscle, structure
    for (const Muscle& muscle : records.muscles) {
        if (!muscle->has_structure)
            without_structure.insert(muscle->id.text);
        for (const std::string& structure : muscle->structures) {
            listed.emplace(muscle->id.text, structure);
            const auto [at, is_new] = taken.emplace(structure, muscle->id.text);
            if (!is_new)
                faults.push_back({muscle->id.text + ":structures",
                                  "structure '" + structure + "' is already '" + at->second + "'",
                                  "a structure belongs to one muscle"});
        }
    }
    for (const TriggerPoint& point : records.points) {
        const bool is_of_muscle = point->structure.empty()
                                      ? without_structure.contains(point->muscle.text)
                                      : listed.contains({point->muscle.text, point->structure});
        if (!is_of_muscle)
            faults.push_back({point->id.text + ":structure",
                              "'" + point->structure + "' is no structure of its muscle",
                              "name one that '" + point->muscle.text + "' lists"});
    }
}

template <class Record, class IdOf>
Positions positions(const std::vector<Record>& records, IdOf id_of)
{
    Positions at;
    for (std::size_t i = 0; i < records.size(); ++i)
        at.emplace(id_of(records[i]), i);
    return at;
}

template <class Record>
const Record* look_up(const Positions& positions, const std::vector<Record>& records,
                      const std::string& id)
{
    const auto at = positions.find(id);
    return at == positions.end() ? nullptr : &records[at->second];
}

constexpr auto id_of_source = [](const Source& source) { return source.id.text; };
constexpr auto id_of_record = [](const auto& record) { return record->id.text; };

}  // namespace

Result<Catalogue> Catalogue::make(Records records)
{
    Faults faults;
    check_once(faults, records.sources, "source", id_of_source);
    check_once(faults, records.muscles, "muscle", id_of_record);
    check_once(faults, records.points, "point", id_of_record);
    check_once(faults, records.techniques, "technique", id_of_record);
    check_once(faults, records.no_press, "no-press zone", id_of_record);
    check_once(faults, records.red_flags, "red flag", id_of_record);
    check_structures(faults, records);
    References references(records, faults);
    for (const Muscle& muscle : records.muscles) {
        references.check(muscle->id.text, muscle->sources);
        for (const MuscleId& satellite : muscle->satellites)
            references.check_muscle(muscle->id.text, "satellites", satellite.text);
    }
    for (const TriggerPoint& point : records.points) {
        references.check(point->id.text, point->sources);
        references.check_muscle(point->id.text, "muscle", point->muscle.text);
    }
    for (const Technique& technique : records.techniques)
        references.check(technique->id.text, technique->sources);
    for (const NoPressZone& zone : records.no_press)
        references.check(zone->id.text, zone->sources);
    for (const RedFlag& flag : records.red_flags) {
        references.check(flag->id.text, flag->sources);
        for (const MuscleId& muscle : flag->muscles)
            references.check_muscle(flag->id.text, "muscles", muscle.text);
    }
    if (!faults.empty())
        return faults;
    return Catalogue(std::move(records));
}

Catalogue::Catalogue(Records records) : records_(std::move(records))
{
    source_at_ = positions(records_.sources, id_of_source);
    muscle_at_ = positions(records_.muscles, id_of_record);
    point_at_ = positions(records_.points, id_of_record);
    technique_at_ = positions(records_.techniques, id_of_record);
    no_press_at_ = positions(records_.no_press, id_of_record);
    for (std::size_t i = 0; i < records_.muscles.size(); ++i)
        for (const std::string& structure : records_.muscles[i]->structures)
            structure_at_.emplace(structure, i);
    for (std::size_t i = 0; i < records_.points.size(); ++i)
        for (const auto* zone : {&records_.points[i]->essential, &records_.points[i]->spillover})
            if (*zone)
                zone_at_.emplace((*zone)->id.text, i);
}

const Source* Catalogue::source(const SourceId& id) const
{
    return look_up(source_at_, records_.sources, id.text);
}

const Muscle* Catalogue::muscle(const MuscleId& id) const
{
    return look_up(muscle_at_, records_.muscles, id.text);
}

const TriggerPoint* Catalogue::point(const PointId& id) const
{
    return look_up(point_at_, records_.points, id.text);
}

const Technique* Catalogue::technique(const TechniqueId& id) const
{
    return look_up(technique_at_, records_.techniques, id.text);
}

const NoPressZone* Catalogue::no_press_zone(const NoPressId& id) const
{
    return look_up(no_press_at_, records_.no_press, id.text);
}

const TriggerPoint* Catalogue::point_of(const ZoneId& id) const
{
    return look_up(zone_at_, records_.points, id.text);
}

const Muscle* Catalogue::muscle_of_structure(const std::string& structure) const
{
    return look_up(structure_at_, records_.muscles, structure);
}

std::vector<const RedFlag*> Catalogue::red_flags_of(const MuscleId& muscle) const
{
    std::vector<const RedFlag*> flags;
    for (const RedFlag& flag : records_.red_flags)
        if (flag.belongs_to(muscle))
            flags.push_back(&flag);
    std::stable_sort(flags.begin(), flags.end(), [](const RedFlag* a, const RedFlag* b) {
        const bool own_a = !(*a)->muscles.empty(), own_b = !(*b)->muscles.empty();
        return (*a)->urgency != (*b)->urgency ? (*a)->urgency < (*b)->urgency : own_a > own_b;
    });
    return flags;
}

std::vector<const RedFlag*> Catalogue::red_flags_of_places(const TriggerPoint& point) const
{
    const auto is_felt_at = [&](const RegionId& place) {
        for (const std::optional<Zone>* zone : {&point->essential, &point->spillover})
            if (*zone && std::find((*zone)->names.begin(), (*zone)->names.end(), place) !=
                             (*zone)->names.end())
                return true;
        return false;
    };
    std::vector<const RedFlag*> flags;
    for (const RedFlag& flag : records_.red_flags)
        if (flag->urgency != Urgency::see_doctor && !flag.belongs_to(point->muscle) &&
            std::any_of(flag->places.begin(), flag->places.end(), is_felt_at))
            flags.push_back(&flag);
    std::stable_sort(flags.begin(), flags.end(), [](const RedFlag* a, const RedFlag* b) {
        return (*a)->urgency < (*b)->urgency;
    });
    return flags;
}

std::vector<const TriggerPoint*> Catalogue::points_of(const MuscleId& muscle) const
{
    std::vector<const TriggerPoint*> points;
    for (const TriggerPoint& point : records_.points)
        if (point->muscle == muscle)
            points.push_back(&point);
    return points;
}

}  // namespace tpatlas
