// Which targets may still give a result: those that were sent to, or may have been.
import type { TargetPhase } from '@bongsu/core';

export function isUnderWay({ phase }: { readonly phase: TargetPhase }): boolean {
  return phase === 'sent' || phase === 'intended';
}
