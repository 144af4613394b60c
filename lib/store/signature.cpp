#include "mandate/store/signature.hpp"

#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace mandate {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t seed_size = 32, public_size = 32, signature_size = 64;

using key_handle = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using digest_handle = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

/// What fails in libcrypto leaves no trace in the list of errors that the host may read.
class quiet_errors {
public:
    quiet_errors() noexcept { ERR_set_mark(); }
    ~quiet_errors() { ERR_pop_to_mark(); }
    quiet_errors(const quiet_errors&) = delete;
    quiet_errors& operator=(const quiet_errors&) = delete;
};

void require(bool worked) {
    if (!worked) throw error{errc::internal, "libcrypto could not sign with Ed25519"};
}

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
    if (pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != pem.npos) no_key("is encrypted");
    if (pem.find("-----BEGIN PRIVATE KEY-----") == pem.npos) no_key("is no PEM private key");
    const quiet_errors quiet;
    const std::unique_ptr<BIO, decltype(&BIO_free)> text{
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
    require(text != nullptr);
    const auto no_password = [](char*, int, int, void*) { return 0; };
    const key_handle read{PEM_read_bio_PrivateKey(text.get(), nullptr, no_password, nullptr),
                          EVP_PKEY_free};
    if (!read) no_key("cannot be read");
    if (EVP_PKEY_get_id(read.get()) != EVP_PKEY_ED25519) no_key("is of another kind");
    std::size_t size = seed_size;
    require(EVP_PKEY_get_raw_private_key(read.get(), secret_.data(), &size) == 1);
    size = public_size;
    require(EVP_PKEY_get_raw_public_key(read.get(), secret_.data() + seed_size, &size) == 1);
}

signing_key::~signing_key() { OPENSSL_cleanse(secret_.data(), secret_.size()); }

std::string signing_key::public_key() const {
    return {reinterpret_cast<const char*>(secret_.data()) + seed_size, public_size};
}

std::string signing_key::sign(std::string_view statement) const {
    const quiet_errors quiet;
    const key_handle key{
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret_.data(), seed_size),
        EVP_PKEY_free};
    const digest_handle context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    std::string signature(signature_size, '\0');
    std::size_t size = signature.size();
    require(key && context &&
            EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
            EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                           raw(statement), statement.size()) == 1);
    return signature;
}

bool signature_fits(const std::string& public_key, std::string_view statement,
                    const std::string& signature) noexcept {
    if (public_key.size() != public_size || signature.size() != signature_size) return false;
    const quiet_errors quiet;
    const key_handle key{
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(public_key), public_size),
        EVP_PKEY_free};
    const digest_handle context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    return key && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(statement),
                            statement.size()) == 1;
}

std::string bytes_of_hex(std::string_view hex) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string bytes;
    if (hex.size() % 2 != 0) return bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]), low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

}  // namespace mandate
