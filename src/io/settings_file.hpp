// io/settings_file.hpp: what the program keeps between starts, as TOML.
//
//   Result<Settings> settings = io::read_settings(io::settings_file());
//   io::write_settings(io::settings_file(), settings_of(view));
#pragma once

#include "core/result.hpp"
#include "state/settings.hpp"

#include <filesystem>

namespace tpatlas::io {

// No file: as the program starts first. Keys that this version does not know are passed over; a
// file that is no TOML, or a known key that holds something else than it should, is a fault.
Result<Settings> read_settings(const std::filesystem::path& file);

// Whole or not at all; makes the folders. A file that read_settings() refuses is first moved aside,
// to NAME.broken (NAME.broken-2 ...).
Result<Done> write_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace tpatlas::io
