import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailCopy } from '#platform/mail/mail-carrier.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { answerPurpose } from '../reader-paths.ts';
import { openCopyWriter } from '../sending/copy-writer.ts';
import { sendSlice } from '../sending/send-slice.ts';
import { mailingPersonalData } from '../personal-data.ts';
import { unreadReplies } from '../replies/queries/replies.ts';
import { replySecret } from '../replies/reply-address.ts';
import { fakeCarrier, hub as signature } from '../testing/builders.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { readMailing } from '../queries/read-mailing.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(() => site.close());

const list = '/gestion/envois/lettre-des-acteurs';
const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await (await hub.context()).db.execute<Row>(query)).rows as Row[];
const act = (id: string, what: string) => hub.post(`${list}/${id}/faire`, { act: what }, employee.cookie);
const states = async (editionId: string) =>
  rows<{ title: string; state: string }>(
    sql`select title, state from edition_contributions where edition_id = ${editionId} order by position`,
  );

async function open(title: string, closesOn = '2099-03-31'): Promise<string> {
  const answer = await hub.post(
    `${list}/ouvrir`,
    { title, question: 'Qu’avez-vous de neuf ?', closesOn },
    employee.cookie,
  );
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

/** Lets the question leave to one; where she answers by mail. */
const letLeaveTo = async (): Promise<string> => (await leave())[0]?.replyTo ?? '';

/** Lets the question leave; the link that each received, by address. */
async function letLeave(): Promise<Map<string, string>> {
  return new Map(
    (await leave()).map(({ to, html, text }) => {
      const [link = ''] = /\/quoi-de-neuf\/[\w-]+/.exec(html) ?? [];
      expect(text).toContain(link);
      return [to.address, link];
    }),
  );
}

async function leave(): Promise<readonly MailCopy[]> {
  const ctx = await hub.context();
  const links = openSignedIds(site.site.deps.settings.secret);
  const { carrier, sent } = fakeCarrier();
  for (const { id } of await rows<{ id: string }>(sql`select id from mailings where state = 'sending'`)) {
    const mailing = await readMailing(ctx.db, id);
    if (!mailing) throw new Error('no such mailing');
    const writer = openCopyWriter(mailing, {
      hubId: hub.id,
      hub: { ...signature, origin: hub.origin },
      settings: await readMailingSettings(ctx.db),
      links,
    });
    await sendSlice(ctx, id, { carrier, writer, domainPace: null });
  }
  return sent;
}

const news = {
  title: 'La serre est montée',
  body: 'Trente personnes ont monté la serre du jardin partagé, il manque des tuteurs.',
  structureName: 'Jardins du Semnon',
  authorName: 'Maëlle',
  href: 'jardins.example/serre',
};

describe('the letter of the actors', () => {
  it('is asked of the members, written without account, read again, and sent like any mailing', async () => {
    const member = await hub.person('member');
    await hub.person('contributor');
    const id = await open('Ce qui bouge chez nous');
    expect((await act(id, 'demander')).status).toBe(303);
    const asked = await letLeave();
    expect(asked.size).toBe(1);
    const [link = ''] = asked.values();
    expect(link).not.toContain('mon-lien');
    // Asked once: asking again finds nobody left.
    await act(id, 'demander');
    expect((await letLeave()).size).toBe(0);

    const page = await hub.get(link);
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(await page.text()).toContain(member.actor.name.replaceAll('’', '’'));
    const short = await hub.post(link, { ...news, body: 'Bref' });
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('La serre est montée')]);
    const photo = new File(
      [
        new Uint8Array(
          await sharp({ create: { width: 60, height: 40, channels: 3, background: '#3a6' } })
            .png()
            .toBuffer(),
        ),
      ],
      'serre.png',
      { type: 'image/png' },
    );
    expect((await hub.post(link, { ...news, photo_file: photo, photo_alternative: 'La serre' })).status).toBe(303);
    expect((await hub.post(link, { ...news, title: 'La serre est debout' })).status).toBe(303);
    expect(await states(id)).toEqual([{ title: 'La serre est debout', state: 'proposed' }]);

    // A stranger does not see the photo before the letter is made.
    const [{ picture, contribution } = { picture: '', contribution: '' }] = await rows<{
      picture: string;
      contribution: string;
    }>(sql`select picture_id as picture, id as contribution from edition_contributions where edition_id = ${id}`);
    expect(picture).not.toBe('');
    const visibility = async () => (await rows(sql`select visibility from stored_images where id = ${picture}`))[0];
    expect(await visibility()).toEqual({ visibility: 'staff' });

    const typed = {
      title: 'Un four à pain',
      body: 'Le fournil cherche du bois sec.',
      structureName: 'Le Fournil',
      source: 'mail',
    };
    expect((await hub.post(`${list}/${id}/contribuer`, typed, employee.cookie)).status).toBe(303);
    expect((await act(id, `mettre-en-page`)).status).toBe(303);
    expect(await rows(sql`select count(*)::int as items from mailing_items where kind = 'contribution'`)).toEqual([
      { items: 1 },
    ]);
    expect((await act(id, `retenir.${contribution}`)).status).toBe(303);
    expect(await states(id)).toEqual([
      { title: 'La serre est debout', state: 'proposed' },
      { title: 'Un four à pain', state: 'accepted' },
    ]);
  });

  it('keeps what was retained, in the order given, and closes', async () => {
    const id = await open('Printemps');
    for (const title of ['Un', 'Deux', 'Trois'])
      await hub.post(`${list}/${id}/contribuer`, { ...news, title: `${title} mot`, source: 'team' }, employee.cookie);
    const ids = await rows<{ id: string }>(
      sql`select id from edition_contributions where edition_id = ${id} order by position`,
    );
    await act(id, `monter.${ids[2]?.id}`);
    await act(id, `ecarter.${ids[0]?.id}`);
    const sheet = `${list}/${id}/contributions/${ids[1]?.id}`;
    expect((await hub.post(sheet, { ...news, title: 'Deux mots', version: '1' }, employee.cookie)).status).toBe(303);
    expect((await hub.post(sheet, { ...news, title: 'Perdu', version: '1' }, employee.cookie)).status).toBe(422);
    await act(id, 'clore');
    const made = await act(id, 'mettre-en-page');
    const [{ mailing, slug } = { mailing: '', slug: '' }] = await rows<{ mailing: string; slug: string }>(
      sql`select m.id as mailing, m.slug from mailings m join network_editions e on e.mailing_id = m.id where e.id = ${id}`,
    );
    expect(made.headers.get('location')).toContain(mailing);
    expect(
      await rows(sql`select title, by_name, href from mailing_items where mailing_id = ${mailing} order by position`),
    ).toEqual([
      { title: 'Trois mot', by_name: 'Jardins du Semnon', href: `/lettres/${slug}` },
      { title: 'Deux mots', by_name: 'Jardins du Semnon', href: `/lettres/${slug}` },
    ]);
    expect((await hub.get(`/gestion/envois/${mailing}`, employee.cookie)).status).toBe(200);
    // Not in the archive before it left; no act changes it any more.
    expect((await hub.get(`/lettres/${slug}`)).status).toBe(404);
    expect((await hub.get(`${list}/${id}/contribuer`, employee.cookie)).status).toBe(404);
  });

  it('is closed to late answers, made-up links, other hubs, and to all but the team', async () => {
    await hub.person('member');
    const id = await open('Été');
    await act(id, 'demander');
    const links = [...(await letLeave()).values()];
    const [link = ''] = links;
    expect(links.length).toBeGreaterThan(0);
    const other = await site.hub();
    expect((await other.get(link)).status).toBe(404);
    expect((await hub.get(`${link}A`)).status).toBe(404);
    // A copy of another mailing is no invitation.
    const [{ id: copy } = { id: '' }] = await rows<{ id: string }>(sql`select gen_random_uuid() as id`);
    const stray = openSignedIds(site.site.deps.settings.secret).write(answerPurpose, hub.id, copy);
    expect((await hub.get(`/quoi-de-neuf/${stray}`)).status).toBe(404);
    await rows(sql`update network_editions set closes_on = '2020-01-01' where id = ${id}`);
    expect(await (await hub.get(link)).text()).toContain('Cette lettre est close.');
    expect((await hub.post(link, news)).status).toBe(422);
    expect(await states(id)).toEqual([]);
    const { cookie } = await hub.person('member');
    for (const path of [list, `${list}/${id}`, `${list}/${id}/contribuer`]) {
      expect((await hub.get(path, cookie)).status).toBe(404);
      expect((await hub.get(path, employee.cookie)).status).toBe(200);
    }
    expect((await hub.post(`${list}/${id}/faire`, { act: 'clore' }, cookie)).status).toBe(404);
    expect(site.failures).toEqual([]);
  });

  it('is answered by mail too: read again before anyone reads it, once, whatever the message says of its sender', async () => {
    const ctx = await hub.context();
    await rows(sql`update person_roles set ends_at = now() where role = 'member'`);
    const { actor } = await hub.person('member');
    const [{ address } = { address: '' }] = await rows<{ address: string }>(
      sql`select normalised as address from contact_points where person_id = ${actor.personId} and kind = 'email'`,
    );
    await rows(sql`insert into mailing_settings (replies_to, updated_at) values ('reponses@pole.example', now())`);
    const id = await open('Automne');
    await act(id, 'demander');
    const replyTo = await letLeaveTo();
    expect(replyTo).toMatch(/^reponses\+[a-z2-7]{42}@pole\.example$/);
    const links = openSignedIds(site.site.deps.settings.secret);
    const door = `/messagerie/reponses/${replySecret(links, hub.id)}`;
    const write = (to: string, words: string, extra = '') => {
      const body = `From: Inconnu <faux@ailleurs.example>\r\nTo: ${to}\r\nMessage-ID: <${words.length}@x>\r\n${extra}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`;
      return hub.send(door, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', 'content-length': String(Buffer.byteLength(body)) },
        body,
      });
    };
    const news = 'Notre verger donne ses premières pommes.\n<b>Venez</b> les presser samedi.';
    for (let time = 0; time < 2; time += 1) expect((await write(replyTo.toUpperCase(), news)).status).toBe(204);
    // An absence told, an address made up, a door that is not ours: nothing is kept.
    expect((await write(replyTo, 'Je suis en congé.', 'Auto-Submitted: auto-replied\r\n')).status).toBe(204);
    expect((await write(replyTo.replace(/\+./, '+9'), 'Bonjour à tous les acteurs')).status).toBe(204);
    expect((await hub.send(`${door}A`, { method: 'POST', headers: { 'content-length': '1' }, body: 'x' })).status).toBe(
      404,
    );
    expect(
      (await (await site.hub()).send(door, { method: 'POST', headers: { 'content-length': '1' }, body: 'x' })).status,
    ).toBe(404);
    // Her second answer is read by the team, and does not write over the first.
    expect((await write(replyTo, 'Ah, et aussi : le pressoir est en panne, finalement.')).status).toBe(204);
    expect(
      await rows(
        sql`select body, address, sender, contribution_id is not null as told from mailing_replies order by received_at`,
      ),
    ).toEqual([
      { body: news, address, sender: 'faux@ailleurs.example', told: true },
      { body: expect.stringContaining('pressoir'), address, sender: 'faux@ailleurs.example', told: false },
    ]);
    expect(await states(id)).toEqual([{ title: 'Notre verger donne ses premières pommes.', state: 'proposed' }]);
    const page = await (await hub.get('/gestion/envois/reponses', employee.cookie)).text();
    expect(page).toContain('&lt;b>Venez&lt;/b>');
    expect(await (await hub.get(`/gestion/personnes/${actor.personId}`, employee.cookie)).text()).toContain(
      'premières pommes',
    );
    expect((await hub.get('/gestion/envois/reponses', (await hub.person('member')).cookie)).status).toBe(404);
    const ids = [...page.matchAll(/name="ids" value="([\w-]+)"/g)].map((found) => found[1]).join(' ');
    expect((await hub.post('/gestion/envois/reponses/lues', { ids }, employee.cookie)).status).toBe(303);
    expect((await unreadReplies(ctx.db)).count).toBe(0);
    expect(await (await hub.get('/gestion/envois', employee.cookie)).text()).toMatch(/2\sréponses/);
    expect(JSON.stringify(await mailingPersonalData.export(ctx, actor.personId))).toContain('premières pommes');
    await ctx.db.transaction((tx) => mailingPersonalData.erase(tx as never, actor.personId));
    expect(await rows(sql`select 1 from mailing_replies`)).toEqual([]);
    expect(site.failures).toEqual([]);
  });
});
