#pragma once
// Recommendations, indicators, consultations, the host's own attributes, and the ledger's policy.

#include "mandate/calendar/period.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/record_parts.hpp"

#include <optional>

namespace mandate {

struct recommendation_record {
    struct statement {
        words text;
        std::vector<row_number> raised_by, addressed_to;
        std::string raised_by_as_stated, topic;
        recommendation_kind kind{};  ///< 0: not stated
        row_number meeting = no_row, authority = no_row;
        std::optional<civil_day> answer_due;
    };
    struct answer {
        recommendation_status status;
        row_number agency, task, document, forwarded_to;
        std::string text;
        std::optional<civil_day> answer_due;  ///< set anew, as when it is forwarded
    };
    /// It was raised again.
    struct repetition {
        row_number meeting;
        std::optional<period> span;
        std::optional<civil_day> answer_due;
    };
    /// What the raiser makes of the answer.
    struct judgement {
        row_number agency;
        satisfaction_kind satisfied;
        std::string text;
    };
    std::string code;
    versions<statement> stated;
    versions<answer> answers;
    versions<row_number> related;
    versions<repetition> repeated;
    versions<judgement> judgements;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(answers), f(related), f(repeated), f(judgements);
    }
};

struct indicator_record {
    struct statement {
        words name;
        std::string unit;
        indicator_direction direction = indicator_direction::higher_is_better;
        measure_kind measure = measure_kind::cumulative;
        std::vector<int> profile;      ///< percent of the year by quarter or month; may be empty
        std::optional<int> threshold;  ///< percent of the target
        row_number owner = no_row;
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
        std::optional<std::int64_t> stated_percent{};  ///< hundredths, as the source prints it
    };
    /// What "% of base" is of: as the members at the start of the year.
    struct base {
        row_number agency;
        period span;
        std::int64_t value;
        remark said;
    };
    std::string code;
    versions<statement> stated;
    versions<target> targets;
    versions<observation> observations;
    versions<base> bases;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(targets), f(observations), f(bases);
    }
};

/// A round of asking other agencies for their opinion.
struct consultation_record {
    struct statement {
        row_number task, agency, document;
        std::vector<row_number> asked;
        std::string number, text;
        std::optional<civil_day> answer_due;
        silence_kind silence = silence_kind::no_answer;
        remark said;
    };
    struct answer {
        row_number agency, document;
        opinion_kind opinion;
        std::string number, text;
    };
    std::string code;
    versions<statement> stated;
    versions<answer> answers;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(answers);
    }
};

/// One attribute that the host gave a thing: carried, never interpreted.
struct attribute_record {
    entity_kind kind = entity_kind::none;
    row_number row = no_row;
    std::string code, key;         ///< `code` as all records have it: kind, thing and key in one
    versions<std::string> stated;  ///< empty: taken away

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// Who decides about rights, and what was delegated.
struct policy_record {
    struct statement {
        policy_kind policy = policy_kind::host;
        row_number office = no_row, inspection = no_row;
    };
    struct delegation {
        row_number agency, delegate;
        row_number task;  ///< no_row: everything
        std::optional<civil_day> until;
    };
    /// Who may extend what, how often and by how much.
    struct extension_limit {
        row_number assigner;    ///< of the task; no_row: any
        row_number decided_by;  ///< no_row: anybody who may
        int most_times, most_days;
    };
    /// A cause of delay that the ledger adds to the list.
    struct cause {
        std::string key;
        words name;
    };
    /// Beyond these work is slow; what is absent stays as it was.
    struct slow_limits {
        std::optional<int> days_late, times_extended, silent_after, reminders_unanswered,
            answer_within;
    };
    /// What a regulation asks for a rating, in percent of what was due.
    struct rating_rule {
        std::string decision;
        int good_in_time, completed_behind;
    };
    /// How far past its day a warning rises, and whom the third level is told; no_row: nobody more.
    struct escalation_rule {
        std::string decision;
        int second_after, third_after;  ///< working days
        row_number agency;
    };
    /// On which day work counts as done; what is absent stays as it was.
    struct finishing_rule {
        std::optional<finishing_day_kind> of_result;
        std::optional<issue_day_kind> of_document;
    };
    std::string code;
    versions<statement> stated;
    versions<cause> causes;
    versions<delegation> delegations;
    versions<extension_limit> extension_limits;
    versions<slow_limits> slow;
    versions<rating_rule> rating;
    versions<escalation_rule> escalation;
    versions<finishing_rule> finishing;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(causes), f(delegations), f(extension_limits), f(slow), f(rating),
            f(escalation), f(finishing);
    }
};

}  // namespace mandate
