// The work calendar of a year as JSON.

#include "mandate/calendar/lunar.hpp"
#include "mandate/calendar/year_count.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/report/calendar_report.hpp"
#include "model/json_writer.hpp"

namespace mandate {
namespace {

void put(json_writer& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    out.key(key);
    out.value(text);
}

void put(json_writer& out, std::string_view key, const std::optional<civil_day>& day) {
    if (day) put(out, key, to_text(*day));
}

template <class Numbers>
void put_numbers(json_writer& out, std::string_view key, const Numbers& numbers) {
    out.key(key);
    out.begin_array();
    for (const int n : numbers) out.value(std::int64_t{n});
    out.end_array();
}

void put_weekdays(json_writer& out, std::uint8_t weekdays) {
    out.key("weekdays");
    out.begin_array();
    for (int i = 0; i < 7; ++i)
        if ((weekdays >> i & 1) != 0) out.value(choice_name(field::weekday, i + 1));
    out.end_array();
}

void put_rest(json_writer& out, const public_holiday& h) {
    put(out, "holiday", name_of(h.which));
    out.key("part");
    out.value(std::int64_t{h.part});
    put(out, "instead_of", h.instead_of);
}

void put_declared(json_writer& out, const day_exception& e) {
    put(out, "declared", choice_name(field::day_kind, e.worked ? 2 : 1));
    put(out, "pair_day", e.pair);
    put(out, "name_vi", e.name_vi);
    put(out, "name_en", e.name_en);
    put(out, "name_tr", e.name_tr);
    put(out, "decision", e.decision);
    put(out, "announced_on", e.announced_on);
    put(out, "agency", e.agency);
}

}  // namespace

std::string calendar_json(const work_calendar& calendar, int year) {
    const year_count counts = working_days_of(calendar, year);
    json_writer out;
    out.begin_object();
    out.key("schema");
    out.value(std::int64_t{1});
    out.key("year");
    out.value(std::int64_t{year});
    put_weekdays(out, calendar.definition().weekdays);
    out.key("provisional");
    out.truth(calendar.is_provisional(civil_day{std::chrono::year{year} / 1 / 1}));
    out.key("working_days");
    out.begin_object();
    out.key("year");
    out.value(std::int64_t{counts.year});
    put_numbers(out, "quarters", counts.quarters);
    put_numbers(out, "months", counts.months);
    out.end_object();
    if (calendar.definition().rules != holiday_rules::none) {
        out.key("lunar_official");
        out.truth(is_official_lunar(civil_day{std::chrono::year{year} / 12 / 31}));
    }
    out.key("days");
    out.begin_array();
    for (const special_day& s : calendar.special_days(year)) {
        out.begin_object();
        put(out, "day", to_text(s.day));
        out.key("works");
        out.truth(s.works);
        put(out, "weekday", choice_name(field::weekday, s.day.weekday()));
        if (s.day >= first_lunar_day) put(out, "lunar", to_text(to_lunar(s.day)));
        if (s.rest) put_rest(out, *s.rest);
        if (s.declared)
            put_declared(out, *s.declared);
        else if (s.chosen) {
            put(out, "decision", s.chosen->decision);
            put(out, "announced_on", s.chosen->announced_on);
        }
        out.end_object();
    }
    out.end_array();
    out.key("findings");
    out.begin_array();
    for (const finding& f : calendar.findings()) {
        if (year_of(f) != year) continue;
        out.begin_object();
        put(out, "key", f.key);
        put(out, "text", f.text);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return out.take() + '\n';
}

}  // namespace mandate
