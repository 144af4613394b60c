#pragma once
// Agencies, officials, posts, and the terms of bodies.

#include "mandate/calendar/period.hpp"
#include "mandate/model/names.hpp"
#include "model/record_parts.hpp"

#include <optional>

namespace mandate {

/// How an agency came to its end.
enum class agency_ending : std::uint8_t {
    merged,     ///< into one successor
    split,      ///< into several, each with its duties
    dissolved,  ///< without successor
    expired,    ///< a task force on its last day
};

struct agency_record {
    struct statement {
        words name;
        std::vector<alias> aliases;
        mandate::agency_kind kind = agency_kind::agency;
        std::string identifier_old, identifier_new;
        row_number parent = no_row;
        std::vector<row_number> members;
        std::optional<civil_day> until;  ///< its last day, known from the start
        remark said;
    };
    struct renaming {
        words name;
        row_number document;
    };
    struct moving {
        row_number parent, document;
    };
    /// From the day of the event on it does not exist.
    struct ending {
        agency_ending how;
        std::vector<row_number> into;
        std::vector<std::string> duties;  ///< of a split: one for each successor
        row_number document;
        std::string reason;
    };
    /// Something it owed that another agency took over; exactly one of these things is set.
    struct handing {
        row_number into, recommendation, indicator, document_review, consultation, task, blamed_in,
            conclusion, review, item;
        std::optional<period> span;  ///< of the target; none: who answers for the indicator
        std::string expected;        ///< of a task: the document; empty: what the assigner decides
        row_number document;         ///< by which it was decided
    };
    struct charge {
        std::string field_of_work;
        row_number post;
        std::optional<civil_day> until;
        row_number document;
    };
    std::string code;
    versions<statement> stated;
    versions<renaming> renamed;
    versions<moving> moved;
    versions<ending> ended;
    versions<handing> handed;
    versions<charge> charges;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(renamed), f(moved), f(ended), f(handed), f(charges);
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
    /// The day of the event was the last one on which the post was held.
    struct leaving {
        row_number post, document;
        std::string reason;
    };
    std::string code;
    versions<statement> stated;
    versions<holding> holds;
    versions<leaving> left;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(holds), f(left);
    }
};

struct post_record {
    struct statement {
        row_number agency;
        words name;
        bool heads = false;  ///< who holds it heads the agency
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

/// The time between two congresses, or between two elections.
struct term_record {
    struct statement {
        row_number body;
        words name;
        civil_day first;
        std::optional<civil_day> last;
        remark said;
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

}  // namespace mandate
