// What a pack adds to the catalogue: its checks, and the edition under which its codes stand.
import type { Framework, HostCase, HostCheck, Probe } from '@bongsu/core';
import { declaredCheck } from './declared-check.ts';
import type { PackDefinition } from './definition.ts';
import { packUnit } from './definition.ts';
import { packScripts } from './fact-probe.ts';
import { legacyChecks } from './legacy-check.ts';

export interface PackContent {
  readonly checks: readonly HostCheck[];
  readonly framework: Framework;
  readonly cases: readonly (readonly [HostCheck, readonly HostCase[]])[];
}

/** `known`: the probes of the catalogue that packs may use, by name. */
export function packContent(pack: PackDefinition, known: Readonly<Record<string, Probe<unknown>>>): PackContent {
  const checks = checksOf(pack, known);
  const framework: Framework = {
    id: pack.edition,
    title: pack.title,
    source: `${pack.publisher}, ${pack.name} ${pack.version}`,
    items: pack.items.map(({ code, title, importance }) => ({
      code,
      title,
      importance,
      units: [packUnit(pack, code)],
    })),
  };
  const cases = checks.map((check, index) => [check, pack.items[index]?.cases ?? []] as const);
  return { checks, framework, cases };
}

function checksOf(pack: PackDefinition, known: Readonly<Record<string, Probe<unknown>>>): HostCheck[] {
  if (pack.kind === 'legacy') return legacyChecks(pack);
  const scripts = packScripts(pack);
  return pack.items.map((item) => declaredCheck(pack, item, scripts, known));
}
