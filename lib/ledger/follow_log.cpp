// The recorder and the log: reading it, keeping up with what others append, snapshots of it.

#include "ledger/load.hpp"
#include "ledger/prepared_batch.hpp"
#include "ledger/snapshot.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "mandate/store/signature.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace mandate {

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
