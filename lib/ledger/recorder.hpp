#pragma once
// The way of a batch: judged on a private next revision, appended durably, published.
//
// Batches that several threads hand in while one is being written become a group, and who leads it
// lets those come first who were told of the last one: they are judged one after another on the
// same next revision and go to disk in one append, so that one sync serves them all. A batch that
// is refused leaves the others as if it had not been there; if the append fails, the next revision
// is dropped and every caller of the group is told.

#include "ledger/guards.hpp"
#include "ledger/later_events.hpp"
#include "ledger/revision.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/event_store.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

/// Any thread may call any member.
class recorder {
public:
    /// Reads the whole store, or its snapshot and what came after. `forget`: called when words were
    /// destroyed, before a revision without them is published. @throws error
    recorder(std::unique_ptr<event_store> store, std::function<void()> forget);
    ~recorder();
    recorder(const recorder&) = delete;
    recorder& operator=(const recorder&) = delete;

    std::shared_ptr<const revision_of_ledger> head() const;

    outcome record(const act& by, std::span<const command> batch, bool history);
    outcome import(const act& by, const std::function<command_pieces()>& begin);
    outcome check(const act& by, std::span<const command> batch);
    /// Takes what other handles and processes have appended since. @throws error{errc::damaged}
    /// where the log is not the one any more that the head came from; the head then says so
    /// (`lost`).
    void refresh();
    /// Calls take(row) for every row of the store up to that of `last`; writers of other threads
    /// are not held up where the store can be opened a second time.
    void read(std::int64_t last, const std::function<void(const stored_event&)>& take);
    /// What the store says of the number of its events, besides their rows; all 0: nothing.
    struct log_end {
        std::int64_t at_least = 0, at_most = 0;
        std::int64_t last = 0;     ///< the highest number of a row
        bool by_snapshot = false;  ///< at_least is what a snapshot says that knows more events
        std::string altered_view;  ///< event_store::altered_view
    };
    log_end end_of_log();
    void backup(const std::string& path);
    /// What an event said. @throws error{errc::damaged}
    command said_by(std::int64_t seq);
    /// What a signature over an event signs. @throws error{errc::unknown_reference}
    std::string statement_to_sign(std::int64_t event, civil_day day);
    /// What the events up to `last` say, read once more, whatever a snapshot says.
    std::shared_ptr<const revision_of_ledger> said_by_events(std::int64_t last);
    /// The orders to destroy words that were recorded after event `last`, by the event that they
    /// are for.
    std::map<std::int64_t, std::int64_t> orders_after(std::int64_t last);
    const std::string& damage() const noexcept { return damage_; }

private:
    struct request;
    struct prepared;

    std::shared_ptr<revision_of_ledger> empty_revision() const;
    std::shared_ptr<revision_of_ledger> from_snapshot();
    void keep_snapshot() noexcept;
    void read_anew();
    void publish(std::shared_ptr<const revision_of_ledger> next);
    void follow();
    std::optional<finding> differs_from_log(const revision_of_ledger& now);
    void require_own_log();
    void require_writable_end();

    outcome record(request mine);
    void record_group(std::span<request* const> group);
    /// Whether the batches are recorded, or each has its failure; false: another process was first.
    bool try_group(std::span<request* const> group, bool alone);
    void take(prepared& p, request& r);
    void require_same_batch(prepared& p, const request& r, std::int64_t last);
    outcome prepare(prepared& p, const request& r, bool history);
    void prepare_one(prepared& p, const act& by, const command& given, std::size_t index,
                     bool history, std::vector<finding>& findings);
    void refuse_unfit(prepared& p, const act& by, bool of_many);
    log_reader log_with(prepared& pending);
    void put_remains(prepared& p, command& c);
    std::string statement_of(std::int64_t event, civil_day day);
    void judge_signature(const command& c);
    event event_of(std::int64_t seq, prepared* pending);
    void each_naming(entity_kind kind, const std::vector<std::string>& codes, prepared& pending,
                     const take_mention& take);

    const std::unique_ptr<event_store> store_;
    const std::function<void()> forget_;
    std::string damage_;  ///< of the store itself, as it was when it was opened
    std::mutex writing_;  ///< one writer; guards the store, remains_, generation_ and kept_
    shredded_remains remains_;
    int generation_ = 0;
    std::int64_t last_stored_ = 0;  ///< revision of the store when it was last looked at
    std::int64_t kept_ = 0;         ///< revision of the snapshot beside the store
    std::int64_t known_once_ = 0;   ///< that of a snapshot of this ledger which knows more events

    mutable std::mutex publishing_;  ///< guards current_, held for one pointer copy
    /// shared_ptr: a reader keeps its revision while the writer publishes the next one.
    std::shared_ptr<const revision_of_ledger> current_;

    std::mutex queueing_;  ///< guards what follows, and what the requests in queue_ are told
    std::condition_variable told_;
    std::vector<request*> queue_;
    std::size_t last_group_ = 1;  ///< those of the last group, and who came while it was written
    bool leading_ = false;        ///< one of the callers records for all
};

}  // namespace mandate
