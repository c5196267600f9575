#include "app/body_errand.hpp"

#include "app/errand_names.hpp"
#include "app/glfw_window.hpp"
#include "atlas/learned_map.hpp"
#include "io/atlas_files.hpp"
#include "io/body_map_file.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace tpatlas::app {

namespace fs = std::filesystem;

struct BodyErrand::Reading {
    fs::path file;
    bool again = false;     // what is shown, with what changed meanwhile
    bool answered = false;  // because something was said of a mesh
    std::vector<MappedMesh> said;
    std::vector<MappedMesh> left;  // said of the body that is left for this one
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

namespace {

// The same however it is written: "arm", "./arm/".
fs::path place_of(const fs::path& body)
{
    std::error_code failure;
    const fs::path place = fs::weakly_canonical(body, failure);
    return failure ? body : place;
}

// What it says now, whatever it said when the body was opened.
Result<BodyMap> map_there(const fs::path& file, const Atlas& atlas)
{
    std::error_code failure;
    if (!fs::exists(file, failure))
        return BodyMap{};
    std::vector<StructureId> known;
    for (const Structure& structure : atlas.known_structures())
        known.push_back(structure.id);
    return io::read_body_map(file, known);
}

// With what was found out, but where somebody wrote something else since the body was read.
BodyMap with_learned_but(const BodyMap& as_read, const BodyMap& now, const Registration& found)
{
    BodyMap learned = with_learned(now, found);
    if (now.unit_mm && now.unit_mm != as_read.unit_mm)
        learned.unit_mm = now.unit_mm;
    if (now.up && now.up != as_read.up)
        learned.up = now.up;
    if (now.mirrored && now.mirrored != as_read.mirrored)
        learned.mirrored = now.mirrored;
    return learned;
}

}  // namespace

BodyErrand::BodyErrand(const Options& options)
    : options_(options), body_(options.choices.body.value_or("").string()), map_(options.body_map)
{
}

BodyErrand::~BodyErrand() = default;

void BodyErrand::open(const fs::path& file, std::optional<ApplyScene> then, Session& session)
{
    std::vector<MappedMesh> left = answers();
    stop();
    std::vector<MappedMesh> said;
    if (place_of(file) == place_of(body_))
        said = left;
    else if (const auto before = said_before_.find(place_of(file)); before != said_before_.end())
        said = before->second;
    reading_ = std::make_unique<Reading>();
    reading_->file = file;
    reading_->then = std::move(then);
    reading_->said = std::move(said);
    reading_->left = std::move(left);
    start(session);
}

void BodyErrand::reload(Session& session)
{
    auto next = std::make_unique<Reading>();
    next->file = body_;
    next->again = true;
    next->said = answers();
    if (reading_ && !reading_->done && !reading_->stop.stop_requested()) {  // the same, once more
        next->file = reading_->file;
        next->again = reading_->again;
        next->answered = reading_->answered;
        next->said = reading_->said;
        next->left = reading_->left;
        next->then = reading_->then;
    }
    stop();
    reading_ = std::move(next);
    session.update(Tell{"notice.reading_catalogue", {}});
    start(session);
}

void BodyErrand::map_mesh(const MapMesh& command, Session& session)
{
    if (body_.empty())
        return;
    BodyMap said;
    said.meshes = answers();
    put_mesh(said, {command.file, command.node, command.structures});
    stop();
    lay_again(std::move(said.meshes), session);
}

void BodyErrand::lay_again(std::vector<MappedMesh> said, Session& session)
{
    reading_ = std::make_unique<Reading>();
    reading_->file = body_;
    reading_->again = true;
    reading_->answered = true;
    reading_->said = std::move(said);
    start(session);
}

// All that was said of the body shown and is not kept; with what it is being laid with just now,
// for an answer may come before the one before it is seen. What was stopped is taken back.
std::vector<MappedMesh> BodyErrand::answers() const
{
    if (!reading_)
        return said_;
    if (!reading_->again)
        return reading_->left;
    return reading_->stop.stop_requested() ? said_ : reading_->said;
}

void BodyErrand::start(Session& session)
{
    Reading& reading = *reading_;
    io::AtlasChoices choices = options_.choices;
    choices.body.reset();
    choices.said = reading.said;
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

void BodyErrand::stop()
{
    if (reading_)
        reading_->stop.request_stop();
}

void BodyErrand::stop_opening()
{
    if (reading_ && !reading_->again)
        stop();
}

// So that neither is asked again.
void BodyErrand::keep_map(Session& session)
{
    const Registration* registration = session.atlas().registration();
    if (registration == nullptr || body_.empty())
        return;
    const fs::path file = io::body_map_beside(body_);
    Result<BodyMap> map = map_there(file, session.atlas());
    if (map) {
        for (const MappedMesh& mesh : said_)
            put_mesh(map.value(), mesh);
        map = with_learned_but(map_, map.value(), *registration);
    }
    const Result<Done> written = map ? io::write_body_map(file, map.value()) : map.faults();
    if (!written) {
        session.update(Tell{"notice.fault", line_of(written.faults()), true});
        return;
    }
    map_ = map.take();
    if (reading_ && !reading_->again && reading_->left == said_)
        reading_->left.clear();
    said_.clear();
    tell(session);
    session.update(Tell{"notice.body_map_kept", file.string()});
}

void BodyErrand::tell(Session& session) const
{
    const Registration* registration = session.atlas().registration();
    session.update(
        TellBody{registration != nullptr && (!said_.empty() || is_learned(map_, *registration)),
                 body_, body_.empty() ? "" : io::body_map_beside(body_).string()});
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

bool BodyErrand::tell_progress(Session& session)
{
    if (!reading_->progressed.exchange(false))
        return false;
    const std::lock_guard lock(reading_->guard);
    const io::ImportProgress& now = reading_->progress;
    session.update(TellReading{BodyReading{name_of(reading_->file), now.done, now.of, now.file}});
    return true;
}

// The scene it was read for; else what there is to see first.
void BodyErrand::show_read(const Reading& reading, Session& session)
{
    if (reading.then) {
        session.update(*reading.then);
    } else if (reading.again && !reading.answered) {
        session.update(Tell{"notice.catalogue_read", {}});
    } else {
        if (!reading.answered)
            session.update(Home{});
        if (!select_lone_muscle(session) && reading.answered)
            session.update(FrameSelection{});
    }
}

bool BodyErrand::take_result(Session& session)
{
    if (!reading_)
        return false;
    if (!reading_->done)
        return tell_progress(session);
    const std::unique_ptr<Reading> reading = std::move(reading_);
    session.update(TellReading{});
    Result<io::OpenedAtlas>& result = *reading->result;
    const bool stopped = reading->stop.stop_requested();
    if (!result || stopped) {  // what was there stays
        if (stopped)
            session.update(Tell{"notice.reading_stopped", name_of(reading->file)});
        else
            session.update(Tell{"notice.fault", line_of(result.faults()), true});
        if (!reading->again && reading->left != said_)  // it was being laid when this was opened
            lay_again(reading->left, session);
        return true;
    }
    if (!reading->again && !reading->left.empty())
        said_before_[place_of(body_)] = reading->left;
    body_ = reading->file.string();
    said_before_.erase(place_of(body_));
    map_ = std::move(result.value().body_map);
    said_ = reading->said;
    session.replace_atlas(result.value().atlas);
    tell(session);
    show_read(*reading, session);
    for (const Faults* faults : {&result.value().refused, &result.value().refused_presses,
                                 &result.value().unknown_names})
        if (!faults->empty())
            session.update(Tell{"notice.fault", line_of(*faults), true});
    return true;
}

}  // namespace tpatlas::app
