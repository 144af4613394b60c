#include "mandate/store/hash_chain.hpp"

#include "base/random.hpp"
#include "mandate/base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mandate {
namespace {

constexpr std::size_t salt_size = 16;

/// SHA-256 over fields, each after its length, so that no two lists of fields read the same. Short
/// fields are put together first: libsodium takes them one by one at twice the cost.
class field_digest {
public:
    field_digest() noexcept { crypto_hash_sha256_init(&state_); }

    field_digest& operator<<(std::string_view field) noexcept {
        std::array<char, 8> length{};
        std::uint64_t rest = field.size();
        for (char& byte : length) {
            byte = static_cast<char>(rest & 0xFFU);
            rest >>= 8U;
        }
        put({length.data(), length.size()});
        put(field);
        return *this;
    }
    field_digest& operator<<(std::int64_t number) {
        return *this << std::string_view{to_text(number)};
    }

    std::string bytes() {
        flush();
        std::string out(crypto_hash_sha256_BYTES, '\0');
        crypto_hash_sha256_final(&state_, reinterpret_cast<unsigned char*>(out.data()));
        return out;
    }

private:
    void put(std::string_view bytes) noexcept {
        if (bytes.size() > waiting_.size() - used_) flush();
        if (bytes.size() > waiting_.size()) return update(bytes);
        used_ += bytes.copy(waiting_.data() + used_, bytes.size());
    }
    void flush() noexcept { update({waiting_.data(), std::exchange(used_, 0)}); }
    void update(std::string_view bytes) noexcept {
        crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                  bytes.size());
    }

    crypto_hash_sha256_state state_;
    std::array<char, 1024> waiting_;
    std::size_t used_ = 0;
};

}  // namespace

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

namespace {

void seal_with(stored_event& e, std::string_view salt, const std::string& previous,
               const ledger_identity& ledger) {
    e.salt = salt;
    e.payload_hash = payload_hash(e);
    e.hash = event_hash(previous, ledger, e);
}

}  // namespace

const std::string& seal(stored_event& e, const std::string& previous,
                        const ledger_identity& ledger) {
    seal_with(e, random_bytes(salt_size), previous, ledger);
    return e.hash;
}

std::string seal(std::span<stored_event> all, std::string previous, const ledger_identity& ledger) {
    constexpr std::size_t at_once = 256;  // a call of the system for each salt costs as much as it
    while (!all.empty()) {
        const std::span<stored_event> some = all.first(std::min(at_once, all.size()));
        all = all.subspan(some.size());
        const std::string salts = random_bytes(some.size() * salt_size);
        for (std::size_t i = 0; i < some.size(); ++i) {
            seal_with(some[i], std::string_view{salts}.substr(i * salt_size, salt_size), previous,
                      ledger);
            previous = some[i].hash;
        }
    }
    return previous;
}

namespace {

/// `hash_after(before)`: the hash that the event has after this one; `altered()`: whether its
/// payload does not fit.
template <class HashAfter, class Altered>
std::string walk(chain_end& end, const stored_event& e, HashAfter&& hash_after, Altered&& altered) {
    std::string computed, wrong;
    for (const std::string* before : {&end.stored, &end.computed}) {
        if (before->empty()) continue;
        std::string hash = hash_after(*before);
        if (hash == e.hash) {
            computed.clear();
            wrong.clear();
            break;
        }
        if (computed.empty()) computed = std::move(hash);
        wrong = "the hash does not fit";
    }
    if (wrong.empty() && !e.shredded() && altered()) wrong = "the payload was altered";
    end.stored = e.hash;
    end.computed = std::move(computed);
    return wrong;
}

}  // namespace

std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger) {
    return walk(
        end, e, [&](const std::string& before) { return event_hash(before, ledger, e); },
        [&] { return payload_hash(e) != e.payload_hash; });
}

void compute_hashes(row_hashes& into, const std::string& previous, const stored_event& e,
                    const ledger_identity& ledger) {
    into.previous = previous;
    into.hash = event_hash(previous, ledger, e);
    into.payload_hash = e.shredded() ? std::string{} : payload_hash(e);
}

std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger,
                 const row_hashes& known) {
    return walk(
        end, e,
        [&](const std::string& before) {
            return before == known.previous ? known.hash : event_hash(before, ledger, e);
        },
        [&] { return known.payload_hash != e.payload_hash; });
}

}  // namespace mandate
