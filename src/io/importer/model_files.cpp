#include "io/importer/model_files.hpp"

#include "core/place_inside.hpp"
#include "io/importer/protocol.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tpatlas::importer {

namespace {

class MemoryStream : public Assimp::IOStream {
public:
    explicit MemoryStream(std::shared_ptr<const std::vector<char>> bytes) : bytes_(std::move(bytes))
    {
    }

    std::size_t Read(void* to, std::size_t size, std::size_t count) override
    {
        if (size == 0 || count == 0)
            return 0;
        const std::size_t whole = std::min(count, (bytes_->size() - at_) / size);
        if (whole > 0)
            std::memcpy(to, bytes_->data() + at_, whole * size);
        at_ += whole * size;
        return whole;
    }
    std::size_t Write(const void*, std::size_t, std::size_t) override { return 0; }
    aiReturn Seek(std::size_t offset, aiOrigin origin) override
    {
        const std::size_t from = origin == aiOrigin_SET   ? 0
                                 : origin == aiOrigin_CUR ? at_
                                                          : bytes_->size();
        // An offset from the end comes as a huge unsigned number; the sum wraps to the place meant.
        const std::size_t to = from + offset;
        if (to > bytes_->size())
            return aiReturn_FAILURE;
        at_ = to;
        return aiReturn_SUCCESS;
    }
    std::size_t Tell() const override { return at_; }
    std::size_t FileSize() const override { return bytes_->size(); }
    void Flush() override {}

private:
    std::shared_ptr<const std::vector<char>> bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<char>> read_regular_file(const std::filesystem::path& file)
{
    // Not blocking: a pipe named as a model would hold us for ever.
    const int descriptor = open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return std::nullopt;
    std::optional<std::vector<char>> bytes;
    struct stat about {};
    if (fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode) &&
        static_cast<std::uint64_t>(about.st_size) <= max_file_bytes) {
        bytes.emplace(static_cast<std::size_t>(about.st_size));
        std::size_t done = 0;
        while (done < bytes->size()) {
            const ssize_t got = read(descriptor, bytes->data() + done, bytes->size() - done);
            if (got <= 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        bytes->resize(done);
    }
    close(descriptor);
    return bytes;
}

std::optional<std::filesystem::path> file_beside(const std::filesystem::path& model,
                                                 const std::filesystem::path& file)
{
    const std::filesystem::path folder = model.parent_path();
    std::optional<std::filesystem::path> place = place_inside(folder, folder / file);
    std::error_code fault;
    if (place && !std::filesystem::is_regular_file(*place, fault))
        return std::nullopt;
    return place;
}

ModelFiles::ModelFiles(const std::filesystem::path& model, std::vector<char> bytes)
    : model_(model), bytes_(std::make_shared<const std::vector<char>>(std::move(bytes)))
{
}

bool ModelFiles::Exists(const char* file) const
{
    return file_beside(model_, file).has_value();
}

Assimp::IOStream* ModelFiles::Open(const char* file, const char* mode)
{
    if (std::string_view(mode).find_first_of("wa+") != std::string_view::npos)
        return nullptr;
    const std::optional<std::filesystem::path> path = file_beside(model_, file);
    if (!path)
        return nullptr;
    if (*path == model_)
        return new MemoryStream(bytes_);
    std::optional<std::vector<char>> bytes = read_regular_file(*path);
    if (!bytes)
        return nullptr;
    return new MemoryStream(std::make_shared<const std::vector<char>>(std::move(*bytes)));
}

void ModelFiles::Close(Assimp::IOStream* stream)
{
    delete stream;
}

}  // namespace tpatlas::importer
