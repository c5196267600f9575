#include "domain/structure_names.hpp"

#include "core/nearest_word.hpp"
#include "domain/name_words.hpp"

#include <algorithm>
#include <set>

namespace tpatlas {

namespace {

using Bag = std::vector<std::string>;

std::string key_of(Bag bag)
{
    std::sort(bag.begin(), bag.end());
    std::string key;
    for (const std::string& word : bag)
        key += (key.empty() ? "" : " ") + word;
    return key;
}

bool has(const Bag& bag, std::string_view word)
{
    return std::find(bag.begin(), bag.end(), word) != bag.end();
}

void erase_one(Bag& bag, const std::string& word)
{
    if (const auto at = std::find(bag.begin(), bag.end(), word); at != bag.end())
        bag.erase(at);
}

// "fifth cervical vertebra" is "vertebra c5", "cervical vertebra C5" too; a disc is called by the
// vertebra above it, as the Foundational Model of Anatomy does, or by both.
void name_levels(Bag& bag)
{
    const bool vertebra = has(bag, "vertebra");
    const bool disc = has(bag, "disc");
    auto level = std::find_if(bag.begin(), bag.end(), is_level);
    if ((vertebra || disc) && level == bag.end())
        for (const std::string region : {"cervical", "thoracic", "lumbar"}) {
            const auto number = std::find_if(bag.begin(), bag.end(), is_number);
            if (!has(bag, region) || number == bag.end())
                continue;
            *number = region.substr(0, 1) + *number;
            erase_one(bag, region);
            level = std::find_if(bag.begin(), bag.end(), is_level);
        }
    else if (vertebra || disc)
        for (const char* region : {"cervical", "thoracic", "lumbar"})
            erase_one(bag, region);
    if (disc && std::count_if(bag.begin(), bag.end(), is_level) == 1)
        if (const std::optional<std::string> below =
                level_below(*std::find_if(bag.begin(), bag.end(), is_level)))
            bag.push_back(*below);
    if (disc)
        erase_one(bag, "vertebra");
    if (bag.size() == 1 && is_level(bag.front()))
        bag.emplace_back("vertebra");
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) { return has(b, name); });
}

}  // namespace

// What the rules say, by word, and how a text becomes a bag.
struct StructureNames::Rules {
    using Words = std::vector<std::string>;
    struct Phrase {
        Words of;
        Words as;
    };

    explicit Rules(const NameRules& rules)
        : idle(rules.idle.begin(), rules.idle.end()),
          foreign(rules.foreign.begin(), rules.foreign.end())
    {
        const auto is_phrase = [](const std::string& text) { return text.find(' ') != text.npos; };
        for (const SameWords& one : rules.same)
            for (const std::string& word : one.words)
                if (!is_phrase(word))
                    same[word] = one.as;
        for (const SameWords& one : rules.same)
            for (const std::string& text : one.words)
                if (is_phrase(text))
                    phrases.push_back({plain(name_words(text).words), name_words(one.as).words});
    }

    // In their order, as the first of those that mean the same, without those that say nothing.
    Words plain(const Words& words) const
    {
        Words kept;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto as = same.find(words[i]);
            const std::string& word = as == same.end() ? words[i] : as->second;
            // The head of a muscle says nothing, "oblique muscle of the head" does.
            const bool of_head = word == "head" && i > 0 &&
                                 (words[i - 1] == "of" || words[i - 1] == "the");
            if (of_head)
                kept.emplace_back("capitis");
            else if (!idle.contains(word))
                kept.push_back(word);
        }
        return kept;
    }

    Bag bag_of(const Words& words) const
    {
        Words kept = plain(words);
        for (const Phrase& phrase : phrases) {
            const auto at =
                std::search(kept.begin(), kept.end(), phrase.of.begin(), phrase.of.end());
            if (at == kept.end())
                continue;
            const auto size = static_cast<std::ptrdiff_t>(phrase.of.size());
            kept.insert(kept.erase(at, at + size), phrase.as.begin(), phrase.as.end());
        }
        name_levels(kept);
        std::sort(kept.begin(), kept.end());
        return kept;
    }

    std::map<std::string, std::string> same;
    std::vector<Phrase> phrases;
    std::set<std::string> idle;
    std::set<std::string> foreign;
};

namespace {

using Vocabulary = std::set<std::string>;

// A text's bag, loosened step by step until it is a name.
class Looser {
public:
    Looser(Bag bag, const Vocabulary& known) : bag_(std::move(bag)), known_(known)
    {
        for (const std::string& word : bag_)
            if (!known_.contains(word) && !is_number(word))
                unknown_.push_back(word);
    }

    const Bag& bag() const { return bag_; }
    bool knows_all() const { return unknown_.empty(); }

    // "hamstrings" -> "hamstring", "rectusfemoris" -> "rectus", "femoris": sure.
    void read_closely()
    {
        for (const std::string& word : Bag(unknown_)) {
            Bag parts = word.size() > 3 && word.back() == 's' &&
                                known_.contains(word.substr(0, word.size() - 1))
                            ? Bag{word.substr(0, word.size() - 1)}
                            : parts_of(word);
            if (!parts.empty())
                replace(word, parts);
        }
    }

    // A letter or two wrong.
    void mend_letters()
    {
        constexpr std::size_t most_mended = 3;  // each costs a look at every word that is known
        constexpr std::size_t shortest = 5;
        Bag mend(unknown_);
        mend.resize(std::min(mend.size(), most_mended));
        for (const std::string& word : mend) {
            if (word.size() < shortest)
                continue;
            const std::size_t most = word.size() < 8 ? 1 : 2;
            std::vector<std::string> near;
            for (const std::string& other : known_)
                if (other.size() + most >= word.size() && word.size() + most >= other.size())
                    near.push_back(other);
            const std::string found = nearest_word(word, near);
            if (!found.empty() && edit_distance(word, found) <= most)
                replace(word, {found});
        }
    }

    void drop_unknown()
    {
        for (const std::string& word : unknown_)
            erase_one(bag_, word);
        unknown_.clear();
    }

    void drop_numbers() { std::erase_if(bag_, is_number); }

private:
    void replace(const std::string& word, const Bag& by)
    {
        erase_one(bag_, word);
        erase_one(unknown_, word);
        bag_.insert(bag_.end(), by.begin(), by.end());
    }

    // The known words that `word` is made of without gaps; longest first.
    Bag parts_of(const std::string& word) const
    {
        constexpr std::size_t shortest = 3, longest = 48;
        if (word.size() > longest)
            return {};
        std::vector<Bag> parts(word.size() + 1);
        for (std::size_t end = shortest; end <= word.size(); ++end)
            for (std::size_t from = 0; from + shortest <= end && parts[end].empty(); ++from)
                if ((from == 0 || !parts[from].empty()) &&
                    known_.contains(word.substr(from, end - from))) {
                    parts[end] = parts[from];
                    parts[end].push_back(word.substr(from, end - from));
                }
        return parts.back().size() > 1 ? parts.back() : Bag{};
    }

    Bag bag_;
    Bag unknown_;
    const Vocabulary& known_;
};

}  // namespace

StructureNames::StructureNames(std::vector<NamedStructure> structures, const NameRules& rules)
    : structures_(std::move(structures)), rules_(std::make_shared<const Rules>(rules))
{
    for (const NamedStructure& each : structures_) {
        kinds_[each.name] = each.kind;
        if (each.paired)
            paired_.insert(each.name);
    }
    // The first that is called so keeps it: ours before what others call theirs.
    for (const NamedStructure& each : structures_)
        add(each.name, {{each.name}});
    for (const NameAlias& alias : rules.aliases)
        for (const std::string& text : alias.texts)
            add(text, {alias.structures, alias.sure});
    for (const NamedStructure& each : structures_)
        for (const std::string& text : {each.name_en, each.name_la})
            add(text, {{each.name}});
    add_numbers(rules);
}

void StructureNames::add(std::string_view text, Named named)
{
    const Bag bag = rules_->bag_of(name_words(text).words);
    std::erase_if(named.names, [&](const std::string& name) { return !kinds_.contains(name); });
    if (bag.empty() || named.names.empty())
        return;
    by_key_.emplace(key_of(bag), std::move(named));
    for (const std::string& word : bag)
        if (!is_number(word))
            known_.insert(word);
}

void StructureNames::add_numbers(const NameRules& rules)
{
    for (const NamedStructure& each : structures_)
        if (each.fma) {
            by_fma_[*each.fma].push_back(each.name);
            if (each.paired && std::find(rules.unsided_fma.begin(), rules.unsided_fma.end(),
                                         *each.fma) == rules.unsided_fma.end())
                side_of_fma_[*each.fma] = Side::right;
        }
    for (const NameAlias& alias : rules.aliases)
        for (const int fma : alias.fma)
            by_fma_.emplace(fma, alias.structures);
    // The Foundational Model of Anatomy numbers the left of two after the right, but for a few.
    std::map<int, std::vector<std::string>> left;
    for (const NamedStructure& each : structures_)
        if (each.fma && side_of_fma_.contains(*each.fma)) {
            const auto said = rules.left_fma.find(each.name);
            left[said == rules.left_fma.end() ? *each.fma + 1 : said->second].push_back(each.name);
        }
    for (const auto& [fma, names] : left)
        if (by_fma_.emplace(fma, names).second)
            side_of_fma_[fma] = Side::left;
}

const StructureNames::Named* StructureNames::named(const std::vector<std::string>& bag) const
{
    const auto at = by_key_.find(key_of(bag));
    return at == by_key_.end() ? nullptr : &at->second;
}

NameMatch StructureNames::by_words(std::string_view text) const
{
    const NameWords words = name_words(text);
    NameMatch match;
    match.side = words.side;
    match.fma = words.fma;
    const auto found = [&](const Bag& bag, bool sure) {
        const Named* of_bag = named(bag);
        const auto is_said_kind = [&](const std::string& name) {
            return kinds_.at(name) == *words.kind;
        };
        if (!of_bag || (words.kind && std::none_of(of_bag->names.begin(), of_bag->names.end(),
                                                   is_said_kind)))
            return false;
        match.names = of_bag->names;
        match.sure = sure && of_bag->sure;
        return true;
    };
    const auto is_foreign = [&](const std::string& word) { return rules_->foreign.contains(word); };
    Looser loose(rules_->bag_of(words.words), known_);
    if (words.is_mark || std::any_of(words.words.begin(), words.words.end(), is_foreign) ||
        found(loose.bag(), true))
        return match;
    if (words.last_is_middle && !match.side &&
        found(rules_->bag_of({words.words.begin(), words.words.end() - 1}), true)) {
        match.side = Side::middle;
        return match;
    }
    loose.read_closely();
    if (found(loose.bag(), true))
        return match;
    loose.mend_letters();
    if (found(loose.bag(), false))
        return match;
    loose.drop_unknown();
    if (found(loose.bag(), false))
        return match;
    loose.drop_numbers();
    found(loose.bag(), false);
    return match;
}

NameMatch StructureNames::match(std::string_view text) const
{
    NameMatch match = by_words(text);
    if (const auto at = match.fma ? by_fma_.find(*match.fma) : by_fma_.end(); at != by_fma_.end()) {
        const bool agree = share_one(match.names, at->second);
        if (!agree && !match.sure) {
            // Words that name nothing may still say that it is something else.
            match.sure = match.names.empty() && rules_->bag_of(name_words(text).words).empty();
            match.names = at->second;
        } else {
            match.sure = agree;
        }
        const auto side = side_of_fma_.find(*match.fma);
        if (!match.side && side != side_of_fma_.end())
            match.side = side->second;
    }
    const auto is_middle = [&](const std::string& name) { return !paired_.contains(name); };
    if (!match.names.empty() && std::all_of(match.names.begin(), match.names.end(), is_middle)) {
        match.sure = match.sure && (!match.side || *match.side == Side::middle);
        match.side = Side::middle;
    }
    return match;
}

}  // namespace tpatlas
