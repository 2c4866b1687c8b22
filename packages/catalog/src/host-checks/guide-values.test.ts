// What a check states beside its rule: values of the guide that a configuration may give, families that there are, and questions in both languages.
import type { Parameter } from '@bongsu/core';
import { parameterText, parameterValue } from '@bongsu/core';
import { expect, it } from 'vitest';
import { hostChecks } from './index.ts';
import { windowsCheckCases } from './windows/index.ts';

const parameters = [...hostChecks, ...windowsCheckCases.map(([check]) => check)].flatMap(({ id, parameters = {} }) =>
  Object.entries(parameters).map(([name, parameter]) => [`${id} ${name}`, parameter] as const),
);

it.each(parameters)('%s', (_name, parameter: Parameter) => {
  const given = parameter.kind === 'mode' ? parameterText(parameter, parameter.default) : parameter.default;
  expect(parameterValue(parameter, given)).toEqual(parameter.default);
});

it.each(parameters.filter(([id, { kind }]) => kind === 'list' && !id.startsWith('windows.')))(
  '%s',
  (_name, parameter: Parameter) => {
    for (const word of parameter.default as readonly string[]) expect(word).toMatch(/^\S+$/);
  },
);

const accepting = hostChecks.flatMap(({ id, accepted = [] }) =>
  accepted.flatMap(({ families }) => families.map((family) => [id, family] as const)),
);

it.each(accepting)('%s is accepted on a family that there is: %s', (_id, family) => {
  expect(['amazon-linux', 'rhel', 'ubuntu', 'debian', 'other']).toContain(family);
});

const asking = [...hostChecks, ...windowsCheckCases.map(([check]) => check)].flatMap(({ id, question }) =>
  question ? [[id, question] as const] : [],
);

it.each(asking)('%s asks a person something', (_id, { ko, en }) => {
  expect([ko, en]).not.toContain('');
});
