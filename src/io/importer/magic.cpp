#include "io/importer/magic.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tpatlas::importer {

namespace {

std::string_view first(std::span<const char> bytes, std::size_t most)
{
    return {bytes.data(), std::min(bytes.size(), most)};
}

bool is_text(std::span<const char> bytes)
{
    const std::string_view head = first(bytes, 4096);
    return !head.empty() && head.find('\0') == std::string_view::npos;
}

std::string_view without_space(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view{} : text.substr(at);
}

bool is_glb(std::span<const char> bytes)
{
    std::uint32_t version = 0;
    if (bytes.size() < 20 || first(bytes, 4) != "glTF")
        return false;
    std::memcpy(&version, bytes.data() + 4, sizeof version);
    return version == 2;
}

bool is_stl(std::span<const char> bytes)
{
    if (without_space(first(bytes, 256)).starts_with("solid") && is_text(bytes) &&
        first(bytes, 4096).find("facet") != std::string_view::npos)
        return true;
    std::uint32_t count = 0;
    if (bytes.size() < 84)
        return false;
    std::memcpy(&count, bytes.data() + 80, sizeof count);
    // A few programs write bytes after the last facet; none may be missing.
    return bytes.size() >= 84 + std::uint64_t{50} * count && count > 0;
}

// A vertex line somewhere near the beginning: comments and names come first.
bool is_obj(std::span<const char> bytes)
{
    const std::string_view head = first(bytes, 1 << 16);
    const bool has_vertex = head.starts_with("v ") ||
                            head.find("\nv ") != std::string_view::npos ||
                            head.find("\nv\t") != std::string_view::npos;
    return is_text(bytes) && has_vertex;
}

bool is_fbx(std::span<const char> bytes)
{
    return first(bytes, 20) == "Kaydara FBX Binary  " ||
           (is_text(bytes) && first(bytes, 4096).find("FBX") != std::string_view::npos);
}

bool is_collada(std::span<const char> bytes)
{
    return is_text(bytes) && without_space(first(bytes, 4096)).starts_with('<') &&
           first(bytes, 4096).find("<COLLADA") != std::string_view::npos;
}

}  // namespace

std::string fault_of_first_bytes(std::span<const char> bytes, const std::string& extension)
{
    const auto unless = [](bool fits, const char* what) { return fits ? "" : what; };
    if (extension == ".glb")
        return unless(is_glb(bytes), "is not binary glTF 2, whatever its name says");
    if (extension == ".gltf")
        return unless(is_text(bytes) && without_space(first(bytes, 256)).starts_with('{'),
                      "is not glTF, whatever its name says");
    if (extension == ".stl")
        return unless(is_stl(bytes), "is not STL, or its end is missing");
    if (extension == ".ply")
        return unless(first(bytes, 4) == "ply\n" || first(bytes, 4) == "ply\r",
                      "is not PLY, whatever its name says");
    if (extension == ".obj")
        return unless(is_obj(bytes), "is not OBJ, or holds no vertices");
    if (extension == ".fbx")
        return unless(is_fbx(bytes), "is not FBX, whatever its name says");
    if (extension == ".dae")
        return unless(is_collada(bytes), "is not COLLADA, whatever its name says");
    return "is of a kind that is not read";
}

}  // namespace tpatlas::importer
