#include "mandate/ledger/ledger.hpp"

#include "record.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <limits>
#include <span>
#include <thread>

namespace mandate {
namespace {

using tests::by_clerk;
using tests::commands_of;
using tests::temporary_folder;

constexpr const char* small_record = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A' name_en='Agency A' alias_vi='CQ A'
2024-01-01 add_agency agency=B name_vi='Cơ quan B'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
2024-01-10 assign_task task=T2 title_vi='Task 2' lead=A,B deadline=2024-06-30
2024-01-10 assign_task task=T3 title_vi='Task 3'
2024-01-10 link_tasks link=L12 task=T2 after=T1 lag=2
)";

act clerk(const char* today = "2024-04-25") { return by_clerk(parse_day(today)); }

std::string fact_of(const error& e, std::string_view key) {
    for (const auto& [name, content] : e.facts())
        if (name == key) return content;
    return {};
}

template <class Call>
error thrown_by(Call&& call) {
    try {
        call();
    } catch (const error& e) {
        return e;
    }
    ADD_FAILURE() << "nothing was thrown";
    return error{errc::internal, ""};
}

std::vector<std::string> column(const table& t, std::size_t c) {
    std::vector<std::string> all;
    for (std::size_t row = 0; row < t.rows(); ++row)
        all.emplace_back(t.text(row, c).value_or("(missing)"));
    return all;
}

view_request on(const char* day) { return {parse_day(day), {}, {}}; }

// So many that their rows are on the way into a file while the last ones are judged.
TEST(Ledger, ALongImportThatIsRefusedAtItsEndLeavesNoFile) {
    const temporary_folder folder;
    const std::string path = folder / "a.ledger";
    const auto files = [&] {
        std::size_t n = 0;
        for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator{folder / ""})
            ++n;
        return n;
    };
    std::vector<command> all = commands_of("2024-01-01 add_agency agency=A name_vi=A");
    for (int i = 0; i < 10'000; ++i)
        all.push_back(commands_of("2024-01-10 assign_task task=T" + std::to_string(i) +
                                  " title_vi=x lead=A")[0]);
    all.push_back(commands_of("2024-01-11 cancel_task task=NONE reason=x")[0]);
    const auto l = ledger::open(path, open_mode::create);
    EXPECT_EQ(fact_of(thrown_by([&] { l->import(clerk(), all); }), "command"), "10001");
    EXPECT_EQ(l->revision(), 0);
    EXPECT_EQ(files(), 0U);

    all.pop_back();
    const auto somebody_else = ledger::open(path, open_mode::create);
    somebody_else->record(clerk(), commands_of("2024-01-01 add_agency agency=B name_vi=B"));
    l->import(clerk(), all);
    EXPECT_EQ(l->revision(), 10'002);
    EXPECT_EQ(ledger::open(path, open_mode::read)->verify().size(), 0U);
    l->record(clerk(), commands_of("2024-01-12 add_agency agency=C name_vi=C"));
}

// So many that the first ones are on disk, and their memory is used again, when later ones ask for
// what they said.
TEST(Ledger, AHistoryThatComesInPiecesIsTheOneThatComesAtOnce) {
    std::vector<command> all = commands_of(small_record);
    for (int i = 0; i < 9'000; ++i)
        all.push_back(commands_of("2024-01-10 assign_task task=X" + std::to_string(i) +
                                  " title_vi='Việc " + std::to_string(i) + "' lead=B")[0]);
    for (const char* line :
         {"2024-01-11 void_event corrects=100 reason=x",  // X93, which nothing names
          "2024-01-11 assign_task corrects=101 task=X94 title_vi='Việc khác' lead=A",
          "2024-01-12 report_progress task=X8999 percent=10"})
        all.push_back(commands_of(line)[0]);
    const auto in_pieces_of = [&](std::size_t size) {
        return [&all, size]() -> command_pieces {
            return [rest = std::span<const command>{all}, size]() mutable {
                const auto some = rest.first(std::min(size, rest.size()));
                rest = rest.subspan(some.size());
                return some;
            };
        };
    };
    const temporary_folder folder;
    const auto at_once = ledger::open(folder / "at_once.ledger", open_mode::create);
    at_once->import(clerk(), all);
    const auto pieces = ledger::open(folder / "pieces.ledger", open_mode::create);
    act by = clerk();
    by.request_id = "the file";
    EXPECT_EQ(pieces->import(by, in_pieces_of(100)).revision, std::ssize(all));
    EXPECT_EQ(pieces->state_hash(), at_once->state_hash());
    EXPECT_EQ(ledger::open(folder / "pieces.ledger", open_mode::read)->verify().size(), 0U);
    EXPECT_TRUE(pieces->import(by, in_pieces_of(7)).repeated);
    EXPECT_EQ(pieces->revision(), std::ssize(all));

    // Also for who saw the ledger empty when another was first.
    const auto first = ledger::open(folder / "both.ledger", open_mode::create);
    const auto second = ledger::open(folder / "both.ledger", open_mode::create);
    first->import(by, in_pieces_of(100));
    EXPECT_TRUE(second->import(by, in_pieces_of(100)).repeated);
    EXPECT_EQ(second->state_hash(), first->state_hash());

    // Where there are events already it is a batch like any other.
    const auto later = ledger::in_memory();
    later->record(clerk(), commands_of("2024-01-01 add_agency agency=Z name_vi=Z"));
    all.erase(all.end() - 3, all.end() - 1);  // they name events by number
    EXPECT_EQ(later->import(clerk(), in_pieces_of(50)).revision, std::ssize(all) + 1);

    all.insert(all.begin() + 5'000, commands_of("2024-01-11 cancel_task task=NO reason=x")[0]);
    const auto refused = ledger::open(folder / "refused.ledger", open_mode::create);
    EXPECT_EQ(fact_of(thrown_by([&] { refused->import(clerk(), in_pieces_of(50)); }), "command"),
              "5000");
    all.erase(all.begin() + 5'000);
    struct unreadable {};
    int begun = 0;
    const auto broken = [&]() -> command_pieces {
        ++begun;
        return [next = in_pieces_of(1000)(), left = 6]() mutable {
            if (left-- == 0) throw unreadable{};
            return next();
        };
    };
    EXPECT_THROW(refused->import(clerk(), broken), unreadable);
    EXPECT_EQ(begun, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "refused.ledger"));
    const auto somebody_else = ledger::open(folder / "refused.ledger", open_mode::create);
    somebody_else->record(clerk(), commands_of("2024-01-01 add_agency agency=Z name_vi=Z"));
    EXPECT_EQ(refused->import(clerk(), in_pieces_of(1000)).revision, std::ssize(all) + 1)
        << "judged anew after what was first";
}

TEST(Ledger, RecordsAllOrNothing) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const error e = thrown_by([&] {
        ledger->record(clerk(), commands_of("2024-02-01 report_progress task=T1 percent=10\n"
                                            "2024-02-01 report_progress task=NO percent=10\n"
                                            "2024-02-01 report_progress task=T2 percent=10"));
    });
    EXPECT_EQ(e.code(), errc::unknown_reference);
    EXPECT_STREQ(e.what(), "command 2: report_progress: task NO is not in the ledger");
    EXPECT_EQ(fact_of(e, "command"), "1") << "counted from 0";
    EXPECT_EQ(ledger->revision(), 6);
    EXPECT_EQ(ledger->ask(on("2024-02-02"), question_kind::tasks, {}).number(0, 11), std::nullopt)
        << "the first report of the batch is not there either";
}

TEST(Ledger, CheckJudgesAndRecordsNothing) {
    const auto ledger = ledger::in_memory();
    const outcome o = ledger->check(clerk(), commands_of(small_record));
    EXPECT_EQ(o.revision, 6);
    EXPECT_EQ(ledger->revision(), 0);
    EXPECT_THROW(ledger->check(clerk(), commands_of("2024-02-01 accept_task task=T1")), error);
}

TEST(Ledger, ARepeatedRequestRecordsNothingTheSecondTime) {
    temporary_folder folder;
    act by = clerk();
    by.request_id = "request-1";
    {
        const auto ledger = ledger::open(folder / "a.mandate", open_mode::create);
        EXPECT_EQ(ledger->record(by, commands_of(small_record)).revision, 6);
        EXPECT_EQ(ledger->record(by, commands_of(small_record)).revision, 6);
        EXPECT_EQ(ledger->revision(), 6);
    }
    const auto again = ledger::open(folder / "a.mandate", open_mode::write);
    EXPECT_EQ(again->record(by, commands_of(small_record)).revision, 6) << "also after reopening";
    EXPECT_EQ(again->revision(), 6);
}

TEST(Ledger, ARequestIdIsForOneBatchAndNoOther) {
    temporary_folder folder;
    act by = clerk();
    by.request_id = "request-1";
    const auto ledger = ledger::open(folder / "a.mandate", open_mode::create);
    ledger->record(by, commands_of(small_record));
    by.request_id = "request-2";
    const std::string two =
        "2024-02-01 report_progress task=T1 percent=10 text='một'\n"
        "2024-02-02 report_progress task=T1 percent=20 text='hai'\n";
    ledger->record(by, commands_of(two));
    EXPECT_TRUE(ledger->record(by, commands_of(two)).repeated);
    std::vector<command> elsewhen = commands_of(two);
    elsewhen[1].effective_on.reset();
    EXPECT_TRUE(ledger->record(by, elsewhen).repeated) << "what is left open is not compared";
    const std::string other[] = {"2024-02-01 report_progress task=T1 percent=10 text='một'\n",
                                 "2024-02-02 report_progress task=T1 percent=20 text='hai'\n",
                                 two + "2024-02-03 report_progress task=T1 percent=30\n",
                                 "2024-02-01 report_progress task=T1 percent=10 text='một'\n"
                                 "2024-02-02 report_progress task=T1 percent=20 text='ba'\n",
                                 "2024-02-01 report_progress task=T1 percent=10 text='một'\n"
                                 "2024-02-03 report_progress task=T1 percent=20 text='hai'\n",
                                 "2024-02-01 report_progress task=T1 percent=10 text='một'\n"
                                 "2024-02-02 report_progress task=T2 percent=20 text='hai'\n",
                                 "2024-02-01 report_progress task=T1 percent=10 text='một'\n"
                                 "2024-02-02 submit_task task=T1 text='hai'\n",
                                 ""};
    for (const std::string& batch : other) {
        SCOPED_TRACE(batch);
        const error e = thrown_by([&] { ledger->record(by, commands_of(batch)); });
        EXPECT_EQ(e.code(), errc::refused);
        EXPECT_STREQ(e.what(),
                     "request_id \"request-2\" was recorded before with other commands, up to "
                     "event 8; a new batch takes a new one");
    }
    EXPECT_EQ(ledger->revision(), 8);
}

TEST(Ledger, ReopensAsItWas) {
    temporary_folder folder;
    std::string before;
    {
        const auto ledger = ledger::open(folder / "a.mandate", open_mode::create);
        ledger->record(clerk(), commands_of(small_record));
        before = to_json(ledger->review(on("2024-04-25"), parse_period("2024-Q1")));
    }
    const auto ledger = ledger::open(folder / "a.mandate", open_mode::read);
    EXPECT_EQ(to_json(ledger->review(on("2024-04-25"), parse_period("2024-Q1"))), before);
    EXPECT_THAT(ledger->verify(), testing::IsEmpty());
    EXPECT_EQ(thrown_by([&] {
                  ledger->record(clerk(), commands_of("2024-02-01 cancel_task task=T3 "
                                                      "reason=x"));
              }).code(),
              errc::read_only);
}

TEST(Ledger, ACycleIsRefusedWithItsTasksAndLinksInOrder) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const error e = thrown_by([&] {
        ledger->record(clerk(), commands_of("2024-02-01 link_tasks link=L23 task=T3 after=T2\n"
                                            "2024-02-01 link_tasks link=L31 task=T1 after=T3"));
    });
    EXPECT_EQ(e.code(), errc::cycle);
    EXPECT_STREQ(
        e.what(),
        "command 2: link_tasks: link L31 closes a cycle: T1 -L12-> T2 -L23-> T3 -L31-> T1");
    std::string in_order;
    for (const auto& [key, content] : e.facts())
        if (key == "task" || key == "link") in_order += content + " ";
    EXPECT_EQ(in_order, "T1 L12 T2 L23 T3 L31 ");
    EXPECT_EQ(fact_of(e, "command"), "1");
    EXPECT_EQ(ledger->revision(), 6);
}

TEST(Ledger, ALateEntryIsInAsOfAndNotInAsKnown) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk("2024-01-10"), commands_of(small_record));
    ledger->record(clerk("2024-04-10"),
                   commands_of("2024-03-19 submit_task task=T1\n2024-03-20 accept_task task=T1"));
    view_request then = on("2024-03-31");
    then.known_at_us = parse_instant("2024-03-31", 420);
    EXPECT_EQ(ledger->ask(then, question_kind::tasks, {}).text(0, 2), "open_overdue");
    EXPECT_EQ(ledger->ask(on("2024-03-31"), question_kind::tasks, {}).text(0, 2), "done_in_time");
}

TEST(Ledger, TheSwapIsKnownFromTheEndOfTheDayItWasAnnounced) {
    const auto ledger = ledger::in_memory();
    ledger->record(
        clerk("2026-01-01"),
        commands_of("2024-01-01 add_agency agency=A name_vi=A\n"
                    "2024-04-12 except_day day=2024-04-29 day_kind=off name_vi=x "
                    "pair_day=2024-05-04 announced_on=2024-04-12\n"
                    "2024-04-12 except_day day=2024-05-04 day_kind=worked name_vi=x "
                    "pair_day=2024-04-29 announced_on=2024-04-12\n"
                    "2024-04-01 assign_task task=T title_vi=x lead=A deadline=2024-04-26"));
    const auto days_late = [&](const char* known_at) {
        view_request v = on("2024-05-06");
        if (known_at != nullptr) v.known_at_us = parse_instant(known_at, 420);
        const review r = ledger->review(v, parse_period("2024-Q2"));
        return r.tasks.empty() ? -1 : r.tasks[0].working_days_late.value_or(-1);
    };
    // 30 April and 1 May are off by rule: 2, 3, 4, 6 May.
    EXPECT_EQ(days_late(nullptr), 4) << "Saturday 4 May in place of Monday 29 April";
    EXPECT_EQ(days_late("2026-06-01"), 4);
    EXPECT_EQ(days_late("2024-04-12"), -1) << "the task itself was recorded only in 2026";
}

TEST(Ledger, OnlyAnImportIntoAnEmptyLedgerBringsItsOwnTimesAndActors) {
    std::vector<command> history = commands_of(small_record);
    for (command& c : history) {
        c.recorded_at_us = parse_instant("2024-01-15T08:00:00+07:00", 420);
        c.actor = "office";
    }
    const auto ledger = ledger::in_memory();
    EXPECT_EQ(thrown_by([&] { ledger->record(clerk(), history); }).code(), errc::refused);
    ledger->import(clerk(), history);
    view_request v = on("2024-02-01");
    v.known_at_us = parse_instant("2024-01-14", 420);
    EXPECT_EQ(ledger->ask(v, question_kind::tasks, {}).rows(), 0u);
    v.known_at_us = parse_instant("2024-01-15", 420);
    EXPECT_EQ(ledger->ask(v, question_kind::tasks, {}).rows(), 3u);
    EXPECT_EQ(thrown_by([&] { ledger->import(clerk(), history); }).code(), errc::refused);

    history[3].recorded_at_us = *history[2].recorded_at_us - 1;
    const auto other = ledger::in_memory();
    EXPECT_EQ(thrown_by([&] { other->import(clerk(), history); }).code(), errc::out_of_range)
        << "times of recording never decrease";
}

TEST(Ledger, AsksForTasksWithFiltersOrderAndPaging) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const auto ask = [&](arguments args) {
        return column(ledger->ask(on("2024-04-25"), question_kind::tasks, args), 0);
    };
    using testing::ElementsAre;
    EXPECT_THAT(ask({}), ElementsAre("T1", "T2", "T3"));
    EXPECT_THAT(ask({{{field::agency, "B"}}}), ElementsAre("T2"));
    EXPECT_THAT(ask({{{field::task_class, std::int64_t{6}}}}), ElementsAre("T1"));
    EXPECT_THAT(ask({{{field::text, "chuyen doi so"}}}), ElementsAre("T1")) << "folded";
    EXPECT_THAT(ask({{{field::order, std::int64_t{2}},
                      {field::limit, std::int64_t{1}},
                      {field::offset, std::int64_t{1}}}}),
                ElementsAre("T2"));
    EXPECT_THAT(ask({{{field::offset, std::int64_t{9}}}}), testing::IsEmpty());
    EXPECT_EQ(thrown_by([&] { ask({{{field::agency, "X"}}}); }).code(), errc::unknown_reference);
    EXPECT_EQ(thrown_by([&] {
                  ask({{{field::percent, std::int64_t{1}}}});
              }).code(),
              errc::unknown_field);
    const table agencies = ledger->ask(on("2024-04-25"), question_kind::agencies, {});
    EXPECT_THAT(column(agencies, 0), ElementsAre("A", "B"));
    EXPECT_EQ(agencies.number(0, 8), 2) << "open tasks that A leads";
    EXPECT_EQ(agencies.number(0, 9), 1) << "of these overdue";
}

TEST(Ledger, KnowsWhatItsAgenciesAreCalled) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const auto names = ledger->known_agencies();
    ASSERT_EQ(names.size(), 2u);
    EXPECT_THAT(names[0].names, testing::ElementsAre("Cơ quan A", "Agency A", "CQ A"));
}

TEST(Ledger, WithdrawingWhatOthersMentionIsRefusedWithTheirList) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const error e = thrown_by([&] {
        ledger->record(clerk(), commands_of("2024-02-01 void_event reason=wrong corrects=2"));
    });
    EXPECT_EQ(e.code(), errc::refused);
    EXPECT_EQ(fact_of(e, "events"), "4") << "T2 is led by agency B";
    ledger->record(clerk(), commands_of("2024-02-01 void_event reason=wrong corrects=6\n"
                                        "2024-02-01 void_event reason=wrong corrects=5"));
    EXPECT_THAT(column(ledger->ask(on("2024-04-25"), question_kind::tasks, {}), 0),
                testing::ElementsAre("T1", "T2"))
        << "the link and T3 were mentioned by nothing";
}

TEST(Ledger, ALinkMayBeCorrectedToTheOtherDirection) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    ledger->record(clerk(),
                   commands_of("2024-01-10 link_tasks link=L12 task=T1 after=T2 corrects=6"));
    EXPECT_EQ(ledger->revision(), 7) << "the link it replaces closes no cycle with it";
}

TEST(Ledger, ACorrectionWithoutADayKeepsTheDayOfWhatItCorrects) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    std::vector<command> fix =
        commands_of("2024-01-01 assign_task task=T3 title_vi='Task three' corrects=5");
    fix[0].effective_on.reset();
    ledger->record(clerk("2024-05-20"), fix);
    const table t = ledger->ask(on("2024-02-01"), question_kind::tasks, {});
    ASSERT_EQ(t.rows(), 3u) << "still assigned in January";
    EXPECT_EQ(t.text(2, 1), "Task three");
}

TEST(Ledger, RefusesAnInstantThatNoDayCovers) {
    const auto ledger = ledger::in_memory();
    act by = clerk();
    by.now_us = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(thrown_by([&] { ledger->record(by, commands_of(small_record)); }).code(),
              errc::out_of_range);
    view_request v = on("2024-02-01");
    v.known_at_us = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(thrown_by([&] { ledger->ask(v, question_kind::tasks, {}); }).code(),
              errc::out_of_range);
}

TEST(Ledger, TwoHandlesOnOneFileTakeEachOthersEvents) {
    temporary_folder folder;
    const auto one = ledger::open(folder / "a.mandate", open_mode::create);
    one->record(clerk(), commands_of(small_record));
    const auto two = ledger::open(folder / "a.mandate", open_mode::write);
    two->record(clerk(), commands_of("2024-02-01 add_agency agency=C name_vi=C"));
    one->record(clerk(), commands_of("2024-02-01 assign_task task=T4 title_vi=x lead=C"));
    EXPECT_EQ(one->revision(), 8) << "the second handle's agency was there when it was judged";
    EXPECT_THAT(one->verify(), testing::IsEmpty());
}

TEST(Ledger, ReadersSeeWholeBatchesWhileWritersGoOn) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    std::atomic<bool> stop{false};
    std::atomic<int> halves{0}, questions{0};
    std::vector<std::thread> readers;
    for (int i = 0; i < 2; ++i)
        readers.emplace_back([&] {
            while (!stop || questions < 20) {
                const table t = ledger->ask(on("2024-04-25"), question_kind::tasks, {});
                if ((t.rows() - 3) % 2 != 0) ++halves;
                ++questions;
            }
        });
    std::vector<std::thread> writers;
    for (int w = 0; w < 2; ++w)
        writers.emplace_back([&, w] {
            for (int i = 0; i < 40; ++i) {
                const std::string n = std::to_string(w) + "-" + std::to_string(i);
                ledger->record(clerk(), commands_of("2024-02-01 assign_task task=X" + n +
                                                    " title_vi=x\n2024-02-01 assign_task task=Y" +
                                                    n + " title_vi=y"));
            }
        });
    for (std::thread& t : writers) t.join();
    stop = true;
    for (std::thread& t : readers) t.join();
    EXPECT_EQ(halves, 0);
    EXPECT_EQ(ledger->revision(), 6 + 160);
    EXPECT_THAT(ledger->verify(), testing::IsEmpty());
}

TEST(Ledger, ABatchMayTurnADependencyRound) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(small_record));
    const std::int64_t link = ledger->revision();
    ledger->record(clerk(),
                   commands_of("2024-01-11 void_event reason=x corrects=" + std::to_string(link) +
                               "\n2024-01-11 link_tasks link=L21 task=T1 after=T2"));
    EXPECT_THROW(
        ledger->record(clerk(), commands_of("2024-01-12 link_tasks link=L task=T2 after=T1")),
        error);
}

// A host may hand in decomposed letters; codes are stored composed.
TEST(Ledger, TakesCodesInAnyUnicodeForm) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of("2024-01-10 assign_task task=Đề-1 title_vi=x\n"
                                        "2024-01-10 assign_task task=Đề-2 title_vi=x"));
    ledger->record(clerk(), commands_of("2024-01-10 link_tasks link=L task=Đe\u0302\u0300-2 "
                                        "after=Đe\u0302\u0300-1"));
    EXPECT_EQ(ledger->revision(), 3);
}

}  // namespace
}  // namespace mandate
