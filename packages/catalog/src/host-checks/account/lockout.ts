// An account locks after at most 10 failed logins (KISA 2026 U-03, 2021 U-03).
import type { FileRecord, Host, PamModule, PamStep, Proof, Text } from '@bongsu/core';
import { fail, hostCheck, numberParameter, pamModules, pamRun, pamStack, pamText, pass, text } from '@bongsu/core';
import type { Pam } from '../../probes/pam.ts';
import { pam } from '../../probes/pam.ts';
import type { LockLimit } from './parts/lock-limits.ts';
import { lockLimit } from './parts/lock-limits.ts';

/** Modules that look at a password or another proof of who someone is. */
const proving = new Set([
  'pam_unix',
  'pam_unix2',
  'pam_sss',
  'pam_ldap',
  'pam_krb5',
  'pam_winbind',
  'pam_systemd_home',
  'pam_pwdfile',
  'pam_radius',
  'pam_radius_auth',
  'pam_tacplus',
  'pam_oslogin_login',
  'pam_oslogin_admin',
  'pam_google_authenticator',
  'pam_fprintd',
  'pam_u2f',
]);
const locking = new Set(['pam_faillock', 'pam_tally2', 'pam_tally']);
/** Modules that do something beside and have no word in who gets in: they return PAM_IGNORE. */
const beside = new Set(['pam_env', 'pam_faildelay', 'pam_cap', 'pam_group', 'pam_nologin', 'pam_selinux']);
/** Conditions that no ordinary user meets, of pam_usertype(8) and pam_succeed_if(8). */
const ofSystem = /\b(?:issystem|uid (?:<=?|=|eq|lt|le) \d)/;
/** What a wrong password and a locked account are answered (pam_unix(8), pam_faillock(8), pam_tally2(8)). */
const refusal = 'auth_err';

export const lockout = hostCheck({
  id: 'account.lockout',
  title: text('계정 잠금 임계값 설정', 'Account lockout threshold'),
  why: text(
    '잠금이 없으면 공격자가 비밀번호를 끝없이 시험할 수 있습니다.',
    'Without a lock an attacker may try passwords without end.',
  ),
  importance: 'high',
  expects: text(
    '콘솔과 SSH의 PAM 인증 스택에서 10회 이하의 실패로 계정이 잠김',
    'in the PAM stacks of console and SSH logins an account locks after 10 failures or fewer',
  ),
  remedy: text(
    'pam_faillock을 켜고(authselect enable-feature with-faillock 또는 pam-auth-update) preauth, authfail, account 줄을 갖춘 뒤 deny=10 이하, unlock_time=120을 설정합니다.',
    'Enable pam_faillock (authselect enable-feature with-faillock, or pam-auth-update) with its preauth, authfail and account lines, deny=10 or less and an unlock_time such as 120.',
  ),
  fix: {
    rhel: [
      'authselect enable-feature with-faillock',
      'printf "deny = 5\\nunlock_time = 900\\n" >> /etc/security/faillock.conf',
    ],
    'amazon-linux': [
      'grep -n pam_faillock /etc/pam.d/system-auth /etc/pam.d/password-auth',
      'printf "deny = 5\\nunlock_time = 900\\n" >> /etc/security/faillock.conf',
    ],
    debian: [
      'pam-auth-update --enable faillock faillock_notify',
      'printf "deny = 5\\nunlock_time = 900\\n" >> /etc/security/faillock.conf',
    ],
  },
  parameters: {
    failuresMax: numberParameter(text('잠금까지의 최대 실패 횟수', 'most failures before an account locks'), 10, {
      min: 1,
      max: 100,
    }),
    unlockSecondsMin: numberParameter(
      text(
        '잠금이 유지되는 최소 시간(초). 0이면 보지 않음(가이드의 판단 기준은 임계값뿐임)',
        'least seconds that a lock lasts; 0 asks nothing (the criterion of the guide is the threshold alone)',
      ),
      0,
      { min: 0, max: 604_800 },
    ),
  },
  needs: { pam },
  judge({ pam: stacks }, host, limits) {
    const results = entries(stacks.stacks).map((service) => entryLock(stacks, host, service, limits));
    const proofs = results.flatMap((result) => result.proofs);
    const open = results.flatMap(({ service, fault }) => (fault === null ? [] : [{ service, fault }]));
    if (open.length === 0)
      return pass(
        text(
          `실패 ${Math.max(...results.map((result) => result.deny))}회 이하에 계정이 잠김`,
          `accounts lock after ${Math.max(...results.map((result) => result.deny))} failures`,
        ),
        proofs,
      );
    const list = (lang: 'ko' | 'en'): string =>
      open.map(({ service, fault }) => `${service}: ${fault[lang]}`).join('; ');
    return fail(text(`계정 잠금이 충분하지 않음: ${list('ko')}`, `no sufficient lock: ${list('en')}`), proofs);
  },
});

/** Where people log in: the services themselves, or the stacks that they would include. */
function entries(stacks: readonly FileRecord[]): string[] {
  const there = (name: string): boolean => stacks.some((file) => file.path === `/etc/pam.d/${name}`);
  const console = ['login', 'system-auth', 'common-auth'].find(there);
  const remote = ['sshd', 'password-auth', 'common-auth'].find(there);
  const found = [...new Set([console, remote])].filter((name) => name !== undefined);
  return found.length > 0 ? found : ['login'];
}

interface Limits {
  readonly failuresMax: number;
  readonly unlockSecondsMin: number;
}

interface EntryLock {
  readonly service: string;
  readonly deny: number;
  readonly fault: Text | null;
  readonly proofs: readonly Proof[];
}

function entryLock(stacks: Pam, host: Host, service: string, asked: Limits): EntryLock {
  const expected = `locked after 1 to ${asked.failuresMax} failures`;
  const steps = pamStack(stacks.stacks, service, 'auth');
  const account = pamModules(pamStack(stacks.stacks, service, 'account'));
  const lines = pamModules(steps).filter((module) => locking.has(module.target));
  const limits = lines.map((module) => lockLimit(module, stacks, host));
  const proofs = [
    ...[...lines, ...account.filter((module) => locking.has(module.target))].map(
      (module): Proof => ({ source: `${module.path}:${module.line}`, found: pamText(module) }),
    ),
    ...limits.flatMap((limit) => limit.proofs),
  ].map((proof) => ({ ...proof, expected }));
  const first = lines[0];
  if (!first)
    return {
      service,
      deny: 0,
      fault: text('잠금 모듈이 없음', 'no lock module in its stack'),
      proofs: [
        { source: `/etc/pam.d/${service}`, found: 'no pam_faillock, pam_tally2 or pam_tally line for auth', expected },
      ],
    };
  const fault = orderFault(steps, first.target, account) ?? limitFault(limits, asked);
  return { service, deny: Math.max(...limits.map((limit) => limit.deny)), fault, proofs };
}

function limitFault(limits: readonly LockLimit[], { failuresMax, unlockSecondsMin }: Limits): Text | null {
  const deny = Math.max(...limits.map((limit) => limit.deny));
  if (deny === Infinity) return text('deny가 0이거나 없어 잠기지 않음', 'deny is 0 or absent, so nothing locks');
  if (deny > failuresMax) return text(`deny=${deny}는 ${failuresMax}회를 넘음`, `deny=${deny} is above ${failuresMax}`);
  const shortest = Math.min(...limits.map((limit) => limit.unlockSeconds));
  return shortest < unlockSecondsMin
    ? text(
        `${shortest}초 만에 풀림(기준 ${unlockSecondsMin}초)`,
        `unlocks after ${shortest} s, below ${unlockSecondsMin}`,
      )
    : null;
}

/** What keeps the module from counting a wrong password, or from refusing a right one once locked. */
function orderFault(steps: readonly PamStep[], module: string, account: readonly PamModule[]): Text | null {
  const wrong = pamRun(steps, (one) => answer(one, refusal, 'ignore'));
  const counts = wrong.called.some(
    (one) => one.target === module && (module !== 'pam_faillock' || one.args.includes('authfail')),
  );
  if (!counts)
    return text(
      `틀린 비밀번호가 ${module}에 이르지 않음`,
      `a wrong password is not counted by ${module} (its line is missing or not reached)`,
    );
  const locked = pamRun(steps, (one) => answer(one, 'success', refusal));
  if (locked.granted)
    return text(
      '잠긴 계정도 맞는 비밀번호로 들어올 수 있음(preauth 줄이 없거나 앞서지 않음)',
      'a locked account still gets in with the right password (no preauth line that refuses it before)',
    );
  const clears = pamRun(steps, (one) => answer(one, 'success', 'ignore')).called.some((one) =>
    one.args.includes('authsucc'),
  );
  const inAccount = account.some((one) => one.target === module);
  if (module === 'pam_faillock' && !clears && !inAccount)
    return text('account 줄이 없어 실패 횟수가 지워지지 않음', 'no account line, so a success never clears the count');
  return null;
}

/** An ordinary local user; `proof` is how the password is taken, `lock` what the lock module says. */
function answer(module: PamModule, proof: string, lock: string): string {
  if (locking.has(module.target)) return lock;
  if (proving.has(module.target)) return proof;
  if (module.target === 'pam_deny' || module.target === 'pam_rootok') return refusal;
  if (ofSystem.test(module.args.join(' '))) return refusal;
  return beside.has(module.target) ? 'ignore' : 'success';
}
