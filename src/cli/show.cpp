// tpatlas show ID [--json]

#include "cli/opening.hpp"
#include "cli/output.hpp"
#include "cli/record_json.hpp"
#include "cli/record_text.hpp"
#include "cli/verbs.hpp"

namespace tpatlas::cli {

Result<Done> show_record(const CommonOptions& common, const ShowOptions& options)
{
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    const Result<Record> record = find_record(*atlas.value(), options.id);
    if (!record)
        return record.faults();
    if (options.json)
        return print(to_text(record_json(*atlas.value(), record.value())));
    const Result<Texts> texts = open_texts(common);
    if (!texts)
        return texts.faults();
    return print(record_text(*atlas.value(), record.value(), texts.value()));
}

}  // namespace tpatlas::cli
