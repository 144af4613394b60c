#pragma once
// Containers of one pointer each, for rows of which there are a million: most tasks have one
// version of each attribute, and most attributes are never stated.

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace mandate {

/// How many copies hold a part that they share. The same reasoning as for own() in shared_rows.hpp:
/// a count of one means that nobody else can take another reference meanwhile.
class sharers {
public:
    void join() noexcept { count_.fetch_add(1, std::memory_order_relaxed); }
    /// True for the last one, who clears up.
    bool leave() noexcept {
        return !several() || count_.fetch_sub(1, std::memory_order_acq_rel) == 1;
    }
    bool several() const noexcept { return count_.load(std::memory_order_acquire) > 1; }

private:
    std::atomic<std::uint32_t> count_{1};
};

/// A list that costs eight bytes while it is empty. Its room is the least power of two that holds
/// its elements. Copies share them until one of the copies is written to.
template <class T>
class small_list {
    struct alignas(alignof(T) > 8 ? alignof(T) : 8) block {
        sharers held_by;
        std::uint32_t size = 0;
    };

public:
    using value_type = T;

    small_list() noexcept = default;
    small_list(std::initializer_list<T> all)
        : small_list{of(all.size(), [from = all.begin()]() mutable { return *from++; })} {}
    // NOLINTNEXTLINE(google-explicit-constructor): what is read as a vector is kept as a list
    small_list(std::vector<T> all)
        : small_list{
              of(all.size(), [from = all.begin()]() mutable { return std::move(*from++); })} {}
    /// `size` elements, as next() gives them one by one.
    template <class Next>
    static small_list of(std::size_t size, Next&& next) {
        small_list made;
        if (size != 0) made.block_ = room(size);
        for (std::size_t i = 0; i < size; ++i) made.put_behind(next());
        return made;
    }
    small_list(const small_list& other) noexcept : block_{other.block_} {
        if (block_ != nullptr) block_->held_by.join();
    }
    small_list(small_list&& other) noexcept : block_{std::exchange(other.block_, nullptr)} {}
    small_list& operator=(small_list other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~small_list() { let_go(); }

    std::size_t size() const noexcept { return block_ == nullptr ? 0 : block_->size; }
    bool empty() const noexcept { return size() == 0; }
    const T* begin() const noexcept { return block_ == nullptr ? nullptr : elements(block_); }
    const T* end() const noexcept { return begin() + size(); }
    const T& front() const noexcept { return *begin(); }
    const T& operator[](std::size_t i) const noexcept { return begin()[i]; }

    /// An element to write to. Pointers into the list are no longer valid.
    T& edit(std::size_t i) {
        if (block_->held_by.several()) make_room(size());
        return elements(block_)[i];
    }
    void push_back(T one) { insert(end(), std::move(one)); }
    /// @pre `before` points into the list or to its end.
    void insert(const T* before, T one) {
        const std::size_t at = static_cast<std::size_t>(before - begin()), n = size();
        if (n == room_for(n) || block_->held_by.several()) make_room(n + 1);
        put_behind(std::move(one));
        T* const all = elements(block_);
        std::rotate(all + at, all + n, all + n + 1);
    }

    /// Into the cache, for who reads it a while later.
    void fetch() const noexcept { __builtin_prefetch(block_); }

    friend bool operator==(const small_list& a, const std::vector<T>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    friend bool operator==(const small_list& a, const small_list& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    static T* elements(block* b) noexcept { return reinterpret_cast<T*>(b + 1); }
    static std::size_t room_for(std::size_t n) noexcept { return n == 0 ? 0 : std::bit_ceil(n); }
    static block* room(std::size_t n) {
        return ::new (::operator new (sizeof(block) + room_for(n) * sizeof(T),
                                      std::align_val_t{alignof(block)})) block;
    }
    /// @pre there is room
    void put_behind(T&& one) {
        std::construct_at(elements(block_) + block_->size, std::move(one));
        ++block_->size;
    }
    /// From now on held by nobody else.
    void make_room(std::size_t n) {
        small_list wider;
        wider.block_ = room(n);
        const bool shared = block_ != nullptr && block_->held_by.several();
        for (std::size_t i = 0; i < size(); ++i) {
            T& one = elements(block_)[i];
            wider.put_behind(shared ? T{one} : std::move(one));
        }
        std::swap(block_, wider.block_);
    }
    void let_go() noexcept {
        if (block_ == nullptr || !block_->held_by.leave()) return;
        std::destroy_n(elements(block_), block_->size);
        ::operator delete (block_, std::align_val_t{alignof(block)});
    }

    block* block_ = nullptr;
};

/// A value that is nearly always the empty one, and then takes no memory. Copies share it until one
/// of them is written to.
template <class T>
class boxed {
    struct box {
        sharers held_by;
        T value{};
    };

public:
    boxed() noexcept = default;
    boxed(const boxed& other) noexcept : box_{other.box_} {
        if (box_ != nullptr) box_->held_by.join();
    }
    boxed(boxed&& other) noexcept : box_{std::exchange(other.box_, nullptr)} {}
    boxed& operator=(boxed other) noexcept {
        std::swap(box_, other.box_);
        return *this;
    }
    ~boxed() {
        if (box_ != nullptr && box_->held_by.leave()) delete box_;
    }

    const T& get() const noexcept {
        static const T empty{};
        return box_ != nullptr ? box_->value : empty;
    }
    T& edit() {
        if (box_ == nullptr)
            box_ = new box{};
        else if (box_->held_by.several())
            *this = boxed(box_->value);
        return box_->value;
    }
    bool has_value() const noexcept { return box_ != nullptr; }

private:
    explicit boxed(const T& content) : box_{new box{{}, content}} {}

    box* box_ = nullptr;
};

}  // namespace mandate
