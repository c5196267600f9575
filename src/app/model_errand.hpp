// app/model_errand.hpp: a model of what is seen, written on a thread of its own.
//
//   model.begin("", session);                  // "Documents/…/soleus_right.glb", or -2, -3 ...
//   if (model.tell_result(session)) ...        // once, after the window was woken
//
// Main thread. Its end waits for a file that is being written. Depends on io, scene, state.
#pragma once

#include "state/session.hpp"

#include <memory>
#include <string>

namespace tpatlas::app {

class ModelErrand {
public:
    ModelErrand();
    ~ModelErrand();
    ModelErrand(const ModelErrand&) = delete;
    ModelErrand& operator=(const ModelErrand&) = delete;

    // Of what is seen now, whatever is done meanwhile; never over another file. `asked`: its name,
    // beside the scenes where it is no whole path; empty: what is selected names it. Nothing is
    // done while another is being written.
    void begin(const std::string& asked, Session& session);
    // Tells the session what came of it; false where there is nothing to tell.
    bool tell_result(Session& session);

private:
    struct Writing;
    std::unique_ptr<Writing> writing_;
};

}  // namespace tpatlas::app
