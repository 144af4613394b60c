#include "mandate/store/hash_chain.hpp"

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
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
    field_digest& operator<<(std::string_view field) {
        std::array<char, 8> length{};
        std::uint64_t rest = field.size();
        for (char& byte : length) {
            byte = static_cast<char>(rest & 0xFFU);
            rest >>= 8U;
        }
        digest_.add({length.data(), length.size()});
        digest_.add(field);
        return *this;
    }
    field_digest& operator<<(std::int64_t number) {
        return *this << std::string_view{to_text(number)};
    }
    /// 32 bytes; then it begins anew.
    std::string take() { return digest_.take(); }

private:
    sha256_digest digest_;
};

std::string payload_hash_by(field_digest& digest, const stored_event& e) {
    digest << e.salt << e.payload;
    return digest.take();
}

std::string event_hash_by(field_digest& digest, const std::string& previous,
                          const ledger_identity& ledger, const stored_event& e) {
    digest << previous << ledger.id << e.seq << e.effective_on.since_epoch() << e.recorded_at_us
           << e.actor << e.request_id << e.kind << e.schema << e.corrects << e.payload_hash;
    return digest.take();
}

}  // namespace

std::string genesis_hash(const ledger_identity& ledger) {
    field_digest digest;
    digest << ledger.id << ledger.utc_offset_minutes;
    return digest.take();
}

std::string payload_hash(const stored_event& e) {
    field_digest digest;
    return payload_hash_by(digest, e);
}

std::string event_hash(const std::string& previous, const ledger_identity& ledger,
                       const stored_event& e) {
    field_digest digest;
    return event_hash_by(digest, previous, ledger, e);
}

namespace {

void seal_with(field_digest& digest, stored_event& e, std::string_view salt,
               const std::string& previous, const ledger_identity& ledger) {
    e.salt = salt;
    e.payload_hash = payload_hash_by(digest, e);
    e.hash = event_hash_by(digest, previous, ledger, e);
}

}  // namespace

const std::string& seal(stored_event& e, const std::string& previous,
                        const ledger_identity& ledger) {
    field_digest digest;
    seal_with(digest, e, random_bytes(salt_size), previous, ledger);
    return e.hash;
}

std::string seal(std::span<stored_event> all, std::string previous, const ledger_identity& ledger) {
    field_digest digest;
    constexpr std::size_t at_once = 256;  // a call of the system for each salt costs as much as it
    while (!all.empty()) {
        const std::span<stored_event> some = all.first(std::min(at_once, all.size()));
        all = all.subspan(some.size());
        const std::string salts = random_bytes(some.size() * salt_size);
        for (std::size_t i = 0; i < some.size(); ++i) {
            seal_with(digest, some[i], std::string_view{salts}.substr(i * salt_size, salt_size),
                      previous, ledger);
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
    field_digest digest;
    into.hash = event_hash_by(digest, previous, ledger, e);
    into.payload_hash = e.shredded() ? std::string{} : payload_hash_by(digest, e);
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
