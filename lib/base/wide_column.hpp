#pragma once
// Long arrays of plain values that are read all over, in any order.

#include "base/os.hpp"

#include <cstddef>
#include <new>
#include <vector>

namespace mandate {

/// Memory for long arrays in pages of 2 MiB where the system has them. An array of some megabytes
/// that is read in any order stands in thousands of usual pages, more than a processor remembers
/// the places of; in a virtual machine each place forgotten is looked up twice over.
template <class Value>
struct wide_allocator {
    using value_type = Value;

    wide_allocator() = default;
    template <class Other>
    wide_allocator(const wide_allocator<Other>&) noexcept {}

    Value* allocate(std::size_t count) {
        return static_cast<Value*>(allocate_wide(count * sizeof(Value)));
    }
    void deallocate(Value* values, std::size_t count) noexcept {
        free_wide(values, count * sizeof(Value));
    }
    friend bool operator==(wide_allocator, wide_allocator) { return true; }
};

template <class Value>
using wide_column = std::vector<Value, wide_allocator<Value>>;

}  // namespace mandate
