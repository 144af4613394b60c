// What can be recorded and asked, from the library's own descriptions.

#include "commands.hpp"
#include "files.hpp"
#include "handles.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace command_line {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& described, std::string_view key) {
    return std::string{described.at(key).as_string()};
}

std::size_t widest(const json::array& all) {
    std::size_t width = 0;
    for (const json::value& one : all) width = std::max(width, text_of(one, "name").size());
    return width;
}

std::string line(std::string name, std::size_t width, const std::string& what) {
    name.resize(std::max(width, name.size()), ' ');
    return "  " + name + "  " + what + "\n";
}

// Those of the field, or fewer that are taken here.
std::string choices_of(const json::value& use, const json::value& field) {
    std::string all;
    const json::value& from = use.as_object().contains("choices") ? use : field;
    for (const json::value& one : from.at("choices").as_array())
        all += (all.empty() ? "" : ", ") + text_of(one, "name");
    return all;
}

// "code of the agency, needed, may be repeated: the lead agency"
std::string use_of(const json::value& use, const json::value& field) {
    const std::string type = text_of(field, "type");
    std::string what = type == "code"     ? "code of the " + text_of(field, "entity")
                       : type == "choice" ? "one of " + choices_of(use, field)
                                          : type;
    if (use.at("required").as_bool()) what += ", needed";
    if (use.at("list").as_bool()) what += ", may be repeated";
    return what + ": " + text_of(field, "doc");
}

std::string list_of(const json::value& all, std::string_view kind, const std::string& heading) {
    const json::array& entries = all.at(kind).as_array();
    std::string out = heading + "\n";
    for (const json::value& one : entries)
        out += line(text_of(one, "name"), widest(entries), text_of(one, "doc"));
    return out;
}

std::string uses_of(const json::value& all, const json::array& uses) {
    std::string out;
    for (const json::value& use : uses)
        for (const json::value& field : all.at("fields").as_array())
            if (field.at("name") == use.at("name"))
                out += line(text_of(use, "name"), widest(uses), use_of(use, field));
    return out;
}

// The one of that name, or nothing.
std::string entry_of(const json::value& all, std::string_view kind, const std::string& name) {
    const bool command = kind == "commands";
    for (const json::value& one : all.at(kind).as_array()) {
        if (text_of(one, "name") != name) continue;
        std::string out = name + (command ? ", a command. " : ", a question. ") +
                          text_of(one, "doc") + (command ? "\nFields:\n" : "\nArguments:\n") +
                          uses_of(all, one.at(command ? "fields" : "arguments").as_array());
        if (command) return out;
        out += "Columns:\n";
        const json::array& columns = one.at("columns").as_array();
        for (const json::value& column : columns) {
            const std::string doc = text_of(column, "doc");
            out += line(text_of(column, "name"), widest(columns),
                        text_of(column, "type") + (doc.empty() ? "" : ": " + doc));
        }
        return out;
    }
    return {};
}

}  // namespace

int run(const describe_options& options) {
    const json::value all = json::parse(content(made<bytes>(mandate_describe)));
    if (options.name.empty()) {
        print(list_of(all, "commands", "Commands, for record and import:") + "\n" +
              list_of(all, "questions", "Questions, for ask:") +
              "\n`mandate describe NAME` tells what one of them takes and gives.\n");
        return done;
    }
    const std::string found =
        entry_of(all, "commands", options.name) + entry_of(all, "questions", options.name);
    if (found.empty())
        throw failure{
            "there is no command or question " + options.name + "; `mandate describe` lists them",
            wrong_use};
    print(found);
    return done;
}

}  // namespace command_line
