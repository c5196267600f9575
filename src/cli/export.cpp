// tpatlas export -o FILE.glb: the body, its points and its zones as standard binary glTF, in metres.

#include "cli/opening.hpp"
#include "cli/verbs.hpp"
#include "io/model_file.hpp"
#include "scene/model_look.hpp"

namespace tpatlas::cli {

Result<Done> export_body(const CommonOptions& common, const ExportOptions& options)
{
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    return io::write_model(options.output, *atlas.value(),
                           scene::model_look(Document{}, View{}, *atlas.value()));
}

}  // namespace tpatlas::cli
