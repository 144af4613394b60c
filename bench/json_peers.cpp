// Other readers of JSON, as their manuals suggest.
#include "ledger_bench.hpp"
#include "stopwatch.hpp"

#ifdef MANDATE_BENCH_SIMDJSON
#include <simdjson.h>
#endif
#ifdef MANDATE_BENCH_NLOHMANN
#include <nlohmann/json.hpp>
#endif

#include <cstdint>
#include <stdexcept>
#include <vector>

namespace mandate::bench {

json_peers run_json_peers([[maybe_unused]] const std::string& array,
                          [[maybe_unused]] int repetitions) {
    json_peers all;
#ifdef MANDATE_BENCH_SIMDJSON
    {
        using namespace simdjson;
        const padded_string padded{array};
        ondemand::parser parser;
        all.simdjson_seconds = median_seconds(repetitions, [&] {
            std::string texts;
            std::vector<std::size_t> ends;
            std::vector<std::int64_t> numbers;
            const auto keep = [&](std::string_view text) {
                texts += text;
                ends.push_back(texts.size());
            };
            ondemand::document document = parser.iterate(padded);
            for (ondemand::object one : document.get_array())
                for (auto member : one) {
                    keep(member.unescaped_key());
                    ondemand::value value = member.value();
                    switch (value.type()) {
                        case ondemand::json_type::string:
                            keep(value.get_string());
                            break;
                        case ondemand::json_type::number:
                            numbers.push_back(value.get_int64());
                            break;
                        case ondemand::json_type::array:
                            for (auto each : value.get_array()) keep(each.get_string());
                            break;
                        default:
                            throw std::runtime_error{"no such value in the plan"};
                    }
                }
            if (numbers.empty()) throw std::runtime_error{"no numbers"};
        });
    }
#endif
#ifdef MANDATE_BENCH_NLOHMANN
    all.nlohmann_seconds = median_seconds(repetitions, [&] {
        if (nlohmann::json::parse(array).empty()) throw std::runtime_error{"empty"};
    });
#endif
    return all;
}

}  // namespace mandate::bench
