import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEvent, saveEvent } from '#modules/agenda/index.ts';
import { saveShift } from '#modules/programme/commands/keep-shifts.ts';
import { saveProgramme } from '#modules/programme/commands/save-programme.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { aCourse } from '#modules/training/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
let hub: TestHub;
/** Forms open to all that write to the address typed in them. */
let forms: { path: string; fields: (email: string) => Record<string, string> }[];
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  const ctx = await hub.context((await hub.person('employee')).actor);
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 20 }).toString();
  const fields = { title: 'Forum', startsOn: day, startsAt: '09:00', endsAt: '18:00' };
  const { id: eventId } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const open = { isPublished: true, takesStands: true, takesVolunteers: true };
  unwrap(await execute(ctx, saveProgramme, { eventId, version: null, ...open }));
  const shift = { task: 'Accueil', when: { day, from: '08:00', to: '09:00' }, wanted: 90 };
  const { id: shiftIds } = unwrap(await execute(ctx, saveShift, { eventId, id: null, version: null, fields: shift }));
  const slug = (await readEvent(ctx.db, eventId))?.slug ?? '';
  const course = await aCourse(ctx);
  const offer = await anOffer(ctx, {}, { title: 'Visite' });
  const name = 'Quelqu’un';
  forms = [
    { path: `/agenda/${slug}/benevoles`, fields: (email) => ({ name, email, shiftIds }) },
    { path: `/agenda/${slug}/stands`, fields: (email) => ({ name, activity: 'Miel', contactName: name, email }) },
    { path: `/formations/${course.slug}/prevenir`, fields: (email) => ({ name, email }) },
    { path: `/agenda/${offer.slug}/inscription`, fields: (email) => ({ 'p0-name': name, 'p0-email': email }) },
  ];
});
afterAll(() => site.close());

test('nobody’s mailbox is filled by strangers who type its address, and others still hear', async () => {
  const letters = async (): Promise<Record<string, number>> => {
    const { rows } = await site.database.ownerPool.query<{ who: string; count: number }>(
      `select kind || ' ' || recipient as who, count(*)::int as count from mail_messages where hub_id = $1 group by 1`,
      [hub.id],
    );
    return Object.fromEntries(rows.map(({ who, count }) => [who, count]));
  };
  for (const { path, fields } of forms) {
    for (let time = 0; time < 25; time += 1) {
      const email = time % 2 === 0 ? 'victime@essai.example' : 'Victime@Essai.example';
      expect((await hub.post(path, fields(email))).status, path).toBe(303);
    }
    expect((await hub.post(path, fields('autre@essai.example'))).status).toBe(303);
  }
  const told = Object.entries(await letters());
  const most = Math.max(...told.filter(([who]) => /victime/i.test(who)).map(([, count]) => count));
  expect(most).toBeLessThanOrEqual(20);
  const named = (kind: string, who: RegExp) =>
    told.filter(([what]) => what.startsWith(kind) && who.test(what)).reduce((sum, [, count]) => sum + count, 0);
  for (const kind of ['programme.volunteer', 'programme.stand', 'training.confirm-interest'])
    expect([kind, named(kind, /victime/i), named(kind, /autre/)]).toEqual([kind, 5, 1]);
  expect([named('registration.', /victime/i), named('registration.', /autre/)]).toEqual([20, 1]);
});
