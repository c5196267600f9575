#include "domain/related.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tpatlas {

namespace {

// Without those that would be empty.
std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        if (end > 0)
            parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<std::string> words_of(std::string_view text)
{
    return split(text, ' ');
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string trimmed_lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return joined(words_of(text));
}

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool names_a_nerve(const std::string& text)
{
    const std::vector<std::string> words = words_of(text);
    constexpr std::array<std::string_view, 3> nerves{"nerve", "nerves", "ansa"};
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return is_one_of(word, nerves); });
}

// What stands before a colon tells of which part the rest speaks, or is the nerve whose branches
// follow.
std::string nerve_in(const std::string& clause, bool first)
{
    std::string text = trimmed_lower(clause);
    const std::size_t colon = text.find(": ");
    bool of_a_part = false;
    if (colon != std::string::npos) {
        const std::string before = text.substr(0, colon);
        if (before == "feeling" || before.starts_with("feeling ") || before == "disputed")
            return {};
        of_a_part = !names_a_nerve(before);
        text = of_a_part ? text.substr(colon + 2) : before;
    }
    if (!first && !of_a_part)  // "often a twig of ...": less than a rule
        return {};
    text = trimmed_lower(text.substr(0, text.find_first_of(",(")));
    return names_a_nerve(text) ? text : std::string();
}

// "presses" -> "press", "lifts" -> "lift": records of one muscle and of several say the same.
std::string without_ending(std::string verb)
{
    for (const std::string_view ending : {"sses", "shes", "ches", "xes"})
        if (verb.ends_with(ending))
            return verb.substr(0, verb.size() - 2);
    if (verb.size() > 2 && verb.ends_with('s') && !verb.ends_with("ss"))
        verb.pop_back();
    return verb;
}

std::string action_in(const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 6> pronouns{"it", "its", "them", "their", "this", "none"};
    std::vector<std::string> said = words;
    // "helps weakly to push ..." is one way of pushing.
    if (!said.empty() && without_ending(said.front()) == "help") {
        const auto to = std::find(said.begin(), said.end(), "to");
        if (to != said.end() && to - said.begin() <= 2)
            said.erase(said.begin(), to + 1);
    }
    if (said.size() < 3)
        return {};
    for (const std::string& word : said)
        if (is_one_of(word, pronouns))
            return {};
    said.front() = without_ending(said.front());
    return joined(said);
}

// Two phrases where "and" is followed by a verb and what it moves.
bool begins_anew(const std::vector<std::string>& words, std::size_t and_at)
{
    constexpr std::array<std::string_view, 8> links{"to", "of", "at", "in", "on", "with", "by",
                                                    "from"};
    constexpr std::array<std::string_view, 4> objects{"the", "it", "them", "its"};
    return and_at > 0 && and_at + 2 < words.size() && is_one_of(words[and_at + 2], objects) &&
           !is_one_of(words[and_at + 1], links);
}

std::size_t region_place(const Muscle& muscle)
{
    return static_cast<std::size_t>(
        std::find(muscle_regions.begin(), muscle_regions.end(), muscle->region) -
        muscle_regions.begin());
}

// The shared words of every other muscle, empty where nothing is shared.
template <class Shared>
std::vector<RelatedMuscle> related(const Catalogue& catalogue, const Muscle& muscle,
                                   std::size_t count, Shared shared)
{
    std::vector<RelatedMuscle> found;
    for (const Muscle& other : catalogue.muscles()) {
        if (other->id == muscle->id)
            continue;
        std::string words = shared(other);
        if (!words.empty())
            found.push_back({&other, std::move(words)});
    }
    const auto distance = [here = region_place(muscle)](const RelatedMuscle& one) {
        const std::size_t there = region_place(*one.muscle);
        return there > here ? there - here : here - there;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    if (found.size() > count)
        found.resize(count);
    return found;
}

std::vector<std::string> all_actions(const Muscle& muscle)
{
    std::vector<std::string> all;
    for (const std::string& words : muscle->action)
        for (std::string& phrase : action_phrases(words))
            all.push_back(std::move(phrase));
    return all;
}

}  // namespace

std::vector<std::string> nerve_names(const std::string& words)
{
    std::vector<std::string> names;
    for (const std::string& clause : split(words, ';')) {
        std::string name = nerve_in(clause, names.empty() && words.starts_with(clause));
        if (!name.empty())
            names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::string> action_phrases(const std::string& words)
{
    std::string text = trimmed_lower(words);
    if (const std::size_t colon = text.rfind(": "); colon != std::string::npos)
        text = text.substr(colon + 2);  // "one side: ..."
    text = text.substr(0, text.find_first_of(",("));
    std::vector<std::string> phrases;
    std::vector<std::string> rest = words_of(text);
    const auto take = [&](const std::vector<std::string>& phrase) {
        std::string said = action_in(phrase);
        if (!said.empty())
            phrases.push_back(std::move(said));
    };
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] != "and" || !begins_anew(rest, i))
            continue;
        take({rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(i)});
        rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        i = 0;
    }
    take(rest);
    return phrases;
}

bool same_action(const std::string& a, const std::string& b)
{
    const auto goes_on = [](const std::string& whole, const std::string& beginning) {
        return whole.starts_with(beginning) &&
               (whole.size() == beginning.size() || whole[beginning.size()] == ' ');
    };
    return goes_on(a, b) || goes_on(b, a);
}

std::vector<RelatedMuscle> muscles_of_same_nerve(const Catalogue& catalogue, const Muscle& muscle,
                                                 std::size_t count)
{
    const std::vector<std::string> own = nerve_names(muscle->nerve);
    return related(catalogue, muscle, count, [&](const Muscle& other) {
        for (const std::string& name : nerve_names(other->nerve))
            if (std::find(own.begin(), own.end(), name) != own.end())
                return name;
        return std::string();
    });
}

std::vector<RelatedMuscle> muscles_of_same_action(const Catalogue& catalogue, const Muscle& muscle,
                                                  std::size_t count)
{
    const std::vector<std::string> own = all_actions(muscle);
    return related(catalogue, muscle, count, [&](const Muscle& other) {
        for (const std::string& theirs : all_actions(other))
            for (const std::string& ours : own)
                if (same_action(ours, theirs))
                    return std::min(ours, theirs, [](const auto& a, const auto& b) {
                        return a.size() < b.size();
                    });
        return std::string();
    });
}

}  // namespace tpatlas
