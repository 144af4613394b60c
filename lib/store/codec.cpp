#include "mandate/store/codec.hpp"

#include "base/quote.hpp"
#include "mandate/base/civil_day.hpp"
#include "mandate/base/error.hpp"
#include "mandate/base/text.hpp"
#include "mandate/model/descriptor.hpp"
#include "model/destroyed_words.hpp"
#include "model/json_writer.hpp"
#include "store/json_fields.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <optional>

namespace mandate {
namespace {

void write_value(json_writer& out, const field_descriptor& f, const value& content) {
    if (const auto* text = std::get_if<std::string>(&content)) return out.value(*text);
    const std::int64_t number = std::get<std::int64_t>(content);
    switch (f.type) {
        case value_type::day:
            return out.value(to_text(civil_day{static_cast<std::int32_t>(number)}));
        case value_type::choice:
            return out.value(choice_name(f.id, number));
        default:
            return out.value(number);
    }
}

/// Takes the events of one payload: an object of fields, nothing deeper than a list.
struct payload_handler {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    /// `memory`: taken for the values.
    payload_handler(const command_descriptor& of, std::vector<field_value>&& memory) : kind{of} {
        fields.use_memory_of(memory);
        fields.begin(0);
    }

    const command_descriptor& kind;
    json_fields fields;
    joined_text text;
    bool inside = false;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        if (inside) fields.refuse("an object");
        inside = true;
        return true;
    }
    bool on_object_end(std::size_t, error_code&) { return true; }
    bool on_array_begin(error_code&) {
        require_object();
        const field_use* use = kind.use(fields.current().id);
        if (!use->list) fields.refuse("an array");
        fields.begin_list();
        return true;
    }
    bool on_array_end(std::size_t, error_code&) {
        fields.end_list();
        return true;
    }
    bool on_key_part(string_view part, std::size_t, error_code&) { return add(part); }
    bool on_key(string_view last, std::size_t, error_code&) {
        const std::string_view name = text.whole({last.data(), last.size()});
        const field_descriptor* f = find_field(name);
        if (!f || !kind.use(f->id))
            throw error{errc::damaged, "key " + in_quotes(name) + " is not known"};
        fields.key(*f);
        return true;
    }
    bool on_string_part(string_view part, std::size_t, error_code&) { return add(part); }
    bool on_string(string_view last, std::size_t, error_code&) {
        require_object();
        fields.take(text.whole({last.data(), last.size()}));
        return true;
    }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t number, string_view, error_code&) {
        require_object();
        fields.take(number);
        return true;
    }
    bool on_uint64(std::uint64_t, string_view, error_code&) { return refuse("too large a number"); }
    bool on_double(double, string_view, error_code&) { return refuse("not an integer"); }
    bool on_bool(bool, error_code&) { return refuse("true or false"); }
    bool on_null(error_code&) { return refuse("null"); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    bool add(string_view part) {
        text.add({part.data(), part.size()});
        return true;
    }
    void require_object() const {
        if (!inside) throw error{errc::damaged, "the payload is not an object"};
    }
    bool refuse(std::string_view what) const {
        require_object();
        fields.refuse(what);
    }
};

void decode_payload(std::string_view payload, const command_descriptor& kind, bool without_words,
                    std::vector<field_value>& values) {
    boost::json::basic_parser<payload_handler> parser{boost::json::parse_options{}, kind,
                                                      std::move(values)};
    boost::json::error_code ec;
    const std::size_t read = parser.write_some(false, payload.data(), payload.size(), ec);
    if (ec || read != payload.size())
        throw error{errc::damaged,
                    "the payload is not JSON at byte " + to_text(static_cast<long long>(read))};
    values = std::move(parser.handler().fields.values());
    for (const auto uses : {kind.fields, common_fields()})
        for (const field_use& use : uses)
            if (use.required &&
                !(without_words && descriptor_of(use.id).type == value_type::text) &&
                std::none_of(values.begin(), values.end(),
                             [&](const auto& v) { return v.name == use.id; }))
                throw error{errc::damaged, std::string{descriptor_of(use.id).name} + " is missing"};
}

}  // namespace

std::string encode_payload(const arguments& fields, command_kind kind) {
    const command_descriptor& descriptor = descriptor_of(kind);
    // The descriptors stand in one table, so their addresses are in its order.
    struct row {
        const field_descriptor* f;
        const value* content;
    };
    std::vector<row> rows;
    rows.reserve(fields.values.size());
    for (const field_value& v : fields.values) rows.push_back({&descriptor_of(v.name), &v.content});
    std::stable_sort(rows.begin(), rows.end(), [](row a, row b) { return a.f < b.f; });

    json_writer out;
    out.begin_object();
    for (auto r = rows.begin(); r != rows.end();) {
        const field_descriptor& f = *r->f;
        const field_use* use = descriptor.use(f.id);
        out.key(f.name);
        if (use && use->list) {
            out.begin_array();
            for (; r != rows.end() && r->f == &f; ++r) write_value(out, f, *r->content);
            out.end_array();
        } else {
            write_value(out, f, *r++->content);
        }
    }
    out.end_object();
    return out.take();
}

namespace {

// Texts that are keys and not words: other events stand on them.
bool is_key(field f) { return f == field::cause || f == field::expected || f == field::host_key; }

}  // namespace

std::string remains_of(const event& e) {
    arguments kept;
    for (const field_value& v : e.command.values)
        if (descriptor_of(v.name).type != value_type::text || is_key(v.name) ||
            is_stand_in(std::get<std::string>(v.content)))
            kept.values.push_back(v);
    return encode_payload(kept, e.command.kind);
}

std::vector<std::string> words_of(const event& e) {
    std::vector<std::string> all;
    for (const field_value& v : e.command.values)
        if (descriptor_of(v.name).type == value_type::text && !is_key(v.name) &&
            v.name != field::content && v.name != field::content_hash)
            all.push_back(std::get<std::string>(v.content));
    return all;
}

namespace {

void decode_row(const stored_event& row, std::string_view payload, bool without_words, event& e) {
    const auto damaged = [&](const std::string& what, std::vector<fact> facts = {}) {
        facts.insert(facts.begin(), {"seq", to_text(row.seq)});
        return error{errc::damaged, "event " + to_text(row.seq) + ": " + what, std::move(facts)};
    };
    const command_descriptor* kind = find_command(row.kind);
    if (!kind) throw damaged("its kind " + in_quotes(row.kind) + " is not known");
    if (row.schema != payload_schema)
        throw damaged("its schema " + to_text(row.schema) + " is not known");
    if (row.effective_on < first_day || row.effective_on > last_day)
        throw damaged("its effective day is not covered");

    e.seq = row.seq;
    e.recorded_at_us = row.recorded_at_us;
    e.actor = row.actor;
    e.request_id = row.request_id;
    e.command.kind = kind->id;
    e.command.effective_on = row.effective_on;
    e.command.corrects = row.corrects;
    try {
        decode_payload(payload, *kind, without_words, e.command.values);
    } catch (const error& wrong) {
        throw damaged(row.kind + ": " + wrong.what(), wrong.facts());
    }
}

}  // namespace

void decode(const stored_event& row, event& into) { decode_row(row, row.payload, false, into); }

event decode(const stored_event& row) {
    event e;
    decode(row, e);
    return e;
}

event decode_remains(const stored_event& row, const std::string& remains) {
    event e;
    decode_row(row, remains, true, e);
    return e;
}

}  // namespace mandate
