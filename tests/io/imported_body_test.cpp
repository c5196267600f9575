#include "io/imported_body.hpp"

#include "io/import_files.hpp"
#include "io/import_names.hpp"
#include "io/model_listing.hpp"

using namespace import_files;
using namespace tpatlas;

namespace {

const fs::path helper = fs::path(TPATLAS_BINARY_DIR) / "bin/tpatlas_import";

// Alone: nothing is registered.
Result<io::ImportedBody> imported(const fs::path& place, const BodyMap& map = {})
{
    const Result<io::ModelListing> found = io::model_files(place);
    if (!found)
        return found.faults();
    return io::import_body(place, found.value().files, {helper, map, nullptr, nullptr, {}, {}});
}

std::shared_ptr<const Body> import(const fs::path& place)
{
    Result<io::ImportedBody> read = imported(place);
    if (!read) {
        ADD_FAILURE() << read.error().message();
        return nullptr;
    }
    for (const Error& fault : read.value().refused)
        ADD_FAILURE() << fault.message();
    return read.value().body;
}

}  // namespace

TEST(ImportNames, take_side_number_and_kind_from_the_files_of_bodyparts3d)
{
    const io::ImportName name = io::import_name("FJ153_BP62336_FMA7957_Right_fourth_rib");
    EXPECT_EQ(name.name, "fourth_rib");
    EXPECT_EQ(name.name_en, "Fourth rib");
    EXPECT_EQ(name.side, Side::right);
    EXPECT_EQ(name.fma, 7957);
    EXPECT_EQ(name.kind, StructureKind::bone);
    EXPECT_EQ(io::import_name("Intervertebral_disk_of_third_cervical_vertebra").kind,
              StructureKind::disc);
    EXPECT_EQ(io::import_name("Left seventh costal cartilage").kind, StructureKind::cartilage);
    EXPECT_EQ(io::import_name("FJ441_Right_infraspinatus").kind, StructureKind::muscle);
}

TEST(ImportNames, keep_our_own_ids)
{
    const io::ImportName name = io::import_name("trapezius_upper.right");
    EXPECT_EQ(name.name, "trapezius_upper");
    EXPECT_EQ(name.side, Side::right);
    EXPECT_EQ(io::import_name("skin.middle").name, "skin");
    EXPECT_EQ(io::import_name("skin.middle").side, Side::middle);
}

TEST(ImportNames, know_the_sides_as_other_programs_write_them)
{
    EXPECT_EQ(io::import_name("Deltoid.L").side, Side::left);
    EXPECT_EQ(io::import_name("Deltoid_r").side, Side::right);
    EXPECT_EQ(io::import_name("biceps (left)").name, "biceps");
    EXPECT_EQ(io::import_name("L4 vertebra").side, Side::middle);
    EXPECT_EQ(io::import_name("").name, "");
    EXPECT_EQ(io::import_name("三角筋").name, "");
}

TEST(ImportedBody, calls_a_structure_by_its_file_and_its_side)
{
    const fs::path folder = fresh_folder();
    write(folder / "FJ1_BP2_FMA32522_Right_deltoid.stl", stl_of({30, -150, 1300, 80}));
    write(folder / "notes.txt", "not a mesh");
    fs::create_directories(folder / "bones");
    write(folder / "bones/Sternum.obj", obj_of({30, 0, 1200, 100}));
    const auto body = import(folder);
    ASSERT_TRUE(body);
    ASSERT_EQ(body->structures().size(), 2u);
    const Structure* deltoid = body->find({"deltoid.right"});
    ASSERT_TRUE(deltoid);
    EXPECT_EQ(deltoid->fma, 32522);
    EXPECT_EQ(deltoid->provenance, Provenance::imported);
    EXPECT_NEAR(deltoid->volume_mm3, 4500, 1);
    ASSERT_TRUE(body->find({"sternum.middle"}));
    EXPECT_EQ(body->find({"sternum.middle"})->kind, StructureKind::bone);
    EXPECT_FALSE(body->surfaces().skin);
    EXPECT_EQ(body->surfaces().mesh.normals.size(), body->surfaces().mesh.positions.size());
}

TEST(ImportedBody, turns_a_set_that_has_z_up)
{
    const fs::path folder = fresh_folder();
    write(folder / "deltoid.stl", stl_of({30, -150, -100, 1300}));
    const auto body = import(folder);
    ASSERT_TRUE(body);
    const Box box = body->bounds();
    EXPECT_NEAR(box.min.y, 1300, 1e-3);
    EXPECT_NEAR(box.max.y, 1330, 1e-3);
    EXPECT_NEAR(box.min.z, 70, 1e-3);
    EXPECT_NEAR(box.max.z, 100, 1e-3);
    EXPECT_NEAR(box.min.x, -150, 1e-3);
}

TEST(ImportedBody, is_in_millimetres_whether_its_files_are_in_metres_or_not)
{
    const fs::path folder = fresh_folder();
    const auto edge = [&](const fs::path& file) {
        const auto body = import(file);
        return body ? body->bounds().size().x : 0;
    };
    EXPECT_NEAR(edge(write(folder / "metres.glb", glb_of({0.03f, 0, 1.3f, 0}, "a"))), 30, 1e-3);
    EXPECT_NEAR(edge(write(folder / "millimetres.glb", glb_of({30, 0, 1300, 0}, "a"))), 30, 1e-3);
    EXPECT_NEAR(edge(write(folder / "metres.obj", obj_of({0.3f, 0, 1.3f, 0}))), 300, 1e-3);
    EXPECT_NEAR(edge(write(folder / "millimetres.ply", ply_of({30, 0, 1300, 0}))), 30, 1e-3);
    EXPECT_NEAR(edge(write(folder / "centimetres.fbx", fbx_of({3, 0, 0, 130}))), 30, 1e-3);
    EXPECT_NEAR(edge(write(folder / "millimetres.dae",
                           collada_of({30, 0, 0, 1300}, "<unit meter=\"0.001\"/>"
                                                        "<up_axis>Z_UP</up_axis>"))),
                30, 1e-3);
}

TEST(ImportedBody, turns_collada_with_z_up_only_once)
{
    const fs::path folder = fresh_folder();
    const auto body = import(write(folder / "a.dae", collada_of({30, 0, 0, 1300},
                                                                "<unit meter=\"0.001\"/>"
                                                                "<up_axis>Z_UP</up_axis>")));
    ASSERT_TRUE(body);
    EXPECT_NEAR(body->bounds().min.y, 1300, 1e-2);
    ASSERT_TRUE(body->find({"a.left"}));  // the node is called Humerus_L
}

TEST(ImportedBody, gives_structures_of_one_name_different_ids)
{
    const fs::path folder = fresh_folder();
    fs::create_directories(folder / "more");
    write(folder / "rib right.obj", obj_of({30, 0, 1300, 0}));
    write(folder / "more/rib right.obj", obj_of({30, 0, 1200, 0}));
    const auto body = import(folder);
    ASSERT_TRUE(body);
    EXPECT_TRUE(body->find({"rib.right"}));
    EXPECT_TRUE(body->find({"rib_2.right"}));
}

TEST(ImportedBody, turns_a_surface_that_winds_inward)
{
    Tetrahedron t{-30, 0, 1300, 0};  // a negative edge mirrors it through a corner
    const auto body = import(write(fresh_folder() / "a.stl", stl_of(t)));
    ASSERT_TRUE(body);
    EXPECT_NEAR(volume_mm3(body->mesh_of(0)), 4500, 1);
}

TEST(ImportedBody, fails_with_one_sentence_where_there_is_nothing_to_read)
{
    const fs::path folder = fresh_folder();
    const auto message = [&](const fs::path& place) {
        const Result<io::ImportedBody> read = imported(place);
        return read ? std::string() : read.error().message();
    };
    EXPECT_NE(message(folder).find("holds no mesh"), std::string::npos);
    EXPECT_NE(message(folder / "absent").find("is not there"), std::string::npos);
    EXPECT_NE(message(write(folder / "a.txt", "x")).find("kind"), std::string::npos);
}
