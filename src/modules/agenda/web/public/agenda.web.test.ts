import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { readEvent, saveEvent, saveVenue, type EventInput } from '../../index.ts';

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

const today = () => Temporal.Now.plainDateISO('Europe/Paris');
const inDays = (days: number) => today().add({ days }).toString();

type Act = 'keep' | 'propose' | 'publish';

/** Writes an event as the employee; its id, its version and its slug. */
async function anEvent(fields: Partial<EventInput> = {}, act: Act = 'publish') {
  const ctx = await hub.context(employee.actor);
  const whole = { title: 'Visite du fournil', startsOn: inDays(10), startsAt: '14:00', endsAt: '16:00', ...fields };
  const saved = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act, fields: whole }));
  const { slug = '' } = (await readEvent(ctx.db, saved.id)) ?? {};
  return { ...saved, slug, fields: whole };
}

async function aVenue(name: string, city: string, postalCode: string): Promise<string> {
  const ctx = await hub.context(employee.actor);
  return unwrap(await execute(ctx, saveVenue, { id: null, version: null, fields: { name, city, postalCode } })).id;
}

const page = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the list of dates', () => {
  it('shows what comes, the hub’s own told apart, a series once with how many follow', async () => {
    await anEvent({ title: 'Café du pôle', isOwn: true, rule: 'FREQ=WEEKLY;COUNT=12' });
    await anEvent({ title: 'Bourse aux plants', perimeter: 'member', organizers: [{ name: 'La Tablée' }] });
    const html = plain(await page('/agenda'));
    expect(html.match(/>Café du pôle</g)).toHaveLength(1);
    expect(html).toContain('et 11 autres dates');
    expect(html).toContain('Rencontre · le pôle');
    expect(html).toContain('Rencontre · La Tablée');
    expect(html).toContain('Structure adhérente du pôle');
  });

  it('narrows by what its address asks, and keeps the choice in the links of other pages', async () => {
    const guichen = await aVenue('La Halle', 'Guichen', '35580');
    await anEvent({ title: 'Visite ici', type: 'visit', venueId: guichen, isFree: true, isOwn: true });
    await anEvent({ title: 'Fête ailleurs', type: 'celebration', attendance: 'online', audiences: ['jeune'] });
    const both = ['Visite ici', 'Fête ailleurs'];
    const shown = async (query: string) => {
      const html = await page(`/agenda?${query}`);
      return both.filter((title) => new RegExp(`class="card-title"><a[^>]*>${title}<`).test(html));
    };
    expect(await shown('')).toEqual(both);
    expect(await shown('type=visite')).toEqual(['Visite ici']);
    expect(await shown('de=pole')).toEqual(['Visite ici']);
    expect(await shown('de=partenaires')).toEqual(['Fête ailleurs']);
    expect(await shown('commune=35126')).toEqual(['Visite ici']);
    expect(await shown('public=jeune')).toEqual(['Fête ailleurs']);
    expect(await shown('gratuit=oui')).toEqual(['Visite ici']);
    expect(await shown('en-ligne=oui')).toEqual(['Fête ailleurs']);
    expect(await shown(`du=${inDays(10)}&au=${inDays(10)}`)).toEqual(both);
    expect(await shown(`du=${inDays(11)}`)).toEqual([]);
    expect(await shown('type=%27%3Bdrop&commune=%3Cb%3E&du=2026-02-31&page=-4')).toEqual(both);
    expect(await page('/agenda/integrer?type=visite')).toContain('/agenda/cadre/liste?type=visite');
  });

  it('is never empty: the last ones and how to propose stand in for what comes', async () => {
    expect(await page('/agenda')).toContain('/agenda/proposer');
    await anEvent({ title: 'Forum d’hier', startsOn: inDays(-3) });
    const html = await page('/agenda');
    expect(html).toContain('Ce qui vient de se passer');
    expect(html).toContain('Forum d’hier');
    expect(await page('/agenda/passes')).toContain('Forum d’hier');
    expect(await page(`/agenda/passes?annee=${today().year - 3}`)).not.toContain('Forum d’hier');
  });

  it('says nothing of drafts, of what waits to be read, of what another hub does', async () => {
    const other = await test.hub();
    await anEvent({ title: 'Brouillon secret' }, 'keep');
    await anEvent({ title: 'Bal public' });
    const month = today().add({ days: 10 }).toPlainYearMonth().toString();
    const views = [
      '/agenda',
      `/agenda/mois/${month}`,
      '/agenda/communes',
      '/agenda/carte',
      '/agenda/cadre/liste',
      '/',
      '/sitemap.xml',
    ];
    for (const path of views) {
      expect(await page(path), path).not.toMatch(/Brouillon secret|brouillon-secret/);
      expect(await (await other.get(path)).text(), path).not.toMatch(/Bal public|bal-public/);
    }
    expect(await page('/')).toContain('Bal public');
  });
});

describe('the month', () => {
  it('is a table with its days off, and each date on each of its days', async () => {
    const first = today().add({ months: 1 }).with({ day: 14 });
    await anEvent({
      title: 'Festival',
      startsOn: first.toString(),
      startsAt: null,
      endsAt: null,
      endsOn: first.add({ days: 2 }).toString(),
    });
    const html = await page(`/agenda/mois/${first.toPlainYearMonth().toString()}`);
    expect(html.match(/>Festival</g)).toHaveLength(3);
    expect(html).toContain(`href="/agenda?du=${first.toString()}&amp;au=${first.toString()}"`);
    const december = today().with({ month: 12, day: 1 }).toPlainYearMonth().toString();
    expect(await page(`/agenda/mois/${december}`)).toContain('>Noël<');
  });

  it('leads past the days that went by, in the month it is and no other', async () => {
    const current = today().toPlainYearMonth();
    const html = await page(`/agenda/mois/${current.toString()}`);
    expect(html.match(/<td[^>]* id="aujourd-hui"[^>]* data-day="([^"]*)"/)?.[1]).toBe(today().toString());
    expect(html.includes('href="#aujourd-hui"')).toBe(today().day > 1);
    expect(await page(`/agenda/mois/${current.add({ months: 1 }).toString()}`)).not.toContain('aujourd-hui');
  });

  it('shows few lines of a full day and the way to the others', async () => {
    for (let at = 1; at <= 6; at++) await anEvent({ title: `Stand ${at}` });
    const month = today().add({ days: 10 }).toPlainYearMonth().toString();
    const html = plain(await page(`/agenda/mois/${month}`));
    expect(html).toContain('et 2 autres');
    expect(html.match(/>Stand \d</g)).toHaveLength(4);
  });

  it('answers 404 to what is no month near enough', async () => {
    for (const month of ['2026-13', '1999-01', '2999-01', 'mars', '..%2F'])
      expect((await hub.get(`/agenda/mois/${month}`)).status, month).toBe(404);
  });
});

describe('the page of an event', () => {
  it('says what, when, where and whom to ask, never a mail address', async () => {
    const venueId = await aVenue('La Halle', 'Guichen', '35580');
    const { slug } = await anEvent({
      type: 'visit',
      isOwn: true,
      venueId,
      placeNote: 'Entrée par la cour',
      contactPhone: '02 61 91 00 01',
      contactEmail: 'orga@fournil.example',
      body: '<p>On goûte.</p><script>alert(1)</script>',
      conditions: 'Prix libre',
    });
    const html = plain(await page(`/agenda/${slug}`));
    for (const words of [
      'de 14 h à 16 h · Guichen',
      'Visite · le pôle',
      'Entrée par la cour',
      '02 61 91 00 01',
      'Prix libre',
      'On goûte.',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('orga@fournil.example');
    expect(html).not.toContain('alert(1)');
    expect(html).toContain(`href="/agenda/${slug}.ics"`);
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '[]',
    ) as object[];
    expect(data[0]).toMatchObject({
      '@type': 'Event',
      eventStatus: 'https://schema.org/EventScheduled',
      location: [{ '@type': 'Place', name: 'La Halle', address: { addressLocality: 'Guichen' } }],
    });
  });

  it('passes a question on to the organisers, whose address stays hidden', async () => {
    const { slug } = await anEvent({ contactEmail: 'orga@fournil.example' });
    const form = await page(`/agenda/${slug}/ecrire`);
    const key = /name="_cle" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const sent = { _cle: key, fromName: 'Ida', fromEmail: 'ida@ailleurs.example', message: 'Peut-on venir à vélo ?' };
    expect((await hub.post(`/agenda/${slug}/ecrire`, { ...sent, fromEmail: 'ida' })).status).toBe(422);
    expect((await hub.post(`/agenda/${slug}/ecrire`, sent)).status).toBe(303);
    const { db } = await hub.context();
    const { rows } = await db.execute(
      sql`select recipient as to from mail_messages where kind = 'agenda.relayed-message'`,
    );
    expect(rows).toEqual([{ to: 'orga@fournil.example' }]);
    const silent = await anEvent({ title: 'Sans contact' });
    expect((await hub.get(`/agenda/${silent.slug}/ecrire`)).status).toBe(404);
  });

  it('hides a draft from strangers, and shows it to the team with a banner', async () => {
    const { slug } = await anEvent({ title: 'Brouillon secret' }, 'keep');
    const member = await hub.signIn('member');
    expect((await hub.get(`/agenda/${slug}`)).status).toBe(404);
    expect((await hub.get(`/agenda/${slug}`, member)).status).toBe(404);
    expect((await hub.get(`/agenda/${slug}/ecrire`)).status).toBe(404);
    expect(await page(`/agenda/${slug}`, employee.cookie)).toContain('l’équipe seule voit cette page');
  });

  it('tells that it is called off, postponed or elsewhere, with the word of the team', async () => {
    const { slug, id, fields } = await anEvent();
    const ctx = await hub.context(employee.actor);
    unwrap(
      await execute(ctx, saveEvent, {
        id,
        version: 1,
        act: 'publish',
        fields: { ...fields, state: 'cancelled', stateNote: 'La boulangère est malade.' },
      }),
    );
    const html = await page(`/agenda/${slug}`);
    expect(html).toContain('Ce rendez-vous est annulé.');
    expect(html).toContain('La boulangère est malade.');
    expect(html).toContain('EventCancelled');
    expect(html).not.toContain('Ajouter à mon calendrier');
    expect(await page('/agenda')).toContain('>Annulé<');
  });

  it('keeps the former addresses, and sends to one date of a series', async () => {
    const { slug } = await anEvent({ title: 'Permanence', rule: 'FREQ=WEEKLY;COUNT=4' });
    const { db } = await hub.context();
    await db.execute(sql`insert into agenda_event_slugs (slug, event_id, since)
      select 'ancienne-adresse', id, now() from agenda_events where slug = ${slug}`);
    const moved = await hub.get('/agenda/ancienne-adresse');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/agenda/${slug}`]);
    const third = `${inDays(24)}T14:00`;
    const html = plain(await page(`/agenda/${slug}?date=${third}`));
    expect(html).toContain('Les autres dates');
    expect(html).toContain(`/agenda/${slug}.ics?date=${third}`);
    expect((await hub.get(`/agenda/${slug}?date=2001-01-01T00:00`)).status).toBe(303);
    expect((await hub.get('/agenda/jamais-vu')).status).toBe(404);
  });

  it('has a picture for networks, of what everyone may read only', async () => {
    const { slug, id } = await anEvent();
    const path = /property="og:image" content="[^"]*(\/agenda\/partage\/[^"]+)"/.exec(
      await page(`/agenda/${slug}`),
    )?.[1];
    expect(path).toBe(`/agenda/partage/${id}-1.png`);
    const drawn = await hub.get(path ?? '');
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await hub.get(`/agenda/partage/${id}-7.png`)).headers.get('location')).toBe(path);
    const draft = await anEvent({ title: 'Brouillon' }, 'keep');
    expect((await hub.get(`/agenda/partage/${draft.id}-1.png`)).status).toBe(404);
    expect((await (await test.hub()).get(path ?? '')).status).toBe(404);
  });

  it('draws hostile words as words', async () => {
    const { slug } = await anEvent({ title: '<img src=x onerror=alert(1)>', placeNote: '"><script>x</script>' });
    for (const path of [
      '/agenda',
      `/agenda/${slug}`,
      `/agenda/mois/${today().add({ days: 10 }).toPlainYearMonth().toString()}`,
    ])
      expect(await page(path), path).not.toMatch(/<img src=x|<script>x/);
  });
});

describe('on other sites', () => {
  it('the frames may be shown anywhere, keep no cookie and lead to whole addresses', async () => {
    const { slug } = await anEvent();
    for (const path of [
      '/agenda/cadre/liste',
      '/agenda/cadre/mois',
      `/agenda/cadre/mois/${today().add({ days: 10 }).toPlainYearMonth().toString()}`,
    ]) {
      const response = await hub.get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get('x-frame-options'), path).toBeNull();
      expect(response.headers.get('content-security-policy'), path).not.toContain("frame-ancestors 'none'");
      expect(response.headers.get('set-cookie'), path).toBeNull();
    }
    expect(await page('/agenda/cadre/liste')).toMatch(new RegExp(`href="http[^"]*/agenda/${slug}" target="_blank"`));
    expect((await hub.get('/agenda')).headers.get('content-security-policy')).toContain('frame-ancestors');
  });
});
