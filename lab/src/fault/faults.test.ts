// Faults as clients meet them: each kind, when it fires, and the same again from the same seed.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListCommandsCommand, SendCommandCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeEach, beforeAll, describe, expect, test } from 'vitest';
import { type Rehearsal, startRehearsal } from '../endpoint/rehearsal.ts';
import { createFaults } from './engine.ts';
import type { FaultRule } from './rule.ts';

let lab: Rehearsal;
let sent = 0;

beforeAll(async () => {
  lab = await startRehearsal({
    ssm: {
      SendCommand: () => {
        sent += 1;
        return { Command: { CommandId: 'c' } };
      },
      ListCommands: () => ({ Commands: [] }),
    },
    s3: { GetObject: () => ({ Body: Buffer.alloc(1000, 'x') }) },
  });
});
beforeEach(() => {
  lab.faults.clear();
  lab.calls.clear();
  sent = 0;
});
afterAll(() => lab.close());

const send = (instanceId = 'i-1', maxAttempts = 1) =>
  new SSMClient({ ...lab.client(), maxAttempts }).send(
    new SendCommandCommand({ DocumentName: 'd', InstanceIds: [instanceId] }),
  );
const isSent = (instanceId?: string) =>
  send(instanceId).then(
    () => true,
    () => false,
  );

describe('each kind', () => {
  test('an error stands in for the operation', async () => {
    lab.faults.set([{ operation: 'SendCommand', then: { error: 'ThrottlingException', message: 'Rate exceeded' } }]);
    await expect(send()).rejects.toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
    expect([sent, lab.calls.list()[0]?.errorCode]).toEqual([0, 'ThrottlingException']);
  });

  test('a throttled call succeeds when the SDK retries', async () => {
    lab.faults.set([{ nth: 1, then: { error: 'ThrottlingException' } }]);
    await send('i-1', 3);
    expect([sent, lab.calls.list().map((call) => call.status)]).toEqual([1, [400, 200]]);
  });

  test('a status without a body', async () => {
    lab.faults.set([{ service: 'ssm', then: { status: 503 } }]);
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(sent).toBe(0);
  });

  test('a status although it happened', async () => {
    lab.faults.set([{ service: 'ssm', then: { status: 500, after: true } }]);
    await expect(send()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect([sent, lab.calls.list()[0]?.status]).toEqual([1, 500]);
  });

  test('latency', async () => {
    lab.faults.set([{ then: { latencyMs: 150 } }]);
    const start = performance.now();
    await send();
    expect(performance.now() - start).toBeGreaterThan(145);
    expect(sent).toBe(1);
  });

  test('a connection cut before: nothing happened', async () => {
    lab.faults.set([{ then: { drop: 'before' } }]);
    await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect([sent, lab.calls.list()[0]?.status]).toEqual([0, 0]);
  });

  test('a connection cut after: it happened and nobody was told', async () => {
    lab.faults.set([{ then: { drop: 'after' } }]);
    await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect([sent, lab.calls.list()[0]?.status]).toEqual([1, 0]);
  });

  test.each([0, 10])('an answer cut after %i bytes', async (bytes) => {
    lab.faults.set([{ service: 's3', then: { truncate: bytes } }]);
    const got = new S3Client(lab.client()).send(new GetObjectCommand({ Bucket: 'bucket-1', Key: 'k' }));
    await expect(got.then((output) => output.Body?.transformToString())).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });
});

describe('when', () => {
  test('nth, every, and only what is named', async () => {
    const then = { error: 'InternalServerError' } as const;
    const rows: readonly [FaultRule, readonly boolean[]][] = [
      [{ nth: 2, then }, [true, false, true, true]],
      [{ every: 2, then }, [true, false, true, false]],
      [{ region: 'us-east-1', then }, [true, true, true, true]],
      [{ region: 'ap-northeast-2', accountId: '111111111111', then }, [false, false, false, false]],
      [{ operation: 'ListCommands', then }, [true, true, true, true]],
      [{ probability: 0, then }, [true, true, true, true]],
      [{ probability: 1, then }, [false, false, false, false]],
    ];
    for (const [rule, expected] of rows) {
      lab.faults.set([rule]);
      const outcomes: boolean[] = [];
      for (const _ of expected) outcomes.push(await isSent());
      expect([rule, outcomes]).toEqual([rule, expected]);
    }
  });

  test('an instance, wherever the input names it', async () => {
    lab.faults.set([{ instanceId: 'i-2', then: { error: 'AccessDenied' } }]);
    expect([await isSent('i-1'), await isSent('i-2')]).toEqual([true, false]);
    const get = (key: string) =>
      new S3Client(lab.client()).send(new GetObjectCommand({ Bucket: 'bucket-1', Key: key }));
    await expect(get('results/i-2.tar.gz')).rejects.toMatchObject({ name: 'AccessDenied' });
    await get('results/i-1.tar.gz');
    const list = (instanceId: string) =>
      new SSMClient(lab.client()).send(new ListCommandsCommand({ InstanceId: instanceId }));
    await expect(list('i-2')).rejects.toMatchObject({ name: 'AccessDenied' });
    await list('i-1');
  });

  test('an unauthenticated call meets no rule', async () => {
    lab.faults.set([{ then: { drop: 'before' } }]);
    const before = lab.faults.decisions().length;
    expect((await fetch(`${lab.url}/bucket-1/key`)).status).toBe(403);
    expect(lab.faults.decisions()).toHaveLength(before);
  });
});

describe('chance', () => {
  const subject = { service: 'ssm', operation: 'X', accountId: '1', region: 'r', input: {} };
  const run = (seed: number): string => {
    const faults = createFaults(seed);
    faults.set([{ probability: 0.3, then: { status: 500 } }]);
    return Array.from({ length: 1000 }, () => faults.decide(subject).length).join('');
  };

  test('the same seed gives the same faults, another gives others', () => {
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
  });

  test('fires about as often as it says', () => {
    const fired = run(7).replaceAll('0', '').length;
    expect(fired).toBeGreaterThan(240);
    expect(fired).toBeLessThan(360);
  });

  test('every decision is kept with its seed and rule', () => {
    const faults = createFaults(7);
    faults.set([
      { service: 'ec2', then: { status: 500 } },
      { nth: 2, then: { status: 500 } },
    ]);
    faults.decide(subject);
    faults.decide(subject);
    expect(faults.decisions()).toMatchObject([
      { seed: 7, rule: 1, count: 1, fired: false },
      { seed: 7, rule: 1, count: 2, fired: true },
    ]);
  });
});
