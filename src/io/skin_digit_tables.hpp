// io/skin_digit_tables.hpp: the [hand] and [foot] of the skin's tables.
//
//   read_digits(reader, "hand", table.hand);   // left alone where the key is absent
//
// Part of io/skin_tables.hpp; faults go to the reader's list.
#pragma once

#include "domain/skin_digits.hpp"
#include "io/skin_table_reader.hpp"

#include <string_view>

namespace tpatlas::io {

void read_digits(SkinTableReader& reader, std::string_view key, DigitsTable& out);

}  // namespace tpatlas::io
