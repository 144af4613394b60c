#include "mandate/exchange/repeated_import.hpp"

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "mandate/base/text.hpp"

namespace mandate {

std::string import_request_id(std::string_view data, std::span<const std::string> how) {
    sha256_digest digest;
    const auto add = [&](std::string_view text) {
        digest.add(to_text(static_cast<long long>(text.size())) + ":");
        digest.add(text);
    };
    for (const std::string& one : how) add(one);
    add(data);
    std::string hash;
    digest.take(hash);
    return "import:" + hex(hash);
}

}  // namespace mandate
