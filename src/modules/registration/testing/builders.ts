import { saveEvent } from '#modules/agenda/index.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { occurrencesOf } from '#modules/agenda/index.ts';
import type { OfferInput } from '../commands/offer-fields.ts';
import { saveOffer } from '../commands/save-offer.ts';
import { openRegistrationLinks } from '../links.ts';
import type { RegistrationDependencies } from '../ports.ts';

/** What registrations need, without an application around them. */
export const someDeps: RegistrationDependencies = {
  links: openRegistrationLinks('secret of tests', async () => 'https://pole.example'),
  payments: openPaymentLinks('secret of tests'),
};

/** A public event to come, with its first date, registered for as `fields` say. `ctx` is of an employee. */
export async function anOffer(
  ctx: Context,
  fields: Partial<OfferInput> = {},
  { deps = someDeps, inDays = 30, title = 'Visite d’une menuiserie', more = {} as Record<string, unknown> } = {},
): Promise<{ eventId: string; occurrenceId: string; slug: string }> {
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: inDays });
  const event = { title, startsOn: day.toString(), startsAt: '14:00', endsAt: '16:00', isOwn: true, ...more };
  const { id, slug } = unwrap(
    await execute(ctx, saveEvent, { id: null, version: null, fields: event, act: 'publish' }),
  );
  unwrap(await execute(ctx, saveOffer(deps), { eventId: id, version: 0, fields: { isOpen: true, ...fields } }));
  const [date] = await occurrencesOf(ctx.db, { eventIds: [id] });
  return { eventId: id, occurrenceId: date?.id ?? '', slug };
}
