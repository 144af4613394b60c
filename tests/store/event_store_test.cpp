#include "mandate/store/event_store.hpp"

#include "base/error_check.hpp"
#include "store/sample_events.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace mandate {
namespace {

using testing::IsEmpty;

// What every store must do. The suite runs on each of them.
struct kind_of_store {
    const char* name;
    std::function<std::unique_ptr<event_store>(const scratch_folder&)> open;
};

class EventStore : public testing::TestWithParam<kind_of_store> {
protected:
    const scratch_folder folder_;
    const std::unique_ptr<event_store> store_ = GetParam().open(folder_);
};

TEST_P(EventStore, IsEmptyAtFirst) {
    EXPECT_EQ(store_->revision(), 0);
    EXPECT_THAT(events_after(*store_, 0), IsEmpty());
    EXPECT_EQ(store_->identity().id.size(), 32U);
    EXPECT_EQ(store_->identity().utc_offset_minutes, 420);
}

TEST_P(EventStore, GivesBackWhatWasAppended) {
    const ledger_identity identity = store_->identity();
    store_->append(0, sample_events(1, 3));
    store_->append(3, sample_events(4, 4));
    EXPECT_EQ(store_->revision(), 4);
    EXPECT_EQ(events_after(*store_, 0), sample_events(1, 4));
    EXPECT_EQ(events_after(*store_, 2), sample_events(3, 4));
    EXPECT_THAT(events_after(*store_, 4), IsEmpty());
    EXPECT_THAT(events_after(*store_, 99), IsEmpty());
    EXPECT_EQ(events_after(*store_, -1), sample_events(1, 4));
    EXPECT_EQ(store_->identity(), identity) << "the first event does not change it";
}

TEST_P(EventStore, KeepsOddValuesAsTheyAre) {
    stored_event e = sample_event(1);
    e.effective_on = first_day;
    e.recorded_at_us = std::numeric_limits<std::int64_t>::min();
    e.actor = std::string{"a\0b", 3};
    e.request_id.clear();
    e.payload = "{}";
    e.salt.clear();
    e.payload_hash = std::string(32, '\0');
    e.corrects = std::numeric_limits<std::int64_t>::max();
    store_->append(0, {&e, 1});
    EXPECT_THAT(events_after(*store_, 0), testing::ElementsAre(e));
}

TEST_P(EventStore, RefusesABatchBasedOnAnotherRevision) {
    store_->append(0, sample_events(1, 2));
    for (const std::int64_t expected : {0, 1, 3})
        expect_error(errc::conflict, "revision 2",
                     [&] { store_->append(expected, sample_events(expected + 1, expected + 2)); });
    EXPECT_EQ(events_after(*store_, 0), sample_events(1, 2)) << "unchanged";
    store_->append(2, sample_events(3, 3));
    EXPECT_EQ(store_->revision(), 3);
}

TEST_P(EventStore, RefusesTheFirstBatchBasedOnALaterRevision) {
    expect_error(errc::conflict, "revision 0", [&] { store_->append(7, sample_events(8, 8)); });
    EXPECT_EQ(store_->revision(), 0);
}

TEST_P(EventStore, AnEmptyBatchChangesNothing) {
    store_->append(0, {});
    EXPECT_EQ(store_->revision(), 0);
    store_->append(0, sample_events(1, 1));
    store_->append(1, {});
    EXPECT_EQ(store_->revision(), 1);
    expect_error(errc::conflict, "revision 1", [&] { store_->append(0, {}); });
}

TEST_P(EventStore, RefusesABatchWhoseNumbersDoNotGoOn) {
    expect_error(errc::invalid_argument, "event 2 where event 1 must follow",
                 [&] { store_->append(0, sample_events(2, 3)); });
    std::vector<stored_event> gap = sample_events(1, 3);
    gap.erase(gap.begin() + 1);
    expect_error(errc::invalid_argument, "event 3 where event 2 must follow",
                 [&] { store_->append(0, gap); });
    EXPECT_EQ(store_->revision(), 0);
}

TEST_P(EventStore, AReaderMayStopHalfWay) {
    store_->append(0, sample_events(1, 5));
    struct enough {};
    EXPECT_THROW(store_->read(0, [](const stored_event&) { throw enough{}; }), enough);
    EXPECT_EQ(events_after(*store_, 0), sample_events(1, 5));
    store_->append(5, sample_events(6, 6));
    EXPECT_EQ(store_->revision(), 6);
}

INSTANTIATE_TEST_SUITE_P(All, EventStore,
                         testing::Values(kind_of_store{"memory",
                                                       [](const scratch_folder&) {
                                                           return memory_store(new_identity(420));
                                                       }},
                                         kind_of_store{"sqlite",
                                                       [](const scratch_folder& folder) {
                                                           return sqlite_store(
                                                               folder.file("a.ledger"),
                                                               open_mode::create, 420);
                                                       }}),
                         [](const auto& kind) { return std::string{kind.param.name}; });

TEST(NewIdentity, IsNeverTheSame) {
    const ledger_identity a = new_identity(420);
    EXPECT_EQ(a.id.size(), 32U);
    EXPECT_EQ(a.id.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(a.id, new_identity(420).id);
    EXPECT_EQ(new_identity(-720).utc_offset_minutes, -720);
    expect_error(errc::out_of_range, "841", [] { new_identity(841); });
    expect_error(errc::out_of_range, "-721", [] { new_identity(-721); });
}

}  // namespace
}  // namespace mandate
