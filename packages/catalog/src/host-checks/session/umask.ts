// New files of login users are not writable for their group and others (KISA 2026 U-30, 2021 U-56).
// To the letter a mask of 002 for users with a group of their own, the default of several distributions, fails; the profile distro-aware takes it.
import type { Held, Proof, ShellLogin, Text } from '@bongsu/core';
import {
  cshSettings,
  fail,
  followUmask,
  hostCheck,
  loginCommands,
  masksAll,
  modeParameter,
  octal,
  parseUmask,
  pass,
  possibleEnds,
  settingLast,
  switchParameter,
  text,
} from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
import type { LoginDefs } from '../../probes/login-defs.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import type { Pam } from '../../probes/pam.ts';
import { pam } from '../../probes/pam.ts';
import type { ShellProfiles } from '../../probes/shell-profiles.ts';
import { shellProfiles } from '../../probes/shell-profiles.ts';
import { ordinaryLogin, rootLogin } from './parts/logins.ts';
import { otherShellsQuestion, withOtherShells } from './parts/other-shells.ts';
import { pamMask } from './parts/pam-mask.ts';
import { groupsOfSeveral } from './parts/groups-of-several.ts';

const writeGroup = 0o020;

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
  question: otherShellsQuestion,
  parameters: {
    mask: modeParameter(text('umask가 가져야 하는 비트', 'bits that every mask must have'), 0o022),
    privateGroups: switchParameter(
      text('자기만의 그룹을 가진 사용자의 002를 허용', 'accept 002 for users with a group of their own'),
      false,
    ),
  },
  accepted: [
    {
      families: ['rhel', 'amazon-linux', 'ubuntu'],
      values: { privateGroups: true },
      why: text(
        'RHEL 계열의 /etc/bashrc와 Ubuntu의 pam_umask(USERGROUPS_ENAB yes)는 사용자 개인 그룹 방식에 따라 002를 줍니다. 이름이 같은 그룹에 본인만 있으면 그룹 쓰기는 본인의 쓰기와 같습니다(pam_umask(8) usergroups; Red Hat "User Private Groups").',
        'by the scheme of user private groups: /etc/bashrc of the Red Hat family and pam_umask of Ubuntu (USERGROUPS_ENAB yes) give 002 where the group bears the user’s name; with nobody else in it, its right to write is the owner’s own (pam_umask(8), usergroups; Red Hat, "User Private Groups")',
      ),
    },
  ],
  needs: { profiles: shellProfiles, defs: loginDefs, pam, accounts },
  judge({ profiles, defs, pam: stacks, accounts: known }, _host, { mask: asked, privateGroups }) {
    const found: Found[] = [];
    const shared = privateGroups ? groupsOfSeveral(known) : [];
    const relaxed = privateGroups && shared.length === 0 ? asked & ~writeGroup : asked;
    for (const { who, login, least } of logins(profiles, asked, relaxed))
      for (const end of ends(profiles, defs, stacks, login))
        found.push({ who, mask: end.value, source: end.source || 'no file sets it', least });
    for (const { source, mask, conditional } of cshMasks(profiles))
      found.push({ who: csh, mask, source, least: conditional ? relaxed : asked });
    const weak = found.filter(({ mask, least }) => !masksAll(mask ?? 0, least));
    const proofs: Proof[] = [
      ...found.map(({ who, mask, source, least }) => ({
        source,
        found: `${who.en}: ${shown(mask)}`,
        expected: `(umask & ${octal(least)}) == ${octal(least)}`,
      })),
      ...shared,
    ];
    if (weak.length > 0)
      return fail(
        text(
          `${octal(asked)}보다 약함: ${weak.map(({ who, mask }) => `${who.ko} ${shown(mask)}`).join(', ')}`,
          `weaker than ${octal(asked).slice(1)}: ${weak.map(({ who, mask, source }) => `${shown(mask)} for ${who.en} (${source})`).join(', ')}${shared.length > 0 ? '; and groups that bear a user’s name hold others' : ''}`,
        ),
        proofs,
      );
    const judged = found.some(({ mask }) => !masksAll(mask ?? 0, asked))
      ? pass(
          text(
            '자기만의 그룹을 가진 사용자의 002를 배포판 기본값으로 허용함',
            'a mask of 002 for users with a group of their own is accepted as the default of the distribution',
          ),
          proofs,
        )
      : pass(
          text(`umask가 ${octal(asked)} 비트를 모두 가짐`, `the umask has every bit of ${octal(asked).slice(1)}`),
          proofs,
        );
    return withOtherShells(judged, known.users);
  },
});

interface Found {
  readonly who: Text;
  readonly mask: number | null;
  readonly source: string;
  /** The bits it must have. */
  readonly least: number;
}

const csh = text('csh 사용자', 'csh');

function shown(mask: number | null): string {
  return mask === null ? 'umask unset or not readable' : `umask ${octal(mask)}`;
}

/** Where the group bits of private groups are accepted, a user of a shared group is followed too: what relaxes for everybody is no such default. */
function logins(
  profiles: ShellProfiles,
  asked: number,
  relaxed: number,
): { who: Text; login: ShellLogin; least: number }[] {
  const user = ordinaryLogin(profiles);
  const others = text('그룹을 함께 쓰는 일반 사용자', 'users of a shared group');
  return [
    {
      who: text('자기 그룹을 가진 일반 사용자', 'users with a group of their own'),
      login: user,
      least: relaxed,
    },
    ...(relaxed === asked ? [] : [{ who: others, login: { ...user, privateGroup: false }, least: asked }]),
    { who: text('root 계정', 'root'), login: rootLogin(profiles), least: asked },
  ];
}

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

function cshMasks(profiles: ShellProfiles): { source: string; mask: number | null; conditional: boolean }[] {
  return ['/etc/csh.cshrc', '/etc/csh.login'].flatMap((path) => {
    const found = cshSettings(profiles.file(path)).filter((setting) => setting.name === 'umask');
    // The last one that is always reached holds, and with it those that may be reached after it.
    const from = found.findLastIndex((setting) => !setting.conditional);
    return found.slice(Math.max(0, from)).map((setting) => ({
      source: `${setting.path}:${setting.line}`,
      mask: parseUmask(String(setting.value), 0),
      conditional: setting.conditional,
    }));
  });
}
