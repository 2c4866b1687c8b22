#!/bin/sh
# systemctl of a lab instance: answers about the units in /opt/lab/units, with systemd's words and exit codes.
# A line there: unit, state of its file, active state, sub state, description; tab-separated. The first line is `#version N`.
R=${BONGSU_ROOT:-}
units=$R/opt/lab/units
version=$(sed -n '1s/^#version //p' "$units")
verb='' names='' properties='' value=0 all=0 type='' state='' legend=1 quiet=0
while [ $# -gt 0 ]; do
  case $1 in
    --version)
      echo "systemd $version"
      exit 0
      ;;
    -p | --property)
      properties=$properties,$2
      shift
      ;;
    --property=*) properties=$properties,${1#*=} ;;
    -p*) properties=$properties,${1#-p} ;;
    --value) value=1 ;;
    -a | --all) all=1 ;;
    -t | --type)
      type=$type,$2
      shift
      ;;
    --type=*) type=$type,${1#*=} ;; # given again, it adds a type (systemctl(1))
    --state=*) state=$state,${1#*=} ;;
    --no-legend | --legend=false | --legend=no) legend=0 ;;
    -q | --quiet) quiet=1 ;;
    -*) ;;
    *) if [ -z "$verb" ]; then verb=$1; else names="$names $1"; fi ;;
  esac
  shift
done

unit() { case $1 in *.*) printf '%s' "$1" ;; *) printf '%s.service' "$1" ;; esac; }
# One field of a unit; empty where there is no such unit.
field() { awk -F '\t' -v unit="$1" -v field="$2" '$1 == unit { print $field; exit }' "$units"; }
say() { [ "$quiet" = 1 ] || printf '%s\n' "$1"; }

case $verb in
  is-active)
    code=4
    [ "$version" -lt 243 ] && code=3
    for name in $names; do
      active=$(field "$(unit "$name")" 3)
      if [ "$active" = active ]; then code=0; elif [ -n "$active" ] && [ "$code" != 0 ]; then code=3; fi
      if [ -z "$active" ] && [ "$version" -lt 231 ]; then active=unknown; fi
      say "${active:-inactive}"
    done
    exit "$code"
    ;;
  is-enabled)
    code=1
    for name in $names; do
      file=$(field "$(unit "$name")" 2)
      case $file in
        '')
          if [ "$version" -ge 253 ]; then
            say not-found
            code=4
          else
            echo "Failed to get unit file state for $(unit "$name"): No such file or directory" >&2
          fi
          continue
          ;;
        enabled* | static | alias | indirect | generated) code=0 ;;
      esac
      say "$file"
    done
    exit "$code"
    ;;
  is-system-running) say running ;;
  show)
    [ -n "$properties" ] || properties=,Id,LoadState,ActiveState,SubState,UnitFileState,Description,UMask
    for name in $names; do
      id=$(unit "$name")
      for property in $(printf '%s' "$properties" | tr ',' ' '); do
        known=$(field "$id" 1)
        case $property in
          Id) text=$id ;;
          LoadState)
            text=loaded
            [ -z "$known" ] && text=not-found
            [ "$(field "$id" 2)" = masked ] && text=masked
            ;;
          ActiveState) text=$(field "$id" 3) text=${text:-inactive} ;;
          SubState) text=$(field "$id" 4) text=${text:-dead} ;;
          UnitFileState) text=$(field "$id" 2) ;;
          Description) text=$(field "$id" 5) text=${text:-$id} ;;
          UMask) text=0022 ;;
          *) continue ;;
        esac
        if [ "$value" = 1 ]; then printf '%s\n' "$text"; else printf '%s=%s\n' "$property" "$text"; fi
      done
    done
    ;;
  list-units | '')
    awk -F '\t' -v all="$all" -v type="$type" -v state="$state" '
      /^#/ || $2 == "alias" { next }
      type != "" && index("," type ",", "," substr($1, match($1, /[^.]*$/)) ",") == 0 { next }
      state != "" && index("," state ",", "," $3 ",") == 0 && index("," state ",", "," $4 ",") == 0 { next }
      state == "" && !all && $3 != "active" && $3 != "failed" { next }
      { printf "%s loaded %s %s %s\n", $1, $3, $4, $5 }' "$units"
    [ "$legend" = 1 ] && printf '\nLOAD   = Reflects whether the unit definition was properly loaded.\n'
    ;;
  list-unit-files)
    awk -F '\t' -v type="$type" -v state="$state" '
      /^#/ { next }
      type != "" && index("," type ",", "," substr($1, match($1, /[^.]*$/)) ",") == 0 { next }
      state != "" && index("," state ",", "," $2 ",") == 0 { next }
      { print $1, $2 }' "$units"
    ;;
  status)
    code=0
    for name in $names; do
      id=$(unit "$name")
      active=$(field "$id" 3)
      if [ -z "$active" ]; then
        echo "Unit $id could not be found." >&2
        code=4
      else
        printf '* %s - %s\n   Loaded: loaded (%s)\n   Active: %s (%s)\n' "$id" "$(field "$id" 5)" "$(field "$id" 2)" "$active" "$(field "$id" 4)"
        [ "$active" = active ] || code=3
      fi
    done
    exit "$code"
    ;;
  *)
    echo "Unknown command verb $verb." >&2
    exit 1
    ;;
esac
exit 0
