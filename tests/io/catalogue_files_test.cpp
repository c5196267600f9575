#include "io/catalogue_folder.hpp"
#include "io/catalogue_files.hpp"

#include <set>

using namespace tpatlas;
using tpatlas::test::Folder;

namespace {

const char* const books = R"(
[[source]]
id = "book"
kind = "book"
author = "A. Writer"
year = 1999
title = "A book"
)";

// A muscle record with one point; `place` tells two versions apart.
std::string muscle(const std::string& id, const std::string& place, const std::string& more = {})
{
    return "[[muscle]]\nid = \"" + id + "\"\nname = { en = \"" + id + "\" }\nstructures = [\"" +
           id + "\"]\nregion = \"leg\"\nlayer = 1\nsources = [\"book\"]\n" +
           "[[muscle.point]]\nid = \"tp1\"\nplace = \"" + place +
           "\"\nu = 0.25\nv = -0.125\nuncertainty_mm = 10\nsources = [\"book: p 7\"]\n" + more;
}

const TriggerPoint& only_point(const Result<Catalogue>& catalogue)
{
    return catalogue.value().points().front();
}

}  // namespace

TEST(CatalogueFiles, are_read_into_whole_records)
{
    const Folder folder;
    folder.write("sources.toml", books);
    folder.write("leg.toml", muscle("soleus", "low", R"(
near = [{ between = ["knee", "heel_back"], max_mm = 90 }, { landmark = "calf", max_mm = 20 }]
side_only = "right"
confidence = "high"
[[muscle.point.press]]
who = "therapist"
contacts = ["thumb", "hook_cane"]
direction = [0, 0, 1]
class = "P2"
[muscle.point.essential]
words = "heel"
names = ["heel"]
side = "both"
deep = true
sensation = "pain"
shapes = [
  { patch = "heel_back + 1.5 cm up", radius_mm = 20 },
  { width_mm = [20, 30.5], stroke = ["knee", { via = "calf" },
      "heel_back + 30 mm lateral, 10 mm down + 5 mm front"] },
  { region = "heel" },
]
)"));
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_TRUE(catalogue) << catalogue.error().message();

    const Source& source = catalogue.value().sources().front();
    EXPECT_EQ(source, (Source{{"book"}, SourceKind::book, "A. Writer", 1999, "A book", ""}));

    const TriggerPoint& point = only_point(catalogue);
    EXPECT_EQ(point->id.text, "soleus.tp1");
    EXPECT_EQ(point->structure, "soleus");
    EXPECT_FLOAT_EQ(point->u, 0.25f);
    EXPECT_FLOAT_EQ(point->v, -0.125f);
    EXPECT_FLOAT_EQ(point->depth, 0.5f);
    EXPECT_EQ(point->side_only, Side::right);
    EXPECT_EQ(point->sources, (std::vector<Citation>{{{"book"}, "p 7"}}));
    EXPECT_EQ(point->confidence, Confidence::high);
    EXPECT_FALSE(point->spillover);
    EXPECT_EQ(point->near, (std::vector<Near>{{{{"knee"}, {"heel_back"}}, 90}, {{{"calf"}}, 20}}));

    Zone zone;
    zone.id = {"soleus.tp1.essential"};
    zone.words = "heel";
    zone.names = {{"heel"}};
    zone.side = ZoneSide::both;
    zone.deep = true;
    zone.sensation = "pain";
    zone.shapes = {Patch{{"heel_back", {0, 15, 0}}, 20},
                   Stroke{{{{"knee", {}}, 20.0f},
                           {{"calf", {}}, std::nullopt},
                           {{"heel_back", {30, -10, 5}}, 30.5f}}},
                   WholeRegion{{"heel"}}};
    ASSERT_TRUE(point->essential);
    EXPECT_EQ(*point->essential, zone);

    ASSERT_EQ(point->press.size(), 1u);
    EXPECT_EQ(point->press[0].who, Who::therapist);
    EXPECT_EQ(point->press[0].contacts, (std::vector{Contact::thumb, Contact::hook_cane}));
    EXPECT_EQ(point->press[0].pressure_class.word(), "light");
}

TEST(CatalogueFiles, put_a_via_between_the_two_places_of_a_stroke)
{
    const Folder folder;
    folder.write("a.toml", books + muscle("soleus", "low", R"(
essential = { words = "w", shapes = [{ stroke = ["a", "b"], via = ["x", "y"], width_mm = 9 }] }
)"));
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_TRUE(catalogue) << catalogue.error().message();
    EXPECT_EQ(std::get<Stroke>(only_point(catalogue)->essential->shapes.front()),
              (Stroke{{{{"a", {}}, 9.0f},
                       {{"x", {}}, std::nullopt},
                       {{"y", {}}, std::nullopt},
                       {{"b", {}}, 9.0f}}}));
}

TEST(CatalogueFiles, share_a_zone_that_is_written_once)
{
    const Folder folder;
    folder.write("a.toml", books + muscle("soleus", "low", "essential = \"angle\"\n"));
    folder.write("b.toml", muscle("masseter", "high", "spillover = \"angle\"\n") +
                               "[[zone]]\nid = \"angle\"\nwords = \"angle of the neck\"\n"
                               "shapes = [{ region = \"neck_side\" }]\n");
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_TRUE(catalogue) << catalogue.error().message();
    const Zone& essential = *(*catalogue.value().point({"soleus.tp1"}))->essential;
    const Zone& spillover = *(*catalogue.value().point({"masseter.tp1"}))->spillover;
    EXPECT_EQ(essential.shapes, spillover.shapes);
    EXPECT_EQ(essential.id.text, "soleus.tp1.essential");
    EXPECT_EQ(spillover.id.text, "masseter.tp1.spillover");
    EXPECT_EQ(spillover.kind, ZoneKind::spillover);
}

TEST(CatalogueFiles, of_an_overlay_replace_our_records_and_add_others)
{
    const Folder ours;
    ours.write("sources.toml", books);
    ours.write("leg.toml", muscle("soleus", "ours") + muscle("plantaris", "ours"));
    const Folder theirs;
    theirs.write("leg.toml", muscle("soleus", "theirs") + muscle("popliteus", "theirs"));
    const Result<io::LoadedCatalogue> loaded =
        io::load_catalogues({ours.path(), theirs.path()});
    ASSERT_TRUE(loaded) << loaded.error().message();
    std::string places;
    for (const TriggerPoint& point : loaded.value().catalogue.points())
        places += point->id.text + " " + point->place + "; ";
    EXPECT_EQ(places, "soleus.tp1 theirs; plantaris.tp1 ours; popliteus.tp1 theirs; ");
}

TEST(CatalogueFiles, of_an_overlay_are_blamed_by_their_own_path)
{
    const Folder ours;
    ours.write("leg.toml", books + muscle("soleus", "ours"));
    const Folder theirs;
    theirs.write("leg.toml", "[[muscle]]\nid = \"soleus\"\nlayr = 1\n");
    const Result<io::LoadedCatalogue> loaded =
        io::load_catalogues({ours.path(), theirs.path()});
    ASSERT_FALSE(loaded);
    for (const Error& error : loaded.faults())
        EXPECT_EQ(error.where.find((theirs.path() / "leg.toml").string()), 0u) << error.message();
}

TEST(CatalogueFiles, of_an_overlay_are_blamed_for_a_structure_that_another_muscle_of_ours_has)
{
    const Folder ours;
    ours.write("leg.toml", books + muscle("soleus", "ours") + muscle("plantaris", "ours"));
    // It replaces the first of ours, so it stands before the other one.
    const Folder theirs;
    std::string text = muscle("soleus", "theirs");
    const std::string from = "structures = [\"soleus\"]";
    theirs.write("leg.toml", text.replace(text.find(from), from.size(),
                                          "structures = [\"plantaris\"]"));
    const Result<io::LoadedCatalogue> loaded =
        io::load_catalogues({ours.path(), theirs.path()});
    ASSERT_FALSE(loaded);
    ASSERT_EQ(loaded.faults().size(), 1u);
    EXPECT_EQ(loaded.error().message(),
              (theirs.path() / "leg.toml").string() +
                  ":1: structure 'plantaris' is already 'plantaris' (a structure belongs to one "
                  "muscle; the other stands at " +
                  (ours.path() / "leg.toml").string() + ":22)");
}

TEST(CatalogueFiles, of_an_overlay_are_blamed_for_what_they_name_and_nobody_has)
{
    const Folder ours;
    ours.write("leg.toml", books + muscle("soleus", "ours"));
    const Folder theirs;
    theirs.write("flags.toml", "[[red_flag]]\nid = \"f\"\ngrade = \"emergency\"\nwords = \"w\"\n"
                               "action = \"a\"\nmuscles = [\"solues\"]\nsources = [\"bok\"]\n");
    const Result<io::LoadedCatalogue> loaded =
        io::load_catalogues({ours.path(), theirs.path()});
    ASSERT_FALSE(loaded);
    const std::string file = (theirs.path() / "flags.toml").string();
    ASSERT_EQ(loaded.faults().size(), 2u);
    EXPECT_EQ(loaded.faults()[0].message(), file + ":6: there is no muscle 'solues' (did you mean "
                                                   "'soleus'? else add its record)");
    EXPECT_EQ(loaded.faults()[1].message(), file + ":7: there is no source 'bok' (did you mean "
                                                   "'book'? else add it to sources.toml)");
}

TEST(CatalogueFiles, of_both_folders_are_blamed_together_ours_by_its_path_and_theirs_by_its)
{
    const Folder ours;
    ours.write("leg.toml", books + muscle("soleus", "ours") + "u = 7\n");
    const Folder theirs;
    theirs.write("leg.toml", "= 1\n");
    const Result<io::LoadedCatalogue> loaded =
        io::load_catalogues({ours.path(), theirs.path()});
    ASSERT_FALSE(loaded);
    std::set<std::string> folders;
    for (const Error& error : loaded.faults())
        folders.insert(std::filesystem::path(error.where).parent_path().string());
    EXPECT_EQ(folders, (std::set{ours.path().string(), theirs.path().string()}));
}

TEST(CatalogueFiles, in_a_folder_with_a_name_like_a_line_are_read)
{
    const Folder folder;
    const std::filesystem::path odd = folder.path() / "a:99999999999999";
    std::filesystem::create_directories(odd);
    const Result<Catalogue> catalogue = io::load_catalogue(odd);
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().message(),
              odd.string() + ": holds no *.toml file (name the folder of the catalogue)");
}

TEST(PlacedFaults, take_file_and_line_of_the_record_that_they_blame)
{
    const io::RecordPlaces places{{"soleus", "leg.toml:3"},
                                  {"soleus.tp1", "leg.toml:9"},
                                  {"no_press.vein", "no_press.toml:5"},
                                  {"red_flag.calf", "flags.toml:7"}};
    const auto placed = [&](const std::string& where) {
        return io::with_places({{where, "is wrong", "mend it"}}, places).front().message();
    };
    EXPECT_EQ(placed("soleus.tp1"), "leg.toml:9: soleus.tp1 is wrong (mend it)");
    EXPECT_EQ(placed("soleus"), "leg.toml:3: soleus is wrong (mend it)");
    EXPECT_EQ(placed("soleus.tp1.essential"),
              "leg.toml:9: soleus.tp1.essential is wrong (mend it)");
    EXPECT_EQ(placed("soleus.tp1.spillover: heel_bak"),
              "leg.toml:9: soleus.tp1.spillover: heel_bak is wrong (mend it)");
    EXPECT_EQ(placed("no_press.vein: heel_bak"),
              "no_press.toml:5: no_press.vein: heel_bak is wrong (mend it)");
    EXPECT_EQ(placed("red_flag.calf"), "flags.toml:7: red_flag.calf is wrong (mend it)");
    EXPECT_EQ(placed("elsewhere.bin"), "elsewhere.bin: is wrong (mend it)");
}

TEST(PlacedFaults, of_both_sides_are_told_once)
{
    const io::RecordPlaces places{{"soleus.tp1", "leg.toml:9"}};
    const Faults faults = io::with_places({{"soleus.tp1", "lies outside soleus.right", ""},
                                           {"soleus.tp1", "lies far from heel_back", ""},
                                           {"soleus.tp1", "lies outside soleus.left", ""},
                                           {"soleus.tp1", "lies far from heel_back", ""}},
                                          places);
    EXPECT_EQ(faults.size(), 3u);
}

TEST(CatalogueFiles, ignore_what_is_no_toml_file)
{
    const Folder folder;
    folder.write("a.toml", books + muscle("soleus", "low"));
    folder.write("notes.txt", "= not toml =");
    EXPECT_TRUE(io::load_catalogue(folder.path()));
}

TEST(CatalogueFiles, accept_a_muscle_without_structure)
{
    const Folder folder;
    folder.write("a.toml", std::string(books) +
                               "[[muscle]]\nid = \"plantaris\"\nname = { en = \"Plantaris\" }\n"
                               "structure = false\nregion = \"leg\"\nlayer = 2\n"
                               "sources = [\"book\"]\n");
    const Result<Catalogue> catalogue = io::load_catalogue(folder.path());
    ASSERT_TRUE(catalogue) << catalogue.error().message();
    EXPECT_FALSE(catalogue.value().muscles().front()->has_structure);
}
