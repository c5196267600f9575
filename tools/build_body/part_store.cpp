#include "build_body/part_store.hpp"

#include "io/binary_sections.hpp"
#include "io/hasher.hpp"
#include "io/regular_file.hpp"

#include <fstream>
#include <system_error>

#include "body_code.hpp" // made by cmake/body_code.cmake: the hashes of the sources

namespace tpatlas {

namespace {

constexpr std::uint64_t part_format = 1;

std::uint64_t hash_of_text(std::string_view text)
{
    return io::hash_of(std::as_bytes(std::span(text.data(), text.size())));
}

std::uint64_t content_hash(const Part& part)
{
    Key key;
    key.add(part.mesh);
    key.add(io::hash_of(std::as_bytes(std::span(part.mesh.normals))));
    key.add(io::hash_of(std::as_bytes(std::span(part.mirror_of))));
    return key.value();
}

} // namespace

std::uint64_t code_of_muscles()
{
    return hash_of_text(body_code::muscles);
}

std::uint64_t code_of_bones()
{
    return hash_of_text(body_code::bones);
}

std::uint64_t code_of_skin()
{
    return hash_of_text(body_code::skin);
}

std::uint64_t code_of_contacts()
{
    return hash_of_text(body_code::contacts);
}

void Key::add(std::uint64_t word)
{
    const std::uint64_t both[2] = {value_, word};
    value_ = io::hash_of(std::as_bytes(std::span(both)));
}

void Key::add(std::string_view text)
{
    add(hash_of_text(text));
}

void Key::add(const MeshData& mesh)
{
    add(io::hash_of(std::as_bytes(std::span(mesh.positions))));
    add(io::hash_of(std::as_bytes(std::span(mesh.triangles))));
    add(io::hash_of(std::as_bytes(std::span(mesh.fibres))));
}

void Key::add_file(const std::filesystem::path& file)
{
    add(io::hash_of_file(file).value_or(0));
}

PartStore::PartStore(std::filesystem::path folder) : folder_(std::move(folder))
{
    std::error_code ignored; // a store that cannot be written only costs time
    std::filesystem::create_directories(folder_, ignored);
}

Part PartStore::get_or_make(const std::string& name, std::uint64_t key,
                            const std::function<Part()>& make) const
{
    if (std::optional<Part> stored = get(name, key))
        return std::move(*stored);
    Part part = make();
    put(name, key, part);
    return part;
}

std::optional<Part> PartStore::get(const std::string& name, std::uint64_t key) const
{
    const Result<io::RegularFile> file = io::RegularFile::open(folder_ / (name + ".part"));
    if (!file)
        return std::nullopt;
    io::SectionReader in(file.value(), 0, file.value().size());
    if (in.value<std::uint64_t>() != part_format || in.value<std::uint64_t>() != key)
        return std::nullopt;
    const auto content = in.value<std::uint64_t>();
    Part part;
    in.array(part.mesh.positions);
    in.array(part.mesh.normals);
    in.array(part.mesh.fibres);
    in.array(part.mesh.triangles);
    in.array(part.mirror_of);
    if (in.failed() || content_hash(part) != content)
        return std::nullopt;
    return part;
}

void PartStore::put(const std::string& name, std::uint64_t key, const Part& part) const
{
    io::SectionWriter out;
    out.value(part_format);
    out.value(key);
    out.value(content_hash(part));
    out.array(part.mesh.positions);
    out.array(part.mesh.normals);
    out.array(part.mesh.fibres);
    out.array(part.mesh.triangles);
    out.array(part.mirror_of);
    const std::filesystem::path file = folder_ / (name + ".part");
    const std::filesystem::path fresh = folder_ / (name + ".part.new");
    std::ofstream stream(fresh, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(out.bytes().data()),
                 static_cast<std::streamsize>(out.bytes().size()));
    stream.close();
    std::error_code ignored;
    if (stream)
        std::filesystem::rename(fresh, file, ignored);
}

void PartStore::keep_only(const std::set<std::string>& names) const
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored))
        if (!names.contains(entry.path().stem().string()))
            std::filesystem::remove(entry.path(), ignored);
}

} // namespace tpatlas
