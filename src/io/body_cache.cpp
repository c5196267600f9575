#include "io/body_cache.hpp"

#include "io/binary_sections.hpp"
#include "io/hasher.hpp"
#include "io/regular_file.hpp"
#include "io/whole_file.hpp"

#include <array>
#include <cmath>
#include <fstream>
#include <system_error>

namespace tpatlas::io {

namespace {

constexpr std::array<char, 8> magic{'T', 'P', 'A', 'B', 'O', 'D', 'Y', '\n'};
constexpr std::uint32_t version = 6; // raise it with every change of what is written below

enum class Section : std::uint32_t { structures, surfaces, skin, places, contacts, zones };
constexpr std::size_t section_count = 6;

struct SectionEntry {
    std::uint64_t offset = 0; // from the start of the file
    std::uint64_t size = 0;
};

struct Header {
    std::array<char, 8> magic_bytes = magic;
    std::uint32_t version_number = version;
    std::uint32_t sections = section_count;
    std::uint64_t file_size = 0;
    std::uint64_t content_hash = 0; // of all bytes after the header
};
static_assert(sizeof(Header) == 32 && sizeof(SectionEntry) == 16);

// ---- one function of each pair of the kind writes what the other reads ----

void put(SectionWriter& out, const Structure& s)
{
    out.text(s.id.text);
    out.text(s.name);
    out.value(static_cast<std::uint8_t>(s.kind));
    out.value(static_cast<std::uint8_t>(s.side));
    out.value(static_cast<std::uint8_t>(s.provenance));
    out.text(s.name_en);
    out.text(s.name_la);
    out.value(static_cast<std::int32_t>(s.fma.value_or(-1)));
    out.text(s.region);
    out.value(static_cast<std::int32_t>(s.layer));
    out.value(s.volume_mm3);
    out.value(s.bounds.min);
    out.value(s.bounds.max);
    out.value(static_cast<std::uint64_t>(s.stacks.size()));
    for (const std::string& stack : s.stacks)
        out.text(stack);
    out.array(s.stack_triangles);
}

// An enumerator from a byte; the first where the byte is none.
template <class Enum>
Enum enumerator(SectionReader& in, int count)
{
    const auto byte = in.value<std::uint8_t>();
    return byte < count ? static_cast<Enum>(byte) : static_cast<Enum>(0);
}

void get(SectionReader& in, Structure& s)
{
    in.text(s.id.text);
    in.text(s.name);
    s.kind = enumerator<StructureKind>(in, structure_kind_texts.size());
    s.side = enumerator<Side>(in, 3);
    s.provenance = enumerator<Provenance>(in, provenance_texts.size());
    in.text(s.name_en);
    in.text(s.name_la);
    const auto fma = in.value<std::int32_t>();
    if (fma >= 0)
        s.fma = fma;
    in.text(s.region);
    s.layer = in.value<std::int32_t>();
    in.value(s.volume_mm3);
    in.value(s.bounds.min);
    in.value(s.bounds.max);
    s.stacks.resize(in.count(4));
    for (std::string& stack : s.stacks)
        in.text(stack);
    in.array(s.stack_triangles);
}

void put(SectionWriter& out, const Layering& l)
{
    out.value(l.facing_mm2);
    out.array(l.over);
    out.array(l.under);
}

void get(SectionReader& in, Layering& l)
{
    in.value(l.facing_mm2);
    in.array(l.over);
    in.array(l.under);
}

void put(SectionWriter& out, const PlacedLandmark& l)
{
    out.text(l.id.text);
    out.value(static_cast<std::uint8_t>(l.side));
    out.text(l.name_en);
    out.text(l.name_la);
    out.value(static_cast<std::uint8_t>(l.kind));
    out.value(l.position_mm);
    out.value(l.skin_mm);
}

void get(SectionReader& in, PlacedLandmark& l)
{
    in.text(l.id.text);
    l.side = enumerator<Side>(in, 3);
    in.text(l.name_en);
    in.text(l.name_la);
    l.kind = enumerator<LandmarkKind>(in, 2);
    in.value(l.position_mm);
    in.value(l.skin_mm);
}

void put(SectionWriter& out, const PlacedRegion& r)
{
    out.text(r.id.text);
    out.value(static_cast<std::uint8_t>(r.side));
    out.text(r.name_en);
    out.text(r.name_la);
    out.value(r.area_mm2);
    out.value(r.centroid_mm);
    out.array(r.neighbours);
}

void get(SectionReader& in, PlacedRegion& r)
{
    in.text(r.id.text);
    r.side = enumerator<Side>(in, 3);
    in.text(r.name_en);
    in.text(r.name_la);
    in.value(r.area_mm2);
    in.value(r.centroid_mm);
    in.array(r.neighbours);
}

void put(SectionWriter& out, const ZoneField& f)
{
    out.text(f.zone.text);
    out.value(static_cast<std::uint8_t>(f.side));
    out.value(f.recipe);
    out.value(f.distances.vertex_count());
    out.array(f.distances.runs());
    out.array(f.distances.steps());
}

void get(SectionReader& in, ZoneField& f, std::size_t skin_vertices, bool& sound)
{
    in.text(f.zone.text);
    f.side = enumerator<Side>(in, 3);
    in.value(f.recipe);
    const auto size = in.value<std::uint32_t>();
    std::vector<SkinDistances::Run> runs;
    std::vector<std::int16_t> steps;
    in.array(runs);
    in.array(steps);
    sound = sound && size == skin_vertices && !in.failed();
    if (!sound)
        return;
    auto distances = SkinDistances::of(size, std::move(runs), std::move(steps));
    sound = distances.has_value();
    if (sound)
        f.distances = std::move(*distances);
}

template <class T>
void put_all(SectionWriter& out, const std::vector<T>& all)
{
    out.value(static_cast<std::uint64_t>(all.size()));
    for (const T& one : all)
        put(out, one);
}

template <class T>
void get_all(SectionReader& in, std::vector<T>& all)
{
    all.resize(in.count(16)); // every record is longer than that
    for (T& one : all)
        get(in, one);
}

void put(SectionWriter& out, const MeshData& mesh)
{
    out.array(mesh.positions);
    out.array(mesh.normals);
    out.array(mesh.fibres);
    out.array(mesh.triangles);
}

void get(SectionReader& in, MeshData& mesh)
{
    in.array(mesh.positions);
    in.array(mesh.normals);
    in.array(mesh.fibres);
    in.array(mesh.triangles);
}

void put(SectionWriter& out, Section which, const Body::Parts& parts,
         const std::vector<ZoneField>& zone_fields)
{
    switch (which) {
    case Section::structures:
        put_all(out, parts.structures);
        put_all(out, parts.layering);
        break;
    case Section::surfaces:
        put(out, parts.surfaces.mesh);
        out.array(parts.surfaces.tangents);
        out.array(parts.surfaces.tendon);
        out.array(parts.surfaces.ranges);
        break;
    case Section::skin:
        out.value(parts.surfaces.skin ? std::int64_t{*parts.surfaces.skin} : std::int64_t{-1});
        out.array(parts.surfaces.stipple);
        out.array(parts.skin_mirror);
        out.array(parts.skin_regions);
        break;
    case Section::places:
        put_all(out, parts.landmarks);
        put_all(out, parts.regions);
        break;
    case Section::contacts:
        for (const MeshData& contact : parts.contacts)
            put(out, contact);
        break;
    case Section::zones:
        put_all(out, zone_fields);
        break;
    }
}

struct Contents {
    Body::Parts parts;
    std::vector<ZoneField> zone_fields;
};

// False where the sections do not hold what they should.
bool read_sections(std::array<SectionReader, section_count>& in, Contents& contents)
{
    const auto of = [&in](Section s) -> SectionReader& { return in[static_cast<std::size_t>(s)]; };
    Body::Parts& parts = contents.parts;
    get_all(of(Section::structures), parts.structures);
    get_all(of(Section::structures), parts.layering);
    get(of(Section::surfaces), parts.surfaces.mesh);
    of(Section::surfaces).array(parts.surfaces.tangents);
    of(Section::surfaces).array(parts.surfaces.tendon);
    of(Section::surfaces).array(parts.surfaces.ranges);
    SectionReader& skin = of(Section::skin);
    const auto number = skin.value<std::int64_t>();
    if (number >= 0)
        parts.surfaces.skin = static_cast<std::uint32_t>(number);
    skin.array(parts.surfaces.stipple);
    skin.array(parts.skin_mirror);
    skin.array(parts.skin_regions);
    get_all(of(Section::places), parts.landmarks);
    get_all(of(Section::places), parts.regions);
    for (MeshData& contact : parts.contacts)
        get(of(Section::contacts), contact);
    bool sound = true;
    SectionReader& zones = of(Section::zones);
    contents.zone_fields.resize(zones.count(16));
    for (ZoneField& field : contents.zone_fields)
        get(zones, field, parts.skin_mirror.size(), sound);
    for (const SectionReader& section : in)
        sound = sound && !section.failed();
    return sound;
}

Error unusable(const std::filesystem::path& file, const std::string& what)
{
    return Error{file.string(), what, "build the program again, which makes it anew"};
}

// A header of zeros, the table and the sections, each handed to the file as it comes: a user's body
// may be large, and is not held once more. The header that the file shall have; a size of 0 where it
// cannot be written.
Header write_sections(const std::filesystem::path& file, const Body::Parts& parts,
                      const std::vector<ZoneField>& zone_fields)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    Hasher hasher;
    SectionWriter content([&](std::span<const std::byte> bytes) {
        hasher.add(bytes);
        out.write(reinterpret_cast<const char*>(bytes.data()),
                  static_cast<std::streamsize>(bytes.size()));
    });
    Header header;
    out.write(std::array<char, sizeof header>{}.data(), sizeof header);
    std::uint64_t offset = sizeof header + section_count * sizeof(SectionEntry);
    for (std::size_t i = 0; i < section_count; ++i) {
        SectionWriter counted([](std::span<const std::byte>) {});
        put(counted, static_cast<Section>(i), parts, zone_fields);
        content.value(SectionEntry{offset, counted.size()});
        counted.align();
        offset += counted.size();
    }
    for (std::size_t i = 0; i < section_count; ++i) {
        put(content, static_cast<Section>(i), parts, zone_fields);
        content.align();
    }
    out.close();
    header.file_size = out ? offset : 0;
    header.content_hash = hasher.value();
    return header;
}

} // namespace

Result<Done> write_body_cache(const std::filesystem::path& file, const Body::Parts& parts,
                              const std::vector<ZoneField>& zone_fields)
{
    const std::filesystem::path fresh = part_beside(file);
    const Header header = write_sections(fresh, parts, zone_fields);
    std::fstream out(fresh, std::ios::binary | std::ios::in | std::ios::out);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    out.close();
    std::error_code trouble;
    const bool whole = out && header.file_size > 0;
    if (whole)
        std::filesystem::rename(fresh, file, trouble);
    if (!whole || trouble) {
        std::filesystem::remove(fresh, trouble);
        return Error{file.string(), "cannot be written", "check the folder and the free space"};
    }
    return Done{};
}

Result<LoadedBody> load_body_cache(const std::filesystem::path& file)
{
    const Result<RegularFile> opened = RegularFile::open(file);
    if (!opened)
        return opened.faults();
    const RegularFile& bytes = opened.value();
    Header header;
    std::array<SectionEntry, section_count> table;
    if (!bytes.read(0, std::as_writable_bytes(std::span(&header, 1))) ||
        !bytes.read(sizeof header, std::as_writable_bytes(std::span(table))))
        return unusable(file, "is no body cache: it is too short");
    if (header.magic_bytes != magic)
        return unusable(file, "is no body cache");
    if (header.version_number != version || header.sections != section_count)
        return unusable(file, "was made by another version of the program");
    if (header.file_size != bytes.size())
        return unusable(file, "is cut off or has grown: " + std::to_string(bytes.size()) +
                                  " bytes instead of " + std::to_string(header.file_size));
    if (hash_of(bytes, sizeof header) != header.content_hash)
        return unusable(file, "is damaged");

    const auto section = [&](std::size_t i) {
        const SectionEntry& entry = table[i];
        const bool inside =
            entry.offset <= bytes.size() && entry.size <= bytes.size() - entry.offset;
        return SectionReader(bytes, entry.offset, inside ? entry.size : 0);
    };
    std::array<SectionReader, section_count> readers{section(0), section(1), section(2),
                                                     section(3), section(4), section(5)};
    Contents contents;
    if (!read_sections(readers, contents))
        return unusable(file, "is damaged");
    Result<Body> body = Body::make(std::move(contents.parts));
    if (!body)
        return unusable(file, "contradicts itself: " + body.error().message());
    return LoadedBody{std::make_shared<const Body>(body.take()), std::move(contents.zone_fields)};
}

} // namespace tpatlas::io
