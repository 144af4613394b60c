// The headings and sentences of the reports. Braces mark what is filled in (labels.hpp).

#include "report/labels.hpp"

#include <algorithm>
#include <functional>

namespace mandate::wording {
namespace {

constexpr label_row rows[] = {
    {"agency.merged", "hợp nhất vào {agency}", "merged into {agency}",
     "{agency} bünyesinde birleşti"},
    {"card.accept", "cho ý kiến về kết quả đã trình", "decide on the result submitted",
     "sunulan sonuç hakkında karar verilmesi"},
    {"card.age", "thời gian chờ", "waiting", "bekleme süresi"},
    {"card.answer", "cho ý kiến về kiến nghị, đề xuất", "answer the recommendation",
     "öneri veya talebin yanıtlanması"},
    {"card.deadline", "ấn định thời hạn", "set a deadline", "sürenin belirlenmesi"},
    {"card.decision", "đề xuất", "proposed decision", "öneri"},
    {"card.explain", "yêu cầu giải trình, nêu giải pháp và thời hạn hoàn thành",
     "ask for an explanation, a remedy and a finishing date",
     "açıklama, giderici önlem ve tamamlanma tarihi istenmesi"},
    {"card.extend", "xem xét thời hạn đề nghị mới {day}", "decide on the proposed date {day}",
     "önerilen yeni tarihin ({day}) karara bağlanması"},
    {"card.late", "mức độ chậm", "delay", "gecikme"},
    {"card.lead", "phân công cơ quan chủ trì", "name a lead agency",
     "sorumlu kurumun belirlenmesi"},
    {"card.n_of",
     "Hiển thị {n} trong {all} nội dung, xếp theo số nhiệm vụ đang chờ rồi theo số ngày chậm.",
     "{n} of {all} shown, ordered by the tasks that wait, then by days late.",
     "{all} konudan {n} konu gösterilmektedir; sıralama bekleyen görev sayısına, ardından gecikme "
     "gününe göredir."},
    {"card.reassign", "giao cơ quan tiếp nhận nhiệm vụ", "assign the task to an agency that exists",
     "görevin mevcut bir kuruma devredilmesi"},
    {"card.urge", "đôn đốc và ấn định ngày hoàn thành", "urge and set a finishing date",
     "tekit edilmesi ve tamamlanma tarihinin belirlenmesi"},
    {"card.waits", "việc đang chờ", "what waits", "bekleyen işler"},
    {"card.who", "trách nhiệm", "must act", "ilgili makam"},
    {"col.agency", "cơ quan", "agency", "kurum"},
    {"col.at_class_day", "Tính đến {day}", "As of {day}", "{day} itibarıyla"},
    {"col.at_cut_off", "Ngày chốt {day}", "Cut-off {day}", "Veri kesimi {day}"},
    {"col.at_end", "Cuối kỳ {day}", "End of period {day}", "Dönem sonu {day}"},
    {"col.chart", "biểu đồ", "chart", "grafik"},
    {"col.class", "tình trạng", "status", "durum"},
    {"col.code", "mã", "code", "kod"},
    {"col.completion", "hoàn thành đến hạn", "due tasks done", "biten/ gelen"},
    {"col.coordinated", "phối hợp", "co-ord.", "ortak"},
    {"col.done", "đã hoàn thành", "completed", "tamamlanan"},
    {"col.done_in_time", "xong đúng hạn", "done on time", "süre içi biten"},
    {"col.done_late", "xong quá hạn", "done late", "geç biten"},
    {"col.done_no_deadline", "xong, không hạn", "done, no date", "bitti, süre yok"},
    {"col.fraction", "tử/mẫu", "cases", "pay/payda"},
    {"col.grand_total", "tổng cộng (không trùng)", "total (no task counted twice)",
     "genel toplam (tekrarsız)"},
    {"col.on_time", "đúng hạn", "on time", "süre içi/ gelen"},
    {"col.open", "chưa hoàn thành", "not completed", "tamamlanmayan"},
    {"col.open_in_time", "trong hạn", "open in time", "süre var"},
    {"col.open_no_deadline", "chưa có hạn", "open, no date", "süre yok"},
    {"col.open_overdue", "quá hạn", "overdue", "süresi geçen"},
    {"col.outside", "khác", "other", "diğer"},
    {"col.rate", "tỷ lệ", "rate", "oran"},
    {"col.result", "kết quả (so với chỉ tiêu)", "result (against target)",
     "gerçekleşme (hedefe göre)"},
    {"col.still_overdue", "quá hạn ngày chốt", "overdue at cut-off", "veri kesimi geçen"},
    {"col.sum_of_rows", "cộng các dòng", "sum of the rows", "satırlar toplamı"},
    {"col.task", "nội dung nhiệm vụ (văn bản giao)", "task (source document)",
     "görev (dayanak belge)"},
    {"col.total", "tổng số", "total", "toplam"},
    {"col.why", "lý do chậm, giải pháp, đề xuất", "cause, remedy, proposal",
     "gecikme nedeni, önlem, öneri"},
    {"deadline.then_standing", "{due}, sau đó thực hiện thường xuyên", "{due}, then standing",
     "{due}, sonrasında sürekli"},
    {"doc.other", "Văn bản khác", "Other document", "Diğer belge"},
    {"doc.other_date", "nguồn khác ghi ngày {day} ({sources})",
     "another source gives {day} ({sources})", "başka bir kaynakta {day} ({sources})"},
    {"doc.progress", "tiến độ thực hiện", "progress", "uygulama durumu"},
    {"doc.tasks", "nhiệm vụ", "tasks", "görevler"},
    {"finding.agency.ended_holds_task",
     "{agency} đã kết thúc hoạt động nhưng nhiệm vụ {task} chưa được giao lại cho cơ quan khác.",
     "{agency} has ended; its task {task} has not been reassigned.",
     "{agency} faaliyetini sona erdirmiştir; {task} kodlu görev henüz başka bir kuruma "
     "verilmemiştir."},
    {"finding.calendar.against_history",
     "Ngày {day} được ghi khác với lịch nghỉ đã biết; lấy theo bản ghi.",
     "The record of {day} differs from the known history; the record counts.",
     "{day} için kayıt, bilinen tatil geçmişinden farklıdır; kayıt esas alınmıştır."},
    {"finding.calendar.contradiction",
     "Ngày {day} được ghi vừa là ngày nghỉ, vừa là ngày làm việc; lấy bản ghi sau.",
     "{day} is recorded both as a day off and as a working day; the later record counts.",
     "{day} hem tatil hem iş günü olarak kaydedilmiştir; sonraki kayıt esas alınmıştır."},
    {"finding.calendar.half_swap",
     "Ngày {day} được hoán đổi với ngày {pair_day}, nhưng ngày kia chưa được ghi tương ứng.",
     "{day} is swapped with {pair_day}, but the other day is not recorded accordingly.",
     "{day}, {pair_day} ile değiştirilmiştir; ancak diğer gün buna göre kaydedilmemiştir."},
    {"finding.calendar.provisional",
     "Lịch nghỉ và ngày hoán đổi của năm {year} chưa được ghi; số ngày làm việc của năm này là tạm "
     "tính.",
     "The holidays and swaps decided for {year} are not recorded; its working days are "
     "provisional.",
     "{year} yılı için kararlaştırılan tatil ve değişim günleri kayıtlı değildir; bu yılın iş "
     "günleri "
     "geçicidir."},
    {"head.all_reported", "không có", "none", "yok"},
    {"head.cut_off", "Chốt số liệu", "Data cut-off", "Veri kesim tarihi"},
    {"head.edition", "tình trạng văn bản", "edition", "belgenin durumu"},
    {"head.edition_of", "{draft} theo bản ghi số {n}", "{draft}, entry {n}",
     "{draft}, kayıt no. {n}"},
    {"head.known", "số liệu biết đến", "data known", "esas alınan kayıtlar"},
    {"head.known_all", "toàn bộ số liệu đã ghi, đến bản ghi số {n}",
     "everything recorded, up to entry {n}", "kayıtların tümü, son kayıt no. {n}"},
    {"head.meeting", "Họp", "Meeting", "Toplantı"},
    {"head.not_reported", "chưa báo cáo", "not reported", "bildirimde bulunmayan kurumlar"},
    {"head.not_reported_n", "{n} cơ quan", "{n} {n?agency|agencies}", "{n} kurum"},
    {"head.only_agency", "chỉ gồm nhiệm vụ của", "tasks of one agency only",
     "yalnızca şu kurumun görevleri"},
    {"head.period", "Kỳ", "Period", "Dönem"},
    {"head.title", "kết quả thực hiện nhiệm vụ {period}, nhiệm vụ trọng tâm {next}",
     "results of {period} and key tasks of {next}",
     "görevlerin uygulanma sonuçları ({period}) ve öncelikli görevler ({next})"},
    {"head.title_last", "kết quả thực hiện nhiệm vụ {period}", "results of {period}",
     "görevlerin uygulanma sonuçları ({period})"},
    {"ind.higher", "Càng cao càng tốt.", "Higher is better.", "Yüksek değer olumludur."},
    {"ind.lower", "Càng thấp càng tốt.", "Lower is better.", "Düşük değer olumludur."},
    {"ind.missing", "không có số liệu", "no value", "veri yok"},
    {"link.finish_finish", "hoàn thành sau khi nhiệm vụ này hoàn thành",
     "finishes when this task is finished", "bu görev bitince biter"},
    {"link.finish_start", "bắt đầu sau khi nhiệm vụ này hoàn thành",
     "starts when this task is finished", "bu görev bitince başlar"},
    {"link.lag_calendar", "cộng thêm {n} ngày", "{n} calendar {n?day|days} later",
     "{n} takvim günü sonra"},
    {"link.lag_working", "cộng thêm {n} ngày làm việc", "{n} working {n?day|days} later",
     "{n} iş günü sonra"},
    {"link.lead_calendar", "sớm hơn {n} ngày", "{n} calendar {n?day|days} earlier",
     "{n} takvim günü önce"},
    {"link.lead_working", "sớm hơn {n} ngày làm việc", "{n} working {n?day|days} earlier",
     "{n} iş günü önce"},
    {"link.start_finish", "hoàn thành sau khi nhiệm vụ này bắt đầu",
     "finishes when this task has started", "bu görev başlayınca biter"},
    {"link.start_start", "bắt đầu sau khi nhiệm vụ này bắt đầu",
     "starts when this task has started", "bu görev başlayınca başlar"},
    {"method.01_population",
     "Tổng số của kỳ gồm nhiệm vụ chưa xong khi bắt đầu ngày {first} và nhiệm vụ được giao từ ngày "
     "{first} đến hết ngày {last}; nhiệm vụ giao sau đó được liệt kê ở phần kỳ tới, không tính vào "
     "tổng số.",
     "The population is what was open when {first} began and what was assigned from {first} to "
     "{last}; what was assigned later is listed under the next period and not counted.",
     "Dönem toplamı, {first} başlangıcında süren görevler ile {first} – {last} arasında verilen "
     "görevlerden oluşur; daha sonra verilen görevler gelecek dönem altında listelenir, toplama "
     "katılmaz."},
    {"method.02_classes",
     "Mỗi nhiệm vụ được xếp vào đúng một loại kết quả: cột thứ nhất tính tại ngày {class_day} "
     "(ngày cuối kỳ, hoặc ngày chốt số liệu nếu sớm hơn), cột thứ hai tính tại ngày chốt số liệu "
     "{cut_off}; cả hai dựa trên số liệu biết đến khi chốt.",
     "Each task has exactly one outcome: the first column is of {class_day} (the last day of the "
     "period, or the cut-off day if that is earlier), the second of the cut-off day, {cut_off}; "
     "both rest on what is known at the cut-off.",
     "Her görev tek bir sonuç sınıfında yer alır: birinci sütun dönemin son gününe veya daha "
     "erkense veri kesim tarihine ({class_day}), ikinci sütun veri kesim tarihine ({cut_off}) "
     "aittir; her iki sütun da veri kesiminde bilinen kayıtlara dayanır."},
    {"method.03_finish",
     "Ngày hoàn thành là ngày trình kết quả mà sau đó được chấp nhận, hoặc ngày báo cáo hoàn thành "
     "nếu không yêu cầu nghiệm thu; lần trình bị trả lại không được tính; nhiệm vụ đã trình và "
     "đang chờ ý kiến vẫn thuộc loại chưa hoàn thành.",
     "The finishing day is the day of the submission that was accepted, or of the completion where "
     "no acceptance is asked; a returned submission does not count; a task submitted and not yet "
     "answered is still open.",
     "Tamamlanma tarihi, kabul edilen sunuşun tarihidir; kabul aranmayan görevlerde "
     "tamamlandığının bildirildiği tarihtir. İade edilen sunuş sayılmaz; sunulmuş olup karar "
     "bekleyen görev tamamlanmamış sayılır."},
    {"method.04_deadline",
     "Xếp loại theo thời hạn hiện hành; ngày hết hạn vẫn là trong hạn; thời hạn nêu theo tháng, "
     "quý, nửa năm hoặc năm thì hết hạn vào ngày cuối của khoảng đó; thời hạn ban đầu và các lần "
     "điều chỉnh được ghi bên cạnh.",
     "Classes follow the deadline in force; the deadline day itself is in time; a deadline stated "
     "as a month, quarter, half year or year ends with its last day; the original deadline and "
     "every change are shown beside.",
     "Sınıflandırmada yürürlükteki süre esas alınır; sürenin son günü süreye dâhildir; ay, çeyrek, "
     "yarıyıl veya yıl olarak belirtilen süre o dönemin son günü dolar; ilk süre ve her değişiklik "
     "ayrıca gösterilir."},
    {"method.05_unfinished",
     "Nhiệm vụ chưa hoàn thành nêu trong báo cáo gồm nhiệm vụ quá hạn chưa xong và nhiệm vụ đã đưa "
     "vào kế hoạch của kỳ mà chưa xong, kể cả khi chưa có thời hạn.",
     "Unfinished means overdue and not completed, or planned for the period and not completed, "
     "with or without a deadline.",
     "Tamamlanmayan görevler, süresi geçip tamamlanmayanlar ile dönem için planlandığı hâlde "
     "tamamlanmayanlardır; süresi belirlenmemiş olanlar da buna dâhildir."},
    {"method.06_rates",
     "Nhiệm vụ đến hạn là nhiệm vụ xong đúng hạn, xong quá hạn và quá hạn chưa xong; tỷ lệ hoàn "
     "thành nhiệm vụ đến hạn = (xong đúng hạn + xong quá hạn) / đến hạn; tỷ lệ hoàn thành đúng hạn "
     "= xong đúng hạn / đến hạn.",
     "Due tasks are those completed on time, completed late, and overdue; the completion rate of "
     "due tasks = (completed on time + completed late) / due; the on-time rate = completed on time "
     "/ due.",
     "Süresi gelen görevler; süresinde tamamlanan, süresinden sonra tamamlanan ve süresi geçip "
     "tamamlanmayan görevlerdir. Tamamlama oranı = (süresinde + süresinden sonra tamamlanan) / "
     "süresi gelen; süresinde tamamlama oranı = süresinde tamamlanan / süresi gelen."},
    {"method.07_outside",
     "Nhiệm vụ thường xuyên, tạm dừng, đưa ra khỏi danh mục, chưa có thời hạn hoặc chưa đến hạn "
     "không tính vào tỷ lệ của nhiệm vụ đến hạn.",
     "Standing, suspended and withdrawn tasks, and tasks without a deadline or not yet due, enter "
     "no rate of due tasks.",
     "Sürekli, durdurulan ve listeden çıkarılan görevler ile süresi belirlenmemiş veya henüz "
     "gelmemiş görevler, süresi gelen görevlerin oranlarına katılmaz."},
    {"method.08_leads",
     "Nhiệm vụ có nhiều cơ quan chủ trì tính một lần trong tổng số và một lần ở dòng của mỗi cơ "
     "quan chủ trì; việc phối hợp được đếm riêng.",
     "A task with several leads counts once in the total and once in the row of each lead; "
     "coordinating is counted apart.",
     "Birden çok sorumlu kurumu olan görev toplamda bir kez, her sorumlu kurumun satırında birer "
     "kez sayılır; iş birliği görevleri ayrıca sayılır."},
    {"method.09_days",
     "Số ngày chậm là số ngày làm việc sau ngày hết hạn, tính đến ngày hoàn thành hoặc, nếu chưa "
     "xong, đến ngày chốt số liệu.",
     "Days late are working days after the deadline, up to the finishing day or, while open, to "
     "the cut-off day.",
     "Gecikme, sürenin son gününden sonraki iş günleridir; tamamlanma tarihine, tamamlanmamışsa "
     "veri kesim tarihine kadar sayılır."},
    {"method.10_rounding",
     "Tỷ lệ tính từ số đếm và làm tròn đến hai chữ số thập phân (từ nửa đơn vị trở lên làm tròn "
     "lên); tỷ lệ có mẫu số dưới 05 chỉ để tham khảo.",
     "Percentages come from the counts, rounded half up to two decimals; a rate of fewer than 5 "
     "cases is for reference only.",
     "Yüzdeler sayımlardan hesaplanır ve iki ondalık basamağa yuvarlanır (yarım ve üzeri yukarı); "
     "paydası 5'ten küçük oranlar yalnızca bilgi amaçlıdır."},
    {"method.11_empty",
     "“Văn bản không nêu” nghĩa là nguồn không có thông tin; “chưa giải trình” nghĩa là cơ quan "
     "chưa giải trình; “-” nghĩa là không áp dụng.",
     "“Not stated in the source” means that the source is silent; “not explained” that no "
     "explanation was given; “-” that it does not apply.",
     "“Kaynakta belirtilmemiş” kaynağın bilgi içermediğini, “açıklama yapılmadı” kurumun açıklama "
     "vermediğini, “-” ise uygulanmadığını gösterir."},
    {"mtg.approval", "đồng ý về chủ trương", "approval in principle", "ilke olarak onay"},
    {"mtg.conclusions", "kết luận của đồng chí chủ trì", "the chair's conclusions",
     "toplantı başkanının vardığı sonuçlar"},
    {"mtg.persons", "thành phần", "present", "katılanlar"},
    {"mtg.request", "yêu cầu", "request", "talep"},
    {"mtg.task", "giao nhiệm vụ", "task", "görevlendirme"},
    {"nav.chain", "xem diễn biến và nhiệm vụ liên quan", "course of the matter and related tasks",
     "işin seyri ve ilgili görevler"},
    {"nav.contents", "mục lục", "contents", "içindekiler"},
    {"nav.details", "chi tiết", "details", "ayrıntılar"},
    {"nav.list", "danh sách", "list", "liste"},
    {"nav.skip", "chuyển đến nội dung chính", "skip to the content", "içeriğe geç"},
    {"none.agencies", "Không có cơ quan nào được giao nhiệm vụ trong kỳ.",
     "No agency has tasks in this period.", "Bu dönemde görev verilen kurum bulunmamaktadır."},
    {"none.decide", "Không có nội dung nào cần quyết định.", "Nothing awaits a decision.",
     "Karar bekleyen konu bulunmamaktadır."},
    {"none.documents", "Không có văn bản nào được ghi nhận.", "No document is recorded.",
     "Kayıtlı belge bulunmamaktadır."},
    {"none.findings", "Không có.", "None.", "Yok."},
    {"none.here", "Không có.", "None.", "Yok."},
    {"none.indicators", "Không có chỉ tiêu nào được ghi nhận.", "No indicator is recorded.",
     "Kayıtlı gösterge bulunmamaktadır."},
    {"none.meeting", "Chưa ghi nhận hội nghị xem xét kỳ này.",
     "No meeting on this period is recorded.", "Bu döneme ilişkin toplantı kaydı bulunmamaktadır."},
    {"none.tasks", "Không có nhiệm vụ nào trong kỳ.", "There are no tasks in this period.",
     "Bu dönemde görev bulunmamaktadır."},
    {"none.unfinished", "Không có nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch.",
     "No task is overdue or unfinished against the plan.",
     "Süresi geçen veya plana göre tamamlanmayan görev bulunmamaktadır."},
    {"note.classes", "Mỗi con số dẫn đến danh sách tương ứng.", "Each number leads to its list.",
     "Her sayı ilgili listeye götürür."},
    {"note.common", "chung cho mọi nhiệm vụ", "common to all tasks", "bütün görevler için ortak"},
    {"note.long_list", "Nội dung từng nhiệm vụ xem tại danh mục nhiệm vụ.",
     "The register tells what each task is.", "Görevlerin içeriği görev listesindedir."},
    {"note.outside", "“Khác” gồm nhiệm vụ thường xuyên, tạm dừng và đưa ra khỏi danh mục.",
     "“Other” counts standing, suspended and withdrawn tasks.",
     "“Diğer” sütunu sürekli, durdurulan ve listeden çıkarılan görevleri gösterir."},
    {"note.rates", "Mẫu số dưới 05 chỉ để tham khảo.", "Fewer than 5 cases: for reference only.",
     "Paydası 5'ten küçük oranlar yalnızca bilgi amaçlıdır."},
    {"note.sum_of_rows",
     "Số cộng các dòng khác với tổng cộng vì nhiệm vụ có nhiều cơ quan chủ trì được tính ở dòng "
     "của từng cơ quan, nhiệm vụ chưa có cơ quan chủ trì không tính ở dòng nào.",
     "The sum of the rows differs from the total: a task with several leads counts in the row of "
     "each, and a task without a lead in none.",
     "Satırlar toplamı genel toplamdan farklıdır: birden çok sorumlu kurumu olan görev her kurumun "
     "satırında sayılır, sorumlu kurumu belirlenmemiş görev hiçbir satırda yer almaz."},
    {"rate.completion_all", "tỷ lệ đã hoàn thành trên tổng số (trừ nhiệm vụ thường xuyên)",
     "completed among all but standing tasks",
     "sürekli olanlar dışındaki görevlerde tamamlananların oranı"},
    {"rate.late_of_done", "tỷ lệ quá hạn trong số đã hoàn thành",
     "completed late among the completed",
     "tamamlananlar içinde süresinden sonra tamamlananların oranı"},
    {"rate.no_cases", "không có trường hợp nào", "no cases", "kayıt yok"},
    {"rate.rating_behind", "tỷ lệ không bảo đảm tiến độ trong số đến hạn",
     "behind schedule among due tasks (late or overdue)",
     "süresi gelenler içinde gecikenlerin oranı"},
    {"rec.age", "{n} ngày làm việc kể từ khi kiến nghị",
     "{n} working {n?day|days} since it was raised", "önerinin iletilmesinden bu yana {n} iş günü"},
    {"rec.age_answered", "trả lời sau {n} ngày làm việc", "answered after {n} working {n?day|days}",
     "{n} iş günü sonra yanıtlandı"},
    {"rec.answer", "nội dung trả lời", "answer", "yanıt"},
    {"rec.answer_task", "nhiệm vụ giao để giải quyết", "answered by task",
     "yanıt olarak verilen görev"},
    {"rec.partly_answered", "đã trả lời một phần", "answered in part", "kısmen yanıtlandı"},
    {"rec.raised_on", "ngày kiến nghị", "raised on", "iletildiği tarih"},
    {"rec.related", "nhiệm vụ liên quan", "related tasks", "ilgili görevler"},
    {"rec.silent", "chưa có ý kiến", "no answer yet", "henüz yanıt verilmedi"},
    {"rec.status", "kết quả giải quyết", "status", "durum"},
    {"rec.text", "nội dung kiến nghị, đề xuất", "recommendation", "öneri veya talep"},
    {"rec.topic", "nội dung", "topic", "konu"},
    {"rec.withdrawn", "đã rút", "withdrawn", "geri çekildi"},
    {"sect.agencies", "tổng hợp theo cơ quan", "summary by agency", "kurumlara göre özet"},
    {"sect.by_agency", "nhiệm vụ của từng cơ quan", "tasks of each agency", "kurumların görevleri"},
    {"sect.by_class", "nhiệm vụ theo kết quả tại ngày chốt số liệu",
     "tasks by outcome at the data cut-off", "veri kesim tarihindeki sonuçlarına göre görevler"},
    {"sect.classes", "nhiệm vụ theo kết quả thực hiện", "tasks by outcome",
     "sonuçlarına göre görevler"},
    {"sect.decide", "nội dung cần quyết định hôm nay", "matters for decision today",
     "bugün karara bağlanacak konular"},
    {"sect.documents", "văn bản và tiến độ thực hiện", "documents and progress",
     "belgeler ve uygulama durumu"},
    {"sect.done_since", "nhiệm vụ hoàn thành sau ngày cuối kỳ",
     "completed since the end of the period", "dönem sonundan sonra tamamlanan görevler"},
    {"sect.findings", "điểm cần kiểm tra, bổ sung trong số liệu", "points to check in the data",
     "verilerde denetlenmesi gereken hususlar"},
    {"sect.indicators", "chỉ tiêu", "indicators", "göstergeler"},
    {"sect.meeting", "hội nghị và kết luận", "meeting and conclusions", "toplantı ve sonuçları"},
    {"sect.method", "cách tính", "how the figures were computed", "hesaplama yöntemi"},
    {"sect.next", "nhiệm vụ kỳ tới: {next}", "tasks of the next period: {next}",
     "gelecek dönemin görevleri: {next}"},
    {"sect.next_new", "nhiệm vụ mới giao sau ngày cuối kỳ", "assigned after the end of the period",
     "dönem sonundan sonra verilen görevler"},
    {"sect.next_none", "nhiệm vụ kỳ tới", "tasks of the next period", "gelecek dönemin görevleri"},
    {"sect.next_planned", "nhiệm vụ dự kiến, trọng tâm hoặc đến hạn trong kỳ tới",
     "planned for, key to or due in the next period",
     "gelecek dönem için planlanan, öncelikli olan veya süresi dolacak görevler"},
    {"sect.not_population", "không thuộc tổng số của kỳ", "outside the population of the period",
     "dönem toplamı dışındaki görevler"},
    {"sect.other_lists", "nhiệm vụ chuyển tiếp và nhiệm vụ còn vướng mắc",
     "carried-over tasks and tasks that wait", "devreden ve bekleyen görevler"},
    {"sect.rates", "các tỷ lệ", "rates", "oranlar"},
    {"sect.rec_closed", "kiến nghị, đề xuất đã trả lời", "recommendations answered",
     "yanıtlanan öneri ve talepler"},
    {"sect.rec_open", "kiến nghị, đề xuất chưa giải quyết", "recommendations not yet resolved",
     "sonuçlanmayan öneri ve talepler"},
    {"sect.register", "danh mục nhiệm vụ", "register of tasks", "görev listesi"},
    {"sect.summary", "tổng hợp chung", "summary", "genel özet"},
    {"sect.unfinished", "nhiệm vụ quá hạn, chưa hoàn thành", "overdue and unfinished tasks",
     "süresi geçen ve tamamlanmayan görevler"},
    {"status.done_no_deadline", "đã hoàn thành, không có thời hạn", "completed, no deadline set",
     "tamamlandı, süresi belirlenmemişti"},
    {"sum.carried",
     "Chuyển tiếp sang kỳ sau {all} nhiệm vụ, gồm {late} do chậm và {planned} theo kế hoạch; "
     "{no_deadline} nhiệm vụ chưa xác định thời hạn.",
     "{all} {all?task is|tasks are} carried over, {late} because late and {planned} as planned; "
     "{no_deadline} {no_deadline?has|have} no deadline.",
     "Sonraki döneme {all} görev devretmektedir: {late} görev gecikme nedeniyle, {planned} görev "
     "plan gereği. Süresi belirlenmemiş görev sayısı: {no_deadline}."},
    {"sum.carried_none", "Không có nhiệm vụ chuyển tiếp sang kỳ sau.", "No task is carried over.",
     "Sonraki döneme devreden görev bulunmamaktadır."},
    {"sum.rates",
     "Tỷ lệ hoàn thành nhiệm vụ đến hạn là {completion}; tỷ lệ hoàn thành đúng hạn là "
     "{on_time}{few}.",
     "The completion rate of due tasks is {completion}; the on-time rate is {on_time}{few}.",
     "Süresi gelen görevlerde tamamlama oranı {completion}, süresinde tamamlama oranı {on_time} "
     "olarak gerçekleşmiştir{few}."},
    {"sum.rates_none", "Trong kỳ không có nhiệm vụ đến hạn nên không tính tỷ lệ.",
     "No task has fallen due, so there are no rates.",
     "Süresi gelen görev bulunmadığından oran hesaplanmamıştır."},
    {"sum.recs",
     "Có {open} kiến nghị, đề xuất chưa giải quyết trong tổng số {all}; {silent} cơ quan chưa báo "
     "cáo.",
     "{open} of {all} {all?recommendation|recommendations} {open?is|are} unresolved; {silent} "
     "{silent?agency has|agencies have} not reported.",
     "Toplam {all} öneri ve talepten {open} öneri ve talep henüz sonuçlanmamıştır; {silent} kurum "
     "bildirimde bulunmamıştır."},
    {"sum.recs_none", "Không có kiến nghị, đề xuất nào; {silent} cơ quan chưa báo cáo.",
     "There are no recommendations; {silent} {silent?agency has|agencies have} not reported.",
     "Öneri veya talep bulunmamaktadır; {silent} kurum bildirimde bulunmamıştır."},
    {"sum.total",
     "Tổng số {total} nhiệm vụ; đã hoàn thành {done} nhiệm vụ, trong đó {in_time} đúng hạn, {late} "
     "quá hạn và {free} không có thời hạn.",
     "Of {total} {total?task|tasks} in all, {done} {done?has|have} been completed: {in_time} on "
     "time, {late} late and {free} without a deadline.",
     "Toplam {total} görevden {done} görev tamamlanmıştır; bunlardan {in_time} görev süresinde, "
     "{late} görev süresinden sonra, {free} görev ise süre belirlenmeksizin sonuçlandırılmıştır."},
    {"sum.total_none", "Trong kỳ không có nhiệm vụ nào.", "There are no tasks in this period.",
     "Bu dönemde görev bulunmamaktadır."},
    {"sum.total_undone", "Tổng số {total} nhiệm vụ; chưa có nhiệm vụ nào hoàn thành.",
     "Of {total} {total?task|tasks} in all, none has been completed.",
     "Toplam {total} görevden henüz tamamlanan bulunmamaktadır."},
    {"sum.unfinished",
     "Có {unfinished} nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch, trong đó {unexplained} "
     "nhiệm vụ chưa giải trình; đến ngày chốt số liệu đã hoàn thành thêm {since} nhiệm vụ.",
     "{unfinished} {unfinished?task is|tasks are} overdue or unfinished against the plan, "
     "{unexplained} of them not explained; {since} {since?has|have} been completed since.",
     "{unfinished} görev süresi geçmiş veya plana göre tamamlanmamış durumdadır; bunlardan "
     "{unexplained} görev için açıklama yapılmamıştır. Veri kesim tarihine kadar bunlardan {since} "
     "görev tamamlanmıştır."},
    {"sum.unfinished_none", "Không có nhiệm vụ quá hạn hoặc chưa hoàn thành theo kế hoạch.",
     "No task is overdue or unfinished against the plan.",
     "Süresi geçen veya plana göre tamamlanmayan görev bulunmamaktadır."},
    {"task.assigned_on", "ngày giao", "assigned on", "görevin verildiği tarih"},
    {"task.awaiting_since", "đã trình ngày {day}, chờ cho ý kiến",
     "submitted on {day}, awaiting a decision", "{day} tarihinde sunuldu, karar bekleniyor"},
    {"task.class_changed", "cuối kỳ: {end}; ngày chốt: {now}",
     "at the end of the period: {end}; at the cut-off: {now}",
     "dönem sonunda: {end}; veri kesim tarihinde: {now}"},
    {"task.days_late", "chậm {n} ngày làm việc", "{n} working {n?day|days} late",
     "{n} iş günü gecikmeli"},
    {"task.deadline_was", "{now} (ban đầu: {original})", "{now} (originally {original})",
     "{now} (ilk süre: {original})"},
    {"task.documents", "văn bản giao", "source document", "dayanak belge"},
    {"task.doubt", "điểm chưa rõ", "doubt", "netleşmeyen husus"},
    {"task.field_no", "lĩnh vực {n}", "field of work {n}", "çalışma alanı {n}"},
    {"task.fields", "lĩnh vực công tác", "fields of work", "çalışma alanları"},
    {"task.finished_on", "ngày hoàn thành {day}", "finished on {day}", "tamamlandığı tarih: {day}"},
    {"task.key_of_next", "nhiệm vụ trọng tâm kỳ tới", "key task of the next period",
     "gelecek dönemin öncelikli görevi"},
    {"task.meeting", "hội nghị", "meeting", "toplantı"},
    {"task.planned", "có trong kế hoạch của kỳ", "planned for the period",
     "dönem planında yer alıyor"},
    {"task.planned_next", "dự kiến trong kỳ tới", "planned for the next period",
     "gelecek dönem planında yer alıyor"},
    {"task.progress", "tiến độ {percent}", "progress {percent}", "ilerleme {percent}"},
    {"task.progress_on", "tiến độ {percent} (báo cáo ngày {day})",
     "progress {percent} (reported on {day})", "ilerleme {percent} ({day} tarihli bildirim)"},
    {"task.quality", "chất lượng", "quality", "nitelik"},
    {"task.reason", "lý do", "reason", "gerekçe"},
    {"task.returned", "đã trả lại {n} lần", "times returned: {n}", "{n} kez iade edildi"},
    {"th.completion", "hoàn thành / đến hạn", "completed / due", "tamamlanan / süresi gelen"},
    {"th.coordinated", "phối hợp", "coordinating", "iş birliği"},
    {"th.done_in_time", "đúng hạn", "on time", "süresinde"},
    {"th.done_late", "quá hạn", "late", "süresinden sonra"},
    {"th.done_no_deadline", "không có thời hạn", "no deadline", "süresiz"},
    {"th.on_time", "đúng hạn / đến hạn", "on time / due", "süresinde / süresi gelen"},
    {"th.open_in_time", "trong hạn", "in time", "süresi içinde"},
    {"th.open_no_deadline", "chưa có thời hạn", "no deadline", "süresiz"},
    {"th.open_overdue", "quá hạn", "overdue", "süresi geçmiş"},
    {"th.still_overdue", "quá hạn tại ngày chốt", "overdue at the cut-off",
     "veri kesiminde süresi geçmiş"},
    {"time.month", "tháng {mm}/{year}", "{month} {year}", "{month} {year}"},
    {"time.year", "năm {year}", "{year}", "{year} yılı"},
    {"unfinished.unexplained", "Chưa giải trình: {n} nhiệm vụ.",
     "Not explained: {n} {n?task|tasks}.", "Açıklama yapılmayan görev sayısı: {n}."},
    {"waiting.n", "{n} nhiệm vụ đang chờ", "{n} {n?task waits|tasks wait} for it",
     "bekleyen görev sayısı: {n}"},
};
static_assert(std::ranges::is_sorted(rows, std::ranges::less{}, &label_row::key));

}  // namespace

std::span<const label_row> own_labels() noexcept { return rows; }

}  // namespace mandate::wording
