// Schedules in the configuration: by cron as the house reads it, or as State Manager can keep them by itself.
import { associationExpression, cronFault } from '@bongsu/engines';
import { associationsMax } from '@bongsu/flow';
import { z } from 'zod';

const day = z.iso.date('a day looks like 2026-12-24');
const fields = {
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  cron: z.string().optional(),
  rate: z
    .string()
    .regex(/^[1-9]\d{0,4} (?:minute|hour|day)s?$/, 'looks like "12 hours"')
    .optional(),
  timeZone: z.string().default('Asia/Seoul'),
  tag: z.strictObject({ key: z.string().min(1), value: z.string().optional() }).optional(),
  blackouts: z.array(z.strictObject({ from: day, to: day, why: z.string().min(1, 'say why') })).default([]),
  delivery: z.literal('association', '"association", or nothing: then campaign.delivery says how').optional(),
};
type Given = z.infer<z.ZodObject<typeof fields>>;
type Fault = { readonly message: string; readonly path: (string | number)[] };

const schedule = z
  .strictObject(fields)
  .superRefine((given, context) => {
    for (const fault of faultsOf(given)) context.addIssue({ code: 'custom', ...fault });
  })
  .transform(({ cron, rate, ...rest }) => ({ ...rest, cron: cron ?? `rate(${rate})` }));

/** By name one each; a node takes so many associations, whichever schedules they are of. */
export const schedules = z
  .array(schedule)
  .max(100)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, 'each schedule needs a name of its own')
  .refine(
    (all) => all.filter((one) => one.delivery === 'association').length <= associationsMax,
    `a node takes ${associationsMax} associations, and so many schedules may be by association at most`,
  )
  .default([]);

function faultsOf({ cron, rate, timeZone, blackouts, delivery }: Given): Fault[] {
  const recurring = delivery === 'association';
  if ((cron === undefined) === (rate === undefined)) return [{ message: 'either cron or rate', path: ['cron'] }];
  if (rate !== undefined && !recurring)
    return [{ message: 'only a schedule by association has a rate; others have a cron', path: ['rate'] }];
  const fault = cron === undefined ? null : cronFault(cron, timeZone);
  if (fault) return [{ message: fault.message, path: [fault.field] }];
  const made = recurring ? associationExpression({ cron: cron ?? `rate(${rate})`, timeZone }) : null;
  if (made && 'fault' in made) return [{ message: made.fault, path: [cron === undefined ? 'rate' : 'cron'] }];
  if (recurring && blackouts.length > 0)
    return [
      {
        message: 'State Manager knows no days to leave out: it would run the check all the same',
        path: ['blackouts'],
      },
    ];
  return blackouts.flatMap(({ from, to }, index) =>
    to < from ? [{ message: `ends (${to}) before it begins (${from})`, path: ['blackouts', index, 'to'] }] : [],
  );
}
