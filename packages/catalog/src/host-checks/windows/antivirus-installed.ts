// An antivirus is installed and works (KISA 2026 W-45, 2021 W-36).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { antivirus } from '../../probes/windows/antivirus.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

/** Services of products that are common on servers in Korea and elsewhere, as far as we know them. */
const known: readonly string[] = [
  'V3 Service',
  'V3svc',
  'ALYac_UpdSrv',
  'ALYac_PZSrv',
  'CSFalconService',
  'SentinelAgent',
  'SepMasterService',
  'ekrn',
  'McShield',
  'mfemms',
  'AVP',
  'klnagent',
  'ds_agent',
  'ntrtscan',
  'Sophos Endpoint Defense Service',
  'CylanceSvc',
  'xagt',
];

export const antivirusInstalled = hostCheck({
  id: 'windows.antivirus-installed',
  title: text('백신 프로그램 설치', 'An antivirus is installed'),
  why: text('백신이 없으면 알려진 악성 코드도 막지 못합니다.', 'Without an antivirus even known malware goes unseen.'),
  importance: 'high',
  expects: text('백신이 설치되어 동작함', 'an antivirus is installed and works'),
  remedy: text(
    'Microsoft Defender를 켜거나 백신을 설치합니다.',
    'Turn Microsoft Defender on, or install an antivirus.',
  ),
  fix: { any: ['Install-WindowsFeature Windows-Defender', 'Set-MpPreference -DisableRealtimeMonitoring $false'] },
  question: text('어떤 백신이 설치되어 있으며 동작하고 있습니까?', 'Which antivirus is installed, and does it work?'),
  parameters: { products: listParameter(text('백신으로 보는 서비스', 'services that are an antivirus'), known) },
  needs: { services: windowsServices, antivirus },
  judge({ services, antivirus: { defender, fault } }, _host, { products }) {
    const others = products.filter((name) => services.find(name)?.running === true);
    const evidence: Proof[] = [
      {
        source: 'Get-MpComputerStatus',
        found: defender ? `enabled ${defender.enabled}, real time ${defender.realTime}` : fault,
        expected: 'enabled with real-time protection, or another product',
      },
      ...services.proofs(...others),
    ];
    if (defender?.enabled === true && defender.realTime)
      return pass(text('Defender가 동작함', 'Defender works'), evidence);
    if (others.length > 0)
      return pass(text(`백신이 동작함: ${others.join(', ')}`, `an antivirus runs: ${others.join(', ')}`), evidence);
    return defender
      ? fail(
          text(
            'Defender의 실시간 보호가 꺼져 있고 다른 백신이 보이지 않음',
            'the real-time protection of Defender is off, and no other antivirus is seen',
          ),
          evidence,
        )
      : manual(
          text(
            'Defender가 없음: 다른 백신이 설치되어 있는지 확인 필요',
            'there is no Defender: is another antivirus installed?',
          ),
          evidence,
        );
  },
});
