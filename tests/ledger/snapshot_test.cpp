// A snapshot beside a ledger is only a cache: with it, without it, or with a bad one, the ledger
// says the same.

#include "ledger/snapshot.hpp"

#include "asked.hpp"
#include "base/error_check.hpp"
#include "base/random_numbers.hpp"
#include "base/sha256.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/event_store.hpp"
#include "record.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace mandate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::commands_of;

act clerk() { return tests::by_clerk(parse_day("2024-04-25")); }

// Some of everything, then enough reports that a snapshot is worth it.
constexpr const char* record = R"(
2024-01-01 add_access_class access_class=M name_vi='Mật' rank=1
2024-01-01 set_highest_class access_class=M
2024-01-01 add_agency agency=A name_vi='Cơ quan A' name_en='Agency A' alias_vi='CQA'
2024-01-01 add_agency agency=B name_vi='Cơ quan B'
2024-01-02 add_post post=P agency=A name_vi='Chánh Văn phòng'
2024-01-02 add_official official=O name_vi='Nguyễn Văn A'
2024-01-02 hold_post official=O post=P
2024-01-03 add_document document=D number='12-NQ/TU' document_kind=resolution issuer=A dated=2024-01-03 title_vi='Nghị quyết' alias_vi='NQ 12'
2024-01-03 add_clause clause=C document=D clause_number=1 title_vi='Điều 1'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A coordinating=B deadline=2024-03-20 document=D clause=C
2024-01-10 assign_task task=T2 title_vi='Mật' lead=B deadline=2024-06-30 access_class=M
2024-01-10 link_tasks link=L task=T2 after=T1 lag=2
2024-01-11 plan_task task=T1 period=2024-Q1
2024-02-01 revise_deadline task=T1 deadline=2024-04-20 reason='chậm'
2024-02-02 set_attribute task=T1 host_key=k host_value=v
2024-02-03 except_day day=2024-05-02 day_kind=off name_vi='nghỉ'
2024-02-04 report_progress task=T1 percent=10 text='bí mật lộ ra'
2024-02-05 void_event corrects=15 reason='nhầm'
)";
constexpr int reports = 21'000;
constexpr std::int64_t leak = 17;  ///< the report whose words must go

std::vector<command> many_reports() {
    std::vector<command> many;
    for (int i = 0; i < reports; ++i)
        many.push_back(tests::command_of("2024-02-06 report_progress task=T1 percent=" +
                                         std::to_string(i % 100)));
    return many;
}

class Snapshot : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder = std::make_unique<scratch_folder>();
        const auto l = ledger::open(folder->file("a.mandate"), open_mode::create);
        l->record(clerk(), commands_of(record));
        act by = clerk();
        by.request_id = "many";
        l->record(by, many_reports());
        said = tests::all_that_can_be_asked(*l);
    }
    static void TearDownTestSuite() { folder.reset(); }

    Snapshot() {
        for (const char* suffix : {"", "-snapshot"})
            fs::copy(folder->file("a.mandate") + suffix, path_ + suffix);
    }
    std::unique_ptr<ledger> open(open_mode mode = open_mode::read) const {
        return ledger::open(path_, mode);
    }
    void by_hand(const char* sql) const {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
    }
    /// An event that only a reading of all events shows to be damaged.
    void damage_an_early_event() const { by_hand("UPDATE event SET actor = 'x' WHERE seq = 14"); }
    bool reads_all_events() const {
        const std::string whole = bytes_of(path_);
        damage_an_early_event();
        const bool all = !open()->findings().empty();
        write_bytes(path_, whole);
        for (const char* suffix : {"-wal", "-shm"}) fs::remove(path_ + suffix);
        return all;
    }

    static std::unique_ptr<scratch_folder> folder;
    static std::string said;
    const scratch_folder own_;
    const std::string path_ = own_.file("a.mandate");
    const std::string snapshot_ = path_ + "-snapshot";
};
std::unique_ptr<scratch_folder> Snapshot::folder;
std::string Snapshot::said;

TEST_F(Snapshot, IsWrittenByTheWriterOfALargeLedgerAndSaysTheSame) {
    EXPECT_FALSE(reads_all_events());
    const auto l = open(open_mode::write);
    EXPECT_EQ(tests::all_that_can_be_asked(*l), said);
    EXPECT_THAT(l->verify(), IsEmpty());
    act by = clerk();
    by.request_id = "many";
    EXPECT_TRUE(l->record(by, many_reports()).repeated) << "requests are known";
    l->record(clerk(), commands_of("2024-02-07 report_progress task=T1 percent=1"));
    fs::remove(snapshot_);
    EXPECT_EQ(tests::all_that_can_be_asked(*open()), tests::all_that_can_be_asked(*l));
    EXPECT_THAT(open()->verify(), IsEmpty());
}

TEST_F(Snapshot, OfMoreEventsThanThereAreItTellsThatSomeWereTakenAway) {
    EXPECT_THAT(open()->verify(), IsEmpty());
    by_hand("DELETE FROM event WHERE seq > 15; UPDATE ledger SET revision = 15");
    const std::vector<finding> found = open()->verify();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text,
              "event 16: event 16 is missing: by the snapshot beside it, there were events up "
              "to 21018");
    fs::copy(snapshot_, path_ + ".kept");
    fs::remove(snapshot_);
    EXPECT_THAT(open()->verify(), IsEmpty()) << "then nothing can tell";
    fs::rename(path_ + ".kept", snapshot_);
    damage_an_early_event();
    const std::vector<finding> both = open()->verify();
    ASSERT_GE(both.size(), 2U);
    EXPECT_EQ(both[0].text, "event 14: the hash does not fit");
    EXPECT_EQ(both[1].text, found[0].text);
}

// The last event alone: then those that remain are read, not what the snapshot says.
TEST_F(Snapshot, WhoseOwnLastEventIsNotInTheLogIsLeftAside) {
    by_hand("DELETE FROM event WHERE seq = 21018; UPDATE ledger SET revision = 21017");
    const auto l = open();
    EXPECT_EQ(l->revision(), 21017);
    const std::vector<finding> found = l->verify();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(
        found[0].text,
        "event 21018: event 21018 is missing: by the snapshot beside it, there were events up "
        "to 21018");
    open(open_mode::write);
    EXPECT_EQ(open()->verify().size(), 1U) << "nor does a writer put another in its place";
}

TEST_F(Snapshot, WhereItIsDeletedDamagedOrOfAnotherLedgerTheEventsAreRead) {
    const std::string whole = bytes_of(snapshot_);
    const auto same = [&](const char* what) {
        SCOPED_TRACE(what);
        EXPECT_TRUE(reads_all_events());
        EXPECT_EQ(open()->revision(), 18 + reports);
    };
    fs::remove(snapshot_);
    same("deleted");
    tests::random_numbers random{7};
    for (int i = 0; i < 4; ++i) {
        std::string flipped = whole;
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(whole.size())));
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << random.below(8)));
        write_bytes(snapshot_, flipped);
        same("a bit flipped");
    }
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{5}, whole.size() / 2, whole.size() - 1}) {
        write_bytes(snapshot_, whole.substr(0, size));
        same("cut");
    }
    write_bytes(snapshot_, "something else");
    same("another file");
    fs::remove(snapshot_);
    fs::create_directory(snapshot_);
    same("a folder");
    fs::remove(snapshot_);

    // of a ledger with another identity
    const auto other = ledger::open(own_.file("b.mandate"), open_mode::create);
    other->record(clerk(), commands_of("2024-01-01 add_agency agency=A name_vi=A"));
    write_bytes(own_.file("b.mandate-snapshot"), whole);
    EXPECT_EQ(ledger::open(own_.file("b.mandate"), open_mode::read)->revision(), 1);

    // and a writer that had to read all events writes it anew
    open(open_mode::write);
    EXPECT_EQ(bytes_of(snapshot_), whole);
}

// It is decoded while it is read, before its digest is known: damaged bytes may ask for anything.
TEST_F(Snapshot, WhicheverOfItsBytesIsDamagedItIsLeftAside) {
    const std::string whole = bytes_of(snapshot_);
    const ledger_identity identity = sqlite_store(path_, open_mode::read, 420)->identity();
    const auto is_taken = [&](const std::string& bytes) {
        std::istringstream in{bytes};
        shredded_remains remains;
        return unpack_snapshot(in, identity, remains) != nullptr;
    };
    ASSERT_TRUE(is_taken(whole));
    tests::random_numbers random{8};
    for (int i = 0; i < 300; ++i) {
        std::string damaged = whole;
        // Half of them in front, where the rows are that others stand on.
        const std::size_t size = i % 2 == 0 ? whole.size() : std::min(whole.size(), 4000UL);
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(size)));
        damaged[at] = i % 3 == 0 ? '\xFF' : static_cast<char>(damaged[at] ^ (1 << i % 8));
        if (damaged == whole) continue;
        EXPECT_FALSE(is_taken(damaged)) << at;
    }
}

TEST_F(Snapshot, AnOldOneIsTakenAndWhatCameAfterItIsRead) {
    {
        const auto l = open(open_mode::write);
        l->record(clerk(), commands_of("2024-03-01 assign_task task=T3 title_vi='Mới' lead=B"));
    }
    EXPECT_FALSE(reads_all_events());
    EXPECT_THAT(tests::told(*open(), "2024-04-25", "tasks", "task"), ElementsAre("T1", "T2", "T3"));
    EXPECT_THAT(open()->verify(), IsEmpty());
}

// A copy of the ledger went its own way: the same identity, other events.
TEST_F(Snapshot, OneOfACopyThatWentItsOwnWayIsLeftAside) {
    const std::string copy = own_.file("copy.mandate");
    fs::copy(path_, copy);
    {
        const auto l = ledger::open(copy, open_mode::write);
        std::vector<command> more;
        for (int i = 0; i < 30'000; ++i)
            more.push_back(tests::command_of("2024-02-08 report_progress task=T1 percent=5"));
        l->record(clerk(), more);
    }
    ASSERT_TRUE(fs::exists(copy + "-snapshot"));
    fs::copy(copy + "-snapshot", snapshot_, fs::copy_options::overwrite_existing);
    EXPECT_EQ(open()->revision(), 18 + reports);
    EXPECT_EQ(tests::all_that_can_be_asked(*open()), said);
}

TEST_F(Snapshot, OneThatWasAlteredWithItsDigestIsFoundByVerify) {
    std::string bytes = bytes_of(snapshot_);
    const std::size_t at = bytes.find("Chuyển đổi số");
    ASSERT_NE(at, std::string::npos);
    bytes[at] = 'X';
    constexpr std::size_t heading = 48, digest_at = 16;
    bytes.replace(digest_at, 32, sha256(std::string_view{bytes}.substr(heading)));
    write_bytes(snapshot_, bytes);
    const auto l = open();
    ASSERT_THAT(tests::told(*l, "2024-04-25", "tasks", "title"),
                testing::Contains(HasSubstr("Xhuy")));
    ASSERT_EQ(l->verify().size(), 1U);
    EXPECT_EQ(l->verify()[0].key, "snapshot.differs");
}

TEST_F(Snapshot, DamageBeforeItIsFoundByVerify) {
    damage_an_early_event();
    const auto l = open();
    EXPECT_THAT(l->findings(), IsEmpty()) << "not read when it was opened";
    const std::vector<finding> found = l->verify();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].text, "event 14: the hash does not fit");
    EXPECT_EQ(found[1].key, "event.set_aside");
}

TEST_F(Snapshot, OpeningWithItChecksTheFileAndTheEventItEndsWith) {
    const std::string whole = bytes_of(path_);
    write_bytes(path_, whole.substr(0, whole.size() - 100));
    EXPECT_THAT(open()->findings(), testing::SizeIs(1)) << "cut short";
    expect_error(errc::damaged, "cut short", [&] { open(open_mode::write); });

    const char* const last = "(SELECT max(seq) FROM event)";
    for (const std::string change : {"actor = 'x'", "payload = '{}'", "hash = zeroblob(32)"}) {
        SCOPED_TRACE(change);
        write_bytes(path_, whole);
        by_hand(("UPDATE event SET " + change + " WHERE seq = " + last).c_str());
        const auto l = open();
        ASSERT_EQ(l->findings().size(), 1U);
        EXPECT_EQ(l->findings()[0].key, "event.set_aside");
    }
    write_bytes(path_, whole);
    by_hand("DELETE FROM event WHERE seq > 21000");
    EXPECT_EQ(open()->revision(), 21000) << "the snapshot knows more than the file has";
    write_bytes(path_, whole);
    by_hand("PRAGMA user_version = 2");
    expect_error(errc::newer_format, "format 2", [&] { open(); });
}

TEST_F(Snapshot, HoldsNoWordsThatWereDestroyed) {
    const std::string words = "bí mật lộ ra";
    ASSERT_NE(bytes_of(snapshot_).find(words), std::string::npos);
    {
        const auto l = open(open_mode::write);
        l->record(clerk(), commands_of("2024-04-25 shred_event event=" + std::to_string(leak) +
                                       " ordered_by='QĐ 1' reason='lộ'"));
        EXPECT_FALSE(fs::exists(snapshot_)) << "gone with the order";
    }
    ASSERT_TRUE(fs::exists(snapshot_)) << "a new one at the end";
    EXPECT_EQ(bytes_of(snapshot_).find(words), std::string::npos);
    EXPECT_FALSE(reads_all_events());
    fs::remove(snapshot_);
    const std::string from_events = tests::all_that_can_be_asked(*open());
    open(open_mode::write);
    EXPECT_EQ(tests::all_that_can_be_asked(*open()), from_events);

    // An older one that somebody puts back is not believed.
    fs::copy(folder->file("a.mandate-snapshot"), snapshot_, fs::copy_options::overwrite_existing);
    EXPECT_EQ(tests::all_that_can_be_asked(*open()), from_events);
    open(open_mode::write);
    EXPECT_EQ(bytes_of(snapshot_).find(words), std::string::npos);
}

TEST_F(Snapshot, IsNotWrittenByReadersNorForSmallLedgers) {
    fs::remove(snapshot_);
    open(open_mode::read);
    EXPECT_FALSE(fs::exists(snapshot_));
    const std::string small = own_.file("small.mandate");
    ledger::open(small, open_mode::create)
        ->record(clerk(), commands_of("2024-01-01 add_agency agency=A name_vi=A"));
    ledger::open(small, open_mode::write);
    EXPECT_FALSE(fs::exists(small + "-snapshot"));
}

TEST_F(Snapshot, HasThePermissionsOfItsLedger) {
    fs::remove(snapshot_);
    fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
    open(open_mode::write);
    EXPECT_EQ(fs::status(snapshot_).permissions(), fs::status(path_).permissions());
}

}  // namespace
}  // namespace mandate
