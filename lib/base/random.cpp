#include "base/random.hpp"

#include "mandate/base/error.hpp"

#include <openssl/rand.h>

namespace mandate {

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes_ex(nullptr, reinterpret_cast<unsigned char*>(bytes.data()), count, 0) != 1)
        throw error{errc::internal, "libcrypto has no random bytes"};
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
