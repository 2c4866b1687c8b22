// The pattern of our URLs in the two engines that check it: Go in the agent, Java in the service.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { urlShapeOf } from './url-shape.ts';

const good = 'https://b.s3.ap-northeast-2.amazonaws.com/v1/run/result?X-Amz-Date=20260101T000000Z&x-id=PutObject';
const bad = [`${good}\n`, `${good};id`, ` ${good}`, good.replace('b.s3', 'bxs3'), good.replace('?', '')];
const shape = urlShapeOf(good.replace('v1/run/result', 'sample'), 'sample');

const go = `package main
import ("fmt"; "os"; "regexp")
func main() {
  for _, text := range os.Args[2:] { ok, err := regexp.MatchString(os.Args[1], text); fmt.Println(ok, err == nil) }
}`;
const java = `class Match {
  public static void main(String[] a) {
    for (int i = 1; i < a.length; i++) System.out.println(java.util.regex.Pattern.matches(a[0], a[i]) + " true");
  }
}`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'url-shape-'));
  await writeFile(join(folder, 'match.go'), go);
  await writeFile(join(folder, 'Match.java'), java);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const engines = [
  { name: 'Go', probe: ['go', 'version'], run: ['go', 'run', 'match.go'] },
  { name: 'Java', probe: ['java', '-version'], run: ['java', 'Match.java'] },
] as const;

for (const { name, probe, run } of engines) {
  const absent = spawnSync(probe[0], probe.slice(1)).status !== 0;
  if (absent) console.warn(`SKIPPED: ${name} is not on this machine, so its reading of the URL pattern is not checked`);
  test.skipIf(absent)(`${name} takes our URLs and nothing else`, async () => {
    const [command, ...first] = run;
    const { stdout } = await promisify(execFile)(command, [...first, shape, good, ...bad], { cwd: folder });
    expect(stdout.trim().split('\n')).toEqual(['true true', ...bad.map(() => 'false true')]);
  });
}
