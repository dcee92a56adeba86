import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { readPdf, type ReadPdf } from '#platform/pdf/testing/read-pdf.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { readEvent, saveEvent, saveVenue, type EventInput } from '../../index.ts';
import { leafletPath, monthProgrammePath, officePaths, posterPath, printPath } from '../../paths.ts';

let test: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  test = await openTestSite();
});
afterAll(() => test.close());
beforeEach(async () => {
  hub = await test.hub();
  employee = await hub.person('employee');
});

const today = Temporal.Now.plainDateISO('Europe/Paris');
// The middle of next month: every date of a test falls in one month, to come.
const month = today.toPlainYearMonth().add({ months: 1 });
const day = (of: number) => month.toPlainDate({ day: of }).toString();

async function anEvent(fields: Partial<EventInput>, act: 'publish' | 'keep' = 'publish') {
  const ctx = await hub.context(employee.actor);
  const whole = { title: 'Visite', startsOn: day(12), startsAt: '14:00', endsAt: '16:30', ...fields };
  const saved = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act, fields: whole }));
  return (await readEvent(ctx.db, saved.id))?.slug ?? '';
}

async function aVenue(name = 'La Halle', city = 'Guichen', postalCode = '35580'): Promise<string> {
  const ctx = await hub.context(employee.actor);
  const fields = { name, street: '2 place du Marché', city, postalCode };
  return unwrap(await execute(ctx, saveVenue, { id: null, version: null, fields })).id;
}

async function pdf(path: string, cookie?: string): Promise<ReadPdf> {
  const response = await hub.get(path, cookie);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return readPdf(new Uint8Array(await response.arrayBuffer()));
}

const plain = (text: string | undefined) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the poster of an event', () => {
  it('says what, when, where, who, and leads to its page', async () => {
    const slug = await anEvent({
      title: 'Forum de la coopération',
      type: 'forum',
      isOwn: true,
      venueId: await aVenue(),
      organizers: [{ name: 'La Tablée' }],
      isFree: true,
      contactPhone: '02 61 91 00 00',
      brief: 'Une journée pour se rencontrer.',
    });
    const read = await pdf(posterPath(slug));
    expect(read.pages).toHaveLength(1);
    const words = plain(read.heard[0]);
    expect(words).toContain('Forum · Pôle ESS d’Essai et La Tablée');
    for (const said of ['Forum de la coopération', 'de 14 h à 16 h 30', 'La Halle', '2 place du Marché, 35580 Guichen'])
      expect(words).toContain(said);
    expect(words).toContain('Gratuit');
    expect(read.links).toEqual([`${hub.origin}/agenda/${slug}`]);
    expect(read.structure.some((line) => line.includes(`Code QR vers ${hub.origin.replace('http://', '')}`))).toBe(
      true,
    );
  });

  it('stays on one page whatever is written, with its photo', async () => {
    const ctx = await hub.context(employee.actor);
    const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#456' } })
      .jpeg()
      .toBuffer();
    const ports = test.site.ports;
    const picture = await keepPicture(ctx, ports, {
      bytes,
      alternative: 'La place',
      credit: 'J. Martel',
      visibility: 'public',
    });
    const long = 'mot interminable '.repeat(20);
    const slug = await anEvent({
      title: long.slice(0, 190),
      brief: long.slice(0, 270),
      conditions: long.slice(0, 250),
      placeNote: long.slice(0, 270),
      venueId: await aVenue(long.slice(0, 150)),
      contactName: long.slice(0, 90),
      state: 'postponed',
      stateNote: long.slice(0, 250),
      imageId: unwrap(picture).imageId,
    });
    const read = await pdf(posterPath(slug));
    expect(read.pages).toHaveLength(1);
    expect(plain(read.heard[0])).toContain('Reporté : mot interminable');
    expect(read.pages[0]).toContain('© J. Martel');
  });

  it('tells how a series repeats, and a single one of its dates when asked', async () => {
    const slug = await anEvent({ title: 'Café', startsOn: day(3), rule: 'FREQ=WEEKLY;COUNT=3' });
    expect(plain((await pdf(posterPath(slug))).heard[0])).toContain('prochaines dates');
    const one = await pdf(`${posterPath(slug)}?date=${day(10)}T14:00`);
    expect(plain(one.heard[0])).not.toContain('prochaines dates');
    expect(one.links[0]).toContain('?date=');
    expect((await hub.get(`${posterPath(slug)}?date=2020-01-01T14:00`)).status).toBe(404);
  });

  it('of a draft is for the team alone', async () => {
    const slug = await anEvent({ title: 'Surprise' }, 'keep');
    expect((await hub.get(posterPath(slug))).status).toBe(404);
    expect((await hub.get(posterPath(slug), await hub.signIn('member'))).status).toBe(404);
    expect((await pdf(posterPath(slug), employee.cookie)).heard[0]).toContain('Surprise');
    expect((await hub.get(posterPath('jamais-vu'))).status).toBe(404);
  });
});

describe('the programme of a month', () => {
  it('has the dates of the month and no other, what repeats once, on A4 or A3', async () => {
    await anEvent({ title: 'Bourse aux plants', startsOn: day(5), venueId: await aVenue() });
    await anEvent({ title: 'Permanence', startsOn: day(2), rule: 'FREQ=WEEKLY;COUNT=4' });
    await anEvent({ title: 'Plus tard', startsOn: month.add({ months: 1 }).toPlainDate({ day: 5 }).toString() });
    await anEvent({ title: 'Brouillon' }, 'keep');
    const read = await pdf(monthProgrammePath(month));
    const words = plain(read.heard.join(' '));
    expect(words).toContain('14 h – 16 h 30 Bourse aux plants La Halle, Guichen');
    expect(words).toContain('les 2, 9, 16 et 23');
    expect(words.match(/Permanence/g)).toHaveLength(1);
    expect(words).not.toMatch(/Plus tard|Brouillon/);
    expect(read.sizes[0]).toEqual([595.28, 841.89]);
    expect((await pdf(monthProgrammePath(month, 'A3'))).sizes[0]).toEqual([841.89, 1190.55]);
  });

  it('of a full month loses no date', async () => {
    for (let at = 1; at <= 45; at++) await anEvent({ title: `Rencontre nº${at}.`, startsOn: day(1 + (at % 28)) });
    const words = (await pdf(monthProgrammePath(month))).heard.join(' ');
    for (let at = 1; at <= 45; at++) expect(words).toContain(`Rencontre nº${at}.`);
  });

  it('of an empty month says how to propose; of no month, nothing', async () => {
    expect(plain((await pdf(monthProgrammePath(month))).heard[0])).toContain('Rien n’est encore annoncé');
    for (const wrong of ['2026-13', '0000-01', '9999-12'])
      expect((await hub.get(`${printPath}/${wrong}.pdf`)).status).toBe(404);
  });
});

describe('the leaflet of a municipality', () => {
  it('has its dates alone, on two sides', async () => {
    await anEvent({ title: 'Ici même', venueId: await aVenue() });
    await anEvent({ title: 'Ailleurs', venueId: await aVenue('Salle', 'Pipriac', '35550') });
    for (const panels of [2, 3] as const) {
      const read = await pdf(leafletPath('35126', panels));
      expect(read.pages).toHaveLength(2);
      expect(read.sizes[0]).toEqual([841.89, 595.28]);
      expect(read.heard[0]).toContain('Guichen');
      expect(read.heard[1]).toContain('Ici même');
      expect(read.heard.join(' ')).not.toContain('Ailleurs');
    }
    expect((await hub.get(leafletPath('99999'))).status).toBe(404);
  });

  it('says that the site has more when the sheet is full', async () => {
    const venueId = await aVenue();
    for (let at = 0; at < 45; at++)
      await anEvent({ title: `Atelier numéro ${at}`, startsOn: day(1 + (at % 28)), venueId });
    const read = await pdf(leafletPath('35126'));
    expect(read.pages).toHaveLength(2);
    expect(read.heard[0]).toContain('d’autres dates vous attendent');
  });
});

describe('printing from the pages', () => {
  it('offers months and municipalities', async () => {
    await anEvent({ venueId: await aVenue() });
    const html = await (await hub.get(printPath)).text();
    expect(html).toContain(`href="${monthProgrammePath(month, 'A3')}"`);
    expect(html).toContain(`href="${leafletPath('35126', 2)}"`);
    expect(await (await hub.get('/agenda')).text()).toContain(`href="${printPath}"`);
  });

  it('gives the team the sheet of a day, and nobody else', async () => {
    await anEvent({
      title: 'Visite guidée',
      contactName: 'Maëlle',
      contactPhone: '02 61 91 00 01',
      venueId: await aVenue(),
    });
    const path = officePaths.daySheet(Temporal.PlainDate.from(day(12)));
    const words = plain((await pdf(path, employee.cookie)).heard[0]);
    expect(words).toContain('14 h – 16 h 30 Visite guidée La Halle, Guichen');
    expect(words).toContain('Maëlle 02 61 91 00 01');
    expect((await hub.get(path, await hub.signIn('member'))).status).toBe(404);
    expect(await pdf('/gestion/agenda/feuille-du-jour.pdf?jour=2026-02-31', employee.cookie)).toBeDefined();
  });
});
