// tpatlas bench: how long the program needs on this machine, measured on its own frame path.

#include "cli/list_json.hpp"
#include "cli/output.hpp"
#include "cli/picture.hpp"
#include "cli/verbs.hpp"
#include "io/png_file.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include <sys/resource.h>
#include <unistd.h>

namespace tpatlas::cli {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Seconds since the kernel started this process: what a user waits includes loading libraries.
double process_age_s()
{
    std::ifstream stat("/proc/self/stat");
    std::string text;
    std::getline(stat, text);
    std::istringstream rest(text.substr(std::min(text.rfind(')'), text.size() - 1) + 1));
    std::string word;
    for (int field = 3; field <= 22; ++field)
        rest >> word;
    double up_s = 0;
    std::ifstream("/proc/uptime") >> up_s;
    const double started_s = std::atof(word.c_str()) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return std::max(0.0, up_s - started_s);
}

double peak_mb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double share_of(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

struct Figures {
    double first_frame_s = 0;
    double orbit_ms_median = 0;
    double orbit_ms_p95 = 0;
    double still_ms = 0;
    double settle_s = 0;
    double shot_s = 0;
    double peak_rss_mb = 0;
    std::size_t triangles = 0;
    std::string renderer;
};

class Bench {
public:
    Bench(Picture& picture, glm::ivec2 size_px)
        : picture_(picture), size_px_(size_px), session_(picture.atlas())
    {
        session_.update(SetAspect{body_aspect(size_px, true)});
        session_.update(Home{});
        arrive(session_);
    }

    Result<Figures> run()
    {
        Figures figures;
        draw(false);
        figures.first_frame_s = process_age_s();
        orbit(figures);
        std::vector<double> still;
        for (int i = 0; i < 5; ++i)
            still.push_back(1000 * draw(false));
        figures.still_ms = share_of(still, 0.5);
        const Clock::time_point start = Clock::now();
        if (const Result<Done> saved = save(); !saved)
            return saved.faults();
        figures.shot_s = seconds_since(start);
        figures.peak_rss_mb = peak_mb();
        figures.triangles = session_.atlas().body().surfaces().mesh.triangles.size();
        figures.renderer = picture_.renderer().device();
        return figures;
    }

private:
    // Seconds of one frame, to the last pixel read back.
    double draw(bool moving)
    {
        const Clock::time_point start = Clock::now();
        scene::FrameOptions how;
        how.moving = moving;
        image_ = picture_.draw(picture_.frame(session_, how), size_px_);
        return seconds_since(start);
    }

    void orbit(Figures& figures)
    {
        std::vector<double> frames;
        for (int i = 0; i < 36; ++i) {
            session_.update(Orbit{0.1745f, 0});
            frames.push_back(1000 * draw(true));
        }
        figures.orbit_ms_median = share_of(frames, 0.5);
        figures.orbit_ms_p95 = share_of(frames, 0.95);
        figures.settle_s = draw(false);  // the first full frame after the camera stands
    }

    // One more picture of the loaded body, into a file.
    Result<Done> save()
    {
        draw(false);
        const std::filesystem::path file =
            std::filesystem::temp_directory_path() /
            ("tpatlas_bench_" + std::to_string(getpid()) + ".png");
        const Result<Done> saved = io::write_png(file, image_);
        std::error_code fault;
        std::filesystem::remove(file, fault);
        return saved;
    }

    Picture& picture_;
    glm::ivec2 size_px_;
    Session session_;
    Image image_;
};

Json json_of(const Figures& f)
{
    return {{"first_frame_s", number_json(f.first_frame_s, 3)},
            {"orbit_ms_median", number_json(f.orbit_ms_median, 1)},
            {"orbit_ms_p95", number_json(f.orbit_ms_p95, 1)},
            {"still_ms", number_json(f.still_ms, 1)},
            {"settle_s", number_json(f.settle_s, 3)},
            {"shot_s", number_json(f.shot_s, 3)},
            {"peak_rss_mb", number_json(f.peak_rss_mb, 1)},
            {"triangles", f.triangles},
            {"renderer", f.renderer}};
}

std::string text_of(const Figures& f)
{
    return columns({{"first frame", number(f.first_frame_s, 2) + " s"},
                    {"orbit", number(f.orbit_ms_median, 0) + " ms a frame (95 %: " +
                                  number(f.orbit_ms_p95, 0) + " ms)"},
                    {"still frame", number(f.still_ms, 0) + " ms"},
                    {"settled", number(f.settle_s, 2) + " s after standing still"},
                    {"picture into a file", number(f.shot_s, 2) + " s"},
                    {"memory at most", number(f.peak_rss_mb, 0) + " MB"},
                    {"triangles", std::to_string(f.triangles)},
                    {"renderer", f.renderer}});
}

}  // namespace

Result<Done> bench(const CommonOptions& common, const BenchOptions& options, const Program& program)
{
    Result<Picture> picture = Picture::open(common, program);
    if (!picture)
        return picture.faults();
    Bench bench(picture.value(), {options.width_px, options.height_px});
    const Result<Figures> figures = bench.run();
    if (!figures)
        return figures.faults();
    return print(options.json ? to_text(json_of(figures.value())) : text_of(figures.value()));
}

}  // namespace tpatlas::cli
