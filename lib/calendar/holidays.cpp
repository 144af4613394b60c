#include "mandate/calendar/holidays.hpp"

#include "mandate/calendar/lunar.hpp"

#include <algorithm>
#include <chrono>

namespace mandate {
namespace {

civil_day on(int year, unsigned month, unsigned day) {
    return civil_day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

void put_tet(std::vector<public_holiday>& into, int year, tet_window window) {
    const civil_day tet = tet_of(year);
    const int days = year < fifth_tet_day_since ? 4 : 5;
    const int before = window == tet_window::two_before ? 2 : 1;
    for (int i = -before; i < days - before; ++i)
        into.push_back({tet + i, holiday::tet, i < 0 ? i : i + 1, std::nullopt});
}

void put_national_day(std::vector<public_holiday>& into, int year,
                      std::optional<national_day_side> chosen) {
    const civil_day day = on(year, 9, 2);
    into.push_back({day, holiday::national_day, 1, std::nullopt});
    if (year < second_national_day_since) return;
    const unsigned weekday = day.weekday();  // 1 Monday, 4 Thursday, 7 Sunday
    const bool after =
        chosen ? *chosen == national_day_side::after : weekday == 1 || weekday == 4 || weekday == 7;
    into.push_back({after ? day + 1 : day - 1, holiday::national_day, 2, std::nullopt});
}

// In the order of the days, so that of two replacements the earlier holiday takes the earlier day:
//
//     2023   Sa 29 Apr  Su 30 Apr  Mo 1 May  Tu 2 May  We 3 May
//            Hung Kings 30 April   1 May     for 29    for 30
void put_substitutes(std::vector<public_holiday>& days, std::uint8_t weekdays) {
    const auto rests = [&](civil_day day) { return (weekdays >> (day.weekday() - 1) & 1U) == 0; };
    const auto taken = [&](civil_day day) {
        return std::any_of(days.begin(), days.end(),
                           [&](const public_holiday& h) { return h.day == day; });
    };
    const std::size_t by_rule = days.size();
    for (std::size_t i = 0; i < by_rule; ++i) {
        const public_holiday h = days[i];
        if (!rests(h.day) || (i > 0 && days[i - 1].day == h.day)) continue;
        civil_day instead = h.day + 1;
        while (rests(instead) || taken(instead)) instead = instead + 1;
        if (instead <= last_day) days.push_back({instead, h.which, h.part, h.day});
    }
}

struct known_swap {
    civil_day off, worked;
    const char* decision;
    std::optional<civil_day> announced_on;
};

}  // namespace

std::string_view name_of(holiday h) noexcept {
    switch (h) {
        case holiday::new_year:
            return "new_year";
        case holiday::tet:
            return "tet";
        case holiday::hung_kings:
            return "hung_kings";
        case holiday::reunification:
            return "reunification";
        case holiday::labour:
            return "labour";
        case holiday::national_day:
            return "national_day";
    }
    return "";
}

std::vector<public_holiday> public_holidays(int year, std::uint8_t weekdays,
                                            const holiday_choice& choice) {
    std::vector<public_holiday> days;
    days.push_back({on(year, 1, 1), holiday::new_year, 1, std::nullopt});
    put_tet(days, year, choice.tet.value_or(tet_window::one_before));
    if (year >= hung_kings_since)
        days.push_back({hung_kings_day_of(year), holiday::hung_kings, 1, std::nullopt});
    if (year >= reunification_since)
        days.push_back({on(year, 4, 30), holiday::reunification, 1, std::nullopt});
    days.push_back({on(year, 5, 1), holiday::labour, 1, std::nullopt});
    put_national_day(days, year, choice.national_day);
    const auto by_day = [](const public_holiday& a, const public_holiday& b) {
        return a.day < b.day;
    };
    std::stable_sort(days.begin(), days.end(), by_day);
    if (year >= substitutes_since) {
        put_substitutes(days, weekdays);
        std::stable_sort(days.begin(), days.end(), by_day);
    }
    return days;
}

// Swaps: the decisions of each year for public servants with two days of rest a week. Windows of
// Tet and the sides of National Day: the days off that were announced. Where no day of announcement
// stands here, it was known before the year began or is not recorded.
holiday_history viet_nam_history() {
    const known_swap swaps[] = {
        {on(2010, 2, 19), on(2010, 2, 27), "", {}},
        {on(2012, 1, 27), on(2012, 2, 4), "", {}},
        {on(2013, 4, 29), on(2013, 5, 4), "", {}},
        {on(2014, 5, 2), on(2014, 4, 26), "", {}},
        {on(2014, 9, 1), on(2014, 9, 6), "", {}},
        {on(2015, 1, 2), on(2014, 12, 27), "", {}},
        {on(2015, 2, 16), on(2015, 2, 14), "", {}},
        {on(2015, 4, 29), on(2015, 4, 25), "", {}},
        {on(2018, 12, 31), on(2019, 1, 5), "", {}},
        {on(2019, 4, 29), on(2019, 5, 4), "", {}},
        {on(2024, 4, 29), on(2024, 5, 4), "2450/VPCP-KGVX", on(2024, 4, 12)},
        {on(2025, 5, 2), on(2025, 4, 26), "", {}},
    };
    const auto both = std::optional{tet_window::two_before};
    const auto one = std::optional{tet_window::one_before};
    const auto before = std::optional{national_day_side::before};
    const auto after = std::optional{national_day_side::after};
    holiday_history known{2010, 2025, {}, {}};
    const struct {
        int year;
        std::optional<tet_window> tet;
        std::optional<national_day_side> national_day;
    } choices[] = {
        {2010, one, {}},     {2011, one, {}},      {2012, one, {}},     {2013, one, {}},
        {2014, both, {}},    {2015, both, {}},     {2016, one, {}},     {2017, both, {}},
        {2018, both, {}},    {2019, one, {}},      {2020, both, {}},    {2021, both, after},
        {2022, one, before}, {2023, both, before}, {2024, both, after}, {2025, both, before}};
    for (const auto& c : choices) known.choices.push_back({c.year, c.tet, c.national_day, "", {}});
    for (const known_swap& s : swaps)
        for (const bool worked : {false, true}) {
            day_exception e;
            e.day = worked ? s.worked : s.off;
            e.worked = worked;
            e.pair = worked ? s.off : s.worked;
            e.decision = s.decision;
            e.announced_on = s.announced_on;
            known.exceptions.push_back(std::move(e));
        }
    return known;
}

}  // namespace mandate
