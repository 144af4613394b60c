#pragma once
// The part of the descriptor table about reviews: how they are closed, and what is asked of the
// work behind them.

#include "model/descriptor_parts.hpp"

namespace mandate::tables::reviews {

using namespace parts;

// ---- commands -----------------------------------------------------------------------------------
inline constexpr field_use draft_review[] = {must(f::review), must(f::agency),
                                             must(f::period), must(f::cut_off),
                                             may(f::meeting), may(f::corrects_review)};
inline constexpr field_use send_review[] = {must(f::review), list(f::addressed_to),
                                            may(f::answer_due)};
inline constexpr field_use comment_on_review[] = {must(f::review), must(f::agency), must(f::text)};
inline constexpr field_use close_review[] = {
    must(f::review),        must(f::agency),       may(f::official),         may(f::reason),
    may(f::answer_due),     may(f::seen_revision), may(f::content),          may(f::content_hash),
    may(f::content_schema), list(f::carried_late), list(f::carried_planned), list(f::unexplained)};
inline constexpr field_use set_slow_limits[] = {may(f::days_late),     may(f::times_extended),
                                                may(f::silent_after),  may(f::reminders_unanswered),
                                                may(f::answer_within), may(f::document)};
inline constexpr field_use set_rating_rule[] = {must(f::decision), must(f::good_in_time),
                                                must(f::completed_behind), may(f::document)};
inline constexpr field_use set_escalation_rule[] = {must(f::decision), must(f::second_level_after),
                                                    must(f::third_level_after), may(f::agency),
                                                    may(f::document)};
inline constexpr field_use set_finishing_day[] = {may(f::finishing_day), may(f::issue_day),
                                                  may(f::decision), may(f::document)};

// ---- questions ----------------------------------------------------------------------------------
inline constexpr field_use reviews_arguments[] = {may(f::period), may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor reviews_columns[] = {
    {"review", "text", "code"},
    {"agency", "text", "code of the body whose review it is"},
    {"period", "text", ""},
    {"cut_off", "day", ""},
    {"meeting", "text", "code"},
    {"state", "text", "draft, sent, closed or corrected"},
    {"drafted_on", "day", ""},
    {"sent_on", "day", "for comment, last"},
    {"comments_due", "day", ""},
    {"comments", "int64", ""},
    {"closed_on", "day", ""},
    {"closed_by", "text", "code of the official who closed it"},
    {"reason", "text", "why it was closed with explanations missing"},
    {"event", "int64", "the number of the event that closed it"},
    {"seen_revision", "int64", "the last event that it looked at"},
    {"content_hash", "text", "SHA-256 of its content, 64 hexadecimal digits"},
    {"corrects", "text", "code of the closed review that it corrects"},
    {"corrected_by", "text", "code of the closed review that corrects it"},
    {"carried_late", "int64", "tasks"},
    {"carried_planned", "int64", "tasks"},
    {"unexplained", "int64", "tasks that were not explained when it was closed"},
};
inline constexpr field_use carried_over_arguments[] = {may(f::review), may(f::task), may(f::agency),
                                                       MANDATE_PAGED};
inline constexpr column_descriptor carried_over_columns[] = {
    {"review", "text", "code of the closed review"},
    {"period", "text", ""},
    {"task", "text", "code"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"leads", "text", "codes, separated by spaces"},
    {"kind", "text", "late: it was due or planned; planned: it is due later"},
    {"times_late", "int64", "closed reviews so far that carried it over late, this one included"},
    {"deadline", "day", "as of the day asked for"},
    {"class", "text", "on the day asked for"},
};
inline constexpr field_use review_differences_arguments[] = {must(f::review), MANDATE_PAGED};
inline constexpr column_descriptor review_differences_columns[] = {
    {"task", "text", "code"},
    {"what", "text",
     "counted, class_at_end, class_at_cut_off, deadline, leads, handed_in (the day on which it was "
     "done or, unanswered, submitted), waived (yes: its delay, of what is counted) or lists (of "
     "the review; spaced)"},
    {"was", "text", "in the closed review"},
    {"is", "text",
     "the same question answered with what is known now; class_at_end as it is seen from the day "
     "asked for, as reviews to come compare it, unless the cut-off lies before the end"},
    {"event", "int64", "the number of the event that changed it"},
    {"command", "text", "what was recorded"},
    {"effective_on", "day", "the day on which that event counts"},
};
inline constexpr field_use owed_explanations_arguments[] = {may(f::review), may(f::task),
                                                            may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor owed_explanations_columns[] = {
    {"review", "text", "code of the closed review"},
    {"task", "text", "code"},
    {"leads", "text", "codes of those that owe it, separated by spaces"},
    {"due", "day", ""},
    {"explained_on", "day", "missing: not yet"},
    {"state", "text", "given, owed or overdue"},
};
inline constexpr field_use review_comments_arguments[] = {may(f::review), may(f::agency),
                                                          MANDATE_PAGED};
inline constexpr column_descriptor review_comments_columns[] = {
    {"review", "text", "code"},
    {"agency", "text", "code"},
    {"on", "day", ""},
    {"text", "text", ""},
};
inline constexpr field_use slips_arguments[] = {may(f::task), may(f::agency), may(f::document),
                                                may(f::baseline), MANDATE_PAGED};
inline constexpr column_descriptor slips_columns[] = {
    {"task", "text", "code"},
    {"leads", "text", "codes, separated by spaces"},
    {"baseline_finish", "day", "missing: no duration and no deadline, so no slip"},
    {"finish", "day", "actual, else as forecast; missing: no forecast"},
    {"actual", "int64", "1: it is done; 0: the finish is forecast"},
    {"slip", "int64", "working days from the baseline finish to the finish; negative: earlier"},
    {"deadline", "day", "current"},
    {"delay", "int64",
     "working days past the deadline, to the finish, to the day on which it was handed in where "
     "that is not answered, else to the day asked for"},
    {"handed_in", "day", "and not answered yet; missing: nothing waits for an answer"},
};
inline constexpr field_use attribution_arguments[] = {may(f::task), may(f::baseline), MANDATE_PAGED,
                                                      list(f::agency), may(f::document)};
inline constexpr column_descriptor attribution_columns[] = {
    {"link", "int64", "place in the driving chain: 0 is where it begins"},
    {"task", "text", "code of the task of this link; missing: not shown"},
    {"slip", "int64", "working days that this task slipped itself"},
    {"share", "int64", "by which its slip differs from that of the link before"},
    {"agency", "text", "code of who held it; missing: nobody is named"},
    {"held_as", "text",
     "condition (lack of means), acceptance, coordinating, lead or objective (waived); not_shown"},
    {"days", "int64", "working days of the share that it held; their sum is the share"},
    {"from", "day", "the first of these days; missing: days won back"},
    {"until", "day", "the last of them"},
    {"because", "text",
     "the condition, or the code: of the consultation; of acceptance the task before it that was "
     "done and let it begin only when it was accepted (missing: its own result waited), (not "
     "shown) where the viewer may not see that task"},
    {"driver", "text", "code of the task of the link before; missing: none, or not shown"},
    {"counted", "int64",
     "slipped tasks that stand on this one, itself among them: so often its days count in "
     "attribution_sums; 1 where one task is asked for"},
    {"baseline_finish", "day", "when this task was to finish; its slip is counted from there"},
};
inline constexpr field_use slip_impact_arguments[] = {must(f::task), may(f::baseline),
                                                      MANDATE_PAGED};
inline constexpr column_descriptor slip_impact_columns[] = {
    {"task", "text", "code of a task that it has moved"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"leads", "text", "codes, separated by spaces"},
    {"days", "int64",
     "working days by which it has moved this one: of its slip, those that no task between has won "
     "back"},
    {"step", "int64", "1: it waited for the task asked for; 2: for one of those, and so on"},
    {"driver", "text", "code of the task before it in the chain; missing: not shown"},
    {"slip", "int64", "working days that this task slipped in all"},
    {"baseline_finish", "day", ""},
    {"finish", "day", "actual, else as forecast"},
    {"actual", "int64", "1: it is done; 0: the finish is forecast"},
    {"deadline", "day", "current"},
    {"delay", "int64", "as in slips"},
};
inline constexpr choice_descriptor groups_of_days[] = {{1, "agency"}, {3, "document"}, {6, "task"}};
inline constexpr field_use attribution_sums_arguments[] = {
    may_be_one_of(f::grouped_by, groups_of_days), list(f::agency), may(f::document),
    may(f::baseline), MANDATE_PAGED};
inline constexpr column_descriptor attribution_sums_columns[] = {
    {"key", "text",
     "code of the agency, task or document; missing: nobody is named, or of agencies those of what "
     "the viewer may not see, which are one row, the last"},
    {"tasks", "int64",
     "slipped tasks: of an agency, those held by it in which a chain has days of it"},
    {"days", "int64", "working days: the sum of the columns after it"},
    {"as_lead", "int64", ""},
    {"as_coordinating", "int64", ""},
    {"as_acceptor", "int64", ""},
    {"lack_of_means", "int64", "conditions that it owes to others"},
    {"objective", "int64", "waived"},
    {"won_back", "int64", "negative"},
    {"not_shown", "int64",
     "of tasks that the viewer may not see, however they were held; missing: of none"},
};
inline constexpr field_use slow_work_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor slow_work_columns[] = {
    {"agency", "text", "code of the lead, or of who keeps handed-in work waiting"},
    {"open_tasks", "int64", "that it leads: what the columns of slow tasks are counted of"},
    {"slow_tasks", "int64", "of these, by at least one limit"},
    {"late", "int64", "overdue by more than the limit"},
    {"extended", "int64", "put off more often than the limit"},
    {"silent", "int64", "nothing reported for longer than the limit"},
    {"reminders_unanswered", "int64", "more reminders since the last report than the limit"},
    {"acceptance_pending", "int64",
     "handed in to this agency, by whomever, and unanswered for longer than the limit; slow work "
     "of "
     "nobody else"},
    {"for_reference_only", "int64", "1: fewer than 5 open tasks"},
    {"overdue_now", "int64", "open tasks past their current deadline"},
    {"overdue_by_original", "int64", "open tasks past their original deadline"},
    {"extensions", "int64", "deadlines put off, of open and done tasks"},
    {"extended_after_due", "int64", "of these, decided after the deadline had passed"},
    {"done_late", "int64", "done after their current deadline"},
    {"done_late_by_original", "int64", "done after their original deadline"},
};
inline constexpr field_use slow_tasks_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor slow_tasks_columns[] = {
    {"task", "text", "code"},
    {"leads", "text", "codes, separated by spaces"},
    {"why", "text",
     "late, extended, silent, reminders_unanswered, acceptance_pending; separated by spaces"},
    {"days_late", "int64",
     "working days, until it was handed in where that is not answered; missing: not overdue"},
    {"times_extended", "int64", ""},
    {"extended_after_due", "int64", "of these, decided after the deadline had passed"},
    {"extended_by", "text", "codes of those who decided, in order, separated by spaces"},
    {"original_deadline", "day", ""},
    {"deadline", "day", "current"},
    {"days_silent", "int64", "working days since the last report, else since the assignment"},
    {"reminders_unanswered", "int64", "since the last report"},
    {"days_pending", "int64", "working days since it was handed in; missing: it was not"},
};
inline constexpr field_use ratings_arguments[] = {must(f::period), may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor ratings_columns[] = {
    {"agency", "text", "code of the lead"},
    {"due", "int64", "done with a deadline, or overdue, at the end of the period"},
    {"in_time", "int64", "of these"},
    {"behind", "int64", "done late or overdue"},
    {"best_rating", "text",
     "good, completed or not_completed: what these figures still allow; missing: nothing was due"},
    {"for_reference_only", "int64", "1: fewer than 5 were due"},
    {"regulation", "text", "its number"},
    {"good_in_time", "int64", "percent that good needs"},
    {"completed_behind", "int64", "percent that completed allows"},
};
// A task is no group: the question tasks lists them.
inline constexpr choice_descriptor groups_of_tasks[] = {
    {1, "agency"}, {2, "coordinating"}, {3, "document"}, {4, "field_of_work"}, {5, "priority"}};
inline constexpr field_use review_figures_arguments[] = {
    must(f::period), may_be_one_of(f::grouped_by, groups_of_tasks), list(f::agency),
    may(f::rounding), MANDATE_PAGED};
inline constexpr column_descriptor review_figures_columns[] = {
    {"key", "text",
     "code of the agency or document, name of the field or priority; missing: all tasks, each "
     "once; (none): the tasks of no key; (sum): the rows added, where a task with several leads or "
     "documents counts in the row of each"},
    {"total", "int64", "tasks of the period"},
    {"cancelled", "int64", ""},
    {"suspended", "int64", ""},
    {"standing", "int64", ""},
    {"done_in_time", "int64", ""},
    {"done_late", "int64", ""},
    {"done_without_deadline", "int64", ""},
    {"open_overdue", "int64", ""},
    {"open_in_time", "int64", ""},
    {"open_without_deadline", "int64", ""},
    {"due", "int64", "denominator: done in time, done late, open overdue"},
    {"completion_due", "int64", "hundredths of a percent, rounded as asked"},
    {"on_time", "int64", "hundredths of a percent, rounded as asked"},
    {"overdue", "int64", "hundredths of a percent, rounded as asked"},
    {"late_of_done", "int64", "hundredths of a percent, rounded as asked"},
    {"completion_all", "int64", "hundredths of a percent, rounded as asked"},
    {"rating_behind", "int64", "hundredths of a percent, rounded as asked"},
    {"for_reference_only", "int64", "1: fewer than 5 were due"},
    {"before_total", "int64", "the period before"},
    {"before_due", "int64", ""},
    {"before_in_time", "int64", ""},
    {"before_completed", "int64", "done in time or late"},
    {"year_ago_total", "int64", "the same period a year ago"},
    {"year_ago_due", "int64", ""},
    {"year_ago_in_time", "int64", ""},
    {"year_ago_completed", "int64", "done in time or late"},
    {"on_time_change", "int64",
     "on_time less that of the period before, hundredths of a percentage point; missing: nothing "
     "was due in one of them"},
    {"change_for_reference_only", "int64",
     "1: fewer than 5 were due in one of the two periods; missing: there is no change"},
};
inline constexpr field_use review_tasks_arguments[] = {
    may(f::period), may(f::review), list(f::agency), may(f::list), MANDATE_PAGED};
inline constexpr column_descriptor review_tasks_columns[] = {
    {"task", "text", "code"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"documents", "text", "codes of the source documents, separated by spaces"},
    {"leads", "text", "codes, separated by spaces"},
    {"coordinating", "text", "codes, separated by spaces"},
    {"class_at_end", "text", "on the period's last day; missing: assigned after it"},
    {"class_at_cut_off", "text", ""},
    {"deadline", "day", "current"},
    {"original_deadline", "day", ""},
    {"times_revised", "int64", "how often the deadline was changed"},
    {"finished_on", "day", "missing: not done"},
    {"working_days_late", "int64",
     "to the finish, to the day on which it was handed in where that is not answered, or to the "
     "cut-off; missing: not late"},
    {"product", "text", ""},
    {"percent", "int64", "as last reported; missing: nothing reported"},
    {"reported_on", "day", ""},
    {"result", "text", "of the last report or submission"},
    {"cause", "text", "of the explanation; missing: not explained"},
    {"explanation", "text", ""},
    {"remedy", "text", ""},
    {"proposed_deadline", "day", ""},
    {"times_carried_late", "int64", "by closed reviews before this one"},
    {"waiting_tasks", "int64", "open tasks that wait for it, directly or through others"},
    {"waiting_not_shown", "int64", "as waiting_tasks, of those that the viewer may not see"},
    {"working_days_since_assignment", "int64", "to the cut-off; missing: not open"},
    {"deadline_removed_on", "day", "missing: it has a deadline, or never had one"},
    {"deadline_removed_by", "int64", "the number of the event that took it away"},
};
inline constexpr field_use own_parts_arguments[] = {must(f::period), list(f::agency),
                                                    MANDATE_PAGED};
inline constexpr column_descriptor own_parts_columns[] = {
    {"agency", "text", "code of the agency that coordinates on the day asked for"},
    {"task", "text", "code"},
    {"title", "text", "of the task, in Vietnamese, or as recorded"},
    {"leads", "text", "codes, separated by spaces"},
    {"obligation", "text", "what it has to do of its own"},
    {"due", "day", "of its own part: as stated for it, else the deadline of the task"},
    {"answered_on", "day", "missing: not answered"},
    {"class", "text",
     "of its own part on the period's last day; missing: nothing of its own is stated or answered"},
    {"task_class", "text", "of the task on the period's last day"},
};
inline constexpr field_use agenda_arguments[] = {list(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor agenda_columns[] = {
    {"place", "int64", "1 comes first"},
    {"matter", "text", "kind of the warning"},
    {"kind", "text", "of the thing: task, recommendation ..."},
    {"code", "text", "of the thing"},
    {"next", "text", "codes of the agencies that must move, separated by spaces"},
    {"days", "int64",
     "working days past `due`; negative: until it; the order goes by the first day that the thing "
     "has missed, by whatever matter"},
    {"waiting_tasks", "int64", "open tasks that wait for it, directly or through others"},
    {"waiting_agencies", "text", "codes of their leads, separated by spaces"},
    {"proposed", "text",
     "decide_extension, decide_acceptance, set_deadline, name_lead, provide_means, "
     "decide_recommendation, urge or assign"},
    {"proposed_day", "day", "of decide_extension: the day that the lead asks for"},
    {"due", "day", "the day of this matter; missing: it has none"},
    {"forecast", "day", "of forecast_late: when it will probably be done"},
    {"forecast_delay", "int64", "working days from its deadline to that day"},
    {"waiting_not_shown", "int64", "as waiting_tasks, of those that the viewer may not see"},
};

}  // namespace mandate::tables::reviews
