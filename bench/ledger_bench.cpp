// What does it cost to be durable, and to be read again? Against the bare figures of the same run:
//   D1  one event recorded durably, beside one write of as many bytes with fdatasync; a batch of
//       64; 32 threads of single events (ledger_appends.cpp)
//   D2  a bulk load, beside bare SQLite inserts of the same rows and one SHA-256 pass over them
//   D3  opening a ledger until its schedule is there: from its rows, beside a bare SQLite scan of
//       them; from its snapshot, beside reading as many bytes and one pass over them
//       (ledger_bulk.cpp)
//   J1  JSON text to checked commands, beside what other readers of JSON take for the same text
//       (json_import.cpp)
// Usage: ledger_bench [--tasks N] [--repetitions N] [--only D1|D2|J1] [FOLDER]
//        ledger_bench --read open|scan|bytes FILE   prints the seconds, of the first and the second
//        time
// D2 stands for D3, too; the folder decides which disk.
#include "ledger_bench.hpp"

#include "judge.hpp"
#include "network_plan.hpp"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string_view>

namespace mandate::bench {

std::string plan_as_json(int tasks) {
    const network_plan plan = make_network_plan(static_cast<std::uint32_t>(tasks));
    constexpr std::array types{"finish_start", "start_start", "finish_finish", "start_finish"};
    std::string text =
        "[\n{\"command\":\"add_agency\",\"effective_on\":\"2024-01-02\","
        "\"agency\":\"A0\",\"name_vi\":\"Agency 0\"}";
    for (std::uint32_t a = 1; a < plan.agencies; ++a)
        text += ",\n{\"command\":\"add_agency\",\"effective_on\":\"2024-01-02\",\"agency\":\"A" +
                std::to_string(a) + "\",\"name_vi\":\"Agency " + std::to_string(a) + "\"}";
    for (std::size_t i = 0; i < plan.duration.size(); ++i) {
        const std::string number = std::to_string(i);
        text += ",\n{\"command\":\"assign_task\",\"effective_on\":\"2024-01-10\",\"task\":\"T" +
                number + "\",\"title_vi\":\"Nhiệm vụ số " + number +
                ": rà soát, hoàn thiện hồ sơ và báo cáo kết quả thực hiện theo kế hoạch đã được "
                "phê duyệt\",\"lead\":[\"A" +
                std::to_string(plan.agency[i]) + "\"],\"deadline\":\"2024-0" +
                std::to_string(1 + i % 9) +
                "-15\",\"deadline_as_stated\":\"trước ngày 16 hằng tháng\",\"duration\":" +
                std::to_string(plan.duration[i]) + "}";
    }
    std::size_t number = 0;
    for (const dependency& d : plan.links)
        text += ",\n{\"command\":\"link_tasks\",\"effective_on\":\"2024-01-10\",\"link\":\"L" +
                std::to_string(number++) + "\",\"task\":\"T" + std::to_string(d.after) +
                "\",\"after\":\"T" + std::to_string(d.before) + "\",\"link_type\":\"" +
                types[static_cast<std::size_t>(d.type) - 1] +
                "\",\"lag\":" + std::to_string(d.lag) + "}";
    return text + "\n]\n";
}

}  // namespace mandate::bench

int main(int argc, char** argv) {
    using namespace mandate::bench;
    int tasks = 1'000'000, repetitions = 9;
    std::string parent = std::filesystem::temp_directory_path().string(), only;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word{argv[i]};
        if (word == "--tasks" && i + 1 < argc)
            tasks = std::atoi(argv[++i]);
        else if (word == "--repetitions" && i + 1 < argc)
            repetitions = std::atoi(argv[++i]);
        else if (word == "--only" && i + 1 < argc)
            only = argv[++i];
        else if (word == "--read" && i + 2 < argc) {
            const reading told = seconds_to_read(argv[i + 1], argv[i + 2]);
            return std::printf("%.6f %.6f\n", told.first, told.again) > 0 ? 0 : 4;
        } else
            parent = word;
    }
    std::string folder = parent + "/mandate-bench-XXXXXX";
    if (mkdtemp(folder.data()) == nullptr) return 4;
    int rc = 4;
    try {
        if (only.empty() || only == "D1") durable_appends(folder, 600);
        if (only.empty() || only == "J1") json_import(std::min(tasks, 100'000), repetitions);
        if (only.empty() || only == "D2") bulk(argv[0], folder, tasks, (repetitions + 2) / 3);
        rc = shortfalls == 0 ? 0 : 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "ledger_bench: %s\n", e.what());
    }
    std::filesystem::remove_all(folder);
    return rc;
}
