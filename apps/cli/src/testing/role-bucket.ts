// Gives a lab's bucket the policy by which each instance puts its own results, and nobody else's.
import { openAws, rolePolicyOfBucket } from '@bongsu/aws';
import type { Lab } from '@bongsu/lab';
import { pointSdkAt } from '../wire.ts';
import { labSettings } from './lab-settings.ts';

export async function roleBucket({ lab }: { readonly lab: Lab }): Promise<void> {
  pointSdkAt(lab.url, lab.centralCredentials, lab.bucket.region);
  // With what hosts of an association fetch; role delivery needs less.
  const settings = { ...labSettings(lab), roleDelivery: true, associations: true };
  const clock = { now: () => new Date(lab.clock.now()), sleep: async () => undefined };
  const { identity } = await openAws(settings, clock);
  lab.bucketPolicy(rolePolicyOfBucket(settings, await identity(), { organizationId: lab.organizationId }));
}
