#include "ledger/recorder.hpp"

#include "base/quote.hpp"
#include "base/random.hpp"
#include "base/second_thread.hpp"
#include "base/with_rule.hpp"
#include "ledger/closing.hpp"
#include "ledger/copied_words.hpp"
#include "ledger/guards.hpp"
#include "ledger/later_events.hpp"
#include "ledger/load.hpp"
#include "ledger/snapshot.hpp"
#include "ledger/unstated_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "mandate/store/signature.hpp"
#include "model/apply.hpp"
#include "model/check_act.hpp"
#include "model/codes_ahead.hpp"
#include "model/pending.hpp"
#include "model/permissions.hpp"
#include "model/record_rules.hpp"
#include "model/refusal.hpp"
#include "model/rules.hpp"
#include "model/task_life.hpp"
#include "model/task_oddities.hpp"
#include "model/without_words.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <utility>

namespace mandate {

/// Another one was first, so an import is no history any more.
struct not_empty {};

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

// Says which command of a batch it was, and where it stands in its file.
error in_command(const error& e, const command& c, std::size_t index, bool one_of_many) {
    std::string where;
    std::vector<fact> facts{{"command", std::to_string(index)}};
    if (c.line != 0) {
        where = "line " + std::to_string(c.line);
        facts.emplace_back("line", std::to_string(c.line));
    }
    if (one_of_many)
        where += (where.empty() ? "command " : ": command ") + std::to_string(index + 1);
    return with_rule(e).at(where, std::move(facts));
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

// For whom not everything is to be seen, not all is told.
error as_seen_by(const error& e, const state& s, const act& by) {
    std::string text = e.what();
    std::vector<fact> facts = e.facts();
    leave_out_hidden(s, by.actor, by.today, text, facts);
    return {e.code(), text, std::move(facts)};
}

// Each command of a batch is judged by what stands before it there. What is refused may only stand
// too early: where another about the same thing comes later, that is said.
error in_turn(const error& e, std::span<const command> from_it) {
    const command& c = from_it.front();
    if (e.code() != errc::refused || c.kind == command_kind::void_event) return e;
    const quarantine::thing about = subject_thing(c);
    const auto may_come_first = [&](const command& next) {
        return next.kind != command_kind::void_event && subject_thing(next) == about &&
               !(c.effective_on && next.effective_on && *c.effective_on < *next.effective_on);
    };
    if (about.first == entity_kind::none ||
        std::none_of(from_it.begin() + 1, from_it.end(), may_come_first))
        return e;
    return {e.code(),
            std::string{e.what()} +
                " (commands are judged in their order in the batch: what this "
                "one stands on comes first)",
            e.facts()};
}

// A correction keeps the day of what it corrects, unless that was the thing's own.
civil_day default_day(const state& s, const command& c, const act& by, int utc_offset_minutes,
                      const std::function<command(std::int64_t)>& said_by) {
    const civil_day said_on =
        c.recorded_at_us ? day_of(*c.recorded_at_us, utc_offset_minutes) : by.today;
    if (c.corrects <= 0 || c.corrects > s.revision()) return own_day_of(s, c, said_on);
    const seq_number seq = stated_before(s, static_cast<seq_number>(c.corrects));
    const event_record& old = s.events[seq - 1];
    if (old.kind != c.kind || old.set_aside) return old.effective_on;
    command said = said_by(seq);
    said.effective_on = old.effective_on;
    return is_of_its_own_day(s, said) ? own_day_of(s, c, said_on) : old.effective_on;
}

// What a correction or a late verification, the event `seq`, did to the moves around it can be told
// only when it has taken its place.
void judge_moves_in_place(const state& s, const command& c, seq_number seq) {
    const event_record& e = s.events[seq - 1];
    const event_record& old =
        c.corrects == 0 ? e : s.events[stated_before(s, static_cast<seq_number>(c.corrects)) - 1];
    const event_record& about = old.set_aside ? e : old;
    if (about.kind == command_kind::add_access_class ||
        about.kind == command_kind::set_highest_class)
        return judge_classes_in_place(s, c);
    if (subject_kind(about.kind) != entity_kind::task || about.subject == no_row) return;
    judge_life(s, s.tasks[about.subject]);
    for (const auto& made : s.tasks[about.subject].life().fan_outs.all())
        if (made.seq == seq)
            for (const row_number instance : made.value.instances) judge_life(s, s.tasks[instance]);
}

bool is_in_order(const state& s, const command& c, seq_number seq) {
    try {
        judge_moves_in_place(s, c, seq);
    } catch (const error&) {
        return false;
    }
    return true;
}

// The thing a command is about: of a withdrawal, that of the event withdrawn.
quarantine::thing thing_of(const state& s, const command& c) {
    if (c.kind != command_kind::void_event) return subject_thing(c);
    const event_record& old = s.events[static_cast<std::size_t>(c.corrects - 1)];
    const entity_kind kind = subject_kind(old.kind);
    if (old.subject == no_row || kind == entity_kind::none || kind == entity_kind::policy ||
        kind == entity_kind::attribute)
        return {entity_kind::none, {}};
    return {kind, code_of(s, kind, old.subject)};
}

// What an event that is set aside was about is in doubt: nothing more is recorded on it before that
// event is corrected or withdrawn.
void refuse_in_doubt(const revision_of_ledger& r, const command& c) {
    if (!r.aside) return;
    const state& s = r.record;
    if (c.corrects > 0) {
        if (c.corrects > s.revision()) return;  // refused elsewhere
        if (s.events[static_cast<std::size_t>(c.corrects - 1)].set_aside) return;
    }
    const quarantine::thing about = thing_of(s, c);
    if (about.first == entity_kind::none) return;
    const std::int64_t seq = event_in_doubt(r, about);
    if (seq == 0) return;
    const std::string what = std::string{name_of(about.first)} + " " + about.second;
    throw error{errc::refused,
                std::string{descriptor_of(c.kind).name} + ": event " + std::to_string(seq) +
                    " about " + what + " is damaged and set aside; correct or withdraw it first",
                {{"rule", "set_aside"},
                 {"seq", std::to_string(seq)},
                 {std::string{name_of(about.first)}, about.second}}};
}

std::vector<std::int64_t> shredded_by(std::span<const command> batch) {
    std::vector<std::int64_t> all;
    for (const command& c : batch)
        if (const auto event = c.integer(field::event);
            event && c.kind == command_kind::shred_event)
            all.push_back(*event);
    return all;
}

bool shreds(std::span<const command> batch) {
    return std::any_of(batch.begin(), batch.end(),
                       [](const command& c) { return c.kind == command_kind::shred_event; });
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

recorder::recorder(std::unique_ptr<event_store> store, std::function<void()> forget)
    : store_{std::move(store)}, forget_{std::move(forget)} {
    publish(empty_revision());
    if (auto known = from_snapshot()) {
        kept_ = known->record.revision();
        publish(std::move(known));
    }
    follow();
    damage_ = store_->damage();
    keep_snapshot();
}

recorder::~recorder() {
    try {
        const std::lock_guard lock{writing_};
        follow();
        keep_snapshot();
    } catch (...) {  // nothing is lost: the snapshot is only a cache
    }
}

std::shared_ptr<revision_of_ledger> recorder::empty_revision() const {
    auto first = std::make_shared<revision_of_ledger>();
    first->identity = store_->identity();
    first->last.stored = genesis_hash(first->identity);
    first->generation = generation_;
    return first;
}

// One that fits the log: the event it ends with is there, unaltered, with the same hash, and so
// with all events before it, unless somebody altered those since: verify() tells.
std::shared_ptr<revision_of_ledger> recorder::from_snapshot() {
    const std::unique_ptr<std::istream> bytes = store_->kept_snapshot();
    if (!bytes) return nullptr;
    auto found = unpack_snapshot(*bytes, store_->identity(), remains_);
    if (!found) return nullptr;
    const std::int64_t last = found->record.revision();
    bool fits = false;
    struct enough {};
    try {
        chain_end end{genesis_hash(store_->identity()), {}};
        store_->read(std::max<std::int64_t>(last - 2, 0), [&](const stored_event& row) {
            const bool sound = walk(end, row, store_->identity()).empty();
            if (row.seq < last) return;
            fits = sound && row.seq == last && row.hash == found->last.stored;
            throw enough{};
        });
    } catch (const enough&) {
    }
    if (fits) return found;
    if (store_->revision() < last) known_once_ = last;
    remains_.clear();
    return nullptr;
}

// Called where it is due, and then only if so much is new that the next opening is worth it.
// @pre writing_ is locked, or nobody else is there any more.
void recorder::keep_snapshot() noexcept {
    constexpr std::int64_t worth_it = 20'000;
    const std::shared_ptr<const revision_of_ledger> now = head();
    const std::int64_t last = now->record.revision(), fresh = last - kept_;
    if (fresh < worth_it || fresh * 4 < last || now->aside || now->lost) return;
    if (known_once_ > last) return;  // the one that is there is what shows that some were cut off
    try {
        if (!store_->damage().empty()) return;
        store_->keep_snapshot([&] { return pack_snapshot(*now, remains_); });
        kept_ = last;
        // Another process may have ordered words destroyed while they were written here.
        shredded_remains found;
        if (store_->revision() == last || read_remains(*store_, last, found).empty()) return;
    } catch (...) {  // nobody can tell
    }
    store_->drop_snapshot();
}

std::shared_ptr<const revision_of_ledger> recorder::said_by_events(std::int64_t last) {
    shredded_remains remains;
    std::unique_lock lock{writing_};
    const std::unique_ptr<event_store> own = store_->another();
    const std::shared_ptr<revision_of_ledger> nothing = empty_revision();
    if (!own) return load(*nothing, *store_, last, remains, last);
    lock.unlock();
    return load(*nothing, *own, last, remains, last);
}

std::map<std::int64_t, std::int64_t> recorder::orders_after(std::int64_t last) {
    shredded_remains remains;
    std::unique_lock lock{writing_};
    const std::unique_ptr<event_store> own = store_->another();
    if (!own) return read_remains(*store_, last, remains);
    lock.unlock();
    return read_remains(*own, last, remains);
}

std::shared_ptr<const revision_of_ledger> recorder::head() const {
    const std::lock_guard lock{publishing_};
    return current_;
}

void recorder::publish(std::shared_ptr<const revision_of_ledger> next) {
    const std::lock_guard lock{publishing_};
    current_.swap(next);  // the old one is let go outside
}

void recorder::refresh() {
    const std::lock_guard lock{writing_};
    follow();
}

// @pre writing_ is locked, or nobody else is there yet.
void recorder::follow() {
    last_stored_ = store_->revision();
    const std::int64_t known = head()->record.revision();
    if (known > 0 || head()->aside)
        require_own_log();
    else if (store_->identity() != head()->identity)
        publish(empty_revision());  // somebody else has made the log in the meantime
    // Less: see require_writable_end. A store that tells of none may hold some all the same.
    if (last_stored_ <= known && (known > 0 || head()->aside)) return;
    // Somebody else destroyed words: what this process holds of them goes too.
    if (known > 0 && !read_remains(*store_, known, remains_).empty()) {
        read_anew();
        return;
    }
    std::shared_ptr<const revision_of_ledger> next;
    try {
        next = load(*head(), *store_, last_stored_, remains_);
    } catch (const error&) {
        if (known > 0 || store_->identity() == head()->identity) throw;
    }
    // Somebody else made the log since it was looked at: this is not the ledger that was begun
    // here. Of one that was read already require_own_log() tells.
    if (known == 0 && store_->identity() != head()->identity) {
        publish(empty_revision());
        next = load(*head(), *store_, last_stored_, remains_);
    }
    if (next->record.revision() > known || next->aside) publish(next);
    // While the rows were read, somebody may have appended more of them.
    last_stored_ = std::max(last_stored_, std::int64_t{head()->record.revision()});
}

// The hash of the last event that is known here covers all before it.
std::optional<finding> recorder::differs_from_log(const revision_of_ledger& now) {
    constexpr const char* what_to_do =
        ": the log was put back to an earlier state, or replaced; open the ledger again, and see "
        "which of the last batches are not in it";
    const std::int64_t known = now.record.revision();
    const std::string number = std::to_string(known);
    if (const std::string& id = store_->identity().id; id != now.identity.id)
        return finding{"log.differs",
                       "the log is that of ledger " + id + " now, but event " + number +
                           " was read from that of ledger " + now.identity.id + what_to_do,
                       {{"seq", number}, {"ledger", id}}};
    if (known == 0) return std::nullopt;
    const std::string found = store_->hash_of(known);
    if (found == now.last.stored) return std::nullopt;
    // In a damaged file a row that is there need not be found by its number.
    bool there = false;
    if (!now.lost)
        store_->read(0, [&](const stored_event& row) {
            there = there || (row.seq == known && row.hash == now.last.stored);
        });
    if (there) return std::nullopt;
    return finding{
        "log.differs",
        "event " + number +
            (found.empty() ? ", which was read from the log, is not in it any more"
                           : " in the log is not the one any more that was read from it") +
            what_to_do,
        {{"seq", number}}};
}

void recorder::require_own_log() {
    const std::shared_ptr<const revision_of_ledger> now = head();
    const std::optional<finding> wrong = differs_from_log(*now);
    if (wrong.has_value() != now->lost.has_value()) {
        const auto told = std::make_shared<revision_of_ledger>(*now);
        told->lost = wrong;
        publish(told);
    }
    if (wrong) throw error{errc::damaged, wrong->text, wrong->facts};
}

// An append would have to guess.
void recorder::require_writable_end() {
    const std::int64_t known = head()->record.revision();
    if (known == 0 && last_stored_ == 0 && store_->attested() > 0)
        throw error{errc::damaged,
                    "by the store, there were events, but none of them is there; nothing is "
                    "recorded into what is left",
                    {{"seq", "1"}}};
    if (last_stored_ == known) return;
    if (last_stored_ < known)
        throw error{errc::damaged,
                    "by the store, the last event is " + std::to_string(last_stored_) +
                        ", but event " + std::to_string(known) +
                        " was read from it; open the ledger again, and if that does not help, "
                        "verify it: nothing is recorded before they agree",
                    {{"seq", std::to_string(known)}}};
    throw error{errc::damaged,
                "by the store, the last event is " + std::to_string(last_stored_) + ", but event " +
                    std::to_string(known) +
                    " is the last that can be read in order; verify the ledger: nothing is "
                    "recorded before they agree",
                {{"seq", std::to_string(last_stored_)}}};
}

recorder::log_end recorder::end_of_log() {
    const std::lock_guard lock{writing_};
    log_end end;
    if (!store_->damage().empty()) return end;
    end.altered_view = store_->altered_view();
    // Rows of others may come while this is read: what the store said before is a lower bound of
    // them, and what it says afterwards an upper one.
    end.at_least = end.at_most = store_->attested();
    if (end.at_least == 0) return end;
    end.last = head()->record.revision();
    store_->read(end.last,
                 [&](const stored_event& row) { end.last = std::max(end.last, row.seq); });
    if (end.at_most < end.last) end.at_most = store_->revision();
    end.by_snapshot = known_once_ > end.at_least;
    end.at_least = std::max(end.at_least, known_once_);
    return end;
}

void recorder::read(std::int64_t last, const std::function<void(const stored_event&)>& take) {
    struct enough {};
    const auto up_to_last = [&](const stored_event& row) {
        if (row.seq > last) throw enough{};
        take(row);
    };
    std::unique_lock lock{writing_};
    const std::unique_ptr<event_store> own = store_->another();
    try {
        if (!own) return store_->read(before_all, up_to_last);
        lock.unlock();
        own->read(before_all, up_to_last);
    } catch (const enough&) {
    }
}

void recorder::backup(const std::string& path) {
    refresh();
    if (head()->record.revision() == 0)
        throw error{errc::refused, "nothing is recorded yet: there is nothing to back up"};
    std::unique_lock lock{writing_};
    const std::unique_ptr<event_store> own = store_->another();
    if (!own) return copy_ledger(path, *store_);
    lock.unlock();
    copy_ledger(path, *own);
}

// ---- groups -------------------------------------------------------------------------------------

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
        while (size < group.size() && !shreds(group[size]->batch)) ++size;
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
    const bool destroys = shreds(group.front()->batch);
    try {
        if (new_log* const begun = p.begun())
            begun->commit();
        else if (destroys)
            store_->append_and_shred(expected, rows, shredded_by(group.front()->batch));
        else
            store_->append(expected, rows);
    } catch (const error& e) {
        if (e.code() == errc::conflict) return false;  // take its events, judge again
        throw;
    }
    last_stored_ = p.next->record.revision();
    if (!destroys) {
        publish(std::move(p.next));
        return true;
    }
    // The next state is read anew from the store, so that nothing of the destroyed words stays in
    // it. Readers of an older revision keep theirs until they are done.
    read_remains(*store_, expected.revision, remains_);
    read_anew();
    return true;
}

// A state without the words that were destroyed. Readers have the old one until it is whole.
void recorder::read_anew() {
    ++generation_;
    kept_ = 0;
    store_->drop_snapshot();
    std::shared_ptr<const revision_of_ledger> whole =
        load(*empty_revision(), *store_, last_stored_, remains_);
    forget_();
    publish(std::move(whole));
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

// ---- one batch ----------------------------------------------------------------------------------

// The commands as the rules and guards let them through. @pre writing_ is locked.
outcome recorder::prepare(prepared& p, const request& r, bool history) {
    const act& by = *r.by;
    const seq_number before = p.next->record.revision();
    outcome result;
    p.destroyed = shredded_by(r.batch);
    p.left_unfit.clear();
    std::size_t index = 0;
    commands_ahead ahead;
    const auto prepare_all = [&](std::span<const command> some) {
        const bool of_many = index > 0 || some.size() > 1;
        for (std::size_t i = 0; i < some.size(); ++i, ++index) {
            ahead.fetch(p.next->record, some, i);
            try {
                prepare_one(p, by, some[i], index, history, result.findings);
            } catch (const error& e) {
                throw in_command(as_seen_by(in_turn(e, some.subspan(i)), p.next->record, by),
                                 some[i], index, of_many);
            }
        }
    };
    if (r.pieces == nullptr) {
        prepare_all(r.batch);
    } else {
        const command_pieces next = (*r.pieces)();
        for (std::span<const command> some = next(); !some.empty(); some = next())
            prepare_all(some);
    }
    refuse_unfit(p, by, index > 1);
    const state& after = p.next->record;
    find_late_moves(after, before, result.findings);
    const std::optional<sight> seen =
        history ? std::nullopt : sight_of_actor(after, by.actor, by.today);
    find_open_parts(after, before, seen ? &*seen : nullptr, result.findings);
    if (history)
        report_cycles(after, result.findings);
    else if (const auto cycle = find_cycle(after, before, r.batch))
        throw in_command(as_seen_by(cycle->what, after, by), r.batch[cycle->command],
                         cycle->command, r.batch.size() > 1);
    if (!history)
        for (finding& f : result.findings)
            leave_out_hidden(after, by.actor, by.today, f.text, f.facts);
    result.revision = after.revision();
    p.spoilt = false;
    return result;
}

// What stands on what a batch changed is judged when all of it is there.
void recorder::refuse_unfit(prepared& p, const act& by, bool of_many) {
    const state& after = p.next->record;
    for (const unfit& one : p.left_unfit) try {
            if (one.life) judge_moves_in_place(after, one.because, one.seq);
            refuse_misfits(after, one.because, one.events, log_with(p));
        } catch (const error& e) {
            throw in_command(as_seen_by(e, after, by), one.because, one.index, of_many);
        }
}

void recorder::prepare_one(prepared& p, const act& by, const command& given, std::size_t index,
                           bool history, std::vector<finding>& findings) {
    revision_of_ledger& next = *p.next;
    event& e = p.said;
    e.command = given;
    command& c = e.command;
    if (!history && (c.recorded_at_us || !c.actor.empty()))
        throw error{errc::refused,
                    "recorded_at and actor of a command are taken only by an import into an "
                    "empty ledger",
                    {{"rule", "history_into_empty_ledger"}}};
    judge_class(next.record, c);
    try {
        check_form(c);
    } catch (const error& wrong) {
        if (c.kind == command_kind::record_placeholder) throw without_words(wrong);
        throw;
    }
    const int offset = next.identity.utc_offset_minutes;
    const std::int64_t now = c.recorded_at_us.value_or(by.now_us);
    require_covered(day_of(now, 0), "recorded_at");
    if (c.recorded_at_us && now < next.last_recorded_at_us)
        throw error{errc::out_of_range,
                    "recorded_at " + instant_text(now, offset) +
                        " lies before that of the command before it",
                    {{"field", "recorded_at"}}};
    e.recorded_at_us = std::max(now, next.last_recorded_at_us);
    e.actor = c.actor.empty() ? by.actor : c.actor;
    e.request_id = by.request_id;
    e.seq = std::int64_t{next.record.revision()} + 1;
    const log_reader log = log_with(p);
    if (!c.effective_on) c.effective_on = default_day(next.record, c, by, offset, log.said_by);

    // What an imported history says was said on its own day, by who had the right to then.
    const civil_day today = c.recorded_at_us ? day_of(*c.recorded_at_us, offset) : by.today;
    // Who does not see everything is told first what is not there for him.
    const std::optional<sight> in_part = sight_of_actor(next.record, e.actor, today);
    const bool sees_all = !in_part;
    if (sees_all) refuse_in_doubt(next, c);
    judge(next.record, c, today, e.actor);
    if (!sees_all) refuse_in_doubt(next, c);
    if (c.corrects != 0 && rights_at_head(next.record).policy != policy_kind::host) {
        const event said =
            event_of(stated_before(next.record, static_cast<seq_number>(c.corrects)), &p);
        judge_right_to_correct(next.record, c, said, day_of(said.recorded_at_us, offset), e.actor,
                               today);
    }
    if (const row_number part = reports_own_part(next.record, c, e.actor, today); part != no_row)
        c.values.push_back({field::agency, next.record.agencies[part].code});
    put_remains(p, c);
    judge_signature(c);
    fill_closing(next.record, c, offset, in_part ? &*in_part : nullptr);
    guard_against_orphans(next.record, c, log.naming);
    std::optional<state> before;
    if (is_stood_on(next.record, c)) before = next.record;
    p.spoilt = true;  // until the whole batch is through
    apply(next.record, e, offset);
    judge_places_in_place(next.record, c);
    if (before) {
        const seq_number seq = next.record.revision();
        const bool life = (c.corrects != 0 || c.kind == command_kind::verify_result) &&
                          !is_in_order(next.record, c, seq);
        std::vector<misfit> events = find_misfits(*before, next.record, c, log);
        if (life || !events.empty())
            p.left_unfit.push_back({c, index, seq, life, std::move(events)});
    }
    find_oddities(next.record, c, findings);

    stored_event& row = p.row();
    row.seq = e.seq;
    row.effective_on = *c.effective_on;
    row.recorded_at_us = e.recorded_at_us;
    row.actor = e.actor;
    row.request_id = e.request_id;
    row.kind = descriptor_of(c.kind).name;
    row.schema = payload_schema;
    row.corrects = c.corrects;
    row.payload = encode_payload(c, c.kind);
    next.last_recorded_at_us = e.recorded_at_us;
    p.added();
}

// The words go from the command before it is recorded: what stays is put in by the ledger.
void recorder::put_remains(prepared& p, command& c) {
    if (c.kind != command_kind::shred_event) return;
    for (const field filled : {field::remains, field::copies})
        if (const std::string name{descriptor_of(filled).name}; c.has(filled))
            refuse(c, "filled_by_ledger", name + " is filled in by the ledger", name);
    const std::int64_t seq = *c.integer(field::event);
    const event_record& old = p.next->record.events[static_cast<std::size_t>(seq - 1)];
    if (old.kind == command_kind::sign_event)
        refuse(c, "shreds_what",
               "event " + std::to_string(seq) + " is a signature, which holds no words");
    if (p.holds(seq))
        throw error{errc::refused,
                    "shred_event: event " + std::to_string(seq) +
                        " is in the same batch; leave it out instead",
                    {{"rule", "shreds_what"}, {"field", "event"}}};
    event said;
    store_->read(seq - 1, [&](const stored_event& row) {
        if (row.seq == seq) said = decoded(row, remains_);
    });
    if (said.seq == 0) return;
    const copied_words words{words_of(said)};
    for (field_value& v : said.command.values)  // others stand on which condition it is
        if (const auto task = said.command.text(field::task); v.name == field::condition && task)
            if (const auto row = p.next->record.find(entity_kind::task, *task))
                v.content =
                    stand_in_for_condition(p.next->record.tasks[*row], static_cast<seq_number>(seq),
                                           std::get<std::string>(v.content), p.destroyed);
    c.values.push_back({field::remains, remains_of(said)});
    const auto look = [&](const stored_event& row) {
        if (row.seq == seq || std::count(p.destroyed.begin(), p.destroyed.end(), row.seq) > 0)
            return;
        if (words.are_in(row)) c.values.push_back({field::copies, row.seq});
    };
    store_->read(0, look);
    p.read(0, look);
}

// What is recorded, and what waits to be.
log_reader recorder::log_with(prepared& pending) {
    return {[&](std::int64_t seq) { return event_of(seq, &pending).command; },
            [&](entity_kind kind, const std::vector<std::string>& codes, const take_mention& take) {
                each_naming(kind, codes, pending, take);
            }};
}

command recorder::said_by(std::int64_t seq) {
    const std::lock_guard lock{writing_};
    return event_of(seq, nullptr).command;
}

std::string recorder::statement_to_sign(std::int64_t event, civil_day day) {
    const std::lock_guard lock{writing_};
    follow();
    return statement_of(event, day);
}

// @pre writing_ is locked.
std::string recorder::statement_of(std::int64_t event, civil_day day) {
    std::optional<std::string> hash;
    struct enough {};
    try {
        if (event > 0)
            store_->read(event - 1, [&](const stored_event& row) {
                if (row.seq == event) hash = row.hash;
                throw enough{};
            });
    } catch (const enough&) {
    }
    if (!hash)
        throw error{errc::unknown_reference,
                    "event " + to_text(event) + " is not in the ledger",
                    {{"field", "event"}, {"value", to_text(event)}}};
    return signed_statement(store_->identity(), event, *hash, day);
}

// A signature that does not fit says nothing, so it is not recorded.
void recorder::judge_signature(const command& c) {
    if (c.kind != command_kind::sign_event) return;
    const std::int64_t event = *c.integer(field::event);
    const std::string key = bytes_of_hex(*c.text(field::public_key));
    const std::string signature = bytes_of_hex(*c.text(field::signature));
    if (signature_fits(key, statement_of(event, *c.effective_on), signature)) return;
    throw error{errc::refused,
                "sign_event: the signature does not fit event " + to_text(event) + " on " +
                    to_text(*c.effective_on) + " and this public_key",
                {{"rule", "signature_fits"}, {"event", to_text(event)}}};
}

// What an event said. Rare, as below. Nobody has followed the log: words may be gone by an order
// that is not known here yet.
event recorder::event_of(std::int64_t seq, prepared* pending) {
    std::optional<stored_event> found;
    struct enough {};
    const auto take = [&](const stored_event& row) {
        if (row.seq == seq) found = row;
        throw enough{};
    };
    try {
        if (pending != nullptr && pending->holds(seq))
            pending->read(seq, take);
        else
            store_->read(seq - 1, take);
    } catch (const enough&) {
    }
    if (!found)
        throw error{errc::damaged,
                    "event " + to_text(seq) + " is not in the store",
                    {{"seq", to_text(seq)}}};
    if (!found->shredded() || remains_.contains(seq)) return decoded(*found, remains_);
    shredded_remains newer;
    read_remains(*store_, head()->record.revision(), newer);
    return decoded(*found, newer);
}

// A rare question, so it reads the log rather than keep an index. Most rows are passed over unread:
// a code stands in a payload as it is written there.
void recorder::each_naming(entity_kind kind, const std::vector<std::string>& codes,
                           prepared& pending, const take_mention& take) {
    const std::set<std::string_view> wanted{codes.begin(), codes.end()};
    std::vector<std::string> written;
    for (const std::string& code : codes) {
        arguments one;
        one.values.push_back({field::task, code});
        const std::string payload = encode_payload(one, command_kind::report_progress);
        const std::size_t from = payload.find(':') + 1;
        written.push_back(payload.substr(from, payload.rfind('}') - from));
    }
    const state& s = head()->record;
    const auto look = [&](const stored_event& row) {
        if (row.seq >= 1 && row.seq <= s.revision() &&
            s.events[static_cast<std::size_t>(row.seq - 1)].set_aside)
            return;
        if (!row.shredded() &&
            std::none_of(written.begin(), written.end(), [&](const std::string& code) {
                return row.payload.find(code) != std::string::npos;
            }))
            return;
        const command said = decoded(row, remains_).command;
        for (const field_value& v : said.values)
            if (descriptor_of(v.name).entity == kind &&
                wanted.contains(std::get<std::string>(v.content)))
                return take(row.seq, std::get<std::string>(v.content), said);
    };
    store_->read(0, look);
    pending.read(0, look);
}

}  // namespace mandate
