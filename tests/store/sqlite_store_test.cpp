#include "base/error_check.hpp"
#include "mandate/store/event_store.hpp"
#include "store/sample_events.hpp"
#include "store/scratch_folder.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_new_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>
#include <utility>

// SQLite's calls come here first: counted, then done.
namespace {
std::atomic<int> syncs = 0;
std::atomic<int> second_names = 0;  ///< hard links made
}  // namespace
extern "C" int fdatasync(int file) {
    ++syncs;
    return static_cast<int>(syscall(SYS_fdatasync, file));
}
extern "C" int fsync(int file) {
    ++syncs;
    return static_cast<int>(syscall(SYS_fsync, file));
}
extern "C" int link(const char* from, const char* to) {
    ++second_names;
    return static_cast<int>(syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

namespace mandate {
namespace {

namespace fs = std::filesystem;
using sqlite::access;
using testing::ElementsAre;
using testing::IsEmpty;

/// How a child process reports an error.
constexpr int exit_code_of(errc code) { return -static_cast<int>(code) % 1000 + 100; }

/// Starts a child process that runs the body and ends without any destructor, as in a crash.
template <class Body>
pid_t start_child(Body&& body) {
    const pid_t child = fork();
    if (child != 0) return child;
    int result = 99;
    try {
        result = body();
    } catch (const error& e) {
        result = exit_code_of(e.code());
    } catch (...) {
    }
    _exit(result);
}

/// What its body returned, or -1 if it ended otherwise.
int end_of_child(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

template <class Body>
int in_a_child(Body&& body) {
    return end_of_child(start_child(std::forward<Body>(body)));
}

/// Root may write everywhere: becomes somebody who may not.
bool become_nobody() { return geteuid() != 0 || setuid(65534) == 0; }

/// A signal from one process to another, which waits for it.
class signal_pipe {
public:
    signal_pipe() { EXPECT_EQ(pipe(ends_), 0); }
    ~signal_pipe() { close(ends_[0]), close(ends_[1]); }
    signal_pipe(const signal_pipe&) = delete;
    signal_pipe& operator=(const signal_pipe&) = delete;
    void give() const { EXPECT_EQ(write(ends_[1], "!", 1), 1); }
    void await() const {
        char byte = 0;
        EXPECT_EQ(::read(ends_[0], &byte, 1), 1);
    }

private:
    int ends_[2] = {};
};

class SqliteStore : public testing::Test {
protected:
    std::unique_ptr<event_store> open(open_mode mode) const {
        return sqlite_store(path_, mode, 420);
    }
    void make_ledger(std::int64_t events) const {
        open(open_mode::create)->append(at(0), sample_events(1, events));
    }
    std::string text_of(const char* sql) const {
        sqlite::connection db{path_, access::read, path_};
        sqlite::statement rows{db, sql};
        std::string text;
        while (rows.step()) text += std::string{rows.bytes(0)} + "\n";
        return text;
    }

    const scratch_folder folder_;
    const std::string path_ = folder_.file("a.ledger");
};

TEST_F(SqliteStore, AppearsWithTheFirstBatch) {
    {
        const auto store = open(open_mode::create);
        EXPECT_EQ(store->revision(), 0);
        store->append(at(0), {});
        EXPECT_THAT(folder_.names(), IsEmpty());
        store->append(at(0), sample_events(1, 2));
        EXPECT_THAT(folder_.names(), ElementsAre("a.ledger")) << "and nothing beside it";
        EXPECT_EQ(store->revision(), 2);
    }
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
}

// A process killed between two names of one file would leave a log that SQLite keeps by name.
TEST_F(SqliteStore, AtNoMomentHasTheFileTwoNames) {
    second_names = 0;
    make_ledger(1);
    EXPECT_EQ(second_names, 0);
}

TEST_F(SqliteStore, KeepsItsEventsAndItsIdentity) {
    ledger_identity identity;
    {
        const auto store = sqlite_store(path_, open_mode::create, -330);
        store->append(at(0), sample_events(1, 3));
        identity = store->identity();
    }
    EXPECT_EQ(identity.utc_offset_minutes, -330);
    for (const open_mode mode : {open_mode::create, open_mode::write, open_mode::read}) {
        const auto store = sqlite_store(path_, mode, 60);
        EXPECT_EQ(store->identity(), identity)
            << "the offset asked for counts only for a new ledger";
        EXPECT_EQ(events_after(*store, 0), sample_events(1, 3));
    }
    open(open_mode::write)->append(at(3), sample_events(4, 4));
    EXPECT_EQ(events_after(*open(open_mode::read), 3), sample_events(4, 4));
}

TEST_F(SqliteStore, HasTheTablesPromised) {
    make_ledger(2);
    EXPECT_EQ(text_of("SELECT name||' '||strict FROM pragma_table_list"
                      " WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
                      " ORDER BY name"),
              "event 1\nledger 1\n");
    EXPECT_EQ(
        text_of("SELECT name||' '||type FROM pragma_table_info('event')"
                " WHERE pk OR \"notnull\""),
        "seq INTEGER\neffective_on INTEGER\nrecorded_at INTEGER\nactor TEXT\nrequest_id TEXT\n"
        "kind TEXT\nschema INTEGER\ncorrects INTEGER\nsalt BLOB\npayload TEXT\n"
        "payload_hash BLOB\nhash BLOB\n");
    EXPECT_EQ(text_of("SELECT count(*) FROM ledger WHERE length(id) = 32"), "1\n");
    EXPECT_EQ(text_of("PRAGMA application_id"), "1296974932\n") << "MNDT";
    EXPECT_EQ(text_of("PRAGMA user_version"), "1\n");
    EXPECT_EQ(text_of("PRAGMA journal_mode"), "wal\n");
    EXPECT_EQ(text_of("PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(text_of("SELECT typeof(payload)||' '||payload FROM event WHERE seq = 1"),
              "text {\"code\":\"T1\",\"title\":\"Tham mưu đề án\"}\n");
    EXPECT_THAT(text_of("EXPLAIN QUERY PLAN SELECT seq FROM event"
                        " WHERE request_id = 'request-1' AND request_id <> ''"),
                testing::Not("SCAN event\n"));
}

// As with the sqlite3 shell, which knows nothing of Mandate.
TEST_F(SqliteStore, ShowsAnEventAsJsonThroughAView) {
    make_ledger(2);
    open(open_mode::write)
        ->append_and_shred(at(2), sample_events(3, 3), std::vector<std::int64_t>{2});
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    std::string all;
    EXPECT_EQ(sqlite3_exec(
                  db, "SELECT json FROM event_json ORDER BY seq",
                  [](void* to, int, char** values, char**) {
                      *static_cast<std::string*>(to) += values[0] + std::string{"\n"};
                      return 0;
                  },
                  &all, nullptr),
              SQLITE_OK);
    sqlite3_close(db);
    EXPECT_THAT(all,
                testing::StartsWith(R"({"seq":1,"command":"task","effective_on":"2024-04-26",)"
                                    R"("recorded_at":"2024-04-25T05:00:00Z","actor":"Cơ quan 1",)"
                                    R"("request_id":"request-1","corrects":null,)"
                                    R"("fields":{"code":"T1","title":"Tham mưu đề án"},"hash":)"));
    EXPECT_THAT(all, testing::HasSubstr(R"({"seq":2,"command":"task","effective_on":"2024-04-27",)"
                                        R"("recorded_at":"2024-04-25T05:00:00Z",)"
                                        R"("actor":"Cơ quan 2","request_id":null,"corrects":1,)"
                                        R"("fields":null,)"))
        << "its words were destroyed";
}

TEST_F(SqliteStore, ARowThatStandsBeforeTheFirstEventIsReadOnlyWhereAllAreAskedFor) {
    make_ledger(2);
    for (const char* seq : {"-9223372036854775807 - 1", "-3", "0"})
        sqlite::connection{path_, access::write, path_}.execute(
            ("INSERT INTO event SELECT " + std::string{seq} +
             ", effective_on, recorded_at, actor, request_id, kind, schema, corrects, salt,"
             " payload, payload_hash, hash FROM event WHERE seq = 1")
                .c_str());
    const auto store = open(open_mode::write);
    const std::vector<stored_event> all = events_after(*store, before_all);
    ASSERT_EQ(all.size(), 5U);
    EXPECT_EQ(all[0].seq, before_all);
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 2));
    EXPECT_THAT(events_after(*store, std::numeric_limits<std::int64_t>::max()), IsEmpty());
    EXPECT_EQ(store->revision(), 2);
    write_ledger_file(folder_.file("copy.ledger"), *store);
    EXPECT_EQ(
        events_after(*sqlite_store(folder_.file("copy.ledger"), open_mode::read, 0), before_all),
        sample_events(1, 2));
}

TEST_F(SqliteStore, HasItsMarksInTheMainFileFromTheStart) {
    const auto store = open(open_mode::create);
    store->append(at(0), sample_events(1, 1));
    EXPECT_EQ(bytes_of(path_).substr(68, 4), "MNDT");
    EXPECT_EQ(bytes_of(path_).substr(60, 4), std::string("\0\0\0\1", 4));
}

TEST_F(SqliteStore, ClosedHasEverythingInTheMainFile) {
    {
        const auto store = open(open_mode::create);
        store->append(at(0), sample_events(1, 1));
        store->append(at(1), sample_events(2, 300));
    }
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));

    const auto reader = open(open_mode::read);
    EXPECT_EQ(reader->revision(), 300);
    open(open_mode::write)->append(at(300), sample_events(301, 302));
    const scratch_folder elsewhere;
    fs::copy_file(path_, elsewhere.file("copy.ledger"));
    EXPECT_EQ(sqlite_store(elsewhere.file("copy.ledger"), open_mode::read, 0)->revision(), 302)
        << "also while a reader has it open";
    EXPECT_EQ(reader->revision(), 302);
}

TEST_F(SqliteStore, AFirstAppendThatFailsLeavesNothing) {
    const auto store = open(open_mode::create);
    expect_error(errc::conflict, "revision 0", [&] { store->append(at(1), sample_events(2, 2)); });
    expect_error(errc::invalid_argument, "must follow",
                 [&] { store->append(at(0), sample_events(2, 2)); });
    EXPECT_THAT(folder_.names(), IsEmpty());

    const int result = in_a_child([&] {
        const rlimit ten_kilobytes{10'000, 10'000};  // of a file: the disk is as good as full
        setrlimit(RLIMIT_FSIZE, &ten_kilobytes);
        signal(SIGXFSZ, SIG_IGN);
        sqlite_store(path_, open_mode::create, 420)->append(at(0), sample_events(1, 500));
        return 0;
    });
    EXPECT_EQ(result, exit_code_of(errc::io));
    EXPECT_THAT(folder_.names(), IsEmpty());
    store->append(at(0), sample_events(1, 1));
    EXPECT_EQ(store->revision(), 1);
}

TEST_F(SqliteStore, AFailedAppendLeavesTheFileAsItWas) {
    make_ledger(200);
    const std::string before = bytes_of(path_);
    {
        const auto store = open(open_mode::write);
        expect_error(errc::conflict, "revision 200",
                     [&] { store->append(at(150), sample_events(151, 160)); });
        expect_error(errc::invalid_argument, "must follow",
                     [&] { store->append(at(200), sample_events(202, 203)); });
    }
    EXPECT_EQ(bytes_of(path_), before);

    const int result = in_a_child([&] {
        const auto store = open(open_mode::write);
        const auto room = static_cast<rlim_t>(before.size());  // the log grows beyond it
        const rlimit limit{room, room};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_IGN);
        store->append(at(200), sample_events(201, 2'000));
        return 0;
    });
    EXPECT_EQ(result, exit_code_of(errc::io));
    EXPECT_EQ(bytes_of(path_), before);
    EXPECT_EQ(events_after(*open(open_mode::write), 0), sample_events(1, 200));
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(SqliteStore, OfTwoCreatorsOneWins) {
    const auto first = open(open_mode::create);
    const auto second = open(open_mode::create);
    EXPECT_NE(first->identity(), second->identity()) << "neither is on disk yet";
    first->append(at(0), sample_events(1, 2));
    expect_error(errc::conflict, "revision 2", [&] { second->append(at(0), sample_events(1, 1)); });
    EXPECT_EQ(second->revision(), 2);
    EXPECT_EQ(second->identity(), first->identity());
    second->append(at(2), sample_events(3, 3));
    EXPECT_EQ(events_after(*first, 0), sample_events(1, 3));
}

TEST_F(SqliteStore, ANameTakenInTheMeantimeIsNotWrittenOver) {
    write_bytes(path_, "somebody else's");
    {
        sqlite::new_ledger_file made{path_, path_, new_identity(420)};
        made.put(sample_events(1, 1));
        expect_error(errc::conflict, "at the same time", [&] { made.commit(); });
    }
    EXPECT_EQ(bytes_of(path_), "somebody else's");
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
}

TEST_F(SqliteStore, ALogPutInBitByBitIsThereWithItsCommitAndNotBefore) {
    const auto store = open(open_mode::create);
    {
        const auto dropped = store->begin_log();
        dropped->put(sample_events(1, 5));
    }
    EXPECT_THAT(folder_.names(), IsEmpty());
    const auto made = store->begin_log();
    made->put(sample_events(1, 3));
    made->put(sample_events(4, 7));
    EXPECT_EQ(store->revision(), 0);
    EXPECT_EQ(events_after(*made, 2), sample_events(3, 7)) << "before they are there for others";
    made->commit();
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 7));
    EXPECT_EQ(store->begin_log(), nullptr) << "there are events";
    store->append(at(7), sample_events(8, 8));
    EXPECT_EQ(open(open_mode::read)->revision(), 8);
}

TEST_F(SqliteStore, ASecondHandleSeesWhatTheFirstAppended) {
    make_ledger(1);
    const auto first = open(open_mode::write);
    const auto second = open(open_mode::write);
    const auto reader = open(open_mode::read);
    for (std::int64_t n = 1; n < 20; n += 2) {
        first->append(at(n), sample_events(n + 1, n + 1));
        EXPECT_EQ(second->revision(), n + 1);
        expect_error(errc::conflict, "revision",
                     [&] { second->append(at(n), sample_events(n + 1, n + 1)); });
        second->append(at(n + 1), sample_events(n + 2, n + 2));
        EXPECT_EQ(reader->revision(), n + 2);
        EXPECT_EQ(events_after(*first, n + 1), sample_events(n + 2, n + 2));
    }
}

TEST_F(SqliteStore, TwoWritersAtOnceLoseNothing) {
    constexpr std::int64_t each = 60;
    const auto write = [&] {
        const auto store = open(open_mode::create);
        for (std::int64_t done = 0; done < each;) {
            const std::int64_t revision = store->revision();
            try {
                store->append(at(revision), sample_events(revision + 1, revision + 1));
                ++done;
            } catch (const error& e) {
                ASSERT_EQ(name_of(e.code()), name_of(errc::conflict)) << e.what();
            }
        }
    };
    std::thread other{write};
    write();
    other.join();
    EXPECT_EQ(events_after(*open(open_mode::read), 0), sample_events(1, 2 * each));
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
}

// More would cost, fewer would lose. A checkpoint, every thousand pages, needs two more.
TEST_F(SqliteStore, ACommitSyncsOnce) {
    make_ledger(1);
    const auto store = open(open_mode::write);
    store->append(at(1), sample_events(2, 2));  // begins the log: its header is synced, too
    for (std::int64_t n = 2; n < 50; ++n) {
        syncs = 0;
        store->append(at(n), sample_events(n + 1, n + 1));
        EXPECT_EQ(syncs, 1) << n;
    }
    syncs = 0;
    store->append(at(50), sample_events(51, 114));
    EXPECT_EQ(syncs, 1) << "a batch";
    EXPECT_EQ(store->revision(), 114);
    EXPECT_EQ(syncs, 1) << "a look";
}

TEST_F(SqliteStore, TellsThatAnotherProcessHoldsTheLockAndGoesOnWhenItLetsGo) {
    make_ledger(1);
    const signal_pipe held;
    const pid_t holder = start_child([&] {
        sqlite::connection other{path_, access::write, path_};
        other.execute("BEGIN IMMEDIATE");
        held.give();
        std::this_thread::sleep_for(std::chrono::seconds{60});
        return 0;
    });
    held.await();
    const auto store = open(open_mode::write);
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 1)) << "reading needs no lock";
    expect_error(errc::busy, "locked", [&] { store->append(at(1), sample_events(2, 2)); });
    EXPECT_EQ(store->revision(), 1);
    kill(holder, SIGKILL);
    EXPECT_EQ(end_of_child(holder), -1);
    store->append(at(1), sample_events(2, 2));
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 2));
}

TEST_F(SqliteStore, WaitsForAnotherWriter) {
    make_ledger(1);
    const auto store = open(open_mode::write);
    sqlite::connection other{path_, access::write, path_};
    other.execute("BEGIN IMMEDIATE");
    std::thread slow{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
        other.execute("COMMIT");
    }};
    EXPECT_NO_THROW(store->append(at(1), sample_events(2, 2)));
    slow.join();
    EXPECT_EQ(store->revision(), 2);
}

TEST_F(SqliteStore, OpenedForReadingRefusesToAppendAndLeavesNoTrace) {
    make_ledger(3);
    const std::string before = bytes_of(path_);
    const auto changed = fs::last_write_time(path_);
    {
        const auto store = open(open_mode::read);
        EXPECT_EQ(events_after(*store, 0), sample_events(1, 3));
        expect_error(errc::read_only, "for reading only",
                     [&] { store->append(at(3), sample_events(4, 4)); });
    }
    EXPECT_EQ(bytes_of(path_), before);
    EXPECT_EQ(fs::last_write_time(path_), changed);
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
}

TEST_F(SqliteStore, CanBeReadWhereNothingMayBeWritten) {
    // Signs that mean much in a URI.
    const std::string odd = folder_.file("50% of what? #1.ledger");
    sqlite_store(odd, open_mode::create, 420)->append(at(0), sample_events(1, 3));
    const std::string before = bytes_of(odd);
    chmod(folder_.path().c_str(), 0555);
    chmod(odd.c_str(), 0444);
    const auto as_nobody = [&](auto&& body) {
        return in_a_child([&] { return become_nobody() ? body() : 98; });
    };
    EXPECT_EQ(as_nobody([&] {
                  const auto store = sqlite_store(odd, open_mode::read, 0);
                  const bool whole = events_after(*store, 0) == sample_events(1, 3);
                  return whole && store->revision() == 3 ? 0 : 1;
              }),
              0);
    for (const open_mode mode : {open_mode::write, open_mode::create})
        EXPECT_EQ(as_nobody([&] {
                      sqlite_store(odd, mode, 0);
                      return 0;
                  }),
                  exit_code_of(errc::read_only));
    EXPECT_EQ(as_nobody([&] {
                  open(open_mode::create)->append(at(0), sample_events(1, 1));
                  return 0;
              }),
              exit_code_of(errc::read_only));
    EXPECT_EQ(as_nobody([&] {
                  write_ledger_file(path_, *sqlite_store(odd, open_mode::read, 0));
                  return 0;
              }),
              exit_code_of(errc::read_only));
    EXPECT_EQ(as_nobody([&] {
                  expect_error(errc::read_only, "folder: Permission denied", [&] {
                      sqlite::write_database_file(path_, [](sqlite::connection&) {});
                  });
                  return testing::Test::HasFailure() ? 1 : 0;
              }),
              0);
    chmod(folder_.path().c_str(), 0755);
    EXPECT_EQ(bytes_of(odd), before);
    EXPECT_EQ(folder_.names().size(), 1U);
}

// The folder is open to all, the file to its owner alone.
TEST_F(SqliteStore, AReaderOfAnotherUserLeavesTheOwnerIn) {
    if (geteuid() != 0) GTEST_SKIP() << "only root can become two users";
    ASSERT_EQ(chmod(folder_.path().c_str(), 0777), 0);
    constexpr uid_t owner = 65533;
    const auto as_owner = [&](auto&& body) {
        return in_a_child([&] { return setuid(owner) == 0 ? body() : 98; });
    };
    EXPECT_EQ(as_owner([&] {
                  make_ledger(3);
                  return chmod(path_.c_str(), 0644);
              }),
              0);
    const signal_pipe opened, appended, seen;
    const pid_t reader = start_child([&] {
        if (!become_nobody()) return 98;
        event_store& store = *open(open_mode::read).release();  // killed while it has it open
        const bool before = events_after(store, 0) == sample_events(1, 3);
        opened.give();
        appended.await();
        const bool after = events_after(store, 0) == sample_events(1, 5);
        seen.give();
        return before && after ? 0 : 1;
    });
    opened.await();
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
    EXPECT_EQ(as_owner([&] {
                  const auto store = open(open_mode::write);
                  store->append(at(3), sample_events(4, 5));
                  appended.give();
                  seen.await();
                  return 0;
              }),
              0);
    appended.give();  // should the owner have been kept out
    EXPECT_EQ(end_of_child(reader), 0);
    EXPECT_EQ(as_owner([&] {
                  open(open_mode::write)->append(at(5), sample_events(6, 6));
                  return 0;
              }),
              0);
}

TEST_F(SqliteStore, WhereNothingMayBeWrittenItStillSeesWhatOthersAppend) {
    make_ledger(3);
    chmod(folder_.path().c_str(), 0555);
    const signal_pipe opened;
    const signal_pipe appended;
    const pid_t reader = start_child([&] {
        if (!become_nobody()) return 98;
        const auto store = open(open_mode::read);
        const bool before = store->revision() == 3;
        opened.give();
        appended.await();
        return before && events_after(*store, 0) == sample_events(1, 200) ? 0 : 1;
    });
    opened.await();
    chmod(folder_.path().c_str(), 0755);
    open(open_mode::write)->append(at(3), sample_events(4, 200));
    chmod(folder_.path().c_str(), 0555);
    appended.give();
    EXPECT_EQ(end_of_child(reader), 0);
    chmod(folder_.path().c_str(), 0755);
}

TEST_F(SqliteStore, RefusesWhatIsNoLedgerAndDoesNotTouchIt) {
    make_ledger(1);
    const std::string ours = bytes_of(path_);
    std::string newer = ours;
    newer[63] = 2;
    std::string far_newer = ours;
    far_newer[60] = '\xFF';
    std::string unnumbered = ours;
    unnumbered[63] = 0;
    std::string foreign = ours;
    foreign.replace(68, 4, "GPKG");
    std::string unmarked = ours;
    unmarked.replace(68, 4, std::string(4, '\0'));
    const struct {
        std::string bytes;
        errc code;
        const char* says;
        const char* why;
    } cases[] = {
        {"", errc::not_a_ledger, "is empty", "an empty file"},
        {"a", errc::not_a_ledger, "another kind of file", "one byte"},
        {"stt,nhiem_vu\n1,Tham mưu\n", errc::not_a_ledger, "another kind of file", "a text"},
        {std::string(4096, '\0'), errc::not_a_ledger, "another kind of file", "zeros"},
        {"SQLite format 2" + ours.substr(15), errc::not_a_ledger, "another kind",
         "an older SQLite"},
        {ours.substr(0, 50), errc::not_a_ledger, "another program", "the beginning of a ledger"},
        {foreign, errc::not_a_ledger, "another program", "a database of another program"},
        {unmarked, errc::not_a_ledger, "another program", "a database without a mark"},
        {unnumbered, errc::not_a_ledger, "no format number", "our mark, but no number"},
        {newer, errc::newer_format, "format 2 of a later Mandate; this one knows formats up to 1",
         "a later version"},
        {far_newer, errc::newer_format, "format 4278190081", "a number that is no int"},
    };
    for (const auto& c : cases) {
        const scratch_folder folder;
        const std::string path = folder.file("input");
        write_bytes(path, c.bytes);
        const auto changed = fs::last_write_time(path);
        for (const open_mode mode : {open_mode::read, open_mode::write, open_mode::create}) {
            SCOPED_TRACE(c.why);
            expect_error(c.code, c.says, [&] { sqlite_store(path, mode, 420); });
            expect_error(c.code, '"' + path + '"', [&] { sqlite_store(path, mode, 420); });
        }
        EXPECT_EQ(bytes_of(path), c.bytes) << c.why;
        EXPECT_EQ(fs::last_write_time(path), changed) << c.why;
        EXPECT_THAT(folder.names(), ElementsAre("input")) << c.why;
    }
}

// A newer version at work may have its number in the log only.
TEST_F(SqliteStore, RefusesANewerFormatThatIsStillInTheLog) {
    make_ledger(1);
    sqlite::connection newer{path_, access::write, path_};
    const auto ours = open(open_mode::write);
    newer.execute("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 2");
    expect_error(errc::newer_format, "format 2", [&] { ours->append(at(1), sample_events(2, 2)); });
    expect_error(errc::newer_format, "format 2", [&] {
        ours->append_and_shred(at(1), sample_events(2, 2), std::vector<std::int64_t>{1});
    });
    expect_error(errc::newer_format, "format 2", [&] { open(open_mode::write); });
}

TEST_F(SqliteStore, WritesNoMoreToAFileThatWasMovedAway) {
    make_ledger(1);
    const auto ours = open(open_mode::write);
    fs::rename(path_, path_ + ".old");
    expect_error(errc::io, "moved, deleted or replaced", [&] { ours->revision(); });
    expect_error(errc::io, "moved, deleted or replaced",
                 [&] { ours->append(at(1), sample_events(2, 2)); });
    const std::vector<std::int64_t> first{1};
    expect_error(errc::io, "moved, deleted or replaced",
                 [&] { ours->append_and_shred(at(1), sample_events(2, 2), first); });
    fs::copy_file(path_ + ".old", path_);
    const std::string another = bytes_of(path_);
    expect_error(errc::io, "moved, deleted or replaced",
                 [&] { ours->append_and_shred(at(1), sample_events(2, 2), first); });
    EXPECT_EQ(bytes_of(path_), another);
}

// A writer killed while it wrote a snapshot leaves half of one, which may hold destroyed words.
TEST_F(SqliteStore, AHalfWrittenSnapshotGoesWithTheSnapshot) {
    make_ledger(2);
    const auto store = open(open_mode::write);
    store->keep_snapshot([] { return std::string{"whole"}; });
    std::ofstream{folder_.file("a.ledger-snapshot.new")} << "half";
    EXPECT_THAT(folder_.names(),
                testing::IsSupersetOf({"a.ledger-snapshot", "a.ledger-snapshot.new"}));
    store->drop_snapshot();
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger", "a.ledger-shm", "a.ledger-wal"));
}

TEST_F(SqliteStore, RefusesWhatIsNoFile) {
    for (const open_mode mode : {open_mode::read, open_mode::write})
        expect_error(errc::not_found, '"' + path_ + '"', [&] { open(mode); });
    for (const open_mode mode : {open_mode::read, open_mode::write, open_mode::create}) {
        expect_error(errc::not_a_ledger, "is a folder",
                     [&] { sqlite_store(folder_.path(), mode, 420); });
        expect_error(errc::not_found, "",
                     [&] { sqlite_store(folder_.file("no such folder/a.ledger"), mode, 420); });
        expect_error(errc::invalid_argument, "empty", [&] { sqlite_store("", mode, 420); });
        expect_error(errc::invalid_argument, "NUL", [&] {
            sqlite_store(path_ + std::string{"\0x", 2}, mode, 420);
        });
    }
    ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
    expect_error(errc::not_a_ledger, "is not a plain file", [&] { open(open_mode::read); });
    expect_error(errc::out_of_range, "UTC offset",
                 [&] { sqlite_store(folder_.file("b"), open_mode::create, 15 * 60); });
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger")) << "only the pipe";
}

TEST_F(SqliteStore, ANameThatMeansSomethingToSqliteIsAName) {
    const fs::path before = fs::current_path();
    fs::current_path(folder_.path());
    for (const char* name : {":memory:", "file:x?mode=memory", "Sổ theo dõi.ledger"}) {
        const auto store = sqlite_store(name, open_mode::create, 420);
        fs::current_path(before);  // a relative path stays what it was when the ledger was opened
        store->append(at(0), sample_events(1, 1));
        EXPECT_EQ(store->revision(), 1);
        EXPECT_TRUE(fs::is_regular_file(fs::path{folder_.path()} / name)) << name;
        fs::current_path(folder_.path());
    }
    fs::current_path(before);
}

TEST_F(SqliteStore, ASymbolicLinkLeadsToTheLedger) {
    make_ledger(1);
    const scratch_folder elsewhere;
    const std::string link = elsewhere.file("link.ledger");
    fs::create_symlink(path_, link);
    sqlite_store(link, open_mode::write, 0)->append(at(1), sample_events(2, 2));
    EXPECT_EQ(sqlite_store(link, open_mode::read, 0)->revision(), 2);
    EXPECT_EQ(open(open_mode::read)->revision(), 2);
    EXPECT_THAT(folder_.names(), ElementsAre("a.ledger"));
    EXPECT_THAT(elsewhere.names(), ElementsAre("link.ledger"));
}

TEST_F(SqliteStore, ALogWithoutItsLedgerIsNotTakenIntoANewOne) {
    make_ledger(1);
    EXPECT_EQ(in_a_child([&] {
                  open(open_mode::write).release()->append(at(1), sample_events(2, 50));
                  return 0;
              }),
              0);
    ASSERT_THAT(folder_.names(), testing::Contains("a.ledger-wal"));
    fs::remove(path_);
    const auto store = open(open_mode::create);
    expect_error(errc::damaged, "a.ledger-wal", [&] { store->append(at(0), sample_events(1, 1)); });
    EXPECT_FALSE(fs::exists(path_));
    fs::remove(path_ + "-wal");
    store->append(at(0), sample_events(1, 1));
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 1));
}

TEST_F(SqliteStore, ALogThatFellBackAndWasWrittenOnIsNotWrittenToByWhoKnewTheOldOne) {
    make_ledger(5);
    const auto ours = open(open_mode::write);
    EXPECT_EQ(ours->revision(), 5);
    sqlite::connection{path_, access::write, path_}.execute(
        "DELETE FROM event WHERE seq = 5;"
        "INSERT INTO event SELECT 5, effective_on, recorded_at, actor, request_id, kind, schema,"
        " corrects, salt, payload, payload_hash, x'00' FROM event WHERE seq = 4");
    const char* told = "event 5 in the log is not the one that this was based on";
    expect_error(errc::conflict, told, [&] { ours->append(at(5), sample_events(6, 6)); });
    expect_error(errc::conflict, told, [&] {
        ours->append_and_shred(at(5), sample_events(6, 6), std::vector<std::int64_t>{1});
    });
    EXPECT_EQ(ours->revision(), 5);
    EXPECT_EQ(ours->hash_of(5), std::string(1, '\0'));
}

TEST_F(SqliteStore, NothingIsMadeUnderANameThatBelongsToALedger) {
    make_ledger(2);
    const std::set<std::string> before = folder_.names();
    const auto ours = open(open_mode::read);
    for (const char* beside : {"-wal", "-shm", "-journal", "-snapshot"}) {
        const std::string name = path_ + beside;
        if (fs::exists(name)) continue;  // of this reader: it is there already
        const auto refused = [&](const auto& make) {
            expect_error(errc::refused, "is part of a ledger, and is not written over", make);
        };
        refused([&] { write_ledger_file(name, *ours); });
        refused(
            [&] { sqlite_store(name, open_mode::create, 0)->append(at(0), sample_events(1, 1)); });
        refused([&] { sqlite::write_database_file(name, [](sqlite::connection&) {}); });
    }
    expect_error(errc::invalid_argument, "is not repeated here", [] {
        sqlite::write_database_file("postgresql://u:x@h/db", [](sqlite::connection&) {});
    });
    write_ledger_file(folder_.file("b-snapshot"), *ours);
    EXPECT_TRUE(fs::exists(folder_.file("b-snapshot"))) << "nothing beside it has that name";
}

TEST_F(SqliteStore, AFileCutShortIsReadOrRefusedAndNothingIsLeftBesideIt) {
    make_ledger(60);
    const std::string whole = bytes_of(path_);
    ASSERT_GE(whole.size(), 5U * 4096);
    for (const std::size_t size : {100, 101, 512, 2000, 4095, 4096, 4097, 8192, 8193, 20'000})
        for (const open_mode mode : {open_mode::read, open_mode::write}) {
            write_bytes(path_, whole.substr(0, size));
            try {
                events_after(*open(mode), 0);
            } catch (const error&) {
            }
            EXPECT_THAT(folder_.names(), ElementsAre("a.ledger")) << size;
            EXPECT_EQ(bytes_of(path_).size(), size);
        }
}

TEST_F(SqliteStore, WhoMayNotWriteToADamagedFileIsToldToReadItOnlyWhereThatIsTrue) {
    make_ledger(60);
    const std::string whole = bytes_of(path_);
    int readable = 0, lost = 0;
    for (std::size_t size = 512; size < whole.size(); size += 2048) {
        write_bytes(path_, whole.substr(0, size));
        bool is_read = true;
        std::string said;
        try {
            events_after(*open(open_mode::read), 0);
        } catch (const error&) {
            is_read = false;
        }
        try {
            events_after(*open(open_mode::write), 0);
        } catch (const error& e) {
            said = e.what();
        }
        if (said.empty()) continue;
        (is_read ? readable : lost) += 1;
        EXPECT_EQ(said.find("can still be opened for reading") != std::string::npos, is_read)
            << size << ": " << said;
    }
    EXPECT_GT(readable, 0);
    EXPECT_GT(lost, 0);
}

// What a reader leaves is taken away only where nobody uses it.
TEST_F(SqliteStore, AReaderThatIsRefusedLeavesTheLogOfOthersAlone) {
    make_ledger(3);
    const auto writer = open(open_mode::write);
    writer->append(at(3), sample_events(4, 4));
    sqlite::remove_traces_of_reading(path_);
    EXPECT_TRUE(fs::exists(path_ + "-wal"));
    EXPECT_TRUE(fs::exists(path_ + "-shm"));
    writer->append(at(4), sample_events(5, 5));
    EXPECT_EQ(events_after(*open(open_mode::read), 0), sample_events(1, 5));
    const signal_pipe held, done;
    const pid_t other = start_child([&] {
        const auto reader = open(open_mode::read);
        reader->revision();
        held.give();
        done.await();
        return reader->revision() == 6 ? 0 : 1;
    });
    held.await();
    writer->append(at(5), sample_events(6, 6));
    sqlite::remove_traces_of_reading(path_);
    EXPECT_TRUE(fs::exists(path_ + "-wal"));
    done.give();
    EXPECT_EQ(end_of_child(other), 0);
}

TEST_F(SqliteStore, AfterACrashEveryBatchIsThereWholeOrNotAtAll) {
    make_ledger(3);
    EXPECT_EQ(in_a_child([&] {
                  event_store& store = *open(open_mode::write).release();
                  for (std::int64_t n = 3; n < 15; n += 3)
                      store.append(at(n), sample_events(n + 1, n + 3));
                  return 0;
              }),
              0);
    const std::string main_file = bytes_of(path_);
    const std::string log = bytes_of(path_ + "-wal");
    ASSERT_GT(log.size(), 4U * 4096);

    // The power fails after any number of bytes of the log have reached the disk.
    std::int64_t revision = 3;
    for (std::size_t size = 0; size <= log.size(); size += 509) {
        const scratch_folder folder;
        write_bytes(folder.file("a.ledger"), main_file);
        write_bytes(folder.file("a.ledger-wal"), log.substr(0, size));
        const auto store = sqlite_store(folder.file("a.ledger"), open_mode::write, 0);
        ASSERT_EQ(store->revision() % 3, 0) << size << " bytes";
        ASSERT_GE(store->revision(), revision) << size << " bytes";
        revision = store->revision();
        ASSERT_EQ(events_after(*store, 0), sample_events(1, revision));
    }
    EXPECT_EQ(open(open_mode::write)->revision(), 15);
}

TEST_F(SqliteStore, TellsDamage) {
    make_ledger(400);
    const std::string ours = bytes_of(path_);
    {
        std::string holed = ours;
        for (std::size_t at = 8192; at + 4096 < holed.size(); at += 4096)
            holed.replace(at, 200, std::string(200, '\xAA'));
        write_bytes(path_, holed);
        expect_error(errc::damaged, "malformed", [&] { events_after(*open(open_mode::write), 0); });
        const auto reader = open(open_mode::read);
        const std::vector<stored_event> left = events_after(*reader, 0);
        EXPECT_LT(left.size(), 400U);
        for (const stored_event& e : left) EXPECT_EQ(e, sample_event(e.seq));
        EXPECT_THAT(reader->damage(), testing::HasSubstr("malformed"));
    }
    const struct {
        const char* sql;
        const char* says;
    } cases[] = {
        {"DELETE FROM ledger", "without identity"},
        {"INSERT INTO ledger VALUES('another', 0, 0)", "two identities"},
        {"DROP TABLE ledger", "no such table"},
    };
    for (const auto& c : cases) {
        write_bytes(path_, ours);
        sqlite::connection{path_, access::write, path_}.execute(c.sql);
        expect_error(errc::damaged, c.says, [&] { open(open_mode::write); });
    }
}

TEST_F(SqliteStore, TellsADamagedSchemaInValidUtf8) {
    make_ledger(1);
    const std::string ours = bytes_of(path_);
    const std::size_t start = ours.find("CREATE TABLE ledger");
    ASSERT_NE(start, std::string::npos);
    int marked = 0;
    for (std::size_t at = start; at < start + 40; ++at) {
        std::string altered = ours;
        altered[at] = static_cast<char>(altered[at] ^ 0x80);
        write_bytes(path_, altered);
        try {
            events_after(*open(open_mode::write), 0);
        } catch (const error& e) {
            EXPECT_EQ(find_invalid_utf8(e.what()), std::nullopt) << e.what();
            marked += std::string{e.what()}.find("\uFFFD") != std::string::npos ? 1 : 0;
        }
    }
    EXPECT_GT(marked, 0) << "SQLite repeats what it does not understand";
}

TEST_F(SqliteStore, RunsNoTriggerOfAnotherHand) {
    make_ledger(1);
    sqlite::connection{path_, access::write, path_}.execute(
        "CREATE TRIGGER hide AFTER INSERT ON event BEGIN DELETE FROM event WHERE seq = new.seq; "
        "END");
    const auto store = open(open_mode::write);
    store->append(at(1), sample_events(2, 2));
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 2));
}

TEST_F(SqliteStore, AChildOfForkUsesItsOwnHandle) {
    make_ledger(1);
    auto store = open(open_mode::write);
    store->append(at(1), sample_events(2, 2));
    EXPECT_EQ(in_a_child([&] { return store->revision() > 0 ? 0 : 1; }),
              exit_code_of(errc::forked));
    EXPECT_EQ(in_a_child([&] {
                  store->append(at(2), sample_events(3, 3));
                  return 0;
              }),
              exit_code_of(errc::forked));
    EXPECT_EQ(in_a_child([&] {
                  store.reset();
                  open(open_mode::write)->append(at(2), sample_events(3, 3));
                  return 0;
              }),
              0);
    EXPECT_EQ(events_after(*store, 0), sample_events(1, 3));
    store->append(at(3), sample_events(4, 4));
    store.reset();
    EXPECT_EQ(text_of("PRAGMA integrity_check"), "ok\n");
    EXPECT_EQ(open(open_mode::read)->revision(), 4);
}

TEST(SqliteCodes, SayWhatAUserCanDo) {
    const struct {
        int result;
        errc code;
    } cases[] = {
        {SQLITE_BUSY, errc::busy},       {SQLITE_BUSY_RECOVERY, errc::busy},
        {SQLITE_LOCKED, errc::busy},     {SQLITE_READONLY, errc::read_only},
        {SQLITE_FULL, errc::full},       {SQLITE_NOTADB, errc::not_a_ledger},
        {SQLITE_CORRUPT, errc::damaged}, {SQLITE_CORRUPT_INDEX, errc::damaged},
        {SQLITE_CANTOPEN, errc::io},     {SQLITE_IOERR_FSYNC, errc::io},
        {SQLITE_ERROR, errc::damaged},   {SQLITE_CONSTRAINT_NOTNULL, errc::damaged},
        {SQLITE_TOOBIG, errc::damaged},  {SQLITE_MISUSE, errc::internal},
    };
    for (const auto& c : cases)
        EXPECT_EQ(name_of(sqlite::code_of(c.result)), name_of(c.code)) << c.result;
}

}  // namespace
}  // namespace mandate
