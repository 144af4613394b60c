#pragma once
// The error object of the C ABI: it never changes after it is made, and there is always one to
// give.

#include "mandate.h"
#include "mandate/base/error.hpp"

struct mandate_error {
    mandate_status code;
    const char* text;  ///< one line, ends with a NUL
    const char* json;  ///< ends with a NUL
};

namespace mandate::capi {

/// Owned by the caller, freed by mandate_error_free. Where there is no memory for it, the one error
/// that needs none: out of memory.
mandate_error* new_error(const error& what) noexcept;
mandate_error* out_of_memory() noexcept;

}  // namespace mandate::capi
