#include "domain/missing.hpp"

#include <functional>

namespace tpatlas {

namespace {

template <class Record>
struct Field {
    const char* name;
    std::function<bool(const Record&)> lacks;
};

template <class Record>
void count(std::vector<MissingField>& all, const std::vector<Record>& records,
           const std::vector<Field<Record>>& fields)
{
    for (const Field<Record>& field : fields) {
        MissingField counted{field.name, 0, records.size()};
        for (const Record& record : records)
            counted.missing += field.lacks(record) ? 1 : 0;
        all.push_back(counted);
    }
}

}  // namespace

std::vector<MissingField> missing_fields(const Catalogue& catalogue)
{
    using M = const Muscle&;
    using P = const TriggerPoint&;
    std::vector<MissingField> all;
    count<Muscle>(all, catalogue.muscles(),
                  {{"muscle.name.la", [](M m) { return m->name_la.empty(); }},
                   {"muscle.name.common", [](M m) { return m->common_names.empty(); }},
                   {"muscle.origin", [](M m) { return m->origin.empty(); }},
                   {"muscle.insertion", [](M m) { return m->insertion.empty(); }},
                   {"muscle.action", [](M m) { return m->action.empty(); }},
                   {"muscle.nerve", [](M m) { return m->nerve.empty(); }},
                   {"muscle.course", [](M m) { return m->course.empty(); }},
                   {"muscle.covers", [](M m) { return m->covers.empty(); }},
                   {"muscle.covered_by", [](M m) { return m->covered_by.empty(); }},
                   {"muscle.variations", [](M m) { return m->variations.empty(); }},
                   {"muscle.causes", [](M m) { return m->causes.empty(); }},
                   {"muscle.complaints", [](M m) { return m->complaints.empty(); }},
                   {"muscle.palpation", [](M m) { return m->palpation.empty(); }},
                   {"muscle.cautions", [](M m) { return m->cautions.empty(); }},
                   {"muscle.effects", [](M m) { return m->effects.empty(); }},
                   {"muscle.satellites", [](M m) { return m->satellites.empty(); }},
                   {"muscle.point",
                    [&](M m) { return catalogue.points_of(m->id).empty(); }}});
    count<TriggerPoint>(
        all, catalogue.points(),
        {{"point.book_numbers", [](P p) { return p->book_numbers.empty(); }},
         {"point.near", [](P p) { return p->near.empty(); }},
         {"point.essential", [](P p) { return !p->essential; }},
         {"point.spillover", [](P p) { return !p->spillover; }},
         {"point.press", [](P p) { return p->press.empty(); }},
         {"point.press.direction",
          [](P p) { return !p.is_pressed() && p->view_only_reason.empty(); }},
         {"point.cautions", [](P p) { return p->cautions.empty(); }}});
    return all;
}

}  // namespace tpatlas
