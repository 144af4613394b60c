#pragma once
// Memory that is about to be filled, in large pages where the system gives them on request.

namespace mandate {

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
