#pragma once
// The same work on several threads at once.

#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace mandate {

/// Calls work(0) on this thread, and work(1) .. work(threads - 1) each on one of its own; returns
/// when all have returned. Where the system gives fewer threads, the rest is not called: whatever
/// is to be done must be shared out by who comes first. `work` must not throw.
template <class Work>
void on_threads(unsigned threads, Work&& work) {
    std::vector<std::jthread> others;
    if (threads > 1) others.reserve(threads - 1);
    try {
        for (unsigned t = 1; t < threads; ++t) others.emplace_back([&work, t] { work(t); });
    } catch (const std::system_error&) {
    }
    work(0);
}

}  // namespace mandate
