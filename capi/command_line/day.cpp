// One thing is given and all that it stands for is told, a name and a value a line.

#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace command_line {
namespace {

class answer_lines {
public:
    void put(const char* name, std::string text) {
        lines_.push_back({name, std::move(text), true});
    }
    void put(const char* name, std::int32_t number) {
        lines_.push_back({name, std::to_string(number), false});
    }
    void put_day(const char* name, std::int32_t day) {
        if (day != MANDATE_NO_DAY) put(name, day_text(day));
    }

    std::string in(const std::string& format) const {
        const bool json = format == "json";
        std::string out = json ? "{" : "";
        for (const line& each : lines_) {
            std::string name = each.name;
            if (json) {
                out += (out.size() == 1 ? "" : ",") + json_string(name) + ':';
                out += each.is_text ? json_string(each.value) : each.value;
            } else {
                name.resize(16, ' ');
                out += name + harmless(each.value) + '\n';
            }
        }
        return json ? out + "}\n" : out;
    }

private:
    struct line {
        const char* name;
        std::string value;
        bool is_text;
    };
    std::vector<line> lines_;
};

/// A day given by an option; an error names the option.
std::int32_t day_of(const char* option, const std::string& text) {
    return about(option, [&] { return day_in(text); });
}

std::string period_of(std::int32_t day, std::int32_t kind) {
    return std::string{content(made<bytes>(mandate_period_of_day, day, kind))};
}

calendar calendar_on(const day_options& options, std::int32_t day) {
    calendar_options of = options.by;
    of.year = std::stoi(period_of(day, MANDATE_PERIOD_YEAR));
    return calendar_of(of);
}

std::int32_t roll_of(const std::string& name) {
    return name == "following"   ? MANDATE_ROLL_FOLLOWING
           : name == "preceding" ? MANDATE_ROLL_PRECEDING
                                 : MANDATE_ROLL_NONE;
}

/// What `ask` gives; nothing where that would lie beyond the years covered.
template <class Ask>
auto where_covered(Ask ask) -> std::optional<decltype(ask())> {
    try {
        return ask();
    } catch (const failure& f) {
        if (f.exit_code() != bad_input) throw;
        return std::nullopt;
    }
}

void tell_lunar(answer_lines& out, std::int32_t day) {
    std::int32_t year = 0, month = 0, monthday = 0, leap = 0, official = 0;
    const auto known = where_covered([&] {
        call(mandate_lunar_of_day, day, &year, &month, &monthday, &leap, &official);
        return true;
    });
    if (!known) return;  // before 1900-01-31
    out.put("lunar",
            std::to_string(monthday) + '/' + std::to_string(month) + '/' + std::to_string(year));
    out.put("lunar_leap", leap);
    out.put("lunar_official", official);
}

answer_lines about_day(const day_options& options, std::int32_t day) {
    const calendar by = calendar_on(options, day);
    const auto add = [&](std::int32_t count, std::int32_t roll) {
        std::int32_t result = 0;
        call(mandate_calendar_add, by.get(), day, count, roll, &result);
        return result;
    };
    answer_lines out;
    out.put_day("day", day);
    constexpr std::int32_t thursday = 4, week = 7;  // day 0 was a Thursday
    out.put("weekday", ((day + thursday - 1) % week + week) % week + 1);
    std::int32_t value = 0;
    call(mandate_calendar_works, by.get(), day, &value);
    out.put("works", value);
    call(mandate_calendar_provisional, by.get(), day, &value);
    out.put("provisional", value);
    for (const auto& [name, step] : {std::pair{"previous", -1}, std::pair{"next", 1}})
        if (const auto found = where_covered([&, n = step] { return add(n, MANDATE_ROLL_NONE); }))
            out.put_day(name, *found);
    tell_lunar(out, day);
    for (const auto& [name, kind] :
         {std::pair{"month", MANDATE_PERIOD_MONTH}, std::pair{"quarter", MANDATE_PERIOD_QUARTER},
          std::pair{"half_year", MANDATE_PERIOD_HALF_YEAR}, std::pair{"year", MANDATE_PERIOD_YEAR}})
        out.put(name, period_of(day, kind));
    if (options.add) out.put_day("add", add(*options.add, roll_of(options.roll)));
    if (!options.until.empty()) {
        call(mandate_calendar_count, by.get(), day, day_of("--until", options.until), &value);
        out.put("until", value);
    }
    return out;
}

answer_lines about_period(const day_options& options) {
    const std::string& what = options.what;
    std::int32_t first = 0, last = 0;
    call(mandate_period_days, what.data(), what.size(), &first, &last);
    const auto step = [&](std::int32_t count) {
        return std::string{
            content(made<bytes>(mandate_period_next, what.data(), what.size(), count))};
    };
    answer_lines out;
    out.put("period", what);
    out.put_day("first", first);
    out.put_day("last", last);
    for (const auto& [name, count] : {std::pair{"previous", -1}, std::pair{"next", 1}})
        if (auto found = where_covered([&, n = count] { return step(n); }))
            out.put(name, *std::move(found));
    const calendar by = calendar_on(options, last);
    std::int32_t works = 0, after_first = 0;
    call(mandate_calendar_works, by.get(), first, &works);
    call(mandate_calendar_count, by.get(), first, last, &after_first);
    out.put("working_days", works + after_first);
    if (options.add) out.put("add", step(*options.add));
    if (!options.contains.empty()) {
        std::int32_t contains = 0;
        call(mandate_period_contains, what.data(), what.size(),
             day_of("--contains", options.contains), &contains);
        out.put("contains", contains);
    }
    return out;
}

answer_lines about_term(const day_options& options) {
    const std::int32_t next =
        options.next_closes.empty() ? MANDATE_NO_DAY : day_of("--next-closes", options.next_closes);
    std::int32_t first = 0, last = 0;
    call(mandate_term_days, options.what.data(), options.what.size(),
         day_of("--congress-opens", options.congress_opens),
         day_of("--congress-closes", options.congress_closes), next, &first, &last);
    answer_lines out;
    out.put("term", options.what);
    out.put_day("first", first);
    out.put_day("last", last);
    if (!options.contains.empty()) {
        const std::int32_t day = day_of("--contains", options.contains);
        out.put("contains", first <= day && day <= last ? 1 : 0);
    }
    return out;
}

answer_lines about_words(const day_options& options) {
    std::int32_t precision = 0, due = 0, standing = 0;
    call(mandate_deadline_read, options.what.data(), options.what.size(),
         day_of("--assigned-on", options.assigned_on), &precision, &due, &standing);
    if (precision == 0)
        throw failure{json_string(options.what) + " is not a deadline that is understood",
                      bad_input};
    constexpr const char* names[] = {"day", "month", "quarter", "half_year", "year", "continuous"};
    answer_lines out;
    out.put("words", options.what);
    out.put("precision", names[precision - MANDATE_DEADLINE_PRECISION_DAY]);
    out.put_day("due", due);
    out.put_day("standing_from", standing);
    return out;
}

/// Reads 10/3/2024.
std::int32_t day_of_lunar(const day_options& options) {
    std::int32_t parts[3] = {};
    const char* at = options.what.data();
    const char* const end = at + options.what.size();
    for (int i = 0; i < 3; ++i) {
        const auto [stop, failed] = std::from_chars(at, end, parts[i]);
        if (failed != std::errc{} || (i < 2 ? stop == end || *stop != '/' : stop != end))
            throw failure{json_string(options.what) + " is not a lunar date in the form 10/3/2024",
                          bad_input};
        at = stop + (i < 2 ? 1 : 0);
    }
    std::int32_t day = 0;
    call(mandate_lunar_to_day, parts[2], parts[1], parts[0], options.leap ? 1 : 0, &day);
    return day;
}

enum class thing { day, period, term, words };

bool is_given(const std::string& option) { return !option.empty(); }

thing thing_of(const day_options& o) {
    if (is_given(o.assigned_on)) return thing::words;
    if (is_given(o.congress_opens) || is_given(o.congress_closes) || is_given(o.next_closes))
        return thing::term;
    constexpr std::size_t length_of_day = 10;  // 2024-04-25; a period of the calendar has 7
    if (o.lunar) return thing::day;
    const bool own = o.what.size() > length_of_day && o.what[length_of_day] == '/';
    return own || o.what.size() < length_of_day ? thing::period : thing::day;
}

/// Nothing that was asked is passed over in silence.
void require_sense(const day_options& o, thing of) {
    const auto only = [](bool given, bool fits, const char* option, const char* with) {
        if (given && !fits) throw failure{std::string{option} + " goes with " + with, wrong_use};
    };
    const bool counted = of == thing::day || of == thing::period;
    only(o.lunar, of == thing::day, "--lunar", "a day alone");
    only(o.leap, o.lunar, "--leap", "--lunar");
    only(o.add.has_value(), counted, "--add", "a day or a period");
    only(is_given(o.roll), of == thing::day && o.add.has_value(), "--roll", "a day and --add");
    only(is_given(o.until), of == thing::day, "--until", "a day");
    only(is_given(o.contains), of == thing::period || of == thing::term, "--contains",
         "a period or a term");
    only(is_given(o.congress_opens) || is_given(o.congress_closes) || is_given(o.next_closes),
         of == thing::term, "--congress-opens", "a term alone");
    if (of == thing::term && !(is_given(o.congress_opens) && is_given(o.congress_closes)))
        throw failure{"a term needs --congress-opens and --congress-closes", wrong_use};
    only(is_given(o.by.ledger), counted, "LEDGER", "a day or a period");
    if (!counted &&
        (is_given(o.by.agency) || is_given(o.by.view.as_of) || is_given(o.by.view.known_at)))
        throw failure{"--agency, --as-of and --known-at ask the calendar of a ledger", wrong_use};
}

answer_lines answer(const day_options& options) {
    const thing of = thing_of(options);
    require_sense(options, of);
    switch (of) {
        case thing::period:
            return about_period(options);
        case thing::term:
            return about_term(options);
        case thing::words:
            return about_words(options);
        case thing::day:
            break;
    }
    return about_day(options, options.lunar ? day_of_lunar(options) : day_in(options.what));
}

}  // namespace

int run(const day_options& options) {
    print(answer(options).in(options.by.format));
    return done;
}

}  // namespace command_line
