#pragma once
// A term of office, from one congress to the next.

#include "mandate/base/civil_day.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mandate {

/// `2020-2025`: the term begins on the day on which its congress closes, and with it the one before
/// ends; the days in between belong to the congress and to the term that is going out. Until the
/// next congress is known it runs to the end of its last year.
class term {
public:
    /// The congress that began it, and of the next one the closing day, where it is known.
    struct days {
        civil_day congress_opens, congress_closes;
        std::optional<civil_day> next_closes;
    };

    /// @throws error{errc::out_of_range} if the years or the days do not follow each other, or the
    /// congress closes in another year than the term's first; names what it is.
    term(int first_year, int last_year, const days& held);

    int first_year() const noexcept { return first_year_; }
    int last_year() const noexcept { return last_year_; }
    const days& held() const noexcept { return held_; }
    civil_day first() const noexcept { return held_.congress_closes; }
    civil_day last() const noexcept;
    bool contains(civil_day day) const noexcept { return first() <= day && day <= last(); }
    bool in_congress(civil_day day) const noexcept {
        return held_.congress_opens <= day && day <= held_.congress_closes;
    }
    /// The term after it, of the same length in years, once its congress is known.
    /// @throws error{errc::out_of_range} as the constructor; or if this term names another day for
    /// the close of that congress.
    term next(const days& held) const;

private:
    int first_year_, last_year_;
    days held_;
};

/// The years of `2020-2025`. @throws error{errc::malformed, out_of_range} quoting the text.
struct term_years {
    int first, last;
};
term_years parse_term(std::string_view text);
std::string to_text(const term& t);

}  // namespace mandate
