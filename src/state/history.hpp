// state/history.hpp: earlier and later documents, each with what was done, for undo and its list.
//
//   history.did(before, {"did.select", "Soleus"});
//   if (auto document = history.back(now, 1)) ...
#pragma once

#include "state/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tpatlas {

// "did.select" is a key of the table of texts, whose {what} is `what`.
struct Deed {
    std::string key;
    std::string what;

    bool operator==(const Deed&) const = default;
};

class History {
public:
    // The document before it was done; what could be redone is gone.
    void did(Document before, Deed deed);
    void clear();

    // `steps` back or forth from `now`, as far as there are any; nothing where there are none.
    std::optional<Document> back(const Document& now, std::size_t steps);
    std::optional<Document> forth(const Document& now, std::size_t steps);

    // What undo would take back, and redo do again: the next one first.
    std::vector<Deed> undoable() const;
    std::vector<Deed> redoable() const;
    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }

private:
    struct Step {
        Document document;
        Deed deed;
    };
    static std::optional<Document> walk(std::vector<Step>& from, std::vector<Step>& to,
                                        const Document& now, std::size_t steps);

    std::vector<Step> past_;    // the document before the deed
    std::vector<Step> future_;  // the document after the deed
};

}  // namespace tpatlas
