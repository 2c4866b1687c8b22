// Thresholds of checks as a configuration gives them: names that exist, values within bounds, or a fault that says what would do.
import { hostChecks } from '@bongsu/catalog';
import type { ParameterValue } from '@bongsu/core';
import { CoreError, parameterValue } from '@bongsu/core';

/** The value, or why it cannot be. */
export function parameterGiven(
  unit: string,
  name: string,
  given: unknown,
): ParameterValue | { readonly fault: string } {
  const check = hostChecks.find((one) => one.id === unit);
  if (!check) return { fault: `there is no unit ${JSON.stringify(unit)}; "bongsu items" lists them` };
  const parameter = check.parameters?.[name];
  const names = Object.keys(check.parameters ?? {}).join(', ') || 'none';
  if (!parameter) return { fault: `${unit} has no parameter ${JSON.stringify(name)}; it has: ${names}` };
  try {
    return parameterValue(parameter, given);
  } catch (fault) {
    if (!(fault instanceof CoreError)) throw fault;
    return { fault: `${fault.message} (${parameter.about.en})` };
  }
}
