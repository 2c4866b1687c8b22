// Every Apache httpd server of a host: how it was found, who serves, its configuration as httpd reads it, and what lies where it serves.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import { discoverShell } from './apache/discover.ts';
import { gatherShell } from './apache/gather.ts';
import type { ApacheInstance } from './apache/instance.ts';
import { apacheInstance } from './apache/instance.ts';
import { maskShell } from './apache/mask.ts';
import { scanShell } from './apache/scan.ts';

export interface ApacheHost {
  readonly instances: readonly ApacheInstance[];
  /** httpd in a container or a changed root, and what is called so without a configuration: process and program. */
  readonly elsewhere: readonly { readonly pid: string; readonly program: string }[];
  file(path: string): FileRecord | undefined;
  readonly files: readonly FileRecord[];
  /** Notes of the walks below what is served: key without `apache.`. */
  seen(key: 'leftover' | 'link' | 'upload' | 'writable' | 'unwalked' | 'walked'): readonly (readonly string[])[];
}

export const apache = probe<ApacheHost>({
  name: 'apache',
  timeoutSeconds: 150,
  sizeBytesMax: 2097152,
  live: false,
  script: `
${maskShell}${discoverShell}${gatherShell}${scanShell}
for _list in list mains flags walked units; do : > "$W/apache-$_list"; done
[ "$LIVE" = 1 ] && [ -z "$R" ] && apache_processes
apache_lying
if [ -s "$W/apache-list" ]; then
  apache_starts
  # An image cannot be asked for the version; the package database of Debian is text.
  follow /var/lib/dpkg/status
  if [ -r "$_real" ]; then note apache.packaged "$(awk '/^Package: apache2-bin$/ { here = 1 } /^$/ { here = 0 } here && /^Version: / { print $2; exit }' "$_real")"; fi
  while IFS="$TAB" read -r _a _b _c _d _e _f <&5; do
    # Tabs that follow each other are one to read: an empty program would shift the rest.
    [ "$_d" = - ] && _d=
    apache_gather "$_a" "$_b" "$_c" "$_d" "$_e" "$_f"
    apache_scan
  done 5< "$W/apache-list"
fi
:
`,
  read(records) {
    const hidden = records.note('apache.hidden');
    if (hidden)
      return unread(
        `프로세스 ${hidden.values[0] ?? ''}(${hidden.values[1] ?? ''})을 볼 수 없음`,
        `process ${hidden.values[0] ?? ''} (${hidden.values[1] ?? ''}) could not be looked at`,
      );
    const cut = records.note('apache.cut');
    if (cut) return unread(`너무 많음: ${cut.values[0] ?? ''}`, `too many: ${cut.values[0] ?? ''}`);
    const notes = records.notes('apache.instance');
    // A process that is called httpd and has no configuration where httpd would look is some other program, or hides.
    const strange = notes.filter(({ values }) => records.file(values[1] ?? '')?.state === 'absent');
    const instances = notes.filter((note) => !strange.includes(note)).map((note) => apacheInstance(note, records));
    // A gap of one server must not hide the faults of another: there it keeps that one from passing, and here all from a verdict.
    const whole = instances.filter(({ started, gap }) => started && gap === null);
    const [broken] = instances.flatMap(({ gap }) => gap ?? []);
    if (broken && whole.length === 0) return broken;
    const files = records.files();
    return {
      instances,
      elsewhere: [
        ...records.notes('apache.elsewhere').map(({ values }) => ({ pid: values[0] ?? '', program: values[1] ?? '' })),
        ...strange.map(({ values }) => ({
          pid: values[4] ?? '',
          program: `${values[3] ?? ''}, without ${values[1] ?? ''}`,
        })),
      ],
      files,
      file: (path) => files.find((file) => file.path === path && file.state === 'present'),
      seen: (key) => records.notes(`apache.${key}`).map(({ values }) => values),
    };
  },
});
