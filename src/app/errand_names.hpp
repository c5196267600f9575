// app/errand_names.hpp: how errands name files and tell faults.
#pragma once

#include "core/error.hpp"
#include "state/session.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace tpatlas::app {

// The first fault, and how many more there are.
std::string line_of(const Faults& faults);
// What a file is called that shows what is selected now.
std::string stem_of(const Session& session);
// "folder/" has no last part of its own.
std::string name_of(const std::filesystem::path& file);
// What was typed: "~/knee.toml" is in the user's home.
std::filesystem::path with_home(const std::string& text);

}  // namespace tpatlas::app
