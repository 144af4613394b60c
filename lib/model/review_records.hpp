#pragma once
// Reviews as a body keeps them: drafted, sent for comment, closed for ever.

#include "mandate/calendar/period.hpp"
#include "model/record_parts.hpp"

#include <optional>

namespace mandate {

struct review_record {
    struct statement {
        row_number agency;  ///< the body whose review it is
        period span;
        civil_day cut_off;
        row_number meeting;
        row_number corrects;  ///< the closed review of the same period
        remark said;
    };
    struct sending {
        std::vector<row_number> to;
        std::optional<civil_day> comments_due;
    };
    struct comment {
        row_number agency;
        std::string text;
    };
    /// What the event that closed it says, but for the content, which stays in the log.
    struct closing {
        row_number official;
        std::string reason;
        std::optional<civil_day> explanations_due;
        seq_number seen;
        std::string content_hash;                            ///< SHA-256 in hexadecimal digits
        std::vector<row_number> late, planned, unexplained;  ///< tasks
    };
    std::string code;
    versions<statement> stated;
    versions<sending> sent;
    versions<comment> comments;
    versions<closing> closed;

    template <class F>
    void attributes(F&& f) {
        f(stated), f(sent), f(comments), f(closed);
    }
};

}  // namespace mandate
