// KISA 2026 edition, chapter DBMS (D-01 to D-26): every item also asks whether another product is on the host, so that none is N/A in silence.
import type { Framework, FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

const others = 'dbms.other-products';

const items: readonly FrameworkItem[] = [
  {
    code: 'D-01',
    title: text(
      '기본 계정의 비밀번호, 정책 등을 변경하여 사용',
      'Change the passwords and policies of default accounts',
    ),
    importance: 'high',
    units: ['mysql.default-accounts', 'postgresql.default-accounts', others],
  },
  {
    code: 'D-02',
    title: text(
      '데이터베이스의 불필요 계정을 제거하거나, 잠금설정 후 사용',
      'Remove or lock unneeded database accounts',
    ),
    importance: 'high',
    units: ['mysql.unneeded-accounts', 'postgresql.unneeded-accounts', others],
  },
  {
    code: 'D-03',
    title: text('비밀번호 사용 기간 및 복잡도를 기관의 정책에 맞도록 설정', 'Password age and complexity by policy'),
    importance: 'high',
    units: ['mysql.password-policy', 'postgresql.password-policy', others],
  },
  {
    code: 'D-04',
    title: text(
      '데이터베이스 관리자 권한을 꼭 필요한 계정 및 그룹에 대해서만 허용',
      'Administrator rights for those alone who need them',
    ),
    importance: 'high',
    units: ['mysql.admin-rights', 'postgresql.admin-rights', others],
  },
  {
    code: 'D-05',
    title: text('비밀번호 재사용에 대한 제약 설정', 'Restrict the reuse of passwords'),
    importance: 'medium',
    units: [others],
  },
  {
    code: 'D-06',
    title: text('DB 사용자 계정을 개별적으로 부여하여 사용', 'An account of their own for each database user'),
    importance: 'medium',
    units: ['mysql.individual-accounts', 'postgresql.individual-accounts', others],
  },
  {
    code: 'D-07',
    title: text('root 권한으로 서비스 구동 제한', 'Do not run the service as root'),
    importance: 'medium',
    units: ['mysql.process-user', others],
  },
  {
    code: 'D-08',
    title: text('안전한 암호화 알고리즘 사용', 'Use of safe hash algorithms'),
    importance: 'high',
    units: ['mysql.password-hash', 'postgresql.password-hash', others],
  },
  {
    code: 'D-09',
    title: text('일정 횟수의 로그인 실패 시 이에 대한 잠금정책 설정', 'Lock accounts after failed logins'),
    importance: 'medium',
    units: [others],
  },
  {
    code: 'D-10',
    title: text('원격에서 DB 서버로의 접속 제한', 'Restrict remote access to the database server'),
    importance: 'high',
    units: ['mysql.remote-access', 'postgresql.remote-access', others],
  },
  {
    code: 'D-11',
    title: text(
      'DBA 이외의 인가되지 않은 사용자가 시스템 테이블에 접근할 수 없도록 설정',
      'System tables for administrators only',
    ),
    importance: 'high',
    units: ['mysql.system-tables', 'postgresql.system-tables', others],
  },
  {
    code: 'D-12',
    title: text('안전한 리스너 비밀번호 설정 및 사용', 'A safe listener password'),
    importance: 'high',
    units: [others],
  },
  {
    code: 'D-13',
    title: text(
      '불필요한 ODBC/OLE-DB 데이터 소스와 드라이브를 제거하여 사용',
      'Remove needless ODBC and OLE-DB sources and drivers',
    ),
    importance: 'medium',
    units: [others],
  },
  {
    code: 'D-14',
    title: text(
      '데이터베이스의 주요 설정 파일, 비밀번호 파일 등과 같은 주요 파일들의 접근 권한이 적절하게 설정',
      "Owner and mode of the database's files",
    ),
    importance: 'medium',
    units: ['mysql.file-permissions', 'postgresql.file-permissions', others],
  },
  {
    code: 'D-15',
    title: text(
      '관리자 이외의 사용자가 오라클 리스너의 접속을 통해 리스너 로그 및 trace 파일에 대한 변경 제한',
      'Oracle listener logs and trace files for administrators only',
    ),
    importance: 'low',
    units: [others],
  },
  {
    code: 'D-16',
    title: text('Windows 인증 모드 사용', 'Windows authentication mode'),
    importance: 'low',
    units: [others],
  },
  {
    code: 'D-17',
    title: text('Audit Table은 데이터베이스 관리자 계정으로 접근하도록 제한', 'Audit tables for administrators only'),
    importance: 'low',
    units: [others],
  },
  {
    code: 'D-18',
    title: text(
      '응용프로그램 또는 DBA 계정의 Role이 Public으로 설정되지 않도록 조정',
      'No role of applications or administrators for PUBLIC',
    ),
    importance: 'high',
    units: [others],
  },
  {
    code: 'D-19',
    title: text(
      'OS_ROLES, REMOTE_OS_AUTHENTICATION, REMOTE_OS_ROLES를 FALSE로 설정',
      'OS_ROLES, REMOTE_OS_AUTHENTICATION and REMOTE_OS_ROLES are FALSE',
    ),
    importance: 'high',
    units: [others],
  },
  {
    code: 'D-20',
    title: text('인가되지 않은 Object Owner의 제한', 'No unauthorised object owners'),
    importance: 'low',
    units: ['postgresql.object-owners', others],
  },
  {
    code: 'D-21',
    title: text('인가되지 않은 GRANT OPTION 사용 제한', 'No unauthorised GRANT OPTION'),
    importance: 'medium',
    units: ['mysql.grant-option', others],
  },
  {
    code: 'D-22',
    title: text('데이터베이스의 자원 제한 기능을 TRUE로 설정', 'RESOURCE_LIMIT is TRUE'),
    importance: 'low',
    units: [others],
  },
  { code: 'D-23', title: text('xp_cmdshell 사용 제한', 'Restrict xp_cmdshell'), importance: 'high', units: [others] },
  {
    code: 'D-24',
    title: text('Registry Procedure 권한 제한', 'Restrict registry procedures'),
    importance: 'high',
    units: [others],
  },
  {
    code: 'D-25',
    title: text('주기적 보안 패치 및 벤더 권고 사항 적용', 'Regular security patches and vendor advice'),
    importance: 'high',
    units: ['mysql.patches', 'postgresql.patches', others],
  },
  {
    code: 'D-26',
    title: text(
      '데이터베이스의 접근, 변경, 삭제 등의 감사 기록이 기관의 감사 기록 정책에 적합하도록 설정',
      'Audit records of access, change and deletion by policy',
    ),
    importance: 'high',
    units: ['mysql.audit', 'postgresql.audit', others],
  },
];

export const kisaDbms2026: Framework = {
  id: 'kisa-dbms-2026',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2026 (DBMS)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, DBMS',
  ),
  source: 'KISA, 2026',
  items,
};
