// tpatlas_body_check: whether the built body is as an anatomist would have it.
//
//   tpatlas_body_check --assets assets --built build/release/assets
//
// Prints where muscles miss their bones or sink into one, which depth ranks are not what rays meet,
// and what the depth slider leaves hanging. Exit status: 0 whatever it finds, 1 when it cannot
// look.
#include "body_check/attachments.hpp"
#include "body_check/depth.hpp"
#include "io/body_cache.hpp"
#include "io/measurement_files.hpp"

#include <cstdio>
#include <filesystem>

#include <CLI/CLI.hpp>

namespace {

using namespace tpatlas;

void print_ends(const HalfBody& half, const std::vector<MuscleTable>& tables)
{
    std::printf("Ends of muscles more than 3 mm off their bones, or without a bone:\n");
    for (const EndOnBone& end : ends_on_bones(half, tables))
        if (end.distance_mm > 3 || (end.bones.empty() && end.soft.empty()))
            std::printf("  %-44s %-9s %6.1f mm  %s%s\n", end.stack.c_str(),
                        end.origin ? "origin" : "insertion", double(end.distance_mm),
                        end.bones.empty() ? "no bone named" : end.bones.front().c_str(),
                        end.soft.empty() ? "" : ("; " + end.soft).c_str());
}

void print_sinking(const HalfBody& half)
{
    std::printf("Muscles with surface more than 3 mm inside a bone (3 %% is allowed):\n");
    for (const Sinking& s : sinking(half))
        if (s.share > 0.005f)
            std::printf("  %-44s %5.1f %%  deepest %.1f mm in %s\n", s.muscle.c_str(),
                        double(s.share) * 100, double(s.deepest_mm), s.bone.c_str());
}

void print_depth(const HalfBody& half, int rays, bool every_pair)
{
    std::printf("Depth ranks %s %d rays (over, under, rays so, rays not):\n",
                every_pair ? "that meet on" : "that most contradict of", rays);
    int agreeing = 0, all = 0;
    for (const DepthOrder& pair : depth_orders(half, rays)) {
        all += pair.rays;
        agreeing += pair.above_layer <= pair.below_layer ? pair.rays : 0;
        if (every_pair || pair.disagrees())
            std::printf("  %-34s %d  %-34s %d  %4d %4d\n", pair.above.c_str(), pair.above_layer,
                        pair.below.c_str(), pair.below_layer, pair.rays, pair.opposed);
    }
    std::printf("  %d of %d meetings are as the ranks say\n", agreeing, all);
    std::printf("Left hanging when a layer is peeled:\n");
    for (const Scrap& scrap : scraps(half))
        std::printf("  %-44s after layer %d\n", scrap.structure.c_str(), scrap.peeled_layer);
}

int fail(const Faults& faults)
{
    for (const Error& fault : faults)
        std::fprintf(stderr, "%s\n", fault.message().c_str());
    return 1;
}

}  // namespace

int main(int argc, char** argv)
{
    std::filesystem::path assets, built;
    int rays = 500;
    bool every_pair = false;
    CLI::App app{"Checks the built body against its tables and against itself"};
    app.add_option("--assets", assets, "the project's assets folder")->required();
    app.add_option("--built", built, "folder of body.cache")->required();
    app.add_option("--rays", rays, "how many rays test the depth ranks")->check(CLI::Range(1, 100000));
    app.add_flag("--every-pair", every_pair, "list the pairs that agree too");
    CLI11_PARSE(app, argc, argv);
    const auto loaded = io::load_body_cache(built / "body.cache");
    if (!loaded)
        return fail(loaded.faults());
    const auto tables = io::read_muscle_tables(assets / "body" / "muscles");
    if (!tables)
        return fail(tables.faults());
    const HalfBody half(*loaded.value().body);
    print_ends(half, tables.value());
    print_sinking(half);
    print_depth(half, rays, every_pair);
    return 0;
}
