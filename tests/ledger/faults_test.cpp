// Faults that really happen: processes killed at random moments, disks that are full, clocks that
// go backwards, and threads that meet.
#include "asked.hpp"
#include "base/error_check.hpp"
#include "mandate/ledger/ledger.hpp"
#include "record.hpp"
#include "store/failing_store.hpp"
#include "store/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <poll.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <set>
#include <thread>

namespace mandate {
namespace {

using testing::IsEmpty;
using tests::commands_of;

constexpr const char* small_record = R"(
2024-01-01 add_agency agency=A name_vi='Cơ quan A'
2024-01-10 assign_task task=T1 title_vi='Chuyển đổi số' lead=A deadline=2024-03-20
)";

act clerk(const std::string& request_id = "") {
    act by = tests::by_clerk(parse_day("2024-04-25"));
    by.request_id = request_id;
    return by;
}

/// Two events that are there together or not at all.
std::vector<command> pair_of(const std::string& code) {
    return commands_of("2024-02-01 assign_task task=X" + code +
                       " title_vi=x lead=A\n2024-02-02 report_progress task=X" + code +
                       " percent=10");
}

// ---- kill -9 ------------------------------------------------------------------------------------

/// A process that records for ever and writes each acknowledged request to a pipe.
pid_t start_writer(const std::string& path, const std::string& name, int news) {
    const pid_t made = fork();
    if (made != 0) return made;
    try {
        const auto l = ledger::open(path, open_mode::write);
        for (int i = 0;; ++i) {
            const std::string code = name + "-" + std::to_string(i);
            try {
                l->record(clerk(code), pair_of(code));
            } catch (const error& e) {
                if (e.code() == errc::busy || e.code() == errc::conflict) continue;
                throw;
            }
            const std::string line = code + "\n";
            if (write(news, line.data(), line.size()) != static_cast<ssize_t>(line.size())) break;
        }
    } catch (...) {
    }
    _exit(9);
}

std::set<std::string> lines_from(int news) {
    std::string all;
    char part[4096];
    for (ssize_t n; (n = read(news, part, sizeof part)) > 0;)
        all.append(part, static_cast<std::size_t>(n));
    std::set<std::string> lines;
    for (std::size_t at = 0, end; (end = all.find('\n', at)) != all.npos; at = end + 1)
        lines.insert(all.substr(at, end - at));
    return lines;
}

// A few rounds here; MANDATE_KILL_ROUNDS=200 ledger_test --gtest_filter=Faults.Kill* is the whole.
TEST(Faults, KillNineAtARandomMomentOfTwoWritersLosesNothingAcknowledged) {
    const char* asked = std::getenv("MANDATE_KILL_ROUNDS");
    const int rounds = asked == nullptr ? 5 : std::atoi(asked);
    const scratch_folder folder;
    const std::string path = folder.file("a.mandate");
    ledger::open(path, open_mode::create)->record(clerk(), commands_of(small_record));
    tests::random_numbers random{static_cast<std::uint64_t>(getpid())};
    std::set<std::string> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        int news[2];
        ASSERT_EQ(pipe(news), 0);
        pid_t writers[2];
        for (int w = 0; w < 2; ++w)
            writers[w] =
                start_writer(path, std::to_string(round) + "." + std::to_string(w), news[1]);
        close(news[1]);
        // Every other time in the midst of writing, however slow the machine is now.
        pollfd first{news[0], POLLIN, 0};
        if (round % 2 == 0) {
            EXPECT_EQ(poll(&first, 1, 60'000), 1) << "nothing was recorded";
        }
        std::this_thread::sleep_for(std::chrono::microseconds{random.below(150'000)});
        for (const pid_t w : writers) kill(w, SIGKILL);
        for (const pid_t w : writers) {
            int status = 0;
            waitpid(w, &status, 0);
            EXPECT_TRUE(WIFSIGNALED(status)) << "a writer gave up by itself";
        }
        acknowledged.merge(lines_from(news[0]));
        close(news[0]);

        const auto l = ledger::open(path, open_mode::write);
        EXPECT_EQ(l->revision() % 2, 0) << "half a batch";
        EXPECT_GE(l->revision(), 2 + 2 * static_cast<std::int64_t>(acknowledged.size()));
        EXPECT_THAT(l->verify(), IsEmpty());
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(rounds) / 2);
    const auto l = ledger::open(path, open_mode::write);
    const std::int64_t revision = l->revision();
    for (const std::string& code : acknowledged)
        EXPECT_TRUE(l->record(clerk(code), pair_of(code)).repeated) << code;
    EXPECT_EQ(l->revision(), revision);
    RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
}

// ---- full disk ----------------------------------------------------------------------------------

TEST(Faults, AFullDiskIsToldAndNothingIsHalfDoneAndItGoesOnWhenThereIsRoom) {
    const scratch_folder folder;
    const std::string mounted = folder.file("small");
    std::filesystem::create_directory(mounted);
    // A small file system; who may not mount one sets a limit to the size of files instead.
    const bool mounts = mount("none", mounted.c_str(), "tmpfs", 0, "size=600k") == 0;
    const std::string path = mounted + "/a.mandate", ballast = mounted + "/ballast";
    rlimit sizes{};
    getrlimit(RLIMIT_FSIZE, &sizes);
    if (mounts) {
        write_bytes(ballast, std::string(200'000, 'x'));
    } else {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{400'000, sizes.rlim_max};
        ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    }
    {
        const auto l = ledger::open(path, open_mode::create);
        l->record(clerk(), commands_of(small_record));
        std::int64_t acknowledged = l->revision();
        const auto big = commands_of("2024-02-02 report_progress task=T1 percent=10 text='" +
                                     std::string(20'000, 'x') +
                                     "'\n"
                                     "2024-02-02 report_progress task=T1 percent=11");
        std::string before;
        errc told{};
        for (int i = 0; i < 100; ++i) {
            before = tests::all_that_can_be_asked(*l);
            try {
                acknowledged = l->record(clerk(), big).revision;
            } catch (const error& e) {
                told = e.code();
                break;
            }
        }
        EXPECT_EQ(name_of(told), name_of(mounts ? errc::full : errc::io));
        EXPECT_EQ(tests::all_that_can_be_asked(*l), before);
        EXPECT_THAT(l->verify(), IsEmpty());
        if (mounts) {
            expect_error(errc::full, "", [&] { l->backup(mounted + "/copy.mandate"); });
            EXPECT_FALSE(std::filesystem::exists(mounted + "/copy.mandate"));
        }
        std::filesystem::remove(ballast);
        setrlimit(RLIMIT_FSIZE, &sizes);
        EXPECT_EQ(l->record(clerk(), big).revision, acknowledged + 2);
        EXPECT_THAT(l->verify(), IsEmpty());
    }
    EXPECT_THAT(ledger::open(path, open_mode::read)->verify(), IsEmpty());
    if (mounts) {
        EXPECT_EQ(umount(mounted.c_str()), 0);
    }
}

TEST(Faults, AFullDiskCanBeReadAndBackedUpAndNothingIsLeftOnIt) {
    const scratch_folder folder;
    const std::string mounted = folder.file("small");
    std::filesystem::create_directory(mounted);
    if (mount("none", mounted.c_str(), "tmpfs", 0, "size=600k") != 0)
        GTEST_SKIP() << "only root may mount a file system";
    const std::string path = mounted + "/a.mandate";
    ledger::open(path, open_mode::create)->record(clerk(), commands_of(small_record));
    const auto names = [&] {
        std::set<std::string> all;
        for (const auto& entry : std::filesystem::directory_iterator{mounted})
            all.insert(entry.path().filename().string());
        return all;
    };
    write_bytes(mounted + "/ballast", std::string(600'000, 'x'));
    const std::set<std::string> before = names();
    ASSERT_EQ(before, (std::set<std::string>{"a.mandate", "ballast"}));
    {
        const auto l = ledger::open(path, open_mode::read);
        for (int i = 0; i < 2; ++i) {
            l->refresh();
            EXPECT_EQ(l->revision(), 2);
            EXPECT_THAT(l->verify(), IsEmpty());
        }
        l->backup(folder.file("copy.mandate"));
        EXPECT_EQ(names(), before);
        expect_error(errc::full, "No space left", [&] { ledger::open(path, open_mode::write); });
        EXPECT_EQ(names(), before);
        std::filesystem::remove(mounted + "/ballast");
        ledger::open(path, open_mode::write)->record(clerk(), pair_of("1"));
        l->refresh();
        EXPECT_EQ(l->revision(), 4);
    }
    EXPECT_EQ(names(), (std::set<std::string>{"a.mandate"}));
    EXPECT_THAT(ledger::open(folder.file("copy.mandate"), open_mode::read)->verify(), IsEmpty());
    EXPECT_EQ(umount(mounted.c_str()), 0);
}

// ---- clocks -------------------------------------------------------------------------------------

TEST(Faults, AClockThatGoesBackwardsNeverLetsTheTimeOfRecordingDecrease) {
    const auto l = ledger::in_memory();
    l->record(clerk(), commands_of(small_record));
    act earlier = tests::by_clerk(parse_day("2024-04-20"));
    l->record(earlier, commands_of("2024-02-02 report_progress task=T1 percent=10"));
    const std::int64_t then = earlier.now_us;
    const auto known = [&](std::int64_t at) {
        return tests::lines_of(l->ask({parse_day("2024-04-25"), at, {}}, question_kind::tasks, {}),
                               "task percent");
    };
    EXPECT_THAT(known(then), IsEmpty()) << "it is recorded at the time of the event before it";
    EXPECT_THAT(known(clerk().now_us), testing::ElementsAre("T1 | 10"));
    EXPECT_THAT(l->verify(), IsEmpty());
}

// ---- threads ------------------------------------------------------------------------------------

/// Slow as a disk, and counts.
class slow_store final : public event_store {
public:
    explicit slow_store(tests::failure_plan& plan) : plan_{plan} {}
    const ledger_identity& identity() const noexcept override { return good_->identity(); }
    std::int64_t revision() override { return good_->revision(); }
    void append(const log_head& expected, std::span<const stored_event> batch) override {
        // Slower than judging a batch on a busy machine: so others wait meanwhile.
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
        if (plan_.strikes()) throw error{plan_.code, "the store fails as planned"};
        good_->append(expected, batch);
    }
    void read(std::int64_t after, const std::function<void(const stored_event&)>& take) override {
        good_->read(after, take);
    }

private:
    tests::failure_plan& plan_;
    const std::unique_ptr<event_store> good_ = memory_store(new_identity(420));
};

TEST(Threads, BatchesThatWaitForEachOtherShareAnAppendAndReadersNeverSeeHalfOfOne) {
    tests::failure_plan plan;
    const auto l = ledger::on(std::make_unique<slow_store>(plan));
    l->record(clerk(), commands_of(small_record));
    constexpr int writers = 12, each = 12;
    std::atomic<bool> stop = false;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int r = 0; r < 2; ++r)
        threads.emplace_back([&] {
            while (!stop) {
                EXPECT_EQ(l->revision() % 2, 0);
                const auto tasks = tests::told(*l, "2024-04-25", "tasks", "task percent");
                for (const std::string& task : tasks)
                    EXPECT_TRUE(task == "T1 | -" || task.ends_with(" | 10")) << task;
            }
        });
    for (int w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 0; i < each; ++i) {
                const std::string code = std::to_string(w) + "-" + std::to_string(i);
                EXPECT_EQ(l->record(clerk(code), pair_of(code)).repeated, false);
                EXPECT_TRUE(l->record(clerk(code), pair_of(code)).repeated);
                try {  // the second command is refused: its first must not be there
                    l->record(clerk(), commands_of("2024-02-01 assign_task task=R" + code +
                                                   " title_vi=x\n2024-02-01 report_progress "
                                                   "task=NONE percent=1"));
                } catch (const error& e) {
                    EXPECT_EQ(e.code(), errc::unknown_reference);
                    ++refused;
                }
            }
        });
    for (std::size_t t = 2; t < threads.size(); ++t) threads[t].join();
    stop = true;
    threads[0].join(), threads[1].join();
    EXPECT_EQ(refused, writers * each);
    EXPECT_EQ(l->revision(), 2 + 2 * writers * each);
    EXPECT_EQ(tests::told(*l, "2024-04-25", "tasks", "task").size(), 1U + writers * each);
    EXPECT_THAT(l->verify(), IsEmpty());
    EXPECT_LT(plan.calls, writers * each / 2) << "appends for " << writers * each << " batches";
}

// Every third append fails after its batches were applied; readers and writers on one handle.
TEST(Threads, ReadersNeverSeeWhatAFailedCommitApplied) {
    tests::failure_plan plan;
    const auto l = ledger::on(std::make_unique<slow_store>(plan));
    l->record(clerk(), commands_of(small_record));
    plan.code = errc::full;
    plan.every = 3;
    constexpr int writers = 6, each = 15;
    std::atomic<bool> stop = false;
    std::mutex guard;
    std::set<std::string> acknowledged;  // before or while a reader looks
    std::vector<std::thread> threads;
    for (int r = 0; r < 3; ++r)
        threads.emplace_back([&] {
            std::size_t before = 0;
            while (!stop) {
                const auto tasks = tests::told(*l, "2024-04-25", "tasks", "task percent");
                EXPECT_GE(tasks.size(), before) << "what was seen stays";
                before = tasks.size();
                for (const std::string& task : tasks)
                    EXPECT_TRUE(task == "T1 | -" || task.ends_with(" | 10")) << task;
            }
        });
    for (int w = 0; w < writers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 0; i < each; ++i) {
                const std::string code = std::to_string(w) + "-" + std::to_string(i);
                try {
                    l->record(clerk(code), pair_of(code));
                } catch (const error& e) {
                    EXPECT_EQ(name_of(e.code()), name_of(errc::full));
                    continue;
                }
                const std::lock_guard lock{guard};
                acknowledged.insert("X" + code + " | 10");
            }
        });
    for (std::size_t t = 3; t < threads.size(); ++t) threads[t].join();
    stop = true;
    for (std::size_t t = 0; t < 3; ++t) threads[t].join();
    auto tasks = tests::told(*l, "2024-04-25", "tasks", "task percent");
    std::erase(tasks, "T1 | -");
    EXPECT_EQ((std::set<std::string>{tasks.begin(), tasks.end()}), acknowledged);
    EXPECT_LT(acknowledged.size(), static_cast<std::size_t>(writers * each));
    EXPECT_GT(acknowledged.size(), 0U);
    plan.every = 0;
    for (int w = 0; w < writers; ++w)  // the failed ones can be handed in again, the others repeat
        for (int i = 0; i < each; ++i) {
            const std::string code = std::to_string(w) + "-" + std::to_string(i);
            EXPECT_EQ(l->record(clerk(code), pair_of(code)).repeated,
                      acknowledged.contains("X" + code + " | 10"));
        }
    EXPECT_EQ(l->revision(), 2 + 2 * writers * each);
    EXPECT_THAT(l->verify(), IsEmpty());
}

TEST(Threads, WhereAGroupCannotBeWrittenEachCallerIsToldAndNothingIsThere) {
    tests::failure_plan plan;
    const auto l = ledger::on(std::make_unique<slow_store>(plan));
    l->record(clerk(), commands_of(small_record));
    const std::string before = tests::all_that_can_be_asked(*l);
    plan.calls_left = 0;
    plan.code = errc::full;
    std::atomic<int> told = 0, recorded = 0;
    std::vector<std::thread> threads;
    for (int w = 0; w < 8; ++w)
        threads.emplace_back([&, w] {
            try {
                l->record(clerk(), pair_of(std::to_string(w)));
                ++recorded;
            } catch (const error& e) {
                EXPECT_EQ(e.code(), errc::full);
                ++told;
            }
        });
    for (std::thread& t : threads) t.join();
    EXPECT_GE(told, 1);
    EXPECT_EQ(told + recorded, 8);
    EXPECT_EQ(l->revision(), 2 + 2 * recorded);
    if (recorded == 0) {
        EXPECT_EQ(tests::all_that_can_be_asked(*l), before);
    }
    EXPECT_THAT(l->verify(), IsEmpty());
}

}  // namespace
}  // namespace mandate
