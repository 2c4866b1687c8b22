// The length and the kinds of characters that a new password must have, by pam_pwquality or pam_cracklib in each password stack.
import type { Host, PamModule, Setting } from '@bongsu/core';
import { keyValues, pamArgument, pamText, settingSource, text, wholeNumber } from '@bongsu/core';
import type { Pam } from '../../../probes/pam.ts';
import type { Missing, PolicyPart, PolicyRule } from './part.ts';
import type { PasswordStack } from './stacks.ts';
import { named, refusing } from './stacks.ts';

const kinds = ['pam_pwquality', 'pam_cracklib'] as const;
const main = '/etc/security/pwquality.conf';
const credits = ['dcredit', 'ucredit', 'lcredit', 'ocredit'] as const;
type Key = 'minlen' | 'minclass' | 'enforcing' | (typeof credits)[number];
type Values = Record<Key, { readonly value: number; readonly source: string }>;

/** libpwquality before 1.4 (Amazon Linux 2 has 1.2.3) and pam_cracklib: minlen 9, a credit of 1 for each class; since then 8 and 0. */
function builtIn(old: boolean): Record<Key, number> {
  const credit = old ? 1 : 0;
  return {
    minlen: old ? 9 : 8,
    minclass: 0,
    enforcing: 1,
    dcredit: credit,
    ucredit: credit,
    lcredit: credit,
    ocredit: credit,
  };
}

/** libpwquality takes no smaller minlen (PWQ_BASE_MIN_LENGTH of its pwqprivate.h). */
const minlenFloor = 6;

/** The stacks by pam_pwquality or pam_cracklib; where there is neither, pam_unix itself may still refuse what is too short. */
export function qualityPart(pam: Pam, stacks: readonly PasswordStack[], host: Host, lengthMin: number): PolicyPart {
  const parts = stacks.map((stack) => stackQuality(pam, stack, isOld(host), lengthMin));
  return { missing: parts.flatMap((part) => part.missing), proofs: parts.flatMap((part) => part.proofs) };
}

const every: readonly PolicyRule[] = ['length', 'classes', 'root'];

function lacks(rule: PolicyRule, ko: string, en: string): Missing {
  return { rule, what: text(ko, en) };
}

function isOld(host: Host): boolean {
  return `${host.distro} ${host.version}` === 'amzn 2';
}

function stackQuality(pam: Pam, stack: PasswordStack, old: boolean, lengthMin: number): PolicyPart {
  const module = refusing(stack, ...kinds);
  if (!module) return withoutModule(stack, lengthMin);
  const read = confSettings(pam, module, old);
  const values = valuesOf(module, read, old || module.target === 'pam_cracklib');
  const root = rootEnforced(module, read, old);
  const source = `${module.path}:${module.line}`;
  return {
    missing: [
      ...lengthMissing(values, lengthMin),
      ...classesMissing(values),
      ...(root ? [] : [lacks('root', 'root 적용', 'enforcement for root')]),
    ],
    proofs: [
      { source, found: pamText(module), expected: 'required or requisite before pam_unix', rules: every },
      ...valueProofs(values, lengthMin),
      {
        source: root ?? source,
        found: root ? 'enforce_for_root' : 'no enforce_for_root',
        expected: 'enforce_for_root',
        rules: ['root'],
      },
    ],
  };
}

/** pam_unix refuses what is shorter than its own `minlen=` (pam_unix(8), Debian's obscure default 6), and knows no classes. */
function withoutModule(stack: PasswordStack, lengthMin: number): PolicyPart {
  const idle = named(stack, ...kinds)[0];
  const unix = named(stack, 'pam_unix').find((one) => pamArgument(one, 'minlen') !== undefined);
  const unixLength = unix ? wholeNumber(pamArgument(unix, 'minlen')) : null;
  const why = idle ? 'the module does not refuse before pam_unix' : 'no pam_pwquality';
  const whyKo = idle ? '모듈이 pam_unix 앞에서 거부하지 못함' : 'pam_pwquality 없음';
  const long = (unixLength ?? 0) >= lengthMin;
  const found = idle ? `${pamText(idle)} cannot refuse a password` : 'no pam_pwquality or pam_cracklib line';
  return {
    missing: [
      ...(long ? [] : [lacks('length', `길이(${whyKo})`, `length (${why})`)]),
      lacks('classes', `복잡성(${whyKo})`, `complexity (${why})`),
      lacks('root', 'root 적용', 'enforcement for root'),
    ],
    proofs: [
      {
        source: idle ? `${idle.path}:${idle.line}` : `/etc/pam.d/${stack.service}`,
        found,
        expected: 'required or requisite before pam_unix',
        rules: every,
      },
      ...(unix
        ? [
            {
              source: `${unix.path}:${unix.line}`,
              found: pamText(unix),
              expected: `minlen=${lengthMin} or more`,
              rules: ['length'] as const,
            },
          ]
        : []),
    ],
  };
}

/** pwquality.conf.d/*.conf first and the main file last, the last value wins; the old library knows the main file only, and pam_cracklib none. */
function confSettings(pam: Pam, module: PamModule, old: boolean): Setting[] {
  if (module.target === 'pam_cracklib') return [];
  return pam.pwquality.filter((file) => !old || file.path === main).flatMap(keyValues);
}

/** A value that is no number is not taken (settings.c of libpwquality). */
function valuesOf(module: PamModule, settings: readonly Setting[], old: boolean): Values {
  const values = (key: Key): Values[Key] => {
    const argument = wholeNumber(pamArgument(module, key));
    if (argument !== null) return { value: argument, source: `${module.path}:${module.line}` };
    const setting = settings.findLast((one) => one.key === key && wholeNumber(one.value) !== null);
    if (setting) return { value: Number(setting.value), source: settingSource(setting) };
    return { value: builtIn(old)[key], source: 'built in' };
  };
  const minlen = values('minlen');
  return {
    minlen: { ...minlen, value: Math.max(minlenFloor, minlen.value) },
    minclass: values('minclass'),
    enforcing: values('enforcing'),
    dcredit: values('dcredit'),
    ucredit: values('ucredit'),
    lcredit: values('lcredit'),
    ocredit: values('ocredit'),
  };
}

/** Credits above 0 are lengths that a password may lack for each class it has. */
function shortest(values: Values): number {
  return values.minlen.value - credits.reduce((sum, key) => sum + Math.max(0, values[key].value), 0);
}

function lengthMissing(values: Values, lengthMin: number): Missing[] {
  if (values.enforcing.value === 0)
    return every.map((rule) => lacks(rule, '강제 적용(enforcing=0)', 'enforcement (enforcing = 0)'));
  const least = shortest(values);
  return least >= lengthMin ? [] : [lacks('length', `길이(${least}자까지 허용)`, `length (as short as ${least})`)];
}

/** Letters, digits and specials each by a negative credit; three classes by minclass are taken as the same (KISA's "3종류"). */
function classesMissing(values: Values): Missing[] {
  if (values.minclass.value >= 3) return [];
  const needed = (key: Key): boolean => values[key].value < 0;
  const lacking = [
    needed('ucredit') || needed('lcredit') ? null : text('영문자', 'letters'),
    needed('dcredit') ? null : text('숫자', 'digits'),
    needed('ocredit') ? null : text('특수문자', 'specials'),
  ].filter((one) => one !== null);
  if (lacking.length === 0) return [];
  return [
    lacks(
      'classes',
      `복잡성(${lacking.map((one) => one.ko).join('·')})`,
      `complexity (${lacking.map((one) => one.en).join(', ')})`,
    ),
  ];
}

/** Where enforce_for_root stands. In the settings file it is known since libpwquality 1.4.1 (its NEWS). */
function rootEnforced(module: PamModule, settings: readonly Setting[], old: boolean): string | null {
  if (module.args.some((arg) => arg.split('=')[0] === 'enforce_for_root')) return `${module.path}:${module.line}`;
  const setting = settings.find((one) => one.key === 'enforce_for_root');
  return setting && !old ? settingSource(setting) : null;
}

function valueProofs(values: Values, lengthMin: number): PolicyPart['proofs'] {
  const shown = (keys: readonly Key[]): string =>
    keys.map((key) => `${key}=${values[key].value} (${values[key].source})`).join(', ');
  return [
    {
      source: 'length',
      found: shown(['minlen', ...credits, 'enforcing']),
      expected: `${lengthMin} or more`,
      rules: ['length'],
    },
    {
      source: 'complexity',
      found: shown([...credits, 'minclass']),
      expected: 'letters, digits and specials: negative credits or minclass 3',
      rules: ['classes'],
    },
  ];
}
