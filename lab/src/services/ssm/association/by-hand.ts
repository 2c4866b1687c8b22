// What somebody with every right in an account does to an association there: removes or changes it, as in the service's own console.
import type { Estate } from '../../estate.ts';
import type { GivenParameters } from '../parameters.ts';
import type { Association } from './association.ts';
import type { AssociationRunner } from './runner.ts';
import { scheduleRead } from './schedule.ts';

export interface AssociationChange {
  readonly scheduleExpression?: string;
  /** Beside those that it has. */
  readonly parameters?: GivenParameters;
}

export interface AssociationHand {
  /** Both: a RangeError where there is none of that id. */
  remove(associationId: string): void;
  change(associationId: string, change: AssociationChange): void;
}

export function associationHand(estate: Estate, runner: AssociationRunner): AssociationHand {
  const find = (associationId: string): Association => {
    for (const { accountId } of estate.world.accounts)
      for (const region of estate.world.regions) {
        const found = estate.place(accountId, region).associations.get(associationId);
        if (found) return found;
      }
    throw new RangeError(`no association ${associationId} in this world`);
  };
  return {
    remove: (associationId) => {
      const { accountId, region, cancel } = find(associationId);
      cancel();
      estate.place(accountId, region).associations.delete(associationId);
    },
    change: (associationId, { scheduleExpression, parameters }) => {
      const association = find(associationId);
      const { definition } = association;
      association.definition = {
        ...definition,
        ...(scheduleExpression === undefined ? {} : { scheduleExpression, schedule: scheduleRead(scheduleExpression) }),
        parameters: { ...definition.parameters, ...parameters },
      };
      association.version += 1;
      association.updatedAt = estate.clock.now();
      runner.start(association);
      runner.plan(association);
    },
  };
}
