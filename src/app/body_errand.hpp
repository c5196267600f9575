// app/body_errand.hpp: the body shown: opened, laid anew with what its user says of its meshes, and
// that kept beside its files.
//
//   body.open("my_folder", std::nullopt, session);   // read on a thread of its own
//   body.map_mesh(command, session);                 // laid anew with the answer
//   if (body.take_result(session)) ...               // the window was woken: something came of it
//   body.keep_map(session);                          // what was said and found out, in body.toml
//
// Main thread; a body is read on a thread of its own, which wakes the window when it is done. What
// was said goes over body.toml whenever that is read, so that neither an answer nor an edit made by
// hand meanwhile is lost; until it is kept it comes back with its body, as long as the program runs.
// Depends on io and state.
#pragma once

#include "app/window.hpp"
#include "domain/body_map.hpp"
#include "state/session.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas::app {

// Of a user's lone muscle that was laid on the body: it is what one wants to see. False: there is
// none.
bool select_lone_muscle(Session& session);

class BodyErrand {
public:
    explicit BodyErrand(const Options& options);
    ~BodyErrand();
    BodyErrand(const BodyErrand&) = delete;
    BodyErrand& operator=(const BodyErrand&) = delete;

    // `then` is shown on it. What is opened last is meant. Empty: the embedded body.
    void open(const std::filesystem::path& file, std::optional<ApplyScene> then, Session& session);
    // With the catalogue.
    void reload(Session& session);
    void map_mesh(const MapMesh& command, Session& session);
    void keep_map(Session& session);
    // What is shown stays.
    void stop();
    // Another body; not what is shown, which is being laid with an answer or read again.
    void stop_opening();

    // True: there is something new to see.
    bool take_result(Session& session);
    // Where the body shown comes from, and whether there is something to keep of it.
    void tell(Session& session) const;
    // What --body would name for what is shown now; empty: the embedded body.
    const std::string& body() const { return body_; }

private:
    struct Reading;  // a body on its way

    void start(Session& session);
    void lay_again(std::vector<MappedMesh> said, Session& session);
    std::vector<MappedMesh> answers() const;
    bool tell_progress(Session& session);
    static void show_read(const Reading& reading, Session& session);

    const Options& options_;
    std::string body_;
    BodyMap map_;  // that it was read with
    std::vector<MappedMesh> said_;  // part of it that is not kept yet
    std::map<std::filesystem::path, std::vector<MappedMesh>> said_before_;  // of bodies left since
    std::unique_ptr<Reading> reading_;
};

}  // namespace tpatlas::app
