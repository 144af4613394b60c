// A store that fails at each call in turn: what was tried leaves nothing behind.
#include "store/failing_store.hpp"

#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace mandate {
namespace {

using tests::all_that_can_be_asked;
using tests::commands_of;
using tests::failing_store;
using tests::failure_plan;

constexpr const char* first_record = R"(
2024-01-01 add_access_class access_class=M name_vi='Mật' rank=1
2024-01-01 set_highest_class access_class=M
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-01 add_agency agency=B name_vi='Cơ quan B'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
2024-01-10 assign_task task=T2 title_vi='Task 2' lead=A,B deadline=2024-06-30
2024-01-10 link_tasks link=L12 task=T2 after=T1 lag=2
)";

act clerk(const char* request_id = "") {
    act by = tests::by_clerk(parse_day("2024-04-25"));
    by.request_id = request_id;
    return by;
}

struct tried_ledger {
    failure_plan plan;
    std::unique_ptr<ledger> value = ledger::on(
        std::make_unique<failing_store>(memory_store({std::string(32, '7'), 420}), plan));
};

struct deed {
    const char* name;
    std::function<void(ledger&)> act;
};

const std::vector<deed>& deeds() {
    static const std::vector<deed> all{
        {"a batch",
         [](ledger& l) {
             l.record(clerk("r1"), commands_of("2024-02-01 report_progress task=T1 percent=10\n"
                                               "2024-02-02 assign_task task=T3 title_vi='x'"));
         }},
        {"a withdrawal, for which the log is read",
         [](ledger& l) {
             l.record(clerk("r2"),
                      commands_of("2024-01-10 void_event corrects=7 reason='mistaken'"));
         }},
        {"an order to destroy words",
         [](ledger& l) {
             l.record(clerk("r3"),
                      commands_of("2024-02-01 shred_event event=5 ordered_by=A reason='secret'"));
         }},
        {"a check",
         [](ledger& l) {
             l.check(clerk(), commands_of("2024-02-01 report_progress task=T1 percent=10"));
         }},
        {"a walk along the chain", [](ledger& l) { l.verify(); }},
        {"a look for what others recorded", [](ledger& l) { l.refresh(); }},
    };
    return all;
}

// The last hash covers all rows; what follows on it fits only if it is what it was.
TEST(FailingStore, AtEachCallInTurnLeavesTheLedgerAsIfItHadNeverBeenTried) {
    constexpr errc codes[] = {errc::io, errc::full, errc::busy};
    for (const deed& d : deeds()) {
        tried_ledger twin;  // which never fails
        twin.value->record(clerk(), commands_of(first_record));
        const std::string before = all_that_can_be_asked(*twin.value);
        const int calls_before = twin.plan.calls;
        d.act(*twin.value);
        const int calls = twin.plan.calls - calls_before;
        const std::string after = all_that_can_be_asked(*twin.value);
        ASSERT_GT(calls, 0);
        for (int at = 0; at < calls; ++at) {
            SCOPED_TRACE(std::string{d.name} + ", call " + std::to_string(at));
            tried_ledger tried;
            tried.value->record(clerk(), commands_of(first_record));
            tried.plan.calls_left = at;
            tried.plan.code = codes[at % 3];
            expect_error(codes[at % 3], "as planned", [&] { d.act(*tried.value); });
            tried.plan.calls_left = failure_plan::never;
            // An order to destroy words is recorded, and what follows is reading: then it is there
            // as a whole.
            const bool recorded = !tried.value->verify().empty() || tried.value->revision() != 7;
            EXPECT_TRUE(!recorded || std::string_view{d.name} == "an order to destroy words");
            if (!recorded) {
                EXPECT_EQ(all_that_can_be_asked(*tried.value), before) << "readers";
                d.act(*tried.value);
            }
            EXPECT_EQ(all_that_can_be_asked(*tried.value), after) << "later commands";
            for (const finding& f : tried.value->verify())
                EXPECT_EQ(f.key, "payload.shredded") << f.text;
        }
    }
}

TEST(FailingStore, AtTheOpeningGivesNoLedger) {
    for (int at = 0; at < 2; ++at) {
        failure_plan plan;
        plan.calls_left = at;
        auto store = memory_store(new_identity(420));
        stored_event row;
        row.seq = 1;
        store->append({}, {&row, 1});
        expect_error(errc::io, "as planned",
                     [&] { ledger::on(std::make_unique<failing_store>(std::move(store), plan)); });
    }
}

// The connection broke in the middle of the commit: nobody can say whether it is recorded, until
// somebody looks.
TEST(FailingStore, AnAppendWhoseNewsIsLostIsThereOnceAndWhole) {
    tried_ledger tried;
    tried.value->record(clerk(), commands_of(first_record));
    tried.plan.calls_left = 0;
    tried.plan.after_the_deed = true;
    const auto batch = commands_of(
        "2024-02-01 report_progress task=T1 percent=10\n"
        "2024-02-02 assign_task task=T3 title_vi='x'");
    expect_error(errc::io, "as planned", [&] { tried.value->record(clerk("r1"), batch); });
    EXPECT_EQ(tried.value->revision(), 7) << "not published";
    const outcome again = tried.value->record(clerk("r1"), batch);
    EXPECT_EQ(again.revision, 9);
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(tried.value->revision(), 9);
    EXPECT_THAT(tried.value->verify(), testing::IsEmpty());
}

// A batch stands back for five seconds in all, then the host is told.
TEST(FailingStore, SomebodyElseWasFirstAgainAndAgain) {
    tried_ledger tried;
    tried.value->record(clerk(), commands_of(first_record));
    struct first_is_another final : event_store {
        explicit first_is_another(int n) : left{n} {}
        const ledger_identity& identity() const noexcept override { return good->identity(); }
        std::int64_t revision() override { return good->revision(); }
        void append(const log_head& expected, std::span<const stored_event> batch) override {
            if (left-- > 0) throw error{errc::conflict, "another was first"};
            good->append(expected, batch);
        }
        void read(std::int64_t after,
                  const std::function<void(const stored_event&)>& take) override {
            good->read(after, take);
        }
        int left;
        std::unique_ptr<event_store> good = memory_store(new_identity(420));
    };
    for (const int times : {1, 8, 20}) {
        const auto l = ledger::on(std::make_unique<first_is_another>(times));
        EXPECT_EQ(l->record(clerk(), commands_of(first_record)).revision, 7);
    }
    const auto never = ledger::on(std::make_unique<first_is_another>(1'000'000));
    expect_error(errc::conflict, "other processes were first",
                 [&] { never->record(clerk(), commands_of(first_record)); });
    EXPECT_EQ(never->revision(), 0);
}

}  // namespace
}  // namespace mandate
