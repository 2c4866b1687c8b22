// What every store must do with snapshots.
import { expect, test } from 'vitest';
import { fresh, instanceOf, snapshotOf } from './estate.sample.ts';
import type { Store } from './open.ts';

export function snapshotContract(store: () => Store): void {
  test('a snapshot comes back as it was put, gaps in their order', async () => {
    const snapshot = snapshotOf(fresh('snapshot'));
    await store().snapshotPut(snapshot);
    expect(await store().snapshotGet(snapshot.snapshotId)).toEqual(snapshot);
  });

  test('a snapshot that saw nothing comes back empty, and one never put is null', async () => {
    const snapshot = snapshotOf(fresh('snapshot'), { accounts: [], places: [], instances: [], gaps: [] });
    await store().snapshotPut(snapshot);
    expect(await store().snapshotGet(snapshot.snapshotId)).toEqual(snapshot);
    expect(await store().snapshotGet(fresh('snapshot'))).toBeNull();
  });

  test('the latest is the one taken last, not the one put last', async () => {
    const newer = snapshotOf(fresh('snapshot'), { takenAt: '2031-01-01T00:00:00.001Z' });
    const older = snapshotOf(fresh('snapshot'), { takenAt: '2031-01-01T00:00:00.000Z' });
    await store().snapshotPut(newer);
    await store().snapshotPut(older);
    expect((await store().snapshotLatest())?.snapshotId).toBe(newer.snapshotId);
  });

  test('a snapshot is never replaced', async () => {
    const snapshot = snapshotOf(fresh('snapshot'));
    await store().snapshotPut(snapshot);
    const again = store().snapshotPut({ ...snapshot, instances: [], gaps: [] });
    await expect(again).rejects.toMatchObject({ name: 'StoreError', code: 'conflict' });
    expect(await store().snapshotGet(snapshot.snapshotId)).toEqual(snapshot);
  });

  test('one instance twice is refused, and nothing of that snapshot stays', async () => {
    const twice = [instanceOf('i-00000000000000001'), instanceOf('i-00000000000000001')];
    const snapshot = snapshotOf(fresh('snapshot'), { instances: twice });
    await expect(store().snapshotPut(snapshot)).rejects.toMatchObject({ code: 'conflict' });
    expect(await store().snapshotGet(snapshot.snapshotId)).toBeNull();
  });

  test('more instances than one statement or one page takes all come back', async () => {
    const ids = Array.from({ length: 5_001 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
    const instances = ids.map((id) => instanceOf(id));
    const snapshot = snapshotOf(fresh('snapshot'), { instances });
    await store().snapshotPut(snapshot);
    expect((await store().snapshotGet(snapshot.snapshotId))?.instances).toEqual(instances);
  }, 60_000);

  test('text that PostgreSQL cannot hold is shown, and other text is not touched', async () => {
    const hostile = instanceOf('i-00000000000000001', {
      name: "a\0b\ud800'; drop table instance; --",
      tags: { 'k\0': '\\u0000 \\ "\udfff"', 이름: '🔥' },
    });
    const snapshot = snapshotOf(fresh('snapshot'), { instances: [hostile] });
    await store().snapshotPut(snapshot);
    const [instance] = (await store().snapshotGet(snapshot.snapshotId))?.instances ?? [];
    expect(instance?.name).toBe("a␀b\uFFFD'; drop table instance; --");
    expect(instance?.tags).toEqual({ 'k␀': '\\u0000 \\ "\uFFFD"', 이름: '🔥' });
  });

  test('a time that is none is refused', async () => {
    const snapshot = snapshotOf(fresh('snapshot'), { takenAt: 'yesterday evening' });
    await expect(store().snapshotPut(snapshot)).rejects.toMatchObject({ code: 'invalid-input' });
  });
}
