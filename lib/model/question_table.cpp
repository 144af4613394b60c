// The part of the descriptor table about questions: what can be asked, with which arguments, and
// what a report and a list of tasks are told.

#include "model/descriptor_parts.hpp"
#include "model/descriptor_table.hpp"
#include "model/register_descriptors.hpp"
#include "model/review_descriptors.hpp"
#include "model/schedule_descriptors.hpp"
#include "model/work_descriptors.hpp"

namespace mandate::tables {
namespace {

using namespace parts;
using namespace registers;
using namespace schedules;
using namespace work;

constexpr field_use report_uses[] = {may(f::period),   may(f::review),  list(f::agency),
                                     may(f::language), may(f::edition), may(f::rounding)};
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
    {question_kind::cycles, "cycles",
     "Tasks that wait for each other for ever; with a task, those on which its date hangs.",
     cycles_arguments, cycles_columns},
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
     "Agencies each of which waits for every other one, and what makes them: links, opinions that "
     "were asked for, own parts in tasks.",
     mutual_waiting_arguments, mutual_waiting_columns},
    {question_kind::delay_impact, "delay_impact",
     "Tasks of other agencies that would start later if a task took longer.",
     delay_impact_arguments, delay_impact_columns},
    {question_kind::forecast, "forecast",
     "When all will probably be done: schedules with durations drawn by lot.", forecast_arguments,
     forecast_columns},
    {question_kind::documents, "documents",
     "The documents known on a day, and whether each is in force on it.", documents_arguments,
     documents_columns},
    {question_kind::lineage, "lineage",
     "From a task (or a document) up to the resolution it comes from: each step once, nearest "
     "first.",
     lineage_arguments, lineage_columns},
    {question_kind::below_document, "below_document",
     "Everything under a document, parents before children, with progress by leaves: a task with "
     "parts counts by its parts, cancelled and standing ones do not count, a task below two "
     "branches counts once where they meet.",
     below_document_arguments, below_document_columns},
    {question_kind::orphan_clauses, "orphan_clauses",
     "Clauses without parts of their own that nobody carries out, of documents in force: there is "
     "no task, or none that an agency leads.",
     orphan_clauses_arguments, orphan_clauses_columns},
    {question_kind::orphan_tasks, "orphan_tasks",
     "Tasks that are not cancelled and name no document, clause, meeting or conclusion as their "
     "basis, with which no recommendation was accepted, that carry out no item of a programme and "
     "no review of a document, and no more so a task of which they are a part.",
     of_agency_arguments, orphan_tasks_columns},
    {question_kind::document_reviews, "document_reviews",
     "The reviews of documents; with a period those due, done or overdue in it, whatever came of "
     "them "
     "later, and older ones or those without a day still open.",
     document_reviews_arguments, document_reviews_columns},
    {question_kind::open_at_term_end, "open_at_term_end",
     "What a body's term leaves open on its last day, or on the day asked for if that is earlier: "
     "tasks that the body or an agency below it assigned, or that its documents gave; "
     "recommendations to them; reviews of its documents.",
     open_at_term_end_arguments, open_at_term_end_columns},
    {question_kind::left_open, "left_open",
     "What ended agencies left open on the day they ended, and who has taken it.",
     left_open_arguments, left_open_columns},
    {question_kind::agency_figures, "agency_figures",
     "Tasks by lead agency and class. A task with several leads counts in each row, one with parts "
     "by these.",
     agency_figures_arguments, agency_figures_columns},
    {question_kind::post_holders, "post_holders",
     "Who holds each post on the day; a post that nobody holds is one row without a person.",
     post_holders_arguments, post_holders_columns},
    {question_kind::programme_items, "programme_items",
     "The items of work programmes; with a period those planned for a time that ends in it, now or "
     "first, and those that were due by its end and are overdue; with an agency those of its "
     "programmes, those that it is to do or whose task it leads, and those that an agency left for "
     "which it alone goes on.",
     programme_items_arguments, programme_items_columns},
    {question_kind::search, "search",
     "What holds the words in a name, title or number; case, accents, Vietnamese and Turkish "
     "letters are folded away.",
     search_arguments, search_columns},
    {question_kind::agency_names, "agency_names",
     "All that an agency is or was called, by language.", agency_names_arguments,
     agency_names_columns},
    {question_kind::planned_work, "planned_work",
     "The tasks open at some time in the period, planned and unplanned told apart.",
     planned_work_arguments, planned_work_columns},
    {question_kind::responsibilities, "responsibilities",
     "Which agency and post is responsible for which field of work on the day.",
     responsibilities_arguments, responsibilities_columns},
    {question_kind::access_classes, "access_classes",
     "The classes of access as they stand now, lowest first; of one agency those that it may see.",
     access_classes_arguments, access_classes_columns},
    {question_kind::signatures, "signatures",
     "Signatures over events; whether they still fit is told by verify.", signatures_arguments,
     signatures_columns},
    {question_kind::agency_changes, "agency_changes",
     "How agencies were renamed, moved, merged, split and dissolved, in order of days.",
     agency_changes_arguments, agency_changes_columns},
    {question_kind::moves, "moves",
     "What may be done with a task now, by anybody or by one agency; for a host's buttons.",
     moves_arguments, moves_columns},
    {question_kind::permissions, "permissions", "Who may record what.", permissions_arguments,
     permissions_columns},
    {question_kind::changes, "changes",
     "What was recorded after an event, from whatever day it counts, and whom it concerns; of a "
     "task with what its links and consultations say.",
     changes_arguments, changes_columns},
    {question_kind::obligations, "obligations",
     "Each agency's part in each task, with its own day and answer.", obligations_arguments,
     obligations_columns},
    {question_kind::consultations, "consultations",
     "Who was asked for an opinion, and what became of it.", consultations_arguments,
     consultations_columns},
    {question_kind::recommendations, "recommendations", "Recommendations and what became of them.",
     recommendations_arguments, recommendations_columns},
    {question_kind::indicators, "indicators",
     "Figures of indicators against their targets; of a period that has not begun the targets.",
     indicators_arguments, indicators_columns},
    {question_kind::conclusions, "conclusions",
     "What became of each conclusion of a meeting. With a period: of the meetings before the one "
     "on "
     "it, by the same body, all conclusions since the last on such a period, and of those before "
     "them what is still open or suspended. With agencies: what is addressed to one of them, or "
     "gave it a task.",
     conclusions_arguments, conclusions_columns},
    {question_kind::reminders, "reminders", "The reminders that were sent.", of_tasks_arguments,
     reminders_columns},
    {question_kind::extensions, "extensions", "Extensions asked for, granted and refused.",
     of_tasks_arguments, extensions_columns},
    {question_kind::explanations, "explanations", "Delay explanations and what was said to them.",
     of_tasks_arguments, explanations_columns},
    {question_kind::attributes, "attributes", "The host's own attributes.", attributes_arguments,
     attributes_columns},
    {question_kind::proposals, "proposals",
     "Tasks to propose: indicators of which some agency is below the threshold that is stated.",
     proposals_arguments, proposals_columns},
    {question_kind::instances, "instances",
     "The instances of tasks that are fanned out or repeated, and those still to be made.",
     of_tasks_arguments, instances_columns},
    {question_kind::conditions, "conditions", "Conditions that other bodies owe to tasks.",
     of_tasks_arguments, conditions_columns},
    {question_kind::expected_documents, "expected_documents",
     "The documents that tasks are to bring forth.", of_tasks_arguments,
     expected_documents_columns},
    {question_kind::results, "results",
     "Results as reported and as verified; with a period what was said in it (reported, handed in, "
     "returned, accepted, done, verified or rated), and of no other task.",
     results_arguments, results_columns},
    {question_kind::rules, "rules", "Which moves are legal on a task in which state.",
     rules_arguments, rules_columns},
    {question_kind::causes, "causes", "The causes of delay that explanations choose from.",
     causes_arguments, causes_columns},
    {question_kind::standing_results, "standing_results",
     "The result lines that standing tasks owe for a period: reported or not.",
     standing_results_arguments, standing_results_columns},
    {question_kind::coordination, "coordination",
     "What agencies waited for from each other: opinions, own parts in tasks, finished tasks.",
     coordination_arguments, coordination_columns},
    {question_kind::coordination_cases, "coordination_cases",
     "The cases behind the figures of coordination.", coordination_cases_arguments,
     coordination_cases_columns},
    {question_kind::warnings, "warnings",
     "What will go wrong or stands still on the day, and who must move next; the worst first.",
     warnings_arguments, warnings_columns},
    {question_kind::not_shown, "not_shown",
     "How much of each kind the lists of this viewer leave out: what they show and this is all.",
     page_arguments, not_shown_columns},
    {question_kind::meetings, "meetings",
     "The meetings held, and who was there; of a period also those called for a day of it that is "
     "to come.",
     meetings_arguments, meetings_columns},
    {question_kind::terms, "terms", "The terms of the bodies.", of_agency_arguments, terms_columns},
    {question_kind::programmes, "programmes",
     "The work programmes; their items are programme_items.", programmes_arguments,
     programmes_columns},
    {question_kind::links, "links", "Which task waits for which, as recorded.", of_tasks_arguments,
     links_columns},
    {question_kind::policy, "policy", "Who decides who may what, and who keeps the register.",
     page_arguments, policy_columns},
    {question_kind::extension_limits, "extension_limits",
     "The ledger's own table: who may put off which deadlines, how often and how far.",
     of_agency_arguments, extension_limits_columns},
    {question_kind::delegations, "delegations", "Who may act for whom.", delegations_arguments,
     delegations_columns},
    {question_kind::said, "said",
     "What one event, or each event about a thing, said, of those that count by the day asked for, "
     "field by field, reasons and remarks too; about a task also what links and consultations of "
     "it said.",
     said_arguments, said_columns},
    {question_kind::reviews, "reviews", "The reviews that are kept, drafted and closed.",
     reviews::reviews_arguments, reviews::reviews_columns},
    {question_kind::carried_over, "carried_over",
     "The tasks that closed reviews carried over, late and as planned told apart.",
     reviews::carried_over_arguments, reviews::carried_over_columns},
    {question_kind::review_differences, "review_differences",
     "What a closed review would say otherwise today, and the event that changed it.",
     reviews::review_differences_arguments, reviews::review_differences_columns},
    {question_kind::owed_explanations, "owed_explanations",
     "The explanations that were missing when a review was closed, and whether they came.",
     reviews::owed_explanations_arguments, reviews::owed_explanations_columns},
    {question_kind::review_comments, "review_comments", "What agencies said of drafts.",
     reviews::review_comments_arguments, reviews::review_comments_columns},
    {question_kind::slips, "slips",
     "How far each task slipped against its baseline and is delayed against its deadline: two "
     "numbers.",
     reviews::slips_arguments, reviews::slips_columns},
    {question_kind::attribution, "attribution",
     "Why a task slipped: each task of its driving chain with its share, and who held it. Without "
     "a task, of all that slipped against their baseline (led by the agencies, of the document), "
     "those whose days attribution_sums adds: each task of their chains once, after the one that "
     "drives it.",
     reviews::attribution_arguments, reviews::attribution_columns},
    {question_kind::attribution_sums, "attribution_sums",
     "The days that tasks slipped, summed by who held them, by task or by document.",
     reviews::attribution_sums_arguments, reviews::attribution_sums_columns},
    {question_kind::slow_work, "slow_work",
     "Slow work by agency, with what it is counted of; extensions by original and by current "
     "deadline.",
     reviews::slow_work_arguments, reviews::slow_work_columns},
    {question_kind::slow_tasks, "slow_tasks",
     "The tasks that are slow by the limits of the ledger, and by which; of an agency those that "
     "it "
     "leads, and those whose acceptance it keeps waiting.",
     reviews::slow_tasks_arguments, reviews::slow_tasks_columns},
    {question_kind::ratings, "ratings",
     "What rating the tasks of a period still allow an agency, by the regulation of the day asked "
     "for.",
     reviews::ratings_arguments, reviews::ratings_columns},
    {question_kind::review_figures, "review_figures",
     "Classes and rates of a period by agency, document, field or priority, beside those of the "
     "period before and of the same period a year ago.",
     reviews::review_figures_arguments, reviews::review_figures_columns},
    {question_kind::agenda, "agenda",
     "What needs a decision today, at most seven matters, those first on which most hangs; of some "
     "agencies what they must move, their tasks, and what their tasks wait for.",
     reviews::agenda_arguments, reviews::agenda_columns},
    {question_kind::indicator_standings, "indicator_standings",
     "How agencies stand in a period: by share of the target, how long below it, against the year "
     "before, and whether the period is low every year.",
     indicator_standings_arguments, indicator_standings_columns},
    {question_kind::joint_tasks, "joint_tasks",
     "The tasks behind the figures of joint work: one agency leads, another coordinates.",
     coordination_cases_arguments, joint_tasks_columns},
    {question_kind::workload, "workload",
     "How many tasks each person has: the one charged with a task, else who holds the post that is "
     "charged with its field.",
     workload_arguments, workload_columns},
    {question_kind::review_tasks, "review_tasks",
     "The tasks of one list of a review: of a period as of the day, or of a review that was "
     "closed.",
     reviews::review_tasks_arguments, reviews::review_tasks_columns},
    {question_kind::destroyed_words, "destroyed_words",
     "The events whose words were destroyed, by whose order, and where the same words still stand.",
     destroyed_words_arguments, destroyed_words_columns},
    {question_kind::coordination_network, "coordination_network",
     "Agencies in the network of who waits for whom: for opinions, for own parts in tasks, for "
     "finished tasks.",
     coordination_network_arguments, coordination_network_columns},
    {question_kind::mutual_cases, "mutual_cases",
     "Agencies each of which waits for every other one, and the cases that make them.",
     mutual_cases_arguments, mutual_cases_columns},
    {question_kind::own_parts, "own_parts",
     "What agencies coordinate in the tasks of a period: each by its own day and answer, whoever "
     "leads the task.",
     reviews::own_parts_arguments, reviews::own_parts_columns},
    {question_kind::slip_impact, "slip_impact",
     "The tasks that the slip of one has moved so far, done or forecast: those whose driving chain "
     "leads through it. What more delay would move is delay_impact.",
     reviews::slip_impact_arguments, reviews::slip_impact_columns},
    {question_kind::document_relations, "document_relations",
     "How documents stand to each other, those that came first before others.",
     document_relations_arguments, document_relations_columns},
    {question_kind::indicator_definitions, "indicator_definitions",
     "What indicators measure, and who owns them.", indicator_definitions_arguments,
     indicator_definitions_columns},
    {question_kind::slow_limits, "slow_limits", "From when work is slow.", page_arguments,
     slow_limits_columns},
    {question_kind::officials, "officials", "Persons, also those who hold no post.",
     officials_arguments, officials_columns},
};

}  // namespace

std::span<const question_descriptor> questions() noexcept { return question_table; }
std::span<const field_use> report_arguments() noexcept { return report_uses; }
std::span<const field_use> task_list_arguments() noexcept { return task_list_uses; }

}  // namespace mandate::tables
