// A damaged event is set aside, listed, and the rest is served. Damage is done by hand: with SQL,
// as somebody with the sqlite3 shell would, and byte by byte to the file.
#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

namespace mandate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::commands_of;
using tests::told;

constexpr const char* record = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-01 add_agency agency=B name_vi='Cơ quan B'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
2024-01-10 assign_task task=T2 title_vi='Đề án' lead=B deadline=2024-06-30
2024-02-01 report_progress task=T1 percent=10
2024-02-02 report_progress task=T2 percent=20
2024-02-03 report_progress task=T1 percent=30
2024-02-04 assign_task task=T3 title_vi='Kế hoạch' lead=B deadline=2024-05-30
)";

act clerk() { return tests::by_clerk(parse_day("2024-04-25")); }

class Quarantine : public testing::Test {
protected:
    Quarantine() { open(open_mode::create)->record(clerk(), commands_of(record)); }

    std::unique_ptr<ledger> open(open_mode mode = open_mode::write) const {
        return ledger::open(path_, mode);
    }
    void by_hand(const std::string& sql) const {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
        char* wrong = nullptr;
        EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &wrong), SQLITE_OK) << wrong;
        sqlite3_close(db);
    }
    static std::vector<std::string> texts(const std::vector<finding>& findings) {
        std::vector<std::string> all;
        for (const finding& f : findings) all.push_back(f.key + ": " + f.text);
        return all;
    }
    static std::vector<std::string> tasks(const ledger& of) {
        return told(of, "2024-04-25", "tasks", "task percent");
    }

    const scratch_folder folder_;
    const std::string path_ = folder_.file("a.mandate");
};

TEST_F(Quarantine, HoldsAnEditedEventAndTheRestIsServed) {
    by_hand("UPDATE event SET payload = replace(payload, '10', '99') WHERE seq = 5");
    const auto l = open();
    EXPECT_THAT(texts(l->findings()),
                ElementsAre("event.set_aside: event 5 is set aside: the payload was altered"));
    EXPECT_EQ(l->findings()[0].facts, (std::vector<fact>{{"seq", "5"}, {"task", "T1"}}));
    EXPECT_THAT(texts(l->verify()),
                ElementsAre("chain.broken: event 5: the payload was altered",
                            "event.set_aside: event 5 is set aside: the payload was altered"));
    EXPECT_EQ(l->revision(), 8);
    EXPECT_THAT(tasks(*l), ElementsAre("T1 | 30", "T2 | 20", "T3 | -"));
    EXPECT_THAT(told(*l, "2024-02-02", "tasks", "task percent"), ElementsAre("T1 | -", "T2 | 20"))
        << "and nothing of event 5";
}

TEST_F(Quarantine, RefusesCommandsOnItsThingUntilItIsCorrectedOrWithdrawn) {
    by_hand("UPDATE event SET payload = '{\"task\":\"T1\",\"percent' WHERE seq = 5");
    const auto l = open();
    const auto on_t1 = commands_of("2024-02-10 report_progress task=T1 percent=40");
    expect_error(errc::refused, "event 5 about task T1 is damaged and set aside",
                 [&] { l->record(clerk(), on_t1); });
    expect_error(errc::refused, "event 5 about task T1", [&] {
        l->record(clerk(), commands_of("2024-02-10 void_event corrects=7 "
                                       "reason='x'"));
    });
    l->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40"));
    l->record(clerk(), commands_of("2024-02-11 report_progress task=T1 percent=15 corrects=5"));
    EXPECT_THAT(l->findings(), IsEmpty()) << "repaired";
    l->record(clerk(), on_t1);
    EXPECT_THAT(tasks(*l), ElementsAre("T1 | 15", "T2 | 40", "T3 | -"))
        << "the correction of 11 February counts from then on";
    const auto again = open(open_mode::read);
    EXPECT_THAT(again->findings(), IsEmpty()) << "the repair is recorded";
    EXPECT_EQ(tests::all_that_can_be_asked(*again), tests::all_that_can_be_asked(*l));
}

// So many that two threads share the reading, some thousand rows at a time.
TEST_F(Quarantine, FindsWhatWasAlteredWhereverItStandsInALongLog) {
    std::string more;
    for (int i = 0; i < 19'992; ++i)
        more += "2024-02-10 report_progress task=T1 percent=" + std::to_string(i % 100) + "\n";
    open()->record(clerk(), commands_of(more));
    by_hand(
        "UPDATE event SET payload = replace(payload, 'percent', 'remaining') "
        "WHERE seq IN (9, 4096, 4097, 8192, 12289, 20000)");
    by_hand("UPDATE event SET hash = zeroblob(32) WHERE seq IN (8193, 16384)");
    std::filesystem::remove(path_ + "-snapshot");
    const auto l = open();
    std::vector<std::string> found;
    for (const finding& f : l->findings())
        found.push_back(f.facts.at(0).second + f.text.substr(f.text.rfind(':')));
    EXPECT_THAT(found,
                ElementsAre("9: the payload was altered", "4096: the payload was altered",
                            "4097: the payload was altered", "8192: the payload was altered",
                            "8193: the hash does not fit", "12289: the payload was altered",
                            "16384: the hash does not fit", "20000: the payload was altered"));
    EXPECT_EQ(l->revision(), 20'000);
    EXPECT_THAT(tasks(*l), ElementsAre("T1 | 90", "T2 | 20", "T3 | -"));
}

TEST_F(Quarantine, TellsOfADamagedEventAboutAHiddenThingWhatItTellsOfNone) {
    open()->record(clerk(),
                   commands_of("2024-01-01 add_access_class access_class=S name_vi=x rank=1\n"
                               "2024-01-01 set_highest_class access_class=S\n"
                               "2024-01-01 grant_access access_class=S agency=A\n"
                               "2024-02-01 assign_task task=KIN title_vi=x assigner=A "
                               "access_class=S\n"
                               "2024-02-02 report_progress task=KIN percent=10\n"
                               "2024-02-05 set_policy policy=agencies office=B"));
    by_hand("UPDATE event SET payload = replace(payload, '10', '99') WHERE seq = 13");
    const auto l = open();
    act by = clerk();
    const auto error_of = [&](const char* actor, const std::string& task) {
        by.actor = actor;
        try {
            l->check(by, commands_of("2024-03-01 set_priority task=" + task + " priority=urgent"));
        } catch (const error& e) {
            std::string all = e.what();
            for (const fact& one : e.facts()) all += "|" + one.first + "=" + one.second;
            for (auto i = all.find(task); i != all.npos; i = all.find(task))
                all.replace(i, task.size(), "?");
            return all;
        }
        return std::string{};
    };
    EXPECT_EQ(error_of("B", "KIN"), error_of("B", "NONE"));
    EXPECT_THAT(error_of("B", "KIN"), HasSubstr("is not in the ledger"));
    EXPECT_THAT(error_of("A", "KIN"), HasSubstr("is damaged and set aside"));
}

TEST_F(Quarantine, TakesWithItWhatNeedsTheLostEvent) {
    by_hand("UPDATE event SET payload = replace(payload, 'T1', 'T9') WHERE seq = 3");
    const auto l = open();
    EXPECT_THAT(texts(l->findings()),
                ElementsAre(HasSubstr("event 3 is set aside: the payload was altered"),
                            HasSubstr("event 5 is set aside: task T1 is not in the ledger"),
                            HasSubstr("event 7 is set aside: task T1 is not in the ledger")));
    EXPECT_THAT(tasks(*l), ElementsAre("T2 | 20", "T3 | -"));
    for (const char* seq : {"7", "5", "3"})
        l->record(clerk(), commands_of("2024-02-10 void_event corrects=" + std::string{seq} +
                                       " reason='damaged'"));
    EXPECT_THAT(l->findings(), IsEmpty());
    l->record(clerk(), commands_of("2024-01-10 assign_task task=T1 title_vi='Lại' lead=A"));
    EXPECT_THAT(tasks(*l), ElementsAre("T1 | -", "T2 | 20", "T3 | -"));
    EXPECT_THAT(open(open_mode::read)->findings(), IsEmpty());
}

// Each by hand with SQL; verify names the first event that does not fit.
TEST_F(Quarantine, FindsAnEventEditedRemovedInsertedOrReorderedByHand) {
    const std::string row =
        "INSERT INTO event SELECT @, effective_on, recorded_at, actor, '', kind, schema, corrects,"
        " salt, payload, payload_hash, hash FROM event WHERE seq = 6";
    const auto inserted_as = [&](const char* seq) {
        std::string sql = row;
        return sql.replace(sql.find('@'), 1, seq);
    };
    const struct {
        std::string sql;
        const char* first;  ///< that does not fit
        std::vector<const char*> tasks;
        const char* why;
    } cases[] = {
        {"UPDATE event SET actor = 'somebody' WHERE seq = 6",
         "event 6: the hash does not fit",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "edited: the actor"},
        {"UPDATE event SET effective_on = effective_on - 1 WHERE seq = 6",
         "event 6: the hash does not fit",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "edited: the day"},
        {"UPDATE event SET kind = 'no_such_kind' WHERE seq = 6",
         "event 6: the hash does not fit",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "edited: the kind"},
        {"UPDATE event SET hash = zeroblob(32) WHERE seq = 6",
         "event 6: the hash does not fit",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "edited: the hash"},
        {"UPDATE event SET payload = '', salt = x'' WHERE seq = 6",
         "event 6: the payload is gone without an order for it",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "shredded without an order"},
        {"DELETE FROM event WHERE seq = 6",
         "event 6: event 6 is missing",
         {"T1 | 30", "T2 | -", "T3 | -"},
         "removed"},
        {"DELETE FROM event WHERE seq IN (1, 2)",
         "event 1: event 1 is missing",
         {},
         "the first removed: everything needs them"},
        {inserted_as("9"),
         "event 9: the hash does not fit",
         {"T1 | 30", "T2 | 20", "T3 | -"},
         "inserted at the end"},
        {inserted_as("0"),
         "event 0: it stands before the first event",
         {"T1 | 30", "T2 | 20", "T3 | -"},
         "inserted before the first"},
        {inserted_as("-9223372036854775807 - 1"),
         "event -9223372036854775808: it stands before the first event",
         {"T1 | 30", "T2 | 20", "T3 | -"},
         "inserted at the lowest number there is"},
        {"DELETE FROM event WHERE seq <> 6; UPDATE event SET seq = -6",
         "event -6: it stands before the first event",
         {},
         "all that is left stands before the first"},
        {"UPDATE event SET seq = -seq WHERE seq > 6; UPDATE event SET seq = 1 - seq WHERE seq < "
         "0;" +
             inserted_as("7"),
         "event 7: the hash does not fit",
         {"T1 | 10", "T2 | 20"},
         "inserted in the middle"},
        {"UPDATE event SET seq = -1 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6;"
         "UPDATE event SET seq = 6 WHERE seq = -1",
         "event 5: the hash does not fit",
         {"T1 | -", "T2 | -", "T3 | -"},
         "two reordered"},
    };
    const std::string whole = bytes_of(path_);
    for (const auto& c : cases) {
        SCOPED_TRACE(c.why);
        write_bytes(path_, whole);
        by_hand(c.sql);
        for (const open_mode mode : {open_mode::read, open_mode::write}) {
            const auto l = open(mode);
            const std::vector<finding> found = l->verify();
            ASSERT_FALSE(found.empty());
            EXPECT_EQ(found[0].key, "chain.broken");
            EXPECT_EQ(found[0].text, c.first);
            EXPECT_FALSE(l->findings().empty());
            EXPECT_EQ(tasks(*l), std::vector<std::string>(c.tasks.begin(), c.tasks.end()));
        }
    }
}

TEST_F(Quarantine, ARowBeforeTheFirstEventIsListedOnce) {
    by_hand("DELETE FROM event WHERE seq <> 6; UPDATE event SET seq = 0");
    const auto l = open();
    for (int i = 0; i < 2; ++i) {
        l->refresh();
        EXPECT_THAT(texts(l->findings()),
                    ElementsAre(HasSubstr("event.displaced: a row with the number 0 stands"),
                                HasSubstr("event.missing: event 1 is missing: by the store")));
    }
}

TEST_F(Quarantine, AFileWithoutAnyEventTellsThatThereWereSome) {
    by_hand("DELETE FROM event");
    for (const open_mode mode : {open_mode::read, open_mode::write})
        EXPECT_THAT(texts(open(mode)->verify()),
                    ElementsAre("chain.broken: event 1: event 1 is missing: by the store, there "
                                "were events up to 8",
                                "event.missing: event 1 is missing: by the store, there were "
                                "events up to 8"));
}

// The file tells its last event besides the events.
TEST_F(Quarantine, WhereTheLastEventsWereTakenOutThatIsToldAndNothingIsRecorded) {
    by_hand("DELETE FROM event WHERE seq > 6");
    const std::string missing = "event 7 is missing: by the store, there were events up to 8";
    for (const open_mode mode : {open_mode::read, open_mode::write}) {
        const auto l = open(mode);
        for (int i = 0; i < 2; ++i) {
            EXPECT_THAT(texts(l->findings()), ElementsAre("event.missing: " + missing));
            EXPECT_THAT(texts(l->verify()), ElementsAre("chain.broken: event 7: " + missing,
                                                        "event.missing: " + missing));
        }
        EXPECT_THAT(tasks(*l), ElementsAre("T1 | 10", "T2 | 20"));
    }
    expect_error(errc::damaged, "the last event is 8, but event 6 is the last", [&] {
        open()->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40"));
    });
    open()->backup(path_ + ".rest");
    const auto rest = ledger::open(path_ + ".rest", open_mode::write);
    EXPECT_THAT(rest->verify(), IsEmpty());
    rest->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40"));
    EXPECT_EQ(rest->revision(), 7);
}

// As it was made before 1.0.
TEST_F(Quarantine, AFileThatDoesNotTellItsLastEventIsReadAndWritten) {
    by_hand("ALTER TABLE ledger DROP COLUMN revision");
    open()->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40"));
    EXPECT_EQ(open()->revision(), 9);
    EXPECT_THAT(open()->verify(), IsEmpty());
    by_hand("DELETE FROM event WHERE seq = 9");
    EXPECT_THAT(open()->verify(), IsEmpty()) << "nothing can tell";
    by_hand("DELETE FROM event");
    const auto emptied = open();
    EXPECT_THAT(texts(emptied->findings()), ElementsAre(HasSubstr("event 1 is missing")));
    expect_error(errc::damaged, "none of them is there", [&] {
        emptied->record(clerk(), commands_of("2024-01-01 add_agency agency=Z name_vi=z"));
    });
}

TEST_F(Quarantine, AViewThatIsNotItsOwnIsFoundAndNothingElse) {
    const std::string whole = bytes_of(path_);
    for (const char* sql :
         {"DROP VIEW event_json",
          "DROP VIEW event_json; CREATE VIEW event_json AS SELECT 1 AS seq, '{}' AS "
          "json",
          "DROP VIEW event_json; CREATE TABLE event_json(seq, json)"}) {
        write_bytes(path_, whole);
        by_hand(sql);
        for (const open_mode mode : {open_mode::read, open_mode::write}) {
            const auto l = open(mode);
            EXPECT_THAT(texts(l->verify()),
                        ElementsAre(HasSubstr("view.altered: the view event_json")))
                << sql;
            EXPECT_THAT(l->findings(), IsEmpty());
        }
    }
}

TEST_F(Quarantine, ARowFarBehindTheEndIsLeftOutAndNothingIsRecordedBehindIt) {
    by_hand("UPDATE event SET seq = 1000000000000 WHERE seq = 8");
    const auto l = open();
    EXPECT_EQ(l->revision(), 7);
    EXPECT_THAT(texts(l->findings()),
                ElementsAre(HasSubstr("number 1000000000000 stands where"),
                            "event.missing: event 8 is missing: by the store, there were events up "
                            "to 8"));
    expect_error(errc::damaged, "the last event is 1000000000000, but event 7 is the last", [&] {
        l->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40"));
    });
    EXPECT_THAT(tasks(*l), ElementsAre("T1 | 30", "T2 | 20"));
}

TEST_F(Quarantine, ARowWhoseNumberIsTooHighIsFoundAloneAndThoseBehindItAreServed) {
    // A flipped bit in the file, not SQL: the row stays at its place in the table.
    std::string file = bytes_of(path_);
    const std::string payload = R"({"task":"T2","percent":20})";
    const std::size_t at = file.find(payload);
    ASSERT_NE(at, std::string::npos);
    const std::size_t rowid = file.rfind('\x06', at);  // seq 6, a varint of one byte
    for (std::size_t back = at - rowid; back < 400; ++back) {
        std::string flipped = file;
        if (flipped[at - back] != '\x06') continue;
        flipped[at - back] = '\x46';
        write_bytes(path_, flipped);
        const auto l = open(open_mode::read);
        if (texts(l->findings()) ==
            std::vector<std::string>{
                "event.displaced: a row with the number 70 stands where event 6 belongs; it is "
                "left out",
                "event.missing: event 6 is missing"}) {
            EXPECT_THAT(tasks(*l), ElementsAre("T1 | 30", "T2 | -", "T3 | -"));
            return;
        }
    }
    ADD_FAILURE() << "the byte of the number was not found";
}

// ---- the file itself ----------------------------------------------------------------------------

// Whatever bit is flipped: the ledger is refused by name, or what is damaged is listed and the rest
// is served; never is something else said in silence.
TEST_F(Quarantine, BitsFlippedInEachTableAreRefusedByNameOrListed) {
    const std::string whole = bytes_of(path_);
    const auto look = [](const ledger& of) {
        std::vector<std::string> all = tasks(of);
        for (const char* question : {"agencies", "changes since=0"})
            for (std::string& line :
                 told(of, "2024-04-25", question,
                      question[0] == 'a' ? "agency name_vi" : "seq command code"))
                all.push_back(std::move(line));
        return all;
    };
    const std::vector<std::string> before = look(*open(open_mode::read));
    tests::random_numbers random{42};
    std::map<std::string, int> became;
    for (int round = 0; round < 300; ++round) {
        std::string flipped = whole;
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(whole.size())));
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << random.below(8)));
        write_bytes(path_, flipped);
        SCOPED_TRACE("byte " + std::to_string(at));
        try {
            const auto l = open(open_mode::read);
            if (l->findings().empty()) {
                EXPECT_EQ(look(*l), before);
                ++became["nothing"];  // an unused byte, or a counter
            } else {
                EXPECT_FALSE(l->verify().empty());
                look(*l);
                ++became["listed"];
            }
        } catch (const error& e) {
            const std::set<errc> named{errc::damaged, errc::not_a_ledger, errc::newer_format,
                                       errc::io};
            EXPECT_TRUE(named.contains(e.code())) << name_of(e.code()) << ": " << e.what();
            ++became["refused"];
        }
        EXPECT_EQ(bytes_of(path_), flipped) << "reading writes nothing";
    }
    EXPECT_GT(became["listed"], 10) << became["refused"] << " refused, " << became["nothing"];
}

// Each bit of the one row of `ledger`, and of a row of `event` with its number and its lengths.
TEST_F(Quarantine, EachBitOfARowOfEachTableIsRefusedByNameOrSetsAsideWhatItIsIn) {
    const std::string whole = bytes_of(path_);
    const std::string id = open(open_mode::read)->id();
    const std::string payload = R"({"task":"T2","percent":20})";
    const auto cell = [&](const std::string& text, std::size_t before, std::size_t behind) {
        const std::size_t at = whole.find(text);
        EXPECT_NE(at, whole.npos);
        return std::pair{at - before, at + text.size() + behind};
    };
    const auto count = [&](std::pair<std::size_t, std::size_t> bytes, auto&& judge) {
        std::map<std::string, int> became;
        for (std::size_t bit = bytes.first * 8; bit < bytes.second * 8; ++bit) {
            std::string flipped = whole;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
            write_bytes(path_, flipped);
            SCOPED_TRACE("bit " + std::to_string(bit - bytes.first * 8));
            ++became[judge()];
            EXPECT_EQ(bytes_of(path_), flipped) << "reading writes nothing";
        }
        write_bytes(path_, whole);
        return became;
    };

    // The id is in every hash, the offset from UTC behind it in that of the first event.
    auto became = count(cell(id, 0, 2), [&]() -> std::string {
        try {
            open(open_mode::read);
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(errc::damaged)) << e.what();
            return "refused";
        }
        return "served";
    });
    EXPECT_EQ(became["refused"], static_cast<int>(id.size() + 2) * 8);

    // Event 6 with the lengths of its columns before it: it is set aside or missing, the others say
    // what they said. Where a length swallows the next row, that one may be lost as well. A column
    // may also become a blob of the same bytes, or NULL where it was 0: that says the same.
    const std::string said = tests::all_that_can_be_asked(*open(open_mode::read));
    became = count(cell(payload, 70, 64), [&]() -> std::string {
        try {
            const auto l = open(open_mode::read);
            if (l->findings().empty()) {
                EXPECT_THAT(l->verify(), IsEmpty());
                EXPECT_EQ(tests::all_that_can_be_asked(*l), said);
                return "the same";
            }
            EXPECT_FALSE(l->verify().empty());
            std::vector<std::string> left = tasks(*l);
            EXPECT_THAT(left, testing::SizeIs(testing::Ge(2U)));
            return left[0] == "T1 | 30" || left[0] == "T1 | 10" ? "set aside" : "more lost";
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(errc::damaged)) << e.what();
            return "refused";
        }
    });
    EXPECT_LT(became["the same"], 20);
    EXPECT_EQ(became["refused"], 0);
    EXPECT_GT(became["set aside"], 1000);
}

TEST_F(Quarantine, AFileCutAtEachByteOfItsLastPagesIsReadAsFarAsItGoesAndNeverWrittenTo) {
    {
        const auto l = open();
        for (int i = 0; i < 60; ++i)
            l->record(clerk(), commands_of("2024-02-10 report_progress task=T2 percent=40 text='" +
                                           std::string(300, 'x') + "'"));
    }
    const std::string whole = bytes_of(path_);
    ASSERT_GT(whole.size(), 6U * 4096);
    std::int64_t most = 0;
    // Each byte is the whole; here those about the ends of pages, and every 61st.
    const bool each = std::getenv("MANDATE_EACH_BYTE") != nullptr;
    for (std::size_t size = whole.size() - 2 * 4096; size < whole.size();
         size += each || size % 4096 < 8 || size % 4096 > 4088 ? 1 : 61) {
        write_bytes(path_, whole.substr(0, size));
        SCOPED_TRACE(std::to_string(size) + " of " + std::to_string(whole.size()) + " bytes");
        if (HasFailure()) return;
        try {
            const auto l = open(open_mode::read);
            EXPECT_FALSE(l->findings().empty()) << "the cut is told";
            EXPECT_GE(l->revision(), 8);
            EXPECT_LT(l->revision(), 69);
            most = std::max(most, l->revision());
            EXPECT_EQ(tasks(*l).size(), 3U);
        } catch (const error& e) {
            ADD_FAILURE() << "reading: " << e.what();
        }
        expect_error(errc::damaged, "", [&] { open(open_mode::write); });
        EXPECT_EQ(bytes_of(path_), whole.substr(0, size));
    }
    EXPECT_GT(most, 20);

    write_bytes(path_, whole.substr(0, whole.size() - 4096));
    open(open_mode::read)->backup(folder_.file("rescued.mandate"));
    const auto rescued = ledger::open(folder_.file("rescued.mandate"), open_mode::write);
    EXPECT_GT(rescued->revision(), 20);
    rescued->record(clerk(), commands_of("2024-02-10 report_progress task=T1 percent=50"));
}

TEST_F(Quarantine, ADamagedOffsetFromUtcIsRefusedByNameAndTheTrueOneTold) {
    by_hand("UPDATE ledger SET utc_offset_minutes = 0");
    expect_error(errc::damaged, "recorded under 420", [&] { open(open_mode::read); });
    by_hand(
        "UPDATE ledger SET utc_offset_minutes = 420; UPDATE event SET actor = 'x' WHERE seq = 1");
    EXPECT_EQ(open(open_mode::read)->findings()[0].key, "event.set_aside")
        << "that is another case";
}

TEST_F(Quarantine, ADamagedIdentityIsRefusedByName) {
    by_hand("UPDATE ledger SET id = replace(id, substr(id, 1, 4), 'zzzz')");
    expect_error(errc::damaged, "identity", [&] { open(open_mode::read); });
}

// ---- backups and the tail -----------------------------------------------------------------------

TEST_F(Quarantine, ABackupOfALedgerInUseIsTheLedgerAndVerifies) {
    const auto l = open();
    l->record(clerk(), commands_of("2024-02-10 report_progress task=T1 percent=50"));
    const std::string copy = folder_.file("copy.mandate");
    l->backup(copy);
    l->record(clerk(), commands_of("2024-02-10 report_progress task=T1 percent=60"));
    const auto of_copy = ledger::open(copy, open_mode::write);
    EXPECT_EQ(of_copy->revision(), 9);
    EXPECT_EQ(of_copy->id(), l->id());
    EXPECT_THAT(of_copy->verify(), IsEmpty());
    expect_error(errc::conflict, "is there already", [&] { l->backup(copy); });
    expect_error(errc::not_found, "no folder", [&] { l->backup(folder_.file("none/x")); });

    const auto memory = ledger::in_memory();
    expect_error(errc::refused, "nothing is recorded",
                 [&] { memory->backup(folder_.file("m.mandate")); });
    memory->record(clerk(), commands_of(record));
    memory->backup(folder_.file("m.mandate"));
    EXPECT_EQ(
        tests::all_that_can_be_asked(*ledger::open(folder_.file("m.mandate"), open_mode::read)),
        tests::all_that_can_be_asked(*memory));
}

// By asking again and again (refresh): one look at the store's last number where nothing is new.
TEST_F(Quarantine, AReaderFollowsTheTailThatAnotherProcessWrites) {
    const auto reader = open(open_mode::read);
    const pid_t writer = fork();
    if (writer == 0) {
        try {
            const auto l = open();
            for (int i = 0; i < 100; ++i)
                l->record(clerk(), commands_of("2024-02-10 report_progress task=T1 percent=50\n"
                                               "2024-02-11 report_progress task=T2 percent=60"));
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    std::set<std::int64_t> seen;
    for (int status = 0; waitpid(writer, &status, WNOHANG) == 0;) {
        reader->refresh();
        seen.insert(reader->revision());
        EXPECT_EQ(reader->revision() % 2, 0) << "half a batch";
    }
    reader->refresh();
    EXPECT_EQ(reader->revision(), 208);
    EXPECT_GT(seen.size(), 3U) << "on the way";
    EXPECT_THAT(reader->verify(), IsEmpty());
    EXPECT_EQ(tests::all_that_can_be_asked(*reader),
              tests::all_that_can_be_asked(*open(open_mode::read)));
}

TEST_F(Quarantine, AReaderFollowsTheTailThatAnotherHandleWrites) {
    const auto reader = open(open_mode::read);
    const auto writer = open();
    writer->record(clerk(), commands_of("2024-02-10 report_progress task=T1 percent=50"));
    EXPECT_EQ(reader->revision(), 8) << "until it looks";
    reader->refresh();
    EXPECT_EQ(tests::all_that_can_be_asked(*reader), tests::all_that_can_be_asked(*writer));
}

}  // namespace
}  // namespace mandate
