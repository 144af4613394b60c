#pragma once
// The chunks of long arrays that are read all over, many in one allocation of large pages.

#include "base/wide_column.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace mandate {

/// `count` chunks of so many values, which are not initialised. As many as fill 4 MiB lie together,
/// and their memory is free when the last of them is; those that are left over lie alone.
template <class Value>
std::vector<std::shared_ptr<Value[]>> wide_chunks(std::size_t values, std::size_t count) {
    constexpr std::size_t together = std::size_t{4} << 20;
    const std::size_t bytes = values * sizeof(Value),
                      of_slab = std::max<std::size_t>((together + bytes - 1) / bytes, 1);
    std::vector<std::shared_ptr<Value[]>> chunks;
    chunks.reserve(count);
    while (count - chunks.size() >= of_slab) {
        const std::size_t all = of_slab * values;
        const std::shared_ptr<Value[]> slab{
            wide_allocator<Value>{}.allocate(all),
            [all](Value* memory) { wide_allocator<Value>{}.deallocate(memory, all); }};
        for (std::size_t i = 0; i < of_slab; ++i)
            chunks.emplace_back(slab, slab.get() + i * values);
    }
    while (chunks.size() < count) chunks.push_back(std::make_shared_for_overwrite<Value[]>(values));
    return chunks;
}

}  // namespace mandate
