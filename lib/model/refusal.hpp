#pragma once
// How a rule refuses a command: one error that names the rule.

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"

#include <string>
#include <string_view>

namespace mandate {

/// @throws error{errc::refused} with the facts "rule" and "command_name".
[[noreturn]] inline void refuse(const command& c, std::string_view rule, const std::string& why) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{
        errc::refused, name + ": " + why, {{"rule", std::string{rule}}, {"command_name", name}}};
}

/// @throws error{errc::missing_field}; `what` says which of the fields is needed.
[[noreturn]] inline void need(const command& c, field id, std::string_view what) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::missing_field,
                name + ": " + std::string{what},
                {{"command_name", name}, {"field", std::string{descriptor_of(id).name}}}};
}

/// @throws error{errc::out_of_range} for the field.
[[noreturn]] inline void out_of_range(const command& c, field id, std::string_view what) {
    const std::string name{descriptor_of(c.kind).name};
    throw error{errc::out_of_range,
                name + ": " + std::string{descriptor_of(id).name} + " " + std::string{what},
                {{"command_name", name}, {"field", std::string{descriptor_of(id).name}}}};
}

}  // namespace mandate
