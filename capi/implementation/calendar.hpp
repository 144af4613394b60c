#pragma once
// What stands behind a calendar handle.

#include "call.hpp"
#include "mandate.h"
#include "mandate/calendar/work_calendar.hpp"

#include <cstdint>

struct mandate_calendar {
    static constexpr std::uint32_t tag_of_open = 0x4D43414C;  // MCAL
    std::uint32_t tag = tag_of_open;
    mandate::work_calendar value;
};

namespace mandate::capi {

/// @throws error{errc::invalid_argument} for NULL or a handle of another kind.
inline const work_calendar& opened(const call& in, const mandate_calendar* handle) {
    in.required(handle, "calendar");
    if (handle->tag != mandate_calendar::tag_of_open) in.refuse("calendar", "is not a calendar");
    return handle->value;
}

}  // namespace mandate::capi
