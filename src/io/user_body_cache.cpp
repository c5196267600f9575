#include "io/user_body_cache.hpp"

#include "core/model_kinds.hpp"
#include "core/parallel.hpp"
#include "io/binary_sections.hpp"
#include "io/body_cache.hpp"
#include "io/body_map_file.hpp"
#include "io/hasher.hpp"
#include "io/regular_file.hpp"
#include "io/user_folders.hpp"
#include "io/whole_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace tpatlas::io {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t version = 3;  // raise it when a body of the same files comes out otherwise
constexpr std::uint64_t magic = 0x0A59444F42555054;  // "TPUBODY\n"
constexpr std::size_t most_kept = 6;
constexpr std::size_t notes_limit = 64u << 20;

// A sparse file of hundreds of gigabytes is made in no time, and hashing it has no end; what the
// importer refuses for its size need not be known again.
bool can_be_hashed(const std::vector<fs::path>& files)
{
    constexpr std::uintmax_t most = std::uintmax_t{1} << 30;
    std::uintmax_t all = 0;
    for (const fs::path& file : files) {
        std::error_code fault;
        const std::uintmax_t size = fs::file_size(file, fault);
        if (fault || size > most - all)
            return false;
        all += size;
    }
    return true;
}

fs::path kept_file(UserBodyKey key, const char* ending)
{
    std::array<char, 24> name{};
    std::snprintf(name.data(), name.size(), "%016llx", static_cast<unsigned long long>(key));
    return cache_folder() / "bodies" / (name.data() + std::string(ending));
}

// ---- one function of each pair writes what the other reads ----

void put(SectionWriter& out, const std::vector<StructureId>& ids)
{
    out.value(static_cast<std::uint64_t>(ids.size()));
    for (const StructureId& id : ids)
        out.text(id.text);
}

void get(SectionReader& in, std::vector<StructureId>& ids)
{
    ids.resize(in.count(4));
    for (StructureId& id : ids)
        in.text(id.text);
}

void put(SectionWriter& out, const Registration& r)
{
    out.value(static_cast<std::uint8_t>(r.registered));
    out.value(r.body_from_file);
    out.value(r.unit_mm);
    out.value(static_cast<std::uint8_t>(r.up));
    out.value(static_cast<std::uint8_t>(r.mirrored));
    out.value(static_cast<std::uint64_t>(r.meshes.size()));
    for (const MeshPlace& mesh : r.meshes) {
        out.text(mesh.file);
        out.text(mesh.node);
        out.text(mesh.name);
        put(out, mesh.structures);
        out.value(static_cast<std::uint8_t>(mesh.by));
        out.value(static_cast<std::uint64_t>(mesh.guesses.size()));
        for (const Guess& guess : mesh.guesses) {
            put(out, guess.structures);
            out.value(guess.off);
        }
    }
    out.value(static_cast<std::uint64_t>(r.fits.size()));
    for (const StructureFit& fit : r.fits) {
        out.array(fit.structures);
        out.array(fit.meshes);
        out.value(fit.user_from_embedded);
        out.value(fit.median_mm);
        out.value(fit.worst_mm);
        out.value(static_cast<std::uint8_t>(fit.trusted));
    }
}

void get(SectionReader& in, Registration& r)
{
    r.registered = in.value<std::uint8_t>() != 0;
    in.value(r.body_from_file);
    in.value(r.unit_mm);
    r.up = in.value<std::uint8_t>() == 1 ? UpAxis::z : UpAxis::y;
    r.mirrored = in.value<std::uint8_t>() != 0;
    r.meshes.resize(in.count(16));
    for (MeshPlace& mesh : r.meshes) {
        in.text(mesh.file);
        in.text(mesh.node);
        in.text(mesh.name);
        get(in, mesh.structures);
        mesh.by = static_cast<KnownBy>(std::min<int>(in.value<std::uint8_t>(), 3));
        mesh.guesses.resize(in.count(8));
        for (Guess& guess : mesh.guesses) {
            get(in, guess.structures);
            in.value(guess.off);
        }
    }
    r.fits.resize(in.count(16));
    for (StructureFit& fit : r.fits) {
        in.array(fit.structures);
        in.array(fit.meshes);
        in.value(fit.user_from_embedded);
        in.value(fit.median_mm);
        in.value(fit.worst_mm);
        fit.trusted = in.value<std::uint8_t>() != 0;
    }
}

void put(SectionWriter& out, const Faults& faults, const fs::path& folder)
{
    out.value(static_cast<std::uint64_t>(faults.size()));
    for (const Error& fault : faults) {
        out.text(fs::path(fault.where).lexically_relative(folder).string());
        out.text(fault.what);
        out.text(fault.mend);
    }
}

void get(SectionReader& in, Faults& faults, const fs::path& folder)
{
    faults.resize(in.count(12));
    for (Error& fault : faults) {
        fault.where = (folder / in.text()).string();
        in.text(fault.what);
        in.text(fault.mend);
    }
}

// A damaged registration must not name structures that the body lacks.
bool fits_body(const Registration& r, const Body& body)
{
    for (const StructureFit& fit : r.fits)
        if (std::any_of(fit.structures.begin(), fit.structures.end(),
                        [&](std::uint32_t n) { return n >= body.structures().size(); }))
            return false;
    return true;
}

bool is_old(const fs::path& file)
{
    std::error_code fault;
    const fs::file_time_type written = fs::last_write_time(file, fault);
    return !fault && fs::file_time_type::clock::now() - written > std::chrono::hours(1);
}

// The few newest stay. What another program left unfinished goes once it is old: a young one may
// still become whole.
void forget_others(const fs::path& folder)
{
    std::error_code fault;
    std::vector<fs::path> files;
    std::vector<std::pair<fs::file_time_type, std::string>> known;  // when it was last asked for
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        std::error_code unreadable;
        files.push_back(at->path());
        if (at->path().extension() == ".notes")
            known.emplace_back(at->last_write_time(unreadable), at->path().stem().string());
    }
    std::sort(known.rbegin(), known.rend());
    std::map<std::string, std::size_t> rank;
    for (std::size_t i = 0; i < known.size(); ++i)
        rank.emplace(known[i].second, i);
    for (const fs::path& file : files) {
        const auto of = rank.find(file.stem().string());
        const bool gone = of != rank.end() ? of->second >= most_kept : is_old(file);
        if (gone)
            fs::remove(file, fault);
    }
}

}  // namespace

std::optional<UserBodyKey> user_body_key(const fs::path& place, const std::vector<fs::path>& files,
                                         const BodyMap& map, const AssetFolders& assets)
{
    if (!can_be_hashed(files))
        return std::nullopt;
    std::vector<fs::path> read{assets.names() / "names.toml", assets.body_cache(), assets.importer,
                               this_executable()};
    read.insert(read.end(), files.begin(), files.end());
    std::vector<std::optional<std::uint64_t>> hashes(read.size());
    in_parallel(read.size(), [&](std::size_t i) { hashes[i] = hash_of_file(read[i]); });
    SectionWriter all;
    all.value(version);
    all.text(body_map_text(map));
    for (const std::optional<std::uint64_t>& hash : hashes) {
        if (!hash)
            return std::nullopt;
        all.value(*hash);
    }
    for (const fs::path& file : files) {
        if (lower_ending(file) == ".gltf")
            return std::nullopt;
        all.text(file.lexically_relative(body_map_beside(place).parent_path()).generic_string());
    }
    return hash_of(all.bytes());
}

std::optional<ImportedBody> load_user_body(UserBodyKey key, const fs::path& place)
{
    const Result<std::string> notes = read_whole(kept_file(key, ".notes"), notes_limit);
    if (!notes)
        return std::nullopt;
    const auto bytes = std::as_bytes(std::span(notes.value()));
    constexpr std::size_t head = 3 * sizeof(std::uint64_t);
    if (bytes.size() < head)
        return std::nullopt;
    SectionReader first(bytes.first(head));
    if (first.value<std::uint64_t>() != magic || first.value<std::uint64_t>() != key ||
        first.value<std::uint64_t>() != hash_of(bytes.subspan(head)))
        return std::nullopt;
    SectionReader in(bytes.subspan(head));
    ImportedBody known;
    auto registration = std::make_shared<Registration>();
    get(in, *registration);
    get(in, known.refused, body_map_beside(place).parent_path());
    Result<LoadedBody> body = load_body_cache(kept_file(key, ".body"));
    if (in.failed() || !body || !fits_body(*registration, *body.value().body))
        return std::nullopt;
    known.registration = std::move(registration);
    known.body = std::move(body.value().body);
    std::error_code fault;
    fs::last_write_time(kept_file(key, ".notes"), fs::file_time_type::clock::now(), fault);
    return known;
}

void keep_user_body(UserBodyKey key, const fs::path& place, const ImportedBody& imported)
{
    if (imported.may_pass)
        return;
    const fs::path notes = kept_file(key, ".notes");
    std::error_code fault;
    fs::create_directories(notes.parent_path(), fault);
    if (fault)
        return;
    fs::permissions(notes.parent_path(), fs::perms::owner_all, fault);
    if (!write_body_cache(kept_file(key, ".body"), imported.body->parts(), {}))
        return;
    SectionWriter out;
    put(out, *imported.registration);
    put(out, imported.refused, body_map_beside(place).parent_path());
    SectionWriter whole;
    whole.value(magic);
    whole.value(key);
    whole.value(hash_of(out.bytes()));
    std::string text(reinterpret_cast<const char*>(whole.bytes().data()), whole.bytes().size());
    text.append(reinterpret_cast<const char*>(out.bytes().data()), out.bytes().size());
    if (write_whole(notes, text))  // last: a reader never meets half of it
        forget_others(notes.parent_path());
}

}  // namespace tpatlas::io
