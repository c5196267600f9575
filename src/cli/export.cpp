// tpatlas export -o FILE.glb: the body, its points and its zones as standard binary glTF, in metres.

#include "cli/opening.hpp"
#include "cli/verbs.hpp"
#include "io/model_file.hpp"
#include "io/model_listing.hpp"
#include "scene/model_look.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace tpatlas::cli {

namespace {

namespace fs = std::filesystem;

// The body that is shown would be lost, and with a link or another spelling of its path as well.
bool is_of_body(const fs::path& file, const fs::path& body)
{
    const Result<io::ModelListing> shown = io::model_files(body);
    std::error_code fault;
    return shown &&
           std::any_of(shown.value().files.begin(), shown.value().files.end(),
                       [&](const fs::path& own) { return fs::equivalent(own, file, fault); });
}

}  // namespace

Result<Done> export_body(const CommonOptions& common, const ExportOptions& options)
{
    if (common.body && is_of_body(options.output, *common.body))
        return Error{options.output.string(), "is a file of the body that is shown",
                     "name another with -o"};
    const Result<std::shared_ptr<const Atlas>> atlas = open_atlas(common);
    if (!atlas)
        return atlas.faults();
    return io::write_model(options.output, *atlas.value(),
                           scene::model_look(Document{}, View{}, *atlas.value()));
}

}  // namespace tpatlas::cli
