// What a site may set: numbers within bounds, lists that name nobody before the site does, and defaults that it could have set itself.
import { parameterText, parameterValue } from '@bongsu/core';
import { expect, it } from 'vitest';
import { hostCheckCases } from './index.ts';
import { windowsCheckCases } from './windows/index.ts';

const all = [...hostCheckCases, ...windowsCheckCases].flatMap(([{ id, parameters = {} }]) =>
  Object.entries(parameters).map(([name, parameter]) => ({ unit: `${id} ${name}`, parameter })),
);

/** Lists that say what the guide itself takes; every other one is of names that only a site can approve. */
const ofTheGuide: readonly string[] = [
  'account.root-group needed',
  'account.service-shells named',
  'account.unneeded-accounts defaults',
  'apache.error-pages codes',
  'log.policy kept',
  'network.source-restriction adminPorts',
  'nginx.error-pages codes',
  'nginx.tls withdrawn',
  'password.hash-algorithm accepted',
  'postgresql.audit statements',
  'postgresql.password-policy modules',
  'tomcat.default-admin names',
  'tomcat.error-pages codes',
  'tomcat.ldap-digest algorithms',
  'windows.antivirus-installed products',
  'windows.audit-policy required',
  'windows.local-logon permitted',
  'windows.unneeded-services needless',
];

it('every default is a value that a site could set', () => {
  for (const { unit, parameter } of all) {
    const given = parameter.kind === 'mode' ? parameterText(parameter, parameter.default) : parameter.default;
    expect(parameterValue(parameter, given), unit).toEqual(parameter.default);
  }
});

it('numbers have bounds that leave room', () => {
  for (const { unit, parameter } of all.filter((one) => one.parameter.kind === 'number')) {
    expect(parameter.min, unit).toBeGreaterThanOrEqual(0);
    expect(parameter.max, unit).toBeGreaterThan(parameter.min);
  }
});

it('nobody is approved before a site says so, and no list holds an empty word', () => {
  const lists = all.flatMap(({ unit, parameter }) =>
    Array.isArray(parameter.default) ? [{ unit, words: parameter.default as readonly string[] }] : [],
  );
  expect(
    lists
      .filter(({ words }) => words.length > 0)
      .map(({ unit }) => unit)
      .toSorted(),
  ).toEqual(ofTheGuide);
  expect(lists.filter(({ words }) => words.includes('')).map(({ unit }) => unit)).toEqual([]);
});
