#include "ledger/row_checker.hpp"

#include "base/os.hpp"
#include "base/second_thread.hpp"
#include "mandate/base/error.hpp"
#include "mandate/store/codec.hpp"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

namespace mandate {
namespace {

// So many that waiting for each other does not count, also where other work takes the processors.
constexpr std::size_t batch_rows = 4096;

struct batch {
    std::vector<checked_row> rows;  ///< used again: their texts keep their memory
    std::size_t count = 0;
    std::string before;  ///< the stored hash of the event before the first
    bool checked = false;

    void begin(const std::string& hash_before) {
        before = hash_before;
        count = 0;
        checked = false;
    }
    const std::string& last_hash() const { return count == 0 ? before : rows[count - 1].row.hash; }
    bool add(const stored_event& row) {
        if (count == rows.size()) rows.emplace_back();
        rows[count++].row = row;
        return count == batch_rows;
    }
    void check(row_hasher& hasher) {
        for (std::size_t i = 0; i < count; ++i) {
            checked_row& r = rows[i];
            hasher.compute(i == 0 ? before : rows[i - 1].row.hash, r.row, r.hashes);
            r.readable = false;
            r.codes.clear();
            if (r.row.shredded()) continue;
            try {
                decode(r.row, r.said);
                r.readable = true;
                read_codes(r.said.command, r.codes);
            } catch (const error&) {  // who takes the row will see why
            }
        }
        checked = true;
    }
    void take_all(const take_checked_row& take) {
        for (std::size_t i = 0; i < count; ++i) take(std::span{rows}.first(count).subspan(i));
    }
};

/// Batches on the way from who reads to who takes, in a ring.
class passage {
public:
    struct stopped {};

    /// To be filled. @throws stopped
    batch& free() {
        std::unique_lock lock{handing_};
        changed_.wait(lock, [&] { return stop_ || filled_ - taken_ < ring_.size(); });
        if (stop_) throw stopped{};
        return ring_[filled_ % ring_.size()];
    }
    /// Whether who takes is about to have nothing to do.
    bool is_awaited() {
        const std::lock_guard lock{handing_};
        return filled_ - taken_ <= 1;
    }
    /// That of the last free() is full.
    void fill() {
        change([&] { ++filled_; });
    }
    /// No more will come.
    void end() {
        change([&] { ended_ = true; });
    }

    /// The next one; null: no more will come.
    batch* full() {
        std::unique_lock lock{handing_};
        changed_.wait(lock, [&] { return ended_ || filled_ > taken_; });
        return filled_ > taken_ ? &ring_[taken_ % ring_.size()] : nullptr;
    }
    /// That of the last full() is free again.
    void taken() {
        change([&] { ++taken_; });
    }
    /// No more are wanted.
    void stop() {
        change([&] { stop_ = true; });
    }

private:
    template <class Change>
    void change(Change&& made) {
        {
            const std::lock_guard lock{handing_};
            made();
        }
        changed_.notify_all();
    }

    std::array<batch, 4> ring_;
    std::mutex handing_;  // guards what follows
    std::condition_variable changed_;
    std::size_t filled_ = 0, taken_ = 0;
    bool ended_ = false, stop_ = false;
};

}  // namespace

void check_rows(const chain_begin& begin, std::int64_t about,
                const std::function<void(const take_row&)>& read, const take_checked_row& take) {
    row_hasher hasher{begin.of};
    passage way;
    second_thread reader;  // last, so that it is done before the rest goes
    if (about < std::int64_t{batch_rows} || !reader.begin()) {
        batch one;
        one.begin(begin.before);
        const auto check_and_take = [&] {
            one.check(hasher);
            one.take_all(take);
            one.begin(one.last_hash());
        };
        read([&](const stored_event& row) {
            if (one.add(row)) check_and_take();
        });
        return check_and_take();
    }
    reader.run([&] {
        try {
            row_hasher own{begin.of};
            batch* filling = &way.free();
            filling->begin(begin.before);
            const auto give = [&] {
                if (!way.is_awaited()) filling->check(own);
                way.fill();
            };
            read([&](const stored_event& row) {
                if (!filling->add(row)) return;
                give();
                filling = &way.free();
                filling->begin(row.hash);
            });
            give();
        } catch (const passage::stopped&) {
        } catch (...) {
            way.end();
            throw;
        }
        way.end();
    });
    try {
        large_pages memory;
        for (batch* one = way.full(); one != nullptr; one = way.full()) {
            memory.ask();
            if (!one->checked) one->check(hasher);
            one->take_all(take);
            way.taken();
        }
    } catch (...) {
        way.stop();
        try {
            reader.await();
        } catch (...) {  // the first one counts
        }
        throw;
    }
    reader.await();
}

}  // namespace mandate
