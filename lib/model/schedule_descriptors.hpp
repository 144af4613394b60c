#pragma once
// The part of the descriptor table about what is asked of the schedule.

#include "model/choice_table.hpp"
#include "model/descriptor_parts.hpp"

namespace mandate::tables::schedules {

using namespace parts;
using namespace choices;

inline constexpr field_use schedule_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   MANDATE_PAGED};
inline constexpr column_descriptor schedule_columns[] = {
    {"task", "text", "code"},
    {"state", "text",
     "not_started, started, finished or no_forecast (it waits for a suspended task)"},
    {"start", "day", "earliest; of a started task the day it started"},
    {"finish", "day", "earliest; of a finished task the day it was done"},
    {"late_start", "day", "latest without moving the end of the scope"},
    {"late_finish", "day", ""},
    {"slack_to_end", "int64", "working days it can wait without moving the end"},
    {"slack_to_deadline", "int64",
     "working days it can wait before a deadline breaks, its own or one that waits for it; "
     "negative: "
     "broken; missing: there is none"},
    {"free_slack", "int64", "working days it can wait without moving any other task"},
    {"critical", "int64", "1: it decides the end"},
    {"duration", "int64", "working days, by plan; missing: its parts say"},
    {"duration_from", "text",
     "stated, span (from assignment to deadline, on which it ends), default or parts"},
    {"deadline", "day", "current"},
    {"not_before", "day", "stated: it starts on that day or later"},
    {"must_start", "day", "stated: it starts on that day"},
    {"not_after", "day", "stated: it finishes on that day or earlier"},
    {"optimistic", "int64", "working days, stated for forecasts"},
    {"pessimistic", "int64", "working days, stated for forecasts"},
};
inline constexpr field_use schedule_findings_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   MANDATE_PAGED};
inline constexpr column_descriptor schedule_findings_columns[] = {
    {"key", "text",
     "schedule.before_start, schedule.suspended, schedule.cancelled, schedule.progress, "
     "schedule.estimates, schedule.cycle, schedule.outside or calendar.ends"},
    {"task", "text", "code"},
    {"link", "text", "code"},
    {"text", "text", "one line of English"},
};
inline constexpr field_use why_this_date_arguments[] = {
    must(f::task),          may(f::document),         may(f::scope_start),
    may(f::critical_slack), may(f::default_duration), may(f::out_of_sequence),
    may(f::remaining_work), may(f::milestone_day),    MANDATE_PAGED};
inline constexpr column_descriptor why_this_date_columns[] = {
    {"step", "int64", "1: the task asked for; then what it waits for"},
    {"task", "text", "code"},
    {"start", "day", ""},
    {"finish", "day", ""},
    {"driver", "text",
     "link, scope_start, not_before (also a day on which it must start), deadline (nobody states "
     "how long it takes), status_day, actual_start, suspended or none; not_shown: what goes on "
     "from "
     "here the viewer may not see"},
    {"predecessor", "text",
     "code of the task that decides it; of a suspended part the whole that is suspended"},
    {"link", "text", "code"},
    {"link_type", "text", ""},
    {"lag", "int64", "in lag_unit"},
    {"lag_unit", "text", ""},
    {"days_off", "text",
     "days off since what decides it and until it is finished, with the names of holidays"},
};
inline constexpr field_use cycles_arguments[] = {may(f::document), may(f::task), MANDATE_PAGED};
inline constexpr column_descriptor cycles_columns[] = {
    {"knot", "int64", "number of the set of tasks that wait for each other"},
    {"tasks", "int64", "how many they are"},
    {"part", "text",
     "shortest: a link of a shortest cycle, in order; opening: one of a small set of links "
     "without which no cycle is left in the knot"},
    {"position", "int64", "from 1, within the part"},
    {"task", "text", "code of the task that goes first"},
    {"link", "text", "code"},
    {"waiting_task", "text", "code"},
    {"truncated", "int64", "1: the search was cut short; a shorter cycle may exist"},
};
inline constexpr field_use agency_pairs_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   may(f::counted_links),
    may(f::at_least),        MANDATE_PAGED};
inline constexpr column_descriptor agency_pairs_columns[] = {
    {"before", "text", "code of the agency whose tasks go first"},
    {"after", "text", "code of the agency whose tasks wait"},
    {"hand_offs", "int64", "links from tasks of the one to tasks of the other"},
    {"open_waits", "int64", "of them, those that have not let go of a task that is not done"},
    {"binding", "int64", "of these, those that decide when the waiting task starts"},
    {"days_waited", "int64",
     "working days from the day asked for until the link lets go, of all open waits together"},
    {"links", "text", "codes of the open waits, separated by spaces"},
};
inline constexpr field_use bottlenecks_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   may(f::counted_links),
    may(f::at_least),        MANDATE_PAGED};
inline constexpr column_descriptor bottlenecks_columns[] = {
    {"agency", "text", "code"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
    {"open_waits", "int64", "of other agencies, for it"},
    {"tasks", "int64", "of other agencies that wait for its open tasks, also through others"},
    {"days", "int64", "working days left to do in these tasks"},
    {"betweenness", "int64",
     "in thousandths: shortest chains of waiting between two other agencies that go through it"},
};
inline constexpr field_use mutual_waiting_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   may(f::counted_links),
    may(f::at_least),        MANDATE_PAGED};
inline constexpr column_descriptor mutual_waiting_columns[] = {
    {"group", "int64", "number of the set of agencies that wait for each other"},
    {"agencies", "int64", "how many they are"},
    {"before_agency", "text", "code"},
    {"before", "text", "code of its task, which goes first; missing: there is no link"},
    {"after_agency", "text", "code"},
    {"after", "text", "code of the task that waits: its own, or one in which it asked"},
    {"link", "text", "code; missing: it waits for an opinion, or for the other's part in its task"},
    {"kind", "text", "hand_off (a link), consultation or obligation"},
    {"code", "text", "of the link, of the consultation, or of the task of the obligation"},
    {"due", "day", "of an opinion or own part; missing: none stated"},
};
inline constexpr field_use delay_impact_arguments[] = {
    must(f::task),           must(f::delay),
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   MANDATE_PAGED};
inline constexpr column_descriptor delay_impact_columns[] = {
    {"task", "text", "code of a task of another agency"},
    {"agency", "text", "code; missing: it has none"},
    {"days", "int64", "working days by which it would start later"},
    {"start", "day", "as it stands without the delay"},
};
inline constexpr field_use forecast_arguments[] = {may(f::document),
                                                   may(f::scope_start),
                                                   may(f::critical_slack),
                                                   may(f::default_duration),
                                                   may(f::out_of_sequence),
                                                   may(f::remaining_work),
                                                   may(f::milestone_day),
                                                   may(f::runs),
                                                   may(f::seed),
                                                   may(f::threads),
                                                   may(f::optimistic_percent),
                                                   may(f::pessimistic_percent),
                                                   may(f::due)};
inline constexpr column_descriptor forecast_columns[] = {
    {"runs", "int64", ""},
    {"on_time", "int64", "of these; missing: there is no deadline"},
    {"p50", "day", "the first day by which half of the runs are at their end"},
    {"p80", "day", "the same of four fifths"},
    {"p50_days", "int64", "working days from the start of the scope to it"},
    {"p80_days", "int64", ""},
    {"first", "day", "the earliest end of all runs"},
    {"last", "day", "the latest"},
    {"by_progress", "day", "the end by reported progress, with the durations of the plan"},
};

}  // namespace mandate::tables::schedules
