#pragma once
// The tasks of a review: as many as a plan has, and few of them are ever read. So their words are
// made when somebody asks.

#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

namespace mandate {

struct review_task;

/// From where descriptions come. Immutable but for what it keeps in order to be quick: one call at
/// a time.
class task_source {
public:
    virtual ~task_source() = default;
    virtual std::size_t size() const = 0;
    /// @pre position < size()
    virtual review_task describe(std::size_t position) = 0;
    /// The position of the task with this code; size(): none.
    virtual std::size_t find(std::string_view code) const = 0;
};

/// Tasks by position. What a review of a ledger says of a task is made when the task is first read,
/// from the revision that the review was computed from, which is kept alive for that: nothing that
/// is recorded later shows. It stays where it is as long as some copy of the review lives. Copies
/// share what was made. Any thread may read.
class task_descriptions {
public:
    class iterator;

    task_descriptions();
    explicit task_descriptions(std::unique_ptr<task_source> source);
    explicit task_descriptions(std::vector<review_task> described);

    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    /// @pre position < size(). Cost: a look-up; the first time some microseconds.
    const review_task& operator[](std::size_t position) const;
    const review_task& front() const { return (*this)[0]; }
    iterator begin() const;
    iterator end() const;
    /// The position of the task with this code; size(): none.
    std::size_t find(std::string_view code) const;
    /// Each in order, for one pass over all: keeps none that was not kept before.
    void each(const std::function<void(const review_task&)>& take) const;
    /// One to write to. The others are described too, and copies see nothing of it.
    review_task& edit(std::size_t position);

private:
    struct kept;
    std::shared_ptr<kept> kept_;  // shared_ptr: the copies of a review; null: none
    std::size_t size_ = 0;
};

class task_descriptions::iterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = review_task;
    using difference_type = std::ptrdiff_t;
    using pointer = const review_task*;
    using reference = const review_task&;

    iterator() = default;
    iterator(const task_descriptions& of, std::size_t position) : of_{&of}, position_{position} {}

    reference operator*() const { return (*of_)[position_]; }
    pointer operator->() const { return &(*of_)[position_]; }
    iterator& operator++() {
        ++position_;
        return *this;
    }
    iterator operator++(int) {
        const iterator before = *this;
        ++position_;
        return before;
    }
    friend bool operator==(const iterator& a, const iterator& b) {
        return a.position_ == b.position_;
    }

private:
    const task_descriptions* of_ = nullptr;
    std::size_t position_ = 0;
};

inline task_descriptions::iterator task_descriptions::begin() const { return {*this, 0}; }
inline task_descriptions::iterator task_descriptions::end() const { return {*this, size_}; }

}  // namespace mandate
