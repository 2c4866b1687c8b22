// AutoAdminLogon is not set, or 0 (KISA 2026 W-52, 2021 W-43).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const autologon = hostCheck({
  id: 'windows.autologon',
  title: text('Autologon 기능 제어', 'Nobody is logged on automatically'),
  why: text(
    '자동 로그온은 비밀번호를 평문으로 저장하고 누구나 들어오게 합니다.',
    'Autologon keeps a password in clear text and lets anybody in.',
  ),
  importance: 'high',
  expects: text('AutoAdminLogon이 없거나 0임', 'AutoAdminLogon is not set, or 0'),
  remedy: text(
    'AutoAdminLogon을 0으로 하고 DefaultPassword를 지웁니다.',
    'Set AutoAdminLogon to 0 and delete DefaultPassword.',
  ),
  fix: {
    any: [
      ...registryFix('autoAdminLogon', '0'),
      "Remove-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon' -Name DefaultPassword",
    ],
  },
  question: text(
    'Winlogon에 저장된 비밀번호를 지워도 됩니까? 어느 프로그램이 남겼습니까?',
    'May the password stored in Winlogon be deleted, and what left it there?',
  ),
  needs: { registry: registryOf('autoAdminLogon', 'defaultPassword') },
  judge({ registry: { autoAdminLogon: auto, defaultPassword: stored } }) {
    const evidence = [
      { source: auto.source, found: auto.present ? auto.values.join(', ') : 'not set', expected: '0 or not set' },
      {
        source: stored.source,
        found: stored.present ? 'a password is stored (not shown)' : 'not stored',
        expected: 'not stored',
      },
    ];
    if (auto.present && auto.number !== 0) return fail(text('자동 로그온이 켜져 있음', 'autologon is on'), evidence);
    return stored.present
      ? manual(
          text(
            '자동 로그온은 꺼져 있으나 비밀번호가 저장되어 있음',
            'autologon is off, but a password is still stored',
          ),
          evidence,
        )
      : pass(text('자동 로그온이 꺼져 있음', 'autologon is off'), evidence);
  },
});
