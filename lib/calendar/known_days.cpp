#include "calendar/known_days.hpp"

namespace mandate {

std::optional<civil_day> known_until(const work_calendar& calendar, civil_day from,
                                     civil_day until) {
    const auto first_of = [](int year) { return civil_day{std::chrono::year{year} / 1 / 1}; };
    const auto is_known = [&](int year) { return !calendar.is_provisional(first_of(year)); };
    int year = from.year();
    while (year <= until.year() && is_known(year)) ++year;
    if (until < from || year > until.year()) return std::nullopt;
    while (year > first_day.year() && !is_known(year - 1)) --year;  // `from` lies beyond, too
    return first_of(year) - 1;
}

std::optional<finding> beyond_known(const work_calendar& calendar, civil_day from,
                                    civil_day until) {
    const std::optional<civil_day> last = known_until(calendar, from, until);
    if (!last) return std::nullopt;
    const std::string known = to_text(*last);
    return finding{"calendar.ends",
                   "holidays and swaps are known until " + known +
                       "; working days and forecasts after that, up to " + to_text(until) +
                       ", are provisional",
                   {{"known_until", known}, {"until", to_text(until)}}};
}

}  // namespace mandate
