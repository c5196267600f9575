#include "io/importer/scene_parts.hpp"

#include "core/model_kinds.hpp"
#include "io/importer/gltf_parts.hpp"
#include "io/importer/magic.hpp"
#include "io/importer/model_files.hpp"
#include "io/importer/obj_reader.hpp"
#include "io/importer/ply_parts.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <assimp/BaseImporter.h>
#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/importerdesc.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

namespace tpatlas::importer {

namespace {

// Fewer importers, fewer faults to be met: Assimp brings 48.
void keep_few_importers(Assimp::Importer& importer)
{
    const std::set<std::string> kept{"stl", "fbx", "dae"};
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        Assimp::BaseImporter* one = importer.GetImporter(i);
        std::set<std::string> extensions;
        one->GetExtensionList(extensions);
        const bool wanted = std::any_of(extensions.begin(), extensions.end(),
                                        [&](const std::string& e) { return kept.contains(e); });
        if (!wanted)
            importer.UnregisterLoader(one);
    }
}

// What is wrong with a scene before its faces are cut into triangles: "" where nothing is.
std::string fault_of(const aiScene& scene)
{
    if (scene.mNumMeshes == 0 || scene.mRootNode == nullptr)
        return "holds no surface";
    std::uint64_t vertices = 0, triangles = 0;
    for (unsigned i = 0; i < scene.mNumMeshes; ++i) {
        const aiMesh& mesh = *scene.mMeshes[i];
        if (mesh.mVertices == nullptr && mesh.mNumVertices > 0)
            return "holds a surface without positions";
        vertices += mesh.mNumVertices;
        for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
            if (mesh.mFaces[f].mNumIndices > max_corners)
                return "holds a face of more than " + std::to_string(max_corners) + " corners";
            if (mesh.mFaces[f].mNumIndices > 2)
                triangles += mesh.mFaces[f].mNumIndices - 2;
        }
    }
    if (vertices > max_vertices || triangles > max_triangles)
        return "holds more than " + std::to_string(max_triangles / 1'000'000) +
               " million triangles";
    return triangles == 0 ? "holds no surface" : "";
}

glm::vec3 moved(const aiMatrix4x4& to_world, const aiVector3D& p)
{
    const aiVector3D q = to_world * p;
    return {q.x, q.y, q.z};
}

void append(Part& part, const aiMesh& mesh, const aiMatrix4x4& world_from_mesh)
{
    const auto base = static_cast<std::uint32_t>(part.positions.size());
    part.positions.reserve(part.positions.size() + mesh.mNumVertices);
    part.triangles.reserve(part.triangles.size() + mesh.mNumFaces);
    for (unsigned i = 0; i < mesh.mNumVertices; ++i)
        part.positions.push_back(moved(world_from_mesh, mesh.mVertices[i]));
    const bool mirrors = world_from_mesh.Determinant() < 0;
    for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
        const aiFace& face = mesh.mFaces[f];
        if (face.mNumIndices != 3)
            continue;  // points and lines are no surface
        glm::uvec3 t(face.mIndices[0], face.mIndices[1], face.mIndices[2]);
        if (std::max({t.x, t.y, t.z}) >= mesh.mNumVertices)
            continue;
        if (mirrors)
            std::swap(t.y, t.z);
        part.triangles.push_back(t + base);
    }
}

std::string clean_name(const aiString& name)
{
    const std::string text(name.data, std::min<std::size_t>(name.length, sizeof name.data));
    // "<STL_BINARY>": Assimp's own word, not the file's.
    return text.starts_with('<') ? "" : short_name(text);
}

// A structure is a node with its meshes; where one node carries several named meshes, each is one.
class Collector {
public:
    Collector(const aiScene& scene, std::vector<Part>& parts) : scene_(scene), parts_(parts) {}

    // An explicit stack: files with chains of 60 000 nodes exist. "" or what is wrong.
    std::string run()
    {
        struct Pending {
            const aiNode* node;
            aiMatrix4x4 world_from_parent;
        };
        std::vector<Pending> pending{{scene_.mRootNode, aiMatrix4x4()}};
        std::uint64_t vertices = 0;
        while (!pending.empty()) {
            const Pending now = pending.back();
            pending.pop_back();
            const aiMatrix4x4 world_from_node = now.world_from_parent * now.node->mTransformation;
            take(*now.node, world_from_node);
            for (unsigned i = now.node->mNumChildren; i-- > 0;)  // in the file's order
                pending.push_back({now.node->mChildren[i], world_from_node});
            // One mesh may hang on many nodes.
            for (; counted_ < parts_.size(); ++counted_)
                vertices += parts_[counted_].positions.size();
            if (parts_.size() > max_parts || vertices > max_vertices)
                return "holds more surfaces or vertices than a body has";
        }
        return parts_.empty() ? "holds no surface" : "";
    }

private:
    void take(const aiNode& node, const aiMatrix4x4& world_from_node)
    {
        std::set<std::string> names;
        for (unsigned i = 0; i < node.mNumMeshes; ++i)
            names.insert(clean_name(scene_.mMeshes[node.mMeshes[i]]->mName));
        const bool each = node.mNumMeshes > 1 && names.size() == node.mNumMeshes &&
                          !names.contains("") && &node == scene_.mRootNode;
        Part whole{clean_name(node.mName), {}, {}};
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            const aiMesh& mesh = *scene_.mMeshes[node.mMeshes[i]];
            Part own{clean_name(mesh.mName), {}, {}};
            append(each ? own : whole, mesh, world_from_node);
            if (each)
                keep(std::move(own));
            else if (whole.name.empty())
                whole.name = own.name;
        }
        keep(std::move(whole));
    }

    void keep(Part part)
    {
        if (!part.triangles.empty())
            parts_.push_back(std::move(part));
    }

    const aiScene& scene_;
    std::vector<Part>& parts_;
    std::size_t counted_ = 0;
};

bool bounded(const std::vector<Part>& parts)
{
    const auto fits = [](float x) { return std::isfinite(x) && std::abs(x) <= max_coordinate; };
    for (const Part& part : parts)
        for (const glm::vec3& p : part.positions)
            if (!fits(p.x) || !fits(p.y) || !fits(p.z))
                return false;
    return true;
}

void note_conventions(const aiScene& scene, const std::string& extension, ReadFile& file)
{
    if (extension == ".dae") {  // Assimp has already turned and scaled it
        file.unit_mm = 1000;
        file.up = UpAxis::y;
    }
    if (extension == ".fbx" && scene.mMetaData != nullptr) {
        float centimetres = 0;
        double precise = 0;
        std::int32_t axis = 0;
        if (scene.mMetaData->Get("UnitScaleFactor", precise))
            centimetres = static_cast<float>(precise);
        else
            scene.mMetaData->Get("UnitScaleFactor", centimetres);
        if (std::isfinite(centimetres) && centimetres > 0)
            file.unit_mm = 10 * centimetres;
        if (scene.mMetaData->Get("UpAxis", axis) && (axis == 1 || axis == 2))
            file.up = axis == 1 ? UpAxis::y : UpAxis::z;
    }
}

}  // namespace

struct Reader::Inside {
    Assimp::Importer importer;

    ReadFile read(const std::filesystem::path& model, const std::string& extension,
                  std::vector<char> bytes);
};

ReadFile Reader::Inside::read(const std::filesystem::path& model, const std::string& extension,
                              std::vector<char> bytes)
{
    // However this ends, neither the scene nor the file outlives it.
    const auto empty = [](Assimp::Importer* used) {
        used->FreeScene();
        used->SetIOHandler(nullptr);
    };
    const std::unique_ptr<Assimp::Importer, decltype(empty)> guard(&importer, empty);
    importer.SetIOHandler(new ModelFiles(model, std::move(bytes)));
    const aiScene* scene = importer.ReadFile(model.string(), 0);
    if (scene == nullptr) {
        const std::string_view error = importer.GetErrorString();
        if (error.find("bad_alloc") != std::string_view::npos)
            throw std::bad_alloc();
        throw Refusal("cannot be understood: " + std::string(error));
    }
    importer.SetIOHandler(nullptr);  // the file's bytes go before the parts come
    if (const std::string wrong = fault_of(*scene); !wrong.empty())
        throw Refusal(wrong);
    // Only now: triangulating one face of millions of corners takes for ever.
    scene = importer.ApplyPostProcessing(aiProcess_Triangulate);
    if (scene == nullptr)
        throw Refusal("cannot be cut into triangles");
    ReadFile file;
    if (const std::string wrong = Collector(*scene, file.parts).run(); !wrong.empty())
        throw Refusal(wrong);
    note_conventions(*scene, extension, file);
    return file;
}

Reader::Reader() : inside_(std::make_unique<Inside>())
{
    keep_few_importers(inside_->importer);
    inside_->importer.SetPropertyBool(AI_CONFIG_IMPORT_NO_SKELETON_MESHES, true);
    inside_->importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, false);
    inside_->importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_USE_COLLADA_NAMES, true);
}

Reader::~Reader() = default;

ReadFile Reader::read(const std::filesystem::path& path)
{
    std::error_code fault;
    const std::filesystem::path model = std::filesystem::canonical(path, fault);
    if (fault)
        throw Refusal("cannot be found");
    const std::string extension = lower_ending(model);
    std::optional<std::vector<char>> bytes = read_regular_file(model);
    if (!bytes)
        throw Refusal("cannot be read, or is no regular file of at most " +
                      std::to_string(max_file_bytes >> 20) + " MiB");
    if (const std::string wrong = fault_of_first_bytes(*bytes, extension); !wrong.empty())
        throw Refusal(wrong);
    ReadFile file = extension == ".glb" || extension == ".gltf" ? read_gltf(model, *bytes)
                    : extension == ".ply"                         ? read_ply(*bytes)
                    : extension == ".obj"                         ? read_obj(std::move(*bytes))
                    : inside_->read(model, extension, std::move(*bytes));
    if (!bounded(file.parts))
        throw Refusal("holds a position that is not finite or absurdly far");
    return file;
}

}  // namespace tpatlas::importer
