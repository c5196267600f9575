#include "app/errand_names.hpp"

#include "io/new_file.hpp"

#include <algorithm>
#include <cstdlib>

namespace tpatlas::app {

namespace fs = std::filesystem;

std::string line_of(const Faults& faults)
{
    const std::string more = faults.size() > 1 ? " (+" + std::to_string(faults.size() - 1) + ")" : "";
    return faults.front().message() + more;
}

std::string stem_of(const Session& session)
{
    const Document& d = session.document();
    const std::string side = d.muscle ? "_" + std::string(to_text(d.muscle->side)) : std::string();
    std::string stem = d.point       ? d.point->id.text + side
                       : d.muscle    ? d.muscle->id.text + side
                       : d.structure ? d.structure->text
                                     : "body";
    std::replace(stem.begin(), stem.end(), '.', '_');
    return io::safe_stem(stem);
}

std::string name_of(const fs::path& file)
{
    return (file.has_filename() ? file : file.parent_path()).filename().string();
}

fs::path with_home(const std::string& text)
{
    const char* home = std::getenv("HOME");
    if (home != nullptr && (text == "~" || text.starts_with("~/")))
        return fs::path(home) / fs::path(text.substr(std::min<std::size_t>(2, text.size())));
    return text;
}

}  // namespace tpatlas::app
