// app/settings_keeper.hpp: settings from the last start, and what changed since, into their file.
//
//   SettingsKeeper keeper(file);
//   keeper.begin(session);
//   keeper.keep(session, now_s);       // each turn of the loop
//   keeper.finish(session);            // when the window closes
//
// A change is written once it has stood for a moment; nothing of client view is. Main thread.
#pragma once

#include "state/session.hpp"

#include <filesystem>
#include <optional>

namespace tpatlas::app {

class SettingsKeeper {
public:
    explicit SettingsKeeper(std::filesystem::path file) : file_(std::move(file)) {}

    // A file that cannot be read is told, and the program starts as it is shipped.
    void begin(Session& session);
    void keep(Session& session, double now_s);
    void finish(Session& session);
    // Seconds until keep() has something to write; nothing: it has not.
    std::optional<double> due_s(double now_s) const;

private:
    void write(Session& session, const Settings& settings);

    std::filesystem::path file_;
    Settings kept_;   // as the file has them
    Settings seen_;   // as the session had them last
    double changed_s_ = 0;
};

}  // namespace tpatlas::app
