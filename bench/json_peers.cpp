// Other readers of JSON, as their manuals suggest.
#include "ledger_bench.hpp"

#ifdef MANDATE_BENCH_SIMDJSON
#include <simdjson.h>
#endif
#ifdef MANDATE_BENCH_NLOHMANN
#include <nlohmann/json.hpp>
#endif

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace mandate::bench {

json_peers json_peers_of([[maybe_unused]] const std::string& array) {
    json_peers all;
#ifdef MANDATE_BENCH_SIMDJSON
    struct kept {
        explicit kept(const std::string& text) : padded{text} {}
        simdjson::padded_string padded;
        simdjson::ondemand::parser parser;
        std::string texts;
        std::vector<std::size_t> ends;
        std::vector<std::int64_t> numbers;
    };
    const auto of = std::make_shared<kept>(array);
    all.simdjson = [of] {
        using namespace simdjson;
        of->texts.clear(), of->ends.clear(), of->numbers.clear();
        const auto keep = [&](std::string_view text) {
            of->texts += text;
            of->ends.push_back(of->texts.size());
        };
        ondemand::document document = of->parser.iterate(of->padded);
        for (ondemand::object one : document.get_array())
            for (auto member : one) {
                keep(member.unescaped_key());
                ondemand::value value = member.value();
                switch (value.type()) {
                    case ondemand::json_type::string:
                        keep(value.get_string());
                        break;
                    case ondemand::json_type::number:
                        of->numbers.push_back(value.get_int64());
                        break;
                    case ondemand::json_type::array:
                        for (auto each : value.get_array()) keep(each.get_string());
                        break;
                    default:
                        throw std::runtime_error{"no such value in the plan"};
                }
            }
        if (of->numbers.empty()) throw std::runtime_error{"no numbers"};
    };
#endif
#ifdef MANDATE_BENCH_NLOHMANN
    all.nlohmann = [&array] {
        if (nlohmann::json::parse(array).empty()) throw std::runtime_error{"empty"};
    };
#endif
    return all;
}

}  // namespace mandate::bench
