#pragma once
// How the things of a review are put into words, the same in the text and on the page.

#include "mandate/report/report.hpp"
#include "mandate/review/review.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate::wording {

/// "Cause: late reply". Values are plain text, not escaped.
struct fact_line {
    std::string name;
    std::string value;

    friend bool operator==(const fact_line&, const fact_line&) = default;
};
using fact_lines = std::vector<fact_line>;

/// The language in which pick() answers.
language language_of(const multilingual& text, language lang) noexcept;
/// The text in the language, else in Vietnamese, else in any that is there.
const std::string& pick(const multilingual& text, language lang) noexcept;
/// The code where it has no name.
const std::string& name_of_meeting(const std::string& code, const multilingual& name,
                                   language lang) noexcept;

/// Names joined by semicolons (a name may contain commas); else the words of the source in
/// quotation marks; else `otherwise`.
std::string names(const std::vector<named>& list, std::string_view as_stated, language lang,
                  std::string_view otherwise);
std::string name_or(const std::optional<named>& one, language lang, std::string_view otherwise);
std::string joined(const std::vector<std::string>& words, std::string_view separator);
/// The words with a full stop at the end, if there is none.
std::string sentence(std::string words);
/// The words without a full stop at the end: before a semicolon.
std::string phrase(std::string words);

std::string_view class_label(task_class c, language lang) noexcept;
std::string_view kind_label(document_kind kind, language lang) noexcept;
std::string_view conclusion_label(conclusion_kind kind, language lang) noexcept;
/// The cause by the ledger's own name for it, else by its label; that it is not stated.
std::string cause_of(const std::string& cause, const multilingual& own, language lang);
std::string quality_label(std::string_view quality, language lang);
std::string cause_label(std::string_view cause, language lang);
std::string topic_label(std::string_view topic, language lang);
std::string status_label(const review_recommendation& rec, language lang);

/// The review's title: results of this period, key tasks of the next.
std::string title_of(const review& r, language lang);
/// "Tasks of the next period: Q2 2024".
std::string next_period_title(const review& r, language lang);
/// What is known: everything up to the last entry, or only what was recorded by an instant.
std::string known_label(const review& r, language lang);
/// The heading of the first column of classes: the end of the period, or the cut-off before it.
std::string first_column(const review& r, language lang);
/// "DRAFT, entry 1,234".
std::string edition_of(const review& r, language lang);

/// Names, and the words of the source beside them where they say something else.
std::string names_as_stated(const std::vector<named>& list, const std::string& as_stated,
                            language lang);
/// Who raised a recommendation, also in the words of the source: "some agencies".
std::string raised_by_of(const review_recommendation& rec, language lang);
/// The lead agencies, or that none is named yet.
std::string leads_of(const review_task& t, language lang);
/// The class at the period's end, and at the cut-off where it is another.
std::string class_of(const review_task& t, language lang);
/// Finishing day, days late, waiting for acceptance, returns, progress: what is true of the task.
std::vector<std::string> state_details(const review_task& t, language lang);
/// Both in one line.
std::string state_of(const review_task& t, language lang);
/// The current deadline, followed by the original where it is another.
std::string deadline_of(const review_task& t, language lang);
bool deadline_changed(const review_task& t) noexcept;
/// One change of a deadline: from, to, who decided it, by which document, why.
std::string revision_of(const review_task& t, std::size_t index, language lang);

/// Cause, explanation, responsible, remedy, proposed deadline; one line "not explained" where the
/// review asks for an explanation and there is none.
fact_lines explanation_of(const review_task& t, language lang);
/// Whether it was overdue or planned and not done: then somebody must explain it.
bool owes_explanation(const review_task& t) noexcept;
/// Whether there is more to tell than its row does: explanation, revisions, who waits.
bool has_course(const review_task& t) noexcept;
/// The numbers of its source documents.
std::string documents_of(const review& r, const review_task& t);
/// Meeting, assigner, coordinating agencies, product, result ...: what is stated, but for the
/// documents and the field of work, which are often the same for many tasks.
fact_lines background_of(const review_task& t, language lang);

/// "T09 (Agency C): starts when this one is finished".
std::string dependent_of(const review& r, const dependent_task& d, language lang);
/// "2 working days later"; empty for a lag of 0.
std::string lag_of(std::int64_t lag, bool working_days, language lang);
/// What decides the date of a task, as a row of the question why_this_date has it.
std::string decided_by(const table& why_this_date, std::size_t row, language lang);
/// The tasks that wait for one another, a paragraph for each knot; rows of the question cycles.
std::vector<std::string> knots_of(const table& cycles, language lang);
/// How many more wait that the reader may not see.
std::string waiting_not_shown(std::int64_t n, language lang);

/// The name of an agency that has a row in the review, else its code.
std::string agency_name(const review& r, const std::string& code, language lang);
/// One sentence for each period that the figures are compared with.
std::vector<std::string> compared_of(const review& r, language lang);
/// The agencies that the review was asked for, "A, B".
std::string only_agencies(const review& r, language lang);
/// The number of a document where the review shows one, else its code.
std::string number_of(const review& r, std::string_view document);
/// "implements: 39-NQ/TW", of a document by its position; empty for a root.
std::string relation_of(const review& r, std::size_t document, language lang);
/// "Name, post (chair)"; what is not known is left out.
std::string person_of(const review_meeting::person& person, language lang);
/// When the document is dated, with what other sources state.
std::string document_date(const document_node& d, language lang);
/// `24 tasks given by this document`: all of them are told beside it; its progress counts those
/// below it, too.
std::string tasks_given(const document_node& d, language lang);
/// The target as stated: one number, a range, or `not stated`.
std::string target_of(const indicator_row& row, language lang);
/// The value, with its share of the target where the target is one number, and what is missing.
std::string value_of(const indicator_row& row, measure_kind measure, language lang);
/// What a figure from the year's beginning on is: what came until now, or of a point the latest.
std::string year_value_of(const std::string& value, measure_kind measure, language lang);

/// Competent authority, where it was forwarded, when the answer is due, how often it was raised,
/// what the raiser makes of the answer: what is stated.
fact_lines life_of(const review_recommendation& rec, language lang);

/// "Few cases, for reference only", that there are none, or "does not apply".
std::string rate_note(const rate& value, language lang);
/// How percentages are rounded, and which are for reference only.
std::string rounding_of(const review& r, language lang);
/// How many of those done are so only by the lead's own report; empty: none.
std::string only_reported(const review& r, language lang);
/// How the figures were computed, sentence by sentence.
std::vector<std::string> method_of(const review& r, language lang);
/// A finding in the language of the reader where it is a known one, else its English line.
std::string finding_label(const review& r, const finding& f, language lang);
/// One of a calendar: its facts are years and days.
std::string calendar_finding(const finding& f, language lang);

}  // namespace mandate::wording
