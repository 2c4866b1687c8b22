// The last passwords that a new one must differ from, by pam_pwhistory or pam_unix in each password stack.
import type { Host, PamModule, Setting, Text } from '@bongsu/core';
import { keyValues, pamArgument, pamText, settingSource, text, wholeNumber } from '@bongsu/core';
import type { Pam } from '../../../probes/pam.ts';
import type { PolicyLimits, PolicyPart } from './part.ts';
import type { PasswordStack } from './stacks.ts';
import { named, refusing } from './stacks.ts';

/** pam_pwhistory(8). */
const builtIn = 10;

/** pwhistory.conf came with Linux-PAM 1.5.3; these distributions have an older one that reads arguments only. */
const withoutConf = new Set(['amzn 2', 'ubuntu 20.04', 'ubuntu 22.04', 'debian 11', 'debian 12']);

export function historyPart(
  pam: Pam,
  stacks: readonly PasswordStack[],
  host: Host,
  { remember }: PolicyLimits,
): PolicyPart {
  const parts = stacks.map((stack) => stackHistory(pam, stack, host, remember));
  return { missing: parts.flatMap((part) => part.missing), proofs: parts.flatMap((part) => part.proofs) };
}

function stackHistory(pam: Pam, stack: PasswordStack, host: Host, rememberMin: number): PolicyPart {
  const expected = expectedOf(rememberMin);
  const module = refusing(stack, 'pam_pwhistory');
  if (module) return byModule(pam, module, host, rememberMin);
  const unix = named(stack, 'pam_unix').find((one) => pamArgument(one, 'remember') !== undefined);
  const remembered = unix ? wholeNumber(pamArgument(unix, 'remember')) : null;
  const missing =
    (remembered ?? 0) >= rememberMin
      ? // pam_unix asks root for no history (pam_unix_passwd.c, _pam_unix_approve_pass).
        text('root의 이력 적용', 'history for root (pam_unix does not hold it to root)')
      : text(`이력(이전 비밀번호 ${rememberMin}개 이상)`, `history (${rememberMin} or more)`);
  const found = 'no pam_pwhistory line that can refuse, no remember= of pam_unix';
  return {
    missing: history(missing),
    proofs: [
      unix ? proof(unix, pamText(unix), expected) : { source: `/etc/pam.d/${stack.service}`, found, expected, rules },
    ],
  };
}

const rules = ['history'] as const;

function history(...whats: readonly Text[]): PolicyPart['missing'] {
  return whats.map((what) => ({ rule: 'history', what }));
}

function expectedOf(rememberMin: number): string {
  return `remember=${rememberMin} or more, enforce_for_root`;
}

function byModule(pam: Pam, module: PamModule, host: Host, rememberMin: number): PolicyPart {
  const expected = expectedOf(rememberMin);
  const settings = confSettings(pam, module, host);
  const setting = settings.findLast((one) => one.key === 'remember' && wholeNumber(one.value) !== null);
  const argument = wholeNumber(pamArgument(module, 'remember'));
  const remember = argument ?? wholeNumber(setting?.value) ?? builtIn;
  const rootSetting = settings.find((one) => one.key === 'enforce_for_root');
  const root = module.args.includes('enforce_for_root') || rootSetting !== undefined;
  const missing: Text[] = [];
  if (remember < rememberMin) missing.push(text(`이력(${remember}개)`, `history (${remember} of ${rememberMin})`));
  if (!root) missing.push(text('root의 이력 적용', 'history for root (no enforce_for_root)'));
  const proofs = [proof(module, pamText(module), expected)];
  if (argument === null)
    proofs.push({
      source: setting ? settingSource(setting) : 'pam_pwhistory(8)',
      found: `remember=${remember}`,
      expected,
      rules,
    });
  if (rootSetting) proofs.push({ source: settingSource(rootSetting), found: 'enforce_for_root', expected, rules });
  return { missing: history(...missing), proofs };
}

function confSettings(pam: Pam, module: PamModule, host: Host): Setting[] {
  if (withoutConf.has(`${host.distro} ${host.version}`)) return [];
  return keyValues(pam.settings(pamArgument(module, 'conf') ?? '/etc/security/pwhistory.conf'));
}

function proof(module: PamModule, found: string, expected: string): PolicyPart['proofs'][number] {
  return { source: `${module.path}:${module.line}`, found, expected, rules };
}
