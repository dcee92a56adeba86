import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { publicHolidayOn } from '#modules/agenda/index.ts';
import { chargesOf, issueInvoice, openCharge, type PaymentLinks } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import { formatMoney } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mostPayable } from '../domain/contract-delays.ts';
import { mayRunTraining } from '../policy.ts';
import { readCourse } from '../queries/stored-course.ts';
import { readTrainee } from '../queries/trainees.ts';
import { trainingTrainees } from '../tables.ts';
import { lockSession } from './saving/locked.ts';

/** What charges of trainings are for. */
export const chargeModule = 'training';

/**
 * Asks what a trainee, or her structure, owes, with its invoice. Of an individual, nothing while she may withdraw, then
 * 30 % until it begins (code du travail, art. L6353-5 and L6353-6): called again later, it asks for the rest.
 */
export const askPayment = (links: PaymentLinks) =>
  command({
    name: 'training.ask-payment',
    input: z.object({ sessionId: z.uuid(), traineeId: z.uuid() }),
    allow: mayRunTraining,
    async run(work, { sessionId, traineeId }) {
      const session = await lockSession(work.db, sessionId);
      const course = session && (await readCourse(work.db, session.courseId));
      const trainee = await readTrainee(work.db, sessionId, traineeId);
      const startsOn = session?.halfDays[0]?.heldOn;
      if (!session || !course || !startsOn || trainee?.state !== 'enrolled') return refuse('not_found');
      if (session.state === 'cancelled') return refuse('session_cancelled');
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      const most = trainee.paysHerself
        ? mostPayable({
            priceCents: trainee.priceCents,
            signedOn: trainee.agreementSignedOn,
            isDistance: session.attendance === 'online',
            isHoliday: (day) => publicHolidayOn(day, work.zone) !== null,
            startsOn,
            today,
          })
        : trainee.priceCents;
      const asked = ((await chargesOf(work.db, chargeModule, [traineeId])).get(traineeId) ?? [])
        .filter(({ state }) => state !== 'cancelled' && state !== 'refunded')
        .reduce((sum, charge) => sum + charge.amount, 0);
      const amount = most - asked;
      if (amount <= 0)
        return refuse(trainee.paysHerself && most < trainee.priceCents ? 'too_soon_to_pay' : 'nothing_due');
      const label = `${course.title}, ${trainee.name}`;
      const charge = await openCharge(work, links, {
        subject: { module: chargeModule, id: traineeId },
        label,
        lines: [{ label: `Formation « ${course.title} », ${trainee.name}`, quantity: 1, unitPrice: amount }],
        payer: {
          name: trainee.paysHerself ? trainee.name : trainee.organizationName || trainee.name,
          email: trainee.email,
          personId: trainee.personId,
        },
        ways: ['online', 'transfer', 'cheque', 'cash', 'on_site'],
      });
      const invoice = await issueInvoice(work, {
        chargeId: charge.id,
        kind: 'invoice',
        reference: trainee.funder || session.funder,
      });
      await work.db
        .update(trainingTrainees)
        .set({ chargeId: charge.id, invoiceId: invoice?.id ?? null })
        .where(and(eq(trainingTrainees.sessionId, sessionId), eq(trainingTrainees.id, traineeId)));
      work.record({
        subjectKind: 'trainee',
        subjectId: traineeId,
        summary: `Paiement demandé pour « ${trainee.name} » : ${formatMoney(amount)}${invoice ? `, facture ${invoice.number}` : ''}`,
      });
      return accept({ chargeId: charge.id, amount, invoice: invoice?.number ?? null });
    },
  });
