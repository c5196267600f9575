// io/importer/obj_statements.hpp: the text of an OBJ file as statements and their values; what they
// mean is the reader's (obj_reader.hpp).
//
//   Statements statements(text);
//   for (Statement statement; statements.next(statement);)
//       if (statement.word() == "v") ... statement.number()
//
// Both look into the text, which must outlive them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tpatlas::importer {

// One line, or several that are joined by a backslash at their ends.
class Statement {
public:
    Statement() = default;
    Statement(const char* begin, const char* end, std::size_t line)
        : at_(begin), end_(end), line_(line)
    {
    }

    // Throws Refusal: "WHAT in line 12MORE".
    [[noreturn]] void refuse(const std::string& what, const std::string& more = "") const;

    // At the end of its values; a comment may follow.
    bool is_over();
    // Up to the next blank; "" where it is over.
    std::string_view word();
    // Without the blanks around it.
    std::string_view rest() const;
    // Infinite where it is too large. Refuses what is no number, or none.
    double number();
    // The vertex of a corner as it is written: of 7, -1, 7/2, 7//3 or 7/2/3. Refuses others.
    std::int64_t corner();

private:
    bool is_at_edge() const;  // between two values
    std::int64_t whole();

    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t line_ = 0;
};

// The statements one after the other. Where lines are joined their ends become blanks in the text.
class Statements {
public:
    explicit Statements(std::span<char> text);
    bool next(Statement& statement);

private:
    // Where it ends, without its end of line.
    char* take_line();
    bool joins_next(char* end);

    char* at_;
    char* end_;
    char* line_begin_ = nullptr;
    std::size_t line_ = 0;
};

}  // namespace tpatlas::importer
