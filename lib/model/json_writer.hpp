#pragma once
// Writes JSON text piece by piece: compact, keys in the order of the calls, so always the same
// bytes for the same calls.

#include "mandate/base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mandate {

/// Appends the text as a JSON string. Only what JSON demands is escaped; UTF-8 stays as it is.
/// @pre the text is valid UTF-8.
inline void append_json(std::string& out, std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, copied, i - copied);
        copied = i + 1;
        out += '\\';
        switch (c) {
            case '"':
            case '\\':
                out += static_cast<char>(c);
                break;
            case '\b':
                out += 'b';
                break;
            case '\f':
                out += 'f';
                break;
            case '\n':
                out += 'n';
                break;
            case '\r':
                out += 'r';
                break;
            case '\t':
                out += 't';
                break;
            default:
                out.append("u00") += {digits[c >> 4], digits[c & 0xF]};
        }
    }
    out.append(text.substr(copied));
    out += '"';
}

class json_writer {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name) {
        separate();
        append_json(out_, name);
        out_ += ':';
        comma_ = false;
    }
    void value(std::string_view text) {
        separate();
        append_json(out_, text);
    }
    void value(std::int64_t number) {
        separate();
        out_ += to_text(number);
    }
    void truth(bool yes) {
        separate();
        out_ += yes ? "true" : "false";
    }
    std::string take() { return std::move(out_); }

private:
    void separate() {
        if (comma_) out_ += ',';
        comma_ = true;
    }
    void open(char bracket) {
        separate();
        out_ += bracket;
        comma_ = false;
    }
    void close(char bracket) {
        out_ += bracket;
        comma_ = true;
    }

    std::string out_;
    bool comma_ = false;  ///< a comma is due before the next value or key
};

}  // namespace mandate
