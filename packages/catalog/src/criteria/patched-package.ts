// The rule of the version items: a server is as it should be while no security update of its package waits and the lists are fresh.
import type { Host, Judgement, Proof } from '@bongsu/core';
import { fail, manual, numberParameter, pass, text } from '@bongsu/core';
import type { PackageUpdates } from '../probes/package-updates.ts';

/** Older lists know too little: distributions fetch theirs every day. */
export const listsFreshDays = 7;

export const listsFreshDaysParameter = numberParameter(
  text('패키지 목록이 최신으로 여겨지는 날수', 'days for which lists of packages count as fresh'),
  listsFreshDays,
  { min: 1, max: 90 },
);

/**
 * Distributions carry fixes back under an old number, so the version is evidence and never the criterion.
 * `packages` matches the names of the server's packages.
 */
export function judgePatched(
  updates: PackageUpdates,
  packages: RegExp,
  running: readonly Proof[],
  host: Host,
  freshDays = listsFreshDays,
): Judgement {
  const installed = [...updates.installed].filter(([name]) => packages.test(name));
  const evidence: Proof[] = [
    ...running,
    ...installed.map(([name, version]) => ({ source: 'package database', found: `${name} ${version}` })),
  ];
  if (updates.security === null)
    return manual(
      text(
        '패키지 관리자가 보안 업데이트를 알려 주지 못함: 최신 보안 패치 여부 확인 필요',
        'the package manager could not tell: are the latest security fixes in?',
      ),
      [...evidence, { source: updates.source, found: updates.fault.slice(0, 200) }],
    );
  const waiting = updates.security.filter(({ name }) => packages.test(name));
  if (waiting.length > 0)
    return fail(text('적용하지 않은 보안 업데이트가 있음', 'security updates of the server wait'), [
      ...evidence,
      ...waiting.map(({ said }) => ({ source: updates.source, found: said, expected: 'none waits' })),
    ]);
  const age = updates.listsAgeDays;
  evidence.push({ source: updates.source, found: `none waits; lists fetched ${age ?? '?'} days ago` });
  // Amazon Linux 2023 looks into one locked release only: nothing waits there although a newer release may fix more.
  const locked = host.distro === 'amzn' && host.version === '2023';
  if (age === null || age > freshDays || locked)
    return manual(
      text(
        locked
          ? '고정된 릴리스 안에는 업데이트가 없음: 새 릴리스(dnf check-release-update) 확인 필요'
          : `패키지 목록이 오래됨(${age ?? '?'}일): 최신 보안 패치 여부 확인 필요`,
        locked
          ? 'nothing waits within the locked release: is there a newer one (dnf check-release-update)?'
          : `nothing waits, but the lists are ${age ?? '?'} days old: are the latest security fixes in?`,
      ),
      evidence,
    );
  return pass(text('적용할 보안 업데이트가 없음', 'no security update of the server waits'), evidence);
}
