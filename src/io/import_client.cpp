#include "io/import_client.hpp"

#include "io/import_worker.hpp"
#include "io/importer/protocol.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tpatlas::io {

namespace {

using namespace importer;

constexpr const char* try_again = "export it again as glTF, OBJ, STL, PLY, FBX or COLLADA";

// The answer to one request: a file, a refusal in words, or a helper that is no longer to be
// trusted, with the reason.
struct Answer {
    std::optional<ImportedFile> file;
    std::string refusal;
    std::string breach;
};

Answer breach(std::string why)
{
    return {std::nullopt, "", std::move(why)};
}

bool bounded(const std::vector<glm::vec3>& positions)
{
    const auto fits = [](float x) { return std::isfinite(x) && std::abs(x) <= max_coordinate; };
    return std::all_of(positions.begin(), positions.end(), [&](const glm::vec3& p) {
        return fits(p.x) && fits(p.y) && fits(p.z);
    });
}

// What is left of a file's allowance, so that many parts cannot exceed it together either.
struct Allowance {
    std::uint64_t vertices = max_vertices;
    std::uint64_t triangles = max_triangles;
};

// "" or what is wrong.
std::string receive_part(ImportWorker& worker, Allowance& left, ImportedPart& part)
{
    PartHeader header;
    if (!worker.receive(&header, sizeof header))
        return "stopped within its answer";
    if (header.name_bytes > max_name_bytes || header.vertex_count > left.vertices ||
        header.triangle_count > left.triangles || header.triangle_count == 0)
        return "sent impossible counts";
    left.vertices -= header.vertex_count;
    left.triangles -= header.triangle_count;
    part.name.resize(header.name_bytes);
    part.mesh.positions.resize(header.vertex_count);
    part.mesh.triangles.resize(header.triangle_count);
    if (!worker.receive(part.name.data(), part.name.size()) ||
        !worker.receive(part.mesh.positions.data(), header.vertex_count * sizeof(glm::vec3)) ||
        !worker.receive(part.mesh.triangles.data(), header.triangle_count * sizeof(Triangle)))
        return "stopped within its answer";
    if (!bounded(part.mesh.positions))
        return "sent a position that is not finite or absurdly far";
    for (const Triangle& t : part.mesh.triangles)
        if (std::max({t.x, t.y, t.z}) >= header.vertex_count)
            return "sent a triangle of vertices that are not there";
    return "";
}

Answer receive_answer(ImportWorker& worker, const std::filesystem::path& file)
{
    AnswerHeader header;
    if (!worker.receive(&header, sizeof header))
        return breach("");
    if (header.magic != answer_magic || header.text_bytes > max_text_bytes ||
        header.part_count > max_parts)
        return breach("sent what is no answer");
    std::string text(header.text_bytes, '\0');
    if (!worker.receive(text.data(), text.size()))
        return breach("stopped within its answer");
    if (header.status != Status::read)
        return {std::nullopt, text.empty() ? "cannot be read" : text, ""};
    if (header.part_count == 0 || !std::isfinite(header.unit_mm) || header.unit_mm < 0)
        return breach("sent impossible counts");
    ImportedFile read;
    read.file = file;
    read.unit_mm = header.unit_mm;
    read.up = header.up == Up::y ? SaidUp::y : header.up == Up::z ? SaidUp::z : SaidUp::nothing;
    Allowance left;
    for (std::uint32_t i = 0; i < header.part_count; ++i) {
        ImportedPart part;
        if (std::string wrong = receive_part(worker, left, part); !wrong.empty())
            return breach(std::move(wrong));
        read.parts.push_back(std::move(part));
    }
    return {std::move(read), "", ""};
}

Answer ask(ImportWorker& worker, const std::filesystem::path& file)
{
    const std::string path = std::filesystem::absolute(file).string();
    if (path.size() > max_path_bytes)
        return {std::nullopt, "has too long a path", ""};
    RequestHeader request;
    request.path_bytes = static_cast<std::uint32_t>(path.size());
    if (!worker.send(&request, sizeof request) || !worker.send(path.data(), path.size()))
        return breach("");
    return receive_answer(worker, file);
}

}  // namespace

Result<ImportedFiles> import_files(const std::filesystem::path& helper,
                                   const std::vector<std::filesystem::path>& files)
{
    ImportedFiles all;
    std::optional<ImportWorker> worker;
    for (const std::filesystem::path& file : files) {
        if (!worker) {
            Result<ImportWorker> started = ImportWorker::start(helper);
            if (!started)
                return started.faults();
            worker.emplace(started.take());
        }
        Answer answer = ask(*worker, file);
        if (answer.file) {
            all.files.push_back(std::move(*answer.file));
        } else if (!answer.refusal.empty()) {
            all.refused.push_back({file.string(), answer.refusal, try_again});
        } else {
            const std::string end = worker->end();
            all.refused.push_back({file.string(),
                                   "broke the importer, which " +
                                       (answer.breach.empty() ? end : answer.breach),
                                   "the file is damaged or hostile: " + std::string(try_again)});
            worker.reset();  // the next file gets a new one
        }
    }
    return all;
}

}  // namespace tpatlas::io
