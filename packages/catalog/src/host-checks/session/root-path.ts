// root's PATH has no current directory at the front or in the middle (KISA 2026 U-14, 2021 U-05).
import type { DotPlace, Held, Proof } from '@bongsu/core';
import {
  cshSettings,
  dotPlace,
  environmentValue,
  fail,
  followPath,
  hostCheck,
  loginCommands,
  pass,
  possibleEnds,
  settingLast,
  switchParameter,
  text,
} from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import type { LoginDefs } from '../../probes/login-defs.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import type { ShellProfiles } from '../../probes/shell-profiles.ts';
import { shellProfiles } from '../../probes/shell-profiles.ts';
import { rootLogin } from './parts/logins.ts';
import { otherShellsQuestion, withOtherShells } from './parts/other-shells.ts';

const expected = "no '.' and no empty element before the end";
/** What login(1) gives root where login.defs says nothing (login.defs(5), ENV_SUPATH). */
const builtIn = '/sbin:/bin:/usr/sbin:/usr/bin';

export const rootPath = hostCheck({
  id: 'session.root-path',
  title: text('root 홈, 패스 디렉터리 권한 및 패스 설정', 'root home and PATH settings'),
  why: text(
    "PATH 앞쪽에 '.'이 있으면 root가 공격자의 디렉터리에서 ls를 칠 때 공격자의 ls가 실행됩니다.",
    "With '.' early in PATH, root runs an attacker's ls when it stands in the attacker's directory.",
  ),
  importance: 'high',
  expects: text(
    "root의 PATH 맨 앞과 중간에 '.'이나 빈 항목이 없음",
    "root's PATH has no '.' and no empty element at the front or in the middle",
  ),
  remedy: text(
    "PATH에 '.'이나 빈 항목을 더하는 줄을 그 파일에서 지웁니다.",
    "Take '.' or the empty element out of the line that adds it.",
  ),
  fix: {
    any: ['grep -n "PATH=" FILE'],
  },
  question: otherShellsQuestion,
  parameters: {
    endAllowed: switchParameter(
      text(
        "PATH 끝의 '.'을 허용(가이드는 맨 앞과 중간만 말함)",
        "accept '.' at the end of PATH (the guide names the front and the middle)",
      ),
      true,
    ),
  },
  needs: { profiles: shellProfiles, defs: loginDefs, accounts },
  judge({ profiles, defs, accounts: { users } }, _host, { endAllowed }) {
    const found = [...startPaths(profiles, defs), ...endPaths(profiles, defs), ...cshPaths(profiles)];
    const proofs: Proof[] = found.map(({ source, value }) => ({ source, found: `PATH=${value}`, expected }));
    const bad = found.find(({ place }) => place === 'front' || place === 'middle');
    if (bad)
      return fail(
        text(
          `root의 PATH ${bad.place === 'front' ? '맨 앞' : '중간'}에 현재 디렉터리가 있음(${bad.source})`,
          `the current directory stands at the ${bad.place} of root's PATH (${bad.source})`,
        ),
        proofs,
      );
    const last = found.find(({ place }) => place === 'end');
    if (last && !endAllowed)
      return fail(
        text(
          `root의 PATH 끝에 현재 디렉터리가 있음(${last.source})`,
          `the current directory stands at the end of root's PATH (${last.source})`,
        ),
        proofs,
      );
    const judged = last
      ? pass(
          text(
            `PATH 끝에만 현재 디렉터리가 있음(주의: 지우는 것이 안전함, ${last.source})`,
            `the current directory stands only at the end of PATH (warning: better taken out, ${last.source})`,
          ),
          proofs,
        )
      : pass(text('root의 PATH에 현재 디렉터리가 없음', "root's PATH does not hold the current directory"), proofs);
    return withOtherShells(
      judged,
      users.filter(({ uid }) => uid === 0),
    );
  },
});

interface Found {
  readonly source: string;
  readonly value: string;
  readonly place: DotPlace;
}

function foundAt(source: string, value: string): Found {
  return { source, value, place: dotPlace(value) };
}

/** What is set before the shell starts: login.defs and, over it, /etc/environment. */
function startPaths(profiles: ShellProfiles, defs: LoginDefs): Found[] {
  const given = settingLast(defs.settings, 'ENV_SUPATH');
  const found = given ? [foundAt(`${given.path}:${given.line}`, given.value.replace('PATH=', ''))] : [];
  const set = environmentValue(profiles.file('/etc/environment'), 'PATH');
  if (set) found.push(foundAt(set.source, set.value));
  return found;
}

/** What root's login shell ends with: its own word where it was asked, else what its files say. */
function endPaths(profiles: ShellProfiles, defs: LoginDefs): Found[] {
  const login = rootLogin(profiles);
  const { value, source } = startPaths(profiles, defs).at(-1) ?? { value: builtIn, source: 'login.defs(5), built in' };
  const before: Held<string> = { value, source, fixed: false };
  const ends = possibleEnds(loginCommands(profiles.files, login).commands, login, before, followPath);
  if (!profiles.rootShell) return ends.map((end) => foundAt(end.source, end.value));
  // The files are shown for what the shell said, where they lead to the same place.
  const asked = foundAt('bash -lic (root)', profiles.rootShell.path);
  const where = ends.find((end) => dotPlace(end.value) === asked.place);
  return [where ? { ...asked, source: `${asked.source}, ${where.source}` } : asked];
}

function cshPaths(profiles: ShellProfiles): Found[] {
  return (
    ['/etc/csh.cshrc', '/etc/csh.login', '/root/.cshrc', '/root/.tcshrc', '/root/.login']
      .flatMap((path) => cshSettings(profiles.file(path)))
      .filter(({ name }) => name === 'path')
      // A path has a value wherever it is set.
      .map(({ path, line, value }) => foundAt(`${path}:${line}`, String(value)))
  );
}
