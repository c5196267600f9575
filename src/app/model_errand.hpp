// app/model_errand.hpp: a model of what is seen, written on a thread of its own.
//
//   if (model.begin(session, folder, "soleus_right")) ...   // folder/soleus_right.glb, or -2, -3 ...
//   if (const auto written = model.take_result()) ...       // once, after the window was woken
//
// Main thread. Its end waits for a file that is being written. Depends on io, scene, state.
#pragma once

#include "core/result.hpp"
#include "state/session.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tpatlas::app {

class ModelErrand {
public:
    ModelErrand();
    ~ModelErrand();
    ModelErrand(const ModelErrand&) = delete;
    ModelErrand& operator=(const ModelErrand&) = delete;

    // Of what is seen now, whatever is done meanwhile. False, and nothing is done, while another is
    // being written.
    bool begin(const Session& session, const std::filesystem::path& folder,
               const std::string& stem);
    // The file; nothing where none was begun or it is not done yet.
    std::optional<Result<std::filesystem::path>> take_result();

private:
    struct Writing;
    std::unique_ptr<Writing> writing_;
};

}  // namespace tpatlas::app
