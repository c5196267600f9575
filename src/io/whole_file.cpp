#include "io/whole_file.hpp"

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error not_written(const fs::path& file, const std::string& why)
{
    return {file.string(), "cannot be written: " + why,
            "look for space on the disk, or choose a folder that may be written to"};
}

// 0, or the errno of what failed. `how`: of fopen().
int write_all(const fs::path& file, const char* how, std::string_view text)
{
    std::unique_ptr<std::FILE, CloseFile> out(std::fopen(file.c_str(), how));
    if (!out)
        return errno;
    if (std::fwrite(text.data(), 1, text.size(), out.get()) != text.size() ||
        std::fflush(out.get()) != 0)
        return errno != 0 ? errno : EIO;
    if (fsync(fileno(out.get())) != 0 && errno != EINVAL)  // EINVAL: of a pipe or a device
        return errno;
    return 0;
}

}  // namespace

fs::path part_beside(const fs::path& file)
{
    static std::atomic<unsigned> counter{0};
    return file.parent_path() / ("." + file.filename().string() + "." + std::to_string(getpid()) +
                                 "." + std::to_string(counter++) + ".part");
}

Result<Done> write_whole(const fs::path& file, std::string_view text)
{
    std::error_code failure;
    const fs::file_status there = fs::status(file, failure);
    if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there)) {
        const int code = write_all(file, "wb", text);  // a device or a pipe is never replaced
        return code == 0 ? Result<Done>(Done{}) : not_written(file, std::strerror(code));
    }
    const fs::path place = fs::is_symlink(file, failure) ? fs::weakly_canonical(file, failure)
                                                         : file;
    const fs::path part = part_beside(place);
    if (const int code = write_all(part, "wbx", text); code != 0) {
        fs::remove(part, failure);
        return not_written(file, std::strerror(code));
    }
    fs::rename(part, place, failure);
    if (!failure)
        return Done{};
    const std::string why = failure.message();
    fs::remove(part, failure);
    return not_written(file, why);
}

Result<std::string> read_whole(const fs::path& file, std::size_t limit)
{
    std::error_code code;
    if (!fs::exists(file, code))
        return Error{file.string(), "there is no such file", "check the path"};
    if (!fs::is_regular_file(file, code))
        return Error{file.string(), "is no file that can be read", "name a file"};
    std::ifstream in(file, std::ios::binary);
    // One byte more, so that a file that grew since it was measured is noticed too.
    std::string text(limit + 1, '\0');
    if (in)
        in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in && !in.eof())
        return Error{file.string(), "cannot be read", "check its permissions"};
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > limit)
        return Error{file.string(), "is larger than " + std::to_string(limit / 1024) + " kB",
                     "no file of this kind is so large; choose another"};
    return text;
}

}  // namespace tpatlas::io
