// The built-in administrator has another name, is disabled, or has a strong password (KISA 2026 W-01, 2021 W-01).
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { policyFix } from '../../criteria/windows-fix.ts';
import { securityPolicy } from '../../probes/windows/security-policy.ts';

export const administratorName = hostCheck({
  id: 'windows.administrator-name',
  title: text(
    'Administrator 계정 이름 변경 등 보안성 강화',
    'The built-in administrator has another name, or is hardened',
  ),
  why: text(
    '이름을 아는 관리자 계정은 비밀번호만 맞히면 되고, 기본 관리자는 잠기지 않습니다.',
    'Where the name is known only the password is left to guess, and the built-in administrator is never locked out.',
  ),
  importance: 'high',
  expects: text(
    '기본 관리자 계정의 이름이 바뀌었거나 꺼져 있거나 강한 비밀번호를 씀',
    'the built-in administrator has another name, is disabled, or has a strong password',
  ),
  remedy: text(
    '기본 관리자 계정의 이름을 추측하기 어려운 것으로 바꾸거나 사용 안 함으로 둡니다.',
    'Give the built-in administrator a name that is hard to guess, or disable it.',
  ),
  fix: { any: [...policyFix('System Access', 'NewAdministratorName = "another-name"')] },
  question: text(
    '기본 관리자 계정에 추측하기 어려운 강한 비밀번호를 쓰고 있습니까?',
    'Does the built-in administrator have a strong password that nobody can guess?',
  ),
  needs: { policy: securityPolicy },
  judge({ policy }) {
    const name = policy.value('System Access', 'NewAdministratorName');
    const enabled = policy.value('System Access', 'EnableAdminAccount');
    const evidence = [
      {
        source: 'secedit [System Access] NewAdministratorName',
        found: name || 'not set',
        expected: 'another name than Administrator',
      },
      { source: 'secedit [System Access] EnableAdminAccount', found: enabled ?? 'not set' },
    ];
    if (name && name.toLowerCase() !== 'administrator')
      return pass(text('기본 관리자 계정의 이름이 바뀌었음', 'the built-in administrator has another name'), evidence);
    if (enabled === '0')
      return pass(text('기본 관리자 계정이 꺼져 있음', 'the built-in administrator is disabled'), evidence);
    return manual(
      text(
        '기본 관리자 계정의 이름이 그대로임: 강한 비밀번호를 쓰는지 확인 필요',
        'the built-in administrator has its own name: is its password strong?',
      ),
      evidence,
    );
  },
});
