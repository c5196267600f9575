#include "body_survey/bone_manifest.hpp"

#include <array>
#include <span>
#include <string>

namespace tpatlas {

namespace {

constexpr bool midline = true;
constexpr bool paired = false;

StructureEntry entry(std::string name, StructureKind kind, bool in_midline, std::string name_en,
                     std::string name_la, int fma, std::string region)
{
    StructureEntry e;
    e.name = std::move(name);
    e.kind = kind;
    e.midline = in_midline;
    e.name_en = std::move(name_en);
    e.name_la = std::move(name_la);
    e.fma = fma;
    e.region = std::move(region);
    e.layer = 9;
    return e;
}

BoneSpec bone(std::string name, bool in_midline, std::string name_en, std::string name_la, int fma,
              std::string region, float closing_mm)
{
    BoneSpec spec;
    spec.entry = entry(std::move(name), StructureKind::bone, in_midline, std::move(name_en),
                       std::move(name_la), fma, std::move(region));
    spec.closing_mm = closing_mm;
    return spec;
}

BoneSpec lacy(BoneSpec spec)
{
    spec.lacy = true;
    spec.voxel_mm = 0.5f;
    spec.thicken_mm = 0.15f;
    return spec;
}

// The vault's edges are closed wide: the teeth of the sutures become a border that overlaps its
// neighbour's by their length, so that no light falls through the vault.
void add_skull(std::vector<BoneSpec>& all)
{
    all.push_back(
        bone("frontal_bone", midline, "frontal bone", "os frontale", 52734, "head", 2.5f));
    all.push_back(
        bone("parietal_bone", paired, "parietal bone", "os parietale", 52788, "head", 2.5f));
    all.back().border_hold_mm = 4;
    all.push_back(
        bone("occipital_bone", midline, "occipital bone", "os occipitale", 52735, "head", 2.5f));
    all.push_back(
        bone("temporal_bone", paired, "temporal bone", "os temporale", 52738, "head", 1.5f));
    all.push_back(lacy(
        bone("sphenoid_bone", midline, "sphenoid bone", "os sphenoidale", 52736, "head", 1.2f)));
    all.push_back(lacy(bone("ethmoid", midline, "ethmoid", "os ethmoidale", 52740, "head", 1.2f)));
    all.push_back(bone("nasal_bone", paired, "nasal bone", "os nasale", 53647, "head", 1.2f));
    all.back().border_hold_mm = 4;
    all.push_back(
        lacy(bone("lacrimal_bone", paired, "lacrimal bone", "os lacrimale", 53645, "head", 1.2f)));
    all.push_back(
        bone("zygomatic_bone", paired, "zygomatic bone", "os zygomaticum", 52892, "head", 1.5f));
    all.push_back(lacy(bone("maxilla", paired, "maxilla", "maxilla", 53649, "head", 1.2f)));
    all.back().border_hold_mm = 2;
    all.push_back(
        lacy(bone("palatine_bone", paired, "palatine bone", "os palatinum", 53655, "head", 1.2f)));
    all.push_back(lacy(bone("inferior_nasal_concha", paired, "inferior nasal concha",
                            "concha nasalis inferior", 54737, "head", 1.2f)));
    all.push_back(lacy(bone("vomer", midline, "vomer", "vomer", 9710, "head", 1.2f)));
    all.push_back(bone("mandible", midline, "mandible", "mandibula", 52748, "head", 1.5f));
    all.push_back(bone("hyoid_bone", midline, "hyoid bone", "os hyoideum", 52749, "neck", 1.2f));
}

constexpr std::array<const char*, 12> ordinals_en{"first", "second", "third",    "fourth",
                                                  "fifth", "sixth",  "seventh",  "eighth",
                                                  "ninth", "tenth",  "eleventh", "twelfth"};
constexpr std::array<const char*, 12> roman{"I",   "II",   "III", "IV", "V",  "VI",
                                            "VII", "VIII", "IX",  "X",  "XI", "XII"};

void add_spine(std::vector<BoneSpec>& all)
{
    constexpr std::array<int, 7> cervical{12519, 12520, 12521, 12522, 12523, 12524, 12525};
    constexpr std::array<int, 12> thoracic{9165, 9187, 9209,  9248,  9922,  9945,
                                           9968, 9991, 10014, 10037, 10059, 10081};
    for (std::size_t i = 0; i < cervical.size(); ++i) {
        std::string en = std::string(ordinals_en[i]) + " cervical vertebra";
        std::string la = std::string("vertebra cervicalis ") + roman[i];
        if (i < 2)
            en = la = i == 0 ? "atlas" : "axis";
        if (i == 6)
            la = "vertebra prominens";
        all.push_back(
            bone("vertebra_c" + std::to_string(i + 1), midline, en, la, cervical[i], "neck", 1.2f));
    }
    for (std::size_t i = 0; i < thoracic.size(); ++i)
        all.push_back(bone("vertebra_t" + std::to_string(i + 1), midline,
                           std::string(ordinals_en[i]) + " thoracic vertebra",
                           std::string("vertebra thoracica ") + roman[i], thoracic[i], "back",
                           1.2f));
    for (int i = 0; i < 5; ++i)
        all.push_back(bone("vertebra_l" + std::to_string(i + 1), midline,
                           std::string(ordinals_en[i]) + " lumbar vertebra",
                           std::string("vertebra lumbalis ") + roman[i], 13072 + i, "back", 1.2f));
    all.push_back(bone("sacrum", midline, "sacrum", "os sacrum", 16202, "hip", 1.5f));
}

void add_discs(std::vector<BoneSpec>& all)
{
    constexpr std::array<int, 23> fma{25058, 13896, 13897, 13898, 13899, 13900, 10458, 13495,
                                      13500, 13501, 13502, 13503, 13504, 13505, 13506, 13507,
                                      13508, 13509, 16033, 16034, 16035, 16036, 16037};
    const auto level = [](std::size_t i) {  // 0: C1, 7: T1, 19: L1, 24: S1
        return i < 7    ? "c" + std::to_string(i + 1)
               : i < 19 ? "t" + std::to_string(i - 6)
               : i < 24 ? "l" + std::to_string(i - 18)
                        : std::string("s1");
    };
    for (std::size_t i = 0; i < fma.size(); ++i) {
        std::string upper = level(i + 1);
        std::string lower = level(i + 2);
        BoneSpec spec;
        spec.entry.name = "disc_" + upper + "_" + lower;
        upper.front() = static_cast<char>(std::toupper(upper.front()));
        lower.front() = static_cast<char>(std::toupper(lower.front()));
        spec.entry = entry(spec.entry.name, StructureKind::disc, midline,
                           "intervertebral disc " + upper + "-" + lower,
                           "discus intervertebralis " + upper + "-" + lower, fma[i],
                           i < 5 ? "neck" : "back");
        // The reference's discs are rings and bowls; that of C7 is the most open.
        spec.closing_mm = fma[i] == 13900 ? 10.0f : 6.0f;
        all.push_back(spec);
    }
}

void add_chest(std::vector<BoneSpec>& all)
{
    constexpr std::array<int, 12> ribs{7857, 7882, 7909, 7957, 8066, 8175,
                                       8229, 8283, 8364, 8445, 8531, 8533};
    constexpr std::array<const char*, 12> la{"prima",  "secunda", "tertia",   "quarta",
                                             "quinta", "sexta",   "septima",  "octava",
                                             "nona",   "decima",  "undecima", "duodecima"};
    constexpr std::array<int, 7> cartilages{7875, 7886, 7913, 7976, 8070, 8194, 8248};
    for (std::size_t i = 0; i < ribs.size(); ++i)
        all.push_back(bone("rib_" + std::to_string(i + 1), paired,
                           std::string(ordinals_en[i]) + " rib", std::string("costa ") + la[i],
                           ribs[i], "chest", 1.5f));
    for (std::size_t i = 0; i < cartilages.size(); ++i) {
        BoneSpec spec;
        spec.entry = entry("costal_cartilage_" + std::to_string(i + 1), StructureKind::cartilage,
                           paired, std::string(ordinals_en[i]) + " costal cartilage",
                           std::string("cartilago costalis ") + roman[i], cartilages[i], "chest");
        spec.closing_mm = 2.0f;
        all.push_back(spec);
    }
    all.push_back(bone("manubrium", midline, "manubrium of sternum", "manubrium sterni", 7486,
                       "chest", 2.0f));
    all.push_back(
        bone("sternum_body", midline, "body of sternum", "corpus sterni", 7487, "chest", 2.0f));
}

struct LimbBone {
    const char* name;
    const char* name_en;
    const char* name_la;
    int fma;
};

void add_limb(std::vector<BoneSpec>& all, std::span<const LimbBone> bones, const char* region,
              float closing_mm)
{
    for (const LimbBone& b : bones)
        all.push_back(bone(b.name, paired, b.name_en, b.name_la, b.fma, region, closing_mm));
}

constexpr std::array carpals{
    LimbBone{"scaphoid", "scaphoid", "os scaphoideum", 24435},
    LimbBone{"lunate", "lunate", "os lunatum", 24437},
    LimbBone{"triquetrum", "triquetrum", "os triquetrum", 24439},
    LimbBone{"pisiform", "pisiform", "os pisiforme", 24441},
    LimbBone{"trapezium", "trapezium", "os trapezium", 24443},
    LimbBone{"trapezoid", "trapezoid", "os trapezoideum", 23725},
    LimbBone{"capitate", "capitate", "os capitatum", 24446},
    LimbBone{"hamate", "hamate", "os hamatum", 24448},
};
constexpr std::array tarsals{
    LimbBone{"talus", "talus", "talus", 24482},
    LimbBone{"calcaneus", "calcaneus", "calcaneus", 24497},
    LimbBone{"navicular", "navicular", "os naviculare", 24500},
    LimbBone{"cuneiform_medial", "medial cuneiform", "os cuneiforme mediale", 24521},
    LimbBone{"cuneiform_intermediate", "intermediate cuneiform", "os cuneiforme intermedium", 24523},
    LimbBone{"cuneiform_lateral", "lateral cuneiform", "os cuneiforme laterale", 24525},
    LimbBone{"cuboid", "cuboid", "os cuboideum", 24528},
};

// Rays of a hand or a foot, the thumb's or the great toe's first.
struct Ray {
    const char* name_en;
    const char* name_la;  // genitive of the digit
    int metapodial, proximal, middle, distal;  // FMA; middle 0 where there is none
};

void add_rays(std::vector<BoneSpec>& all, std::span<const Ray> rays, const char* metapodial,
              const char* metapodial_la, const char* digit, const char* region)
{
    for (std::size_t i = 0; i < rays.size(); ++i) {
        const Ray& ray = rays[i];
        const std::string number = std::to_string(i + 1);
        const auto add = [&](const std::string& name, std::string en, std::string la, int fma) {
            all.push_back(bone(name, paired, std::move(en), std::move(la), fma, region, 1.0f));
        };
        add(metapodial + ("_" + number), std::string(ordinals_en[i]) + " " + metapodial + " bone",
            std::string(metapodial_la) + " " + roman[i], ray.metapodial);
        const auto phalanx = [&](const char* which, const char* which_la, int fma) {
            add(std::string("phalanx_") + which + "_" + digit + "_" + number,
                std::string(which) + " phalanx of the " + ray.name_en,
                std::string("phalanx ") + which_la + " " + ray.name_la, fma);
        };
        phalanx("proximal", "proximalis", ray.proximal);
        if (ray.middle)
            phalanx("middle", "media", ray.middle);
        phalanx("distal", "distalis", ray.distal);
    }
}

constexpr std::array<Ray, 5> fingers{{
    {"thumb", "pollicis", 24464, 24450, 0, 24459},
    {"index finger", "digiti secundi manus", 24466, 24451, 24455, 24460},
    {"middle finger", "digiti tertii manus", 24468, 24452, 24456, 24461},
    {"ring finger", "digiti quarti manus", 24470, 24453, 24457, 24462},
    {"little finger", "digiti quinti manus", 24472, 24454, 24458, 24463},
}};
constexpr std::array<Ray, 5> toes{{
    {"great toe", "hallucis", 24507, 43253, 0, 32650},
    {"second toe", "digiti secundi pedis", 24509, 32634, 32642, 32652},
    {"third toe", "digiti tertii pedis", 24511, 32636, 32644, 32654},
    {"fourth toe", "digiti quarti pedis", 24513, 32638, 32646, 32656},
    {"little toe", "digiti quinti pedis", 24515, 32640, 230986, 32658},
}};

void add_upper_limb(std::vector<BoneSpec>& all)
{
    all.push_back(bone("clavicle", paired, "clavicle", "clavicula", 13322, "shoulder", 2.0f));
    all.push_back(bone("scapula", paired, "scapula", "scapula", 13395, "shoulder", 1.5f));
    all.push_back(bone("humerus", paired, "humerus", "humerus", 23130, "arm", 2.0f));
    all.push_back(bone("radius", paired, "radius", "radius", 23464, "forearm", 2.0f));
    all.push_back(bone("ulna", paired, "ulna", "ulna", 23467, "forearm", 2.0f));
    add_limb(all, carpals, "hand", 1.0f);
    add_rays(all, fingers, "metacarpal", "os metacarpi", "finger", "hand");
}

void add_lower_limb(std::vector<BoneSpec>& all)
{
    all.push_back(bone("hip_bone", paired, "hip bone", "os coxae", 16586, "hip", 1.5f));
    all.push_back(bone("femur", paired, "femur", "femur", 24474, "thigh", 2.0f));
    all.push_back(bone("patella", paired, "patella", "patella", 24486, "leg", 1.5f));
    all.push_back(bone("tibia", paired, "tibia", "tibia", 24477, "leg", 2.0f));
    all.push_back(bone("fibula", paired, "fibula", "fibula", 24480, "leg", 2.0f));
    add_limb(all, tarsals, "foot", 1.2f);
    add_rays(all, toes, "metatarsal", "os metatarsi", "toe", "foot");
    all.push_back(bone("sesamoids_of_foot", paired, "sesamoid bones of the foot", "ossa sesamoidea pedis", 45097,
                       "foot", 1.0f));
}

std::vector<BoneSpec> made()
{
    std::vector<BoneSpec> all;
    add_skull(all);
    add_spine(all);
    add_discs(all);
    add_chest(all);
    add_upper_limb(all);
    add_lower_limb(all);
    return all;
}

}  // namespace

const std::vector<BoneSpec>& bone_manifest()
{
    static const std::vector<BoneSpec> manifest = made();
    return manifest;
}

}  // namespace tpatlas
