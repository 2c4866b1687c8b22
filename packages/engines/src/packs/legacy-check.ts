// A user's own script on the host: carried, verified and run by one probe, its words passed on as a third party's judgement.
import type { HostCheck, Judgement, Probe, Proof, Records, Unread } from '@bongsu/core';
import { hostCheck, packFamily, text, unread } from '@bongsu/core';
import type { LegacyItem, LegacyPack } from './definition.ts';
import { packUnit } from './definition.ts';
import type { LegacyReport } from './legacy-report.ts';
import { legacyReport } from './legacy-report.ts';
import { shellWord } from './shell-word.ts';

/** What a script may print, and the largest file it may write. */
export const scriptOutputMax = 524_288;

/** One probe for the whole pack; it needs a running system, because a foreign script knows nothing of another root. */
export function legacyProbe(pack: LegacyPack): Probe<LegacyReport> {
  const codes = new Set(pack.items.map((item) => item.code));
  return {
    name: `${packFamily(pack.name)}-script`,
    timeoutSeconds: pack.script.timeoutSeconds,
    sizeBytesMax: scriptOutputMax,
    live: true,
    script: legacyShell(pack),
    read: (records) => readReport(pack, codes, records),
  };
}

/** The checks of a pack; they share the one probe. */
export function legacyChecks(pack: LegacyPack): HostCheck[] {
  const script = legacyProbe(pack);
  return pack.items.map((item) =>
    hostCheck({
      id: packUnit(pack, item.code),
      title: item.title,
      why: item.why,
      importance: item.importance,
      expects: item.expects,
      remedy: item.remedy,
      ...(item.fix ? { fix: item.fix } : {}),
      judgedBy: 'third-party',
      needs: { script },
      judge: (facts) => passedOn(pack, item, facts.script),
    }),
  );
}

/**
 * The script travels as base64, so its bytes and its encoding stay, in a here-document whose end holds its own hash: a text that holds
 * its own hash cannot be made. It runs only where the host finds the same hash, in a folder of its own, with an empty environment.
 */
function legacyShell({ name, script }: LegacyPack): string {
  const end = `BONGSU_${script.sha256}`;
  const lines = script.base64.match(/.{1,76}/g) ?? [];
  return `
_pack_dir=$W/script-${name}
if ! mkdir "$_pack_dir"; then note refused folder; return 0; fi
if ! command -v base64 > /dev/null 2>&1; then note refused program base64; return 0; fi
if ! command -v ${script.shell} > /dev/null 2>&1; then note refused program ${script.shell}; return 0; fi
base64 -d > "$_pack_dir/script.sh" << '${end}'
${lines.join('\n')}
${end}
_pack_sum=$(sha256sum < "$_pack_dir/script.sh" | cut -c 1-64)
if [ "$_pack_sum" != ${shellWord(script.sha256)} ]; then note refused hash "$_pack_sum"; return 0; fi
note ran "$_pack_sum"
cd "$_pack_dir" || return 1
cmd script env -i PATH="$PATH" HOME="$_pack_dir" TMPDIR="$_pack_dir" LC_ALL=C LANG=C ${script.shell} ./script.sh
cd / || return 1
rm -rf "$_pack_dir"
:`;
}

function readReport(pack: LegacyPack, codes: ReadonlySet<string>, records: Records): LegacyReport | Unread {
  const refused = records.note('refused')?.values;
  if (refused?.[0] === 'hash')
    return unread(
      '호스트에서 스크립트의 해시가 달라 실행하지 않음',
      'the script has another hash on the host and was not run',
    );
  if (refused)
    return unread(
      `호스트에 ${refused[1] ?? '쓸 수 있는 폴더'}이(가) 없어 실행하지 않음`,
      `not run: the host has no ${refused[1] ?? 'folder to write to'}`,
    );
  const ran = records.note('ran')?.values[0];
  const record = records.command('script');
  if (!record || record.missing || (ran !== undefined && ran !== pack.script.sha256))
    return unread('스크립트가 실행되지 않음', 'the script was not run');
  if (record.exitCode !== 0) {
    const last = record.stderr.at(-1)?.slice(0, 120) ?? '';
    return unread(
      `스크립트가 종료 코드 ${record.exitCode}로 끝남 ${last}`.trim(),
      `the script ended with exit code ${record.exitCode} ${last}`.trim(),
    );
  }
  return legacyReport(record.stdout, codes);
}

function passedOn(pack: LegacyPack, item: LegacyItem, report: LegacyReport): Judgement | Unread {
  const result = report.results.get(item.code);
  const first = report.refused[0];
  const more = first === undefined ? '' : ` (${report.refused.length} lines refused; ${first})`;
  if (!result) {
    const fault = report.faults.get(item.code);
    return fault === undefined
      ? unread(`스크립트가 이 항목의 결과를 내지 않음${more}`, `the script printed no result for this item${more}`)
      : unread(`스크립트의 결과를 받지 않음: ${fault}`, `the script's result was refused: ${fault}`);
  }
  if (result.status === 'unknown') {
    const why = result.reason === '' ? '' : `: ${result.reason}`;
    return unread(`스크립트가 판단하지 못함${why}`, `the script could not tell${why}`);
  }
  const said = result.reason === '' ? `${pack.name} ${pack.version}` : result.reason;
  return {
    status: result.status,
    reason: text(`제3자 판정: ${said}`, `third-party judgement: ${said}`),
    evidence: [
      ...(result.evidence.length > 0 ? result.evidence : [{ source: 'script', found: 'no evidence given' }]),
      ...refusedProof(report),
    ],
  };
}

/** Lines that were refused show with every verdict of the script: they may be what the verdict lacks. */
function refusedProof({ refused }: LegacyReport): Proof[] {
  return refused.length === 0
    ? []
    : [
        {
          source: 'script output',
          found: `${refused.length} lines refused; ${refused[0] ?? ''}`,
          expected: 'one JSON object a line with a code of the pack',
        },
      ];
}
