#pragma once
// A second thread for one piece of work after the other.

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace mandate {

/// Used by one thread. What is given to it must not be touched before await() or the next run().
class second_thread {
public:
    second_thread() = default;
    /// Waits for what is being done.
    ~second_thread();
    second_thread(const second_thread&) = delete;
    second_thread& operator=(const second_thread&) = delete;

    /// Whether there is such a thread: a system may have no more.
    bool begin() noexcept;
    /// Waits for what was given before, then begins this; where there is no thread, does it at
    /// once. @throws what the work before threw
    void run(std::function<void()> work);
    /// Waits until nothing is being done. @throws what the work threw
    void await();

private:
    void work();

    std::mutex handing_;  // guards what follows
    std::condition_variable changed_;
    std::function<void()> given_;  // empty: nothing is being done
    std::exception_ptr failure_;
    bool stop_ = false;
    std::thread thread_;  // begun by the first piece of work
};

}  // namespace mandate
