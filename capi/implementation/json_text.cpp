#include "json_text.hpp"

#include "base/quote.hpp"
#include "model/json_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace mandate::capi {
namespace {

void put_facts(json_writer& out, std::span<const fact> facts) {
    out.begin_object();
    for (auto f = facts.begin(); f != facts.end(); ++f) {
        const auto same_name = [&](const fact& other) { return other.first == f->first; };
        if (std::any_of(facts.begin(), f, same_name)) continue;  // stands in the array of the first
        out.key(mended_utf8(f->first));
        const bool several = std::any_of(std::next(f), facts.end(), same_name);
        if (several) out.begin_array();
        for (auto g = f; g != facts.end(); ++g)
            if (same_name(*g)) out.value(mended_utf8(g->second));
        if (several) out.end_array();
    }
    out.end_object();
}

}  // namespace

std::string facts_json(std::span<const fact> facts) {
    json_writer out;
    put_facts(out, facts);
    return out.take();
}

std::string error_json(const error& what, std::string_view text) {
    json_writer out;
    out.begin_object();
    out.key("schema");
    out.value(std::int64_t{1});
    out.key("code");
    out.value(std::int64_t{static_cast<std::int32_t>(what.code())});
    out.key("name");
    out.value(name_of(what.code()));
    out.key("text");
    out.value(mended_utf8(text));
    out.key("facts");
    put_facts(out, what.facts());
    out.end_object();
    return out.take();
}

}  // namespace mandate::capi
