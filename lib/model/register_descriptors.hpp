#pragma once
// The part of the descriptor table about what is asked of the registers: tasks, documents,
// agencies, officials, programmes, meetings, rights and rules.

#include "model/choice_table.hpp"
#include "model/descriptor_parts.hpp"

namespace mandate::tables::registers {

using namespace parts;
using namespace choices;

inline constexpr field_use tasks_arguments[] = {
    may(f::agency),      may(f::document), may(f::task_class),   may(f::text), may(f::order),
    may(f::parent_task), may(f::priority), may(f::access_class), MANDATE_PAGED};
inline constexpr column_descriptor tasks_columns[] = {
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
    {"class_by_original", "text", "the class if its deadline had never been changed"},
    {"assigner", "text", "code of who assigned it and sets its deadline"},
    {"deadline_as_stated", "text", "the words of the source for the current deadline"},
    {"doubt", "text", "what about our reading of the source is uncertain"},
    {"title_en", "text", "missing: not recorded"},
    {"title_tr", "text", "missing: not recorded"},
    {"parent_task", "text", "code of the task of which it is a part"},
    {"priority", "text", "on the day asked for"},
    {"deadline_precision", "text", "how exactly the source states the current deadline"},
    {"lead_as_stated", "text", "the words of the source for who leads"},
    {"coordinating_as_stated", "text", "the words of the source for who coordinates"},
    {"product", "text", "what it is to bring forth"},
    {"field_of_work", "text", ""},
    {"acceptance", "text", "asked: it is done when its result is accepted; or not_asked"},
    {"waived", "int64", "1: its delay was waived as objective"},
    {"access_class", "text", "code; missing: everybody may see it"},
};
inline constexpr field_use agencies_arguments[] = {may(f::text), may(f::parent),
                                                   may(f::agency_kind), MANDATE_PAGED};
inline constexpr column_descriptor agencies_columns[] = {
    {"agency", "text", "code"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
    {"kind", "text", ""},
    {"parent", "text", "code"},
    {"merged_into", "text", "codes of the successors, separated by spaces; missing: none"},
    {"ended_on", "day", "missing: it exists"},
    {"open_tasks", "int64", "open tasks it leads on the day asked for, those with parts by these"},
    {"overdue_tasks", "int64", "of these, past their deadline"},
    {"identifier_old", "text", ""},
    {"identifier_new", "text", ""},
    {"ended_how", "text", "merged, split, dissolved or expired; missing: it exists"},
    {"members", "text", "codes of those of a group, separated by spaces"},
};
inline constexpr field_use page_arguments[] = {MANDATE_PAGED};
inline constexpr field_use documents_arguments[] = {may(f::agency), may(f::document_kind),
                                                    may(f::in_force), may(f::text), MANDATE_PAGED};
inline constexpr column_descriptor documents_columns[] = {
    {"document", "text", "code"},
    {"number", "text", "as written"},
    {"number_form", "text", "party, state or irregular"},
    {"serial", "int64", "the number in its series; missing: not read"},
    {"number_year", "int64", "the year in the number; missing: none"},
    {"letters", "text", "what the number says of kind and issuer, as in CTr/TU"},
    {"kind", "text", "as recorded"},
    {"issuer", "text", "code"},
    {"dated", "day", "the day used"},
    {"other_dates", "text", "days that other sources state, separated by spaces"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"horizon", "int64", "year"},
    {"vision", "int64", "year"},
    {"in_force", "int64", "1: on the day asked for"},
    {"in_force_from", "day", "missing: no day is known"},
    {"not_in_force_from", "day", "missing: no end is known"},
    {"ended_by", "text", "code of the document that replaced or repealed it"},
    {"amended_by", "text", "codes, separated by spaces, in order of their days"},
    {"access_class", "text", "code; missing: everybody may see it"},
    {"title_en", "text", "missing: not recorded"},
    {"title_tr", "text", "missing: not recorded"},
    {"aliases", "text", "what else it is called, in any language, separated by semicolons"},
};
inline constexpr field_use lineage_arguments[] = {may(f::task), may(f::document), MANDATE_PAGED};
inline constexpr column_descriptor lineage_columns[] = {
    {"step", "int64", "0 is what was asked for"},
    {"kind", "text",
     "task, clause, document, conclusion, recommendation, item, programme, document_review, "
     "meeting or not_shown"},
    {"code", "text", "missing: not shown"},
    {"relation", "text",
     "of the thing below to this one: part_of, carries_out, clause_of, "
     "source, implements, basis, concluded, answers (a recommendation that was accepted with the "
     "task), item_of, review_of, meeting"},
    {"below", "text", "code of the thing below; missing: not shown"},
    {"title", "text", "number and title"},
    {"issuer", "text", "code; of a document"},
    {"dated", "day", "of a document, or the day of the meeting"},
    {"not_shown", "int64", "how many things stand in this row that the viewer may not see"},
    {"title_en", "text", "number and title; missing: not recorded"},
    {"title_tr", "text", "number and title; missing: not recorded"},
};
inline constexpr field_use below_document_arguments[] = {must(f::document), may(f::rounding),
                                                         MANDATE_PAGED};
inline constexpr column_descriptor below_document_columns[] = {
    {"depth", "int64", "0 is the document asked for"},
    {"kind", "text", "document, clause, task or not_shown"},
    {"code", "text", "missing: not shown"},
    {"above", "text", "code of the thing above"},
    {"relation", "text", "of a document to the one above"},
    {"title", "text", "number and title"},
    {"class", "text", "of a task"},
    {"done", "int64", "leaves finished, here and below"},
    {"total", "int64", "leaves, here and below"},
    {"title_en", "text", "number and title; missing: not recorded"},
    {"title_tr", "text", "number and title; missing: not recorded"},
    {"percent", "int64",
     "hundredths of a percent: done of total, rounded as asked for; missing: no leaf"},
};
inline constexpr field_use orphan_clauses_arguments[] = {may(f::document), MANDATE_PAGED};
inline constexpr column_descriptor orphan_clauses_columns[] = {
    {"clause", "text", "code"},
    {"document", "text", "code"},
    {"clause_number", "text", ""},
    {"title", "text", ""},
    {"tasks", "text",
     "codes of those that are to carry it out and that no agency leads, separated by spaces; "
     "missing: there is no task"},
    {"title_en", "text", "missing: not recorded"},
    {"title_tr", "text", "missing: not recorded"},
};
inline constexpr column_descriptor orphan_tasks_columns[] = {
    {"task", "text", "code"},
    {"title", "text", ""},
    {"class", "text", ""},
    {"assigned_on", "day", ""},
};
inline constexpr field_use document_reviews_arguments[] = {
    may(f::document), may(f::period), may(f::agency), may(f::review_kind), MANDATE_PAGED};
inline constexpr column_descriptor document_reviews_columns[] = {
    {"document_review", "text", "code"},
    {"document", "text", "code"},
    {"review_kind", "text", "interim or final"},
    {"due", "day", "current; missing: only words"},
    {"original_due", "day", ""},
    {"due_as_stated", "text", ""},
    {"leads", "text", "codes of who advises, separated by spaces"},
    {"task", "text", "code of the task that carries it out"},
    {"state", "text", "done, done_late, dropped, overdue, open or open_without_due"},
    {"done_on", "day", ""},
    {"report", "text", "code of the document that reports it"},
    {"quality", "text", ""},
    {"times_postponed", "int64", ""},
    {"reason", "text", "why it was dropped, else why it was postponed last"},
    {"text", "text", "what was said when it was done"},
};
inline constexpr field_use open_at_term_end_arguments[] = {must(f::term), MANDATE_PAGED};
inline constexpr column_descriptor open_at_term_end_columns[] = {
    {"kind", "text",
     "task, recommendation, document_review, consultation (an opinion asked of its agencies), "
     "condition (that they owe a task), explanation (their answer to one that blames them), "
     "expected_document (that they are to issue for a task) or target (of a period that is not "
     "over)"},
    {"code", "text", "of the task, where what is open hangs on one; of a target its indicator"},
    {"title", "text", ""},
    {"since", "day", "assigned, raised, scheduled, asked or stated on"},
    {"due", "day", ""},
    {"state", "text", "class of a task; else open or overdue"},
    {"agencies", "text", "leads, or who must answer; codes, separated by spaces"},
    {"now", "text", "the same on the day asked for"},
};
inline constexpr field_use left_open_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor left_open_columns[] = {
    {"agency", "text", "code of the ended agency"},
    {"ended_on", "day", ""},
    {"ended_how", "text", "merged, split, dissolved or expired"},
    {"kind", "text",
     "task, coordination, recommendation, target, document_review, consultation (an opinion asked "
     "of it), condition (that it owes a task), forwarded (a recommendation forwarded to it), "
     "authority (one of which it is the authority), explanation (its answer to one that blames "
     "it), expected_document (that it is to issue for a task), decision (its word on what "
     "was submitted, explained or asked for in a task that it assigned), raised_recommendation "
     "(that it raised, and may repeat and withdraw, and judges when it is answered), indicator "
     "(that it answers for), conclusion (that asks it for something, or concludes a task for it, "
     "and from which no task has grown), review_comment (on a draft that was sent to it), item (of "
     "a programme, that it was to do; who leads its task has taken it, too) or "
     "field_of_work (with which it was charged; taken by whoever is charged with it now)"},
    {"code", "text", "missing: a field of work has none"},
    {"period", "text", "of a target or a review"},
    {"title", "text", ""},
    {"successors", "text", "codes of those that could take it, separated by spaces"},
    {"taken_by", "text", "codes, separated by spaces; missing: nobody took it"},
    {"taken_on", "day", ""},
    {"open", "int64", "1: still open on the day asked for"},
    {"expected", "text", "of an expected_document its key, of a condition its words"},
};
inline constexpr field_use agency_figures_arguments[] = {may(f::figures_by), MANDATE_PAGED};
inline constexpr column_descriptor agency_figures_columns[] = {
    {"agency", "text", "code; missing: the row `kind` names"},
    {"kind", "text", "agency, no_lead, not_shown or total; in the total each task counts once"},
    {"includes", "text", "codes of ended agencies counted here, separated by spaces"},
    {"ended_on", "day", "missing: it exists"},
    {"cancelled", "int64", ""},
    {"suspended", "int64", ""},
    {"standing", "int64", ""},
    {"done_in_time", "int64", ""},
    {"done_late", "int64", ""},
    {"done_without_deadline", "int64", ""},
    {"open_overdue", "int64", ""},
    {"open_in_time", "int64", ""},
    {"open_without_deadline", "int64", ""},
    {"total", "int64", ""},
    {"coordinated", "int64", "tasks it coordinates, also such with parts"},
};
inline constexpr field_use post_holders_arguments[] = {may(f::agency), may(f::post),
                                                       may(f::official), MANDATE_PAGED};
inline constexpr column_descriptor post_holders_columns[] = {
    {"post", "text", "code"},
    {"post_name", "text", "in Vietnamese, or as recorded"},
    {"agency", "text", "code"},
    {"official", "text", "code; missing: nobody is recorded"},
    {"name", "text", ""},
    {"from", "day", "first day known"},
    {"until", "day", "last day that was stated, or that is the day asked for; missing: open"},
    {"heads_agency", "int64", "1: who holds it heads the agency"},
};
inline constexpr field_use programme_items_arguments[] = {may(f::agency), may(f::period),
                                                          may(f::programme), MANDATE_PAGED};
inline constexpr column_descriptor programme_items_columns[] = {
    {"item", "text", "code"},
    {"programme", "text", "code"},
    {"agency", "text", "whose programme"},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"planned_for", "text", "current; missing: not stated"},
    {"first_planned_for", "text", "original"},
    {"body", "text", "code of the body it goes to"},
    {"session", "text", ""},
    {"papers_due", "day", ""},
    {"papers_on", "day", "the day they reached the Office"},
    {"papers_in_time", "int64", "1, 0; missing: not due yet, or no day stated"},
    {"leads", "text", "codes, separated by spaces"},
    {"task", "text", "code"},
    {"state", "text", "planned, postponed, withdrawn, considered, done (its task is) or overdue"},
    {"added", "int64", "1: after the programme was adopted"},
    {"times_postponed", "int64", ""},
    {"decision", "text", "code of the document of the last change"},
    {"reason", "text", "of the last change"},
    {"considered_on", "day", ""},
    {"meeting", "text", "code of the meeting that considered it"},
    {"title_en", "text", "missing: not recorded"},
    {"title_tr", "text", "missing: not recorded"},
    {"field_of_work", "text", ""},
    {"access_class", "text", "code; missing: everybody may see it"},
};
inline constexpr field_use search_arguments[] = {must(f::text), may(f::kind), MANDATE_PAGED};
inline constexpr column_descriptor search_columns[] = {
    {"kind", "text",
     "agency, official, document, clause, meeting, conclusion, task, "
     "recommendation, indicator, item, post, term or programme"},
    {"code", "text", ""},
    {"found", "text", "the name, title or number that holds the words"},
    {"title", "text", "what it is called on the day asked for"},
};
inline constexpr field_use agency_names_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor agency_names_columns[] = {
    {"agency", "text", "code"},
    {"language", "text", "vi, en or tr"},
    {"name", "text", ""},
    {"kind", "text", "name, former_name or alias"},
    {"from", "day", "missing: nobody states since when"},
    {"document", "text", "code of the deciding document"},
};
inline constexpr field_use planned_work_arguments[] = {must(f::period), may(f::agency),
                                                       MANDATE_PAGED};
inline constexpr column_descriptor planned_work_columns[] = {
    {"task", "text", "code"},
    {"title", "text", ""},
    {"planned", "int64",
     "1: it, or what it is a part of, by a programme, a meeting or a document for the period; 0: "
     "not"},
    {"items", "text", "codes of the items of work programmes, separated by spaces"},
    {"key_task", "int64", "1: a key task of the period"},
    {"leads", "text", "codes, separated by spaces"},
    {"assigned_on", "day", ""},
    {"class", "text", "on the day asked for"},
};
inline constexpr field_use responsibilities_arguments[] = {may(f::agency), may(f::text),
                                                           MANDATE_PAGED};
inline constexpr column_descriptor responsibilities_columns[] = {
    {"field_of_work", "text", ""},
    {"agency", "text", "code"},
    {"post", "text", "code"},
    {"official", "text", "code of who holds the post on the day"},
    {"from", "day", ""},
    {"until", "day", ""},
    {"open_tasks", "int64", "open tasks of the field that it leads, those with parts by these"},
    {"open_tasks_of_others", "int64", "open tasks of the field that others lead, or nobody"},
};
inline constexpr field_use access_classes_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor access_classes_columns[] = {
    {"access_class", "text", "code"},
    {"name", "text", "in Vietnamese, or as recorded"},
    {"rank", "int64", ""},
    {"may_be_held", "int64", "1: not above the highest class of the ledger"},
    {"agencies", "text", "who may see it, by this or a higher class; codes, separated by spaces"},
    {"things", "int64", "how many things are recorded in it"},
    {"placeholders", "int64", "tasks recorded without their words"},
    {"code_prefix", "text",
     "with which the codes begin of what is recorded in it; missing: any code may be taken"},
};
inline constexpr field_use meetings_arguments[] = {may(f::meeting), may(f::agency),
                                                   may(f::official), may(f::period), MANDATE_PAGED};
inline constexpr column_descriptor meetings_columns[] = {
    {"meeting", "text", "code; one row for each who was there"},
    {"name", "text", "in Vietnamese, or as recorded"},
    {"body", "text", "code of the body that met"},
    {"held_on", "day", ""},
    {"reviews", "text", "the period that it reviewed; missing: none"},
    {"role", "text", "chair or attendee; missing: nobody is recorded"},
    {"official", "text", "code; missing: no person is named"},
    {"person", "text", "the person's name"},
    {"post", "text", "code, where it is stated"},
    {"agency", "text", "code, as stated or that of the post"},
    {"name_en", "text", "missing: not recorded"},
    {"name_tr", "text", "missing: not recorded"},
    {"access_class", "text", "code; missing: everybody may see it"},
};
inline constexpr field_use of_agency_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor terms_columns[] = {
    {"term", "text", "code"},
    {"name", "text", "in Vietnamese, or as recorded"},
    {"body", "text", "code"},
    {"from", "day", "first day"},
    {"until", "day", "last day; missing: not known yet"},
    {"name_en", "text", "missing: not recorded"},
    {"name_tr", "text", "missing: not recorded"},
};
inline constexpr field_use programmes_arguments[] = {may(f::agency), may(f::period), MANDATE_PAGED};
inline constexpr column_descriptor programmes_columns[] = {
    {"programme", "text", "code"},
    {"agency", "text", "whose work programme"},
    {"period", "text", ""},
    {"title", "text", "in Vietnamese, or as recorded"},
    {"adopted_on", "day", ""},
    {"document", "text", "code of the deciding document"},
    {"decided_by", "text", "code"},
    {"items", "int64", "all that were ever in it"},
    {"withdrawn", "int64", "of these"},
    {"title_en", "text", "missing: not recorded"},
    {"title_tr", "text", "missing: not recorded"},
};
inline constexpr column_descriptor links_columns[] = {
    {"link", "text", "code"},
    {"after", "text", "code of the task that goes first"},
    {"task", "text", "code of the task that waits for it"},
    {"link_type", "text", ""},
    {"lag", "int64", "in lag_unit"},
    {"lag_unit", "text", ""},
    {"since", "day", ""},
};
inline constexpr column_descriptor policy_columns[] = {
    {"policy", "text", "host: permissions are the host's; agencies: the actor is an agency"},
    {"since", "day", "missing: from the beginning"},
    {"office", "text", "code of the Office, which keeps the register"},
    {"inspection", "text", "code of the inspection committee, which reads all"},
};
inline constexpr column_descriptor extension_limits_columns[] = {
    {"assigner", "text", "code of who assigned the task; missing: anybody"},
    {"decided_by", "text", "code of who may put it off; missing: whoever may"},
    {"most_times", "int64", ""},
    {"most_days", "int64", "days after the original deadline"},
    {"since", "day", ""},
};
inline constexpr field_use document_relations_arguments[] = {may(f::document), may(f::relation),
                                                             MANDATE_PAGED};
inline constexpr column_descriptor document_relations_columns[] = {
    {"document", "text", "code"},
    {"relation", "text", "how it stands to the other one"},
    {"to_document", "text", "code"},
    {"since", "day", "the day on which the relation counts"},
};
inline constexpr column_descriptor officials_columns[] = {
    {"official", "text", "code"},
    {"name", "text", ""},
    {"posts", "text", "codes of those that the person holds on the day, separated by spaces"},
    {"agencies", "text", "codes of their agencies, each once, separated by spaces"},
};
inline constexpr field_use officials_arguments[] = {may(f::official), may(f::agency), may(f::text),
                                                    MANDATE_PAGED};
inline constexpr field_use indicator_definitions_arguments[] = {may(f::indicator), may(f::agency),
                                                                MANDATE_PAGED};
inline constexpr column_descriptor indicator_definitions_columns[] = {
    {"indicator", "text", "code"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
    {"unit", "text", ""},
    {"direction", "text", "higher_is_better or lower_is_better"},
    {"measure", "text", "cumulative: figures of periods add up; or point"},
    {"profile", "text",
     "percent of the year, of each quarter or month, separated by spaces; missing: none stated"},
    {"threshold", "int64", "percent; missing: none stated"},
    {"owner", "text", "code; after hand_over of the agency that took it over"},
};
inline constexpr column_descriptor slow_limits_columns[] = {
    {"days_late", "int64", "working days; work is slow beyond it, as beyond the next"},
    {"times_extended", "int64", "extensions"},
    {"silent_after", "int64", "working days"},
    {"reminders_unanswered", "int64", "reminders"},
    {"answer_within", "int64", "working days"},
    {"since", "day", "of the last statement; missing: none, the limits are the common ones"},
};
inline constexpr field_use said_arguments[] = {
    may(f::event),        may(f::task),           may(f::agency),       may(f::official),
    may(f::post),         may(f::term),           may(f::document),     may(f::clause),
    may(f::meeting),      may(f::conclusion),     may(f::programme),    may(f::item),
    may(f::indicator),    may(f::recommendation), may(f::consultation), may(f::document_review),
    may(f::access_class), MANDATE_PAGED};
inline constexpr column_descriptor said_columns[] = {
    {"event", "int64", "its number"},
    {"effective_on", "day", "the day on which it counts"},
    {"command", "text", "what was recorded"},
    {"field", "text", "of that command; a list is the field repeated"},
    {"value", "text", "a day as 2024-04-25, a choice by its name"},
    {"corrects", "int64", "the event that it replaces or withdraws; missing: none"},
    {"corrected_by", "int64",
     "the event that replaced or withdrew it; 0: one that is not shown; missing: none"},
};
inline constexpr field_use delegations_arguments[] = {may(f::agency), may(f::task), MANDATE_PAGED};
inline constexpr column_descriptor delegations_columns[] = {
    {"agency", "text", "code of who gave its rights"},
    {"delegate", "text", "code of who may act for it"},
    {"task", "text", "code; missing: in all"},
    {"from", "day", ""},
    {"until", "day", "last day; missing: open"},
    {"in_force", "int64", "1: on the day asked for"},
};
inline constexpr column_descriptor not_shown_columns[] = {
    {"kind", "text",
     "document, meeting, conclusion, task, link, recommendation, clause, document_review, item or "
     "consultation"},
    {"things", "int64", "how many there are on the day that the viewer may not see"},
};
inline constexpr field_use agency_changes_arguments[] = {may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor agency_changes_columns[] = {
    {"agency", "text", "code"},
    {"on", "day", ""},
    {"change", "text", "renamed, moved, merged, split, dissolved or expired"},
    {"into", "text", "code of the successor or of the agency above; the new name"},
    {"duty", "text", "what this successor takes over"},
    {"document", "text", "code of the deciding document"},
    {"reason", "text", ""},
};
// Every list takes these.
inline constexpr field_use moves_arguments[] = {must(f::task), may(f::agency), MANDATE_PAGED};
inline constexpr column_descriptor moves_columns[] = {
    {"command", "text", "the move"},
    {"allowed", "int64", "1: it may be made now"},
    {"rule", "text", "the rule that refuses it; missing: none"},
    {"why", "text", "what that rule says"},
};
inline constexpr field_use permissions_arguments[] = {MANDATE_PAGED};
inline constexpr column_descriptor permissions_columns[] = {
    {"command", "text", ""},
    {"who", "text", "who may record it, separated by spaces"},
};
inline constexpr field_use rules_arguments[] = {MANDATE_PAGED};
inline constexpr column_descriptor rules_columns[] = {
    {"command", "text", "a move of a task"},
    {"open", "text", "the rule that refuses it on a task at work; missing: it is legal"},
    {"submitted", "text", "the same on a task that waits for an answer"},
    {"suspended", "text", "the same on a suspended task"},
    {"done", "text", "the same on a task that is done"},
    {"cancelled", "text", "the same on a cancelled task"},
};

}  // namespace mandate::tables::registers
