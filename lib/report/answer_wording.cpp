#include "report/answer_wording.hpp"

#include "report/figures.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/names_in_language.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

namespace mandate::wording {
namespace {

/// One answer, its columns by name.
class answer_reader {
public:
    answer_reader(const review& r, std::string_view question, language lang)
        : of_{r.answers.find(question)}, lang_{lang} {}

    std::size_t rows() const { return of_ == nullptr ? 0 : of_->rows(); }
    std::optional<std::int64_t> number(std::size_t row, std::string_view column) const {
        return of_->number(row, at(column));
    }
    std::string text(std::size_t row, std::string_view column) const {
        return std::string{of_->text(row, at(column)).value_or("")};
    }
    std::string shown(std::size_t row, std::string_view column) const {
        const auto found = number(row, column);
        return found ? number_text(*found, lang_) : "-";
    }
    std::string day(std::size_t row, std::string_view column) const {
        const auto found = number(row, column);
        return found ? day_text(civil_day{static_cast<std::int32_t>(*found)}, lang_) : "-";
    }
    std::string hundredths(std::size_t row, std::string_view column) const {
        const auto found = number(row, column);
        return found ? percent_text(rate{*found, 10'000}, lang_) : "-";
    }

private:
    std::size_t at(std::string_view name) const {
        const auto& all = of_->columns();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const column& c) { return c.name == name; });
        assert(found != all.end());
        return static_cast<std::size_t>(found - all.begin());
    }

    const table* const of_;
    const language lang_;
};

class answers_in_words {
public:
    answers_in_words(const review& r, language lang)
        : r_{r}, lang_{lang}, agency_{*r.answers.find("agencies"), lang} {}

    std::string agencies(const std::string& codes) const {
        std::vector<std::string> names;
        for (std::size_t begin = 0; begin < codes.size();) {
            const std::size_t end = std::min(codes.find(' ', begin), codes.size());
            names.push_back(agency_(std::string_view{codes}.substr(begin, end - begin)));
            begin = end + 1;
        }
        return names.empty() ? "-" : joined(names, "; ");
    }

    // What the thing is called in the review; empty where it says nothing of it.
    multilingual title_of(std::string_view kind, std::string_view code) const {
        if (kind == "task") return title_of_task(r_, code);
        const auto among = [&](const auto& all, auto code_of, auto words) {
            for (const auto& one : all)
                if (code_of(one) == code) return words(one);
            return multilingual{};
        };
        if (kind == "recommendation")
            return among(
                r_.recommendations, [](const auto& x) { return x.code; },
                [](const auto& x) { return x.text; });
        if (kind == "indicator")
            return among(
                r_.indicators, [](const auto& x) { return x.indicator.code; },
                [](const auto& x) { return x.indicator.name; });
        if (kind == "document_review")
            return among(
                r_.document_reviews, [](const auto& x) { return x.code; },
                [](const auto& x) { return x.title; });
        if (kind == "item")
            return among(
                r_.programme_items, [](const auto& x) { return x.code; },
                [](const auto& x) { return x.title; });
        if (kind == "clause")
            return among(
                r_.orphan_clauses, [](const auto& x) { return x.code; },
                [](const auto& x) { return x.title; });
        return {};
    }
    // An indicator goes by its name: its code is a word of the host's.
    std::string with_title(const std::string& kind, const std::string& code) const {
        const std::string title = pick(title_of(kind, code), lang_);
        if (title.empty()) return code;
        return kind == "indicator" ? title : code + ". " + title;
    }

    worded_table warnings() const {
        worded_table t = begin("warnings", {{"warn.level", true},
                                            {"warn.matter"},
                                            {"warn.about"},
                                            {"card.who"},
                                            {"warn.due", false, true},
                                            {"warn.days", true}});
        const answer_reader of{r_, "warnings", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row)
            t.rows.push_back(
                {of.shown(row, "level"),
                 kind_of(of.text(row, "warning")) + forecast_of(of, row) + begins_with(of, row),
                 with_title(of.text(row, "kind"), of.text(row, "code")),
                 agencies(of.text(row, "next")), of.day(row, "due"),
                 of.number(row, "due") ? of.shown(row, "days") : "-"});
        t.note = label("warn.note", lang_);
        return t;
    }

    // By class. In the review of all agencies of those that have a part of their own: how many
    // tasks each coordinates stands in its row.
    worded_table own_parts() const {
        worded_table t = begin("own_parts", {{"col.agency"},
                                             {"parts.coordinated", true},
                                             {"parts.stated", true},
                                             {"col.done_in_time", true},
                                             {"col.done_late", true},
                                             {"col.done_no_deadline", true},
                                             {"col.open_in_time", true},
                                             {"col.open_overdue", true},
                                             {"col.open_no_deadline", true},
                                             {"col.outside", true},
                                             {"col.completion", true},
                                             {"col.on_time", true}});
        for (const agency_row& a : r_.agencies) {
            if ((r_.only.empty() ? a.own_parts.total() : a.coordinated) == 0) continue;
            const class_counts& n = a.own_parts;
            const rates by = rates_of(n);
            std::vector<std::string> row{pick(a.agency.name, lang_),
                                         number_text(a.coordinated, lang_),
                                         number_text(n.total(), lang_)};
            for (const task_class c : {task_class::done_in_time, task_class::done_late,
                                       task_class::done_without_deadline, task_class::open_in_time,
                                       task_class::open_overdue, task_class::open_without_deadline})
                row.push_back(number_text(n[c], lang_));
            row.push_back(number_text(outside_the_count(n), lang_));
            for (const rate& one : {by.completion_due, by.on_time})
                row.push_back(one.denominator == 0 ? std::string{not_applicable}
                                                   : number_text(one.numerator, lang_) + "/" +
                                                         number_text(one.denominator, lang_));
            t.rows.push_back(std::move(row));
        }
        t.note = label("parts.note", lang_);
        return t;
    }

    // In the review of all agencies those of which something of their own is stated: the tasks that
    // an agency coordinates are listed with it.
    worded_table each_own_part() const {
        worded_table t = begin("each_part", {{"col.agency"},
                                             {"parts.task"},
                                             {"parts.lead"},
                                             {"parts.due", false, true},
                                             {"parts.answered", false, true},
                                             {"col.class"}});
        const answer_reader of{r_, "own_parts", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row) {
            const std::string its_class = of.text(row, "class");
            if (its_class.empty() && r_.only.empty()) continue;
            std::string task = with_title("task", of.text(row, "task"));
            if (const std::string own = of.text(row, "obligation"); !own.empty())
                task += " (" + own + ")";
            t.rows.push_back({agencies(of.text(row, "agency")), std::move(task),
                              agencies(of.text(row, "leads")), of.day(row, "due"),
                              of.day(row, "answered_on"),
                              its_class.empty() ? std::string{label("parts.none", lang_)}
                                                : class_named(its_class)});
        }
        return t;
    }

    worded_table slow_work() const {
        worded_table t = begin("slow", {{"col.agency"},
                                        {"slow.open", true},
                                        {"slow.slow", true},
                                        {"slow.late", true},
                                        {"slow.extended", true},
                                        {"slow.silent", true},
                                        {"slow.reminders", true},
                                        {"slow.pending", true},
                                        {"slow.extensions", true},
                                        {"slow.after_due", true}});
        const answer_reader of{r_, "slow_work", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row)
            t.rows.push_back({agencies(of.text(row, "agency")) + few(of, row),
                              of.shown(row, "open_tasks"), of.shown(row, "slow_tasks"),
                              of.shown(row, "late"), of.shown(row, "extended"),
                              of.shown(row, "silent"), of.shown(row, "reminders_unanswered"),
                              of.shown(row, "acceptance_pending"), of.shown(row, "extensions"),
                              of.shown(row, "extended_after_due")});
        t.note = label("few.note", lang_);
        return t;
    }

    worded_table ratings() const {
        worded_table t = begin("ratings", {{"col.agency"},
                                           {"ratings.due", true},
                                           {"ratings.in_time", true},
                                           {"ratings.behind", true},
                                           {"ratings.best"}});
        const answer_reader of{r_, "ratings", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row) {
            const std::string best = of.text(row, "best_rating");
            t.rows.push_back({agencies(of.text(row, "agency")) + few(of, row), of.shown(row, "due"),
                              of.shown(row, "in_time"), of.shown(row, "behind"),
                              best.empty() ? "-" : std::string{label("ratings." + best, lang_)}});
        }
        t.note = label("ratings.note", lang_);
        return t;
    }

    worded_table slipped_days() const {
        worded_table t = begin("slipped", {{"col.agency"},
                                           {"slipped.tasks", true},
                                           {"slipped.days", true},
                                           {"slipped.lead", true},
                                           {"slipped.coordinating", true},
                                           {"slipped.acceptor", true},
                                           {"slipped.means", true},
                                           {"slipped.objective", true},
                                           {"slipped.won_back", true}});
        const answer_reader of{r_, "attribution_sums", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row) {
            const std::string code = of.text(row, "key");
            const bool objective = of.number(row, "objective") == of.number(row, "days");
            const char* nobody = of.number(row, "not_shown") ? "driver.not_shown"
                                 : objective                 ? "slipped.by_none"
                                                             : "why.nobody";
            t.rows.push_back({code.empty() ? heading(nobody, lang_) : agencies(code),
                              of.shown(row, "tasks"), of.shown(row, "days"),
                              of.shown(row, "as_lead"), of.shown(row, "as_coordinating"),
                              of.shown(row, "as_acceptor"), of.shown(row, "lack_of_means"),
                              of.shown(row, "objective"), of.shown(row, "won_back")});
        }
        t.note = label(r_.only.empty() ? "slipped.note" : "slipped.note_of_agencies", lang_);
        return t;
    }

    // Those that need attention first, in their order.
    worded_table pairs() const {
        worded_table t = begin("pairs", {{"pairs.rank", true},
                                         {"together.asking"},
                                         {"together.asked"},
                                         {"together.on_time", true},
                                         {"together.days_given", true},
                                         {"together.days_taken", true},
                                         {"together.unanswered", true},
                                         {"together.days_overdue", true},
                                         {"together.joint", true}});
        const answer_reader of{r_, "coordination", lang_};
        std::vector<std::pair<std::int64_t, std::size_t>> order;
        for (std::size_t row = 0; row < of.rows(); ++row)
            order.emplace_back(of.number(row, "attention").value_or(INT64_MAX), row);
        std::sort(order.begin(), order.end());
        const auto part = [&](std::size_t row, std::string_view n, std::string_view whole) {
            return of.number(row, whole).value_or(0) == 0
                       ? "-"
                       : of.shown(row, n) + "/" + of.shown(row, whole);
        };
        for (const auto& [rank, row] : order)
            t.rows.push_back(
                {of.shown(row, "attention"), agencies(of.text(row, "asking")),
                 agencies(of.text(row, "asked")), of.hundredths(row, "on_time") + few(of, row),
                 of.shown(row, "days_given"), of.shown(row, "days_taken"),
                 number_text(*of.number(row, "overdue") + *of.number(row, "open"), lang_),
                 of.shown(row, "days_overdue"), part(row, "joint_in_time", "joint_due")});
        t.none = label("together.none", lang_);
        t.note = std::string{label("together.attention_rule", lang_)} + " " +
                 std::string{label("few.note", lang_)};
        return t;
    }

    // Who waits for whom in a circle, and what makes it.
    worded_table mutual() const {
        worded_table t = begin("mutual", {{"mutual.group", true},
                                          {"together.asking"},
                                          {"together.asked"},
                                          {"together.kind"},
                                          {"agencies.task_after"},
                                          {"together.since", false, true},
                                          {"together.due", false, true}});
        const answer_reader of{r_, "mutual_cases", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row)
            t.rows.push_back({of.shown(row, "group"), agencies(of.text(row, "asking")),
                              agencies(of.text(row, "asked")),
                              std::string{label("together." + of.text(row, "kind"), lang_)} + ": " +
                                  of.text(row, "code"),
                              of.text(row, "task"), of.day(row, "since"), of.day(row, "due")});
        t.none = label("agencies.no_mutual", lang_);
        return t;
    }

    worded_table standings() const {
        worded_table t = begin("standings", {{"ind.indicator"},
                                             {"standings.place", true},
                                             {"col.agency"},
                                             {"ind.result", true},
                                             {"standings.so_far", true},
                                             {"standings.of_target", true},
                                             {"standings.periods_below", true},
                                             {"standings.change", true}});
        const answer_reader of{r_, "indicator_standings", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row) {
            const std::string code = of.text(row, "indicator");
            std::string so_far = of.shown(row, "year_value");
            if (of.number(row, "year_value") && is_point(code))
                so_far = year_value_of(so_far, measure_kind::point, lang_);
            t.rows.push_back({with_title("indicator", code), of.shown(row, "place"),
                              agencies(of.text(row, "agency")), of.shown(row, "value"),
                              std::move(so_far), of.hundredths(row, "percent_of_target"),
                              of.shown(row, "periods_below"), of.shown(row, "change")});
        }
        t.note = label("standings.note", lang_);
        return t;
    }

    worded_table conclusions() const {
        worded_table t = begin("conclusions", {{"conclusions.what"},
                                               {"col.agency"},
                                               {"conclusions.tasks", true},
                                               {"conclusions.done", true},
                                               {"conclusions.in_time", true},
                                               {"conclusions.late", true},
                                               {"conclusions.open", true},
                                               {"conclusions.overdue", true}});
        constexpr std::array counts{"total",     "done", "done_in_time",
                                    "done_late", "open", "overdue"};
        const answer_reader of{r_, "conclusions", lang_};
        std::vector<std::size_t> order(of.rows());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return of.number(a, "held_on") > of.number(b, "held_on");
        });
        std::array<std::int64_t, counts.size()> sums{};
        for (const std::size_t row : order) {
            std::string what = of.text(row, "conclusion") + ". " + in_language(of, row, "text");
            const std::string meeting = in_language(of, row, "meeting_name");
            what += " (" + (meeting.empty() ? of.text(row, "meeting") : meeting) + ", " +
                    of.day(row, "held_on") + ")";
            if (const std::int64_t hidden = of.number(row, "not_shown").value_or(0); hidden > 0)
                what += "; " + waiting_not_shown(hidden, lang_);
            t.rows.push_back({std::move(what), agencies(of.text(row, "addressed_to"))});
            for (std::size_t i = 0; i < counts.size(); ++i) {
                t.rows.back().push_back(of.shown(row, counts[i]));
                sums[i] += of.number(row, counts[i]).value_or(0);
            }
        }
        if (order.size() > 1) {
            t.rows.push_back({heading("col.sum_of_rows", lang_), ""});
            for (const std::int64_t sum : sums) t.rows.back().push_back(number_text(sum, lang_));
        }
        t.none = label("none.here", lang_);
        t.note = label("conclusions.note", lang_);
        return t;
    }

    std::vector<worded_matter> agenda() const {
        std::vector<worded_matter> all;
        const answer_reader of{r_, "agenda", lang_};
        for (std::size_t row = 0; row < of.rows(); ++row) {
            worded_matter m;
            m.kind = of.text(row, "kind");
            m.code = of.text(row, "code");
            m.title = title_of(m.kind, m.code);
            m.late = kind_of(of.text(row, "matter"));
            if (const std::int64_t days = of.number(row, "days").value_or(0); days > 0)
                m.late += ", " + say("task.days_late", lang_, {{"n", counted(days, lang_), days}});
            m.late += forecast_of(of, row);
            m.who = agencies(of.text(row, "next"));
            const std::int64_t waiting = of.number(row, "waiting_tasks").value_or(0);
            m.waits = "-";
            if (waiting > 0) {
                m.waits = say("waiting.n", lang_, {{"n", counted(waiting, lang_), waiting}});
                if (const std::string leads = of.text(row, "waiting_agencies"); !leads.empty())
                    m.waits += " (" + agencies(leads) + ")";
            }
            if (const std::int64_t more = of.number(row, "waiting_not_shown").value_or(0); more > 0)
                m.waits = (waiting > 0 ? m.waits + "; " : "") + waiting_not_shown(more, lang_);
            m.decision = decision(of, row);
            all.push_back(std::move(m));
        }
        return all;
    }

private:
    struct heading_key {
        std::string_view key;
        bool number = false, day = false;
    };
    worded_table begin(const std::string& id, std::vector<heading_key> columns) const {
        worded_table t;
        t.id = id;
        t.title = heading("answers." + id, lang_);
        for (const heading_key& c : columns)
            t.columns.push_back({heading(c.key, lang_), c.number, c.day});
        t.none = label("none.findings", lang_);
        return t;
    }
    // Where the text in this language is missing, the Vietnamese one stands for it.
    std::string in_language(const answer_reader& of, std::size_t row,
                            const std::string& column) const {
        const auto text = [&](const char* suffix) { return of.text(row, column + suffix); };
        return pick({text(""), text("_en"), text("_tr")}, lang_);
    }
    std::string few(const answer_reader& of, std::size_t row) const {
        return of.number(row, "for_reference_only") == 1 ? "\u00a0*"
                                                         : "";  // stays beside the last word
    }
    // ": forecast 17 May, 5 working days after the deadline of 10 May".
    std::string forecast_of(const answer_reader& of, std::size_t row) const {
        if (!of.number(row, "forecast")) return {};
        const std::int64_t days = *of.number(row, "forecast_delay");
        return ": " + say("warn.forecast", lang_,
                          {{"day", of.day(row, "forecast")},
                           {"n", counted(days, lang_), days},
                           {"due", of.day(row, "due")}});
    }
    // Where the delay begins, if with another task.
    std::string begins_with(const answer_reader& of, std::size_t row) const {
        const std::string task = of.text(row, "because");
        if (task.empty() || task == of.text(row, "code")) return {};
        return "; " + say("warn.because", lang_, {{"task", task}});
    }
    bool is_point(std::string_view indicator) const {
        return std::ranges::any_of(r_.indicators, [&](const review_indicator& i) {
            return i.indicator.code == indicator && i.measure == measure_kind::point;
        });
    }
    std::string class_named(std::string_view name) const {
        for (const task_class c : classes_in_order)
            if (name_of(c) == name) return std::string{class_label(c, lang_)};
        return std::string{name};
    }
    std::string kind_of(const std::string& warning) const {
        return std::string{label("warning." + warning, lang_)};
    }
    std::string decision(const answer_reader& of, std::size_t row) const {
        const std::string proposed = of.text(row, "proposed");
        if (proposed == "decide_extension" && of.number(row, "proposed_day"))
            return capital(say("card.extend", lang_, {{"day", of.day(row, "proposed_day")}}),
                           lang_);
        const std::string_view key = proposed == "decide_acceptance"       ? "card.accept"
                                     : proposed == "set_deadline"          ? "card.deadline"
                                     : proposed == "name_lead"             ? "card.lead"
                                     : proposed == "provide_means"         ? "card.means"
                                     : proposed == "decide_recommendation" ? "card.answer"
                                     : proposed == "decide_extension"      ? "card.extension"
                                     : proposed == "assign"                ? "card.assign"
                                                                           : "card.urge";
        return heading(key, lang_);
    }

    const review& r_;
    const language lang_;
    const names_in_language agency_;
};

}  // namespace

multilingual title_of_task(const review& r, std::string_view code) {
    const std::size_t at = r.tasks.find(code);
    if (at < r.tasks.size()) return r.tasks[at].title;
    const answer_reader others{r, "tasks", language::vi};
    std::size_t row = 0;  // in the order of codes
    for (std::size_t left = others.rows(); left > 0;) {
        const std::size_t half = left / 2;
        const bool lies_before = others.text(row + half, "task") < code;
        row += lies_before ? half + 1 : 0;
        left = lies_before ? left - half - 1 : half;
    }
    if (row == others.rows() || others.text(row, "task") != code) return {};
    return {others.text(row, "title"), others.text(row, "title_en"), others.text(row, "title_tr")};
}

std::vector<worded_table> worded_answers(const review& r, language lang) {
    if (r.answers.find("agencies") == nullptr) return {};
    const answers_in_words words{r, lang};
    return {words.warnings(),     words.slow_work(), words.ratings(),
            words.slipped_days(), words.own_parts(), words.each_own_part(),
            words.pairs(),        words.mutual(),    words.standings()};
}

std::optional<worded_table> worded_conclusions(const review& r, language lang) {
    if (r.answers.find("agencies") == nullptr) return std::nullopt;
    return answers_in_words{r, lang}.conclusions();
}

std::vector<worded_matter> worded_agenda(const review& r, language lang) {
    if (r.answers.find("agencies") == nullptr) return {};
    return answers_in_words{r, lang}.agenda();
}

}  // namespace mandate::wording
