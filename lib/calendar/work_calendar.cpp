// A calendar is laid down in four coats, each over the one before: weekdays; holidays by rule with
// the choices of each year; the history of swaps; what was recorded, for all, then for the agency
// whose calendar it is.
#include "mandate/calendar/work_calendar.hpp"

#include "calendar/working_day_store.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/calendar_pool.hpp"

#include <algorithm>
#include <charconv>
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
struct year_choices {
    const holiday_choice* tet = nullptr;
    const holiday_choice* national_day = nullptr;

    holiday_choice sum(int year) const {
        holiday_choice both;
        both.year = year;
        if (tet != nullptr) both.tet = tet->tet;
        if (national_day != nullptr) both.national_day = national_day->national_day;
        return both;
    }
};

year_choices choices_of(const calendar_definition& d, int year) {
    year_choices last;
    for (const holiday_choice& c : d.history.choices)
        if (c.year == year && is_known(d, c.announced_on)) {
            if (c.tet) last.tet = &c;
            if (c.national_day) last.national_day = &c;
        }
    return last;
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
        for (const public_holiday& h :
             public_holidays(year, d.weekdays, choices_of(d, year).sum(year)))
            set(words, h.day, false);
    return words;
}

// A swap binds those who would work on the day that is to be off and be off on the day that is to
// be worked. For others (offices with a six-day week) there is nothing to swap.
bool binds(const day_exception& e, const day_words& without) {
    if (!e.pair) return true;
    const auto [off, worked] = e.worked ? std::pair{*e.pair, e.day} : std::pair{e.day, *e.pair};
    return works_in(without, off) && !works_in(without, worked);
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
    std::map<civil_day, civil_day> swapped;
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
        if (!e.pair) continue;
        const auto [first, fresh] = swapped.try_emplace(e.day, *e.pair);
        if (!fresh && first->second != *e.pair)
            put("calendar.two_swaps", e.day,
                " is swapped with " + to_text(first->second) + " and with " + to_text(*e.pair) +
                    "; the later record counts");
    }
    for (const auto& [day, worked] : said)
        if (const auto shipped = history.find(day);
            shipped != history.end() && shipped->second != worked)
            put("calendar.against_history", day,
                std::string{" is recorded as "} + (worked ? "worked" : "off") +
                    " against the known history; the record counts");
    for (auto& [day, what] : by_day) found.push_back(std::move(what));
}

// Years for which two decisions say something else; the later one counts.
void find_contradicting_choices(const calendar_definition& d, std::vector<finding>& found) {
    std::map<int, holiday_choice> said;
    std::map<int, bool> differ;
    for (const holiday_choice& c : d.history.choices) {
        if (!is_known(d, c.announced_on)) continue;
        holiday_choice& before = said[c.year];
        if ((c.tet && before.tet && *c.tet != *before.tet) ||
            (c.national_day && before.national_day && *c.national_day != *before.national_day))
            differ[c.year] = true;
        if (c.tet) before.tet = c.tet;
        if (c.national_day) before.national_day = c.national_day;
    }
    for (const auto& [year, yes] : differ)
        found.push_back({"calendar.two_choices",
                         "the holidays of " + to_text(year) +
                             " are decided in two ways; the later record counts",
                         {{"year", to_text(year)}}});
}

// Swaps recorded for just this calendar that change nothing in it.
void find_idle_swaps(const calendar_definition& d, const day_words& without,
                     std::vector<finding>& found) {
    std::map<std::pair<civil_day, civil_day>, bool> told;
    for (const day_exception& e : d.exceptions) {
        if (e.agency != d.agency || !is_known(d, e.announced_on) || binds(e, without)) continue;
        const auto [off, worked] = e.worked ? std::pair{*e.pair, e.day} : std::pair{e.day, *e.pair};
        if (!told.try_emplace({off, worked}, true).second) continue;
        found.push_back({"calendar.idle_swap",
                         to_text(off) + " and " + to_text(worked) +
                             " are swapped without effect: " +
                             (works_in(without, off) ? to_text(worked) + " is worked anyway"
                                                     : to_text(off) + " is off anyway"),
                         {{"day", to_text(off)}, {"pair_day", to_text(worked)}}});
    }
}

std::vector<finding> judge(const calendar_definition& d, const declared_days& counting,
                           const day_words& words, const day_words& without) {
    std::vector<finding> found;
    find_contradictions(d, "", found);
    if (!d.agency.empty()) find_contradictions(d, d.agency, found);
    if (d.rules != holiday_rules::none) find_contradicting_choices(d, found);
    find_idle_swaps(d, without, found);
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

// Block by block, so that what was checked is still near when it is looked up: first whether all of
// the block lie in [0, limit), a sum of signs that needs no branch, then the look-ups. False if one
// does not.
template <class In, class Out, class Number, class Look>
bool convert(std::span<const In> in, std::span<Out> out, std::int32_t limit, Number number_of,
             Look look) {
    constexpr std::size_t block = 1024;
    for (std::size_t begin = 0; begin < in.size(); begin += block) {
        const std::size_t end = std::min(in.size(), begin + block);
        std::uint32_t signs = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const auto n = static_cast<std::uint32_t>(number_of(in[i]));
            signs |= n | (static_cast<std::uint32_t>(limit - 1) - n);
        }
        if (signs >> 31 != 0) return false;
        for (std::size_t i = begin; i < end; ++i) out[i] = look(number_of(in[i]));
    }
    return true;
}

template <class Days>
bool ranks_of(const Days& by, std::span<const civil_day> days, std::span<std::int32_t> ordinals) {
    return convert(days, ordinals, days_covered, offset_of,
                   [by](std::int32_t offset) { return by.rank(offset); });
}

template <class Days>
bool places_of(const Days& by, std::span<const std::int32_t> ordinals, std::span<civil_day> days) {
    return convert(
        ordinals, days, by.count(), [](std::int32_t k) { return k; },
        [by](std::int32_t k) { return day_at(by.nth(k)); });
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
    const day_words without = weekdays_and_holidays(definition);
    const declared_days counting = declared(definition, without);
    day_words words = without;
    for (const auto& [day, e] : counting) set(words, day, e->worked);
    findings_ =
        std::make_shared<const std::vector<finding>>(judge(definition, counting, words, without));
    store_ = pool != nullptr ? pool->share(std::move(words))
                             : std::make_shared<const working_day_store>(std::move(words), true);
    days_ = store_->days();
    definition_ = std::make_shared<const calendar_definition>(std::move(definition));
}

civil_day work_calendar::subtract(civil_day from, int n, roll policy) const {
    return add_slowly(from, -std::int64_t{n}, policy);
}

civil_day work_calendar::add_slowly(civil_day from, std::int64_t n, roll policy) const {
    const std::int32_t i = checked(from, "the day to start from");
    if (n == 0 && policy == roll::none) return from;
    const int before = begins_before(n > 0, policy) ? 1 : 0;
    const std::int64_t k = days_.rank(i + before) + n - before;
    if (k < 0 || k >= days_.count()) refuse_add(from, n, policy);
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
    const bool all = days_.has_table() ? ranks_of(days_.table(), days, ordinals)
                                       : ranks_of(days_.bits(), days, ordinals);
    if (!all) each(days.size(), [&](std::size_t i) { checked(days[i], "the day"); });
}

void work_calendar::to_days(std::span<const std::int32_t> ordinals,
                            std::span<civil_day> days) const {
    require_same(ordinals.size(), days.size());
    const bool all = days_.has_table() ? places_of(days_.table(), ordinals, days)
                                       : places_of(days_.bits(), ordinals, days);
    if (all) return;
    each(ordinals.size(), [&](std::size_t i) {
        if (ordinals[i] < 0 || ordinals[i] >= days_.count())
            throw error{errc::out_of_range,
                        "there is no working day number " + to_text(ordinals[i]) +
                            " from 1900-01-01 to 2199-12-31",
                        {{"ordinal", to_text(ordinals[i])}}};
    });
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
            const year_choices chosen = choices_of(d, of);
            for (const public_holiday& h : public_holidays(of, d.weekdays, chosen.sum(of))) {
                if (h.day.year() != year) continue;
                special_day& one = at(h.day);
                if (one.rest) continue;
                one.rest = h;
                const holiday_choice* by = h.which == holiday::tet ? chosen.tet
                                           : h.which == holiday::national_day && h.part == 2
                                               ? chosen.national_day
                                               : nullptr;
                if (by != nullptr) one.chosen = *by;
            }
        }
    const day_words without = weekdays_and_holidays(d);
    for (const auto& [day, e] : declared(d, without))
        if (day.year() == year) at(day).declared = *e;
    std::vector<special_day> all;
    for (auto& [day, one] : by_day) all.push_back(std::move(one));
    return all;
}

bool work_calendar::is_provisional(civil_day day) const noexcept {
    const calendar_definition& d = *definition_;
    const int year = day.year();
    if (d.rules == holiday_rules::none) return false;
    if (year >= d.history.first_year && year <= d.history.last_year) return false;
    return std::none_of(
        d.history.choices.begin(), d.history.choices.end(),
        [&](const holiday_choice& c) { return c.year == year && is_known(d, c.announced_on); });
}

int year_of(const finding& f) {
    int year = 0;
    const std::string& first = f.facts.at(0).second;  // "2024-05-04" or "2024"
    std::from_chars(first.data(), first.data() + first.size(), year);
    return year;
}

bool work_calendar::same_days(const work_calendar& other) const noexcept {
    return store_ == other.store_ || store_->words == other.store_->words;
}

void work_calendar::refuse_add(civil_day from, std::int64_t n, roll policy) {
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
