// The library itself: its version, its table, and how days and fields are written.

#include "base/quote.hpp"
#include "call.hpp"
#include "mandate.h"
#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/event_store.hpp"
#include "results.hpp"

#include <string>
#include <string_view>

using mandate::capi::call;
using mandate::capi::guard;

int32_t mandate_version(void) noexcept { return MANDATE_HEADER_VERSION; }

int32_t mandate_has(const char* feature) noexcept {
    if (feature == nullptr) return 0;
    const std::string_view wanted{feature};
    return wanted == "sqlite" || (wanted == "postgresql" && mandate::has_postgresql()) ? 1 : 0;
}

const char* mandate_status_name(mandate_status code) noexcept {
    if (code == MANDATE_OK) return "ok";
    const std::string_view name = mandate::name_of(static_cast<mandate::errc>(code));
    return name.empty() ? "unknown" : name.data();  // a literal, so it ends with a NUL
}

mandate_status mandate_describe(mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_describe", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        answer = new mandate_bytes{mandate::describe()};
    });
}

mandate_status mandate_field_number(const char* name, size_t name_len, int32_t* number,
                                    mandate_error** err) noexcept {
    return guard("mandate_field_number", err, [&](const call& in) {
        int32_t& answer = in.output(number, "number");
        const std::string_view wanted = in.text(name, name_len, "name");
        const auto* found = mandate::find_field(wanted);
        if (found == nullptr)
            throw mandate::error{mandate::errc::unknown_field,
                                 "there is no field " + mandate::in_quotes(wanted),
                                 {{"field", std::string{wanted}}}};
        answer = static_cast<int32_t>(found->id);
    });
}

mandate_status mandate_question_number(const char* name, size_t name_len, int32_t* number,
                                       mandate_error** err) noexcept {
    return guard("mandate_question_number", err, [&](const call& in) {
        int32_t& answer = in.output(number, "number");
        const std::string_view wanted = in.text(name, name_len, "name");
        const auto* found = mandate::find_question(wanted);
        if (found == nullptr)
            throw mandate::error{mandate::errc::invalid_argument,
                                 "there is no question " + mandate::in_quotes(wanted),
                                 {{"question", std::string{wanted}}}};
        answer = static_cast<int32_t>(found->id);
    });
}

mandate_status mandate_day_parse(const char* text, size_t text_len, int32_t* day,
                                 mandate_error** err) noexcept {
    return guard("mandate_day_parse", err, [&](const call& in) {
        int32_t& answer = in.output(day, "day");
        answer = mandate::parse_day(in.text(text, text_len, "text")).since_epoch();
    });
}

mandate_status mandate_instant_parse(const char* text, size_t text_len, int32_t utc_offset_minutes,
                                     int64_t* instant, mandate_error** err) noexcept {
    return guard("mandate_instant_parse", err, [&](const call& in) {
        int64_t& answer = in.output(instant, "instant");
        answer = mandate::parse_instant(in.text(text, text_len, "text"), utc_offset_minutes);
    });
}
