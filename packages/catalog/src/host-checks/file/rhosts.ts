// No trust by .rhosts and hosts.equiv where the r services run: owner, mode 0600 and no "+" (KISA 2026 U-27, 2021 U-17).
// The guide passes a host whose r services are off whatever the files hold; the reason then says that they are there.
import type { FileRecord, LocalAccount, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, modeAndOwner, modeBeyond, pass, text } from '@bongsu/core';
import { judgeRServicesOff } from '../../criteria/r-services.ts';
import { accounts } from '../../probes/accounts.ts';
import { services } from '../../probes/services.ts';
import { trustFiles } from '../../probes/trust-files.ts';

const shownMax = 50;

export const rhosts = hostCheck({
  id: 'file.rhosts',
  title: text('$HOME/.rhosts, hosts.equiv 사용 금지', 'No .rhosts and hosts.equiv trust'),
  why: text(
    '이 파일에 적힌 호스트의 사용자는 비밀번호 없이 들어오고, "+"는 누구나 들어오게 합니다.',
    'Users of a host named there come in without a password, and "+" lets everybody in.',
  ),
  importance: 'high',
  expects: text(
    'r 계열 서비스를 쓰지 않거나, 파일이 root나 해당 계정 소유, 권한 600 이하이고 "+" 설정이 없음',
    'the r services are off, or the files belong to root or the account within 0600 and hold no "+"',
  ),
  remedy: text(
    'r 계열 서비스를 끄고 /etc/hosts.equiv와 .rhosts를 지웁니다. 남기면 chown 계정, chmod 600 하고 "+"를 지웁니다.',
    'Turn the r services off and delete /etc/hosts.equiv and .rhosts. Where they stay: chown USER, chmod 600, and take "+" out.',
  ),
  fix: {
    any: ['rm -f /etc/hosts.equiv ~USER/.rhosts'],
  },
  question: text(
    '신뢰 파일에 있는 호스트와 사용자가 필요합니까?',
    'Are the hosts and users of the trust files needed?',
  ),
  needs: { trust: trustFiles, services, accounts },
  judge({ trust: { files }, services: known, accounts: { users } }) {
    const off = judgeRServicesOff(known);
    const faults = files.flatMap((file) => faultsOf(file, users));
    const rest: Proof[] =
      faults.length > shownMax ? [{ source: 'trust files', found: `${faults.length - shownMax} more` }] : [];
    const found =
      files.length === 0
        ? [{ source: '/etc/hosts.equiv, .rhosts', found: 'absent' }]
        : files.map(proofOf).slice(0, shownMax);
    const evidence = [...off.evidence, ...faults.slice(0, shownMax), ...rest, ...found];
    const [first] = faults;
    if (off.status === 'pass')
      return pass(
        first
          ? text(
              `r 계열 서비스가 꺼져 있어 양호하나, 기준을 어긴 파일이 남아 있음(${first.source})`,
              `the r services are off; files that would break the rule remain (${first.source})`,
            )
          : text('r 계열 서비스가 꺼져 있음', 'the r services are off'),
        evidence,
      );
    if (!first)
      return pass(
        text('기준을 어긴 .rhosts, hosts.equiv가 없음', 'no .rhosts and no hosts.equiv breaks the rule'),
        evidence,
      );
    if (off.status === 'manual')
      return manual(
        text(
          `${first.source}이 기준을 어김: ${off.reason.ko}`,
          `${first.source} breaks the rule (${first.found}); ${off.reason.en}`,
        ),
        evidence,
      );
    return fail(
      text(
        `r 계열 서비스가 켜져 있고 ${first.source}이 기준을 어김(${first.found})`,
        `an r service is on and ${first.source} breaks the rule (${first.found})`,
      ),
      evidence,
    );
  },
});

function faultsOf(file: FileRecord, users: readonly LocalAccount[]): Proof[] {
  const home = file.path.slice(0, -'/.rhosts'.length);
  const owners = users.filter((user) => user.home.replace(/\/+$/, '') === home).map((user) => user.uid);
  const plus = file.lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [{ source: `${file.path}:${index + 1}`, found: line, expected: 'no "+"' }],
  );
  const owned = file.uid === 0 || owners.includes(file.uid);
  if (owned && modeBeyond(file.mode, 0o600) === 0) return plus;
  return [{ ...proofOf(file), expected: 'root or the account, no bit outside 0600' }, ...plus];
}

function proofOf(file: FileRecord): Proof {
  return { source: file.path, found: modeAndOwner(file) };
}
