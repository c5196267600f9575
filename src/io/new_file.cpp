#include "io/new_file.hpp"

#include "core/utf8.hpp"
#include "io/whole_file.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace tpatlas::io {

namespace {

namespace fs = std::filesystem;

constexpr int most_of_one_name = 100000;
constexpr std::size_t longest_stem = 80;

// 0: `part` now lies at `place`, which was free; else the errno, EEXIST where it was not.
int put(const fs::path& part, const fs::path& place)
{
    if (link(part.c_str(), place.c_str()) == 0) {
        unlink(part.c_str());
        return 0;
    }
    if (errno == EEXIST || errno == ENOENT)
        return errno;
    // A file system without links: the name is taken first, then filled.
    const int taken = open(place.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (taken < 0)
        return errno;
    close(taken);
    if (rename(part.c_str(), place.c_str()) == 0)
        return 0;
    const int fault = errno;
    unlink(place.c_str());
    return fault;
}

fs::path part_in(const fs::path& folder, const std::string& stem)
{
    static std::atomic<unsigned> counter{0};
    return folder / ("." + stem + "." + std::to_string(getpid()) + "." +
                     std::to_string(counter++) + ".new");
}

// `write` fills a file that is none yet.
template <class Write>
Result<fs::path> written_anew(const fs::path& folder, const std::string& stem,
                              const std::string& ending, Write write)
{
    std::error_code code;
    if (!fs::is_directory(folder, code))
        fs::create_directory(folder, code);  // where it cannot, the writing says so
    const fs::path part = part_in(folder, stem);
    if (const Result<Done> written = write(part); !written) {
        Error fault = written.error();
        fault.where = (folder / (stem + ending)).string();
        return fault;
    }
    int fault = EEXIST;
    for (int number = 1; number <= most_of_one_name && fault == EEXIST; ++number) {
        const fs::path place =
            folder / (stem + (number == 1 ? "" : "-" + std::to_string(number)) + ending);
        fault = put(part, place);
        if (fault == 0)
            return place;
    }
    fs::remove(part, code);
    return Error{(folder / (stem + ending)).string(),
                 "cannot be written: " + std::string(std::strerror(fault)),
                 "choose another folder"};
}

// Whether an ASCII character may stand in a name on any system.
bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '.' || c == '-';
}

// Of UTF-8: letters of other scripts, but not signs and spaces, as far as blocks tell them apart.
bool is_letter(std::string_view character)
{
    unsigned code = static_cast<unsigned char>(character[0]);
    code &= character.size() == 2 ? 0x1Fu : character.size() == 3 ? 0x0Fu : 0x07u;
    for (const char c : character.substr(1))
        code = code << 6u | (static_cast<unsigned char>(c) & 0x3Fu);
    return code >= 0xC0 && code != 0xD7 && code != 0xF7 && !(code >= 0x2000 && code < 0x2C00) &&
           !(code >= 0x3000 && code < 0x3040) && !(code >= 0xD800 && code < 0xF900) &&
           !(code >= 0xFE00 && code < 0xFE10) && code < 0xFFF0;
}

}  // namespace

Result<fs::path> write_new_png(const fs::path& folder, const std::string& stem, const Image& image,
                               const std::vector<PngText>& texts)
{
    return written_anew(folder, stem, ".png",
                        [&](const fs::path& part) { return write_png(part, image, texts); });
}

Result<fs::path> write_new(const fs::path& folder, const std::string& stem,
                           const std::string& ending, std::string_view bytes)
{
    return written_anew(folder, stem, ending,
                        [&](const fs::path& part) { return write_whole(part, bytes); });
}

std::string safe_stem(std::string_view words)
{
    std::string stem;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t length = 1;
        while (i + length < words.size() &&
               (static_cast<unsigned char>(words[i + length]) & 0xC0u) == 0x80u)
            ++length;
        const std::string_view character = words.substr(i, length);
        const bool ascii = static_cast<unsigned char>(words[i]) < 0x80;
        i += length;
        const bool kept = ascii ? length == 1 && is_plain(character[0])
                                : is_utf8(character) && is_letter(character);
        const std::string_view next = kept ? character : std::string_view("-");
        if (next == "-" && (stem.empty() || stem.back() == '-'))
            continue;
        if (next == "." && stem.empty())
            continue;  // it would be hidden
        if (stem.size() + next.size() > longest_stem)
            break;
        stem += next;
    }
    while (!stem.empty() && (stem.back() == '-' || stem.back() == '.'))
        stem.pop_back();
    return stem.empty() ? "picture" : stem;
}

}  // namespace tpatlas::io
