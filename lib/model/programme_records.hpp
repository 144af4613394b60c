#pragma once
// Work programmes and their items.

#include "mandate/calendar/period.hpp"
#include "model/record_parts.hpp"

#include <optional>

namespace mandate {

struct programme_record {
    struct statement {
        row_number agency;
        period span;
        words title;
        row_number document, decided_by;
        remark said;
    };
    std::string code;
    versions<statement> stated;

    template <class F>
    void attributes(F&& f) {
        f(stated);
    }
};

struct item_record {
    struct statement {
        row_number programme;
        words title;
        std::vector<row_number> leads;
        row_number task, body, document, decided_by;
        std::string field_of_work;
        remark said;
    };
    /// When it is to be done: as first planned, then as postponed.
    struct plan {
        std::optional<period> span;
        std::string session;
        std::optional<civil_day> papers_due;
        bool original = true;
        row_number document = no_row, decided_by = no_row;
        std::string reason;
    };
    struct withdrawal {
        row_number document, decided_by;
        std::string reason;
    };
    struct papers {
        row_number agency;
        std::string text;
    };
    struct consideration {
        row_number meeting;
        std::string text;
    };
    std::string code;
    versions<statement> stated;
    versions<plan> planned;
    versions<withdrawal> withdrawn;
    versions<papers> received;
    versions<consideration> considered;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(planned), f(withdrawn), f(received), f(considered);
    }
};

}  // namespace mandate
