// assets/names/names.toml on the shipped body: what strangers call meshes finds our structures.
//
// Names as BodyParts3D, Z-Anatomy, TotalSegmentator, OpenSim, plain English and Latin write them.

#include "io/name_files.hpp"

#include "io/body_cache.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>

using namespace tpatlas;

namespace {

namespace fs = std::filesystem;

const Body& body()
{
    static const std::shared_ptr<const Body> read = [] {
        Result<io::LoadedBody> loaded =
            io::load_body_cache(fs::path(TPATLAS_BINARY_DIR) / "assets/body.cache");
        return loaded ? loaded.value().body : nullptr;
    }();
    if (!read)
        throw std::runtime_error("the built body cannot be read");
    return *read;
}

const StructureNames& names()
{
    static const Result<StructureNames> read =
        io::read_structure_names(fs::path(TPATLAS_SOURCE_DIR) / "assets/names", body());
    if (!read)
        throw std::runtime_error(read.error().message());
    return read.value();
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return all;
}

std::vector<NamedStructure> two_bones()
{
    return {{"femur", StructureKind::bone, "femur", "femur", 1, true},
            {"tibia", StructureKind::bone, "tibia", "tibia", 3, true}};
}

std::vector<std::string> faults_in(const std::string& text)
{
    const Result<NameRules> rules = io::name_rules_of_text(text, "names.toml", two_bones());
    std::vector<std::string> lines;
    if (!rules)
        for (const Error& fault : rules.faults())
            lines.push_back(fault.message());
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(ShippedNames, are_found_as_others_write_them)
{
    constexpr std::optional<Side> nowhere;
    struct Row {
        const char* text;
        std::optional<Side> side;
        const char* names;
    };
    const std::vector<Row> rows{
        {"FJ123_BP63147_FMA37666_Left_coracobrachialis", Side::left, "coracobrachialis"},
        {"Biceps_Brachii_R", Side::right, "biceps_brachii_long biceps_brachii_short"},
        {"biceps brachii.l", Side::left, "biceps_brachii_long biceps_brachii_short"},
        {"Musculus biceps brachii (dexter)", Side::right,
         "biceps_brachii_long biceps_brachii_short"},
        {"M. deltoideus sin.", Side::left, "deltoid_anterior deltoid_middle deltoid_posterior"},
        {"Deltoid.001", nowhere, "deltoid_anterior deltoid_middle deltoid_posterior"},
        {"R_Trapezius", Side::right, "trapezius_upper trapezius_middle trapezius_lower"},
        {"RightTrapezius", Side::right, "trapezius_upper trapezius_middle trapezius_lower"},
        {"l.biceps_femoris_long_head", Side::left, "biceps_femoris_long"},
        {"Caput longum musculi bicipitis brachii dextri", Side::right, "biceps_brachii_long"},
        {"Gastrocnemius medial head right", Side::right, "gastrocnemius_medial"},
        {"Rib 4 left", Side::left, "rib_4"},
        {"4th rib (L)", Side::left, "rib_4"},
        {"Rib (4th).r", Side::right, "rib_4"},
        {"rib_L4", Side::left, "rib_4"},
        {"ribR12", Side::right, "rib_12"},
        {"costa quarta dextra", Side::right, "rib_4"},
        {"rib_left_4", Side::left, "rib_4"},
        {"FJ3231_BP22488_FMA8148_Left fourth rib.obj", Side::left, "rib_4"},
        {"C5 vertebra", Side::middle, "vertebra_c5"},
        {"Vertebra cervicalis V", Side::middle, "vertebra_c5"},
        {"vertebrae_C5", Side::middle, "vertebra_c5"},
        {"Vertebra C 5", Side::middle, "vertebra_c5"},
        {"Cervical vertebrae (C3)", Side::middle, "vertebra_c3"},
        {"Thoracic vertebra (T12)", Side::middle, "vertebra_t12"},
        {"Th4", Side::middle, "vertebra_t4"},
        {"L4", Side::middle, "vertebra_l4"},
        {"Atlas (C1)", Side::middle, "vertebra_c1"},
        {"Intervertebral disc C5-C6", Side::middle, "disc_c5_c6"},
        {"disc L5/S1", Side::middle, "disc_l5_s1"},
        {"Intervertebral disk of seventh cervical vertebra", Side::middle, "disc_c7_t1"},
        {"Discus intervertebralis lumbalis IV", Side::middle, "disc_l4_l5"},
        {"Metacarpal III right", Side::right, "metacarpal_3"},
        {"Os metacarpale tertium dextrum", Side::right, "metacarpal_3"},
        {"Os femoris", nowhere, "femur"},
        {"femur_r_mesh", Side::right, "femur"},
        {"r_femur.vtp", Side::right, "femur"},
        {"humerus_left", Side::left, "humerus"},
        {"Hip bone.r", Side::right, "hip_bone"},
        {"Os coxae sinistrum", Side::left, "hip_bone"},
        {"Os temporale", nowhere, "temporal_bone"},
        {"Concha nasalis inferior dextra", Side::right, "inferior_nasal_concha"},
        {"Distal phalanx of 2d finger.r", Side::right, "phalanx_distal_finger_2"},
        {"Distal phalanx of first finger of foot.r", Side::right, "phalanx_distal_toe_1"},
        {"Middle phalanx of right little toe", Side::right, "phalanx_middle_toe_5"},
        {"middle phalanx of middle finger", nowhere, "phalanx_middle_finger_3"},
        {"Middle phalanx of index finger", nowhere, "phalanx_middle_finger_2"},
        {"Right trapezius - upper part", Side::right, "trapezius_upper"},
        {"Descending part of right trapezius", Side::right, "trapezius_upper"},
        {"Transverse part of right trapezius", Side::right, "trapezius_middle"},
        {"Ascending part of right trapezius", Side::right, "trapezius_lower"},
        {"Clavicular part of left deltoid", Side::left, "deltoid_anterior"},
        {"Left Middle Deltoid", Side::left, "deltoid_middle"},
        {"Side delts L", Side::left, "deltoid_middle"},
        {"Rear Deltoid", nowhere, "deltoid_posterior"},
        {"traps_upper_L", Side::left, "trapezius_upper"},
        {"deltoid_middle.left", Side::left, "deltoid_middle"},
        {"scalene_medius.right", Side::right, "scalene_medius"},
        {"Scapular spinal part of deltoid muscle.l", Side::left, "deltoid_posterior"},
        {"(Abdominal part of pectoralis major muscle).r", Side::right, "pectoralis_costal"},
        {"Sternocostal head of pectoralis major muscle.l", Side::left, "pectoralis_sternal"},
        {"Pectoralis major", nowhere,
         "pectoralis_clavicular pectoralis_sternal pectoralis_costal"},
        {"Skin", Side::middle, "skin"},
        {"skin.middle", Side::middle, "skin"},
        {"autochthon_left", Side::left,
         "iliocostalis_lumborum longissimus_thoracis spinalis_thoracis "
         "semispinalis_thoracis rotatores_thoracis rotatores_lumborum"},
        {"gluteus_maximus_right", Side::right, "gluteus_maximus"},
        {"M. glutaeus medius sinister", Side::left, "gluteus_medius"},
        {"Gluteus minimus muscle.r", Side::right,
         "gluteus_minimus_anterior gluteus_minimus_posterior"},
        {"iliopsoas_left", Side::left, "psoas_major iliacus"},
        {"quadriceps_femoris_left", Side::left,
         "rectus_femoris vastus_lateralis vastus_medialis vastus_intermedius"},
        {"hamstrings", nowhere,
         "biceps_femoris_long biceps_femoris_short semimembranosus semitendinosus"},
        {"Adductor magnus.l", Side::left, "adductor_magnus_adductor adductor_magnus_hamstring"},
        {"Peroneus tertius L", Side::left, "fibularis_tertius"},
        {"M. peronæus tertius", nowhere, "fibularis_tertius"},
        {"rectusfemoris_r", Side::right, "rectus_femoris"},
        {"Brachialis_muscler", Side::right, "brachialis"},
        {"BicepsBrachiiR", Side::right, "biceps_brachii_long biceps_brachii_short"},
        {"SCM_L", Side::left, "sternocleidomastoid_sternal sternocleidomastoid_clavicular"},
        {"superior oblique muscle of the head", nowhere, "obliquus_capitis_superior"},
        {"Humeral head of flexor carpi ulnaris.l", Side::left, "flexor_carpi_ulnaris_humeral"},
        {"1st dorsal interosseus of hand.r", Side::right, "dorsal_interosseous_of_hand_1"},
        {"1st Dorsal interossei muscles of foot.r", Side::right, "dorsal_interosseous_of_foot_1"},
        {"1st palmar interosseus of hand.r", Side::right, "palmar_interosseous_1"},
        {"Opponens digiti minimi muscle of hand.r", Side::right, "opponens_digiti_minimi_of_hand"},
        {"Set_of_right_levatores_costarum_longi", Side::right, "levatores_costarum_longi"},
        {"Tendo calcaneus", nowhere, "calcaneal_tendon"},
        {"Achilles tendon (left)", Side::left, "calcaneal_tendon"},
        {"Aponeurosis palmaris.r", Side::right, "palmar_aponeurosis"},
        {"tensor fascia lata", nowhere, "tensor_fasciae_latae"},
        {"sternum", Side::middle, "manubrium sternum_body"},
        {"left and right biceps", nowhere, "biceps_brachii_long biceps_brachii_short"},
        {"FMA37665", Side::right, "coracobrachialis"},
        {"FMA37666.stl", Side::left, "coracobrachialis"},
        {"FMA:8148", Side::left, "rib_4"},
        {"FMA13295", nowhere, "diaphragm"},
    };
    for (const Row& row : rows) {
        const NameMatch match = names().match(row.text);
        EXPECT_EQ(joined(match.names), row.names) << row.text;
        EXPECT_EQ(match.side, row.side) << row.text;
        EXPECT_TRUE(match.sure) << row.text;
    }
}

TEST(ShippedNames, are_not_seen_in_what_is_something_else)
{
    for (const char* text :
         {"Deltoid muscle.ol", "Deltoid muscle.er", "Deltoid muscle.el.001", "Femoral artery.r",
          "Common tendon of biceps femoris.r", "Semimembranosus muscle tendon.r",
          "Quadriceps common tendon and patellar ligament.r", "Art cart of femur head.r",
          "Art cart of patella.r",
          "Bursa of piriformis.r", "Trochanteric bursa of gluteus maximus.r", "Head of femur",
          "Lumbrical muscles of foot.r", "Latissimus dorsi muscle.l", "Multifidus_thoracis_muscler",
          "M. temporalis", "Temporal muscle", "Superior oblique", "Internal oblique",
          "Rectus abdominis", "Adductor longus", "Obturator externus", "Fibularis longus muscle.r",
          "Psoas minor", "Lower first molar tooth", "Thigh", "Body", "Rib", "Vertebra", "Rib 13",
          "Camera", "Light.001", "", "...", "\xFF\xFE", "三角筋"})
        EXPECT_EQ(joined(names().match(text).names), "") << text;
}

TEST(ShippedNames, are_only_proposed_where_something_is_left_over_or_wrong)
{
    const auto expect_proposed = [](const char* text, const std::string& proposed) {
        const NameMatch match = names().match(text);
        EXPECT_EQ(joined(match.names), proposed) << text;
        EXPECT_FALSE(match.sure) << text;
    };
    expect_proposed("Trapesius left", "trapezius_upper trapezius_middle trapezius_lower");
    expect_proposed("M. infraspinattus", "infraspinatus");
    expect_proposed("Deltoid 2", "deltoid_anterior deltoid_middle deltoid_posterior");
    expect_proposed("Soleus retopology by Ann", "soleus");
    expect_proposed("Adductor pollicis", "adductor_pollicis_oblique");
    expect_proposed("FMA22328_Tibia", "tibia");
}

TEST(ShippedNames, know_each_structure_by_all_its_own_names_and_numbers)
{
    for (const NamedStructure& each : names().structures()) {
        EXPECT_EQ(names().match(each.name).names, Lines{each.name});
        for (const std::string& text : {each.name_en, each.name_la}) {
            const NameMatch match = names().match(text);
            EXPECT_EQ(joined(match.names), each.name) << text;
            EXPECT_TRUE(match.sure) << text;
        }
        if (!each.fma)
            continue;
        const NameMatch match = names().match("FMA" + std::to_string(*each.fma));
        EXPECT_NE(std::find(match.names.begin(), match.names.end(), each.name), match.names.end())
            << each.name;
        EXPECT_TRUE(match.sure) << each.name;
    }
}

TEST(ShippedNames, come_back_from_the_ids_of_our_own_exports)
{
    for (const Structure& each : body().structures()) {
        const NameMatch match = names().match(each.id.text);
        EXPECT_EQ(match.names, Lines{each.name}) << each.id.text;
        EXPECT_EQ(match.side, each.side) << each.id.text;
        EXPECT_TRUE(match.sure) << each.id.text;
    }
}

TEST(NameFiles, tell_all_faults_with_their_lines)
{
    EXPECT_EQ(faults_in("idle = [\"of\"]\n[same]\nfemur = [\"thigh\"]\ntibia = [\"thigh\"]\n"),
              Lines{"names.toml:4: 'thigh' means 'femur' already (leave it out here or there)"});
    EXPECT_EQ(faults_in("[called]\nfemurr = [\"thigh bone\"]\n"),
              Lines{"names.toml:2: the body has no structure 'femurr' (did you mean 'femur'?)"});
    EXPECT_EQ(faults_in("[[group]]\ncalled = [\"leg\"]\nstructures = [\"femur\", \"xyz\"]\n"
                        "[left_fma]\nxyz = 4\n"),
              (Lines{"names.toml:3: the body has no structure 'xyz' (tpatlas list structures "
                     "prints what there is)",
                     "names.toml:5: the body has no structure 'xyz' (tpatlas list structures "
                     "prints what there is)"}));
    EXPECT_EQ(faults_in("[[group]]\nstructures = [\"femur\"]\nsurely = true\n"),
              (Lines{"names.toml:1: [[group]] has no 'called' (add it)",
                     "names.toml:3: [[group]] has no key 'surely' (did you mean 'sure'?)"}));
    EXPECT_EQ(faults_in("[same]\nfemur = 3\n"),
              Lines{"names.toml:2: 'femur' is a number (write a list)"});
    EXPECT_EQ(faults_in("[called]\nfemur = [\"thigh bone\"]\n[[group]]\ncalled = [\"long bones\"]\n"
                        "structures = [\"femur\", \"tibia\"]\n[left_fma]\nfemur = 7\n"),
              Lines{});
}

TEST(NameFiles, say_where_they_are_missing)
{
    const Result<StructureNames> none = io::read_structure_names("/nowhere", body());
    ASSERT_FALSE(none);
    EXPECT_NE(none.error().message().find("/nowhere/names.toml"), std::string::npos);
}
