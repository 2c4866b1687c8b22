// The administrators' group, GID 0, holds nobody but root (KISA 2026 U-08, 2021 U-50).
import type { Host, LocalAccount, LocalGroup, Proof } from '@bongsu/core';
import { hasLoginShell, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';

const expected = 'root alone';

/** Accounts to which the RHEL family gives GID 0 (its package setup). */
const stockAccounts = new Set(['sync', 'shutdown', 'halt', 'operator']);
/** Groups that distributions use for sudo and logs: shown, since the guide speaks of GID 0 only. */
const otherGroups = new Set(['wheel', 'sudo', 'adm', 'admin']);

export const rootGroup = hostCheck({
  id: 'account.root-group',
  title: text('관리자 그룹에 최소한의 계정 포함', 'Minimum membership of the administrator group'),
  why: text(
    'root 그룹 구성원은 root 그룹에 허용된 파일을 읽고 고칠 수 있습니다.',
    'Members of the root group read and change whatever is open to that group.',
  ),
  importance: 'medium',
  expects: text('root 그룹(GID 0)에 불필요한 계정이 없음', 'no needless account in the root group (GID 0)'),
  remedy: text(
    '필요 없는 계정을 gpasswd -d 계정 root로 빼고, 기본 그룹이 0인 계정은 usermod -g로 바꿉니다.',
    'Take needless accounts out (gpasswd -d ACCOUNT root); where GID 0 is the primary group, change it (usermod -g).',
  ),
  fix: {
    any: ['gpasswd -d ACCOUNT root', 'usermod -g GROUP ACCOUNT'],
  },
  question: text(
    'root 그룹에 있는 계정에 그 권한이 필요합니까?',
    'Do the accounts in the root group need what it gives?',
  ),
  parameters: {
    needed: listParameter(text('root 그룹에 있어야 하는 계정', 'accounts that the root group needs'), ['root']),
  },
  needs: { accounts },
  judge({ accounts: { users, groups } }, host, { needed }) {
    const primary = users.filter((user) => user.gid === 0 && !needed.includes(user.name));
    const stock = primary.filter((user) => isStock(user, host));
    const others = primary.filter((user) => !isStock(user, host));
    const administrators = groups.filter((group) => group.gid === 0);
    const members = administrators.flatMap((group) => group.members.filter((name) => !needed.includes(name)));
    const proofs = [
      ...administrators.map((group) => ({ ...groupProof(group), expected })),
      ...others.map((user) => primaryProof(user, expected)),
      ...stock.map((user) => primaryProof(user, 'stock account of the distribution, no login shell')),
      ...groups.filter((group) => otherGroups.has(group.name)).map(groupProof),
    ];
    if (administrators.length === 0) proofs.unshift({ source: '/etc/group', found: 'no group with GID 0', expected });
    const names = [...new Set([...members, ...others.map((user) => user.name)])].join(', ');
    return names === ''
      ? pass(
          text(
            `root 그룹에 ${needed.join(', ')} 외의 계정이 없음`,
            `nobody but ${needed.join(', ')} is in the root group`,
          ),
          proofs,
        )
      : manual(
          text(`root 그룹의 다음 계정이 꼭 필요한가: ${names}`, `does the root group need these accounts: ${names}?`),
          proofs,
        );
  },
});

function isStock(user: LocalAccount, host: Host): boolean {
  const redHat = host.family === 'rhel' || host.family === 'amazon-linux';
  return redHat && stockAccounts.has(user.name) && !hasLoginShell(user);
}

function groupProof({ name, gid, members, line }: LocalGroup): Proof {
  return { source: `/etc/group:${line}`, found: `${name} GID ${gid ?? '?'}: ${members.join(', ') || 'no member'}` };
}

function primaryProof(user: LocalAccount, wanted: string): Proof {
  return {
    source: `/etc/passwd:${user.line}`,
    found: `${user.name}: primary group 0, shell ${user.shell || '/bin/sh (empty)'}`,
    expected: wanted,
  };
}
