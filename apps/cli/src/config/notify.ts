// Whom a configuration has told at the end of a campaign, and by which way.
import { z } from 'zod';

/** Secrets stand in the environment: the file names the variable, and nothing prints what it holds. */
const variable = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]{0,99}$/, 'the name of an environment variable, such as BONGSU_SLACK_URL');
export const httpUrl = z.string().regex(/^https?:\/\/[^\s"<>\\^`{|}]+$/, 'an http or https address');
const lang = z.enum(['ko', 'en']).default('ko');
const notifyName = z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens');
export const notify = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slack'), name: notifyName, lang, urlFrom: variable }),
  z.strictObject({
    ...{ kind: z.literal('webhook'), name: notifyName, lang },
    url: httpUrl.optional(),
    urlFrom: variable.optional(),
    secretFrom: variable.optional(),
  }),
  z.strictObject({
    ...{ kind: z.literal('mail'), name: notifyName, lang },
    host: z.string().min(1),
    port: z.number().int().min(1).max(65_535).default(587),
    security: z.enum(['tls', 'starttls', 'none']).default('starttls'),
    userFrom: variable.optional(),
    passwordFrom: variable.optional(),
    from: z.email(),
    to: z.array(z.email()).min(1).max(50),
  }),
]);
