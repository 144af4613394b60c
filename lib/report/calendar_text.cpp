// The work calendar of a year as text for a terminal.

#include "mandate/base/text.hpp"
#include "mandate/calendar/lunar.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/calendar/year_count.hpp"
#include "mandate/report/calendar_report.hpp"
#include "report/format.hpp"
#include "report/labels.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

#include <array>
#include <string>
#include <vector>

namespace mandate {
namespace {

using namespace wording;
using text_layout::align;
using text_layout::text_page;
using text_layout::text_table;

constexpr std::array weekday_keys = {
    "calendar.weekday_1", "calendar.weekday_2", "calendar.weekday_3", "calendar.weekday_4",
    "calendar.weekday_5", "calendar.weekday_6", "calendar.weekday_7"};

std::string weekday_name(unsigned iso, language lang) {
    return std::string{label(weekday_keys[iso - 1], lang)};
}

std::string week_of(std::uint8_t weekdays, language lang) {
    std::string all;
    for (unsigned iso = 1; iso <= 7; ++iso)
        if ((weekdays >> (iso - 1) & 1U) != 0)
            all += (all.empty() ? "" : ", ") + weekday_name(iso, lang);
    return all;
}

// The name of the holiday itself; `original`: the day it falls on, also where another replaces it.
std::string holiday_name(const public_holiday& h, civil_day original, language lang) {
    switch (h.which) {
        case holiday::new_year:
            return std::string{label("calendar.new_year", lang)};
        case holiday::tet: {
            if (h.part > 0) return say("calendar.tet", lang, {{"n", to_text(h.part)}});
            // January 1900 was the last month before the table of lunar months: its days are the
            // same.
            const int day = original < first_lunar_day ? static_cast<int>(original.day())
                                                       : to_lunar(original).day;
            const std::string n = to_text(day);
            return say(h.part == -1 ? "calendar.tet_eve" : "calendar.tet_eve_2", lang, {{"n", n}});
        }
        case holiday::hung_kings:
            return std::string{label("calendar.hung_kings", lang)};
        case holiday::reunification:
            return std::string{label("calendar.reunification", lang)};
        case holiday::labour:
            return std::string{label("calendar.labour", lang)};
        case holiday::national_day:
            return std::string{
                label(h.part == 1 ? "calendar.national_day" : "calendar.national_day_2", lang)};
    }
    return {};
}

std::string rest_reason(const public_holiday& h, language lang) {
    const std::string name = holiday_name(h, h.instead_of.value_or(h.day), lang);
    if (!h.instead_of) return name;
    return say("calendar.instead", lang,
               {{"holiday", name}, {"day", day_text(*h.instead_of, lang)}});
}

std::string name_of(const day_exception& e, language lang) {
    const std::string& wanted = lang == language::en   ? e.name_en
                                : lang == language::tr ? e.name_tr
                                                       : e.name_vi;
    return wanted.empty() ? e.name_vi : wanted;
}

std::string declared_reason(const day_exception& e, language lang) {
    if (e.pair)
        return say(e.worked ? "calendar.swap_worked" : "calendar.swap_off", lang,
                   {{"day", day_text(*e.pair, lang)}});
    const std::string name = name_of(e, lang);
    return name.empty() ? std::string{label(e.worked ? "calendar.worked" : "calendar.off", lang)}
                        : name;
}

std::string decision_text(std::string text, const std::optional<civil_day>& announced_on,
                          language lang) {
    if (announced_on)
        text += (text.empty() ? "" : ", ") +
                say("calendar.announced", lang, {{"day", day_text(*announced_on, lang)}});
    return text;
}

std::string decision_of(const special_day& s, bool by_record, language lang) {
    if (by_record) return decision_text(s.declared->decision, s.declared->announced_on, lang);
    return s.chosen ? decision_text(s.chosen->decision, s.chosen->announced_on, lang) : "";
}

void print_days(text_page& page, const std::vector<special_day>& days, bool worked, language lang) {
    text_table table{{{heading("calendar.day", lang)},
                      {heading("calendar.weekday", lang)},
                      {heading("calendar.reason", lang)},
                      {heading("calendar.decision", lang)}}};
    for (const special_day& s : days) {
        if (s.works != worked) continue;
        const bool by_record = s.declared && s.declared->worked == worked;
        if (!by_record && !s.rest) continue;
        table.row({day_text(s.day, lang), weekday_name(s.day.weekday(), lang),
                   by_record ? declared_reason(*s.declared, lang) : rest_reason(*s.rest, lang),
                   decision_of(s, by_record, lang)});
    }
    page.section(heading(worked ? "calendar.days_worked" : "calendar.days_off", lang));
    if (table.empty())
        page.paragraph(label("calendar.no_days", lang));
    else
        page.print(table);
}

void print_counts(text_page& page, const work_calendar& calendar, int year, language lang) {
    const year_count counts = working_days_of(calendar, year);
    page.section(heading("calendar.working_days", lang));
    text_table table{{{heading("calendar.quarter", lang)},
                      {heading("calendar.working_days", lang), align::right},
                      {heading("calendar.month", lang)},
                      {heading("calendar.working_days", lang), align::right}}};
    for (int month = 1; month <= 12; ++month) {
        const int quarter = (month + 2) / 3;
        const bool first = month % 3 == 1;
        table.row({first ? period_text({period_kind::quarter, year, quarter}, lang) : "",
                   first ? to_text(counts.quarters[static_cast<std::size_t>(quarter - 1)]) : "",
                   period_text({period_kind::month, year, month}, lang),
                   to_text(counts.months[static_cast<std::size_t>(month - 1)])});
    }
    table.row({heading("calendar.year", lang), to_text(counts.year), "", ""});
    page.print(table);
}

void print_findings(text_page& page, const work_calendar& calendar, int year, language lang) {
    std::vector<std::string> lines;
    for (const finding& f : calendar.findings())
        if (year_of(f) == year) lines.push_back(calendar_finding(f, lang));
    if (lines.empty()) return;
    page.section(heading("calendar.findings", lang));
    for (const std::string& line : lines) page.paragraph("- " + line, 0, 2);
}

}  // namespace

std::string calendar_text(const work_calendar& calendar, int year, language lang) {
    const std::vector<special_day> days = calendar.special_days(year);
    text_page page;
    page.title(say("calendar.title", lang, {{"year", to_text(year)}}));
    page.paragraph(
        heading("calendar.week", lang) + ": " + week_of(calendar.definition().weekdays, lang), 0,
        2);
    if (calendar.is_provisional(civil_day{std::chrono::year{year} / 1 / 1}))
        page.paragraph(say("calendar.provisional", lang, {{"year", to_text(year)}}), 0, 2);
    if (calendar.definition().rules != holiday_rules::none &&
        year < first_official_lunar_day.year())
        page.paragraph(label("calendar.unofficial_lunar", lang), 0, 2);
    print_days(page, days, false, lang);
    print_days(page, days, true, lang);
    print_counts(page, calendar, year, lang);
    print_findings(page, calendar, year, lang);
    return page.take();
}

}  // namespace mandate
