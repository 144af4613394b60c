#pragma once
// What the answers to questions share.

#include "mandate/base/table.hpp"
#include "mandate/model/command.hpp"
#include "model/opinions.hpp"
#include "model/task_facts.hpp"
#include "review/lens.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// Rows on the way to a table: every cell of a row in order, then finish().
class answer_rows {
public:
    explicit answer_rows(question_kind question);

    void put(std::string_view text);  ///< "" counts as missing
    void put(std::int64_t number);
    void put(std::optional<std::int64_t> number);
    void put(std::optional<civil_day> day);
    void put(civil_day day) { put(std::int64_t{day.since_epoch()}); }
    void put_flag(bool yes) { put(std::int64_t{yes ? 1 : 0}); }

    /// The rows from offset on, at most limit. The last call.
    table finish(const arguments& args);

private:
    table out_;
};

/// The row of the thing that an argument names; no_row if it is absent.
/// @throws error{errc::unknown_reference}
row_number asked_row(const lens& through, const arguments& args, field id);
/// Those of an argument that may be repeated; empty if it is absent.
std::vector<row_number> asked_rows(const lens& through, const arguments& args, field id);
bool contains(std::span<const row_number> rows, row_number row);
/// The things that are there on the day and that the viewer may see.
template <class Rows>
std::vector<row_number> rows_by_code(const lens& through, entity_kind kind, const Rows& records) {
    std::vector<row_number> all;
    for (row_number r = 0; r < records.size(); ++r)
        if (records[r].stated.at(through.times) != nullptr && through.may_see(kind, r))
            all.push_back(r);
    std::sort(all.begin(), all.end(),
              [&](row_number a, row_number b) { return records[a].code < records[b].code; });
    return all;
}

/// "A B": the codes of things, separated by spaces.
template <class Rows>
std::string codes_of(const Rows& all, std::span<const row_number> rows) {
    std::string text;
    for (const row_number row : rows) {
        if (!text.empty()) text += ' ';
        text += all[row].code;
    }
    return text;
}
template <class Rows>
std::string_view code_of(const Rows& all, row_number row) {
    return row == no_row ? std::string_view{} : std::string_view{all[row].code};
}

/// The day on which it was done or cancelled, by which nothing is owed to it any more.
inline std::optional<civil_day> ended_on(const task_facts& facts) {
    return facts.its_class == task_class::cancelled ? facts.condition->effective_on
                                                    : facts.finished_on;
}

/// A task that a question is about: it exists on the day, and fits `task` and `agency` (which leads
/// or coordinates it).
struct asked_task {
    row_number row;
    const task_record* record;
    task_facts facts;
};
std::vector<asked_task> tasks_asked(const lens& through, const arguments& args);

/// Whether a revision of a deadline puts it off: to a later day, or for good, to none.
inline bool puts_off(const std::optional<civil_day>& before, const std::optional<civil_day>& to) {
    return before && (!to || *to > *before);
}

// task_answers.cpp
table answer_obligations(const lens& through, const arguments& args);
table answer_results(const lens& through, const arguments& args);
table answer_standing_results(const lens& through, const arguments& args);
table answer_reminders(const lens& through, const arguments& args);
table answer_extensions(const lens& through, const arguments& args);
table answer_explanations(const lens& through, const arguments& args);
table answer_conditions(const lens& through, const arguments& args);
table answer_expected_documents(const lens& through, const arguments& args);
table answer_instances(const lens& through, const arguments& args);
// matter_answers.cpp
table answer_consultations(const lens& through, const arguments& args);
table answer_recommendations(const lens& through, const arguments& args);
table answer_indicator_definitions(const lens& through, const arguments& args);
table answer_indicators(const lens& through, const arguments& args);
table answer_proposals(const lens& through, const arguments& args);
// conclusions.cpp
table answer_conclusions(const lens& through, const arguments& args);
// coordination_answers.cpp
table answer_coordination(const lens& through, const arguments& args);
table answer_coordination_cases(const lens& through, const arguments& args);
table answer_coordination_network(const lens& through, const arguments& args);
table answer_mutual_cases(const lens& through, const arguments& args);
table answer_joint_tasks(const lens& through, const arguments& args);
// warning_answers.cpp
table answer_warnings(const lens& through, const arguments& args);
// closed_reviews.cpp
table answer_reviews(const lens& through, const arguments& args);
table answer_carried_over(const lens& through, const arguments& args);
table answer_review_differences(const lens& through, const arguments& args);
table answer_owed_explanations(const lens& through, const arguments& args);
table answer_review_comments(const lens& through, const arguments& args);
// attribution_answers.cpp
table answer_slips(const lens& through, const arguments& args);
table answer_attribution(const lens& through, const arguments& args);
table answer_slip_impact(const lens& through, const arguments& args);
table answer_attribution_sums(const lens& through, const arguments& args);
// slow_work.cpp
table answer_slow_work(const lens& through, const arguments& args);
table answer_slow_tasks(const lens& through, const arguments& args);
table answer_ratings(const lens& through, const arguments& args);
// review_figures.cpp
table answer_review_figures(const lens& through, const arguments& args);
// own_parts.cpp
table answer_own_parts(const lens& through, const arguments& args);
// review_tasks.cpp
table answer_review_tasks(const lens& through, const arguments& args);
// indicator_standings.cpp
table answer_indicator_standings(const lens& through, const arguments& args);
// workload.cpp
table answer_workload(const lens& through, const arguments& args);
// agenda.cpp
table answer_agenda(const lens& through, const arguments& args);
// record_answers.cpp
table answer_moves(const lens& through, const arguments& args);
table answer_permissions(const arguments& args);
table answer_rules(const arguments& args);
table answer_causes(const lens& through, const arguments& args);
table answer_changes(const lens& through, const arguments& args);
table answer_attributes(const lens& through, const arguments& args);
table answer_signatures(const lens& through, const arguments& args);
table answer_destroyed_words(const lens& through, const arguments& args);

/// The day from which a condition is no longer owed; nothing: it is owed.
std::optional<civil_day> lifted_on(const task_record& t, const version<task_record::block>& block,
                                   const view& v);

/// The day by which an opinion or own part that is due on `due` is owed (model/days_at_rest.hpp),
/// by the ledger's calendar; what was answered, as it stood then.
std::optional<civil_day> owed_by(const lens& through, const task_record& t,
                                 const std::optional<civil_day>& due,
                                 std::optional<civil_day> answered = {});
/// Whether whoever has said nothing in the consultation has agreed by that: its silence is
/// agreement, and the day by which an opinion was owed has passed.
bool silence_has_agreed(const lens& through, const consultation_record::statement& told);
/// The opinions of a consultation, told so that what nobody gave stays with who had it when silence
/// agreed, or the task ended. @pre it is stated in the view.
std::vector<opinion> opinions_told(const lens& through, row_number consultation);

/// Where an agency's own part in a task stands (lib/README.md, decisions 127 and 128); absent:
/// nothing of its own is stated. What is stated after it was answered, also on the same day, asks
/// anew.
struct part_of_task {
    row_number agency = no_row;
    assignment_role role{};
    std::string obligation;
    std::optional<civil_day> due;  ///< as it stood when it was answered; absent: nothing is owed
    std::optional<task_class> its_class;
    const version<task_record::obligation>* asked =
        nullptr;  ///< what asked for it; null: it owes nothing of its own
    const version<task_record::answer>* answer = nullptr;  ///< the first since it was asked
};
/// `until`: as they stood with that answer, without what was stated after it; null: at the day's
/// end.
std::vector<part_of_task> parts_of(const lens& through, const task_record& t,
                                   const task_facts& facts,
                                   const version<task_record::answer>* until = nullptr);
}  // namespace mandate
