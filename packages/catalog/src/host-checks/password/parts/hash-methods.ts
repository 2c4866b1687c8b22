// With what new passwords are hashed: by pam_unix in each password stack, and by the programs beside PAM.
import type { PamModule, Setting } from '@bongsu/core';
import { pamText, settingLast, settingSource } from '@bongsu/core';
import type { Libuser } from '../../../probes/libuser.ts';
import type { LoginDefs } from '../../../probes/login-defs.ts';
import type { PasswordStack } from './stacks.ts';
import { named } from './stacks.ts';

export interface HashMethod {
  /** The method's name, `des` where nothing names one. */
  readonly method: string;
  /** The kind of hash that it makes, as stored hashes are named. */
  readonly kind: string;
  readonly source: string;
  /** How it came to this method, quoted. */
  readonly found: string;
}

/** Arguments of pam_unix and values of ENCRYPT_METHOD that it knows, by their beginning; the last argument wins (support.c, _set_ctrl). */
const tokens = /^(md5|bigcrypt|sha256|sha512|blowfish|gost_yescrypt|yescrypt)/;

/** One method for each pam_unix line of a password stack. */
export function pamMethods(stacks: readonly PasswordStack[], defs: LoginDefs): HashMethod[] {
  return stacks.flatMap((stack) => named(stack, 'pam_unix')).map((module) => moduleMethod(module, defs));
}

function moduleMethod(module: PamModule, defs: LoginDefs): HashMethod {
  const source = `${module.path}:${module.line}`;
  const own = module.args.flatMap((arg) => tokens.exec(arg)?.[1] ?? []).at(-1);
  if (own !== undefined) return methodOf(own, source, pamText(module));
  // pam_modutil_search_key takes the first line of the key.
  const setting = defs.settings.find((one) => one.key === 'ENCRYPT_METHOD');
  if (setting) {
    const preset = tokens.exec(setting.value.toLowerCase())?.[1];
    const found = `${pamText(module)}, so ENCRYPT_METHOD ${setting.value} of ${settingSource(setting)}`;
    if (preset !== undefined) return methodOf(preset, source, found);
  }
  // passverify.c, create_password_hash: what names no method is crypt or bigcrypt.
  const why = setting ? `ENCRYPT_METHOD ${setting.value} is unknown to pam_unix` : 'no ENCRYPT_METHOD in login.defs';
  return methodOf('des', source, `${pamText(module)}, and ${why}: DES`);
}

/** What login.defs and libuser.conf say to chpasswd, newusers, gpasswd and lpasswd where these work without PAM; empty where they say nothing. */
export function otherMethods(defs: LoginDefs, libuser: Libuser): HashMethod[] {
  const encrypt = settingLast(defs.settings, 'ENCRYPT_METHOD');
  const md5 = settingLast(defs.settings, 'MD5_CRYPT_ENAB');
  const methods: HashMethod[] = [];
  if (encrypt) methods.push(settingMethod(encrypt, encrypt.value));
  // login.defs(5): without ENCRYPT_METHOD it still switches between MD5 and DES.
  else if (md5) methods.push(settingMethod(md5, md5.value.toLowerCase() === 'yes' ? 'md5' : 'des'));
  if (libuser.cryptStyle) methods.push(settingMethod(libuser.cryptStyle, libuser.cryptStyle.value));
  return methods;
}

function settingMethod(setting: Setting, method: string): HashMethod {
  return methodOf(method.toLowerCase(), settingSource(setting), `${setting.key} ${setting.value}`);
}

function methodOf(method: string, source: string, found: string): HashMethod {
  return { method, kind: method === 'blowfish' ? 'bcrypt' : method.replace('_', '-'), source, found };
}
