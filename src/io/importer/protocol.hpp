// io/importer/protocol.hpp: what the program and its helper tpatlas_import say to each other.
//
// The helper's one argument is how many MiB of memory it may have.
// The program writes requests to the helper's standard input, the helper answers each on its
// standard output, in order; both run on one machine, so numbers are in its own byte order.
//
//   request:  RequestHeader, then the path's bytes
//   answer:   AnswerHeader, then `text_bytes` of a fault's text, then `part_count` times:
//             PartHeader, the name's bytes, float x, y, z a vertex, uint32 a, b, c a triangle
//
// The helper reads files of strangers and may have been taken over by one: whoever reads an answer
// believes nothing of it and checks every count against the limits here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tpatlas::importer {

constexpr std::uint32_t request_magic = 0x51495054;  // "TPIQ"
constexpr std::uint32_t answer_magic = 0x41495054;   // "TPIA"

// Far above every body that was seen (2.6 million triangles in 515 files), far below what hurts.
constexpr std::uint32_t max_path_bytes = 4096;
constexpr std::uint32_t max_text_bytes = 1024;
constexpr std::uint32_t max_name_bytes = 512;
constexpr std::uint32_t max_parts = 20'000;
constexpr std::uint32_t max_vertices = 12'000'000;  // of one file; in STL each triangle has its own
constexpr std::uint32_t max_triangles = 6'000'000;  // of one file
constexpr std::uint32_t max_corners = 256;          // of one face
constexpr std::uint64_t max_file_bytes = std::uint64_t{1} << 29;
constexpr float max_coordinate = 1e7f;

enum class Status : std::uint32_t {
    read = 0,
    refused = 1,
    no_memory = 2  // a refusal too; with more memory it may be read
};

struct RequestHeader {
    std::uint32_t magic = request_magic;
    std::uint32_t path_bytes = 0;
};

struct AnswerHeader {
    std::uint32_t magic = answer_magic;
    Status status = Status::refused;
    std::uint32_t text_bytes = 0;
    std::uint32_t part_count = 0;
    float unit_mm = 0;  // what the file says of its unit: millimetres of one; 0: nothing
    std::uint32_t up = 0;   // what it says of its axes: 1: y leads up, 2: z, 0: nothing
    std::uint32_t own = 0;  // 1: written by `tpatlas export`
};

struct PartHeader {
    std::uint32_t name_bytes = 0;
    std::uint32_t vertex_count = 0;
    std::uint32_t triangle_count = 0;
};

static_assert(sizeof(RequestHeader) == 8 && sizeof(AnswerHeader) == 28 && sizeof(PartHeader) == 12);

}  // namespace tpatlas::importer
