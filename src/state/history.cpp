#include "state/history.hpp"

namespace tpatlas {

namespace {

constexpr std::size_t history_length = 200;

}  // namespace

void History::did(Document before, Deed deed)
{
    past_.push_back({std::move(before), std::move(deed)});
    if (past_.size() > history_length)
        past_.erase(past_.begin());
    future_.clear();
}

void History::clear()
{
    past_.clear();
    future_.clear();
}

std::optional<Document> History::walk(std::vector<Step>& from, std::vector<Step>& to,
                                      const Document& now, std::size_t steps)
{
    if (from.empty() || steps == 0)
        return std::nullopt;
    Document at = now;
    for (; steps > 0 && !from.empty(); --steps) {
        Step step = std::move(from.back());
        from.pop_back();
        std::swap(at, step.document);
        to.push_back(std::move(step));
    }
    return at;
}

std::optional<Document> History::back(const Document& now, std::size_t steps)
{
    return walk(past_, future_, now, steps);
}

std::optional<Document> History::forth(const Document& now, std::size_t steps)
{
    return walk(future_, past_, now, steps);
}

std::vector<Deed> History::undoable() const
{
    std::vector<Deed> deeds;
    for (auto step = past_.rbegin(); step != past_.rend(); ++step)
        deeds.push_back(step->deed);
    return deeds;
}

std::vector<Deed> History::redoable() const
{
    std::vector<Deed> deeds;
    for (auto step = future_.rbegin(); step != future_.rend(); ++step)
        deeds.push_back(step->deed);
    return deeds;
}

}  // namespace tpatlas
