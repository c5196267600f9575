#include "contact_sheets/sheet_page.hpp"

#include <algorithm>

namespace tpatlas {

void SheetPage::grow_to(int height_px)
{
    if (height_px <= image_.size_px.y)
        return;
    image_.size_px.y = height_px;
    image_.rgba.resize(static_cast<std::size_t>(image_.size_px.x) *
                           static_cast<std::size_t>(height_px) * 4,
                       255);
}

void SheetPage::lay(const Image& picture, glm::ivec2 at)
{
    const int left = std::max(at.x, 0);
    const int right = std::min(at.x + picture.size_px.x, image_.size_px.x);
    const int bottom = std::min(at.y + picture.size_px.y, image_.size_px.y);
    if (right <= left)
        return;
    for (int y = std::max(at.y, 0); y < bottom; ++y) {
        const std::uint8_t* from = picture.pixel(left - at.x, y - at.y);
        const std::size_t to = (static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.size_px.x) +
                                static_cast<std::size_t>(left)) * 4;
        std::copy(from, from + static_cast<std::ptrdiff_t>(right - left) * 4,
                  image_.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
}

}  // namespace tpatlas
