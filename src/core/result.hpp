// core/result.hpp: a value, or the faults that kept it from being made.
//
//   Result<Catalogue> catalogue = io::load_catalogue(folder);
//   if (!catalogue)
//       return catalogue.faults();
//   use(catalogue.value());
#pragma once

#include "core/error.hpp"

#include <cassert>
#include <utility>
#include <variant>

namespace tpatlas {

template <class T>
class Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(Faults{std::move(error)}) {}
    Result(Faults faults) : content_(std::move(faults)) { assert(!this->faults().empty()); }

    explicit operator bool() const { return std::holds_alternative<T>(content_); }

    T& value() { return std::get<T>(content_); }
    const T& value() const { return std::get<T>(content_); }
    T take() { return std::move(std::get<T>(content_)); }

    // All faults in the order found; only on a failed result.
    const Faults& faults() const { return std::get<Faults>(content_); }
    const Error& error() const { return faults().front(); }

private:
    std::variant<T, Faults> content_;
};

// For what succeeds without a value.
struct Done {
    bool operator==(const Done&) const = default;
};

}  // namespace tpatlas
