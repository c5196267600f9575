#include "ui/words.hpp"

#include <algorithm>
#include <cmath>

namespace tpatlas::ui {

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty())
            text += between;
        text += part;
    }
    return text;
}

std::string structure_name(const Structure& structure)
{
    std::string name = structure.name_en.empty() ? structure.name : structure.name_en;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

std::string side_word(const Texts& texts, Side side)
{
    return texts("side." + std::string(to_text(side)));
}

Side side_of(SideChoice choice)
{
    return choice == SideChoice::left ? Side::left : Side::right;
}

std::string point_title(const TriggerPoint& point)
{
    std::string title = point.short_id();
    if (!point->book_numbers.empty())
        title += " · " + joined(point->book_numbers, ", ");
    return title;
}

std::string layer_word(const Texts& texts, int layer)
{
    return texts(layer <= 1 ? "layer.superficial" : layer == 2 ? "layer.middle" : "layer.deep");
}

std::string contact_words(const Texts& texts, const std::vector<Contact>& contacts)
{
    std::vector<std::string> words;
    for (const Contact contact : contacts)
        words.push_back(texts("contact." + std::string(to_text(contact))));
    return joined(words, ", ");
}

std::string source_title(const Source& source)
{
    std::string text = source.author;
    if (source.year)
        text += (text.empty() ? "" : " ") + std::to_string(*source.year);
    if (!source.title.empty())
        text += (text.empty() ? "" : ": ") + source.title;
    return text;
}

std::string deed_words(const Texts& texts, const Atlas& atlas, const Deed& deed)
{
    // Some of what was done is told by an id.
    std::string what = deed.what;
    if (deed.key == "did.show_kind" || deed.key == "did.hide_kind")
        what = texts("kind." + deed.what);
    else if (deed.key == "did.tone")
        what = texts("tone." + deed.what);
    else if (const Structure* structure = atlas.body().find({deed.what}))
        what = structure_name(*structure);
    return texts(deed.key, {{"what", what}});
}

std::string_view phase_key(const PressCourse& course, float share)
{
    if (share <= 0)
        return "phase.away";
    if (share < course.contact_end)
        return "phase.comes";
    if (share < course.rise_end)
        return "phase.rises";
    return share <= course.hold_end ? "phase.holds" : "phase.releases";
}

float held_s(const PressCourse& course, float share, float hold_s)
{
    const float length = course.hold_end - course.rise_end;
    const float passed = length > 0 ? (share - course.rise_end) / length : 0;
    return std::clamp(passed, 0.0f, 1.0f) * hold_s;
}

}  // namespace tpatlas::ui
