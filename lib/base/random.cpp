#include "base/random.hpp"

#include "mandate/base/error.hpp"

#include <sodium.h>

namespace mandate {

std::string random_bytes(std::size_t count) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw error{errc::internal, "libsodium could not be initialised"};
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string hex(const std::string& bytes) {
    std::string digits;
    digits.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        digits += "0123456789abcdef"[value / 16];
        digits += "0123456789abcdef"[value % 16];
    }
    return digits;
}

}  // namespace mandate
