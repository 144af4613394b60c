#pragma once
// The review of a period: who was to do what, what came of it, what is carried over. A value:
// computed once from one revision and one pair of times, then only formatted.

#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/table.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/model/command.hpp"
#include "mandate/model/names.hpp"
#include "mandate/model/task_class.hpp"
#include "mandate/review/review_answers.hpp"
#include "mandate/review/task_descriptions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mandate {

/// Text in up to three languages; an absent language is empty, and readers fall back to vi.
struct multilingual {
    std::string vi, en, tr;

    friend bool operator==(const multilingual&, const multilingual&) = default;
};

struct named {
    std::string code;
    multilingual name;
};

/// A deadline: the words of the source, our reading, and how exact it was stated.
struct stated_deadline {
    std::string as_stated;         ///< may be empty
    std::optional<civil_day> day;  ///< absent: no deadline, or words that give no day
    mandate::precision precision = mandate::precision::day;
    std::optional<civil_day> standing_from;
};

/// An extension or another change of a deadline.
struct deadline_revision {
    civil_day decided_on;
    stated_deadline deadline;
    std::optional<named> decided_by;
    std::string document;  ///< code of the deciding document, may be empty
    std::string reason;
    bool after_due = false;        ///< decided after the deadline before it had passed
    bool document_hidden = false;  ///< there is one, which the viewer may not see
};

/// What left a task without a deadline that it had: the deadline before it, and the event.
struct removed_deadline {
    std::int64_t event = 0;
    deadline_revision by;
    stated_deadline before;
};

/// The delay explanation of a task, as last submitted.
struct explanation {
    civil_day given_on;
    std::optional<named> given_by;
    std::string cause;  ///< key of the cause list, as in "coordination.late_reply"
    std::string text;
    std::optional<named> responsible;
    std::string responsible_official;  ///< name
    std::string remedy;
    std::optional<civil_day> proposed_deadline;
    std::string measures{};                         ///< already taken
    std::optional<bool> accepted{};                 ///< false: returned; absent: not decided
    std::string found_cause{}, found_text{};        ///< the Office's own finding, beside it
    std::optional<named> blamed{};                  ///< the coordinating agency that it blames
    multilingual cause_name{}, found_cause_name{};  ///< of causes that the ledger added
    std::string rejoinder{};                        ///< what that agency answers
    std::optional<named> rejoinder_by{};            ///< it, or who took that answer over
    std::optional<civil_day> rejoinder_on{};        ///< its day: of a placeholder it has no words
};

/// The result as verified, beside the result as reported.
struct verified_result {
    civil_day on;
    std::optional<named> by;
    verdict_kind verdict{};
    std::optional<int> percent;
    std::string text;
};

/// A condition that another body owes at the cut-off.
struct owed_condition {
    std::string condition;
    std::optional<named> owed_by;
    civil_day since;
    std::optional<civil_day> due;
};

/// What a coordinating agency has to do of its own.
struct own_part {
    named agency;
    std::string obligation;
    std::optional<civil_day> due;
    task_class its_class{};
    std::optional<civil_day> answered_on;
};

/// One agency that was asked for its opinion.
struct asked_opinion {
    std::string consultation;  ///< code
    named asked;
    std::string number;  ///< of the letter
    civil_day asked_on;
    std::optional<civil_day> due, answered_on;
    std::string opinion;  ///< name of the opinion or of what silence means; "": still time
};

/// A request for an extension that is not decided.
struct open_request {
    civil_day on;
    std::optional<named> by;
    civil_day proposed;
    std::string reason;
};

/// A delay that was held to be objective.
struct delay_waiver {
    civil_day on;
    std::optional<named> by;
    std::string cause, reason;
};

/// Another task that depends on this one.
struct dependent_task {
    std::string task;
    link_kind link = link_kind::finish_start;
    int lag = 0;
    mandate::lag_unit unit = lag_unit::working_days;
};

struct review_task {
    std::string code;
    multilingual title;
    std::vector<std::string> documents;  ///< codes of the source documents
    std::string meeting;                 ///< code, may be empty
    multilingual meeting_name;
    std::optional<named> assigner;  ///< or who took over what it decides (hand_over)
    civil_day assigned_on;
    std::string assigned_as_stated;
    mandate::precision assigned_precision = mandate::precision::day;
    std::vector<named> leads;  ///< empty: none named yet
    std::string lead_as_stated;
    std::vector<named> coordinating;
    std::string coordinating_as_stated;
    std::string product;
    std::string field_of_work;
    stated_deadline original;
    stated_deadline current;  ///< at the cut-off
    std::vector<deadline_revision> revisions;
    std::optional<removed_deadline> deadline_removed;  ///< where it has none now
    std::optional<int> working_days_since_assignment;  ///< to the cut-off; of open ones
    std::string doubt;
    std::string note;
    std::vector<std::string> sources;

    task_class at_end{};         ///< on the period's last day, by what is known at the cut-off
    task_class at_cut_off{};     ///< on the cut-off day
    bool existed_at_end = true;  ///< false: assigned after the period
    bool awaiting_acceptance = false;       ///< at the cut-off
    std::optional<civil_day> submitted_on;  ///< the last submission not returned
    std::optional<civil_day> finished_on;   ///< where it is done
    int times_returned = 0;
    std::optional<int> working_days_late;  ///< to the finish, or handing in, else to the cut-off
    std::optional<int> percent;            ///< as last reported
    std::optional<civil_day> reported_on;
    std::string result;   ///< words of the last report or submission
    std::string quality;  ///< name of the quality, where accepted
    std::string reason;   ///< of the cancellation or suspension
    std::optional<explanation> explained;
    bool planned_for_period = false;
    bool planned_for_next = false;
    bool key_task_of_next = false;
    std::vector<dependent_task> waiting;  ///< open tasks that depend on it directly
    int waiting_in_all = 0;               ///< directly or through others
    int waiting_not_shown = 0;            ///< besides: those that the viewer may not see
    int times_carried_late = 0;           ///< by closed reviews before this one

    priority_kind priority = priority_kind::normal;
    std::optional<verified_result> verified;  ///< since the last report
    std::vector<owed_condition> conditions;
    std::vector<own_part> parts;  ///< of coordinating agencies that have something of their own
    std::vector<asked_opinion> opinions;
    std::optional<open_request> extension_request;
    std::optional<delay_waiver> waiver;
    int reminders = 0;
    std::optional<civil_day> reminded_on;  ///< last
    std::string reminder_number;           ///< of the last letter
    int documents_expected = 0, documents_issued = 0;
    bool placeholder = false;  ///< its words are not in the ledger
    std::string access_class;  ///< code; empty: everybody may see it
};

/// One agency's row. Figures are of tasks it leads; coordinating apart.
struct agency_row {
    named agency;
    class_counts led;  ///< at the period's last day
    class_counts led_at_cut_off;
    std::int64_t coordinated = 0;
    /// It reported on some task of the population from the period's first day to the cut-off.
    bool reported = false;
    std::string merged_into;  ///< codes of the successors if it ended by the cut-off, by spaces
    std::string ended_how;    ///< merged, split, dissolved, expired; empty: it goes on
    std::vector<named> successors;
    class_counts own_parts{};  ///< of coordinating, where something of its own is stated
};

/// A document in the tree; parents come before children.
struct document_node {
    std::string code;
    std::string number;
    document_kind kind{};
    multilingual title;
    std::optional<named> issuer;
    std::optional<civil_day> dated;
    std::string dated_as_stated;
    struct other_date {
        civil_day day;
        std::vector<std::string> sources;
    };
    std::vector<other_date> other_dates;  ///< what other sources state
    std::string note;                     ///< why this date is used
    int depth = 0;
    std::optional<relation_kind> relation;  ///< to its parent in the tree
    std::vector<std::size_t> tasks;  ///< positions in review::tasks, given by this document itself
    std::int64_t done_below = 0;     ///< finished tasks at the cut-off, here and below, by leaves
    std::int64_t total_below =
        0;  ///< tasks here and below, cancelled and standing ones not counted
};

/// The duty to review how a document was carried out: interim (sơ kết) or final (tổng kết).
struct review_of_document {
    std::string code;
    std::string document;
    std::string number;
    multilingual title;
    review_kind kind{};
    stated_deadline original, current;
    std::vector<named> leads;
    std::string task;   ///< code of the task that carries it out
    std::string state;  ///< done, done_late, dropped, overdue, open, open_without_due
    std::optional<civil_day> done_on;
    std::optional<civil_day> handed_in_on;  ///< that task, whose acceptance is awaited
    std::string report;                     ///< code of the document that reports it
    std::string quality;                    ///< name of the quality
};

/// An item of a work programme.
struct review_item {
    std::string code;
    std::string programme;
    std::optional<named> agency;  ///< whose programme it is
    multilingual title;
    std::optional<period> first_planned_for, planned_for;
    std::optional<named> body;
    std::string session;
    std::vector<named> leads;
    std::string task;
    std::optional<civil_day> papers_due, papers_on;
    std::optional<bool> papers_in_time;  ///< absent: not due yet, or no day stated
    std::string state;  ///< planned, postponed, withdrawn, considered, done, overdue
    std::optional<civil_day> handed_in_on{};  ///< its task, in time; the answer is awaited
    bool added = false;
    int times_postponed = 0;
    std::string decision;  ///< code of the document of the last change
    std::string reason;    ///< of the last change
};

struct review_clause {
    std::string code, document, number;
    multilingual title;
    std::vector<std::string> tasks;  ///< that no agency leads; empty: there is no task
};

struct review_recommendation {
    std::string code;
    multilingual text;
    std::vector<named> raised_by;
    std::string raised_by_as_stated;
    std::vector<named> addressed_to;
    std::string topic;
    std::string meeting;
    multilingual meeting_name;
    civil_day raised_on;
    int age_in_working_days = 0;  ///< to the answer, else to the cut-off
    bool open = true;
    std::string status;                    ///< name of the status; "" = nothing said yet
    std::optional<civil_day> answered_on;  ///< absent while it is open
    std::string answer_task;               ///< code
    std::string answer_text;
    std::vector<std::string> related_tasks;
    std::string kind{};  ///< name of the kind, may be empty
    std::optional<named> authority{}, forwarded_to{};
    std::optional<civil_day> answer_due{};
    int times_raised = 1;
    std::string satisfied{};  ///< name of what the raiser makes of the answer
};

struct indicator_row {
    named agency;
    period span;
    std::optional<std::int64_t> target_low, target_high;
    std::optional<std::int64_t> value;  ///< absent: no source states it
    std::vector<std::string> sources;
    /// Of the year's target, by the period's end: what reaches it; shares go by the exact one.
    std::optional<std::int64_t> expected{};
    /// profile: by the seasonal profile; pro_rata: by months; year_target: a point's; or empty.
    std::string expected_by{};
    /// Hundredths of a percent: of the period's target, else of `expected`; of the target and of
    /// the base are two measures, never mixed.
    std::optional<std::int64_t> percent_of_target{}, percent_of_base{};
    std::optional<std::int64_t> base{};
    /// Where only the first part of the period is reported: of the same part.
    std::optional<std::int64_t> year_before{};
    std::optional<bool> below{};  ///< the threshold, else 100 %; absent: it cannot be told
    /// From the year's beginning to the period's end, of a point the last figure: held against
    /// `expected` where the period has no target of its own.
    std::optional<std::int64_t> year_value{};
    /// Parts without a figure, of `value` and of `year_value`: they are in the sum with nothing.
    int missing = 0, year_missing = 0;
    /// What `percent_of_target` is a share of where it is one of `expected`: the exact number, half
    /// up where it has more than two digits.
    std::optional<std::int64_t> expected_in_hundredths{};
};

struct review_indicator {
    named indicator;
    std::string unit;
    indicator_direction direction = indicator_direction::higher_is_better;
    std::string note;
    /// The rows of the period reviewed come first, one per agency that has any row: absent there is
    /// shown as such. Then what is known of other periods, latest first.
    std::vector<indicator_row> rows;
    std::optional<named> owner{};
    std::optional<int> threshold{};  ///< percent of the target
    measure_kind measure = measure_kind::cumulative;
};

struct review_meeting {
    std::string code;
    multilingual name;
    std::optional<named> body;
    civil_day held_on;
    struct person {
        std::string name;
        multilingual post;
        meeting_role role{};
    };
    std::vector<person> persons;
    struct said {
        std::string code;
        conclusion_kind kind{};
        multilingual text;
        std::vector<named> addressed_to;
    };
    std::vector<said> conclusions;
};

/// A closed review, where another one tells of it.
struct named_closing {
    std::string review;  ///< code
    civil_day closed_on;
};

/// How a review was closed.
struct review_closing {
    std::string review;  ///< code
    named body;          ///< whose review it is
    civil_day closed_on;
    std::string closed_by;  ///< name of the official
    std::string reason;     ///< why it was closed with explanations missing
    std::optional<civil_day> explanations_due;
    std::string corrects;  ///< code of the closed review that it corrects
    /// The one that corrects it by what is known now. Never in the JSON, which stays as it was.
    std::optional<named_closing> corrected_by{};
    /// Of its JSON, in hexadecimal digits; empty: not closed yet, or the viewer sees a part. Never
    /// in the JSON.
    std::string content_hash{};
};

/// How long the lists of a review are, where they are not published.
struct publication_figures {
    std::int64_t population = 0, overdue = 0, unfinished = 0, unexplained = 0, done_since = 0;
    std::int64_t carried_late = 0, carried_planned = 0, without_deadline = 0, without_lead = 0;
    std::int64_t next_new = 0, next_planned = 0, only_reported = 0;
    std::int64_t agencies = 0;               ///< that lead a task of the population
    std::int64_t agencies_with_overdue = 0;  ///< of these, at the period's end
    std::int64_t recommendations = 0, recommendations_open = 0;
};

/// The tasks of another period at its end, by what is known at the cut-off.
struct compared_period {
    mandate::period period;
    class_counts at_end;
    rates by_end;
};

struct review {
    mandate::period period{period_kind::quarter, 2024, 1};
    /// The one after it, of which the lists of what comes next speak; absent after 2199.
    std::optional<mandate::period> next;
    civil_day cut_off;
    civil_day class_day;  ///< of the first column: the period's last day, or a cut-off before it
    std::optional<civil_day> meeting_day;
    std::optional<review_meeting> meeting;    ///< the meeting that reviews this period, if recorded
    std::int64_t revision = 0;                ///< the last event seen
    std::optional<std::int64_t> known_at_us;  ///< absent: all that is recorded
    int utc_offset_minutes = 0;
    std::vector<std::string> only;          ///< codes, if asked for some agencies only
    std::optional<review_closing> closing;  ///< absent: a draft
    /// Of a question asked today, the closed reviews of this period that none corrects, by code.
    /// The JSON leaves them to the question `reviews`.
    std::vector<named_closing> closed_as{};
    /// Only of the edition for publication, in which nobody is named: figures alone.
    std::optional<publication_figures> publication;

    /// The population, then the tasks assigned after the period, then those only in the document
    /// tree. The lists below are positions in it.
    task_descriptions tasks;
    std::vector<std::size_t> population;
    std::vector<std::size_t> overdue;     ///< open overdue at the period's end
    std::vector<std::size_t> unfinished;  ///< overdue, or planned for the period and not done
    /// Of the unfinished: those without an explanation that states cause, text, remedy and proposed
    /// day, and those whose explanation was returned.
    std::vector<std::size_t> unexplained;
    std::vector<std::size_t> done_since;  ///< unfinished at the period's end, done by the cut-off
    std::vector<std::size_t> carried_late;
    std::vector<std::size_t> carried_planned;
    std::vector<std::size_t> without_deadline;
    std::vector<std::size_t> awaiting_acceptance;
    std::vector<std::size_t> without_lead;
    std::vector<std::size_t> next_new;      ///< assigned after the period, by the cut-off
    std::vector<std::size_t> next_planned;  ///< planned for, key to, or due in the next period

    /// Which day the ledger takes as the one on which work was done.
    finishing_day_kind finishing_day = finishing_day_kind::submission;
    issue_day_kind issue_day = issue_day_kind::dated;
    class_counts at_end;
    class_counts at_cut_off;
    rates by_end;
    std::vector<compared_period> compared;  ///< the period before, then the same a year ago
    std::int64_t waived = 0;             ///< late or overdue at the end, and held to be objective
    rate on_time_with_waivers;           ///< as on_time, with these counted as on time
    std::vector<agency_row> agencies;    ///< by code
    class_counts sum_of_rows;            ///< a task with several leads counts in each row
    std::vector<named> not_reported;     ///< leads of open or standing tasks, or who goes on
    std::vector<std::size_t> unplanned;  ///< assigned in it, outside its plans and programmes
    /// Done at the end by the lead's own word alone: neither accepted nor verified.
    std::vector<std::size_t> only_reported;
    std::int64_t placeholders = 0;  ///< tasks without words, of the population and the new ones
    std::int64_t not_shown = 0;     ///< tasks of the period that the viewer may not see
    std::string viewer;             ///< code of the agency for which it was made
    bool viewer_sees_all = false;   ///< nothing in the ledger is hidden from that agency
    std::vector<document_node> documents;
    /// Due or done in the period, due in the next one, or overdue.
    std::vector<review_of_document> document_reviews;
    /// Planned for the period or the next one, or overdue.
    std::vector<review_item> programme_items;
    std::vector<review_clause> orphan_clauses;  ///< of documents in force; nobody carries them out
    std::vector<review_recommendation> recommendations;  ///< open first, then answered
    std::int64_t recommendations_open = 0;
    std::vector<review_indicator> indicators;
    std::vector<finding> findings;
    review_answers answers;
    /// Of percentages on the page and in the text. JSON has counts alone.
    rounding percentages = rounding::half_up;
};

/// The edition for publication: period, days, counts and rates. Whatever may name an agency or a
/// person, or was written by one, is left out.
review publication_of(const review& internal);

/// The tasks of one of its lists, by the number of a choice of the field `list`, with the columns
/// of the question review_tasks; `page`: offset and limit. Not of the edition for publication.
table review_list(const review& r, std::int64_t list, const arguments& page = {});

/// The review as canonical JSON: UTF-8, one line, keys in a fixed order, integers only, the same
/// bytes for the same content. Its "schema" is 1; keys may be added, none changes its meaning.
std::string to_json(const review& r);

/// `findings`, and that the answers give days beyond the known calendar. Cost: that of the answers.
std::vector<finding> all_findings(const review& r);

}  // namespace mandate
