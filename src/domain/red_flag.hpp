// domain/red_flag.hpp: signs that belong to a doctor before any map, match or press.
//
//   for (const RedFlag* flag : catalogue.red_flags_of({"soleus"})) ...   // the most urgent first
//
// The list is not complete, and no sign from it does not mean that nothing is serious.
#pragma once

#include "core/ids.hpp"
#include "core/result.hpp"
#include "domain/source.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tpatlas {

// Now; on the same working day; before any self-care.
enum class Urgency { emergency, same_day, see_doctor };

constexpr std::array<std::string_view, 3> urgency_texts{"emergency", "same_day", "see_doctor"};

constexpr std::string_view to_text(Urgency urgency)
{
    return urgency_texts[static_cast<std::size_t>(urgency)];
}

class RedFlag {
public:
    struct Fields {
        RedFlagId id;
        Urgency urgency = Urgency::emergency;
        std::string short_words;       // the same in a few words, for a list; else `words`
        std::string words;             // what the person says or shows
        std::string action;            // what to do, plainly
        std::string why;               // one calm sentence
        std::vector<MuscleId> muscles; // it stands first in their records; none: in every record
        std::vector<RegionId> places;  // pain painted there shows it
        std::vector<std::string> estimates;
        std::vector<Citation> sources; // never empty
        Confidence confidence = Confidence::low;

        bool operator==(const Fields&) const = default;
    };

    // All that is wrong at once; `where` of each fault is the field's name.
    static Result<RedFlag> make(Fields fields);

    bool belongs_to(const MuscleId& muscle) const;

    const Fields* operator->() const { return &fields_; }
    const Fields& operator*() const { return fields_; }
    bool operator==(const RedFlag&) const = default;

private:
    explicit RedFlag(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

}  // namespace tpatlas
