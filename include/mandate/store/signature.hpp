#pragma once
// Signatures over events by the host's key (Ed25519, RFC 8032). An event's hash covers all events
// before it, so a signature over a closed review's event, or over the last event of a day, is one
// over the whole record up to it: whoever alters an event and computes all hashes anew still cannot
// sign. What is signed:
//
//     lp("mandate signature 1") lp(ledger id) lp(seq) lp(hash of the event) lp(day)
//
// with lp() as in hash_chain.hpp, the hash as its 32 bytes, and the day, on which it is signed, as
// decimal days since 1970-01-01.

#include "mandate/store/event_store.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace mandate {

/// The bytes that are signed. A host whose key never leaves its own device signs them there.
std::string signed_statement(const ledger_identity& ledger, std::int64_t seq,
                             const std::string& event_hash, civil_day day);

/// A private key. Its memory is wiped at the end.
class signing_key {
public:
    /// Reads PKCS #8 as PEM (RFC 8410), unencrypted: what `openssl genpkey -algorithm ed25519`
    /// writes. @throws error{errc::malformed}; its text holds nothing of the key.
    explicit signing_key(std::string_view pem);
    ~signing_key();
    signing_key(const signing_key&) = delete;
    signing_key& operator=(const signing_key&) = delete;

    /// 32 bytes.
    std::string public_key() const;
    /// 64 bytes.
    std::string sign(std::string_view statement) const;

private:
    std::array<unsigned char, 64> secret_{};  ///< seed and public key
};

/// Whether the signature (64 bytes) is one over the statement by this public key (32 bytes).
bool signature_fits(const std::string& public_key, std::string_view statement,
                    const std::string& signature) noexcept;

/// What `hex` in lower or upper case stands for; empty where it is something else.
std::string bytes_of_hex(std::string_view hex);

}  // namespace mandate
