// window_walk: a random walk through the real window: clicks, drags, keys, text, resizes, dropped
// files, until its time is over. It fails where the program ends, hangs, or a sanitizer speaks.
//
//   window_walk --program build/release/sanitized/bin/tpatlas --data build/release/assets
//               --seconds 600 --seed 7
//
// The seed is printed and repeats the same choices; what comes of them depends on the machine's
// speed. ./test runs a minute of it.

#include "window/real_window.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fstream>
#include <random>
#include <string>

namespace tpatlas {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int screen_width = 1600;
constexpr int screen_height = 1200;

struct Wish {
    fs::path program;
    std::string data;
    double seconds = 60;
    unsigned seed = 1;
};

class Walk {
public:
    Walk(RealWindow& window, unsigned seed) : window_(window), random_(seed) { make_files(); }

    // False where the program did not survive it.
    bool step()
    {
        Json report = window_.now();
        switch (any_of(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            click_a_control(report);
            break;
        case 4:
            click_somewhere();
            break;
        case 5:
            drag_somewhere();
            break;
        case 6:
            note("wheel");
            window_.wheel(somewhere(), any_of(7) - 3);
            break;
        case 7:
        case 8:
            press_a_key();
            break;
        case 9:
            type_something(report);
            break;
        case 10:
            drop_something();
            break;
        default:
            resize();
        }
        return window_.is_running();
    }

    // The program answers: a frame comes of a moved mouse.
    bool answers()
    {
        const int before = window_.now().value("frame", 0);
        for (int i = 0; i < 100; ++i) {
            window_.move(somewhere());
            if (window_.until([&](Json now) { return now.value("frame", 0) > before; }, 0.3))
                return true;
        }
        return false;
    }

    std::string last_steps() const
    {
        std::string all;
        for (const std::string& step : steps_)
            all += "  " + step + "\n";
        return all;
    }
    int count() const { return count_; }

private:
    int any_of(int count)
    {
        return std::uniform_int_distribution<int>(0, count - 1)(random_);
    }
    Place somewhere()
    {
        return {static_cast<double>(any_of(width_)), static_cast<double>(any_of(height_))};
    }
    void note(const std::string& step)
    {
        ++count_;
        steps_.push_back(std::to_string(count_) + " " + step);
        if (steps_.size() > 40)
            steps_.pop_front();
    }

    void click_a_control(Json report)
    {
        const auto items = report.find("items");
        if (items == report.end() || items->empty())
            return;
        auto item = items->begin();
        std::advance(item, any_of(static_cast<int>(items->size())));
        const Json& box = item.value();
        note("click " + item.key());
        const bool held = any_of(8) == 0;
        if (held)
            window_.hold("ctrl");
        window_.click({(box[0].get<double>() + box[2].get<double>()) / 2,
                       (box[1].get<double>() + box[3].get<double>()) / 2});
        if (held)
            window_.let_go("ctrl");
    }

    void click_somewhere()
    {
        const Place at = somewhere();
        note("click at " + std::to_string(at.x) + " " + std::to_string(at.y));
        window_.click(at, 1 + any_of(3));
    }

    void drag_somewhere()
    {
        note("drag");
        window_.drag(somewhere(), somewhere(), 1 + any_of(3));
    }

    void press_a_key()
    {
        // Not Ctrl+Q: the walk goes on.
        static const std::array<const char*, 62> keys{
            "Home",   "h",       "f",       "1",      "2",      "3",        "4",       "5",
            "6",      "Left",    "Right",   "Up",     "Down",   "shift+Left", "plus",  "minus",
            "t",      "comma",   "period",  "slash",  "s",      "x",        "Delete",  "g",
            "o",      "w",       "i",       "a",      "bracketleft", "bracketright", "k", "l",
            "n",      "space",   "c",       "p",      "ctrl+p", "ctrl+c",   "ctrl+s",  "ctrl+shift+s",
            "ctrl+o", "ctrl+z",  "ctrl+shift+z", "ctrl+y", "ctrl+comma", "F1", "question", "F6",
            "shift+F6", "ctrl+plus", "ctrl+minus", "ctrl+0", "Escape", "Tab", "shift+Tab", "Return",
            "BackSpace", "Page_Down", "End", "alt+Tab", "shift+Up", "F11"};
        const std::string key = keys[static_cast<std::size_t>(any_of(keys.size()))];
        note("key " + key);
        window_.key(key);
    }

    void type_something(Json report)
    {
        static const std::array<const char*, 8> words{"soleus", "trap", "zzz", "M. biceps", "3.14",
                                                      "-1e9", "~/nowhere", "a b c d e f"};
        const std::string word = words[static_cast<std::size_t>(any_of(words.size()))];
        note("type " + word);
        if (report.value("typing", false))
            window_.type(word);
        else {
            window_.key("slash");
            window_.type(word);
        }
    }

    void drop_something()
    {
        const fs::path& file = files_[static_cast<std::size_t>(any_of(static_cast<int>(files_.size())))];
        note("drop " + file.filename().string() + " " + window_.drop(file, somewhere()));
    }

    void resize()
    {
        width_ = 200 + any_of(screen_width - 200);
        height_ = 200 + any_of(screen_height - 200);
        note("resize " + std::to_string(width_) + " " + std::to_string(height_));
        window_.resize(width_, height_);
        // The program has a smallest size of its own, where the window manager heeds it.
    }

    void make_files()
    {
        const fs::path folder = window_.folder() / "dropped";
        fs::create_directories(folder / "empty_folder");
        const auto write = [&](const std::string& name, const std::string& text) {
            std::ofstream(folder / name, std::ios::binary) << text;
            files_.push_back(folder / name);
        };
        write("scene.toml", "version = 1\n\n[camera]\ntarget_mm = [0, 1200, 80]\n"
                            "distance_mm = 2000\nyaw = 0.5\npitch = 0.2\n");
        write("broken.toml", "version = 1\n[camera\n");
        write("newer.toml", "version = 999\n");
        write("no_picture.png", "no picture at all");
        write("text.txt", "text");
        write("tetrahedron.obj", "v 0 0 0\nv 100 0 0\nv 0 100 0\nv 0 0 100\n"
                                 "f 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n");
        write("broken.obj", "v 0 0\nf 1 2 999999\n");
        write("empty.glb", "");
        files_.push_back(folder / "empty_folder");
        files_.push_back(folder / "not_there.toml");
    }

    RealWindow& window_;
    std::mt19937 random_;
    std::vector<fs::path> files_;
    std::deque<std::string> steps_;
    int width_ = 1280;
    int height_ = 800;
    int count_ = 0;
};

int fail(const RealWindow& window, const Walk& walk, const std::string& what)
{
    std::fprintf(stderr, "window_walk: %s after %d steps, the last of them\n%s\nIt said:\n%s\n",
                 what.c_str(), walk.count(), walk.last_steps().c_str(), window.said().c_str());
    return 1;
}

int walk(const Wish& wish)
{
    std::vector<std::string> arguments;
    if (!wish.data.empty())
        arguments = {"--data", wish.data};
    RealWindow window(screen_width, screen_height, arguments, wish.program);
    if (!window.is_open()) {
        std::fprintf(stderr, "window_walk: %s\n", window.trouble().c_str());
        return 1;
    }
    Walk walk(window, wish.seed);
    const auto end = Clock::now() + std::chrono::duration<double>(wish.seconds);
    while (Clock::now() < end) {
        if (!walk.step())
            return fail(window, walk, "the program ended");
        if (walk.count() % 25 == 0 && !walk.answers())
            return fail(window, walk, "the program does not answer");
    }
    if (!walk.answers())
        return fail(window, walk, "the program does not answer");
    if (const int status = window.close(60); status != 0)
        return fail(window, walk, "it ended with status " + std::to_string(status));
    if (window.said().find("runtime error") != std::string::npos ||
        window.said().find("ERROR: AddressSanitizer") != std::string::npos)
        return fail(window, walk, "a sanitizer spoke");
    std::printf("window_walk: seed %u, %d steps in %.0f s without a fault\n", wish.seed,
                walk.count(), wish.seconds);
    return 0;
}

}  // namespace
}  // namespace tpatlas

int main(int argc, char** argv)
{
    tpatlas::Wish wish;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i];
        if (option == "--program")
            wish.program = std::filesystem::absolute(argv[i + 1]);
        else if (option == "--data")
            wish.data = std::filesystem::absolute(argv[i + 1]).string();
        else if (option == "--seconds")
            wish.seconds = std::atof(argv[i + 1]);
        else if (option == "--seed")
            wish.seed = static_cast<unsigned>(std::atoi(argv[i + 1]));
    }
    return tpatlas::walk(wish);
}
