#pragma once
// The state: what all events so far say, with every version kept. Only apply() changes it.

#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/access_records.hpp"
#include "model/document_records.hpp"
#include "model/matter_records.hpp"
#include "model/organisation_records.hpp"
#include "model/programme_records.hpp"
#include "model/record_parts.hpp"
#include "model/review_records.hpp"
#include "model/shared_rows.hpp"
#include "model/shredding_records.hpp"
#include "model/signature_records.hpp"
#include "model/task_record.hpp"
#include "model/versions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

struct meeting_record {
    struct statement {
        words name;
        row_number body;
        std::optional<period> reviews;
    };
    struct attendance {
        meeting_role role;
        row_number official, post, agency;
    };
    std::string code;
    versions<statement> stated;
    versions<attendance> persons;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(persons);
    }
};

struct conclusion_record {
    struct statement {
        row_number meeting;
        conclusion_kind kind;
        words text;
        std::vector<row_number> addressed_to;
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

struct link_record {
    struct statement {
        row_number task, after;
        link_kind type = link_kind::finish_start;
        int lag = 0;
        lag_unit unit = lag_unit::working_days;
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// A day that differs from its weekday. Its day is when it holds; it is known from the end of the
/// day it was announced, else of the day it was recorded, so it does not wait for effective_on.
struct day_fact_record {
    struct statement {
        civil_day day;
        day_kind kind;
        words name;
        civil_day known_from;
        remark said;
        row_number agency = no_row;  ///< whom it binds; none: all
        std::optional<civil_day> pair;
        std::string decision;
    };
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// The work calendar of the ledger, or of an agency.
struct work_calendar_record {
    struct statement {
        std::uint8_t weekdays = monday_to_friday;
        mandate::holiday_rules rules = mandate::holiday_rules::viet_nam;
        history_kind history = history_kind::known;
        std::string decision;
        remark said;
    };
    row_number agency = no_row;  ///< none: the ledger's own
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// What was decided about the holidays of a year. Known like a day fact.
struct holidays_record {
    struct statement {
        holiday_choice choice;
        civil_day known_from;
        remark said;
    };
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// What became of one event: enough to correct it.
struct event_record {
    command_kind kind;
    row_number subject;
    civil_day effective_on;
    seq_number place;
    seq_number corrected_by;  ///< 0: never
    std::int64_t recorded_at_us;
    seq_number shredded_by = 0;  ///< 0: its words stand
    bool set_aside = false;      ///< damaged: nothing of it is in the state
};

class state {
public:
    shared_rows<agency_record> agencies;
    shared_rows<official_record> officials;
    shared_rows<post_record> posts;
    shared_rows<document_record> documents;
    shared_rows<meeting_record> meetings;
    shared_rows<conclusion_record> conclusions;
    shared_rows<task_record> tasks;
    shared_rows<link_record> links;
    shared_rows<recommendation_record> recommendations;
    shared_rows<indicator_record> indicators;
    shared_rows<clause_record> clauses;
    shared_rows<document_review_record> document_reviews;
    shared_rows<term_record> terms;
    shared_rows<programme_record> programmes;
    shared_rows<item_record> items;
    shared_rows<access_class_record> access_classes;
    shared_rows<consultation_record> consultations;
    shared_rows<attribute_record> attributes;
    shared_rows<policy_record> policies;  ///< one row, or none yet
    shared_rows<day_fact_record> day_facts;
    shared_rows<work_calendar_record> work_calendars;
    shared_rows<holidays_record> holidays;
    shared_rows<signature_record> signatures;
    shared_rows<shredding_record> shreddings;
    shared_rows<review_record> reviews;
    shared_rows<event_record> events;  ///< events[seq - 1]

    seq_number revision() const noexcept { return static_cast<seq_number>(events.size()); }
    /// The last event recorded at or before the instant; 0 if none. Cost: logarithmic.
    seq_number known_at(std::int64_t instant_us) const;

    /// The row of a code. A thing exists for the rules from its first event on; a question sees it
    /// if its statement is visible.
    std::optional<row_number> find(entity_kind kind, std::string_view code) const;
    void name(entity_kind kind, std::string_view code, row_number row);
    /// As find() takes a code, for the two below.
    static std::size_t hash_of(entity_kind kind, std::string_view code);
    /// What find() and then the row take is far away in a large ledger: fetched into the cache for
    /// events that come some steps later. First fetch(), then, each when the one before has come,
    /// fetch_named(), fetch_row() and fetch_stated().
    void fetch(std::size_t hash) const noexcept { codes_.fetch(hash); }
    /// `with_place`: where the row stands, too, which fetch_row() would wait for.
    void fetch_named(entity_kind kind, std::size_t hash, bool with_place) const noexcept;
    void fetch_row(entity_kind kind, std::size_t hash) const noexcept;
    void fetch_stated(entity_kind kind, std::size_t hash) const noexcept;
    /// All names at once, for a copy of the whole state.
    const shared_dictionary& codes() const noexcept { return codes_; }
    void set_codes(shared_dictionary codes) noexcept { codes_ = std::move(codes); }

private:
    shared_dictionary codes_;
};

/// Calls take(rows) with the rows of the kind; `none` has no rows. So what is asked of things of
/// any kind is written once.
template <class State, class Take>
void with_rows(State& s, entity_kind kind, Take&& take) {
    switch (kind) {
        case entity_kind::agency:
            return take(s.agencies);
        case entity_kind::official:
            return take(s.officials);
        case entity_kind::post:
            return take(s.posts);
        case entity_kind::document:
            return take(s.documents);
        case entity_kind::meeting:
            return take(s.meetings);
        case entity_kind::conclusion:
            return take(s.conclusions);
        case entity_kind::task:
            return take(s.tasks);
        case entity_kind::link:
            return take(s.links);
        case entity_kind::recommendation:
            return take(s.recommendations);
        case entity_kind::indicator:
            return take(s.indicators);
        case entity_kind::clause:
            return take(s.clauses);
        case entity_kind::document_review:
            return take(s.document_reviews);
        case entity_kind::term:
            return take(s.terms);
        case entity_kind::programme:
            return take(s.programmes);
        case entity_kind::item:
            return take(s.items);
        case entity_kind::access_class:
            return take(s.access_classes);
        case entity_kind::consultation:
            return take(s.consultations);
        case entity_kind::attribute:
            return take(s.attributes);
        case entity_kind::policy:
            return take(s.policies);
        case entity_kind::review:
            return take(s.reviews);
        case entity_kind::none:
            break;
    }
}

/// The event that made the last statement about the thing, also if it was withdrawn; 0: none.
seq_number last_statement_seq(const state& s, entity_kind kind, row_number row);

/// The seq of the event whose statement counts in the view; 0 if the thing is not there.
seq_number statement_seq(const state& s, entity_kind kind, row_number row, const view& at);
/// Its code. @pre the kind is not none, and the row is one of that kind.
const std::string& code_of(const state& s, entity_kind kind, row_number row);

/// Everything that is recorded, on the last day there is: the view in which rules judge.
inline view head_view(const state& s) noexcept { return {last_day, s.revision()}; }

}  // namespace mandate
