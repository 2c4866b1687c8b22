// What a report is made of, as the store holds it.
import type { Answer, Campaign, Framework, Instance, Instant, Target } from '@bongsu/core';
import type { Coverage, ScoreRules } from '@bongsu/engines';
import type { HostItem } from '../commands/judged.ts';

export interface ReportMatter {
  readonly organization: string;
  readonly campaign: Campaign;
  readonly madeAt: Instant;
  readonly coverage: Coverage;
  readonly instances: readonly Instance[];
  readonly targets: readonly Target[];
  readonly items: readonly HostItem[];
  readonly answers: readonly Answer[];
  readonly editions: readonly Framework[];
  /** The editions whose items count in scores of more than one edition; all where absent. */
  readonly scored?: readonly Framework[];
  readonly rules: ScoreRules;
}
