// Where a campaign's objects lie in the bucket, and how its commands are recognised.
import type { Target } from '@bongsu/core';

/** Key of the host script, named by its hash. */
export function scriptKey(campaignId: string, sha256: string): string {
  return `v1/${campaignId}/script/${sha256}.sh`;
}

export function resultPrefix(campaignId: string): string {
  return `v1/${campaignId}/results/`;
}

/** Made by us from ids alone: no name that a host may choose is part of it. */
export function resultKey(target: Target): string {
  return `${resultPrefix(target.campaignId)}${target.accountId}/${target.region}/${target.instanceId}/${target.runId}.tar.gz`;
}

/** SendCommand's Comment (at most 100 characters): how a send is found again after a crash. */
export function commandComment(target: Target): string {
  return `bongsu ${target.campaignId} ${target.runId}`;
}
