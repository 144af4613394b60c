#include "ledger/recorder.hpp"

#include "base/quote.hpp"
#include "base/random.hpp"
#include "base/with_rule.hpp"
#include "ledger/load.hpp"
#include "ledger/prepared_batch.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "model/check_act.hpp"
#include "model/refusal.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace mandate {

/// Another one was first, so an import is no history any more.
struct not_empty {};

namespace {

/// How long a batch waits for other processes that are first, before it is judged again; as long as
/// a store waits for a lock.
constexpr std::chrono::microseconds patience = std::chrono::seconds{5};

/// Waits a moment that grows with the attempts, and is not the same for all who wait. How long.
std::chrono::microseconds stand_back(int attempt) {
    const int most_us = 1000 << std::min(attempt, 6);
    const std::string dice = random_bytes(2);
    const int of_65536 =
        static_cast<unsigned char>(dice[0]) * 256 + static_cast<unsigned char>(dice[1]);
    const std::chrono::microseconds moment{most_us / 64 * of_65536 / 1024};
    std::this_thread::sleep_for(moment);
    return moment;
}

/// Whether the event says what the command says, as far as either tells.
bool says(const stored_event& row, const command& given) {
    if (row.kind != descriptor_of(given.kind).name || row.corrects != given.corrects) return false;
    if (given.effective_on && *given.effective_on != row.effective_on) return false;
    if (row.shredded()) return true;
    command c = given;
    try {
        check_form(c);  // brings the words into the form in which they are kept
        const command kept = decode(row).command;
        return std::all_of(c.values.begin(), c.values.end(), [&](const field_value& v) {
            return std::count(kept.values.begin(), kept.values.end(), v) ==
                   std::count(c.values.begin(), c.values.end(), v);
        });
    } catch (const error&) {
        return false;
    }
}

act checked(act by) {
    check_act(by);
    try {
        require_covered(by.today, "today");
        require_covered(day_of(by.now_us, 0), "now");
    } catch (const error& e) {
        throw with_rule(e);
    }
    return by;
}

}  // namespace

outcome recorder::record(const act& asked, std::span<const command> batch, bool history) {
    const act by = checked(asked);
    return record(request{&by, batch, history});
}

outcome recorder::import(const act& asked, const std::function<command_pieces()>& begin) {
    const act by = checked(asked);
    if (head()->record.revision() == 0) {
        try {
            return record(request{&by, {}, true, &begin});
        } catch (const not_empty&) {
        }
    }
    std::vector<command> all;
    const command_pieces next = begin();
    for (std::span<const command> piece = next(); !piece.empty(); piece = next())
        all.insert(all.end(), piece.begin(), piece.end());
    return record(request{&by, all, true});
}

outcome recorder::record(request mine) {
    std::unique_lock queue{queueing_};
    queue_.push_back(&mine);
    told_.wait(queue, [&] { return mine.done || !leading_; });
    if (!mine.done) {
        leading_ = true;
        // Those who were told of the last group are about to come with their next batch.
        for (std::size_t seen = 0; queue_.size() > seen && queue_.size() < last_group_;) {
            seen = queue_.size();
            queue.unlock();
            std::this_thread::yield();
            queue.lock();
        }
        std::vector<request*> group = std::exchange(queue_, {});
        queue.unlock();
        record_group(group);
        queue.lock();
        last_group_ = group.size() + queue_.size();
        for (request* r : group) r->done = true;
        leading_ = false;
        queue.unlock();  // so that whoever wakes need not wait once more
        told_.notify_all();
    }
    if (mine.failure) std::rethrow_exception(mine.failure);
    return std::move(mine.result);
}

namespace {

// Whoever leads a group must come to its end, or all who wait for it wait for ever.
std::exception_ptr own_copy(const error& e) noexcept {
    try {
        return std::make_exception_ptr(error{e.code(), e.what(), e.facts()});
    } catch (...) {
        return std::current_exception();
    }
}

}  // namespace

// An order to destroy words stands alone: it needs another kind of append.
void recorder::record_group(std::span<request* const> group) {
    const std::lock_guard lock{writing_};
    while (!group.empty()) {
        std::size_t size = 0;
        while (size < group.size() && shredded_by(group[size]->batch).empty()) ++size;
        const std::span<request* const> part = group.first(std::max<std::size_t>(size, 1));
        group = group.subspan(part.size());
        try {
            std::chrono::microseconds waited{0};
            for (int attempt = 1; !try_group(part, attempt == 1); ++attempt) {
                if (waited > patience)
                    throw error{errc::conflict, "other processes were first " +
                                                    std::to_string(attempt) + " times; try again"};
                if (attempt > 1) waited += stand_back(attempt);
            }
        } catch (const error& e) {  // for all that had a part in it; each has one of its own
            for (request* r : part)
                if (!r->failure) r->failure = own_copy(e);
        } catch (...) {
            for (request* r : part)
                if (!r->failure) r->failure = std::current_exception();
        }
    }
}

// At first as if nobody else wrote: the append finds out, and saves asking the store before it.
bool recorder::try_group(std::span<request* const> group, bool alone) {
    const bool taken_out = head()->record.revision() == 0 && store_->attested() > 0;
    if (!alone || head()->lost || taken_out) {
        follow();
        require_writable_end();
    }
    const std::shared_ptr<const revision_of_ledger> before = head();
    const log_head expected{before->record.revision(), before->last.stored};
    prepared p{*before, store_.get()};
    for (request* r : group) r->accepted = false, r->failure = nullptr;
    for (request* r : group) {
        try {
            take(p, *r);
            r->accepted = true;
        } catch (...) {
            r->failure = std::current_exception();
        }
        if (!p.spoilt) continue;
        p.begin(*before);
        for (request* again : group)
            if (again->accepted) take(p, *again);
    }
    // What another process has recorded may be what a refused command was in want of.
    const bool refused = std::any_of(group.begin(), group.end(),
                                     [](const request* r) { return r->failure != nullptr; });
    if (alone && (refused || p.empty())) {
        follow();
        require_writable_end();
        if (head() != before) return false;
    }
    if (p.empty()) return true;
    const std::span<const stored_event> rows = p.sealed_rows();
    const std::vector<std::int64_t> destroyed = shredded_by(group.front()->batch);
    try {
        if (new_log* const begun = p.begun())
            begun->commit();
        else if (!destroyed.empty())
            store_->append_and_shred(expected, rows, destroyed);
        else
            store_->append(expected, rows);
    } catch (const error& e) {
        if (e.code() == errc::conflict) return false;  // take its events, judge again
        throw;
    }
    last_stored_ = p.next->record.revision();
    if (destroyed.empty()) {
        publish(std::move(p.next));
        return true;
    }
    // The next state is read anew from the store, so that nothing of the destroyed words stays in
    // it. Readers of an older revision keep theirs until they are done.
    read_remains(*store_, expected.revision, remains_);
    read_anew();
    return true;
}

void recorder::take(prepared& p, request& r) {
    revision_of_ledger& next = *p.next;
    const act& by = *r.by;
    r.result = {};
    if (r.pieces != nullptr && next.record.revision() != 0) throw not_empty{};
    if (!by.request_id.empty())
        if (const auto seq = next.requests.find(by.request_id)) {
            if (!by.names_file) require_same_batch(p, r, *seq);
            r.result.revision = *seq;
            r.result.repeated = true;
            return;
        }
    const seq_number before = next.record.revision();
    r.result = prepare(p, r, r.history && before == 0);
    if (r.result.revision == before) return;
    if (!by.request_id.empty()) next.requests.set(by.request_id, next.record.revision());
}

// A request_id is for one batch: under another one nothing would be recorded, and nobody would
// notice. What the ledger filled in itself is not compared, nor words that were destroyed since.
void recorder::require_same_batch(prepared& p, const request& r, std::int64_t last) {
    const std::int64_t first = last + 1 - static_cast<std::int64_t>(r.batch.size());
    bool same = first >= 1;
    struct enough {};
    const auto compare = [&](const stored_event& row) {
        if (!same || row.seq > last) throw enough{};
        const bool of_batch = row.request_id == r.by->request_id;
        const event_record& e = p.next->record.events[static_cast<std::size_t>(row.seq - 1)];
        same = row.seq < first
                   ? !of_batch
                   : of_batch && (e.set_aside ||
                                  says(row, r.batch[static_cast<std::size_t>(row.seq - first)]));
    };
    try {
        store_->read(std::max<std::int64_t>(first - 2, 0), compare);
        p.read(first - 1, compare);
    } catch (const enough&) {
    }
    if (same) return;
    throw error{
        errc::refused,
        "request_id " + in_quotes(r.by->request_id) +
            " was recorded before with other commands, up to event " + to_text(last) +
            "; a new batch takes a new one",
        {{"rule", "request_id_names_one_batch"}, {"field", "request_id"}, {"seq", to_text(last)}}};
}

outcome recorder::check(const act& asked, std::span<const command> batch) {
    const act by = checked(asked);
    const std::lock_guard lock{writing_};
    follow();
    prepared p{*head()};
    return prepare(p, request{&by, batch, false}, false);
}

}  // namespace mandate
