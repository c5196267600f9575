#include "state/press_words.hpp"

#include <cmath>

namespace tpatlas {

std::string range_text(float min, float max)
{
    const auto whole = [](float x) { return std::to_string(static_cast<int>(std::lround(x))); };
    return whole(min) == whole(max) ? whole(min) : whole(min) + "–" + whole(max);
}

namespace {

std::string dose_of(const Technique& technique, float least_s, float most_s, const Texts& texts)
{
    return texts("dose." + std::string(to_text(technique->gesture)),
                 {{"seconds", range_text(least_s, most_s)},
                  {"count", range_text(static_cast<float>(technique->repetitions_min),
                                       static_cast<float>(technique->repetitions_max))}});
}

}  // namespace

std::string dose_words(const Technique& technique, const Texts& texts)
{
    return dose_of(technique, technique->hold_s_min, technique->hold_s_max, texts);
}

std::string press_words(const ShownPress& press, const Texts& texts)
{
    const Press& record = *press.option.press;
    const Technique& technique = *press.option.technique;
    // A light try is light, whatever the class allows later.
    const std::string force = technique->gesture == Gesture::light_first_try
                                  ? std::string("light")
                                  : std::string(record.pressure_class.word());
    // A pincer's direction is the way in which the fold is lifted.
    const std::string words = texts(record.lifts() ? "press.words_lift" : "press.words",
                 {{"contact", texts("contact." + std::string(to_text(press.option.contact)))},
                  {"direction", record.direction_words},
                  {"force", texts("gauge." + force)},
                  {"dose", dose_of(technique, press.hold_s_min(), press.hold_s_max(), texts)}});
    return press.option.who() == Who::self ? words
                                           : texts("press.by_therapist", {{"words", words}});
}

std::vector<std::string> beside_words(const ShownPress& press, const Catalogue& catalogue,
                                      const Texts& texts)
{
    std::vector<std::string> sentences;
    const Muscle* muscle =
        press.point != nullptr ? catalogue.muscle((*press.point->record)->muscle) : nullptr;
    if (muscle != nullptr && muscle->is_of_the_leg())
        sentences.push_back(texts("safety.legs"));
    if (muscle != nullptr && (*muscle)->region == "chest")
        sentences.push_back(texts("safety.heart"));
    const std::vector<std::string>& always = (*press.option.technique)->always_beside;
    sentences.insert(sentences.end(), always.begin(), always.end());
    return sentences;
}

}  // namespace tpatlas
