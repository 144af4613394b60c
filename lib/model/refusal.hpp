#pragma once
// How a rule refuses a command: one error that names the rule.

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"

#include <string>
#include <string_view>

namespace mandate {

/// @throws error{errc::refused} with the facts "rule", "command_name" and "field": if none is
/// named, the one that names what the command is about, its first.
[[noreturn]] inline void refuse(const command& c, std::string_view rule, const std::string& why,
                                std::string_view field_name = {}) {
    const command_descriptor& d = descriptor_of(c.kind);
    const std::string name{d.name};
    if (field_name.empty()) field_name = descriptor_of(d.fields.front().id).name;
    throw error{
        errc::refused,
        name + ": " + why,
        {{"rule", std::string{rule}}, {"command_name", name}, {"field", std::string{field_name}}}};
}

/// @throws error{errc::unknown_reference}: the code in the field names nothing.
[[noreturn]] inline void not_in_ledger(const command& c, const field_descriptor& f,
                                       const std::string& code) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::unknown_reference,
                name + ": " + std::string{f.name} + " " + code + " is not in the ledger",
                {{"command_name", name},
                 {"field", std::string{f.name}},
                 {"value", code},
                 {"rule", "unknown_reference"}}};
}

/// @throws error{errc::missing_field}; `what` says which of the fields is needed.
[[noreturn]] inline void need(const command& c, field id, std::string_view what) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::missing_field,
                name + ": " + std::string{what},
                {{"command_name", name},
                 {"field", std::string{descriptor_of(id).name}},
                 {"rule", "missing_field"}}};
}

/// @throws error{errc::out_of_range} for the field.
[[noreturn]] inline void out_of_range(const command& c, field id, std::string_view what) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::out_of_range,
                name + ": " + std::string{descriptor_of(id).name} + " " + std::string{what},
                {{"command_name", name},
                 {"field", std::string{descriptor_of(id).name}},
                 {"rule", "out_of_range"}}};
}

}  // namespace mandate
