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
    // Whatever stopped it may have come of bytes that are no text, which the parser lets through.
    const auto invalid = find_invalid_utf8(json);
    if (invalid && *invalid <= stop) {
        std::vector<fact> facts{{"offset", to_text(static_cast<long long>(*invalid))}};
        if (const field_descriptor* f = find_field(key_before(json, *invalid)))
            facts.emplace_back("field", f->name);
        return located(error{errc::invalid_utf8, "not UTF-8", std::move(facts)},
                       position_of(json, *invalid));
    }
    if (!handler.failure) {
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

    const auto index = static_cast<std::ptrdiff_t>(handler.all_so_far());
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

struct json_command_reader::parsing {
    parsing(std::string_view text, int utc_offset_minutes)
        : json{text},
          parser{with_any_bytes(), utc_offset_minutes},
          at{text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0} {}

    // Each text that is kept, and each remark, is looked at by the handler: once is enough.
    static boost::json::parse_options with_any_bytes() {
        boost::json::parse_options options;
        options.allow_invalid_utf8 = true;
        return options;
    }

    const std::string_view json;
    boost::json::basic_parser<command_handler> parser;
    std::size_t at;
    bool ended = false;

    /// Goes on for so many bytes at most, or to the end of a document.
    void read(std::size_t bytes) {
        const std::size_t size = std::min(bytes, json.size() - at);
        boost::json::error_code ec;
        at += parser.write_some(at + size < json.size(), json.data() + at, size, ec);
        if (ec) throw stopped(json, at, ec, parser.handler());
        if (!parser.done()) return;
        while (at < json.size() && is_white(json[at])) ++at;
        ended = at == json.size();
        if (ended) return;
        if (!parser.handler().more_may_follow())
            throw located(error{errc::malformed, "text behind the end of the JSON"},
                          position_of(json, at));
        parser.reset();
    }
};

json_command_reader::json_command_reader(std::string_view json, int utc_offset_minutes)
    : self_{std::make_unique<parsing>(json, utc_offset_minutes)} {}

json_command_reader::~json_command_reader() = default;

std::span<const command> json_command_reader::next() {
    constexpr std::size_t enough_bytes = 65'536, enough_commands = 256;
    command_handler& handler = self_->parser.handler();
    handler.take_away();
    const std::size_t stop = self_->at + enough_bytes;
    while (!self_->ended && handler.count < enough_commands &&
           (self_->at < stop || handler.count == 0))
        self_->read(enough_bytes);
    return std::span{handler.commands}.first(handler.count);
}

std::vector<command> read_json_commands(std::string_view json, int utc_offset_minutes) {
    json_command_reader::parsing all{json, utc_offset_minutes};
    command_handler& handler = all.parser.handler();
    handler.commands.reserve(about_how_many(json));
    while (!all.ended) all.read(json.size());
    handler.commands.resize(handler.count);
    return std::move(handler.commands);
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
