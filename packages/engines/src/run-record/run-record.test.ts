// A record that is whole is taken; of one that was altered the first wrong thing is named.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { HostVerdict, RecordHead, RecordItem, SignatureAlgorithm, Signer } from '@bongsu/core';
import { strictBasis } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { lineHash, recordLine, verdictsHash } from './record-lines.ts';
import { recordSeal, recordText } from './record-seal.ts';
import { keyFingerprint, recordSignLater, recordVerify } from './record-verify.ts';

type Pair = { readonly signer: Signer; readonly fingerprint: string };

function pairOf(algorithm: SignatureAlgorithm, namedCurve = 'P-256', keyArn: string | null = null): Pair {
  const ecdsa = algorithm === 'ECDSA-P256-SHA256';
  const { privateKey, publicKey } = ecdsa ? generateKeyPairSync('ec', { namedCurve }) : generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  const signer: Signer = {
    key: async () => ({ algorithm, publicKey: der, keyArn }),
    sign: async (message) => sign(ecdsa ? 'sha256' : null, message, privateKey),
  };
  return { signer, fingerprint: keyFingerprint(der) };
}

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
  recordText(content, await recordSeal(content, signer));
const verified = (text: string | Uint8Array, trusted: string | null = null) =>
  recordVerify(typeof text === 'string' ? new TextEncoder().encode(text) : text, trusted);

const arn = 'arn:aws:kms:ap-northeast-2:100000000001:key/7a1c2b3d-0000-4000-8000-000000000001';

describe.each(['Ed25519', 'ECDSA-P256-SHA256', 'Ed25519-SHA256'] as const)('signed with %s', (algorithm) => {
  const { signer, fingerprint } = pairOf(algorithm);
  it('is taken whole, and says whose key it was', async () => {
    const text = await sealed(signer);
    expect(verified(text)).toMatchObject({ head, items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }] });
    expect(verified(text, fingerprint)).toMatchObject({ signedBy: { fingerprint, keyArn: null, signedAt: null } });
  });
  it('is refused where another key was to sign it, and both are named', async () => {
    const other = pairOf(algorithm);
    const fault = verified(await sealed(signer), other.fingerprint);
    expect(fault).toMatchObject({ kind: 'wrong-key', what: expect.stringContaining(fingerprint) as string });
    expect(fault).toMatchObject({ what: expect.stringContaining(other.fingerprint) as string });
  });
  it('names its key in KMS, which cannot be changed for another', async () => {
    const text = await sealed(pairOf(algorithm, 'P-256', arn).signer);
    expect(verified(text)).toMatchObject({ signedBy: { keyArn: arn } });
    expect(verified(text.replace(':100000000001:', ':200000000002:'))).toMatchObject({ kind: 'seal-altered' });
    expect(verified(text.replace(/"keyArn":"[^"]+",/, ''))).toMatchObject({ kind: 'seal-altered' });
  });
});

it('is taken with a line of every kind that a campaign can write, each of which is held', async () => {
  const { signer, fingerprint } = pairOf('Ed25519');
  const place = { accountId: '1', region: 'r' };
  const more: Record<Exclude<RecordItem['kind'], 'target'>, RecordItem> = {
    attempt: { kind: 'attempt', runId: 'r-0', attempt: 1, state: 'no-result', detail: '' },
    refusal: { kind: 'refusal', key: 'v1/k', reason: 'late', etag: 'e', at: '2026-01-01T00:00:00.000Z' },
    newcomer: { kind: 'newcomer', ...place, instanceId: 'i-3', seen: 'result' },
    unreadable: { kind: 'unreadable', ...place, call: 'ec2:DescribeInstances', code: 'AccessDenied' },
  };
  const all = [...lines, ...Object.values(more).map(recordLine)];
  const text = await sealed(signer, all);
  expect(verified(text, fingerprint)).toMatchObject({ head, items: { length: 6 } });
  for (const [index, line] of all.entries())
    expect(verified(text.replace(line, line.replace(/"[a-z0-9]/, '$& ')), fingerprint)).toMatchObject({
      ...{ kind: 'line-altered', line: index + 1 },
    });
});

describe('of an altered record the first wrong thing is named', () => {
  const { signer, fingerprint } = pairOf('Ed25519');
  const altered = async (change: (text: string) => string) => verified(change(await sealed(signer)), fingerprint);
  const spliced = (at: number, less: number, ...more: string[]) =>
    altered((text) =>
      text
        .split('\n')
        .toSpliced(at, less, ...more)
        .join('\n'),
    );
  const [, one = '', two = ''] = lines;

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
  it('a line less, a line more, a line twice, two lines changed over', async () => {
    expect(await spliced(2, 1)).toMatchObject({ kind: 'lines-missing' });
    expect(await spliced(1, 1)).toMatchObject({ kind: 'line-altered', line: 2, what: 'target i-2' });
    expect(await spliced(3, 0, one)).toEqual({ kind: 'lines-added', line: 4, what: 'target i-1' });
    expect(await spliced(2, 0, one)).toMatchObject({ kind: 'line-altered', line: 3, what: 'target i-1' });
    expect(await spliced(1, 2, two, one)).toMatchObject({ kind: 'line-altered', line: 2 });
  });
  it('a line after the seal, the seal twice, an empty line', async () => {
    expect(await spliced(4, 0, one)).toEqual({ kind: 'lines-added', line: 5, what: 'after the seal: target i-1' });
    expect(await altered((text) => `${text}${text.split('\n')[3] ?? ''}\n`)).toMatchObject({
      kind: 'lines-added',
      line: 4,
      what: 'seal',
    });
    expect(await altered((text) => `${text}\n`)).toMatchObject({ kind: 'lines-added', line: 5 });
    expect(await spliced(1, 0, '')).toMatchObject({ kind: 'line-altered', line: 2 });
  });
  it('a file cut anywhere', async () => {
    const text = await sealed(signer);
    for (let length = 0; length < text.length - 1; length += 1)
      expect([length, verified(text.slice(0, length), fingerprint)]).toEqual([
        length,
        expect.objectContaining({ kind: expect.stringMatching(/^(?:not-a-record|lines-missing)$/) as string }),
      ]);
    expect(verified(text.split('\n').slice(0, 3).join('\n'))).toEqual({
      kind: 'lines-missing',
      what: 'the file ends in line 3, before its seal',
    });
    // One line break less at the very end changes nothing that was said.
    expect(verified(text.slice(0, -1), fingerprint)).toHaveProperty('head');
  });
  it('blanks, in a line and in the seal, whose bytes no signature holds', async () => {
    expect(await altered((text) => text.replace('"attempt":1', '"attempt": 1'))).toMatchObject({ line: 2 });
    expect(await altered((text) => text.replace(/\n$/, ' \n'))).toMatchObject({ kind: 'seal-altered' });
    expect(await altered((text) => text.replace('"kind":"seal"', '"kind": "seal"'))).toMatchObject({
      kind: 'seal-altered',
    });
    expect(await altered((text) => text.replaceAll('\n', '\r\n'))).toEqual({
      kind: 'line-altered',
      line: 1,
      what: 'bongsu-run-record c1 (it ends in CR LF)',
    });
    expect(await altered((text) => `\uFEFF${text}`)).toMatchObject({ kind: 'line-altered', line: 1 });
  });
  it('a word of the seal that is not signed', async () => {
    for (const change of [
      (text: string) => text.replace('"unsigned":null', '"unsigned":"approved by the auditor"'),
      (text: string) => text.replace('"kind":"seal"', '"by":"the auditor","kind":"seal"'),
      (text: string) => text.replace('"kind":"seal"', '"kind":"note","kind":"seal"'),
      (text: string) => text.replace('"signature":"', '"signature":"\\u001b'),
      (text: string) => text.replace('"publicKey":"', '"publicKey":" '),
    ])
      expect(await altered(change)).toMatchObject({ kind: 'seal-altered' });
  });
  it('bytes that are no UTF-8, even where they read as the sign that stood there', async () => {
    const content = lines.with(2, recordLine({ ...target('i-2', 'failed'), detail: '\uFFFD' } as RecordItem));
    const bytes = Buffer.from(await sealed(signer, content));
    const at = bytes.indexOf(Buffer.from('\uFFFD'));
    const forged = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]);
    expect(verified(bytes, fingerprint)).toHaveProperty('head');
    expect(verified(forged, fingerprint)).toEqual({ kind: 'line-altered', line: 3, what: 'not readable: no UTF-8' });
  });
  it('a line of 32 MiB, and one nested 100,000 deep', async () => {
    for (const line of [`"${'a'.repeat(33_554_432)}"`, '['.repeat(100_000)])
      expect(await spliced(1, 0, line)).toEqual({ kind: 'line-altered', line: 2, what: 'not readable' });
  });
  it('a line and its hash in the seal', async () => {
    const other = recordLine(target('i-2', 'assessed'));
    const text = await sealed(signer, lines.with(2, other));
    const seal = JSON.parse((await sealed(signer)).split('\n')[3] ?? '') as { signature: string };
    const forged = text.replace(/"signature":"[^"]+"/, `"signature":"${seal.signature}"`);
    expect(verified(forged)).toMatchObject({ kind: 'seal-altered' });
    const hash = await altered((whole) => whole.replace(two, other).replace(lineHash(two), lineHash(other)));
    expect(hash).toMatchObject({ kind: 'seal-altered' });
  });
  it('evidence that stands at another host', async () => {
    const [a, b] = [{ evidenceSha256: 'c'.repeat(64) }, { evidenceSha256: 'd'.repeat(64) }];
    const of = (first: object, second: object) => [
      recordLine(head),
      recordLine({ ...target('i-1', 'assessed'), ...first } as RecordItem),
      recordLine({ ...target('i-2', 'failed'), ...second } as RecordItem),
    ];
    const text = await sealed(signer, of(a, b));
    const seal = text.split('\n')[3] ?? '';
    expect(verified([...of(b, a), seal, ''].join('\n'), fingerprint)).toEqual({
      ...{ kind: 'line-altered', line: 2, what: 'target i-1' },
    });
  });
  it('no seal, no record, no signature', async () => {
    expect(verified('')).toMatchObject({ kind: 'not-a-record' });
    expect(verified('\u0000not json')).toMatchObject({ kind: 'not-a-record' });
    expect(verified(await sealed(null))).toEqual({ kind: 'not-signed', what: 'no signing key is configured' });
  });
  it('a key of another kind than the seal says', async () => {
    const p384 = await sealed({
      ...pairOf('ECDSA-P256-SHA256').signer,
      key: pairOf('ECDSA-P256-SHA256', 'P-384').signer.key,
    });
    expect(verified(p384)).toMatchObject({ kind: 'not-signed' });
    for (const algorithm of ['ECDSA-P256-SHA256', 'Ed25519-SHA256', 'none'])
      expect(
        await altered((text) => text.replace('"algorithm":"Ed25519"', `"algorithm":"${algorithm}"`)),
      ).toMatchObject({ kind: 'seal-altered' });
    const foreign = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const der = foreign.publicKey.export({ format: 'der', type: 'spki' });
    const hashes = lines.map((line) => lineHash(line));
    const signature = sign(
      'sha256',
      Buffer.from(['bongsu-run-record 1', ...hashes, ''].join('\n')),
      foreign.privateKey,
    );
    const text = recordText(lines, {
      ...{ kind: 'seal', sha256: hashes, algorithm: 'ECDSA-P256-SHA256', unsigned: null },
      ...{ publicKey: der.toString('base64'), signature: signature.toString('base64') },
    });
    expect(verified(text)).toEqual({
      kind: 'seal-altered',
      what: 'the key of the seal is no ECDSA-P256-SHA256 key',
    });
  });
  it('sums that were wrong when it was signed', async () => {
    const wrong = [recordLine({ ...head, states: { assessed: 2 } }), ...lines.slice(1)];
    expect(verified(await sealed(signer, wrong))).toMatchObject({
      kind: 'sum',
      what: 'the head says 2 assessed, 1 are listed',
    });
    const fewer = [recordLine({ ...head, targets: 3 }), ...lines.slice(1)];
    expect(verified(await sealed(signer, fewer))).toMatchObject({ kind: 'sum' });
  });
  it('what a later version, or anybody with a key, may have signed', async () => {
    const signed = async (...content: object[]) =>
      verified(
        await sealed(
          signer,
          content.map((part) => JSON.stringify(part)),
        ),
        fingerprint,
      );
    expect(await signed({ ...head, format: 2 })).toEqual({ kind: 'unknown-format', line: 1, what: 'format 2' });
    const { states, ...stateless } = head;
    expect(await signed(stateless)).toMatchObject({ kind: 'unknown-format', line: 1 });
    expect(await signed({ ...head, states: { ...states, failed: '1' } })).toMatchObject({ kind: 'unknown-format' });
    expect(await signed(head, target('i-1', 'assessed'), { kind: 'waiver' })).toEqual({
      ...{ kind: 'unknown-format', line: 3, what: 'waiver' },
    });
    expect(await signed(head, [])).toMatchObject({ kind: 'unknown-format', line: 2 });
    expect(await signed(head, { ...target('i-1', 'assessed'), evidenceSha256: '../x' })).toMatchObject({ line: 2 });
    const head2 = recordLine({ ...head, format: 2 } as unknown as RecordHead);
    expect(verified(`${head2}\n{"kind":"another seal"}\n`)).toMatchObject({ kind: 'unknown-format', line: 1 });
  });
});

describe('a record that nobody could sign when its campaign ended', () => {
  const { signer, fingerprint } = pairOf('ECDSA-P256-SHA256', 'P-256', arn);
  const later = '2026-01-02T00:00:00.000Z';
  const silent: Signer = { ...signer, sign: async () => ({ fault: 'kms:Sign: DisabledException' }) };

  it('says so, is signed later over the same lines, and says when', async () => {
    const text = await sealed(silent);
    expect(verified(text)).toEqual({ kind: 'not-signed', what: 'kms:Sign: DisabledException' });
    const signed = await recordSignLater(text, signer, later);
    if (!('text' in signed)) throw new Error(signed.unsigned);
    expect(signed.text.split('\n').slice(0, 3)).toEqual(lines);
    expect(verified(signed.text, fingerprint)).toMatchObject({ signedBy: { keyArn: arn, signedAt: later } });
    expect(verified(signed.text.replace(later, '2026-01-01T00:00:00.000Z'))).toMatchObject({ kind: 'seal-altered' });
  });
  it('stays unsigned where the signer still cannot, or its lines are others by now', async () => {
    const text = await sealed(silent);
    const away: Signer = { ...signer, key: async () => ({ fault: 'kms:GetPublicKey: AccessDeniedException' }) };
    expect(await recordSignLater(text, away, later)).toEqual({ unsigned: 'kms:GetPublicKey: AccessDeniedException' });
    expect(await recordSignLater(text.replace('"failed"', '"assessed"'), signer, later)).toMatchObject({
      unsigned: expect.stringContaining('altered') as string,
    });
  });
  it('is not taken for signed by a signature that its own key does not verify', async () => {
    const other = pairOf('ECDSA-P256-SHA256').signer;
    expect((await recordSeal(lines, { ...signer, sign: other.sign })).unsigned).toContain('does not verify');
  });
  it('throws on, where the signer is broken', async () => {
    const bug: Signer = { ...signer, sign: () => Promise.reject(new TypeError('bug')) };
    await expect(recordSeal(lines, bug)).rejects.toThrow('bug');
  });
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
