// A log that falls back under an open handle, and is written on by others: a restored copy, a
// server that lacks the last commits, another ledger in the place of this one.
#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"
#include "store/scratch_folder.hpp"
#include "store/sqlite.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace mandate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

act clerk() { return tests::by_clerk(parse_day("2024-04-25")); }

std::vector<command> agency(const std::string& code) {
    return tests::commands_of("2024-01-01 add_agency agency=" + code + " name_vi=x");
}

std::vector<std::string> agencies(const ledger& of) {
    return tests::told(of, "2024-04-25", "agencies", "agency");
}

class FallenLog : public testing::Test {
protected:
    std::unique_ptr<ledger> open(open_mode mode = open_mode::write) const {
        return ledger::open(path_, mode);
    }
    /// Agencies E1, E2 ..., each in an event of its own.
    std::unique_ptr<ledger> made(int events) const {
        auto l = open(open_mode::create);
        for (int i = 1; i <= events; ++i) l->record(clerk(), agency("E" + std::to_string(i)));
        return l;
    }
    void by_hand(const std::string& sql) const {
        sqlite::connection{path_, sqlite::access::write, path_}.execute(sql.c_str());
    }
    static void expect_told(ledger& l, const std::string& text) {
        expect_error(errc::damaged, text, [&] { l.refresh(); });
        expect_error(errc::damaged, text, [&] { l.record(clerk(), agency("X")); });
        expect_error(errc::damaged, text, [&] { l.check(clerk(), agency("X")); });
        for (const std::vector<finding>& found : {l.findings(), l.verify()})
            EXPECT_THAT(found,
                        Contains(testing::AllOf(testing::Field(&finding::key, "log.differs"),
                                                testing::Field(&finding::text, HasSubstr(text)))));
    }

    const scratch_folder folder_;
    const std::string path_ = folder_.file("a.mandate");
};

TEST_F(FallenLog, WhereOthersWroteOnNothingOfTheirsIsLostAndItIsTold) {
    const auto a = made(5);
    const auto follower = open(open_mode::read);
    by_hand("DELETE FROM event WHERE seq = 5; UPDATE ledger SET revision = 4");
    const auto b = open();
    b->record(clerk(), agency("B5"));
    const char* told = "event 5 in the log is not the one any more that was read from it";
    expect_error(errc::damaged, told, [&] { a->record(clerk(), agency("A6")); });
    expect_told(*a, told);
    expect_error(errc::damaged, told, [&] { a->backup(folder_.file("copy")); });
    expect_error(errc::damaged, told, [&] { follower->refresh(); });
    b->record(clerk(), agency("B6"));
    b->record(clerk(), agency("B7"));
    expect_told(*a, told);
    EXPECT_THAT(agencies(*open()), ElementsAre("B5", "B6", "B7", "E1", "E2", "E3", "E4"));
    EXPECT_THAT(open()->verify(), IsEmpty());
}

// Both have the same log beside them, which goes by the path.
TEST_F(FallenLog, WhoClosesAfterTheFileWasReplacedTakesNothingOutOfTheNewOne) {
    made(2).reset();
    std::filesystem::copy_file(path_, path_ + ".backup");
    auto idle = open();
    std::filesystem::rename(path_ + ".backup", path_);
    const auto b = open();
    for (const char* code : {"B3", "B4", "B5"}) b->record(clerk(), agency(code));
    idle.reset();
    EXPECT_THAT(b->verify(), IsEmpty());
    EXPECT_THAT(agencies(*open()), ElementsAre("B3", "B4", "B5", "E1", "E2"));
}

TEST_F(FallenLog, ALogThatWasWrittenForAnotherFileIsNotTakenForItsOwn) {
    namespace fs = std::filesystem;
    const auto put = [&](const std::string& file, const std::string& log) {
        fs::remove(path_ + "-shm");
        fs::copy_file(file, path_, fs::copy_options::overwrite_existing);
        fs::copy_file(log, path_ + "-wal", fs::copy_options::overwrite_existing);
    };
    made(2)->backup(path_ + ".old");
    for (int i = 3; i <= 300; ++i) open()->record(clerk(), agency("E" + std::to_string(i)));
    {
        const auto writer = open();
        for (int i = 301; i <= 360; ++i) writer->record(clerk(), agency("E" + std::to_string(i)));
        fs::copy_file(path_, path_ + ".file");  // as a writer leaves both that is killed
        fs::copy_file(path_ + "-wal", path_ + ".log");
    }
    const std::string whole = bytes_of(path_);  // the log is in it
    const auto other = ledger::open(path_ + ".other", open_mode::create);
    for (int i = 1; i <= 100; ++i) other->record(clerk(), agency("O" + std::to_string(i)));
    other->backup(path_ + ".another");

    for (const char* file : {".old", ".another"}) {
        put(path_ + file, path_ + ".log");
        const std::string before = bytes_of(path_);
        expect_error(errc::damaged, "-wal, was written for another file", [&] { open(); });
        EXPECT_TRUE(bytes_of(path_) == before) << file;
        fs::remove(path_ + "-wal");
        EXPECT_THAT(open()->verify(), IsEmpty()) << file;
    }
    put(path_ + ".file", path_ + ".log");
    EXPECT_EQ(open()->revision(), 360);
    EXPECT_THAT(open()->verify(), IsEmpty());

    // Killed in the midst of a checkpoint: the page that tells the last event was copied, no other.
    put(path_ + ".file", path_ + ".log");
    std::string half = bytes_of(path_);
    constexpr std::size_t page = 4096;
    ASSERT_NE(half.substr(page, page), whole.substr(page, page));
    half.replace(page, page, whole.substr(page, page));
    {
        std::ofstream out{path_, std::ios::binary};
        out << half;
    }
    EXPECT_EQ(open()->revision(), 360);
    EXPECT_THAT(open()->verify(), IsEmpty());
}

TEST_F(FallenLog, AnOrderToDestroyWordsIsRefusedThereToo) {
    const auto a = made(5);
    by_hand("DELETE FROM event WHERE seq = 5; UPDATE ledger SET revision = 4");
    open()->record(clerk(), agency("B5"));
    expect_error(errc::damaged, "event 5 in the log is not the one", [&] {
        a->record(clerk(), tests::commands_of(
                               "2024-02-01 shred_event event=2 ordered_by=E1 reason='secret'"));
    });
    EXPECT_THAT(open()->verify(), IsEmpty());
}

TEST_F(FallenLog, WhereNobodyWroteOnItIsToldUntilTheEventIsThereAgain) {
    const auto l = made(5);
    by_hand(
        "CREATE TABLE kept AS SELECT * FROM event WHERE seq = 5;"
        "DELETE FROM event WHERE seq = 5");
    expect_told(*l, "event 5, which was read from the log, is not in it any more");
    by_hand("INSERT INTO event SELECT * FROM kept; DROP TABLE kept");
    EXPECT_EQ(l->record(clerk(), agency("E6")).revision, 6);
    EXPECT_THAT(l->findings(), IsEmpty());
    EXPECT_THAT(l->verify(), IsEmpty());
}

TEST_F(FallenLog, AnotherLedgerThatTookThePlaceAfterTheFirstRecordIsNotTakenForThisOne) {
    const std::string other = folder_.file("other.mandate");
    ledger::open(other, open_mode::create)->record(clerk(), agency("NEW1"));
    const auto l = made(1);
    std::filesystem::rename(other, path_);
    const std::string told = "the log is that of ledger " + open()->id() + " now, but event 1";
    expect_told(*l, told);
    EXPECT_THAT(agencies(*open()), ElementsAre("NEW1"));
    EXPECT_THAT(open()->verify(), IsEmpty());
}

TEST_F(FallenLog, AFileThatWasReplacedIsToldToFollowersToo) {
    made(2);
    const auto follower = open(open_mode::read);
    EXPECT_EQ(follower->revision(), 2);
    const std::string other = folder_.file("other.mandate");
    ledger::open(other, open_mode::create)->record(clerk(), agency("NEW1"));
    std::filesystem::rename(other, path_);
    expect_error(errc::io, "moved, deleted or replaced", [&] { follower->refresh(); });
}

}  // namespace
}  // namespace mandate
