#include "mandate/exchange/json_reader.hpp"

#include "exchange/command_handler.hpp"
#include "exchange/json_tokens.hpp"
#include "exchange/text_position.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "model/without_words.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace mandate {
namespace {

/// What stopped the parser at the offset `stop`, with its place.
error stopped(std::string_view json, std::size_t stop, const boost::json::error_code& ec,
              const command_handler& handler) {
    if (!handler.failure) {
        const auto invalid = find_invalid_utf8(json);
        if (invalid && *invalid <= stop) {
            std::vector<fact> facts{{"offset", to_text(static_cast<long long>(*invalid))}};
            if (const field_descriptor* f = find_field(key_before(json, *invalid)))
                facts.emplace_back("field", f->name);
            return located(error{errc::invalid_utf8, "not UTF-8", std::move(facts)},
                           position_of(json, *invalid));
        }
        const bool early = ec == boost::json::error::incomplete;
        std::vector<fact> facts;
        if (const field_descriptor* f = find_field(key_before(json, stop)); f && !early)
            facts.emplace_back("field", f->name);
        return located(error{errc::malformed,
                             early ? "the JSON text ends too early" : "not JSON: " + ec.message(),
                             std::move(facts)},
                       position_of(json, stop));
    }
    std::size_t offset = stop;
    if (handler.failed_at == command_handler::place::last_token)
        offset = last_token_before(json, stop);
    if (handler.failed_at == command_handler::place::object)
        offset = nth_object(json, handler.objects);
    if (!handler.inside_command()) return located(*handler.failure, position_of(json, offset));
    const bool silent = names_key(json, nth_object(json, handler.objects), "access_class");
    const error failure = silent ? without_words(*handler.failure) : *handler.failure;

    const auto index = std::ssize(handler.commands);
    std::string inside = "command " + to_text(index + 1);
    std::vector<fact> facts{{"command", to_text(index)}};
    const auto& known = failure.facts();
    const bool named = std::any_of(known.begin(), known.end(),
                                   [](const fact& f) { return f.first == "command_name"; });
    if (handler.kind() && !named) {
        inside.append(": ").append(handler.kind()->name);
        facts.emplace_back("command_name", handler.kind()->name);
    }
    return located(failure, position_of(json, offset), inside, std::move(facts));
}

/// As many as there would be if all of the text were like its beginning.
std::size_t about_how_many(std::string_view json) {
    const std::string_view some = json.substr(0, 16'384);
    const auto objects = static_cast<std::size_t>(std::count(some.begin(), some.end(), '{'));
    constexpr std::size_t least_bytes = 40;  // of a command
    return std::min(objects * (json.size() / std::max<std::size_t>(some.size(), 1) + 1),
                    json.size() / least_bytes);
}

}  // namespace

std::vector<command> read_json_commands(std::string_view json, int utc_offset_minutes) {
    boost::json::basic_parser<command_handler> parser{boost::json::parse_options{},
                                                      utc_offset_minutes, about_how_many(json)};
    const command_handler& handler = parser.handler();
    std::size_t at = json.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    do {
        boost::json::error_code ec;
        parser.reset();
        at += parser.write_some(false, json.data() + at, json.size() - at, ec);
        if (ec) throw stopped(json, at, ec, handler);
        while (at < json.size() && is_white(json[at])) ++at;
    } while (at < json.size() && handler.more_may_follow());
    if (at < json.size())
        throw located(error{errc::malformed, "text behind the end of the JSON"},
                      position_of(json, at));
    return std::move(parser.handler().commands);
}

error in_json(const error& e, std::string_view json) {
    for (const auto& [key, index] : e.facts())
        if (key == "command") {
            const std::size_t at = nth_command(json, std::stoull(index));
            const std::string line = to_text(static_cast<long long>(position_of(json, at).line));
            return e.at("line " + line, {{"line", line}});
        }
    return e;
}

}  // namespace mandate
