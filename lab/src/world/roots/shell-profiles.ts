// Start files of login shells: search path, umask and idle time, by family.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';

/** Red Hat's rule: users with a group of their own write for the group (older), or everybody 022 (newer). */
export type RedhatUmask = 'own-group-002' | '022';

/** /etc/profile, /etc/bashrc and root's files of the Red Hat family. */
export function profilesRedhat(umask: RedhatUmask): Files {
  const rule =
    umask === 'own-group-002'
      ? [
          'if [ $UID -gt 199 ] && [ "`/usr/bin/id -gn`" = "`/usr/bin/id -un`" ]; then',
          '    umask 002',
          'else',
          '    umask 022',
          'fi',
        ]
      : ['[ `umask` -eq 0 ] && umask 022'];
  return {
    '/etc/profile': lines([
      '# /etc/profile',
      'pathmunge () {',
      '    case ":${PATH}:" in',
      '        *:"$1":*) ;;',
      '        *) if [ "$2" = "after" ]; then PATH=$PATH:$1; else PATH=$1:$PATH; fi ;;',
      '    esac',
      '}',
      'if [ -z "${EUID:-}" ]; then',
      '    EUID=`/usr/bin/id -u`',
      '    UID=`/usr/bin/id -ru`',
      'fi',
      'USER="`/usr/bin/id -un`"',
      'LOGNAME=$USER',
      'if [ "$EUID" = "0" ]; then',
      '    pathmunge /usr/sbin',
      '    pathmunge /usr/local/sbin',
      'else',
      '    pathmunge /usr/local/sbin after',
      '    pathmunge /usr/sbin after',
      'fi',
      'HISTSIZE=1000',
      'export PATH USER LOGNAME HISTSIZE',
      ...rule,
      'for i in /etc/profile.d/*.sh; do',
      '    if [ -r "$i" ]; then . "$i" > /dev/null; fi',
      'done',
      'unset i',
      'unset -f pathmunge',
      'if [ -n "${BASH_VERSION-}" ] && [ -f /etc/bashrc ]; then . /etc/bashrc; fi',
    ]),
    '/etc/bashrc': lines(['# /etc/bashrc', ...rule]),
    '/etc/profile.d': { dir: true },
    '/etc/profile.d/lang.sh': '# language of the system\nexport LANG="${LANG:-en_US.UTF-8}"\n',
    '/root/.bash_profile': lines([
      '# .bash_profile',
      'if [ -f ~/.bashrc ]; then . ~/.bashrc; fi',
      'PATH=$PATH:$HOME/bin',
      'export PATH',
    ]),
    '/root/.bashrc': lines(['# .bashrc', "alias rm='rm -i'", 'if [ -f /etc/bashrc ]; then . /etc/bashrc; fi']),
  };
}

/** /etc/profile, /etc/bash.bashrc and root's files of Debian and Ubuntu. */
export function profilesDebian(): Files {
  return {
    '/etc/profile': lines([
      '# /etc/profile: system-wide .profile file for the Bourne shell',
      'if [ "$(id -u)" -eq 0 ]; then',
      '  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"',
      'else',
      '  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"',
      'fi',
      'export PATH',
      'if [ "${BASH-}" ] && [ "$BASH" != "/bin/sh" ] && [ -f /etc/bash.bashrc ]; then . /etc/bash.bashrc; fi',
      'if [ -d /etc/profile.d ]; then',
      '  for i in /etc/profile.d/*.sh; do',
      '    if [ -r $i ]; then . $i; fi',
      '  done',
      '  unset i',
      'fi',
    ]),
    '/etc/bash.bashrc': lines([
      '# System-wide .bashrc file for interactive bash(1) shells.',
      '[ -z "${PS1-}" ] && return',
      'shopt -s checkwinsize',
    ]),
    '/etc/profile.d': { dir: true },
    '/etc/environment':
      'PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games:/usr/local/games"\n',
    '/root/.profile': lines([
      '# ~/.profile: executed by Bourne-compatible login shells.',
      'if [ "$BASH" ]; then',
      '  if [ -f ~/.bashrc ]; then . ~/.bashrc; fi',
      'fi',
      'mesg n 2> /dev/null || true',
    ]),
    '/root/.bashrc': lines(['# ~/.bashrc: executed by bash(1) for non-login shells.', '# umask 022']),
  };
}

/** Idle shells end after ten minutes, and no user can change it. */
export const idleTimeTidy: Files = {
  '/etc/profile.d/tmout.sh': { text: 'TMOUT=600\nreadonly TMOUT\nexport TMOUT\n', mode: '0644' },
};

/** Everybody 022, laid after the distribution's own rule. */
export const umaskTidy: Files = {
  '/etc/profile.d/zz-umask.sh': { text: 'umask 022\n', mode: '0644' },
};
