#include "core/place_inside.hpp"

#include <algorithm>
#include <system_error>

namespace tpatlas {

namespace fs = std::filesystem;

std::optional<fs::path> place_inside(const fs::path& folder, const fs::path& file)
{
    std::error_code fault;
    const fs::path root = fs::canonical(folder.empty() ? fs::path(".") : folder, fault);
    const fs::path place = fault ? fs::path() : fs::canonical(file, fault);
    if (fault)
        return std::nullopt;
    const auto [of_root, of_place] =
        std::mismatch(root.begin(), root.end(), place.begin(), place.end());
    if (of_root != root.end() || of_place == place.end())
        return std::nullopt;
    return place;
}

}  // namespace tpatlas
