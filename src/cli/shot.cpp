// tpatlas shot ... -o FILE.png: one picture, drawn as the window draws it.

#include "cli/output.hpp"
#include "cli/picture.hpp"
#include "cli/record.hpp"
#include "cli/verbs.hpp"
#include "io/png_file.hpp"

#include <system_error>

namespace tpatlas::cli {

namespace {

Side one_side(SideChoice choice)
{
    return choice == SideChoice::left ? Side::left : Side::right;  // both: drawn from the right
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
    const Side side = one_side(options.side);
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
    session.update(SelectMuscle{id, one_side(options.side)});
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
    session.update(ChooseTechnique{TechniqueId{options.technique}});
    return Done{};
}

// The camera turned to a landmark, seen from where it stands.
Result<Done> close_up(Session& session, const ShotOptions& options)
{
    if (options.at.empty())
        return Done{};
    const Body& body = session.atlas().body();
    const LandmarkId id{options.at};
    const PlacedLandmark* place = body.landmark(id, one_side(options.side));
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

// The options as a user of the window would do them, one command after the other.
Result<Done> replay(Session& session, const ShotOptions& options, glm::ivec2 size_px)
{
    session.update(SetAspect{body_aspect(size_px, !options.clean)});
    session.update(Home{});
    session.update(SetTheme{options.theme});
    session.update(SetSide{options.side});
    Result<Done> selected = Done{};
    if (!options.point.empty())
        selected = select_point(session, options);
    else if (!options.muscle.empty())
        selected = select_muscle(session, options);
    if (!selected)
        return selected;
    if (const Result<Done> chosen = choose_technique(session, options); !chosen)
        return chosen;
    if (options.skin)
        session.update(SetSkinOpacity{*options.skin});
    if (!options.tone.empty())
        session.update(SetSkinTone{options.tone});
    if (options.depth)
        session.update(PeelTo{*options.depth});
    if (options.no_press)
        session.update(ShowNoPress{true});
    if (!options.view.empty())
        session.update(ShowView{options.view});
    if (const Result<Done> turned = close_up(session, options); !turned)
        return turned;
    if (options.press)
        session.update(SeekTo{*options.press});
    arrive(session);
    return Done{};
}

// A picture keeps what it says beside its pixels too: with --clean only there.
std::vector<io::PngText> texts_of(const scene::Strip& strip, const Program& program)
{
    std::vector<io::PngText> texts;
    const auto put = [&texts](const char* key, const std::string& text) {
        if (!text.empty())
            texts.push_back({key, text});
    };
    std::string legend;
    for (const scene::LegendEntry& entry : strip.legend)
        legend += (legend.empty() ? "" : "; ") + entry.text;
    put("Title", strip.title);
    put("Description", strip.caption);
    put("Legend", legend);
    put("Disclaimer", strip.note);
    put("Source", strip.attribution);
    put("Software", "Trigger Point Atlas " + program.version);
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
    Result<Picture> opened = Picture::open(common, program);
    if (!opened)
        return opened.faults();
    Picture& picture = opened.value();
    const glm::ivec2 size_px(options.width_px, options.height_px);
    if (std::max(size_px.x, size_px.y) > picture.renderer().max_size_px())
        return Error{"--size", "is more than this machine draws",
                     "at most " + std::to_string(picture.renderer().max_size_px()) + " a side"};
    Session session(picture.atlas());
    if (const Result<Done> done = replay(session, options, size_px); !done)
        return done;
    scene::FrameOptions how;
    how.labels = !options.no_labels;
    how.transparent = options.transparent;
    how.tint_regions = options.tint == "regions";
    scene::Frame frame = picture.frame(session, how);
    const std::vector<io::PngText> texts = texts_of(frame.strip.value_or(scene::Strip{}), program);
    if (options.clean)
        frame.strip.reset();
    return io::write_png(options.output, picture.draw(frame, size_px), texts);
}

}  // namespace tpatlas::cli
