// Keeps what people answered; never changed, so that an auditor sees who said what and when.
import type { Answer, AnswerStore } from '@bongsu/core';
import type { Insertable, Selectable } from 'kysely';
import { recording } from './constraint.ts';
import { instant } from './instant.ts';
import { storableText } from './storable.ts';
import type { AnswerTable, Database } from './tables.ts';

/**
 * The answers of a database. `answerPut` throws StoreError `conflict` where one of the same unit, scope and time is
 * recorded, `invalid-input` where it expires before it is given. `answerList` gives all, the oldest first.
 */
export function answerStore(db: Database): AnswerStore {
  return {
    answerPut: (answer) =>
      recording(`the answer on ${answer.unit}`, async () => {
        await db.insertInto('answer').values(toRow(answer)).execute();
      }),
    answerList: async () => {
      const query = db.selectFrom('answer').selectAll().orderBy('at').orderBy('unit').orderBy('scope');
      return (await query.execute()).map(fromRow);
    },
  };
}

function toRow(answer: Answer): Insertable<AnswerTable> {
  return {
    unit: answer.unit,
    scope: answer.scope,
    verdict: answer.verdict,
    words: storableText(answer.words),
    by_whom: storableText(answer.by),
    at: answer.at,
    expires_at: answer.expiresAt,
  };
}

function fromRow(row: Selectable<AnswerTable>): Answer {
  return {
    unit: row.unit,
    scope: row.scope,
    verdict: row.verdict as Answer['verdict'],
    words: row.words,
    by: row.by_whom,
    at: instant(row.at),
    expiresAt: instant(row.expires_at),
  };
}
