#pragma once
// Random bytes that nobody can foresee, from the operating system by way of libsodium.

#include <cstddef>
#include <string>

namespace mandate {

std::string random_bytes(std::size_t count);

/// Two lower-case hexadecimal digits for each byte.
std::string hex(const std::string& bytes);

}  // namespace mandate
