// One task as JSON.

#include "mandate/base/text.hpp"
#include "mandate/report/task_report.hpp"
#include "report/json_rows.hpp"

namespace mandate {

std::string task_json(const task_answers& answers) {
    json_writer out;
    out.begin_object();
    out.key("schema");
    out.value(std::int64_t{1});
    out.key("as_of");
    out.value(to_text(answers.as_of));
    out.key("tasks");
    out.begin_array();
    for (std::size_t row = 0; row < answers.tasks.rows(); ++row)
        if (answers.tasks.text(row, 0) == answers.code) put_row(out, answers.tasks, row);
    out.end_array();
    put_rows(out, "lineage", answers.lineage);
    put_rows(out, "history", answers.history);
    put_rows(out, "why_this_date", answers.why_this_date);
    put_rows(out, "cycles", answers.cycles);
    put_rows(out, "slips", answers.slips);
    put_rows(out, "attribution", answers.attribution);
    out.key("findings");
    out.begin_array();
    for (const finding& f : answers.findings) {
        out.begin_object();
        out.key("key");
        out.value(f.key);
        out.key("text");
        out.value(f.text);
        out.end_object();
    }
    out.end_array();
    out.end_object();
    return out.take() + '\n';
}

}  // namespace mandate
