#include "body_survey/muscle_manifest.hpp"

#include "io/toml_tree.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <system_error>

#include <glm/geometric.hpp>

namespace tpatlas
{
namespace
{

using io::TomlNode;
using Kind = TomlNode::Kind;

class ManifestReader
{
public:
    explicit ManifestReader(std::string file, std::map<std::string, int> bones)
        : file_(std::move(file)), bones_(std::move(bones))
    {
    }

    // Faults are added.
    std::vector<MuscleJob> read(const TomlNode& root, Faults& faults)
    {
        only(root, {"bones", "muscle"});
        std::vector<MuscleJob> jobs;
        if (const TomlNode* muscles = root.find("muscle"))
            for (const TomlNode& muscle : muscles->children)
                jobs.push_back(read_muscle(muscle));
        faults.insert(faults.end(), faults_.begin(), faults_.end());
        return jobs;
    }

private:
    void fault(const TomlNode& node, std::string what)
    {
        faults_.push_back({file_ + ":" + std::to_string(node.line), std::move(what), ""});
    }

    void only(const TomlNode& table, std::initializer_list<std::string_view> keys)
    {
        for (const TomlNode& child : table.children)
            if (std::find(keys.begin(), keys.end(), child.key) == keys.end())
                fault(child, "the key '" + child.key + "' is not known");
    }

    std::string text(const TomlNode& table, std::string_view key)
    {
        const TomlNode* node = table.find(key);
        if (node && node->is(Kind::text))
            return node->string;
        fault(node ? *node : table, "'" + std::string(key) + "' is not there or is no text");
        return {};
    }

    double number(const TomlNode& table, std::string_view key, std::optional<double> otherwise)
    {
        const TomlNode* node = table.find(key);
        if (node && node->is(Kind::number))
            return node->number;
        if (node || !otherwise)
            fault(node ? *node : table, "'" + std::string(key) + "' is not there or is no number");
        return otherwise.value_or(0);
    }

    std::vector<float> numbers(const TomlNode& node, std::size_t count)
    {
        std::vector<float> values;
        for (const TomlNode& child : node.children)
            if (child.is(Kind::number))
                values.push_back(static_cast<float>(child.number));
        if (node.is(Kind::array) && values.size() == count && node.children.size() == count)
            return values;
        fault(node, "is not " + std::to_string(count) + " numbers");
        return std::vector<float>(count, 0);
    }

    std::optional<glm::vec3> direction(const TomlNode& table, std::string_view key)
    {
        const TomlNode* node = table.find(key);
        if (!node)
            return std::nullopt;
        const std::vector<float> v = numbers(*node, 3);
        return glm::normalize(glm::vec3(v[0], v[1], v[2]) + glm::vec3(0, 1e-9f, 0));
    }

    std::vector<glm::vec3> points(const TomlNode& table, std::string_view key)
    {
        std::vector<glm::vec3> points;
        for (const TomlNode& point : table.find(key)->children) {
            const std::vector<float> v = numbers(point, 3);
            points.emplace_back(v[0], v[1], v[2]);
        }
        return points;
    }

    // A list whose items are bones' names or points.
    Attachment attachment(const TomlNode& table, std::string_view key)
    {
        Attachment attachment;
        const TomlNode* node = table.find(key);
        if (!node || !node->is(Kind::array) || node->children.empty()) {
            fault(node ? *node : table,
                  "'" + std::string(key) + "' names neither bones nor points");
            return attachment;
        }
        for (const TomlNode& item : node->children) {
            if (item.is(Kind::array)) {
                const std::vector<float> v = numbers(item, 3);
                attachment.line.emplace_back(v[0], v[1], v[2]);
            } else if (const auto bone = bones_.find(item.string); bone != bones_.end()) {
                attachment.bones.push_back(bone->second);
            } else {
                fault(item, "'" + item.string + "' is none of [bones]");
            }
        }
        return attachment;
    }

    // Keys that a stack does not give are its muscle's.
    StackJob read_stack(const TomlNode& table, const StackJob& otherwise)
    {
        StackJob stack = otherwise;
        if (table.find("origin"))
            stack.origin = attachment(table, "origin");
        if (table.find("insertion"))
            stack.insertion = attachment(table, "insertion");
        if (table.find("origin_soft"))
            stack.origin.soft = text(table, "origin_soft");
        if (table.find("insertion_soft"))
            stack.insertion.soft = text(table, "insertion_soft");
        if (table.find("ends")) {
            const std::string from = text(table, "ends");
            if (from != "form" && from != "attachments")
                fault(*table.find("ends"), "'" + from + "' is neither form nor attachments");
            stack.ends_from = from == "form" ? EndsFrom::form : EndsFrom::attachments;
        }
        stack.reach_mm =
            static_cast<float>(number(table, "reach_mm", static_cast<double>(stack.reach_mm)));
        if (table.find("skin"))
            stack.skin = direction(table, "skin");
        if (table.find("medial"))
            stack.medial = direction(table, "medial");
        if (table.find("pieces"))
            stack.pieces = points(table, "pieces");
        if (table.find("along"))
            stack.along = points(table, "along");
        if (table.find("clear_of"))
            stack.clear_of = attachment(table, "clear_of").bones;
        if (const TomlNode* keep = table.find("keep"))
            for (const TomlNode& plane : keep->children) {
                const std::vector<float> v = numbers(plane, 6);
                stack.keep.push_back(
                    {{v[0], v[1], v[2]}, glm::normalize(glm::vec3(v[3], v[4], v[5]))});
            }
        return stack;
    }

    MuscleJob read_muscle(const TomlNode& table)
    {
        only(table, {"name", "en", "la", "kind", "midline", "fma", "region", "layer", "closing_mm",
                     "origin", "origin_soft", "insertion_soft", "insertion", "ends", "reach_mm", "skin", "medial", "pieces", "keep",
                     "along", "clear_of", "stack", "remark"});
        MuscleJob job;
        job.entry.name = text(table, "name");
        job.entry.name_en = text(table, "en");
        job.entry.name_la = text(table, "la");
        if (const TomlNode* kind = table.find("kind")) {
            if (const auto known = structure_kind_from_text(kind->string))
                job.entry.kind = *known;
            else
                fault(*kind, "'" + kind->string + "' is no kind of structure");
        }
        if (const TomlNode* midline = table.find("midline")) {
            job.entry.midline = midline->boolean;
            if (!midline->is(Kind::boolean))
                fault(*midline, "'midline' is neither true nor false");
        }
        job.entry.fma = static_cast<int>(number(table, "fma", std::nullopt));
        job.entry.region = text(table, "region");
        job.entry.layer = static_cast<int>(number(table, "layer", std::nullopt));
        job.closing_mm = static_cast<float>(number(table, "closing_mm", 3.0));
        if (table.find("remark"))
            job.remark = text(table, "remark");
        const StackJob whole = read_stack(table, {});
        if (const TomlNode* stacks = table.find("stack"))
            for (const TomlNode& stack : stacks->children) {
                only(stack, {"name", "origin", "origin_soft", "insertion_soft", "insertion", "ends", "reach_mm", "skin", "medial",
                             "pieces", "keep", "along", "clear_of"});
                job.stacks.push_back(read_stack(stack, whole));
                job.stacks.back().name = text(stack, "name");
            }
        else
            job.stacks.push_back(whole);
        for (const StackJob& stack : job.stacks)
            if ((stack.origin.bones.empty() && stack.origin.line.empty()) ||
                (stack.insertion.bones.empty() && stack.insertion.line.empty()))
                fault(table, "'" + job.entry.name + "' needs 'origin' and 'insertion'");
        return job;
    }

    std::string file_;
    Faults faults_;
    std::map<std::string, int> bones_;
};

} // namespace

Result<MuscleManifest> read_muscle_manifest(const std::filesystem::path& path)
{
    std::set<std::filesystem::path> files; // in order
    std::error_code none;
    if (std::filesystem::is_directory(path, none)) {
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".toml")
                files.insert(entry.path());
    } else {
        files.insert(path);
    }
    Faults faults;
    std::map<std::string, int> bones;
    std::map<std::filesystem::path, TomlNode> roots;
    for (const std::filesystem::path& file : files) {
        Result<TomlNode> root = io::read_toml(file);
        if (!root) {
            faults.insert(faults.end(), root.faults().begin(), root.faults().end());
            continue;
        }
        if (const TomlNode* table = root.value().find("bones"))
            for (const TomlNode& bone : table->children)
                bones[bone.key] = static_cast<int>(bone.number);
        roots.emplace(file, root.take());
    }
    MuscleManifest manifest;
    for (const auto& [file, root] : roots)
        for (MuscleJob& job : ManifestReader(file.string(), bones).read(root, faults))
            manifest.muscles.push_back(std::move(job));
    if (faults.empty() && manifest.muscles.empty())
        faults.push_back({path.string(), "names no muscle", "give the survey's manifest"});
    if (!faults.empty())
        return faults;
    return manifest;
}

} // namespace tpatlas
