// A user's own script on a host: verified, bounded, alone, and its word a third party's.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host, Verdict } from '@bongsu/core';
import { probe } from '@bongsu/core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { probesFor } from '../host-script/compose.ts';
import type { Place, Shell } from '../host-script/testing/host-place.ts';
import { hostRun, placeMake, shells } from '../host-script/testing/host-place.ts';
import { judgeHost } from '../judge/judge-host.ts';
import type { LegacyPack } from './definition.ts';
import { packContent } from './pack-content.ts';
import { legacyOf } from './testing/sample-pack.ts';

const host: Host = {
  family: 'debian',
  distro: 'debian',
  version: '12',
  prettyName: 'Debian 12',
  container: false,
  live: true,
};
const system = probe<Host>({
  name: 'system',
  timeoutSeconds: 5,
  sizeBytesMax: 4096,
  live: false,
  script: ':',
  read: () => host,
});
const places: Place[] = [];
let place: Place;

beforeEach(() => {
  place = placeMake();
  places.push(place);
});
afterAll(() => places.forEach((one) => one.remove()));

async function verdictsOf(
  pack: LegacyPack,
  shell: Shell = shells[0],
  env: Record<string, string> = { BONGSU_ROOT: '', BONGSU_LIVE: '1' },
): Promise<Verdict[]> {
  const { checks } = packContent(pack, {});
  const { evidence } = await hostRun(place, shell, probesFor(checks, [system]), { env });
  return judgeHost({ checks, system, evidence });
}

const good = `printf '{"code":"L-01","status":"%s","reason":"looked","evidence":"PWD"}\\n' good\n`;

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  it('passes its words on, and misses what it did not say', async () => {
    const [one, two] = await verdictsOf(legacyOf(`#!/bin/sh\n# \xb0\xe1\xb0\xfa 'quotes' $x \`y\`\n${good}`), shell);
    expect(one).toMatchObject({
      unit: 'pack-acme.l-01',
      status: 'pass',
      reason: { ko: '제3자 판정: looked', en: 'third-party judgement: looked' },
      evidence: [{ source: 'script', found: 'PWD' }],
    });
    expect(two).toMatchObject({ status: 'unknown' });
    expect(two?.reason.en).toContain('printed no result for this item');
  });

  it('is not run where its bytes are not those of its hash', async () => {
    const pack = legacyOf(`touch '${place.dir}/out/ran'\n${good}`, ['L-01'], { sha256: 'a'.repeat(64) });
    const [verdict] = await verdictsOf(pack, shell);
    expect(verdict?.reason.en).toContain('another hash on the host and was not run');
    expect(existsSync(join(place.dir, 'out/ran'))).toBe(false);
  });

  it('has a folder and an environment of its own, a low priority, and leaves nothing behind', async () => {
    const script = `
{ pwd; stat -c %a .; env | sort; cut -d ' ' -f 19 /proc/$$/stat; cat; } > '${place.dir}/out/seen'
sleep 77777 > /dev/null 2>&1 &
echo $! > '${place.dir}/out/child'
${good}`;
    const [verdict] = await verdictsOf(legacyOf(script), shell, {
      BONGSU_ROOT: '',
      BONGSU_LIVE: '1',
      SECRET_OF_AGENT: 'x',
    });
    expect(verdict?.status).toBe('pass');
    const seen = readFileSync(join(place.dir, 'out/seen'), 'utf8');
    expect(seen).toMatch(/script-acme\n700\n/);
    expect(seen).not.toContain('SECRET_OF_AGENT');
    expect(seen).toMatch(/\n19\n$/);
    expect(readdirSync(place.tmp)).toEqual([]);
    const child = readFileSync(join(place.dir, 'out/child'), 'utf8').trim();
    for (let turn = 0; turn < 100 && alive(child); turn += 1) await sleep(20);
    expect(alive(child)).toBe(false);
  });

  it.each<[string, string, Partial<LegacyPack['script']>, RegExp]>([
    ['ends badly', `${good}echo broken >&2; exit 3`, {}, /ended with exit code 3 broken/],
    ['does not end', `${good}sleep 60`, { timeoutSeconds: 1 }, /timed out/],
    ['prints too much', `${good}yes | head -c 900000`, {}, /limit|exit code/],
    ['wants a shell that is not there', good, { shell: 'no-such-shell' as 'bash' }, /has no no-such-shell/],
  ])('that %s is unknown in every item', async (_what, script, change, why) => {
    const verdicts = await verdictsOf(legacyOf(script, ['L-01'], change), shell);
    expect(verdicts[0]).toMatchObject({ status: 'unknown' });
    expect(verdicts[0]?.reason.en).toMatch(why);
  });
});

it('judges no mounted root: it would speak of the machine that reads it', async () => {
  const [verdict] = await verdictsOf(legacyOf(good), shells[0], {});
  expect(verdict?.reason.en).toContain('needs a running system');
});

it('shows refused lines with every verdict', async () => {
  const [verdict] = await verdictsOf(legacyOf(`echo banner\n${good}`));
  expect(verdict?.evidence.at(-1)).toMatchObject({
    source: 'script output',
    found: '1 lines refused; line 1: is no JSON object',
  });
});

function alive(pid: string): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
