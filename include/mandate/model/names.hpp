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
    state_obligation = 55,
    answer_obligation = 56,
    verify_result = 57,
    request_extension = 58,
    refuse_extension = 59,
    raise_recommendation = 60,
    answer_recommendation = 61,
    relate_recommendation = 62,
    remind_task = 63,
    accept_explanation = 64,
    return_explanation = 65,
    find_cause = 66,
    answer_explanation = 67,
    waive_delay = 68,
    rate_task = 69,
    add_indicator = 70,
    set_target = 71,
    observe_indicator = 72,
    block_task = 73,
    unblock_task = 74,
    expect_document = 75,
    issue_document = 76,
    consult = 77,
    answer_consultation = 78,
    set_priority = 79,
    except_day = 80,
    void_event = 90,
    fan_out_task = 91,
    repeat_task = 92,
    repeat_recommendation = 93,
    judge_answer = 94,
    set_base = 95,
    set_policy = 96,
    delegate_rights = 97,
    limit_extensions = 98,
    set_attribute = 99,
    add_cause = 150,
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

    priority = 98,
    recurs = 99,
    obligation = 100,
    assignment_role = 101,
    measures = 102,
    blamed = 103,
    owed_by = 104,
    condition = 105,
    verdict = 106,
    on_behalf_of = 107,
    consultation = 108,
    silence = 109,

    raised_by = 110,
    raised_by_as_stated = 111,
    topic = 112,
    recommendation_kind = 113,
    recommendation_status = 114,
    opinion = 115,
    answer_due = 116,
    authority = 117,
    forwarded_to = 118,
    satisfied = 119,

    unit = 120,
    direction = 121,
    target_low = 122,
    target_high = 123,
    value = 124,
    measure = 125,
    profile = 126,
    threshold = 127,
    owner = 128,

    day = 130,
    day_kind = 131,
    pair_day = 132,
    announced_on = 133,

    // arguments of questions, reports and imports
    language = 200,
    column = 201,
    code_prefix = 202,
    assigned_on = 203,
    order = 204,
    limit = 205,
    offset = 206,
    task_class = 207,
    since = 208,
    order_by = 209,
    descending = 210,

    expected = 460,
    policy = 461,
    office = 462,
    inspection = 463,
    most_times = 464,
    most_days = 465,
    delegate = 466,
    host_key = 467,
    host_value = 468,
};

/// A question that answers with a table.
enum class question_kind : std::int32_t {
    tasks = 1,
    agencies = 2,
    moves = 50,
    permissions = 51,
    changes = 52,
    obligations = 53,
    consultations = 54,
    recommendations = 55,
    indicators = 56,
    conclusions = 57,
    reminders = 58,
    extensions = 59,
    explanations = 60,
    attributes = 61,
    proposals = 62,
    instances = 63,
    conditions = 64,
    expected_documents = 65,
    results = 66,
    rules = 67,
    causes = 68,
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
enum class link_kind : std::int32_t { finish_start = 1, start_start, finish_finish, start_finish };
enum class lag_unit : std::int32_t { working_days = 1, calendar_days };
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
enum class priority_kind : std::uint8_t { normal = 1, urgent, very_urgent, express };
enum class recurrence_kind : std::uint8_t { monthly = 1, quarterly, half_yearly, yearly };
enum class assignment_role : std::uint8_t { lead = 1, coordinating };
enum class verdict_kind : std::uint8_t { confirmed = 1, partly_confirmed, not_confirmed };
enum class silence_kind : std::uint8_t { no_answer = 1, agreement };
enum class opinion_kind : std::uint8_t { agree = 1, agree_with_changes, disagree };
enum class satisfaction_kind : std::uint8_t { satisfied = 1, partly_satisfied, not_satisfied };
enum class measure_kind : std::uint8_t { cumulative = 1, point };
enum class policy_kind : std::uint8_t { host = 1, agencies };
enum class day_kind : std::int32_t { off = 1, worked };

}  // namespace mandate
