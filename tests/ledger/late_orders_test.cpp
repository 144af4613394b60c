// Words that somebody else orders destroyed while they are read: the order is in the log, so
// nothing is damaged, whenever it comes.

#include "asked.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <map>
#include <utility>

namespace mandate {
namespace {

using testing::AnyOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;
using tests::by_clerk;
using tests::commands_of;

act clerk() { return by_clerk(parse_day("2024-06-30")); }

/// A store of a file, before whose reading at some turn something happens.
class interrupted_store final : public event_store {
public:
    interrupted_store(std::unique_ptr<event_store> of, std::function<void()> before_reading)
        : of_{std::move(of)}, before_reading_{std::move(before_reading)} {}

    const ledger_identity& identity() const noexcept override { return of_->identity(); }
    std::int64_t revision() override { return of_->revision(); }
    std::int64_t attested() override { return of_->attested(); }
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        of_->append(expected, batch);
    }
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        before_reading_();
        of_->read(after, take);
    }
    std::unique_ptr<event_store> another() override {
        return std::make_unique<interrupted_store>(of_->another(), before_reading_);
    }

private:
    const std::unique_ptr<event_store> of_;
    const std::function<void()> before_reading_;
};

class LateOrders : public testing::Test {
protected:
    LateOrders() {
        writer_ = ledger::open(path_, open_mode::create);
        writer_->record(clerk(), commands_of(R"(
2024-01-01 add_agency agency=A name_vi='Agency A'
2024-01-01 add_agency agency=B name_vi='Agency B'
2024-01-10 assign_task task=T1 title_vi=x lead=A deadline=2024-03-20
2024-01-10 assign_task task=T2 title_vi=x lead=B deadline=2024-03-20
2024-02-01 report_progress task=T1 percent=10 text='secret 1'
2024-02-02 report_progress task=T2 percent=20 text='secret 2'
2024-02-03 report_progress task=T1 percent=30 text='secret 3'
2024-04-05 draft_review review=R period=2024-Q1 agency=A cut_off=2024-04-04
2024-04-06 send_review review=R
2024-04-10 close_review review=R agency=A reason=x answer_due=2024-05-01
)"));
    }
    void order(std::int64_t event) const {
        writer_->record(clerk(), commands_of("2024-06-30 shred_event ordered_by=x reason=x event=" +
                                             std::to_string(event)));
    }
    static std::vector<std::string> figures(const ledger& of) {
        return tests::told(of, "2024-04-25", "tasks", "task percent");
    }

    const scratch_folder folder_;
    const std::string path_ = folder_.file("a.mandate");
    std::unique_ptr<ledger> writer_;
};

TEST_F(LateOrders, AReaderThatDoesNotKnowThemTellsWhatIsLeft) {
    const auto reader = ledger::open(path_, open_mode::read);
    for (const std::int64_t event : {5, 10}) order(event);
    EXPECT_THAT(tests::told(*reader, "2024-06-30", "said event=5", "field value"),
                ElementsAre("task | T1", "percent | 10"));
    const view_request now{parse_day("2024-06-30"), {}, {}};
    const closed_review closed = reader->closed_review(now, "R");
    EXPECT_THAT(closed.value.findings,
                Contains(testing::Field(&finding::key, "review.content_destroyed")));
    EXPECT_THAT(reader->findings(), IsEmpty());
}

// At each reading of the store in turn, and at several of them.
TEST_F(LateOrders, WhileTheLogIsOpenedAndVerifiedNothingIsSetAside) {
    order(6);  // so there are some to be read anyway
    const std::vector<std::string> figures_then = figures(*writer_);
    int readings = 0;
    const auto at_reading = [&](const std::map<int, std::int64_t>& events) {
        readings = 0;
        return [this, &readings, events] {
            if (const auto event = events.find(++readings); event != events.end())
                order(event->second);
        };
    };
    const std::string whole = folder_.file("whole");
    writer_->backup(whole);
    const auto fresh = [&] {
        writer_.reset();
        std::filesystem::remove(path_);
        std::filesystem::copy_file(whole, path_);
        writer_ = ledger::open(path_, open_mode::write);
    };
    int orders = 0;
    for (int first = 1; first <= 12; ++first)
        for (const std::map<int, std::int64_t>& events :
             {std::map<int, std::int64_t>{{first, 5}},
              std::map<int, std::int64_t>{{first, 5}, {first + 1, 7}}}) {
            SCOPED_TRACE(first);
            fresh();
            const auto l = ledger::on(std::make_unique<interrupted_store>(
                sqlite_store(path_, open_mode::read, 0), at_reading(events)));
            EXPECT_THAT(l->findings(), IsEmpty());
            EXPECT_EQ(figures(*l), figures_then);
            for (const finding& f : l->verify())
                EXPECT_THAT(f.key, AnyOf("payload.shredded", "payload.copied")) << f.text;
            orders += readings >= first;
        }
    EXPECT_GT(orders, 10) << "else none of them came in the midst of it";
}

// An order that is none stays one, whatever comes meanwhile.
TEST_F(LateOrders, WordsThatWereTakenOutByHandAreStillDamage) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &db), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(db, "UPDATE event SET payload = '', salt = x'' WHERE seq IN (4, 5, 7)",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(db);
    int readings = 0;
    const auto l = ledger::on(
        std::make_unique<interrupted_store>(sqlite_store(path_, open_mode::read, 0), [&] {
            if (++readings == 2) order(6);
        }));
    EXPECT_GE(readings, 2);
    for (const char* event : {"event 4 ", "event 5 ", "event 7 "})
        EXPECT_THAT(l->findings(), Contains(testing::Field(&finding::text, StartsWith(event))));
    EXPECT_EQ(l->verify().at(0).text, "event 4: the payload is gone without an order for it");
}

}  // namespace
}  // namespace mandate
