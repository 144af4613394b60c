#include "exchange/json_tokens.hpp"

#include <algorithm>

namespace mandate {
namespace {

bool is_mark(char c) noexcept {
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':';
}

/// The offset behind the token at `begin`, which is not white space.
std::size_t behind(std::string_view json, std::size_t begin) noexcept {
    std::size_t i = begin + 1;
    if (is_mark(json[begin])) return i;
    if (json[begin] == '"') {
        while (i < json.size() && json[i] != '"') i += json[i] == '\\' ? 2 : 1;
        return i + 1;
    }
    while (i < json.size() && !is_white(json[i]) && !is_mark(json[i]) && json[i] != '"') ++i;
    return i;
}

/// What stands between the quotes of the token; empty if it is no string.
std::string_view string_at(std::string_view json, std::size_t begin) noexcept {
    if (json[begin] != '"') return {};
    return json.substr(begin + 1, behind(json, begin) - begin - 2);
}

/// Calls take(begin) for each token until it returns false.
template <class F>
void each_token(std::string_view json, F&& take) noexcept {
    for (std::size_t i = 0; i < json.size();) {
        if (is_white(json[i])) {
            ++i;
            continue;
        }
        if (!take(i)) return;
        i = behind(json, i);
    }
}

}  // namespace

std::size_t last_token_before(std::string_view json, std::size_t end) noexcept {
    std::size_t last = 0;
    each_token(json, [&](std::size_t begin) {
        if (begin < end) last = begin;
        return begin < end;
    });
    return last;
}

std::size_t nth_object(std::string_view json, std::size_t n) noexcept {
    std::size_t found = json.size();
    each_token(json, [&](std::size_t begin) {
        if (json[begin] != '{' || --n > 0) return true;
        found = begin;
        return false;
    });
    return found;
}

bool names_key(std::string_view json, std::size_t object, std::string_view key) noexcept {
    json.remove_prefix(std::min(object, json.size()));
    std::size_t depth = 0;
    bool found = false;
    std::string_view text;
    each_token(json, [&](std::size_t begin) {
        if (json[begin] == '{') ++depth;
        if (json[begin] == '}') --depth;
        found = json[begin] == ':' && (text == key || text.find('\\') != text.npos);
        text = string_at(json, begin);
        return depth > 0 && !found;
    });
    return found;
}

std::string_view key_before(std::string_view json, std::size_t end) noexcept {
    std::string_view key, text;
    each_token(json, [&](std::size_t begin) {
        if (begin >= end) return false;
        if (json[begin] == ':') key = text;
        text = string_at(json, begin);
        return true;
    });
    return key;
}

std::size_t nth_command(std::string_view json, std::size_t n) noexcept {
    std::size_t depth = 0, outer = 0, inner = 0, found = json.size();
    each_token(json, [&](std::size_t begin) {
        if (json[begin] == '}') --depth;
        if (json[begin] != '{') return true;
        if (++depth == 2) {
            if (inner == 0) found = json.size();  // the outer one is no command
            if (inner++ == n) found = begin;
        } else if (outer++ == n) {
            found = begin;
        }
        return found == json.size() || (n == 0 && inner == 0 && outer == 1);
    });
    return found;
}

}  // namespace mandate
