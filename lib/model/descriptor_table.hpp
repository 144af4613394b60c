#pragma once
// The data behind mandate/model/descriptor.hpp.

#include "mandate/model/descriptor.hpp"

namespace mandate::tables {

std::span<const command_descriptor> commands() noexcept;
std::span<const field_descriptor> fields() noexcept;
std::span<const question_descriptor> questions() noexcept;
std::span<const field_use> common_fields() noexcept;
std::span<const field_use> report_arguments() noexcept;
std::span<const field_use> task_list_arguments() noexcept;

}  // namespace mandate::tables
