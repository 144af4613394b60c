#pragma once
// What ISO C++ has no word for. The only place where POSIX may be used.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

namespace mandate {

/// Remembers the process it was made in. A child made by fork() inherits open files but not the
/// locks on them: a database connection used there, or closed there, can damage the file.
class fork_guard {
public:
    fork_guard() noexcept;
    /// Whether this is still that process.
    bool holds() const noexcept;
    /// @throws error{errc::forked} naming `what` in any other process.
    void require(const std::string& what) const;

private:
    long process_;
};

/// Which file a path leads to, whatever its name.
struct file_identity {
    std::uint64_t device = 0, number = 0;  ///< 0: no file there

    friend bool operator==(const file_identity&, const file_identity&) = default;
};
file_identity file_number(const std::string& path) noexcept;

/// Why no file may be made in a folder, in the system's words; empty: nothing is known to forbid
/// it.
std::string forbidden_in(const std::string& folder);

/// Whether the calling user may write to the file there. True also where only trying would tell.
bool may_write(const std::string& path) noexcept;

/// Gives a file another name in one step, unless that name is taken: at no moment has it both or
/// none. Whether it could; else `failure` says why: file_exists, or function_not_supported where
/// the file system cannot do it.
bool rename_to_free_name(const std::string& from, const std::string& to,
                         std::error_code& failure) noexcept;

/// Makes the names in a folder durable: a new file survives a power cut only after this.
/// @throws error{errc::io}
void sync_folder(const std::string& path);

/// Where the bytes `what` first stand in `in`; npos if nowhere. Linear, at the machine's pace: ISO
/// C++'s own searches are several times slower (memmem of glibc).
std::size_t find_bytes(std::string_view in, std::string_view what) noexcept;

/// A shared library, by the name under which the system's loader finds it; it stays loaded.
/// @throws error{errc::io} with what the loader says.
void* load_library(const char* name);
/// A symbol of it. @throws error{errc::io}
void* symbol_of(void* library, const char* name);

/// Memory that is asked to lie in large pages, if there is much of it. @throws std::bad_alloc
void* allocate_wide(std::size_t bytes);
void free_wide(void* memory, std::size_t bytes) noexcept;

/// For who is about to allocate much in small pieces. Only a hint: nothing is held.
class large_pages {
public:
    /// Asks for large pages for some 56 MB that are allocated next, where those asked for before
    /// are used up. Without it the system maps memory in pages of 4 KiB, one fault each, and a look
    /// at any of them later needs more of their table. Cost: a system call, mostly one that only
    /// looks.
    void ask() noexcept;

private:
    [[maybe_unused]] const void* heap_end_ = nullptr;
};

}  // namespace mandate
