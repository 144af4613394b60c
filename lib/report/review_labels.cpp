// The words of closed reviews, of the edition for publication, and of why a task is late.

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row review_labels_rows[] = {
    {"closed.already", "báo cáo của kỳ này đã chốt: {review}, ngày {day}",
     "the review of this period is closed as {review}, {day}",
     "bu dönemin değerlendirmesi {review} olarak kesinleştirilmiştir, {day}"},
    {"closed.corrected", "đã được thay bằng báo cáo {review}, ngày {day}",
     "corrected by {review}, {day}", "{review} ile düzeltilmiştir, {day}"},
    {"closed.corrected_on", "đã được thay bằng báo cáo chốt ngày {day}", "corrected on {day}",
     "{day} tarihinde düzeltilmiştir"},
    {"closed.corrects", "thay cho báo cáo đã chốt {review}", "corrects the closed review {review}",
     "kesinleşmiş {review} değerlendirmesinin yerine geçer"},
    {"closed.edition", "đã chốt ngày {day}, theo số liệu đến bản ghi số {n}",
     "closed on {day} on the record up to entry {n}",
     "{day} tarihinde, {n} no.lu kayda kadar olan verilerle kesinleştirildi"},
    {"closed.reason", "lý do chốt khi chưa đủ giải trình",
     "closed without all explanations because", "eksik açıklamalarla kesinleştirme gerekçesi"},
    {"press.agencies",
     "{n} trong tổng số {all} cơ quan chủ trì còn nhiệm vụ quá hạn chưa hoàn thành.",
     "{n} of {all} lead agencies have tasks that are overdue.",
     "Sorumlu kurum sayısı {all}; süresi geçmiş görevi bulunan kurum sayısı {n}."},
    {"press.carried",
     "Chuyển tiếp sang kỳ sau: {late} nhiệm vụ do chậm, {planned} nhiệm vụ theo kế hoạch.",
     "Carried over to the next period: {late} late, {planned} as planned.",
     "Sonraki döneme devreden görevler: {late} gecikmiş, {planned} plana uygun."},
    {"press.done_since",
     "{n} nhiệm vụ chưa hoàn thành cuối kỳ đã hoàn thành đến ngày chốt số liệu.",
     "{n} of the tasks unfinished at the end of the period {n?was|were} done by the cut-off.",
     "Dönem sonunda bitmemiş görevlerden {n} tanesi veri kesim gününe kadar tamamlanmıştır."},
    {"press.edition", "bản công bố", "edition for publication", "yayım nüshası"},
    {"press.internal", "bản nội bộ", "internal edition", "iç nüsha"},
    {"press.next", "Nhiệm vụ mới giao sau kỳ: {n}.", "New tasks since the period: {n}.",
     "Dönemden sonra verilen yeni görev sayısı: {n}."},
    {"press.recommendations", "{all} kiến nghị, đề xuất, trong đó {n} chưa được trả lời.",
     "{all} {all?recommendation|recommendations}, {n} unanswered.",
     "Öneri ve talep sayısı {all}; yanıtlanmayan {n}."},
    {"press.title", "Kết quả thực hiện nhiệm vụ {period}", "Results of tasks, {period}",
     "Görev sonuçları, {period}"},
    {"press.unfinished", "Nhiệm vụ đến hạn hoặc theo kế hoạch nhưng chưa hoàn thành: {n}.",
     "Tasks due or planned and not done: {n}.",
     "Süresi gelen veya planlanan, ancak tamamlanmayan görev sayısı: {n}."},
    {"why.acceptance", "chờ {agency} cho ý kiến về kết quả đã trình của {because}: {n} ngày",
     "waiting for {agency} to decide on the result of {because}: {n} {n?day|days}",
     "{because} sonucu hakkında {agency} kararının beklenmesi: {n} gün"},
    {"why.actual", "hoàn thành {day}", "finished {day}", "tamamlanma {day}"},
    {"why.after_day", "Nhiệm vụ {task} chậm 0 ngày làm việc, nhưng sau thời hạn {due} ({end}).",
     "Task {task} is 0 working days late, but after its day {due} ({end}).",
     "{task} görevi 0 iş günü gecikmiştir, ancak son günü {due} geçmiştir ({end})."},
    {"why.against_plan", "Ngày hoàn thành theo kế hoạch là {planned}, nay chậm {n} ngày làm việc.",
     "It was to be done on {planned} and is {n} working {n?day|days} behind that.",
     "Plana göre {planned} tarihinde bitecekti, {n} iş günü geride kalmıştır."},
    {"why.condition", "thiếu điều kiện bảo đảm ({because}), trách nhiệm của {agency}: {n} ngày",
     "lack of means ({because}), owed by {agency}: {n} {n?day|days}",
     "imkân yetersizliği ({because}), sağlaması gereken {agency}: {n} gün"},
    {"why.coordinating", "{agency} phối hợp, quá hạn trả lời: {n} ngày",
     "{agency}, which coordinates, owed an answer past its day: {n} {n?day|days}",
     "iş birliği yapan {agency}, yanıt günü geçtikten sonra: {n} gün"},
    {"why.forecast", "dự kiến hoàn thành {day}", "forecast to finish {day}",
     "öngörülen tamamlanma {day}"},
    {"why.gained", "{task} rút ngắn được {n} ngày làm việc: {parts}.",
     "{task} won back {n} working {n?day|days}: {parts}.",
     "{task} {n} iş günü kazandırdı: {parts}."},
    {"why.head",
     "Nhiệm vụ {task} chậm {n} ngày làm việc so với kế hoạch ban đầu ({planned}; {end}).",
     "Task {task} has slipped by {n} working {n?day|days} against its baseline ({planned}; "
     "{end}).",
     "{task} görevi başlangıç planına göre {n} iş günü gecikmiştir ({planned}; {end})."},
    {"why.lead", "{agency} chủ trì: {n} ngày", "{agency}, which leads: {n} {n?day|days}",
     "sorumlu {agency}: {n} gün"},
    {"why.no_slip",
     "Nhiệm vụ {task} không nêu thời lượng, không có thời hạn hoặc không dự kiến được ngày hoàn "
     "thành, nên không tính được mức chậm.",
     "Task {task} states neither a duration nor a deadline, or has no forecast, so no slip can be "
     "told.",
     "{task} görevinin süresi ve son günü belirtilmemiş ya da bitişi öngörülemiyor; gecikme "
     "hesaplanamaz."},
    {"why.nobody", "cơ quan chưa được xác định", "nobody that is named", "belirtilmemiş bir kurum"},
    {"why.not_late", "Nhiệm vụ {task} không chậm so với kế hoạch ban đầu.",
     "Task {task} has not slipped against its baseline.",
     "{task} görevi başlangıç planına göre gecikmemiştir."},
    {"why.not_shown", "Phần không được hiển thị: {n} ngày làm việc.",
     "What is not shown: {n} working {n?day|days}.", "Gösterilmeyen bölüm: {n} iş günü."},
    {"why.nothing", "{task} không làm chậm thêm.", "{task} added nothing.",
     "{task} gecikmeye katkıda bulunmadı."},
    {"why.objective", "nguyên nhân khách quan đã được công nhận: {n} ngày",
     "held to be objective: {n} {n?day|days}", "nesnel neden sayılan: {n} gün"},
    {"why.share", "{task} làm chậm {n} ngày làm việc: {parts}.",
     "{task} added {n} working {n?day|days}: {parts}.", "{task} {n} iş günü geciktirdi: {parts}."},
};
static_assert(std::ranges::is_sorted(review_labels_rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> review_labels() noexcept { return review_labels_rows; }

}  // namespace mandate::wording
