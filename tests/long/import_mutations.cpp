// tests/long/import_mutations.cpp: honest files of six formats, damaged at random, through the real
// helper. The helper may die of one (it is started again, the file is named); the program may not,
// nothing may hang, and nothing impossible may come through.
//
//   import_mutations --helper build/release/bin/tpatlas_import --count 20000 --seed 7
//   import_mutations --helper ... --seconds 50          as many as fit
//
// Mutation number n of a seed is always the same, so that what fails can be made again with
// --first n --count 1. Prints a line of counts; status 1 with a line a fault, and keeps the file.

#include "hostile/authored.hpp"
#include "io/import_client.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace tpatlas;
using Clock = std::chrono::steady_clock;

struct Choices {
    fs::path helper;
    std::uint64_t seed = 1;
    std::uint64_t first = 0;
    std::uint64_t count = 1'000'000'000;
    double seconds = 1e9;
};

struct Authored {
    const char* extension;
    std::string bytes;
    std::string json;  // of a .glb: mutated alone, its chunks then have honest lengths
    std::string buffer;
};

std::vector<Authored> authored_files()
{
    const hostile::Surface tube = hostile::tube(8, 5);
    return {{".glb", hostile::glb_of(tube), hostile::gltf_json_of(tube),
             hostile::gltf_buffer_of(tube)},
            {".obj", hostile::obj_of(tube), "", ""},
            {".stl", hostile::stl_of(tube), "", ""},
            {".ply", hostile::ply_of(tube), "", ""},
            {".fbx", hostile::fbx_of(tube), "", ""},
            {".dae", hostile::collada_of(tube), "", ""}};
}

// Damages bytes in one of the ways that have broken readers before.
class Damage {
public:
    explicit Damage(std::uint64_t seed) : random_(seed) {}

    std::string of(std::string bytes, const std::vector<Authored>& others)
    {
        // Half of them once: who is damaged much is refused at its first word.
        for (std::size_t times = below(2) == 0 ? 1 : 2 + below(3); times > 0; --times)
            once(bytes, others);
        return bytes;
    }

    std::size_t below(std::size_t bound)
    {
        return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound);
    }

private:
    void once(std::string& bytes, const std::vector<Authored>& others)
    {
        const std::size_t at = below(bytes.size());
        switch (below(12)) {
        case 0:
        case 8:
        case 9:
            for (std::size_t flips = 1 + below(3); flips > 0 && !bytes.empty(); --flips)
                bytes[below(bytes.size())] ^= static_cast<char>(1u << below(8));
            break;
        case 1:
            bytes.resize(at);
            break;
        case 2: {  // a piece of another file, or of this one, in the place of bytes or between them
            const std::string& from = others[below(others.size())].bytes;
            const std::size_t begin = below(from.size());
            bytes.replace(at, below(2) * below(64), from, begin, 1 + below(200));
            break;
        }
        case 3:
        case 4:
        case 10:
        case 11:
            replace_number_in_text(bytes);
            break;
        case 5: {  // four or eight bytes that mean much where they are a count or an offset
            static constexpr std::array<std::uint64_t, 9> loaded{
                0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7ff0000000000000, 0x7fc000007fc00000,
                0xfffffffffffffff8, 0x3fffffff};
            const std::uint64_t value = loaded[below(loaded.size())];
            const std::size_t size =
                std::min<std::size_t>(below(2) == 0 ? 4 : 8, bytes.size() - at);
            std::memcpy(bytes.data() + at, &value, size);
            break;
        }
        case 6: {
            std::string chunk = bytes.substr(at, 1 + below(120));
            for (std::size_t times = 1 + below(60); times > 0; --times)
                bytes.insert(at, chunk);
            break;
        }
        default:
            bytes.erase(at, 1 + below(50));
        }
    }

    void replace_number_in_text(std::string& bytes)
    {
        static constexpr std::array<const char*, 12> numbers{
            "0", "-1", "4294967295", "4294967296", "18446744073709551608", "1e38", "-1e39", "nan",
            "inf", "99999999999999999999999", "2147483648", "0.0000000000000000000000001"};
        const std::size_t begin = bytes.find_first_of("0123456789", below(bytes.size()));
        if (begin == std::string::npos)
            return;
        const std::size_t end = bytes.find_first_not_of("0123456789.-", begin);
        bytes.replace(begin, end == std::string::npos ? end : end - begin,
                      numbers[below(numbers.size())]);
    }

    std::mt19937_64 random_;
};

fs::path write_mutation(const fs::path& folder, const Choices& choices, std::uint64_t number,
                        const std::vector<Authored>& all)
{
    // Neighbouring numbers must not damage alike.
    Damage damage(choices.seed * 0x9e3779b97f4a7c15 + number * 0xbf58476d1ce4e5b9);
    const Authored& whole = all[number % all.size()];
    const bool inside = !whole.json.empty() && damage.below(2) == 0;
    const std::string bytes =
        inside ? hostile::glb_of_chunks(damage.of(whole.json, all), whole.buffer)
               : damage.of(whole.bytes, all);
    const fs::path file = folder / (std::to_string(number) + whole.extension);
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

// "" or what of it must not have come through.
std::string impossible(const io::ImportedFile& file)
{
    if (file.parts.empty())
        return "no part";
    for (const io::ImportedPart& part : file.parts) {
        if (part.name.size() > 512)
            return "a long name";
        for (const char c : part.name)
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
                return "a control character in a name";
        for (const glm::vec3& p : part.mesh.positions)
            for (int axis = 0; axis < 3; ++axis)
                if (!std::isfinite(p[axis]) || std::abs(p[axis]) > 1e7f)
                    return "a position that is not finite, or too far";
        for (const Triangle& t : part.mesh.triangles)
            if (std::max({t.x, t.y, t.z}) >= part.mesh.positions.size())
                return "a triangle of vertices that are not there";
    }
    return "";
}

struct Counts {
    std::uint64_t read = 0;
    std::uint64_t refused = 0;
    std::uint64_t deaths = 0;  // among the refused
    double worst_s = 0;
    std::string worst;
    int faults = 0;
};

void fault(Counts& counts, const fs::path& file, const std::string& what)
{
    ++counts.faults;
    const fs::path kept = fs::temp_directory_path() / ("mutation_" + file.filename().string());
    std::error_code ignored;
    fs::copy_file(file, kept, fs::copy_options::overwrite_existing, ignored);
    std::cout << kept.string() << ": " << what << "\n";
}

// One helper, so that the time between two files is the later one's.
void import_batch(const Choices& choices, const std::vector<fs::path>& files, Counts& counts)
{
    constexpr double most_s = 10;
    Clock::time_point before = Clock::now();
    io::ImportOptions options;
    options.workers = 1;
    options.progress = [&](std::size_t, std::size_t, const fs::path& file) {
        const double s = std::chrono::duration<double>(Clock::now() - before).count();
        before = Clock::now();
        if (s > counts.worst_s) {
            counts.worst_s = s;
            counts.worst = file.filename().string();
        }
        if (s > most_s)
            fault(counts, file, "took " + std::to_string(s) + " s");
    };
    const Result<io::ImportedFiles> read = io::import_files(choices.helper, files, options);
    if (!read) {
        fault(counts, files.front(), read.error().message());
        return;
    }
    if (read.value().files.size() + read.value().refused.size() != files.size())
        fault(counts, files.front(), "a file of the batch is neither read nor refused");
    counts.read += read.value().files.size();
    counts.refused += read.value().refused.size();
    for (const io::ImportedFile& file : read.value().files)
        if (const std::string wrong = impossible(file); !wrong.empty())
            fault(counts, file.file, wrong + " came through");
    for (const Error& refused : read.value().refused)
        if (refused.what.find("broke the importer") != std::string::npos) {
            ++counts.deaths;
            std::cout << refused.message() << "\n";
        }
}

Choices choices_of(int count, char** words)
{
    Choices choices;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string option = words[i];
        if (option == "--helper")
            choices.helper = words[i + 1];
        else if (option == "--seed")
            choices.seed = std::strtoull(words[i + 1], nullptr, 10);
        else if (option == "--first")
            choices.first = std::strtoull(words[i + 1], nullptr, 10);
        else if (option == "--count")
            choices.count = std::strtoull(words[i + 1], nullptr, 10);
        else if (option == "--seconds")
            choices.seconds = std::strtod(words[i + 1], nullptr);
    }
    return choices;
}

}  // namespace

int main(int count, char** words)
{
    const Choices choices = choices_of(count, words);
    const std::vector<Authored> all = authored_files();
    const fs::path folder =
        fs::temp_directory_path() / ("tpatlas_mutations_" + std::to_string(getpid()));
    fs::create_directories(folder);
    Counts counts;
    // Fewer than the importer bears deaths in one batch.
    constexpr std::uint64_t batch = 18;
    const Clock::time_point begin = Clock::now();
    std::uint64_t number = choices.first;
    const std::uint64_t end = choices.first + choices.count;
    const auto seconds = [&] {
        return std::chrono::duration<double>(Clock::now() - begin).count();
    };
    while (number < end && seconds() < choices.seconds) {
        std::vector<fs::path> files;
        for (; files.size() < batch && number < end; ++number)
            files.push_back(write_mutation(folder, choices, number, all));
        import_batch(choices, files, counts);
        for (const fs::path& file : files)
            fs::remove(file);
    }
    fs::remove_all(folder);
    std::cout << number - choices.first << " mutations: " << counts.read << " read, "
              << counts.refused << " refused, of them " << counts.deaths
              << " broke the helper; the longest, " << counts.worst << ", took " << counts.worst_s
              << " s; " << counts.faults << " faults\n";
    return counts.faults == 0 && number > choices.first ? 0 : 1;
}
