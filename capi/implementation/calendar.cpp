// Work calendars, lunar dates and periods.

#include "calendar.hpp"

#include "call.hpp"
#include "ledger.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/deadline.hpp"
#include "mandate/calendar/lunar.hpp"
#include "mandate/calendar/period.hpp"
#include "mandate/calendar/term.hpp"
#include "mandate/calendar/work_calendar.hpp"
#include "mandate/exchange/calendar_reader.hpp"
#include "mandate/model/descriptor.hpp"
#include "mandate/report/calendar_report.hpp"
#include "results.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::capi {
namespace {

mandate_calendar* made(work_calendar value) {
    return new mandate_calendar{mandate_calendar::tag_of_open, std::move(value)};
}

roll roll_of(const call& in, int32_t number) {
    if (number < MANDATE_ROLL_NONE || number > MANDATE_ROLL_PRECEDING)
        in.refuse("roll", "is none of MANDATE_ROLL_NONE, _FOLLOWING, _PRECEDING");
    return static_cast<roll>(number);
}

/// An array that is read. NULL is the array of no entries.
std::span<const int32_t> given(const call& in, const int32_t* start, size_t size,
                               std::string_view name) {
    if (size > PTRDIFF_MAX / sizeof(int32_t)) in.refuse("size", "is more than memory");
    if (size != 0) in.required(start, name);
    return {start, size};
}

/// An array that is written; all zero if an error ends the call. It may be one of those that are
/// read: entry i is written after it was read.
class answers {
public:
    answers(const call& in, int32_t* start, size_t size, std::string_view name)
        : start_{start}, size_{size} {
        if (size > PTRDIFF_MAX / sizeof(int32_t)) in.refuse("size", "is more than memory");
        if (size == 0) return;
        in.required(start, name);
    }
    answers(const answers&) = delete;
    answers& operator=(const answers&) = delete;
    ~answers() {
        if (!done_ && size_ != 0) std::fill_n(start_, size_, 0);
    }

    /// Fills entry after entry; an error says at which one.
    template <class One>
    void fill(One&& one) {
        for (size_t i = 0; i < size_; ++i) {
            try {
                start_[i] = one(i);
            } catch (const error& e) {
                const std::string index = to_text(static_cast<long long>(i));
                throw e.at("entry " + index, {{"index", index}});
            }
        }
        done_ = true;
    }

private:
    int32_t* start_;
    size_t size_;
    bool done_ = false;
};

void put_number(table& into, std::int64_t number) { into.put(std::optional{number}); }

/// Empty text is a missing one.
void put_text(table& into, std::string_view text) {
    into.put(text.empty() ? std::nullopt : std::optional{text});
}

void put_day(table& into, const std::optional<civil_day>& day) {
    into.put(day ? std::optional{std::int64_t{day->since_epoch()}} : std::nullopt);
}

table year_table(const work_calendar& calendar, int year) {
    table out{{{"day", column_type::day},
               {"works", column_type::int64},
               {"holiday", column_type::text},
               {"part", column_type::int64},
               {"instead_of", column_type::day},
               {"declared", column_type::text},
               {"pair_day", column_type::day},
               {"name_vi", column_type::text},
               {"name_en", column_type::text},
               {"name_tr", column_type::text},
               {"decision", column_type::text},
               {"announced_on", column_type::day},
               {"agency", column_type::text}}};
    for (const special_day& s : calendar.special_days(year)) {
        put_day(out, s.day);
        put_number(out, s.works ? 1 : 0);
        put_text(out, s.rest ? name_of(s.rest->which) : "");
        out.put(s.rest ? std::optional{std::int64_t{s.rest->part}} : std::nullopt);
        put_day(out, s.rest ? s.rest->instead_of : std::nullopt);
        const day_exception none{};
        const day_exception& e = s.declared ? *s.declared : none;
        const holiday_choice& c = s.chosen && !s.declared ? *s.chosen : holiday_choice{};
        put_text(out, s.declared ? choice_name(field::day_kind, e.worked ? 2 : 1) : "");
        put_day(out, e.pair);
        put_text(out, e.name_vi);
        put_text(out, e.name_en);
        put_text(out, e.name_tr);
        put_text(out, s.declared ? e.decision : c.decision);
        put_day(out, s.declared ? e.announced_on : c.announced_on);
        put_text(out, e.agency);
    }
    return out;
}

}  // namespace
}  // namespace mandate::capi

using mandate::civil_day;
using mandate::capi::answers;
using mandate::capi::call;
using mandate::capi::given;
using mandate::capi::guard;
using mandate::capi::made;
using mandate::capi::opened;
using mandate::capi::roll_of;

mandate_status mandate_calendar_new(int32_t weekdays, int32_t rules, const int32_t* off,
                                    size_t off_count, const int32_t* worked, size_t worked_count,
                                    mandate_calendar** out, mandate_error** err) noexcept {
    return guard("mandate_calendar_new", err, [&](const call& in) {
        mandate_calendar*& answer = in.output(out, "out");
        if (weekdays < 0 || weekdays > 127) in.refuse("weekdays", "is not within 1 and 127");
        if (rules != MANDATE_HOLIDAY_RULES_NONE && rules != MANDATE_HOLIDAY_RULES_VIET_NAM)
            in.refuse("rules", "is none of MANDATE_HOLIDAY_RULES_NONE, _VIET_NAM");
        mandate::calendar_definition d;
        if (rules == MANDATE_HOLIDAY_RULES_VIET_NAM) d = mandate::viet_nam_calendar();
        d.weekdays = static_cast<std::uint8_t>(weekdays);
        for (const int32_t day : given(in, off, off_count, "off"))
            d.exceptions.push_back({civil_day{day}, false});
        for (const int32_t day : given(in, worked, worked_count, "worked"))
            d.exceptions.push_back({civil_day{day}, true});
        answer = made(mandate::work_calendar{std::move(d)});
    });
}

mandate_status mandate_calendar_json(const char* json, size_t json_len, mandate_calendar** out,
                                     mandate_error** err) noexcept {
    return guard("mandate_calendar_json", err, [&](const call& in) {
        mandate_calendar*& answer = in.output(out, "out");
        answer =
            made(mandate::work_calendar{mandate::read_calendar(in.text(json, json_len, "json"))});
    });
}

mandate_status mandate_calendar_of_ledger(const mandate_ledger* ledger, const mandate_view* view,
                                          const char* agency, size_t agency_len,
                                          mandate_calendar** out, mandate_error** err) noexcept {
    return guard("mandate_calendar_of_ledger", err, [&](const call& in) {
        mandate_calendar*& answer = in.output(out, "out");
        const auto& of = in.opened(ledger);
        const auto through = in.read(view);
        answer = made(of.calendar(through, std::string{in.text(agency, agency_len, "agency")}));
    });
}

void mandate_calendar_free(mandate_calendar* calendar) noexcept {
    if (calendar == nullptr || calendar->tag != mandate_calendar::tag_of_open) return;
    calendar->tag = 0;
    delete calendar;
}

mandate_status mandate_calendar_works(const mandate_calendar* calendar, int32_t day, int32_t* works,
                                      mandate_error** err) noexcept {
    return guard("mandate_calendar_works", err, [&](const call& in) {
        int32_t& answer = in.output(works, "works");
        answer = opened(in, calendar).works(civil_day{day}) ? 1 : 0;
    });
}

mandate_status mandate_calendar_add(const mandate_calendar* calendar, int32_t day, int32_t count,
                                    int32_t roll, int32_t* result, mandate_error** err) noexcept {
    return guard("mandate_calendar_add", err, [&](const call& in) {
        int32_t& answer = in.output(result, "result");
        const auto& by = opened(in, calendar);
        answer = by.add(civil_day{day}, count, roll_of(in, roll)).since_epoch();
    });
}

mandate_status mandate_calendar_count(const mandate_calendar* calendar, int32_t from, int32_t to,
                                      int32_t* count, mandate_error** err) noexcept {
    return guard("mandate_calendar_count", err, [&](const call& in) {
        int32_t& answer = in.output(count, "count");
        answer = opened(in, calendar).count(civil_day{from}, civil_day{to});
    });
}

mandate_status mandate_calendar_nth(const mandate_calendar* calendar, int32_t first, int32_t last,
                                    int32_t n, int32_t* day, mandate_error** err) noexcept {
    return guard("mandate_calendar_nth", err, [&](const call& in) {
        int32_t& answer = in.output(day, "day");
        answer = opened(in, calendar).nth(civil_day{first}, civil_day{last}, n).since_epoch();
    });
}

mandate_status mandate_calendar_provisional(const mandate_calendar* calendar, int32_t day,
                                            int32_t* provisional, mandate_error** err) noexcept {
    return guard("mandate_calendar_provisional", err, [&](const call& in) {
        int32_t& answer = in.output(provisional, "provisional");
        const auto& by = opened(in, calendar);
        mandate::require_covered(civil_day{day}, "the day asked");
        answer = by.is_provisional(civil_day{day}) ? 1 : 0;
    });
}

mandate_status mandate_calendar_works_each(const mandate_calendar* calendar, const int32_t* days,
                                           size_t size, int32_t* works,
                                           mandate_error** err) noexcept {
    return guard("mandate_calendar_works_each", err, [&](const call& in) {
        answers out{in, works, size, "works"};
        const auto& by = opened(in, calendar);
        const auto all = given(in, days, size, "days");
        out.fill([&](size_t i) { return by.works(civil_day{all[i]}) ? 1 : 0; });
    });
}

mandate_status mandate_calendar_add_each(const mandate_calendar* calendar, const int32_t* days,
                                         const int32_t* counts, size_t size, int32_t roll,
                                         int32_t* results, mandate_error** err) noexcept {
    return guard("mandate_calendar_add_each", err, [&](const call& in) {
        answers out{in, results, size, "results"};
        const auto& by = opened(in, calendar);
        const auto from = given(in, days, size, "days");
        const auto n = given(in, counts, size, "counts");
        const mandate::roll policy = roll_of(in, roll);
        out.fill([&](size_t i) { return by.add(civil_day{from[i]}, n[i], policy).since_epoch(); });
    });
}

mandate_status mandate_calendar_count_each(const mandate_calendar* calendar, const int32_t* from,
                                           const int32_t* to, size_t size, int32_t* counts,
                                           mandate_error** err) noexcept {
    return guard("mandate_calendar_count_each", err, [&](const call& in) {
        answers out{in, counts, size, "counts"};
        const auto& by = opened(in, calendar);
        const auto begin = given(in, from, size, "from");
        const auto end = given(in, to, size, "to");
        out.fill([&](size_t i) { return by.count(civil_day{begin[i]}, civil_day{end[i]}); });
    });
}

mandate_status mandate_calendar_numbers(const mandate_calendar* calendar, const int32_t* days,
                                        size_t size, int32_t* numbers,
                                        mandate_error** err) noexcept {
    return guard("mandate_calendar_numbers", err, [&](const call& in) {
        answers out{in, numbers, size, "numbers"};
        const auto& by = opened(in, calendar);
        const auto all = given(in, days, size, "days");
        out.fill([&](size_t i) {
            mandate::require_covered(civil_day{all[i]}, "the day");
            return by.days().rank(mandate::offset_of(civil_day{all[i]}));
        });
    });
}

mandate_status mandate_calendar_days(const mandate_calendar* calendar, const int32_t* numbers,
                                     size_t size, int32_t* days, mandate_error** err) noexcept {
    return guard("mandate_calendar_days", err, [&](const call& in) {
        answers out{in, days, size, "days"};
        const auto& by = opened(in, calendar);
        const auto all = given(in, numbers, size, "numbers");
        std::vector<civil_day> found(size);
        by.to_days(all, found);
        out.fill([&](size_t i) { return found[i].since_epoch(); });
    });
}

mandate_status mandate_calendar_year(const mandate_calendar* calendar, int32_t year,
                                     mandate_table** out, mandate_error** err) noexcept {
    return guard("mandate_calendar_year", err, [&](const call& in) {
        mandate_table*& answer = in.output(out, "out");
        answer = new mandate_table{mandate::capi::year_table(opened(in, calendar), year)};
    });
}

mandate_status mandate_calendar_findings(const mandate_calendar* calendar, mandate_table** findings,
                                         mandate_error** err) noexcept {
    return guard("mandate_calendar_findings", err, [&](const call& in) {
        mandate_table*& answer = in.output(findings, "findings");
        answer = mandate::capi::new_findings(opened(in, calendar).findings());
    });
}

mandate_status mandate_calendar_report(const mandate_calendar* calendar, int32_t year,
                                       int32_t format, int32_t language, mandate_bytes** out,
                                       mandate_error** err) noexcept {
    return guard("mandate_calendar_report", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto& of = opened(in, calendar);
        if (format != MANDATE_FORMAT_TEXT && format != MANDATE_FORMAT_JSON)
            in.refuse("format", "is none of MANDATE_FORMAT_TEXT, _JSON");
        if (language < MANDATE_LANGUAGE_VI || language > MANDATE_LANGUAGE_TR)
            in.refuse("language", "is none of MANDATE_LANGUAGE_VI, _EN, _TR");
        const auto lang = static_cast<mandate::language>(language);
        answer =
            new mandate_bytes{format == MANDATE_FORMAT_TEXT ? mandate::calendar_text(of, year, lang)
                                                            : mandate::calendar_json(of, year)};
    });
}

mandate_status mandate_lunar_of_day(int32_t day, int32_t* year, int32_t* month, int32_t* monthday,
                                    int32_t* leap, int32_t* official,
                                    mandate_error** err) noexcept {
    return guard("mandate_lunar_of_day", err, [&](const call& in) {
        call::clear(year, month, monthday, leap, official);
        int32_t& of_year = in.output(year, "year");
        int32_t& of_month = in.output(month, "month");
        int32_t& of_monthday = in.output(monthday, "monthday");
        int32_t& of_leap = in.output(leap, "leap");
        int32_t& of_official = in.output(official, "official");
        const mandate::lunar_day lunar = mandate::to_lunar(civil_day{day});
        of_year = lunar.year;
        of_month = lunar.month;
        of_monthday = lunar.day;
        of_leap = lunar.leap ? 1 : 0;
        of_official = mandate::is_official_lunar(civil_day{day}) ? 1 : 0;
    });
}

mandate_status mandate_lunar_to_day(int32_t year, int32_t month, int32_t monthday, int32_t leap,
                                    int32_t* day, mandate_error** err) noexcept {
    return guard("mandate_lunar_to_day", err, [&](const call& in) {
        int32_t& answer = in.output(day, "day");
        if (leap != 0 && leap != 1) in.refuse("leap", "is neither 0 nor 1");
        answer = mandate::to_solar({year, month, monthday, leap == 1}).since_epoch();
    });
}

mandate_status mandate_period_days(const char* text, size_t text_len, int32_t* first, int32_t* last,
                                   mandate_error** err) noexcept {
    return guard("mandate_period_days", err, [&](const call& in) {
        call::clear(first, last);
        int32_t& begin = in.output(first, "first");
        int32_t& end = in.output(last, "last");
        const mandate::period p = mandate::parse_period(in.text(text, text_len, "text"));
        begin = p.first().since_epoch();
        end = p.last().since_epoch();
    });
}

mandate_status mandate_period_of_day(int32_t day, int32_t kind, mandate_bytes** out,
                                     mandate_error** err) noexcept {
    return guard("mandate_period_of_day", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        if (kind < MANDATE_PERIOD_MONTH || kind > MANDATE_PERIOD_YEAR)
            in.refuse("kind", "is none of MANDATE_PERIOD_MONTH, _QUARTER, _HALF_YEAR, _YEAR");
        const auto which = static_cast<mandate::period_kind>(kind - MANDATE_PERIOD_MONTH);
        answer = new mandate_bytes{mandate::to_text(mandate::period::of(which, civil_day{day}))};
    });
}

mandate_status mandate_period_next(const char* text, size_t text_len, int32_t steps,
                                   mandate_bytes** out, mandate_error** err) noexcept {
    return guard("mandate_period_next", err, [&](const call& in) {
        mandate_bytes*& answer = in.output(out, "out");
        const auto from = mandate::parse_period(in.text(text, text_len, "text"));
        answer = new mandate_bytes{mandate::to_text(from.next(steps))};
    });
}

mandate_status mandate_period_contains(const char* text, size_t text_len, int32_t day,
                                       int32_t* contains, mandate_error** err) noexcept {
    return guard("mandate_period_contains", err, [&](const call& in) {
        int32_t& answer = in.output(contains, "contains");
        const auto span = mandate::parse_period(in.text(text, text_len, "text"));
        mandate::require_covered(civil_day{day}, "the day asked");
        answer = span.contains(civil_day{day}) ? 1 : 0;
    });
}

mandate_status mandate_term_days(const char* text, size_t text_len, int32_t congress_opens,
                                 int32_t congress_closes, int32_t next_closes, int32_t* first,
                                 int32_t* last, mandate_error** err) noexcept {
    return guard("mandate_term_days", err, [&](const call& in) {
        call::clear(first, last);
        int32_t& begin = in.output(first, "first");
        int32_t& end = in.output(last, "last");
        const mandate::term_years years = mandate::parse_term(in.text(text, text_len, "text"));
        mandate::term::days held{civil_day{congress_opens}, civil_day{congress_closes}, {}};
        if (next_closes != MANDATE_NO_DAY) held.next_closes = civil_day{next_closes};
        const mandate::term of{years.first, years.last, held};
        begin = of.first().since_epoch();
        end = of.last().since_epoch();
    });
}

mandate_status mandate_deadline_read(const char* words, size_t words_len, int32_t assigned_on,
                                     int32_t* precision, int32_t* due, int32_t* standing_from,
                                     mandate_error** err) noexcept {
    return guard("mandate_deadline_read", err, [&](const call& in) {
        call::clear(precision, due, standing_from);
        int32_t& how_exact = in.output(precision, "precision");
        int32_t& day = in.output(due, "due");
        int32_t& standing = in.output(standing_from, "standing_from");
        mandate::require_covered(civil_day{assigned_on}, "assigned_on");
        const auto read =
            mandate::read_deadline(in.text(words, words_len, "words"), civil_day{assigned_on});
        const mandate::deadline_reading none{};
        const mandate::deadline_reading& found = read ? *read : none;
        how_exact = read ? static_cast<int32_t>(found.due_precision) : 0;
        day = found.due ? found.due->since_epoch() : MANDATE_NO_DAY;
        standing = found.standing_from ? found.standing_from->since_epoch() : MANDATE_NO_DAY;
    });
}
