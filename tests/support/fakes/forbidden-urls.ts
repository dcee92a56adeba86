/**
 * Addresses that try to reach this machine or a private network, or to leave HTTP. Names that need a hostile name
 * service end in `.test`: {@link hostileAddresses} says what they resolve to.
 */
export function forbiddenUrls(): string[] {
  return [...new Set([...disguisedLoopback(), ...privateAddresses(), ...strangeUrls(), ...hostileNames()])];
}

/** What a hostile name service answers; every name but these is unknown. */
export const hostileAddresses: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'app.localhost': ['127.0.0.1'],
  'ip6-localhost': ['::1'],
  'loopback.test': ['127.0.0.1'],
  'loopback6.test': ['::1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'mapped-hex.test': ['::ffff:7f00:1'],
  'nat64.test': ['64:ff9b::7f00:1'],
  'sixtofour.test': ['2002:7f00:1::'],
  'teredo.test': ['2001:0:7f00:1::'],
  'private.test': ['10.1.2.3'],
  'metadata.test': ['169.254.169.254'],
  'unspecified.test': ['0.0.0.0'],
  'mixed.test': ['93.184.215.14', '127.0.0.1'],
  'mixed6.test': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::1'],
  'empty.test': [],
  'garbage.test': ['not-an-address'],
  'xn--lckwg.test': ['127.0.0.1'],
};

function disguisedLoopback(): string[] {
  const octet = (part: string) => [
    part,
    `0x${Number(part).toString(16)}`,
    `0${Number(part).toString(8)}`,
    `000${Number(part).toString(8)}`,
  ];
  const mixed = octet('127').flatMap((first) => octet('1').map((last) => `${first}.0.0.${last}`));
  const short = octet('127').flatMap((first) => [
    `${first}.1`,
    `${first}.0.1`,
    `${first}.0x0.0x1`,
    `${first}.65535`,
    `${first}.0.257`,
  ]);
  const whole = [
    '2130706433',
    '0x7f000001',
    '0X7F000001',
    '017700000001',
    '0x7f000001.',
    '2130706434',
    '4294967295',
    '0',
    '0x0',
    '00',
  ];
  const wide = [
    '127.0.0.1',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '127.0.0.1',
    '127.0。0.1',
    '⑯⑨。254。169。254',
    '%31%32%37.0.0.1',
    '127.0.0.1.',
    '127%2e0%2e0%2e1',
  ];
  const sixth = [
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[0000::0001]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
    '[::127.0.0.1]',
    '[::7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2001:0:7f00:1::]',
    '[2001:10::1]',
    '[2001:20::1]',
    '[2001:2::1]',
    '[fe80::1]',
    '[febf::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[ff0e::1]',
    '[100::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[2001:db8::1]',
    '[::ffff:0:127.0.0.1]',
    '[::ffff:169.254.169.254]',
    '[::ffff:10.0.0.1]',
    '[4000::1]',
    '[1::1]',
    '[::1%25lo]',
  ];
  return withSchemes([...mixed, ...short, ...whole, ...wide, ...sixth]);
}

function privateAddresses(): string[] {
  const hosts = [
    '10.0.0.1',
    '10.255.255.255',
    '012.0.0.1',
    '0xa.1',
    '172.16.0.1',
    '172.31.255.255',
    '172.20.1',
    '192.168.0.1',
    '192.168.1',
    '3232235521',
    '0xc0a80001',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '169.254.43518',
    '0251.0376.0251.0376',
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.255',
    '0.0.0.0',
    '0.1.2.3',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '192.88.99.1',
    '168.63.129.16',
    '192.175.48.1',
    '192.31.196.1',
    '192.52.193.1',
  ];
  return withSchemes(hosts);
}

function strangeUrls(): string[] {
  const schemes = [
    'file:///etc/passwd',
    'file://127.0.0.1/etc/passwd',
    'gopher://127.0.0.1:70/_x',
    'ftp://127.0.0.1/',
    'dict://127.0.0.1:2628/x',
    'ldap://127.0.0.1/',
    'data:text/html,hello',
    'javascript:alert(1)',
    'blob:http://127.0.0.1/x',
    'ws://127.0.0.1/',
    'jar:http://127.0.0.1!/',
    'view-source:http://127.0.0.1',
    'about:blank',
    'mailto:a@exemple.fr',
    'tftp://127.0.0.1/x',
    'unix:/var/run/docker.sock',
    'http+unix://%2fvar%2frun%2fdocker.sock/x',
    'HtTpX://127.0.0.1',
    'sftp://127.0.0.1',
  ];
  const users = [
    'http://user@127.0.0.1/',
    'http://user:pass@93.184.215.14/',
    'http://exemple.fr@127.0.0.1/',
    'http://127.0.0.1@exemple.fr/',
    'http://exemple.fr:80@127.0.0.1/',
    'http://exemple.fr%40127.0.0.1/',
    'http://exemple.fr\\@127.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:/127.0.0.1',
    'http:127.0.0.1',
    'http:///127.0.0.1',
    'http://////127.0.0.1',
    'http://127.0.0.1#@exemple.fr/',
    'http://127.0.0.1?@exemple.fr/',
    'http://127.0.0.1;@exemple.fr',
    'http://exemple.fr#@127.0.0.1/ ',
    'https://:@127.0.0.1/',
    ' http://127.0.0.1',
    'ht\ttp://127.0.0.1',
    'http://127.0\n.0.1',
    '\u0000http://127.0.0.1',
    'http://127.0.0.1\u0000.exemple.fr',
    'http://127.0.0.1%00.exemple.fr',
    'http://127.0.0.1%0d%0aX: y/',
    'http://[::1',
    'http://[::1]x',
    'http://::1/',
    'http://',
    'http:',
    '//127.0.0.1',
    '/etc/passwd',
    '',
  ];
  const ports = [
    1, 21, 22, 23, 25, 53, 79, 81, 110, 2375, 3000, 3306, 5432, 6379, 8080, 8443, 9200, 11211, 27017, 65535,
  ].flatMap((port) => [`http://127.0.0.1:${port}/`, `http://93.184.215.14:${port}/`]);
  return [
    ...schemes,
    ...users,
    ...ports,
    'http://127.0.0.1:99999/',
    'http://127.0.0.1:-1/',
    'http://127.0.0.1:0/',
    'http://127.0.0.1:080/',
  ];
}

function hostileNames(): string[] {
  const names = [
    ...Object.keys(hostileAddresses),
    'nowhere.test',
    'LOCALHOST',
    'LoopBack.TEST',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'loopback。test',
    'localhost.localdomain',
    'private.test.',
  ];
  return withSchemes(names);
}

function withSchemes(hosts: string[]): string[] {
  return hosts.flatMap((host) => [`http://${host}/`, `https://${host}/a?b=c`]);
}
