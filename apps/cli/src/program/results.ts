// coverage, results, host, score, answer, items, export, report, evidence, record, verify, assess: what came of it.
import type { AnswerFlags } from '../commands/answer.ts';
import type { ImportFlags } from '../commands/evidence-import.ts';
import type { PruneFlags } from '../commands/evidence-prune.ts';
import type { RecordFlags } from '../commands/record.ts';
import type { ReportFlags } from '../commands/report.ts';
import type { VerifyFlags } from '../commands/verify.ts';
import type { Desk } from './desk.ts';

export function resultCommands({ program, act, help }: Desk): void {
  program
    .command('coverage')
    .description(help('help.coverage'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((flags: { campaign?: string }) =>
      act(async (s) => (await import('../commands/look.ts')).coverage(flags.campaign, s))(),
    );

  program
    .command('results')
    .description(help('help.results'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((flags: { campaign?: string }) =>
      act(async (s) => (await import('../commands/results.ts')).results(flags.campaign, s))(),
    );

  program
    .command('assess')
    .description(help('help.assess'))
    .option('--evidence <campaign>', help('option.another-campaign'))
    .option('--keep', help('help.assess.keep'))
    .option('--pack <place...>', help('help.assess.pack'))
    .action((flags: { evidence?: string; keep?: boolean; pack?: string[] }) =>
      act(async (s) => (await import('../commands/assess.ts')).assess(flags, s))(),
    );

  program
    .command('host')
    .description(help('help.host'))
    .command('show <instance>')
    .description(help('help.host.show'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((instance: string, flags: { campaign?: string }) =>
      act(async (s) => (await import('../commands/host.ts')).hostShow(instance, flags.campaign, s))(),
    );

  program
    .command('score')
    .description(help('help.score'))
    .option('--by <account|host|group|time>', help('help.score.by'), 'account')
    .option('--tag <key>', help('help.score.tag'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((flags: { by: string; tag?: string; campaign?: string }) =>
      act(async (s) => (await import('../commands/score.ts')).score(flags, s))(),
    );

  program
    .command('answer [unit]')
    .description(help('help.answer'))
    .option('--verdict <pass|fail|notApplicable>', help('help.answer.verdict'))
    .option('--why <text>', help('help.answer.why'))
    .option('--instance <id>', help('help.answer.instance'))
    .option('--account <id>', help('help.answer.account'))
    .option('--all', help('help.answer.all'))
    .option('--by <name>', help('help.answer.by'))
    .option('--until <date>', help('help.answer.until'))
    .option('--campaign <id>', help('help.answer.campaign'))
    .action((unit: string | undefined, flags: AnswerFlags) =>
      act(async (s) => (await import('../commands/answer.ts')).answer(unit, flags, s))(),
    );

  program
    .command('items')
    .description(help('help.items'))
    .action(act(async (s) => (await import('../commands/catalogue.ts')).items(s)));

  program
    .command('export')
    .description(help('help.export'))
    .requiredOption('--format <jsonl|csv|xlsx>', help('option.format'))
    .requiredOption('--out <file>', help('help.export.out'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((flags: { format: string; out: string; campaign?: string }) =>
      act(async (s) => (await import('../commands/export.ts')).exportResults(flags, s))(),
    );

  program
    .command('report')
    .description(help('help.report'))
    .requiredOption('--format <xlsx|html>', help('option.format'))
    .requiredOption('--out <file>', help('option.out'))
    .option('--organization <name>', help('help.report.organization'))
    .option('--campaign <id>', help('option.another-campaign'))
    .action((flags: ReportFlags) => act(async (s) => (await import('../commands/report.ts')).report(flags, s))());

  const evidence = program.command('evidence').description(help('help.evidence'));

  evidence
    .command('import <files...>')
    .description(help('help.evidence.import'))
    .option('--as <account/region/instance>', help('help.evidence.import.as'))
    .option('--host <name>', help('help.evidence.import.host'))
    .action((files: string[], flags: ImportFlags) =>
      act(async (s) => (await import('../commands/evidence-import.ts')).evidenceImport(files, flags, s))(),
    );

  evidence
    .command('prune')
    .description(help('help.evidence.prune'))
    .option('--dry-run', help('help.evidence.prune.dry-run'))
    .option('--by <name>', help('help.evidence.prune.by'))
    .action((flags: PruneFlags) =>
      act(async (s) => (await import('../commands/evidence-prune.ts')).evidencePrune(flags, s))(),
    );

  evidence
    .command('show <id>')
    .description(help('help.evidence.show'))
    .action((id: string) => act(async (s) => (await import('../commands/evidence.ts')).evidenceShow(id, s))());

  program
    .command('record [campaign]')
    .description(help('help.record'))
    .option('--out <file>', help('option.out-or-stdout'))
    .option('--public-key <file>', help('help.record.public-key'))
    .action((named: string | undefined, flags: RecordFlags) =>
      act(async (s) => (await import('../commands/record.ts')).recordWrite(named, flags, s))(),
    );

  program
    .command('verify <file>')
    .description(help('help.verify'))
    .option('--key <pem>', help('help.verify.key'))
    .option('--fingerprint <sha256>', help('help.verify.fingerprint'))
    .option('--evidence', help('help.verify.evidence'))
    .action((file: string, flags: VerifyFlags) =>
      act(async (s) => (await import('../commands/verify.ts')).verifyRecord(file, flags, s))(),
    );
}
