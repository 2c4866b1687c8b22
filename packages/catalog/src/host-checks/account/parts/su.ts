// Whether anyone outside a group gets through su: by the binary's mode, or by pam_wheel in its stacks.
import type { FileRecord, Judgement, LocalGroup, PamModule, PamStep, Proof } from '@bongsu/core';
import {
  fail,
  manual,
  modeAndOwner,
  notApplicable,
  pamArgument,
  pamModules,
  pamRun,
  pamStack,
  pamText,
  pass,
  text,
} from '@bongsu/core';
import type { Accounts } from '../../../probes/accounts.ts';
import type { FileModes } from '../../../probes/file-modes.ts';
import { fileModesOn } from '../../../probes/file-modes.ts';
import { accounts } from '../../../probes/accounts.ts';
import type { Pam } from '../../../probes/pam.ts';
import { pam } from '../../../probes/pam.ts';

const expected = 'auth required pam_wheel.so, or su root:GROUP 4750';
const setuidForGroup = 0o4750;
/** What modules answer that refuse for themselves. */
const refusal = 'auth_err';

export const suNeeds = { pam, modes: fileModesOn('/usr/bin/su', '/bin/su'), accounts };

export function judgeSu({ stacks }: Pam, modes: FileModes, { groups }: Accounts): Judgement {
  const binary = suBinary(modes);
  if (!binary) return notApplicable(text('su가 설치되어 있지 않음', 'su is not installed'));
  const own: Proof = { source: binary.path, found: modeAndOwner(binary), expected };
  if (groupOnly(binary, modes))
    return pass(text('su는 root와 한 그룹만 실행할 수 있음', 'only root and one group can run su'), [own]);
  const services = ['su', 'su-l'].filter((name) => stacks.some((file) => file.path === `/etc/pam.d/${name}`));
  const proofs = [own, ...services.flatMap((service) => wheelProofs(stacks, service, groups))];
  const words = services.map((service) => ({ service, word: outsiderMay(stacks, service) }));
  const open = words.find(({ word }) => word === true);
  const unsure = words.find(({ word }) => word === null);
  if (services.length === 0)
    return fail(text('/etc/pam.d/su가 없어 제한이 없음', 'there is no /etc/pam.d/su that restricts anything'), proofs);
  if (open)
    return fail(
      text(
        `그룹 밖의 사용자가 su를 쓸 수 있음(/etc/pam.d/${open.service})`,
        `users outside a group may use su (/etc/pam.d/${open.service})`,
      ),
      proofs,
    );
  if (unsure)
    return manual(
      text(
        `pam_succeed_if 조건에 따라 달라짐(/etc/pam.d/${unsure.service})`,
        `it depends on a pam_succeed_if condition (/etc/pam.d/${unsure.service})`,
      ),
      proofs,
    );
  return pass(text('그룹 밖의 사용자는 su를 쓸 수 없음', 'users outside the group cannot use su'), proofs);
}

function suBinary(modes: FileModes): FileRecord | undefined {
  return ['/usr/bin/su', '/bin/su']
    .map((path) => modes.file(path))
    .find((file) => file?.state === 'present' && file.type === 'file');
}

/** root:GROUP with no bit outside 4750, and no access-control list that lets others in. */
function groupOnly(binary: FileRecord, modes: FileModes): boolean {
  const acl = modes.acl(binary.path).length > 0 || modes.aclUnread.includes(binary.path);
  return binary.uid === 0 && (binary.mode & ~setuidForGroup & 0o7777) === 0 && (binary.mode & 0o4000) !== 0 && !acl;
}

/** Whether a user outside every wheel group, who knows the password, gets through su; null where a condition decides. */
function outsiderMay(stacks: readonly FileRecord[], service: string): boolean | null {
  const may = (conditions: string): boolean =>
    (['auth', 'account'] as const).every((type) => {
      const steps = pamStack(stacks, service, type);
      return steps.length === 0 || granted(steps, conditions);
    });
  const met = may('success');
  return met === may(refusal) ? met : null;
}

function granted(steps: readonly PamStep[], conditions: string): boolean {
  return pamRun(steps, (module) => {
    if (module.target === 'pam_wheel') return wheelAnswer(module);
    if (module.target === 'pam_rootok' || module.target === 'pam_deny') return refusal;
    return module.target === 'pam_succeed_if' ? conditions : 'success';
  }).granted;
}

/** pam_wheel(8) for someone outside the group who wants to become another ordinary user. */
function wheelAnswer(module: PamModule): string {
  if (module.args.includes('deny')) return module.args.includes('trust') ? 'success' : 'ignore';
  return module.args.includes('root_only') ? 'ignore' : 'perm_denied';
}

function wheelProofs(stacks: readonly FileRecord[], service: string, groups: readonly LocalGroup[]): Proof[] {
  const lines = (['auth', 'account'] as const)
    .flatMap((type) => pamModules(pamStack(stacks, service, type)))
    .filter((module) => module.target === 'pam_wheel');
  if (lines.length === 0) return [{ source: `/etc/pam.d/${service}`, found: 'no pam_wheel line', expected }];
  return lines.map((module) => {
    const group = wheelGroup(module, groups);
    const members = group
      ? `group ${group.name}: ${group.members.join(', ') || 'empty'}`
      : 'no such group: nobody passes';
    return { source: `${module.path}:${module.line}`, found: `${pamText(module)} (${members})`, expected };
  });
}

/** pam_wheel(8): `group=`, else wheel, else the group with GID 0. */
function wheelGroup(module: PamModule, groups: readonly LocalGroup[]): LocalGroup | undefined {
  const named = pamArgument(module, 'group');
  if (named !== undefined) return groups.find((group) => group.name === named);
  return groups.find((group) => group.name === 'wheel') ?? groups.find((group) => group.gid === 0);
}

/** What both editions say of it. */
export const suWords = {
  why: text(
    '누구나 su를 쓸 수 있으면 아무 계정이나 얻은 공격자가 root 비밀번호를 시험할 수 있습니다.',
    'Where anyone may run su, whoever got any account can try passwords for root.',
  ),
  expects: text(
    'su 스택의 pam_wheel이 그룹 밖의 사용자를 거부하거나, su 파일이 root:그룹 4750임',
    'pam_wheel in the su stack refuses users outside a group, or the su binary is root:GROUP with mode 4750',
  ),
  remedy: text(
    '/etc/pam.d/su의 "auth required pam_wheel.so use_uid" 주석을 풀고(Debian·Ubuntu는 group=이름 추가) 허용할 사용자를 그룹에 넣습니다.',
    'Uncomment "auth required pam_wheel.so use_uid" in /etc/pam.d/su (with group=NAME on Debian and Ubuntu) and put the permitted users into the group.',
  ),
  fix: {
    rhel: [
      "sed -i 's/^#\\(auth\\s*required\\s*pam_wheel.so use_uid\\)/\\1/' /etc/pam.d/su",
      'usermod -aG wheel ACCOUNT',
    ],
    debian: [
      'groupadd --system sugroup',
      'sed -i "/pam_rootok.so/a auth required pam_wheel.so use_uid group=sugroup" /etc/pam.d/su',
      'usermod -aG sugroup ACCOUNT',
    ],
  },
  question: text(
    'su를 쓸 수 있는 그룹은 누가 정했고, 구성원은 누구입니까?',
    'Who chose the group that may use su, and who is in it?',
  ),
};
