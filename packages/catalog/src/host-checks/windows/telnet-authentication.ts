// Telnet is off, or its only authentication is NTLM (KISA 2021 W-65).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { inUse } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const telnetAuthentication = hostCheck({
  id: 'windows.telnet-authentication',
  title: text('Telnet 보안 설정', 'Telnet is off, or takes NTLM alone'),
  why: text(
    'Telnet의 암호 인증은 비밀번호를 평문으로 보냅니다.',
    'With password authentication Telnet sends the password in clear text.',
  ),
  importance: 'medium',
  expects: text('Telnet이 꺼져 있거나 인증 방법이 NTLM임', 'Telnet is off, or its only authentication is NTLM'),
  remedy: text(
    'Telnet을 끄거나 인증 방법을 NTLM만으로 설정합니다.',
    'Turn Telnet off, or leave NTLM as its only authentication.',
  ),
  fix: { any: [...serviceFix('TlntSvr')] },
  needs: { services: windowsServices, registry: registryOf('telnetMechanism') },
  judge({ services, registry: { telnetMechanism: value } }) {
    const evidence = services.proofs('TlntSvr');
    if (!inUse(services, 'TlntSvr')) return pass(text('Telnet 서비스가 꺼져 있음', 'Telnet is off'), evidence);
    // 2 is NTLM, 4 is the password; both together are 6.
    const proof = {
      source: value.source,
      found: value.present ? value.values.join(', ') : 'not set',
      expected: '2 (NTLM alone)',
    };
    return value.number === 2
      ? pass(text('Telnet 인증이 NTLM만임', 'Telnet takes NTLM alone'), [...evidence, proof])
      : fail(text('Telnet이 켜져 있고 NTLM만으로 제한되지 않음', 'Telnet is on and takes more than NTLM'), [
          ...evidence,
          proof,
        ]);
  },
});
