// The part of the descriptor table about commands: what can be recorded. Reading it top to bottom
// is reading what Mandate holds.

#include "model/choice_table.hpp"
#include "model/descriptor_parts.hpp"
#include "model/descriptor_table.hpp"
#include "model/review_descriptors.hpp"

namespace mandate::tables {
namespace {

using namespace parts;
using namespace choices;
using enum entity_kind;

constexpr field_use common[] = {list(f::source), may(f::note), may(f::on_behalf_of)};

constexpr field_use add_agency[] = {
    must(f::agency),        must(f::name_vi),       may(f::name_en),   may(f::name_tr),
    list(f::alias_vi),      list(f::alias_en),      list(f::alias_tr), may(f::agency_kind),
    may(f::identifier_old), may(f::identifier_new), may(f::parent),    list(f::member),
    may(f::until)};
constexpr field_use merge_agency[] = {must(f::agency), must(f::into), may(f::document)};
constexpr field_use rename_agency[] = {must(f::agency), must(f::name_vi), may(f::name_en),
                                       may(f::name_tr), may(f::document)};
constexpr field_use split_agency[] = {must(f::agency), some(f::into), some(f::duty),
                                      may(f::document), may(f::reason)};
constexpr field_use dissolve_agency[] = {must(f::agency), may(f::document), must(f::reason)};
constexpr field_use move_agency[] = {must(f::agency), must(f::parent), may(f::document)};
constexpr field_use hand_over[] = {must(f::agency),   must(f::into),        may(f::recommendation),
                                   may(f::indicator), may(f::period),       may(f::document_review),
                                   may(f::document),  may(f::consultation), may(f::task),
                                   may(f::expected),  may(f::blamed_in),    may(f::conclusion),
                                   may(f::review),    may(f::item)};
constexpr field_use add_official[] = {must(f::official), must(f::name_vi)};
constexpr field_use add_post[] = {must(f::post),   must(f::agency), must(f::name_vi),
                                  may(f::name_en), may(f::name_tr), may(f::heads_agency)};
constexpr field_use hold_post[] = {must(f::official), must(f::post), may(f::until),
                                   may(f::document)};
constexpr field_use leave_post[] = {must(f::official), must(f::post), may(f::document),
                                    may(f::reason)};
constexpr field_use charge_field[] = {must(f::agency), must(f::field_of_work), may(f::post),
                                      may(f::until), may(f::document)};
constexpr field_use add_document[] = {
    must(f::document), must(f::number),         must(f::document_kind), must(f::issuer),
    may(f::dated),     may(f::dated_as_stated), may(f::title_vi),       may(f::title_en),
    may(f::title_tr),  may(f::horizon),         may(f::vision),         may(f::in_force_from),
    may(f::until),     may(f::access_class),    list(f::alias_vi),      list(f::alias_en),
    list(f::alias_tr)};
constexpr field_use state_document_date[] = {must(f::document), must(f::dated)};
constexpr field_use relate_documents[] = {must(f::document), must(f::relation),
                                          must(f::to_document)};
constexpr field_use add_clause[] = {
    must(f::clause),  must(f::document), must(f::clause_number), may(f::title_vi),
    may(f::title_en), may(f::title_tr),  may(f::parent_clause),  may(f::access_class)};
constexpr field_use schedule_document_review[] = {
    must(f::document_review),   must(f::document),          must(f::review_kind), may(f::deadline),
    may(f::deadline_precision), may(f::deadline_as_stated), list(f::lead),        may(f::task),
    may(f::decided_by)};
constexpr field_use postpone_document_review[] = {must(f::document_review),
                                                  may(f::deadline),
                                                  may(f::deadline_precision),
                                                  may(f::deadline_as_stated),
                                                  may(f::decided_by),
                                                  may(f::document),
                                                  may(f::reason)};
constexpr field_use complete_document_review[] = {must(f::document_review), may(f::agency),
                                                  may(f::document), may(f::quality), may(f::text)};
constexpr field_use drop_document_review[] = {must(f::document_review), may(f::decided_by),
                                              may(f::document), must(f::reason)};
constexpr field_use hold_meeting[] = {must(f::meeting),    must(f::name_vi), may(f::name_en),
                                      may(f::name_tr),     must(f::body),    may(f::period),
                                      may(f::access_class)};
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
                                     list(f::indicator),
                                     may(f::priority),
                                     may(f::recurs),
                                     list(f::clause),
                                     may(f::access_class)};
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
                                         may(f::remaining), may(f::text)};
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
                                       must(f::cause),      may(f::text),
                                       may(f::responsible), may(f::responsible_official),
                                       may(f::remedy),      may(f::proposed_deadline),
                                       may(f::measures),    may(f::blamed)};
constexpr field_use plan_task[] = {must(f::task), must(f::period), may(f::document),
                                   may(f::meeting)};
constexpr field_use schedule_task[] = {must(f::task),      may(f::duration),    may(f::milestone),
                                       may(f::not_before), may(f::must_start),  may(f::not_after),
                                       may(f::optimistic), may(f::pessimistic), may(f::decided_by),
                                       may(f::document),   may(f::reason)};
constexpr field_use mark_key_task[] = {must(f::task), must(f::period), may(f::document),
                                       may(f::meeting)};
constexpr field_use link_tasks[] = {must(f::link),     must(f::task), must(f::after),
                                    may(f::link_type), may(f::lag),   may(f::lag_unit)};
constexpr field_use raise_recommendation[] = {
    must(f::recommendation), must(f::text_vi),   may(f::text_en),
    may(f::text_tr),         list(f::raised_by), may(f::raised_by_as_stated),
    list(f::addressed_to),   may(f::topic),      may(f::recommendation_kind),
    may(f::meeting),         may(f::authority),  may(f::answer_due),
    may(f::access_class)};
constexpr field_use answer_recommendation[] = {
    must(f::recommendation), must(f::recommendation_status),
    may(f::agency),          may(f::task),
    may(f::document),        may(f::text),
    may(f::reason),          may(f::forwarded_to),
    may(f::answer_due)};
constexpr field_use relate_recommendation[] = {must(f::recommendation), must(f::task)};
constexpr field_use add_indicator[] = {
    must(f::indicator), must(f::name_vi), may(f::name_en),  may(f::name_tr),   must(f::unit),
    may(f::direction),  may(f::measure),  list(f::profile), may(f::threshold), may(f::owner)};
constexpr field_use set_target[] = {must(f::indicator),  must(f::agency),     must(f::period),
                                    must(f::target_low), may(f::target_high), may(f::document)};
constexpr field_use observe_indicator[] = {must(f::indicator), must(f::agency), must(f::period),
                                           must(f::value), may(f::stated_percent)};
constexpr field_use state_obligation[] = {must(f::task),
                                          must(f::agency),
                                          may(f::assignment_role),
                                          may(f::obligation),
                                          may(f::deadline),
                                          may(f::deadline_precision),
                                          may(f::deadline_as_stated)};
constexpr field_use answer_obligation[] = {must(f::task), must(f::agency), may(f::document),
                                           may(f::text)};
constexpr field_use verify_result[] = {must(f::task), may(f::agency), must(f::verdict),
                                       may(f::percent), may(f::text)};
constexpr field_use request_extension[] = {must(f::task), may(f::agency),
                                           must(f::proposed_deadline), must(f::reason)};
constexpr field_use refuse_extension[] = {must(f::task), may(f::decided_by), may(f::document),
                                          must(f::reason)};
constexpr field_use remind_task[] = {must(f::task),  may(f::agency),   list(f::addressed_to),
                                     may(f::number), may(f::document), may(f::text)};
constexpr field_use accept_explanation[] = {must(f::task), may(f::agency), may(f::text)};
constexpr field_use return_explanation[] = {must(f::task), may(f::agency), must(f::reason)};
constexpr field_use find_cause[] = {must(f::task), may(f::agency), must(f::cause), may(f::text)};
constexpr field_use answer_explanation[] = {must(f::task), must(f::agency), may(f::text)};
constexpr field_use waive_delay[] = {must(f::task), may(f::decided_by), may(f::document),
                                     may(f::cause), must(f::reason)};
constexpr field_use rate_task[] = {must(f::task), may(f::agency), must(f::quality), may(f::text)};
constexpr field_use block_task[] = {must(f::task), must(f::condition), may(f::owed_by),
                                    may(f::answer_due)};
constexpr field_use unblock_task[] = {must(f::task), may(f::condition), may(f::text)};
constexpr field_use expect_document[] = {must(f::task),    must(f::expected), may(f::issuer),
                                         may(f::title_vi), may(f::title_en),  may(f::title_tr)};
constexpr field_use issue_document[] = {must(f::task), must(f::expected), must(f::document)};
constexpr field_use consult[] = {must(f::consultation), must(f::task),   must(f::agency),
                                 some(f::addressed_to), may(f::number),  may(f::document),
                                 may(f::answer_due),    may(f::silence), may(f::text)};
constexpr field_use answer_consultation[] = {must(f::consultation), must(f::agency),
                                             must(f::opinion),      may(f::number),
                                             may(f::document),      may(f::text)};
constexpr field_use set_priority[] = {must(f::task), must(f::priority), may(f::decided_by),
                                      may(f::reason)};
constexpr field_use charge_official[] = {must(f::task), must(f::agency), must(f::official)};
constexpr field_use fan_out_task[] = {must(f::task), some(f::agency)};
constexpr field_use repeat_task[] = {must(f::task), some(f::period), may(f::deadline),
                                     may(f::deadline_as_stated), may(f::deadline_precision)};
constexpr field_use repeat_recommendation[] = {must(f::recommendation), may(f::meeting),
                                               may(f::period), may(f::answer_due)};
constexpr field_use judge_answer[] = {must(f::recommendation), may(f::agency), must(f::satisfied),
                                      may(f::text)};
constexpr field_use set_base[] = {must(f::indicator), must(f::agency), must(f::period),
                                  must(f::value)};
constexpr field_use set_policy[] = {must(f::policy), may(f::office), may(f::inspection)};
constexpr field_use delegate_rights[] = {must(f::agency), must(f::delegate), may(f::task),
                                         may(f::until)};
constexpr field_use limit_extensions[] = {may(f::assigner), may(f::decided_by), must(f::most_times),
                                          must(f::most_days)};
constexpr field_use add_cause[] = {must(f::cause), must(f::name_vi), may(f::name_en),
                                   may(f::name_tr)};
constexpr field_use set_attribute[] = {
    must(f::host_key),    may(f::host_value), may(f::agency),          may(f::official),
    may(f::post),         may(f::document),   may(f::meeting),         may(f::conclusion),
    may(f::task),         may(f::link),       may(f::recommendation),  may(f::indicator),
    may(f::consultation), may(f::clause),     may(f::document_review), may(f::term),
    may(f::programme),    may(f::item),       may(f::review),          may(f::access_class)};
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
constexpr field_use add_term[] = {must(f::term),   must(f::body),   must(f::name_vi),
                                  may(f::name_en), may(f::name_tr), must(f::from_day),
                                  may(f::until)};
constexpr field_use add_programme[] = {must(f::programme), must(f::agency),   must(f::period),
                                       may(f::title_vi),   may(f::title_en),  may(f::title_tr),
                                       may(f::document),   may(f::decided_by)};
constexpr field_use add_item[] = {must(f::item),    must(f::programme), must(f::title_vi),
                                  may(f::title_en), may(f::title_tr),   may(f::planned_for),
                                  may(f::body),     may(f::session),    may(f::papers_due),
                                  list(f::lead),    may(f::task),       may(f::field_of_work),
                                  may(f::document), may(f::decided_by), may(f::access_class)};
constexpr field_use postpone_item[] = {must(f::item),      must(f::planned_for), may(f::session),
                                       may(f::papers_due), may(f::document),     may(f::decided_by),
                                       may(f::reason)};
constexpr field_use withdraw_item[] = {must(f::item), may(f::document), may(f::decided_by),
                                       must(f::reason)};
constexpr field_use receive_papers[] = {must(f::item), may(f::agency), may(f::text)};
constexpr field_use consider_item[] = {must(f::item), may(f::meeting), may(f::text)};
constexpr field_use add_access_class[] = {must(f::access_class), must(f::name_vi),
                                          may(f::name_en),       may(f::name_tr),
                                          must(f::rank),         may(f::code_prefix)};
constexpr field_use set_highest_class[] = {must(f::access_class), may(f::document)};
constexpr field_use change_access[] = {must(f::access_class), some(f::agency), may(f::document)};
constexpr field_use record_placeholder[] = {
    must(f::task),         must(f::access_class), may(f::assigner),           list(f::lead),
    list(f::coordinating), may(f::deadline),      may(f::deadline_precision), may(f::acceptance)};
constexpr field_use shred_event[] = {must(f::event),  may(f::document), may(f::ordered_by),
                                     must(f::reason), may(f::remains),  list(f::copies)};
constexpr field_use sign_event[] = {must(f::event), must(f::public_key), must(f::signature)};

using c = command_kind;
constexpr command_descriptor command_table[] = {
    {c::add_agency, "add_agency", agency, "An agency, body, group or task force.", add_agency},
    {c::merge_agency, "merge_agency", none,
     "The agency ends on this day; its successor goes on. Its tasks stay its own until reassigned.",
     merge_agency},
    {c::rename_agency, "rename_agency", none, "From this day on the agency is called so.",
     rename_agency},
    {c::split_agency, "split_agency", none,
     "The agency ends on this day; several go on, each with the duties stated for it.",
     split_agency},
    {c::dissolve_agency, "dissolve_agency", none, "The agency ends on this day; none goes on.",
     dissolve_agency},
    {c::move_agency, "move_agency", none, "From this day on the agency stands under another one.",
     move_agency},
    {c::hand_over, "hand_over", none,
     "Another agency takes over what it has in a recommendation (that it raised, or owes an answer "
     "to), the answer it owes in a consultation, its target of a period (indicator and period), an "
     "indicator that it answers for (indicator), the review of a document, a document that it is "
     "to issue for a task (task and expected), its answer to who blames it for the delay of one "
     "(blamed_in), what it decides as the assigner of one (task), what a conclusion asks of it "
     "(conclusion), its comment on a draft (review), or an item of a work programme that it is to "
     "do (item): that agency owes and decides "
     "it from then on, and may hand it on. Who leads a task or coordinates in it is changed by "
     "reassign_task, a condition by "
     "unblock_task and block_task anew.",
     hand_over},
    {c::add_official, "add_official", official, "A person.", add_official},
    {c::add_post, "add_post", post, "A post in an agency.", add_post},
    {c::hold_post, "hold_post", none, "A person holds a post from this day on.", hold_post},
    {c::leave_post, "leave_post", none, "The person held the post up to this day, and no longer.",
     leave_post},
    {c::charge_field, "charge_field", none,
     "From this day on the agency is responsible for a field of work.", charge_field},
    {c::add_document, "add_document", document, "A document.", add_document},
    {c::state_document_date, "state_document_date", none,
     "Another source states another date for the document; the one in add_document is used.",
     state_document_date},
    {c::relate_documents, "relate_documents", none,
     "How one document stands to another. What it replaces, repeals, amends or supplements it does "
     "from the day on which it comes into force itself, not from effective_on; a document of which "
     "no day is known does so from effective_on, and is in force from then.",
     relate_documents},
    {c::add_clause, "add_clause", clause, "A clause of a document, which tasks carry out.",
     add_clause},
    {c::schedule_document_review, "schedule_document_review", document_review,
     "How a document was carried out is to be reviewed, in the interim or finally.",
     schedule_document_review},
    {c::postpone_document_review, "postpone_document_review", none,
     "The review is due on another day; the original is kept.", postpone_document_review},
    {c::complete_document_review, "complete_document_review", none, "The review was made.",
     complete_document_review},
    {c::drop_document_review, "drop_document_review", none, "The review need not be made.",
     drop_document_review},
    {c::hold_meeting, "hold_meeting", meeting,
     "A meeting held on this day; with a period: the meeting that reviews it.", hold_meeting},
    {c::attend_meeting, "attend_meeting", none, "Who was there, and as what.", attend_meeting},
    {c::conclude, "conclude", conclusion, "What a meeting concluded.", conclude},
    {c::assign_task, "assign_task", task, "A task is assigned on this day.", assign_task},
    {c::reassign_task, "reassign_task", none, "Other agencies take the task over.", reassign_task},
    {c::revise_deadline, "revise_deadline", none,
     "The deadline is changed, also after it has passed; the original is kept.", revise_deadline},
    {c::report_progress, "report_progress", none,
     "How far the work is, as reported. A coordinating agency's is about its own part; where it "
     "names none, the ledger fills it in.",
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
    {c::explain_delay, "explain_delay", none,
     "Why it is late, and what is done about it. The text is needed, but of a placeholder, of "
     "which "
     "no words are held, it is left out: the key of the cause explains it.",
     explain_delay},
    {c::plan_task, "plan_task", none,
     "A work programme or a conclusion plans the task for a period.", plan_task},
    {c::mark_key_task, "mark_key_task", none, "A key task of one period.", mark_key_task},
    {c::link_tasks, "link_tasks", link, "One task depends on another.", link_tasks},
    {c::state_obligation, "state_obligation", none,
     "What one agency of the task is to do, with a day of its own.", state_obligation},
    {c::answer_obligation, "answer_obligation", none,
     "The agency answers for its own part; its part is done on this day.", answer_obligation},
    {c::verify_result, "verify_result", none,
     "The result as the Office verified it, beside the result as reported.", verify_result},
    {c::request_extension, "request_extension", none,
     "A later deadline is asked for, also after the old one; it changes nothing until decided.",
     request_extension},
    {c::refuse_extension, "refuse_extension", none,
     "The extension asked for is refused; revise_deadline grants it.", refuse_extension},
    {c::raise_recommendation, "raise_recommendation", recommendation,
     "A view, proposal or request is raised.", raise_recommendation},
    {c::answer_recommendation, "answer_recommendation", none, "What became of a recommendation.",
     answer_recommendation},
    {c::relate_recommendation, "relate_recommendation", none,
     "A recommendation and a task are about the same matter; that is no answer.",
     relate_recommendation},
    {c::remind_task, "remind_task", none, "A reminder was sent, with its number.", remind_task},
    {c::accept_explanation, "accept_explanation", none,
     "The delay explanation that waits is accepted.", accept_explanation},
    {c::return_explanation, "return_explanation", none,
     "The delay explanation that waits is returned: another is owed.", return_explanation},
    {c::find_cause, "find_cause", none,
     "The cause as the Office found it, beside the one that was explained.", find_cause},
    {c::answer_explanation, "answer_explanation", none,
     "A coordinating agency answers the explanation that blames it. The text is needed, but of a "
     "placeholder it is left out: it is told that it was answered.",
     answer_explanation},
    {c::waive_delay, "waive_delay", none,
     "The delay is held to be objective: the class stays, a second rate counts it as on time.",
     waive_delay},
    {c::rate_task, "rate_task", none, "The quality of the result as rated.", rate_task},
    {c::add_indicator, "add_indicator", indicator, "A thing that is counted.", add_indicator},
    {c::set_target, "set_target", none, "The target of an agency for a period.", set_target},
    {c::observe_indicator, "observe_indicator", none, "The value of an agency in a period.",
     observe_indicator},
    {c::block_task, "block_task", none,
     "Work cannot go on before a condition is there that another body owes.", block_task},
    {c::unblock_task, "unblock_task", none,
     "The condition is there; all of them if none is named. A body that owes says it of what it "
     "owes itself.",
     unblock_task},
    {c::expect_document, "expect_document", none,
     "A document that the task is to bring forth; the task is done when the last is issued.",
     expect_document},
    {c::issue_document, "issue_document", none,
     "An expected document was issued; its own date counts.", issue_document},
    {c::consult, "consult", consultation, "Other agencies are asked for their opinion.", consult},
    {c::answer_consultation, "answer_consultation", none, "An agency that was asked answers.",
     answer_consultation},
    {c::set_priority, "set_priority", none, "How urgent it is from this day on.", set_priority},
    {c::except_day, "except_day", none, "A day is off, or worked although its weekday is not.",
     except_day},
    {c::set_work_calendar, "set_work_calendar", none,
     "On which days the ledger counts work, or the agency named. Questions as of this day or later "
     "count all days by it, also earlier ones.",
     set_work_calendar},
    {c::state_holidays, "state_holidays", none,
     "The holidays of a year are decided: from the announcement on it is no longer provisional.",
     state_holidays},
    {c::void_event, "void_event", none,
     "The event named by `corrects` is withdrawn, with what it corrected; it stays readable. A "
     "command that corrects the withdrawal states again what it withdrew.",
     void_event},
    {c::fan_out_task, "fan_out_task", none,
     "Each agency gets its own instance of the task, TASK/AGENCY, a part of it.", fan_out_task},
    {c::repeat_task, "repeat_task", none,
     "Each period gets its own instance of the task, TASK/PERIOD, a part of it that falls due on "
     "the period's last day, or on the day that is stated for one period.",
     repeat_task},
    {c::repeat_recommendation, "repeat_recommendation", none,
     "It was raised again. After an answer that ended the matter a new round begins: it is due on "
     "answer_due if that is stated, else on no day until an answer states one, and nothing is "
     "judged yet. While nobody has answered, the day it was due on stays.",
     repeat_recommendation},
    {c::judge_answer, "judge_answer", none, "What the raiser makes of the answer.", judge_answer},
    {c::set_base, "set_base", none,
     "What the share of the base is counted on, as the members at the start of the year.",
     set_base},
    {c::set_policy, "set_policy", none, "Who decides who may what, from now on.", set_policy},
    {c::delegate_rights, "delegate_rights", none,
     "Another agency may act for this one, in one task or in all.", delegate_rights},
    {c::limit_extensions, "limit_extensions", none,
     "Who may put off which deadlines, how often and how far; one row of the table.",
     limit_extensions},
    {c::set_attribute, "set_attribute", none,
     "An attribute of the host's own on one thing; carried, never interpreted.", set_attribute},
    {c::add_cause, "add_cause", none, "A cause of delay that this ledger adds to the list.",
     add_cause},
    {c::add_term, "add_term", term, "A term of a body, from its first to its last day.", add_term},
    {c::add_programme, "add_programme", programme, "The work programme of an agency for a period.",
     add_programme},
    {c::add_item, "add_item", item,
     "An item of a work programme; after the programme's own day it is one added.", add_item},
    {c::postpone_item, "postpone_item", none, "An item is planned for another time, by decision.",
     postpone_item},
    {c::withdraw_item, "withdraw_item", none, "An item is taken out of the programme, by decision.",
     withdraw_item},
    {c::receive_papers, "receive_papers", none, "The papers of an item reached the Office.",
     receive_papers},
    {c::consider_item, "consider_item", none, "The body considered the item.", consider_item},
    {c::add_access_class, "add_access_class", access_class,
     "A class of access. Who may see one may see those of lower rank.", add_access_class},
    {c::set_highest_class, "set_highest_class", none,
     "The highest class this ledger may hold; until it is set, none.", set_highest_class},
    {c::grant_access, "grant_access", none,
     "These agencies may see what is in the class, at once: not recorded ahead of its day.",
     change_access},
    {c::revoke_access, "revoke_access", none,
     "These agencies may no longer see it, at once: not recorded ahead of its day.", change_access},
    {c::record_placeholder, "record_placeholder", task,
     "A task whose words the ledger may not hold: who, for whom, by when, and no more.",
     record_placeholder},
    {c::shred_event, "shred_event", none,
     "By lawful order the words of an event are destroyed; its codes and days stay, and the chain "
     "still verifies. It cannot be undone. Other events in which the same words stand, as the "
     "closing of a review that quotes them, are a finding (payload.copied) and keep theirs until "
     "they are named by an order, too.",
     shred_event},
    {c::sign_event, "sign_event", none,
     "A signature over an event, and so over the whole record up to it, by the host's key. It is "
     "refused unless it fits, and cannot be undone.",
     sign_event},
    {c::draft_review, "draft_review", review,
     "The review of a period is drafted; one that corrects a closed one names it.",
     reviews::draft_review},
    {c::send_review, "send_review", none, "The draft is sent for comment.", reviews::send_review},
    {c::comment_on_review, "comment_on_review", none, "What an agency says of the draft.",
     reviews::comment_on_review},
    {c::close_review, "close_review", none,
     "The body closes the review: its content is kept as it is, for ever. Every unfinished task "
     "must be explained, or a reason be stated; then what is missing is owed by answer_due.",
     reviews::close_review},
    {c::set_slow_limits, "set_slow_limits", none,
     "From this day on work counts as slow beyond these limits; those not named stay.",
     reviews::set_slow_limits},
    {c::set_rating_rule, "set_rating_rule", none,
     "From this day on this regulation says which shares a rating needs.",
     reviews::set_rating_rule},
    {c::set_escalation_rule, "set_escalation_rule", none,
     "From this day on this rule says from when a warning is told to whom: at the second level to "
     "who assigned the work, at the third to the agency that the rule names.",
     reviews::set_escalation_rule},
    {c::charge_official, "charge_official", none,
     "From this day on this person does the agency's part in the task; the agency says it itself.",
     charge_official},
    {c::schedule_task, "schedule_task", none,
     "From this day on the work is planned so: what was said so before is not said any more. "
     "Without a duration that of the assignment holds.",
     schedule_task},
    {c::set_finishing_day, "set_finishing_day", none,
     "From this day on answers take this day as the one on which work was done; what is not named "
     "stays. Without it the day of the submission that was accepted, and the document's own date.",
     reviews::set_finishing_day},
};

}  // namespace

std::span<const command_descriptor> commands() noexcept { return command_table; }
std::span<const field_use> common_fields() noexcept { return common; }

}  // namespace mandate::tables
