// Whether a text shown before or after login warns a stranger off.

export type WarningState = 'warns' | 'silent' | 'unclear';

/** Words by which a warning is known, in Korean and English: who may come in, what is watched, what is punished. */
const warning =
  /경고|무단|불법|비인가|인가(?:된|받은|되지)|허가(?:된|받은|되지)|승인(?:된|받은|되지)|처벌|법적|감시|모니터링|\bwarning\b|unauthori[sz]ed|\bauthori[sz]ed\b|prohibited|forbidden|\bmonitored\b|prosecut|penalt|violat|restricted (?:to|access|system)/i;

/** What distributions put there: names and numbers of the system, escapes of agetty(8), advice and counts of updates. */
const stock =
  /\\[a-zA-Z46](?:\{[^}]*\})?|\b(?:debian|gnu\/linux|gnu|linux|ubuntu|lts|red hat|enterprise|rocky|almalinux|centos|amazon|fedora|kernel|release|on an?)\b|\([^)]*\)|https?:\/\/\S+|[\d.:#,_~|\\/'<>^()`*+=-]/gi;

/** The notice of /etc/motd that every Debian carries (base-files). */
const debianNotice =
  /The programs included with the Debian GNU\/Linux system[\s\S]*?\/usr\/share\/doc\/\*\/copyright\.|Debian GNU\/Linux comes with ABSOLUTELY NO WARRANTY[\s\S]*?applicable law\./g;

/** `silent` where it is empty or says only what system this is; `unclear` where it says something that no known word of warning is in. */
export function warningState(text: string): WarningState {
  if (warning.test(text)) return 'warns';
  return text
    .replace(debianNotice, '')
    .replace(stock, '')
    .replace(/\b[\w]\b/g, '')
    .trim() === ''
    ? 'silent'
    : 'unclear';
}
