#pragma once
// Batches on their way through the recorder: as they were handed in, and as rows.

#include "base/second_thread.hpp"
#include "ledger/recorder.hpp"
#include "mandate/store/hash_chain.hpp"

namespace mandate {

/// A batch that a caller waits for.
struct recorder::request {
    const act* by;
    std::span<const command> batch;
    bool history;
    const std::function<command_pieces()>* pieces = nullptr;  ///< in place of a batch
    outcome result{};
    std::exception_ptr failure{};
    bool done = false;      ///< guarded by queueing_
    bool accepted = false;  ///< its rows, if any, are in the next append
};

/// A command after which the record is not in order, which the rest of its batch may mend.
struct unfit {
    command because;
    std::size_t index;  ///< in the batch
    seq_number seq;
    bool life;  ///< the moves on its task, or the classes
    std::vector<misfit> events;
};

/// Batches on the way from commands to rows. The rows of a large batch are sealed by a second
/// thread while the next commands are judged; where there is no log yet they are put into a new
/// one, and their memory is used again.
struct recorder::prepared {
    /// `store`: where the rows may go while more are judged; null: nowhere.
    explicit prepared(const revision_of_ledger& before, event_store* store = nullptr)
        : store_{store} {
        begin(before);
    }

    std::shared_ptr<revision_of_ledger> next;
    bool spoilt = false;                  ///< half of a refused batch is in it
    std::vector<std::int64_t> destroyed;  ///< events whose words the batch at hand destroys
    std::vector<unfit> left_unfit;        ///< by the batch at hand so far
    event said;                           ///< memory for the one at hand

    /// As if nothing had been prepared.
    void begin(const revision_of_ledger& before) {
        sealing_.reset();
        begun_.reset();
        next = std::make_shared<revision_of_ledger>(before);
        first_ = std::int64_t{before.record.revision()} + 1;
        used_ = sealed_ = 0;
        spoilt = false;
        last_hash_ = before.last.stored;
    }
    bool empty() const noexcept { return used_ == 0 && !begun_; }
    /// Memory for the next row, which `added` takes in. All but salt and hashes is to be set.
    stored_event& row() {
        if (used_ == rows_.size()) {
            if (sealing_ && used_ == rows_.capacity()) sealing_->await();
            rows_.emplace_back();
        }
        return rows_[used_];
    }
    void added() {
        constexpr std::size_t worth_a_thread = 4096;
        ++used_;
        if (used_ - sealed_ < worth_a_thread) return;
        if (!sealing_) {
            sealing_ = std::make_unique<second_thread>();
            if (store_ != nullptr) begun_ = store_->begin_log();
        }
        sealing_->await();
        std::span<stored_event> some = unsealed();
        if (begun_) {
            rows_.swap(given_);
            used_ = 0;
        }
        sealed_ = used_;
        sealing_->run([this, some] { seal(some); });
    }
    /// The rows so far from this number on, in order.
    void read(std::int64_t from, const std::function<void(const stored_event&)>& take) {
        if (sealing_) sealing_->await();
        if (begun_) begun_->read(from - 1, take);
        for (const stored_event& row : std::span{rows_}.first(used_))
            if (row.seq >= from) take(row);
    }
    bool holds(std::int64_t seq) const noexcept {
        return seq >= first_ && seq <= std::int64_t{next->record.revision()};
    }
    /// To be appended, or all of them are in the new log that was begun.
    std::span<const stored_event> sealed_rows() {
        if (sealing_) sealing_->await();
        seal(unsealed());
        sealed_ = used_;
        next->last = {last_hash_, {}};
        return std::span{rows_}.first(used_);
    }
    new_log* begun() const noexcept { return begun_.get(); }

private:
    std::span<stored_event> unsealed() { return std::span{rows_}.first(used_).subspan(sealed_); }
    void seal(std::span<stored_event> some) {
        last_hash_ = mandate::seal(some, std::move(last_hash_), next->identity);
        if (begun_) begun_->put(some);
    }

    event_store* const store_;
    std::int64_t first_ = 1;  ///< the number of the first row
    std::unique_ptr<new_log> begun_;
    std::vector<stored_event> rows_, given_;  ///< given to the second thread, to be put in
    std::size_t used_ = 0;                    ///< of rows_; the rest is memory
    std::size_t sealed_ = 0;                  ///< of rows_; or given to the second thread
    std::string last_hash_;
    std::unique_ptr<second_thread> sealing_;  ///< last, so that it is done before the rest goes
};

/// The events whose words the batch destroys.
inline std::vector<std::int64_t> shredded_by(std::span<const command> batch) {
    std::vector<std::int64_t> all;
    for (const command& c : batch)
        if (const auto event = c.integer(field::event);
            event && c.kind == command_kind::shred_event)
            all.push_back(*event);
    return all;
}

}  // namespace mandate
