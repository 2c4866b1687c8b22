// When each account last logged in, as far as lastlog tells on a booted host.
import { probe } from '@bongsu/core';

export interface LastLogins {
  /** `never`, the time as lastlog writes it, or null where nothing told. */
  of(name: string): string | null;
  /** The program that told; null where none did: an image, or a host without it. */
  readonly source: string | null;
}

/** `Mon Nov  3 10:00:00 +0900 2025` at the end of a line. */
const time = /[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2}(?: [+-]\d{4})? \d{4}$/;

export const lastLogins = probe<LastLogins>({
  name: 'last-logins',
  timeoutSeconds: 40,
  sizeBytesMax: 1048576,
  live: false,
  // lastlog2 follows it on newer distributions, with the same columns.
  script: `
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  for _program in lastlog lastlog2; do
    if command -v "$_program" > /dev/null 2>&1; then
      cmd "$_program" timeout 15 "$_program"
      break
    fi
  done
fi
`,
  read(records) {
    const told = ['lastlog', 'lastlog2'].map((label) => records.command(label)).find((one) => one?.exitCode === 0);
    const times = new Map<string, string>();
    for (const line of told?.stdout ?? []) {
      const at = line.includes('**Never logged in**') ? 'never' : time.exec(line.trim())?.[0];
      if (at !== undefined) times.set(line.slice(0, line.search(/\s/)), at);
    }
    return { of: (name) => times.get(name) ?? null, source: told?.label ?? null };
  },
});
