#pragma once
// LEMON's headers are not C++20: their part stands in a file of its own, behind plain columns.

#include <cstdint>
#include <memory>
#include <vector>

namespace mandate::bench {

struct lemon_task {
    const std::vector<std::int32_t>& duration;
    struct link {
        std::uint32_t before, after;
        std::int32_t weight;
    };
    std::vector<link> links;
};

class lemon_peer {
public:
    virtual ~lemon_peer() = default;
    virtual void sort() = 0;
    virtual void pass(std::vector<std::int32_t>& early, std::vector<std::int32_t>& late,
                      std::int32_t& end) const = 0;
};

/// `of` must outlive the peer.
std::unique_ptr<lemon_peer> make_lemon_peer(const lemon_task& of);

}  // namespace mandate::bench
