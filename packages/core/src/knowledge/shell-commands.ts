// The simple commands of a shell file in their order, each with the conditions under which it is reached.
import type { ShellPiece } from './shell-lines.ts';
import { shellPieces } from './shell-lines.ts';

/** A test that must have held, or (`not`) guards that must not all have held. */
export type ShellGuard = { readonly test: string } | { readonly not: readonly ShellGuard[] };

export interface ShellLoop {
  readonly variable: string;
  /** The list as written, such as `/etc/profile.d/*.sh`. */
  readonly words: string;
}

export interface ShellCommand {
  readonly text: string;
  readonly line: number;
  readonly guards: readonly ShellGuard[];
  /** The `for` loops around it, the innermost last. */
  readonly loops: readonly ShellLoop[];
}

/** A guard that never holds: in the body of a function that nobody is known to call, or in a subshell, which keeps its changes to itself. */
export const neverReached: ShellGuard = { not: [] };

interface Frame {
  readonly kind: 'if' | 'loop' | 'case' | 'block' | 'paren';
  /** Under which the whole compound is reached. */
  readonly base: readonly ShellGuard[];
  /** Under which the part that is being read is reached. */
  guards: readonly ShellGuard[];
  /** That every part before it was not taken. */
  earlier: readonly ShellGuard[];
  /** The condition of `if` or `while` is being read; for `case`: the body of a pattern. */
  inside: boolean;
  /** `until`, or the word that `case` looks at. */
  readonly word: string;
  readonly loop: ShellLoop | null;
}

/** Several checks follow the same files of one host. */
const known = new WeakMap<readonly string[], readonly ShellCommand[]>();

/** Reads a file's commands. Never throws; text that is no shell gives commands that nothing knows. */
export function shellCommands(lines: readonly string[]): readonly ShellCommand[] {
  let commands = known.get(lines);
  if (!commands) {
    const reader = new Reader();
    for (const piece of shellPieces(lines)) reader.take(piece);
    known.set(lines, (commands = reader.commands));
  }
  return commands;
}

const keywords = /^(if|then|elif|else|fi|while|until|do|done|for|select|case|esac|function|\{|\})(?:\s+(.*)|)$/s;

class Reader {
  readonly commands: ShellCommand[] = [];
  readonly #frames: Frame[] = [];
  /** That every `return` before did not happen. */
  #passed: readonly ShellGuard[] = [];
  /** The list of `&&` and `||` so far: under what it succeeded, and what joins the next command to it. */
  #succeeded: readonly ShellGuard[] = [];
  #joint: '&&' | '||' | null = null;
  #pattern = '';
  #functionNext = false;
  /** The next command stands behind a pipe. */
  #piped = false;

  take(piece: ShellPiece): void {
    this.#read(piece);
    // A list and a pipe go on over the ends of lines.
    if (piece.text !== '' || piece.end !== ';') this.#piped = piece.end === '|';
  }

  #read(piece: ShellPiece): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === 'case' && !frame.inside && (piece.end === ')' || piece.end === '|'))
      return this.#patternPart(frame, piece.text, piece.end);
    let text = piece.text;
    for (let match = keywords.exec(text); match; match = keywords.exec(text))
      text = this.#keyword(match[1] ?? '', match[2] ?? '', piece);
    if (piece.end === '(') return this.#open(text);
    if (text !== '') this.#command(text, piece);
    if (piece.end === ')') this.#close('paren', piece);
    if (piece.end === ';;') this.#patternEnds();
  }

  /** What must hold for the next command of the list to run. */
  #reached(): readonly ShellGuard[] {
    if (this.#joint === null) return [];
    return this.#joint === '&&' ? this.#succeeded : [{ not: this.#succeeded }];
  }

  /** Adds a command's own outcome to the list. */
  #outcome(own: ShellGuard, end: ShellPiece['end']): void {
    if (this.#joint === null) this.#succeeded = [own];
    else if (this.#joint === '&&') this.#succeeded = [...this.#succeeded, own];
    else this.#succeeded = [{ not: [{ not: this.#succeeded }, { not: [own] }] }];
    this.#joint = end === '&&' || end === '||' ? end : null;
    const frame = this.#frames.at(-1);
    if (frame?.inside && frame.kind !== 'case' && this.#joint === null) {
      const held = frame.word === 'until' ? [{ not: this.#succeeded }] : this.#succeeded;
      frame.guards = [...frame.base, ...frame.earlier, ...held];
    }
  }

  #push(kind: Frame['kind'], over: Partial<Frame> = {}): Frame {
    const base = this.#piped || this.#functionNext ? [neverReached] : this.#reached();
    this.#piped = false;
    this.#functionNext = false;
    this.#joint = null;
    const frame = { kind, base, guards: base, earlier: [], inside: false, word: '', loop: null, ...over };
    this.#frames.push(frame);
    return frame;
  }

  /** Takes one keyword from the front; gives the text that follows it. */
  #keyword(word: string, rest: string, piece: ShellPiece): string {
    switch (word) {
      case 'if':
      case 'while':
      case 'until':
        this.#push(word === 'if' ? 'if' : 'loop', { inside: true, word });
        return rest;
      case 'then':
      case 'do':
      case 'elif':
      case 'else':
        this.#part(word);
        return rest;
      case 'fi':
      case 'done':
      case 'esac':
      case '}':
        this.#close(word === 'fi' ? 'if' : word === 'done' ? 'loop' : word === '}' ? 'block' : 'case', piece);
        // Redirections after the end of a compound are no command.
        return /^[0-9]*[<>]/.test(rest) ? '' : rest;
      case 'for':
      case 'select': {
        const match = /^(\w+)(?:\s+in\s+(.*))?$/s.exec(rest);
        this.#push('loop', { loop: { variable: match?.[1] ?? '', words: match?.[2] ?? '' } });
        return '';
      }
      case 'case': {
        const match = /(.*?)\s+in(?:\s+(.*))?$/s.exec(rest);
        const frame = this.#push('case', { word: match?.[1] ?? '' });
        this.#pattern = '';
        this.#patternPart(frame, match?.[2] ?? '', piece.end);
        return '';
      }
      case 'function':
        this.#functionNext = true;
        return rest.replace(/[^\s{]+\s*/, '');
      default:
        this.#push('block');
        return rest;
    }
  }

  #part(word: string): void {
    const frame = this.#frames.findLast((one) => one.kind === 'if' || one.kind === 'loop');
    this.#joint = null;
    if (!frame) return;
    if (word === 'elif' || word === 'else') {
      frame.earlier = [...frame.earlier, { not: frame.guards.slice(frame.base.length) }];
      frame.guards = [...frame.base, ...frame.earlier];
    }
    frame.inside = word === 'elif';
  }

  #patternPart(frame: Frame, text: string, end: ShellPiece['end']): void {
    this.#pattern += text;
    if (end === '|') this.#pattern += '|';
    if (end !== ')') return;
    const test: ShellGuard = { test: `case ${frame.word} in ${this.#pattern}` };
    frame.guards = [...frame.base, ...frame.earlier, test];
    frame.earlier = [...frame.earlier, { not: [test] }];
    frame.inside = true;
    this.#pattern = '';
    this.#joint = null;
  }

  #patternEnds(): void {
    const frame = this.#frames.findLast((one) => one.kind === 'case');
    if (frame) frame.inside = false;
    this.#joint = null;
  }

  #open(text: string): void {
    const frame = this.#frames.at(-1);
    if (frame?.kind === 'case' && !frame.inside) return;
    // `name()` begins a function; what else stands before a parenthesis is an array or no shell.
    const begins = this.#functionNext || /^[^\s=$]+$/.test(text);
    this.#push('paren', { guards: [neverReached] });
    this.#functionNext = begins;
  }

  #close(kind: Frame['kind'], piece: ShellPiece): void {
    const at = this.#frames.findLastIndex((frame) => frame.kind === kind);
    if (at < 0) return;
    this.#joint = null;
    this.#frames.length = at;
    // How a compound command ended is not followed.
    this.#outcome({ test: '' }, piece.end);
  }

  #command(text: string, piece: ShellPiece): void {
    this.#functionNext = false;
    const bare = text.replace(/^!\s+/, '');
    const own: ShellGuard = bare === text ? { test: text } : { not: [{ test: bare }] };
    const frame = this.#frames.at(-1);
    if (frame?.inside && frame.kind !== 'case') return this.#outcome(own, piece.end);
    const loops = this.#frames.flatMap((one) => (one.loop ? [one.loop] : []));
    // Each side of a pipe runs in a subshell.
    const apart = piece.end === '|' || this.#piped ? [neverReached] : [];
    const guards = [...this.#passed, ...this.#frames.flatMap((one) => one.guards), ...this.#reached(), ...apart];
    this.commands.push({ text, line: piece.line, guards, loops });
    if (/^(?:return|exit)\b/.test(text) && !guards.includes(neverReached))
      this.#passed = [...this.#passed, { not: guards }];
    this.#outcome(own, piece.end);
  }
}
