#include "mandate/store/hash_chain.hpp"

#include "base/random.hpp"
#include "mandate/base/text.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mandate {
namespace {

constexpr std::size_t salt_size = 16;

/// SHA-256 over fields, each after its length, so that no two lists of fields read the same.
class field_digest {
public:
    field_digest() noexcept { crypto_hash_sha256_init(&state_); }

    field_digest& operator<<(std::string_view field) noexcept {
        std::array<unsigned char, 8> length{};
        std::uint64_t rest = field.size();
        for (unsigned char& byte : length) {
            byte = static_cast<unsigned char>(rest & 0xFFU);
            rest >>= 8U;
        }
        crypto_hash_sha256_update(&state_, length.data(), length.size());
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(field.data()),
                                  field.size());
        return *this;
    }
    field_digest& operator<<(std::int64_t number) {
        return *this << std::string_view{to_text(number)};
    }

    std::string bytes() {
        std::string out(crypto_hash_sha256_BYTES, '\0');
        crypto_hash_sha256_final(&state_, reinterpret_cast<unsigned char*>(out.data()));
        return out;
    }

private:
    crypto_hash_sha256_state state_;
};

}  // namespace

std::string sha256(std::string_view text) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return out;
}

std::string genesis_hash(const ledger_identity& ledger) {
    field_digest digest;
    digest << ledger.id << ledger.utc_offset_minutes;
    return digest.bytes();
}

std::string payload_hash(const stored_event& e) {
    field_digest digest;
    digest << e.salt << e.payload;
    return digest.bytes();
}

std::string event_hash(const std::string& previous, const ledger_identity& ledger,
                       const stored_event& e) {
    field_digest digest;
    digest << previous << ledger.id << e.seq << e.effective_on.since_epoch() << e.recorded_at_us
           << e.actor << e.request_id << e.kind << e.schema << e.corrects << e.payload_hash;
    return digest.bytes();
}

const std::string& seal(stored_event& e, const std::string& previous,
                        const ledger_identity& ledger) {
    e.salt = random_bytes(salt_size);
    e.payload_hash = payload_hash(e);
    e.hash = event_hash(previous, ledger, e);
    return e.hash;
}

std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger) {
    std::string computed, wrong;
    for (const std::string* before : {&end.stored, &end.computed}) {
        if (before->empty()) continue;
        std::string hash = event_hash(*before, ledger, e);
        if (hash == e.hash) {
            computed.clear();
            wrong.clear();
            break;
        }
        if (computed.empty()) computed = std::move(hash);
        wrong = "the hash does not fit";
    }
    if (wrong.empty() && !e.shredded() && payload_hash(e) != e.payload_hash)
        wrong = "the payload was altered";
    end = {e.hash, std::move(computed)};
    return wrong;
}

}  // namespace mandate
