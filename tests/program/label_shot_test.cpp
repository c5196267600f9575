// shot: names in the picture, by what they change of it.

#include "program/program.hpp"

#include "io/png_file.hpp"

#include <algorithm>
#include <cstdlib>

namespace program {
namespace {

tpatlas::Image shot(Words options)
{
    const fs::path file = fresh_folder() / "a.png";
    options.insert(options.begin(), "shot");
    options.insert(options.end(), {"--size", "600x450", "-o", file.string()});
    const Outcome outcome = run(options);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto picture = tpatlas::io::read_png(file);
    EXPECT_TRUE(picture);
    return picture ? picture.value().image : tpatlas::Image{};
}

struct Part {
    double from_x, from_y, to_x, to_y;  // shares of the picture, from the upper left
};

// How many pixels of a part differ between two pictures.
int changed(const tpatlas::Image& a, const tpatlas::Image& b, Part part)
{
    if (a.size_px != b.size_px || a.rgba.empty()) {
        ADD_FAILURE() << "no two pictures of one size";
        return 0;
    }
    const auto at = [](double share, int edge) { return static_cast<int>(share * edge); };
    int count = 0;
    for (int y = at(part.from_y, a.size_px.y); y < at(part.to_y, a.size_px.y); ++y)
        for (int x = at(part.from_x, a.size_px.x); x < at(part.to_x, a.size_px.x); ++x) {
            const std::uint8_t *p = a.pixel(x, y), *q = b.pixel(x, y);
            count += std::abs(p[0] - q[0]) + std::abs(p[1] - q[1]) + std::abs(p[2] - q[2]) > 30;
        }
    return count;
}

constexpr Part whole{0, 0, 1, 1}, left{0, 0, 0.38, 1}, right{0.62, 0, 1, 1};

TEST(LabelShot, names_the_selected_muscle)
{
    const auto named = shot({"--muscle", "soleus"});
    const auto plain = shot({"--muscle", "soleus", "--labels", "none"});
    EXPECT_GT(changed(named, plain, whole), 150);
    // The right leg, seen from behind: its name stands at the right, beside the leg.
    EXPECT_GT(changed(named, plain, {0.5, 0.2, 1, 0.7}), 150);
    EXPECT_EQ(changed(named, plain, {0, 0, 0.4, 1}), 0);
    EXPECT_GT(changed(named, shot({"--muscle", "soleus", "--latin"}), whole), 50);
}

TEST(LabelShot, names_nothing_at_the_calm_start)
{
    EXPECT_EQ(changed(shot({}), shot({"--labels", "none"}), whole), 0);
}

TEST(LabelShot, fills_a_column_on_either_side_with_names_and_leaves_the_face_free)
{
    const auto plain = shot({"--view", "anterior"});
    const auto named = shot({"--view", "anterior", "--labels", "all"});
    EXPECT_GT(changed(named, plain, left), 2500);
    EXPECT_GT(changed(named, plain, right), 2500);
    EXPECT_EQ(changed(named, plain, {0.46, 0.03, 0.54, 0.12}), 0);
    EXPECT_EQ(changed(named, plain, {0, 0.89, 1, 1}), 0);  // the strip
}

TEST(LabelShot, names_nothing_under_an_opaque_skin)
{
    const Words skin{"--view", "anterior", "--skin", "1"};
    Words all = skin;
    all.insert(all.end(), {"--labels", "all"});
    EXPECT_EQ(changed(shot(skin), shot(all), whole), 0);
}

TEST(LabelShot, cannot_leave_out_all_labels_and_choose_some)
{
    const Outcome both = run({"shot", "--labels", "all", "--no-labels", "-o", "a.png"});
    EXPECT_EQ(both.status, 2);
    const Outcome unknown = run({"shot", "--labels", "many", "-o", "a.png"});
    EXPECT_EQ(unknown.status, 2);
}

}  // namespace
}  // namespace program
