// The words are folded first (capitals, accents and Unicode form do not matter then), so each
// wording below is matched as plain ASCII. One function reads one kind of wording, whole or not at
// all; what none of them reads is not understood.
#include "mandate/calendar/deadline.hpp"

#include "base/quote.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/calendar/period.hpp"

#include <chrono>
#include <string>

namespace mandate {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return c >= 'a' && c <= 'z'; }

/// Reads folded words from left to right; spaces do not count. Copied to try another way.
class word_reader {
public:
    explicit word_reader(std::string_view folded) noexcept : rest_{folded} {}

    /// Whether these words are next, each of them whole; then they are read.
    bool take(std::string_view words) noexcept {
        const std::string_view rest = ahead();
        if (!rest.starts_with(words)) return false;
        const std::string_view after = rest.substr(words.size());
        if (is_letter(words.back()) && !after.empty() && is_letter(after[0])) return false;
        rest_ = after;
        return true;
    }
    /// A number of so many digits, both bounds included.
    std::optional<int> number(std::size_t least, std::size_t most) noexcept {
        const std::string_view rest = ahead();
        std::size_t size = 0;
        int value = 0;
        while (size < rest.size() && size <= most && is_digit(rest[size]))
            value = value * 10 + (rest[size++] - '0');
        if (size < least || size > most) return std::nullopt;
        rest_ = rest.substr(size);
        return value;
    }
    std::optional<int> year() noexcept { return number(4, 4); }
    bool done() const noexcept { return ahead().empty(); }

private:
    std::string_view ahead() const noexcept {
        return rest_.starts_with(' ') ? rest_.substr(1) : rest_;
    }
    std::string_view rest_;
};

/// A hyphen, or a dash that a word processor made of it.
bool take_dash(word_reader& in) noexcept {
    return in.take("-") || in.take("\u2013") || in.take("\u2014");
}

/// `/2025` or `năm 2025`, to the end.
std::optional<int> last_year(word_reader& in) noexcept {
    if (!in.take("/") && !in.take("nam")) return std::nullopt;
    const auto year = in.year();
    return in.done() ? year : std::nullopt;
}

deadline_reading end_of(period_kind kind, int year, int index, precision how_exact) {
    return {period{kind, year, index}.last(), how_exact, std::nullopt};
}

struct date_words {
    int year;
    int month;
    int day;
};

/// `2025-06-30`, `30/6/2025`, `30-6-2025`, `30 tháng 6 năm 2025`, to the end.
std::optional<date_words> read_date(word_reader in) noexcept {
    word_reader iso = in;
    if (const auto year = iso.year()) {
        if (!iso.take("-")) return std::nullopt;
        const auto month = iso.number(2, 2);
        if (!month || !iso.take("-")) return std::nullopt;
        const auto day = iso.number(2, 2);
        if (!day || !iso.done()) return std::nullopt;
        return date_words{*year, *month, *day};
    }
    const auto day = in.number(1, 2);
    if (!day) return std::nullopt;
    const bool in_words = in.take("thang");
    const bool hyphens = !in_words && in.take("-");
    if (!in_words && !hyphens && !in.take("/")) return std::nullopt;
    const auto month = in.number(1, 2);
    if (!month || !in.take(in_words ? "nam" : hyphens ? "-" : "/")) return std::nullopt;
    const auto year = in.year();
    if (!year || !in.done()) return std::nullopt;
    return date_words{*year, *month, *day};
}

civil_day existing(const date_words& d) {
    const std::chrono::year_month_day ymd{std::chrono::year{d.year},
                                          std::chrono::month{static_cast<unsigned>(d.month)},
                                          std::chrono::day{static_cast<unsigned>(d.day)}};
    if (!ymd.ok()) throw error{errc::out_of_range, "there is no such day"};
    const civil_day day{ymd};
    require_covered(day, "the day");
    return day;
}

/// A day; `trước [ngày]` means the day before it, `chậm nhất [là] [ngày]` the day itself.
std::optional<deadline_reading> calendar_day(word_reader in, civil_day) {
    const bool before = in.take("truoc");
    if (!before && in.take("cham nhat")) in.take("la");
    in.take("ngay");
    const auto date = read_date(in);
    if (!date) return std::nullopt;
    const civil_day due = existing(*date) - (before ? 1 : 0);
    require_covered(due, "the day before");
    return deadline_reading{due, precision::day, std::nullopt};
}

/// `6/2025`, `tháng 6/2025`, `trong tháng 6 năm 2025`.
std::optional<deadline_reading> calendar_month(word_reader in, civil_day) {
    in.take("trong");
    in.take("thang");
    const auto month = in.number(1, 2);
    if (!month) return std::nullopt;
    const auto year = last_year(in);
    if (!year) return std::nullopt;
    return end_of(period_kind::month, *year, *month, precision::month);
}

/// `quý II/2025`, `trong quý 2 năm 2025`.
std::optional<deadline_reading> quarter(word_reader in, civil_day) {
    in.take("trong");
    if (!in.take("quy")) return std::nullopt;
    const auto index = in.take("i")     ? std::optional{1}
                       : in.take("ii")  ? std::optional{2}
                       : in.take("iii") ? std::optional{3}
                       : in.take("iv")  ? std::optional{4}
                       : in.take("v")   ? std::optional{5}  // refused as no quarter
                                        : in.number(1, 1);
    if (!index) return std::nullopt;
    const auto year = last_year(in);
    if (!year) return std::nullopt;
    return end_of(period_kind::quarter, *year, *index, precision::quarter);
}

/// `6 tháng đầu năm 2025`, `trong 6 tháng cuối năm 2025`.
std::optional<deadline_reading> half_year(word_reader in, civil_day) {
    in.take("trong");
    if (!in.take("6 thang")) return std::nullopt;
    const bool first = in.take("dau");
    if (!first && !in.take("cuoi")) return std::nullopt;
    const auto year = last_year(in);
    if (!year) return std::nullopt;
    return end_of(period_kind::half_year, *year, first ? 1 : 2, precision::half_year);
}

/// `2025`, `trong năm 2025`, `2025 - 2026`, `2025 và những năm tiếp theo`.
std::optional<deadline_reading> years(word_reader in, civil_day) {
    in.take("trong");
    in.take("nam");
    const auto first = in.year();
    if (!first) return std::nullopt;
    if (in.done()) return end_of(period_kind::year, *first, 1, precision::year);

    if (take_dash(in)) {
        const auto last = in.year();
        if (!last || !in.done()) return std::nullopt;
        if (*last < *first) throw error{errc::out_of_range, "the years run backwards"};
        return end_of(period_kind::year, *last, 1, precision::year);
    }
    if (!in.take("va nhung nam tiep theo") && !in.take("va cac nam tiep theo")) return std::nullopt;
    if (!in.done()) return std::nullopt;
    const period year{period_kind::year, *first};
    return deadline_reading{year.last(), precision::year, year.next().first()};
}

/// `thường xuyên`, `nhiệm vụ thường xuyên`, `hằng năm` (also written `hàng năm`).
std::optional<deadline_reading> standing(word_reader in, civil_day assigned_on) {
    in.take("nhiem vu");
    if (!in.take("thuong xuyen") && !in.take("hang nam")) return std::nullopt;
    if (!in.done()) return std::nullopt;
    return deadline_reading{std::nullopt, precision::day, assigned_on};
}

}  // namespace

std::optional<deadline_reading> read_deadline(std::string_view words, civil_day assigned_on) {
    const std::string folded = fold(words);
    try {
        for (const auto read : {calendar_day, calendar_month, quarter, half_year, years, standing})
            if (const auto reading = read(word_reader{folded}, assigned_on)) return reading;
    } catch (const error& e) {
        throw e.at("deadline " + in_quotes(words), {{"words", std::string{words}}});
    }
    return std::nullopt;
}

}  // namespace mandate
