// tests/io/catalogue_folder.hpp: a folder of files that lives as long as a test, and what the
// loader says of a broken catalogue.
#pragma once

#include "io/catalogue_files.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include <unistd.h>

namespace tpatlas::test {

class Folder {
public:
    Folder()
    {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("tpatlas_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

private:
    std::filesystem::path path_;
};

// Every fault of a catalogue of this one file, a message a line, folder left out. Empty: none.
inline std::string faults_of_text(const std::string& text, const std::string& file = "leg.toml")
{
    const Folder folder;
    folder.write(file, text);
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    std::string messages;
    if (!catalogue)
        for (const Error& error : catalogue.faults())
            messages += (messages.empty() ? "" : "\n") + error.message();
    const std::string prefix = folder.path().string() + "/";
    for (std::size_t at = 0; (at = messages.find(prefix)) != std::string::npos;)
        messages.erase(at, prefix.size());
    return messages;
}

// The same of `sound` with one place of it broken.
inline std::string faults_of_broken(std::string sound, const std::string& from,
                                    const std::string& to)
{
    const std::size_t at = sound.find(from);
    if (at == std::string::npos) {
        ADD_FAILURE() << "the sound text has no " << from;
        return {};
    }
    return faults_of_text(sound.replace(at, from.size(), to));
}

}  // namespace tpatlas::test
