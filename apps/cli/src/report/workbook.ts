// The report as a workbook in the form of the guide's reports: cover, summary, items, hosts, evidence, exceptions. Written as a stream.
import type { Writable } from 'node:stream';
import type { Importance } from '@bongsu/core';
import { ledgerStates, scoreFormula } from '@bongsu/engines';
import { detailIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import { coverRows } from './cover.ts';
import { editionJudge } from '../commands/editions.ts';
import { hostEvidence, judgeMark, rowEvidenceIds, rowFinding, rowRemedy, rowResult } from './host-rows.ts';
import type { Sheets } from './sheets.ts';
import { sheetsOpen } from './sheets.ts';
import type { ReportView } from './view.ts';

/** The order of the sheets is the table of contents. */
const parts = ['summary', 'items', 'hosts', 'evidence', 'exceptions'] as const;

/** Writes the workbook to `stream` and waits until it is out. */
export async function workbookWrite(stream: Writable, view: ReportView, say: Voice): Promise<void> {
  const sheets = await sheetsOpen(stream);
  cover(sheets, view, say);
  summary(sheets, view, say);
  items(sheets, view, say);
  hosts(sheets, view, say);
  evidence(sheets, view, say);
  exceptions(sheets, view, say);
  await sheets.close();
}

function cover(sheets: Sheets, view: ReportView, say: Voice): void {
  const sheet = sheets.sheet(say('report.cover'), [
    { head: say('report.title'), width: 28 },
    { head: view.organization, width: 100 },
  ]);
  for (const row of coverRows(view, say)) sheet.row(row);
  sheet.row(['', '']);
  sheet.row([say('report.contents'), '']);
  for (const part of parts) sheet.row([{ sheet: say(`report.${part}`) }, say(`report.about-${part}`)]);
  sheet.end();
}

function summary(sheets: Sheets, view: ReportView, say: Voice): void {
  const heads = ['report.subject', 'report.measure', 'head.count'] as const;
  const sheet = sheets.sheet(
    say('report.summary'),
    heads.map((head, index) => ({ head: say(head), width: index === 2 ? 14 : 48 })),
  );
  for (const state of ledgerStates)
    if (view.coverage.states[state] > 0)
      sheet.row([say('sheet.coverage'), say(`state.${state}`), view.coverage.states[state]]);
  sheet.row([say('sheet.coverage'), say('head.total'), view.coverage.total]);
  sheet.row([say('sheet.coverage'), say('report.unreadable'), view.coverage.unreadable.length]);
  sheet.row([say('report.all-editions'), say('score.score'), view.score.percent ?? '·']);
  for (const { edition, items: all, counts, score } of view.editions) {
    sheet.row([edition.id, say('score.score'), score.percent ?? '·']);
    for (const [status, count] of Object.entries(counts))
      sheet.row([edition.id, say(`status.${status as 'pass'}`), count]);
    for (const importance of ['high', 'medium', 'low'] satisfies Importance[]) {
      const failing = all.filter((item) => item.row.importance === importance);
      const count = failing.reduce((sum, item) => sum + item.counts.fail, 0);
      sheet.row([edition.id, `${say(`importance.${importance}`)}: ${say('status.fail')}`, count]);
    }
  }
  sheet.row([say('report.formula'), scoreFormula(view.rules), '']);
  sheet.end();
}

function items(sheets: Sheets, view: ReportView, say: Voice): void {
  const statuses = ['pass', 'fail', 'unknown', 'manual', 'notApplicable'] as const;
  const sheet = sheets.sheet(say('report.items'), [
    { head: say('report.edition'), width: 18 },
    { head: say('head.code'), width: 10 },
    { head: say('head.item'), width: 44 },
    { head: say('head.importance'), width: 8 },
    ...statuses.map((status) => ({ head: say(`status.${status}`), width: 10 })),
    { head: say('head.total'), width: 10 },
    { head: say('report.failing-hosts'), width: 60 },
    { head: say('head.unit'), width: 44 },
  ]);
  for (const { edition, items: all } of view.editions)
    for (const { row, counts, failing } of all)
      sheet.row([
        edition.id,
        row.code,
        `${say.text(row.title)}${judgeMark(editionJudge(row), say)}`,
        say(`importance.${row.importance}`),
        ...statuses.map((status) => counts[status]),
        statuses.reduce((sum, status) => sum + counts[status], 0),
        failing.join(' '),
        row.items.map((item) => item.unit).join(' '),
      ]);
  sheet.end();
}

function hosts(sheets: Sheets, view: ReportView, say: Voice): void {
  const sheet = sheets.sheet(say('report.hosts'), [
    { head: say('report.number'), width: 10 },
    { head: say('head.account'), width: 15 },
    { head: say('head.region'), width: 16 },
    { head: say('head.instance'), width: 22 },
    { head: say('head.name'), width: 20 },
    { head: say('report.address'), width: 16 },
    { head: say('head.platform'), width: 22 },
    { head: say('head.state'), width: 14 },
    { head: say('report.edition'), width: 18 },
    { head: say('head.code'), width: 10 },
    { head: say('head.item'), width: 40 },
    { head: say('head.importance'), width: 8 },
    { head: say('head.result'), width: 10 },
    { head: say('head.reason'), width: 60 },
    { head: say('head.remedy'), width: 60 },
    { head: say('report.evidence-id'), width: 40 },
  ]);
  for (const host of view.hosts) {
    const { accountId, region, instanceId, name, state } = host.target;
    const who = [host.number, accountId, region, instanceId, name, host.address, host.platform];
    const where = [...who, say(`state.${state ?? 'pending'}`)];
    // A host that nobody judged has a row too: what is missing here would look like what is in order.
    if (host.rows.length === 0)
      sheet.row([...where, '', '', '', '', say('status.unknown'), detailIn(host.target.detail, say), '', '']);
    for (const row of host.rows)
      sheet.row([
        ...where,
        row.edition,
        row.code,
        say.text(row.title),
        say(`importance.${row.importance}`),
        rowResult(row, say),
        rowFinding(row, say),
        rowRemedy(host, row, say),
        rowEvidenceIds(host, row).join('\n'),
      ]);
  }
  sheet.end();
}

function evidence(sheets: Sheets, view: ReportView, say: Voice): void {
  const sheet = sheets.sheet(say('report.evidence'), [
    { head: say('report.evidence-id'), width: 44 },
    { head: say('report.number'), width: 10 },
    { head: say('head.instance'), width: 22 },
    { head: say('head.unit'), width: 26 },
    { head: say('head.result'), width: 10 },
    { head: say('report.source'), width: 44 },
    { head: say('host.found'), width: 60 },
    { head: say('host.expected'), width: 40 },
    { head: say('report.received'), width: 24 },
    { head: 'SHA-256', width: 66 },
  ]);
  for (const host of view.hosts)
    for (const { id, item, proof } of hostEvidence(host, say))
      sheet.row([
        id,
        host.number,
        host.target.instanceId,
        item.unit,
        `${say(`status.${item.status}`)}${judgeMark(item.judgedBy, say)}`,
        proof.source,
        proof.found,
        proof.expected ?? say.text(item.expects),
        host.target.endedAt ?? '',
        host.target.evidenceSha256 ?? '',
      ]);
  sheet.end();
}

function exceptions(sheets: Sheets, view: ReportView, say: Voice): void {
  const sheet = sheets.sheet(say('report.exceptions'), [
    { head: say('report.kind'), width: 18 },
    { head: say('report.subject'), width: 60 },
    { head: say('report.what'), width: 40 },
    { head: say('basis.why'), width: 70 },
    { head: say('answer.by'), width: 18 },
    { head: say('answer.at'), width: 12 },
    { head: say('answer.until'), width: 12 },
  ]);
  for (const one of view.exceptions)
    sheet.row([
      say(`exception.${one.kind}`),
      one.subject,
      say.text(one.what),
      say.text(one.why),
      one.by,
      one.from,
      one.until,
    ]);
  sheet.end();
}
