#pragma once
// Containers of one pointer each, for rows of which there are a million: most tasks have one
// version of each attribute, and most attributes are never stated.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace mandate {

/// A list that costs eight bytes while it is empty. Grows like a vector, from one element on.
template <class T>
class small_list {
    struct alignas(alignof(T) > 8 ? alignof(T) : 8) block {
        std::uint32_t size;
        std::uint32_t capacity;
    };

public:
    using value_type = T;

    small_list() noexcept = default;
    small_list(std::initializer_list<T> all) {
        reserve(all.size());
        for (const T& one : all) push_back(one);
    }
    // NOLINTNEXTLINE(google-explicit-constructor): what is read as a vector is kept as a list
    small_list(std::vector<T> all) {
        reserve(all.size());
        for (T& one : all) push_back(std::move(one));
    }
    small_list(const small_list& other) {
        reserve(other.size());
        for (const T& one : other) push_back(one);
    }
    small_list(small_list&& other) noexcept : block_{std::exchange(other.block_, nullptr)} {}
    small_list& operator=(small_list other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~small_list() {
        if (block_ == nullptr) return;
        std::destroy_n(data(), size());
        ::operator delete (block_, std::align_val_t{alignof(block)});
    }

    std::size_t size() const noexcept { return block_ == nullptr ? 0 : block_->size; }
    bool empty() const noexcept { return size() == 0; }
    T* data() noexcept { return reinterpret_cast<T*>(block_ + 1); }
    const T* data() const noexcept { return reinterpret_cast<const T*>(block_ + 1); }
    T* begin() noexcept { return block_ == nullptr ? nullptr : data(); }
    T* end() noexcept { return begin() + size(); }
    const T* begin() const noexcept { return block_ == nullptr ? nullptr : data(); }
    const T* end() const noexcept { return begin() + size(); }
    const T& front() const noexcept { return *begin(); }
    const T& operator[](std::size_t i) const noexcept { return begin()[i]; }

    void push_back(T one) { insert(end(), std::move(one)); }
    /// @pre `before` points into the list or to its end.
    void insert(const T* before, T one) {
        const std::size_t at = static_cast<std::size_t>(before - begin());
        const std::size_t n = size();
        if (block_ == nullptr || n == block_->capacity) reserve(n < 2 ? n + 1 : n * 2);
        std::construct_at(data() + n, std::move(one));
        ++block_->size;
        std::rotate(begin() + at, begin() + n, end());
    }

    friend bool operator==(const small_list& a, const std::vector<T>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    friend bool operator==(const small_list& a, const small_list& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    void reserve(std::size_t n) {
        if (n == 0 || (block_ != nullptr && n <= block_->capacity)) return;
        void* raw =
            ::operator new (sizeof(block) + n * sizeof(T), std::align_val_t{alignof(block)});
        auto* grown = static_cast<block*>(raw);
        *grown = {static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(n)};
        if (block_ != nullptr) {
            std::uninitialized_move_n(data(), size(), reinterpret_cast<T*>(grown + 1));
            std::destroy_n(data(), size());
            ::operator delete (block_, std::align_val_t{alignof(block)});
        }
        block_ = grown;
    }

    block* block_ = nullptr;
};

/// A value that is nearly always the empty one, and then takes no memory.
template <class T>
class boxed {
public:
    boxed() noexcept = default;
    boxed(const boxed& other)
        : value_{other.value_ ? std::make_unique<T>(*other.value_) : nullptr} {}
    boxed(boxed&&) noexcept = default;
    boxed& operator=(boxed other) noexcept {
        value_.swap(other.value_);
        return *this;
    }
    ~boxed() = default;

    const T& get() const noexcept {
        static const T empty{};
        return value_ ? *value_ : empty;
    }
    T& edit() {
        if (!value_) value_ = std::make_unique<T>();
        return *value_;
    }
    bool has_value() const noexcept { return value_ != nullptr; }

private:
    std::unique_ptr<T> value_;
};

}  // namespace mandate
