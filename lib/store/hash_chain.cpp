#include "mandate/store/hash_chain.hpp"

#include "base/random.hpp"
#include "base/sha256.hpp"
#include "mandate/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <utility>

namespace mandate {

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
        std::array<char, 20> text;
        const char* const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
        return *this << std::string_view{text.data(), end};
    }
    /// 32 bytes; then it begins anew.
    void take(std::string& into) { digest_.take(into); }

private:
    sha256_digest digest_;
};

namespace {

constexpr std::size_t salt_size = 16;

void payload_hash_by(field_digest& digest, const stored_event& e, std::string& into) {
    digest << e.salt << e.payload;
    digest.take(into);
}

void event_hash_by(field_digest& digest, const std::string& previous, const ledger_identity& ledger,
                   const stored_event& e, std::string& into) {
    digest << previous << ledger.id << e.seq << e.effective_on.since_epoch() << e.recorded_at_us
           << e.actor << e.request_id << e.kind << e.schema << e.corrects << e.payload_hash;
    digest.take(into);
}

}  // namespace

std::string genesis_hash(const ledger_identity& ledger) {
    field_digest digest;
    digest << ledger.id << ledger.utc_offset_minutes;
    std::string hash;
    digest.take(hash);
    return hash;
}

std::string payload_hash(const stored_event& e) {
    field_digest digest;
    std::string hash;
    payload_hash_by(digest, e, hash);
    return hash;
}

std::string event_hash(const std::string& previous, const ledger_identity& ledger,
                       const stored_event& e) {
    field_digest digest;
    std::string hash;
    event_hash_by(digest, previous, ledger, e, hash);
    return hash;
}

namespace {

void seal_with(field_digest& digest, stored_event& e, std::string_view salt,
               const std::string& previous, const ledger_identity& ledger) {
    e.salt = salt;
    payload_hash_by(digest, e, e.payload_hash);
    event_hash_by(digest, previous, ledger, e, e.hash);
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

row_hasher::row_hasher(ledger_identity of)
    : of_{std::move(of)}, digest_{std::make_unique<field_digest>()} {}

row_hasher::~row_hasher() = default;

void row_hasher::compute(const std::string& before, const stored_event& e, row_hashes& into) {
    into.previous = before;
    event_hash_by(*digest_, before, of_, e, into.hash);
    if (e.shredded())
        into.payload_hash.clear();
    else
        payload_hash_by(*digest_, e, into.payload_hash);
    into.fit = into.hash == e.hash && (e.shredded() || into.payload_hash == e.payload_hash);
}

std::string walk(chain_end& end, const stored_event& e, const ledger_identity& ledger,
                 const row_hashes& known) {
    if (known.fit && end.stored == known.previous) {
        end.stored = known.hash;
        end.computed.clear();
        return {};
    }
    return walk(
        end, e,
        [&](const std::string& before) {
            return before == known.previous ? known.hash : event_hash(before, ledger, e);
        },
        [&] { return known.payload_hash != e.payload_hash; });
}

}  // namespace mandate
