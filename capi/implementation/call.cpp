#include "call.hpp"

#include "error.hpp"
#include "exchange/json_tokens.hpp"
#include "exchange/text_position.hpp"
#include "ledger.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace mandate::capi {
namespace {

// A struct of the caller's version of the header. The members we know are copied; what is missing
// stays zero, which is each member's default; what we do not know must be zero.
template <class Struct>
Struct known_part(const call& in, const Struct* given, std::size_t first_size,
                  std::string_view name) {
    in.required(given, name);
    const std::size_t size = given->struct_size;
    if (size < first_size) in.refuse(name, "has a struct_size that is too small");
    const auto* bytes = reinterpret_cast<const unsigned char*>(given);
    for (std::size_t i = sizeof(Struct); i < size; ++i)
        if (bytes[i] != 0) in.refuse(name, "uses a member that this library does not know");
    Struct known{};
    std::memcpy(&known, given, size < sizeof(Struct) ? size : sizeof(Struct));
    return known;
}

// What the structs measured in version 1.0: the least a caller may give. Members added later do not
// count.
constexpr std::size_t act_size_1_0 = offsetof(mandate_act, request_id_len) + sizeof(std::size_t);
constexpr std::size_t view_size_1_0 = offsetof(mandate_view, viewer_len) + sizeof(std::size_t);

std::string at_byte(std::size_t offset) {
    return "at byte " + to_text(static_cast<long long>(offset));
}

}  // namespace

void call::refuse(std::string_view name, std::string_view what) const {
    throw error{errc::invalid_argument,
                std::string{name}.append(" ").append(what).append(", in ").append(function_),
                {{"parameter", std::string{name}}, {"function", function_}}};
}

void call::required(const void* pointer, std::string_view name) const {
    if (pointer == nullptr) refuse(name, "is NULL");
}

std::string_view call::text(const char* start, std::size_t length, std::string_view name,
                            std::string_view field) const {
    if (start == nullptr && length == 0) return {};
    required(start, name);
    if (length != MANDATE_NTS && length > PTRDIFF_MAX) refuse(name, "is longer than memory");
    const std::string_view text{start, length == MANDATE_NTS ? std::strlen(start) : length};
    const auto facts = [&](std::size_t offset) {
        return std::vector<fact>{{"parameter", std::string{name}},
                                 {"function", function_},
                                 {"field", std::string{field.empty() ? name : field}},
                                 {"offset", to_text(static_cast<long long>(offset))}};
    };
    if (const auto invalid = find_invalid_utf8(text))
        throw error{
            errc::invalid_utf8,
            std::string{name} + " is not valid UTF-8 " + at_byte(*invalid) + ", in " + function_,
            facts(*invalid)};
    if (const auto nul = text.find('\0'); nul != text.npos)
        throw error{errc::malformed,
                    std::string{name} + " has a NUL inside " + at_byte(nul) + ", in " + function_,
                    facts(nul)};
    return text;
}

std::string_view call::content(const char* start, std::size_t length, std::string_view name) const {
    try {
        return text(start, length, name);
    } catch (const error& e) {
        const auto& facts = e.facts();
        const auto offset = std::find_if(facts.begin(), facts.end(),
                                         [](const fact& f) { return f.first == "offset"; });
        if (offset == facts.end()) throw;
        const std::string_view whole{start, length == MANDATE_NTS ? std::strlen(start) : length};
        const std::size_t at = std::stoull(offset->second);
        // Of commands as JSON the field of the command is told, which the user knows.
        const field_descriptor* known = find_field(key_before(whole, at));
        if (known == nullptr) throw located(e, position_of(whole, at));
        std::vector<fact> named = facts;
        for (auto& [key, content] : named)
            if (key == "field") content = std::string{known->name};
        throw located(error{e.code(), std::string{known->name} + ": " + e.what(), std::move(named)},
                      position_of(whole, at));
    }
}

ledger& call::opened(const mandate_ledger* handle) const {
    required(handle, "ledger");
    if (handle->tag != mandate_ledger::tag_of_open) refuse("ledger", "is not an open ledger");
    handle->opened_by.require("the ledger");
    return *handle->value;
}

act call::read(const mandate_act* by) const {
    const mandate_act given = known_part(*this, by, act_size_1_0, "act");
    const civil_day today{given.today};
    require_covered(today, "today");
    return {.today = today,
            .now_us = given.now_us,
            .actor = std::string{text(given.actor, given.actor_len, "actor")},
            .request_id = std::string{text(given.request_id, given.request_id_len, "request_id")}};
}

view_request call::read(const mandate_view* view) const {
    const mandate_view given = known_part(*this, view, view_size_1_0, "view");
    const civil_day as_of{given.as_of};
    require_covered(as_of, "as_of");
    view_request request{.as_of = as_of,
                         .known_at_us = given.known_at_us,
                         .viewer = std::string{text(given.viewer, given.viewer_len, "viewer")}};
    if (given.known_at_us == MANDATE_HEAD) request.known_at_us.reset();
    return request;
}

mandate_status caught(mandate_error** err) noexcept {
    const auto give = [&](mandate_error* made) {
        const mandate_status code = made->code;
        if (err != nullptr)
            *err = made;
        else
            mandate_error_free(made);
        return code;
    };
    const auto internal = [&](const std::string& text) {
        return give(new_error(error{errc::internal, text}));
    };
    try {
        try {
            throw;
        } catch (const error& e) {
            return give(new_error(e));
        } catch (const std::bad_alloc&) {
            return give(out_of_memory());
        } catch (const std::exception& e) {
            return internal(std::string{"unexpected exception: "} + e.what());
        } catch (...) {
            return internal("unexpected exception of an unknown type");
        }
    } catch (...) {  // no memory for the text
        return give(out_of_memory());
    }
}

}  // namespace mandate::capi
