#pragma once
// The numbered names of the record: commands, fields, choices, questions. The numbers are part of
// the C ABI and of every ledger: never reused, never changed.

#include <cstdint>

namespace mandate {

/// What an actor asks to be recorded. An event has the kind of the command that made it.
enum class command_kind : std::int32_t {
    add_agency = 1,
    merge_agency = 2,
    add_official = 10,
    add_post = 11,
    hold_post = 12,
    add_document = 20,
    state_document_date = 21,
    relate_documents = 22,
    hold_meeting = 30,
    attend_meeting = 31,
    conclude = 32,
    assign_task = 40,
    reassign_task = 41,
    revise_deadline = 42,
    report_progress = 43,
    submit_task = 44,
    accept_task = 45,
    return_task = 46,
    complete_task = 47,
    suspend_task = 48,
    resume_task = 49,
    cancel_task = 50,
    explain_delay = 51,
    plan_task = 52,
    mark_key_task = 53,
    link_tasks = 54,
    raise_recommendation = 60,
    answer_recommendation = 61,
    relate_recommendation = 62,
    add_indicator = 70,
    set_target = 71,
    observe_indicator = 72,
    except_day = 80,
    set_work_calendar = 81,
    state_holidays = 82,
    void_event = 90,
};

/// A field of a command, or an argument of a question or a report.
enum class field : std::int32_t {
    agency = 1,
    official = 2,
    post = 3,
    document = 4,
    meeting = 5,
    conclusion = 6,
    task = 7,
    link = 8,
    recommendation = 9,
    indicator = 10,

    name_vi = 20,
    name_en = 21,
    name_tr = 22,
    alias_vi = 23,
    alias_en = 24,
    alias_tr = 25,
    title_vi = 26,
    title_en = 27,
    title_tr = 28,
    text_vi = 29,
    text_en = 30,
    text_tr = 31,
    text = 32,
    note = 33,
    doubt = 34,
    source = 35,
    reason = 36,

    agency_kind = 40,
    identifier_old = 41,
    identifier_new = 42,
    parent = 43,
    member = 44,
    into = 45,
    until = 46,

    number = 50,
    document_kind = 51,
    issuer = 52,
    dated = 53,
    dated_as_stated = 54,
    horizon = 55,
    vision = 56,
    relation = 57,
    to_document = 58,

    body = 60,
    period = 61,
    meeting_role = 62,
    conclusion_kind = 63,
    addressed_to = 64,

    assigner = 70,
    assigned_as_stated = 71,
    assigned_precision = 72,
    lead = 73,
    lead_as_stated = 74,
    coordinating = 75,
    coordinating_as_stated = 76,
    product = 77,
    field_of_work = 78,
    deadline = 79,
    deadline_precision = 80,
    deadline_as_stated = 81,
    standing_from = 82,
    duration = 83,
    acceptance = 84,
    parent_task = 85,
    decided_by = 86,
    percent = 87,
    quality = 88,
    cause = 89,
    responsible = 90,
    responsible_official = 91,
    remedy = 92,
    proposed_deadline = 93,
    after = 94,
    link_type = 95,
    lag = 96,
    lag_unit = 97,

    raised_by = 110,
    raised_by_as_stated = 111,
    topic = 112,
    recommendation_kind = 113,
    recommendation_status = 114,

    unit = 120,
    direction = 121,
    target_low = 122,
    target_high = 123,
    value = 124,

    day = 130,
    day_kind = 131,
    pair_day = 132,
    announced_on = 133,
    weekday = 134,
    holiday_rules = 135,
    holiday_history = 136,
    year = 137,
    tet_window = 138,
    national_day_side = 139,
    decision = 140,

    // arguments of questions, reports and imports
    language = 200,
    column = 201,
    code_prefix = 202,
    assigned_on = 203,
    order = 204,
    limit = 205,
    offset = 206,
    task_class = 207,

    // of schedules
    scope_start = 300,
    critical_slack = 301,
    default_duration = 302,
    out_of_sequence = 303,
    remaining_work = 304,
    milestone_day = 305,
    counted_links = 350,
    at_least = 351,
    delay = 352,
    runs = 353,
    seed = 354,
    threads = 355,
    optimistic_percent = 356,
    pessimistic_percent = 357,
    due = 358,
};

/// A question that answers with a table.
enum class question_kind : std::int32_t {
    tasks = 1,
    agencies = 2,
    schedule = 20,
    cycles = 21,
    why_this_date = 22,
    schedule_findings = 23,
    agency_pairs = 30,
    bottlenecks = 31,
    mutual_waiting = 32,
    delay_impact = 33,
    forecast = 34,
};

enum class agency_kind : std::int32_t { body = 1, agency, group, task_force };
enum class document_kind : std::int32_t {
    resolution = 1,
    directive,
    conclusion,
    regulation,
    working_rules,
    decision,
    action_programme,
    work_programme,
    plan,
    scheme,
    guideline,
    report,
    submission,
    notice_of_conclusions,
    letter,
    other
};
enum class relation_kind : std::int32_t {
    implements = 1,
    basis,
    amends,
    supplements,
    replaces,
    repeals
};
enum class meeting_role : std::int32_t { chair = 1, attendee };
enum class conclusion_kind : std::int32_t {
    praise = 1,
    criticism,
    approval_in_principle,
    request,
    task
};
enum class acceptance_kind : std::int32_t { asked = 1, not_asked };
enum class quality_kind : std::int32_t { meets = 1, meets_after_revision, fails };
enum class link_kind : std::int16_t { finish_start = 1, start_start, finish_finish, start_finish };
enum class lag_unit : std::int16_t { working_days = 1, calendar_days };
enum class recommendation_kind : std::int32_t { view = 1, proposal, request };
enum class recommendation_status : std::int32_t {
    noted = 1,
    forwarded,
    in_progress,
    partly_answered,
    answered,
    accepted,
    declined,
    withdrawn
};
enum class indicator_direction : std::int32_t { higher_is_better = 1, lower_is_better };
enum class day_kind : std::int32_t { off = 1, worked };
enum class history_kind : std::int32_t { known = 1, own };

}  // namespace mandate
