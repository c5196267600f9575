// body/skin_head.hpp: the head with the face of a calm mannequin, as a field finer than any grid.
//
//   HeadField head(closed_skull_with_tissue, table, marks);
//   float d = head(p);
//
// Nose, lips, closed lids and ears are blended forms whose numbers stand in the tables; the lips
// sit on the face wherever the skull and its tissue put it. Keeps what it needs; any thread.
#pragma once

#include "body/field.hpp"
#include "body/skin_ear.hpp"
#include "body/skin_marks.hpp"

namespace tpatlas::body {

class HeadField {
public:
    HeadField(FieldGrid base, const SkinTable& table, const BoneMarks& marks);

    float operator()(glm::vec3 p) const;

private:
    struct Form {
        Filler filler;
        glm::vec3 a, b;
        glm::vec3 middle;
        float reach_mm;  // nothing of it lies farther from the middle
    };
    static std::vector<Form> forms_of(const SkinTable& table, const BoneMarks& marks,
                                      const std::string& segment);
    static float with_form(float field, glm::vec3 p, const Form& form);
    float nose(glm::vec3 p) const;
    float with_lids(float field, glm::vec3 p) const;
    float with_lips(float field, glm::vec3 p) const;
    float face_z(float x, float y) const;

    FieldGrid base_;
    std::vector<Form> nose_, face_;
    float nose_blend_mm_;
    EyeTable eye_;
    glm::vec3 eye_at_;
    MouthTable mouth_;
    glm::vec3 mouth_at_;
    EarField ear_;
    float ear_blend_mm_;
};

}  // namespace tpatlas::body
