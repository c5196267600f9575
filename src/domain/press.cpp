#include "domain/press.hpp"

#include <algorithm>

namespace tpatlas {

bool Press::allows(Contact contact) const
{
    return std::find(contacts.begin(), contacts.end(), contact) != contacts.end();
}

std::optional<Contact> Press::shown_contact() const
{
    if (!direction || who == Who::view_only)
        return std::nullopt;
    const auto at = std::find_if(contacts.begin(), contacts.end(), is_drawn);
    return at == contacts.end() ? std::nullopt : std::optional(*at);
}

}  // namespace tpatlas
