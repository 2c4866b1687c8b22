// The report as one HTML file that prints to PDF: cover, contents, coverage, summary, items, hosts with their proof, exceptions.
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import type { VerdictStatus } from '@bongsu/core';
import { ledgerStates, scoreFormula } from '@bongsu/engines';
import type { Voice } from '../language/say.ts';
import { coverRows } from './cover.ts';
import type { Html } from './escape.ts';
import { html } from './escape.ts';
import { fontRules } from './font.ts';
import { editionJudge } from '../commands/editions.ts';
import { judgeMark } from './host-rows.ts';
import { hostPart } from './page-host.ts';
import { reportStyle } from './style.ts';
import type { EditionView, ReportView, StatusCounts } from './view.ts';

/** Writes the page part by part; a fleet's report is larger than memory should hold as one text. */
export async function pageWrite(stream: Writable, view: ReportView, say: Voice): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  const title = html`${say('report.title')} – ${view.organization}`.markup;
  await write(`<!doctype html>\n<html lang="${say.lang}">\n<meta charset="utf-8">\n<title>${title}</title>\n`);
  await write(`<style>${reportStyle}</style>\n<body>\n`);
  const characters = new Set<string>();
  for (const part of partsOf(view, say)) {
    for (const character of part.markup) characters.add(character);
    await write(`${part.markup}\n`);
  }
  // At the end, when it is known which characters there are.
  await write(`<style>${await fontRules(characters)}</style>\n</body>\n</html>\n`);
  stream.end();
  await once(stream, 'finish');
}

function* partsOf(view: ReportView, say: Voice): Generator<Html> {
  yield coverPart(view, say);
  yield contentsPart(view, say);
  yield coveragePart(view, say);
  yield summaryPart(view, say);
  yield html`<h2 id="items">3. ${say('report.items')}</h2>`;
  for (const edition of view.editions) yield itemsPart(edition, say);
  yield html`<h2 id="hosts">4. ${say('report.hosts')} · ${say('report.evidence')}</h2>`;
  for (const host of view.hosts) yield hostPart(host, say);
  yield exceptionsPart(view, say);
}

function coverPart(view: ReportView, say: Voice): Html {
  const rows = coverRows(view, say).map(([name, value]) => html`<tr><th>${name}</th><td class="w">${value}</td></tr>`);
  return html`<h1>${say('report.title')}</h1><table>${rows}</table>`;
}

function contentsPart(view: ReportView, say: Voice): Html {
  const hosts = view.hosts.map(
    (host) =>
      html`<li><a href="#${host.number}">${host.number} ${host.target.instanceId} ${host.target.name}</a> <span class="dim">${host.target.accountId} · ${say(`state.${host.target.state ?? 'pending'}`)}</span></li>`,
  );
  const editions = view.editions.map(
    ({ edition }) => html`<li><a href="#${edition.id}">${say.text(edition.title)}</a></li>`,
  );
  return html`<nav><h2>${say('report.contents')}</h2><ol>
<li><a href="#coverage">${say('report.coverage-title')}</a></li>
<li><a href="#summary">${say('report.summary')}</a></li>
<li><a href="#items">${say('report.items')}</a><ol>${editions}</ol></li>
<li><a href="#hosts">${say('report.hosts')} · ${say('report.evidence')}</a><ol>${hosts}</ol></li>
<li><a href="#exceptions">${say('report.exceptions')}</a></li></ol></nav>`;
}

function coveragePart({ coverage }: ReportView, say: Voice): Html {
  const used = ledgerStates.filter((state) => coverage.states[state] > 0);
  const heads = used.map((state) => html`<th>${say(`state.${state}`)}</th>`);
  const rows = [
    ...coverage.rows,
    { accountId: say('head.total'), region: '', states: coverage.states, total: coverage.total },
  ];
  const lines = rows.map(
    (row) =>
      html`<tr><td>${row.accountId}</td><td>${row.region}</td>${used.map((state) => html`<td class="n">${row.states[state]}</td>`)}<td class="n">${row.total}</td></tr>`,
  );
  const sum = used.reduce((total, state) => total + coverage.states[state], 0);
  return html`<h2 id="coverage">1. ${say('report.coverage-title')}</h2>
<table><thead><tr><th>${say('head.account')}</th><th>${say('head.region')}</th>${heads}<th>${say('head.total')}</th></tr></thead>${lines}</table>
<p>${say('coverage.sum', { sum, total: coverage.total })}. ${say('report.unreadable')}: ${coverage.unreadable.length}</p>`;
}

const statuses: readonly VerdictStatus[] = ['pass', 'fail', 'unknown', 'manual', 'notApplicable'];

function bar(counts: StatusCounts): Html {
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  const parts = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => html`<i class="${status}" style="width:${((counts[status] * 100) / total).toFixed(2)}%"></i>`);
  return html`<div class="bar">${parts}</div>`;
}

function summaryPart(view: ReportView, say: Voice): Html {
  const heads = statuses.map((status) => html`<th>${say(`status.${status}`)}</th>`);
  const rows = view.editions.map(
    ({ edition, counts, score }) =>
      html`<tr><td><a href="#${edition.id}">${edition.id}</a>${bar(counts)}</td>${statuses.map((status) => html`<td class="n ${status}">${counts[status]}</td>`)}<td class="n">${score.percent === null ? '·' : score.percent.toFixed(1)}</td></tr>`,
  );
  const worst = view.hosts
    .filter((host) => host.rows.length > 0)
    .toSorted((a, b) => b.counts.fail - a.counts.fail || b.counts.unknown - a.counts.unknown)
    .slice(0, 10)
    .map(
      (host) =>
        html`<tr><td><a href="#${host.number}">${host.number}</a></td><td>${host.target.instanceId} ${host.target.name}</td><td class="n fail">${host.counts.fail}</td><td class="n unknown">${host.counts.unknown}</td><td class="n">${host.score.percent === null ? '·' : host.score.percent.toFixed(1)}</td></tr>`,
    );
  return html`<h2 id="summary">2. ${say('report.summary')}</h2>
<table><thead><tr><th>${say('report.edition')}</th>${heads}<th>${say('score.score')}</th></tr></thead>${rows}</table>
<p class="dim">${say('report.formula')}: ${scoreFormula(view.rules)}</p>
<h3>${say('results.hosts')}</h3><table><thead><tr><th>${say('report.number')}</th><th>${say('head.instance')}</th><th>${say('status.fail')}</th><th>${say('status.unknown')}</th><th>${say('score.score')}</th></tr></thead>${worst}</table>`;
}

function itemsPart({ edition, items }: EditionView, say: Voice): Html {
  const heads = statuses.map((status) => html`<th>${say(`status.${status}`)}</th>`);
  const rows = items.map(({ row, counts, failing }) => {
    const links = failing.map((number) => html`<a href="#${number}-${edition.id}-${row.code}">${number}</a> `);
    return html`<tr><td class="k">${row.code}</td><td>${say.text(row.title)}${judgeMark(editionJudge(row), say)}</td><td>${say(`importance.${row.importance}`)}</td>${statuses.map((status) => html`<td class="n ${status}">${counts[status]}</td>`)}<td class="c">${links}</td></tr>`;
  });
  return html`<h3 id="${edition.id}">${say.text(edition.title)} <span class="dim">${edition.id} · ${edition.source}</span></h3>
<table><thead><tr><th>${say('head.code')}</th><th>${say('head.item')}</th><th>${say('head.importance')}</th>${heads}<th>${say('report.failing-hosts')}</th></tr></thead>${rows}</table>`;
}

function exceptionsPart({ exceptions }: ReportView, say: Voice): Html {
  const rows = exceptions.map(
    (one) =>
      html`<tr><td>${say(`exception.${one.kind}`)}</td><td>${one.subject}</td><td>${say.text(one.what)}</td><td class="w">${say.text(one.why)}</td><td>${one.by}</td><td>${one.from}</td><td>${one.until}</td></tr>`,
  );
  return html`<h2 id="exceptions">5. ${say('report.exceptions')}</h2>
<table><thead><tr><th>${say('report.kind')}</th><th>${say('report.subject')}</th><th>${say('report.what')}</th><th>${say('basis.why')}</th><th>${say('answer.by')}</th><th>${say('answer.at')}</th><th>${say('answer.until')}</th></tr></thead>${rows}</table>`;
}
