// Served folders of which not all was seen, as a question to a person: no list is no proof that nothing is there.
import type { Judgement } from '@bongsu/core';
import { manual, text } from '@bongsu/core';
import { named } from '../../../criteria/nginx-in-use.ts';
import type { NginxFolder } from '../../../probes/nginx.ts';

export interface SeenFolder {
  readonly path: string;
  readonly source: string;
  readonly folder: NginxFolder;
}

const hiding: ReadonlySet<string> = new Set(['system', 'unreadable', 'unseen']);

/** One question for all of them; none where each was seen whole. */
export function manualForFolders(folders: readonly SeenFolder[]): Judgement[] {
  const hidden = folders.filter(({ folder }) => folder.cut !== '' || hiding.has(folder.state));
  if (hidden.length === 0) return [];
  const paths = named(hidden.map(({ path }) => path));
  return [
    manual(
      text(`다 보지 못한 경로가 있음: ${paths}`, `not all of these folders was seen: ${paths}`),
      hidden.map(({ path, source, folder }) => ({
        source,
        found: `${path}: ${folder.state}${folder.cut && `, ${folder.cut}`}`,
      })),
    ),
  ];
}
