// tpatlas: the command line and the window meet here, and nowhere else.

#include "app/window.hpp"
#include "cli/command_line.hpp"

namespace {

tpatlas::Result<tpatlas::Done> open_window(const tpatlas::cli::WindowStart& start)
{
    tpatlas::app::Options options;
    options.atlas = start.atlas;
    options.texts = start.texts;
    options.files = start.files;
    options.font_folder = start.font_folder;
    options.test_report = start.test_report;
    options.settings = start.settings;
    options.first = start.first;
    options.assets = start.assets;
    options.choices = start.choices;
    options.body_map = start.body_map;
    options.version = start.version;
    return tpatlas::app::run_window(options);
}

}  // namespace

int main(int argc, char** argv)
{
    return tpatlas::cli::run(argc, argv, {TPATLAS_VERSION, TPATLAS_FONT_FOLDER, open_window});
}
