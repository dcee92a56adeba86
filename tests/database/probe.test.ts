import { parse } from 'csv-parse/sync';
import type { SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSmtpCarrier } from '#platform/mail/smtp-carrier.ts';
import type { MailBody } from '#platform/mail/send-mail.ts';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { isMailPreview } from './support/mail-previews.ts';
import { ownValues } from './support/own-values.ts';
import { readHtml, readXml, type ReadPage } from './support/read-html.ts';
import { everyRoute, filledPath, nameOf, readNames } from './support/routes.ts';
import { unpacked } from './support/whole-text.ts';

/** Ends attributes, elements, scripts and character data, evaluates in templates, turns text around. */
const probe = `"'><svg onload=x>{{7*7}}\${7*7}=1+1\u202e😀</script>]]>&lt;`;
/** What a spreadsheet would run. */
const formula = `=HYPERLINK("https://ailleurs.example";"Gagné")`;

let site: TestSite;
let probed: FilledHub;
let computed: FilledHub;
const pages: { path: string; html: string }[] = [];
const files: { path: string; type: string; bytes: Buffer; status: number }[] = [];

beforeAll(async () => {
  site = await openTestSite();
  probed = await fillHub(site, await site.hub(), probe);
  computed = await fillHub(site, await site.hub(), formula);
  const { hub, employee } = probed;
  await hub.post(
    '/gestion/reglages/logo',
    {
      logo: new File([new Uint8Array([1, 2, 3])], `${probe}.png`),
      file: new File([new Uint8Array([1])], `${probe}.svg`),
    },
    employee.cookie,
  );
  for (const cookie of [undefined, employee.cookie]) {
    for (const route of everyRoute(site)) {
      if (route.method !== 'GET') continue;
      const path = filledPath(route.path, ownValues(probed, route.path));
      for (const asked of [
        path,
        `${path}?${new URLSearchParams(readNames().queries.map((name) => [name, probe])).toString()}`,
      ]) {
        await keep(asked, await hub.get(asked, cookie));
      }
    }
  }
  await keep('/jamais', await hub.get(`/${encodeURIComponent(probe)}`));
  await keep('refused', await hub.send('/contact', { method: 'POST' }));
  await keep('nowhere', await hub.send('/', { headers: { host: 'ailleurs.example' } }));
  const typed = Object.fromEntries(readNames().fields.map((name) => [name, probe]));
  for (const route of everyRoute(site)) {
    if (route.method !== 'POST' || /deconnexion/.test(route.path)) continue;
    await keep(
      nameOf(route),
      await hub.post(filledPath(route.path, ownValues(probed, route.path)), typed, await hub.sessionOf(employee.actor)),
    );
  }
});
afterAll(() => site.close());

async function keep(path: string, response: Response): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  if (type.startsWith('text/html')) pages.push({ path, html: bytes.toString() });
  else if (bytes.length > 0) files.push({ path, type, bytes, status: response.status });
}

/** What is wrong in a page, read strictly. */
function faultsOf(html: string, isMail = false): string[] {
  let page: ReadPage;
  try {
    page = readHtml(html);
  } catch (error) {
    return [(error as Error).message];
  }
  const faults: string[] = [];
  for (const { name, attributes } of page.elements) {
    for (const [attribute, value] of attributes) {
      if (/^on/i.test(attribute) || (attribute === 'style' && !isMail)) faults.push(`<${name} ${attribute}>`);
      if (/^(href|src|action|formaction)$/.test(attribute) && /^\s*(javascript|data|vbscript):/i.test(value))
        faults.push(`${attribute} ${value}`);
    }
  }
  for (const { type, text } of page.scripts) {
    if (type === 'application/ld+json') JSON.parse(text);
    else if (text !== '') faults.push(`a script inside the page: ${text.slice(0, 60)}`);
    if (text.includes('<')) faults.push('a script holds <');
  }
  if (/49=1\+1|\{\{49|\$\{49/.test(page.text)) faults.push('a template was evaluated');
  return faults;
}

const htmlOf = ({ html }: SendMailOptions): string => (typeof html === 'string' ? html : '');

describe('the reader', () => {
  test('sees what escapes', () => {
    const around = (text: string): string => `<!doctype html><p title="a">${text}</p>`;
    for (const bad of [
      '<svg onload=x>',
      `</p>`,
      `<a title="" onclick="x">a</a>`,
      '<b style="x">a</b>',
      '<script>x</script>',
      `<i title='a'>a</i>`,
      '<',
      '<a href="javascript:x">a</a>',
      '<script type="application/ld+json">{"a":"<"}</script>',
      '{{49}}',
    ]) {
      expect(faultsOf(around(bad)), bad).not.toEqual([]);
    }
    expect(faultsOf(around('&lt;svg onload=x&gt;<br/><input disabled value="&quot;"/>'))).toEqual([]);
  });
});

describe('pages', () => {
  test('what was planted is there, and never becomes markup', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter(({ html }) => html.includes('&lt;svg onload=x')).length).toBeGreaterThan(60);
    expect(
      pages
        .map(({ path, html }) => ({ path, faults: faultsOf(html, isMailPreview(path)) }))
        .filter(({ faults }) => faults.length > 0),
    ).toEqual([]);
    expect(site.failures).toEqual([]);
  });

  test('every page has a language, a title, one h1, and no id twice', () => {
    const whole = pages.filter(
      ({ path, html }) =>
        html.startsWith('<!doctype html>') && !path.startsWith('/mon-compte/mes-donnees.html') && !isMailPreview(path),
    );
    const wrong = whole.flatMap(({ path, html }) => {
      const elements = readHtml(html).elements.filter((element) => !element.isInert);
      const count = (name: string): number => elements.filter((element) => element.name === name).length;
      const ids = elements.flatMap((element) => element.attributes.get('id') ?? []);
      const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
      const targets = elements.flatMap((element) =>
        element.name === 'label' ? (element.attributes.get('for') ?? []) : [],
      );
      const lost = targets.filter((id) => !ids.includes(id));
      const title = /<title>([^<]+)<\/title>/.exec(html)?.[1]?.trim() ?? '';
      const isRight =
        elements[0]?.attributes.get('lang') === 'fr' && title !== '' && count('h1') === 1 && count('main') === 1;
      return isRight && twice.length === 0 && lost.length === 0
        ? []
        : [`${path}: ${count('h1')} h1, ${count('main')} main, twice ${twice.join(' ')}, lost ${lost.join(' ')}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe('files', () => {
  const ofType = (pattern: RegExp) => files.filter(({ type, status }) => pattern.test(type) && status === 200);

  test('JSON of all kinds is JSON', () => {
    const list = ofType(/json/);
    expect(list.length).toBeGreaterThan(8);
    for (const { path, bytes } of list) expect(() => JSON.parse(bytes.toString()) as unknown, path).not.toThrow();
  });

  test('feeds, site map and drawings are XML', () => {
    const list = ofType(/[/+]xml/);
    expect(list.map(({ path }) => path).filter((path) => !path.includes('?'))).toEqual(
      expect.arrayContaining(['/annuaire.rss', '/sitemap.xml', '/icone.svg']),
    );
    for (const { path, bytes } of list) {
      const { elements } = readXml(bytes.toString());
      expect(
        elements.some(({ name, attributes }) => name === 'script' || attributes.has('onload')),
        path,
      ).toBe(false);
    }
    const feed = readXml(ofType(/rss/)[0]?.bytes.toString() ?? '');
    expect(feed.text).toContain('<svg onload=x>');
  });

  test('cells of every table are harmless', async () => {
    const { hub, employee } = computed;
    for (const path of [
      '/annuaire.csv',
      '/gestion/annuaire.csv',
      '/gestion/journal.csv',
      '/gestion/annuaire/a-confirmer.csv',
      `/gestion/annuaire/importer/${computed.ids.import}/rapport.csv`,
    ]) {
      const response = await hub.get(path, employee.cookie);
      const text = await response.text();
      expect(response.headers.get('content-disposition'), path).toMatch(/^attachment/);
      const rows = parse(text, { bom: true, delimiter: text.includes(';') ? ';' : ',', relax_column_count: true });
      const live = rows.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell));
      expect(live, path).toEqual([]);
      expect(text.includes('HYPERLINK') || /a-confirmer|rapport/.test(path), path).toBe(true);
    }
    for (const path of ['/annuaire.xlsx', '/gestion/annuaire.xlsx']) {
      const entries = await unpacked(Buffer.from(await (await hub.get(path, employee.cookie)).arrayBuffer()));
      for (const { name, text } of entries) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        expect(
          readXml(text).elements.filter((element) => element.name === 'f'),
          `${path} ${name}`,
        ).toEqual([]);
      }
      expect(entries.some(({ text }) => text.includes('HYPERLINK'))).toBe(true);
    }
  });

  test('a vCard keeps its lines', async () => {
    const text = await (await probed.hub.get(`/annuaire/${probed.slugs.organization}.vcf`)).text();
    const lines = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
    for (const line of lines) expect(line).toMatch(/^(BEGIN|VERSION|N|FN|ORG|TEL|ADR|GEO|URL|NOTE|SOURCE|REV|END)[;:]/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('mails', () => {
  test('say what was planted, as text', async () => {
    const sent: SendMailOptions[] = [];
    const carrier = createSmtpCarrier(
      {
        send: async (message: Promise<SendMailOptions> | SendMailOptions) => void sent.push(await message),
        close: () => {},
      } as never,
      'essaim@exemple.fr',
      () => Temporal.Now.instant(),
    );
    const { rows } = await site.database.ownerPool.query<{
      id: string;
      kind: string;
      recipient: string;
      recipient_name: string | null;
      reply_to: string | null;
      subject: string;
      body: MailBody;
    }>('select * from mail_messages where hub_id = $1', [probed.hub.id]);
    expect(new Set(rows.map((row) => row.kind)).size).toBeGreaterThanOrEqual(4);
    for (const row of rows) {
      const hub = { name: probe, origin: probed.hub.origin, brandColor: '#006650', footer: probe };
      const delivery = await carrier.carry({
        id: row.id,
        to: { address: row.recipient, name: row.recipient_name },
        replyTo: row.reply_to,
        subject: row.subject,
        body: row.body,
        attachments: [],
        hub,
      });
      expect([row.kind, delivery]).toEqual([row.kind, { result: 'sent' }]);
    }
    for (const message of sent) {
      expect(faultsOf(htmlOf(message), true), message.subject).toEqual([]);
      expect(htmlOf(message)).toContain('&lt;svg onload=x');
      expect(JSON.stringify([message.subject, message.from, message.to, message.headers])).not.toMatch(/\\r|\\n/);
    }
  });

  test('a line break sent in a field of one line writes no header, and breaks nothing', async () => {
    const { hub, slugs, employee } = probed;
    const broken = 'Camille\r\nBcc: tous@exemple.fr\rX-Autre: oui\u2028fin';
    const forms: [string, Record<string, string>, string?][] = [
      ['/contact', { name: broken, reach: 'camille@exemple.fr', message: 'Bonjour à vous' }],
      [
        `/annuaire/${slugs.organization}/ecrire`,
        { fromName: broken, fromEmail: 'camille@exemple.fr', message: 'Bonjour à vous' },
      ],
      ['/annuaire/proposer', { 'proposed.name': broken, 'author.email': 'camille@exemple.fr', autre: 'oui' }],
      ['/connexion', { email: `camille@exemple.fr\r\nBcc: tous@exemple.fr` }],
      [
        '/gestion/personnes/nouvelle',
        { givenName: broken, familyName: broken, email: 'bris@exemple.fr' },
        employee.cookie,
      ],
      ['/gestion/reglages/presentation', { name: broken, version: '' }, employee.cookie],
      ['/gestion/annuaire/nouvelle', { name: broken, isAnother: 'oui', status: 'published' }, employee.cookie],
    ];
    for (const [path, fields, cookie] of forms)
      expect((await hub.post(path, fields, cookie)).status, path).toBeLessThan(500);
    expect(site.failures).toEqual([]);
    const { rows } = await site.database.ownerPool.query<{ text: string }>(
      `select concat_ws('|', subject, recipient, recipient_name, reply_to) as text from mail_messages where hub_id = $1`,
      [hub.id],
    );
    expect(rows.filter(({ text }) => /[\r\n\u2028]/.test(text))).toEqual([]);
  });
});
