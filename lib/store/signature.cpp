#include "mandate/store/signature.hpp"

#include "base/random.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace mandate {
namespace {

using namespace std::string_view_literals;

// RFC 8410, section 7: the algorithm 1.3.101.112, then the key as a string of 32 bytes in one
// of 34.
constexpr auto before_key = "\x06\x03\x2B\x65\x70\x04\x22\x04\x20"sv;
constexpr std::size_t seed_size = crypto_sign_SEEDBYTES;

[[noreturn]] void no_key(const std::string& why) {
    throw error{errc::malformed,
                "the signing key " + why +
                    "; it is an unencrypted Ed25519 key in PEM, as `openssl genpkey -algorithm "
                    "ed25519` writes it",
                {{"field", "key"}}};
}

void put(std::string& all, std::string_view field) {
    std::uint64_t rest = field.size();
    for (int i = 0; i < 8; ++i, rest >>= 8U) all += static_cast<char>(rest & 0xFFU);
    all += field;
}

const unsigned char* raw(std::string_view text) noexcept {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string signed_statement(const ledger_identity& ledger, std::int64_t seq,
                             const std::string& event_hash, civil_day day) {
    std::string all;
    put(all, "mandate signature 1");
    put(all, ledger.id);
    put(all, to_text(seq));
    put(all, event_hash);
    put(all, to_text(std::int64_t{day.since_epoch()}));
    return all;
}

signing_key::signing_key(std::string_view pem) {
    static_cast<void>(random_bytes(0));  // makes libsodium ready
    constexpr auto begin = "-----BEGIN PRIVATE KEY-----"sv, end = "-----END PRIVATE KEY-----"sv;
    if (pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != pem.npos) no_key("is encrypted");
    const std::size_t from = pem.find(begin), to = pem.find(end);
    if (from == pem.npos || to == pem.npos || to < from) no_key("is no PEM private key");
    const std::string_view text = pem.substr(from + begin.size(), to - from - begin.size());
    std::vector<unsigned char> der(text.size());
    std::size_t size = 0;
    if (sodium_base642bin(der.data(), der.size(), text.data(), text.size(), "\r\n \t", &size,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
        no_key("is no base64");
    der.resize(size);
    const auto found =
        std::search(der.begin(), der.end(), raw(before_key), raw(before_key) + before_key.size());
    const bool whole = static_cast<std::size_t>(der.end() - found) >= before_key.size() + seed_size;
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> ignored{};
    if (whole)
        crypto_sign_seed_keypair(ignored.data(), secret_.data(), &*found + before_key.size());
    sodium_memzero(der.data(), der.size());
    if (!whole) no_key("is of another kind");
}

signing_key::~signing_key() { sodium_memzero(secret_.data(), secret_.size()); }

std::string signing_key::public_key() const {
    return {reinterpret_cast<const char*>(secret_.data()) + seed_size, crypto_sign_PUBLICKEYBYTES};
}

std::string signing_key::sign(std::string_view statement) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         raw(statement), statement.size(), secret_.data());
    return signature;
}

bool signature_fits(const std::string& public_key, std::string_view statement,
                    const std::string& signature) noexcept {
    return public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(raw(signature), raw(statement), statement.size(),
                                       raw(public_key)) == 0;
}

std::string bytes_of_hex(std::string_view hex) {
    std::string bytes(hex.size() / 2, '\0');
    std::size_t size = 0;
    if (hex.size() % 2 != 0 ||
        sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(),
                       hex.size(), nullptr, &size, nullptr) != 0 ||
        size != bytes.size())
        return {};
    return bytes;
}

}  // namespace mandate
