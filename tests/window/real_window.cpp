#include "window/real_window.hpp"

#include "support/mesa_cache.hpp"
#include "window/drop_source.hpp"
#include "window/processes.hpp"

#include <array>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include <sys/wait.h>
#include <unistd.h>

#include <png.h>

namespace tpatlas {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

// Longer than a frame that is owed (17 ms), and than what has just moved waits to be drawn well.
constexpr std::chrono::milliseconds quiet(200);

std::uint32_t big_endian(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at * 4 + i]);
    return value;
}

}  // namespace

RealWindow::RealWindow(int width, int height, const std::vector<std::string>& more_arguments,
                       const fs::path& program)
    : width_(width), height_(height)
{
    std::string pattern = (fs::temp_directory_path() / "tpatlas-window-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    if (std::system("command -v Xvfb >/dev/null && command -v xdotool >/dev/null") != 0)
        trouble_ = "Xvfb and xdotool are needed (packages xvfb and xdotool)";
    if (trouble_.empty())
        start_server();
    if (trouble_.empty())
        start_program(more_arguments, program);
}

RealWindow::~RealWindow()
{
    end_process(program_);
    end_process(server_);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void RealWindow::start_server()
{
    std::array<int, 2> pipe_ends{};
    if (pipe(pipe_ends.data()) != 0) {
        trouble_ = "no pipe";
        return;
    }
    const std::string size = std::to_string(width_) + "x" + std::to_string(height_) + "x24";
    // The server chooses a free display and tells it on descriptor 3.
    server_ = start_process({"Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-screen", "0", size,
                             "-fbdir", folder_.string()},
                            {}, folder_ / "server.log", pipe_ends[1]);
    ::close(pipe_ends[1]);
    std::string number;
    char c = 0;
    while (read(pipe_ends[0], &c, 1) == 1 && c != '\n')
        number += c;
    ::close(pipe_ends[0]);
    if (number.empty())
        trouble_ = "Xvfb did not start: " + whole(folder_ / "server.log");
    display_ = ":" + number;
}

void RealWindow::start_program(const std::vector<std::string>& more_arguments,
                               const fs::path& program)
{
    const fs::path ours = fs::path(TPATLAS_BINARY_DIR) / "bin" / "tpatlas";
    std::vector<std::string> words{(program.empty() ? ours : program).string(), "--test-report",
                                   (folder_ / "report.json").string()};
    words.insert(words.end(), more_arguments.begin(), more_arguments.end());
    // Nothing of whoever runs the tests is read or written.
    program_ = start_process(
        words,
        {"DISPLAY=" + display_, "LIBGL_ALWAYS_SOFTWARE=1", mesa_cache(), "HOME=" + folder_.string(),
         "XDG_CONFIG_HOME=" + (folder_ / "config").string(),
         "XDG_PICTURES_DIR=" + (folder_ / "pictures").string(),
         "XDG_DOCUMENTS_DIR=" + (folder_ / "documents").string()},
        folder_ / "program.log");
    if (!until([](Json now) { return now.value("frame", 0) > 0; }, 60))
        trouble_ = "the window did not open: " + whole(folder_ / "program.log");
}

Json RealWindow::now() const
{
    const Json read = Json::parse(whole(folder_ / "report.json"), nullptr, false);
    return read.is_object() ? read : Json::object();
}

bool RealWindow::until(const std::function<bool(Json)>& wish, double at_most_s) const
{
    const auto end = Clock::now() + std::chrono::duration<double>(at_most_s);
    while (Clock::now() < end) {
        if (wish(now()))
            return true;
        sleep_ms(15);
    }
    return false;
}

bool RealWindow::until_still(double at_most_s) const
{
    const auto end = Clock::now() + std::chrono::duration<double>(at_most_s);
    int last = -1;
    auto since = Clock::now();
    while (Clock::now() < end) {
        const Json report = now();
        const int frame = report.value("frame", 0);
        // On a loaded machine what wants to draw may have to wait: it is not still meanwhile.
        if (frame != last || report.value("animating", true) || report.value("moving", true) ||
            is_drawing(program_) || is_drawing(server_)) {
            last = frame;
            since = Clock::now();
        }
        if (Clock::now() - since > quiet)
            return true;
        sleep_ms(20);
    }
    return false;
}

std::optional<Place> RealWindow::item(const std::string& label) const
{
    const Json report = now();
    const auto items = report.find("items");
    if (items == report.end() || !items->contains(label))
        return std::nullopt;
    const Json& box = (*items)[label];
    return Place{(box[0].get<double>() + box[2].get<double>()) / 2,
                 (box[1].get<double>() + box[3].get<double>()) / 2};
}

std::optional<Place> RealWindow::resting_item(const std::string& label, double at_most_s) const
{
    constexpr std::chrono::milliseconds rest(100);
    constexpr std::chrono::milliseconds rest_while_drawing(400);  // what plays is drawn on and on
    const auto end = Clock::now() + std::chrono::duration<double>(at_most_s);
    std::optional<Place> last;
    auto since = Clock::now();
    int first_frame = 0;
    while (Clock::now() < end) {
        const std::optional<Place> at = item(label);
        const int frame = now().value("frame", 0);
        const auto rested = Clock::now() - since;
        if (!at || !last || at->x != last->x || at->y != last->y) {
            since = Clock::now();
            first_frame = frame;
        } else if ((rested > rest_while_drawing && frame > first_frame + 2) ||
                   (rested > rest && !is_drawing(program_) && !is_drawing(server_)))
            return at;
        last = at;
        sleep_ms(15);
    }
    return std::nullopt;
}

void RealWindow::xdotool(const std::string& words) const
{
    const std::string command = "DISPLAY=" + display_ + " xdotool " + words + " >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        std::fprintf(stderr, "xdotool %s failed\n", words.c_str());
}

void RealWindow::move(Place to) const
{
    xdotool("mousemove " + std::to_string(std::lround(to.x)) + " " +
            std::to_string(std::lround(to.y)));
}

void RealWindow::click(Place at, int button) const
{
    move(at);
    xdotool("mousedown " + std::to_string(button));
    xdotool("mouseup " + std::to_string(button));
}

void RealWindow::drag(Place from, Place to, int button) const
{
    move(from);
    xdotool("mousedown " + std::to_string(button));
    constexpr int steps = 6;
    for (int i = 1; i <= steps; ++i)
        move({from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps});
    xdotool("mouseup " + std::to_string(button));
}

void RealWindow::wheel(Place at, int steps) const
{
    move(at);
    for (int i = 0; i < std::abs(steps); ++i)
        xdotool(std::string("click ") + (steps > 0 ? "4" : "5"));
}

void RealWindow::key(const std::string& name) const
{
    xdotool("key " + name);
}

void RealWindow::type(const std::string& text) const
{
    xdotool("type --delay 2 -- '" + text + "'");
}

void RealWindow::hold(const std::string& key) const
{
    xdotool("keydown " + key);
}

void RealWindow::let_go(const std::string& key) const
{
    xdotool("keyup " + key);
}

void RealWindow::freeze() const
{
    kill(program_, SIGSTOP);
}

void RealWindow::thaw() const
{
    kill(program_, SIGCONT);
}

std::string RealWindow::drop(const fs::path& file, Place at) const
{
    return drop_file(display_, file, static_cast<int>(at.x), static_cast<int>(at.y));
}

bool RealWindow::is_running() const
{
    return program_ > 0 && kill(program_, 0) == 0 && waitpid(program_, nullptr, WNOHANG) == 0;
}

std::string RealWindow::said() const
{
    return whole(folder_ / "program.log");
}

void RealWindow::move_window(int x, int y) const
{
    xdotool("search --onlyvisible --name 'Trigger Point Atlas' windowmove " + std::to_string(x) +
            " " + std::to_string(y));
    sleep_ms(100);
}

void RealWindow::click_here() const
{
    xdotool("click 1");
}

void RealWindow::resize(int width, int height) const
{
    xdotool("search --onlyvisible --name 'Trigger Point Atlas' windowsize " +
            std::to_string(width) + " " + std::to_string(height));
    sleep_ms(100);
}

Screen RealWindow::screen() const
{
    // An X window dump: a header of big-endian words, colours, then rows of B G R X.
    const std::string dump = whole(folder_ / "Xvfb_screen0");
    Screen screen;
    if (dump.size() < 100)
        return screen;
    screen.width = static_cast<int>(big_endian(dump, 4));
    screen.height = static_cast<int>(big_endian(dump, 5));
    const std::size_t row = big_endian(dump, 12);
    const std::size_t start_of_pixels =
        big_endian(dump, 0) + std::size_t{12} * big_endian(dump, 19);
    if (dump.size() < start_of_pixels + row * static_cast<std::size_t>(screen.height))
        return {};
    for (int y = 0; y < screen.height; ++y)
        for (int x = 0; x < screen.width; ++x)
            for (const std::size_t channel : {2u, 1u, 0u})
                screen.rgb.push_back(static_cast<unsigned char>(
                    dump[start_of_pixels + row * static_cast<std::size_t>(y) +
                         static_cast<std::size_t>(x) * 4 + channel]));
    return screen;
}

void RealWindow::save_screen(const fs::path& png) const
{
    const Screen shot = screen();
    std::error_code ignored;
    fs::create_directories(png.parent_path(), ignored);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(shot.width);
    image.height = static_cast<png_uint_32>(shot.height);
    image.format = PNG_FORMAT_RGB;
    png_image_write_to_file(&image, png.c_str(), 0, shot.rgb.data(), 0, nullptr);
}

double RealWindow::cpu_s() const
{
    // Fields 14 and 15, counted from behind the name, which may hold blanks.
    const std::string stat = whole("/proc/" + std::to_string(program_) + "/stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

int RealWindow::close(double at_most_s)
{
    key("ctrl+q");
    const auto end = Clock::now() + std::chrono::duration<double>(at_most_s);
    while (Clock::now() < end) {
        int status = 0;
        if (waitpid(program_, &status, WNOHANG) == program_) {
            program_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        sleep_ms(5);
    }
    return -1;
}

}  // namespace tpatlas
