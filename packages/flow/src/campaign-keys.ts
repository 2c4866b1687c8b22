// Where a campaign's objects lie in the bucket, and how its commands are recognised.
import type { Place, Target } from '@bongsu/core';
import { exchangePrefix } from '@bongsu/core';
import { sentRunOf } from './delivery/batch-run.ts';

/** Key of the host script, named by its hash. */
export function scriptKey(campaignId: string, sha256: string): string {
  return `${exchangePrefix}${campaignId}/script/${sha256}.sh`;
}

/** The campaign whose results lie where this key does; null for any other key. */
export function campaignOfKey(key: string): string | null {
  return /^(?:v1(?=\/[^/]+\/results\/)|role)\/([A-Za-z0-9][\w.-]{0,99})\//.exec(key)?.[1] ?? null;
}

/** Written before the first send: a queue that is told of all that lies in the bucket is told of it too. */
export function isScriptKey(key: string): boolean {
  return /^v1\/[\w.-]{1,100}\/script\/[0-9a-f]{64}\.sh$/.test(key);
}

export function resultPrefix(campaignId: string): string {
  return `${exchangePrefix}${campaignId}/results/`;
}

/** Where the results of one host lie, one for each attempt. */
export function hostPrefix(target: Target): string {
  return `${placePrefix(target.campaignId, target)}${target.instanceId}/`;
}

/** Made by us from ids alone: no name that a host may choose is part of it. */
export function resultKey(target: Target): string {
  return `${hostPrefix(target)}${target.runId}.tar.gz`;
}

/** What the keys of a batch begin with: results lie below it by run, each under a name that its host made up. */
export function batchPrefix(target: Target): string {
  return `${placePrefix(target.campaignId, target)}${sentRunOf(target.runId)}/`;
}

/** What stands before a host's own name in the keys that it writes with its role: the bucket's policy knows it by the name of its ARN. */
export function rolePrefix({ campaignId, accountId, region }: Target, partition: string): string {
  return `${roleRoot(campaignId)}${placeFolder({ accountId, region })}arn:${partition}:ec2:${region}:${accountId}:instance/`;
}

/** Apart from what other modes write, for policies to tell them apart. */
export function roleRoot(campaignId: string): string {
  return `role/${campaignId}/`;
}

/** The run id that a result's key ends in, or of a batch's result its folder; of any other key, no run's. */
export function runOf(key: string): string {
  const ofBatch = /\/(b-[a-z0-9-]+)\/[0-9a-f]{32}\.tar\.gz$/.exec(key);
  return (ofBatch ?? /\/([a-z0-9-]+)\.tar\.gz$/.exec(key))?.[1] ?? '';
}

/** Where the results of one account and Region lie. */
export function placePrefix(campaignId: string, place: Place): string {
  return `${resultPrefix(campaignId)}${placeFolder(place)}`;
}

export function placeFolder({ accountId, region }: Place): string {
  return `${accountId}/${region}/`;
}

/** SendCommand's Comment (at most 100 characters): how a send is found again after a crash. */
export function commandComment(target: Target): string {
  return `bongsu ${target.campaignId} ${sentRunOf(target.runId)}`;
}
