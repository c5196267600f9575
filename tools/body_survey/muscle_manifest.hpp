// tools/body_survey/muscle_manifest.hpp: what the survey measures, read from the folder muscles/.
//
//   Result<MuscleManifest> manifest = read_muscle_manifest("tools/body_survey/muscles");
//
// The manifest names for each muscle its reference file (by FMA number), what is said of it, its
// attachments, and how it is cut where one reference mesh is several structures. Depends on domain
// and io.
#pragma once

#include "core/result.hpp"
#include "domain/measurements.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas
{

// Everything on the side of the plane to which the normal points.
struct HalfSpace {
    glm::vec3 point{0};
    glm::vec3 normal{0};
};

// Where an end of a stack is: bones near which it attaches, or a line in the body frame.
struct Attachment {
    std::vector<int> bones; // FMA numbers; empty where there is a line alone
    std::vector<glm::vec3> line;
    std::string soft; // in words, what else it is fixed to: a fascia, a ligament
};

enum class EndsFrom {
    form,       // the far ends of the form; attachments tell only which is the origin
    attachments // what lies near the attachments
};

struct StackJob {
    std::string name; // "" for a muscle of one stack
    // The part of the reference mesh that is this stack: of its connected pieces those nearest to
    // these points (all, where none is given), and of these what lies in all half-spaces.
    std::vector<glm::vec3> pieces;
    std::vector<HalfSpace> keep;
    std::vector<glm::vec3> along; // and what is nearer to this line than to other stacks' lines
    Attachment origin;
    Attachment insertion;
    EndsFrom ends_from = EndsFrom::form;
    float reach_mm =
        3; // how far an end extends from its line, or beyond the vertex nearest to bone
    std::optional<glm::vec3> skin;   // direction toward the skin, where the nearest skin misleads
    std::optional<glm::vec3> medial; // direction of positive v, where x does not tell
    std::vector<int> clear_of;       // bones (FMA numbers) that it is lifted out of
};

struct MuscleJob {
    StructureEntry entry;
    float closing_mm = 3;
    std::vector<StackJob> stacks;
    std::string remark; // why it misses the accuracy, where it does
};

struct MuscleManifest {
    std::vector<MuscleJob> muscles;
};

// A file, or a folder whose files are one manifest. All faults, each with its file and line.
Result<MuscleManifest> read_muscle_manifest(const std::filesystem::path& path);

} // namespace tpatlas
