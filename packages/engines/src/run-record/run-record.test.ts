// A record that is whole is taken; of one that was altered the first wrong thing is named.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { HostVerdict, RecordHead, RecordItem, Signer } from '@bongsu/core';
import { strictBasis } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { recordLine, recordSeal, verdictsHash } from './record-lines.ts';
import { recordVerify } from './record-verify.ts';

function signerOf(algorithm: Signer['algorithm']): Signer {
  const { privateKey, publicKey } =
    algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    algorithm,
    publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }),
    sign: async (message) => sign(algorithm === 'Ed25519' ? null : 'sha256', message, privateKey),
  };
}
const keyOf = async (signer: Signer): Promise<string> => Buffer.from(await signer.publicKey()).toString('base64');

const head: RecordHead = {
  ...{
    kind: 'bongsu-run-record',
    format: 1,
    campaignId: 'c1',
    snapshotId: 's1',
    by: 'arn:aws:iam::1:user/kim',
    version: '1',
  },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', endedAt: '2026-01-01T00:10:00.000Z', stopped: null },
  ...{ scriptSha256: 'a'.repeat(64), planSha256: 'b'.repeat(64), units: ['ssh.root-login'], packs: [], settings: '{}' },
  ...{ states: { assessed: 1, failed: 1 }, calls: { 'ssm:SendCommand': 2 }, targets: 2 },
};
const target = (instanceId: string, state: 'assessed' | 'failed'): RecordItem => ({
  ...{ kind: 'target', accountId: '1', region: 'r', instanceId, runId: `r-${instanceId}`, attempt: 1, commandId: 'c' },
  ...{ state, detail: '', evidenceSha256: null, verdictsSha256: null },
});
const lines = [recordLine(head), recordLine(target('i-1', 'assessed')), recordLine(target('i-2', 'failed'))];
const sealed = async (signer: Signer | null, content = lines): Promise<string> =>
  [...content, recordLine(await recordSeal(content, signer)), ''].join('\n');

describe.each(['Ed25519', 'ECDSA-P256-SHA256'] as const)('signed with %s', (algorithm) => {
  const signer = signerOf(algorithm);
  it('is taken whole', async () => {
    const text = await sealed(signer);
    expect(recordVerify(text, null)).toMatchObject({ head, items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] });
    expect(recordVerify(text, await keyOf(signer))).toMatchObject({ publicKey: await keyOf(signer) });
  });
  it('is refused where another key was to sign it', async () =>
    expect(recordVerify(await sealed(signer), await keyOf(signerOf(algorithm)))).toMatchObject({ kind: 'wrong-key' }));
});

describe('of an altered record the first wrong thing is named', () => {
  const signer = signerOf('Ed25519');
  const altered = async (change: (text: string) => string) => recordVerify(change(await sealed(signer)), null);

  it('a line', async () =>
    expect(await altered((text) => text.replace('"state":"failed"', '"state":"assessed"'))).toEqual({
      kind: 'line-altered',
      line: 3,
      what: 'target i-2',
    }));
  it('the first of several', async () =>
    expect(await altered((text) => text.replaceAll('"attempt":1', '"attempt":2'))).toMatchObject({ line: 2 }));
  it('the head', async () =>
    expect(await altered((text) => text.replace('kim', 'lee'))).toEqual({
      kind: 'line-altered',
      line: 1,
      what: 'bongsu-run-record c1',
    }));
  it('a line less, a line more, two lines changed over', async () => {
    expect(await altered((text) => text.split('\n').toSpliced(2, 1).join('\n'))).toMatchObject({
      kind: 'lines-missing',
    });
    expect(await altered((text) => text.split('\n').toSpliced(1, 1).join('\n'))).toMatchObject({
      line: 2,
      what: 'target i-2',
    });
    expect(
      await altered((text) =>
        text
          .split('\n')
          .toSpliced(3, 0, lines[1] ?? '')
          .join('\n'),
      ),
    ).toEqual({
      kind: 'lines-added',
      line: 4,
      what: 'target i-1',
    });
    expect(
      await altered((text) =>
        text
          .split('\n')
          .toSpliced(1, 2, lines[2] ?? '', lines[1] ?? '')
          .join('\n'),
      ),
    ).toMatchObject({ line: 2 });
  });
  it('a line and its hash in the seal', async () => {
    const other = recordLine(target('i-2', 'assessed'));
    const text = await sealed(signer, lines.with(2, other));
    const seal = JSON.parse((await sealed(signer)).split('\n')[3] ?? '') as { signature: string };
    const forged = text.replace(/"signature":"[^"]+"/, `"signature":"${seal.signature}"`);
    expect(recordVerify(forged, null)).toMatchObject({ kind: 'seal-altered' });
  });
  it('no seal, no record, no signature', async () => {
    expect(recordVerify(lines.join('\n'), null)).toMatchObject({ kind: 'not-a-record' });
    expect(recordVerify('', null)).toMatchObject({ kind: 'not-a-record' });
    expect(recordVerify('\u0000not json', null)).toMatchObject({ kind: 'not-a-record' });
    expect(recordVerify(await sealed(null), null)).toEqual({
      kind: 'not-signed',
      what: 'no signing key is configured',
    });
  });
  it('sums that were wrong when it was signed', async () => {
    const wrong = [recordLine({ ...head, states: { assessed: 2 } }), ...lines.slice(1)];
    expect(recordVerify(await sealed(signer, wrong), null)).toMatchObject({
      kind: 'sum',
      what: 'the head says 2 assessed, 1 are listed',
    });
    const fewer = [recordLine({ ...head, targets: 3 }), ...lines.slice(1)];
    expect(recordVerify(await sealed(signer, fewer), null)).toMatchObject({ kind: 'sum' });
  });
});

it('a signer that is denied leaves a record that says so', async () => {
  const denied = Object.assign(new Error('kms:Sign: AccessDenied'), { gap: { call: 'kms:Sign' } });
  const broken: Signer = { ...signerOf('Ed25519'), sign: () => Promise.reject(denied) };
  expect((await recordSeal(lines, broken)).unsigned).toBe('kms:Sign: AccessDenied');
  const bug: Signer = { ...signerOf('Ed25519'), sign: () => Promise.reject(new TypeError('bug')) };
  await expect(recordSeal(lines, bug)).rejects.toThrow('bug');
});

it('hashes verdicts by what they say, not by the order in which a database gives it', () => {
  const verdict = (unit: string): HostVerdict => ({
    ...{
      campaignId: 'c',
      accountId: '1',
      region: 'r',
      instanceId: 'i',
      unit,
      status: 'pass',
      gaps: [],
      basis: strictBasis,
    },
    reason: { ko: 'ㄱ', en: 'a' },
    evidence: [{ source: 's', found: 'f' }],
  });
  const turned: HostVerdict = {
    ...verdict('b'),
    reason: { en: 'a', ko: 'ㄱ' },
    evidence: [{ found: 'f', source: 's' }],
  };
  expect(verdictsHash([verdict('a'), verdict('b')])).toBe(verdictsHash([turned, verdict('a')]));
  expect(verdictsHash([verdict('a')])).not.toBe(verdictsHash([verdict('b')]));
  expect(verdictsHash([])).toBeNull();
});
