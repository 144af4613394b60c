// The table itself: what can be recorded and asked, and what each field means. Reading it top to
// bottom is reading what Mandate holds.

#include "model/descriptor_table.hpp"

#include "model/descriptor_parts.hpp"
#include "model/review_descriptors.hpp"

namespace mandate::tables {
namespace {

using namespace parts;
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
constexpr choice_descriptor priorities[] = {
    {1, "normal"}, {2, "urgent"}, {3, "very_urgent"}, {4, "express"}};
constexpr choice_descriptor recurrences[] = {
    {1, "monthly"}, {2, "quarterly"}, {3, "half_yearly"}, {4, "yearly"}};
constexpr choice_descriptor assignment_roles[] = {{1, "lead"}, {2, "coordinating"}};
constexpr choice_descriptor verdicts[] = {
    {1, "confirmed"}, {2, "partly_confirmed"}, {3, "not_confirmed"}};
constexpr choice_descriptor silences[] = {{1, "no_answer"}, {2, "agreement"}};
constexpr choice_descriptor opinions[] = {{1, "agree"}, {2, "agree_with_changes"}, {3, "disagree"}};
constexpr choice_descriptor satisfactions[] = {
    {1, "satisfied"}, {2, "partly_satisfied"}, {3, "not_satisfied"}};
constexpr choice_descriptor measures[] = {{1, "cumulative"}, {2, "point"}};
constexpr choice_descriptor finishing_days_chosen[] = {{1, "submission"}, {2, "acceptance"}};
constexpr choice_descriptor issue_days_chosen[] = {{1, "dated"}, {2, "recorded"}};
constexpr choice_descriptor policies[] = {{1, "host"}, {2, "agencies"}};
constexpr choice_descriptor yes_or_no[] = {{1, "no"}, {2, "yes"}};
constexpr choice_descriptor day_kinds[] = {{1, "off"}, {2, "worked"}};
constexpr choice_descriptor weekdays[] = {{1, "monday"},   {2, "tuesday"}, {3, "wednesday"},
                                          {4, "thursday"}, {5, "friday"},  {6, "saturday"},
                                          {7, "sunday"}};
constexpr choice_descriptor holiday_rules[] = {{1, "none"}, {2, "viet_nam"}};
constexpr choice_descriptor histories[] = {{1, "known"}, {2, "own"}};
constexpr choice_descriptor tet_windows[] = {{1, "one_before"}, {2, "two_before"}};
constexpr choice_descriptor sides[] = {{1, "before"}, {2, "after"}};
constexpr choice_descriptor review_kinds[] = {{1, "interim"}, {2, "final"}};
constexpr choice_descriptor forces[] = {{1, "in_force"}, {2, "not_in_force"}};
constexpr choice_descriptor figures[] = {{1, "as_of_day"}, {2, "successors"}};
constexpr choice_descriptor groupings[] = {{1, "agency"},   {2, "coordinating"},
                                           {3, "document"}, {4, "field_of_work"},
                                           {5, "priority"}, {6, "task"}};
constexpr choice_descriptor review_lists[] = {
    {1, "population"},      {2, "overdue"},          {3, "unfinished"},
    {4, "unexplained"},     {5, "done_since"},       {6, "carried_late"},
    {7, "carried_planned"}, {8, "without_deadline"}, {9, "awaiting_acceptance"},
    {10, "without_lead"},   {11, "next_new"},        {12, "next_planned"},
    {13, "unplanned"},      {14, "only_reported"}};
constexpr choice_descriptor roundings[] = {{1, "half_up"}, {2, "truncated"}};
constexpr choice_descriptor editions[] = {{1, "internal"}, {2, "publication"}};
constexpr choice_descriptor thing_kinds[] = {
    {1, "agency"},     {2, "official"}, {3, "document"},       {4, "clause"},    {5, "meeting"},
    {6, "conclusion"}, {7, "task"},     {8, "recommendation"}, {9, "indicator"}, {10, "item"},
    {11, "post"},      {12, "term"},    {13, "programme"}};
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
    {f::period,
     "period",
     period,
     none,
     0,
     0,
     {},
     "",
     "2024-Q1, 2024-H1, 2024, 2024-04, or its first and last day, as 2024-01-15/2024-04-20; in a "
     "question also term:CODE, the days of a term"},
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
    whole(f::remaining, "remaining", 0, 60'000, "working days",
          "how long the work still takes, as reported; goes before percent"),
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
    one_of(f::priority, "priority", priorities, "how urgent it is; normal if absent"),
    one_of(f::recurs, "recurs", recurrences,
           "it comes again each period; repeat_task makes the instances"),
    words(f::obligation, "obligation", "what this agency is to do in the task"),
    one_of(f::assignment_role, "assignment_role", assignment_roles,
           "as what the agency takes part"),
    words(f::measures, "measures", "the measures already taken"),
    ref(f::blamed, "blamed", agency, "the coordinating agency that the explanation blames"),
    ref(f::owed_by, "owed_by", agency, "the body that owes the condition"),
    words(f::condition, "condition", "what must be there before the work can go on"),
    one_of(f::verdict, "verdict", verdicts, "what the verification found of the report"),
    ref(f::on_behalf_of, "on_behalf_of", agency,
        "the agency for which the Office records; the Office alone may name one"),
    ref(f::consultation, "consultation", consultation, "a round of consultation"),
    one_of(f::silence, "silence", silences,
           "what no answer by the due day means; no_answer if absent"),
    ref(f::raised_by, "raised_by", agency, "who raised it"),
    words(f::raised_by_as_stated, "raised_by_as_stated", "the source's words for who raised it"),
    words(f::topic, "topic", "what it is about"),
    one_of(f::recommendation_kind, "recommendation_kind", recommendation_kinds,
           "view, proposal or request"),
    one_of(f::recommendation_status, "recommendation_status", recommendation_statuses,
           "what became of it"),
    one_of(f::opinion, "opinion", opinions, "what the agency answered"),
    date(f::answer_due, "answer_due", "the last day for an answer"),
    ref(f::authority, "authority", agency, "the competent authority: who may decide it"),
    ref(f::forwarded_to, "forwarded_to", agency, "to whom it was forwarded"),
    one_of(f::satisfied, "satisfied", satisfactions, "what the raiser makes of the answer"),
    words(f::unit, "unit", "the unit of the values"),
    one_of(f::direction, "direction", directions, "whether more is better"),
    whole(f::target_low, "target_low", -most, most, "units", "the target, or its lower end"),
    whole(f::target_high, "target_high", -most, most, "units", "the upper end of a range"),
    whole(f::value, "value", -most, most, "units", "the value observed; absent is never zero"),
    one_of(f::measure, "measure", measures,
           "cumulative: the values of periods add up; point: the last one counts"),
    whole(f::profile, "profile", 0, 100, "%",
          "the share of the year's target by quarter (4 values) or month (12); 100 in all"),
    whole(f::threshold, "threshold", 1, 1000, "%",
          "below this share of what was due a task is proposed to the owner; where none is stated "
          "100 is below, and nothing is proposed"),
    ref(f::owner, "owner", agency, "the agency that answers for the indicator"),
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
    ref(f::clause, "clause", clause, "a clause of a document"),
    ref(f::document_review, "document_review", document_review,
        "the duty to review how a document was carried out"),
    ref(f::term, "term", term, "the term of a body"),
    ref(f::programme, "programme", programme, "a work programme"),
    ref(f::item, "item", item, "an item of a work programme"),
    ref(f::access_class, "access_class", access_class, "who may see it; absent: everybody"),
    words(f::clause_number, "clause_number", "the clause's number, as in II.3"),
    ref(f::parent_clause, "parent_clause", clause, "the clause of which it is a part"),
    one_of(f::review_kind, "review_kind", review_kinds, "interim (so ket) or final (tong ket)"),
    date(f::in_force_from, "in_force_from", "the first day in force; its own day if absent"),
    words(f::duty, "duty", "what a successor takes over, one for each, in their order"),
    date(f::from_day, "from_day", "the first day"),
    {f::planned_for,
     "planned_for",
     period,
     none,
     0,
     0,
     {},
     "",
     "the month or other period for which it is planned"},
    words(f::session, "session", "the session it goes to, in the words of the programme"),
    date(f::papers_due, "papers_due", "the day on which the papers are due at the Office"),
    whole(f::rank, "rank", 1, 1000, "places", "the higher, the fewer may see it"),
    whole(f::event, "event", 1, most, "events", "the number of an event"),
    words(f::ordered_by, "ordered_by", "number and day of the order, where it is no document here"),
    words(f::remains, "remains", "what stays of the event; the ledger fills it in"),
    whole(f::copies, "copies", 1, most, "events",
          "other events in which the same words stood when they were destroyed; the ledger fills "
          "it in"),
    words(f::public_key, "public_key", "of an Ed25519 key: 32 bytes as 64 hexadecimal digits"),
    words(f::signature, "signature", "by Ed25519: 64 bytes as 128 hexadecimal digits"),
    one_of(f::language, "language", languages, "vi, en or tr"),
    words(f::column, "column", "FIELD=HEADING: which column of the file fills which field"),
    words(f::code_prefix, "code_prefix",
          "put before the codes in the file; of a class of access: with which the codes begin of "
          "what is recorded in it, and which nobody else may choose"),
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
          "pairs of agencies with fewer such links are left out; 1 if absent, of agency_pairs 0 "
          "where counted_links is absent, too"),
    whole(f::delay, "delay", 0, 60'000, "working days", "how much longer the task takes"),
    whole(f::runs, "runs", 1, 10'000'000, "runs", "of a forecast; 10000 if absent"),
    whole(f::seed, "seed", 0, most, "numbers",
          "of a forecast: another seed, other lots; 1 if absent"),
    whole(f::threads, "threads", 1, 256, "threads",
          "that compute a forecast, whose answer does not depend on it; 1 if absent"),
    whole(f::optimistic_percent, "optimistic_percent", 0, 100, "percent",
          "the shortest that a task may take, of its duration; 80 if absent"),
    whole(f::pessimistic_percent, "pessimistic_percent", 100, 1000, "percent",
          "the longest that a task may take, of its duration; 150 if absent"),
    date(f::due, "due",
         "on time is a run of the forecast that ends by this day; one that keeps every deadline if "
         "absent"),
    whole(f::since, "since", 0, most, "events", "only what was recorded after this event"),
    words(f::order_by, "order_by", "the column by which the rows are ordered"),
    one_of(f::descending, "descending", yes_or_no, "yes: the largest first"),
    words(f::expected, "expected", "which of the documents to be issued: a short key"),
    one_of(f::policy, "policy", policies,
           "host: the host decides who may what; agencies: the ledger does"),
    ref(f::office, "office", agency,
        "the Office: keeps the register, verifies, reminds, and may record on behalf of any"),
    ref(f::inspection, "inspection", agency, "the inspection committee: reads all and rates"),
    whole(f::most_times, "most_times", 0, 1000, "extensions",
          "how often a deadline may be put off"),
    whole(f::most_days, "most_days", 1, 60'000, "calendar days",
          "how far from the original deadline in all"),
    ref(f::delegate, "delegate", agency, "who may act for the agency"),
    words(f::host_key, "host_key", "the name of the host's attribute"),
    words(f::host_value, "host_value", "its value, never interpreted; absent: taken away"),
    one_of(f::in_force, "in_force", forces, "only what is, or is not, in force on the day"),
    one_of(f::figures_by, "figures_by", figures,
           "agencies as of the day, or those that go on for them; as_of_day if absent"),
    one_of(f::kind, "kind", thing_kinds, "only things of this kind"),
    ref(f::asking, "asking", agency, "the agency that waits for another"),
    ref(f::asked, "asked", agency, "the agency that is waited for"),
    whole(f::periods, "periods", 1, 40, "periods",
          "how many, back from the one named; 1 if absent"),
    whole(f::due_within, "due_within", 0, 250, "working days",
          "warn so long before a day is due; 5 if absent"),
    whole(f::silent_after, "silent_after", 1, 250, "working days",
          "warn of a task of which so long nothing was reported; if absent as the ledger states it "
          "(set_slow_limits), else 20"),
    whole(f::answer_within, "answer_within", 1, 250, "working days",
          "warn of work handed in that waits longer for its answer, and of a recommendation "
          "without a due day that waits four times as long; if absent as the ledger states it, "
          "else 5"),
    ref(f::review, "review", review, "the review of a period, as a body keeps it"),
    date(f::cut_off, "cut_off", "the last day that the review looks at, that whole day included"),
    ref(f::corrects_review, "corrects_review", review,
        "the closed review of the same period that this one corrects"),
    whole(f::seen_revision, "seen_revision", 1, most, "events",
          "the last event that the closing body saw; the last there is if absent"),
    words(f::content, "content",
          "the review as canonical JSON, as it was closed; the ledger fills it in"),
    words(f::content_hash, "content_hash", "SHA-256 of the content; the ledger fills it in"),
    whole(f::content_schema, "content_schema", 1, 1000, "schemas",
          "the schema of the content; the ledger fills it in"),
    ref(f::carried_late, "carried_late", task,
        "a task that was due or planned and is carried over; the ledger fills it in"),
    ref(f::carried_planned, "carried_planned", task,
        "a task that is due later and is carried over; the ledger fills it in"),
    ref(f::unexplained, "unexplained", task,
        "an unfinished task that was not explained; the ledger fills it in"),
    whole(f::days_late, "days_late", 0, 60'000, "working days",
          "work is slow if it is overdue by more; 0 if never stated"),
    whole(f::times_extended, "times_extended", 0, 1000, "extensions",
          "work is slow if its deadline was put off more often; 2 if never stated"),
    whole(f::reminders_unanswered, "reminders_unanswered", 0, 1000, "reminders",
          "work is slow if more were sent since anything was reported; 1 if never stated"),
    whole(f::good_in_time, "good_in_time", 0, 100, "%",
          "rated good needs at least this share of its tasks in time"),
    whole(f::completed_behind, "completed_behind", 0, 100, "%",
          "rated completed allows at most this share of its tasks behind"),
    one_of(f::grouped_by, "grouped_by", groupings,
           "by what the figures are summed; agency if absent"),
    whole(f::baseline, "baseline", 1, most, "events",
          "the baseline is the plan as of this event; each task's own, of when it was recorded, "
          "if absent"),
    one_of(f::edition, "edition", editions,
           "internal: with names and causes; publication: counts, and nobody is named; internal if "
           "absent"),
    one_of(f::heads_agency, "heads_agency", yes_or_no,
           "yes: who holds the post heads the agency and chairs its meetings; no if absent"),
    whole(f::second_level_after, "second_level_after", 0, 60'000, "working days",
          "a warning is of the second level if its day is past by more; 10 if never stated"),
    whole(f::third_level_after, "third_level_after", 0, 60'000, "working days",
          "a warning is of the third level if its day is past by more; 30 if never stated"),
    whole(f::stated_percent, "stated_percent", 0, 100'000'000, "hundredths of a percent",
          "the share of the target or of the base as the source prints it; it is held against "
          "the counts"),
    whole(f::term_within, "term_within", 0, 60'000, "working days",
          "what a term that ends within these leaves open is told; 60 if absent"),
    one_of(f::list, "list", review_lists, "a list of a review; population if absent"),
    date(f::not_before, "not_before", "work on it starts on that day or later"),
    date(f::must_start, "must_start",
         "work on it starts on that day: not before it, and late if after it"),
    date(f::not_after, "not_after",
         "the work is planned to be finished on that day or earlier; no deadline: no class looks "
         "at it"),
    whole(f::optimistic, "optimistic", 0, 60'000, "working days",
          "how long the work takes if all goes well, for forecasts"),
    whole(f::pessimistic, "pessimistic", 0, 60'000, "working days",
          "how long it takes if much goes wrong; the likely one of the three is the duration"),
    one_of(f::milestone, "milestone", yes_or_no,
           "yes: it is a day on which something is there, and takes no work; no if absent"),
    one_of(f::rounding, "rounding", roundings,
           "how percentages are rounded to hundredths; half_up if absent"),
    one_of(f::still_open, "still_open", yes_or_no,
           "yes: only what is open on the day asked for; no: only what is settled"),
    ref(f::blamed_in, "blamed_in", task,
        "the task in which the explanation of a delay blames the agency, which is to answer that"),
    one_of(f::finishing_day, "finishing_day", finishing_days_chosen,
           "on which day a task that was accepted is done: that of the submission, or of the "
           "acceptance"),
    one_of(f::issue_day, "issue_day", issue_days_chosen,
           "on which day a document that a task is to bring forth is issued: its own date, or the "
           "day as of which its issue was recorded"),
};

// ---- commands -----------------------------------------------------------------------------------
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

// ---- questions ----------------------------------------------------------------------------------
constexpr field_use tasks_arguments[] = {
    may(f::agency),      may(f::document), may(f::task_class),   may(f::text), may(f::order),
    may(f::parent_task), may(f::priority), may(f::access_class), MANDATE_PAGED};
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
constexpr field_use agencies_arguments[] = {may(f::text), may(f::parent), may(f::agency_kind),
                                            MANDATE_PAGED};
constexpr column_descriptor agencies_columns[] = {
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
constexpr field_use page_arguments[] = {MANDATE_PAGED};
constexpr field_use documents_arguments[] = {may(f::agency), may(f::document_kind),
                                             may(f::in_force), may(f::text), MANDATE_PAGED};
constexpr column_descriptor documents_columns[] = {
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
constexpr field_use lineage_arguments[] = {may(f::task), may(f::document), MANDATE_PAGED};
constexpr column_descriptor lineage_columns[] = {
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
constexpr field_use below_document_arguments[] = {must(f::document), may(f::rounding),
                                                  MANDATE_PAGED};
constexpr column_descriptor below_document_columns[] = {
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
constexpr field_use orphan_clauses_arguments[] = {may(f::document), MANDATE_PAGED};
constexpr column_descriptor orphan_clauses_columns[] = {
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
constexpr column_descriptor orphan_tasks_columns[] = {
    {"task", "text", "code"},
    {"title", "text", ""},
    {"class", "text", ""},
    {"assigned_on", "day", ""},
};
constexpr field_use document_reviews_arguments[] = {
    may(f::document), may(f::period), may(f::agency), may(f::review_kind), MANDATE_PAGED};
constexpr column_descriptor document_reviews_columns[] = {
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
constexpr field_use open_at_term_end_arguments[] = {must(f::term), MANDATE_PAGED};
constexpr column_descriptor open_at_term_end_columns[] = {
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
constexpr field_use left_open_arguments[] = {may(f::agency), MANDATE_PAGED};
constexpr column_descriptor left_open_columns[] = {
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
constexpr field_use agency_figures_arguments[] = {may(f::figures_by), MANDATE_PAGED};
constexpr column_descriptor agency_figures_columns[] = {
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
constexpr field_use post_holders_arguments[] = {may(f::agency), may(f::post), may(f::official),
                                                MANDATE_PAGED};
constexpr column_descriptor post_holders_columns[] = {
    {"post", "text", "code"},
    {"post_name", "text", "in Vietnamese, or as recorded"},
    {"agency", "text", "code"},
    {"official", "text", "code; missing: nobody is recorded"},
    {"name", "text", ""},
    {"from", "day", "first day known"},
    {"until", "day", "last day that was stated, or that is the day asked for; missing: open"},
    {"heads_agency", "int64", "1: who holds it heads the agency"},
};
constexpr field_use programme_items_arguments[] = {may(f::agency), may(f::period),
                                                   may(f::programme), MANDATE_PAGED};
constexpr column_descriptor programme_items_columns[] = {
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
constexpr field_use search_arguments[] = {must(f::text), may(f::kind), MANDATE_PAGED};
constexpr column_descriptor search_columns[] = {
    {"kind", "text",
     "agency, official, document, clause, meeting, conclusion, task, "
     "recommendation, indicator, item, post, term or programme"},
    {"code", "text", ""},
    {"found", "text", "the name, title or number that holds the words"},
    {"title", "text", "what it is called on the day asked for"},
};
constexpr field_use agency_names_arguments[] = {may(f::agency), MANDATE_PAGED};
constexpr column_descriptor agency_names_columns[] = {
    {"agency", "text", "code"},
    {"language", "text", "vi, en or tr"},
    {"name", "text", ""},
    {"kind", "text", "name, former_name or alias"},
    {"from", "day", "missing: nobody states since when"},
    {"document", "text", "code of the deciding document"},
};
constexpr field_use planned_work_arguments[] = {must(f::period), may(f::agency), MANDATE_PAGED};
constexpr column_descriptor planned_work_columns[] = {
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
constexpr field_use responsibilities_arguments[] = {may(f::agency), may(f::text), MANDATE_PAGED};
constexpr column_descriptor responsibilities_columns[] = {
    {"field_of_work", "text", ""},
    {"agency", "text", "code"},
    {"post", "text", "code"},
    {"official", "text", "code of who holds the post on the day"},
    {"from", "day", ""},
    {"until", "day", ""},
    {"open_tasks", "int64", "open tasks of the field that it leads, those with parts by these"},
    {"open_tasks_of_others", "int64", "open tasks of the field that others lead, or nobody"},
};
constexpr field_use access_classes_arguments[] = {may(f::agency), MANDATE_PAGED};
constexpr column_descriptor access_classes_columns[] = {
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
constexpr field_use meetings_arguments[] = {may(f::meeting), may(f::agency), may(f::official),
                                            may(f::period), MANDATE_PAGED};
constexpr column_descriptor meetings_columns[] = {
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
constexpr field_use of_agency_arguments[] = {may(f::agency), MANDATE_PAGED};
constexpr column_descriptor terms_columns[] = {
    {"term", "text", "code"},
    {"name", "text", "in Vietnamese, or as recorded"},
    {"body", "text", "code"},
    {"from", "day", "first day"},
    {"until", "day", "last day; missing: not known yet"},
    {"name_en", "text", "missing: not recorded"},
    {"name_tr", "text", "missing: not recorded"},
};
constexpr field_use programmes_arguments[] = {may(f::agency), may(f::period), MANDATE_PAGED};
constexpr column_descriptor programmes_columns[] = {
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
constexpr column_descriptor links_columns[] = {
    {"link", "text", "code"},
    {"after", "text", "code of the task that goes first"},
    {"task", "text", "code of the task that waits for it"},
    {"link_type", "text", ""},
    {"lag", "int64", "in lag_unit"},
    {"lag_unit", "text", ""},
    {"since", "day", ""},
};
constexpr column_descriptor policy_columns[] = {
    {"policy", "text", "host: permissions are the host's; agencies: the actor is an agency"},
    {"since", "day", "missing: from the beginning"},
    {"office", "text", "code of the Office, which keeps the register"},
    {"inspection", "text", "code of the inspection committee, which reads all"},
};
constexpr column_descriptor extension_limits_columns[] = {
    {"assigner", "text", "code of who assigned the task; missing: anybody"},
    {"decided_by", "text", "code of who may put it off; missing: whoever may"},
    {"most_times", "int64", ""},
    {"most_days", "int64", "days after the original deadline"},
    {"since", "day", ""},
};
constexpr field_use document_relations_arguments[] = {may(f::document), may(f::relation),
                                                      MANDATE_PAGED};
constexpr column_descriptor document_relations_columns[] = {
    {"document", "text", "code"},
    {"relation", "text", "how it stands to the other one"},
    {"to_document", "text", "code"},
    {"since", "day", "the day on which the relation counts"},
};
constexpr column_descriptor officials_columns[] = {
    {"official", "text", "code"},
    {"name", "text", ""},
    {"posts", "text", "codes of those that the person holds on the day, separated by spaces"},
    {"agencies", "text", "codes of their agencies, each once, separated by spaces"},
};
constexpr field_use officials_arguments[] = {may(f::official), may(f::agency), may(f::text),
                                             MANDATE_PAGED};
constexpr field_use indicator_definitions_arguments[] = {may(f::indicator), may(f::agency),
                                                         MANDATE_PAGED};
constexpr column_descriptor indicator_definitions_columns[] = {
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
constexpr column_descriptor slow_limits_columns[] = {
    {"days_late", "int64", "working days; work is slow beyond it, as beyond the next"},
    {"times_extended", "int64", "extensions"},
    {"silent_after", "int64", "working days"},
    {"reminders_unanswered", "int64", "reminders"},
    {"answer_within", "int64", "working days"},
    {"since", "day", "of the last statement; missing: none, the limits are the common ones"},
};
constexpr field_use said_arguments[] = {
    may(f::event),        may(f::task),           may(f::agency),       may(f::official),
    may(f::post),         may(f::term),           may(f::document),     may(f::clause),
    may(f::meeting),      may(f::conclusion),     may(f::programme),    may(f::item),
    may(f::indicator),    may(f::recommendation), may(f::consultation), may(f::document_review),
    may(f::access_class), MANDATE_PAGED};
constexpr column_descriptor said_columns[] = {
    {"event", "int64", "its number"},
    {"effective_on", "day", "the day on which it counts"},
    {"command", "text", "what was recorded"},
    {"field", "text", "of that command; a list is the field repeated"},
    {"value", "text", "a day as 2024-04-25, a choice by its name"},
    {"corrects", "int64", "the event that it replaces or withdraws; missing: none"},
    {"corrected_by", "int64", "the event that replaced or withdrew it; missing: none"},
};
constexpr field_use delegations_arguments[] = {may(f::agency), may(f::task), MANDATE_PAGED};
constexpr column_descriptor delegations_columns[] = {
    {"agency", "text", "code of who gave its rights"},
    {"delegate", "text", "code of who may act for it"},
    {"task", "text", "code; missing: in all"},
    {"from", "day", ""},
    {"until", "day", "last day; missing: open"},
    {"in_force", "int64", "1: on the day asked for"},
};
constexpr column_descriptor not_shown_columns[] = {
    {"kind", "text",
     "document, meeting, conclusion, task, link, recommendation, clause, document_review, item or "
     "consultation"},
    {"things", "int64", "how many there are on the day that the viewer may not see"},
};
constexpr field_use agency_changes_arguments[] = {may(f::agency), MANDATE_PAGED};
constexpr column_descriptor agency_changes_columns[] = {
    {"agency", "text", "code"},
    {"on", "day", ""},
    {"change", "text", "renamed, moved, merged, split, dissolved or expired"},
    {"into", "text", "code of the successor or of the agency above; the new name"},
    {"duty", "text", "what this successor takes over"},
    {"document", "text", "code of the deciding document"},
    {"reason", "text", ""},
};
// Every list takes these.
constexpr field_use moves_arguments[] = {must(f::task), may(f::agency), MANDATE_PAGED};
constexpr column_descriptor moves_columns[] = {
    {"command", "text", "the move"},
    {"allowed", "int64", "1: it may be made now"},
    {"rule", "text", "the rule that refuses it; missing: none"},
    {"why", "text", "what that rule says"},
};
constexpr field_use permissions_arguments[] = {MANDATE_PAGED};
constexpr column_descriptor permissions_columns[] = {
    {"command", "text", ""},
    {"who", "text", "who may record it, separated by spaces"},
};
constexpr field_use rules_arguments[] = {MANDATE_PAGED};
constexpr column_descriptor rules_columns[] = {
    {"command", "text", "a move of a task"},
    {"open", "text", "the rule that refuses it on a task at work; missing: it is legal"},
    {"submitted", "text", "the same on a task that waits for an answer"},
    {"suspended", "text", "the same on a suspended task"},
    {"done", "text", "the same on a task that is done"},
    {"cancelled", "text", "the same on a cancelled task"},
};
constexpr field_use standing_results_arguments[] = {must(f::period), may(f::task), may(f::agency),
                                                    MANDATE_PAGED};
constexpr column_descriptor standing_results_columns[] = {
    {"task", "text", "code of a task that was standing in the period"},
    {"leads", "text", "codes, separated by spaces"},
    {"period", "text", ""},
    {"reported", "int64", "1: there is a result line for the period"},
    {"reported_on", "day", "the last one in it, or on an instance of it; missing: none"},
    {"text", "text", "the agency's words"},
};
constexpr field_use coordination_arguments[] = {must(f::period), may(f::asking), may(f::asked),
                                                may(f::periods), MANDATE_PAGED};
constexpr column_descriptor coordination_columns[] = {
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
constexpr field_use coordination_network_arguments[] = {
    must(f::period), may(f::agency), may(f::periods), may(f::at_least), MANDATE_PAGED};
constexpr column_descriptor coordination_network_columns[] = {
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
constexpr field_use mutual_cases_arguments[] = {must(f::period), may(f::at_least), MANDATE_PAGED};
constexpr column_descriptor mutual_cases_columns[] = {
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
constexpr field_use coordination_cases_arguments[] = {must(f::period), may(f::asking),
                                                      may(f::asked), MANDATE_PAGED};
constexpr column_descriptor coordination_cases_columns[] = {
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
constexpr column_descriptor joint_tasks_columns[] = {
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
constexpr field_use workload_arguments[] = {may(f::agency), may(f::official), may(f::due_within),
                                            MANDATE_PAGED};
constexpr column_descriptor workload_columns[] = {
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
constexpr field_use warnings_arguments[] = {may(f::agency),       may(f::due_within),
                                            may(f::silent_after), may(f::answer_within),
                                            may(f::term_within),  MANDATE_PAGED};
constexpr column_descriptor warnings_columns[] = {
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
constexpr field_use causes_arguments[] = {may(f::text), MANDATE_PAGED};
constexpr column_descriptor causes_columns[] = {
    {"cause", "text", "key"},
    {"name_vi", "text", ""},
    {"name_en", "text", ""},
    {"name_tr", "text", ""},
};
constexpr field_use signatures_arguments[] = {may(f::event), MANDATE_PAGED};
constexpr column_descriptor signatures_columns[] = {
    {"event", "int64", "the number of the event that is signed"},
    {"signed_on", "day", ""},
    {"public_key", "text", "64 hexadecimal digits"},
    {"signature", "text", "128 hexadecimal digits"},
    {"recorded_by", "int64", "the number of the event that brought the signature"},
};
constexpr field_use destroyed_words_arguments[] = {may(f::event), MANDATE_PAGED};
constexpr column_descriptor destroyed_words_columns[] = {
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
constexpr field_use changes_arguments[] = {must(f::since), may(f::agency), may(f::task),
                                           MANDATE_PAGED};
constexpr column_descriptor changes_columns[] = {
    {"event", "int64", "its number"},
    {"effective_on", "day", "the day on which it counts"},
    {"command", "text", "what was recorded"},
    {"kind", "text", "of the thing it is about; missing: the ledger itself"},
    {"code", "text", "of that thing"},
    {"corrects", "int64", "1: it replaces or withdraws another event"},
    {"corrected_by", "int64", "the event that replaced or withdrew it"},
    {"agencies", "text", "codes of the agencies concerned, separated by spaces"},
};
constexpr field_use obligations_arguments[] = {may(f::task), may(f::agency), may(f::task_class),
                                               MANDATE_PAGED};
constexpr column_descriptor obligations_columns[] = {
    {"task", "text", "code"},
    {"agency", "text", "code"},
    {"role", "text", "lead or coordinating"},
    {"obligation", "text", "missing: not stated"},
    {"due", "day", "its own day, else the task's; missing: none"},
    {"class", "text", "of its part: by its own day and answer; of a lead: of the task"},
    {"answered_on", "day", "missing: it has not answered"},
    {"answer", "text", ""},
};
constexpr field_use consultations_arguments[] = {may(f::task), may(f::agency), MANDATE_PAGED};
constexpr column_descriptor consultations_columns[] = {
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
constexpr field_use recommendations_arguments[] = {
    may(f::agency),  may(f::topic),     may(f::recommendation_status),
    may(f::meeting), may(f::authority), may(f::still_open),
    MANDATE_PAGED};
constexpr column_descriptor recommendations_columns[] = {
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
constexpr field_use indicators_arguments[] = {may(f::indicator), may(f::agency), may(f::period),
                                              MANDATE_PAGED};
constexpr column_descriptor indicators_columns[] = {
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
    {"year_before", "int64", "the value of the same period a year before"},
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
constexpr field_use indicator_standings_arguments[] = {must(f::period), may(f::indicator),
                                                       MANDATE_PAGED};
constexpr column_descriptor indicator_standings_columns[] = {
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
    {"year_before", "int64", "the value of the same period a year before"},
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
constexpr field_use conclusions_arguments[] = {may(f::meeting), may(f::conclusion_kind),
                                               MANDATE_PAGED, may(f::period), list(f::agency)};
constexpr column_descriptor conclusions_columns[] = {
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
constexpr field_use of_tasks_arguments[] = {may(f::task), may(f::agency), MANDATE_PAGED};
constexpr column_descriptor reminders_columns[] = {
    {"task", "text", "code"},
    {"sent_on", "day", ""},
    {"times", "int64", "the how-manieth on this task"},
    {"number", "text", "of the letter"},
    {"by", "text", "code"},
    {"to", "text", "codes, separated by spaces; the leads where none is named"},
    {"text", "text", ""},
};
constexpr column_descriptor extensions_columns[] = {
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
constexpr column_descriptor explanations_columns[] = {
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
constexpr field_use attributes_arguments[] = {may(f::host_key), MANDATE_PAGED};
constexpr column_descriptor attributes_columns[] = {
    {"kind", "text", "of the thing"},
    {"code", "text", "of the thing"},
    {"key", "text", ""},
    {"value", "text", ""},
};
constexpr field_use proposals_arguments[] = {must(f::period), may(f::indicator), MANDATE_PAGED};
constexpr column_descriptor proposals_columns[] = {
    {"indicator", "text", "code"},
    {"period", "text", ""},
    {"owner", "text",
     "code of the agency that is to take the task: the indicator's owner, or who alone goes on for "
     "it"},
    {"below", "text", "codes of the agencies below the threshold, separated by spaces"},
    {"without_figure", "text", "codes of those with a target and no figure"},
    {"task", "text", "a task on this indicator that is open already; missing: none yet"},
};
constexpr column_descriptor instances_columns[] = {
    {"task", "text", "code of the task that is fanned out or repeated"},
    {"instance", "text", "code; missing: due, and not recorded yet"},
    {"agency", "text", "code; for which agency"},
    {"period", "text", "for which period"},
    {"class", "text", ""},
    {"deadline", "day", ""},
    {"finished_on", "day", ""},
    {"differs_in", "text",
     "what its task says otherwise since it was corrected: title, deadline, assigner, lead (of "
     "the instance of a period), separated by spaces; missing: nothing"},
    {"made_by", "int64",
     "the number of the event that made it; a correction of that event brings it up to its task"},
};
constexpr column_descriptor conditions_columns[] = {
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
constexpr column_descriptor expected_documents_columns[] = {
    {"task", "text", "code"},
    {"expected", "text", "key"},
    {"issuer", "text", "code; after hand_over of the agency that took it over"},
    {"title", "text", ""},
    {"document", "text", "code; missing: not issued"},
    {"issued_on", "day", "the document's date"},
};
constexpr field_use results_arguments[] = {may(f::task), may(f::agency), MANDATE_PAGED,
                                           may(f::period)};
constexpr column_descriptor results_columns[] = {
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
constexpr field_use schedule_arguments[] = {may(f::document),        may(f::scope_start),
                                            may(f::critical_slack),  may(f::default_duration),
                                            may(f::out_of_sequence), may(f::remaining_work),
                                            may(f::milestone_day),   MANDATE_PAGED};
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
constexpr field_use schedule_findings_arguments[] = {
    may(f::document),        may(f::scope_start),
    may(f::critical_slack),  may(f::default_duration),
    may(f::out_of_sequence), may(f::remaining_work),
    may(f::milestone_day),   MANDATE_PAGED};
constexpr column_descriptor schedule_findings_columns[] = {
    {"key", "text",
     "schedule.before_start, schedule.suspended, schedule.cancelled, schedule.progress, "
     "schedule.estimates, schedule.cycle, schedule.outside or calendar.ends"},
    {"task", "text", "code"},
    {"link", "text", "code"},
    {"text", "text", "one line of English"},
};
constexpr field_use why_this_date_arguments[] = {
    must(f::task),          may(f::document),         may(f::scope_start),
    may(f::critical_slack), may(f::default_duration), may(f::out_of_sequence),
    may(f::remaining_work), may(f::milestone_day),    MANDATE_PAGED};
constexpr column_descriptor why_this_date_columns[] = {
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
constexpr field_use cycles_arguments[] = {may(f::document), may(f::task), MANDATE_PAGED};
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
constexpr field_use agency_pairs_arguments[] = {may(f::document),        may(f::scope_start),
                                                may(f::critical_slack),  may(f::default_duration),
                                                may(f::out_of_sequence), may(f::remaining_work),
                                                may(f::milestone_day),   may(f::counted_links),
                                                may(f::at_least),        MANDATE_PAGED};
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
                                               may(f::at_least),        MANDATE_PAGED};
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
constexpr field_use mutual_waiting_arguments[] = {may(f::document),        may(f::scope_start),
                                                  may(f::critical_slack),  may(f::default_duration),
                                                  may(f::out_of_sequence), may(f::remaining_work),
                                                  may(f::milestone_day),   may(f::counted_links),
                                                  may(f::at_least),        MANDATE_PAGED};
constexpr column_descriptor mutual_waiting_columns[] = {
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
constexpr field_use delay_impact_arguments[] = {must(f::task),           must(f::delay),
                                                may(f::document),        may(f::scope_start),
                                                may(f::critical_slack),  may(f::default_duration),
                                                may(f::out_of_sequence), may(f::remaining_work),
                                                may(f::milestone_day),   MANDATE_PAGED};
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
#undef MANDATE_PAGED

}  // namespace

std::span<const command_descriptor> commands() noexcept { return command_table; }
std::span<const field_descriptor> fields() noexcept { return field_table; }
std::span<const question_descriptor> questions() noexcept { return question_table; }
std::span<const field_use> common_fields() noexcept { return common; }
std::span<const field_use> report_arguments() noexcept { return report_uses; }
std::span<const field_use> task_list_arguments() noexcept { return task_list_uses; }

}  // namespace mandate::tables
