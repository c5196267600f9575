// The signs that belong to a doctor first.
#include "io/catalogue_records.hpp"

namespace tpatlas::io {

std::optional<RedFlag> read_red_flag(TableReader& table, ReadContext& context)
{
    RedFlag::Fields fields;
    fields.id = {table.text("id")};
    if (!table.find("grade"))
        table.fault("grade", "the red flag has no grade",
                    "add grade = \"emergency\", \"same_day\" or \"see_doctor\"");
    fields.urgency = table.choice<Urgency>("grade", urgency_texts).value_or(Urgency::emergency);
    fields.short_words = table.text("short");
    fields.words = table.text("words");
    fields.action = table.text("action");
    fields.why = table.text("why");
    for (const std::string& muscle : table.list("muscles")) {
        fields.muscles.push_back({muscle});
        context.mentions.push_back({Mention::Kind::muscle, muscle,
                                    table.faults().where(table.line_of("muscles"))});
    }
    for (const std::string& place : table.list("places"))
        fields.places.push_back({place});
    fields.estimates = table.list("estimates");
    fields.sources = table.citations("sources");
    fields.confidence =
        table.choice<Confidence>("confidence", confidence_texts).value_or(Confidence::low);
    note_citations(table, "sources", fields.sources, context);
    Result<RedFlag> flag = RedFlag::make(std::move(fields));
    if (!flag)
        table.report(flag.faults());
    table.finish();
    return flag ? std::optional(flag.take()) : std::nullopt;
}

}  // namespace tpatlas::io
