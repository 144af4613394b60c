#pragma once
// One call across the border: parameters are checked, outputs cleared first, and no exception gets
// out.

#include "mandate.h"
#include "mandate/ledger/ledger.hpp"
#include "mandate/model/command.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace mandate::capi {

/// Checks the parameters of a call. Every failure is error{errc::invalid_argument} that names the
/// parameter and the function, unless another code is stated.
class call {
public:
    explicit constexpr call(const char* function) noexcept : function_{function} {}

    void required(const void* pointer, std::string_view name) const;
    /// An output: must not be NULL; NULL or 0 is put there. Take the reference before anything
    /// else: the right side of an assignment would be made first, and lost.
    template <class T>
    T& output(T* out, std::string_view name) const {
        required(out, name);
        return *out = T{};
    }

    /// Of a call with several outputs first: the others are cleared, too, where one is NULL.
    template <class... T>
    static void clear(T*... out) {
        ((out != nullptr ? static_cast<void>(*out = T{}) : void()), ...);
    }

    /// Text of a length or up to its NUL, without a NUL inside. `field`: what it is to fill, if
    /// that has another name than the parameter.
    /// @throws error{errc::invalid_utf8, malformed} with the byte offset.
    std::string_view text(const char* start, std::size_t length, std::string_view name,
                          std::string_view field = {}) const;

    /// The same for the content of a file: the error tells line and column, too.
    std::string_view content(const char* start, std::size_t length, std::string_view name) const;

    /// @throws error{errc::forked} where the handle was opened by the parent of this process.
    ledger& opened(const mandate_ledger* handle) const;

    act read(const mandate_act* by) const;
    view_request read(const mandate_view* view) const;

    /// An error of this call: "out is NULL, in mandate_ask".
    [[noreturn]] void refuse(std::string_view name, std::string_view what) const;

private:
    const char* function_;
};

/// The code of the exception in flight; the error is put into *err, if there is one.
mandate_status caught(mandate_error** err) noexcept;

/// Runs the body with the call's checks. Nothing is thrown out of it.
template <class Body>
mandate_status guard(const char* function, mandate_error** err, Body&& body) noexcept {
    if (err != nullptr) *err = nullptr;
    try {
        std::forward<Body>(body)(call{function});
        return MANDATE_OK;
    } catch (...) {
        return caught(err);
    }
}

}  // namespace mandate::capi
