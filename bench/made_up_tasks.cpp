#include "made_up_tasks.hpp"

#include "mandate/base/civil_day.hpp"

namespace mandate::bench {

namespace {

// splitmix64 (Steele, Lea, Flood 2014): the same numbers with every library.
class numbers {
public:
    explicit numbers(std::uint64_t seed) noexcept : state_{seed} {}

    /// From 0 to below - 1.
    std::int32_t below(std::int32_t bound) noexcept {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return static_cast<std::int32_t>((z ^ (z >> 31)) % static_cast<std::uint64_t>(bound));
    }

private:
    std::uint64_t state_;
};

constexpr std::int32_t agencies = 200;

std::string day_text(std::int32_t day) { return to_text(civil_day{day}); }

}  // namespace

made_up_plan make_plan(std::int64_t tasks) {
    using namespace std::chrono;
    const civil_day begin{year{2023} / 7 / 1};
    const civil_day today{year{2024} / 4 / 25};
    numbers random{42};

    made_up_plan plan;
    const auto add = [&plan](const std::string& line) {
        plan.json += line;
        plan.json += '\n';
        ++plan.commands;
    };
    for (int a = 1; a <= agencies; ++a) {
        const std::string n = std::to_string(a);
        add(R"({"command":"add_agency","effective_on":"2023-06-30","agency":"A)" + n +
            R"(","name_vi":"Cơ quan )" + n + R"(","name_en":"Agency )" + n + R"("})");
    }
    for (std::int64_t t = 1; t <= tasks; ++t) {
        task_days days{};
        days.assigned = begin.since_epoch() + random.below(today - begin + 1);
        days.deadline = random.below(10) == 0 ? never : days.assigned + 5 + random.below(180);
        const std::string code = "T" + std::to_string(t);
        std::string line =
            R"({"command":"assign_task","effective_on":")" + day_text(days.assigned) +
            R"(","task":")" + code + R"(","title_vi":"Nhiệm vụ số )" + std::to_string(t) +
            R"(, được giao để đo tốc độ","assigner":"A1","lead":"A)" +
            std::to_string(2 + random.below(agencies - 1)) + R"(","coordinating":["A)" +
            std::to_string(2 + random.below(agencies - 1)) + "\"]";
        if (days.deadline != never) line += R"(,"deadline":")" + day_text(days.deadline) + '"';
        add(line + R"(,"acceptance":"not_asked"})");

        days.finished = never;
        const bool finished = random.below(10) < 6;
        const bool late = days.deadline != never && random.below(4) == 0;
        if (finished) {
            const std::int32_t day =
                late ? days.deadline + 1 + random.below(60) : days.assigned + 1 + random.below(5);
            if (day <= today.since_epoch()) days.finished = day;
        }
        plan.tasks.push_back(days);
    }
    for (std::size_t t = 0; t < plan.tasks.size(); ++t) {
        if (plan.tasks[t].finished == never) continue;
        add(R"({"command":"complete_task","effective_on":")" + day_text(plan.tasks[t].finished) +
            R"(","task":"T)" + std::to_string(t + 1) + R"(","text":"Đã hoàn thành"})");
    }
    return plan;
}

}  // namespace mandate::bench
