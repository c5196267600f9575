#include "io/import_client.hpp"

#include "core/model_kinds.hpp"
#include "core/utf8.hpp"
#include "io/import_worker.hpp"
#include "io/importer/protocol.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace tpatlas::io {

namespace {

using namespace importer;

const std::string try_again = "export it again as " + std::string(model_kinds);

// What all helpers may have together: with the program's own share less than 1.5 GB.
constexpr unsigned memory_mib = 1100;
// Larger files are read after the others, alone: their helper may have all of it.
constexpr std::uintmax_t large_file_bytes = std::uintmax_t{16} << 20;
// A folder of hostile files must not take hours: after so many the rest is left unread.
constexpr int max_breaks = 20;

// The answer to one request: a file, a refusal in words, or a helper that is no longer to be
// trusted, with the reason.
struct Answer {
    std::optional<ImportedFile> file;
    std::string refusal;
    std::string breach;
    bool no_memory = false;
};

Answer breach(std::string why)
{
    return {std::nullopt, "", std::move(why), false};
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
    part.name = one_line(part.name);
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
    text = one_line(text);
    if (header.status != Status::read)
        return {std::nullopt, text.empty() ? "cannot be read" : text, "",
                header.status == Status::no_memory};
    if (header.part_count == 0 || !std::isfinite(header.unit_mm) || header.unit_mm < 0)
        return breach("sent impossible counts");
    ImportedFile read;
    read.file = file;
    read.unit_mm = header.unit_mm;
    if (header.up == 1 || header.up == 2)
        read.up = header.up == 1 ? UpAxis::y : UpAxis::z;
    read.own = header.own == 1;
    Allowance left;
    for (std::uint32_t i = 0; i < header.part_count; ++i) {
        ImportedPart part;
        if (std::string wrong = receive_part(worker, left, part); !wrong.empty())
            return breach(std::move(wrong));
        read.parts.push_back(std::move(part));
    }
    return {std::move(read), "", "", false};
}

Answer ask(ImportWorker& worker, const std::filesystem::path& file, int most_s)
{
    const std::string path = std::filesystem::absolute(file).string();
    if (path.size() > max_path_bytes)
        return {std::nullopt, "has too long a path", "", false};
    worker.begin_file(most_s);
    RequestHeader request;
    request.path_bytes = static_cast<std::uint32_t>(path.size());
    if (!worker.send(&request, sizeof request) || !worker.send(path.data(), path.size()))
        return breach("");
    return receive_answer(worker, file);
}

std::size_t vertices_of(const ImportedFile& file)
{
    std::size_t all = 0;
    for (const ImportedPart& part : file.parts)
        all += part.mesh.positions.size();
    return all;
}

std::size_t triangles_of(const ImportedFile& file)
{
    std::size_t all = 0;
    for (const ImportedPart& part : file.parts)
        all += part.mesh.triangles.size();
    return all;
}

bool is_large(const std::filesystem::path& file)
{
    std::error_code fault;
    const std::uintmax_t size = std::filesystem::file_size(file, fault);
    return !fault && size > large_file_bytes;
}

// Reads in two rounds: several helpers for most files, then one with all the memory for large files
// and for those that a helper with its share of it could not read.
class Batch {
public:
    Batch(const std::filesystem::path& helper, const std::vector<std::filesystem::path>& files,
          const ImportOptions& options)
        : helper_(helper), files_(files), options_(options), slots_(files.size())
    {
    }

    Result<ImportedFiles> run()
    {
        std::vector<std::size_t> together;
        for (std::size_t i = 0; i < files_.size(); ++i)
            (is_large(files_[i]) ? alone_ : together).push_back(i);
        const unsigned workers = std::clamp<unsigned>(
            options_.workers, 1, static_cast<unsigned>(std::max<std::size_t>(together.size(), 1)));
        share_mib_ = memory_mib / workers;
        round(together, workers);
        share_mib_ = memory_mib;
        round(std::exchange(alone_, {}), 1);
        if (options_.stop.stop_requested())
            return Error{"", "reading the meshes was stopped", "open it again"};
        if (no_helper_)
            return *no_helper_;
        return collected();
    }

private:
    struct Slot {
        std::optional<ImportedFile> file;
        std::optional<Error> refused;
    };

    void round(const std::vector<std::size_t>& which, unsigned workers)
    {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < workers; ++i)
            others.emplace_back([&] { work(which, next); });
        work(which, next);
    }

    // One helper's life, and that of its successors.
    void work(const std::vector<std::size_t>& which, std::atomic<std::size_t>& next)
    {
        std::optional<ImportWorker> worker;
        for (std::size_t i; !options_.stop.stop_requested() && (i = next++) < which.size();) {
            if (breaks_ >= max_breaks) {
                note(which[i],
                     {files_[which[i]].string(),
                      "is left unread: " + std::to_string(max_breaks) +
                          " files before it broke the importer",
                      "open the others alone"},
                     true);
                continue;
            }
            if (!worker) {
                Result<ImportWorker> started =
                    ImportWorker::start(helper_, share_mib_, options_.stop);
                if (!started) {
                    const std::lock_guard lock(mutex_);
                    no_helper_ = started.error();
                    return;
                }
                worker.emplace(started.take());
            }
            if (!read(*worker, which[i]))
                worker.reset();  // the next file gets a new one
        }
    }

    // False where the helper is not to be used any more.
    bool read(ImportWorker& worker, std::size_t number)
    {
        const std::filesystem::path& file = files_[number];
        Answer answer = ask(worker, file, options_.file_s);
        if (answer.file) {
            note(number, std::move(*answer.file));
        } else if (answer.no_memory && share_mib_ < memory_mib) {
            const std::lock_guard lock(mutex_);
            alone_.push_back(number);
        } else if (!answer.refusal.empty()) {
            note(number, {file.string(), answer.refusal, try_again}, answer.no_memory);
        } else {
            const std::string end = worker.end();
            if (options_.stop.stop_requested())
                return false;
            ++breaks_;
            note(number,
                 {file.string(),
                  "broke the importer, which " + (answer.breach.empty() ? end : answer.breach),
                  "the file is damaged or hostile: " + try_again},
                 true);
            return false;
        }
        return true;
    }

    void note(std::size_t number, ImportedFile file)
    {
        const std::lock_guard lock(mutex_);
        vertices_ += vertices_of(file);
        triangles_ += triangles_of(file);
        if (vertices_ > max_batch_vertices || triangles_ > max_batch_triangles) {
            vertices_ -= vertices_of(file);
            triangles_ -= triangles_of(file);
            may_pass_ = true;
            slots_[number].refused =
                Error{file.file.string(), "is too much beside the others",
                      "open fewer files"};
        } else {
            slots_[number].file = std::move(file);
        }
        tell(number);
    }

    void note(std::size_t number, Error refused, bool may_pass)
    {
        const std::lock_guard lock(mutex_);
        may_pass_ = may_pass_ || may_pass;
        slots_[number].refused = std::move(refused);
        tell(number);
    }

    void tell(std::size_t number)
    {
        ++done_;
        if (options_.progress)
            options_.progress(done_, files_.size(), files_[number]);
    }

    ImportedFiles collected()
    {
        ImportedFiles all;
        all.may_pass = may_pass_;
        for (Slot& slot : slots_)
            if (slot.file)
                all.files.push_back(std::move(*slot.file));
            else if (slot.refused)
                all.refused.push_back(std::move(*slot.refused));
        return all;
    }

    const std::filesystem::path& helper_;
    const std::vector<std::filesystem::path>& files_;
    const ImportOptions& options_;
    unsigned share_mib_ = memory_mib;
    std::atomic<int> breaks_ = 0;
    std::mutex mutex_;  // of what follows
    std::vector<Slot> slots_;
    std::vector<std::size_t> alone_;
    std::optional<Error> no_helper_;
    bool may_pass_ = false;
    std::size_t vertices_ = 0;
    std::size_t triangles_ = 0;
    std::size_t done_ = 0;
};

}  // namespace

Result<ImportedFiles> import_files(const std::filesystem::path& helper,
                                   const std::vector<std::filesystem::path>& files,
                                   const ImportOptions& options)
{
    return Batch(helper, files, options).run();
}

}  // namespace tpatlas::io
