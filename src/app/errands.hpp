// app/errands.hpp: what the session asks the program around it to do: capture, copy, save, open,
// list a folder. What came of it is told to the session as a command.
//
//   Errands errands(options, renderer);
//   for (const Command& request : session.take_requests()) errands.carry_out(request, session);
//   if (errands.drew_over_picture()) redraws.forget();
//   errands.take_results(session);   // a body that was being read is there
//
// Main thread; a body is read, and a model written, on a thread of its own, which wakes the window
// when it is done.
// Depends on io, scene, render, state.
#pragma once

#include "app/model_errand.hpp"
#include "app/window.hpp"
#include "core/image.hpp"
#include "domain/body_map.hpp"
#include "io/png_file.hpp"
#include "render/renderer.hpp"
#include "state/session.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tpatlas::app {

// Of a user's lone muscle that was laid on the body: it is what one wants to see. False: there is
// none.
bool select_lone_muscle(Session& session);

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
    bool take_results(Session& session);
    bool take_model(Session& session) { return model_.tell_result(session); }
    // Where the body shown comes from, and whether there is something to keep of it.
    void tell_body(Session& session, bool said_more = false) const;

    // Since the last call the renderer drew something else than the window's picture.
    bool drew_over_picture();
    // What --body would name for what is shown now; empty: the embedded body.
    const std::string& body() const { return body_; }

private:
    struct Reading;  // a body on its way

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
    void open_body(const std::filesystem::path& file, std::optional<ApplyScene> then,
                   Session& session);
    void reload(Session& session);
    void start_reading(Session& session);
    void stop_reading();
    bool tell_progress(Session& session);
    static void show_read(const Reading& reading, Session& session);
    void map_mesh(const MapMesh& command, Session& session);
    void keep_body_map(Session& session);

    const Options& options_;
    render::Renderer& renderer_;
    std::string body_;
    BodyMap body_map_;  // that the user's body was read with
    std::unique_ptr<Reading> reading_;
    ModelErrand model_;
    std::filesystem::path copied_;  // a picture lent to the clipboard
    bool drew_ = false;
};

}  // namespace tpatlas::app
