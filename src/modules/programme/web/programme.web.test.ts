import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEvent, saveEvent } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { readPdf } from '#platform/pdf/testing/read-pdf.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import {
  officePaths,
  programmeCalendarPath,
  programmePath,
  programmePdfPath,
  standsPath,
  volunteersPath,
} from '../paths.ts';
import {
  readRooms,
  readShifts,
  readSlots,
  readStands,
  readVolunteers,
  readZones,
} from '../queries/stored-programme.ts';

let test: TestSite;
let hub: TestHub;
let employee: TestPerson;
let id: string;
let slug: string;
const day = Temporal.Now.plainDateISO('Europe/Paris').add({ days: 30 }).toString();

beforeAll(async () => {
  test = await openTestSite();
});
afterAll(() => test.close());
beforeEach(async () => {
  hub = await test.hub();
  employee = await hub.person('employee');
  const ctx = await hub.context(employee.actor);
  const fields = { title: 'Forum de la coopération', startsOn: day, startsAt: '09:00', endsAt: '18:00' };
  id = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields })).id;
  slug = (await readEvent(ctx.db, id))?.slug ?? '';
});

const db = async () => (await hub.context()).db;
const page = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const send = (path: string, fields: Record<string, string | string[]>) => hub.post(path, fields, employee.cookie);

/** The team opens the day: a room, three moments, a zone, two shifts. */
async function fill(
  settings: Record<string, string> = { isPublished: 'oui', takesStands: 'oui', takesVolunteers: 'oui' },
) {
  expect((await send(officePaths.settings(id), settings)).status).toBe(303);
  for (const name of ['Halle', 'Préau']) await send(officePaths.rooms(id), { name, capacity: '40' });
  const [halle, preau] = await readRooms(await db(), id);
  const slot = (title: string, from: string, to: string, more: Record<string, string>) =>
    send(officePaths.addSlot(id), { kind: 'talk', title, day, from, to, ...more });
  await slot('La monnaie locale', '10:00', '10:15', { roomId: halle?.id ?? '', speakers: 'Ana Riou, La Tablée' });
  await slot('Atelier trésorerie', '10:00', '11:30', { kind: 'workshop', roomId: preau?.id ?? '' });
  await slot('Repas partagé', '12:30', '14:00', { kind: 'pause' });
  await send(officePaths.zones(id), { name: 'Place', places: '2', sockets: '1', walls: '0' });
  const shift = (task: string, from: string, to: string) =>
    send(officePaths.addShift(id), { task, day, from, to, wanted: '1' });
  await shift('Accueil', '08:00', '10:00');
  await shift('Vaisselle', '14:00', '16:00');
}

describe('the programme', () => {
  it('is the team’s alone until it is published, then stands on the page of the event', async () => {
    await fill({});
    expect((await hub.get(programmePath(slug))).status).toBe(404);
    expect((await hub.get(programmePdfPath(slug))).status).toBe(404);
    expect(await page(`/agenda/${slug}`)).not.toContain('La monnaie locale');
    expect(await page(programmePath(slug), employee.cookie)).toContain('pas encore public');
    await send(officePaths.settings(id), { isPublished: 'oui' });
    expect(await page(`/agenda/${slug}`)).toContain('La monnaie locale');
    const html = plain(await page(programmePath(slug)));
    for (const said of ['La monnaie locale', 'Ana Riou', 'Halle', 'jusqu’à 10 h 15', 'Repas partagé'])
      expect(html).toContain(said);
  });

  it('shows by room, narrows, and keeps a choice in the address, on paper and in a calendar', async () => {
    await fill();
    const [talk, workshop] = await readSlots(await db(), id);
    expect(plain(await page(`${programmePath(slug)}?vue=salles`))).toMatch(/<h2>Halle<\/h2>[\s\S]*<h2>Préau<\/h2>/);
    const narrowed = await page(`${programmePath(slug)}?type=workshop`);
    expect(narrowed).toContain('Atelier trésorerie');
    expect(narrowed).not.toContain('La monnaie locale');
    const asked = `choix=${talk?.id}&choix=${workshop?.id}`;
    const kept = plain(await page(`${programmePath(slug)}?vue=choix&${asked}`));
    expect(kept).toContain('2 moments gardés');
    expect(kept).toContain('tombent en même temps');
    expect(kept).not.toContain('Repas partagé');
    const calendar = await page(`${programmeCalendarPath(slug)}?choix=${talk?.id}`);
    expect(calendar).toContain('SUMMARY:La monnaie locale');
    expect(calendar).toContain('LOCATION:Halle');
    expect(calendar).not.toContain('Atelier');
    const pdf = async (path: string, cookie?: string) =>
      readPdf(new Uint8Array(await (await hub.get(path, cookie)).arrayBuffer()));
    const paper = await pdf(`${programmePdfPath(slug)}?choix=${talk?.id}`);
    expect(plain(paper.heard.join(' '))).toContain('Ma sélection');
    expect(paper.heard.join(' ')).not.toContain('Atelier trésorerie');
    expect((await pdf(programmePdfPath(slug))).heard.join(' ')).toContain('Atelier trésorerie');
    expect((await pdf(officePaths.grid(id), employee.cookie)).pages.length).toBe(3);
  });

  it('tells the team what clashes beside the field, and keeps what was typed', async () => {
    await fill();
    const [halle] = await readRooms(await db(), id);
    const typed = { kind: 'talk', title: 'En trop <b>', day, from: '10:05', to: '10:20', roomId: halle?.id ?? '' };
    const response = await send(officePaths.addSlot(id), typed);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('La salle est prise');
    expect(html).toContain('value="En trop &lt;b>"');
    await send(officePaths.move(id), { days: '3', minutes: '0' });
    expect(plain(await page(officePaths.programme(id), employee.cookie))).toContain('où le rendez-vous n’a pas lieu');
  });

  it('is kept by the team alone', async () => {
    await fill();
    for (const path of [
      officePaths.programme(id),
      officePaths.stands(id),
      officePaths.volunteersCsv(id),
      officePaths.grid(id),
    ]) {
      expect((await hub.get(path)).status).not.toBe(200);
      expect((await hub.get(path, await hub.signIn('member'))).status).toBe(404);
      expect((await hub.get(path, employee.cookie)).status).toBe(200);
    }
  });
});

describe('stands', () => {
  it('are asked for without account, followed by a private link, accepted where they fit, and given up', async () => {
    await fill();
    const fields = { name: 'Le Fournil', activity: 'Soupes', email: 'fournil@courriel.example', needsSocket: 'oui' };
    const asked = await hub.post(standsPath(slug), fields);
    const link = asked.headers.get('location') ?? '';
    expect(link).toMatch(/\/stands\/[\w-]{64}$/);
    expect((await hub.get(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    const own = await hub.get(link);
    expect([own.headers.get('cache-control'), own.headers.get('referrer-policy')]).toEqual([
      'private, no-store',
      'same-origin',
    ]);
    const [stand] = await readStands(await db(), id);
    expect(await page('/gestion', employee.cookie)).toContain('demande de stand');
    expect(await page(programmePath(slug))).not.toContain('Le Fournil');
    const [zone] = await readZones(await db(), id);
    const answer = { verdict: 'accepted', version: '1', zoneId: zone?.id ?? '', mark: 'B1', answer: 'Bienvenue' };
    await send(officePaths.answerStand(id, stand?.id ?? ''), answer);
    expect(await page(link)).toContain('Bienvenue');
    const html = await page(programmePath(slug));
    expect(html).toContain('Le Fournil');
    expect(html).not.toContain('fournil@courriel.example');
    expect(await page(officePaths.standsCsv(id), employee.cookie)).toContain('fournil@courriel.example');
    await hub.post(link, {});
    expect(await page(programmePath(slug))).not.toContain('Soupes');
  });

  it('are refused beside the field, and not asked for when closed', async () => {
    await fill({ isPublished: 'oui' });
    expect((await hub.get(standsPath(slug))).status).toBe(404);
    expect((await hub.post(standsPath(slug), { name: 'X', email: 'x@courriel.example' })).status).toBe(404);
    await send(officePaths.settings(id), { isPublished: 'oui', takesStands: 'oui' });
    const response = await hub.post(standsPath(slug), { name: 'Le Fournil', tables: 'deux', activity: 'Soupes' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Soupes');
    expect(html).toContain('value="deux"');
  });
});

describe('volunteers', () => {
  it('take shifts without account and give them up by their link; a full one is refused', async () => {
    await fill();
    const [first, second] = await readShifts(await db(), id);
    const shiftIds = [first?.id ?? '', second?.id ?? ''];
    const typed = { name: 'Ana Riou', email: 'ana@courriel.example' };
    const taken = await hub.post(volunteersPath(slug), { ...typed, shiftIds });
    expect(taken.headers.get('location')).toBe(programmePath(slug));
    const letters = async () => {
      const { rows } = await (
        await db()
      ).execute<{ body: string }>(
        sql`select body::text as body from mail_messages where kind = 'programme.volunteer' and recipient = ${typed.email} order by created_at, id`,
      );
      return rows.map(({ body }) => plain(body));
    };
    const [link = ''] = /\/agenda\/[\w-]+\/benevoles\/[\w-]{64}/.exec((await letters()).at(-1) ?? '') ?? [];
    expect(plain(await page(link))).toContain('Accueil');
    expect(plain(await page(volunteersPath(slug)))).toContain('il y a assez de monde');
    const late = await hub.post(volunteersPath(slug), {
      name: 'Zoé',
      phone: '02 61 91 00 09',
      shiftIds: [shiftIds[0] ?? ''],
    });
    expect(late.status).toBe(422);
    expect(plain(await late.text())).toContain('« Accueil » est complet');
    await hub.post(link, { shiftId: shiftIds[0] ?? '' });
    expect(plain(await page(volunteersPath(slug)))).toContain('1 place libre');
    // Whoever types her mail reads what anyone reads, even for what would clash with what she took.
    const clash = { task: 'Buvette', day: second?.starts.toPlainDate().toString() ?? '', from: '', to: '' };
    const hour = (time: Temporal.PlainDateTime | undefined) => time?.toPlainTime().toString().slice(0, 5) ?? '';
    await send(officePaths.addShift(id), { ...clash, from: hour(second?.starts), to: hour(second?.ends), wanted: '9' });
    const same = (await readShifts(await db(), id)).find(({ task }) => task === 'Buvette')?.id ?? '';
    const readBy = async (email: string) => {
      const answer = await hub.post(volunteersPath(slug), { name: 'Qui ?', email, shiftIds: [same] });
      return [answer.status, answer.headers.get('location'), await answer.text()];
    };
    expect(await readBy(typed.email)).toEqual(await readBy('inconnue@courriel.example'));
    expect((await letters()).at(-1)).toContain('donc pas noté');
    expect(plain(await page(link))).not.toContain('Buvette');
    expect(await readVolunteers(await db(), id)).toHaveLength(2);
    // By phone alone, the page itself is her way back.
    const called = await hub.post(volunteersPath(slug), { name: 'Zoé', phone: '02 61 91 00 09', shiftIds: [same] });
    const own = called.headers.get('location') ?? '';
    expect(own).toMatch(/\/benevoles\/[\w-]{64}$/);
    // Whoever types her phone after her reads what anyone reads: a page of its own, without what she took.
    const again = await hub.post(volunteersPath(slug), { name: 'Qui ?', phone: '+33 2 61 91 00 09', shiftIds: [same] });
    const other = again.headers.get('location') ?? '';
    expect([again.status, other === own, /\/benevoles\/[\w-]{64}$/.test(other)]).toEqual([303, false, true]);
    expect(plain(await page(other))).not.toContain('Zoé');
  });

  it('are written down by the team, printed and exported', async () => {
    await fill();
    const [shift] = await readShifts(await db(), id);
    await send(officePaths.enrol(id, shift?.id ?? ''), { name: '=Yves', phone: '02 61 91 00 03' });
    const html = plain(await page(officePaths.volunteers(id), employee.cookie));
    expect(html).toContain('=Yves');
    expect(html).toContain('1 bénévole, 1 place à couvrir');
    expect(await page(officePaths.volunteersCsv(id), employee.cookie)).toContain(`"'=Yves"`);
    const bytes = new Uint8Array(await (await hub.get(officePaths.shiftsPdf(id), employee.cookie)).arrayBuffer());
    expect(plain(readPdf(bytes).heard.join(' '))).toContain('=Yves, 02 61 91 00 03');
    const [volunteer] = await readVolunteers(await db(), id);
    await send(officePaths.leave(id, shift?.id ?? ''), { volunteerId: volunteer?.id ?? '' });
    expect(await readVolunteers(await db(), id)).toEqual([]);
  });
});
