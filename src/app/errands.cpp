#include "app/errands.hpp"

#include "app/errand_names.hpp"
#include "app/glfw_window.hpp"
#include "atlas/learned_map.hpp"
#include "core/overloaded.hpp"
#include "io/atlas_files.hpp"
#include "io/body_map_file.hpp"
#include "io/folder_listing.hpp"
#include "io/new_file.hpp"
#include "io/picture_clipboard.hpp"
#include "io/scene_file.hpp"
#include "io/user_folders.hpp"
#include "scene/build_frame.hpp"
#include "scene/picture_texts.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include <unistd.h>

namespace tpatlas::app {

namespace fs = std::filesystem;

struct Errands::Reading {
    fs::path file;
    bool again = false;  // the catalogue's files or the map changed: what is shown stays
    std::optional<BodyMap> map;  // goes before the file's own
    std::stop_source stop;
    std::mutex guard;  // of progress
    io::ImportProgress progress;
    std::atomic<bool> progressed = false;
    std::optional<ApplyScene> then;
    std::optional<Result<io::OpenedAtlas>> result;
    std::atomic<bool> done = false;
    std::jthread thread;  // last: it ends before what it writes to

    ~Reading() { stop.request_stop(); }  // so that nobody waits long for its end
};

Errands::Errands(const Options& options, render::Renderer& renderer)
    : options_(options), renderer_(renderer), body_(options.choices.body.value_or("").string())
{
    // What the body of the start was read with; it was read, so this can be.
    const fs::path map = body_.empty() ? fs::path() : io::body_map_beside(body_);
    std::error_code failure;
    if (body_.empty() || !fs::exists(map, failure))
        return;
    std::vector<StructureId> known;
    for (const Structure& structure : options.atlas->known_structures())
        known.push_back(structure.id);
    if (Result<BodyMap> said = io::read_body_map(map, known))
        body_map_ = said.take();
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
                          [&](const ReloadCatalogue&) { reload(session); },
                          [&](const StopReading&) { stop_reading(); },
                          [&](const MapMesh& c) { map_mesh(c, session); },
                          [&](const KeepBodyMap&) { keep_body_map(session); },
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
    saved.body = body_;
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
    if (!ends_with(file, ".toml"))
        file += ".toml";
    if (file.string() != current && fs::exists(file, failure)) {
        session.update(Tell{"notice.exists", file.string(), true});
        return;
    }
    SavedScene scene = saved_scene(session);
    scene.body = body_;
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
    else if (ends_with(file, ".toml") || ends_with(file, ".png"))
        open_scene(file, session);
    else
        open_body(file, std::nullopt, session);
}

void Errands::open_scene(const fs::path& file, Session& session)
{
    Result<SavedScene> scene = io::read_scene(file);
    if (!scene) {
        session.update(Tell{"notice.fault", line_of(scene.faults()), true});
        return;
    }
    // A picture is not saved over.
    ApplyScene opened{scene.take(), ends_with(file, ".toml") ? file.string() : std::string()};
    const std::string named = opened.scene.body;
    const std::string wanted = io::body_of(opened.scene, file).value_or(fs::path()).string();
    if (named != body_ && wanted != body_)
        open_body(wanted, std::move(opened), session);
    else
        session.update(opened);
    if (!named.empty() && named != body_ && wanted.empty())  // shown on our own
        session.update(Tell{"notice.scene_body", named, true});
}

void Errands::open_body(const fs::path& file, std::optional<ApplyScene> then, Session& session)
{
    stop_reading();  // what is opened last is meant
    reading_ = std::make_unique<Reading>();
    reading_->file = file;
    reading_->then = std::move(then);
    start_reading(session);
}

void Errands::reload(Session& session)
{
    if (reading_ && !reading_->done)
        return;
    reading_ = std::make_unique<Reading>();
    reading_->file = body_;
    reading_->again = true;
    session.update(Tell{"notice.reading_catalogue", {}});
    start_reading(session);
}

void Errands::start_reading(Session& session)
{
    Reading& reading = *reading_;
    io::AtlasChoices choices = options_.choices;
    choices.body.reset();
    choices.body_map = reading.map;
    if (!reading.file.empty()) {
        choices.body = reading.file;
        session.update(TellReading{BodyReading{name_of(reading.file), 0, 0, {}}});
    }
    io::Waiting waiting;
    waiting.stop = reading.stop.get_token();
    waiting.progress = [&reading](const io::ImportProgress& progress) {
        const std::lock_guard lock(reading.guard);
        reading.progress = progress;
        if (!reading.progressed.exchange(true))  // else the window has been woken already
            GlfwWindow::wake();
    };
    reading.thread = std::jthread([&reading, choices, waiting, assets = options_.assets] {
        reading.result = io::open_atlas(assets, choices, waiting);
        reading.done = true;
        GlfwWindow::wake();
    });
}

void Errands::stop_reading()
{
    if (reading_ && !reading_->done)
        reading_->stop.request_stop();
}

// Laid anew with what the user says of one mesh.
void Errands::map_mesh(const MapMesh& command, Session& session)
{
    if (body_.empty())
        return;
    stop_reading();
    reading_ = std::make_unique<Reading>();
    reading_->file = body_;
    reading_->again = true;
    reading_->map = body_map_;
    io::put_mesh(*reading_->map, {command.file, command.node, command.structures});
    start_reading(session);
}

// What was found out and what the user said, so that neither is asked again.
void Errands::keep_body_map(Session& session)
{
    const Registration* registration = session.atlas().registration();
    if (registration == nullptr || body_.empty())
        return;
    const fs::path file = io::body_map_beside(body_);
    body_map_ = with_learned(body_map_, *registration);
    if (const Result<Done> written = io::write_body_map(file, body_map_); !written) {
        session.update(Tell{"notice.fault", line_of(written.faults()), true});
        return;
    }
    session.update(TellBody{false, body_});
    session.update(Tell{"notice.body_map_kept", file.string()});
}

void Errands::tell_body(Session& session, bool said_more) const
{
    const Registration* registration = session.atlas().registration();
    session.update(TellBody{
        registration != nullptr && (said_more || is_learned(body_map_, *registration)), body_});
}

bool select_lone_muscle(Session& session)
{
    const Registration* registration = session.atlas().registration();
    if (registration == nullptr || !registration->registered || registration->meshes.size() != 1 ||
        registration->meshes.front().structures.empty())
        return false;
    const StructureId& id = registration->meshes.front().structures.front();
    const Structure* structure = session.atlas().body().find(id);
    if (structure == nullptr)
        return false;
    session.update(SelectStructure{id});
    if (structure->side != Side::middle && session.view().side != SideChoice::both)
        session.update(
            SetSide{structure->side == Side::left ? SideChoice::left : SideChoice::right});
    session.update(FrameSelection{});
    return true;
}

bool Errands::tell_progress(Session& session)
{
    if (!reading_->progressed.exchange(false))
        return false;
    const std::lock_guard lock(reading_->guard);
    const io::ImportProgress& now = reading_->progress;
    session.update(TellReading{BodyReading{name_of(reading_->file), now.done, now.of, now.file}});
    return true;
}

// The scene it was read for; else what there is to see first.
void Errands::show_read(const Reading& reading, Session& session)
{
    if (reading.then) {
        session.update(*reading.then);
    } else if (reading.again && !reading.map) {
        session.update(Tell{"notice.catalogue_read", {}});
    } else {
        if (!reading.map)
            session.update(Home{});
        if (!select_lone_muscle(session) && reading.map)
            session.update(FrameSelection{});
    }
}

bool Errands::take_results(Session& session)
{
    if (!reading_)
        return false;
    if (!reading_->done)
        return tell_progress(session);
    const std::unique_ptr<Reading> reading = std::move(reading_);
    session.update(TellReading{});
    Result<io::OpenedAtlas>& result = *reading->result;
    if (!result) {  // what was there stays
        if (reading->stop.stop_requested())
            session.update(Tell{"notice.reading_stopped", name_of(reading->file)});
        else
            session.update(Tell{"notice.fault", line_of(result.faults()), true});
        return true;
    }
    body_ = reading->file.string();
    body_map_ = std::move(result.value().body_map);
    session.replace_atlas(result.value().atlas);
    tell_body(session, reading->map.has_value());
    show_read(*reading, session);
    for (const Faults* faults : {&result.value().refused, &result.value().refused_presses,
                                 &result.value().unknown_names})
        if (!faults->empty())
            session.update(Tell{"notice.fault", line_of(*faults), true});
    return true;
}

}  // namespace tpatlas::app
