// Shell start-up files that cases speak of, as the distributions ship them, cut to what sets or sources something.

const loop = `for i in /etc/profile.d/*.sh /etc/profile.d/sh.local ; do
    if [ -r "$i" ]; then
        if [ "\${-#*i}" != "$-" ]; then
            . "$i"
        else
            . "$i" >/dev/null
        fi
    fi
done
`;
const pathmunge = `pathmunge () {
    case ":\${PATH}:" in
        *:"$1":*)
            ;;
        *)
            if [ "$2" = "after" ] ; then
                PATH=$PATH:$1
            else
                PATH=$1:$PATH
            fi
    esac
}
`;
const bashrc = `if [ -n "\${BASH_VERSION-}" ] ; then
        if [ -f /etc/bashrc ] ; then
                . /etc/bashrc
       fi
fi
`;

/** Amazon Linux 2 and RHEL 8: 002 for users with a group of their own. */
export const rhel8Umask = `if [ $UID -gt 199 ] && [ "\`/usr/bin/id -gn\`" = "\`/usr/bin/id -un\`" ]; then
    umask 002
else
    umask 022
fi
`;

/** /etc/profile of the RHEL family around a piece of its own. */
export function rhelProfile(piece: string): string {
  return `# /etc/profile
${pathmunge}
if [ -x /usr/bin/id ]; then
    if [ -z "$EUID" ]; then
        EUID=\`/usr/bin/id -u\`
    fi
fi
if [ "$EUID" = "0" ]; then
    pathmunge /usr/sbin
    pathmunge /usr/local/sbin
else
    pathmunge /usr/local/sbin after
    pathmunge /usr/sbin after
fi
export PATH USER LOGNAME
${piece}${loop}unset i
unset -f pathmunge
${bashrc}`;
}

/** /etc/bashrc of the RHEL family: the mask of shells without login, and a second run of profile.d for them. */
export const rhelBashrc = `if [ -z "$BASHRCSOURCED" ]; then
  BASHRCSOURCED="Y"
  if ! shopt -q login_shell ; then # We're not a login shell
    pathmunge () {
        case ":\${PATH}:" in
            *:"$1":*)
                ;;
            *)
                PATH=$1:$PATH
        esac
    }
    [ \`umask\` -eq 0 ] && umask 002
    for i in /etc/profile.d/*.sh; do
        if [ -r "$i" ]; then
            . "$i"
        fi
    done
  fi
fi
`;

export const rhelRoot = `if [ -f ~/.bashrc ]; then
        . ~/.bashrc
fi
PATH=$PATH:$HOME/bin
export PATH
`;
export const rhelRootBashrc = `alias rm='rm -i'
if [ -f /etc/bashrc ]; then
        . /etc/bashrc
fi
`;

export const debianProfile = `if [ "$(id -u)" -eq 0 ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
else
  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
fi
export PATH
if [ "\${PS1-}" ]; then
  if [ "\${BASH-}" ] && [ "$BASH" != "/bin/sh" ]; then
    if [ -f /etc/bash.bashrc ]; then
      . /etc/bash.bashrc
    fi
  else
    PS1='$ '
  fi
fi
if [ -d /etc/profile.d ]; then
  for i in /etc/profile.d/*.sh; do
    if [ -r $i ]; then
      . $i
    fi
  done
  unset i
fi
`;
export const debianBashrc = '[ -z "$PS1" ] && return\nshopt -s checkwinsize\n';
export const debianRoot = `if [ "$BASH" ]; then
  if [ -f ~/.bashrc ]; then
    . ~/.bashrc
  fi
fi
mesg n 2> /dev/null || true
`;
