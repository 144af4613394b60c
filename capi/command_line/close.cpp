// Closing the review of a period: found by the period, then recorded as any command is.

#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <string>

namespace command_line {
namespace {

// Columns of the question `reviews`.
constexpr std::int32_t review_column = 0, agency_column = 1, state_column = 5;

/// The row of the review that is to be closed; else says what stands in the way.
std::int64_t row_to_close(const table& reviews, const std::string& period) {
    std::int64_t found = -1;
    std::string others;
    for (std::int64_t row = 0; row < static_cast<std::int64_t>(mandate_table_rows(reviews.get()));
         ++row) {
        const std::string state = text_at(reviews, state_column, row);
        if (state == "sent") {
            if (found >= 0)
                throw failure{"several bodies review " + period + "; name one with --agency",
                              wrong_use};
            found = row;
        } else {
            others += (others.empty() ? "" : ", ") + text_at(reviews, review_column, row) + " is " +
                      state;
        }
    }
    if (found < 0)
        throw failure{
            "no review of " + period + " was sent for comment" +
                (others.empty() ? "; draft_review and send_review come first" : ": " + others),
            bad_input};
    return found;
}

}  // namespace

int run(const close_options& options) {
    const ledger into = open_ledger(options.ledger, MANDATE_OPEN_WRITE);
    const mandate_act act = act_now(into, options.act);
    view_options now;
    now.as_of = options.act.today;
    const mandate_view view = view_of(into, now);
    const auto asked = made<batch>(mandate_batch_new);
    put(asked, MANDATE_FIELD_PERIOD, options.period);
    put(asked, MANDATE_FIELD_AGENCY, options.agency);
    const auto reviews =
        made<table>(mandate_ask, into.get(), &view, MANDATE_QUESTION_REVIEWS, asked.get());
    const std::int64_t row = row_to_close(reviews, options.period);

    const auto commands = made<batch>(mandate_batch_new);
    call(mandate_batch_add, commands.get(), MANDATE_COMMAND_CLOSE_REVIEW, act.today);
    put(commands, MANDATE_FIELD_REVIEW, text_at(reviews, review_column, row));
    put(commands, MANDATE_FIELD_AGENCY, text_at(reviews, agency_column, row));
    put(commands, MANDATE_FIELD_OFFICIAL, options.official);
    put(commands, MANDATE_FIELD_REASON, options.reason);
    put(commands, MANDATE_FIELD_ANSWER_DUE, options.due);
    put(commands, MANDATE_FIELD_SEEN_REVISION, options.seen_revision);
    std::int64_t revision = 0;
    call(mandate_record, into.get(), &act, commands.get(), &revision);
    print("review " + text_at(reviews, review_column, row) + " closed by event " +
          std::to_string(revision) + "\n");
    return done;
}

}  // namespace command_line
