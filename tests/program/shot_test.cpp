// shot: what is in the picture, by its pixels and by its texts.

#include "program/program.hpp"

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>

#include <png.h>

using namespace program;

namespace {

struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
    std::map<std::string, std::string> texts;
    bool has_alpha = false;

    const std::uint8_t* pixel(int x, int y) const
    {
        static const std::uint8_t none[4]{};
        if (x < 0 || y < 0 || x >= width || y >= height)
            return none;  // a picture that could not be read has already failed its test
        return &rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                          static_cast<std::size_t>(x))];
    }
};

// Its texts by their keys, unpacked. Apart from read(), since libpng's simple reader drops them.
std::map<std::string, std::string> texts_of(const fs::path& file)
{
    std::map<std::string, std::string> texts;
    std::FILE* in = std::fopen(file.c_str(), "rb");
    if (in == nullptr) {
        ADD_FAILURE() << file << " is not there";
        return texts;
    }
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)) == 0) {  // libpng's way of failing
        png_init_io(png, in);
        png_read_png(png, info, PNG_TRANSFORM_IDENTITY, nullptr);
        png_textp all = nullptr;
        const int count = png_get_text(png, info, &all, nullptr);
        for (int i = 0; i < count; ++i)
            texts[all[i].key] = all[i].text;
    } else {
        ADD_FAILURE() << file << " is no PNG";
    }
    png_destroy_read_struct(&png, &info, nullptr);
    std::fclose(in);
    return texts;
}

Picture read(const fs::path& file)
{
    Picture picture;
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, file.c_str()) == 0) {
        ADD_FAILURE() << file << ": " << image.message;
        return picture;
    }
    picture.has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    image.format = PNG_FORMAT_RGBA;
    picture.width = static_cast<int>(image.width);
    picture.height = static_cast<int>(image.height);
    picture.rgba.resize(PNG_IMAGE_SIZE(image));
    png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr);
    picture.texts = texts_of(file);
    return picture;
}

Picture shot(Words options, const char* name = "a.png")
{
    const fs::path file = fresh_folder() / name;
    options.insert(options.begin(), "shot");
    options.insert(options.end(), {"--size", "480x360", "-o", file.string()});
    const Outcome outcome = run(options);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, "");
    return read(file);
}

// Share of the picture's pixels that differ by more than a hair.
double difference(const Picture& a, const Picture& b)
{
    if (a.rgba.size() != b.rgba.size())
        return 1;
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4)
        for (std::size_t k = 0; k < 4; ++k)
            if (std::abs(a.rgba[i + k] - b.rgba[i + k]) > 12) {
                ++count;
                break;
            }
    return static_cast<double>(count) / static_cast<double>(a.rgba.size() / 4);
}

// The pixels of a clear red, as the zones are: how many, and their mean place across.
struct Red {
    int count = 0;
    double mean_x = 0;
};

Red red_of(const Picture& p)
{
    Red red;
    const int body = p.height * 85 / 100;  // without the strip, whose legend is red too
    for (int y = 0; y < body; ++y)
        for (int x = 0; x < p.width; ++x) {
            const std::uint8_t* c = p.pixel(x, y);
            if (c[0] > 150 && c[0] > c[1] + 75 && c[0] > c[2] + 75) {
                ++red.count;
                red.mean_x += x;
            }
        }
    red.mean_x /= std::max(1, red.count);
    return red;
}

const Words second{"--point", "trapezius_upper.tp2"};

Words with(Words words, const Words& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace

TEST(Shot, draws_the_body_without_a_display)
{
    const Picture picture = shot({});
    ASSERT_EQ(picture.width, 480);
    ASSERT_EQ(picture.height, 360);
    EXPECT_FALSE(picture.has_alpha);
    // The body stands in the middle, the background at the edges.
    const std::uint8_t* middle = picture.pixel(240, 120);
    const std::uint8_t* edge = picture.pixel(5, 150);
    EXPECT_GT(std::abs(middle[2] - edge[2]), 25);
}

TEST(Shot, draws_the_same_picture_twice)
{
    const Words call = with(second, {"--press", "0.8"});
    EXPECT_EQ(shot(call, "a.png").rgba, shot(call, "b.png").rgba);
}

TEST(Shot, paints_the_zone_of_a_point)
{
    EXPECT_GT(red_of(shot(second)).count, red_of(shot({"--muscle", "trapezius_upper"})).count + 300);
}

TEST(Shot, shows_the_hand_only_while_it_presses)
{
    const Picture before = shot(with(second, {"--press", "0"}));
    const Picture plain = shot(second);
    const Picture holding = shot(with(second, {"--press", "0.6"}));
    EXPECT_EQ(before.rgba, plain.rgba);
    EXPECT_GT(difference(before, holding), 0.03);
}

TEST(Shot, draws_no_hand_for_a_point_that_is_not_animated_and_says_why)
{
    const Words first{"--point", "subscapularis.tp1"};
    const std::string reason =
        json_of({"show", "subscapularis.tp1", "--json"}).at("view_only_reason");
    Picture pressed = shot(with(first, {"--press", "0.6"}));
    EXPECT_EQ(pressed.rgba, shot(first).rgba);
    EXPECT_NE(pressed.texts["Description"].find(reason.substr(0, 40)), std::string::npos)
        << pressed.texts["Description"];
}

TEST(Shot, draws_the_technique_and_the_contact_that_are_asked_for)
{
    const Words held{"--point", "supraspinatus.tp2", "--press", "0.6", "--technique",
                     "press_and_hold"};
    const Picture first = shot(held);
    const Picture thumb = shot(with(held, {"--contact", "thumb"}));
    const Picture knuckle = shot(with(held, {"--contact", "knuckle"}));
    EXPECT_EQ(first.rgba, thumb.rgba) << "the record's first contact";
    EXPECT_GT(difference(thumb, knuckle), 0.001);
    const Words first_try{"--point", "supraspinatus.tp2", "--press", "0.6", "--technique",
                          "light_first_try"};
    EXPECT_GT(difference(first, shot(first_try)), 0.0005);
}

// On a point of a test's catalogue that all may press.
TEST(Shot, draws_every_technique_and_every_contact)
{
    const Words point{"--catalogue", TPATLAS_SOURCE_DIR "/tests/support/catalogues/every_contact",
                      "--point", "gluteus_medius.tp2", "--clean", "--no-labels"};
    std::set<std::string> contacts;
    std::map<std::string, Picture> held;  // one picture a contact, to tell them apart
    const Picture before = shot(with(point, {"--press", "0"}));
    for (const Json& technique : json_of({"list", "techniques", "--json"}))
        for (const Json& contact : technique.at("contacts")) {
            const Words asked = with(point, {"--technique", technique.at("id"), "--contact",
                                             contact, "--press", "0.6"});
            const std::string name = technique.at("id").get<std::string>() + " " +
                                     contact.get<std::string>();
            const bool is_new = contacts.insert(contact).second;
            if (!is_new && contact != technique.at("contacts").front())
                continue;  // that the gestures differ is seen with one contact each
            const Picture picture = shot(asked);
            EXPECT_GT(difference(picture, before), 0.0004) << name;
            if (is_new)
                held.emplace(contact, picture);
        }
    EXPECT_EQ(contacts.size(), 15u) << "every contact belongs to a technique";
    for (const auto& [one, first] : held)
        for (const auto& [other, second] : held) {
            const bool same_ball = (one == "ball_on_wall" && other == "ball_on_floor") ||
                                   (one == "ball_on_floor" && other == "ball_on_wall");
            if (one < other && !same_ball) {
                EXPECT_GT(difference(first, second), 0.0001) << one << " and " << other;
            }
        }
}

TEST(Shot, of_a_picture_keeps_its_technique_and_contact)
{
    // Not in the folder that every shot empties.
    const fs::path file = fs::temp_directory_path() / "tpatlas_shot_technique.png";
    const Words asked{"shot",       "--point",   "supraspinatus.tp2", "--press", "0.6",
                      "--technique", "stepped", "--contact",         "knuckle", "-o",
                      file.string()};
    ASSERT_EQ(run(asked).status, 0);
    Picture again = shot({"--scene", file.string()});
    Picture before = shot({"--point", "supraspinatus.tp2", "--press", "0.6", "--technique",
                           "stepped", "--contact", "knuckle"});
    fs::remove(file);
    EXPECT_GT(again.rgba.size(), 1000u);
    EXPECT_EQ(again.texts["Description"], before.texts["Description"]);
    EXPECT_NE(before.texts["tpatlas:scene"].find("contact = \"knuckle\""), std::string::npos);
    EXPECT_NE(before.texts["Description"].find("This has not been proven"), std::string::npos)
        << "what is not proven goes with every picture of a press";
}

TEST(Shot, refuses_a_technique_that_the_point_does_not_offer_and_names_those_that_it_does)
{
    const std::string file = (fresh_folder() / "a.png").string();
    const auto asked = [&](const std::string& point, const Words& how) {
        return with({"shot", "--point", point, "-o", file}, how);
    };
    // By pincer only.
    const Words thumb = asked("trapezius_upper.tp1", {"--technique", "press_and_hold"});
    expect_failure(thumb, {"trapezius_upper.tp1", "press_and_hold", "pincer_hold"});
    const std::string said = run(thumb).err;
    const std::string offers = said.substr(std::min(said.find("it offers"), said.size()));
    EXPECT_NE(offers.find("pincer_hold"), std::string::npos) << said;
    EXPECT_EQ(offers.find("press_and_hold"), std::string::npos) << said;
    // No stroke is named by its press.
    expect_failure(asked("trapezius_upper.tp2", {"--technique", "stripping"}),
                   {"is not pressed by stripping", "it offers press_and_hold"});
    // A technique that it offers, with a contact that the press does not allow.
    expect_failure(asked("trapezius_upper.tp2",
                         {"--technique", "press_and_hold", "--contact", "elbow"}),
                   {"is not pressed by press_and_hold with elbow", "press_and_hold"});
    // Nobody presses it: the reason.
    expect_failure(asked("scalene_minimus.tp1", {"--technique", "press_and_hold"}),
                   {"scalene_minimus.tp1"});
    EXPECT_FALSE(fs::exists(file));
}

TEST(Shot, paints_the_zone_on_the_side_asked_for)
{
    const Words behind = with(second, {"--view", "posterior", "--skin", "1", "--no-labels"});
    const Picture right = shot(with(behind, {"--side", "right"}));
    const Picture left = shot(with(behind, {"--side", "left"}));
    const Picture both = shot(with(behind, {"--side", "both"}));
    ASSERT_GT(red_of(right).count, 20);
    // Seen from behind, the subject's right is the viewer's.
    EXPECT_GT(red_of(right).mean_x, right.width / 2 + 3);
    EXPECT_NEAR(red_of(right).mean_x + red_of(left).mean_x, right.width, 6);
    EXPECT_NEAR(red_of(both).mean_x, both.width / 2, 4);
    EXPECT_NEAR(red_of(both).count, red_of(right).count + red_of(left).count,
                0.3 * red_of(both).count);
}

TEST(Shot, answers_to_its_options)
{
    const Picture plain = shot({});
    for (const Words& options : std::vector<Words>{{"--view", "posterior"},
                                                   {"--skin", "1"},
                                                   {"--depth", "1"},
                                                   {"--theme", "dark"},
                                                   {"--clean"},
                                                   {"--no-labels"},
                                                   {"--muscle", "trapezius_upper"}})
        EXPECT_GT(difference(plain, shot(options)), 0.0001) << options[0];
    EXPECT_GT(difference(shot(second), shot(with(second, {"--side", "both"}))), 0.0005);
}

// How much of the picture is not its light background.
double filled(const Picture& p)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < p.rgba.size(); i += 4)
        count += p.rgba[i + 2] < 200 ? 1 : 0;
    return static_cast<double>(count) / static_cast<double>(p.rgba.size() / 4);
}

TEST(Shot, goes_close_to_a_landmark_as_far_as_its_span_says)
{
    const Words knee{"--at", "patella_centre", "--view", "anterior", "--skin", "1", "--clean"};
    const double whole = filled(shot({"--view", "anterior", "--skin", "1", "--clean"}));
    const double near = filled(shot(with(knee, {"--span", "300"})));
    const double nearer = filled(shot(with(knee, {"--span", "60"})));
    EXPECT_LT(whole, 0.3);
    EXPECT_GT(near, whole);
    EXPECT_GT(nearer, near + 0.2);
    expect_failure({"shot", "--at", "patela_centre", "-o", (fresh_folder() / "a.png").string()},
                   {"patela_centre", "patella_centre"});
}

TEST(Shot, draws_the_skin_in_the_tone_asked_for)
{
    const Words close{"--at", "umbilicus", "--view", "anterior", "--span", "60", "--skin",
                      "1",    "--clean"};
    const Picture light = shot(with(close, {"--tone", "light"}));
    const Picture deep = shot(with(close, {"--tone", "deep"}));
    const std::uint8_t* a = light.pixel(light.width / 2, light.height / 4);
    const std::uint8_t* b = deep.pixel(deep.width / 2, deep.height / 4);
    EXPECT_GT(a[0], b[0] + 60);
}

TEST(Shot, has_no_background_when_asked_so)
{
    const Picture picture = shot({"--transparent", "--clean", "--no-labels"});
    EXPECT_TRUE(picture.has_alpha);
    EXPECT_EQ(picture.pixel(2, 2)[3], 0);
    EXPECT_GT(picture.pixel(240, 150)[3], 200);
}

TEST(Shot, keeps_legend_and_disclaimer_in_the_file_even_when_clean)
{
    for (const Words& options : {with(second, {"--clean"}), second}) {
        Picture picture = shot(options);
        EXPECT_NE(picture.texts["Disclaimer"].find("not diagnosis"), std::string::npos);
        EXPECT_NE(picture.texts["Source"].find("BodyParts3D"), std::string::npos);
        EXPECT_NE(picture.texts["Legend"].find("Essential zone"), std::string::npos);
        EXPECT_NE(picture.texts["Title"].find("Trapezius"), std::string::npos);
    }
}

TEST(Shot, replaces_an_older_picture)
{
    const fs::path file = fresh_folder() / "a.png";
    std::ofstream(file) << "old";
    ASSERT_EQ(run({"shot", "--size", "160x120", "-o", file.string()}).status, 0);
    EXPECT_EQ(read(file).width, 160);
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1);
}

TEST(Bench, measures_what_it_promises)
{
    const Json figures = json_of({"bench", "--size", "160x120", "--json"});
    for (const char* key : {"first_frame_s", "orbit_ms_median", "orbit_ms_p95", "still_ms", "settle_s",
                            "shot_s", "peak_rss_mb", "triangles"})
        EXPECT_GT(figures.at(key).get<double>(), 0) << key;
    EXPECT_LE(figures.at("orbit_ms_median"), figures.at("orbit_ms_p95"));
    EXPECT_FALSE(figures.at("renderer").get<std::string>().empty());
}
