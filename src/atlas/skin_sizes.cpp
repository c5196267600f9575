// Over 400 lines because how a measure is taken and what it is held against are read side by side.
#include "atlas/skin_sizes.hpp"

#include "atlas/skin_section.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <glm/geometric.hpp>

namespace tpatlas {

namespace {

constexpr glm::vec3 up{0, 1, 0}, lateral{1, 0, 0}, forward{0, 0, 1};

// Takes the measures of one skin. `lm` is a landmark's place on the skin of the right side (x < 0).
class Measurer {
public:
    explicit Measurer(const Body& body)
        : body_(body), skin_(body.mesh_of(*body.surfaces().skin)), box_(bounds(skin_))
    {
        axilla_y_ = highest(lm("acromion").y, [this](float y) { return arm_is_apart(y); });
        crotch_y_ = highest(lm("anterior_superior_iliac_spine").y,
                            [this](float y) { return !crosses_midline(y); });
        for (float y = axilla_y_; y < lm("acromion").y; y += 4)
            if (const float here = whole_breadth(y); here > deltoid_) {
                deltoid_ = here;
                deltoid_y_ = y;
            }
        chest_y_ = fullest(axilla_y_ - 70, axilla_y_ - 2);
        hip_y_ = lm("buttock_most_prominent").y;
    }

    glm::vec3 lm(const char* id) const
    {
        const PlacedLandmark* mark = body_.landmark({id}, Side::right);
        assert(mark);
        return mark ? mark->skin_mm : glm::vec3(0);
    }
    glm::vec3 bone(const char* id) const
    {
        const PlacedLandmark* mark = body_.landmark({id}, Side::right);
        assert(mark);
        return mark ? mark->position_mm : glm::vec3(0);
    }
    double height(float y) const { return static_cast<double>(y - box_.min.y); }
    double height(const char* id) const { return height(lm(id).y); }
    double stature() const { return height(box_.max.y); }
    double across(const char* id) const { return -2.0 * static_cast<double>(lm(id).x); }
    double between_bones(const char* id) const
    {
        return -2.0 * static_cast<double>(bone(id).x);
    }
    double axilla() const { return height(axilla_y_); }
    double crotch() const { return height(crotch_y_); }
    double bideltoid() const { return static_cast<double>(deltoid_); }
    double square_metres() const { return area_mm2(skin_) / 1e6; }

    double chest_girth() const { return tape(trunk(chest_y_)); }
    double chest_breadth() const { return extent(trunk(chest_y_), lateral); }
    double chest_depth() const { return extent(trunk(chest_y_), forward); }
    double waist_girth() const { return tape(trunk(lm("umbilicus").y)); }
    double waist_breadth() const { return extent(trunk(lm("umbilicus").y), lateral); }
    double waist_depth() const { return extent(trunk(lm("umbilicus").y), forward); }
    double hip_girth() const { return tape(trunk(hip_y_)); }
    double hip_breadth() const
    {
        return static_cast<double>(widest(crotch_y_, lm("iliac_crest_top").y));
    }
    double buttock_depth() const { return extent(trunk(hip_y_), forward); }
    double shoulder_girth() const
    {
        std::vector<glm::vec3> all;
        for (const auto& loop : section_of(skin_, {0, deltoid_y_, 0}, up).loops)
            all.insert(all.end(), loop.begin(), loop.end());
        return tape(all);
    }
    double neck_girth() const
    {
        glm::vec3 axis = bone("c1_transverse_process") - bone("c6_transverse_process");
        axis.x = 0;
        return girth(lm("laryngeal_prominence") * glm::vec3(0, 1, 1), axis,
                     bone("c4_transverse_process") * glm::vec3(0, 1, 1));
    }
    double head_girth() const  // above brows and ears
    {
        const glm::vec3 front = lm("glabella") + glm::vec3(0, 8, 0);
        const glm::vec3 ears = (lm("ear_top") + glm::vec3(0, 6, 0)) * glm::vec3(0, 1, 1);
        return girth(front, glm::cross(front - ears, lateral), ears);
    }
    double face_height() const
    {
        const glm::vec3 chin = lm("chin");
        float lowest = chin.y;
        for (const glm::vec3& p : skin_.positions)
            if (std::abs(p.x) < 6 && p.z > chin.z - 18 && p.y > chin.y - 30)
                lowest = std::min(lowest, p.y);
        return static_cast<double>(lm("nasion").y - lowest);
    }
    double head_length() const
    {
        double most = 0;
        for (const glm::vec3& p : skin_.positions)
            if (p.y > lm("mastoid_process").y && std::abs(p.x) < 20)
                most = std::max(most, static_cast<double>(glm::distance(p, lm("glabella"))));
        return most;
    }
    double head_breadth() const
    {
        float most = 0;
        for (float y = lm("ear_top").y + 8; y < box_.max.y; y += 4)
            most = std::max(most, extent_mm(section_of(skin_, {0, y, 0}, up).loops[0], lateral));
        return static_cast<double>(most);
    }
    // The thickest or thinnest place of a limb from share `from` to `to` of the way a-b.
    double limb_girth(const char* a, const char* b, float from, float to, bool thickest) const
    {
        const glm::vec3 axis = bone(b) - bone(a);
        double best = thickest ? 0 : 1e9;
        for (float t = from; t <= to + 1e-3f; t += 0.02f) {
            const double here = girth(bone(a) + axis * t, axis, bone(a) + axis * t);
            best = thickest ? std::max(best, here) : std::min(best, here);
        }
        return best;
    }
    double thigh_girth() const  // at the fold of the buttock, where the thighs are apart
    {
        const float y = std::min(lm("gluteal_fold").y, crotch_y_ - 6);
        return girth({0, y, 0}, up, {bone("femur_middle").x, y, bone("femur_middle").z});
    }
    double level_girth(const char* at, const char* inside) const
    {
        return girth(lm(at), up, {bone(inside).x, lm(at).y, bone(inside).z});
    }
    // From one place to the farthest skin of the part in the box, along the way to another place.
    double length_to_end(glm::vec3 from, glm::vec3 toward, float reach_mm) const
    {
        const glm::vec3 along = glm::normalize(toward - from);
        float most = 0;
        for (const glm::vec3& p : skin_.positions)
            if (glm::distance(p, toward) < reach_mm)
                most = std::max(most, glm::dot(p - from, along));
        return static_cast<double>(most);
    }
    double hand_length() const
    {
        const glm::vec3 wrist = (lm("radial_styloid") + lm("ulnar_styloid")) * 0.5f;
        return length_to_end(wrist, lm("finger_3_tip"), 25);
    }
    double hand_breadth() const
    {
        const glm::vec3 row = bone("metacarpal_2_head") - bone("metacarpal_5_head");
        const glm::vec3 middle = (bone("metacarpal_2_head") + bone("metacarpal_5_head")) * 0.5f;
        const glm::vec3 along = bone("metacarpal_3_head") - lm("wrist_front_middle");
        const glm::vec3 across = glm::normalize(row);
        const Section cut = section_of(
            skin_, middle, glm::normalize(along - across * glm::dot(along, across)));
        return static_cast<double>(extent_mm(cut.loops[cut.loop_near(middle)], across));
    }
    double foot_length() const
    {
        double most = 0;
        for (const char* toe : {"toe_1_tip", "toe_2_tip"})
            most = std::max(most, length_to_end(lm("heel_back"), lm(toe), 25));
        return most;
    }
    double heel_to_ball() const
    {
        const glm::vec3 along = glm::normalize(lm("toe_2_tip") - lm("heel_back"));
        return static_cast<double>(glm::dot(lm("metatarsal_1_head") - lm("heel_back"), along));
    }
    double foot_breadth() const
    {
        glm::vec3 along = lm("toe_2_tip") - lm("heel_back");
        along.y = 0;
        const glm::vec3 across = glm::normalize(glm::cross(up, along));
        float least = 1e9f, most = -1e9f;
        for (const glm::vec3& p : skin_.positions)
            for (const char* head : {"metatarsal_1_head", "metatarsal_5_head"})
                if (glm::distance(p, bone(head)) < 26 && p.y < bone(head).y + 20) {
                    least = std::min(least, glm::dot(p, across));
                    most = std::max(most, glm::dot(p, across));
                }
        return static_cast<double>(most - least);
    }
    double distance(const char* a, const char* b) const
    {
        return static_cast<double>(glm::distance(lm(a), lm(b)));
    }
    double ear_breadth() const
    {
        float least = 1e9f, most = -1e9f;
        for (const glm::vec3& p : skin_.positions)
            if (p.y > lm("ear_lobe").y && p.y < lm("ear_top").y && p.x < lm("tragus").x - 4 &&
                std::abs(p.z - lm("ear_outermost").z) < 40) {
                least = std::min(least, p.z);
                most = std::max(most, p.z);
            }
        return static_cast<double>(most - least);
    }

private:
    double tape(const std::vector<glm::vec3>& loop) const
    {
        return static_cast<double>(tape_mm(loop, up));
    }
    static double extent(const std::vector<glm::vec3>& loop, glm::vec3 direction)
    {
        return static_cast<double>(extent_mm(loop, direction));
    }
    double girth(glm::vec3 at, glm::vec3 normal, glm::vec3 inside) const
    {
        const Section cut = section_of(skin_, at, normal);
        return static_cast<double>(tape_mm(cut.loops[cut.loop_near(inside)], normal));
    }
    bool arm_is_apart(float y) const
    {
        const std::vector<std::vector<glm::vec3>> loops = section_of(skin_, {0, y, 0}, up).loops;
        return std::any_of(loops.begin(), loops.end(),
                           [](const auto& loop) {  // an arm, not a fold's hollow
                               return mean_x(loop) < -160 && extent_mm(loop, lateral) > 50;
                           });
    }
    static float mean_x(const std::vector<glm::vec3>& loop)
    {
        float sum = 0;
        for (const glm::vec3& p : loop)
            sum += p.x;
        return sum / static_cast<float>(loop.size());
    }
    bool crosses_midline(float y) const
    {
        for (const auto& loop : section_of(skin_, {0, y, 0}, up).loops) {
            bool left = false, right = false;
            for (const glm::vec3& p : loop) {
                left = left || p.x > 0;
                right = right || p.x < 0;
            }
            if (left && right)
                return true;
        }
        return false;
    }
    // Going down from `from`, the first height at which it is so.
    template <class Test>
    float highest(float from, const Test& test) const
    {
        float y = from;
        while (y > box_.min.y + 10 && !test(y))
            y -= 2;
        return y;
    }
    // Without arms and hands: the loops that lie about the midline.
    std::vector<glm::vec3> trunk(float y) const
    {
        std::vector<glm::vec3> all;
        for (const auto& loop : section_of(skin_, {0, y, 0}, up).loops)
            if (std::abs(mean_x(loop)) < 140)
                all.insert(all.end(), loop.begin(), loop.end());
        return all;
    }
    float widest(float from, float to) const
    {
        float most = 0;
        for (float y = from; y <= to; y += 4)
            most = std::max(most, extent_mm(trunk(y), lateral));
        return most;
    }
    float whole_breadth(float y) const
    {
        float most = 0;
        for (const auto& loop : section_of(skin_, {0, y, 0}, up).loops)
            for (const glm::vec3& p : loop)
                most = std::max(most, 2 * std::abs(p.x));
        return most;
    }
    float fullest(float from, float to) const
    {
        float best = from;
        double most = 0;
        for (float y = from; y <= to; y += 4)
            if (const double here = arm_is_apart(y) ? tape(trunk(y)) : 0; here > most) {
                most = here;
                best = y;
            }
        return best;
    }

    const Body& body_;
    MeshData skin_;
    Box box_;
    float axilla_y_ = 0, crotch_y_ = 0, chest_y_ = 0, hip_y_ = 0;
    float deltoid_ = 0, deltoid_y_ = 0;
};

constexpr double lean_women_mm = 1629, lean_men_mm = 1704;  // stature

struct Row {
    const char* name;
    const char* unit;
    double women, women_sd, men, men_sd;
    int power;  // of the scale: 1 lengths, 2 areas, 3 volumes
    double value;
    const char* exception = "";
};

// What the reference's own bones decide.
constexpr const char* narrow = "the reference's acromia lie that near";
constexpr const char* barrel = "the reference's ribs alone are 276 mm wide and 205 mm deep";
constexpr const char* shank = "the reference's shank is short";
constexpr const char* hanging = "the arm hangs away from the body and is a little bent";

std::vector<Row> heights(const Measurer& m)
{
    return {
        {"C7 height", "mm", 1396, 32, 1464, 19, 1, m.height("c7_spinous_process")},
        {"acromion height", "mm", 1333, 31, 1387, 21, 1, m.height("acromion")},
        {"suprasternal height", "mm", 1327, 31, 1387, 18, 1, m.height("jugular_notch")},
        {"axilla height", "mm", 1241, 31, 1286, 20, 1, m.axilla()},
        {"iliac crest height", "mm", 996, 31, 1027, 23, 1, m.height("iliac_crest_top")},
        {"navel height", "mm", 987, 31, 1027, 24, 1, m.height("umbilicus")},
        {"trochanter height", "mm", 846, 32, 871, 26, 1, m.height("greater_trochanter")},
        {"wrist height", "mm", 791, 24, 813, 23, 1, m.height("ulnar_styloid"), hanging},
        {"crotch height", "mm", 786, 31, 819, 25, 1, m.crotch()},
        {"mid patella height", "mm", 449, 19, 470, 18, 1, m.height("patella_centre")},
        {"tibiale height", "mm", 438, 18, 450, 16, 1, m.height("medial_joint_line"), shank},
        {"lateral malleolus height", "mm", 63, 5, 69, 5, 1, m.height("lateral_malleolus")},
    };
}

std::vector<Row> trunk_sizes(const Measurer& m)
{
    return {
        {"biacromial breadth", "mm", 363, 15, 399, 15, 1, m.between_bones("acromion"), narrow},
        {"bideltoid breadth", "mm", 428, 16, 467, 15, 1, m.bideltoid()},
        {"chest breadth", "mm", 257, 12, 268, 11, 1, m.chest_breadth(), barrel},
        {"chest depth", "mm", 226, 17, 221, 13, 1, m.chest_depth(), barrel},
        {"waist breadth", "mm", 274, 18, 281, 16, 1, m.waist_breadth()},
        {"waist depth", "mm", 188, 16, 197, 14, 1, m.waist_depth()},
        {"hip breadth", "mm", 334, 16, 315, 12, 1, m.hip_breadth()},
        {"buttock depth", "mm", 214, 13, 212, 12, 1, m.buttock_depth()},
        {"neck girth", "mm", 316, 11, 369, 12, 1, m.neck_girth()},
        {"shoulder girth", "mm", 993, 33, 1096, 32, 1, m.shoulder_girth()},
        {"chest girth", "mm", 879, 44, 940, 34, 1, m.chest_girth()},
        {"waist girth at the navel", "mm", 777, 51, 796, 45, 1, m.waist_girth()},
        {"hip girth", "mm", 959, 37, 912, 29, 1, m.hip_girth()},
        {"area", "m2", 1.63, 0.07, 1.76, 0.05, 2, m.square_metres()},
    };
}

// ANSUR's arm girths are those of the flexed arm; relaxed, the upper arm has 20-25 mm less and the
// forearm 8-12 (standard figures).
std::vector<Row> limb_sizes(const Measurer& m)
{
    return {
        {"thigh girth, top", "mm", 570, 30, 544, 24, 1, m.thigh_girth()},
        {"girth above the knee", "mm", 374, 20, 367, 14, 1,
         m.level_girth("patella_base", "knee_centre")},
        {"calf girth", "mm", 353, 18, 355, 16, 1,
         m.limb_girth("knee_centre", "lateral_malleolus", 0.1f, 0.5f, true)},
        {"ankle girth", "mm", 208, 12, 213, 9, 1,
         m.limb_girth("knee_centre", "lateral_malleolus", 0.7f, 0.96f, false)},
        {"upper arm girth, relaxed", "mm", 280 - 22, 16, 318 - 22, 19, 1,
         m.limb_girth("acromion", "lateral_epicondyle", 0.58f, 0.8f, true)},
        {"forearm girth, relaxed", "mm", 250 - 10, 12, 284 - 10, 13, 1,
         m.limb_girth("lateral_epicondyle", "radial_styloid", 0.08f, 0.45f, true)},
        {"wrist girth", "mm", 151, 6, 167, 6, 1,
         m.limb_girth("lateral_epicondyle", "radial_styloid", 0.85f, 0.97f, false)},
        {"hand length", "mm", 180, 8, 187, 8, 1, m.hand_length()},
        {"hand breadth", "mm", 77, 3, 85, 4, 1, m.hand_breadth()},
        {"foot length", "mm", 244, 10, 262, 8, 1, m.foot_length()},
        {"foot breadth", "mm", 91, 4, 97, 4, 1, m.foot_breadth()},
        {"heel to ball", "mm", 180, 7, 193, 7, 1, m.heel_to_ball()},
    };
}

std::vector<Row> head_sizes(const Measurer& m)
{
    return {
        {"head length", "mm", 189, 7, 196, 6, 1, m.head_length()},
        {"head breadth", "mm", 147, 5, 152, 5, 1, m.head_breadth()},
        {"tragion to top", "mm", 125, 7, 129, 6, 1, m.stature() - m.height("tragus")},
        {"head girth", "mm", 557, 18, 564, 14, 1, m.head_girth()},
        {"sellion to menton", "mm", 112, 6, 120, 7, 1, m.face_height()},
        {"bizygomatic breadth", "mm", 131, 6, 138, 5, 1, m.across("zygomatic_arch_mid")},
        {"interpupillary distance", "mm", 61, 3.5, 62.8, 3.3, 1, m.across("eye_centre")},
        {"ear length", "mm", 59, 4, 62, 4, 1, m.distance("ear_top", "ear_lobe")},
        {"ear breadth", "mm", 33, 3, 35, 3, 1, m.ear_breadth()},
    };
}

SkinSize limited(const Row& row, double stature)
{
    constexpr double share = 1.645;  // of a standard deviation: 5 % lie beyond
    const double low =
        (row.women - share * row.women_sd) * std::pow(stature / lean_women_mm, row.power);
    const double high = (row.men + share * row.men_sd) * std::pow(stature / lean_men_mm, row.power);
    return {row.name, row.unit, row.value, low, high, row.exception};
}

}  // namespace

std::vector<SkinSize> skin_sizes(const Body& body)
{
    const Measurer measurer(body);
    std::vector<SkinSize> sizes;
    const double stature = measurer.stature();
    sizes.push_back({"stature", "mm", stature, 1525, 1870, ""});  // p5 of women, p95 of men, all
    for (const auto& group :
         {heights(measurer), trunk_sizes(measurer), limb_sizes(measurer), head_sizes(measurer)})
        for (const Row& row : group)
            sizes.push_back(limited(row, stature));
    return sizes;
}

}  // namespace tpatlas
