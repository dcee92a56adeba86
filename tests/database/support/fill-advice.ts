import { sql } from 'drizzle-orm';
import { addReadyAnswer } from '#modules/advice/commands/keep-ready-answers.ts';
import { arrangeAdviceRequest } from '#modules/advice/commands/arrange-advice-request.ts';
import { noteOnRequest } from '#modules/advice/commands/note-on-request.ts';
import { offerSlots } from '#modules/advice/commands/keep-slots.ts';
import { setAdviceContact } from '#modules/advice/commands/keep-advice-contacts.ts';
import { setAdviceRules } from '#modules/advice/commands/set-advice-rules.ts';
import { openAdviceLinks } from '#modules/advice/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What asking the hub left in it. */
export interface FilledAdvice {
  request: string;
  slot: string;
  readyAnswer: string;
  /** The secret of the asker's link, as she was shown it. */
  secret: string;
}

/** A request with its thread, tags, referrer and appointment; who answers, answers written in advance. */
export async function fillAdvice(site: TestSite, hub: TestHub, ctx: Context, words: string): Promise<FilledAdvice> {
  const letters = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 20);
  const { id: readyAnswer } = unwrap(await execute(ctx, addReadyAnswer, { title: words.slice(0, 80), text: words }));
  unwrap(await execute(ctx, setAdviceContact, { situation: '', name: words, role: words, phone: '02 61 91 55 55' }));
  unwrap(await execute(ctx, setAdviceRules, { answerDays: 2 }));
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 3 }).toString();
  const slots = { day, time: '10:00', minutes: 30, count: 2, mode: 'place', place: words, hostName: words } as const;
  const [slot = '', left = ''] = unwrap(await execute(ctx, offerSlots, slots)).ids;
  const sent = await hub.post('/contact', {
    name: words.slice(0, 100),
    reach: `visiteur@${letters}.example`,
    message: words,
    situation: 'projet',
    callWhen: words.slice(0, 200),
    referrer: words.slice(0, 80),
    bilan: words,
    joindre: 'oui',
    sujet: words,
    slot,
    _cle: ctx.newId(),
  });
  const secret = new URL(sent.headers.get('location') ?? '', hub.origin).searchParams.get('suivi') ?? '';
  await hub.post(`/demande/${secret}/message`, { message: words });
  const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from advice_requests`);
  const request = rows[0]?.id ?? '';
  unwrap(await execute(ctx, noteOnRequest, { id: request, kind: 'note', text: words }));
  const links = openAdviceLinks(site.site.deps.settings.secret, async () => hub.origin);
  const follow = { id: request, situation: 'projet', referrer: words.slice(0, 80), tags: [words.slice(0, 40)] };
  unwrap(await execute(ctx, arrangeAdviceRequest(links), { ...follow, assignedToId: ctx.actor?.personId ?? null }));
  return { request, slot: left, readyAnswer, secret };
}
