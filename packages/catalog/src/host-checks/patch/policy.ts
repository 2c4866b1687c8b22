// Security fixes are applied regularly on a release that still gets them (KISA 2026 U-64, 2021 U-42).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, numberParameter, text } from '@bongsu/core';
import { listsFreshDays } from '../../criteria/patched-package.ts';
import { supportEnd } from '../../criteria/support-end.ts';
import type { PackageUpdates } from '../../probes/package-updates.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import type { PatchState } from '../../probes/patch-state.ts';
import { patchState } from '../../probes/patch-state.ts';

const shownMax = 20;

/** Never a pass: that a policy exists and is followed stands in no file of a host. */
const faultMax = 200;

export const patchPolicy = hostCheck({
  id: 'patch.policy',
  title: text('주기적 보안 패치 및 벤더 권고사항 적용', 'Security patches and vendor advice are applied regularly'),
  why: text(
    '공개된 취약점은 패치하지 않은 시스템에서 그대로 쓰입니다.',
    'Published holes stay open on a system that nobody patches.',
  ),
  importance: 'high',
  expects: text(
    '패치 정책이 있고 정기적으로 적용하며 지원되는 배포판임',
    'there is a patch policy, it is followed, and the release is supported',
  ),
  remedy: text(
    '보안 업데이트를 적용하고 커널·libc가 바뀌었으면 재부팅하며 기록을 남깁니다. 지원이 끝난 배포판은 옮깁니다.',
    'Apply security updates, reboot when the kernel or libc changed, keep the record. Leave releases out of support.',
  ),
  fix: {
    'amazon-linux': ['dnf upgrade --security', 'dnf check-release-update'],
    rhel: ['dnf upgrade --security', 'needs-restarting -r'],
    debian: ['apt-get update && apt-get dist-upgrade'],
  },
  question: text(
    '패치 정책이 있고 지켜집니까? 마지막 적용일은 언제입니까?',
    'Is there a patch policy, is it followed, and when were patches last applied?',
  ),
  parameters: {
    listsFreshDays: numberParameter(
      text('패키지 목록이 낡았다고 보는 일수', 'days after which package lists are old'),
      listsFreshDays,
      { min: 1, max: 365 },
    ),
  },
  needs: { updates: packageUpdates, state: patchState },
  judge({ updates, state }, host, chosen) {
    const end = supportEnd(host);
    const release: Proof = {
      source: '/etc/os-release',
      found: `${host.prettyName}; support ${end ? `until ${end.standard}, at last ${end.last ?? '?'}` : 'not known here'}; today ${state.today}`,
    };
    if (end?.last && state.today > end.last)
      return fail(text(`지원이 ${end.last}에 끝난 배포판임`, `the release is out of support since ${end.last}`), [
        release,
      ]);
    const evidence = [release, ...updateProofs(updates), ...stateProofs(state)];
    const doubts = doubtsOf(updates, state, end !== undefined && state.today > end.standard, chosen.listsFreshDays);
    const list = (lang: 'ko' | 'en'): string => doubts.map((doubt) => doubt[lang]).join(', ');
    return manual(
      text(
        `패치 정책에 따라 정기적으로 적용하는지 확인 필요${list('ko') && ` (${list('ko')})`}`,
        `is there a patch policy, and is it followed?${list('en') && ` (${list('en')})`}`,
      ),
      evidence,
    );
  },
});

function doubtsOf(
  updates: PackageUpdates,
  state: PatchState,
  extended: boolean,
  freshDays: number,
): ReturnType<typeof text>[] {
  const waiting = updates.security?.length ?? 0;
  const stale = updates.listsAgeDays === null || updates.listsAgeDays > freshDays;
  return [
    ...(extended ? [text('표준 지원 종료', 'standard support has ended')] : []),
    ...(updates.security === null ? [text('업데이트를 알 수 없음', 'waiting updates are not known')] : []),
    ...(waiting > 0 ? [text(`보안 업데이트 ${waiting}건 대기`, `${waiting} security updates wait`)] : []),
    ...(updates.security !== null && stale ? [text('패키지 목록이 오래됨', 'the package lists are old')] : []),
    ...(needsReboot(state) ? [text('재부팅 필요', 'a reboot is due')] : []),
  ];
}

/** True too where the kernel that was installed last is not the one that runs. */
function needsReboot(state: PatchState): boolean {
  const newer = state.newestKernel !== '' && state.runningKernel !== '' && state.newestKernel !== state.runningKernel;
  return state.rebootRequired || newer;
}

function updateProofs(updates: PackageUpdates): Proof[] {
  if (updates.security === null) return [{ source: updates.source, found: updates.fault.slice(0, faultMax) }];
  return [
    {
      source: updates.source,
      found: `${updates.security.length} security updates wait; lists fetched ${updates.listsAgeDays ?? '?'} days ago`,
    },
    ...updates.security.slice(0, shownMax).map(({ said }) => ({ source: updates.source, found: said })),
  ];
}

function stateProofs(state: PatchState): Proof[] {
  return [
    ...(state.runningKernel === ''
      ? []
      : [
          { source: 'uname -r', found: `${state.runningKernel}; installed last: ${state.newestKernel || 'not known'}` },
        ]),
    ...(state.rebootRequired ? [{ source: '/run/reboot-required', found: 'present' }] : []),
    ...(state.automatic.length > 0 ? state.automatic : [{ source: 'automatic updates', found: 'none found' }]),
  ];
}
