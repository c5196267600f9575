// tests/support/long_language.hpp: a second, artificial language: English with every vowel twice,
// the second with an accent. Its words are some 40 % longer.
//
//   const Texts texts = testing::long_language();   // texts("press.play") is "Plaáyÿ"
#pragma once

#include "core/texts.hpp"

#include <string>

namespace tpatlas::testing {

// "{word}" stays as it is: the program fills it in.
std::string lengthened(const std::string& text);

// assets/languages/en.toml, lengthened; without texts where it cannot be read.
Texts long_language();

}  // namespace tpatlas::testing
