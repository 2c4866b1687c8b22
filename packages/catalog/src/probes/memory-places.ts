// Dot names in /dev, and in /tmp and /var/tmp where those are in memory: the places in which one hides and to which the walk does not come.
import { probe, unread } from '@bongsu/core';
import type { WalkedKind } from './file-walk.ts';

export interface MemoryPlaces {
  readonly hidden: WalkedKind;
  /** The places that were looked at. */
  readonly places: readonly string[];
}

export const memoryPlaces = probe<MemoryPlaces>({
  name: 'memory-places',
  timeoutSeconds: 60,
  sizeBytesMax: 131072,
  live: false,
  // /dev holds /dev/shm; the walk leaves it out whatever it lies on.
  script: `
: > "$W/places-errors"
for _place in /dev /tmp /var/tmp; do
  [ -d "$R$_place" ] || continue
  case $_place$(stat -f -c %T "$R$_place") in
    /dev*) ;;
    *tmpfs | *ramfs) set -- -xdev ;;
    *) continue ;;
  esac
  note places.looked "$_place"
  find "$R$_place/" \${1+"$1"} -name '.*' -exec sh "$SELF" --classify {} + 2>> "$W/places-errors"
done > "$W/places"
grep '^#' "$W/places"
note places.faults "$(grep -v -c 'No such file or directory$' "$W/places-errors")"
grep -v '^#' "$W/places" | awk -F '\\t' -v max=200 -v long=400 '
  NR <= max { printf "#note\\tplaces.hidden\\t%s\\t%s\\t%s\\t%s\\t%s\\n", $1, $2, $3, $6, substr($8, 1, long) }
  END { printf "#note\\tplaces.total\\t%d\\n", NR }'
`,
  read(records) {
    const total = records.note('places.total')?.values[0] ?? '';
    if (!/^[0-9]+$/.test(total) || records.note('places.faults')?.values[0] !== '0')
      return unread('/dev나 /tmp를 끝까지 찾지 못함', 'the search of /dev and /tmp did not reach its end');
    const listed = records
      .notes('places.hidden')
      .map(({ values: [mode = '', uid = '', gid = '', type = '', path = ''] }) => ({
        path,
        cut: path.length >= 396,
        mode: Number.parseInt(mode, 8),
        uid: Number(uid),
        gid: Number(gid),
        type,
        system: false,
      }));
    return {
      hidden: { total: Number(total), systemTotal: 0, listed },
      places: records.notes('places.looked').map(({ values }) => values[0] ?? ''),
    };
  },
});
