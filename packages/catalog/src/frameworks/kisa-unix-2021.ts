// KISA technical vulnerability assessment guide for critical information infrastructure, 2021 edition, Unix servers, as far as its items are judged today.
import type { Framework } from '@bongsu/core';
import { text } from '@bongsu/core';

export const kisaUnix2021: Framework = {
  id: 'kisa-unix-2021',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2021 (Unix 서버)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2021 edition, Unix servers',
  ),
  source: 'KISA, March 2021',
  items: [
    {
      code: 'U-01',
      title: text('root 계정 원격접속 제한', 'Restrict remote login of the root account'),
      importance: 'high',
      units: ['ssh.root-login'],
    },
    {
      code: 'U-02',
      title: text('패스워드 복잡성 설정', 'Password complexity'),
      importance: 'high',
      units: ['password.policy'],
    },
    {
      code: 'U-03',
      title: text('계정 잠금 임계값 설정', 'Account lockout threshold'),
      importance: 'high',
      units: ['account.lockout'],
    },
    {
      code: 'U-04',
      title: text('패스워드 파일 보호', 'Password file protection (shadow passwords)'),
      importance: 'high',
      units: ['account.shadow-passwords'],
    },
    {
      code: 'U-05',
      title: text('root홈, 패스 디렉터리 권한 및 패스 설정', 'root home and PATH settings'),
      importance: 'high',
      units: ['session.root-path'],
    },
    {
      code: 'U-06',
      title: text('파일 및 디렉터리 소유자 설정', 'Files and directories without an owner'),
      importance: 'high',
      units: ['file.unowned'],
    },
    {
      code: 'U-07',
      title: text('/etc/passwd 파일 소유자 및 권한 설정', 'Owner and mode of /etc/passwd'),
      importance: 'high',
      units: ['file.passwd-permissions'],
    },
    {
      code: 'U-08',
      title: text('/etc/shadow 파일 소유자 및 권한 설정', 'Owner and mode of /etc/shadow'),
      importance: 'high',
      units: ['file.shadow-permissions'],
    },
    {
      code: 'U-09',
      title: text('/etc/hosts 파일 소유자 및 권한 설정', 'Owner and mode of /etc/hosts'),
      importance: 'high',
      units: ['file.hosts-permissions-2021'],
    },
    {
      code: 'U-10',
      title: text('/etc/(x)inetd.conf 파일 소유자 및 권한 설정', 'Owner and mode of (x)inetd configuration'),
      importance: 'high',
      units: ['file.inetd-permissions'],
    },
    {
      code: 'U-11',
      title: text('/etc/syslog.conf 파일 소유자 및 권한 설정', 'Owner and mode of the syslog configuration'),
      importance: 'high',
      units: ['file.syslog-permissions'],
    },
    {
      code: 'U-12',
      title: text('/etc/services 파일 소유자 및 권한 설정', 'Owner and mode of /etc/services'),
      importance: 'high',
      units: ['file.services-permissions'],
    },
    {
      code: 'U-13',
      title: text('SUID, SGID, 설정 파일점검', 'SUID and SGID files'),
      importance: 'high',
      units: ['file.setuid'],
    },
    {
      code: 'U-15',
      title: text('world writable 파일 점검', 'World-writable files'),
      importance: 'high',
      units: ['file.world-writable'],
    },
    {
      code: 'U-22',
      title: text('crond 파일 소유자 및 권한 설정', 'Owner and mode of cron (2026: cron and at) files'),
      importance: 'high',
      units: ['cron.permissions'],
    },
    {
      code: 'U-32',
      title: text('일반사용자의 Sendmail 실행 방지', 'Keep ordinary users from running mail queue commands'),
      importance: 'high',
      units: ['mail.queue-tools'],
    },
    {
      code: 'U-44',
      title: text("root 이외의 UID가 '0' 금지", 'No UID 0 account other than root'),
      importance: 'medium',
      units: ['account.uid-zero'],
    },
    {
      code: 'U-45',
      title: text('root 계정 su 제한', 'Restrict use of su'),
      importance: 'low',
      units: ['account.su-restriction'],
    },
    {
      code: 'U-46',
      title: text('패스워드 최소 길이 설정', 'Minimum password length'),
      importance: 'medium',
      units: ['password.policy'],
    },
    {
      code: 'U-47',
      title: text('패스워드 최대 사용기간 설정', 'Maximum password age'),
      importance: 'medium',
      units: ['password.policy'],
    },
    {
      code: 'U-48',
      title: text('패스워드 최소 사용기간 설정', 'Minimum password age'),
      importance: 'medium',
      units: ['password.policy'],
    },
    {
      code: 'U-54',
      title: text('Session Timeout 설정', 'Idle session timeout'),
      importance: 'low',
      units: ['session.idle-timeout'],
    },
    {
      code: 'U-55',
      title: text('hosts.lpd 파일 소유자 및 권한 설정', 'Owner and mode of hosts.lpd'),
      importance: 'low',
      units: ['file.hosts-lpd'],
    },
    { code: 'U-56', title: text('UMASK 설정 관리', 'UMASK setting'), importance: 'medium', units: ['session.umask'] },
    {
      code: 'U-65',
      title: text('at 서비스 권한 설정', 'Permissions of the at service'),
      importance: 'medium',
      units: ['cron.permissions'],
    },
    {
      code: 'U-19',
      title: text('Finger 서비스 비활성화', 'Disable finger'),
      importance: 'high',
      units: ['service.finger'],
    },
  ],
};
