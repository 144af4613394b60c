#include "mandate/exchange/repeated_import.hpp"

#include "base/random.hpp"
#include "mandate/base/text.hpp"

#include <sodium.h>

namespace mandate {

std::string import_request_id(std::string_view data, std::span<const std::string> how) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    const auto add = [&](std::string_view text) {
        const std::string length = to_text(static_cast<long long>(text.size())) + ":";
        for (const std::string_view part : {std::string_view{length}, text})
            crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                      part.size());
    };
    for (const std::string& one : how) add(one);
    add(data);
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return "import:" + hex(digest);
}

}  // namespace mandate
