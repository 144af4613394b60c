#pragma once
// The editable store of a task network: links of each task in a block with room to grow.

#include "base/wide_chunks.hpp"
#include "graph/shared_column.hpp"
#include "mandate/graph/dependency.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mandate {

/// One end's half of a link: the task at the other end, and the link's type, unit and lag.
struct half_link {
    std::uint32_t other;
    std::int32_t packed;  // lag * 8 + unit * 4 + type, both from 0

    std::int32_t lag() const noexcept { return packed >> 3; }
    bool calendar_days() const noexcept { return (packed & 4) != 0; }
    bool from_finish() const noexcept { return (packed & 1) == 0; }
    bool to_finish() const noexcept { return (packed & 2) != 0; }
    friend bool operator==(const half_link&, const half_link&) = default;
};

// Types in the order in which one bit says where the link begins, the other what it bounds.
constexpr std::int32_t packed(const dependency& d) noexcept {
    const std::int32_t type =
        (mandate::from_finish(d.type) ? 0 : 1) + (mandate::to_finish(d.type) ? 2 : 0);
    return d.lag * 8 + (d.unit == lag_unit::calendar_days && d.lag != 0 ? 4 : 0) + type;
}
constexpr dependency unpacked(std::uint32_t before, std::uint32_t after, std::int32_t packed) {
    constexpr link_kind types[] = {link_kind::finish_start, link_kind::start_start,
                                   link_kind::finish_finish, link_kind::start_finish};
    dependency d{before, after, packed >> 3, types[packed & 3]};
    if ((packed & 4) != 0) d.unit = lag_unit::calendar_days;
    return d;
}

/// Lists of half links, one a task, in one pool. A block that is full moves to one of twice the
/// size; the place it leaves is used again. Copies share chunks of the pool as a shared_column
/// does.
class slack_blocks {
public:
    slack_blocks() = default;
    slack_blocks(const slack_blocks& other)
        : headers_{other.headers_},
          chunks_{other.chunks_},
          data_{other.data_},
          free_{other.free_},
          sizes_{other.sizes_},
          current_{other.current_},
          used_{other.used_} {
        own_.assign(chunks_.size(), 0);
        std::fill(other.own_.begin(), other.own_.end(), std::uint8_t{0});
    }
    slack_blocks& operator=(const slack_blocks& other) {
        slack_blocks copy{other};
        return *this = std::move(copy);
    }
    slack_blocks(slack_blocks&&) noexcept = default;
    slack_blocks& operator=(slack_blocks&&) noexcept = default;

    std::span<const half_link> operator[](std::uint32_t task) const noexcept {
        const header h = headers_[task];
        if (h.count == 0) return {};
        return {data_[h.place / chunk] + h.place % chunk, h.count};
    }
    std::uint32_t tasks() const noexcept { return static_cast<std::uint32_t>(headers_.size()); }

    void add_tasks(std::uint32_t tasks) { headers_.resize(tasks, {}); }
    /// Room for so many links of a task that has none yet.
    void reserve(std::uint32_t task, std::uint32_t links) {
        if (links == 0) return;
        header& h = headers_.write(task);
        h.size = (static_cast<std::uint32_t>(std::bit_width(links - 1)) + 1) & 31U;
        h.place = allocate(h.size);
    }
    void add(std::uint32_t task, half_link link) {
        header& h = headers_.write(task);
        if (h.count == capacity(h.size)) grow(h);
        writable(h)[h.count++] = link;
    }
    /// Takes one such link away, if there is one; the last takes its place.
    bool remove(std::uint32_t task, half_link link) {
        const std::span<const half_link> all = (*this)[task];
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i] != link) continue;
            header& h = headers_.write(task);
            half_link* const block = writable(h);
            block[i] = block[--h.count];
            return true;
        }
        return false;
    }
    std::size_t memory() const noexcept {
        std::size_t bytes = headers_.memory() + spare_.size() * chunk * sizeof(half_link);
        for (const std::uint32_t s : sizes_) bytes += std::size_t{s} * sizeof(half_link);
        return bytes;
    }

private:
    static constexpr std::uint32_t chunk = 4096;
    struct header {
        std::uint32_t place = 0;  // chunk number * 4096 + offset in it
        std::uint32_t count : 27 = 0;
        std::uint32_t size : 5 = 0;  // 0: no block, else its capacity is 2^(size - 1)
    };
    static std::uint32_t capacity(std::uint32_t size) { return size == 0 ? 0 : 1U << (size - 1); }

    half_link* writable(const header& h) {
        const std::uint32_t c = h.place / chunk;
        if (own_[c] == 0) {
            auto copy = std::make_shared_for_overwrite<half_link[]>(sizes_[c]);
            std::copy_n(data_[c], sizes_[c], copy.get());
            chunks_[c] = std::move(copy);
            data_[c] = chunks_[c].get();
            own_[c] = 1;
        }
        return data_[c] + h.place % chunk;
    }
    void grow(header& h) {
        header bigger = h;
        bigger.size = (h.size + 1U) & 31U;
        bigger.place = allocate(bigger.size);
        half_link* const to = writable(bigger);
        if (h.count > 0) std::copy_n(data_[h.place / chunk] + h.place % chunk, h.count, to);
        if (h.size > 0) free_[h.size].push_back(h.place);
        h = bigger;
    }
    std::uint32_t allocate(std::uint32_t size) {
        if (!free_[size].empty()) {
            const std::uint32_t place = free_[size].back();
            free_[size].pop_back();
            return place;
        }
        const std::uint32_t links = capacity(size);
        if (links > chunk / 2) return add_chunk(links);  // one of its own
        if (current_ == none || used_ + links > chunk) {
            current_ = add_chunk(chunk) / chunk;
            used_ = 0;
        }
        const std::uint32_t place = current_ * chunk + used_;
        used_ += links;
        return place;
    }
    std::uint32_t add_chunk(std::uint32_t links) {
        if (links != chunk) {
            chunks_.push_back(std::make_shared_for_overwrite<half_link[]>(links));
        } else {
            // A network that is large already will go on growing.
            if (spare_.empty())
                spare_ = wide_chunks<half_link>(chunk, chunks_.size() < 128 ? 1 : 128);
            chunks_.push_back(std::move(spare_.back()));
            spare_.pop_back();
        }
        data_.push_back(chunks_.back().get());
        own_.push_back(1);
        sizes_.push_back(links);
        return static_cast<std::uint32_t>(chunks_.size() - 1) * chunk;
    }

    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    shared_column<header> headers_;
    std::vector<std::shared_ptr<half_link[]>> chunks_;
    std::vector<half_link*> data_;
    mutable std::vector<std::uint8_t> own_;
    std::array<std::vector<std::uint32_t>, 32> free_;  // places by size
    std::vector<std::uint32_t> sizes_;                 // of chunks, in links
    std::uint32_t current_ = none, used_ = 0;          // the chunk that is being filled
    std::vector<std::shared_ptr<half_link[]>> spare_;  // chunks that nobody has; not copied
};

}  // namespace mandate
