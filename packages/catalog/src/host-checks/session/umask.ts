// New files of login users are not writable for their group and others (KISA 2026 U-30, 2021 U-56).
// Read to the letter: a mask of 002 for users with a group of their own, the default of several distributions, fails.
import type { Held, Proof, ShellLogin } from '@bongsu/core';
import {
  cshSettings,
  fail,
  followUmask,
  hostCheck,
  loginCommands,
  masksWriting,
  octal,
  parseUmask,
  pass,
  possibleEnds,
  settingLast,
  text,
} from '@bongsu/core';
import type { LoginDefs } from '../../probes/login-defs.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import type { Pam } from '../../probes/pam.ts';
import { pam } from '../../probes/pam.ts';
import type { ShellProfiles } from '../../probes/shell-profiles.ts';
import { shellProfiles } from '../../probes/shell-profiles.ts';
import { ordinaryLogin, rootLogin } from './parts/logins.ts';
import { pamMask } from './parts/pam-mask.ts';

const expected = '(umask & 022) == 022';

export const umask = hostCheck({
  id: 'session.umask',
  title: text('UMASK 설정 관리', 'UMASK setting'),
  why: text(
    '느슨한 umask로 만들어진 파일은 그룹이나 다른 사용자가 고칠 수 있습니다.',
    'Files made under a weak mask can be changed by the group or by everyone.',
  ),
  importance: 'medium',
  expects: text(
    '로그인 사용자와 root의 umask가 022 비트를 모두 가짐(비트 비교)',
    'the umask of login users and root has every bit of 022 (compared bit by bit)',
  ),
  remedy: text(
    '/etc/profile과 /etc/bashrc(또는 profile.d의 .sh 파일)에 umask 022를, /etc/login.defs에 UMASK 022와 USERGROUPS_ENAB no를 설정합니다.',
    'Set umask 022 in /etc/profile and /etc/bashrc (or a .sh file of profile.d), UMASK 022 and USERGROUPS_ENAB no in /etc/login.defs.',
  ),
  fix: {
    any: [
      "echo 'umask 022' > /etc/profile.d/umask.sh",
      "sed -i 's/^UMASK.*/UMASK 022/; s/^USERGROUPS_ENAB.*/USERGROUPS_ENAB no/' /etc/login.defs",
    ],
  },
  needs: { profiles: shellProfiles, defs: loginDefs, pam },
  judge({ profiles, defs, pam: stacks }) {
    const proofs: Proof[] = [];
    const weak: { ko: string; en: string }[] = [];
    for (const [who, login] of [
      [{ ko: '자기 그룹을 가진 일반 사용자', en: 'users with a group of their own' }, ordinaryLogin(profiles)],
      [{ ko: 'root', en: 'root' }, rootLogin(profiles)],
    ] as const) {
      for (const end of ends(profiles, defs, stacks, login)) {
        const mask = end.value === null ? 'unset or not readable' : `umask ${octal(end.value)}`;
        proofs.push({ source: end.source || 'no file', found: `${who.en}: ${mask}`, expected });
        if (end.value === null || !masksWriting(end.value))
          weak.push({ ko: `${who.ko} ${mask}`, en: `${mask} for ${who.en} (${end.source || 'no file sets it'})` });
      }
    }
    for (const setting of cshMasks(profiles)) {
      proofs.push({ source: setting.source, found: `csh: umask ${setting.text}`, expected });
      if (setting.mask === null || !masksWriting(setting.mask))
        weak.push({ ko: `csh umask ${setting.text}`, en: `umask ${setting.text} for csh (${setting.source})` });
    }
    return weak.length === 0
      ? pass(text('umask가 022 비트를 모두 가짐', 'the umask has every bit of 022'), proofs)
      : fail(
          text(
            `022보다 약함: ${weak.map((one) => one.ko).join(', ')}`,
            `weaker than 022: ${weak.map((one) => one.en).join(', ')}`,
          ),
          proofs,
        );
  },
});

/** The mask that PAM gives the session, then what the shell's files make of it. */
function ends(profiles: ShellProfiles, defs: LoginDefs, stacks: Pam, login: ShellLogin): Held<number | null>[] {
  const { commands } = loginCommands(profiles.files, login);
  return possibleEnds(commands, login, pamMask(stacks, defs, login) ?? declared(defs), followUmask);
}

/**
 * Without pam_umask nothing applies login.defs at login and the session inherits 0022 (systemd.exec(5), UMask=). What the file
 * declares is judged all the same, because the guide asks for a mask that is set.
 */
function declared(defs: LoginDefs): Held<number | null> {
  const setting = settingLast(defs.settings, 'UMASK');
  if (!setting) return { value: null, source: '', fixed: false };
  return { value: parseUmask(setting.value, 0), source: `${setting.path}:${setting.line}`, fixed: false };
}

function cshMasks(profiles: ShellProfiles): { source: string; text: string; mask: number | null }[] {
  return ['/etc/csh.cshrc', '/etc/csh.login'].flatMap((path) => {
    const found = cshSettings(profiles.file(path)).filter((setting) => setting.name === 'umask');
    // The last one that is always reached holds, and with it those that may be reached after it.
    const from = found.findLastIndex((setting) => !setting.conditional);
    return found.slice(Math.max(0, from)).map((setting) => ({
      source: `${setting.path}:${setting.line}`,
      text: setting.value ?? '',
      mask: parseUmask(setting.value ?? '', 0),
    }));
  });
}
