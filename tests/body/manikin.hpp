// tests/body/manikin.hpp: a manikin of ellipsoids, about where a man's bones and muscles lie:
// enough for every mark and every mass of the skin. What the real structures make of it, tests/atlas and
// the pictures say.
#pragma once

#include "body/field_surface.hpp"
#include "body/skin.hpp"

#include <algorithm>
#include <vector>

#include <glm/geometric.hpp>

namespace tpatlas::body {

struct Stand {
    const char* name;
    glm::vec3 centre, radii;  // right side: x < 0
};

inline const Stand stands[] = {
    {"frontal_bone", {0, 1580, 130}, {58, 52, 50}},
    {"parietal_bone", {-30, 1585, 70}, {42, 53, 68}},
    {"occipital_bone", {0, 1540, 50}, {56, 50, 52}},
    {"temporal_bone", {-42, 1523, 95}, {28, 36, 46}},
    {"zygomatic_bone", {-46, 1518, 148}, {14, 26, 18}},
    {"nasal_bone", {-4, 1528, 184}, {5, 15, 9}},
    {"maxilla", {-20, 1508, 162}, {22, 32, 22}},
    {"mandible", {0, 1470, 140}, {50, 32, 38}},
    {"hyoid_bone", {0, 1428, 118}, {18, 8, 14}},
    {"sternocleidomastoid_sternal", {-32, 1415, 108}, {14, 62, 24}},
    {"trapezius_upper", {-50, 1410, 50}, {60, 55, 30}},
    {"vertebra_c4", {0, 1433, 72}, {28, 12, 25}},
    {"vertebra_c7", {0, 1393, 57}, {33, 14, 34}},
    {"vertebra_t4", {0, 1319, 35}, {34, 21, 34}},
    {"vertebra_t8", {0, 1203, 36}, {34, 28, 36}},
    {"manubrium", {0, 1322, 153}, {28, 26, 14}},
    {"sternum_body", {0, 1240, 185}, {18, 60, 10}},
    {"rib_3", {-60, 1300, 100}, {52, 40, 68}},
    {"rib_7", {-70, 1190, 95}, {66, 70, 88}},
    {"rib_10", {-70, 1100, 72}, {58, 75, 55}},
    {"clavicle", {-80, 1350, 98}, {70, 10, 46}},
    {"scapula", {-115, 1280, 35}, {54, 79, 40}},
    {"pectoralis_sternal", {-90, 1260, 150}, {80, 70, 55}},
    {"humerus", {-191, 1193, 70}, {50, 154, 24}},
    {"deltoid_middle", {-190, 1285, 66}, {36, 70, 34}},
    {"triceps_long", {-190, 1170, 42}, {26, 120, 20}},
    {"biceps_brachii_long", {-195, 1170, 85}, {24, 150, 18}},
    // what keeps sole and palm whole
    {"quadratus_plantae", {-92, 16, 100}, {32, 22, 88}},
    {"opponens_pollicis", {-262, 768, 124}, {32, 42, 11}},
    // pelvis and leg, forearm, hand, foot: the boxes of the bones as measured
    {"vertebra_l3", {0, 997, 75}, {41, 21, 41}},
    {"sacrum", {0, 864, 50}, {59, 71, 44}},
    {"hip_bone", {-67, 863, 83}, {64, 103, 69}},
    {"femur", {-89, 623, 78}, {55, 220, 38}},
    {"patella", {-84, 417, 105}, {21, 20, 11}},
    {"tibia", {-77, 233, 70}, {38, 173, 32}},
    {"fibula", {-110, 216, 56}, {17, 175, 16}},
    {"gluteus_maximus", {-72, 806, 37}, {70, 128, 47}},
    {"radius", {-250, 931, 91}, {30, 114, 33}},
    {"ulna", {-223, 939, 81}, {25, 124, 39}},
    {"scaphoid", {-262, 814, 115}, {12, 8, 8}},
    {"lunate", {-245, 814, 115}, {8, 6, 8}},
    {"triquetrum", {-238, 806, 119}, {5, 7, 8}},
    {"pisiform", {-237, 806, 129}, {4, 6, 5}},
    {"trapezium", {-274, 806, 123}, {8, 10, 8}},
    {"trapezoid", {-268, 799, 117}, {6, 6, 7}},
    {"capitate", {-257, 804, 115}, {8, 11, 9}},
    {"hamate", {-245, 801, 119}, {8, 9, 11}},
    {"metacarpal_1", {-292, 789, 135}, {18, 18, 15}},
    {"metacarpal_2", {-278, 763, 126}, {15, 34, 13}},
    {"metacarpal_3", {-263, 763, 124}, {10, 32, 15}},
    {"metacarpal_4", {-248, 766, 125}, {6, 30, 13}},
    {"metacarpal_5", {-236, 770, 129}, {10, 27, 12}},
    {"phalanx_proximal_finger_1", {-309, 762, 150}, {10, 15, 11}},
    {"phalanx_proximal_finger_2", {-293, 715, 142}, {11, 19, 11}},
    {"phalanx_proximal_finger_3", {-269, 715, 146}, {9, 20, 14}},
    {"phalanx_proximal_finger_4", {-248, 720, 145}, {7, 19, 13}},
    {"phalanx_proximal_finger_5", {-230, 730, 145}, {7, 16, 10}},
    {"phalanx_middle_finger_2", {-302, 692, 158}, {7, 10, 10}},
    {"phalanx_middle_finger_3", {-274, 685, 166}, {7, 12, 11}},
    {"phalanx_middle_finger_4", {-249, 692, 165}, {6, 12, 12}},
    {"phalanx_middle_finger_5", {-225, 708, 160}, {6, 10, 8}},
    {"phalanx_distal_finger_1", {-318, 741, 161}, {6, 11, 8}},
    {"phalanx_distal_finger_2", {-307, 679, 174}, {5, 7, 8}},
    {"phalanx_distal_finger_3", {-277, 670, 183}, {4, 6, 9}},
    {"phalanx_distal_finger_4", {-250, 680, 183}, {4, 4, 8}},
    {"phalanx_distal_finger_5", {-224, 693, 172}, {4, 6, 7}},
    {"talus", {-77, 52, 63}, {20, 17, 28}},
    {"calcaneus", {-81, 23, 46}, {23, 25, 36}},
    {"navicular", {-75, 48, 95}, {19, 12, 11}},
    {"cuboid", {-97, 30, 92}, {16, 15, 16}},
    {"cuneiform_medial", {-73, 37, 113}, {12, 16, 16}},
    {"cuneiform_intermediate", {-85, 44, 109}, {9, 12, 11}},
    {"cuneiform_lateral", {-95, 39, 105}, {12, 13, 13}},
    {"metatarsal_1", {-73, 23, 149}, {10, 21, 31}},
    {"metatarsal_2", {-91, 24, 146}, {8, 24, 34}},
    {"metatarsal_3", {-102, 21, 144}, {11, 21, 33}},
    {"metatarsal_4", {-110, 17, 135}, {14, 17, 33}},
    {"metatarsal_5", {-120, 11, 120}, {18, 15, 35}},
    {"phalanx_proximal_toe_1", {-76, 6, 192}, {12, 8, 16}},
    {"phalanx_proximal_toe_2", {-97, 6, 192}, {8, 6, 14}},
    {"phalanx_proximal_toe_3", {-112, 5, 186}, {8, 6, 14}},
    {"phalanx_proximal_toe_4", {-124, 4, 177}, {9, 6, 12}},
    {"phalanx_proximal_toe_5", {-136, 2, 164}, {9, 5, 13}},
    {"phalanx_middle_toe_2", {-102, 3, 212}, {6, 4, 8}},
    {"phalanx_middle_toe_3", {-117, 2, 206}, {5, 4, 8}},
    {"phalanx_middle_toe_4", {-130, 0, 194}, {5, 4, 7}},
    {"phalanx_middle_toe_5", {-141, -1, 179}, {4, 3, 4}},
    {"phalanx_distal_toe_1", {-82, 2, 215}, {10, 5, 13}},
    {"phalanx_distal_toe_2", {-105, 0, 224}, {5, 4, 6}},
    {"phalanx_distal_toe_3", {-120, -1, 218}, {4, 3, 6}},
    {"phalanx_distal_toe_4", {-132, -1, 204}, {4, 3, 5}},
    {"phalanx_distal_toe_5", {-143, -1, 186}, {3, 3, 5}},
};

inline std::vector<MeshData> manikin()
{
    std::vector<MeshData> meshes;
    for (const Stand& s : stands) {
        const Box box{s.centre - s.radii - 4.0f, s.centre + s.radii + 4.0f};
        const auto inside = [&](glm::vec3 p) {
            return (glm::length((p - s.centre) / s.radii) - 1) *
                   std::min({s.radii.x, s.radii.y, s.radii.z});
        };
        const float least = std::min({s.radii.x, s.radii.y, s.radii.z});
        meshes.push_back(extract_surface(inside, box, std::min(4.0f, least * 0.6f)));
    }
    return meshes;
}

inline std::vector<SkinInput> inputs_of(const std::vector<MeshData>& meshes)
{
    std::vector<SkinInput> inputs;
    for (std::size_t i = 0; i < meshes.size(); ++i)
        inputs.push_back({stands[i].name, &meshes[i]});
    return inputs;
}

}  // namespace tpatlas::body
