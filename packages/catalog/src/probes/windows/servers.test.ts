// What IIS, its FTP service, SNMP, shares and the places of files tell, and that nothing is told where an access list could not be read.
import { accessControl } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { factOf, faultOf, note } from '../testing/records.ts';
import type { AccessPlace } from './access-lists.ts';
import { accessListsOn } from './access-lists.ts';
import { ftpSites } from './ftp-sites.ts';
import { windowsShares } from './shares.ts';
import { snmpService } from './snmp-service.ts';
import { webSites } from './web-sites.ts';

const sddl = 'O:BAG:SYD:(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)';
const open = 'O:BAG:SYD:(A;OICI;FA;;;WD)';
const [list, everybody] = [accessControl(sddl), accessControl(open)];

describe('access lists', () => {
  const sam = 'C:\\Windows\\system32\\config\\SAM';
  const logs = 'C:\\Windows\\system32\\winevt\\Logs';
  const all = [
    note('access', sam, 'present', sddl),
    note('access', `${sam}.LOG1`, 'present', open),
    note('access', logs, 'present', open),
    note('access', `${logs}\\Security.evtx`, 'present', sddl),
    note('access', `${logs}\\Archive\\Old.evtx`, 'present', sddl),
    note('access', `${logs}Old`, 'present', sddl),
    note('home', 'C:\\Users\\kim'),
    note('access', 'C:\\Users\\kim', 'present', open),
    note('access', 'C:\\Users\\lee', 'present', open),
    note('home', 'D:\\Users\\gone'),
    note('access', 'D:\\Users\\gone', 'absent'),
    note('home', 'C:\\Users\\kim\\sub'),
    note('access', 'C:\\Users\\kim\\sub', 'present', open),
    note('home', '\\\\nas\\C:\\Users\\far'),
    note('access', '\\\\nas\\C:\\Users\\far', 'present', open),
    note('homes', 'C:\\Users'),
    note('home'),
    note('access'),
  ];

  it.each<[AccessPlace, [string, unknown][]]>([
    ['sam', [[sam, list]]],
    [
      'event-logs',
      [
        [logs, everybody],
        [`${logs}\\Security.evtx`, list],
      ],
    ],
    [
      'homes',
      [
        ['C:\\Users\\kim', everybody],
        ['D:\\Users\\gone', null],
      ],
    ],
  ])('of %s alone', (place, found) => {
    expect(factOf(accessListsOn(place), ...all)).toEqual(found.map(([path, access]) => ({ path, access })));
  });

  it.each([['unreadable', 'Access is denied'], ['unreadable', open], ['present', 'no list'], ['present'], []])(
    'one that is %s %s is no list',
    (...fields) => {
      expect(faultOf(accessListsOn('sam'), note('access', sam, ...fields))).toBe(
        `the access list of ${sam} could not be read`,
      );
    },
  );

  it('are not told where nothing came, and homes only where their list ended', () => {
    expect(faultOf(accessListsOn('sam'))).toBe('the access lists are not told');
    expect(faultOf(accessListsOn('event-logs'), note('access', sam, 'present', sddl))).not.toBeNull();
    expect(faultOf(accessListsOn('homes'), note('home', 'C:\\Users\\kim'))).toBe('the home directories are not told');
    expect(factOf(accessListsOn('homes'), note('homes', 'C:\\Users'))).toEqual([]);
    // A home that was listed and called like the place of the logs is a home.
    expect(
      faultOf(accessListsOn('event-logs'), note('home', logs), note('access', logs, 'present', sddl)),
    ).not.toBeNull();
  });
});

describe('FTP sites', () => {
  const end = note('ftp', 'listed');
  const root = 'C:\\inetpub\\ftproot';
  const site = (...fields: string[]) => note('ftp-site', 'Files', root, ...fields);
  const seen = [note('access', 'C:\\inetpub', 'present', open), note('access', root, 'present', sddl)];

  it('with all their settings', () => {
    const gone = note('ftp-site', 'Old', 'D:\\old', 'SslDeny', '9', 'False', 'False', 'False');
    const rows = [site('0', 'SslRequire', 'True', 'True', 'True'), gone, note('access', 'D:\\old', 'absent')];
    expect(factOf(ftpSites, ...seen, ...rows, end)).toEqual([
      {
        name: 'Files',
        folder: root,
        access: list,
        control: 'SslAllow',
        channel: 'SslRequire',
        anonymous: true,
        unlisted: true,
        hidesBanner: true,
      },
      {
        name: 'Old',
        folder: 'D:\\old',
        access: null,
        control: 'SslDeny',
        channel: '9',
        anonymous: false,
        unlisted: false,
        hidesBanner: false,
      },
    ]);
  });

  it.each([
    ['0', 'SslAllow'],
    ['1', 'SslRequire'],
    ['2', 'SslRequireCredentialsOnly'],
    ['3', 'SslDeny'],
    ['4', '4'],
    ['12', '12'],
    ['x2', 'x2'],
    ['', ''],
  ])('policy %j is %s', (written, name) => {
    const [found] = factOf(ftpSites, ...seen, site(written, written, 'False', 'True', 'False'), end) ?? [];
    expect(found).toMatchObject({ control: name, channel: name, anonymous: false, unlisted: true, hidesBanner: false });
  });

  it('are not told where a part is missing', () => {
    const whole = site('0', '0', 'True', 'True', 'True');
    expect(faultOf(ftpSites, ...seen, whole)).toBe('the FTP sites are not told');
    expect(faultOf(ftpSites, whole, end)).toBe(`the access list of ${root} could not be read`);
    expect(faultOf(ftpSites, note('access', root, 'unreadable', open), whole, end)).not.toBeNull();
    const unset = 'the settings of the FTP site Files are not told';
    expect(faultOf(ftpSites, ...seen, site('0', '0', '', 'True', 'True'), end)).toBe(unset);
    expect(faultOf(ftpSites, ...seen, site('0', '0', 'True', '1', 'True'), end)).toBe(unset);
    expect(faultOf(ftpSites, ...seen, site('0', '0', 'True', 'True'), end)).toBe(unset);
    expect(faultOf(ftpSites, ...seen, site(), end)).toBe(unset);
    expect(faultOf(ftpSites, note('access', '', 'absent'), note('ftp-site'), end)).toBe(
      'the settings of the FTP site  are not told',
    );
    expect(factOf(ftpSites, note('ftp', 'no-service'))).toBeNull();
    expect(factOf(ftpSites, end)).toEqual([]);
  });
});

describe('IIS', () => {
  const end = note('iis', 'listed');
  const scripts = note('access', 'D:\\Inetpub\\Scripts', 'present', sddl);
  const [root, shop] = ['C:\\inetpub\\wwwroot', 'C:\\shop'];
  const seen = [note('access', root, 'present', open), note('access', shop, 'present', sddl), scripts];
  const places = [note('web-place', 'Default Web Site', root), note('web-place', 'Default Web Site/shop', shop)];

  it('tells of every site and application what is its own', () => {
    const rows = [
      note('access', 'C:\\inetpub\\scripts\\old', 'present', open),
      ...seen,
      ...places,
      note('web-setting', 'Default Web Site', 'directoryBrowse', 'present', 'True'),
      note('web-setting', 'Default Web Site', 'parentPaths', 'absent', 'True'),
      note('web-setting', 'Default Web Site/shop', 'directoryBrowse', 'present', 'False'),
      note('web-setting', 'Default Web Site/shop', 'errorMode', 'present'),
      note('web-setting', 'Default Web Site/shop'),
      note('web-handler', 'Default Web Site', '*.ASP'),
      note('web-handler', 'Default Web Site/shop'),
      note('web-refused', 'Default Web Site', '.ASA'),
      note('web-refused', 'Default Web Site/shop'),
      note('web-link', 'Default Web Site', 'C:\\inetpub\\wwwroot\\a.lnk'),
      note('web-link', 'Default Web Site/shop'),
      note('pool', 'DefaultAppPool', 'ApplicationPoolIdentity'),
      note('pool'),
      note('virtual-directory', 'Default Web Site/files'),
      note('virtual-directory'),
      note('sample', 'C:\\inetpub\\iissamples'),
      note('sample'),
    ];
    const fact = factOf(webSites, ...rows, end);
    expect(fact).toEqual({
      places: [
        {
          name: 'Default Web Site',
          folder: root,
          access: everybody,
          mappings: ['*.asp'],
          refused: ['.asa'],
          links: ['C:\\inetpub\\wwwroot\\a.lnk'],
          setting: expect.any(Function),
        },
        {
          name: 'Default Web Site/shop',
          folder: shop,
          access: list,
          mappings: [''],
          refused: [''],
          links: [''],
          setting: expect.any(Function),
        },
      ],
      pools: [
        { name: 'DefaultAppPool', identity: 'ApplicationPoolIdentity' },
        { name: '', identity: '' },
      ],
      virtualDirectories: ['Default Web Site/files', ''],
      samples: ['C:\\inetpub\\iissamples', ''],
      scripts: { path: 'D:\\Inetpub\\Scripts', access: list },
    });
    const [site, application] = fact?.places ?? [];
    expect(site?.setting('directoryBrowse')).toBe('True');
    expect(site?.setting('parentPaths')).toBeUndefined();
    expect(site?.setting('webDav')).toBeUndefined();
    expect(application?.setting('directoryBrowse')).toBe('False');
    expect(application?.setting('errorMode')).toBe('');
  });

  it('takes a folder that is gone for gone', () => {
    const gone = [note('access', '', 'absent'), note('access', 'C:\\inetpub\\scripts', 'absent'), note('web-place')];
    expect(factOf(webSites, ...gone, end)).toMatchObject({
      places: [{ name: '', folder: '', access: null }],
      scripts: { path: 'C:\\inetpub\\scripts', access: null },
    });
  });

  it('is not told where a part is missing', () => {
    expect(factOf(webSites, note('iis', 'no-service'))).toBeNull();
    expect(faultOf(webSites, ...seen, ...places)).toBe('the settings of IIS are not told');
    expect(faultOf(webSites, ...places, scripts, end)).toBe(`the access list of ${root} could not be read`);
    expect(faultOf(webSites, end)).toBe('the access list of C:\\inetpub\\scripts could not be read');
    const refused = note('web-setting', 'Default Web Site', 'webDav', 'unreadable', 'Access is denied');
    expect(faultOf(webSites, ...seen, ...places, refused, end)).toBe(
      'the setting webDav of Default Web Site could not be read',
    );
  });
});

describe('shares', () => {
  const end = note('shares', 'listed');

  it('with the lists of those that people made', () => {
    const rows = [
      note('share', 'C$', 'C:\\', 'True', ''),
      note('share', 'ADMIN$', 'C:\\Windows', 'True'),
      note('share', 'team', 'D:\\team', 'False', open),
    ];
    expect(factOf(windowsShares, ...rows, end)).toEqual([
      { name: 'C$', path: 'C:\\', special: true, access: null },
      { name: 'ADMIN$', path: 'C:\\Windows', special: true, access: null },
      { name: 'team', path: 'D:\\team', special: false, access: everybody },
    ]);
  });

  it('are not told where such a list is missing, or the end', () => {
    const fault = 'the access list of the share team could not be read';
    expect(faultOf(windowsShares, note('share', 'team', 'D:\\team', 'False', ''), end)).toBe(fault);
    expect(faultOf(windowsShares, note('share', 'team'), end)).toBe(fault);
    expect(faultOf(windowsShares, note('share'), end)).toBe('the access list of the share  could not be read');
    expect(faultOf(windowsShares, note('share', 'C$', 'C:\\', 'True', ''))).toBe('the shares are not told');
  });
});

describe('SNMP', () => {
  const end = note('snmp', 'listed');

  it('tells what communities are like, and who may ask', () => {
    const rows = [
      note('community', '6:l:public', '4'),
      note('community', '7:l:private', '8'),
      note('community', '12:luds:other', '16'),
      note('community', '1::other'),
      note('manager', '10.0.0.5'),
      note('manager'),
    ];
    expect(factOf(snmpService, ...rows, end)).toEqual({
      communities: [
        { length: 6, kinds: 'l', word: 'public', rights: 4 },
        { length: 7, kinds: 'l', word: 'private', rights: 8 },
        { length: 12, kinds: 'luds', word: 'other', rights: 16 },
        { length: 1, kinds: '', word: 'other', rights: 0 },
      ],
      managers: ['10.0.0.5', ''],
    });
    expect(factOf(snmpService, note('snmp', 'no-service'))).toBeNull();
  });

  it.each([['secret'], ['x6:l:public'], ['6:l:publics'], ['6:q:other'], ['12345:l:other'], []])(
    'does not take %j for a community',
    (...fields) => {
      expect(faultOf(snmpService, note('community', ...fields), end)).toBe('a community could not be read');
    },
  );

  it('is not told without the end of the list', () => {
    expect(faultOf(snmpService, note('community', '6:l:public', '4'))).toBe('the settings of SNMP are not told');
  });
});
