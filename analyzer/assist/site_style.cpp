// How the site looks.
#include "analyzer/assist/site.hpp"

namespace alyx::analyzer {

std::string_view site_style() {
    return R"css(/* How the pages look: plain, narrow enough to read, light or dark. */
:root {
  --paper: #ffffff; --ink: #1c2128; --faint: #59636e; --line: #d7dde4; --sheet: #f5f7f9; --link: #0757b3;
  --error: #b42318; --warning: #8a5300; --information: #0b6270;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e3e8ee; --faint: #9aa6b2; --line: #313942; --sheet: #1d232a; --link: #79b8ff;
    --error: #ff8a80; --warning: #f2b84b; --information: #6fd0dd;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); background: var(--sheet); }
header > div, main { max-width: 58rem; margin: 0 auto; padding: 0 1.25rem; }
header > div { display: flex; align-items: center; gap: 1.5rem; min-height: 3.25rem; }
header .home { color: var(--ink); font-weight: 700; }
header nav { display: flex; gap: 1.25rem; }
header nav a[aria-current] { color: var(--ink); box-shadow: inset 0 -2px var(--link); }
main { padding-top: 1.75rem; padding-bottom: 4rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .6rem; }
p, ul { margin: .6rem 0; }
ul { padding-left: 1.25rem; }
.family { color: var(--faint); margin: 0 0 .25rem; font-size: .9rem; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .875em; background: var(--sheet); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
pre { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; margin: 1rem 0 .6rem;
  overflow-x: auto; line-height: 1.5; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.table { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem 1.25rem .4rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 500; font-size: .85rem; }
th:last-child, td:last-child { padding-right: 0; width: 99%; }
td:not(:last-child) { white-space: nowrap; }
td[data-is="error"] { color: var(--error); }
td[data-is="warning"] { color: var(--warning); }
td[data-is="information"] { color: var(--information); }
.leaf { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 1.5rem; margin-top: 3rem; padding-top: 1rem;
  border-top: 1px solid var(--line); font-size: .94rem; }
.leaf [rel="prev"]::before { content: "\2190\00a0"; }
.leaf [rel="next"]::after { content: "\00a0\2192"; }
@media (max-width: 40rem) {
  .table { overflow-x: visible; }
  table, tbody, tr, td { display: block; width: auto; }
  thead { display: none; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td, td:not(:last-child) { border: 0; padding: .05rem 0; white-space: normal; }
  td:empty { display: none; }
  td::before { content: attr(data-label) ": "; color: var(--faint); font-size: .85rem; }
  td[data-label="Code"]::before, td[data-label="Name"]::before, td[data-label="About"]::before { content: none; }
  pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
}
@media print { header, .leaf { display: none; } }
)css";
}

}  // namespace alyx::analyzer
