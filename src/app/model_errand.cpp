#include "app/model_errand.hpp"

#include "app/errand_names.hpp"
#include "app/glfw_window.hpp"
#include "core/model_kinds.hpp"
#include "io/model_file.hpp"
#include "io/new_file.hpp"
#include "io/user_folders.hpp"
#include "scene/model_look.hpp"

#include <atomic>
#include <filesystem>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace tpatlas::app {

namespace fs = std::filesystem;

struct ModelErrand::Writing {
    std::optional<Result<fs::path>> result;
    std::atomic<bool> done = false;
    std::jthread thread;  // last: it ends before what it writes to
};

ModelErrand::ModelErrand() = default;
ModelErrand::~ModelErrand() = default;

void ModelErrand::begin(const std::string& asked, Session& session)
{
    if (writing_)
        return;
    fs::path file = asked.empty() ? fs::path(stem_of(session)) : with_home(asked);
    if (lower_ending(file) == ".glb")
        file.replace_extension();
    if (file.is_relative())  // a picture's folder is no place for what is opened as a body
        file = io::scenes_folder() / file;
    writing_ = std::make_unique<Writing>();
    writing_->thread = std::jthread(
        [&writing = *writing_, file, atlas = session.shared_atlas(),
         look = scene::model_look(session.document(), session.view(), session.atlas())] {
            std::error_code failure;
            fs::create_directories(file.parent_path(), failure);  // else the writing says so
            const Result<std::string> bytes = io::model_bytes(*atlas, look);
            writing.result = bytes ? io::write_new(file.parent_path(), file.filename().string(),
                                                   ".glb", bytes.value())
                                   : Result<fs::path>(bytes.faults());
            writing.done = true;
            GlfwWindow::wake();
        });
    session.update(Tell{"notice.writing_model", {}});
}

bool ModelErrand::tell_result(Session& session)
{
    if (!writing_ || !writing_->done)
        return false;
    const std::unique_ptr<Writing> writing = std::move(writing_);
    const Result<fs::path>& written = *writing->result;
    if (!written) {
        session.update(Tell{"notice.fault", line_of(written.faults()), true});
        return true;
    }
    session.update(Tell{"notice.model_saved", written.value().string()});
    if (session.view().sheet == Sheet::scenes)  // it can be opened there
        session.update(ListFolder{written.value().parent_path().string()});
    return true;
}

}  // namespace tpatlas::app
