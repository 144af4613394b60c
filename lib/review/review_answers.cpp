#include "review/review_answers.hpp"

#include "calendar/known_days.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/review/review.hpp"
#include "review/question_parts.hpp"
#include "review/questions.hpp"
#include "review/schedule_keeper.hpp"

#include <algorithm>
#include <functional>
#include <mutex>
#include <set>
#include <string_view>
#include <utility>

namespace mandate {

struct review_answers::kept {
    std::function<asked()> ask;
    std::once_flag once;
    asked told;

    const asked& read() {
        std::call_once(once, [&] {
            told = ask();
            ask = nullptr;  // and with it the state
        });
        return told;
    }
};

review_answers::review_answers(std::function<asked()> ask) : kept_{std::make_shared<kept>()} {
    kept_->ask = std::move(ask);
}

const std::vector<review_answer>& review_answers::all() const {
    static const std::vector<review_answer> none;
    return kept_ == nullptr ? none : kept_->read().all;
}

const finding* review_answers::beyond_calendar() const {
    if (kept_ == nullptr || !kept_->read().beyond_calendar) return nullptr;
    return &*kept_->read().beyond_calendar;
}

const table* review_answers::find(std::string_view question) const {
    for (const review_answer& one : all())
        if (one.question == question) return &one.rows;
    return nullptr;
}

namespace {

struct taken_along {
    question_kind question;
    bool of_period;  ///< asked of the review's period
    /// Asked of the review's agencies alone; of others the rows that concern them stay.
    bool of_agencies;
};
constexpr taken_along questions[] = {
    {question_kind::agenda, false, true},  // of a fixed number of matters
    {question_kind::warnings, false, false},
    {question_kind::slow_work, false, false},
    {question_kind::slow_tasks, false, false},
    {question_kind::ratings, true, false},
    {question_kind::attribution, false, true},
    {question_kind::attribution_sums, false, true},
    {question_kind::coordination, true, false},
    {question_kind::mutual_cases, true, false},
    {question_kind::indicator_standings, true, false},
    {question_kind::own_parts, true, true},
    {question_kind::conclusions, true, true},
};

std::string name_of(question_kind question) {
    return std::string{find_question(static_cast<std::int32_t>(question))->name};
}

using word_set = std::set<std::string, std::less<>>;

/// The words of all texts: among them each code of an agency or task that is named.
word_set words_of(const std::vector<review_answer>& answers) {
    word_set words;
    for (const review_answer& one : answers)
        for (std::size_t c = 0; c < one.rows.columns().size(); ++c) {
            if (one.rows.columns()[c].type != column_type::text) continue;
            for (std::size_t row = 0; row < one.rows.rows(); ++row) {
                const std::string_view text = one.rows.text(row, c).value_or("");
                for (std::size_t begin = 0; begin < text.size();) {
                    const std::size_t end = std::min(text.find(' ', begin), text.size());
                    words.emplace(text.substr(begin, end - begin));
                    begin = end + 1;
                }
            }
        }
    return words;
}

/// The names of the agencies that the answers name: what the record says of others is no part of
/// the review.
review_answer names_in(const word_set& words, const lens& through) {
    const table all = answer(through, question_kind::agencies, {});
    std::vector<std::pair<std::string, column_type>> columns;
    constexpr std::size_t code_and_names = 4;
    for (std::size_t c = 0; c < code_and_names; ++c)
        columns.emplace_back(all.columns()[c].name, column_type::text);
    table named{std::move(columns)};
    for (std::size_t row = 0; row < all.rows(); ++row)
        if (words.contains(all.text(row, 0).value_or("")))
            for (std::size_t c = 0; c < code_and_names; ++c) named.put(all.text(row, c));
    return {name_of(question_kind::agencies), std::move(named)};
}

/// The titles of the tasks that the answers name and the review does not describe, by code.
review_answer titles_in(const word_set& words, const lens& through,
                        const task_descriptions& described) {
    table titles{{{"task", column_type::text},
                  {"title", column_type::text},
                  {"title_en", column_type::text},
                  {"title_tr", column_type::text}}};
    for (const std::string& word : words) {
        const auto row = through.record.find(entity_kind::task, word);
        if (!row || !through.shows(entity_kind::task, *row)) continue;
        if (described.find(word) < described.size()) continue;
        const multilingual title =
            through.text(through.record.tasks[*row].stated.at(through.times)->value.title());
        titles.put(std::optional<std::string_view>{word});
        for (const std::string* text : {&title.vi, &title.en, &title.tr})
            titles.put(text->empty() ? std::nullopt : std::optional<std::string_view>{*text});
    }
    return {name_of(question_kind::tasks), std::move(titles)};
}

/// At the end of the calendar's range no forecast can be made: what stands on one is not told then,
/// and the counts of the review are.
table answer_or_none(const lens& through, question_kind question, const arguments& args) {
    const bool by_forecast =
        question == question_kind::attribution || question == question_kind::attribution_sums;
    if (!by_forecast) return answer(through, question, args);
    try {
        return answer(through, question, args);
    } catch (const error& e) {
        if (e.code() != errc::out_of_range) throw;
        return empty_table(question);
    }
}

/// The last day that the answers compute (stated ones are what they are); the cut-off where none
/// lies after it.
civil_day last_day_of(const std::vector<review_answer>& answers, civil_day cut_off) {
    std::int64_t last = cut_off.since_epoch();
    for (const review_answer& one : answers)
        for (std::size_t c = 0; c < one.rows.columns().size(); ++c)
            if (const std::string_view name = one.rows.columns()[c].name;
                name == "forecast" || name == "until")
                for (std::size_t row = 0; row < one.rows.rows(); ++row)
                    last = std::max(last, one.rows.number(row, c).value_or(last));
    return civil_day{static_cast<std::int32_t>(last)};
}

review_answers::asked ask_all(const lens& through, const period& of, const review_scope& scope) {
    std::vector<review_answer> all;
    for (const taken_along& one : questions) {
        arguments args;
        if (one.of_period) args.values.push_back({field::period, to_text(of)});
        if (one.of_agencies)
            for (const std::string& agency : scope.agencies)
                args.values.push_back({field::agency, agency});
        table rows = answer_or_none(through, one.question, args);
        if (!one.of_agencies) rows = rows_of(scope, rows);
        all.push_back({name_of(one.question), std::move(rows)});
    }
    const word_set words = words_of(all);
    all.push_back(names_in(words, through));
    all.push_back(titles_in(words, through, scope.tasks));
    const civil_day cut_off = through.times.as_of;
    auto beyond = beyond_known(through.calendar(), cut_off, last_day_of(all, cut_off));
    return {std::move(all), std::move(beyond)};
}

}  // namespace

review_answers answers_for(const lens& through, const period& of, review_scope scope) {
    if (through.schedules == nullptr)
        return review_answers{
            [all = ask_all(through, of, scope)]() mutable { return std::move(all); }};
    return review_answers{[record = through.schedules->record, own = through.alone(), of,
                           scope = std::move(scope)] { return ask_all(own, of, scope); }};
}

std::vector<finding> all_findings(const review& r) {
    std::vector<finding> all = r.findings;
    if (const finding* ends = r.answers.beyond_calendar()) all.push_back(*ends);
    return all;
}

}  // namespace mandate
