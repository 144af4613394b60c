// The words of the report on agencies that wait for each other.

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row rows[] = {
    {"agencies.after", "cơ quan đang chờ", "agency that waits", "bekleyen kurum"},
    {"agencies.before", "cơ quan thực hiện trước", "agency that goes first", "önce yapan kurum"},
    {"agencies.between", "mức độ trung gian", "betweenness", "aradalık"},
    {"agencies.between_note",
     "Mức độ trung gian: số chuỗi chờ ngắn nhất giữa hai cơ quan khác đi qua cơ quan này.",
     "Betweenness: shortest chains of waiting between two other agencies that go through this one.",
     "Aradalık: diğer iki kurum arasındaki, bu kurumdan geçen en kısa bekleme zincirleri."},
    {"agencies.binding", "quyết định ngày bắt đầu", "decide a start", "başlangıcı belirleyen"},
    {"agencies.bottlenecks", "điểm nghẽn", "bottlenecks", "darboğazlar"},
    {"agencies.days", "số ngày làm việc còn lại", "working days left in them",
     "bu görevlerde kalan iş günü"},
    {"agencies.days_waited", "số ngày làm việc phải chờ", "working days to wait",
     "beklenecek iş günü"},
    {"agencies.group", "nhóm {n}: {agencies}", "group {n}: {agencies}", "{n}. grup: {agencies}"},
    {"agencies.hand_offs", "số lượt chuyển giao", "hand-offs", "devir sayısı"},
    {"agencies.no_mutual", "Không có cơ quan nào chờ lẫn nhau.", "No agencies wait for each other.",
     "Birbirini bekleyen kurum yok."},
    {"agencies.no_pairs", "Không có nhiệm vụ nào chờ nhiệm vụ của cơ quan khác.",
     "No task waits for a task of another agency.",
     "Başka bir kurumun görevini bekleyen görev yok."},
    {"agencies.open_waits", "số lượt đang chờ", "open waits", "açık bekleme"},
    {"agencies.pairs", "chuyển giao và chờ giữa các cơ quan",
     "hand-offs and waits between agencies", "kurumlar arası devir ve bekleme"},
    {"agencies.task_after", "nhiệm vụ đang chờ", "task that waits", "bekleyen görev"},
    {"agencies.task_before", "nhiệm vụ thực hiện trước", "task that goes first", "önceki görev"},
    {"agencies.tasks", "nhiệm vụ nơi khác đang chờ", "tasks of others that wait",
     "bekleyen diğer kurum görevleri"},
    {"agencies.title", "Các cơ quan chờ nhau tính đến {day}",
     "Agencies that wait for each other, as of {day}",
     "Birbirini bekleyen kurumlar ({day} itibarıyla)"},
};
static_assert(std::ranges::is_sorted(rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> agency_labels() noexcept { return rows; }

}  // namespace mandate::wording
