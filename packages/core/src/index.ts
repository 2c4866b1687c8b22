// The ground: nouns, verdicts, unit shapes and ports.
export * from './asset.ts';
export * from './campaign.ts';
export * from './evidence.ts';
export * from './finding.ts';
export * from './judgement.ts';
export * from './language.ts';
export * from './ports.ts';
export * from './records.ts';
export * from './snapshot.ts';
export * from './units.ts';
export * from './knowledge/accounts.ts';
export * from './knowledge/file-mode.ts';
export * from './knowledge/sshd-config.ts';
