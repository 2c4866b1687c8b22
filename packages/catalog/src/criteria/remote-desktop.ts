// Whether this Windows takes remote desktop connections; group policy outweighs the local setting.
import type { Proof } from '@bongsu/core';
import type { RegistryValue } from '../probes/windows/registry.ts';

export interface RemoteDesktop {
  readonly on: boolean;
  readonly proof: Proof;
}

export function remoteDesktop(registry: {
  readonly denyRemoteDesktop: RegistryValue;
  readonly denyRemoteDesktopPolicy: RegistryValue;
}): RemoteDesktop {
  const { denyRemoteDesktop: own, denyRemoteDesktopPolicy: policy } = registry;
  const value = policy.present ? policy : own;
  // Built-in: 1, connections are denied.
  const on = value.present && value.number === 0;
  return {
    on,
    proof: { source: value.source, found: value.present ? value.values.join(', ') : 'not set (built-in: 1)' },
  };
}

/** The value in force: of the policy where it is set, else the local one. */
export function inForce(policy: RegistryValue, own: RegistryValue): RegistryValue {
  return policy.present ? policy : own;
}
