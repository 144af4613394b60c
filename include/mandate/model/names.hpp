#pragma once
// The numbered names of the record: commands, fields, choices, questions. The numbers are part of
// the C ABI and of every ledger: never reused, never changed.

#include <cstdint>

namespace mandate {

/// What an actor asks to be recorded. An event has the kind of the command that made it.
enum class command_kind : std::int32_t {
    add_agency = 1,
    merge_agency = 2,
    rename_agency = 3,
    split_agency = 4,
    dissolve_agency = 5,
    move_agency = 6,
    hand_over = 7,
    add_official = 10,
    add_post = 11,
    hold_post = 12,
    leave_post = 13,
    charge_field = 14,
    add_document = 20,
    state_document_date = 21,
    relate_documents = 22,
    add_clause = 23,
    schedule_document_review = 24,
    postpone_document_review = 25,
    complete_document_review = 26,
    drop_document_review = 27,
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
    void_event = 90,
    add_term = 110,
    add_programme = 111,
    add_item = 112,
    postpone_item = 113,
    withdraw_item = 114,
    receive_papers = 115,
    consider_item = 116,
    add_access_class = 120,
    set_highest_class = 121,
    grant_access = 122,
    revoke_access = 123,
    record_placeholder = 124,
    shred_event = 125,
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

    clause = 160,
    document_review = 161,
    term = 162,
    programme = 163,
    item = 164,
    access_class = 165,
    clause_number = 166,
    parent_clause = 167,
    review_kind = 168,
    in_force_from = 169,
    duty = 170,
    from_day = 171,
    planned_for = 172,
    session = 173,
    papers_due = 174,
    rank = 175,
    event = 176,
    ordered_by = 177,
    remains = 178,

    // arguments of questions, reports and imports
    language = 200,
    column = 201,
    code_prefix = 202,
    assigned_on = 203,
    order = 204,
    limit = 205,
    offset = 206,
    task_class = 207,
    in_force = 400,
    figures_by = 401,
    kind = 402,
};

/// A question that answers with a table.
enum class question_kind : std::int32_t {
    tasks = 1,
    agencies = 2,
    documents = 3,
    lineage = 4,
    below_document = 5,
    orphan_clauses = 6,
    orphan_tasks = 7,
    document_reviews = 8,
    open_at_term_end = 9,
    left_open = 10,
    agency_figures = 11,
    post_holders = 12,
    programme_items = 13,
    search = 14,
    agency_names = 15,
    planned_work = 16,
    responsibilities = 17,
    access_classes = 18,
    agency_changes = 19,
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
enum class day_kind : std::int32_t { off = 1, worked };
enum class review_kind : std::int32_t { interim = 1, final };
enum class force_kind : std::int32_t { in_force = 1, not_in_force };
enum class figures_kind : std::int32_t { as_of_day = 1, successors };
/// What a search finds.
enum class thing_kind : std::int32_t {
    agency = 1,
    official,
    document,
    clause,
    meeting,
    conclusion,
    task,
    recommendation,
    indicator,
    item
};

}  // namespace mandate
