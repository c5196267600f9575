// tools/body_survey/muscle_survey.hpp: a muscle's table from its reference mesh.
//
//   MuscleSurveyor surveyor(reference_folder, manifest);
//   Result<SurveyedMuscle> muscle = surveyor.survey(manifest.muscles.front());
//
// A surveyor keeps the bones that it has loaded; any number of threads may call it. Depends on
// body, io.
#pragma once

#include "body_survey/closing.hpp"
#include "body_survey/distance.hpp"
#include "body_survey/fibre_field.hpp"
#include "body_survey/muscle_manifest.hpp"
#include "body_survey/triangle_tree.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace tpatlas
{

struct SurveyedMuscle {
    MuscleTable table;
    MeshData closed; // what it was measured on
    SurfaceError error;
};

// Puts into a table what the manifest says of the muscle beside its form: names, layer, and what
// its ends are fixed to.
void describe(MuscleTable& table, const MuscleJob& job);

class MuscleSurveyor
{
public:
    MuscleSurveyor(std::filesystem::path reference, MuscleManifest manifest);

    Result<SurveyedMuscle> survey(const MuscleJob& job);

    // The closed reference surface of a muscle: of its stacks, one after another.
    Result<std::vector<MeshData>> closed_parts(const MuscleJob& job);

private:
    // Distance to an attachment; loads its bones.
    using Nearness = std::function<float(glm::vec3)>;
    Result<Nearness> nearness(const Attachment& attachment);
    Result<MuscleEnds> ends(const MeshData& closed, const StackJob& job);
    Result<MuscleStack> survey_stack(const MeshData& closed, const StackJob& job);
    Result<const TriangleTree*> bone(int fma);
    Result<const TriangleTree*> outside();

    std::filesystem::path reference_;
    MuscleManifest manifest_;
    std::mutex loading_; // guards what follows
    std::map<int, std::unique_ptr<TriangleTree>> bones_;
    std::unique_ptr<TriangleTree> outside_;
};

} // namespace tpatlas
