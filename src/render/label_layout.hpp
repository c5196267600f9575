// render/label_layout.hpp: where the names in a picture go, as on the plate of an atlas: two tidy
// columns beside what is shown, in the order of heights, with thin lines that never cross. No
// OpenGL: how large a text is comes from the caller.
//
//   std::vector<SetLabel> set = lay_out_labels(wanted, page);
//
// The more important first, as long as there is room. No text lies on another, on what is taken or
// kept free, or outside the edge; no line runs through a text, and none over what is kept free
// unless it ends there. Texts and lines keep off marks. The same input gives the same picture.
// Pixels from the lower left.
#pragma once

#include <cstddef>
#include <vector>

#include <glm/vec2.hpp>

namespace tpatlas::render {

struct PageBox {
    glm::vec2 low{0};
    glm::vec2 high{0};

    bool meets(const PageBox& other, float gap) const
    {
        return low.x < other.high.x + gap && other.low.x < high.x + gap &&
               low.y < other.high.y + gap && other.low.y < high.y + gap;
    }
    void move(glm::vec2 by)
    {
        low += by;
        high += by;
    }
};

struct PageDisc {
    glm::vec2 centre{0};
    float radius = 0;
};

struct WantedLabel {
    glm::vec2 text_px{0};
    // Where its line may end, the best place first.
    std::vector<glm::vec2> anchors;
    float importance = 0;
    // Of a mark: it stands beside its first anchor. Else in a column.
    bool beside = false;
    float mark_px = 0;   // radius of the mark that it keeps off
    float reach_px = 0;  // its line is about so long; 0: it has none and touches the mark
};

struct LabelPage {
    PageBox edge;                     // texts stay inside
    std::vector<PageBox> taken;       // by other texts
    std::vector<PageDisc> keep_free;  // the face
    // What else no text and no line may cover: an arrow, a ring. Marks are so by themselves.
    std::vector<PageDisc> obstacles;
    // Left and right end of what is drawn: where there is room the columns stand beside it.
    float body_low_px = 0;
    float body_high_px = 0;
    float point_px = 1;  // 1/720 of the picture's height
};

// A line runs from `port` at the text over `knee` to `anchor`.
struct SetLabel {
    std::size_t wanted = 0;  // index
    PageBox text;
    bool line = true;
    glm::vec2 port{0};
    glm::vec2 knee{0};
    glm::vec2 anchor{0};
};

// More names than this in one column are a list, not a picture.
constexpr std::size_t most_labels_a_column = 14;

std::vector<SetLabel> lay_out_labels(const std::vector<WantedLabel>& wanted, const LabelPage& page);

}  // namespace tpatlas::render
