// Both formats of a report from one small campaign, word for word against files kept beside; and hostile text through each.
import { PassThrough } from 'node:stream';
import { buffer, text as streamText } from 'node:stream/consumers';
import type { Campaign, Framework, HostVerdict, Target } from '@bongsu/core';
import { strictBasis, neverSent } from '@bongsu/core';
import { scoreRules } from '@bongsu/engines';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { editionsNamed } from '../commands/editions.ts';
import { hostItems } from '../commands/judged.ts';
import { voiceOf } from '../language/say.ts';
import { escapeHtml, html } from './escape.ts';
import { pageWrite } from './page.ts';
import type { ReportMatter } from './matter.ts';
import type { ReportView } from './view.ts';
import { evidenceId, reportView } from './view.ts';
import { workbookWrite } from './workbook.ts';

const hostile = '<img src=x onerror=alert(1)>"\'&\u202e=cmd|\u0007';
const place = { campaignId: 'c1', accountId: '111111111111', region: 'ap-northeast-2' };

function target(instanceId: string, change: Partial<Target> = {}): Target {
  return {
    ...neverSent,
    ...place,
    instanceId,
    name: 'web',
    runId: `r-${instanceId}`,
    phase: 'ended',
    state: 'assessed',
    detail: '',
    commandId: 'c',
    endedAt: '2026-11-01T00:10:00.000Z',
    evidenceSha256: 'ab'.repeat(32),
    ...change,
  };
}

function verdict(instanceId: string, unit: string, change: Partial<HostVerdict>): HostVerdict {
  return {
    ...place,
    instanceId,
    unit,
    status: 'pass',
    reason: { ko: '기준을 충족함', en: 'the criterion is met' },
    evidence: [{ source: '/etc/x:1', found: 'x', expected: 'y' }],
    gaps: [],
    basis: strictBasis,
    ...change,
  };
}

const edition: Framework = {
  ...(editionsNamed('kisa-unix-2026')[0] as Framework),
  items: (editionsNamed('kisa-unix-2026')[0] as Framework).items.filter((item) =>
    ['U-01', 'U-18', 'U-28'].includes(item.code),
  ),
};
const shadow = {
  status: 'pass',
  basis: {
    profile: 'distro-aware',
    changed: [{ name: 'shadowGroup', value: 'true', guide: 'false', by: 'profile', why: { ko: '까닭', en: 'why' } }],
  },
} as const;
const limits = { deliverySeconds: 600, executionSeconds: 900, urlSeconds: 1800, resultBytes: 262_144, concurrency: 10 };
const campaign: Campaign = {
  campaignId: 'c1',
  snapshotId: 's1',
  createdAt: '2026-11-01T00:00:00.000Z',
  endedAt: '2026-11-01T00:20:00.000Z',
  phase: 'ended',
  stopped: null,
  plan: {
    limits,
    scriptSha256: 'cd'.repeat(32),
    scriptBytes: 1,
    units: [],
    places: [],
    counts: {},
    calls: {},
    credentialSeconds: null,
    gaps: [],
    settings: { profile: 'distro-aware', parameters: {} },
  },
  script: '',
};

function matter(change: Partial<ReportMatter> = {}): ReportMatter {
  const targets = [
    target('i-1'),
    target('i-2', { name: hostile, evidenceSha256: 'ef'.repeat(32) }),
    target('i-3', { state: 'stopped', evidenceSha256: null, detail: 'stopped' }),
  ];
  const states = { assessed: 2, stopped: 1 };
  const zero = [
    'partly-assessed',
    'imported',
    'not-managed',
    'agent-offline',
    'platform-unsupported',
    'excluded',
    'undeliverable',
    'timed-out',
    'failed',
    'no-result',
    'result-refused',
    'pending',
  ];
  const counts = {
    ...Object.fromEntries(zero.map((state) => [state, 0])),
    ...states,
  } as ReportMatter['coverage']['states'];
  return {
    organization: '봉수 은행',
    campaign,
    madeAt: '2026-11-02T00:00:00.000Z',
    coverage: {
      total: 3,
      states: counts,
      rows: [{ accountId: place.accountId, region: place.region, total: 3, states: counts }],
      unreadable: [],
    },
    instances: [],
    targets,
    items: hostItems([
      verdict('i-1', 'ssh.root-login', {}),
      verdict('i-1', 'file.shadow-permissions', shadow),
      verdict('i-1', 'network.source-restriction', { status: 'manual' }),
      verdict('i-2', 'ssh.root-login', {
        status: 'fail',
        reason: { ko: hostile, en: hostile },
        evidence: [{ source: hostile, found: hostile }],
      }),
      verdict('i-2', 'file.shadow-permissions', { status: 'unknown', evidence: [], gaps: [] }),
    ]),
    answers: [],
    editions: [edition],
    rules: scoreRules,
    ...change,
  };
}

async function page(view: ReportView, lang: 'ko' | 'en'): Promise<string> {
  const stream = new PassThrough();
  const [markup] = await Promise.all([streamText(stream), pageWrite(stream, view, voiceOf(lang))]);
  return markup.replace(/base64,[A-Za-z0-9+/=]+/g, 'base64,…').replace(/(?:@font-face\{[^}]*\}\n?)+/, '@font-face{…}');
}

async function sheets(view: ReportView, lang: 'ko' | 'en'): Promise<Record<string, unknown[][]>> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), workbookWrite(stream, view, voiceOf(lang))]);
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const all: Record<string, unknown[][]> = {};
  book.eachSheet((sheet) => {
    const rows: unknown[][] = [];
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    all[sheet.name] = rows;
  });
  return all;
}

describe.each(['ko', 'en'] as const)('the report in %s', (lang) => {
  const view = reportView(matter());

  it('is the page kept beside', async () => {
    await expect(await page(view, lang)).toMatchFileSnapshot(`golden/report.${lang}.html`);
  });

  it('is the workbook kept beside', async () => {
    const text = Object.entries(await sheets(view, lang))
      .map(([name, rows]) => [`# ${name}`, ...rows.map((row) => JSON.stringify(row))].join('\n'))
      .join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/report.${lang}.txt`);
  });
});

it('has the six parts of the form, in their order', async () => {
  const names = Object.keys(await sheets(reportView(matter()), 'ko'));
  expect(names).toEqual(['표지', '요약', '항목별 결과', '서버별 상세', '증적', '예외']);
});

it('counts what the rows of the hosts say, and every row leads to evidence that is there', async () => {
  const all = await sheets(reportView(matter()), 'ko');
  const hosts = all['서버별 상세'] ?? [];
  const head = hosts[0] as string[];
  const column = (name: string) => hosts.slice(1).map((row) => row[head.indexOf(name)] as string);
  for (const [, code, , , passed, failed, unknown, manual, none, total] of (all['항목별 결과'] ?? []).slice(1)) {
    const results = column('결과').filter((_, index) => column('점검코드')[index] === code);
    const count = (result: string): number => results.filter((one) => one === result).length;
    expect([passed, failed, unknown, manual, none]).toEqual(['양호', '취약', '판단불가', '수동', 'N/A'].map(count));
    expect(total).toBe(results.length);
  }
  const known = new Set((all['증적'] ?? []).slice(1).map(([id]) => id));
  const named = column('증적번호')
    .flatMap((ids) => (ids ?? '').split('\n'))
    .filter(Boolean);
  expect(named.length).toBeGreaterThan(3);
  for (const id of named) expect(known).toContain(id);
});

it('has a row for a host that nobody judged, and names it among the exceptions', async () => {
  const all = await sheets(reportView(matter()), 'en');
  const row = all['Details by host']?.find((cells) => cells.includes('i-3'));
  expect(row).toContain('unknown');
  expect(JSON.stringify(all['Exceptions'])).toContain('i-3');
});

it('shows an item that was not judged on a host as unknown, never as nothing', () => {
  const view = reportView(matter());
  const second = view.hosts.find((host) => host.target.instanceId === 'i-2');
  expect(second?.rows.map((row) => [row.code, row.status])).toEqual([
    ['U-01', 'fail'],
    ['U-18', 'unknown'],
    ['U-28', 'unknown'],
  ]);
});

it('lists answers that count, answers that expired, and values that are not the guide’s', () => {
  const answer = {
    unit: 'network.source-restriction',
    scope: '*',
    verdict: 'pass',
    words: 'SG',
    by: 'kim',
    at: '2026-10-01T00:00:00.000Z',
    expiresAt: '2027-10-01T00:00:00.000Z',
  } as const;
  const items = hostItems([
    { ...verdict('i-1', answer.unit, {}), answer } as HostVerdict,
    { ...verdict('i-1', 'file.shadow-permissions', shadow) },
  ]);
  const old = { ...answer, at: '2025-01-01T00:00:00.000Z', expiresAt: '2026-01-01T00:00:00.000Z' };
  const { exceptions } = reportView(matter({ items, answers: [old, answer] }));
  expect(exceptions.map((one) => [one.kind, one.by])).toEqual([
    ['not-assessed', ''],
    ['expired-answer', 'kim'],
    ['answer', 'kim'],
    ['changed-value', 'profile'],
  ]);
});

it('lets nothing of a host become markup or a formula', async () => {
  const markup = await page(reportView(matter()), 'ko');
  expect(markup).not.toContain('<img');
  expect(markup).not.toMatch(/[\u202e\u0007]/);
  expect(escapeHtml(hostile)).toBe('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\\u202e=cmd|\\u0007');
  expect(html`<b title="${'"'}">${html`<i>${'<'}</i>`}${[html`<u></u>`]}</b>`.markup).toBe(
    '<b title="&quot;"><i>&lt;</i><u></u></b>',
  );
  for (const rows of Object.values(await sheets(reportView(matter({ organization: '=1+1' })), 'ko')))
    for (const cell of rows.flat()) if (typeof cell === 'string') expect(cell).not.toMatch(/^\s*[=+\-@]/);
});

it('carries the Korean font inside', async () => {
  const stream = new PassThrough();
  const [markup] = await Promise.all([streamText(stream), pageWrite(stream, reportView(matter()), voiceOf('ko'))]);
  expect(markup).toMatch(
    /@font-face\{font-family:'Nanum Gothic';font-weight:400;src:url\(data:font\/woff2;base64,d09GMg/,
  );
  expect(markup).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
});

it('names evidence by its archive and unit', () => {
  expect(evidenceId({ evidenceSha256: 'ab'.repeat(32) }, 'ssh.root-login')).toBe('E-abababababab-ssh.root-login');
});
