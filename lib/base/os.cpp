#include "base/os.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <system_error>

namespace mandate {

fork_guard::fork_guard() noexcept : process_{getpid()} {}

bool fork_guard::holds() const noexcept { return process_ == getpid(); }

void fork_guard::require(const std::string& what) const {
    if (!holds())
        throw error{errc::forked, what + " was opened before fork(); open it again in the child"};
}

file_identity file_number(const std::string& path) noexcept {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

std::string forbidden_in(const std::string& folder) {
    if (faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0) return {};
    const int reason = errno;
    const bool forbidden = reason == EACCES || reason == EPERM || reason == EROFS;
    return forbidden ? std::generic_category().message(reason) : std::string{};
}

bool may_write(const std::string& path) noexcept {
    if (faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0) return true;
    return errno != EACCES && errno != EPERM && errno != EROFS;
}

bool rename_to_free_name(const std::string& from, const std::string& to,
                         std::error_code& failure) noexcept {
    failure.clear();
#ifdef RENAME_NOREPLACE
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    const int reason = errno == EINVAL ? ENOSYS : errno;
#else
    const int reason = ENOSYS;
#endif
    failure.assign(reason, std::generic_category());
    return false;
}

void sync_folder(const std::string& path) {
    const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool opened = folder >= 0;
    const bool synced = opened && fsync(folder) == 0;
    const int reason = errno;
    if (opened) close(folder);
    // EINVAL: a file system that has nothing to sync in a folder.
    if (!synced && reason != EINVAL)
        throw error{errc::io,
                    "folder " + path_in_quotes(path) +
                        " cannot be synced: " + std::generic_category().message(reason),
                    {{"path", path}}};
}

std::size_t find_bytes(std::string_view in, std::string_view what) noexcept {
    const void* found = memmem(in.data(), in.size(), what.data(), what.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - in.data());
}

namespace {

[[noreturn]] void not_loaded(const char* name) {
    const char* const why = dlerror();
    throw error{errc::io, why == nullptr ? name : why};
}

}  // namespace

void* load_library(const char* name) {
    void* const library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) not_loaded(name);
    return library;
}

void* symbol_of(void* library, const char* name) {
    void* const symbol = dlsym(library, name);
    if (symbol == nullptr) not_loaded(name);
    return symbol;
}

namespace {

// The page of x86-64 and, with small pages of 4 KiB, of AArch64.
constexpr std::size_t large_page = std::size_t{2} << 20;
constexpr bool is_wide(std::size_t bytes) noexcept { return bytes >= 2 * large_page; }

}  // namespace

void* allocate_wide(std::size_t bytes) {
    if (!is_wide(bytes)) return ::operator new(bytes);
    void* const memory = ::operator new (bytes, std::align_val_t{large_page});
#ifdef MADV_HUGEPAGE
    madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE);  // a wish; it may be refused
#endif
    return memory;
}

void free_wide(void* memory, std::size_t bytes) noexcept {
    if (is_wide(bytes))
        ::operator delete (memory, std::align_val_t{large_page});
    else
        ::operator delete(memory);
}

#if defined(__linux__) && defined(MADV_HUGEPAGE)

namespace {

void* advised(std::size_t bytes) noexcept {
    void* const piece = std::malloc(bytes);
    if (piece == nullptr) return nullptr;
    const auto begin = reinterpret_cast<std::uintptr_t>(piece);
    const std::uintptr_t first = (begin + large_page - 1) / large_page * large_page,
                         last = (begin + bytes) / large_page * large_page;
    madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
    return piece;
}

}  // namespace

// The allocator of the C library grows its heap by small steps, and Linux gives a large page only
// where nothing is mapped yet. So pieces are allocated and given back: then they are the end of the
// heap, from which the next allocations are cut. An allocator that does otherwise is not harmed.
void large_pages::ask() noexcept {
    if (sbrk(0) == heap_end_) return;
    constexpr std::size_t megabyte = 1U << 20U;
    // glibc takes no piece of such a size from the heap before it was given a larger one back, of
    // at most 32 MiB.
    [[maybe_unused]] static const bool from_heap = (std::free(advised(31 * megabyte)), true);
    void* const pieces[] = {advised(28 * megabyte), advised(28 * megabyte)};
    for (void* const piece : pieces) std::free(piece);
    heap_end_ = sbrk(0);
}

#else

void large_pages::ask() noexcept {}

#endif

}  // namespace mandate
