#include "io/importer/obj_statements.hpp"

#include "io/importer/read_file.hpp"
#include "io/importer/text_number.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

namespace tpatlas::importer {

namespace {

bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void Statement::refuse(const std::string& what, const std::string& more) const
{
    throw Refusal(what + " in line " + std::to_string(line_) + more);
}

bool Statement::is_over()
{
    while (at_ != end_ && is_blank(*at_))
        ++at_;
    return at_ == end_ || *at_ == '#';
}

std::string_view Statement::word()
{
    if (is_over())
        return {};
    const char* const begin = at_;
    while (at_ != end_ && !is_blank(*at_))
        ++at_;
    return {begin, static_cast<std::size_t>(at_ - begin)};
}

std::string_view Statement::rest() const
{
    std::string_view text(at_, static_cast<std::size_t>(end_ - at_));
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

double Statement::number()
{
    if (is_over())
        refuse("holds a vertex of fewer than three numbers");
    const std::optional<double> value = text_number(at_, end_);
    if (!value || !is_at_edge())
        refuse("holds what is no number");
    return *value;
}

std::int64_t Statement::corner()
{
    const std::int64_t vertex = whole();
    for (int others = 0; others < 2 && at_ != end_ && *at_ == '/'; ++others) {
        ++at_;
        if (!is_at_edge() && *at_ != '/')
            whole();  // of its texture or its normal, which are nothing to us
    }
    if (!is_at_edge())
        refuse("holds a face", " that cannot be understood");
    return vertex;
}

bool Statement::is_at_edge() const
{
    return at_ == end_ || is_blank(*at_) || *at_ == '#';
}

std::int64_t Statement::whole()
{
    std::int64_t value = 0;
    const auto [after, fault] = std::from_chars(after_plus(at_, end_), end_, value);
    if (fault == std::errc::result_out_of_range)
        refuse("names a vertex", " that is not there");
    if (fault != std::errc())
        refuse("holds a face", " that cannot be understood");
    at_ = after;
    return value;
}

Statements::Statements(std::span<char> text) : at_(text.data()), end_(text.data() + text.size())
{
    if (std::string_view(text.data(), text.size()).starts_with("\xEF\xBB\xBF"))
        at_ += 3;
}

bool Statements::next(Statement& statement)
{
    if (at_ == end_)
        return false;
    const char* const begin = at_;
    const std::size_t number = line_ + 1;
    char* end = take_line();
    while (at_ != end_ && joins_next(end))
        end = take_line();
    statement = Statement(begin, end, number);
    return true;
}

char* Statements::take_line()
{
    ++line_;
    line_begin_ = at_;
    void* const found = std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_));
    char* const end = found == nullptr ? end_ : static_cast<char*>(found);
    at_ = found == nullptr ? end_ : end + 1;
    return end != line_begin_ && end[-1] == '\r' ? end - 1 : end;
}

bool Statements::joins_next(char* end)
{
    if (end == line_begin_ || end[-1] != '\\')
        return false;
    // A comment ends with its line, even where it tells of a folder: C:\models\.
    if (std::find(line_begin_, end, '#') != end)
        return false;
    std::fill(end - 1, at_, ' ');
    return true;
}

}  // namespace tpatlas::importer
