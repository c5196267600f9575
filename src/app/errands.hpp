// app/errands.hpp: what the session asks the program around it to do: capture, copy, save, open,
// list a folder. What came of it is told to the session as a command.
//
//   Errands errands(options, renderer);
//   for (const Command& request : session.take_requests()) errands.carry_out(request, session);
//   if (errands.drew_over_picture()) redraws.forget();
//   errands.take_results(session);   // a body that was being read is there
//
// Main thread; a body is read (app/body_errand.hpp), and a model written, on a thread of its own,
// which wakes the window when it is done. Depends on io, scene, render, state.
#pragma once

#include "app/body_errand.hpp"
#include "app/model_errand.hpp"
#include "app/window.hpp"
#include "core/image.hpp"
#include "io/png_file.hpp"
#include "render/renderer.hpp"
#include "state/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace tpatlas::app {

class Errands {
public:
    Errands(const Options& options, render::Renderer& renderer);
    ~Errands();
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    // Does nothing for a command that is no errand.
    void carry_out(const Command& request, Session& session);
    void open(const std::filesystem::path& file, Session& session);
    // True: something came of it, and there is something new to see.
    bool take_results(Session& session) { return body_.take_result(session); }
    bool take_model(Session& session) { return model_.tell_result(session); }
    void tell_body(Session& session) const { body_.tell(session); }

    // Since the last call the renderer drew something else than the window's picture.
    bool drew_over_picture();

private:
    struct Drawn {
        Image image;
        std::vector<io::PngText> texts;
    };
    Result<Drawn> drawn(const Session& session);
    void capture(Session& session);
    void copy(Session& session);
    void save(const std::string& file, Session& session);
    void list(const std::string& folder, Session& session);
    void open_scene(const std::filesystem::path& file, Session& session);

    const Options& options_;
    render::Renderer& renderer_;
    BodyErrand body_;
    ModelErrand model_;
    std::filesystem::path copied_;  // a picture lent to the clipboard
    bool drew_ = false;
};

}  // namespace tpatlas::app
