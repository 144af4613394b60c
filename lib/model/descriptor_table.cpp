// The table itself: what can be recorded and asked, and what each field means. Reading it top to
// bottom is reading what Mandate holds.

#include "model/descriptor_table.hpp"

namespace mandate::tables {
namespace {

using enum entity_kind;
using enum value_type;
using f = field;

// ---- choices ------------------------------------------------------------------------------------
constexpr choice_descriptor agency_kinds[] = {
    {1, "body"}, {2, "agency"}, {3, "group"}, {4, "task_force"}};
constexpr choice_descriptor document_kinds[] = {{1, "resolution"},
                                                {2, "directive"},
                                                {3, "conclusion"},
                                                {4, "regulation"},
                                                {5, "working_rules"},
                                                {6, "decision"},
                                                {7, "action_programme"},
                                                {8, "work_programme"},
                                                {9, "plan"},
                                                {10, "scheme"},
                                                {11, "guideline"},
                                                {12, "report"},
                                                {13, "submission"},
                                                {14, "notice_of_conclusions"},
                                                {15, "letter"},
                                                {16, "other"}};
constexpr choice_descriptor relations[] = {{1, "implements"},  {2, "basis"},    {3, "amends"},
                                           {4, "supplements"}, {5, "replaces"}, {6, "repeals"}};
constexpr choice_descriptor meeting_roles[] = {{1, "chair"}, {2, "attendee"}};
constexpr choice_descriptor conclusion_kinds[] = {
    {1, "praise"}, {2, "criticism"}, {3, "approval_in_principle"}, {4, "request"}, {5, "task"}};
constexpr choice_descriptor precisions[] = {{1, "day"},       {2, "month"}, {3, "quarter"},
                                            {4, "half_year"}, {5, "year"},  {6, "continuous"}};
constexpr choice_descriptor assigned_precisions[] = {
    {1, "day"}, {2, "month"}, {3, "quarter"}, {4, "half_year"}, {5, "year"}};
constexpr choice_descriptor acceptances[] = {{1, "asked"}, {2, "not_asked"}};
constexpr choice_descriptor qualities[] = {{1, "meets"}, {2, "meets_after_revision"}, {3, "fails"}};
constexpr choice_descriptor counted_links[] = {{1, "open_waits"}, {2, "binding"}, {3, "hand_offs"}};
constexpr choice_descriptor link_types[] = {
    {1, "finish_start"}, {2, "start_start"}, {3, "finish_finish"}, {4, "start_finish"}};
constexpr choice_descriptor lag_units[] = {{1, "working_days"}, {2, "calendar_days"}};
constexpr choice_descriptor recommendation_kinds[] = {{1, "view"}, {2, "proposal"}, {3, "request"}};
constexpr choice_descriptor recommendation_statuses[] = {
    {1, "noted"},    {2, "forwarded"}, {3, "in_progress"}, {4, "partly_answered"},
    {5, "answered"}, {6, "accepted"},  {7, "declined"},    {8, "withdrawn"}};
constexpr choice_descriptor directions[] = {{1, "higher_is_better"}, {2, "lower_is_better"}};
constexpr choice_descriptor day_kinds[] = {{1, "off"}, {2, "worked"}};
constexpr choice_descriptor weekdays[] = {{1, "monday"},   {2, "tuesday"}, {3, "wednesday"},
                                          {4, "thursday"}, {5, "friday"},  {6, "saturday"},
                                          {7, "sunday"}};
constexpr choice_descriptor holiday_rules[] = {{1, "none"}, {2, "viet_nam"}};
constexpr choice_descriptor histories[] = {{1, "known"}, {2, "own"}};
constexpr choice_descriptor tet_windows[] = {{1, "one_before"}, {2, "two_before"}};
constexpr choice_descriptor sides[] = {{1, "before"}, {2, "after"}};
constexpr choice_descriptor languages[] = {{1, "vi"}, {2, "en"}, {3, "tr"}};
constexpr choice_descriptor task_classes[] = {
    {0, "cancelled"},    {1, "suspended"},    {2, "standing"},
    {3, "done_in_time"}, {4, "done_late"},    {5, "done_without_deadline"},
    {6, "open_overdue"}, {7, "open_in_time"}, {8, "open_without_deadline"}};
constexpr choice_descriptor orders[] = {{1, "code"}, {2, "deadline"}, {3, "assigned_on"}};

constexpr choice_descriptor sequences[] = {{1, "retained_logic"}, {2, "progress_override"}};
constexpr choice_descriptor rests[] = {{1, "on_status_day"}, {2, "after_status_day"}};
constexpr choice_descriptor milestone_days[] = {{1, "day_of_predecessor"}, {2, "next_working_day"}};

// ---- fields -------------------------------------------------------------------------------------
constexpr field_descriptor words(f id, std::string_view name, std::string_view doc) {
    return {id, name, text, none, 0, 0, {}, "", doc};
}
constexpr field_descriptor ref(f id, std::string_view name, entity_kind to, std::string_view doc) {
    return {id, name, code, to, 0, 0, {}, "", doc};
}
constexpr field_descriptor whole(f id, std::string_view name, std::int64_t low, std::int64_t high,
                                 std::string_view unit, std::string_view doc) {
    return {id, name, integer, none, low, high, {}, unit, doc};
}
constexpr field_descriptor date(f id, std::string_view name, std::string_view doc) {
    return {id, name, day, none, 0, 0, {}, "", doc};
}
constexpr field_descriptor one_of(f id, std::string_view name,
                                  std::span<const choice_descriptor> choices,
                                  std::string_view doc) {
    return {id, name, choice, none, 0, 0, choices, "", doc};
}
constexpr std::int64_t most = 1'000'000'000'000'000;  // integers stay exact in JSON (2^53)

constexpr field_descriptor field_table[] = {
    ref(f::agency, "agency", agency,
        "an agency or body; in a report or an answer: who gives it; in a question: whose"),
    ref(f::official, "official", official, "a person"),
    ref(f::post, "post", post, "a post of an agency; authority is the post's"),
    ref(f::document, "document", document, "a document; where several, the sources"),
    ref(f::meeting, "meeting", meeting, "a meeting"),
    ref(f::conclusion, "conclusion", conclusion, "a conclusion of a meeting"),
    ref(f::task, "task", task, "a task"),
    ref(f::link, "link", link, "a dependency between two tasks"),
    ref(f::recommendation, "recommendation", recommendation, "a recommendation"),
    ref(f::indicator, "indicator", indicator, "an indicator"),
    words(f::name_vi, "name_vi", "the name in Vietnamese, or as recorded"),
    words(f::name_en, "name_en", "the name in English"),
    words(f::name_tr, "name_tr", "the name in Turkish"),
    words(f::alias_vi, "alias_vi", "another name in Vietnamese; names are matched by aliases too"),
    words(f::alias_en, "alias_en", "another name in English"),
    words(f::alias_tr, "alias_tr", "another name in Turkish"),
    words(f::title_vi, "title_vi", "the title in Vietnamese, or as recorded"),
    words(f::title_en, "title_en", "the title in English"),
    words(f::title_tr, "title_tr", "the title in Turkish"),
    words(f::text_vi, "text_vi", "what was said, in Vietnamese or as recorded"),
    words(f::text_en, "text_en", "what was said, in English"),
    words(f::text_tr, "text_tr", "what was said, in Turkish"),
    words(f::text, "text",
          "the words of a report, submission, answer or explanation; in a question: words to "
          "search for"),
    words(f::note, "note", "a remark for readers of the record"),
    words(f::doubt, "doubt", "what about our reading of the source is uncertain"),
    words(f::source, "source", "where the fact is stated"),
    words(f::reason, "reason", "why"),
    one_of(f::agency_kind, "agency_kind", agency_kinds,
           "body decides, agency carries out, group stands for several, task_force is temporary"),
    words(f::identifier_old, "identifier_old", "electronic identifier, old form (QCVN 102:2016)"),
    words(f::identifier_new, "identifier_new", "electronic identifier (Decision 20/2020/QD-TTg)"),
    ref(f::parent, "parent", agency, "the agency above"),
    ref(f::member, "member", agency, "an agency of the group, where the source names them"),
    ref(f::into, "into", agency, "the successor"),
    date(f::until, "until", "the last day on which it holds"),
    words(f::number, "number", "the document's number, printed back exactly"),
    one_of(f::document_kind, "document_kind", document_kinds,
           "stored, never guessed from the number's letters"),
    ref(f::issuer, "issuer", agency, "who issued it; stored, never guessed"),
    date(f::dated, "dated", "the day of the document"),
    words(f::dated_as_stated, "dated_as_stated", "the source's words, where they give no full day"),
    whole(f::horizon, "horizon", 1900, 2199, "year", "the year its goals are set for"),
    whole(f::vision, "vision", 1900, 2199, "year", "the year of its vision"),
    one_of(f::relation, "relation", relations, "how the document stands to the other one"),
    ref(f::to_document, "to_document", document, "the other document"),
    ref(f::body, "body", agency, "whose meeting it is"),
    {f::period, "period", period, none, 0, 0, {}, "", "2024-Q1, 2024-H1, 2024 or 2024-04"},
    one_of(f::meeting_role, "meeting_role", meeting_roles, "chair or attendee"),
    one_of(f::conclusion_kind, "conclusion_kind", conclusion_kinds, "what kind of conclusion"),
    ref(f::addressed_to, "addressed_to", agency, "whom it is addressed to"),
    ref(f::assigner, "assigner", agency, "who assigned it"),
    words(f::assigned_as_stated, "assigned_as_stated",
          "the source's words for the day of assignment, where they give no full day"),
    one_of(f::assigned_precision, "assigned_precision", assigned_precisions,
           "how exactly the day of assignment is stated; day if absent"),
    ref(f::lead, "lead", agency, "lead agency; several are joint leads, none is not yet named"),
    words(f::lead_as_stated, "lead_as_stated", "the source's words for the lead"),
    ref(f::coordinating, "coordinating", agency, "coordinating agency"),
    words(f::coordinating_as_stated, "coordinating_as_stated",
          "the source's words for the coordinating agencies"),
    words(f::product, "product", "what is to be delivered"),
    words(f::field_of_work, "field_of_work", "the field or heading under which it stands"),
    date(f::deadline, "deadline", "the last day that is in time"),
    one_of(f::deadline_precision, "deadline_precision", precisions,
           "how exactly the deadline is stated; day if absent; continuous goes without a deadline"),
    words(f::deadline_as_stated, "deadline_as_stated", "the source's words for the deadline"),
    date(f::standing_from, "standing_from", "from this day on it is a standing task"),
    whole(f::duration, "duration", 1, 60'000, "working days", "how long the work takes"),
    one_of(f::acceptance, "acceptance", acceptances,
           "whether the assigner accepts the result; asked if absent"),
    ref(f::parent_task, "parent_task", task, "the task of which it is a part"),
    ref(f::decided_by, "decided_by", agency, "who decided"),
    whole(f::percent, "percent", 0, 100, "%", "progress as reported"),
    one_of(f::quality, "quality", qualities, "quality of the result"),
    words(f::cause, "cause", "key of the list of causes, as in coordination.late_reply"),
    ref(f::responsible, "responsible", agency, "who is responsible, as stated"),
    ref(f::responsible_official, "responsible_official", official, "the person responsible"),
    words(f::remedy, "remedy", "what is done about it"),
    date(f::proposed_deadline, "proposed_deadline",
         "the day proposed; it changes nothing until the assigner decides"),
    ref(f::after, "after", task, "the task it depends on"),
    one_of(f::link_type, "link_type", link_types, "finish_start if absent"),
    whole(f::lag, "lag", -36'500, 36'500, "days", "wait between the two; negative is overlap"),
    one_of(f::lag_unit, "lag_unit", lag_units, "working_days if absent"),
    ref(f::raised_by, "raised_by", agency, "who raised it"),
    words(f::raised_by_as_stated, "raised_by_as_stated", "the source's words for who raised it"),
    words(f::topic, "topic", "what it is about"),
    one_of(f::recommendation_kind, "recommendation_kind", recommendation_kinds,
           "view, proposal or request"),
    one_of(f::recommendation_status, "recommendation_status", recommendation_statuses,
           "what became of it"),
    words(f::unit, "unit", "the unit of the values"),
    one_of(f::direction, "direction", directions, "whether more is better"),
    whole(f::target_low, "target_low", -most, most, "units", "the target, or its lower end"),
    whole(f::target_high, "target_high", -most, most, "units", "the upper end of a range"),
    whole(f::value, "value", -most, most, "units", "the value observed; absent is never zero"),
    date(f::day, "day", "the day"),
    one_of(f::day_kind, "day_kind", day_kinds, "off, or worked although its weekday is not"),
    date(f::pair_day, "pair_day", "the day it is swapped with"),
    date(f::announced_on, "announced_on", "from the end of this day on the fact is known"),
    one_of(f::weekday, "weekday", weekdays, "a working weekday"),
    one_of(f::holiday_rules, "holiday_rules", holiday_rules,
           "whose public holidays are days off; viet_nam if absent"),
    one_of(f::holiday_history, "holiday_history", histories,
           "whether the swaps and choices of 2010 to 2025 that ship count, or only those recorded; "
           "known if absent"),
    whole(f::year, "year", 1900, 2199, "year", "the year"),
    one_of(f::tet_window, "tet_window", tet_windows,
           "of the days off at Tet, how many lie before the lunar New Year's day; one_before if "
           "absent"),
    one_of(
        f::national_day_side, "national_day_side", sides,
        "whether the second day of National Day lies before or after 2 September; by its weekday "
        "if absent"),
    words(f::decision, "decision", "number of the decision that made it"),
    one_of(f::language, "language", languages, "vi, en or tr"),
    words(f::column, "column", "FIELD=HEADING: which column of the file fills which field"),
    words(f::code_prefix, "code_prefix", "put before the codes in the file"),
    date(f::assigned_on, "assigned_on", "the day on which the tasks of the list were assigned"),
    one_of(f::order, "order", orders, "by what the rows are ordered; code if absent"),
    whole(f::limit, "limit", 0, most, "rows", "at most so many rows; all if absent"),
    whole(f::offset, "offset", 0, most, "rows", "leave out so many rows first"),
    one_of(f::task_class, "task_class", task_classes, "only tasks of this class"),
    date(f::scope_start, "scope_start",
         "the first day of the schedule; the first day on which a task of it was assigned if "
         "absent"),
    whole(f::critical_slack, "critical_slack", -60'000, 60'000, "working days",
          "a task is critical with so much slack to the end, or less; 0 if absent"),
    whole(f::default_duration, "default_duration", 1, 60'000, "working days",
          "of a task that states neither a duration nor a deadline; 1 if absent"),
    one_of(f::out_of_sequence, "out_of_sequence", sequences,
           "whether work begun before its turn waits for what it depends on; retained_logic, which "
           "waits, if absent"),
    one_of(f::remaining_work, "remaining_work", rests,
           "where work that is left begins at the earliest; on_status_day if absent"),
    one_of(f::milestone_day, "milestone_day", milestone_days,
           "where a milestone is shown; day_of_predecessor if absent"),
    one_of(f::counted_links, "counted_links", counted_links,
           "which links make one agency wait for another; open_waits if absent"),
    whole(f::at_least, "at_least", 1, 1'000'000'000, "links",
          "pairs of agencies with fewer such links are left out; 1 if absent"),
    whole(f::delay, "delay", 0, 60'000, "working days", "how much longer the task takes"),
    whole(f::runs, "runs", 1, 10'000'000, "runs", "of a forecast; 10000 if absent"),
    whole(f::seed, "seed", 0, most, "", "of a forecast: another seed, other lots; 1 if absent"),
    whole(f::threads, "threads", 1, 256, "threads",
          "that compute a forecast, whose answer does not depend on it; 1 if absent"),
    whole(f::optimistic_percent, "optimistic_percent", 0, 100, "percent",
          "the shortest that a task may take, of its duration; 80 if absent"),
    whole(f::pessimistic_percent, "pessimistic_percent", 100, 1000, "percent",
          "the longest that a task may take, of its duration; 150 if absent"),
    date(f::due, "due",
         "on time is a run of the forecast that ends by this day; one that keeps every deadline if "
         "absent"),
};

// ---- commands -----------------------------------------------------------------------------------
constexpr field_use must(f id) { return {id, true, false}; }
constexpr field_use may(f id) { return {id, false, false}; }
constexpr field_use list(f id) { return {id, false, true}; }
constexpr field_use some(f id) { return {id, true, true}; }

constexpr field_use common[] = {list(f::source), may(f::note)};

constexpr field_use add_agency[] = {
    must(f::agency),        must(f::name_vi),       may(f::name_en),   may(f::name_tr),
    list(f::alias_vi),      list(f::alias_en),      list(f::alias_tr), may(f::agency_kind),
    may(f::identifier_old), may(f::identifier_new), may(f::parent),    list(f::member)};
constexpr field_use merge_agency[] = {must(f::agency), must(f::into), may(f::document)};
constexpr field_use add_official[] = {must(f::official), must(f::name_vi)};
constexpr field_use add_post[] = {must(f::post), must(f::agency), must(f::name_vi), may(f::name_en),
                                  may(f::name_tr)};
constexpr field_use hold_post[] = {must(f::official), must(f::post), may(f::until),
                                   may(f::document)};
constexpr field_use add_document[] = {must(f::document), must(f::number),  must(f::document_kind),
                                      must(f::issuer),   may(f::dated),    may(f::dated_as_stated),
                                      may(f::title_vi),  may(f::title_en), may(f::title_tr),
                                      may(f::horizon),   may(f::vision)};
constexpr field_use state_document_date[] = {must(f::document), must(f::dated)};
constexpr field_use relate_documents[] = {must(f::document), must(f::relation),
                                          must(f::to_document)};
constexpr field_use hold_meeting[] = {must(f::meeting), must(f::name_vi), may(f::name_en),
                                      may(f::name_tr),  must(f::body),    may(f::period)};
constexpr field_use attend_meeting[] = {must(f::meeting), must(f::meeting_role), may(f::official),
                                        may(f::post), may(f::agency)};
constexpr field_use conclude[] = {must(f::conclusion),  must(f::meeting), must(f::conclusion_kind),
                                  must(f::text_vi),     may(f::text_en),  may(f::text_tr),
                                  list(f::addressed_to)};
constexpr field_use assign_task[] = {must(f::task),
                                     must(f::title_vi),
                                     may(f::title_en),
                                     may(f::title_tr),
                                     list(f::document),
                                     may(f::meeting),
                                     may(f::conclusion),
                                     may(f::assigner),
                                     may(f::assigned_as_stated),
                                     may(f::assigned_precision),
                                     list(f::lead),
                                     may(f::lead_as_stated),
                                     list(f::coordinating),
                                     may(f::coordinating_as_stated),
                                     may(f::doubt),
                                     may(f::product),
                                     may(f::field_of_work),
                                     may(f::deadline),
                                     may(f::deadline_precision),
                                     may(f::deadline_as_stated),
                                     may(f::standing_from),
                                     may(f::duration),
                                     may(f::acceptance),
                                     may(f::parent_task),
                                     list(f::indicator)};
constexpr field_use reassign_task[] = {must(f::task),      some(f::lead),    list(f::coordinating),
                                       may(f::decided_by), may(f::document), may(f::reason)};
constexpr field_use revise_deadline[] = {must(f::task),
                                         may(f::deadline),
                                         may(f::deadline_precision),
                                         may(f::deadline_as_stated),
                                         may(f::standing_from),
                                         may(f::decided_by),
                                         may(f::document),
                                         may(f::reason)};
constexpr field_use report_progress[] = {must(f::task), may(f::agency), may(f::percent),
                                         may(f::text)};
constexpr field_use submit_task[] = {must(f::task), may(f::agency), may(f::document), may(f::text)};
constexpr field_use accept_task[] = {must(f::task), may(f::agency), may(f::quality), may(f::text)};
constexpr field_use return_task[] = {must(f::task), may(f::agency), must(f::reason)};
constexpr field_use complete_task[] = {must(f::task), may(f::agency), may(f::document),
                                       may(f::text)};
constexpr field_use stop_task[] = {must(f::task), may(f::decided_by), may(f::document),
                                   must(f::reason)};
constexpr field_use resume_task[] = {must(f::task), may(f::decided_by), may(f::document),
                                     may(f::reason)};
constexpr field_use explain_delay[] = {must(f::task),       may(f::agency),
                                       must(f::cause),      must(f::text),
                                       may(f::responsible), may(f::responsible_official),
                                       may(f::remedy),      may(f::proposed_deadline)};
constexpr field_use plan_task[] = {must(f::task), must(f::period), may(f::document),
                                   may(f::meeting)};
constexpr field_use mark_key_task[] = {must(f::task), must(f::period), may(f::document),
                                       may(f::meeting)};
constexpr field_use link_tasks[] = {must(f::link),     must(f::task), must(f::after),
                                    may(f::link_type), may(f::lag),   may(f::lag_unit)};
constexpr field_use raise_recommendation[] = {
    must(f::recommendation), must(f::text_vi),   may(f::text_en),
    may(f::text_tr),         list(f::raised_by), may(f::raised_by_as_stated),
    list(f::addressed_to),   may(f::topic),      may(f::recommendation_kind),
    may(f::meeting)};
constexpr field_use answer_recommendation[] = {
    must(f::recommendation), must(f::recommendation_status),
    may(f::agency),          may(f::task),
    may(f::document),        may(f::text),
    may(f::reason)};
constexpr field_use relate_recommendation[] = {must(f::recommendation), must(f::task)};
constexpr field_use add_indicator[] = {must(f::indicator), must(f::name_vi), may(f::name_en),
                                       may(f::name_tr),    must(f::unit),    may(f::direction)};
constexpr field_use set_target[] = {must(f::indicator),  must(f::agency),     must(f::period),
                                    must(f::target_low), may(f::target_high), may(f::document)};
constexpr field_use observe_indicator[] = {must(f::indicator), must(f::agency), must(f::period),
                                           must(f::value)};
constexpr field_use except_day[] = {
    must(f::day),     must(f::day_kind),    must(f::name_vi), may(f::name_en), may(f::name_tr),
    may(f::pair_day), may(f::announced_on), may(f::document), may(f::agency),  may(f::decision)};
constexpr field_use set_work_calendar[] = {some(f::weekday),        may(f::holiday_rules),
                                           may(f::holiday_history), may(f::agency),
                                           may(f::document),        may(f::decision)};
constexpr field_use state_holidays[] = {
    must(f::year),        may(f::tet_window), may(f::national_day_side),
    may(f::announced_on), may(f::document),   may(f::decision)};
constexpr field_use void_event[] = {must(f::reason)};

using c = command_kind;
constexpr command_descriptor command_table[] = {
    {c::add_agency, "add_agency", agency, "An agency, body, group or task force.", add_agency},
    {c::merge_agency, "merge_agency", none,
     "The agency ends on this day; its successor goes on. Its tasks stay its own until reassigned.",
     merge_agency},
    {c::add_official, "add_official", official, "A person.", add_official},
    {c::add_post, "add_post", post, "A post in an agency.", add_post},
    {c::hold_post, "hold_post", none, "A person holds a post from this day on.", hold_post},
    {c::add_document, "add_document", document, "A document.", add_document},
    {c::state_document_date, "state_document_date", none,
     "Another source states another date for the document; the one in add_document is used.",
     state_document_date},
    {c::relate_documents, "relate_documents", none, "How one document stands to another.",
     relate_documents},
    {c::hold_meeting, "hold_meeting", meeting,
     "A meeting held on this day; with a period: the meeting that reviews it.", hold_meeting},
    {c::attend_meeting, "attend_meeting", none, "Who was there, and as what.", attend_meeting},
    {c::conclude, "conclude", conclusion, "What a meeting concluded.", conclude},
    {c::assign_task, "assign_task", task, "A task is assigned on this day.", assign_task},
    {c::reassign_task, "reassign_task", none, "Other agencies take the task over.", reassign_task},
    {c::revise_deadline, "revise_deadline", none,
     "The deadline is changed, also after it has passed; the original is kept.", revise_deadline},
    {c::report_progress, "report_progress", none, "How far the work is, as reported.",
     report_progress},
    {c::submit_task, "submit_task", none, "The result is submitted for acceptance.", submit_task},
    {c::accept_task, "accept_task", none,
     "The submission is accepted: the task was done on the day of submission.", accept_task},
    {c::return_task, "return_task", none, "The submission is returned and does not count.",
     return_task},
    {c::complete_task, "complete_task", none,
     "The task is done on this day; for tasks whose acceptance is not asked.", complete_task},
    {c::suspend_task, "suspend_task", none, "Work is suspended.", stop_task},
    {c::resume_task, "resume_task", none, "Work goes on.", resume_task},
    {c::cancel_task, "cancel_task", none, "The task is withdrawn from the list.", stop_task},
    {c::explain_delay, "explain_delay", none, "Why it is late, and what is done about it.",
     explain_delay},
    {c::plan_task, "plan_task", none,
     "A work programme or a conclusion plans the task for a period.", plan_task},
    {c::mark_key_task, "mark_key_task", none, "A key task of one period.", mark_key_task},
    {c::link_tasks, "link_tasks", link, "One task depends on another.", link_tasks},
    {c::raise_recommendation, "raise_recommendation", recommendation,
     "A view, proposal or request is raised.", raise_recommendation},
    {c::answer_recommendation, "answer_recommendation", none, "What became of a recommendation.",
     answer_recommendation},
    {c::relate_recommendation, "relate_recommendation", none,
     "A recommendation and a task are about the same matter; that is no answer.",
     relate_recommendation},
    {c::add_indicator, "add_indicator", indicator, "A thing that is counted.", add_indicator},
    {c::set_target, "set_target", none, "The target of an agency for a period.", set_target},
    {c::observe_indicator, "observe_indicator", none, "The value of an agency in a period.",
     observe_indicator},
    {c::except_day, "except_day", none, "A day is off, or worked although its weekday is not.",
     except_day},
    {c::set_work_calendar, "set_work_calendar", none,
     "On which days the ledger counts work, or the agency named, from this day on.",
     set_work_calendar},
    {c::state_holidays, "state_holidays", none,
     "The holidays of a year are decided: from now on it is no longer provisional.",
     state_holidays},
    {c::void_event, "void_event", none,
     "The event named by `corrects` is withdrawn; it stays readable.", void_event},
};

// ---- questions ----------------------------------------------------------------------------------
constexpr field_use tasks_arguments[] = {may(f::agency), may(f::document), may(f::task_class),
                                         may(f::text),   may(f::order),    may(f::limit),
                                         may(f::offset)};
constexpr column_descriptor tasks_columns[] = {
    {"task", "text", "code"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"class", "text", "on the day asked for"},
    {"assigned_on", "day", ""},
    {"deadline", "day", "current; missing: none"},
    {"original_deadline", "day", ""},
    {"finished_on", "day", "missing: not done"},
    {"leads", "text", "codes, separated by spaces"},
    {"coordinating", "text", "codes, separated by spaces"},
    {"documents", "text", "codes of the source documents, separated by spaces"},
    {"awaiting_acceptance", "int64", "1: submitted, neither accepted nor returned"},
    {"percent", "int64", "as last reported; missing: nothing reported"},
};
constexpr field_use agencies_arguments[] = {may(f::text), may(f::limit), may(f::offset)};
constexpr column_descriptor agencies_columns[] = {
    {"agency", "text", "code"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
    {"kind", "text", ""},
    {"parent", "text", "code"},
    {"merged_into", "text", "code of the successor; missing: it exists"},
    {"ended_on", "day", "missing: it exists"},
    {"open_tasks", "int64", "open tasks it leads on the day asked for"},
    {"overdue_tasks", "int64", "of these, past their deadline"},
};
constexpr field_use schedule_arguments[] = {
    may(f::document),         may(f::scope_start),     may(f::critical_slack),
    may(f::default_duration), may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),    may(f::limit),           may(f::offset)};
constexpr column_descriptor schedule_columns[] = {
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
    {"duration", "int64", "working days, by plan"},
    {"duration_from", "text", "stated, span (from assignment to deadline) or default"},
    {"deadline", "day", "current"},
};
constexpr field_use schedule_findings_arguments[] = {
    may(f::document),         may(f::scope_start),     may(f::critical_slack),
    may(f::default_duration), may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day)};
constexpr column_descriptor schedule_findings_columns[] = {
    {"key", "text",
     "schedule.before_start, schedule.suspended, schedule.cycle or schedule.outside"},
    {"task", "text", "code"},
    {"link", "text", "code"},
    {"text", "text", "one line of English"},
};
constexpr field_use why_this_date_arguments[] = {
    must(f::task),          may(f::document),         may(f::scope_start),
    may(f::critical_slack), may(f::default_duration), may(f::out_of_sequence),
    may(f::remaining_work), may(f::milestone_day)};
constexpr column_descriptor why_this_date_columns[] = {
    {"step", "int64", "1: the task asked for; then what it waits for"},
    {"task", "text", "code"},
    {"start", "day", ""},
    {"finish", "day", ""},
    {"driver", "text", "link, scope_start, not_before, status_day, actual_start or none"},
    {"predecessor", "text", "code of the task that decides it"},
    {"link", "text", "code"},
    {"link_type", "text", ""},
    {"lag", "int64", "in lag_unit"},
    {"lag_unit", "text", ""},
    {"days_off", "text", "holidays between the two, with their names"},
};
constexpr field_use cycles_arguments[] = {may(f::document)};
constexpr column_descriptor cycles_columns[] = {
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
constexpr field_use agency_pairs_arguments[] = {
    may(f::document),         may(f::scope_start),     may(f::critical_slack),
    may(f::default_duration), may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),    may(f::limit),           may(f::offset)};
constexpr column_descriptor agency_pairs_columns[] = {
    {"before", "text", "code of the agency whose tasks go first"},
    {"after", "text", "code of the agency whose tasks wait"},
    {"hand_offs", "int64", "links from tasks of the one to tasks of the other"},
    {"open_waits", "int64", "of them, those that have not let go of a task that is not done"},
    {"binding", "int64", "of these, those that decide when the waiting task starts"},
    {"days_waited", "int64",
     "working days from the day asked for until the link lets go, of all open waits together"},
    {"links", "text", "codes of the open waits, separated by spaces"},
};
constexpr field_use bottlenecks_arguments[] = {may(f::document),        may(f::scope_start),
                                               may(f::critical_slack),  may(f::default_duration),
                                               may(f::out_of_sequence), may(f::remaining_work),
                                               may(f::milestone_day),   may(f::counted_links),
                                               may(f::at_least),        may(f::limit),
                                               may(f::offset)};
constexpr column_descriptor bottlenecks_columns[] = {
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
constexpr field_use mutual_waiting_arguments[] = {
    may(f::document),         may(f::scope_start),     may(f::critical_slack),
    may(f::default_duration), may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),    may(f::counted_links),   may(f::at_least)};
constexpr column_descriptor mutual_waiting_columns[] = {
    {"group", "int64", "number of the set of agencies that wait for each other"},
    {"agencies", "int64", "how many they are"},
    {"before_agency", "text", "code"},
    {"before", "text", "code of its task, which goes first"},
    {"after_agency", "text", "code"},
    {"after", "text", "code of its task, which waits"},
    {"link", "text", "code"},
};
constexpr field_use delay_impact_arguments[] = {
    must(f::task),           must(f::delay),         may(f::document),
    may(f::scope_start),     may(f::critical_slack), may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work), may(f::milestone_day)};
constexpr column_descriptor delay_impact_columns[] = {
    {"task", "text", "code of a task of another agency"},
    {"agency", "text", "code; missing: it has none"},
    {"days", "int64", "working days by which it would start later"},
    {"start", "day", "as it stands without the delay"},
};
constexpr field_use forecast_arguments[] = {may(f::document),
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
constexpr column_descriptor forecast_columns[] = {
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
constexpr field_use report_uses[] = {must(f::period), may(f::agency), may(f::language)};
constexpr field_use task_list_uses[] = {some(f::column),  may(f::code_prefix),  list(f::document),
                                        may(f::assigner), must(f::assigned_on), list(f::source)};
constexpr question_descriptor question_table[] = {
    {question_kind::tasks, "tasks", "The tasks that exist on a day, with their classes.",
     tasks_arguments, tasks_columns},
    {question_kind::agencies, "agencies", "The agencies known on a day.", agencies_arguments,
     agencies_columns},
    {question_kind::schedule, "schedule",
     "When each task of a scope can be done and must be done, as of a day.", schedule_arguments,
     schedule_columns},
    {question_kind::cycles, "cycles", "Tasks that wait for each other for ever.", cycles_arguments,
     cycles_columns},
    {question_kind::why_this_date, "why_this_date",
     "What decides the date of a task, back to where the chain begins.", why_this_date_arguments,
     why_this_date_columns},
    {question_kind::schedule_findings, "schedule_findings",
     "What a reader of the schedule should know.", schedule_findings_arguments,
     schedule_findings_columns},
    {question_kind::agency_pairs, "agency_pairs",
     "How much the tasks of each agency wait for those of each other one.", agency_pairs_arguments,
     agency_pairs_columns},
    {question_kind::bottlenecks, "bottlenecks",
     "How much of the others' work goes through each agency.", bottlenecks_arguments,
     bottlenecks_columns},
    {question_kind::mutual_waiting, "mutual_waiting",
     "Agencies each of which waits for every other one, and the links that make them.",
     mutual_waiting_arguments, mutual_waiting_columns},
    {question_kind::delay_impact, "delay_impact",
     "Tasks of other agencies that would start later if a task took longer.",
     delay_impact_arguments, delay_impact_columns},
    {question_kind::forecast, "forecast",
     "When all will probably be done: schedules with durations drawn by lot.", forecast_arguments,
     forecast_columns},
};

}  // namespace

std::span<const command_descriptor> commands() noexcept { return command_table; }
std::span<const field_descriptor> fields() noexcept { return field_table; }
std::span<const question_descriptor> questions() noexcept { return question_table; }
std::span<const field_use> common_fields() noexcept { return common; }
std::span<const field_use> report_arguments() noexcept { return report_uses; }
std::span<const field_use> task_list_arguments() noexcept { return task_list_uses; }

}  // namespace mandate::tables
