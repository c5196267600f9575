#include "support/golden.hpp"

#include "io/png_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace tpatlas::test {

namespace {

namespace fs = std::filesystem;

constexpr const char* device_key = "Device";

fs::path golden_folder()
{
    return fs::path(TPATLAS_SOURCE_DIR) / "tests" / "golden";
}

std::string device_of(const io::PngPicture& picture)
{
    for (const io::PngText& text : picture.texts)
        if (text.key == device_key)
            return text.text;
    return {};
}

// Differences four times enlarged on white, so that they are seen.
Image shown_difference(const Image& a, const Image& b)
{
    Image shown;
    if (a.size_px != b.size_px)
        return a;
    shown.size_px = a.size_px;
    shown.rgba.resize(a.rgba.size(), 255);
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        if (i % 4 != 3)
            shown.rgba[i] = static_cast<std::uint8_t>(
                255 - std::min(255, 4 * std::abs(int{a.rgba[i]} - int{b.rgba[i]})));
    return shown;
}

std::string kept_beside(const std::string& name, const Image& actual, const Image& expected)
{
    const fs::path folder = fs::path(TPATLAS_BINARY_DIR) / "golden";
    std::error_code failure;
    fs::create_directories(folder, failure);
    io::write_png(folder / (name + ".actual.png"), actual);
    io::write_png(folder / (name + ".expected.png"), expected);
    io::write_png(folder / (name + ".difference.png"), shown_difference(actual, expected));
    return (folder / (name + ".*.png")).string();
}

}  // namespace

Difference difference_of(const Image& a, const Image& b)
{
    Difference difference;
    difference.same_size = a.size_px == b.size_px && a.rgba.size() == b.rgba.size();
    if (!difference.same_size || a.rgba.empty())
        return difference;
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int d = std::abs(int{a.rgba[i]} - int{b.rgba[i]});
        difference.largest = std::max(difference.largest, d);
        sum += d;
    }
    difference.mean = sum / static_cast<double>(a.rgba.size());
    return difference;
}

testing::AssertionResult matches_golden(const std::string& name, const Image& actual,
                                        const std::string& device, const Tolerance& tolerance)
{
    const fs::path file = golden_folder() / (name + ".png");
    const char* accept = std::getenv("TPATLAS_ACCEPT_GOLDEN");
    if (accept != nullptr && std::string(accept) == "1") {
        const auto written = io::write_png(file, actual, {{device_key, device}});
        return written ? testing::AssertionSuccess()
                       : testing::AssertionFailure() << written.error().message();
    }
    const auto golden = io::read_png(file);
    if (!golden)
        return testing::AssertionFailure() << golden.error().message();
    if (device_of(golden.value()) != device) {
        // Success, but said: the caller's test shows as skipped.
        [&] {
            GTEST_SKIP() << name << " was drawn by " << device_of(golden.value()) << ", this is "
                         << device;
        }();
        return testing::AssertionSuccess();
    }
    const Difference d = difference_of(actual, golden.value().image);
    if (d.same_size && d.largest <= tolerance.largest && d.mean <= tolerance.mean)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << name << " differs by " << d.largest << " at most and " << d.mean
           << " in the mean; see " << kept_beside(name, actual, golden.value().image);
}

}  // namespace tpatlas::test
