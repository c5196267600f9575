#include "io/state_words.hpp"

#include "io/toml_words.hpp"

namespace tpatlas::io {

namespace {

constexpr float least_side_px = 16;
constexpr float most_side_px = 32768;

}  // namespace

float number_within(TableReader& table, std::string_view key, float least, float most,
                    float otherwise)
{
    const std::optional<float> value = table.number(key);
    if (!value)
        return otherwise;
    if (*value >= least && *value <= most)
        return *value;
    table.fault(key, "'" + std::string(key) + "' is " + toml_number(*value),
                "write a number from " + toml_number(least) + " to " + toml_number(most));
    return otherwise;
}

std::string theme_in(TableReader& table, const std::string& otherwise)
{
    enum class Theme { light, dark, high_contrast };
    const std::optional<Theme> chosen = table.choice<Theme>("theme", theme_words);
    return chosen ? word_of(*chosen, theme_words) : otherwise;
}

std::string capture_lines(const CaptureWish& wish)
{
    const CaptureWish usual;
    std::string out;
    if (wish.size_px != usual.size_px)
        out += "size_px = " +
               toml_list({std::to_string(wish.size_px.x), std::to_string(wish.size_px.y)}) + "\n";
    if (wish.ground != usual.ground)
        out += "ground = " + toml_text(word_of(wish.ground, ground_words)) + "\n";
    if (wish.strip != usual.strip)
        out += "strip = " + toml_flag(wish.strip) + "\n";
    if (wish.labels != usual.labels)
        out += "labels = " + toml_flag(wish.labels) + "\n";
    return out;
}

CaptureWish capture_in(TableReader& table)
{
    CaptureWish wish;
    if (const std::optional<std::vector<float>> size = table.numbers("size_px")) {
        const auto fits = [](float side) {
            return side >= least_side_px && side <= most_side_px &&
                   side == static_cast<float>(static_cast<int>(side));
        };
        if (size->size() == 2 && fits((*size)[0]) && fits((*size)[1]))
            wish.size_px = {static_cast<int>((*size)[0]), static_cast<int>((*size)[1])};
        else
            table.fault("size_px", "'size_px' is no size",
                        "write width and height, whole numbers from 16 to 32768");
    }
    wish.ground = table.choice<CaptureGround>("ground", ground_words).value_or(wish.ground);
    wish.strip = table.flag("strip").value_or(wish.strip);
    wish.labels = table.flag("labels").value_or(wish.labels);
    return wish;
}

}  // namespace tpatlas::io
