// Why a task is late, in sentences.

#include "report/why_late.hpp"

#include "report/answer_wording.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/names_in_language.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace mandate {
namespace {

using namespace wording;

// Columns of the questions attribution, slips, agencies and tasks.
enum attribution_column : std::size_t {
    link,
    task,
    slip,
    share,
    agency,
    held_as,
    days,
    from,
    until,
    because,
    driver,
    baseline = 12
};
constexpr std::size_t baseline_finish = 2, finish = 3, actual = 4, whole_slip = 5, deadline = 6,
                      delay = 7, handed_in = 8;

class telling {
public:
    /// `title_of`: of a task by its code; empty: none is known.
    telling(const table& agencies, std::function<std::string(std::string_view)> title_of,
            language lang)
        : lang_{lang}, agency_{agencies, lang}, title_of_{std::move(title_of)} {}

    std::string head(std::string_view code, const table& slips) const {
        const std::string name = task_name(code);
        if (slips.rows() == 0 || !slips.number(0, whole_slip))
            return say("why.no_slip", lang_, {{"task", name}});
        const std::int64_t n = *slips.number(0, whole_slip);
        const auto day = [&](std::size_t column) {
            return day_text(civil_day{static_cast<std::int32_t>(*slips.number(0, column))}, lang_);
        };
        // Handed in and not answered, it is forecast to have been done on that day.
        const bool done = slips.number(0, actual) == 1;
        const bool waits = !done && slips.number(0, handed_in) == slips.number(0, finish);
        const slot end{"end", say(done    ? "why.actual"
                                  : waits ? "task.awaiting_since"
                                          : "why.forecast",
                                  lang_, {{"day", day(finish)}})};
        if (n <= 0) {
            // Due on a Saturday and done on the Sunday: its class says late.
            const auto due = slips.number(0, deadline);
            if (due && *slips.number(0, finish) > *due && slips.number(0, delay) == 0)
                return say("why.after_day", lang_, {{"task", name}, {"due", day(deadline)}, end});
            return say("why.not_late", lang_, {{"task", name}});
        }
        return say(
            "why.head", lang_,
            {{"task", name}, {"n", counted(n, lang_), n}, {"planned", day(baseline_finish)}, end});
    }

    std::string against_plan(const table& of, std::size_t row) const {
        const std::int64_t n = *of.number(row, slip);
        const civil_day planned{static_cast<std::int32_t>(*of.number(row, baseline))};
        return say("why.against_plan", lang_,
                   {{"planned", day_text(planned, lang_)}, {"n", counted(n, lang_), n}});
    }

    // The rows [row, end) are of one link.
    std::string sentence(const table& of, std::size_t row, std::size_t end) const {
        const std::int64_t whole = of.number(row, share).value_or(0);
        const std::int64_t n = std::abs(whole);
        const slot number{"n", counted(n, lang_), n};
        if (!of.text(row, task)) return not_shown(whole);
        const std::string name = task_name(*of.text(row, task));
        if (whole == 0) return say("why.nothing", lang_, {{"task", name}});
        std::string parts;
        for (; row < end; ++row) parts += (parts.empty() ? "" : "; ") + part(of, row);
        return say(whole < 0 ? "why.gained" : "why.share", lang_,
                   {{"task", name}, number, {"parts", parts}});
    }

    std::string not_shown(std::int64_t n) const {
        return say("why.not_shown", lang_, {{"n", counted(n, lang_), std::abs(n)}});
    }

private:
    std::string part(const table& of, std::size_t row) const {
        const std::int64_t n = std::abs(of.number(row, days).value_or(0));
        const auto code = of.text(row, agency);
        const std::string_view how = of.text(row, held_as).value_or("");
        const std::string_view key = how == "condition"      ? "why.condition"
                                     : how == "acceptance"   ? "why.acceptance"
                                     : how == "coordinating" ? "why.coordinating"
                                     : how == "objective"    ? "why.objective"
                                                             : "why.lead";
        // The result that waited is its own where no other is named.
        auto what = of.text(row, because);
        if (!what && how == "acceptance") what = of.text(row, task);
        const bool shown = what != "(not shown)";
        const std::string hidden = "(" + std::string{label("driver.not_shown", lang_)} + ")";
        const std::string who = code    ? agency_(*code)
                                : shown ? std::string{label("why.nobody", lang_)}
                                        : hidden;
        return say(key, lang_,
                   {{"agency", who},
                    {"n", counted(n, lang_), n},
                    {"because", shown ? std::string{what.value_or("")} : hidden}});
    }

    // With its title, so that a reader need not know the code.
    std::string task_name(std::string_view code) const {
        const std::string title = title_of_(code);
        return title.empty() ? std::string{code} : std::string{code} + " “" + title + "”";
    }

    const language lang_;
    const names_in_language agency_;
    const std::function<std::string(std::string_view)> title_of_;
};

/// The end of the rows of the link that begins at this row.
std::size_t end_of_link(const table& attribution, std::size_t row) {
    const auto same = [&](std::size_t other) {
        return attribution.number(other, link) == attribution.number(row, link) &&
               attribution.text(other, task) == attribution.text(row, task);
    };
    std::size_t end = row;
    while (end < attribution.rows() && same(end)) ++end;
    return end;
}

}  // namespace

std::string why_late_text(std::string_view task, const table& attribution, const table& slips,
                          const table& agencies, const table& tasks, language lang) {
    const names_in_language titles{tasks, lang, names_in_language::of_tasks};
    const telling words{agencies, [&](std::string_view code) { return titles.named(code); }, lang};
    std::string text = words.head(task, slips) + "\n";
    if (slips.rows() == 0 || slips.number(0, whole_slip).value_or(0) <= 0) return text;
    for (std::size_t row = 0; row < attribution.rows();) {
        const std::size_t end = end_of_link(attribution, row);
        text += std::to_string(*attribution.number(row, link) + 1) + ". " +
                words.sentence(attribution, row, end) + "\n";
        row = end;
    }
    return text;
}

namespace wording {

late_chains::late_chains(const review& r, language lang)
    : r_{r}, lang_{lang}, links_{r.answers.find("attribution")} {
    for (std::size_t row = 0; links_ != nullptr && row < links_->rows();
         row = end_of_link(*links_, row))
        if (const auto code = links_->text(row, task)) first_row_.emplace(*code, row);
}

late_chain late_chains::of(std::string_view late) const {
    late_chain all;
    auto row = first_row_.find(late);
    if (row == first_row_.end() || links_->number(row->second, slip).value_or(0) <= 0) return all;
    const telling words{*r_.answers.find("agencies"),
                        [&](std::string_view code) { return pick(title_of_task(r_, code), lang_); },
                        lang_};
    all.against_plan = words.against_plan(*links_, row->second);
    std::int64_t hidden = links_->number(row->second, slip).value_or(0);
    while (row != first_row_.end()) {
        hidden -= links_->number(row->second, share).value_or(0);
        all.links.push_back(
            words.sentence(*links_, row->second, end_of_link(*links_, row->second)));
        const auto before = links_->text(row->second, driver);
        row = before ? first_row_.find(*before) : first_row_.end();
    }
    if (hidden != 0) all.links.push_back(words.not_shown(hidden));
    std::reverse(all.links.begin(), all.links.end());
    return all;
}

}  // namespace wording
}  // namespace mandate
