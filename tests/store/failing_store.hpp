#pragma once
// A store that fails at a chosen call, for tests of what is left afterwards.

#include "mandate/base/error.hpp"
#include "mandate/store/event_store.hpp"

#include <limits>
#include <memory>
#include <utility>

namespace mandate::tests {

/// When and how the next failure comes. Shared by the test and the store.
struct failure_plan {
    static constexpr int never = std::numeric_limits<int>::max();

    int calls_left = never;  ///< before the call that fails
    int every = 0;           ///< each such call fails; 0: none
    errc code = errc::io;
    bool after_the_deed = false;  ///< an append is done, and then the news of it is lost
    int calls = 0;                ///< so far

    /// Whether this call fails.
    bool strikes() {
        ++calls;
        if (every != 0 && calls % every == 0) return true;
        if (calls_left == never) return false;
        return calls_left-- == 0;
    }
};

class failing_store final : public event_store {
public:
    failing_store(std::unique_ptr<event_store> good, failure_plan& plan)
        : good_{std::move(good)}, plan_{plan} {}

    const ledger_identity& identity() const noexcept override { return good_->identity(); }
    std::int64_t revision() override {
        fail_if_planned();
        return good_->revision();
    }
    std::string hash_of(std::int64_t seq) override {
        fail_if_planned();
        return good_->hash_of(seq);
    }
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        change([&] { good_->append(expected, batch); });
    }
    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        change([&] { good_->append_and_shred(expected, batch, shredded); });
    }
    /// Fails in the middle of the rows, or where the reader had enough of them before that.
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        const bool fails = plan_.strikes();
        int rows = 0;
        try {
            good_->read(after, [&](const stored_event& row) {
                if (fails && ++rows == 3) fail();
                take(row);
            });
        } catch (const error&) {
            throw;
        } catch (...) {
            if (fails) fail();
            throw;
        }
        if (fails) fail();
    }

private:
    [[noreturn]] void fail() const { throw error{plan_.code, "the store fails as planned"}; }
    void fail_if_planned() {
        if (plan_.strikes()) fail();
    }
    template <class Deed>
    void change(Deed deed) {
        const bool fails = plan_.strikes();
        if (fails && !plan_.after_the_deed) fail();
        deed();
        if (fails) fail();
    }

    const std::unique_ptr<event_store> good_;
    failure_plan& plan_;
};

}  // namespace mandate::tests
