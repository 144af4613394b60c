#pragma once
// The part of the descriptor table about what is asked of the work: coordination, warnings,
// changes, recommendations, indicators, conclusions, explanations, results.

#include "model/choice_table.hpp"
#include "model/descriptor_parts.hpp"

namespace mandate::tables::work {

using namespace parts;
using namespace choices;

inline constexpr field_use standing_results_arguments[] = {must(f::period), may(f::task),
                                                           may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor standing_results_columns[] = {
    {"task", "text", "code of a task that was standing in the period"},
    {"leads", "text", "codes, separated by spaces"},
    {"period", "text", ""},
    {"reported", "int64", "1: there is a result line for the period"},
    {"reported_on", "day", "the last one in it, or on an instance of it; missing: none"},
    {"text", "text", "the agency's words"},
};
inline constexpr field_use coordination_arguments[] = {
    must(f::period), may(f::asking), may(f::asked), may(f::periods), MANDATE_PAGED};
inline constexpr column_descriptor coordination_columns[] = {
    {"period", "text", ""},
    {"asking", "text", "code of the agency that waits"},
    {"asked", "text", "code of the agency waited for"},
    {"in_time", "int64", "answered in the period, by the due day or without one"},
    {"late", "int64", "answered in the period, after the due day"},
    {"overdue", "int64", "unanswered at the period's end, the due day passed"},
    {"open", "int64", "unanswered at the period's end, still time or no due day"},
    {"hand_offs", "int64", "of all these, tasks that wait for a task of the other"},
    {"on_time", "int64",
     "hundredths of a percent: in_time of in_time + late + overdue; missing: none of these"},
    {"for_reference_only", "int64", "1: on_time stands on fewer than five cases"},
    {"days_given", "int64",
     "median of working days from asking to the due day, without those on which the task was "
     "suspended or the agency had no part in it; 0 where that had passed by then"},
    {"days_taken", "int64", "median of such days from asking to the answer"},
    {"days_overdue", "int64",
     "working days after their due days, none before asking, nor while the task was suspended or "
     "asked had no part in it, of the overdue ones together"},
    {"joint_due", "int64",
     "tasks that asking leads and asked coordinates, due or done with a "
     "deadline in the period"},
    {"joint_in_time", "int64", "of these done in time"},
    {"joint_rated", "int64", "of these accepted with a quality"},
    {"joint_good", "int64", "of these rated: meets"},
    {"mutual", "int64", "1: each waits for the other at the period's end"},
    {"attention", "int64",
     "rank among the pairs of the period: by days_overdue, then late, then codes; missing: "
     "nothing is overdue or late"},
    {"consultations", "int64", "of all these, opinions asked for"},
    {"silent", "int64",
     "of these, those that the due day passed without an answer, also where silence agrees"},
};
inline constexpr field_use coordination_network_arguments[] = {
    must(f::period), may(f::agency), may(f::periods), may(f::at_least), MANDATE_PAGED};
inline constexpr column_descriptor coordination_network_columns[] = {
    {"period", "text", ""},
    {"agency", "text", "code"},
    {"asks", "int64", "cases in which it waits for others"},
    {"asks_open", "int64", "of these, unanswered at the period's end, overdue ones too"},
    {"asked", "int64", "cases in which others wait for it"},
    {"in_time", "int64", "of these, answered in the period, by the due day or without one"},
    {"late", "int64", "of these, answered in the period, after the due day"},
    {"overdue", "int64",
     "of these, unanswered at the period's end, or when the task was done without it, the due day "
     "passed"},
    {"open", "int64", "of these, unanswered at the period's end, still time or no due day"},
    {"on_time", "int64",
     "hundredths of a percent: in_time of in_time + late + overdue; missing: none of these"},
    {"for_reference_only", "int64", "1: on_time stands on fewer than five cases"},
    {"days_given", "int64", "median of the working days that others gave it to answer"},
    {"days_taken", "int64", "median of the working days that it took"},
    {"days_overdue", "int64", "working days after their due days, of the overdue ones together"},
    {"consultations", "int64", "of `asked`, opinions"},
    {"silent", "int64",
     "of these, those that the due day passed without an answer, also where silence agrees"},
    {"waits_for", "int64", "agencies that it waits for at the period's end"},
    {"waited_for_by", "int64", "agencies that wait for it"},
    {"held_up", "int64", "agencies that wait for it, also through others"},
    {"betweenness", "int64",
     "in thousandths: shortest chains of waiting between two other agencies that go through it"},
    {"mutual", "int64", "number of the set of agencies that wait for each other; missing: in none"},
};
inline constexpr field_use mutual_cases_arguments[] = {must(f::period), may(f::at_least),
                                                       MANDATE_PAGED};
inline constexpr column_descriptor mutual_cases_columns[] = {
    {"group", "int64", "number of the set of agencies that wait for each other"},
    {"agencies", "int64", "how many they are"},
    {"asking", "text", "code of the agency that waits"},
    {"asked", "text", "code of the agency waited for"},
    {"kind", "text", "consultation, obligation or hand_off"},
    {"code", "text", "of the consultation, the task of the obligation, or the link"},
    {"task", "text", "code of the task that waits"},
    {"since", "day", ""},
    {"due", "day", "missing: none"},
    {"state", "text", "open or overdue"},
};
inline constexpr field_use coordination_cases_arguments[] = {must(f::period), may(f::asking),
                                                             may(f::asked), MANDATE_PAGED};
inline constexpr column_descriptor coordination_cases_columns[] = {
    {"asking", "text", "code of the agency that waits"},
    {"asked", "text", "code of the agency waited for"},
    {"kind", "text", "consultation, obligation or hand_off"},
    {"code", "text", "of the consultation, the task of the obligation, or the link"},
    {"task", "text", "code of the task that waits"},
    {"since", "day", ""},
    {"due", "day", "missing: none"},
    {"answered_on", "day", "missing: not by the period's end"},
    {"days_given", "int64",
     "working days from since to due, without those on which the task was suspended or asked had "
     "no part in it; 0 where that had passed by then"},
    {"days_taken", "int64",
     "such days to the answer, else to waited_until, the period's end or the day asked for"},
    {"state", "text", "in_time, late, open or overdue"},
    {"waited_until", "day",
     "when the task was done without the answer, which was overdue; missing: it was not"},
};
inline constexpr column_descriptor joint_tasks_columns[] = {
    {"lead", "text", "code"},
    {"coordinating", "text", "code"},
    {"task", "text", "code"},
    {"class", "text", "done_in_time, done_late or open_overdue, on the last day looked at"},
    {"deadline", "day", "current"},
    {"finished_on", "day", "missing: it is open"},
    {"days_late", "int64",
     "working days past the deadline, until it was done or handed in; missing: in time"},
    {"quality", "text", "as rated, else of the accepted result; missing: neither"},
    {"times_returned", "int64", "before it was accepted"},
    {"part_class", "text", "of the coordinating agency's own part; missing: nothing of its own"},
};
inline constexpr field_use workload_arguments[] = {may(f::agency), may(f::official),
                                                   may(f::due_within), MANDATE_PAGED};
inline constexpr column_descriptor workload_columns[] = {
    {"official", "text", "code; missing: nobody is named for these tasks"},
    {"name", "text", ""},
    {"agency", "text", "code of the lead"},
    {"posts", "text", "codes of those that the person holds there, separated by spaces"},
    {"open_tasks", "int64", "that the agency leads and the person does"},
    {"overdue", "int64", "of these"},
    {"due_soon", "int64", "of these, due within due_within working days, not overdue"},
    {"without_deadline", "int64", "of these"},
    {"next_due", "day", "the first deadline that is not past"},
    {"tasks", "text", "codes, those due first before others, separated by spaces"},
};
inline constexpr field_use warnings_arguments[] = {may(f::agency),       may(f::due_within),
                                                   may(f::silent_after), may(f::answer_within),
                                                   may(f::term_within),  MANDATE_PAGED};
inline constexpr column_descriptor warnings_columns[] = {
    {"level", "int64",
     "by the ledger's rule, else 1: up to 10 working days past the day, or still ahead; 2: up to "
     "30; 3: more"},
    {"warning", "text",
     "overdue, due_soon, forecast_late, silent, acceptance_pending, opinion_overdue, part_overdue, "
     "condition_unmet, without_deadline, without_lead, recommendation_overdue, indicator_below, "
     "clause_without_task, review_of_document_due, papers_due, term_ends or extension_pending"},
    {"kind", "text", "of the thing it is about"},
    {"code", "text", "of that thing"},
    {"next", "text",
     "codes of the agencies that must move, separated by spaces: where none is known the lead, who "
     "must ask, else the Office; missing: there is none of these"},
    {"due", "day", "the day by which it should have been, or is to be; missing: none"},
    {"days", "int64", "working days past that day; negative: until it"},
    {"because", "text", "of forecast_late: the task with which the delay begins"},
    {"tell", "text",
     "codes of whom it is told at this level, separated by spaces: from the second on who assigned "
     "the work, at the third also the agency that the rule names; missing: nobody but the next"},
    {"rule", "text", "number of the decision that set the levels; missing: none stated"},
    {"judged_by", "text",
     "of indicator_below: target (of the period itself), profile, pro_rata or year_target, "
     "separated by spaces where agencies differ"},
    {"forecast", "day", "of forecast_late: when it will probably be done"},
    {"forecast_delay", "int64", "working days from its deadline to that day"},
};
inline constexpr field_use causes_arguments[] = {may(f::text), MANDATE_PAGED};
inline constexpr column_descriptor causes_columns[] = {
    {"cause", "text", "key"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
};
inline constexpr field_use signatures_arguments[] = {may(f::event), MANDATE_PAGED};
inline constexpr column_descriptor signatures_columns[] = {
    {"event", "int64", "the number of the event that is signed"},
    {"signed_on", "day", ""},
    {"public_key", "text", "64 hexadecimal digits"},
    {"signature", "text", "128 hexadecimal digits"},
    {"recorded_by", "int64", "the number of the event that brought the signature"},
};
inline constexpr field_use destroyed_words_arguments[] = {may(f::event), MANDATE_PAGED};
inline constexpr column_descriptor destroyed_words_columns[] = {
    {"event", "int64", "the number of the event whose words were destroyed"},
    {"command", "text", "what it recorded"},
    {"destroyed_on", "day", ""},
    {"ordered_by", "text", "number and day of the order; missing: it is the document"},
    {"document", "text", "code of the order, where it is a document of the ledger"},
    {"reason", "text", ""},
    {"recorded_by", "int64", "the number of the event that brought the order"},
    {"copies", "text",
     "numbers of the events in which the same words still stand, separated by spaces; missing: "
     "none"},
};
inline constexpr field_use changes_arguments[] = {must(f::since), may(f::agency), may(f::task),
                                                  MANDATE_PAGED};
inline constexpr column_descriptor changes_columns[] = {
    {"event", "int64", "its number"},
    {"effective_on", "day", "the day on which it counts"},
    {"command", "text", "what was recorded"},
    {"kind", "text", "of the thing it is about; missing: the ledger itself"},
    {"code", "text", "of that thing"},
    {"corrects", "int64", "1: it replaces or withdraws another event"},
    {"corrected_by", "int64", "the event that replaced or withdrew it; 0: one that is not shown"},
    {"agencies", "text", "codes of the agencies concerned, separated by spaces"},
};
inline constexpr field_use obligations_arguments[] = {may(f::task), may(f::agency),
                                                      may(f::task_class), MANDATE_PAGED};
inline constexpr column_descriptor obligations_columns[] = {
    {"task", "text", "code"},
    {"agency", "text", "code"},
    {"role", "text", "lead or coordinating"},
    {"obligation", "text", "missing: not stated"},
    {"due", "day", "its own day, else the task's; missing: none"},
    {"class", "text", "of its part: by its own day and answer; of a lead: of the task"},
    {"answered_on", "day", "missing: it has not answered"},
    {"answer", "text", ""},
};
inline constexpr field_use consultations_arguments[] = {may(f::task), may(f::agency),
                                                        MANDATE_PAGED};
inline constexpr column_descriptor consultations_columns[] = {
    {"consultation", "text", "code"},
    {"task", "text", "code"},
    {"asker", "text", "code of the agency that asked"},
    {"asked", "text", "code of the agency asked, or of the one that took it over; one row each"},
    {"number", "text", "of the letter"},
    {"asked_on", "day", ""},
    {"answer_due", "day", ""},
    {"days_given", "int64",
     "working days from asking to the day by which it is owed, without those on which the task was "
     "suspended; missing: no such day"},
    {"answered_on", "day", "missing: not answered"},
    {"days_taken", "int64",
     "such days to the answer, or the due day where silence agreed, else to the day asked for"},
    {"opinion", "text",
     "agree, agree_with_changes, disagree; no_answer or agreement where the due "
     "day has passed in silence; missing: still time"},
    {"answer_number", "text", "of the letter of answer"},
    {"text", "text", "what is asked"},
    {"answer", "text", "the words of the opinion"},
};
inline constexpr field_use recommendations_arguments[] = {
    may(f::agency),  may(f::topic),     may(f::recommendation_status),
    may(f::meeting), may(f::authority), may(f::still_open),
    MANDATE_PAGED};
inline constexpr column_descriptor recommendations_columns[] = {
    {"recommendation", "text", "code"},
    {"text", "text", "in Vietnamese, or as recorded"},
    {"kind", "text", "view, proposal or request"},
    {"raised_by", "text",
     "codes, separated by spaces, or the words of the source; after hand_over of those that took "
     "it over, as in the next two and in forwarded_to"},
    {"addressed_to", "text", "codes, separated by spaces"},
    {"authority", "text", "code of the competent authority"},
    {"topic", "text", ""},
    {"meeting", "text", "code"},
    {"raised_on", "day", ""},
    {"status", "text", "missing: nothing said yet"},
    {"open", "int64", "1: an answer is still owed"},
    {"answer_due", "day", ""},
    {"overdue", "int64", "1: open, and the answer was due"},
    {"forwarded_to", "text", "code"},
    {"answered_on", "day", ""},
    {"answer_task", "text", "code"},
    {"age", "int64", "working days to the answer, else to the day asked for"},
    {"times_raised", "int64", "1, and one for each repetition"},
    {"satisfied", "text", "what the raiser makes of the answer"},
    {"related_tasks", "text", "codes of tasks about the same matter, separated by spaces"},
    {"reviews_raised", "int64",
     "in how many reviews it was raised: different periods that were reviewed, else meetings, else "
     "days"},
    {"repeated_in", "text",
     "the periods, else codes of the meetings, else days, in which it was raised again, separated "
     "by spaces"},
    {"answer", "text", "the reason or the words of the last answer"},
    {"judgement", "text", "the raiser's words about the answer"},
    {"access_class", "text", "code; missing: everybody may see it"},
};
inline constexpr field_use indicators_arguments[] = {may(f::indicator), may(f::agency),
                                                     may(f::period), MANDATE_PAGED};
inline constexpr column_descriptor indicators_columns[] = {
    {"indicator", "text", "code"},
    {"unit", "text", ""},
    {"agency", "text",
     "code; after hand_over of the agency that took the target over, with what was stated for "
     "periods within it"},
    {"period", "text", ""},
    {"target_low", "int64", "missing: no target for this period"},
    {"target_high", "int64", "the same as target_low where it is no range"},
    {"expected", "int64",
     "of the year's target by the period's end, by expected_by: the least whole number that "
     "reaches the share (where lower is better the greatest that does not pass it); judged is the "
     "exact share; missing: no target of the year, or nothing says how much by then"},
    {"value", "int64", "of the period; missing is never zero"},
    {"year_value", "int64",
     "from the year's beginning to the period's end: the sum of what is stated, of what does not "
     "add "
     "up the last figure; what year_missing counts is in it with nothing"},
    {"missing", "int64",
     "parts of the period without a figure, where its value is a sum; a half year or a quarter of "
     "which nothing is known is one part"},
    {"percent_of_target", "int64",
     "hundredths of a percent: of value, of target_low (target_high where lower is better); where "
     "the period has no target of its own of year_value, of expected; missing too: no figure of "
     "the period"},
    {"base", "int64", "missing: none stated"},
    {"percent_of_base", "int64", "hundredths of a percent; never mixed with that of the target"},
    {"year_before", "int64",
     "the value of the same period a year before, of the same part where not all is reported; "
     "missing: not all of that is known"},
    {"parts", "int64", "the sum of the targets of its parts; missing: none has one"},
    {"below", "int64",
     "1: below the threshold, where none is stated below all that was due (beyond it where lower "
     "is better): value of the target of the period itself, else year_value of the year's, each by "
     "what was due at the end of the last part reported; missing: cannot be told (no figure of the "
     "period, or one before the last is missing)"},
    {"expected_by", "text",
     "profile: the seasonal profile; pro_rata: as the months until the period's end are to those "
     "of "
     "the year, where no profile is stated and the measure adds up; year_target: of a point, in a "
     "period that ends with the year; missing: nothing is expected"},
    {"stated_percent", "int64", "hundredths of a percent, as the source prints it"},
    {"year_missing", "int64", "of year_value, as missing is of value"},
};
inline constexpr field_use indicator_standings_arguments[] = {must(f::period), may(f::indicator),
                                                              MANDATE_PAGED};
inline constexpr column_descriptor indicator_standings_columns[] = {
    {"indicator", "text", "code"},
    {"place", "int64",
     "by percent_of_due, 1 is furthest ahead; equal shares have one place; missing: no share"},
    {"agency", "text", "code"},
    {"value", "int64", "of the period; missing is never zero"},
    {"percent_of_target", "int64", "as in indicators"},
    {"judged_by", "text",
     "target: value, of that of the period itself; profile, pro_rata or year_target: year_value, "
     "of expected, named as in indicators"},
    {"below", "int64", "as in indicators"},
    {"periods_below", "int64",
     "consecutive periods below, this one the last; 0: it is not; missing: as below"},
    {"year_before", "int64",
     "the value of the same period a year before, of the same part where not all is reported; "
     "missing: not all of that is known"},
    {"change", "int64", "value less year_before; missing: one of them is"},
    {"share_of_year", "int64",
     "hundredths of a percent of the year's target that the period brought; missing: no target"},
    {"expected_share", "int64",
     "the share of the year that the profile gives to the period, in hundredths of a percent"},
    {"years_known", "int64", "of the five years before, those in which this period can be judged"},
    {"years_below", "int64", "of these, those in which it was below as well"},
    {"year_value", "int64", "as in indicators"},
    {"expected", "int64", "as in indicators"},
    {"percent_of_due", "int64",
     "hundredths of a percent of what was due with the last figure known; missing: cannot be told"},
};
inline constexpr field_use conclusions_arguments[] = {
    may(f::meeting), may(f::conclusion_kind), MANDATE_PAGED, may(f::period), list(f::agency)};
inline constexpr column_descriptor conclusions_columns[] = {
    {"conclusion", "text", "code"},
    {"meeting", "text", "code"},
    {"kind", "text", ""},
    {"text", "text", "in Vietnamese, or as recorded"},
    {"addressed_to", "text", "codes, separated by spaces; after hand_over of those that took over"},
    {"tasks", "text", "codes of the tasks that grew from it, separated by spaces"},
    {"done", "int64", "of these done; one with parts is counted by its parts, at any depth"},
    {"open", "int64", "of these open"},
    {"overdue", "int64", "of these open and overdue"},
    {"not_shown", "int64",
     "tasks that grew from it and that the viewer may not see, counted likewise"},
    {"done_in_time", "int64", "of `done`"},
    {"done_late", "int64", "of `done`"},
    {"total", "int64", "done, open, standing, suspended or cancelled"},
    {"held_on", "day", "of the meeting"},
    {"meeting_name", "text", "in Vietnamese, or as recorded"},
    {"meeting_name_en", "text", "missing: not recorded"},
    {"meeting_name_tr", "text", "missing: not recorded"},
    {"text_en", "text", "missing: not recorded"},
    {"text_tr", "text", "missing: not recorded"},
};
inline constexpr field_use of_tasks_arguments[] = {may(f::task), may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor reminders_columns[] = {
    {"task", "text", "code"},
    {"sent_on", "day", ""},
    {"times", "int64", "the how-manieth on this task"},
    {"number", "text", "of the letter"},
    {"by", "text", "code"},
    {"to", "text", "codes, separated by spaces; the leads where none is named"},
    {"text", "text", ""},
};
inline constexpr column_descriptor extensions_columns[] = {
    {"task", "text", "code"},
    {"decided_on", "day", "of a request that waits: the day it was made"},
    {"what", "text", "requested, granted, refused or changed (not to a later day)"},
    {"before", "day", "the deadline until then"},
    {"after", "day", "the new deadline, or the day asked for"},
    {"decided_by", "text",
     "code; of a request: who asked; where nobody is named, who decided about the task then"},
    {"document", "text", "code"},
    {"reason", "text", ""},
    {"after_due", "int64", "1: when the deadline before had passed"},
};
inline constexpr column_descriptor explanations_columns[] = {
    {"task", "text", "code"},
    {"given_on", "day", ""},
    {"by", "text", "code"},
    {"cause", "text", "key"},
    {"text", "text", ""},
    {"responsible", "text", "code of the agency"},
    {"responsible_official", "text", "code of the person"},
    {"measures", "text", "already taken"},
    {"remedy", "text", ""},
    {"proposed_deadline", "day", ""},
    {"decision", "text", "accepted or returned; missing: not decided"},
    {"found_cause", "text", "the cause as the Office found it last"},
    {"blamed", "text", "code of the coordinating agency it blames"},
    {"rejoinder", "text", "what that agency answers; missing also where that is of a placeholder"},
    {"rejoinder_by", "text",
     "code of who owes or gave that answer: the agency it blames; after hand_over who took it "
     "over"},
    {"rejoinder_on", "day", "day of that answer; missing: none yet"},
};
inline constexpr field_use attributes_arguments[] = {may(f::host_key), MANDATE_PAGED};
inline constexpr column_descriptor attributes_columns[] = {
    {"kind", "text", "of the thing"},
    {"code", "text", "of the thing"},
    {"key", "text", ""},
    {"value", "text", ""},
};
inline constexpr field_use proposals_arguments[] = {must(f::period), may(f::indicator),
                                                    MANDATE_PAGED};
inline constexpr column_descriptor proposals_columns[] = {
    {"indicator", "text", "code"},
    {"period", "text", ""},
    {"owner", "text",
     "code of the agency that is to take the task: the indicator's owner, or who alone goes on for "
     "it"},
    {"below", "text", "codes of the agencies below the threshold, separated by spaces"},
    {"without_figure", "text", "codes of those with a target and no figure"},
    {"task", "text", "a task on this indicator that is open already; missing: none yet"},
};
inline constexpr column_descriptor instances_columns[] = {
    {"task", "text", "code of the task that is fanned out or repeated"},
    {"instance", "text", "code; missing: due, and not recorded yet"},
    {"agency", "text", "code; for which agency"},
    {"period", "text", "for which period"},
    {"class", "text", ""},
    {"deadline", "day", ""},
    {"finished_on", "day", ""},
    {"differs_in", "text",
     "what was said of its task before it was made, and is said otherwise by now, since it was "
     "corrected or entered late: title, deadline, assigner, document, product, priority, "
     "acceptance, lead (of the instance of a period), separated by spaces; missing: nothing"},
    {"made_by", "int64",
     "the number of the event that made it; a correction of that event brings it up to its task"},
};
inline constexpr column_descriptor conditions_columns[] = {
    {"task", "text", "code"},
    {"condition", "text", ""},
    {"owed_by", "text", "code"},
    {"since", "day", ""},
    {"due", "day", ""},
    {"until", "day",
     "when it was said to be fulfilled, or the task was done or cancelled; missing: it is still "
     "owed"},
    {"days", "int64", "working days that it has blocked the task"},
};
inline constexpr column_descriptor expected_documents_columns[] = {
    {"task", "text", "code"},
    {"expected", "text", "key"},
    {"issuer", "text", "code; after hand_over of the agency that took it over"},
    {"title", "text", ""},
    {"document", "text", "code; missing: not issued"},
    {"issued_on", "day", "the document's date"},
};
inline constexpr field_use results_arguments[] = {may(f::task), may(f::agency), MANDATE_PAGED,
                                                  may(f::period)};
inline constexpr column_descriptor results_columns[] = {
    {"task", "text", "code"},
    {"leads", "text", "codes, separated by spaces"},
    {"reported_on", "day", "missing: nothing reported"},
    {"reported_percent", "int64", ""},
    {"reported", "text", "the agency's words"},
    {"verified_on", "day", "missing: not verified since that report"},
    {"verified_by", "text", "code"},
    {"verdict", "text", "confirmed, partly_confirmed or not_confirmed"},
    {"verified_percent", "int64", ""},
    {"verified", "text", "the verifier's words"},
    {"quality", "text", "as rated last, else as accepted"},
    {"times_returned", "int64", "handed in and returned to be done again"},
};

}  // namespace mandate::tables::work
