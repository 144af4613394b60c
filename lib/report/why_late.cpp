// Why a task is late, in sentences.

#include "mandate/report/report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

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
    because
};
constexpr std::size_t baseline_finish = 2, finish = 3, actual = 4, whole_slip = 5;

class telling {
public:
    telling(const table& agencies, const table& tasks, language lang) : lang_{lang} {
        const std::size_t wanted = lang == language::en ? 2 : lang == language::tr ? 3 : 1;
        for (std::size_t row = 0; row < agencies.rows(); ++row)
            agency_[std::string{*agencies.text(row, 0)}] =
                agencies.text(row, wanted).value_or(agencies.text(row, 1).value_or(""));
        for (std::size_t row = 0; row < tasks.rows(); ++row)
            title_[std::string{*tasks.text(row, 0)}] = tasks.text(row, 1).value_or("");
    }

    std::string head(std::string_view code, const table& slips) const {
        const std::string name = task_name(code);
        if (slips.rows() == 0 || !slips.number(0, whole_slip))
            return say("why.no_slip", lang_, {{"task", name}});
        const std::int64_t n = *slips.number(0, whole_slip);
        if (n <= 0) return say("why.not_late", lang_, {{"task", name}});
        const auto day = [&](std::size_t column) {
            return day_text(civil_day{static_cast<std::int32_t>(*slips.number(0, column))}, lang_);
        };
        const bool done = slips.number(0, actual) == 1;
        return say("why.head", lang_,
                   {{"task", name},
                    {"n", number_text(n, lang_), n},
                    {"planned", day(baseline_finish)},
                    {"how", std::string{label(done ? "why.actual" : "why.forecast", lang_)}},
                    {"finish", day(finish)}});
    }

    // The rows [row, end) are of one link.
    std::string sentence(const table& of, std::size_t row, std::size_t end) const {
        const std::int64_t whole = of.number(row, share).value_or(0);
        const std::int64_t n = std::abs(whole);
        const slot number{"n", number_text(n, lang_), n};
        if (!of.text(row, task))
            return say("why.not_shown", lang_, {{"n", number_text(whole, lang_), n}});
        const std::string name = task_name(*of.text(row, task));
        if (whole == 0) return say("why.nothing", lang_, {{"task", name}});
        std::string parts;
        for (; row < end; ++row) parts += (parts.empty() ? "" : "; ") + part(of, row);
        return say(whole < 0 ? "why.gained" : "why.share", lang_,
                   {{"task", name}, number, {"parts", parts}});
    }

private:
    std::string part(const table& of, std::size_t row) const {
        const std::int64_t n = std::abs(of.number(row, days).value_or(0));
        const auto code = of.text(row, agency);
        const auto known = agency_.find(std::string{code.value_or("")});
        const std::string who = !code ? std::string{label("why.nobody", lang_)}
                                : known == agency_.end() || known->second.empty()
                                    ? std::string{*code}
                                    : known->second;
        const std::string_view how = of.text(row, held_as).value_or("");
        const std::string_view key = how == "condition"      ? "why.condition"
                                     : how == "acceptance"   ? "why.acceptance"
                                     : how == "coordinating" ? "why.coordinating"
                                     : how == "objective"    ? "why.objective"
                                                             : "why.lead";
        return say(key, lang_,
                   {{"agency", who},
                    {"n", number_text(n, lang_), n},
                    {"because", std::string{of.text(row, because).value_or("")}}});
    }

    // With its title, so that a reader need not know the code.
    std::string task_name(std::string_view code) const {
        const auto known = title_.find(std::string{code});
        if (known == title_.end() || known->second.empty()) return std::string{code};
        return std::string{code} + " “" + known->second + "”";
    }

    const language lang_;
    std::map<std::string, std::string> agency_, title_;
};

}  // namespace

std::string why_late_text(std::string_view task, const table& attribution, const table& slips,
                          const table& agencies, const table& tasks, language lang) {
    const telling words{agencies, tasks, lang};
    std::string text = words.head(task, slips) + "\n";
    if (slips.rows() == 0 || slips.number(0, whole_slip).value_or(0) <= 0) return text;
    for (std::size_t row = 0; row < attribution.rows();) {
        std::size_t end = row;
        while (end < attribution.rows() &&
               attribution.number(end, link) == attribution.number(row, link))
            ++end;
        text += std::to_string(*attribution.number(row, link) + 1) + ". " +
                words.sentence(attribution, row, end) + "\n";
        row = end;
    }
    return text;
}

}  // namespace mandate
