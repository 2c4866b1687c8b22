// Remote terminal access is limited to named users (KISA 2026 W-14, 2021 W-57).
import { fail, hostCheck, manual, pass, sidName, text } from '@bongsu/core';
import { remoteDesktop } from '../../criteria/remote-desktop.ts';
import { windowsAccounts } from '../../probes/windows/accounts.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

/** Everyone, Authenticated Users, Users, Guests: groups that are as good as everybody. */
const everybody: readonly string[] = ['S-1-1-0', 'S-1-5-11', 'S-1-5-32-545', 'S-1-5-32-546'];

export const remoteDesktopUsers = hostCheck({
  id: 'windows.remote-desktop-users',
  title: text('원격터미널 접속 가능한 사용자 그룹 제한', 'Who may use the remote terminal'),
  why: text(
    '누구나 원격 데스크톱으로 들어올 수 있으면 서버가 인터넷에 열린 콘솔이 됩니다.',
    'Where anybody may use remote desktop, the server is a console for all who reach it.',
  ),
  importance: 'medium',
  expects: text('원격 터미널 접속이 정해진 사용자로 제한됨', 'remote terminal access is limited to named users'),
  remedy: text(
    "'Remote Desktop Users'와 '원격 데스크톱 서비스를 통한 로그온 허용'에 필요한 사용자만 둡니다.",
    'Keep only those who need it in Remote Desktop Users and in "Allow log on through Remote Desktop Services".',
  ),
  fix: { any: ['Get-LocalGroupMember -SID S-1-5-32-555', 'Remove-LocalGroupMember -SID S-1-5-32-555 -Member NAME'] },
  question: text(
    '원격 터미널에 접속할 수 있는 사용자 목록을 관리하고 있습니까? 모두 필요한 사람입니까?',
    'Is the list of remote terminal users kept, and does everybody on it need it?',
  ),
  needs: {
    accounts: windowsAccounts,
    policy: securityPolicy,
    registry: registryOf('denyRemoteDesktop', 'denyRemoteDesktopPolicy'),
  },
  judge({ accounts, policy, registry }) {
    const { on, proof } = remoteDesktop(registry);
    if (!on)
      return pass(text('원격 데스크톱이 꺼져 있음', 'remote desktop is off'), [
        { ...proof, expected: 'off, or limited' },
      ]);
    const holders = policy.right('SeRemoteInteractiveLogonRight') ?? [];
    const evidence = [
      proof,
      {
        source: 'secedit [Privilege Rights] SeRemoteInteractiveLogonRight',
        found: holders.map(sidName).join(', ') || 'nobody',
      },
      { source: 'Get-LocalGroupMember -SID S-1-5-32-555', found: accounts.remoteDesktopUsers.join(', ') || 'nobody' },
    ];
    const members = accounts.remoteDesktopUsers.filter((one) => everybody.some((sid) => one.endsWith(`(${sid})`)));
    const open = [...holders.filter((one) => everybody.includes(one)).map(sidName), ...members];
    return open.length > 0
      ? fail(
          text(`누구나 원격 접속할 수 있음: ${open.join(', ')}`, `everybody may connect: ${open.join(', ')}`),
          evidence,
        )
      : manual(
          text(
            '원격 접속이 허용된 사용자가 필요한 사람뿐인지 확인 필요',
            'do only those who need it have remote access?',
          ),
          evidence,
        );
  },
});
