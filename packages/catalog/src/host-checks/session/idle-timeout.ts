// A login shell ends after at most 600 idle seconds (KISA 2026 U-12, 2021 U-54).
import type { CshSetting, Held, LocalAccount, Proof, ShellLogin, Text } from '@bongsu/core';
import {
  cshSettings,
  environmentValue,
  fail,
  followTmout,
  hasLoginShell,
  hostCheck,
  loginCommands,
  numberParameter,
  pass,
  possibleEnds,
  text,
  wholeNumber,
} from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import type { ShellProfiles } from '../../probes/shell-profiles.ts';
import { shellProfiles } from '../../probes/shell-profiles.ts';
import { ordinaryLogin, rootLogin } from './parts/logins.ts';
import { otherShellsQuestion, withOtherShells } from './parts/other-shells.ts';

export const idleTimeout = hostCheck({
  id: 'session.idle-timeout',
  title: text('세션 종료 시간 설정', 'Idle session timeout'),
  why: text(
    '자리를 비운 사이 열려 있는 세션은 누구나 그 계정으로 쓸 수 있습니다.',
    'Whoever finds an unattended session acts as its user.',
  ),
  importance: 'low',
  expects: text(
    'root와 모든 사용자의 TMOUT이 1~600초임(csh를 쓰는 계정이 있으면 autologout 1~10분)',
    'TMOUT is 1 to 600 seconds for root and every user (autologout 1 to 10 minutes where an account uses csh)',
  ),
  remedy: text(
    '/etc/profile.d에 "TMOUT=600; readonly TMOUT; export TMOUT"을 담은 .sh 파일을 둡니다. csh는 /etc/csh.cshrc에 "set autologout=10"을 넣습니다.',
    'Put "TMOUT=600; readonly TMOUT; export TMOUT" into a .sh file of /etc/profile.d; for csh "set autologout=10" into /etc/csh.cshrc.',
  ),
  fix: {
    any: ["printf 'TMOUT=600\\nreadonly TMOUT\\nexport TMOUT\\n' > /etc/profile.d/idle.sh"],
  },
  question: otherShellsQuestion,
  parameters: {
    secondsMax: numberParameter(text('세션이 쉴 수 있는 최대 시간(초)', 'most idle seconds of a session'), 600, {
      min: 60,
      max: 86_400,
    }),
  },
  needs: { profiles: shellProfiles, accounts },
  judge({ profiles, accounts: { users } }, _host, { secondsMax }) {
    const expected = `TMOUT from 1 to ${secondsMax}`;
    const proofs: Proof[] = [];
    const faults: Text[] = [];
    for (const [who, login] of [
      [text('일반 사용자', 'users'), ordinaryLogin(profiles)],
      [text('root 계정', 'root'), rootLogin(profiles)],
    ] as const) {
      for (const end of bashEnds(profiles, login)) {
        proofs.push({ source: end.source || 'shell start-up files', found: `${who.en}: ${shown(end)}`, expected });
        if (!withinLimit(end.value, secondsMax))
          faults.push(text(`${who.ko}의 ${shown(end)}`, `${shown(end)} for ${who.en}`));
      }
    }
    const asked = profiles.rootShell;
    if (asked) {
      proofs.push({
        source: 'bash -lic (root)',
        found: asked.tmout === null ? 'TMOUT unset' : `TMOUT=${asked.tmout}`,
        expected,
      });
      if (!withinLimit(asked.tmout, secondsMax) && faults.length === 0)
        faults.push(text('root 로그인 셸에서 확인한 TMOUT이 기준 밖', "root's own login shell says otherwise"));
    }
    for (const fault of cshFaults(profiles, users, secondsMax, proofs)) faults.push(fault);
    proofs.push(...notFollowed(profiles));
    return faults.length === 0
      ? withOtherShells(
          pass(text(`TMOUT이 1~${secondsMax}초임`, `TMOUT is between 1 and ${secondsMax} seconds`), proofs),
          users,
        )
      : fail(
          text(
            `기준을 벗어남: ${faults.map((fault) => fault.ko).join(', ')}`,
            `no idle limit of 1 to ${secondsMax} s: ${faults.map((fault) => fault.en).join(', ')}`,
          ),
          proofs,
        );
  },
});

function bashEnds(profiles: ShellProfiles, login: ShellLogin): Held<string | null>[] {
  const { commands } = loginCommands(profiles.files, login);
  return possibleEnds(commands, login, environmentTmout(profiles), followTmout);
}

/** pam_env puts /etc/environment into the session before the shell starts. */
function environmentTmout(profiles: ShellProfiles): Held<string | null> {
  const set = environmentValue(profiles.file('/etc/environment'), 'TMOUT');
  return { value: set?.value ?? null, source: set?.source ?? '', fixed: false };
}

function withinLimit(value: string | null, secondsMax: number): boolean {
  const seconds = wholeNumber(value ?? undefined) ?? 0;
  return seconds >= 1 && seconds <= secondsMax;
}

function shown(end: Held<string | null>): string {
  return end.value === null ? 'TMOUT unset' : `TMOUT=${end.value}${end.fixed ? ' (readonly)' : ''}`;
}

/** csh does not read TMOUT; it matters only where somebody logs in with it. */
function cshFaults(
  profiles: ShellProfiles,
  users: readonly LocalAccount[],
  secondsMax: number,
  proofs: Proof[],
): Text[] {
  // tcsh(1): autologout counts minutes.
  const minutesMax = Math.floor(secondsMax / 60);
  const names = users.filter((user) => hasLoginShell(user) && /\/t?csh$/.test(user.shell)).map((user) => user.name);
  const found = ['/etc/csh.cshrc', '/etc/csh.login']
    .flatMap((path) => cshSettings(profiles.file(path)))
    .filter((setting) => setting.name === 'autologout');
  for (const setting of found)
    proofs.push({
      source: `${setting.path}:${setting.line}`,
      found: `autologout ${setting.value ?? 'unset'}`,
      expected: `1 to ${minutesMax} minutes`,
    });
  if (names.length === 0 || holds(found, minutesMax)) return [];
  return [text(`csh 계정(${names.join(', ')})의 autologout`, `autologout of csh accounts (${names.join(', ')})`)];
}

function holds(found: readonly CshSetting[], minutesMax: number): boolean {
  const last = found.at(-1);
  const minutes = wholeNumber(last?.value ?? undefined) ?? 0;
  return last?.conditional === false && minutes >= 1 && minutes <= minutesMax;
}

function notFollowed(profiles: ShellProfiles): Proof[] {
  return loginCommands(profiles.files, rootLogin(profiles)).notFollowed.map((line) => {
    const [source, command] = [line.slice(0, line.indexOf('  ')), line.slice(line.indexOf('  ') + 2)];
    return { source, found: `not followed: ${command}` };
  });
}
