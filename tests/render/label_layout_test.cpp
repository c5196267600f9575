// The layout of names, on many random pages: what must hold on each.

#include "render/label_layout.hpp"

#include "render/page_geometry.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

namespace tpatlas::render {
namespace {

struct Page {
    std::vector<WantedLabel> wanted;
    LabelPage page;
};

float between(std::mt19937& random, float low, float high)
{
    // Not std::uniform_real_distribution, which differs between libraries.
    return low + (high - low) * static_cast<float>(random() % 10001u) / 10000.0f;
}

// Some names of structures with up to three places each, some of marks; a face somewhere, letters
// in the corners; the body as wide as it likes.
Page random_page(unsigned seed)
{
    std::mt19937 random(seed);
    Page made;
    const glm::vec2 size(between(random, 300, 1900), between(random, 260, 1100));
    const glm::vec2 low(between(random, 0, 900), between(random, 0, 120));
    const float point = size.y / 640;
    made.page.point_px = point;
    made.page.edge = {low + 8 * point, low + size - 8 * point};
    made.page.body_low_px = low.x + between(random, 0, 0.45f) * size.x;
    made.page.body_high_px = low.x + between(random, 0.55f, 1) * size.x;
    const glm::vec2 letter(14 * point, 20 * point);
    const float top = low.y + size.y - 40 * point;
    made.page.taken = {{{low.x + 12 * point, top}, glm::vec2(low.x + 12 * point, top) + letter},
                       {{low.x + size.x - 26 * point, top},
                        glm::vec2(low.x + size.x - 26 * point, top) + letter}};
    if (random() % 3u != 0)
        made.page.keep_free = {{low + size * glm::vec2(between(random, 0.2f, 0.8f),
                                                       between(random, 0.2f, 0.95f)),
                                between(random, 10, 130) * point}};
    if (random() % 2u == 0)
        made.page.obstacles = {{low + size * glm::vec2(between(random, 0.1f, 0.9f),
                                                       between(random, 0.1f, 0.9f)),
                                between(random, 4, 60) * point}};
    const auto place = [&] {
        return glm::vec2(between(random, made.page.body_low_px, made.page.body_high_px),
                         low.y + between(random, 0, 1) * size.y);
    };
    const auto names = static_cast<unsigned>(random() % 70u);
    const auto marks = static_cast<unsigned>(random() % 6u);
    for (unsigned i = 0; i < names + marks; ++i) {
        WantedLabel label;
        label.beside = i >= names;
        label.importance = between(random, 0, 5);
        const float width = label.beside ? between(random, 6, 50) : between(random, 40, 260);
        label.text_px = glm::vec2(width, 13.5f) * point;
        const auto anchors = label.beside ? 1u : 1 + static_cast<unsigned>(random() % 3u);
        for (unsigned k = 0; k < anchors; ++k)
            label.anchors.push_back(place());
        if (label.beside) {
            label.mark_px = between(random, 5, 20) * point;
            label.reach_px = random() % 2u == 0 ? 0 : 70 * point;
        }
        made.wanted.push_back(label);
    }
    return made;
}

// Calls `check` with many pages and what was made of them; stops at the first that fails.
template <class Check>
void on_many_pages(const Check& check)
{
    std::size_t all = 0;
    for (unsigned seed = 1; seed <= 300 && !::testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE(seed);
        const Page made = random_page(seed);
        const std::vector<SetLabel> set = lay_out_labels(made.wanted, made.page);
        all += set.size();
        check(made, set);
    }
    EXPECT_GT(all, 1500u);  // or nothing was tested
}

TEST(LabelLayout, keeps_every_text_inside_and_off_other_texts)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        for (std::size_t i = 0; i < set.size(); ++i) {
            EXPECT_TRUE(lies_in(set[i].text, made.page.edge));
            for (const PageBox& taken : made.page.taken)
                EXPECT_FALSE(set[i].text.meets(taken, 0));
            for (std::size_t k = i + 1; k < set.size(); ++k)
                EXPECT_FALSE(set[i].text.meets(set[k].text, 0));
        }
    });
}

TEST(LabelLayout, crosses_no_lines_and_runs_none_through_a_text)
{
    on_many_pages([](const Page&, const std::vector<SetLabel>& set) {
        for (std::size_t i = 0; i < set.size(); ++i)
            for (std::size_t k = 0; k < set.size(); ++k) {
                const SetLabel &one = set[i], &other = set[k];
                if (i == k || !one.line)
                    continue;
                EXPECT_FALSE(segment_meets_box(one.port, one.knee, other.text, 0));
                EXPECT_FALSE(segment_meets_box(one.knee, one.anchor, other.text, 0));
                if (!other.line)
                    continue;
                EXPECT_FALSE(segments_meet(one.knee, one.anchor, other.knee, other.anchor));
                EXPECT_FALSE(segments_meet(one.port, one.knee, other.knee, other.anchor));
            }
    });
}

TEST(LabelLayout, keeps_the_face_free)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        for (const PageDisc& face : made.page.keep_free)
            for (const SetLabel& label : set) {
                EXPECT_FALSE(box_meets_disc(label.text, face, 0));
                if (label.line && glm::distance(label.anchor, face.centre) > face.radius) {
                    EXPECT_GE(distance_to_segment(face.centre, label.knee, label.anchor),
                              face.radius);
                    EXPECT_GE(distance_to_segment(face.centre, label.port, label.knee),
                              face.radius);
                }
            }
    });
}

TEST(LabelLayout, covers_no_mark_and_no_arrow)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        std::vector<PageDisc> discs = made.page.obstacles;
        for (const WantedLabel& label : made.wanted)
            if (label.beside)
                discs.push_back({label.anchors.front(), label.mark_px});
        for (const PageDisc& disc : discs)
            for (const SetLabel& label : set) {
                EXPECT_FALSE(box_meets_disc(label.text, disc, 0));
                if (label.line && !made.wanted[label.wanted].beside) {
                    EXPECT_GE(distance_to_segment(disc.centre, label.knee, label.anchor),
                              disc.radius);
                }
            }
    });
}

TEST(LabelLayout, ends_each_line_at_a_place_of_its_own_name)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        std::vector<std::size_t> named;
        for (const SetLabel& label : set) {
            const std::vector<glm::vec2>& places = made.wanted[label.wanted].anchors;
            EXPECT_NE(std::find(places.begin(), places.end(), label.anchor), places.end());
            named.push_back(label.wanted);
            const glm::vec2 size = label.text.high - label.text.low;
            EXPECT_NEAR(size.x, made.wanted[label.wanted].text_px.x, 0.01f);
        }
        std::sort(named.begin(), named.end());
        EXPECT_EQ(std::adjacent_find(named.begin(), named.end()), named.end());
    });
}

TEST(LabelLayout, is_the_same_each_time)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        const std::vector<SetLabel> again = lay_out_labels(made.wanted, made.page);
        ASSERT_EQ(again.size(), set.size());
        for (std::size_t i = 0; i < set.size(); ++i) {
            EXPECT_EQ(again[i].wanted, set[i].wanted);
            EXPECT_EQ(again[i].text.low, set[i].text.low);
        }
    });
}

// The same page in other units: nothing depends on how many pixels there are.
TEST(LabelLayout, is_the_same_at_twice_the_size)
{
    on_many_pages([](const Page& made, const std::vector<SetLabel>& set) {
        Page twice = made;
        LabelPage& page = twice.page;
        const auto enlarge = [](PageBox& box) { box.low *= 2, box.high *= 2; };
        enlarge(page.edge);
        std::for_each(page.taken.begin(), page.taken.end(), enlarge);
        for (auto* discs : {&page.keep_free, &page.obstacles})
            for (PageDisc& disc : *discs)
                disc.centre *= 2, disc.radius *= 2;
        page.body_low_px *= 2, page.body_high_px *= 2, page.point_px *= 2;
        for (WantedLabel& label : twice.wanted) {
            label.text_px *= 2, label.mark_px *= 2, label.reach_px *= 2;
            for (glm::vec2& anchor : label.anchors)
                anchor *= 2;
        }
        const std::vector<SetLabel> larger = lay_out_labels(twice.wanted, page);
        ASSERT_EQ(larger.size(), set.size());
        for (std::size_t i = 0; i < set.size(); ++i) {
            EXPECT_EQ(larger[i].wanted, set[i].wanted);
            EXPECT_LT(glm::distance(larger[i].text.low, 2.0f * set[i].text.low), 0.1f);
        }
    });
}

LabelPage wide_page()
{
    LabelPage page;
    page.edge = {{8, 8}, {992, 692}};
    page.body_low_px = 350;
    page.body_high_px = 650;
    return page;
}

WantedLabel name(float importance, std::vector<glm::vec2> anchors)
{
    WantedLabel label;
    label.text_px = {120, 14};
    label.importance = importance;
    label.anchors = std::move(anchors);
    return label;
}

TEST(LabelColumns, stand_beside_the_body_and_flush_with_each_other)
{
    const std::vector<SetLabel> set =
        lay_out_labels({name(1, {{400, 300}}), name(1, {{420, 500}}), name(1, {{600, 200}})},
                       wide_page());
    ASSERT_EQ(set.size(), 3u);
    EXPECT_EQ(set[0].text.high.x, set[1].text.high.x);
    EXPECT_LT(set[0].text.high.x, 350);
    EXPECT_GT(set[0].text.high.x, 300);
    EXPECT_GT(set[2].text.low.x, 650);
    for (const SetLabel& label : set)  // where there is room a line is level
        EXPECT_EQ(label.knee.y, label.anchor.y);
}

TEST(LabelColumns, take_the_more_important_where_not_all_have_room)
{
    std::vector<WantedLabel> wanted;
    for (int i = 0; i < 60; ++i)
        wanted.push_back(name(static_cast<float>(i), {{400 + i, 100 + 8 * i}}));
    const std::vector<SetLabel> set = lay_out_labels(wanted, wide_page());
    ASSERT_GT(set.size(), 8u);
    EXPECT_LE(set.size(), 2 * most_labels_a_column);
    EXPECT_TRUE(std::any_of(set.begin(), set.end(),
                            [](const SetLabel& label) { return label.wanted == 59; }));
    double mean = 0;
    for (const SetLabel& label : set)
        mean += static_cast<double>(label.wanted) / static_cast<double>(set.size());
    EXPECT_GT(mean, 35);
}

TEST(LabelColumns, share_what_is_seen_on_both_sides)
{
    std::vector<WantedLabel> wanted;
    for (int i = 0; i < 20; ++i) {
        const float height = 60 + 30 * static_cast<float>(i);
        wanted.push_back(name(static_cast<float>(20 - i), {{400, height}, {600, height}}));
    }
    const std::vector<SetLabel> set = lay_out_labels(wanted, wide_page());
    const auto left = std::count_if(set.begin(), set.end(),
                                    [](const SetLabel& label) { return label.anchor.x < 500; });
    EXPECT_EQ(set.size(), 20u);
    EXPECT_EQ(left, 10);
}

}  // namespace
}  // namespace tpatlas::render
