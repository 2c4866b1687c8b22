// SQL Server takes Windows authentication alone (KISA 2021 W-82).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, notApplicable, pass, text } from '@bongsu/core';
import { sqlServers } from '../../probes/windows/sql-servers.ts';

export const windowsAuthentication = hostCheck({
  id: 'windows.windows-authentication',
  title: text('Windows 인증 모드 사용', 'SQL Server takes Windows authentication alone'),
  why: text(
    'SQL 로그인은 비밀번호 정책을 벗어나기 쉽고 sa가 공격 대상이 됩니다.',
    'SQL logins easily escape the password policy, and sa is a known name to attack.',
  ),
  importance: 'medium',
  expects: text('SQL Server가 Windows 인증만 사용함', 'SQL Server takes Windows authentication alone'),
  remedy: text(
    'SQL Server의 인증 모드를 Windows 인증으로 바꿉니다.',
    'Set the authentication mode of SQL Server to Windows authentication.',
  ),
  fix: {
    any: [
      "Invoke-Sqlcmd -Query \"EXEC xp_instance_regwrite N'HKEY_LOCAL_MACHINE', N'Software\\Microsoft\\MSSQLServer\\MSSQLServer', N'LoginMode', REG_DWORD, 1\"",
    ],
  },
  question: text(
    '이 SQL Server 인스턴스의 인증 모드는 무엇입니까?',
    'Which authentication mode does this instance of SQL Server have?',
  ),
  needs: { instances: sqlServers },
  judge({ instances }) {
    if (instances.length === 0)
      return notApplicable(text('SQL Server가 설치되지 않음', 'SQL Server is not installed'), [
        { source: 'Instance Names\\SQL', found: 'none' },
      ]);
    const evidence: Proof[] = instances.map(({ name, loginMode }) => ({
      source: `SQL Server ${name} LoginMode`,
      found: loginMode === null ? 'not told' : String(loginMode),
      expected: '1 (Windows)',
    }));
    if (instances.some(({ loginMode }) => loginMode !== null && loginMode !== 1))
      return fail(text('SQL 로그인을 받는 인스턴스가 있음', 'an instance takes SQL logins'), evidence);
    return instances.every(({ loginMode }) => loginMode === 1)
      ? pass(text('Windows 인증만 사용함', 'Windows authentication alone'), evidence)
      : manual(text('인증 모드를 확인해야 함', 'which authentication does the instance take?'), evidence);
  },
});
