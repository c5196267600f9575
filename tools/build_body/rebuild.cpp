#include "build_body/rebuild.hpp"

#include "body/bone_surface.hpp"
#include "body/contacts.hpp"
#include "body/muscle_surface.hpp"
#include "body/skin.hpp"
#include "build_body/muscle_thinning.hpp"
#include "io/measurement_files.hpp"
#include "io/place_files.hpp"
#include "io/skin_tables.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <set>
#include <thread>

namespace tpatlas {

namespace {

// Shares of the time, for the progress.
constexpr float after_tables = 0.02f, after_structures = 0.5f, after_contacts = 0.55f,
                after_skin = 0.9f;

struct Job {
    std::string name; // of its part
    std::uint64_t key = 0;
    std::function<MeshData()> make;
    MeshData* result = nullptr;
};

// Two at a time, in the order given; where the results go is fixed beforehand.
void run(std::vector<Job>& jobs, const PartStore& store, Progress& progress, float from, float to)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < jobs.size(); i = next++) {
            const float share = static_cast<float>(i) / static_cast<float>(jobs.size());
            progress.within(jobs[i].name, from + (to - from) * share);
            *jobs[i].result = store
                                  .get_or_make(jobs[i].name, jobs[i].key,
                                               [&] {
                                                   return Part{jobs[i].make(), {}};
                                               })
                                  .mesh;
        }
    };
    std::thread second(work);
    work();
    second.join();
}

std::uint64_t key_of(std::uint64_t code, const std::filesystem::path& table, std::string_view part)
{
    Key key;
    key.add(code);
    key.add_file(table);
    key.add(part);
    return key.value();
}

void rebuild_structures(const BodyTables& tables, const PartStore& store, Progress& progress,
                        RebuiltBody& body)
{
    std::vector<Job> jobs;
    body.structures.resize(tables.muscles.size() + tables.bones.size());
    std::size_t place = tables.muscles.size();
    for (const BoneTable& table : tables.bones) { // the long jobs first
        RebuiltStructure& structure = body.structures[place++];
        structure.entry = table.entry;
        structure.stacks.resize(1);
        jobs.push_back(
            {table.entry.name,
             key_of(code_of_bones(), tables.folder / "bones" / (table.entry.name + ".toml"), ""),
             [&table] { return bone_surface(table); }, &structure.stacks.front()});
    }
    place = 0;
    for (const MuscleTable& table : tables.muscles) {
        RebuiltStructure& structure = body.structures[place++];
        structure.entry = table.entry;
        structure.stacks.resize(table.stacks.size());
        if (table.entry.kind == StructureKind::muscle)
            structure.tendons = tendon_profiles(table);
        for (std::size_t i = 0; i < table.stacks.size(); ++i) {
            const MuscleStack& stack = table.stacks[i];
            if (table.stacks.size() > 1)
                structure.stack_names.push_back(stack.name);
            const std::string part =
                table.entry.name + (stack.name.empty() ? "" : "." + stack.name);
            jobs.push_back(
                {part,
                 key_of(code_of_muscles(), tables.folder / "muscles" / (table.entry.name + ".toml"),
                        stack.name),
                 [&stack] { return thinned_muscle(muscle_stack_surface(stack)); },
                 &structure.stacks[i]});
        }
    }
    run(jobs, store, progress, after_tables, after_structures);
}

// The name of a contact's part: apart from the structures' names.
std::string part_of(std::string_view contact)
{
    return "contact." + std::string(contact);
}

void rebuild_contacts(const PartStore& store, Progress& progress, RebuiltBody& body)
{
    std::vector<Job> jobs;
    for (std::size_t i = 0; i < contact_texts.size(); ++i) {
        Key key;
        key.add(code_of_contacts());
        key.add(contact_texts[i]);
        const auto which = static_cast<Contact>(i);
        jobs.push_back({part_of(contact_texts[i]), key.value(),
                        [which] { return body::build_contact(which); }, &body.contacts[i]});
    }
    run(jobs, store, progress, after_structures, after_contacts);
}

Result<Part> rebuild_skin(const BodyTables& tables, const RebuiltBody& body, const PartStore& store,
                          Progress& progress)
{
    std::vector<MeshData> whole;
    whole.reserve(body.structures.size()); // the inputs point into it
    std::vector<body::SkinInput> inputs;
    Key key;
    key.add(code_of_skin());
    for (const RebuiltStructure& structure : body.structures) {
        MeshData& mesh = whole.emplace_back();
        for (const MeshData& stack : structure.stacks)
            append(mesh, stack);
        inputs.push_back({structure.entry.name, &mesh});
        key.add(structure.entry.name);
        key.add(mesh);
    }
    std::set<std::filesystem::path> files; // in order
    for (const auto& entry : std::filesystem::directory_iterator(tables.folder / "skin"))
        if (entry.path().extension() == ".toml")
            files.insert(entry.path());
    for (const std::filesystem::path& file : files)
        key.add_file(file);
    if (std::optional<Part> stored = store.get("skin", key.value()))
        return std::move(*stored);
    const auto tell = [&progress](std::string_view what, float share) {
        progress.within(what, after_contacts + (after_skin - after_contacts) * share);
    };
    Result<body::BuiltSkin> built = body::build_skin(inputs, tables.skin, tell);
    if (!built)
        return built.faults();
    Part part{std::move(built.value().mesh), std::move(built.value().mirror_of)};
    store.put("skin", key.value(), part);
    return part;
}

std::set<std::string> part_names(const BodyTables& tables)
{
    std::set<std::string> names{"skin"};
    for (const std::string_view contact : contact_texts)
        names.insert(part_of(contact));
    for (const BoneTable& table : tables.bones)
        names.insert(table.entry.name);
    for (const MuscleTable& table : tables.muscles)
        for (const MuscleStack& stack : table.stacks)
            names.insert(table.entry.name + (stack.name.empty() ? "" : "." + stack.name));
    return names;
}

// The value, or what it has where it failed goes to the faults.
template <class T>
T value_or_faults(Result<T> result, Faults& faults)
{
    if (result)
        return result.take();
    faults.insert(faults.end(), result.faults().begin(), result.faults().end());
    return {};
}

} // namespace

Result<BodyTables> read_body_tables(const std::filesystem::path& assets)
{
    BodyTables tables;
    tables.folder = assets / "body";
    Faults faults;
    tables.muscles = value_or_faults(io::read_muscle_tables(tables.folder / "muscles"), faults);
    tables.bones = value_or_faults(io::read_bone_tables(tables.folder / "bones"), faults);
    tables.skin = value_or_faults(io::read_skin_tables(tables.folder / "skin"), faults);
    tables.places = value_or_faults(io::read_places(tables.folder), faults);
    if (!faults.empty())
        return faults;
    return tables;
}

Result<RebuiltBody> rebuild(const BodyTables& tables, const PartStore& store, Progress& progress)
{
    RebuiltBody body;
    progress.step(std::to_string(tables.bones.size()) + " bones, " +
                      std::to_string(tables.muscles.size()) + " muscles",
                  after_tables);
    rebuild_structures(tables, store, progress, body);
    progress.step("what presses", after_structures);
    rebuild_contacts(store, progress, body);
    progress.step("skin", after_contacts);
    Result<Part> skin = rebuild_skin(tables, body, store, progress);
    if (!skin)
        return skin.faults();
    body.skin = skin.take();
    store.keep_only(part_names(tables));
    return body;
}

} // namespace tpatlas
