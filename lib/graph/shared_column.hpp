#pragma once
// Columns that copies of a schedule share until one of them writes.

#include "base/wide_chunks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace mandate {

/// An array of plain values in chunks of 4096. A copy shares all chunks; the first write to a chunk
/// that somebody else may hold copies that chunk. To copy an array is, for threads, a write to it:
/// it must not be written meanwhile. Afterwards each copy belongs to whoever has it.
/// shared_ptr: a reader keeps its chunks while the writer goes on.
template <class Value>
class shared_column {
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

public:
    static constexpr std::size_t chunk = 4096;

    shared_column() = default;
    shared_column(const shared_column& other)
        : owners_{other.owners_}, data_{other.data_}, size_{other.size_} {
        own_.assign(owners_.size(), 0);
        std::fill(other.own_.begin(), other.own_.end(), std::uint8_t{0});
    }
    shared_column& operator=(const shared_column& other) {
        shared_column copy{other};
        return *this = std::move(copy);
    }
    shared_column(shared_column&&) noexcept = default;
    shared_column& operator=(shared_column&&) noexcept = default;

    std::size_t size() const noexcept { return size_; }
    const Value& operator[](std::size_t i) const noexcept { return data_[i / chunk][i % chunk]; }
    Value& write(std::size_t i) {
        if (own_[i / chunk] == 0) take(i / chunk);
        return data_[i / chunk][i % chunk];
    }
    /// New entries have the value given.
    void resize(std::size_t size, Value content) {
        const std::size_t chunks = (size + chunk - 1) / chunk;
        if (chunks > owners_.size())
            for (auto& more : wide_chunks<Value>(chunk, chunks - owners_.size())) {
                data_.push_back(more.get());
                owners_.push_back(std::move(more));
                own_.push_back(1);
            }
        for (; size_ < size; ++size_) write(size_) = content;
    }
    std::size_t memory() const noexcept { return owners_.size() * chunk * sizeof(Value); }

private:
    void take(std::size_t c) {
        auto copy = std::make_shared_for_overwrite<Value[]>(chunk);
        std::copy_n(data_[c], chunk, copy.get());
        owners_[c] = std::move(copy);
        data_[c] = owners_[c].get();
        own_[c] = 1;
    }

    std::vector<std::shared_ptr<Value[]>> owners_;
    std::vector<Value*> data_;
    mutable std::vector<std::uint8_t> own_;  // 1: nobody else holds the chunk
    std::size_t size_ = 0;
};

}  // namespace mandate
