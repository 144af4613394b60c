#pragma once
// The state: what all events so far say, with every version kept. Only apply() changes it.

#include "mandate/base/civil_day.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/matter_records.hpp"
#include "model/record_parts.hpp"
#include "model/shared_rows.hpp"
#include "model/task_record.hpp"
#include "model/versions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mandate {

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
    shared_rows<consultation_record> consultations;
    shared_rows<attribute_record> attributes;
    shared_rows<policy_record> policies;  ///< one row, or none yet
    shared_rows<day_fact_record> day_facts;
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
