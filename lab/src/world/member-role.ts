// The role and external id by which the lab's member accounts trust the central one.
import type { RoleSpec } from './spec.ts';

/** What a configuration for any of our worlds must name. */
export const labRoles = { roleName: 'BongsuMember', externalId: 'bongsu-lab-4f1c9e27' } as const;

/** The roles of an account that lets the central account in. */
export function memberRoles(centralAccountId: string): Readonly<Record<string, RoleSpec>> {
  return { [labRoles.roleName]: { trusts: centralAccountId, externalId: labRoles.externalId } };
}
