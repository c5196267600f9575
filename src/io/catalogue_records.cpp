#include "io/catalogue_records.hpp"

#include <tuple>

namespace tpatlas::io {

namespace {

PressCourse read_course(TableReader& table)
{
    PressCourse course;
    const TomlNode* node = table.table("course");
    if (!node)
        return course;
    TableReader parts(*node, "course", table.faults());
    course.contact_end = parts.number("contact_end").value_or(course.contact_end);
    course.rise_end = parts.number("rise_end").value_or(course.rise_end);
    course.hold_end = parts.number("hold_end").value_or(course.hold_end);
    parts.finish();
    return course;
}

void read_names(TableReader& table, Muscle::Fields& fields)
{
    const TomlNode* node = table.table("name");
    if (!node)
        return;
    TableReader names(*node, "name", table.faults());
    fields.name_en = names.text("en");
    fields.name_la = names.text("la");
    fields.common_names = names.list("common");
    names.finish();
}

void read_nerve(TableReader& table, Muscle::Fields& fields)
{
    const TomlNode* node = table.table("nerve");
    if (!node)
        return;
    TableReader nerve(*node, "nerve", table.faults());
    fields.nerve = nerve.text("name");
    fields.nerve_segments = nerve.text("segments");
    nerve.finish();
}

void read_anatomy(TableReader& table, Muscle::Fields& fields)
{
    read_names(table, fields);
    fields.structures = table.list("structures");
    fields.has_structure = table.flag("structure").value_or(true);
    fields.region = table.text("region");
    if (!table.find("layer"))
        table.fault("layer", "the muscle has no layer", "add layer = 1 (superficial) to 9");
    fields.layer = table.whole("layer").value_or(1);
    fields.origin = table.list("origin");
    fields.insertion = table.list("insertion");
    fields.action = table.list("action");
    read_nerve(table, fields);
    fields.course = table.text("course");
    fields.covers = table.list("covers");
    fields.covered_by = table.list("covered_by");
    fields.variations = table.list("variations");
}

void read_clinic(TableReader& table, Muscle::Fields& fields, ReadContext& context)
{
    fields.causes = table.list("causes");
    fields.complaints = table.list("complaints");
    fields.palpation = table.list("palpation");
    fields.cautions = table.list("cautions");
    fields.effects = table.list("effects");
    for (const std::string& satellite : table.list("satellites")) {
        fields.satellites.push_back({satellite});
        context.mentions.push_back({Mention::Kind::muscle, satellite,
                                    table.faults().where(table.line_of("satellites"))});
    }
    fields.estimates = table.list("estimates");
    fields.sources = table.citations("sources");
    fields.confidence =
        table.choice<Confidence>("confidence", confidence_texts).value_or(Confidence::low);
    note_citations(table, "sources", fields.sources, context);
}

}  // namespace

void note_citations(TableReader& table, std::string_view key,
                    const std::vector<Citation>& citations, ReadContext& context)
{
    for (const Citation& citation : citations)
        context.mentions.push_back({Mention::Kind::source, citation.source.text,
                                    table.faults().where(table.line_of(key))});
}

std::optional<Source> read_source(TableReader& table)
{
    Source source;
    source.id = {table.text("id")};
    if (!table.find("kind"))
        table.fault("kind", "the source has no kind", "add kind = \"book\", or another");
    source.kind =
        table.choice<SourceKind>("kind", source_kind_texts).value_or(SourceKind::popular_text);
    source.author = table.text("author");
    source.year = table.whole("year");
    source.title = table.text("title");
    source.detail = table.text("detail");
    const Faults wrong = faults_of(source);
    table.report(wrong);
    table.finish();
    return wrong.empty() ? std::optional(std::move(source)) : std::nullopt;
}

std::optional<Technique> read_technique(TableReader& table, ReadContext& context)
{
    Technique::Fields fields;
    fields.id = {table.text("id")};
    if (const TomlNode* node = table.table("name")) {
        TableReader names(*node, "name", table.faults());
        fields.name_en = names.text("en");
        names.finish();
    }
    fields.contacts = table.choices<Contact>("contacts", contact_texts);
    fields.gesture =
        table.choice<Gesture>("gesture", gesture_texts).value_or(Gesture::press_and_hold);
    fields.course = read_course(table);
    if (const auto hold = table.range("hold_s"))
        std::tie(fields.hold_s_min, fields.hold_s_max) = std::tuple((*hold)[0], (*hold)[1]);
    if (const auto times = table.whole_range("repetitions"))
        std::tie(fields.repetitions_min, fields.repetitions_max) =
            std::tuple((*times)[0], (*times)[1]);
    fields.pain_limit = table.whole("pain_limit").value_or(fields.pain_limit);
    fields.who = table.choice<Who>("who", who_texts).value_or(Who::therapist);
    fields.how = table.text("how");
    fields.evidence = table.text("evidence");
    fields.always_beside = table.list("always_beside");
    fields.estimates = table.list("estimates");
    fields.sources = table.citations("sources");
    fields.confidence =
        table.choice<Confidence>("confidence", confidence_texts).value_or(Confidence::low);
    note_citations(table, "sources", fields.sources, context);
    Result<Technique> technique = Technique::make(std::move(fields));
    if (!technique)
        table.report(technique.faults());
    table.finish();
    return technique ? std::optional(technique.take()) : std::nullopt;
}

ReadMuscle read_muscle(TableReader& table, ReadContext& context)
{
    ReadMuscle read;
    Muscle::Fields fields;
    fields.id = {table.text("id")};
    read_anatomy(table, fields);
    read_clinic(table, fields, context);
    read.lines[fields.id.text] = table.line();
    for (const TomlNode* node : table.tables("point")) {
        const TomlNode* id = node->find("id");
        const std::string name = id ? id->string : std::string();
        TableReader point_table(*node, "point '" + name + "'", table.faults());
        const std::string whole_id = fields.id.text + "." + name;
        if (!read.lines.emplace(whole_id, node->line).second)
            table.faults().add(node->line, "point '" + name + "' is there twice",
                               "give one of them another number");
        else if (auto point = read_point(point_table, fields.id, fields.structures, context))
            read.points.push_back(std::move(*point));
    }
    Result<Muscle> muscle = Muscle::make(std::move(fields));
    if (muscle)
        read.muscle = muscle.take();
    else
        table.report(muscle.faults());
    table.finish();
    return read;
}

}  // namespace tpatlas::io
