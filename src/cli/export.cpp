// tpatlas export -o FILE.glb: the body as standard binary glTF, in metres.

#include "cli/opening.hpp"
#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "io/glb_writer.hpp"

namespace tpatlas::cli {

Result<Done> export_body(const CommonOptions& common, const ExportOptions& options)
{
    const Result<std::shared_ptr<const Body>> body = open_body(common);
    if (!body)
        return body.faults();
    return io::write_glb(options.output, *body.value(), {io::GlbUnit::metres, {}});
}

}  // namespace tpatlas::cli
