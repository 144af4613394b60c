#include "base/sha256.hpp"

#include "mandate/base/error.hpp"

#include <openssl/evp.h>

namespace mandate {
namespace {

constexpr std::size_t digest_size = 32;

void require(bool worked) {
    if (!worked) throw error{errc::internal, "libcrypto could not compute SHA-256"};
}

const EVP_MD* algorithm() {
    static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    require(found != nullptr);
    return found;
}

}  // namespace

struct sha256_digest::context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(),
                                                                   EVP_MD_CTX_free};
};

sha256_digest::sha256_digest() : context_{std::make_unique<context>()} {
    require(context_->handle != nullptr);
    begin();
}

sha256_digest::~sha256_digest() = default;

void sha256_digest::begin() {
    require(EVP_DigestInit_ex2(context_->handle.get(), algorithm(), nullptr) == 1);
}

void sha256_digest::add_behind_those(std::string_view bytes) {
    update({waiting_.data(), used_});
    used_ = 0;
    if (bytes.size() > waiting_.size()) return update(bytes);
    used_ = bytes.copy(waiting_.data(), bytes.size());
}

void sha256_digest::update(std::string_view bytes) {
    require(EVP_DigestUpdate(context_->handle.get(), bytes.data(), bytes.size()) == 1);
}

void sha256_digest::take(std::string& into) {
    update({waiting_.data(), used_});
    used_ = 0;
    into.resize(digest_size);
    require(EVP_DigestFinal_ex(context_->handle.get(),
                               reinterpret_cast<unsigned char*>(into.data()), nullptr) == 1);
    begin();
}

std::string sha256(std::string_view text) {
    sha256_digest digest;
    digest.add(text);
    std::string hash;
    digest.take(hash);
    return hash;
}

}  // namespace mandate
