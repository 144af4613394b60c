// A failed apply() may have left half of an event in the state. So a state is never used after one:
// the rows since the last good copy are taken again, up to the one that failed; a copy of that is
// the next good one, and the event is set aside in it. Copies share what they do not change.
#include "ledger/load.hpp"

#include "ledger/row_checker.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/store/codec.hpp"
#include "model/apply.hpp"
#include "model/apply_matter.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace mandate {

event decoded(const stored_event& row, const shredded_remains& remains) {
    if (!row.shredded()) return decode(row);
    const auto found = remains.find(row.seq);
    if (found == remains.end())
        throw error{errc::damaged,
                    "event " + to_text(row.seq) + " lost its payload without an order for it",
                    {{"seq", to_text(row.seq)}}};
    return decode_remains(row, found->second);
}

std::vector<finding> open_findings(const revision_of_ledger& r) {
    std::vector<finding> all;
    if (!r.aside) return all;
    for (const quarantine::entry& e : r.aside->entries)
        if (e.seq == 0 || r.record.events[static_cast<std::size_t>(e.seq - 1)].corrected_by == 0)
            all.push_back(e.what);
    return all;
}

std::int64_t event_in_doubt(const revision_of_ledger& r, const quarantine::thing& about) {
    if (!r.aside) return 0;
    const auto found = r.aside->things.find(about);
    if (found == r.aside->things.end()) return 0;
    for (const std::int64_t seq : found->second)
        if (r.record.events[static_cast<std::size_t>(seq - 1)].corrected_by == 0) return seq;
    return 0;
}

std::map<std::int64_t, std::int64_t> read_remains(event_store& store, std::int64_t after,
                                                  shredded_remains& remains) {
    std::map<std::int64_t, std::int64_t> found;
    const std::string_view order_name = descriptor_of(command_kind::shred_event).name;
    store.read(after, [&](const stored_event& row) {
        if (row.kind != order_name) return;
        try {
            const event order = decode(row);
            const std::int64_t of = order.command.integer(field::event).value_or(0);
            remains[of] = order.command.text(field::remains).value_or("{}");
            found[of] = row.seq;
        } catch (const error&) {  // it is set aside when its turn comes
        }
    });
    return found;
}

quarantine::thing subject_thing(const command& c) {
    const command_descriptor& kind = descriptor_of(c.kind);
    if (subject_kind(c.kind) == entity_kind::attribute) {
        const auto owner = attribute_owner(c);
        if (!owner) return {entity_kind::none, {}};
        return {descriptor_of(owner->name).entity, std::get<std::string>(owner->content)};
    }
    if (kind.fields.empty()) return {entity_kind::none, {}};
    const field_descriptor& first = descriptor_of(kind.fields.front().id);
    const auto code = c.text(first.id);
    if (first.type != value_type::code || !code) return {entity_kind::none, {}};
    return {first.entity, std::string{*code}};
}

// Of a payload that is no JSON any more, the piece "task":"T1" may still be whole.
quarantine::thing subject_thing(std::string_view kind_name, std::string_view payload) {
    const command_descriptor* kind = find_command(kind_name);
    if (kind == nullptr || kind->fields.empty()) return {entity_kind::none, {}};
    const field_descriptor& first = descriptor_of(kind->fields.front().id);
    const std::string key = '"' + std::string{first.name} + "\":\"";
    const std::size_t at = payload.find(key);
    if (first.type != value_type::code || at == payload.npos) return {entity_kind::none, {}};
    const std::string_view rest = payload.substr(at + key.size());
    return {first.entity, std::string{rest.substr(0, rest.find('"'))}};
}

namespace {

/// More are not believed to have been lost in one place: then the number itself is wrong.
constexpr std::int64_t most_missing = 100'000;

class loader {
public:
    loader(const revision_of_ledger& from, event_store& store, std::int64_t stored,
           shredded_remains& remains)
        : store_{store}, stored_{stored}, remains_{remains}, good_{from} {}

    std::shared_ptr<revision_of_ledger> load(std::int64_t last) {
        const std::int64_t told = store_.attested();  // before the rows: more may come meanwhile
        std::int64_t good_until = 0;  // for a copy before an event that cannot be applied
        for (;;) {
            next_ = std::make_shared<revision_of_ledger>(good_);
            try {
                take_all(good_until != 0 ? good_until : last);
                if (good_until != 0) {
                    good_ = std::move(*next_);
                    good_until = 0;
                    continue;
                }
                require_own_events();
                if (expected() <= std::min(told, last)) cut_off(told);
                return std::move(next_);
            } catch (const cannot_apply& e) {
                unfit_[e.seq] = e.why;
                good_until = e.seq - 1;
            } catch (const words_destroyed&) {
                find_orders();
            }
        }
    }

private:
    struct cannot_apply {
        std::int64_t seq;
        std::string why;
    };
    struct words_destroyed {};
    struct far_enough {};

    /// An order that comes meanwhile is found the next time: words are gone no sooner than it is
    /// there, so first it is seen which are.
    void find_orders() {
        std::set<std::int64_t> gone;
        store_.read(0, [&](const stored_event& row) {
            if (row.shredded()) gone.insert(row.seq);
        });
        read_remains(store_, 0, remains_);
        for (const std::int64_t seq : gone)
            if (!remains_.contains(seq)) unordered_.insert(seq);
    }

    void take_all(std::int64_t last) {
        held_.reset();
        const std::int64_t known = next_->record.revision();
        const std::int64_t after = known == 0 && !next_->aside ? before_all : known;
        const std::string before = next_->last.stored;
        try {
            check_rows(
                {good_.identity, before}, std::min(stored_, last) - known,
                [&](const take_row& take) { store_.read(after, take); },
                [&](std::span<checked_row> rows) {
                    fetch_ahead(
                        next_->record, rows_ahead::subject,
                        rows.size(), [&](std::size_t i) -> const auto& { return rows[i].codes; });
                    take_in_order(rows.front(), last);
                });
            if (held_) take_after_gap(*held_, last);
        } catch (const far_enough&) {
        }
    }

    void take_in_order(checked_row& row, std::int64_t last) {
        if (held_) {
            // A number too high, and then a lower one: it was the number that was wrong.
            checked_row held = std::move(*held_);
            held_.reset();
            if (row.row.seq > held.row.seq)
                take_after_gap(held, last);
            else
                displaced(held.row);
        }
        if (row.row.seq > expected())
            held_ = row;
        else
            take(row, last);
    }

    /// The id stands in every hash: where none of several fits, it is the id that is wrong.
    void require_own_events() const {
        if (first_misfit_) require_own_offset(*first_misfit_);
        const seq_number all = next_->record.revision();
        if (fits_ > 0 || all < 2 || misfits_ != all) return;
        throw error{errc::damaged,
                    "the identity of the ledger, " + next_->identity.id +
                        ", does not fit its events: none of them was recorded under it"};
    }

    /// The offset from UTC stands in the hash before the first event alone: where that event fits
    /// under another one, it is the offset that is wrong.
    void require_own_offset(const stored_event& first) const {
        ledger_identity other = next_->identity;
        for (int minutes = -12 * 60; minutes <= 14 * 60; ++minutes) {
            other.utc_offset_minutes = minutes;
            if (event_hash(genesis_hash(other), other, first) != first.hash) continue;
            throw error{
                errc::damaged,
                "the ledger's offset from UTC, " + to_text(next_->identity.utc_offset_minutes) +
                    " minutes, was altered: its first event was recorded under " + to_text(minutes),
                {{"utc_offset_minutes", to_text(minutes)}}};
        }
    }

    std::int64_t expected() const { return std::int64_t{next_->record.revision()} + 1; }

    void take_after_gap(checked_row& row, std::int64_t last) {
        if (row.row.seq - expected() > most_missing) return displaced(row.row);
        while (expected() < row.row.seq) {
            if (expected() > last) throw far_enough{};
            put_aside("event.missing", expected(), "is missing", command_kind::void_event,
                      first_day, {entity_kind::none, {}});
            next_->last = {};
        }
        take(row, last);
    }

    void take(checked_row& checked, std::int64_t last) {
        const stored_event& row = checked.row;
        if (row.seq > last) throw far_enough{};
        if (row.seq < expected()) return displaced(row);
        std::string wrong = walk(next_->last, row, next_->identity, checked.hashes);
        const bool request_is_true = wrong != "the hash does not fit";
        ++(request_is_true ? fits_ : misfits_);
        if (row.seq == 1 && !request_is_true) first_misfit_ = row;
        if (wrong.empty()) wrong = applied(checked);
        if (wrong.empty())
            next_->last_recorded_at_us = row.recorded_at_us;
        else
            set_row_aside(row, wrong);
        if (request_is_true && !row.request_id.empty())
            next_->requests.set(row.request_id, static_cast<std::uint32_t>(row.seq));
    }

    /// Why it is not applied; empty if it is.
    std::string applied(checked_row& checked) {
        const stored_event& row = checked.row;
        if (const auto found = unfit_.find(row.seq); found != unfit_.end()) return found->second;
        if (row.shredded() && !remains_.contains(row.seq) && !unordered_.contains(row.seq))
            throw words_destroyed{};
        try {
            if (!checked.readable) checked.said = decoded(row, remains_);
        } catch (const error& wrong) {
            return without_number(wrong.what(), row.seq);
        }
        const event& e = checked.said;
        if (next_->aside)  // what it names may be among what was lost
            if (std::string lost = missing_thing(e.command); !lost.empty()) return lost;
        try {
            apply(next_->record, e, next_->identity.utc_offset_minutes);
        } catch (const error& wrong) {
            throw cannot_apply{row.seq, without_number(wrong.what(), row.seq)};
        }
        return {};
    }

    std::string missing_thing(const command& c) const {
        const bool makes = descriptor_of(c.kind).creates != entity_kind::none;
        const field subject = descriptor_of(c.kind).fields.empty()
                                  ? field{}
                                  : descriptor_of(c.kind).fields.front().id;
        for (const field_value& v : c.values) {
            const field_descriptor& f = descriptor_of(v.name);
            if (f.type != value_type::code || (makes && v.name == subject)) continue;
            const std::string& code = std::get<std::string>(v.content);
            if (next_->record.find(f.entity, code)) continue;
            std::string text = std::string{f.name} + " " + code + " is not in the ledger";
            const std::int64_t lost = event_in_doubt(*next_, {f.entity, code});
            return lost == 0 ? text : text + "; it needs event " + to_text(lost);
        }
        return {};
    }

    static std::string without_number(const std::string& text, std::int64_t seq) {
        const std::string head = "event " + to_text(seq);
        if (!text.starts_with(head)) return text;
        return text.substr(std::min(text.find_first_not_of(": ", head.size()), text.size()));
    }

    void set_row_aside(const stored_event& row, const std::string& why) {
        const command_descriptor* kind = find_command(row.kind);
        const state& s = next_->record;
        quarantine::thing about = subject_thing(row.kind, row.payload);
        // What it would have corrected is in doubt, too.
        if (about.first == entity_kind::none && row.corrects > 0 && row.corrects <= s.revision()) {
            const event_record& old = s.events[static_cast<std::size_t>(row.corrects - 1)];
            const entity_kind of = old.set_aside ? entity_kind::none : subject_kind(old.kind);
            if (old.subject != no_row && of != entity_kind::none && of != entity_kind::policy &&
                of != entity_kind::attribute)
                about = {of, code_of(s, of, old.subject)};
        }
        put_aside("event.set_aside", row.seq, "is set aside: " + why,
                  kind == nullptr ? command_kind::void_event : kind->id,
                  std::clamp(row.effective_on, first_day, last_day), std::move(about));
    }

    void put_aside(const char* key, std::int64_t seq, const std::string& what, command_kind kind,
                   civil_day effective_on, quarantine::thing about) {
        mandate::set_aside(next_->record, kind, effective_on);
        finding f{key, "event " + to_text(seq) + " " + what, {{"seq", to_text(seq)}}};
        quarantine& all = own_quarantine();
        if (about.first != entity_kind::none) {
            f.facts.emplace_back(std::string{name_of(about.first)}, about.second);
            all.things[std::move(about)].push_back(seq);
        }
        all.entries.push_back({seq, std::move(f)});
    }

    void displaced(const stored_event& row) {
        list({"event.displaced",
              "a row with the number " + to_text(row.seq) + " stands where event " +
                  to_text(expected()) + " belongs; it is left out",
              {{"seq", to_text(row.seq)}}});
    }

    void cut_off(std::int64_t told) {
        list({"event.missing",
              "event " + to_text(expected()) +
                  " is missing: by the store, there were events up to " + to_text(told),
              {{"seq", to_text(expected())}}});
    }

    /// What has no place among the events. Each look for new ones meets it again behind the last.
    void list(finding f) {
        const auto is_told = [&](const auto& entry) { return entry.what == f; };
        if (next_->aside && std::ranges::any_of(next_->aside->entries, is_told)) return;
        own_quarantine().entries.push_back({0, std::move(f)});
    }

    /// That of the next revision, not shared with an earlier one.
    quarantine& own_quarantine() {
        if (!own_ || own_ != next_->aside) {
            own_ = next_->aside ? std::make_shared<quarantine>(*next_->aside)
                                : std::make_shared<quarantine>();
            next_->aside = own_;
        }
        return *own_;
    }

    event_store& store_;
    const std::int64_t stored_;
    shredded_remains& remains_;
    std::set<std::int64_t> unordered_;  ///< events whose words are gone, and nobody ordered it
    revision_of_ledger good_;
    std::shared_ptr<revision_of_ledger> next_;
    std::shared_ptr<quarantine> own_;  ///< also held by next_, which only reads it
    std::optional<checked_row> held_;  ///< a row after a gap, until the one after it is seen
    std::optional<stored_event> first_misfit_;  ///< event 1, if its hash does not fit
    std::map<std::int64_t, std::string> unfit_;
    seq_number fits_ = 0, misfits_ = 0;  ///< of the chain
};

}  // namespace

std::shared_ptr<revision_of_ledger> load(const revision_of_ledger& from, event_store& store,
                                         std::int64_t stored, shredded_remains& remains,
                                         std::int64_t last) {
    return loader{from, store, stored, remains}.load(last);
}

}  // namespace mandate
