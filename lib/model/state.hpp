#pragma once
// The state: what all events so far say, with every version kept. Only apply() changes it.

#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/shared_rows.hpp"
#include "model/versions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

/// The dense number of a thing among those of its kind. Stays inside: users see codes.
using row_number = std::uint32_t;
inline constexpr row_number no_row = 0xFFFF'FFFF;

struct words {
    std::string vi, en, tr;
};

/// What every event may carry besides its own fields.
struct remark {
    std::vector<std::string> sources;
    std::string note;
};

struct agency_record {
    struct statement {
        words name;
        std::vector<std::string> aliases;  ///< of all languages
        mandate::agency_kind kind = agency_kind::agency;
        std::string identifier_old, identifier_new;
        row_number parent = no_row;
        std::vector<row_number> members;
        remark said;
    };
    struct merger {
        row_number into;
        row_number document;
    };
    std::string code;
    versions<statement> stated;
    versions<merger> merged;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(merged);
    }
};

struct official_record {
    struct statement {
        std::string name;
        remark said;
    };
    struct holding {
        row_number post;
        std::optional<civil_day> until;
    };
    std::string code;
    versions<statement> stated;
    versions<holding> holds;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(holds);
    }
};

struct post_record {
    struct statement {
        row_number agency;
        words name;
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

struct document_record {
    struct statement {
        std::string number;
        document_kind kind;
        row_number issuer;
        std::optional<civil_day> dated;
        std::string dated_as_stated;
        words title;
        int horizon = 0, vision = 0;  ///< years; 0: none stated
        remark said;
    };
    struct other_date {
        civil_day day;
        remark said;
    };
    struct relation {
        relation_kind kind;
        row_number to;
    };
    std::string code;
    versions<statement> stated;
    versions<other_date> dates;
    versions<relation> relations;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(dates), f(relations);
    }
};

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

struct task_record {
    struct statement {
        words title;
        std::vector<row_number> documents;
        row_number meeting = no_row, conclusion = no_row, assigner = no_row;
        std::string assigned_as_stated;
        precision assigned_precision = precision::day;
        std::string lead_as_stated, coordinating_as_stated, doubt, product, field_of_work;
        int duration = 0;  ///< working days; 0: not stated
        bool acceptance_asked = true;
        row_number parent = no_row;
        std::vector<row_number> indicators;
        remark said;
    };
    struct holders {
        std::vector<row_number> leads;
        /// Absent: whoever coordinated before goes on.
        std::optional<std::vector<row_number>> coordinating;
    };
    struct due {
        std::optional<civil_day> day;
        precision exact = precision::day;
        std::string as_stated;
        std::optional<civil_day> standing_from;
        bool original = true;  ///< from assign_task; false: a revision
        row_number decided_by = no_row, document = no_row;
        std::string reason;
    };
    enum class activity : std::uint8_t { active, suspended, cancelled };
    struct condition {
        activity now;
        std::string reason;
    };
    struct report {
        row_number agency;
        std::optional<int> percent;
        std::string text;
    };
    struct submission {
        row_number agency;
        std::string text;
    };
    /// The assigner's answer to the submission that was pending.
    struct decision {
        bool accepted;
        quality_kind quality{};  ///< 0: not rated
        seq_number submission;   ///< place of the submission it answers
        std::string text;
    };
    struct completion {
        row_number agency, document;
        std::string text;
    };
    struct explanation {
        row_number agency, responsible, responsible_official;
        std::string cause, text, remedy;
        std::optional<civil_day> proposed;
    };

    std::string code;
    versions<statement> stated;
    versions<holders> held;
    versions<due> deadline;
    versions<condition> conditions;
    versions<report> reports;
    versions<submission> submissions;
    versions<decision> decisions;
    versions<completion> completions;
    versions<explanation> explanations;
    versions<period> planned;
    versions<period> key;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(held), f(deadline), f(conditions), f(reports), f(submissions), f(decisions),
            f(completions), f(explanations), f(planned), f(key);
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

struct recommendation_record {
    struct statement {
        words text;
        std::vector<row_number> raised_by, addressed_to;
        std::string raised_by_as_stated, topic;
        recommendation_kind kind{};  ///< 0: not stated
        row_number meeting = no_row;
    };
    struct answer {
        recommendation_status status;
        row_number agency, task, document;
        std::string text;
    };
    std::string code;
    versions<statement> stated;
    versions<answer> answers;
    versions<row_number> related;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(answers), f(related);
    }
};

struct indicator_record {
    struct statement {
        words name;
        std::string unit;
        indicator_direction direction = indicator_direction::higher_is_better;
        remark said;
    };
    struct target {
        row_number agency;
        period span;
        std::int64_t low, high;
        remark said;
    };
    struct observation {
        row_number agency;
        period span;
        std::int64_t value;
        remark said;
    };
    std::string code;
    versions<statement> stated;
    versions<target> targets;
    versions<observation> observations;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(targets), f(observations);
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
    shared_rows<day_fact_record> day_facts;
    shared_rows<work_calendar_record> work_calendars;
    shared_rows<holidays_record> holidays;
    shared_rows<event_record> events;  ///< events[seq - 1]

    seq_number revision() const noexcept { return static_cast<seq_number>(events.size()); }
    /// The last event recorded at or before the instant; 0 if none. Cost: logarithmic.
    seq_number known_at(std::int64_t instant_us) const;

    /// The row of a code. A thing exists for the rules from its first event on; a question sees it
    /// if its statement is visible.
    std::optional<row_number> find(entity_kind kind, std::string_view code) const;
    void name(entity_kind kind, std::string_view code, row_number row);

private:
    shared_dictionary codes_;
};

/// Everything that is recorded, on the last day there is: the view in which rules judge.
inline view head_view(const state& s) noexcept { return {last_day, s.revision()}; }

}  // namespace mandate
