// Why a task stands on its date, and why it can have none.

#include "mandate/base/civil_day.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/wording.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::wording {
namespace {

// Columns of the question why_this_date.
namespace chain {
enum : std::size_t { driver = 4, predecessor, link, link_type, lag, lag_unit, days_off };
}
namespace cycle {
enum : std::size_t { knot, tasks, part, position, task, link, waiting_task };
}

struct day_off {
    civil_day first, last;
    std::string name;  // empty: none is known
};

std::optional<civil_day> day_at_front(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() < form.size()) return std::nullopt;
    int numbers[3] = {};
    for (std::size_t i = 0, n = 0; i < form.size(); ++i) {
        if (form[i] == '-' && text[i] == '-')
            ++n;
        else if (form[i] == '0' && text[i] >= '0' && text[i] <= '9')
            numbers[n] = numbers[n] * 10 + (text[i] - '0');
        else
            return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year{numbers[0]},
                                          std::chrono::month(static_cast<unsigned>(numbers[1])),
                                          std::chrono::day(static_cast<unsigned>(numbers[2]))};
    if (!day.ok()) return std::nullopt;
    return civil_day{day};
}

std::string holiday_name(std::string_view name, language lang) {
    constexpr std::pair<std::string_view, std::string_view> known[] = {
        {"new_year", "calendar.new_year"},
        {"tet", "calendar.tet_days"},
        {"hung_kings", "calendar.hung_kings_day"},
        {"reunification", "calendar.reunification"},
        {"labour", "calendar.labour"},
        {"national_day", "calendar.national_day"}};
    for (const auto& [code, key] : known)
        if (name == code) return std::string{label(key, lang)};
    return std::string{name};  // as the record names it
}

// "2024-04-30 reunification; 2024-05-01 labour"; days of one name in a row are one entry. A name
// may contain a semicolon: what begins with no day belongs to what stands before it.
std::vector<day_off> days_off_in(std::string_view text, language lang) {
    std::vector<day_off> all;
    while (!text.empty()) {
        std::size_t end = text.find("; ");
        while (end != text.npos && !day_at_front(text.substr(end + 2)))
            end = text.find("; ", end + 2);
        const std::string_view one = text.substr(0, end);
        text = end == text.npos ? std::string_view{} : text.substr(end + 2);
        const std::optional<civil_day> day = day_at_front(one);
        if (!day) continue;
        std::string name = one.size() > 11 ? holiday_name(one.substr(11), lang) : "";
        if (!all.empty() && all.back().last + 1 == *day && all.back().name == name)
            all.back().last = *day;
        else
            all.push_back({*day, *day, std::move(name)});
    }
    return all;
}

std::string days_off_of(std::string_view text, language lang) {
    std::vector<std::string> words;
    for (const day_off& off : days_off_in(text, lang)) {
        std::string one = day_text(off.first, lang);
        if (off.first != off.last) one += " – " + day_text(off.last, lang);
        words.push_back(off.name.empty() ? one : one + " (" + off.name + ")");
    }
    return joined(words, ", ");
}

}  // namespace

std::string lag_of(std::int64_t lag, bool working_days, language lang) {
    if (lag == 0) return {};
    const std::int64_t size = lag < 0 ? -lag : lag;
    return say(lag > 0 ? (working_days ? "link.lag_working" : "link.lag_calendar")
                       : (working_days ? "link.lead_working" : "link.lead_calendar"),
               lang, {{"n", counted(size, lang), size}});
}

std::string decided_by(const table& rows, std::size_t row, language lang) {
    const std::string by{rows.text(row, chain::driver).value_or("")};
    const auto before = rows.text(row, chain::predecessor), link = rows.text(row, chain::link);
    std::string out;
    if (by != "link") {
        out = label("driver." + by, lang);
    } else if (!before || !link) {
        out = label("driver.link_hidden", lang);
    } else {
        std::string type{
            label("bond." + std::string{rows.text(row, chain::link_type).value_or("")}, lang)};
        const std::string lag =
            lag_of(rows.number(row, chain::lag).value_or(0),
                   rows.text(row, chain::lag_unit).value_or("") == "working_days", lang);
        if (!lag.empty()) type += ", " + lag;
        out = say("driver.link", lang,
                  {{"task", std::string{*before}}, {"link", std::string{*link}}, {"type", type}});
    }
    const std::string days = days_off_of(rows.text(row, chain::days_off).value_or(""), lang);
    return days.empty() ? out : out + "; " + say("driver.days_off", lang, {{"days", days}});
}

std::vector<std::string> knots_of(const table& cycles, language lang) {
    std::vector<std::string> told;
    for (std::size_t row = 0; row < cycles.rows();) {
        const std::optional<std::int64_t> knot = cycles.number(row, cycle::knot);
        std::vector<std::pair<std::string, std::string>> steps;
        std::vector<std::string> links;
        for (; row < cycles.rows() && cycles.number(row, cycle::knot) == knot; ++row) {
            if (cycles.text(row, cycle::part) != "shortest") {
                links.emplace_back(*cycles.text(row, cycle::link));
                continue;
            }
            steps.emplace_back(*cycles.text(row, cycle::task),
                               *cycles.text(row, cycle::waiting_task));
        }
        constexpr std::size_t shown = 20;  // of a long one the beginning and the end
        std::string ring, last;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps.size() > shown && i == shown - 1) {
                i = steps.size() - 1;
                last = steps[i].first;
                ring += " → … → " + last;
            }
            if (steps[i].first != last)  // at first, and through a whole
                ring += (last.empty() ? "" : ", ") + steps[i].first;
            last = steps[i].second;
            ring += " → " + last;
        }
        told.push_back(say("page.knot", lang, {{"ring", ring}, {"links", joined(links, ", ")}}));
    }
    return told;
}

}  // namespace mandate::wording
