// The last passwords that a new one must differ from, by pam_pwhistory or pam_unix in each password stack.
import type { Host, PamModule, Setting, Text } from '@bongsu/core';
import { keyValues, pamArgument, pamText, text, wholeNumber } from '@bongsu/core';
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
  const module = refusing(stack, /^pam_pwhistory$/);
  if (module) return byModule(pam, module, host, rememberMin);
  const unix = named(stack, /^pam_unix$/).find((one) => pamArgument(one, 'remember') !== undefined);
  const remembered = unix ? wholeNumber(pamArgument(unix, 'remember') ?? '') : null;
  if (unix && remembered !== null && remembered >= rememberMin)
    return {
      // pam_unix asks root for no history (pam_unix_passwd.c, _pam_unix_approve_pass).
      missing: history(text('root의 이력 적용', 'history for root (pam_unix does not hold it to root)')),
      proofs: [proof(unix, pamText(unix), expected)],
    };
  const found = unix ? pamText(unix) : 'no pam_pwhistory line that can refuse, no remember= of pam_unix';
  return {
    missing: history(text(`이력(이전 비밀번호 ${rememberMin}개 이상)`, `history (${rememberMin} or more)`)),
    proofs: [unix ? proof(unix, found, expected) : { source: `/etc/pam.d/${stack.service}`, found, expected, rules }],
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
  const settings = withoutConf.has(`${host.distro} ${host.version}`) ? [] : confSettings(pam, module);
  const setting = settings.findLast((one) => one.key === 'remember' && wholeNumber(one.value) !== null);
  const argument = wholeNumber(pamArgument(module, 'remember') ?? '');
  const remember = argument ?? wholeNumber(setting?.value ?? '') ?? builtIn;
  const rootSetting = settings.find((one) => one.key === 'enforce_for_root');
  const root = module.args.includes('enforce_for_root') || rootSetting !== undefined;
  const missing: Text[] = [];
  if (remember < rememberMin) missing.push(text(`이력(${remember}개)`, `history (${remember} of ${rememberMin})`));
  if (!root) missing.push(text('root의 이력 적용', 'history for root (no enforce_for_root)'));
  const proofs = [proof(module, pamText(module), expected)];
  if (argument === null)
    proofs.push({
      source: setting ? `${setting.path}:${setting.line}` : 'pam_pwhistory(8)',
      found: `remember=${remember}`,
      expected,
      rules,
    });
  if (rootSetting)
    proofs.push({ source: `${rootSetting.path}:${rootSetting.line}`, found: 'enforce_for_root', expected, rules });
  return { missing: history(...missing), proofs };
}

function confSettings(pam: Pam, module: PamModule): Setting[] {
  return keyValues(pam.settings(pamArgument(module, 'conf') ?? '/etc/security/pwhistory.conf'));
}

function proof(module: PamModule, found: string, expected: string): PolicyPart['proofs'][number] {
  return { source: `${module.path}:${module.line}`, found, expected, rules };
}
