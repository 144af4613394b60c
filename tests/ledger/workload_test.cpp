// How much each person has to do.

#include "record_test.hpp"

namespace mandate {
namespace {

using testing::ElementsAre;

class Workload : public tests::record_test {
protected:
    void SetUp() override {
        record_test::SetUp();
        say("2023-01-01 add_official official=P1 name_vi='Person 1'\n"
            "2023-01-01 add_official official=P2 name_vi='Person 2'\n"
            "2023-01-01 add_post post=DEPUTY agency=A name_vi=x\n"
            "2023-01-01 hold_post official=P1 post=DEPUTY\n"
            "2023-01-01 charge_field agency=A field_of_work='Cán bộ' post=DEPUTY");
    }
    void assign(const std::string& task, const std::string& more) {
        say("2024-03-01 assign_task task=" + task + " title_vi=x assigner=X " + more);
    }
    std::vector<std::string> load(const std::string& arguments = {}) const {
        return tests::told(*record_, "2024-03-20", "workload " + arguments,
                           "official agency posts open_tasks overdue due_soon without_deadline "
                           "next_due tasks");
    }
};

TEST_F(Workload, IsOfWhoeverIsChargedWithATaskOrWithItsField) {
    assign("LATE", "lead=A deadline=2024-03-15 field_of_work='cán bộ'");
    assign("SOON", "lead=A deadline=2024-03-25 field_of_work='Cán bộ'");
    assign("FREE", "lead=A field_of_work='Cán bộ'");
    assign("NAMED", "lead=A deadline=2024-06-30");
    assign("NOBODYS", "lead=A deadline=2024-05-31");
    assign("DONE", "lead=A acceptance=not_asked field_of_work='Cán bộ'");
    say("2024-03-02 charge_official task=NAMED agency=A official=P2\n"
        "2024-03-10 complete_task task=DONE agency=A");
    EXPECT_THAT(load(), ElementsAre("P1 | A | DEPUTY | 3 | 1 | 1 | 1 | 2024-03-25 | LATE SOON FREE",
                                    "P2 | A | - | 1 | 0 | 0 | 0 | 2024-06-30 | NAMED",
                                    "- | A | - | 1 | 0 | 0 | 0 | 2024-05-31 | NOBODYS"));
    say("2024-03-20 charge_official task=SOON agency=A official=P2");
    EXPECT_THAT(load("official=P2"),
                ElementsAre("P2 | A | - | 2 | 0 | 1 | 0 | 2024-03-25 | SOON NAMED"))
        << "the person counts before the field";
    EXPECT_THAT(load("agency=B"), ElementsAre());
    say("2024-03-15 leave_post official=P1 post=DEPUTY");
    EXPECT_THAT(load("due_within=0"),
                ElementsAre("- | A | - | 3 | 1 | 0 | 1 | 2024-05-31 | LATE NOBODYS FREE",
                            "P2 | A | - | 2 | 0 | 0 | 0 | 2024-03-25 | SOON NAMED"))
        << "nobody holds the post any more";
}

TEST_F(Workload, ATaskWithPartsCountsByThem) {
    assign("WHOLE", "lead=A field_of_work='Cán bộ'");
    assign("PART", "lead=A parent_task=WHOLE field_of_work='Cán bộ'");
    EXPECT_THAT(tests::told(*record_, "2024-03-20", "workload", "official open_tasks tasks"),
                ElementsAre("P1 | 1 | PART"));
}

TEST_F(Workload, APersonIsChargedByAnAgencyThatTakesPart) {
    assign("T", "lead=A coordinating=B acceptance=not_asked");
    EXPECT_EQ(refused("2024-03-02 charge_official task=T agency=OFFICE official=P1"),
              "is_assigned");
    EXPECT_EQ(refused("2024-03-02 charge_official task=T agency=A official=NOBODY"), "official");
    say("2024-03-02 charge_official task=T agency=B official=P1");
    EXPECT_THAT(tests::told(*record_, "2024-03-20", "workload", "official agency open_tasks"),
                ElementsAre("- | A | 1"))
        << "tasks are counted with who leads them";
    say("2024-03-10 complete_task task=T agency=A");
    EXPECT_EQ(refused("2024-03-12 charge_official task=T agency=A official=P1"), "not_done");
}

// Without its words a field is no task's: above all not that of tasks which state none.
TEST_F(Workload, AFieldWhoseWordsWereDestroyedIsNoTasksField) {
    const auto n = std::to_string(record_->revision());
    const auto other =
        std::to_string(say("2023-01-01 charge_field agency=A field_of_work='Kế hoạch'"));
    assign("FREE", "lead=A deadline=2024-03-25");
    assign("FIELD", "lead=A deadline=2024-03-26 field_of_work='Cán bộ'");
    for (const auto& event : {n, other})
        say("2024-03-10 shred_event ordered_by=x reason=x event=" + event);
    EXPECT_THAT(load(), ElementsAre("- | A | - | 2 | 0 | 2 | 0 | 2024-03-25 | FREE FIELD"));
    EXPECT_THAT(tests::told(*record_, "2024-03-20", "responsibilities",
                            "field_of_work agency post open_tasks open_tasks_of_others"),
                ElementsAre("- | A | DEPUTY | - | -", "- | A | - | - | -"));
}

}  // namespace
}  // namespace mandate
