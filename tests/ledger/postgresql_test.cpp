// Ledgers in PostgreSQL, on a server of the tests' own.
#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/exchange/sqlite_export.hpp"
#include "mandate/ledger/ledger.hpp"
#include "mandate/store/conformance.hpp"
#include "record.hpp"
#include "store/postgresql_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace mandate {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using tests::commands_of;
using tests::postgresql_server;

constexpr const char* record = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
)";

act clerk() { return tests::by_clerk(parse_day("2024-04-25")); }

class Postgresql : public testing::Test {
protected:
    static void SetUpTestSuite() {
        if (has_postgresql() && !postgresql_server::programs().empty())
            server = std::make_unique<postgresql_server>();
    }
    static void TearDownTestSuite() { server.reset(); }
    void SetUp() override {
        if (!has_postgresql()) GTEST_SKIP() << "built without libpq";
        if (!server) GTEST_SKIP() << "no PostgreSQL server is installed";
    }
    static std::unique_ptr<ledger> open(const std::string& name,
                                        open_mode mode = open_mode::create) {
        return ledger::open(server->address(name), mode);
    }

    static std::unique_ptr<postgresql_server> server;
};
std::unique_ptr<postgresql_server> Postgresql::server;

TEST_F(Postgresql, KeepsEveryPromiseOfAStore) {
    int made = 0;
    const auto again = [&] {
        return open_store(server->address("conformance" + std::to_string(made)), open_mode::create,
                          420);
    };
    EXPECT_THAT(conformance_problems({[&] { return ++made, again(); }, again}), IsEmpty());
}

TEST_F(Postgresql, ALedgerIsThereWithItsFirstBatchAndIsTheSameAsInAFile) {
    expect_error(errc::not_found, "no ledger \"first\"", [] { open("first", open_mode::read); });
    const auto l = open("first");
    expect_error(errc::not_found, "first", [] { open("first", open_mode::write); });
    l->record(clerk(), commands_of(record));
    const auto in_memory = ledger::in_memory();
    in_memory->record(clerk(), commands_of(record));
    const auto again = open("first", open_mode::read);
    EXPECT_EQ(tests::all_that_can_be_asked(*again), tests::all_that_can_be_asked(*in_memory));
    EXPECT_THAT(again->verify(), IsEmpty());
    EXPECT_EQ(again->id(), l->id());
    expect_error(errc::read_only, "reading only", [&] {
        again->record(clerk(), commands_of("2024-02-01 cancel_task task=T1 "
                                           "reason=x"));
    });
    const scratch_folder folder;
    l->backup(folder.file("copy.mandate"));
    EXPECT_EQ(
        tests::all_that_can_be_asked(*ledger::open(folder.file("copy.mandate"), open_mode::read)),
        tests::all_that_can_be_asked(*l));
}

TEST_F(Postgresql, AFileMovesToAServerByItsBackupAndGoesOnThere) {
    const scratch_folder folder;
    const auto file = ledger::open(folder.file("a.mandate"), open_mode::create);
    file->record(clerk(), commands_of(record));
    std::vector<command> many;
    for (int i = 0; i < 2500; ++i)
        many.push_back(tests::command_of("2024-02-02 report_progress task=T1 percent=10"));
    file->record(clerk(), many);
    file->backup(server->address("moved"));
    const auto l = open("moved", open_mode::write);
    EXPECT_EQ(l->id(), file->id());
    EXPECT_THAT(l->verify(), IsEmpty());
    EXPECT_EQ(tests::all_that_can_be_asked(*l), tests::all_that_can_be_asked(*file));
    l->record(clerk(), commands_of("2024-02-03 report_progress task=T1 percent=20"));
    EXPECT_THAT(l->verify(), IsEmpty());
    expect_error(errc::conflict, "is there already",
                 [&] { file->backup(server->address("moved")); });
    EXPECT_EQ(open("moved", open_mode::read)->revision(), 2503);
}

TEST_F(Postgresql, OneDatabaseHoldsManyLedgersWhateverTheirNames) {
    const std::vector<std::string> names{"province", "Sổ", "';DROP-SCHEMA-mandate;--", "a\\b$1"};
    for (const std::string& name : names)
        open(name)->record(clerk(), commands_of("2024-01-01 add_agency agency=A name_vi='" +
                                                std::to_string(name.size()) + "'"));
    for (const std::string& name : names)
        EXPECT_THAT(tests::told(*open(name, open_mode::read), "2024-04-25", "agencies", "name_vi"),
                    testing::ElementsAre(std::to_string(name.size())));
    std::string address = server->address("x");
    const std::string mandate_form =
        "mandate://postgres@/postgres/province?host=" +
        address.substr(address.find("host=") + 5,
                       address.find("&ledger") - address.find("host=") - 5);
    EXPECT_EQ(ledger::open(mandate_form, open_mode::read)->revision(), 1);
}

TEST_F(Postgresql, ManyWritersOfManyHandlesRecordEachBatchOnceAndWhole) {
    open("writers")->record(clerk(), commands_of(record));
    constexpr int handles = 8, each = 25;
    std::vector<std::thread> threads;
    for (int h = 0; h < handles; ++h)
        threads.emplace_back([h] {
            const auto l = open("writers", open_mode::write);
            for (int i = 0; i < each; ++i) {
                const std::string code = std::to_string(h) + "-" + std::to_string(i);
                act by = clerk();
                by.request_id = code;
                const auto batch = commands_of("2024-02-01 assign_task task=X" + code +
                                               " title_vi=x lead=A\n2024-02-02 report_progress "
                                               "task=X" +
                                               code + " percent=10");
                EXPECT_NO_THROW(l->record(by, batch)) << "the host need not try again";
            }
        });
    const auto reader = open("writers", open_mode::read);
    for (int i = 0; i < 20; ++i) {
        reader->refresh();
        EXPECT_EQ(reader->revision() % 2, 0) << "never half a batch";
    }
    for (std::thread& t : threads) t.join();
    reader->refresh();
    EXPECT_EQ(reader->revision(), 2 + handles * each * 2);
    EXPECT_THAT(reader->verify(), IsEmpty());
}

// By asking again and again (refresh): one look at the ledger's row where nothing is new.
TEST_F(Postgresql, AReaderFollowsTheTailThatAnotherProcessWrites) {
    open("followed")->record(clerk(), commands_of(record));
    const pid_t writer = fork();
    if (writer == 0) {
        try {
            const auto l = open("followed", open_mode::write);
            for (int i = 0; i < 60; ++i)
                l->record(clerk(), commands_of("2024-02-02 report_progress task=T1 percent=10\n"
                                               "2024-02-03 report_progress task=T1 percent=11"));
            _exit(0);
        } catch (...) {
            _exit(1);
        }
    }
    const auto reader = open("followed", open_mode::read);
    std::set<std::int64_t> seen;
    for (int status = 0; waitpid(writer, &status, WNOHANG) == 0;) {
        reader->refresh();
        seen.insert(reader->revision());
        EXPECT_EQ(reader->revision() % 2, 0) << "half a batch";
    }
    reader->refresh();
    EXPECT_EQ(reader->revision(), 122);
    EXPECT_GT(seen.size(), 3U) << "on the way";
    EXPECT_THAT(reader->verify(), IsEmpty());
}

TEST_F(Postgresql, AServerKilledInTheMiddleAndStartedAgainHasLostNothing) {
    const auto l = open("killed");
    l->record(clerk(), commands_of(record));
    std::int64_t acknowledged = l->revision();
    for (int round = 0; round < 3; ++round) {
        std::thread killer{[&] {
            std::this_thread::sleep_for(std::chrono::milliseconds{30 + 20 * round});
            server->kill(SIGKILL);
        }};
        try {
            for (int i = 0;; ++i) {
                act by = clerk();
                by.request_id = std::to_string(round) + "/" + std::to_string(i);
                acknowledged = l->record(by, commands_of("2024-02-02 report_progress task=T1 "
                                                         "percent=10\n2024-02-03 report_progress "
                                                         "task=T1 percent=11"))
                                   .revision;
            }
        } catch (const error& e) {
            EXPECT_EQ(name_of(e.code()), name_of(errc::io)) << e.what();
        }
        killer.join();
        expect_error(errc::io, "no connection", [&] { l->refresh(); });
        EXPECT_GE(l->revision(), 2) << "what was read is still answered";
        server->start();
        l->refresh();  // the same handle goes on
        EXPECT_GE(l->revision(), acknowledged);
        EXPECT_LE(l->revision(), acknowledged + 2) << "at most the batch nobody was told of";
        EXPECT_EQ(l->revision() % 2, 0);
        EXPECT_THAT(l->verify(), IsEmpty());
    }
    EXPECT_GT(acknowledged, 2);
    // What only reads notices by itself that the server was started again.
    const auto reader = open("killed", open_mode::read);
    server->kill(SIGQUIT);
    server->start();
    EXPECT_NO_THROW(reader->refresh());
    EXPECT_NO_THROW(l->record(clerk(), commands_of("2024-02-04 report_progress task=T1 "
                                                   "percent=12")))
        << "an append begins with a look";
    server->kill(SIGQUIT);
    server->start();
    EXPECT_FALSE(tests::told(*reader, "2024-04-25", "said event=2", "field").empty());
    EXPECT_NO_THROW(l->verify());
}

TEST_F(Postgresql, WhatIsAcknowledgedIsThereAlsoWhereTheServerIsSetNotToWaitForIt) {
    ASSERT_EQ(server->sql("ALTER DATABASE postgres SET synchronous_commit = off"), 0);
    for (const char* name : {"hasty1", "hasty2", "hasty3"}) {
        const auto l = open(name);
        l->record(clerk(), commands_of(record));
        for (int i = 0; i < 20; ++i)
            l->record(clerk(), commands_of("2024-02-02 report_progress task=T1 percent=10"));
        server->kill(SIGKILL);
        server->start();
        EXPECT_EQ(open(name, open_mode::read)->revision(), l->revision());
    }
    EXPECT_EQ(server->sql("ALTER DATABASE postgres RESET synchronous_commit"), 0);
}

// A server that takes over without the last commit; then somebody else records there.
TEST_F(Postgresql, WhereTheServerFellBackNothingOfOthersIsLostAndItIsTold) {
    const auto a = open("fallen");
    a->record(clerk(), commands_of(record));
    a->record(clerk(), commands_of("2024-02-02 report_progress task=T1 percent=10"));
    ASSERT_EQ(server->sql("DELETE FROM mandate.event WHERE ledger = 'fallen' AND seq = 3;"
                          "UPDATE mandate.ledger SET revision = 2 WHERE ledger = 'fallen'"),
              0);
    const auto more = commands_of("2024-02-02 report_progress task=T1 percent=20");
    expect_error(errc::damaged, "event 3, which was read from the log, is not in it any more",
                 [&] { a->record(clerk(), more); });
    open("fallen", open_mode::write)->record(clerk(), more);
    const char* told = "event 3 in the log is not the one any more that was read from it";
    expect_error(errc::damaged, told, [&] { a->record(clerk(), more); });
    expect_error(errc::damaged, told, [&] { a->refresh(); });
    ASSERT_FALSE(a->findings().empty());
    EXPECT_EQ(a->findings()[0].key, "log.differs");
    EXPECT_EQ(open("fallen", open_mode::read)->revision(), 3);
    EXPECT_THAT(open("fallen", open_mode::read)->verify(), IsEmpty());
}

TEST_F(Postgresql, AnotherLedgerOfTheSameNameIsNotTakenForThisOne) {
    const std::string drop =
        "DELETE FROM mandate.event WHERE ledger = 'again';"
        "DELETE FROM mandate.ledger WHERE ledger = 'again'";
    const auto old = open("again");
    old->record(clerk(), commands_of(record));
    ASSERT_EQ(server->sql(drop), 0);
    expect_error(errc::damaged, "event 2, which was read from the log, is not in it any more",
                 [&] { old->refresh(); });
    open("again")->record(clerk(), commands_of(record));
    const auto more = commands_of("2024-02-02 report_progress task=T1 percent=20");
    const std::string told = "the log is that of ledger " + open("again")->id() + " now";
    expect_error(errc::damaged, told, [&] { old->record(clerk(), more); });
    expect_error(errc::damaged, told, [&] { old->refresh(); });
    const auto now = open("again", open_mode::write);
    EXPECT_EQ(now->revision(), 2);
    EXPECT_THAT(now->verify(), IsEmpty());
}

TEST_F(Postgresql, WithoutItsRowInTheListOfLedgersNothingIsRecordedAndThatIsSaid) {
    const auto l = open("listed");
    l->record(clerk(), commands_of(record));
    ASSERT_EQ(server->sql("DELETE FROM mandate.ledger WHERE ledger = 'listed'"), 0);
    const auto more = commands_of("2024-02-02 report_progress task=T1 percent=20");
    expect_error(errc::damaged, "by the store, the last event is 0",
                 [&] { l->record(clerk(), more); });
    const auto anew = open("listed");
    expect_error(errc::damaged, "it has events, but no row in mandate.ledger",
                 [&] { anew->record(clerk(), commands_of(record)); });
}

TEST_F(Postgresql, AnEventEditedByHandIsFound) {
    const auto l = open("edited");
    l->record(clerk(), commands_of(record));
    ASSERT_EQ(server->sql("UPDATE mandate.event SET actor = 'x'"
                          " WHERE ledger = 'edited' AND seq = 2"),
              0);
    const auto again = open("edited", open_mode::write);
    ASSERT_EQ(again->verify().size(), 2U);
    EXPECT_EQ(again->verify()[0].text, "event 2: the hash does not fit");
    EXPECT_THAT(tests::told(*again, "2024-04-25", "agencies", "agency"), testing::ElementsAre("A"));
}

TEST_F(Postgresql, AnEventRemovedInsertedOrReorderedByHandIsFound) {
    const struct {
        const char* name;
        const char* sql;
        const char* first;  ///< that does not fit
    } cases[] = {
        {"removed", "DELETE FROM mandate.event WHERE ledger = 'removed' AND seq = 3",
         "event 3: event 3 is missing"},
        {"inserted",
         "INSERT INTO mandate.event SELECT ledger, 5, effective_on, recorded_at, actor, '', kind,"
         " schema, corrects, salt, payload, payload_hash, hash FROM mandate.event"
         " WHERE ledger = 'inserted' AND seq = 4;"
         "UPDATE mandate.ledger SET revision = 5 WHERE ledger = 'inserted'",
         "event 5: the hash does not fit"},
        {"before",
         "INSERT INTO mandate.event SELECT ledger, 0, effective_on, recorded_at, actor, '', kind,"
         " schema, corrects, salt, payload, payload_hash, hash FROM mandate.event"
         " WHERE ledger = 'before' AND seq = 4",
         "event 0: it stands before the first event"},
        {"reordered",
         "UPDATE mandate.event SET seq = -3 WHERE ledger = 'reordered' AND seq = 3;"
         "UPDATE mandate.event SET seq = 3 WHERE ledger = 'reordered' AND seq = 4;"
         "UPDATE mandate.event SET seq = 4 WHERE ledger = 'reordered' AND seq = -3",
         "event 3: the hash does not fit"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.name);
        open(c.name)->record(clerk(), commands_of(std::string{record} +
                                                  "2024-02-02 report_progress task=T1 percent=1\n"
                                                  "2024-02-03 report_progress task=T1 percent=2"));
        ASSERT_EQ(server->sql(c.sql), 0);
        const std::vector<finding> found = open(c.name, open_mode::write)->verify();
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found[0].text, c.first);
    }
}

TEST_F(Postgresql, WhatTheRowOfALedgerSaysAgainstItsEventsIsFoundAndNothingIsRecorded) {
    const struct {
        const char* name;
        const char* sql;
        const char* found;
        const char* refusal;
        const char* found_too = nullptr;
    } cases[] = {
        {"more", "UPDATE mandate.ledger SET revision = 50 WHERE ledger = 'more'",
         "event 3: event 3 is missing: by the store, there were events up to 50",
         "the last event is 50, but event 2 is the last"},
        {"cut", "DELETE FROM mandate.event WHERE ledger = 'cut' AND seq = 2",
         "event 2: event 2 is missing: by the store, there were events up to 2",
         "the last event is 2, but event 1 is the last"},
        {"cut_and_edited",
         "DELETE FROM mandate.event WHERE ledger = 'cut_and_edited' AND seq = 2;"
         "UPDATE mandate.event SET actor = 'x' WHERE ledger = 'cut_and_edited'",
         "event 1: the hash does not fit", "the last event is 2, but event 1 is the last",
         "event 2: event 2 is missing: by the store, there were events up to 2"},
        {"emptied", "DELETE FROM mandate.event WHERE ledger = 'emptied'",
         "event 1: event 1 is missing: by the store, there were events up to 2",
         "the last event is 2, but event 0 is the last"},
        {"fewer", "UPDATE mandate.ledger SET revision = 1 WHERE ledger = 'fewer'",
         "event 2: by the store, the last event is 1, but there are events up to 2",
         "the last event is 1, but event 2 was read"},
        {"none", "UPDATE mandate.ledger SET revision = 0 WHERE ledger = 'none'",
         "event 1: by the store, the last event is 0, but there are events up to 2",
         "the last event is 0, but event 2 was read"},
        {"below", "UPDATE mandate.ledger SET revision = -1 WHERE ledger = 'below'",
         "event 1: by the store, the last event is 0, but there are events up to 2",
         "the last event is 0, but event 2 was read"},
    };
    for (const auto& c : cases) {
        SCOPED_TRACE(c.name);
        open(c.name)->record(clerk(), commands_of(record));
        ASSERT_EQ(server->sql(c.sql), 0);
        const auto l = open(c.name, open_mode::write);
        const std::vector<finding> found = l->verify();
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found[0].text, c.found);
        if (c.found_too != nullptr) {
            EXPECT_EQ(found.at(1).text, c.found_too);
        }
        expect_error(errc::damaged, c.refusal, [&] {
            l->record(clerk(), commands_of("2024-02-01 add_agency agency=B name_vi=B"));
        });
    }
}

TEST_F(Postgresql, WhatCannotBeIsNamedAndNothingIsMade) {
    const auto refused = [&](errc code, const std::string& address, const char* says) {
        SCOPED_TRACE(address);
        for (const open_mode mode : {open_mode::read, open_mode::create})
            expect_error(code, says, [&] { ledger::open(address, mode); });
    };
    refused(errc::invalid_argument, "postgresql://h/db", "names no ledger");
    refused(errc::invalid_argument, "mandate://host/db", "mandate://host/database/ledger");
    for (const char* twice : {"mandate://h/db/a?ledger=b", "postgresql://h/db?ledger=a&ledger=a"})
        refused(errc::invalid_argument, twice, "names a ledger more than once");
    for (const char* unreadable : {"%", "a%4", "a%zz", "a%00b", "%FF"})
        refused(errc::invalid_argument, std::string{"mandate://h/db/"} + unreadable,
                "names a ledger that cannot be read");
    refused(errc::invalid_argument, "postgresql://h/db?ledger=", "names no ledger");
    refused(errc::invalid_argument, "postgresql://h/db?ledger=a&nonsense=1", "nonsense");
    refused(errc::io, "postgresql://u:secret@127.0.0.1:1/db?ledger=a", "no connection");
    refused(errc::io, server->address("a") + "&dbname=nothing", "nothing");
    try {
        ledger::open("postgresql://u:secret@127.0.0.1:1/db?ledger=a", open_mode::read);
    } catch (const error& e) {
        EXPECT_THAT(e.what(), testing::Not(HasSubstr("secret")));
    }
    ASSERT_EQ(server->sql("CREATE ROLE reader LOGIN"), 0);
    ASSERT_EQ(server->sql("CREATE DATABASE bare"), 0);
    const std::string bare = server->address("a", "&dbname=bare&user=reader");
    const auto l = ledger::open(bare, open_mode::create);
    expect_error(errc::read_only, "permission denied",
                 [&] { l->record(clerk(), commands_of(record)); });
    EXPECT_EQ(l->revision(), 0);
    // A table of somebody else's where one of ours belongs.
    ASSERT_EQ(server->sql("CREATE DATABASE taken"), 0);
    const std::string taken = server->address("a", "&dbname=taken");
    ASSERT_EQ(server->sql("CREATE SCHEMA mandate; CREATE TABLE mandate.event(x int)", "taken"), 0);
    const auto other = ledger::open(taken, open_mode::create);
    expect_error(errc::damaged, "does not exist",
                 [&] { other->record(clerk(), commands_of(record)); });
    const auto memory = ledger::in_memory();
    memory->record(clerk(), commands_of(record));
    expect_error(errc::damaged, "does not exist", [&] { memory->backup(taken); });
    EXPECT_EQ(server->sql("DROP TABLE mandate.event; DROP SCHEMA mandate", "taken"), 0)
        << "nothing else is in it";
}

// These need no server: none is there.
TEST(PostgresqlAddress, APasswordIsRepeatedByNoError) {
    if (!has_postgresql()) GTEST_SKIP() << "built without libpq";
    const auto memory = ledger::in_memory();
    memory->record(clerk(), commands_of(record));
    for (const char* address : {
             "postgresql://u:S3cr3t@127.0.0.1:1/db?ledger=a",
             "postgresql://u:S3cr3t%zz@127.0.0.1:1/db?ledger=a",
             "postgresql://u:S3cr3t@[::1/db?ledger=a",
             "postgresql://u:p@S3cr3t@127.0.0.1:1/db?ledger=a",
             "postgresql://u:p/S3cr3t@127.0.0.1:1/db?ledger=a",
             "postgresql://u:S3cr3t/p@127.0.0.1:1/db?ledger=a",
             "postgresql://u:S3cr3t?p@127.0.0.1:1/db?ledger=a",
             "postgresql://u:p?S3cr3t@127.0.0.1:1/db?ledger=a",
             "postgresql://u:p&ledger=S3cr3t@127.0.0.1:1/db?ledger=a",
             "postgresql://u:S3cr3t@127.0.0.1:1/db",
             "mandate://u:S3cr3t@127.0.0.1:1/db",
             "postgresql://u:x@127.0.0.1:S3cr3t@/db?ledger=a",
             "postgresql://127.0.0.1:1/db?user=u&password=S3cr3t&ledger=a",
             "postgresql://127.0.0.1:1/db?password=x&ledger=a&password=S3cr3t",
             "postgresql://127.0.0.1:1/db?PASSWORD=S3cr3t&ledger=a",
             "postgresql://127.0.0.1:1/db?pass%77ord=S3cr3t&ledger=a",
             "postgresql://127.0.0.1:1/db?pass%zzword=S3cr3t%zz&password=a&S3cr3t&ledger=a",
             "postgresql://127.0.0.1:1/db?sslpassword=S3cr3t&ledger=a",
             "POSTGRESQL://u:S3cr3t@127.0.0.1/db?ledger=a",
             "mysql://u:S3cr3t@127.0.0.1/db?ledger=a",
             "postgresql:/u:S3cr3t@127.0.0.1/db?ledger=a",
             "/folder/postgres:/u:S3cr3t@127.0.0.1/db?ledger=a",
             "mandate:/u:S3cr3t@127.0.0.1/db/a",
             " postgresql://u:S3cr3t@127.0.0.1/db?ledger=a",
             "host=127.0.0.1 user=u password=S3cr3t ledger=a",
             "host=127.0.0.1 user=u Password=S3cr3t ledger=a",
         }) {
        SCOPED_TRACE(address);
        const auto expect_silence = [](const auto& body) {
            try {
                body();
                ADD_FAILURE() << "no error";
            } catch (const error& e) {
                EXPECT_THAT(e.what(), testing::Not(HasSubstr("S3cr3t")));
                for (const fact& f : e.facts())
                    EXPECT_THAT(f.second, testing::Not(HasSubstr("S3cr3t")));
            }
        };
        expect_silence([&] { ledger::open(address, open_mode::read); });
        expect_silence([&] { memory->backup(address); });
        expect_silence([&] { export_sqlite(*memory, {parse_day("2024-04-25"), {}, {}}, address); });
    }
    // What is no secret is told, also beside one.
    expect_error(errc::io,
                 "\"postgresql://u@127.0.0.1:1/db?ledger=a&sslmode=disable&sslkey=k\": no conn",
                 [] {
                     ledger::open(
                         "postgresql://u:x@127.0.0.1:1/db?ledger=a&sslpassword=x&"
                         "sslmode=disable&sslkey=k",
                         open_mode::read);
                 });
    expect_error(errc::io, "postgresql://127.0.0.1:1/db?user=u@h&ledger=a", [] {
        ledger::open("postgresql://127.0.0.1:1/db?user=u@h&ledger=a", open_mode::read);
    });
    expect_error(errc::invalid_argument, "its form is postgresql://user@host:port/database?ledger=",
                 [] { ledger::open("postgresql://h/db?ledger=a&nonsense=1", open_mode::read); });
}

TEST_F(Postgresql, WhoMayFillTheTablesMakesALedgerInThemAndNeedNotMakeAnything) {
    open("first of all")->record(clerk(), commands_of(record));
    ASSERT_EQ(server->sql("CREATE ROLE writer LOGIN; GRANT USAGE ON SCHEMA mandate TO writer;"
                          "GRANT SELECT ON mandate.format TO writer;"
                          "GRANT SELECT, INSERT, UPDATE ON mandate.ledger TO writer;"
                          "GRANT SELECT, INSERT ON mandate.event TO writer"),
              0);
    // Another database, where he may make tables in a schema that is there, but no schema.
    ASSERT_EQ(server->sql("CREATE DATABASE prepared"), 0);
    ASSERT_EQ(server->sql("CREATE SCHEMA mandate AUTHORIZATION writer", "prepared"), 0);
    for (const char* more : {"&user=writer", "&user=writer&dbname=prepared"}) {
        const std::string address = server->address("second", more);
        const auto l = ledger::open(address, open_mode::create);
        EXPECT_NO_THROW(l->record(clerk(), commands_of(record))) << more;
        EXPECT_NO_THROW(l->record(clerk(), commands_of("2024-02-02 report_progress task=T1 "
                                                       "percent=10")));
        EXPECT_EQ(ledger::open(address, open_mode::read)->revision(), 3);
    }
}

TEST_F(Postgresql, ANewerFormatIsRefused) {
    const auto l = open("older");
    l->record(clerk(), commands_of(record));
    ASSERT_EQ(server->sql("INSERT INTO mandate.format VALUES(2)"), 0);
    expect_error(errc::newer_format, "format 2", [] { open("older", open_mode::write); });
    expect_error(errc::newer_format, "format 2", [&] {
        l->record(clerk(), commands_of("2024-02-02 report_progress task=T1 percent=10"));
    });
    EXPECT_EQ(
        server->sql("DO $$BEGIN ASSERT (SELECT revision = 2 FROM mandate.ledger WHERE ledger = "
                    "'older'); END$$"),
        0)
        << "nothing was recorded";
    ASSERT_EQ(server->sql("DELETE FROM mandate.format WHERE version = 2"), 0);
}

}  // namespace
}  // namespace mandate
