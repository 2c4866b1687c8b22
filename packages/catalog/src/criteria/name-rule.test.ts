// Accounts that policy alone can approve: who is named, who is counted, and what a list of the site changes.
import { text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { judgeNames, type NameRule } from './name-rule.ts';

const judge = (names: readonly string[], approved: readonly string[] = [], found = 'SUPER') => {
  const rule: NameRule = {
    found: new Map(names.map((name) => [name, found])),
    approved,
    isApproved: (name) => approved.includes(name),
    source: 'mysql.user',
    expected: 'approved accounts',
    none: text('관리자 권한을 가진 계정이 없음', 'no account has administrator rights'),
    what: text('관리자 권한을 가진 계정', 'accounts with administrator rights'),
  };
  return judgeNames(rule);
};
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);

it('passes where there is none', () => {
  expect(judge([])).toEqual({
    status: 'pass',
    reason: { ko: '관리자 권한을 가진 계정이 없음', en: 'no account has administrator rights' },
    evidence: [{ source: 'mysql.user', found: 'none', expected: 'approved accounts' }],
  });
});

it('asks while nobody has decided', () => {
  expect(judge(['kim', 'lee'])).toEqual({
    status: 'manual',
    reason: {
      ko: '관리자 권한을 가진 계정: kim, lee (승인 여부 확인 필요)',
      en: 'accounts with administrator rights: kim, lee (are they approved?)',
    },
    evidence: ['kim', 'lee'].map((name) => ({
      source: 'mysql.user',
      found: `${name}: SUPER`,
      expected: 'approved accounts',
    })),
  });
});

it('holds a list of the site to the letter', () => {
  expect(judge(['kim', 'lee'], ['kim', 'lee'])).toMatchObject({
    status: 'pass',
    reason: {
      ko: '관리자 권한을 가진 계정: 모두 승인된 목록에 있음',
      en: 'accounts with administrator rights: all are approved by the configuration',
    },
  });
  const { status, reason, evidence } = judge(['kim', 'lee'], ['kim']);
  expect([status, reason.ko, reason.en]).toEqual([
    'fail',
    '승인되지 않은 관리자 권한을 가진 계정: lee',
    'not approved: accounts with administrator rights: lee',
  ]);
  expect(evidence).toHaveLength(2);
});

it('names five, quotes fifty, and counts the rest', () => {
  const { reason, evidence } = judge(crowd(52));
  expect(reason.en).toBe('accounts with administrator rights: u0, u1, u2, u3, u4 (+47) (are they approved?)');
  expect(evidence).toHaveLength(51);
  expect(evidence.at(-1)).toEqual({ source: 'mysql.user', found: '2 more' });
  expect(judge(crowd(50)).evidence).toHaveLength(50);
  expect(judge(crowd(5)).reason.en).toBe('accounts with administrator rights: u0, u1, u2, u3, u4 (are they approved?)');
});

it('bounds what a host may say', () => {
  const { reason, evidence } = judge(['a'.repeat(1000)], [], 'b'.repeat(1000));
  expect(reason.en).toContain(`: ${'a'.repeat(60)} (`);
  expect(evidence[0]?.found).toHaveLength(300);
});
