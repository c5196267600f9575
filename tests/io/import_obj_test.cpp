// What the helper's own reader makes of OBJ files, and what it refuses.
#include "io/import_client.hpp"

#include "io/import_files.hpp"

using namespace import_files;
using namespace tpatlas;

namespace {

const fs::path helper = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import";

// The parts read, or a failure of the test that says why not.
std::vector<io::ImportedPart> parts_of(const std::string& text)
{
    const fs::path file = write(fresh_folder() / "a.obj", text);
    Result<io::ImportedFiles> all = io::import_files(helper, {file});
    if (!all || all.value().files.empty()) {
        ADD_FAILURE() << (all ? all.value().refused[0] : all.error()).message();
        return {};
    }
    return std::move(all.value().files[0].parts);
}

std::vector<std::string> names_of(const std::string& text)
{
    std::vector<std::string> names;
    for (const io::ImportedPart& part : parts_of(text))
        names.push_back(part.name);
    return names;
}

// What is wrong with the file; "" where it was read.
std::string refusal(const std::string& text)
{
    const fs::path file = write(fresh_folder() / "a.obj", text);
    const Result<io::ImportedFiles> all = io::import_files(helper, {file});
    return !all ? all.error().message()
           : all.value().refused.empty() ? "" : all.value().refused[0].what;
}

using Names = std::vector<std::string>;
using Triangles = std::vector<Triangle>;

const std::string corners = "v 0 0 0\nv 10 0 0\nv 0 10 0\nv 10 10 0\n";  // lines 1 to 4

std::string repeated(const std::string& piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

}  // namespace

TEST(ImportObj, calls_an_object_by_the_whole_of_its_line)
{
    EXPECT_EQ(names_of(corners + "o Abductor hallucis.r\nf 1 2 3\no Abductor digiti minimi.r \t\n"
                                 "f 2 3 4\no\tSoleus (#2)\r\nf 1 2 4\r\n"),
              (Names{"Abductor hallucis.r", "Abductor digiti minimi.r", "Soleus (#2)"}));
}

TEST(ImportObj, keeps_apart_objects_that_are_called_alike)
{
    EXPECT_EQ(names_of(corners + "o Soleus\nf 1 2 3\no Soleus\nf 2 3 4\n"),
              (Names{"Soleus", "Soleus"}));
}

TEST(ImportObj, joins_groups_within_an_object)
{
    const std::vector<io::ImportedPart> parts =
        parts_of(corners + "o Soleus\ng belly\nf 1 2 3\ng tendon of it\nf 2 3 4\n"
                           "g\no Femur\ng shaft\nf 1 2 4\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].name, "Soleus");
    EXPECT_EQ(parts[0].mesh.triangles.size(), 2u);
    EXPECT_EQ(parts[1].name, "Femur");
}

TEST(ImportObj, makes_each_group_a_part_where_there_is_no_object)
{
    const std::vector<io::ImportedPart> parts =
        parts_of(corners + "f 1 2 4\ng M. biceps brachii\ng nothing\ng M. biceps brachii\nf 1 2 3\n"
                           "g Femur\nf 2 3 4\ng M. biceps brachii\nf 2 4 3\n");
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[0].name, "");
    EXPECT_EQ(parts[1].name, "M. biceps brachii");
    EXPECT_EQ(parts[1].mesh.triangles, (Triangles{{0, 1, 2}, {1, 3, 2}}));
    EXPECT_EQ(parts[1].mesh.positions.size(), 4u);
    EXPECT_EQ(parts[2].name, "Femur");
}

TEST(ImportObj, gives_each_part_the_vertices_that_it_uses_in_their_order_of_use)
{
    const std::vector<io::ImportedPart> parts =
        parts_of(corners + "v 77 77 77\no a\nf 4 2 3\no b\nf 3 1 2\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].mesh.positions,
              (std::vector<glm::vec3>{{10, 10, 0}, {10, 0, 0}, {0, 10, 0}}));
    EXPECT_EQ(parts[1].mesh.positions, (std::vector<glm::vec3>{{0, 10, 0}, {0, 0, 0}, {10, 0, 0}}));
    EXPECT_EQ(parts[1].mesh.triangles, (Triangles{{0, 1, 2}}));
}

TEST(ImportObj, counts_negative_corners_back_from_the_vertex_read_last)
{
    const std::vector<io::ImportedPart> parts =
        parts_of("o a\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\n"
                 "o b\nv 0 0 5\nv 1 0 5\nv 0 1 5\nf -3/-3/-3 -2/-2/-2 -1/-1/-1\n");
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].mesh.positions, (std::vector<glm::vec3>{{0, 0, 0}, {1, 0, 0}, {0, 1, 0}}));
    EXPECT_EQ(parts[1].mesh.positions, (std::vector<glm::vec3>{{0, 0, 5}, {1, 0, 5}, {0, 1, 5}}));
}

TEST(ImportObj, reads_every_way_of_writing_a_corner_and_cuts_polygons_like_fans)
{
    const std::vector<io::ImportedPart> parts =
        parts_of("vt 0 0\nvn 0 0 1\n" + corners +
                 "f 1/1 2/1 3/1\nf 1//1 2//1 3//1\nf 1/1/1 2/1/1 3/1/1\n"
                 "f +1 2 4 3 # four\nf 1 2\n");
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].mesh.triangles,
              (Triangles{{0, 1, 2}, {0, 1, 2}, {0, 1, 2}, {0, 1, 3}, {0, 3, 2}}));
}

TEST(ImportObj, reads_faces_that_come_before_their_vertices)
{
    EXPECT_EQ(parts_of("f 1 2 3\n" + corners).at(0).mesh.positions.size(), 3u);
}

TEST(ImportObj, reads_joined_lines_tabs_comments_and_every_way_of_writing_a_number)
{
    const std::vector<io::ImportedPart> parts =
        parts_of("\xEF\xBB\xBF# of C:\\models\\\r\nv\t+1.5e1 -.5 1E-400\r\n"
                 "  v 1 2 3 0.5 0.5 0.5\r\n"
                 "v 1 \\\r\n 2 \\\r\n 4\r\n\r\nf 1 \\\n2 3");
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].mesh.positions,
              (std::vector<glm::vec3>{{15, -0.5f, 0}, {1, 2, 3}, {1, 2, 4}}));
}

TEST(ImportObj, passes_over_what_is_no_surface)
{
    EXPECT_EQ(names_of("mtllib /etc/passwd\nvp 1 2\ncstype bezier\n" + corners +
                       "usemtl a\ns off\nl 1 2\np 1\nf 1 2 3\n"),
              (Names{""}));
}

TEST(ImportObj, refuses_a_vertex_that_is_not_there_with_its_line)
{
    const std::string missing = "names a vertex in line 5 that is not there";
    for (const char* face : {"f 1 2 5", "f 0 1 2", "f 1 2 -5", "f 1 2 4000000000",
                             "f 1 2 -9223372036854775808", "f 1 2 99999999999999999999"})
        EXPECT_EQ(refusal(corners + face + "\nf 1 2 3\n"), missing) << face;
    // A negative one counts from what was read before, not from what comes.
    EXPECT_EQ(refusal("f -1 -2 -3\n" + corners), "names a vertex in line 1 that is not there");
    EXPECT_EQ(refusal("# a \\\nv 0 0 0\nv 1 \\\n0 0\nf 1 2 3\n"),
              "names a vertex in line 5 that is not there");
}

TEST(ImportObj, refuses_a_face_that_cannot_be_understood_with_its_line)
{
    for (const char* face : {"f 1 2 a", "f 1 2 3/a", "f 1 2 3/1/1/1", "f 1 2 3.5", "f 1,2,3",
                             "f 1 2 --3", "f 1 2 /3", "f 1 2 +-3"})
        EXPECT_EQ(refusal(corners + face + "\n"),
                  "holds a face in line 5 that cannot be understood")
            << face;
    EXPECT_EQ(refusal(corners + "f" + repeated(" 1", 257)),
              "holds a face in line 5 of more than 256 corners");
    EXPECT_EQ(parts_of(corners + "f" + repeated(" 1", 256)).at(0).mesh.triangles.size(), 254u);
}

TEST(ImportObj, refuses_a_position_that_cannot_be_with_its_line)
{
    for (const char* number : {"nan", "-inf", "1e39", "1e400", "-10000001"})
        EXPECT_EQ(refusal(corners + "v 0 0 " + number + "\nf 1 2 3\n"),
                  "holds a position in line 5 that is not finite or absurdly far")
            << number;
    for (const char* number : {"1,5", "x", "1.0f", "0x10", "+-1", "1-2"})
        EXPECT_EQ(refusal(corners + "v 0 0 " + number + "\nf 1 2 3\n"),
                  "holds what is no number in line 5")
            << number;
    EXPECT_EQ(refusal(corners + "v 0 0\nf 1 2 3\n"),
              "holds a vertex of fewer than three numbers in line 5");
}

TEST(ImportObj, refuses_what_holds_no_surface_or_no_statement)
{
    EXPECT_EQ(refusal(corners), "holds no surface");
    EXPECT_EQ(refusal(corners + "f 1 2\n"), "holds no surface");
    EXPECT_EQ(refusal(corners + "f 1 2 3\n0 0 1\n"), "holds what is no statement of OBJ in line 6");
    EXPECT_EQ(refusal("# \nv 0 0 0\nv 1 0 0\nv 0 1 0\n" + repeated("# more\n", 1000) +
                      std::string("f 1 2 3\n\0", 9)),
              "holds what is no statement of OBJ in line 1006");
}

TEST(ImportObj, refuses_more_parts_vertices_and_triangles_than_a_body_has)
{
    std::string objects = corners;
    for (int i = 0; i <= 20'000; ++i)
        objects += "o a\nf 1 2 3\n";
    EXPECT_EQ(refusal(objects), "holds more surfaces than a body has in line 40006");
    EXPECT_EQ(refusal(corners + repeated("f" + repeated(" 1", 252) + "\n", 24'001)),
              "holds more triangles than a body has in line 24005");
    EXPECT_EQ(refusal(repeated("v 1 1 1\n", 12'000'001) + "f 1 2 3\n"),
              "holds more vertices than a body has in line 12000001");
}
