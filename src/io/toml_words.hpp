// io/toml_words.hpp: values as TOML writes them: short, and read back exactly.
//
//   out += "target_mm = " + io::toml_list({toml_number(v.x), toml_number(v.y)}) + "\n";
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <glm/vec3.hpp>

namespace tpatlas::io {

// In quotes; what is no UTF-8 becomes U+FFFD, since TOML cannot hold it.
std::string toml_text(std::string_view text);
// The shortest that is this float again. It must be finite.
std::string toml_number(float value);
std::string toml_flag(bool value);
std::string toml_list(const std::vector<std::string>& words);
std::string toml_vector(glm::vec3 v);

}  // namespace tpatlas::io
