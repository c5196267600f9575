#include "app/errands.hpp"

#include "app/errand_names.hpp"
#include "core/model_kinds.hpp"
#include "core/overloaded.hpp"
#include "io/folder_listing.hpp"
#include "io/new_file.hpp"
#include "io/picture_clipboard.hpp"
#include "io/scene_file.hpp"
#include "io/user_folders.hpp"
#include "scene/build_frame.hpp"
#include "scene/picture_texts.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace tpatlas::app {

namespace fs = std::filesystem;

Errands::Errands(const Options& options, render::Renderer& renderer)
    : options_(options), renderer_(renderer), body_(options)
{
}

Errands::~Errands()
{
    std::error_code ignored;
    if (!copied_.empty())
        fs::remove(copied_, ignored);
}

bool Errands::drew_over_picture()
{
    return std::exchange(drew_, false);
}

void Errands::carry_out(const Command& request, Session& session)
{
    std::visit(Overloaded{[&](const CapturePicture&) { capture(session); },
                          [&](const CopyPicture&) { copy(session); },
                          [&](const SaveScene& c) { save(c.file, session); },
                          [&](const ExportModel& c) { model_.begin(c.file, session); },
                          [&](const OpenFile& c) { open(with_home(c.file), session); },
                          [&](const ListFolder& c) { list(c.folder, session); },
                          [&](const ReloadCatalogue&) { body_.reload(session); },
                          [&](const StopReading&) { body_.stop(); },
                          [&](const MapMesh& c) { body_.map_mesh(c, session); },
                          [&](const KeepBodyMap&) { body_.keep_map(session); },
                          [](const auto&) {}},
               request);
}

Result<Errands::Drawn> Errands::drawn(const Session& session)
{
    const CaptureWish& wish = session.view().capture;
    if (std::max(wish.size_px.x, wish.size_px.y) > renderer_.max_size_px())
        return Error{std::to_string(wish.size_px.x) + "x" + std::to_string(wish.size_px.y),
                     "is more than this machine draws",
                     "at most " + std::to_string(renderer_.max_size_px()) + " a side"};
    View view = session.view();
    view.hovered_structure.reset();
    view.hovered_point.reset();
    scene::FrameOptions how;
    how.labels = wish.labels;
    how.transparent = wish.ground == CaptureGround::transparent;
    how.white = wish.ground == CaptureGround::white;
    how.capture = true;
    scene::FrameMemory memory;
    scene::Frame frame = scene::build_frame(session.document(), view, session.atlas(),
                                            options_.texts, how, memory);
    SavedScene saved = saved_scene(session);
    saved.body = body_.body();
    Drawn out;
    for (scene::PictureText& text :
         scene::picture_texts(frame.strip.value_or(scene::Strip{}), session.document(),
                              io::scene_text(saved), options_.version))
        out.texts.push_back({std::move(text.key), std::move(text.text)});
    if (!wish.strip)
        frame.strip.reset();
    renderer_.draw(frame, wish.size_px);
    drew_ = true;
    out.image = renderer_.read_pixels();
    return out;
}

void Errands::capture(Session& session)
{
    Result<Drawn> picture = drawn(session);
    if (!picture) {
        session.update(Tell{"notice.fault", line_of(picture.faults()), true});
        return;
    }
    const std::string& asked = session.view().capture.folder;
    // What is not a whole path lies among the pictures.
    const fs::path folder = io::pictures_folder() / with_home(asked);
    const Result<fs::path> file = io::write_new_png(folder, stem_of(session),
                                                    picture.value().image, picture.value().texts);
    if (file)
        session.update(Tell{"notice.captured", file.value().string()});
    else
        session.update(Tell{"notice.fault", line_of(file.faults()), true});
}

void Errands::copy(Session& session)
{
    Result<Drawn> picture = drawn(session);
    Result<Done> copied = Done{};
    if (!picture)
        copied = picture.faults();
    if (copied) {
        std::error_code failure;
        copied_ = fs::temp_directory_path(failure) /
                  ("tpatlas-copy-" + std::to_string(getpid()) + ".png");
        copied = io::write_png(copied_, picture.value().image, picture.value().texts);
    }
    if (copied)
        copied = io::copy_picture(copied_);
    if (copied)
        session.update(Tell{"notice.copied", {}});
    else
        session.update(Tell{"notice.fault", line_of(copied.faults()), true});
}

void Errands::save(const std::string& asked, Session& session)
{
    const std::string& current = session.view().scene_file;
    fs::path file = asked.empty() ? fs::path(current) : with_home(asked);
    std::error_code failure;
    if (file.empty()) {
        fs::create_directories(io::scenes_folder(), failure);
        const std::string stem = stem_of(session);
        file = io::scenes_folder() / (stem + ".toml");
        for (int i = 2; fs::exists(file, failure); ++i)
            file = io::scenes_folder() / (stem + "-" + std::to_string(i) + ".toml");
    }
    if (file.is_relative()) {
        const std::string& shown = session.view().listing.folder;
        file = (shown.empty() ? io::scenes_folder() : fs::path(shown)) / file;
    }
    if (lower_ending(file) != ".toml")
        file += ".toml";
    if (file.string() != current && fs::exists(file, failure)) {
        session.update(Tell{"notice.exists", file.string(), true});
        return;
    }
    SavedScene scene = saved_scene(session);
    scene.body = body_.body();
    if (const Result<Done> written = io::write_scene(file, scene); !written) {
        session.update(Tell{"notice.fault", line_of(written.faults()), true});
        return;
    }
    session.update(SceneSaved{file.string()});
    list(file.parent_path().string(), session);
}

void Errands::list(const std::string& folder, Session& session)
{
    fs::path asked = folder.empty() ? io::scenes_folder() : with_home(folder);
    std::error_code failure;
    while (folder.empty() && asked.has_relative_path() && !fs::is_directory(asked, failure))
        asked = asked.parent_path();  // nothing was saved yet: where it would be
    session.update(ShowListing{io::list_folder(asked)});
}

void Errands::open(const fs::path& file, Session& session)
{
    std::error_code failure;
    if (!fs::exists(file, failure))
        session.update(Tell{"notice.not_there", file.string(), true});
    else if (lower_ending(file) == ".toml" || lower_ending(file) == ".png")
        open_scene(file, session);
    else
        body_.open(file, std::nullopt, session);
}

void Errands::open_scene(const fs::path& file, Session& session)
{
    Result<SavedScene> scene = io::read_scene(file);
    if (!scene) {
        session.update(Tell{"notice.fault", line_of(scene.faults()), true});
        return;
    }
    // A picture is not saved over.
    ApplyScene opened{scene.take(), lower_ending(file) == ".toml" ? file.string() : std::string()};
    const std::string named = opened.scene.body;
    const std::string wanted = io::body_of(opened.scene, file).value_or(fs::path()).string();
    const std::string& shown = body_.body();
    if (named != shown && wanted != shown)
        body_.open(wanted, std::move(opened), session);
    else {
        body_.stop_opening();  // what is opened last is meant
        session.update(opened);
    }
    if (!named.empty() && named != shown && wanted.empty())  // shown on our own
        session.update(Tell{"notice.scene_body", named, true});
}

}  // namespace tpatlas::app
