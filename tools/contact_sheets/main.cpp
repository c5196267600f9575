// contact_sheets: a page for each muscle that has points, to look at beside its words.
//
//   contact_sheets [--catalogue FOLDER] OUT [MUSCLE...]
//
// A row for each point: at the left what its record says, then the point and its zones from the
// front, the back and the right, as `tpatlas shot --point` shows them, and pressed. Needs no
// display. Exit status: 0; 1 where a page cannot be made; 2 for wrong usage.
#include "cli/output.hpp"
#include "cli/picture.hpp"
#include "cli/record.hpp"
#include "contact_sheets/sheet_page.hpp"
#include "contact_sheets/sheet_text.hpp"
#include "contact_sheets/sheet_views.hpp"
#include "io/png_file.hpp"
#include "render/text_picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <system_error>

#include <CLI/CLI.hpp>

namespace {

using namespace tpatlas;

constexpr int page_width_px = 2400;
constexpr int margin_px = 20;
constexpr int words_width_px = 400;  // of a row; the pictures stand right of them
constexpr int gap_px = 4;
constexpr int row_gap_px = 24;
const render::TextSize name_size{16, true};

class Sheets {
public:
    Sheets(cli::Picture picture, render::TextPicture words)
        : picture_(std::move(picture)), words_(std::move(words))
    {
    }

    const Atlas& atlas() const { return *picture_.atlas(); }

    SheetPage page_of(const Muscle& muscle)
    {
        SheetPage page(page_width_px);
        page.grow_to(margin_px);
        add_text(page, words_of_muscle(muscle), page_width_px - 2 * margin_px, page.height_px());
        for (const TriggerPoint* point : atlas().catalogue().points_of(muscle->id)) {
            page.grow_to(page.height_px() + row_gap_px);
            add_row(page, *point);
        }
        page.grow_to(page.height_px() + margin_px);
        return page;
    }

private:
    void add_text(SheetPage& page, const std::vector<Passage>& passages, int width_px, int top)
    {
        const SetText text = set_text(passages, static_cast<float>(width_px),
                                      [this](const std::string& line, render::TextSize size) {
                                          return words_.width_px(line, size);
                                      });
        // The descenders of the last line reach below it.
        const glm::ivec2 size(width_px, static_cast<int>(std::ceil(text.height_px)) + 8);
        page.grow_to(top + size.y);
        page.lay(words_.draw(text.lines, size), {margin_px, top});
    }

    void add_row(SheetPage& page, const TriggerPoint& point)
    {
        const int top = page.height_px();
        add_text(page, words_of_point(atlas(), point, Side::right), words_width_px, top);
        const PlacedPoint* placed = atlas().point(point->id, Side::right);
        if (placed == nullptr)
            return;
        page.grow_to(top + sheet_view_height_px);
        int left = margin_px + words_width_px + row_gap_px / 2;
        for (const SheetView& view : views_of_point(picture_, *placed)) {
            page.lay(view.image, {left, top});
            page.lay(words_.draw({{view.name, {6, 17}, name_size}}, {view.width_px, 24}),
                     {left, top});
            left += view.width_px + gap_px;
        }
    }

    cli::Picture picture_;
    render::TextPicture words_;  // draws in the picture's context, which outlives it
};

Result<Sheets> open_sheets(const cli::CommonOptions& common)
{
    const cli::Program program{"", TPATLAS_FONT_FOLDER, {}};
    const Result<io::AssetFolders> assets = io::find_assets(common.data, io::this_executable());
    if (!assets)
        return assets.faults();
    const Result<render::RenderFiles> files =
        render::find_files(assets.value().shaders(), program.font_folder);
    if (!files)
        return files.faults();
    Result<cli::Picture> picture = cli::Picture::open(common, program);
    if (!picture)
        return picture.faults();
    Result<render::TextPicture> words = render::TextPicture::make(files.value());
    if (!words)
        return words.faults();
    return Sheets(picture.take(), words.take());
}

// Those asked for; else all that have points.
Result<std::vector<const Muscle*>> muscles_of(const Catalogue& catalogue,
                                              const std::vector<std::string>& asked)
{
    std::vector<const Muscle*> found;
    std::vector<std::string> with_points;
    for (const Muscle& muscle : catalogue.muscles()) {
        if (catalogue.points_of(muscle->id).empty())
            continue;
        with_points.push_back(muscle->id.text);
        if (asked.empty())
            found.push_back(&muscle);
    }
    for (const std::string& id : asked) {
        if (std::find(with_points.begin(), with_points.end(), id) == with_points.end())
            return cli::unknown_id("muscle with points", id, with_points, "tpatlas list points");
        found.push_back(catalogue.muscle({id}));
    }
    return found;
}

Result<Done> make_sheets(const cli::CommonOptions& common, const std::filesystem::path& folder,
                         const std::vector<std::string>& asked)
{
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault)
        return Error{folder.string(), "the folder cannot be made: " + fault.message(), ""};
    Result<Sheets> sheets = open_sheets(common);
    if (!sheets)
        return sheets.faults();
    const auto muscles = muscles_of(sheets.value().atlas().catalogue(), asked);
    if (!muscles)
        return muscles.faults();
    for (const Muscle* muscle : muscles.value()) {
        const std::filesystem::path file = folder / ((*muscle)->id.text + ".png");
        const SheetPage page = sheets.value().page_of(*muscle);
        if (const Result<Done> saved = io::write_png(file, page.image()); !saved)
            return saved;
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
    }
    return Done{};
}

}  // namespace

int main(int argc, char** argv)
{
    cli::CommonOptions common;
    std::string folder, catalogue;
    std::vector<std::string> muscles;
    CLI::App app{"Contact sheets: a page for each muscle, its points from all sides beside their words"};
    app.add_option("OUT", folder, "folder for the pages, MUSCLE.png each")->required();
    app.add_option("MUSCLE", muscles, "only these; else every muscle that has points");
    app.add_option("--catalogue", catalogue, "folder of records laid over ours");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? 0 : 2;
    }
    if (!catalogue.empty())
        common.catalogue = catalogue;
    if (const Result<Done> made = make_sheets(common, folder, muscles); !made) {
        std::fprintf(stderr, "contact_sheets: %s\n", cli::line_of(made.faults()).c_str());
        return 1;
    }
    return 0;
}
