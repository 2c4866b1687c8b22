// KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, Unix servers, as far as its items are judged today.
import type { Framework } from '@bongsu/core';
import { text } from '@bongsu/core';

export const kisaUnix2026: Framework = {
  id: 'kisa-unix-2026',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2026 (Unix 서버)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, Unix servers',
  ),
  source: 'KISA, 2026',
  items: [
    {
      code: 'U-01',
      title: text('root 계정 원격 접속 제한', 'Restrict remote login of the root account'),
      importance: 'high',
      units: ['ssh.root-login'],
    },
    {
      code: 'U-02',
      title: text('비밀번호 관리정책 설정', 'Password policy'),
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
      title: text('비밀번호 파일 보호', 'Password file protection (shadow passwords)'),
      importance: 'high',
      units: ['account.shadow-passwords'],
    },
    {
      code: 'U-05',
      title: text('root 이외의 UID가 ‘0’ 금지', 'No UID 0 account other than root'),
      importance: 'high',
      units: ['account.uid-zero'],
    },
    {
      code: 'U-06',
      title: text('사용자 계정 su 기능 제한', 'Restrict use of su'),
      importance: 'high',
      units: ['account.su-restriction'],
    },
    {
      code: 'U-12',
      title: text('세션 종료 시간 설정', 'Idle session timeout'),
      importance: 'low',
      units: ['session.idle-timeout'],
    },
    {
      code: 'U-14',
      title: text('root 홈, 패스 디렉터리 권한 및 패스 설정', 'root home and PATH settings'),
      importance: 'high',
      units: ['session.root-path'],
    },
    {
      code: 'U-15',
      title: text('파일 및 디렉터리 소유자 설정', 'Files and directories without an owner'),
      importance: 'high',
      units: ['file.unowned'],
    },
    {
      code: 'U-16',
      title: text('/etc/passwd 파일 소유자 및 권한 설정', 'Owner and mode of /etc/passwd'),
      importance: 'high',
      units: ['file.passwd-permissions'],
    },
    {
      code: 'U-18',
      title: text('/etc/shadow 파일 소유자 및 권한 설정', 'Owner and mode of /etc/shadow'),
      importance: 'high',
      units: ['file.shadow-permissions'],
    },
    {
      code: 'U-19',
      title: text('/etc/hosts 파일 소유자 및 권한 설정', 'Owner and mode of /etc/hosts'),
      importance: 'high',
      units: ['file.hosts-permissions'],
    },
    {
      code: 'U-20',
      title: text('/etc/(x)inetd.conf 파일 소유자 및 권한 설정', 'Owner and mode of (x)inetd configuration'),
      importance: 'high',
      units: ['file.inetd-permissions'],
    },
    {
      code: 'U-21',
      title: text('/etc/(r)syslog.conf 파일 소유자 및 권한 설정', 'Owner and mode of the syslog configuration'),
      importance: 'high',
      units: ['file.syslog-permissions'],
    },
    {
      code: 'U-22',
      title: text('/etc/services 파일 소유자 및 권한 설정', 'Owner and mode of /etc/services'),
      importance: 'high',
      units: ['file.services-permissions'],
    },
    {
      code: 'U-23',
      title: text('SUID, SGID, Sticky bit 설정 파일 점검', 'SUID and SGID files'),
      importance: 'high',
      units: ['file.setuid'],
    },
    {
      code: 'U-25',
      title: text('world writable 파일 점검', 'World-writable files'),
      importance: 'high',
      units: ['file.world-writable'],
    },
    {
      code: 'U-29',
      title: text('hosts.lpd 파일 소유자 및 권한 설정', 'Owner and mode of hosts.lpd'),
      importance: 'low',
      units: ['file.hosts-lpd'],
    },
    { code: 'U-30', title: text('UMASK 설정 관리', 'UMASK setting'), importance: 'medium', units: ['session.umask'] },
    {
      code: 'U-37',
      title: text('crontab 설정파일 권한 설정 미흡', 'Owner and mode of cron and at files'),
      importance: 'high',
      units: ['cron.permissions'],
    },
    {
      code: 'U-46',
      title: text('일반 사용자의 메일 서비스 실행 방지', 'Keep ordinary users from running mail queue commands'),
      importance: 'high',
      units: ['mail.queue-tools'],
    },
    {
      code: 'U-63',
      title: text('sudo 명령어 접근 관리', 'Owner and mode of sudoers'),
      importance: 'medium',
      units: ['sudo.sudoers-permissions'],
    },
    {
      code: 'U-65',
      title: text('NTP 및 시각 동기화 설정', 'NTP and time synchronisation'),
      importance: 'medium',
      units: ['time.synchronised'],
    },
    {
      code: 'U-34',
      title: text('Finger 서비스 비활성화', 'Disable finger'),
      importance: 'high',
      units: ['service.finger'],
    },
  ],
};
