// Runs the cases of every Windows check through the reader and the judge, and holds Windows and Linux content apart.
import {
  frameworks,
  frameworksFor,
  hostChecks,
  windowsCheckCases,
  windowsChecks,
  windowsProbes,
  windowsSystem,
} from '@bongsu/catalog';
import type { Host } from '@bongsu/core';
import { caseEvidence, caseFault, composeHostScript, judgeHost, probesFor } from '@bongsu/engines';
import { describe, expect, it } from 'vitest';
import { editionsListed, editionsNamed } from './commands/editions.ts';

const ws: Host = {
  family: 'windows',
  distro: 'windows',
  version: '20348',
  prettyName: 'Windows Server 2022',
  container: false,
  live: true,
};

/** Checks whose good state is a document that no host holds: they ask a person, or fail. */
const decidedByPeople = new Set(['windows.hotfixes', 'windows.os-build', 'windows.log-review']);

describe.each(windowsCheckCases.map(([check, cases]) => ({ check, cases, id: check.id })))(
  '$id',
  ({ check, cases, id }) => {
    it.each(cases.map((one) => ({ one, name: `${one.host.prettyName}: ${one.name}` })))('$name', ({ one }) => {
      expect(caseFault(check, one, windowsSystem)).toBeNull();
    });

    it('has both outcomes and three releases among its cases, and asks where it may ask', () => {
      const outcomes = cases.map((one) => one.expect);
      expect(outcomes).toContain(decidedByPeople.has(id) ? 'manual' : 'pass');
      expect(outcomes.includes('fail') || outcomes.includes('manual')).toBe(true);
      expect(new Set(cases.map((one) => one.host.prettyName)).size).toBeGreaterThanOrEqual(3);
      if (outcomes.includes('manual')) expect(check.question).toBeDefined();
      expect(check.fix?.any?.length).toBeGreaterThan(0);
    });

    it('is unknown, and never a pass or N/A, where its probes brought nothing', () => {
      const nothing = { name: 'nothing', host: ws, expect: 'unknown' } as const;
      const evidence = caseEvidence(check, nothing, windowsSystem);
      const [verdict] = judgeHost({ checks: [check], system: windowsSystem, evidence });
      // Only the check that asks for nothing but what the host is may answer, and not with good news.
      expect(verdict?.status).toBe(id === 'windows.os-build' ? 'manual' : 'unknown');
    });
  },
);

it('every item of the Windows editions is decided by checks that exist, and every check decides one', () => {
  const ids = new Set(windowsChecks.map((check) => check.id));
  const used = new Set(frameworksFor('windows').flatMap((edition) => edition.items.flatMap((item) => item.units)));
  expect([...used].filter((unit) => !ids.has(unit))).toEqual([]);
  expect([...ids].filter((id) => !used.has(id))).toEqual([]);
  expect(frameworksFor('windows').map((edition) => [edition.id, edition.items.length])).toEqual([
    ['kisa-windows-2026', 64],
    ['kisa-windows-2021', 82],
  ]);
});

it('no Windows check is among those of Linux, no edition mixes them, and no Linux script takes a Windows probe', () => {
  expect(hostChecks.filter((check) => check.id.startsWith('windows.'))).toEqual([]);
  expect(windowsChecks.filter((check) => !check.id.startsWith('windows.'))).toEqual([]);
  for (const check of windowsChecks)
    for (const probe of Object.values(check.needs))
      expect(probe.platform, `${check.id}: ${probe.name}`).toBe('windows');
  for (const edition of frameworks)
    for (const item of edition.items)
      for (const unit of item.units)
        expect(unit.startsWith('windows.'), `${edition.id}:${item.code}`).toBe(edition.platform === 'windows');
  expect(() => composeHostScript(probesFor(windowsChecks, []))).toThrow('is not for Linux');
});

it('every note and answer that a case states is one that its probes print', () => {
  const script = (name: string): string => windowsProbes.find((probe) => probe.name === name)?.script ?? '';
  // The preamble prints these for the fragments.
  const lent: Readonly<Record<string, string>> = { registry: 'Registry', access: 'AccessList' };
  for (const [check, cases] of windowsCheckCases) {
    const scripts = Object.values(check.needs)
      .map((probe) => script(probe.name))
      .join('\n');
    for (const one of cases) {
      for (const [key] of one.notes ?? [])
        expect(
          scripts.includes(`'${key}'`) || scripts.includes(lent[key] ?? '\0'),
          `${check.id}, ${one.name}: ${key}`,
        ).toBe(true);
      for (const label of Object.keys(one.commands ?? {}))
        expect(scripts.includes(`'${label}'`), `${check.id}, ${one.name}: ${label}`).toBe(true);
    }
  }
});

it('an edition for Windows can be looked at, and never reads a Linux host', () => {
  expect(editionsListed('kisa-windows-2026').map(({ id }) => id)).toEqual(['kisa-windows-2026']);
  expect(() => editionsNamed('kisa-unix-2026, kisa-windows-2026')).toThrow('no campaign judges yet');
  expect(editionsNamed('all').filter(({ platform }) => platform === 'windows')).toEqual([]);
});
