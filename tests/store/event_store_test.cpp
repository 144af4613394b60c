#include "mandate/store/event_store.hpp"

#include "base/error_check.hpp"
#include "mandate/store/conformance.hpp"
#include "store/sample_events.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace mandate {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(Conformance, MemoryKeepsEveryPromise) {
    EXPECT_THAT(conformance_problems({[] { return memory_store(new_identity(420)); }, {}}),
                IsEmpty());
}

TEST(Conformance, SqliteKeepsEveryPromise) {
    const scratch_folder folder;
    int made = 0;
    const auto open = [&] {
        return sqlite_store(folder.file(to_text(made) + ".ledger"), open_mode::create, 420);
    };
    EXPECT_THAT(conformance_problems({[&] { return ++made, open(); }, open}), IsEmpty());
}

/// A store that breaks one promise, to see that the suite sees it.
class broken_store : public event_store {
public:
    const ledger_identity& identity() const noexcept override { return good_->identity(); }
    std::int64_t revision() override { return good_->revision(); }
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        good_->append(expected, batch);
    }
    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        good_->append_and_shred(expected, batch, shredded);
    }
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        good_->read(after, take);
    }

protected:
    log_head end_at(std::int64_t seq) { return {seq, good_->hash_of(seq)}; }
    const std::unique_ptr<event_store> good_ = memory_store(new_identity(420));
};

struct forgets_the_salt : broken_store {
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        std::vector<stored_event> all{batch.begin(), batch.end()};
        for (stored_event& e : all) e.salt.clear();
        good_->append(expected, all);
    }
};
struct believes_the_caller : broken_store {
    void append(const log_head&, std::span<const stored_event> batch) override {
        good_->append(end_at(batch.empty() ? good_->revision() : batch.front().seq - 1), batch);
    }
};
struct keeps_half_a_batch : broken_store {
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        log_head end = expected;
        for (const stored_event& e : batch) {
            good_->append(end, {&e, 1});
            end = end_at(e.seq);
        }
    }
};
struct looks_at_the_number_alone : broken_store {
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        good_->append(end_at(expected.revision), batch);
    }
};
struct finds_no_hash : broken_store {
    std::string hash_of(std::int64_t) override { return {}; }
};
struct reads_from_the_start : broken_store {
    void read(std::int64_t, const std::function<void(const stored_event&)>& take) override {
        good_->read(0, take);
    }
};
struct swallows_what_readers_throw : broken_store {
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        try {
            good_->read(after, take);
        } catch (...) {
        }
    }
};
struct shreds_nothing : broken_store {
    void append_and_shred(const log_head& expected, std::span<const stored_event> batch,
                          std::span<const std::int64_t>) override {
        good_->append(expected, batch);
    }
};
struct shreds_although_refused : broken_store {
    void append_and_shred(const log_head&, std::span<const stored_event> batch,
                          std::span<const std::int64_t> shredded) override {
        good_->append_and_shred(end_at(good_->revision()), {}, shredded);
        good_->append(end_at(batch.front().seq - 1), batch);
    }
};

struct tells_too_much : broken_store {
    std::int64_t attested() override { return good_->revision() + 5; }
};
struct is_another_one : broken_store {
    std::unique_ptr<event_store> another() override { return memory_store(identity()); }
};
struct keeps_other_bytes : broken_store {
    std::unique_ptr<std::istream> kept_snapshot() override {
        return std::make_unique<std::istringstream>("other");
    }
};

template <class Store>
std::vector<std::string> problems_of() {
    return conformance_problems({[] { return std::make_unique<Store>(); }, {}});
}

TEST(Conformance, FindsAStoreThatBreaksAPromise) {
    EXPECT_THAT(problems_of<broken_store>(), IsEmpty()) << "this one breaks none";
    const auto contains = [](const char* words) { return testing::Contains(HasSubstr(words)); };
    EXPECT_THAT(problems_of<forgets_the_salt>(), contains("event 1 does not come back as it was"));
    EXPECT_THAT(problems_of<believes_the_caller>(), contains("no error; expected conflict"));
    EXPECT_THAT(problems_of<looks_at_the_number_alone>(),
                contains("another event 2: no error; expected conflict"));
    EXPECT_THAT(problems_of<finds_no_hash>(), contains("that of event 2 is another one"));
    EXPECT_THAT(problems_of<keeps_half_a_batch>(), contains("the revision is 1, not 0"));
    EXPECT_THAT(problems_of<reads_from_the_start>(), contains("from the middle, events [1 2 3 4]"));
    EXPECT_THAT(problems_of<swallows_what_readers_throw>(), contains("did not come through"));
    EXPECT_THAT(problems_of<shreds_nothing>(), contains("event 2 does not come back"));
    EXPECT_THAT(problems_of<shreds_although_refused>(), contains("event 1 does not come back"));
    EXPECT_THAT(problems_of<tells_too_much>(), contains("it tells 5 events where there are 0"));
    EXPECT_THAT(problems_of<is_another_one>(), contains("beside it"));
    EXPECT_THAT(problems_of<keeps_other_bytes>(), contains("other bytes come back"));
}

// One letter wrong in an address must not make a ledger in the folder the host happens to be in,
// nor show its password in a log.
TEST(OpenStore, TakesNoAddressForAFile) {
    const scratch_folder folder;
    const auto start = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const char* address :
         {"postgresql:/host/records?password=word-1", "Postgresql://user:word-1@host/records",
          "POSTGRES://user:word-1@host/records", "postgres:user:word-1@host",
          "postgressql://user:word-1@host/records", "host=h dbname=records password=word-1",
          "dbname=records password=word-1", "mysql://user:word-1@host/records",
          "MANDATE://word-1@host/records"})
        for (const open_mode mode : {open_mode::read, open_mode::write, open_mode::create}) {
            try {
                open_store(address, mode, 420);
                ADD_FAILURE() << address;
            } catch (const error& e) {
                EXPECT_EQ(e.code(), errc::invalid_argument) << address;
                EXPECT_THAT(e.what(), testing::Not(HasSubstr("word-1"))) << address;
            }
        }
    std::filesystem::current_path(start);
    EXPECT_THAT(folder.names(), IsEmpty());
}

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
