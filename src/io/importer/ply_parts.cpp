#include "io/importer/ply_parts.hpp"

#include "io/importer/text_number.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

namespace tpatlas::importer {

namespace {

enum class Type { int8, uint8, int16, uint16, int32, uint32, float32, float64 };
enum class Role { other, x, y, z, corners };
enum class Format { text, little_endian, big_endian };

struct Property {
    Type type = Type::float32;
    bool is_list = false;
    Type count_type = Type::uint8;
    Role role = Role::other;
};

struct Element {
    std::string name;
    std::uint64_t count = 0;
    std::vector<Property> properties;

    bool has(Role role) const
    {
        return std::any_of(properties.begin(), properties.end(),
                           [&](const Property& p) { return p.role == role; });
    }
};

struct Header {
    Format format = Format::text;
    std::vector<Element> elements;
    std::size_t size = 0;  // where the values begin
};

Type type_named(const std::string& name)
{
    static const std::map<std::string, Type> names{
        {"char", Type::int8},      {"int8", Type::int8},       {"uchar", Type::uint8},
        {"uint8", Type::uint8},    {"short", Type::int16},     {"int16", Type::int16},
        {"ushort", Type::uint16},  {"uint16", Type::uint16},   {"int", Type::int32},
        {"int32", Type::int32},    {"uint", Type::uint32},     {"uint32", Type::uint32},
        {"float", Type::float32},  {"float32", Type::float32}, {"double", Type::float64},
        {"float64", Type::float64}};
    const auto found = names.find(name);
    if (found == names.end())
        throw Refusal("names an unknown type of numbers in its head");
    return found->second;
}

Role role_of(const Element& element, const std::string& property, bool is_list)
{
    if (element.name == "vertex" && !is_list)
        return property == "x"   ? Role::x
               : property == "y" ? Role::y
               : property == "z" ? Role::z
                                 : Role::other;
    const bool corners = property == "vertex_indices" || property == "vertex_index";
    return element.name == "face" && is_list && corners ? Role::corners : Role::other;
}

Property property_of(std::istringstream& words, const Element& element)
{
    std::string word, name;
    Property property;
    words >> word;
    property.is_list = word == "list";
    if (property.is_list) {
        words >> word;
        property.count_type = type_named(word);
        words >> word;
    }
    property.type = type_named(word);
    words >> name;
    property.role = role_of(element, name, property.is_list);
    return property;
}

Format format_named(const std::string& name)
{
    if (name == "ascii")
        return Format::text;
    if (name == "binary_little_endian")
        return Format::little_endian;
    if (name == "binary_big_endian")
        return Format::big_endian;
    throw Refusal("is PLY of an unknown format");
}

void take_line(const std::string& line, Header& header)
{
    constexpr std::size_t most = 256;  // elements, or properties of one
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word == "format") {
        words >> word;
        header.format = format_named(word);
    } else if (word == "element") {
        Element element;
        if (!(words >> element.name >> element.count) || header.elements.size() >= most)
            throw Refusal("holds an element in its head that cannot be");
        header.elements.push_back(std::move(element));
    } else if (word == "property") {
        if (header.elements.empty() || header.elements.back().properties.size() >= most)
            throw Refusal("holds a property in its head that cannot be");
        header.elements.back().properties.push_back(property_of(words, header.elements.back()));
    }
}

Header header_of(std::span<const char> bytes)
{
    constexpr std::size_t longest = 1 << 16;
    const std::string_view text(bytes.data(), std::min(bytes.size(), longest));
    Header header;
    while (header.size < text.size()) {
        const std::size_t end = text.find_first_of("\r\n", header.size);
        if (end == std::string_view::npos)
            break;
        const std::string line(text.substr(header.size, end - header.size));
        const bool two = text.substr(end).starts_with("\r\n");
        header.size = end + (two ? 2 : 1);
        if (line == "end_header")
            return header;
        take_line(line, header);
    }
    throw Refusal("is cut off within its head");
}

// The values of a file as text.
class TextValues {
public:
    explicit TextValues(std::span<const char> bytes)
        : at_(bytes.data()), end_(bytes.data() + bytes.size())
    {
    }

    double next(Type)
    {
        while (at_ != end_ && (*at_ == ' ' || (*at_ >= '\t' && *at_ <= '\r')))
            ++at_;
        if (at_ == end_)
            throw Refusal("is cut off: its end is missing");
        const std::optional<double> value = text_number(at_, end_);
        if (!value)
            throw Refusal("holds what is no number");
        return *value;
    }

private:
    const char* at_;
    const char* end_;
};

class BinaryValues {
public:
    BinaryValues(std::span<const char> bytes, Format format)
        : bytes_(bytes),
          swapped_((format == Format::big_endian) != (std::endian::native == std::endian::big))
    {
    }

    double next(Type type)
    {
        switch (type) {
        case Type::int8:
            return take<std::int8_t>();
        case Type::uint8:
            return take<std::uint8_t>();
        case Type::int16:
            return take<std::int16_t>();
        case Type::uint16:
            return take<std::uint16_t>();
        case Type::int32:
            return take<std::int32_t>();
        case Type::uint32:
            return take<std::uint32_t>();
        case Type::float32:
            return static_cast<double>(take<float>());
        default:
            return take<double>();
        }
    }

private:
    template <class T>
    T take()
    {
        if (bytes_.size() < sizeof(T))
            throw Refusal("is cut off: its end is missing");
        char raw[sizeof(T)];
        std::memcpy(raw, bytes_.data(), sizeof(T));
        bytes_ = bytes_.subspan(sizeof(T));
        if (swapped_)
            std::reverse(raw, raw + sizeof(T));
        T value;
        std::memcpy(&value, raw, sizeof(T));
        return value;
    }

    std::span<const char> bytes_;
    bool swapped_;
};

template <class Values>
class PlyReader {
public:
    PlyReader(const Header& header, Values values, std::size_t value_bytes)
        : header_(header), values_(std::move(values)), value_bytes_(value_bytes)
    {
    }

    Part read()
    {
        for (const Element& element : header_.elements) {
            if (element.properties.empty())
                continue;  // nothing of it is in the file, whatever its count
            if (element.name == "vertex")
                read_vertices(element);
            else
                for (std::uint64_t i = 0; i < element.count; ++i)
                    for (const Property& property : element.properties)
                        read_property(property);
        }
        if (part_.triangles.empty())
            throw Refusal("holds no surface");
        for (const glm::uvec3& t : part_.triangles)
            if (std::max({t.x, t.y, t.z}) >= part_.positions.size())
                throw Refusal("names a vertex that is not there");
        return std::move(part_);
    }

private:
    void read_vertices(const Element& element)
    {
        if (!element.has(Role::x) || !element.has(Role::y) || !element.has(Role::z))
            throw Refusal("holds a surface without positions");
        if (element.count > max_vertices || !part_.positions.empty())
            throw Refusal("holds more vertices than a body has");
        // What the file is too short for is not made room for either.
        part_.positions.reserve(std::min<std::size_t>(element.count, value_bytes_ / 3));
        for (std::uint64_t i = 0; i < element.count; ++i) {
            glm::vec3 p(0);
            for (const Property& property : element.properties)
                if (property.role == Role::other)
                    read_property(property);
                else
                    p[static_cast<int>(property.role) - static_cast<int>(Role::x)] =
                        static_cast<float>(values_.next(property.type));
            part_.positions.push_back(p);
        }
    }

    void read_property(const Property& property)
    {
        if (!property.is_list) {
            values_.next(property.type);
            return;
        }
        const std::uint32_t count = whole(values_.next(property.count_type));
        if (property.role == Role::corners)
            read_face(property.type, count);
        else
            for (std::uint32_t i = 0; i < count; ++i)
                values_.next(property.type);
    }

    void read_face(Type type, std::uint32_t count)
    {
        if (count > max_corners)
            throw Refusal("holds a face of more than " + std::to_string(max_corners) + " corners");
        if (count > 2 && part_.triangles.size() + count - 2 > max_triangles)
            throw Refusal("holds more triangles than a body has");
        std::uint32_t first = 0, before = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t corner = whole(values_.next(type));
            if (i == 0)
                first = corner;
            else if (i > 1)
                part_.triangles.push_back({first, before, corner});
            before = corner;
        }
    }

    static std::uint32_t whole(double value)
    {
        if (!(value >= 0 && value <= std::numeric_limits<std::uint32_t>::max()))
            throw Refusal("holds a face whose corners cannot be");
        return static_cast<std::uint32_t>(value);
    }

    const Header& header_;
    Values values_;
    std::size_t value_bytes_;
    Part part_;
};

}  // namespace

ReadFile read_ply(std::span<const char> bytes)
{
    const Header header = header_of(bytes);
    const std::span<const char> values = bytes.subspan(header.size);
    ReadFile file;
    file.parts.push_back(
        header.format == Format::text
            ? PlyReader(header, TextValues(values), values.size()).read()
            : PlyReader(header, BinaryValues(values, header.format), values.size()).read());
    return file;
}

}  // namespace tpatlas::importer
