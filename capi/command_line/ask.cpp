#include "asking.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"
#include "table_text.hpp"

#include <string>

namespace command_line {
namespace {

/// Calls it; what it does not know is described there.
template <class Call>
void or_see(const std::string& name, Call number_of) {
    try {
        number_of();
    } catch (const failure& f) {
        throw failure{std::string{f.what()} + "; see `mandate describe" +
                          (name.empty() ? "`" : " " + name + "`"),
                      f.exit_code()};
    }
}

/// "limit=10"
void put_argument(const batch& arguments, const std::string& question, const std::string& text) {
    const auto equals = text.find('=');
    if (equals == text.npos) throw failure{"argument " + text + " is not ARG=VALUE", wrong_use};
    std::int32_t field = 0;
    or_see(question, [&] { call(mandate_field_number, text.data(), equals, &field); });
    if (equals + 1 == text.size())  // an empty shell variable must not ask about everything
        throw failure{"argument " + text + " has no value; leave it out instead", wrong_use};
    put(arguments, field, text.substr(equals + 1));
}

}  // namespace

int run(const ask_options& options) {
    const ledger of = open_ledger(options.ledger, MANDATE_OPEN_READ);
    const mandate_view view = view_of(of, options.view);
    const auto arguments = made<batch>(mandate_batch_new);
    std::int32_t question = 0;
    or_see("", [&] {
        call(mandate_question_number, options.question.data(), options.question.size(), &question);
    });
    for (const std::string& argument : options.arguments)
        put_argument(arguments, options.question, argument);
    const auto answer = made<table>(mandate_ask, of.get(), &view, question, arguments.get());
    print(options.format == "json" ? json_of(answer) : text_of(answer));
    return done;
}

}  // namespace command_line
