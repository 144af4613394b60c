// A calendar is laid down in four coats, each over the one before: weekdays; holidays by rule with
// the choices of each year; the history of swaps; what was recorded, for all, then for the agency
// whose calendar it is.
#include "mandate/calendar/work_calendar.hpp"

#include "calendar/working_day_store.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/calendar_pool.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace mandate {
namespace {

using day_words = std::vector<std::uint64_t>;

bool works_in(const day_words& words, civil_day day) noexcept {
    const auto i = static_cast<std::size_t>(offset_of(day));
    return (words[i >> 6] >> (i & 63) & 1U) != 0;
}

void set(day_words& words, civil_day day, bool works) noexcept {
    const auto i = static_cast<std::size_t>(offset_of(day));
    const std::uint64_t bit = std::uint64_t{1} << (i & 63);
    words[i >> 6] = works ? words[i >> 6] | bit : words[i >> 6] & ~bit;
}

void check(const calendar_definition& d) {
    if (d.weekdays == 0 || d.weekdays > 0b1111111)
        throw error{errc::out_of_range,
                    "working weekdays must be 1 to 127 (bit 0 Monday, bit 6 Sunday), not " +
                        to_text(d.weekdays),
                    {{"field", "weekdays"}}};
    if (d.known_on) require_covered(*d.known_on, "the day on which the calendar is known");
    for (const auto* list : {&d.history.exceptions, &d.exceptions})
        for (const day_exception& e : *list) {
            require_covered(e.day, "an exception of the work calendar");
            if (e.pair) require_covered(*e.pair, "the day that an exception is swapped with");
            if (e.pair == e.day)
                throw error{errc::out_of_range,
                            to_text(e.day) + " cannot be swapped with itself",
                            {{"day", to_text(e.day)}}};
        }
    for (const holiday_choice& c : d.history.choices)
        if (c.year < first_day.year() || c.year > last_day.year())
            throw error{errc::out_of_range,
                        "the holidays of the year " + to_text(c.year) +
                            " cannot be chosen: it lies outside 1900 to 2199",
                        {{"year", to_text(c.year)}}};
}

bool is_known(const calendar_definition& d, const std::optional<civil_day>& announced_on) {
    return !d.known_on || !announced_on || *announced_on <= *d.known_on;
}

// What was decided for the year, as far as it was known: of several decisions each may say a part,
// and the last one that says it counts.
holiday_choice choice_of(const calendar_definition& d, int year) {
    holiday_choice sum;
    for (const holiday_choice& c : d.history.choices)
        if (c.year == year && is_known(d, c.announced_on)) {
            if (c.tet) sum.tet = c.tet;
            if (c.national_day) sum.national_day = c.national_day;
        }
    return sum;
}

// The first two coats.
day_words weekdays_and_holidays(const calendar_definition& d) {
    day_words words(working_day_bits::word_count);
    unsigned weekday = first_day.weekday() - 1;
    for (std::size_t i = 0; i < static_cast<std::size_t>(days_covered); ++i) {
        words[i >> 6] |= std::uint64_t{d.weekdays >> weekday & 1U} << (i & 63);
        weekday = weekday == 6 ? 0 : weekday + 1;
    }
    if (d.rules == holiday_rules::none) return words;
    for (int year = first_day.year(); year <= last_day.year(); ++year)
        for (const public_holiday& h : public_holidays(year, d.weekdays, choice_of(d, year)))
            set(words, h.day, false);
    return words;
}

// A swap binds those who would be off on the day that is to be worked. Where that day is worked
// anyway (offices with a six-day week), there is nothing to swap.
bool binds(const day_exception& e, const day_words& without) {
    return !e.pair || !works_in(without, e.worked ? e.day : *e.pair);
}

// The exceptions that count, by day.
using declared_days = std::map<civil_day, const day_exception*>;

declared_days declared(const calendar_definition& d, const day_words& without) {
    declared_days counting;
    const auto put = [&](const std::vector<day_exception>& list, std::string_view agency) {
        for (const day_exception& e : list)
            if (e.agency == agency && is_known(d, e.announced_on) && binds(e, without))
                counting[e.day] = &e;
    };
    if (d.rules != holiday_rules::none) put(d.history.exceptions, "");
    put(d.exceptions, "");
    if (!d.agency.empty()) put(d.exceptions, d.agency);
    return counting;
}

// Days that two records of the same audience call differently, and records against the history.
void find_contradictions(const calendar_definition& d, std::string_view agency,
                         std::vector<finding>& found) {
    std::map<civil_day, bool> said;
    std::map<civil_day, bool> history;
    if (d.rules != holiday_rules::none && agency.empty())
        for (const day_exception& e : d.history.exceptions)
            if (is_known(d, e.announced_on)) history[e.day] = e.worked;
    std::map<civil_day, finding> by_day;
    const auto put = [&](const char* key, civil_day day, const std::string& text) {
        const std::string named = to_text(day);
        by_day.try_emplace(day, finding{key, named + text, {{"day", named}}});
    };
    for (const day_exception& e : d.exceptions) {
        if (e.agency != agency || !is_known(d, e.announced_on)) continue;
        const auto before = said.find(e.day);
        if (before != said.end() && before->second != e.worked)
            put("calendar.contradiction", e.day,
                " is recorded both as off and as worked; the later record counts");
        said[e.day] = e.worked;
    }
    for (const auto& [day, worked] : said)
        if (const auto shipped = history.find(day);
            shipped != history.end() && shipped->second != worked)
            put("calendar.against_history", day,
                std::string{" is recorded as "} + (worked ? "worked" : "off") +
                    " against the known history; the record counts");
    for (auto& [day, what] : by_day) found.push_back(std::move(what));
}

std::vector<finding> judge(const calendar_definition& d, const declared_days& counting,
                           const day_words& words) {
    std::vector<finding> found;
    find_contradictions(d, "", found);
    if (!d.agency.empty()) find_contradictions(d, d.agency, found);
    for (const auto& [day, e] : counting)
        if (e->pair && works_in(words, *e->pair) != !e->worked)
            found.push_back({"calendar.half_swap",
                             to_text(day) + " is swapped with " + to_text(*e->pair) +
                                 ", which is not " + (e->worked ? "off" : "worked"),
                             {{"day", to_text(day)}, {"pair_day", to_text(*e->pair)}}});
    return found;
}

[[noreturn]] void refuse_at(std::size_t index, const error& e) {
    throw e.at("entry " + to_text(static_cast<long long>(index)),
               {{"index", to_text(static_cast<long long>(index))}});
}

void require_same(std::size_t a, std::size_t b) {
    if (a != b)
        throw error{errc::invalid_argument, "the spans of a call have different lengths: " +
                                                to_text(static_cast<long long>(a)) + " and " +
                                                to_text(static_cast<long long>(b))};
}

// Runs one() for every entry; an error says which.
template <class One>
void each(std::size_t size, One&& one) {
    for (std::size_t i = 0; i < size; ++i) {
        try {
            one(i);
        } catch (const error& e) {
            refuse_at(i, e);
        }
    }
}

}  // namespace

calendar_definition viet_nam_calendar() {
    calendar_definition d;
    d.rules = holiday_rules::viet_nam;
    d.history = viet_nam_history();
    return d;
}

work_calendar::work_calendar(std::uint8_t weekdays, std::span<const day_exception> exceptions)
    : work_calendar{[&] {
          calendar_definition d;
          d.weekdays = weekdays;
          d.exceptions.assign(exceptions.begin(), exceptions.end());
          return d;
      }()} {}

work_calendar::work_calendar(calendar_definition definition, calendar_pool* pool) {
    check(definition);
    day_words words = weekdays_and_holidays(definition);
    const declared_days counting = declared(definition, words);
    for (const auto& [day, e] : counting) set(words, day, e->worked);
    findings_ = std::make_shared<const std::vector<finding>>(judge(definition, counting, words));
    store_ = pool != nullptr ? pool->share(std::move(words))
                             : std::make_shared<const working_day_store>(std::move(words), true);
    days_ = store_->days();
    definition_ = std::make_shared<const calendar_definition>(std::move(definition));
}

civil_day work_calendar::subtract(civil_day from, int n, roll policy) const {
    const std::int32_t i = checked(from, "the day to start from");
    if (n == 0) return add(from, 0, policy);
    const bool from_before = policy == roll::preceding || (policy == roll::none && n < 0);
    const std::int64_t k = std::int64_t{days_.rank(i + (from_before ? 1 : 0))} - std::int64_t{n} -
                           (from_before ? 1 : 0);
    if (k < 0 || k >= days_.count()) refuse_add(from, -std::int64_t{n}, policy);
    return day_at(days_.nth(static_cast<std::int32_t>(k)));
}

civil_day work_calendar::nth(civil_day first, civil_day last, int n) const {
    const std::int32_t begin = checked(first, "the first day");
    const std::int32_t end = checked(last, "the last day") + 1;
    const std::int32_t before = days_.rank(begin);
    const std::int32_t within = end <= begin ? 0 : days_.rank(end) - before;
    if (n == 0 || n > within || n < -within)
        throw error{errc::out_of_range,
                    to_text(first) + " to " + to_text(last) + " has " + to_text(within) +
                        " working days, so none is number " + to_text(n),
                    {{"from", to_text(first)}, {"to", to_text(last)}, {"n", to_text(n)}}};
    return day_at(days_.nth(n > 0 ? before + n - 1 : before + within + n));
}

void work_calendar::add(std::span<const civil_day> from, std::span<const int> n, roll policy,
                        std::span<civil_day> results) const {
    require_same(from.size(), n.size());
    require_same(from.size(), results.size());
    each(from.size(), [&](std::size_t i) { results[i] = add(from[i], n[i], policy); });
}

void work_calendar::count(std::span<const civil_day> from, std::span<const civil_day> to,
                          std::span<int> results) const {
    require_same(from.size(), to.size());
    require_same(from.size(), results.size());
    each(from.size(), [&](std::size_t i) { results[i] = count(from[i], to[i]); });
}

void work_calendar::to_ordinals(std::span<const civil_day> days,
                                std::span<std::int32_t> ordinals) const {
    require_same(days.size(), ordinals.size());
    bool all = true;
    for (const civil_day day : days) all &= covers(offset_of(day));
    if (!all) each(days.size(), [&](std::size_t i) { checked(days[i], "the day"); });
    const working_days through = days_;
    for (std::size_t i = 0; i < days.size(); ++i) ordinals[i] = through.rank(offset_of(days[i]));
}

void work_calendar::to_days(std::span<const std::int32_t> ordinals,
                            std::span<civil_day> days) const {
    require_same(ordinals.size(), days.size());
    const auto limit = static_cast<std::uint32_t>(days_.count());
    bool all = true;
    for (const std::int32_t k : ordinals) all &= static_cast<std::uint32_t>(k) < limit;
    if (!all)
        each(ordinals.size(), [&](std::size_t i) {
            if (static_cast<std::uint32_t>(ordinals[i]) >= limit)
                throw error{errc::out_of_range,
                            "there is no working day number " + to_text(ordinals[i]) +
                                " from 1900-01-01 to 2199-12-31",
                            {{"ordinal", to_text(ordinals[i])}}};
        });
    const working_days through = days_;
    for (std::size_t i = 0; i < ordinals.size(); ++i) days[i] = day_at(through.nth(ordinals[i]));
}

std::vector<special_day> work_calendar::special_days(int year) const {
    if (year < first_day.year() || year > last_day.year())
        throw error{errc::out_of_range,
                    "the year " + to_text(year) + " lies outside 1900 to 2199",
                    {{"year", to_text(year)}}};
    const calendar_definition& d = *definition_;
    std::map<civil_day, special_day> by_day;
    const auto at = [&](civil_day day) -> special_day& {
        special_day& one = by_day[day];
        one.day = day;
        one.works = works(day);
        return one;
    };
    if (d.rules != holiday_rules::none)
        // A week of nothing but rest days can push a substitute over the end of the year.
        for (const int of : {year - 1, year}) {
            if (of < first_day.year()) continue;
            for (const public_holiday& h : public_holidays(of, d.weekdays, choice_of(d, of)))
                if (h.day.year() == year)
                    if (special_day& one = at(h.day); !one.rest) one.rest = h;
        }
    const day_words without = weekdays_and_holidays(d);
    for (const auto& [day, e] : declared(d, without))
        if (day.year() == year) at(day).declared = *e;
    std::vector<special_day> all;
    for (auto& [day, one] : by_day) all.push_back(std::move(one));
    return all;
}

bool work_calendar::same_days(const work_calendar& other) const noexcept {
    return store_ == other.store_ || store_->words == other.store_->words;
}

void work_calendar::refuse_add(civil_day from, std::int64_t n, roll policy) {
    require_covered(from, "the day to start from");
    if (n == 0)
        throw error{errc::out_of_range,
                    std::string{"there is no working day on or "} +
                        (policy == roll::following ? "after " : "before ") + to_text(from) +
                        " within 1900-01-01 to 2199-12-31",
                    {{"day", to_text(from)}, {"n", "0"}}};
    throw error{errc::out_of_range,
                to_text(n) + " working days from " + to_text(from) +
                    " lie outside 1900-01-01 to 2199-12-31",
                {{"day", to_text(from)}, {"n", to_text(n)}}};
}

}  // namespace mandate
