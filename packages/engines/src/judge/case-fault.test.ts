// What a case is held to: its status, what must be shown and what must not, and sentences that say something.
import type { Host, HostCase } from '@bongsu/core';
import { hostCheck, pass, probe, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { caseFault } from './case-fault.ts';

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
const answer = probe({ ...limits, name: 'answer', read: (records) => records.note('answer')?.values[0] ?? '' });

const fault = (reason: string, asked: Partial<HostCase> = {}) => {
  const about = { title: text('x', 'x'), why: text('x', 'x'), expects: text('x', 'x'), remedy: text('x', 'x') };
  const check = hostCheck({
    ...about,
    id: 'test.answer',
    importance: 'high',
    needs: { answer },
    judge: (facts) => pass(text('예', reason), [{ source: '/etc/x:1', found: facts.answer }]),
  });
  return caseFault(check, { name: 'x', host, notes: [['answer', 'yes']], expect: 'pass', ...asked }, system);
};

it.each<[string, Partial<HostCase>, string | null]>([
  ['fine', {}, null],
  ['fine', { because: 'fine', shows: ['/etc/x:1', 'yes'], hides: ['secret'] }, null],
  ['fine', { expect: 'fail' }, 'expected fail'],
  ['fine', { because: 'why' }, '"why" is not in'],
  ['fine', { shows: ['yes', 'why'] }, '"why" is not in'],
  ['fine', { hides: ['no', '/etc/x'] }, '"/etc/x" is in'],
  ['mysqld ::1: fine', {}, null],
  ['', {}, 'is empty'],
  ['mysqld: ', {}, 'is empty'],
  [': fine', {}, 'is empty'],
  ['mysqld: : fine', {}, 'is empty'],
  ['fine; : fine', {}, 'is empty'],
  ['fine; ', {}, 'is empty'],
])('%j with %j: %s', (reason, asked, said) => {
  const found = fault(reason, asked);
  if (said === null) expect(found).toBeNull();
  else expect(found).toContain(said);
});
