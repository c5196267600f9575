// render/gl/debug.hpp: what the driver says about itself and about mistakes.
#pragma once

#include <string>

namespace tpatlas::render::gl {

// Errors and warnings go to standard error as they happen; nothing where KHR_debug is missing.
void report_messages();

// "renderer, version".
std::string device_name();

// Draws on the processor, where a picture costs a hundred times as much.
bool is_software_renderer();

}  // namespace tpatlas::render::gl
