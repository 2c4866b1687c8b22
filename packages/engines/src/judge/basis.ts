// The values a check judges by on one host: the guide's, then the profile's, then the configuration's; and which of them were not the guide's.
import type { Basis, ChangedParameter, Host, HostCheck, JudgeSettings, ParameterValue } from '@bongsu/core';
import { parameterText, text } from '@bongsu/core';

export interface Choice {
  readonly values: Readonly<Record<string, ParameterValue>>;
  readonly basis: Basis;
}

const configured = text('설정 파일의 값', 'set in the configuration');

/** Pure. A value that equals the guide's is no change, whoever set it. */
export function chosenValues(check: HostCheck, host: Host, settings: JudgeSettings): Choice {
  const values: Record<string, ParameterValue> = {};
  const changed: ChangedParameter[] = [];
  const accepted =
    settings.profile === 'distro-aware'
      ? (check.accepted ?? []).filter((one) => one.families.includes(host.family))
      : [];
  const own = settings.parameters[check.id] ?? {};
  for (const [name, parameter] of Object.entries(check.parameters ?? {})) {
    const profile = accepted.findLast((one) => one.values[name] !== undefined);
    const value = own[name] ?? profile?.values[name] ?? parameter.default;
    values[name] = value;
    const [shown, guide] = [parameterText(parameter, value), parameterText(parameter, parameter.default)];
    if (shown === guide) continue;
    const by = own[name] === undefined ? 'profile' : 'configuration';
    changed.push({ name, value: shown, guide, by, why: by === 'profile' && profile ? profile.why : configured });
  }
  return { values, basis: { profile: settings.profile, changed } };
}
