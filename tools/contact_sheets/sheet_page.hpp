// contact_sheets/sheet_page.hpp: a page as it grows downward: white, of a fixed width, as high as
// what was laid on it.
#pragma once

#include "core/image.hpp"

namespace tpatlas {

class SheetPage {
public:
    explicit SheetPage(int width_px) { image_.size_px = {width_px, 0}; }

    // Adds white below; nothing is taken away.
    void grow_to(int height_px);
    int height_px() const { return image_.size_px.y; }

    // `at` is the upper left. What reaches beyond the page is cut off.
    void lay(const Image& picture, glm::ivec2 at);

    const Image& image() const { return image_; }

private:
    Image image_;
};

}  // namespace tpatlas
