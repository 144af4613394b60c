#pragma once
// Documents, their clauses, and the duty to review how they were carried out.

#include "mandate/calendar/deadline.hpp"
#include "mandate/model/names.hpp"
#include "model/record_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mandate {

struct document_record {
    struct statement {
        std::string number;
        document_kind kind;
        row_number issuer;
        std::optional<civil_day> dated;
        std::string dated_as_stated;
        words title;
        int horizon = 0, vision = 0;  ///< years; 0: none stated
        std::optional<civil_day> in_force_from, until;
        remark said;
        std::vector<alias> aliases;
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
    /// The document before it that was recorded with the same number, kind and issuer.
    row_number same_number = no_row;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(dates), f(relations);
    }
};

struct clause_record {
    struct statement {
        row_number document, parent;
        std::string number;
        words title;
        remark said;
    };
    std::string code;
    versions<statement> stated;
    /// Tasks that carry it out. One counts as long as the assignment that named the clause stands:
    /// its event is the one of this version.
    versions<row_number> tasks;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

struct document_review_record {
    struct due {
        std::optional<civil_day> day;
        precision exact = precision::day;
        std::string as_stated;
        bool original = true;
        row_number decided_by = no_row, document = no_row;
        std::string reason;
    };
    struct statement {
        row_number document;
        review_kind kind;
        std::vector<row_number> leads;
        row_number task, decided_by;
        remark said;
    };
    struct completion {
        row_number agency, document;
        quality_kind quality{};  ///< 0: not rated
        std::string text;
    };
    struct dropping {
        row_number decided_by, document;
        std::string reason;
    };
    std::string code;
    versions<statement> stated;
    versions<due> deadline;
    versions<completion> completed;
    versions<dropping> dropped;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(deadline), f(completed), f(dropped);
    }
};

}  // namespace mandate
