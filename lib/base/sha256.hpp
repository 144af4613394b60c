#pragma once
// SHA-256 by way of OpenSSL's libcrypto, which uses the processor's own instructions for it.

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace mandate {

/// One digest after the other. Short pieces are put together first: a call of the library costs as
/// much as hashing some of them.
class sha256_digest {
public:
    /// @throws error{errc::internal} where libcrypto offers no SHA-256
    sha256_digest();
    ~sha256_digest();
    sha256_digest(const sha256_digest&) = delete;
    sha256_digest& operator=(const sha256_digest&) = delete;

    void add(std::string_view bytes) {
        if (bytes.size() > waiting_.size() - used_) return add_behind_those(bytes);
        bytes.copy(waiting_.data() + used_, bytes.size());
        used_ += bytes.size();
    }
    /// 32 bytes, of all that was added; then it begins anew.
    void take(std::string& into);

private:
    struct context;
    void add_behind_those(std::string_view bytes);
    void begin();
    void update(std::string_view bytes);

    std::unique_ptr<context> context_;
    std::array<char, 1024> waiting_;
    std::size_t used_ = 0;
};

/// 32 bytes, of the text alone.
std::string sha256(std::string_view text);

}  // namespace mandate
