import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { startSiteProcess } from '../../tests/support/started-site.ts';
import { memoryOf } from '../bench/process-cost.ts';
import { percentile } from '../bench/result.ts';
import { enterByLink, formKey, openClient } from './client.ts';
import { atMost, type Finding, type Scenario } from './scenario.ts';

/** B-21: files made to explode are refused at once, leave nothing behind, and other visitors notice nothing. */
export const uploadBombs: Scenario = {
  name: 'bombs',
  code: 'B-21',
  title: 'fichiers piégés',
  async run(ordeal) {
    const site = await startSiteProcess();
    const pid = site.process.pid ?? 0;
    try {
      const client = openClient(site.origin);
      await enterByLink(client, site.signInPath);
      const added = await client.post('/gestion/annuaire/nouvelle', {
        _cle: formKey(),
        name: 'Fiche à illustrer',
        act: 'completer',
        isAnother: 'oui',
      });
      const sheet = /\/gestion\/annuaire\/[0-9a-f-]{36}/.exec(added.location ?? '')?.[0];
      if (!sheet) throw new Error(`no sheet: ${added.status} ${added.location}`);
      const before = memoryOf(pid).now;
      const files = temporaryFiles();
      const visits: number[] = [];
      let isOver = false;
      const visitor = (async () => {
        while (!isOver) {
          const startedAt = performance.now();
          await (await fetch(`${site.origin}/annuaire`)).arrayBuffer();
          visits.push(performance.now() - startedAt);
          await sleep(20);
        }
      })();
      const sendPicture = (bytes: Uint8Array, name: string, type = 'image/png') => {
        const form = new FormData();
        form.set('_cle', formKey());
        form.set('credit', 'Épreuve');
        form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name, { type }));
        return client.post(`${sheet}/photos`, form);
      };
      const findings: Finding[] = [];
      const refused = async (what: string, send: () => Promise<{ status: number; ms: number }>): Promise<void> => {
        const { status, ms } = await send();
        // Refused within the page or by a redirection that says why: never kept, never broken.
        findings.push({
          what,
          found: `${status} en ${Math.round(ms)} ms`,
          expected: '4xx, ≤ 2 s',
          passed: status >= 400 && status < 500 && ms <= 2_000,
        });
      };
      await refused('image de 30 000 × 30 000', () => sendPicture(hugePng(30_000), 'ciel.png'));
      await refused('GIF d’un million d’images', () => sendPicture(manyFrames(), 'film.gif', 'image/gif'));
      await refused('SVG avec script', () =>
        sendPicture(
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
          'dessin.svg',
          'image/svg+xml',
        ),
      );
      await refused('page HTML nommée photo.png', () =>
        sendPicture(Buffer.from('<html><script>alert(1)</script>'), 'photo.png'),
      );
      await refused('image coupée', () => sendPicture(hugePng(200).subarray(0, 60), 'coupee.png'));
      await refused('zip de 1 Go en 1 Mo, nommé .xlsx', async () => {
        const form = new FormData();
        form.set('_cle', formKey());
        form.set('fichier', new File([zipBomb() as Uint8Array<ArrayBuffer>], 'liste.xlsx'));
        return waitForRefusal(client, await client.post('/gestion/annuaire/importer', form));
      });
      await refused('longueur annoncée de 10 Go', () => lyingLength(site.origin, `${sheet}/photos`));
      const named = await Promise.all(
        ['x'.repeat(300) + '.png', '../../../etc/passwd', '\u202egnp.exe', 'a\0b.png', 'con.png', '.htaccess'].map(
          (name) => sendPicture(Buffer.from('pas une image'), name),
        ),
      );
      findings.push({
        what: 'noms de fichier hostiles',
        found: named.map(({ status }) => status).join(' '),
        expected: '4xx',
        passed: named.every(({ status }) => status >= 400 && status < 500),
      });
      const many = await Promise.all(
        Array.from({ length: ordeal.times(200, 20) }, (_, index) =>
          sendPicture(hugePng(20_000), `${index}.png`).catch(() => ({ status: 0, ms: 0 })),
        ),
      );
      findings.push({
        what: `${many.length} envois ensemble`,
        found: [...new Set(many.map(({ status }) => status))].join(', '),
        expected: '4xx ou 503',
        passed: many.every(({ status }) => (status >= 400 && status < 500) || status === 503),
      });
      isOver = true;
      await visitor;
      await sleep(2_000);
      return [
        ...findings,
        atMost('autres visiteurs, p99', percentile(visits, 0.99), 500, ' ms'),
        atMost('mémoire gagnée', Math.max(0, memoryOf(pid).now - before), 100, ' Mo'),
        atMost('fichiers temporaires laissés', temporaryFiles() - files, 0),
        await control(sendPicture),
      ];
    } finally {
      await site.stop();
    }
  },
};

/** An honest picture is taken, so a refusal says something. */
async function control(send: (bytes: Uint8Array, name: string) => Promise<{ status: number }>): Promise<Finding> {
  const { status } = await send(hugePng(300, true), 'honnete.png');
  return {
    what: 'contrôle : une image honnête est prise',
    found: String(status),
    expected: '303',
    passed: status === 303,
  };
}

/** Reading an import is a job: its page says when it was refused. */
async function waitForRefusal(
  client: ReturnType<typeof openClient>,
  sent: { status: number; location: string | null; ms: number },
): Promise<{ status: number; ms: number }> {
  if (sent.status !== 303 || !sent.location) return sent;
  const startedAt = performance.now();
  for (let tries = 0; tries < 100; tries++) {
    const page = await client.get(sent.location);
    if (/n’a pas pu|trop gros|trop lourd|illisible|abandonn|échou|refus/i.test(page.text))
      return { status: 422, ms: performance.now() - startedAt };
    await sleep(100);
  }
  return { status: 0, ms: performance.now() - startedAt };
}

function temporaryFiles(): number {
  return readdirSync(tmpdir()).filter((name) => /^essaim-(?!ordeal|started)/.test(name)).length;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of one colour: a few kilobytes, and `side` × `side` once opened. Its lines are cut short unless `isWhole`. */
function hugePng(side: number, isWhole = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const lines = Buffer.alloc((side + 1) * (isWhole ? side : Math.min(side, 200)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function manyFrames(): Buffer {
  const head = Buffer.from('474946383961640064008000000000ffffff', 'hex');
  const frame = Buffer.from('2c000000000100010000024c0100'.replace('4c', '02'), 'hex');
  return Buffer.concat([head, ...Array.from({ length: 200_000 }, () => frame), Buffer.from([0x3b])]);
}

/** A workbook whose only sheet unpacks to a gigabyte of spaces. */
function zipBomb(): Buffer {
  const content = deflateRawSync(Buffer.alloc(1_000_000_000, 0x20), { level: 9 });
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(1_000_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(1_000_000_000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + content.length, 16);
  return Buffer.concat([local, name, content, central, name, end]);
}

function lyingLength(origin: string, path: string): Promise<{ status: number; ms: number }> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const sent = request(
      origin + path,
      {
        method: 'POST',
        headers: {
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': '10000000000',
        },
      },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - startedAt });
        sent.destroy();
      },
    );
    sent.on('error', () => resolve({ status: 0, ms: performance.now() - startedAt }));
    sent.write('--x\r\n');
  });
}
