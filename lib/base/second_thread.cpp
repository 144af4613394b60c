#include "base/second_thread.hpp"

#include <utility>

namespace mandate {

second_thread::~second_thread() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock{handing_};
        stop_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

bool second_thread::begin() noexcept {
    if (thread_.joinable()) return true;
    try {
        thread_ = std::thread{&second_thread::work, this};
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

void second_thread::run(std::function<void()> work) {
    await();
    if (!begin()) {
        try {
            work();
        } catch (...) {
            failure_ = std::current_exception();
        }
        return;
    }
    {
        const std::lock_guard lock{handing_};
        given_ = std::move(work);
    }
    changed_.notify_all();
}

void second_thread::await() {
    std::unique_lock lock{handing_};
    changed_.wait(lock, [&] { return !given_; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void second_thread::work() {
    std::unique_lock lock{handing_};
    for (;;) {
        changed_.wait(lock, [&] { return stop_ || given_; });
        if (!given_) return;
        lock.unlock();
        std::exception_ptr failure;
        try {
            given_();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        failure_ = failure;
        given_ = nullptr;
        changed_.notify_all();
    }
}

}  // namespace mandate
