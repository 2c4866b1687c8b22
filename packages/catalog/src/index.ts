// The content: probes, host checks and the editions that map items to them.
export { frameworks, frameworksFor } from './frameworks/index.ts';
export * from './crosswalks/kisa-windows.ts';
export * from './crosswalks/unix-2021-2026.ts';
export { hostCheckCases, hostChecks } from './host-checks/index.ts';
export { probesAlways, system } from './probes/index.ts';
export { windowsCheckCases } from './host-checks/windows/index.ts';
export { windowsProbesAlways, windowsSystem } from './probes/windows/index.ts';
export { windowsChecks, windowsProbes } from './windows.ts';
export { caseHosts } from './case-hosts.ts';
export type { FactShape, PackFactShape } from './pack-facts.ts';
export { packFacts } from './pack-facts.ts';
