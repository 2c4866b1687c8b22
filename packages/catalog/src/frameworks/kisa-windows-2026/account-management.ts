// The items of the 2026 Windows edition's chapter on account management, W-01 to W-14.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const accountManagement: readonly FrameworkItem[] = [
  {
    code: 'W-01',
    title: text(
      'Administrator 계정 이름 변경 등 보안성 강화',
      'The built-in administrator has another name, or is hardened',
    ),
    importance: 'high',
    units: ['windows.administrator-name'],
  },
  {
    code: 'W-02',
    title: text('Guest 계정 비활성화', 'The Guest account is disabled'),
    importance: 'high',
    units: ['windows.guest-disabled'],
  },
  {
    code: 'W-03',
    title: text('불필요한 계정 제거', 'Unneeded accounts are gone'),
    importance: 'high',
    units: ['windows.unneeded-accounts'],
  },
  {
    code: 'W-04',
    title: text('계정 잠금 임계값 설정', 'Account lockout threshold'),
    importance: 'high',
    units: ['windows.lockout-threshold'],
  },
  {
    code: 'W-05',
    title: text('해독 가능한 암호화를 사용하여 암호 저장 해제', 'Passwords are not stored with reversible encryption'),
    importance: 'high',
    units: ['windows.reversible-encryption'],
  },
  {
    code: 'W-06',
    title: text('관리자 그룹에 최소한의 사용자 포함', 'Few are in the group Administrators'),
    importance: 'high',
    units: ['windows.administrators-members'],
  },
  {
    code: 'W-07',
    title: text('Everyone 사용 권한을 익명 사용자에 적용', 'Permissions of Everyone do not apply to anonymous users'),
    importance: 'medium',
    units: ['windows.everyone-anonymous'],
  },
  {
    code: 'W-08',
    title: text('계정 잠금 기간 설정', 'Account lockout duration'),
    importance: 'medium',
    units: ['windows.lockout-duration'],
  },
  {
    code: 'W-09',
    title: text('비밀번호 관리 정책 설정', 'Password policy'),
    importance: 'high',
    units: [
      'windows.password-complexity',
      'windows.password-length',
      'windows.password-max-age',
      'windows.password-min-age',
      'windows.password-history',
    ],
  },
  {
    code: 'W-10',
    title: text('마지막 사용자 이름 표시 안 함', 'The last user name is not shown'),
    importance: 'medium',
    units: ['windows.last-user-hidden'],
  },
  {
    code: 'W-11',
    title: text('로컬 로그온 허용', 'Who may log on at the console'),
    importance: 'medium',
    units: ['windows.local-logon'],
  },
  {
    code: 'W-12',
    title: text('익명 SID/이름 변환 허용 해제', 'No SID to name translation for anonymous users'),
    importance: 'medium',
    units: ['windows.anonymous-sid-name'],
  },
  {
    code: 'W-13',
    title: text('콘솔 로그온 시 로컬 계정에서 빈 암호 사용 제한', 'Blank passwords are for the console alone'),
    importance: 'medium',
    units: ['windows.blank-password'],
  },
  {
    code: 'W-14',
    title: text('원격터미널 접속 가능한 사용자 그룹 제한', 'Who may use the remote terminal'),
    importance: 'medium',
    units: ['windows.remote-desktop-users'],
  },
];
