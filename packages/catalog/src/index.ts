// The content: probes, host checks and the editions that map items to them.
export { frameworks } from './frameworks/index.ts';
export { hostCheckCases, hostChecks } from './host-checks/index.ts';
export { probesAlways, system } from './probes/index.ts';
