// Findings open, close and come back; what is unknown changes nothing.
import type { Finding, HostVerdict, VerdictStatus } from '@bongsu/core';
import { strictBasis } from '@bongsu/core';
import { expect, it } from 'vitest';
import { settleFindings } from './settle-findings.ts';

const at = '2026-01-01T00:00:00.000Z';

function verdict(status: VerdictStatus): HostVerdict {
  const place = { campaignId: 'c', accountId: '111111111111', region: 'us-east-1', instanceId: 'i-1' };
  return {
    ...place,
    unit: 'ssh.root-login',
    status,
    reason: { ko: '', en: '' },
    evidence: [],
    gaps: [],
    basis: strictBasis,
  };
}

function after(statuses: readonly VerdictStatus[]): { changes: string[]; finding: Finding | undefined } {
  let findings: readonly Finding[] = [];
  const changes: string[] = [];
  for (const status of statuses) {
    const settled = settleFindings(findings, [verdict(status)], at);
    changes.push(...settled.changes.map((one) => one.change));
    if (settled.findings.length > 0) findings = settled.findings;
  }
  return { changes, finding: findings[0] };
}

it('opens, closes and reopens', () => {
  const { changes, finding } = after(['pass', 'fail', 'fail', 'pass', 'fail']);
  expect(changes).toEqual(['opened', 'closed', 'reopened']);
  expect(finding).toMatchObject({
    findingId: 'ssh.root-login|111111111111/us-east-1/i-1',
    status: 'open',
    reopened: 1,
    closedAt: null,
  });
});

it.each(['unknown', 'manual'] as const)('%s neither opens nor closes', (status) => {
  expect(after([status]).changes).toEqual([]);
  expect(after(['fail', status]).finding?.status).toBe('open');
});

it('not applicable closes', () => expect(after(['fail', 'notApplicable']).finding?.status).toBe('closed'));
