#include "io/catalogue_folder.hpp"
#include "io/catalogue_files.hpp"

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
