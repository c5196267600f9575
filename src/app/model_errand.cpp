#include "app/model_errand.hpp"

#include "app/glfw_window.hpp"
#include "io/model_file.hpp"
#include "io/new_file.hpp"
#include "scene/model_look.hpp"

#include <atomic>
#include <system_error>
#include <thread>
#include <utility>

namespace tpatlas::app {

struct ModelErrand::Writing {
    std::optional<Result<std::filesystem::path>> result;
    std::atomic<bool> done = false;
    std::jthread thread;  // last: it ends before what it writes to
};

ModelErrand::ModelErrand() = default;
ModelErrand::~ModelErrand() = default;

bool ModelErrand::begin(const Session& session, const std::filesystem::path& folder,
                        const std::string& stem)
{
    if (writing_)
        return false;
    writing_ = std::make_unique<Writing>();
    writing_->thread = std::jthread(
        [&writing = *writing_, atlas = session.shared_atlas(), folder, stem,
         look = scene::model_look(session.document(), session.view(), session.atlas())] {
            std::error_code failure;
            std::filesystem::create_directories(folder, failure);  // else the writing says so
            const Result<std::string> bytes = io::model_bytes(*atlas, look);
            writing.result = bytes ? io::write_new(folder, stem, ".glb", bytes.value())
                                   : Result<std::filesystem::path>(bytes.faults());
            writing.done = true;
            GlfwWindow::wake();
        });
    return true;
}

std::optional<Result<std::filesystem::path>> ModelErrand::take_result()
{
    if (!writing_ || !writing_->done)
        return std::nullopt;
    const std::unique_ptr<Writing> writing = std::move(writing_);
    return std::move(writing->result);
}

}  // namespace tpatlas::app
