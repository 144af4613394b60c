#include "review/review_answers.hpp"

#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "review/questions.hpp"
#include "review/schedule_keeper.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

namespace mandate {

struct review_answers::kept {
    std::function<std::vector<review_answer>()> ask;
    std::once_flag asked;
    std::vector<review_answer> all;
};

review_answers::review_answers(std::function<std::vector<review_answer>()> ask)
    : kept_{std::make_shared<kept>()} {
    kept_->ask = std::move(ask);
}

const std::vector<review_answer>& review_answers::all() const {
    static const std::vector<review_answer> none;
    if (kept_ == nullptr) return none;
    std::call_once(kept_->asked, [&] {
        kept_->all = kept_->ask();
        kept_->ask = nullptr;  // and with it the state
    });
    return kept_->all;
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
};
constexpr taken_along questions[] = {
    {question_kind::agenda, false},           {question_kind::warnings, false},
    {question_kind::slow_work, false},        {question_kind::slow_tasks, false},
    {question_kind::ratings, true},           {question_kind::attribution, false},
    {question_kind::attribution_sums, false}, {question_kind::coordination, true},
    {question_kind::mutual_cases, true},      {question_kind::indicator_standings, true},
    {question_kind::agencies, false},
};

std::vector<review_answer> ask_all(const lens& through, const period& of) {
    std::vector<review_answer> all;
    for (const taken_along& one : questions) {
        arguments args;
        if (one.of_period) args.values.push_back({field::period, to_text(of)});
        all.push_back({std::string{find_question(static_cast<std::int32_t>(one.question))->name},
                       answer(through, one.question, args)});
    }
    return all;
}

}  // namespace

review_answers answers_for(const lens& through, const period& of) {
    if (through.schedules == nullptr)
        return review_answers{[all = ask_all(through, of)]() mutable { return std::move(all); }};
    return review_answers{[record = through.schedules->record, own = through.alone(), of] {
        return ask_all(own, of);
    }};
}

}  // namespace mandate
