// The allocator of the C library grows its heap by small steps, and Linux gives a large page only
// where nothing is mapped yet. So a piece is allocated and given back: then it is the end of the
// heap, from which the next allocations are cut. An allocator that does otherwise is not harmed.
#include "base/large_pages.hpp"

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace mandate {

#if defined(__linux__) && defined(MADV_HUGEPAGE)

namespace {

constexpr std::size_t megabyte = 1U << 20U;

void* advised(std::size_t bytes) noexcept {
    constexpr std::uintptr_t page = 2 * megabyte;
    void* const piece = std::malloc(bytes);
    if (piece == nullptr) return nullptr;
    const auto begin = reinterpret_cast<std::uintptr_t>(piece);
    const std::uintptr_t first = (begin + page - 1) / page * page,
                         last = (begin + bytes) / page * page;
    ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
    return piece;
}

}  // namespace

void large_pages::ask() noexcept {
    if (::sbrk(0) == heap_end_) return;
    // glibc takes no piece of such a size from the heap before it was given a larger one back, of
    // at most 32 MiB.
    [[maybe_unused]] static const bool from_heap = (std::free(advised(31 * megabyte)), true);
    void* const pieces[] = {advised(28 * megabyte), advised(28 * megabyte)};
    for (void* const piece : pieces) std::free(piece);
    heap_end_ = ::sbrk(0);
}

#else

void large_pages::ask() noexcept {}

#endif

}  // namespace mandate
