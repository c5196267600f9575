// tpatlas shot ... -o FILE.png: one picture, drawn as the window draws it.

#include "cli/opening.hpp"
#include "cli/output.hpp"
#include "cli/picture.hpp"
#include "cli/record.hpp"
#include "cli/verbs.hpp"
#include "io/png_file.hpp"
#include "io/scene_file.hpp"
#include "scene/picture_texts.hpp"

#include <algorithm>
#include <system_error>

namespace tpatlas::cli {

namespace {

// Both: drawn from the right.
Side one_side(const Session& session)
{
    return session.view().side == SideChoice::left ? Side::left : Side::right;
}

Labelling labelling_of(const std::string& word)
{
    return word == "none"  ? Labelling::none
           : word == "all" ? Labelling::all
                           : Labelling::selected;
}

template <class Records>
std::vector<std::string> ids_of(const Records& records)
{
    std::vector<std::string> ids;
    for (const auto& record : records)
        ids.push_back(record->id.text);
    return ids;
}

Result<Done> select_point(Session& session, const ShotOptions& options)
{
    const Atlas& atlas = session.atlas();
    const PointId id{options.point};
    const TriggerPoint* record = atlas.catalogue().point(id);
    if (record == nullptr)
        return unknown_id("point", options.point, ids_of(atlas.catalogue().points()),
                          "tpatlas list points");
    const Side side = one_side(session);
    if (atlas.point(id, side) == nullptr)
        return Error{options.point,
                     "does not lie on the " + std::string(to_text(side)) + " side of this body",
                     "tpatlas list points tells where points lie"};
    session.update(SelectPoint{id, side});
    return Done{};
}

Result<Done> select_muscle(Session& session, const ShotOptions& options)
{
    const Catalogue& catalogue = session.atlas().catalogue();
    const MuscleId id{options.muscle};
    if (catalogue.muscle(id) == nullptr)
        return unknown_id("muscle", options.muscle, ids_of(catalogue.muscles()),
                          "tpatlas list muscles");
    session.update(SelectMuscle{id, one_side(session)});
    return Done{};
}

Result<Done> choose_technique(Session& session, const ShotOptions& options)
{
    if (options.technique.empty())
        return Done{};
    const Catalogue& catalogue = session.atlas().catalogue();
    if (catalogue.technique(TechniqueId{options.technique}) == nullptr)
        return unknown_id("technique", options.technique, ids_of(catalogue.techniques()),
                          "tpatlas list techniques");
    const Document& document = session.document();
    const TriggerPoint* point =
        document.point ? catalogue.point(document.point->id) : nullptr;
    if (point == nullptr)
        return Error{"--technique " + options.technique, "no point is selected to press",
                     "add --point ID, or a scene with a point"};
    std::vector<std::string> offered;
    std::optional<Contact> contact;
    bool found = false;
    for (const ShownPress& press : presses_of(session.atlas(), *point, document.point->side)) {
        const std::string& id = (*press.option.technique)->id.text;
        if (std::find(offered.begin(), offered.end(), id) == offered.end())
            offered.push_back(id);
        if (id != options.technique ||
            (!options.contact.empty() && to_text(press.option.contact) != options.contact))
            continue;
        found = true;
        if (!options.contact.empty())
            contact = press.option.contact;
    }
    if (!found) {
        std::string list;
        for (const std::string& id : offered)
            list += (list.empty() ? "" : ", ") + id;
        return Error{(*point)->id.text,
                     "is not pressed by " + options.technique +
                         (options.contact.empty() ? "" : " with " + options.contact),
                     list.empty() ? "nobody presses it: tpatlas show " + (*point)->id.text + " tells why"
                                  : "it offers " + list};
    }
    session.update(ChooseTechnique{TechniqueId{options.technique}, contact});
    return Done{};
}

// The camera turned to a landmark, seen from where it stands.
Result<Done> close_up(Session& session, const ShotOptions& options)
{
    if (options.at.empty())
        return Done{};
    const Body& body = session.atlas().body();
    const LandmarkId id{options.at};
    const PlacedLandmark* place = body.landmark(id, one_side(session));
    if (place == nullptr)
        place = body.landmark(id, Side::middle);
    if (place == nullptr) {
        std::vector<std::string> ids;
        for (const PlacedLandmark& landmark : body.landmarks())
            ids.push_back(landmark.id.text);
        return unknown_id("landmark", options.at, ids, "tpatlas list landmarks");
    }
    arrive(session);
    session.update(FlyTo{spanning(session.view().camera, place->position_mm, options.span_mm)});
    return Done{};
}

// As the window begins, or as the scene says.
void begin(Session& session, const ShotOptions& options, const std::optional<SavedScene>& scene)
{
    if (!scene) {
        session.update(Home{});
        return;
    }
    session.update(ApplyScene{*scene, ""});
    std::string lacking;
    for (const std::string& id : fitted_to(*scene, session.atlas()).unknown)
        lacking += (lacking.empty() ? "" : ", ") + id;
    if (!lacking.empty())
        remark(options.scene->string() + ": drawn without what is not in this body or catalogue: " +
               lacking + " (tpatlas check tells the lines)");
}

// What is selected, and how it is pressed.
Result<Done> select(Session& session, const ShotOptions& options)
{
    Result<Done> selected = Done{};
    if (!options.point.empty())
        selected = select_point(session, options);
    else if (!options.muscle.empty())
        selected = select_muscle(session, options);
    return selected ? choose_technique(session, options) : selected;
}

// The options as a user of the window would do them, one command after the other.
Result<Done> replay(Session& session, const ShotOptions& options,
                    const std::optional<SavedScene>& scene, const CaptureWish& picture)
{
    session.update(SetAspect{body_aspect(picture.size_px, picture.strip)});
    begin(session, options, scene);
    if (!options.theme.empty())
        session.update(SetTheme{options.theme});
    if (options.side)
        session.update(SetSide{*options.side});
    if (const Result<Done> selected = select(session, options); !selected)
        return selected;
    if (options.skin)
        session.update(SetSkinOpacity{*options.skin});
    if (!options.tone.empty())
        session.update(SetSkinTone{options.tone});
    if (options.depth)
        session.update(PeelTo{*options.depth});
    if (options.no_press)
        session.update(ShowNoPress{true});
    if (!options.labels.empty())
        session.update(SetLabelling{labelling_of(options.labels)});
    if (options.latin)
        session.update(SetLatin{true});
    if (!options.view.empty())
        session.update(ShowView{options.view});
    if (const Result<Done> turned = close_up(session, options); !turned)
        return turned;
    if (options.press)
        session.update(SeekTo{*options.press});
    arrive(session);
    return Done{};
}

// How the picture is to be: as the scene was captured, and as the options say.
CaptureWish picture_of(const ShotOptions& options, const std::optional<SavedScene>& scene)
{
    CaptureWish picture;
    picture.size_px = {1200, 900};
    if (scene)
        picture = scene->picture;
    picture.folder.clear();
    picture.size_px = options.size_px.value_or(picture.size_px);
    picture.strip = picture.strip && !options.clean;
    picture.labels = picture.labels && !options.no_labels;
    if (options.transparent)
        picture.ground = CaptureGround::transparent;
    return picture;
}

scene::FrameOptions frame_options(const CaptureWish& picture, const ShotOptions& options)
{
    scene::FrameOptions how;
    how.labels = picture.labels;
    how.transparent = picture.ground == CaptureGround::transparent;
    how.white = picture.ground == CaptureGround::white;
    how.capture = true;
    how.tint_regions = options.tint == "regions";
    return how;
}

// A picture keeps what it says beside its pixels too, with --clean only there; and the scene that
// it shows.
std::vector<io::PngText> texts_of(const scene::Frame& frame, const Session& session,
                                  const CaptureWish& picture, const std::string& body,
                                  const Program& program)
{
    SavedScene saved = saved_scene(session);
    saved.body = body;
    saved.picture = picture;
    std::vector<io::PngText> texts;
    for (scene::PictureText& text :
         scene::picture_texts(frame.strip.value_or(scene::Strip{}), session.document(),
                              io::scene_text(saved), program.version))
        texts.push_back({std::move(text.key), std::move(text.text)});
    return texts;
}

// Before anything is drawn: a picture that cannot be kept is not worth waiting for.
Result<Done> check_output(const std::filesystem::path& file)
{
    std::error_code fault;
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (!std::filesystem::is_directory(folder, fault))
        return Error{file.string(), "its folder is not there", "make it, or name another with -o"};
    if (std::filesystem::is_directory(file, fault))
        return Error{file.string(), "is a folder", "name a file with -o"};
    return Done{};
}

}  // namespace

Result<Done> shot(const CommonOptions& common, const ShotOptions& options, const Program& program)
{
    if (const Result<Done> writable = check_output(options.output); !writable)
        return writable;
    std::optional<SavedScene> scene;
    if (options.scene) {
        Result<SavedScene> read = io::read_scene(*options.scene);
        if (!read)
            return read.faults();
        scene = read.take();
    }
    const CommonOptions with =
        scene ? with_body_of(*scene, *options.scene, common) : common;
    Result<Picture> opened = Picture::open(with, program);
    if (!opened)
        return opened.faults();
    Picture& picture = opened.value();
    const CaptureWish wish = picture_of(options, scene);
    if (std::max(wish.size_px.x, wish.size_px.y) > picture.renderer().max_size_px())
        return Error{"--size", "is more than this machine draws",
                     "at most " + std::to_string(picture.renderer().max_size_px()) + " a side"};
    Session session(picture.atlas());
    if (const Result<Done> done = replay(session, options, scene, wish); !done)
        return done;
    scene::Frame frame = picture.frame(session, frame_options(wish, options));
    const std::string body = with.body ? with.body->string() : std::string();
    const std::vector<io::PngText> texts = texts_of(frame, session, wish, body, program);
    if (!wish.strip)
        frame.strip.reset();
    return io::write_png(options.output, picture.draw(frame, wish.size_px), texts);
}

}  // namespace tpatlas::cli
