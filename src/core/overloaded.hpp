// core/overloaded.hpp: one handler an alternative of a std::variant.
//
//   std::visit(Overloaded{[](int) { ... }, [](const auto&) {}}, variant);
#pragma once

namespace tpatlas {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace tpatlas
