// tpatlas_build_body: measurement tables -> the body that the program starts from.
//
//   tpatlas_build_body --assets assets --out build/release/assets [--report]
//
// --report prints the sizes of the skin beside those of lean adults, and the structures over which
// it is thinnest.
// Writes OUT/body.cache and OUT/body.glb; keeps what it made under OUT/parts and remakes only what
// changed. Shows its progress on a terminal. Exit status: 0 done, 1 failed with every fault on a
// line of its own, 2 wrong usage.
#include "atlas/named_places.hpp"
#include "atlas/skin_sizes.hpp"
#include "atlas/stipple.hpp"
#include "atlas/zone_shapes.hpp"
#include "build_body/assemble.hpp"
#include "build_body/rebuild.hpp"
#include "io/body_cache.hpp"
#include "io/catalogue_files.hpp"
#include "io/glb_writer.hpp"

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace tpatlas {

namespace {

constexpr float stipple_mm = 3.8f; // least distance; 4.2 to the nearest dot on the average

struct Options {
    std::filesystem::path assets;
    std::filesystem::path out;
    bool report = false;
};

std::optional<Options> parse(int count, char** words)
{
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view option = words[i];
        if (option == "--report")
            options.report = true;
        else if (option == "--assets" && i + 1 < count)
            options.assets = words[++i];
        else if (option == "--out" && i + 1 < count)
            options.out = words[++i];
        else
            return std::nullopt;
    }
    if (options.assets.empty() || options.out.empty())
        return std::nullopt;
    return options;
}

ZoneField mirror_image(const ZoneField& right, const std::vector<std::uint32_t>& mirror)
{
    return {right.zone, Side::left, right.recipe, right.distances.mirrored(mirror)};
}

// The fields of all zones of the points whose structure the body has; all faults.
Result<std::vector<ZoneField>> zone_fields(const PlacesOnSkin& places, const Catalogue& catalogue,
                                           Progress& progress)
{
    std::vector<ZoneField> fields;
    Faults faults;
    for (const TriggerPoint& point : catalogue.points()) {
        if (!places.body().number({point->structure + ".right"}))
            continue;
        for (const std::optional<Zone>* zone : {&point->essential, &point->spillover}) {
            if (!*zone)
                continue;
            progress.within((*zone)->id.text, 0.95f);
            const Result<ZoneField> field = zone_field(places, **zone, Side::right);
            if (!field) {
                faults.insert(faults.end(), field.faults().begin(), field.faults().end());
                continue;
            }
            fields.push_back(field.value());
            fields.push_back(mirror_image(field.value(), places.body().skin_mirror()));
        }
    }
    for (const NoPressZone& zone : catalogue.no_press()) {
        if (zone->shapes.empty())
            continue;
        progress.within(zone->id.text, 0.96f);
        const Side side = sides_of(zone).front();
        const Result<ZoneField> field = zone_field(places, zone, side);
        if (!field) {
            faults.insert(faults.end(), field.faults().begin(), field.faults().end());
            continue;
        }
        fields.push_back(field.value());
        if (side == Side::right && zone->where == NoPressSide::both)
            fields.push_back(mirror_image(field.value(), places.body().skin_mirror()));
    }
    if (!faults.empty())
        return faults;
    return fields;
}

// Places and stipple; they need the body's skin to walk on, so a body without them comes first.
Result<Body::Parts> with_places(Body::Parts parts, const Places& wanted, Progress& progress)
{
    progress.step("landmarks and regions", 0.9f);
    Result<Body> bare = Body::make(parts);
    if (!bare)
        return bare.faults();
    const PlacesOnSkin on(std::make_shared<const Body>(bare.take()));
    Result<NamedPlaces> places = find_places(wanted, on);
    if (!places)
        return places.faults();
    parts.landmarks = std::move(places.value().landmarks);
    parts.regions = std::move(places.value().regions);
    parts.skin_regions = std::move(places.value().skin_regions);
    progress.step("stipple", 0.93f);
    parts.surfaces.stipple = stipple(on.skin(), parts.skin_mirror, stipple_mm);
    return parts;
}

// Measured on the body without it.
Result<Body> with_layering(Body::Parts& parts, Progress& progress)
{
    progress.step("layers", 0.935f);
    const Result<Body> bare = Body::make(parts);
    if (!bare)
        return bare.faults();
    parts.layering = measure_layering(bare.value());
    return Body::make(parts);
}

void print_report(const Body& body)
{
    std::fputs(report_of(skin_sizes(body)).c_str(), stdout);
    std::fputs("\nskin over its barest place, mm\n", stdout);
    const std::vector<Cover> covers = least_cover(body);
    for (std::size_t i = 0; i < covers.size() && (i < 20 || covers[i].cover_mm < 1.5f); ++i)
        std::printf("%-44s %6.2f  at %.0f %.0f %.0f\n",
                    body.structures()[covers[i].structure].id.text.c_str(),
                    static_cast<double>(covers[i].cover_mm), static_cast<double>(covers[i].at.x),
                    static_cast<double>(covers[i].at.y), static_cast<double>(covers[i].at.z));
}

struct Made {
    std::size_t triangles = 0;
    std::size_t structures = 0;
};

Result<Made> build(const Options& options, Progress& progress)
{
    progress.step("tables", 0);
    Result<BodyTables> tables = read_body_tables(options.assets);
    if (!tables)
        return tables.faults();
    Result<io::LoadedCatalogue> loaded = io::load_catalogues({options.assets / "catalogue"});
    if (!loaded)
        return loaded.faults();
    const auto catalogue =
        std::make_shared<const Catalogue>(std::move(loaded.value().catalogue));
    const PartStore store(options.out / "parts");
    Result<RebuiltBody> rebuilt = rebuild(tables.value(), store, progress);
    if (!rebuilt)
        return rebuilt.faults();
    Result<Body::Parts> parts =
        with_places(assemble(rebuilt.take()), tables.value().places, progress);
    if (!parts)
        return parts.faults();
    Result<Body> made = with_layering(parts.value(), progress);
    if (!made)
        return made.faults();
    const auto body = std::make_shared<const Body>(made.take());
    progress.step("zones", 0.94f);
    Result<std::vector<ZoneField>> fields =
        zone_fields(PlacesOnSkin(body), *catalogue, progress);
    if (!fields)
        return fields.faults();
    // A catalogue that does not fit stops here.
    const auto atlas = make_atlas(body, catalogue, fields.value());
    if (!atlas)
        return io::with_places(atlas.faults(), loaded.value().places);
    progress.step("writing", 0.98f);
    if (const auto glb = io::write_glb(options.out / "body.glb", *body); !glb)
        return glb.faults();
    if (const auto cache =
            io::write_body_cache(options.out / "body.cache", parts.value(), fields.value());
        !cache)
        return cache.faults();
    if (options.report)
        print_report(*body);
    return Made{body->surfaces().mesh.triangles.size(), body->structures().size()};
}

} // namespace

} // namespace tpatlas

int main(int count, char** words)
{
    using namespace tpatlas;
    const std::optional<Options> options = parse(count, words);
    if (!options) {
        std::fputs("usage: tpatlas_build_body --assets FOLDER --out FOLDER [--report]\n", stderr);
        return 2;
    }
    Progress progress;
    const Result<Made> made = build(*options, progress);
    if (!made) {
        progress.finish("cannot be made");
        for (const Error& fault : made.faults())
            std::fprintf(stderr, "%s\n", fault.message().c_str());
        return 1;
    }
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(options->out / "body.cache", ignored);
    char line[160];
    std::snprintf(line, sizeof line, "%zu structures, %zu triangles, %.1f MB in %.1f s",
                  made.value().structures, made.value().triangles, static_cast<double>(bytes) / 1e6,
                  progress.seconds());
    progress.finish(line);
    return 0;
}
