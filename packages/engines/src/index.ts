// The thinking: composing the host script, reading evidence, judging it, and the ledger of coverage.
export * from './evidence/manifest.ts';
export * from './evidence/read.ts';
export * from './host-script/compose.ts';
export * from './host-script/windows/compose.ts';
export * from './judge/answers.ts';
export * from './judge/basis.ts';
export * from './judge/case-evidence.ts';
export * from './judge/framework.ts';
export * from './judge/judge-host.ts';
export * from './judge/score.ts';
export * from './coverage/invocation-state.ts';
export * from './coverage/ledger.ts';
export * from './host-script/command-document.ts';
export * from './inventory/freeze.ts';
export * from './inventory/merge.ts';
export * from './ledger/settle-findings.ts';
