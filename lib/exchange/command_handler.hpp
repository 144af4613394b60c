#pragma once
// Commands out of the events of a SAX parser: which object is a command, and what its keys hold.

#include "mandate/base/error.hpp"
#include "mandate/model/descriptor.hpp"
#include "store/json_fields.hpp"

#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate {

/// Takes the events of the parser, which lets any bytes through: what is kept is found to be UTF-8
/// here. A command is an object directly in the document, in an array there, or in the array
/// "commands" of an object there; which of them an object is shows with its first key that is not a
/// remark.
class command_handler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    explicit command_handler(int utc_offset_minutes) : utc_offset_minutes_{utc_offset_minutes} {}

    /// The first `count` were read since take_away(); the rest is memory that will be used again.
    std::vector<command> commands;
    std::size_t count = 0;
    /// Those read so far are done with.
    void take_away() noexcept { earlier_ += std::exchange(count, 0); }
    std::size_t all_so_far() const noexcept { return earlier_ + count; }

    /// What stopped the parser, and where that is to be looked for.
    enum class place : std::uint8_t { next_token, last_token, object };
    std::optional<error> failure;
    place failed_at = place::last_token;
    std::size_t objects = 0;  ///< `{` so far

    /// True if the document was one command, so that another may follow.
    bool more_may_follow() const noexcept { return documents_ > 0 && !whole_; }
    bool inside_command() const noexcept { return object_ == object::command; }
    const command_descriptor* kind() const noexcept { return kind_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) {
        ++documents_;
        return true;
    }
    bool on_object_begin(error_code& ec) {
        return guarded(ec, place::next_token, [&] {
            const bool expected = object_ == object::none || in_list_of_commands();
            if (!expected) refuse("an object");
            ++objects;
            begin_object();
        });
    }
    bool on_object_end(std::size_t, error_code& ec) {
        return guarded(ec, place::object,
                       [&] { object_ == object::wrapper ? end_wrapper() : end_command(); });
    }
    bool on_array_begin(error_code& ec) {
        return guarded(ec, place::next_token, [&] { begin_array(); });
    }
    bool on_array_end(std::size_t, error_code&) {
        if (object_ == object::command && key_ == key::field)
            fields_.end_list();
        else if (in_remarks_)
            in_remarks_ = false;
        else
            in_commands_ = false;
        return true;
    }
    bool on_key_part(string_view part, std::size_t, error_code&) { return add(part); }
    bool on_key(string_view last, std::size_t, error_code& ec) {
        return guarded(ec, place::last_token, [&] {
            take_key(text_.whole({last.data(), last.size()}));
        });
    }
    bool on_string_part(string_view part, std::size_t, error_code&) { return add(part); }
    bool on_string(string_view last, std::size_t, error_code& ec) {
        return guarded(ec, place::last_token, [&] {
            take(text_.whole({last.data(), last.size()}));
        });
    }
    bool on_number_part(string_view, error_code&) { return true; }
    bool on_int64(std::int64_t number, string_view, error_code& ec) {
        return guarded(ec, place::last_token, [&] { take(number); });
    }
    bool on_uint64(std::uint64_t, string_view, error_code& ec) {
        return guarded(ec, place::last_token, [&] { refuse("too large a number"); });
    }
    bool on_double(double, string_view, error_code& ec) {
        return guarded(ec, place::last_token,
                       [&] { refuse("a number with a fraction or an exponent"); });
    }
    bool on_bool(bool, error_code& ec) {
        return guarded(ec, place::next_token, [&] { refuse("true or false"); });
    }
    bool on_null(error_code& ec) {
        return guarded(ec, place::next_token, [&] { refuse("null"); });
    }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

private:
    /// What the key just read awaits.
    enum class key : std::uint8_t {
        command,
        effective_on,
        recorded_at,
        actor,
        corrects,
        remark,
        mandate,
        commands,
        field,  ///< a field of the command
        none,   ///< no key: a value of the document or of the list of commands
    };
    static constexpr std::size_t own_keys = 8;  ///< those that are no fields
    struct key_form {
        std::string_view name;
        std::string_view takes;
    };
    static const std::array<key_form, own_keys> key_forms;
    static key find_key(std::string_view name) noexcept;
    using key_set = std::bitset<own_keys>;

    enum class object : std::uint8_t { none, undecided, wrapper, command };

    // An error must not pass through the parser, which alone knows how far it has read.
    template <class F>
    bool guarded(error_code& ec, place where, F&& act) {
        try {
            act();
            return true;
        } catch (const error& e) {
            failure = e;
            failed_at = where;
            ec = boost::json::error::exception;
            return false;
        }
    }

    bool add(string_view part) {
        text_.add({part.data(), part.size()});
        return true;
    }

    /// Where only commands may stand.
    bool in_list_of_commands() const noexcept {
        return in_commands_ && (object_ == object::none || object_ == object::wrapper);
    }

    [[noreturn]] void refuse(std::string_view what) const;
    void begin_object();
    void end_command();
    void end_wrapper();
    void begin_array();
    void take_key(std::string_view name);
    void take(std::string_view text);
    void take(std::int64_t number);
    void take_time(std::string_view text);
    void take_kind(std::string_view name);
    void require_list(field id) const;

    int utc_offset_minutes_;
    std::size_t earlier_ = 0;
    std::size_t documents_ = 0;
    bool whole_ = false;        ///< the document is an array or a wrapper: nothing may follow it
    bool in_commands_ = false;  ///< in an array of commands
    bool in_remarks_ = false;   ///< in an array of remarks
    object object_ = object::none;
    object outer_ = object::none;  ///< in which object_ stands
    key key_ = key::none;
    key_set seen_;             ///< keys of the object that are no fields
    key_set seen_of_wrapper_;  ///< keys of the wrapper
    const command_descriptor* kind_ = nullptr;
    json_fields fields_;
    joined_text text_;
    std::size_t expected_fields_ = 0;  ///< as many as the command before had, at most 32
    std::vector<field> lists_before_kind_;
    command command_;
};

}  // namespace mandate
