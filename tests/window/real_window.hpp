// tests/window/real_window.hpp: the real program in a real X server, driven by a real mouse and
// keyboard.
//
//   RealWindow window(1280, 800);
//   window.click(window.item("play"));
//   window.until([](Json now) { return now["playing"] == true; });
//
// Starts Xvfb on a free display and bin/tpatlas in it; xdotool moves the mouse; the program's own
// report (app/test_report.hpp) tells where things are and what came of a click. Xvfb's framebuffer
// is a file, so that a test can look at the screen itself.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include <nlohmann/json.hpp>

namespace tpatlas {

using Json = nlohmann::json;

struct Place {
    double x = 0;
    double y = 0;
};

struct Screen {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> rgb;

    const unsigned char* pixel(int x, int y) const
    {
        return rgb.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(x)) *
                                3;
    }
};

class RealWindow {
public:
    // `program`: another build of it than bin/tpatlas of this one.
    RealWindow(int width, int height, const std::vector<std::string>& more_arguments = {},
               const std::filesystem::path& program = {});
    ~RealWindow();
    RealWindow(const RealWindow&) = delete;
    RealWindow& operator=(const RealWindow&) = delete;

    // False where Xvfb or xdotool is missing, or the program did not open its window in time;
    // trouble() says which.
    bool is_open() const { return trouble_.empty(); }
    const std::string& trouble() const { return trouble_; }

    // The last report. A `const Json` may not be asked by [] for what it lacks; a Json says null.
    Json now() const;
    // Waits for a report that fulfils the wish; false where none came in time.
    bool until(const std::function<bool(Json)>& wish, double at_most_s = 20) const;
    // Until nothing is drawn any more and what is seen is drawn well.
    bool until_still(double at_most_s = 30) const;

    // Middle of a control; nothing where it is not to be seen.
    std::optional<Place> item(const std::string& label) const;
    // When it has rested there, after what was done before was seen; nothing where it never came.
    std::optional<Place> resting_item(const std::string& label, double at_most_s = 20) const;

    void move(Place to) const;
    void click(Place at, int button = 1) const;
    void drag(Place from, Place to, int button = 1) const;
    void wheel(Place at, int steps) const;  // positive: away from the user
    void key(const std::string& name) const;
    void type(const std::string& text) const;
    void hold(const std::string& key) const;  // until let_go()
    void let_go(const std::string& key) const;
    // The program does not run meanwhile: what is done then reaches it all at once, as in a slow
    // frame.
    void freeze() const;
    void thaw() const;
    // As from a file manager; empty where the window took it.
    std::string drop(const std::filesystem::path& file, Place at) const;

    Screen screen() const;
    void save_screen(const std::filesystem::path& png) const;
    double cpu_s() const;  // used by the program so far

    // A folder of its own, gone with it: the program's settings, pictures and scenes are there.
    const std::filesystem::path& folder() const { return folder_; }
    bool is_running() const;
    // What the program said on standard output and error.
    std::string said() const;
    // Under the cursor, which stays.
    void move_window(int x, int y) const;
    void click_here() const;
    void resize(int width, int height) const;

    // Asks it to close; its exit status, -1 where it did not end in time.
    int close(double at_most_s = 10);

    pid_t program() const { return program_; }

private:
    void start_server();
    void start_program(const std::vector<std::string>& more_arguments,
                       const std::filesystem::path& program);
    void xdotool(const std::string& words) const;

    int width_;
    int height_;
    std::filesystem::path folder_;
    std::string display_;
    pid_t server_ = -1;
    pid_t program_ = -1;
    std::string trouble_;
};

}  // namespace tpatlas
