#include "io/importer/gltf_document.hpp"

#include "io/importer/model_files.hpp"

#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

namespace tpatlas::importer {

namespace {

std::uint32_t word_at(std::span<const char> bytes, std::size_t at)
{
    if (bytes.size() < 4 || at > bytes.size() - 4)
        throw Refusal("is cut off within its head");
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

// The parser keeps its own stack, but what it makes is nested, and so is whoever walks it.
Json parsed(std::span<const char> text)
{
    std::size_t values = 0;
    const auto guard = [&values](int depth, Json::parse_event_t, const Json&) {
        if (depth > max_json_depth)
            throw Refusal("nests brackets deeper than " + std::to_string(max_json_depth));
        if (++values > max_json_values)
            throw Refusal("holds more than five million values beside its geometry");
        return true;
    };
    try {
        Json root = Json::parse(text.begin(), text.end(), guard);
        if (!root.is_object())
            throw Refusal("is not glTF: its JSON is no object");
        return root;
    } catch (const Json::exception& fault) {
        // "[json.exception.parse_error.101] parse error at line 1, column 9: ..."
        const std::string_view all = fault.what();
        const std::size_t at = all.find("] ");
        throw Refusal("holds broken JSON: " +
                      std::string(all.substr(at == std::string_view::npos ? 0 : at + 2, 200)));
    }
}

int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

std::string without_percents(const std::string& uri)
{
    std::string plain;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        const bool coded = uri[i] == '%' && i + 2 < uri.size() && hex_digit(uri[i + 1]) >= 0 &&
                           hex_digit(uri[i + 2]) >= 0;
        plain += coded ? static_cast<char>(16 * hex_digit(uri[i + 1]) + hex_digit(uri[i + 2]))
                       : uri[i];
        i += coded ? 2 : 0;
    }
    return plain;
}

bool leads_out(const std::filesystem::path& file)
{
    bool out = file.is_absolute() || file.string().find(':') != std::string::npos ||
               file.string().find('\0') != std::string::npos;
    for (const std::filesystem::path& step : file)
        out = out || step == "..";
    return out;
}

int base64_digit(char c)
{
    return c >= 'A' && c <= 'Z'   ? c - 'A'
           : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52
           : c == '+'             ? 62
           : c == '/'             ? 63
                                  : -1;
}

std::vector<char> from_base64(std::string_view text)
{
    std::vector<char> bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=')
            break;
        const int digit = base64_digit(c);
        if (digit < 0)
            throw Refusal("holds a buffer that is not base64");
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<char>(bits >> count & 0xff));
        }
    }
    return bytes;
}

}  // namespace

std::uint64_t whole(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end() || !found->is_number_unsigned())
        throw Refusal("gives no whole number as \"" + std::string(key) + "\"");
    return found->get<std::uint64_t>();
}

std::uint64_t whole_or(const Json& object, const char* key, std::uint64_t otherwise)
{
    return object.is_object() && object.contains(key) ? whole(object, key) : otherwise;
}

const Json& entry(const Json& root, const char* list, std::uint64_t index)
{
    const auto found = root.find(list);
    if (found == root.end() || !found->is_array() || index >= found->size())
        throw Refusal("names number " + std::to_string(index) + " of its " + list +
                      ", which is not there");
    return (*found)[static_cast<std::size_t>(index)];
}

std::string text_or_nothing(const Json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

GltfDocument::GltfDocument(const std::filesystem::path& model, std::span<const char> bytes)
    : model_(model)
{
    if (bytes.size() >= 4 && std::string_view(bytes.data(), 4) == "glTF")
        take_chunks(bytes);
    else
        root_ = parsed(bytes);
}

void GltfDocument::take_chunks(std::span<const char> bytes)
{
    constexpr std::uint32_t json_kind = 0x4E4F534A, binary_kind = 0x004E4942;
    constexpr std::size_t head = 12, chunk_head = 8;
    if (word_at(bytes, 8) > bytes.size())
        throw Refusal("is cut off: its end is missing");
    bytes = bytes.first(word_at(bytes, 8));
    for (std::size_t at = head; at < bytes.size();) {
        const std::uint32_t size = word_at(bytes, at);
        const std::uint32_t kind = word_at(bytes, at + 4);
        at += chunk_head;
        if (size > bytes.size() - at)
            throw Refusal("is cut off within a chunk");
        const std::span<const char> chunk = bytes.subspan(at, size);
        if (root_.is_null() != (kind == json_kind))
            throw Refusal("does not begin with one chunk of JSON");
        if (kind == json_kind)
            root_ = parsed(chunk);
        else if (kind == binary_kind && binary_.empty())
            binary_ = chunk;
        at += size;
    }
    if (root_.is_null())
        throw Refusal("holds no JSON");
}

std::span<const char> GltfDocument::view(std::uint64_t index)
{
    const Json& about = entry(root_, "bufferViews", index);
    if (about.is_object() && about.contains("extensions") &&
        about["extensions"].contains("EXT_meshopt_compression"))
        throw Refusal("is compressed, which is not read");
    const std::span<const char> all = buffer(whole(about, "buffer"));
    const std::uint64_t offset = whole_or(about, "byteOffset", 0);
    const std::uint64_t length = whole(about, "byteLength");
    if (offset > all.size() || length > all.size() - offset)
        throw Refusal("names bytes outside a buffer");
    return all.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
}

std::span<const char> GltfDocument::buffer(std::uint64_t index)
{
    const Json& about = entry(root_, "buffers", index);
    const std::uint64_t length = whole(about, "byteLength");
    std::span<const char> bytes = binary_;
    if (about.contains("uri") || index != 0) {
        auto at = fetched_.find(index);
        if (at == fetched_.end())
            at = fetched_.emplace(index, fetched(text_or_nothing(about, "uri"))).first;
        bytes = at->second;
    }
    if (length > bytes.size())
        throw Refusal("lacks bytes of a buffer");
    return bytes.first(static_cast<std::size_t>(length));
}

std::vector<char> GltfDocument::fetched(const std::string& uri) const
{
    if (uri.starts_with("data:")) {
        const std::size_t comma = uri.find(',');
        if (comma == std::string::npos || !uri.substr(0, comma).ends_with(";base64"))
            throw Refusal("holds a buffer that is not base64");
        return from_base64(std::string_view(uri).substr(comma + 1));
    }
    const std::string file = without_percents(uri);
    if (leads_out(file))
        throw Refusal("names a buffer outside its folder");
    const std::optional<std::filesystem::path> beside =
        file.empty() ? std::nullopt : file_beside(model_, file);
    std::optional<std::vector<char>> bytes = beside ? read_regular_file(*beside) : std::nullopt;
    if (!bytes)
        throw Refusal("names a buffer that is not in its folder");
    return std::move(*bytes);
}

}  // namespace tpatlas::importer
