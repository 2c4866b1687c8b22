// An account locks after at most 10 failed logins (KISA 2026 U-03, 2021 U-03).
import type { FileRecord, Host, PamModule, PamStep, Proof, Setting } from '@bongsu/core';
import {
  fail,
  hostCheck,
  keyValues,
  pamArgument,
  pamModules,
  pamRun,
  pamStack,
  pamText,
  pass,
  settingLast,
  settingSource,
  text,
  wholeNumber,
} from '@bongsu/core';
import type { Pam } from '../../probes/pam.ts';
import { pam } from '../../probes/pam.ts';

const failuresMax = 10;
const expected = `locked after 1 to ${failuresMax} failures`;
/** pam_faillock(8). pam_tally2(8) and pam_tally(8) lock nobody without `deny=`. */
const faillockDeny = 3;

/** Modules that look at a password or another proof of who someone is. */
const proving =
  /^pam_(?:unix|unix2|sss|ldap|krb5|winbind|systemd_home|pwdfile|radius.*|tacplus|oslogin.*|google_authenticator|fprintd|u2f)$/;
const locking = /^pam_(?:faillock|tally2?)$/;

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
  needs: { pam },
  judge({ pam: stacks }, host) {
    const results = entries(stacks.stacks).map((service) => entryLock(stacks, host, service));
    const proofs = results.flatMap((result) => result.proofs);
    const open = results.filter((result) => result.fault !== null);
    if (open.length === 0)
      return pass(
        text(
          `실패 ${Math.max(...results.map((result) => result.deny))}회 이하에 계정이 잠김`,
          `accounts lock after ${Math.max(...results.map((result) => result.deny))} failures`,
        ),
        proofs,
      );
    const list = (lang: 'ko' | 'en'): string =>
      open.map((one) => `${one.service}: ${one.fault?.[lang] ?? ''}`).join('; ');
    return fail(text(`계정 잠금이 충분하지 않음: ${list('ko')}`, `no sufficient lock: ${list('en')}`), proofs);
  },
});

/** Where people log in: the services themselves, or the stacks that they would include. */
function entries(stacks: readonly FileRecord[]): string[] {
  const there = (name: string): boolean => stacks.some((file) => file.path === `/etc/pam.d/${name}`);
  const console = ['login', 'system-auth', 'common-auth'].find(there);
  const remote = ['sshd', 'password-auth', 'common-auth'].find(there);
  const found = [...new Set([console, remote])].filter((name): name is string => name !== undefined);
  return found.length > 0 ? found : ['login'];
}

interface EntryLock {
  readonly service: string;
  readonly deny: number;
  readonly fault: { ko: string; en: string } | null;
  readonly proofs: readonly Proof[];
}

function entryLock(stacks: Pam, host: Host, service: string): EntryLock {
  const steps = pamStack(stacks.stacks, service, 'auth');
  const account = pamModules(pamStack(stacks.stacks, service, 'account'));
  const lines = pamModules(steps).filter((module) => locking.test(module.target));
  const limits = lines.map((module) => limitOf(module, stacks, host));
  const proofs = [...lines, ...account.filter((module) => locking.test(module.target))].map(lineProof);
  proofs.push(...limits.flatMap((limit) => (limit.proof ? [limit.proof] : [])));
  const first = lines[0];
  if (!first)
    return {
      service,
      deny: 0,
      fault: { ko: '잠금 모듈이 없음', en: 'no lock module in its stack' },
      proofs: [
        { source: `/etc/pam.d/${service}`, found: 'no pam_faillock, pam_tally2 or pam_tally line for auth', expected },
      ],
    };
  const deny = Math.max(...limits.map((limit) => (limit.deny === 0 ? Infinity : limit.deny)));
  const fault =
    orderFault(steps, first.target, account) ??
    (deny > failuresMax ? { ko: shownDeny(deny, 'ko'), en: shownDeny(deny, 'en') } : null);
  return { service, deny, fault, proofs };
}

function shownDeny(deny: number, lang: 'ko' | 'en'): string {
  if (deny === Infinity)
    return lang === 'ko' ? 'deny가 0이거나 없어 잠기지 않음' : 'deny is 0 or absent, so nothing locks';
  return lang === 'ko' ? `deny=${deny}는 ${failuresMax}회를 넘음` : `deny=${deny} is above ${failuresMax}`;
}

/** What keeps the module from counting a wrong password, or from refusing a right one once locked. */
function orderFault(
  steps: readonly PamStep[],
  module: string,
  account: readonly PamModule[],
): { ko: string; en: string } | null {
  const wrong = pamRun(steps, (one) => answer(one, 'auth_err', 'ignore'));
  const counts = wrong.called.some(
    (one) => one.target === module && (module !== 'pam_faillock' || one.args.includes('authfail')),
  );
  if (!counts)
    return {
      ko: `틀린 비밀번호가 ${module}에 이르지 않음`,
      en: `a wrong password is not counted by ${module} (its line is missing or not reached)`,
    };
  const locked = pamRun(steps, (one) => answer(one, 'success', 'perm_denied'));
  if (locked.granted)
    return {
      ko: '잠긴 계정도 맞는 비밀번호로 들어올 수 있음(preauth 줄이 없거나 앞서지 않음)',
      en: 'a locked account still gets in with the right password (no preauth line that refuses it before)',
    };
  const clears = pamRun(steps, (one) => answer(one, 'success', 'ignore')).called.some(
    (one) => one.target === module && one.args.includes('authsucc'),
  );
  const inAccount = account.some((one) => one.target === module);
  if (module === 'pam_faillock' && !clears && !inAccount)
    return {
      ko: 'account 줄이 없어 실패 횟수가 지워지지 않음',
      en: 'no account line, so a success never clears the count',
    };
  return null;
}

/** An ordinary local user; `proof` is how the password is taken, `lock` what the lock module says. */
function answer(module: PamModule, proof: string, lock: string): string {
  if (locking.test(module.target)) return module.args.includes('authfail') && proof === 'auth_err' ? 'auth_err' : lock;
  if (proving.test(module.target)) return proof;
  if (module.target === 'pam_deny' || module.target === 'pam_rootok') return 'auth_err';
  if (module.target === 'pam_usertype') return module.args.includes('issystem') ? 'auth_err' : 'success';
  if (module.target === 'pam_succeed_if')
    return /uid <=? \d|uid = 0|uid eq 0/.test(module.args.join(' ')) ? 'auth_err' : 'success';
  return /^pam_(?:env|faildelay|cap|group|nologin|selinux)$/.test(module.target) ? 'ignore' : 'success';
}

function limitOf(module: PamModule, stacks: Pam, host: Host): { deny: number; proof: Proof | null } {
  const argument = pamArgument(module, 'deny');
  const given = wholeNumber(argument ?? '');
  if (given !== null) return { deny: given, proof: null };
  if (module.target !== 'pam_faillock') return { deny: 0, proof: null };
  const setting = confDeny(module, stacks, host);
  const number = wholeNumber(setting?.value ?? '');
  if (setting && number !== null)
    return { deny: number, proof: { source: settingSource(setting), found: `deny = ${setting.value}`, expected } };
  return {
    deny: faillockDeny,
    proof: { source: 'pam_faillock(8)', found: `deny not set, built in ${faillockDeny}`, expected },
  };
}

/** faillock.conf came with Linux-PAM 1.4; the 1.1.8 of Amazon Linux 2 reads arguments only. */
function confDeny(module: PamModule, stacks: Pam, host: Host): Setting | undefined {
  if (host.distro === 'amzn' && host.version === '2') return undefined;
  const path = pamArgument(module, 'conf') ?? '/etc/security/faillock.conf';
  return settingLast(keyValues(stacks.settings(path)), 'deny');
}

function lineProof(module: PamModule): Proof {
  return { source: `${module.path}:${module.line}`, found: pamText(module), expected };
}
