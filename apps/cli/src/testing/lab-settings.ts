// The product's settings for a lab: its organisation, its role and its bucket.
import type { AwsSettings } from '@bongsu/aws';
import type { Lab } from '@bongsu/lab';

export function labSettings({ roleName, externalId, regions, bucket }: Lab): AwsSettings {
  return { accounts: { kind: 'organization' }, roleName, externalId, regions, bucket, centralRegion: bucket.region };
}
