#include "body_survey/bone_manifest.hpp"

#include <array>
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
    all.push_back(bone("vertebra_l1", midline, "first lumbar vertebra", "vertebra lumbalis I",
                       13072, "back", 1.2f));
}

void add_discs(std::vector<BoneSpec>& all)
{
    constexpr std::array<int, 18> fma{25058, 13896, 13897, 13898, 13899, 13900,
                                      10458, 13495, 13500, 13501, 13502, 13503,
                                      13504, 13505, 13506, 13507, 13508, 13509};
    const auto level = [](std::size_t i) {  // 0: C1, 7: T1, 19: L1
        return i < 7 ? "c" + std::to_string(i + 1) : i < 19 ? "t" + std::to_string(i - 6) : "l1";
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

std::vector<BoneSpec> made()
{
    std::vector<BoneSpec> all;
    add_skull(all);
    add_spine(all);
    add_discs(all);
    add_chest(all);
    all.push_back(bone("clavicle", paired, "clavicle", "clavicula", 13322, "shoulder", 2.0f));
    all.push_back(bone("scapula", paired, "scapula", "scapula", 13395, "shoulder", 1.5f));
    all.push_back(bone("humerus", paired, "humerus", "humerus", 23130, "arm", 2.0f));
    return all;
}

}  // namespace

const std::vector<BoneSpec>& bone_manifest()
{
    static const std::vector<BoneSpec> manifest = made();
    return manifest;
}

}  // namespace tpatlas
