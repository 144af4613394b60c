#include "mandate/calendar/term.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/period.hpp"

namespace mandate {
namespace {

void require_years(int first, int last, const std::string& what) {
    if (first < first_day.year() || last > last_day.year() || last <= first)
        throw error{errc::out_of_range,
                    what + " is no term: its years must follow each other within 1900 to 2199",
                    {{"term", what}}};
}

std::string years_text(int first, int last) { return to_text(first) + "-" + to_text(last); }

}  // namespace

term::term(int first_year, int last_year, const days& held)
    : first_year_{first_year}, last_year_{last_year}, held_{held} {
    const std::string name = years_text(first_year, last_year);
    require_years(first_year, last_year, name);
    require_covered(held.congress_opens, "the day on which the congress of " + name + " opens");
    require_covered(held.congress_closes, "the day on which the congress of " + name + " closes");
    if (held.next_closes)
        require_covered(*held.next_closes,
                        "the day on which the congress after " + name + " closes");
    const auto refuse = [&](const std::string& why) {
        throw error{errc::out_of_range, "term " + name + ": " + why, {{"term", name}}};
    };
    if (held.congress_closes < held.congress_opens)
        refuse("its congress closes on " + to_text(held.congress_closes) + ", before it opens");
    if (held.congress_closes.year() != first_year)
        refuse("its congress closes on " + to_text(held.congress_closes) + ", in another year");
    if (held.next_closes && *held.next_closes <= held.congress_closes)
        refuse("the next congress closes on " + to_text(*held.next_closes) + ", not after its own");
}

civil_day term::last() const noexcept {
    return held_.next_closes ? *held_.next_closes - 1
                             : civil_day{std::chrono::year{last_year_} / 12 / 31};
}

term term::next(const days& held) const {
    if (held_.next_closes && *held_.next_closes != held.congress_closes)
        throw error{errc::out_of_range,
                    "term " + to_text(*this) + ": the next congress closes on " +
                        to_text(*held_.next_closes) + ", not on " + to_text(held.congress_closes),
                    {{"term", to_text(*this)}}};
    return {last_year_, last_year_ + (last_year_ - first_year_), held};
}

term_years parse_term(std::string_view text) {
    if (text.size() != 9 || text[4] != '-')
        throw error{errc::malformed,
                    in_quotes(text) + " is not a term in the form 2020-2025",
                    {{"text", std::string{text}}}};
    const int first = parse_period(text.substr(0, 4)).year();
    const int last = parse_period(text.substr(5)).year();
    require_years(first, last, std::string{text});
    return {first, last};
}

std::string to_text(const term& t) { return years_text(t.first_year(), t.last_year()); }

}  // namespace mandate
