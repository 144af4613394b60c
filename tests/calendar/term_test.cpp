#include "mandate/calendar/term.hpp"

#include "base/error_check.hpp"

#include <gtest/gtest.h>

namespace mandate {
namespace {

civil_day on(const char* day) { return parse_day(day); }

// Made-up days of congress.
term of_2020(std::optional<civil_day> next_closes = {}) {
    return {2020, 2025, {on("2020-10-14"), on("2020-10-16"), next_closes}};
}

TEST(Term, RunsFromTheCloseOfItsCongressToTheDayBeforeTheNextOne) {
    const term t = of_2020(on("2025-10-03"));
    EXPECT_EQ(to_text(t), "2020-2025");
    EXPECT_EQ(t.first(), on("2020-10-16"));
    EXPECT_EQ(t.last(), on("2025-10-02"));
    EXPECT_TRUE(t.in_congress(on("2020-10-15")));
    EXPECT_FALSE(t.contains(on("2020-10-15"))) << "the term before is still going out";
    EXPECT_TRUE(t.contains(on("2025-10-02")));
    EXPECT_FALSE(t.contains(on("2025-10-03")));
    EXPECT_EQ(of_2020().last(), on("2025-12-31")) << "until the next congress is known";
}

TEST(Term, IsFollowedByTheNext) {
    const term next = of_2020(on("2025-10-03")).next({on("2025-10-01"), on("2025-10-03"), {}});
    EXPECT_EQ(to_text(next), "2025-2030");
    EXPECT_EQ(next.first(), of_2020(on("2025-10-03")).last() + 1);
    expect_error(errc::out_of_range, "2020-2025: the next congress closes on 2025-10-03", [] {
        of_2020(on("2025-10-03")).next({on("2025-10-01"), on("2025-10-04"), {}});
    });
}

TEST(Term, RefusesDaysThatDoNotFollowEachOther) {
    using days = term::days;
    expect_error(errc::out_of_range, "before it opens", [] {
        term{2020, 2025, days{on("2020-10-16"), on("2020-10-14"), {}}};
    });
    expect_error(errc::out_of_range, "in another year", [] {
        term{2020, 2025, days{on("2021-10-14"), on("2021-10-16"), {}}};
    });
    expect_error(errc::out_of_range, "not after its own", [] { of_2020(on("2020-10-16")); });
    expect_error(errc::out_of_range, "2025-2020", [] {
        term{2025, 2020, days{on("2025-10-14"), on("2025-10-16"), {}}};
    });
    EXPECT_EQ(parse_term("2020-2025").last, 2025);
    expect_error(errc::malformed, "\"2020/2025\"", [] { parse_term("2020/2025"); });
    expect_error(errc::malformed, "\"20x0\"", [] { parse_term("20x0-2025"); });
    expect_error(errc::out_of_range, "2025-2020", [] { parse_term("2025-2020"); });
}

}  // namespace
}  // namespace mandate
