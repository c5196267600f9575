#include "app/settings_keeper.hpp"

#include "io/settings_file.hpp"

#include <algorithm>

namespace tpatlas::app {

namespace {

constexpr double moment_s = 0.8;

}  // namespace

void SettingsKeeper::begin(Session& session)
{
    const Result<Settings> read = io::read_settings(file_);
    if (read)
        session.update(ApplySettings{read.value()});
    else
        session.update(Tell{"notice.fault", read.error().message(), true});
    kept_ = seen_ = settings_of(session.view());
}

void SettingsKeeper::keep(Session& session, double now_s)
{
    if (session.view().client)
        return;
    const Settings now = settings_of(session.view());
    if (now != seen_) {
        seen_ = now;
        changed_s_ = now_s;
    }
    if (seen_ != kept_ && now_s - changed_s_ >= moment_s)
        write(session, seen_);
}

void SettingsKeeper::finish(Session& session)
{
    session.update(LeaveClientView{});
    const Settings now = settings_of(session.view());
    if (now != kept_)
        write(session, now);
}

std::optional<double> SettingsKeeper::due_s(double now_s) const
{
    if (seen_ == kept_)
        return std::nullopt;
    return std::max(0.0, changed_s_ + moment_s - now_s);
}

void SettingsKeeper::write(Session& session, const Settings& settings)
{
    kept_ = settings;  // told once where it cannot be written, not at every turn
    if (const Result<Done> written = io::write_settings(file_, settings); !written)
        session.update(Tell{"notice.fault", written.error().message(), true});
}

}  // namespace tpatlas::app
