// Judging one host: every kind of gap and every bug ends as unknown, and nothing unread ends as a pass.
import type { Host, HostCheck, HostEvidence, Probe, ProbeState } from '@bongsu/core';
import { fail, hostCheck, notApplicable, pass, probe, text, unread } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { judgeHost } from './judge-host.ts';

const host: Host = {
  family: 'debian',
  distro: 'debian',
  version: '12',
  prettyName: 'Debian 12',
  container: false,
  live: true,
};
const limits = { timeoutSeconds: 1, sizeBytesMax: 1000, live: false, script: ':' };
const system = probe<Host>({ ...limits, name: 'system', read: () => host });
const answer = probe({
  ...limits,
  name: 'answer',
  read: (records) => records.note('answer')?.values[0] ?? unread('답이 없음', 'no answer'),
});
const live = probe({ ...limits, name: 'live', live: true, read: () => 'on' });

const about = { title: text('x', 'x'), why: text('x', 'x'), expects: text('x', 'x'), remedy: text('x', 'x') };
const check = (id: string, needs: Readonly<Record<string, Probe<unknown>>>) =>
  hostCheck({
    ...about,
    id,
    importance: 'high',
    needs,
    judge: (facts) => {
      if (facts['fact'] === 'bug') throw new TypeError('facts.list is undefined');
      const proof = [{ source: 'note', found: String(facts['fact']) }];
      return facts['fact'] === 'yes' ? pass(text('예', 'yes'), proof) : fail(text('아니오', 'no'), proof);
    },
  });
const asked = check('test.answer', { fact: answer });

type Sent = Readonly<
  Record<string, { readonly state?: ProbeState; readonly raw?: string; readonly exitCode?: number }>
>;

/** Evidence as a host would send it; `raw` undefined means that the archive does not hold the probe. */
function evidence(sent: Sent, isLive = true): HostEvidence {
  const all: Sent = { system: { raw: '' }, ...sent };
  const entries = Object.entries(all);
  return {
    raw: Object.fromEntries(entries.flatMap(([name, { raw }]) => (raw === undefined ? [] : [[name, raw]]))),
    manifest: {
      format: 1,
      runId: 'r',
      instanceId: 'i-0',
      commandId: 'c',
      scriptSha256: '0'.repeat(64),
      startedAtSeconds: 0,
      endedAtSeconds: 1,
      uid: 0,
      live: isLive,
      probes: entries.map(([name, one]) => ({
        name,
        state: one.state ?? 'ok',
        exitCode: one.exitCode ?? 0,
        seconds: 7,
        bytes: 0,
      })),
    },
  };
}
const verdictOn = (sent: Sent, isLive = true) =>
  judgeHost({ checks: [asked], system, evidence: evidence(sent, isLive) })[0];

it('judges facts that were read, both ways, and keeps the checks in order', () => {
  const other = check('test.other', { fact: probe({ ...limits, name: 'other', read: () => 'no' }) });
  const sent = evidence({ answer: { raw: '#note\tanswer\tyes\n' }, other: { raw: '' } });
  const verdicts = judgeHost({ checks: [other, asked], system, evidence: sent });
  expect(verdicts.map(({ unit, status, gaps }) => [unit, status, gaps.length])).toEqual([
    ['test.other', 'fail', 0],
    ['test.answer', 'pass', 0],
  ]);
});

describe('says unknown, with the probe and the reason, where a probe', () => {
  it.each<[string, Sent, string]>([
    ['timed out', { answer: { state: 'timeout', raw: '' } }, 'answer: timed out after 7 s'],
    ['printed too much', { answer: { state: 'truncated', raw: '' } }, 'answer: its output passed the limit'],
    ['failed', { answer: { state: 'failed', raw: '', exitCode: 3 } }, 'answer: ended with exit code 3'],
    ['was skipped on a booted system', { answer: { state: 'skipped', raw: '' } }, 'answer: was not run'],
    ['is not in the evidence', {}, 'answer: not part of this evidence'],
    ['is in the manifest alone', { answer: {} }, 'answer: not part of this evidence'],
    [
      'printed what is no record',
      { answer: { raw: 'surprise\n' } },
      'answer: the evidence could not be read (line 1 is neither',
    ],
    [
      'printed a record that ends early',
      { answer: { raw: '#file\t/etc/passwd' } },
      'answer: the evidence could not be read (line 1: unknown file state',
    ],
    ['could not tell', { answer: { raw: '' } }, 'answer: no answer'],
  ])('%s', (_name, sent, reason) => {
    const verdict = verdictOn(sent);
    expect(verdict).toMatchObject({
      status: 'unknown',
      evidence: [],
      basis: { profile: 'strict', changed: [] },
    });
    expect(verdict?.reason.en).toContain(reason);
    expect(verdict?.gaps.map((gap) => gap.probe)).toEqual(['answer']);
    const fault = verdict?.gaps[0]?.fault.ko;
    expect(fault).toMatch(/./);
    expect(verdict?.reason.ko).toBe(`판단할 수 없음: answer: ${fault}`);
  });

  it('keeps nothing of a probe that did not end well, even where it sent a passing fact', () => {
    const states: readonly ProbeState[] = ['timeout', 'truncated', 'failed', 'skipped'];
    const statuses = states.map((state) => verdictOn({ answer: { state, raw: '#note\tanswer\tyes\n' } })?.status);
    expect(statuses).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

it('names every gap of a check, and says that an image has no running system', () => {
  const both = check('test.both', { fact: answer, live });
  const sent = evidence({ answer: { raw: '' }, live: { state: 'skipped', raw: '' } }, false);
  const [verdict] = judgeHost({ checks: [both], system, evidence: sent });
  expect(verdict?.reason.en).toBe('cannot be judged: answer: no answer; live: needs a running system');
  expect(verdict?.gaps).toHaveLength(2);
});

it('judges nothing on a host that is not known', () => {
  const lost = probe<Host>({ ...limits, name: 'system', read: () => unread('모름', 'no os-release') });
  const sent = evidence({ answer: { raw: '#note\tanswer\tyes\n' } });
  const [verdict] = judgeHost({ checks: [asked], system: lost, evidence: sent });
  expect(verdict).toMatchObject({ status: 'unknown', gaps: [{ probe: 'system' }] });
});

it('turns a bug of a check or a probe into unknown and goes on with the next', () => {
  const broken = probe<string>({
    ...limits,
    name: 'broken',
    read: () => {
      throw new TypeError('cannot read lines');
    },
  });
  const plain = probe<string>({
    ...limits,
    name: 'plain',
    read: () => {
      const thrown: unknown = 'no error at all';
      throw thrown;
    },
  });
  const checks = [
    asked,
    check('test.broken', { fact: broken }),
    check('test.plain', { fact: plain }),
    check('test.fine', { fact: probe({ ...limits, name: 'fine', read: () => 'yes' }) }),
  ];
  const sent = evidence({
    answer: { raw: '#note\tanswer\tbug\n' },
    broken: { raw: '' },
    plain: { raw: '' },
    fine: { raw: '' },
  });
  const verdicts = judgeHost({ checks, system, evidence: sent });
  expect(verdicts.map(({ status }) => status)).toEqual(['unknown', 'unknown', 'unknown', 'pass']);
  expect(verdicts[2]?.gaps[0]?.fault.en).toBe('the evidence could not be read (fault)');
  expect(verdicts[0]?.gaps[0]).toMatchObject({
    probe: 'test.answer',
    fault: { en: expect.stringContaining('facts.list') as unknown },
  });
  expect(verdicts[1]?.gaps[0]).toMatchObject({
    probe: 'broken',
    fault: { en: expect.stringContaining('cannot read lines') as unknown },
  });
});

describe('a check that knows its own scope', () => {
  const away = (found: boolean): HostCheck => ({
    ...check('test.scope', { fact: answer }),
    outOfScope: () => (found ? notApplicable(text('대상 아님', 'not meant for it')) : null),
  });
  const on = (one: HostCheck, sent: Sent) => judgeHost({ checks: [one], system, evidence: evidence(sent) })[0];

  it('is asked before its facts: a gap of theirs is no gap of a host it does not speak of', () => {
    expect(on(away(true), {})).toMatchObject({ status: 'notApplicable', reason: { en: 'not meant for it' }, gaps: [] });
    expect(on(away(false), {})).toMatchObject({ status: 'unknown' });
    expect(on(away(false), { answer: { raw: '#note\tanswer\tyes\n' } })).toMatchObject({ status: 'pass' });
  });

  it('that breaks on the host is unknown, and ends the judging of no other check', () => {
    const broken: HostCheck = {
      ...check('test.broken-scope', { fact: answer }),
      outOfScope: () => {
        throw new TypeError('host.name is undefined');
      },
    };
    const sent = evidence({ answer: { raw: '#note\tanswer\tyes\n' } });
    const verdicts = judgeHost({ checks: [broken, asked], system, evidence: sent });
    expect(verdicts.map(({ status }) => status)).toEqual(['unknown', 'pass']);
    expect(verdicts[0]?.gaps[0]).toMatchObject({ probe: 'test.broken-scope' });
  });

  it('says nothing of a host that is not known', () => {
    const lost = probe<Host>({ ...limits, name: 'system', read: () => unread('모름', 'no os-release') });
    const [verdict] = judgeHost({ checks: [away(true)], system: lost, evidence: evidence({}) });
    expect(verdict).toMatchObject({ status: 'unknown', gaps: [{ probe: 'system' }, { probe: 'answer' }] });
  });
});

it('lets a check say that its condition could not be answered, and calls that unknown', () => {
  const open: HostCheck = { ...asked, judge: () => unread('조건 오류', 'the condition failed') };
  const [verdict] = judgeHost({
    checks: [open],
    system,
    evidence: evidence({ answer: { raw: '#note\tanswer\tyes\n' } }),
  });
  expect(verdict).toMatchObject({
    status: 'unknown',
    reason: { en: 'cannot be judged: test.answer: the condition failed' },
    gaps: [{ probe: 'test.answer', fault: { en: 'the condition failed' } }],
  });
});

it('tells one gap once though several facts had it, and different gaps of one probe each', () => {
  const other = { ...answer, read: () => unread('다른 까닭', 'another reason') };
  const same = check('test.same', { fact: answer, again: { ...answer } });
  const two = check('test.two', { fact: answer, other });
  const third = check('test.third', {
    fact: answer,
    far: probe({ ...limits, name: 'far', read: () => unread('답이 없음', 'no answer') }),
  });
  const sent = evidence({ answer: { raw: '' }, far: { raw: '' } });
  const gaps = judgeHost({ checks: [same, two, third], system, evidence: sent }).map((verdict) =>
    verdict.gaps.map((gap) => `${gap.probe}: ${gap.fault.en}`),
  );
  expect(gaps).toEqual([
    ['answer: no answer'],
    ['answer: no answer', 'answer: another reason'],
    ['answer: no answer', 'far: no answer'],
  ]);
});

it('reads a fact once, however many checks need it', () => {
  let reads = 0;
  const counted = probe({ ...limits, name: 'counted', read: () => (reads += 1) && 'yes' });
  const checks = [check('test.one', { fact: counted }), check('test.two', { fact: counted })];
  const verdicts = judgeHost({ checks, system, evidence: evidence({ counted: { raw: '' } }) });
  expect(verdicts.map(({ status }) => status)).toEqual(['pass', 'pass']);
  expect(reads).toBe(1);
});
