// io/model_materials.hpp: the materials of an exported model, each made when it is first asked for.
//
//   ModelMaterials materials;
//   primitive["material"] = materials.number("muscle", {0.66f, 0.33f, 0.28f}, 1);
//   root["materials"] = materials.json();
#pragma once

#include <map>
#include <string>
#include <utility>

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

namespace tpatlas::io {

class ModelMaterials {
public:
    // Nothing of a body is metal. `srgb` 0...1; seen through below an opacity of 1.
    int number(const std::string& name, glm::vec3 srgb, float opacity);

    const nlohmann::ordered_json& json() const { return all_; }

private:
    std::map<std::string, int> made_;  // by what they look like
    nlohmann::ordered_json all_ = nlohmann::ordered_json::array();
};

}  // namespace tpatlas::io
