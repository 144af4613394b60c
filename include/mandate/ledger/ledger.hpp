#pragma once
// The one object that users open: the record, its state at every revision, and the questions.

#include "mandate/base/error.hpp"
#include "mandate/base/table.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/graph/forecast.hpp"
#include "mandate/model/agency_names.hpp"
#include "mandate/model/command.hpp"
#include "mandate/review/review.hpp"
#include "mandate/store/event_store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mandate {

/// What a question looks through.
struct view_request {
    civil_day as_of;                          ///< that whole day included
    std::optional<std::int64_t> known_at_us;  ///< only what was recorded by then; absent: all
    std::string viewer;  ///< code of an agency; empty: the host, who may see everything
};

/// What a batch would do, or did.
struct outcome {
    std::int64_t revision = 0;  ///< the last event's seq after the batch
    std::vector<finding> findings;
    bool repeated = false;  ///< its request_id was recorded before; nothing was recorded now
};

/// Answers to the questions bottlenecks, agency_pairs, mutual_waiting and cycles.
struct agency_waits {
    civil_day as_of;
    table bottlenecks, pairs, mutual_waiting;
    table cycles;  ///< of the same scope: links inside are left out of the days to wait
};

/// One task: answers to the questions of these names.
struct task_answers {
    civil_day as_of;
    std::string code;
    table tasks, agencies;  ///< all that the viewer may see: their titles and names are in them
    table lineage;
    table history;        ///< changes, since 0
    table why_this_date;  ///< no rows: the task is in no schedule
    table cycles;         ///< those on which its date hangs
    table slips, attribution;
    std::vector<finding> findings{};  ///< calendar.ends, where why_this_date gives days beyond
};

/// How agencies worked together in a period, and who waits for whom at its end.
struct coordination_figures {
    civil_day as_of;
    period of;
    table agencies, network, pairs, mutual;  ///< of the questions agencies, coordination_network,
                                             ///< coordination and mutual_cases
};

/// A review that a body closed.
struct closed_review {
    std::string content;  ///< canonical JSON as it was closed; of a viewer: as of now, filtered
    std::string content_hash;  ///< of what was closed: SHA-256 in hexadecimal digits; empty for a
                               ///< viewer from whom the ledger hides anything
    std::int64_t event = 0;    ///< that closed it
    mandate::review value;     ///< the same, to be formatted
};

/// Any thread may call any member. Recording is serialised inside; each question looks at one
/// revision from its start to its end and never waits for a writer. On failure of any call nothing
/// is recorded and the ledger is what it was; only where the connection to a server broke in the
/// middle of an append can nobody say, and then the next call shows what became of it. Batches that
/// wait for each other go to disk together. What other processes recorded since a handle was opened
/// is seen from its next record, import, check, verify or refresh on.
///
/// An event that is damaged is set aside and the rest is served: findings() lists it, commands on
/// what it is about are refused until it is corrected or withdrawn (lib/README.md, decision 10).
class ledger {
public:
    /// An SQLite file (UTF-8 path), or a ledger in PostgreSQL (open_store in event_store.hpp tells
    /// the forms of an address). `utc_offset_minutes` counts only for a new ledger.
    /// @throws error{errc::not_found, not_a_ledger, newer_format, busy, read_only, io, damaged}
    static std::unique_ptr<ledger> open(const std::string& path, open_mode mode,
                                        int utc_offset_minutes = 420);
    /// A ledger that lives in memory only, for hosts that keep their own database.
    static std::unique_ptr<ledger> in_memory(int utc_offset_minutes = 420);
    /// A ledger in a store of the host's own; conformance.hpp tells whether the store is fit for
    /// it.
    static std::unique_ptr<ledger> on(std::unique_ptr<event_store> store);
    ~ledger();
    ledger(const ledger&) = delete;
    ledger& operator=(const ledger&) = delete;

    /// Records all commands or none. A request_id that was recorded before returns that batch's
    /// revision and records nothing; with other commands than then it is refused.
    /// @throws error with the fact "command", the index of the first command that is refused.
    outcome record(const act& by, std::span<const command> batch);
    /// The same judgement; nothing is recorded.
    outcome check(const act& by, std::span<const command> batch) const;
    /// As record; on an empty ledger the commands may carry their own actors and times of recording
    /// (non-decreasing), because an import brings history with it.
    outcome import(const act& by, std::span<const command> batch);
    /// The same of commands that come in pieces, so that a history of any size takes little memory
    /// beside the ledger. `begin` gives them from the first one on, and is called again where they
    /// must be judged anew; what it throws comes out.
    outcome import(const act& by, const std::function<command_pieces()>& begin);

    /// Records a signature over an event, and so over all that was recorded up to it, by the host's
    /// key: PKCS #8 in PEM, see signature.hpp. `event` 0: the last one. Its day is today.
    /// @throws error{errc::malformed} for the key; unknown_reference; refused.
    outcome sign(const act& by, const std::string& key, std::int64_t event = 0);
    /// The bytes that are signed, for hosts whose key never leaves its device: they record the
    /// command sign_event on that day themselves. @throws error{errc::unknown_reference}
    std::string statement_to_sign(std::int64_t event, civil_day day) const;

    /// Takes what other processes have recorded since. Cost: one look at the store, plus the new
    /// events.
    void refresh() const;

    /// Copies all that is recorded into a new ledger file, or to a new ledger at an address, whole
    /// or not at all, while the ledger is in use. Of a damaged file opened for reading, what can
    /// still be read. @throws error{errc::conflict} where there is one already; refused where
    /// nothing is recorded yet; not_found, io, full, read_only.
    void backup(const std::string& path) const;

    /// What is set aside and not repaired: "event.set_aside", "event.missing" (fact "seq", and what
    /// it is about where that is known), "event.displaced", "store.damaged". Empty: all is well.
    std::vector<finding> findings() const;

    std::int64_t revision() const;
    /// 64 hexadecimal digits over what the events say together: equal where the same commands were
    /// recorded in the same order on the same days, by the same build of the library; for
    /// comparing a copy with its ledger, or a ledger with itself. (The hash of a closed review, and
    /// the chain, stay the same with every build; this one does not.) Cost: of a snapshot.
    std::string state_hash() const;
    int utc_offset_minutes() const noexcept;
    std::string id() const;

    /// @throws error{errc::unknown_field, unknown_reference, ...}
    table ask(const view_request& view, question_kind question, const arguments& args) const;
    /// The question `forecast` while it is computed, on threads of its own: how far it is can be
    /// asked, and it can be cancelled. It holds nothing of the ledger. @throws as ask.
    std::unique_ptr<forecast> start_forecast(const view_request& view, const arguments& args) const;
    /// Agencies that wait for each other: three questions to one revision, with the arguments of
    /// the question `bottlenecks`. @throws as ask.
    agency_waits agencies(const view_request& view, const arguments& args) const;
    /// All about one task, of one revision. Cost: that of the questions.
    /// @throws error{errc::unknown_reference} if there is none with this code.
    task_answers task(const view_request& view, std::string_view code) const;
    /// How agencies worked together in a period: four questions to one revision, with the arguments
    /// of the question `coordination_network`. @throws as ask.
    coordination_figures coordination(const view_request& view, const arguments& args) const;
    /// A period as questions name it: as parse_period reads it, or `term:` and the code of a term,
    /// which stands for the days of that. @throws as parse_period; error{errc::unknown_reference}
    /// for a term that the viewer does not know, errc::refused for one without a last day.
    period period_asked(const view_request& view, const std::string& text) const;
    /// The review of a period. `agencies`: codes, to see only the tasks that some of these lead or
    /// coordinate, and what else is theirs (lib/README.md, decision 158); empty: all.
    /// @throws error{errc::out_of_range} if the cut-off (as_of) lies before the period.
    mandate::review review(const view_request& view, const period& of,
                           const std::vector<std::string>& agencies = {}) const;
    /// A closed review, by its code: the bytes that were kept, whatever was recorded since. Another
    /// viewer than the host gets what it may see of it, and the head names the viewer. Of the view,
    /// the day is not looked at. If this library computes more than the one that closed it, `value`
    /// has the finding "review.computed_anew". Where the words of its event were destroyed, all is
    /// computed from what the record still says, and the finding "review.content_destroyed" tells
    /// by whose order. Cost: a review, and reading one event.
    /// @throws error{errc::unknown_reference}; errc::refused where it is not closed.
    mandate::closed_review closed_review(const view_request& view, const std::string& code) const;
    /// The working days as they were known: the ledger's own, or with `agency` (its code) those of
    /// an agency. Calendars of equal content share their tables. About a millisecond.
    /// @throws error{errc::unknown_reference}
    work_calendar calendar(const view_request& view, const std::string& agency = {}) const;
    /// Reads the whole store again and walks the hash chain. Empty: every event fits, and none was
    /// shredded. "chain.broken": the first that does not fit; then findings(); "payload.shredded":
    /// an event whose words were destroyed by order; "signature.broken": a signature that does not
    /// fit its event any more; "payload.copied": words that were destroyed and stand in other
    /// events, too, which keep theirs until an order names them; "snapshot.differs". Cost: about a
    /// microsecond an event; writers are not held up.
    std::vector<finding> verify() const;

    /// Every agency known at the head, for importers that must match names.
    std::vector<agency_names> known_agencies() const;

private:
    struct impl;
    explicit ledger(std::unique_ptr<impl> self);
    std::unique_ptr<impl> self_;
};

}  // namespace mandate
