// body_survey: measures reference meshes into the tables of assets/body, or reports how near the
// surfaces rebuilt from the tables are to the reference.
//
//   body_survey --reference DIR --assets assets [--only NAME...]       writes tables
//   body_survey --reference DIR --assets assets --describe             names and attachments alone
//   body_survey --reference DIR --assets assets --report [--only ...]  compares the tables

#include "body/bone_surface.hpp"
#include "body/muscle_surface.hpp"
#include "body_survey/bone_survey.hpp"
#include "body_survey/muscle_survey.hpp"
#include "body_survey/report.hpp"
#include "io/measurement_files.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <mutex>
#include <thread>

#include <CLI/CLI.hpp>

namespace
{

using namespace tpatlas;
namespace fs = std::filesystem;

struct Options {
    fs::path reference, assets, manifest, meshes;
    std::vector<std::string> only;
    bool report = false, describe = false;
    int threads = 1;

    bool wants(const std::string& name) const
    {
        return only.empty() || std::find(only.begin(), only.end(), name) != only.end();
    }
};

// What came of one structure.
struct Outcome {
    std::string name;
    SurfaceError error;
    std::size_t triangles = 0;
    std::string reason;
    Faults faults;
};

std::string note(const StructureEntry& entry, const SurfaceError& error)
{
    char text[400];
    std::snprintf(
        text, sizeof text,
        "Measured by tools/body_survey from BodyParts3D FMA%d, (c) The Database Center for "
        "Life Science\nmean distance %.2f mm there, %.2f mm back; 95 %% within %.2f mm; "
        "volume ratio %.2f\nMillimetres; x left, y up, z front. See ../LICENSE.",
        entry.fma.value_or(0), error.mean_a_to_b, error.mean_b_to_a, error.p95, error.volume_ratio);
    return text;
}

void fail(Outcome& outcome, const Faults& faults)
{
    outcome.faults.insert(outcome.faults.end(), faults.begin(), faults.end());
}

// To look at: DIR/rebuilt/NAME.obj from the table and DIR/closed/NAME.obj, what it is held against.
void write_obj(const fs::path& file, const MeshData& mesh)
{
    fs::create_directories(file.parent_path());
    std::ofstream out(file);
    for (const glm::vec3& p : mesh.positions)
        out << "v " << p.x << ' ' << p.y << ' ' << p.z << '\n';
    for (const auto& t : mesh.triangles)
        out << "f " << t.x + 1 << ' ' << t.y + 1 << ' ' << t.z + 1 << '\n';
}

void show_meshes(const fs::path& folder, const std::string& name, const MeshData& rebuilt,
                 const MeshData& closed)
{
    if (folder.empty())
        return;
    write_obj(folder / "rebuilt" / (name + ".obj"), rebuilt);
    write_obj(folder / "closed" / (name + ".obj"), closed);
}

// The errors of the tables as committed, against the reference closed anew.
void compare_muscle(MuscleSurveyor& surveyor, const MuscleJob& job, const fs::path& file,
                    const fs::path& meshes, Outcome& outcome)
{
    const auto table = io::read_muscle_table(file);
    const auto parts = surveyor.closed_parts(job);
    if (!table || !parts)
        return fail(outcome, table ? parts.faults() : table.faults());
    MeshData closed;
    for (const MeshData& part : parts.value())
        append(closed, part);
    const MeshData surface = muscle_surface(table.value());
    outcome.triangles = surface.triangles.size();
    outcome.error = surface_error(surface, closed);
    show_meshes(meshes, job.entry.name, surface, closed);
}

void measure_muscle(MuscleSurveyor& surveyor, const MuscleJob& job, const fs::path& file,
                    Outcome& outcome)
{
    const auto muscle = surveyor.survey(job);
    if (!muscle)
        return fail(outcome, muscle.faults());
    outcome.triangles = muscle_surface(muscle.value().table).triangles.size();
    outcome.error = muscle.value().error;
    const auto done =
        io::write_muscle_table(muscle.value().table, file, note(job.entry, outcome.error));
    if (!done)
        fail(outcome, done.faults());
}

// The file's comment, without its marks.
std::string note_of(const fs::path& file)
{
    std::ifstream in(file);
    std::string note;
    for (std::string line; std::getline(in, line) && line.starts_with("# ");)
        note += (note.empty() ? "" : "\n") + line.substr(2);
    return note;
}

// Names, layers and attachments anew; the measurements stay. True where none failed.
bool describe_muscles(const MuscleManifest& manifest, const Options& options)
{
    Faults faults;
    for (const MuscleJob& job : manifest.muscles) {
        if (!options.wants(job.entry.name))
            continue;
        const fs::path file = options.assets / "body" / "muscles" / (job.entry.name + ".toml");
        Result<MuscleTable> table = io::read_muscle_table(file);
        if (!table) {
            faults.insert(faults.end(), table.faults().begin(), table.faults().end());
            continue;
        }
        describe(table.value(), job);
        if (const auto done = io::write_muscle_table(table.value(), file, note_of(file)); !done)
            faults.insert(faults.end(), done.faults().begin(), done.faults().end());
    }
    for (const Error& fault : faults)
        std::cerr << fault.message() << '\n';
    return faults.empty();
}

void compare_bone(const BoneSpec& spec, const fs::path& reference, const fs::path& file,
                  Outcome& outcome)
{
    const auto table = io::read_bone_table(file);
    if (!table)
        return fail(outcome, table.faults());
    const auto prepared = prepare_bone(spec, reference);
    if (!prepared)
        return fail(outcome, prepared.faults());
    outcome.triangles = bone_surface(table.value()).triangles.size();
    outcome.error = bone_error(table.value(), prepared.value());
}

void measure_bone(const BoneSpec& spec, const fs::path& reference, const fs::path& file,
                  Outcome& outcome)
{
    const auto survey = survey_bone(spec, reference);
    if (!survey)
        return fail(outcome, survey.faults());
    outcome.triangles = bone_surface(survey.value().table).triangles.size();
    outcome.error = survey.value().error;
    const auto done =
        io::write_bone_table(survey.value().table, file, note(spec.entry, outcome.error));
    if (!done)
        fail(outcome, done.faults());
}

// Runs every task, a few at a time; reports each in the order of the tasks as soon as it can.
// True where none failed.
bool run(const std::string& kind, const std::vector<std::function<Outcome()>>& tasks, int threads)
{
    std::vector<Outcome> outcomes(tasks.size());
    std::vector<bool> done(tasks.size(), false);
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t shown = 0;
    Report report(kind);
    bool good = true;
    const auto show_finished = [&] {
        for (; shown < done.size() && done[shown]; ++shown) {
            const Outcome& outcome = outcomes[shown];
            for (const Error& fault : outcome.faults)
                std::cerr << fault.message() << '\n';
            good = good && outcome.faults.empty();
            if (!outcome.faults.empty())
                continue;
            report.add(outcome.name, outcome.error, outcome.triangles, outcome.reason);
            std::cout << report.line(report.size() - 1) << std::endl;
        }
    };
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size(); i = next++) {
            Outcome outcome = tasks[i]();
            const std::lock_guard lock(mutex);
            outcomes[i] = std::move(outcome);
            done[i] = true;
            show_finished();
        }
    };
    std::cout << Report::heading() << std::endl;
    std::vector<std::thread> others;
    for (int t = 1; t < threads; ++t)
        others.emplace_back(work);
    work();
    for (std::thread& other : others)
        other.join();
    report.print_totals(std::cout);
    return good;
}

bool run_muscles(const Options& options)
{
    const auto manifest = read_muscle_manifest(options.manifest);
    if (!manifest) {
        for (const Error& fault : manifest.faults())
            std::cerr << fault.message() << '\n';
        return false;
    }
    if (options.describe)
        return describe_muscles(manifest.value(), options);
    MuscleSurveyor surveyor(options.reference, manifest.value());
    std::vector<std::function<Outcome()>> tasks;
    for (const MuscleJob& job : manifest.value().muscles)
        if (options.wants(job.entry.name))
            tasks.push_back([&] {
                Outcome outcome{job.entry.name, {}, 0, job.remark, {}};
                const fs::path file =
                    options.assets / "body" / "muscles" / (job.entry.name + ".toml");
                if (!options.report)
                    measure_muscle(surveyor, job, file, outcome);
                if (options.report || (!options.meshes.empty() && outcome.faults.empty()))
                    compare_muscle(surveyor, job, file, options.meshes, outcome);
                return outcome;
            });
    return run("muscles", tasks, options.threads);
}

bool run_bones(const Options& options)
{
    std::vector<std::function<Outcome()>> tasks;
    for (const BoneSpec& spec : bone_manifest())
        if (options.wants(spec.entry.name))
            tasks.push_back([&] {
                Outcome outcome{spec.entry.name, {}, 0, "", {}};
                if (spec.lacy)
                    outcome.reason = "lacy: finer than its sections";
                const fs::path file =
                    options.assets / "body" / "bones" / (spec.entry.name + ".toml");
                (options.report ? compare_bone : measure_bone)(spec, options.reference, file,
                                                               outcome);
                return outcome;
            });
    return run("bones", tasks, options.threads);
}

} // namespace

int main(int argc, char** argv)
{
    Options options;
    bool only_muscles = false, only_bones = false;
    CLI::App app{"Measures reference meshes into the tables of assets/body"};
    app.add_option("--reference", options.reference, "folder of the BodyParts3D meshes")
        ->required()
        ->check(CLI::ExistingDirectory);
    app.add_option("--assets", options.assets, "the project's assets folder")->required();
    app.add_option("--manifest", options.manifest,
                   "the survey's manifest of muscles; else that of the project whose assets are given");
    app.add_option("--meshes", options.meshes,
                   "also write the surfaces of muscles there as .obj, rebuilt and closed");
    app.add_option("--only", options.only, "only these structures");
    app.add_option("--threads", options.threads, "structures at a time")->check(CLI::Range(1, 64));
    app.add_flag("--report", options.report, "compare the tables instead of writing them");
    app.add_flag("--describe", options.describe,
                 "write names, layers and attachments of muscles anew, measure nothing");
    app.add_flag("--muscles", only_muscles, "muscles only");
    app.add_flag("--bones", only_bones, "bones only");
    CLI11_PARSE(app, argc, argv);
    if (options.manifest.empty())
        options.manifest = options.assets / ".." / "tools" / "body_survey" / "muscles";
    bool good = true;
    if (!only_bones)
        good = run_muscles(options) && good;
    if (!only_muscles && !options.describe)
        good = run_bones(options) && good;
    return good ? 0 : 1;
}
