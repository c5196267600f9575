// Every way to break a catalogue gives its own message, with file, line and what to do.
#include "io/catalogue_folder.hpp"

#include <algorithm>
#include <chrono>

using namespace tpatlas;
using tpatlas::test::Folder;
using tpatlas::test::faults_of_text;

namespace {

// A small sound catalogue, a line a fact; the tests break one line of it.
const char* const sound_text = R"([[source]]
id = "book"
kind = "book"
title = "A book"

[[muscle]]
id = "soleus"
name = { en = "Soleus", la = "Musculus soleus" }
structures = ["soleus"]
region = "leg"
layer = 2
sources = ["book:ch22"]
confidence = "medium"

[[muscle.point]]
id = "tp1"
place = "low"
u = 0.5
v = 0.1
uncertainty_mm = 12
essential = { words = "heel", names = ["heel"], shapes = [{ patch = "heel_back", radius_mm = 20 }] }
near = [{ landmark = "heel_back", max_mm = 90 }]
press = [{ who = "self", contacts = ["thumb"], direction = [0.0, 0.0, 1.0], class = "P2" }]
sources = ["book"]
)";

std::string broken(const std::string& from, const std::string& to)
{
    return test::faults_of_broken(sound_text, from, to);
}

}  // namespace

TEST(CatalogueFaults, are_none_in_a_sound_catalogue)
{
    EXPECT_EQ(faults_of_text(sound_text), "");
}

TEST(CatalogueFaults, name_the_nearest_key_for_one_that_is_unknown)
{
    EXPECT_EQ(broken("place = \"low\"", "place = \"low\"\nuncertainity = 3"),
              "leg.toml:18: point 'tp1' has no key 'uncertainity' (did you mean "
              "'uncertainty_mm'?)");
    EXPECT_EQ(broken("layer = 2", "layer = 2\norgin = [\"tibia\"]"),
              "leg.toml:12: muscle 'soleus' has no key 'orgin' (did you mean 'origin'?)");
    EXPECT_EQ(broken("class = \"P2\"", "class = \"P2\", clas = \"P2\""),
              "leg.toml:23: press has no key 'clas' (did you mean 'class'?)");
    EXPECT_EQ(broken("[[source]]", "muscels = 1\n[[source]]"),
              "leg.toml:1: a catalogue file has no key 'muscels' (did you mean 'muscle'?)");
}

TEST(CatalogueFaults, name_a_source_that_is_not_there)
{
    EXPECT_EQ(broken("sources = [\"book:ch22\"]", "sources = [\"bok:ch22\"]"),
              "leg.toml:12: there is no source 'bok' (did you mean 'book'? else add it to "
              "sources.toml)");
}

TEST(CatalogueFaults, name_a_muscle_that_is_not_there)
{
    EXPECT_EQ(broken("layer = 2", "layer = 2\nsatellites = [\"masseter\"]"),
              "leg.toml:12: there is no muscle 'masseter' (add its record)");
}

TEST(CatalogueFaults, tell_a_coordinate_out_of_range)
{
    EXPECT_EQ(broken("u = 0.5", "u = 1.5"), "leg.toml:18: u is 1.5 (it must lie in 0 to 1)");
    EXPECT_EQ(broken("v = 0.1", "v = -0.75"),
              "leg.toml:19: v is -0.75 (it must lie in -0.5 to 0.5)");
    EXPECT_EQ(broken("v = 0.1", "v = 0.1\ndepth = 2"),
              "leg.toml:20: depth is 2 (it must lie in 0 to 1)");
}

TEST(CatalogueFaults, tell_a_coordinate_that_is_missing)
{
    EXPECT_EQ(broken("u = 0.5\n", ""), "leg.toml:15: point 'tp1' has no 'u' (add it: a number)");
}

TEST(CatalogueFaults, tell_a_number_that_is_none)
{
    EXPECT_EQ(broken("u = 0.5", "u = nan"),
              "leg.toml:18: a number that is not finite (write a plain number)");
    EXPECT_EQ(broken("v = 0.1", "v = inf"),
              "leg.toml:19: a number that is not finite (write a plain number)");
    EXPECT_EQ(broken("uncertainty_mm = 12", "uncertainty_mm = 1e300"),
              "leg.toml:20: 'uncertainty_mm' holds a number beyond a million (write a smaller "
              "one)");
}

TEST(CatalogueFaults, tell_a_value_of_the_wrong_type_once)
{
    EXPECT_EQ(broken("u = 0.5", "u = \"half\""), "leg.toml:18: 'u' is a text (write a number)");
    EXPECT_EQ(broken("place = \"low\"", "place = 3"),
              "leg.toml:17: 'place' is a number (write a text)");
    EXPECT_EQ(broken("layer = 2", "layer = 1.5"),
              "leg.toml:11: 'layer' is no whole number (write one without fraction)");
    EXPECT_EQ(broken("structures = [\"soleus\"]", "structures = [true]"),
              "leg.toml:9: 'structures' holds true or false (write texts in quotes)");
    EXPECT_EQ(broken("layer = 2", "layer = 1979-05-27"),
              "leg.toml:11: 'layer' is a date or time (write a number)");
}

TEST(CatalogueFaults, tell_an_empty_zone)
{
    EXPECT_EQ(broken("shapes = [{ patch = \"heel_back\", radius_mm = 20 }]", "shapes = []"),
              "leg.toml:21: the zone is empty (add a patch, a stroke or a region to shapes, or "
              "leave the zone out: that means none recorded)");
}

TEST(CatalogueFaults, tell_a_shape_that_is_none)
{
    EXPECT_EQ(broken("patch = \"heel_back\", radius_mm = 20", "pach = \"heel_back\""),
              "leg.toml:21: a shape that is no patch, no stroke and no region (write { patch = "
              "\"landmark\", radius_mm = 20 }, { stroke = [...], width_mm = [...] } or { region = "
              "\"name\" })");
    EXPECT_EQ(broken("radius_mm = 20", "radius_mm = -20"),
              "leg.toml:21: a patch of radius -20 mm (radius_mm must lie in 0.1 to 400)");
}

TEST(CatalogueFaults, tell_a_stroke_whose_widths_do_not_fit)
{
    EXPECT_EQ(broken("patch = \"heel_back\", radius_mm = 20",
                     "stroke = [\"a\", { via = \"b\" }, \"c\"], width_mm = [20, 20, 20]"),
              "leg.toml:21: 3 widths for 2 places (write one for each place (none for a via), or "
              "one for all)");
    EXPECT_EQ(broken("patch = \"heel_back\", radius_mm = 20", "stroke = [\"a\"], width_mm = 20"),
              "leg.toml:21: a stroke of fewer than two places (name two or more, or use a patch)");
}

TEST(CatalogueFaults, tell_an_offset_that_cannot_be_read)
{
    const auto moved = [](const std::string& offset) {
        return broken("patch = \"heel_back\"", "patch = \"heel_back + " + offset + "\"");
    };
    const std::string mend = " (write it like \"acromion + 30 mm lateral, 10 mm up\")";
    EXPECT_EQ(moved("30 lateral"),
              "leg.toml:21: '30 lateral' has no unit after its number (mm or cm)" + mend);
    EXPECT_EQ(moved("30 mm laterl"),
              "leg.toml:21: '30 mm laterl' ends with no direction (lateral, medial, up, down, "
              "front, back; did you mean 'lateral'?)" + mend);
    EXPECT_EQ(moved("far up"), "leg.toml:21: 'far up' does not begin with a length" + mend);
    EXPECT_EQ(moved("10 mm up,"), "leg.toml:21: '' does not begin with a length" + mend);
    EXPECT_EQ(moved("700 mm up"),
              "leg.toml:21: 'heel_back' is moved too far (an offset is at most 400 mm; name a "
              "nearer landmark)");
}

TEST(CatalogueFaults, tell_a_record_without_a_source)
{
    EXPECT_EQ(broken("sources = [\"book\"]\n", ""),
              "leg.toml:15: no source is named (add sources = [\"...\"] with ids from "
              "sources.toml)");
    EXPECT_EQ(broken("sources = [\"book:ch22\"]", "sources = []"),
              "leg.toml:12: no source is named (add sources = [\"...\"] with ids from "
              "sources.toml)");
}

TEST(CatalogueFaults, tell_an_id_that_is_there_twice)
{
    const std::string second = std::string(sound_text) +
                               "[[source]]\nid = \"book\"\nkind = \"book\"\ntitle = \"Again\"\n";
    EXPECT_EQ(faults_of_text(second),
              "leg.toml:25: source 'book' is there twice (the other stands at leg.toml:1)");
    EXPECT_EQ(faults_of_text(std::string(sound_text) + "[[muscle.point]]\nid = \"tp1\"\n"),
              "leg.toml:25: point 'tp1' is there twice (give one of them another number)");
}

TEST(CatalogueFaults, tell_two_muscles_that_claim_one_structure)
{
    std::string twin = sound_text;
    twin = twin.substr(twin.find("[[muscle]]"));
    twin = twin.substr(0, twin.find("[[muscle.point]]"));
    twin.replace(twin.find("id = \"soleus\""), 13, "id = \"twin\"");
    EXPECT_EQ(faults_of_text(sound_text + twin),
              "leg.toml:25: structure 'soleus' is already 'soleus' (a structure belongs to one "
              "muscle; the other stands at leg.toml:6)");
}

TEST(CatalogueFaults, tell_a_muscle_without_a_structure)
{
    EXPECT_EQ(broken("structures = [\"soleus\"]\n", "structures = []\n"),
              "leg.toml:9: muscle 'soleus' names no structure (add one, or set structure = "
              "false)");
    EXPECT_EQ(broken("structures = [\"soleus\"]\n", "structures = [\"a\", \"b\"]\n"),
              "leg.toml:15: the point does not say in which structure of its muscle it lies (add "
              "structure = \"a\", or another)");
    EXPECT_EQ(broken("place = \"low\"", "place = \"low\"\nstructure = \"tibia\""),
              "leg.toml:15: 'tibia' is no structure of its muscle (name one that 'soleus' lists)");
}

TEST(CatalogueFaults, tell_a_word_that_is_not_in_its_list)
{
    EXPECT_EQ(broken("contacts = [\"thumb\"]", "contacts = [\"thum\"]"),
              "leg.toml:23: 'contacts' knows no 'thum' (did you mean 'thumb'?)");
    EXPECT_EQ(broken("class = \"P2\"", "class = \"P7\""),
              "leg.toml:23: 'class' knows no 'P7' (known: P0, P1, P2, P3, P4, P5)");
    EXPECT_EQ(broken("confidence = \"medium\"", "confidence = \"certain\""),
              "leg.toml:13: 'confidence' knows no 'certain' (known: high, medium, low)");
    EXPECT_EQ(broken("region = \"leg\"", "region = \"lge\""),
              "leg.toml:10: there is no region 'lge' of the list (did you mean 'leg'?)");
    EXPECT_EQ(broken("region = \"leg\"", "region = \"everywhere\""),
              "leg.toml:10: there is no region 'everywhere' of the list (known: head, neck, "
              "shoulder, chest, back, arm, forearm, hand, abdomen, hip, thigh, leg, foot)");
}

TEST(CatalogueFaults, tell_a_direction_that_is_none)
{
    EXPECT_EQ(broken("direction = [0.0, 0.0, 1.0]", "direction = [0.0, 1.0]"),
              "leg.toml:23: 'direction' has 2 numbers (write three: x to the left, y up, z to the "
              "front)");
    EXPECT_EQ(broken("direction = [0.0, 0.0, 1.0]", "direction = [0.0, 0.0, 30.0]"),
              "leg.toml:23: a direction that is no unit vector (its three numbers x, y, z must "
              "have the length 1)");
}

TEST(CatalogueFaults, tell_a_near_without_a_landmark)
{
    EXPECT_EQ(broken("near = [{ landmark = \"heel_back\", max_mm = 90 }]",
                     "near = [{ max_mm = 9 }]"),
              "leg.toml:22: near names no landmark, or both landmark and between (write landmark = "
              "\"...\" or between = [\"...\", \"...\"])");
}

TEST(CatalogueFaults, tell_where_a_file_is_no_toml)
{
    const std::string message = broken("layer = 2", "layer = = 2");
    EXPECT_EQ(message.substr(0, 12), "leg.toml:11:") << message;
    EXPECT_NE(message.find("not readable as TOML at column 9"), std::string::npos) << message;
}

TEST(CatalogueFaults, tell_a_file_that_is_nested_too_deeply)
{
    EXPECT_NE(faults_of_text("a = " + std::string(100000, '[')), "");
    std::string nested = "a = " + std::string(60, '[') + std::string(60, ']');
    EXPECT_NE(faults_of_text(nested).find("nested more than 32 deep"), std::string::npos);
    std::string dots = "a";
    for (int i = 0; i < 500000; ++i)
        dots += ".a";
    EXPECT_EQ(faults_of_text(dots + " = 1"),
              "leg.toml:1: a key with too many dots (write it with fewer)");
    EXPECT_EQ(faults_of_text("[" + dots + "]"),
              "leg.toml:1: a key with too many dots (write it with fewer)");
}

TEST(CatalogueFaults, tell_a_file_that_is_too_large)
{
    EXPECT_EQ(faults_of_text(std::string(4 * 1024 * 1024 + 1, '#')),
              "leg.toml: larger than 4 MB (split it into several files)");
}

TEST(CatalogueFaults, survive_bytes_that_are_no_text)
{
    std::string bytes;
    for (int i = 0; i < 4096; ++i)
        bytes += static_cast<char>(i * 37 % 256);
    EXPECT_EQ(faults_of_text(bytes).substr(0, 9), "leg.toml:");
    EXPECT_NE(faults_of_text(std::string("a = \"\0\"", 7)), "");
}

// Each wrong word compared with each right one would take minutes.
TEST(CatalogueFaults, of_thousands_of_wrong_words_among_thousands_of_right_ones_come_soon)
{
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "[[source]]\nid = \"source_" + std::to_string(i) +
                "\"\nkind = \"book\"\ntitle = \"t\"\n";
    text += "[[red_flag]]\nid = \"flag\"\ngrade = \"emergency\"\nwords = \"w\"\naction = \"a\"\n"
            "sources = [";
    for (int i = 0; i < 20000; ++i)
        text += "\"sorce_" + std::to_string(i) + "\", ";
    const auto start = std::chrono::steady_clock::now();
    const std::string messages = faults_of_text(text + "]\n");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
    EXPECT_EQ(std::count(messages.begin(), messages.end(), '\n'), 19999);
    EXPECT_NE(messages.find("there is no source 'sorce_0' (did you mean 'source_0'? else add it to "
                            "sources.toml)"),
              std::string::npos);
}

TEST(CatalogueFaults, survive_a_catalogue_cut_off_anywhere)
{
    const std::string text = sound_text;
    for (std::size_t length = 0; length < text.size(); length += 7)
        faults_of_text(text.substr(0, length));  // none may throw or crash
}

TEST(CatalogueFaults, of_all_files_are_told_at_once_in_order)
{
    const Folder folder;
    folder.write("b.toml", "[[source]]\nid = \"x\"\ntitle = \"X\"\n");
    folder.write("a.toml", "[[source]]\nid = \"y\"\nkind = \"bok\"\ntitle = \"Y\"\n\nz = 1\n");
    folder.write("c.toml", "= 1\n");
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_FALSE(catalogue);
    std::string where;
    for (const Error& error : catalogue.faults())
        where += error.where.substr(folder.path().string().size() + 1) + " ";
    EXPECT_EQ(where, "a.toml:3 a.toml:6 b.toml:1 c.toml:1 ");
}

TEST(CatalogueFaults, tell_a_folder_that_is_not_there_or_holds_nothing)
{
    const Folder folder;
    Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().what, "holds no *.toml file");
    catalogue = io::load_catalogue(folder.path() / "nowhere");
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().mend, "name the folder of the catalogue");
}
