#pragma once
// How a file that is imported twice is known.

#include <span>
#include <string>
#include <string_view>

namespace mandate {

/// A request_id made of a file's bytes and of how it is read (its format, its columns ...): the
/// same for the same import, so that the second one records nothing. "import:" and 64 hexadecimal
/// digits.
std::string import_request_id(std::string_view data, std::span<const std::string> how);

}  // namespace mandate
