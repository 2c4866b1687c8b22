// What is said of sites of IIS: every one has to do, those at fault are shown, and a host without sites shows that it has none.
import { text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { judgePlaces, judgeWeb } from './web-in-use.ts';
import type { WebSites } from '../probes/windows/web-sites.ts';

const sites = (...names: readonly string[]): WebSites => ({
  places: names.map((name) => ({
    name,
    folder: '',
    setting: () => undefined,
    mappings: [],
    refused: [],
    access: null,
    links: [],
  })),
  pools: [],
  virtualDirectories: [],
  samples: [],
  scripts: { path: '', access: null },
});
const judge = (found: WebSites | null) =>
  judgePlaces(found, text('목록', 'listing'), ({ name }) => ({
    found: `said of ${name}`,
    expected: 'off',
    good: !name.startsWith('bad'),
  }));
const many = (name: string) => Array.from({ length: 60 }, () => name);

it('does not apply where IIS is not installed', () => {
  expect(judge(null)).toEqual({
    status: 'notApplicable',
    reason: { ko: 'IIS가 설치되지 않음', en: 'IIS is not installed' },
    evidence: [{ source: 'Win32_Service W3SVC', found: 'not installed' }],
  });
  const found = sites();
  expect(judgeWeb(found, (given) => judge(given)).status).toBe('pass');
});

it('shows those at fault, else all', () => {
  expect(judge(sites('a', 'bad b', 'bad c'))).toEqual({
    status: 'fail',
    reason: { ko: '목록: 기준과 다른 사이트가 있음', en: 'listing: not as required on a site' },
    evidence: ['bad b', 'bad c'].map((name) => ({ source: `IIS ${name}`, found: `said of ${name}`, expected: 'off' })),
  });
  expect(judge(sites('a'))).toEqual({
    status: 'pass',
    reason: { ko: '목록: 기준대로 설정됨', en: 'listing: as required' },
    evidence: [{ source: 'IIS a', found: 'said of a', expected: 'off' }],
  });
  expect(judge(sites()).evidence).toEqual([{ source: 'Get-Website', found: 'no site' }]);
});

it('shows no more than fifty', () => {
  expect(judge(sites(...many('bad'))).evidence).toHaveLength(50);
  expect(judge(sites(...many('good'))).evidence).toHaveLength(50);
});
