// No direct login as root over the network (KISA 2026 U-01, 2021 U-01).
import type { Judgement, Proof, Text } from '@bongsu/core';
import { fail, hostCheck, matchMayApply, notApplicable, pass, sshdGlobal, switchParameter, text } from '@bongsu/core';
import type { SshServer } from '../../probes/ssh-server.ts';
import { sshServer } from '../../probes/ssh-server.ts';

const expected = 'PermitRootLogin no';
/** Built-in since OpenSSH 7.0 (release notes, 2015-08-11); every supported distribution is newer. */
const builtIn = 'prohibit-password';
/** `without-password` is the older name, by which `sshd -T` still prints it (sshd_config(5)). */
const keyOnly = new Set(['prohibit-password', 'without-password', 'forced-commands-only']);

export const rootLogin = hostCheck({
  id: 'ssh.root-login',
  title: text('root 계정 원격 접속 제한', 'Remote login as root is off'),
  why: text(
    '공격자는 이름이 알려진 root 계정을 먼저 노리며, 공유된 root 접속은 행위자를 남기지 않습니다.',
    'root is the one name every attacker knows, and a shared root login leaves no trace of who acted.',
  ),
  importance: 'high',
  expects: text(
    'sshd의 PermitRootLogin이 no이고 Telnet으로도 root가 접속할 수 없음',
    'sshd has PermitRootLogin no, and Telnet takes no root login',
  ),
  remedy: text(
    'sshd가 먼저 읽는 파일(/etc/ssh/sshd_config.d의 첫 파일, Include가 없으면 sshd_config)에 "PermitRootLogin no"를 넣고 sshd를 다시 읽게 합니다(systemctl reload sshd).',
    'Put "PermitRootLogin no" where sshd reads first (the first file of /etc/ssh/sshd_config.d, or sshd_config where there is no Include) and reload sshd.',
  ),
  fix: {
    any: [
      "printf 'PermitRootLogin no\\n' > /etc/ssh/sshd_config.d/00-root-login.conf",
      'sshd -t && systemctl reload sshd',
    ],
    debian: [
      "printf 'PermitRootLogin no\\n' > /etc/ssh/sshd_config.d/00-root-login.conf",
      'sshd -t && systemctl reload ssh',
    ],
  },
  parameters: {
    keyLogin: switchParameter(
      text(
        '키로만 하는 root 접속(prohibit-password, forced-commands-only)을 허용',
        'accept root logins by key alone (prohibit-password, forced-commands-only)',
      ),
      false,
    ),
  },
  needs: { server: sshServer },
  judge({ server }, _host, { keyLogin }) {
    const telnet = judgeTelnet(server);
    if (telnet?.status === 'fail') return telnet;
    if (!server.installed || !server.mayRun) {
      const evidence: Proof[] = [
        { source: 'sshd', found: server.installed ? 'installed, not running and not enabled' : 'not installed' },
      ];
      return (
        telnet ?? notApplicable(text('원격 터미널 서비스가 없음', 'no remote terminal service is in use'), evidence)
      );
    }
    return judgeSsh(server, keyLogin);
  },
});

function judgeSsh(server: SshServer, keyLogin: boolean): Judgement {
  const fine = (value: string): boolean => value === 'no' || (keyLogin && keyOnly.has(value));
  const exception = server.settings.find(
    (setting) =>
      setting.keyword === 'permitrootlogin' &&
      setting.match !== null &&
      matchMayApply(setting.match, 'root') &&
      !fine(setting.value.toLowerCase()),
  );
  const { value, proof } = globalValue(server);
  if (!fine(value)) return fail(notNo(value), [proof]);
  if (exception) {
    const block = `Match ${exception.match}`;
    return fail(text(`${block} 블록이 root 접속을 허용함`, `the block "${block}" lets root in`), [
      proof,
      {
        source: `${exception.path}:${exception.line}`,
        found: `${block}: PermitRootLogin ${exception.value}`,
        expected,
      },
    ]);
  }
  return pass(text(`PermitRootLogin이 ${value}임`, `PermitRootLogin is ${value}`), [proof]);
}

function globalValue(server: SshServer): { value: string; proof: Proof } {
  const file = sshdGlobal(server.settings, 'permitrootlogin');
  const asked = server.effective?.get('permitrootlogin');
  if (asked !== undefined) {
    const where = file ? ` (${file.path}:${file.line})` : '';
    return {
      value: asked,
      proof: { source: `sshd -T -C user=root${where}`, found: `permitrootlogin ${asked}`, expected },
    };
  }
  const parsed = `parsed, sshd -T: ${server.effectiveFault}`;
  if (!file)
    return {
      value: builtIn,
      proof: {
        source: `/etc/ssh/sshd_config (${parsed})`,
        found: `PermitRootLogin unset, built-in ${builtIn}`,
        expected,
      },
    };
  return {
    value: file.value.toLowerCase(),
    proof: { source: `${file.path}:${file.line} (${parsed})`, found: `PermitRootLogin ${file.value}`, expected },
  };
}

function notNo(value: string): Text {
  return value === 'yes'
    ? text('root가 비밀번호로 접속할 수 있음', 'root may log in, with a password too')
    : text(`root가 키로 접속할 수 있음(${value})`, `root may log in with a key (${value})`);
}

function judgeTelnet(server: SshServer): Judgement | null {
  if (server.telnet === null) return null;
  const proof: Proof = {
    source: server.telnet,
    found: 'Telnet server on',
    expected: 'off, or pam_securetty without pts terminals',
  };
  return server.telnetGuarded
    ? pass(text('Telnet이 켜져 있으나 root 접속은 막혀 있음', 'Telnet is on but takes no root login'), [proof])
    : fail(text('Telnet이 root 접속을 허용함', 'Telnet takes root logins'), [proof]);
}
