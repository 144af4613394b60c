// Classes of access, placeholders, and words destroyed by lawful order.

#include "mandate/exchange/json_reader.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"
#include "table_lines.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace mandate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using tests::by_clerk;
using tests::commands_of;
using tests::lines_of;
using tests::temporary_folder;

constexpr const char* world = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-01 add_official official=P name_vi='Bi Mat Danh'
2024-01-01 add_access_class access_class=MAT name_vi='Mật' rank=1
2024-01-01 add_access_class access_class=TUYET-MAT name_vi='Tuyệt mật' rank=3
2024-01-01 set_highest_class access_class=MAT
2024-01-10 assign_task task=T1 title_vi='Noi Dung Kin' note='Ghi Chu Kin' lead=A deadline=2024-03-20
2024-02-10 report_progress task=T1 percent=40 text='Bao Cao Kin'
2024-02-11 submit_task task=T1
)";

act clerk() { return by_clerk(parse_day("2024-04-25")); }
view_request on(const char* day) { return {parse_day(day), {}, {}}; }

std::string all_bytes_of(const std::string& path) {
    std::string bytes;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::ostringstream read;
        read << std::ifstream{path + suffix, std::ios::binary}.rdbuf();
        bytes += read.str();
    }
    return bytes;
}

TEST(Secrecy, ACommandAboveTheHighestClassIsRefusedAndItsWordsAreNowhere) {
    temporary_folder folder;
    const std::string path = folder / "a.mandate";
    const auto ledger = ledger::open(path, open_mode::create);
    ledger->record(clerk(), commands_of(world));
    const std::string before = to_json(ledger->review(on("2024-04-25"), parse_period("2024-Q1")));
    for (const char* command :
         {"2024-02-01 assign_task task=T2 title_vi='Rat Kin' lead=A access_class=TUYET-MAT",
          "2024-02-01 assign_task task=T2 title_vi='Rat Kin' lead=Rat-Kin access_class=TUYET-MAT",
          "2024-02-01 add_document document=Rat-Kin number=Rat-Kin document_kind=plan issuer=A "
          "access_class=TUYET-MAT",
          "2024-02-01 raise_recommendation recommendation=R text_vi='Rat Kin' "
          "access_class=TUYET-MAT",
          "2024-02-01 assign_task task=T2 title_vi='Rat Kin' access_class=UNKNOWN"}) {
        SCOPED_TRACE(command);
        try {
            ledger->record(clerk(), commands_of(std::string{"2024-02-01 add_official official=Q "
                                                            "name_vi=x\n"} +
                                                command));
            ADD_FAILURE() << "it was not refused";
        } catch (const error& e) {
            EXPECT_TRUE(e.code() == errc::refused || e.code() == errc::unknown_reference);
            EXPECT_THAT(e.what(), Not(HasSubstr("Kin")));
            for (const auto& [name, value] : e.facts()) EXPECT_THAT(value, Not(HasSubstr("Kin")));
        }
    }
    EXPECT_EQ(ledger->revision(), 8);
    EXPECT_EQ(to_json(ledger->review(on("2024-04-25"), parse_period("2024-Q1"))), before);
    EXPECT_THAT(all_bytes_of(path), Not(HasSubstr("Rat Kin")));
    ledger->record(clerk(), commands_of("2024-02-01 record_placeholder task=T2 lead=A "
                                        "access_class=TUYET-MAT deadline=2024-03-01"));
    EXPECT_THAT(lines_of(ledger->ask(on("2024-04-25"), question_kind::tasks, {}),
                         {"task", "title", "class"}),
                ElementsAre("T1|Noi Dung Kin|open_in_time", "T2||open_overdue"));
}

// JSON is read before the ledger sees it, and reads no further than the first mistake.
TEST(Secrecy, ABadValueOfACommandThatNamesAClassIsRepeatedByNoError) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(world));
    const char* bad[] = {
        R"("deadline": "RatKin")",
        R"("deadline": "RatKin-2024")",
        R"("deadline_precision": "RatKin")",
        R"("lead": "Rat Kin")",
        R"("effective_on": "RatKin")",
        R"("recorded_at": "RatKin")",
        R"("RatKin": 1)",
        R"("corrects": "RatKin")",
        R"("percent": "RatKin")",
        R"("command": "RatKin")",
        R"("note": "")",
        R"("lead": {"RatKin": 1})",
        R"("access_class": "RatKin")",
    };
    for (const std::string& name : {std::string{"assign_task"}, std::string{"record_placeholder"}})
        for (const std::string key : {R"("access_class")", R"("access\u005fclass")"})
            for (const char* value : bad)
                for (const bool first : {false, true}) {
                    const std::string above = key + R"(: "TUYET-MAT")";
                    const std::string json =
                        R"({"command": ")" + name + R"(", "task": "T9", )" +
                        (first ? above + ", " + value : std::string{value} + ", " + above) +
                        R"(, "title_vi": "Rat Kin"})";
                    SCOPED_TRACE(json);
                    try {
                        ledger->record(clerk(), read_json_commands(json, 420));
                        ADD_FAILURE() << "it was not refused";
                    } catch (const error& e) {
                        EXPECT_THAT(e.what(), Not(HasSubstr("Kin")));
                        for (const auto& [name_of_fact, content] : e.facts())
                            EXPECT_THAT(content, Not(HasSubstr("Kin")));
                    }
                }
    EXPECT_EQ(ledger->revision(), 8);
}

TEST(Secrecy, ASecondClassHidesBehindNoFirst) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(world));
    for (const char* text :
         {"2024-02-01 assign_task task=T2 lead='Rat Kin' access_class=MAT,TUYET-MAT",
          "2024-02-01 record_placeholder task=T2 lead='Rat Kin' access_class=TUYET-MAT"})
        try {
            ledger->record(clerk(), commands_of(text));
            ADD_FAILURE() << text;
        } catch (const error& e) {
            EXPECT_THAT(e.what(), Not(HasSubstr("Kin")));
            for (const auto& [name, content] : e.facts())
                EXPECT_THAT(content, Not(HasSubstr("Kin")));
        }
}

TEST(Secrecy, NothingWithAClassIsHeldBeforeTheHighestIsStated) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of("2024-01-01 add_access_class access_class=MAT name_vi=x "
                                        "rank=1"));
    EXPECT_THROW(ledger->record(clerk(), commands_of("2024-02-01 assign_task task=T title_vi=x "
                                                     "access_class=MAT")),
                 error);
    ledger->record(clerk(), commands_of("2024-01-01 add_access_class access_class=TOI-MAT "
                                        "name_vi=x rank=2\n"
                                        "2024-01-01 set_highest_class access_class=TOI-MAT\n"
                                        "2024-02-01 assign_task task=T title_vi=x "
                                        "access_class=TOI-MAT"));
    EXPECT_THROW(
        ledger->record(clerk(), commands_of("2024-03-01 set_highest_class access_class=MAT")),
        error)
        << "the ledger holds something of a higher class";
}

constexpr const char* orders = R"(
2024-04-01 shred_event event=6 ordered_by='12-QD/TU' reason='nhập nhầm'
2024-04-01 shred_event event=7 ordered_by='12-QD/TU' reason='nhập nhầm'
2024-04-01 shred_event event=2 ordered_by='12-QD/TU' reason='dữ liệu cá nhân'
)";

void expect_words_gone(const ledger& of) {
    const table tasks = of.ask(on("2024-04-25"), question_kind::tasks, {});
    EXPECT_THAT(lines_of(tasks, {"task", "title", "class", "deadline", "leads", "percent"}),
                ElementsAre("T1||open_in_time|2024-03-20|A|40"))
        << "codes, days and numbers stay";
    const std::string review = to_json(of.review(on("2024-04-25"), parse_period("2024-Q1")));
    EXPECT_THAT(review, Not(HasSubstr("Kin")));
    arguments args;
    args.values = {{field::text, "kin"}};
    EXPECT_EQ(of.ask(on("2024-04-25"), question_kind::search, args).rows(), 0u);
    std::vector<std::string> keys;
    for (const finding& f : of.verify()) keys.push_back(f.key);
    EXPECT_THAT(keys, ElementsAre("payload.shredded", "payload.shredded", "payload.shredded"))
        << "the chain still verifies, and lists what was destroyed";
}

TEST(Shredding, TheWordsGoFromMemoryAndFileAndTheChainStillVerifies) {
    temporary_folder folder;
    const std::string path = folder / "a.mandate";
    {
        const auto ledger = ledger::open(path, open_mode::create);
        ledger->record(clerk(), commands_of(world));
        arguments args;
        args.values = {{field::text, "kin"}};
        EXPECT_EQ(ledger->ask(on("2024-04-25"), question_kind::search, args).rows(), 1u);
        EXPECT_THAT(all_bytes_of(path), HasSubstr("Noi Dung Kin"));
        ledger->record(clerk(), commands_of(orders));
        expect_words_gone(*ledger);
        const std::string bytes = all_bytes_of(path);
        for (const char* word : {"Noi Dung Kin", "Ghi Chu Kin", "Bao Cao Kin", "Bi Mat Danh"})
            EXPECT_THAT(bytes, Not(HasSubstr(word)));
        // Life goes on, also for what was shredded.
        ledger->record(clerk(), commands_of("2024-04-02 accept_task task=T1"));
        EXPECT_THROW(ledger->record(clerk(), commands_of("2024-04-02 shred_event event=6 "
                                                         "ordered_by=x reason=x")),
                     error)
            << "once only";
        EXPECT_THROW(ledger->record(clerk(), commands_of("2024-04-02 void_event corrects=9 "
                                                         "reason=x")),
                     error)
            << "it cannot be undone";
        EXPECT_THROW(ledger->record(clerk(), commands_of("2024-04-02 shred_event event=8 "
                                                         "ordered_by=x reason=x remains='{}'")),
                     error)
            << "what stays is the ledger's to say";
    }
    const auto again = ledger::open(path, open_mode::read);
    EXPECT_EQ(again->revision(), 12);
    EXPECT_THAT(lines_of(again->ask(on("2024-04-25"), question_kind::tasks, {}),
                         {"task", "title", "class"}),
                ElementsAre("T1||done_in_time"));
}

// Another program's read holds the pages that were: they go when it has ended.
TEST(Shredding, WordsThatAReaderOfTheFileHoldsGoWhenItHasLeft) {
    temporary_folder folder;
    const std::string path = folder / "a.mandate";
    const auto ledger = ledger::open(path, open_mode::create);
    ledger->record(clerk(), commands_of(world));
    sqlite3* reader = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &reader), SQLITE_OK);
    const auto run = [&](const char* sql) {
        EXPECT_EQ(sqlite3_exec(reader, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
    };
    run("BEGIN; SELECT count(*) FROM event");
    ledger->record(clerk(), commands_of(orders));
    EXPECT_THAT(all_bytes_of(path), HasSubstr("Noi Dung Kin"));
    run("COMMIT");
    EXPECT_EQ(sqlite3_close(reader), SQLITE_OK);
    ledger->refresh();
    for (const char* word : {"Noi Dung Kin", "Ghi Chu Kin", "Bao Cao Kin", "Bi Mat Danh"})
        EXPECT_THAT(all_bytes_of(path), Not(HasSubstr(word)));
}

TEST(Shredding, IsTheSameInMemoryAndAnotherHandleForgetsToo) {
    const auto memory = ledger::in_memory();
    memory->record(clerk(), commands_of(world));
    memory->record(clerk(), commands_of(orders));
    expect_words_gone(*memory);

    temporary_folder folder;
    const auto one = ledger::open(folder / "a.mandate", open_mode::create);
    one->record(clerk(), commands_of(world));
    const auto other = ledger::open(folder / "a.mandate", open_mode::write);
    one->record(clerk(), commands_of(orders));
    other->check(clerk(), {});  // looks at what others recorded
    expect_words_gone(*other);
}

TEST(Shredding, CheckDestroysNothing) {
    const auto ledger = ledger::in_memory();
    ledger->record(clerk(), commands_of(world));
    ledger->check(clerk(), commands_of(orders));
    EXPECT_THAT(ledger->verify(), IsEmpty());
    EXPECT_THAT(lines_of(ledger->ask(on("2024-04-25"), question_kind::tasks, {}), {"title"}),
                ElementsAre("Noi Dung Kin"));
}

}  // namespace
}  // namespace mandate
