// Only Administrators may force a shutdown from a remote system (KISA 2026 W-49, 2021 W-40).
import { administratorsSid, fail, hostCheck, pass, sidName, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const remoteShutdown = hostCheck({
  id: 'windows.remote-shutdown',
  title: text('원격 시스템에서 강제로 시스템 종료', 'Only administrators shut down from a remote system'),
  why: text(
    '원격에서 서버를 끌 수 있으면 서비스 거부로 이어집니다.',
    'Whoever can turn the server off remotely can deny its service.',
  ),
  importance: 'high',
  expects: text(
    "'원격 시스템에서 강제로 시스템 종료'가 Administrators에게만 있음",
    'only Administrators may force a shutdown from a remote system',
  ),
  remedy: text(
    "'원격 시스템에서 강제로 시스템 종료'에 Administrators만 남깁니다.",
    'Leave Administrators alone on "Force shutdown from a remote system".',
  ),
  fix: { any: [...policyFix('Privilege Rights', 'SeRemoteShutdownPrivilege = *S-1-5-32-544')] },
  needs: { policy: securityPolicy },
  judge({ policy }, host) {
    const holders = policy.right('SeRemoteShutdownPrivilege') ?? [];
    const source = 'secedit [Privilege Rights] SeRemoteShutdownPrivilege';
    const others = holders.filter((one) => one !== administratorsSid);
    const evidence = [{ source, found: holders.map(sidName).join(', ') || 'nobody', expected: 'Administrators' }];
    return others.length > 0
      ? fail(
          text(
            `다른 계정이나 그룹에도 허용됨: ${others.map(sidName).join(', ')}${host.domainController ? ' (도메인 컨트롤러의 기본값일 수 있음)' : ''}`,
            `others may too: ${others.map(sidName).join(', ')}${host.domainController ? ' (may be the default of a domain controller)' : ''}`,
          ),
          evidence,
        )
      : pass(text('Administrators에게만 허용됨', 'nobody may but Administrators'), evidence);
  },
});
