#include "report/html_style.hpp"

namespace mandate::html {

std::string_view style_sheet() noexcept {
    return R"(
:root { --green: #1b7f3b; --amber: #a86400; --slate: #3b5b7a; --red: #b3261e; --rule: #c9c9c9; }
* { box-sizing: border-box; }
html { scroll-padding-top: 8.5rem; }
body { margin: 0 auto; max-width: 1120px; padding: 0 16px 48px; background: #fff; color: #1a1a1a;
  font: 16px/1.5 "Times New Roman", "Liberation Serif", "Noto Serif", "DejaVu Serif", serif; }
a { color: #1a4480; text-underline-offset: 2px; }
:target { outline: 2px solid #1a4480; outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 16px; top: 4px; z-index: 2; background: #fff; padding: 4px 8px; }
.off { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
header { position: sticky; top: 0; z-index: 1; background: #fff; border-bottom: 2px solid #1a1a1a;
  padding: 10px 0 8px; }
h1 { margin: 0; font-size: 20px; line-height: 1.3; }
header p { margin: 2px 0 0; font-size: 14px; }
header .silent { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
h2 { margin: 36px 0 10px; font-size: 18px; border-bottom: 1px solid var(--rule); padding-bottom: 4px; }
h3 { margin: 22px 0 8px; font-size: 15px; }
.contents { margin: 16px 0; font-size: 14px; }
.contents ol { columns: 3; column-gap: 32px; margin: 0; padding-left: 24px; }
.contents li { break-inside: avoid; }
.summary { margin: 0; padding-left: 24px; }
.summary li { margin: 6px 0; }
.summary .go { font-size: 13px; margin-left: 6px; white-space: nowrap; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); gap: 14px; }
.card { border: 1px solid var(--rule); border-left: 4px solid #1a1a1a; padding: 10px 14px; font-size: 14px; }
.card h3 { margin: 0 0 6px; font-size: 14px; }
.card .more { margin: 6px 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 4px 0; }
.card dl { grid-template-columns: 9.5em 1fr; }
dt { color: #555; }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.4; margin: 8px 0; }
caption { text-align: left; font-size: 13px; color: #555; padding: 4px 0; }
body { overflow-wrap: anywhere; }
table { overflow-wrap: break-word; }
td, tbody th, dd { overflow-wrap: anywhere; }
th, td { border: 1px solid var(--rule); padding: 4px 7px; text-align: left; vertical-align: top; }
thead th { background: #f3f3f3; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody .group { background: #f8f8f8; font-weight: 600; }
.narrow { width: auto; min-width: 62%; }
.counts thead th + th, .rates thead th:nth-child(2), .rates thead th:nth-child(3) { text-align: right; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th.n { white-space: normal; }
.warnings td:nth-child(2) { width: 24%; }
.d { white-space: nowrap; }
.sum > * { font-weight: 600; border-top: 2px solid #1a1a1a; }
.figures { font-size: 13px; }
.figures th, .figures td { padding: 4px 5px; }
.figures td { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.figures td:last-child { text-align: left; }
.figures thead th { font-size: 12px; padding: 4px; }
.figures thead tr + tr th, .figures thead [rowspan]:not(:first-child, :last-child) { text-align: right; }
.figures tbody th { min-width: 7em; }
.tasks .code { width: 6.5em; overflow-wrap: anywhere; }
.tasks .lead { width: 20%; }
.tasks .due { width: 15%; }
.tasks .state { width: 22%; }
.reasons .lead { width: 13%; }
.reasons .due { width: 11%; }
.reasons .state, .reasons .why { width: 22%; }
.recs td:nth-child(2) { width: 32%; }
.recs td:nth-child(6) { width: 24%; }
.lines { font-size: 14px; margin: 6px 0; }
small, .small, .note { font-size: 13px; color: #555; }
.note { margin: 6px 0; }
small, .small { display: block; }
b { font-weight: 600; }
[scope="row"], [href^="#t-"] { white-space: nowrap; }
.figures [scope="row"], .narrow [scope="row"] { white-space: normal; }
.done_in_time { color: var(--green); }
.done_late { color: var(--amber); }
.open_in_time { color: var(--slate); }
.open_overdue, .missing { color: var(--red); }
.open_without_deadline { text-decoration: underline dashed #777; }
del { display: block; }
.bar, .key { vertical-align: -1px; }
rect { height: 12px; }
rect.frame { fill: none; stroke: #777; }
rect.done_in_time { fill: var(--green); }
rect.done_late { fill: var(--amber); }
rect.done_without_deadline { fill: #fff; stroke: var(--green); }
rect.open_in_time { fill: var(--slate); }
rect.open_overdue { fill: var(--red); }
rect.open_without_deadline { fill: #fff; stroke: #777; stroke-dasharray: 3 2; }
rect.standing, rect.suspended, rect.cancelled { fill: #ddd; }
rect.value { fill: var(--slate); }
rect.no_value { fill: url(#hatch); stroke: #777; }
details { font-size: 13px; }
summary { cursor: pointer; color: #1a4480; }
details h4 { margin: 8px 0 2px; font-size: inherit; }
details ul { margin: 2px 0; }
.tree, .tree ul { list-style: none; margin: 0; padding-left: 0; }
.tree ul { padding-left: 22px; border-left: 1px solid var(--rule); }
.tree li { margin: 10px 0; }
.method li { margin: 6px 0; }
@media (max-width: 900px), (max-height: 600px) {
  html { scroll-padding-top: 1rem; }
  header { position: static; }
  header .silent { white-space: normal; }
  .contents ol { columns: 1; }
}
@page { size: A4 landscape; margin: 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  * { color: #000 !important; background-color: #fff !important; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2 { margin: 16pt 0 4pt; font-size: 12pt; }
  h3 { margin: 8pt 0 3pt; font-size: 10pt; }
  header { position: static; }
  header .silent { white-space: normal; }
  a { text-decoration: none; }
  .contents, .skip, .summary .go, .card .more { display: none; }
  .wide { overflow: visible; }
  table { font-size: 9pt; }
  .figures, .figures thead th { font-size: 8.5pt; }
  caption, small, .small, .note, details, .lines { font-size: 8.5pt; }
  td, tbody th, dd { overflow-wrap: anywhere; }
th, td { border: 0.5pt solid #000; }
  thead { display: table-header-group; }
  tr, .card, .contents li, .tree > li > p, .method li, .summary li { break-inside: avoid; }
  h2, h3, caption, .group { break-after: avoid; }
  .cards { grid-template-columns: repeat(2, 1fr); }
  .card { border: 0.5pt solid #000; }
  .narrow { break-inside: avoid; }
  .reasons tbody { break-inside: avoid; }
  #unexplained, #not-reported { break-after: avoid; }
  main { padding-right: 1px; }
  summary { list-style: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .missing { font-weight: 700; }
  rect.frame { stroke: #000; }
  rect.done_in_time { fill: #000; }
  rect.done_late { fill: url(#hatch); stroke: #000; }
  rect.done_without_deadline { fill: #ccc; }
  rect.open_in_time { fill: #fff; stroke: #000; }
  rect.open_overdue { fill: url(#cross); stroke: #000; }
  rect.open_without_deadline { stroke: #000; }
  rect.value { fill: #000; }
}
)";
}

std::string_view bar_patterns() noexcept {
    return R"(
<svg class="off" width="0" height="0" aria-hidden="true"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/><path d="M0 5L5 0" stroke="#555"/></pattern>
<pattern id="cross" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fff"/><path d="M0 4L4 0M0 0L4 4" stroke="#000"/></pattern>
</defs></svg>)";
}

}  // namespace mandate::html
