// Broken techniques, red flags, shared zones, presses and no-press zones: each is told once, with
// file, line and what to do.
#include "io/catalogue_folder.hpp"

using namespace tpatlas;
using tpatlas::test::faults_of_text;

namespace {

// A line a fact; the tests break one of them.
const char* const sound_text = R"([[source]]
id = "book"
kind = "book"
title = "A book"

[[zone]]
id = "heel_zone"
words = "heel"
names = ["heel"]
shapes = [{ patch = "heel_back", radius_mm = 20 }]

[[muscle]]
id = "soleus"
name = { en = "Soleus" }
structures = ["soleus"]
region = "leg"
layer = 2
nerve = { name = "tibial nerve", segments = "S1 S2" }
sources = ["book"]

[[muscle.point]]
id = "tp1"
place = "low"
u = 0.5
v = 0.1
uncertainty_mm = 12
essential = "heel_zone"
near = [{ between = ["heel_back", "knee"], max_mm = 90 }]
sources = ["book"]

[[muscle.point.press]]
who = "self"
contacts = ["thumb"]
strokes = ["strip_along"]
direction = [0.0, 0.0, 1.0]
class = "P2"

[[technique]]
id = "hold"
name = { en = "Hold" }
contacts = ["thumb"]
gesture = "press_and_hold"
course = { contact_end = 0.2, rise_end = 0.4, hold_end = 0.9 }
hold_s = [30, 60]
repetitions = [1, 3]
pain_limit = 5
who = "self"
how = "slowly"
always_beside = ["not proven"]
sources = ["book"]

[[red_flag]]
id = "calf"
grade = "same_day"
words = "a swollen calf"
action = "see a doctor today"
muscles = ["soleus"]
places = ["calf_back"]
sources = ["book"]

[[no_press]]
id = "vein"
name = { en = "Vein" }
grade = "only"
protects = "a vein"
text = "gently"
shapes = [{ region = "calf_back" }]
sources = ["book"]
[[no_press.allow]]
who = "self"
contacts = ["flat_hand"]
directions = [[0, 0, 1]]
within_deg = 30
class = "P1"
words = "flat"
)";

std::string broken(const std::string& from, const std::string& to)
{
    return test::faults_of_broken(sound_text, from, to);
}

}  // namespace

TEST(RecordFaults, are_none_in_sound_records)
{
    EXPECT_EQ(faults_of_text(sound_text), "");
}

TEST(RecordFaults, tell_a_gesture_that_is_unknown)
{
    EXPECT_EQ(broken("gesture = \"press_and_hold\"", "gesture = \"press_and_holt\""),
              "leg.toml:42: 'gesture' knows no 'press_and_holt' (did you mean 'press_and_hold'?)");
    EXPECT_EQ(broken("gesture = \"press_and_hold\"", "gesture = \"knead\""),
              "leg.toml:42: 'gesture' knows no 'knead' (known: press_and_hold, stepped, pulsed, "
              "strip_along, cross_fibres, pincer_and_roll, light_first_try, roll_and_stop, "
              "vibrate)");
    EXPECT_EQ(broken("gesture = \"press_and_hold\"", "gesture = 3"),
              "leg.toml:42: 'gesture' is a number (write a text)");
}

TEST(RecordFaults, tell_a_stroke_that_is_none)
{
    EXPECT_EQ(broken("[\"strip_along\"]", "[\"strip_allong\"]"),
              "leg.toml:34: 'strokes' knows no 'strip_allong' (did you mean 'strip_along'?)");
    EXPECT_EQ(broken("[\"strip_along\"]", "[\"vibrate\"]"),
              "leg.toml:34: vibrate is no stroke (strokes are strip_along and cross_fibres)");
    EXPECT_EQ(broken("[\"strip_along\"]", "[3]"),
              "leg.toml:34: 'strokes' holds a number (write texts in quotes)");
}

TEST(RecordFaults, tell_a_pincer_beside_other_contacts)
{
    EXPECT_EQ(broken("contacts = [\"thumb\"]", "contacts = [\"thumb\", \"pincer\"]"),
              "leg.toml:33: a press by pincer and by other contacts (a pincer's direction is its "
              "lift: write it as a press of its own)");
}

TEST(RecordFaults, tell_who_presses_once)
{
    EXPECT_EQ(broken("who = \"self\"", "who = \"slef\""),
              "leg.toml:32: 'who' knows no 'slef' (did you mean 'self'?)");
    EXPECT_EQ(broken("who = \"self\"\n", ""),
              "leg.toml:31: the press does not say who (add who = \"self\", or another)");
    EXPECT_EQ(broken("who = \"self\"", "who = \"view_only\""),
              "leg.toml:32: a press that is view_only has a direction or a class (leave both "
              "out, or say who may press)");
}

TEST(RecordFaults, tell_a_press_without_class_or_contact)
{
    EXPECT_EQ(broken("class = \"P2\"\n", ""),
              "leg.toml:31: the press has no class (add class = \"P1\" to \"P5\")");
    EXPECT_EQ(broken("class = \"P2\"\n", "class = 2\n"),
              "leg.toml:36: 'class' is a number (write a text)");
    EXPECT_EQ(broken("contacts = [\"thumb\"]\n", ""),
              "leg.toml:31: a press names no contact (add contacts = [\"...\"])");
    EXPECT_EQ(broken("class = \"P2\"", "class = \"P0\""),
              "leg.toml:36: a press of class P0, which is not pressed (write who = "
              "\"view_only\", or P1 to P5)");
}

TEST(RecordFaults, tell_a_press_of_the_wrong_kind)
{
    EXPECT_EQ(broken("[[muscle.point.press]]\n", "[[muscle.point.pres]]\n"),
              "leg.toml:31: point 'tp1' has no key 'pres' (did you mean 'press'?)");
    EXPECT_EQ(broken("direction = [0.0, 0.0, 1.0]", "direction = [0, 0, 1e9]"),
              "leg.toml:35: 'direction' holds a number beyond a million (write a smaller one)");
    EXPECT_EQ(broken("direction = [0.0, 0.0, 1.0]", "direction = [\"down\"]"),
              "leg.toml:35: 'direction' holds a text (write numbers)");
    EXPECT_EQ(broken("direction = [0.0, 0.0, 1.0]", "direction = \"down\""),
              "leg.toml:35: 'direction' is a text (write a list)");
}

TEST(RecordFaults, tell_a_course_that_is_not_in_order)
{
    EXPECT_EQ(broken("rise_end = 0.4", "rise_end = 0.1"),
              "leg.toml:43: the parts of the course are not in order (0 < contact_end < rise_end "
              "< hold_end < 1)");
    EXPECT_EQ(broken("hold_end = 0.9", "hold_end = 1"),
              "leg.toml:43: the parts of the course are not in order (0 < contact_end < rise_end "
              "< hold_end < 1)");
    EXPECT_EQ(broken("rise_end = 0.4", "rise_ends = 0.4"),
              "leg.toml:43: course has no key 'rise_ends' (did you mean 'rise_end'?)");
    EXPECT_EQ(broken("{ contact_end = 0.2, rise_end = 0.4, hold_end = 0.9 }", "0.5"),
              "leg.toml:43: 'course' is a number (write a table, { key = value })");
}

TEST(RecordFaults, tell_a_dose_that_is_none)
{
    EXPECT_EQ(broken("hold_s = [30, 60]", "hold_s = [60, 30]"),
              "leg.toml:44: the hold is no range of seconds (write hold_s = [shortest, longest], "
              "above 0 and at most 600)");
    EXPECT_EQ(broken("hold_s = [30, 60]", "hold_s = [1, 2, 3]"),
              "leg.toml:44: 'hold_s' has 3 numbers (write [least, most])");
    EXPECT_EQ(broken("hold_s = [30, 60]\n", ""),
              "leg.toml:38: the hold is no range of seconds (write hold_s = [shortest, longest], "
              "above 0 and at most 600)");
    EXPECT_EQ(broken("repetitions = [1, 3]", "repetitions = [1, 2.5]"),
              "leg.toml:45: 'repetitions' holds no whole number (write them without fraction)");
    EXPECT_EQ(broken("repetitions = [1, 3]", "repetitions = 0"),
              "leg.toml:45: the repetitions are no range (write repetitions = [least, most], 1 "
              "to 100)");
    EXPECT_EQ(broken("pain_limit = 5", "pain_limit = 11"),
              "leg.toml:46: pain_limit is 11 (it must lie in 0 to 10)");
    EXPECT_EQ(broken("pain_limit = 5", "pain_limit = 99999999999999999999"),
              "leg.toml:46: not readable as TOML at column 34: Error while parsing decimal "
              "integer: '99999999999999999999' is not representable in 64 bits (mend this line; "
              "often a quote, a comma or a bracket is missing)");
}

TEST(RecordFaults, tell_a_technique_that_is_not_whole)
{
    EXPECT_EQ(broken("always_beside = [\"not proven\"]\n", ""),
              "leg.toml:38: no sentence stands beside the technique (add what is not proven and "
              "what could hurt)");
    EXPECT_EQ(broken("how = \"slowly\"\n", ""),
              "leg.toml:38: 'how' is missing or empty (write it)");
    EXPECT_EQ(broken("name = { en = \"Hold\" }", "name = \"Hold\""),
              "leg.toml:40: 'name' is a text (write a table, { key = value })");
    EXPECT_EQ(broken("id = \"hold\"", "id = \"Hold it\""),
              "leg.toml:39: 'Hold it' is no id (write lower case words joined by _, beginning "
              "with a letter)");
}

TEST(RecordFaults, tell_a_red_flag_that_is_not_whole)
{
    EXPECT_EQ(broken("grade = \"same_day\"\n", ""),
              "leg.toml:52: the red flag has no grade (add grade = \"emergency\", \"same_day\" "
              "or \"see_doctor\")");
    EXPECT_EQ(broken("grade = \"same_day\"", "grade = \"sameday\""),
              "leg.toml:54: 'grade' knows no 'sameday' (did you mean 'same_day'?)");
    EXPECT_EQ(broken("words = \"a swollen calf\"\n", ""),
              "leg.toml:52: 'words' is missing or empty (write it)");
    EXPECT_EQ(broken("action = \"see a doctor today\"", "action = \"\""),
              "leg.toml:56: 'action' is missing or empty (write it)");
    EXPECT_EQ(broken("muscles = [\"soleus\"]", "muscles = [\"solues\"]"),
              "leg.toml:57: there is no muscle 'solues' (did you mean 'soleus'? else add its "
              "record)");
    EXPECT_EQ(broken("places = [\"calf_back\"]", "places = [\"the calf\"]"),
              "leg.toml:58: 'the calf' is no id (write lower case words joined by _, beginning "
              "with a letter)");
    EXPECT_EQ(broken("places = [\"calf_back\"]", "place = [\"calf_back\"]"),
              "leg.toml:58: red flag 'calf' has no key 'place' (did you mean 'places'?)");
    const std::string again = "[[red_flag]]\nid = \"calf\"\ngrade = \"emergency\"\n"
                              "words = \"w\"\naction = \"a\"\nsources = [\"book\"]\n";
    EXPECT_EQ(faults_of_text(sound_text + again),
              "leg.toml:76: red flag 'calf' is there twice (the other stands at leg.toml:52)");
}

TEST(RecordFaults, tell_a_shared_zone_that_is_not_there)
{
    EXPECT_EQ(broken("essential = \"heel_zone\"", "essential = \"heal_zone\""),
              "leg.toml:27: there is no shared zone 'heal_zone' (did you mean 'heel_zone'? else "
              "add a [[zone]] with this id, or write the zone here)");
    EXPECT_EQ(broken("essential = \"heel_zone\"", "essential = \"elsewhere_entirely\""),
              "leg.toml:27: there is no shared zone 'elsewhere_entirely' (add a [[zone]] with "
              "this id, or write the zone here)");
    EXPECT_EQ(broken("id = \"heel_zone\"\n", ""),
              "leg.toml:6: a [[zone]] without an id (add id = \"...\")\n"
              "leg.toml:26: there is no shared zone 'heel_zone' (add a [[zone]] with this id, or "
              "write the zone here)");
    EXPECT_EQ(broken("essential = \"heel_zone\"", "essential = 3"),
              "leg.toml:27: essential zone is a number (write { words = \"...\", names = [...], "
              "shapes = [...] }, or the id of a [[zone]])");
}

TEST(RecordFaults, of_a_shared_zone_are_told_where_it_stands_and_not_again_where_it_is_named)
{
    EXPECT_EQ(broken("words = \"heel\"\n", ""),
              "leg.toml:6: 'words' is missing or empty (write it)");
    EXPECT_EQ(broken("radius_mm = 20", "radius_mm = 0"),
              "leg.toml:10: a patch of radius 0 mm (radius_mm must lie in 0.1 to 400)");
    EXPECT_EQ(broken("names = [\"heel\"]", "names = [\"The heel\"]"),
              "leg.toml:9: 'The heel' is no id (write lower case words joined by _, beginning "
              "with a letter)");
    const std::string again = "[[zone]]\nid = \"heel_zone\"\nwords = \"again\"\n"
                              "shapes = [{ region = \"heel\" }]\n";
    EXPECT_EQ(faults_of_text(sound_text + again),
              "leg.toml:76: zone 'heel_zone' is there twice (the other stands at leg.toml:6)");
}

TEST(RecordFaults, tell_a_near_that_is_none)
{
    EXPECT_EQ(broken("max_mm = 90", "max_mm = 900"),
              "leg.toml:28: max_mm is 900 (it must lie in 0.1 to 500)");
    EXPECT_EQ(broken(", max_mm = 90", ""),
              "leg.toml:28: near has no 'max_mm' (add it: a number)");
    EXPECT_EQ(broken("max_mm = 90", "max = 90"),
              "leg.toml:28: near has no 'max_mm' (add it: a number)\n"
              "leg.toml:28: near has no key 'max' (known: between, landmark, max_mm)");
    EXPECT_EQ(broken("between = [\"heel_back\", \"knee\"]",
                     "landmark = \"heel_back\", between = [\"knee\"]"),
              "leg.toml:28: near names no landmark, or both landmark and between (write landmark "
              "= \"...\" or between = [\"...\", \"...\"])");
}

TEST(RecordFaults, tell_a_no_press_zone_that_is_not_whole)
{
    EXPECT_EQ(broken("grade = \"only\"", "grade = \"seldom\""),
              "leg.toml:64: 'grade' knows no 'seldom' (known: never, only, care)");
    EXPECT_EQ(broken("protects = \"a vein\"\n", ""),
              "leg.toml:61: 'protects' is missing or empty (write it)");
    EXPECT_EQ(broken("contacts = [\"flat_hand\"]", "contacts = [\"flat_hands\"]"),
              "leg.toml:71: 'contacts' knows no 'flat_hands' (did you mean 'flat_hand'?)");
    EXPECT_EQ(broken("class = \"P1\"", "class = \"P0\""),
              "leg.toml:74: an allowance without a highest class (add class = \"P1\" to \"P5\")");
    EXPECT_EQ(broken("within_deg = 30", "within_deg = 300"),
              "leg.toml:73: within_deg is 300 (it must lie in 1 to 90)");
    EXPECT_EQ(broken("name = { en = \"Vein\" }", "name = 3"),
              "leg.toml:63: 'name' is a number (write a table, { key = value })");
}

TEST(RecordFaults, tell_a_source_that_is_not_whole)
{
    EXPECT_EQ(broken("kind = \"book\"\n", ""),
              "leg.toml:1: the source has no kind (add kind = \"book\", or another)");
    EXPECT_EQ(broken("title = \"A book\"\n", ""),
              "leg.toml:1: the source has no title and no detail (add title = \"...\")");
    EXPECT_EQ(broken("title = \"A book\"", "title = \"A book\"\nyear = 20022"),
              "leg.toml:5: year is 20022 (it must lie in 1500 to 2100)");
    EXPECT_EQ(broken("kind = \"book\"", "kind = \"bok\""),
              "leg.toml:3: 'kind' knows no 'bok' (did you mean 'book'?)");
    EXPECT_EQ(faults_of_text("[[source]]\nkind = \"book\"\ntitle = \"A\"\n"
                             "[[source]]\nkind = \"book\"\ntitle = \"B\"\n"),
              "leg.toml:1: 'id' is missing or empty (write lower case words joined by _, "
              "beginning with a letter)\n"
              "leg.toml:4: 'id' is missing or empty (write lower case words joined by _, "
              "beginning with a letter)");
    EXPECT_EQ(faults_of_text("[[source]]\nid = \"a:b\"\nkind = \"book\"\ntitle = \"A\"\n"),
              "leg.toml:2: 'a:b' is no id (write lower case words joined by _, beginning with a "
              "letter)");
}

TEST(RecordFaults, tell_a_muscle_that_is_not_whole)
{
    EXPECT_EQ(broken("name = { en = \"Soleus\" }", "name = \"Soleus\""),
              "leg.toml:14: 'name' is a text (write a table, { key = value })");
    EXPECT_EQ(broken("en = \"Soleus\"", "eng = \"Soleus\""),
              "leg.toml:14: name has no key 'eng' (did you mean 'en'?)\n"
              "leg.toml:14: the muscle has no English name (add name = { en = \"...\" })");
    EXPECT_EQ(broken("layer = 2\n", ""),
              "leg.toml:12: the muscle has no layer (add layer = 1 (superficial) to 9)");
    EXPECT_EQ(broken("layer = 2", "layer = 0"),
              "leg.toml:17: layer is 0 (it must lie in 1 (superficial) to 9)");
    EXPECT_EQ(broken("segments = ", "segment = "),
              "leg.toml:18: nerve has no key 'segment' (did you mean 'segments'?)");
    EXPECT_EQ(broken("structures = [\"soleus\"]", "structures = [\"Musculus soleus\"]"),
              "leg.toml:15: 'Musculus soleus' is no id (write lower case words joined by _, "
              "beginning with a letter)\n"
              "leg.toml:21: 'Musculus soleus' is no id (write lower case words joined by _, "
              "beginning with a letter)");
    EXPECT_EQ(broken("id = \"tp1\"", "id = \"p1\""),
              "leg.toml:22: 'soleus.p1' is no point's id (write tp and its number, \"tp1\")");
    EXPECT_EQ(broken("sources = [\"book\"]", "sources = [\":p7\"]"),
              "leg.toml:19: ':p7' names no source (write \"id\" or \"id:place\")");
}

TEST(RecordFaults, tell_records_of_the_wrong_kind)
{
    EXPECT_EQ(faults_of_text("technique = 3\n"),
              "leg.toml:1: 'technique' is a number (write a list)");
    EXPECT_EQ(faults_of_text("red_flag = [1, 2]\n"),
              "leg.toml:1: 'red_flag' holds a number (write tables, { key = value })");
    EXPECT_EQ(faults_of_text("[[red_flags]]\nid = \"a\"\n"),
              "leg.toml:1: a catalogue file has no key 'red_flags' (did you mean 'red_flag'?)");
    EXPECT_EQ(faults_of_text("[technique]\nid = \"a\"\n"),
              "leg.toml:1: the technique has no name (add name = { en = \"...\" })\n"
              "leg.toml:1: the technique names no contact (add contacts = [\"...\"])\n"
              "leg.toml:1: the hold is no range of seconds (write hold_s = [shortest, longest], "
              "above 0 and at most 600)\n"
              "leg.toml:1: 'how' is missing or empty (write it)\n"
              "leg.toml:1: no sentence stands beside the technique (add what is not proven and "
              "what could hurt)\n"
              "leg.toml:1: no source is named (add sources = [\"...\"] with ids from "
              "sources.toml)");
}
