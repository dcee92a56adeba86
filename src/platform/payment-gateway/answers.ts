import { z } from 'zod';
import {
  GatewayUnavailable,
  type GatewayCheckout,
  type GatewayPayment,
  type GatewayReceived,
} from './payment-gateway.ts';

// As much of HelloAsso’s openapi v5 as is used (OrderDetail, OrderPayment, PaymentDetail, CheckoutIntentResponse).
const id = z.int().positive();
const cents = z.int().nonnegative();

const refundShape = z.object({ id: z.int(), amount: cents.default(0), status: z.string().default('Unknown') });

const paymentShape = z.object({
  id,
  amount: cents,
  state: z.string(),
  date: z.string().optional(),
  items: z.array(z.object({ shareAmount: cents.optional() })).nullish(),
  refundOperations: z.array(refundShape).nullish(),
});

const orderShape = z.object({
  id,
  checkoutIntentId: id.nullish(),
  organizationSlug: z.string().nullish(),
  payments: z.array(paymentShape).nullish(),
});

export const openedShape = z.object({ id, redirectUrl: z.url() });

const checkoutShape = z.object({
  id,
  metadata: z.record(z.string(), z.unknown()).nullish(),
  order: orderShape.nullish(),
});

const orderLightShape = z.object({ id, checkoutIntentId: id.nullish(), organizationSlug: z.string().nullish() });
const paymentDetailShape = z.object({ id, order: orderLightShape.nullish() });
const organizationShape = z.object({ name: z.string().nullish(), organizationSlug: z.string().nullish() });

/** Reads an answer; what does not look like the protocol is taken as no answer. */
function parse<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new GatewayUnavailable('an answer that is no JSON', { cause: error });
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new GatewayUnavailable('an answer of another shape', { cause: parsed.error });
  return parsed.data;
}

export const readOpened = (text: string) => parse(openedShape, text);
export const readOrganization = (text: string) => parse(organizationShape, text);
export const readOrderLight = (text: string) => parse(orderLightShape, text);
export const readPaymentDetail = (text: string) => parse(paymentDetailShape, text);

export function readCheckoutAnswer(text: string): GatewayCheckout & { organizationSlug: string | null } {
  const { id: checkoutId, metadata, order } = parse(checkoutShape, text);
  return {
    id: checkoutId,
    metadata: metadata ?? {},
    organizationSlug: order?.organizationSlug ?? null,
    order: order ? { id: order.id, payments: (order.payments ?? []).map(readPayment) } : null,
  };
}

// As in OperationState of the openapi description: the other words are an end.
const stillRunning = new Set(['Init', 'Processing']);

function readPayment(payment: z.output<typeof paymentShape>): GatewayPayment {
  // What the payer leaves to HelloAsso is not the association’s: the shares of the items are.
  const shares = (payment.items ?? []).flatMap((item) => item.shareAmount ?? []);
  return {
    id: payment.id,
    amount: shares.length > 0 ? shares.reduce((total, share) => total + share, 0) : payment.amount,
    state: payment.state,
    date: dayOf(payment.date),
    refunds: (payment.refundOperations ?? []).map((refund) => ({
      id: refund.id,
      amount: refund.amount,
      isDone: refund.status === 'Processed',
      isRunning: stillRunning.has(refund.status),
    })),
  };
}

const receivedShape = paymentShape.extend({
  order: z.object({ id, formType: z.string().nullish(), formSlug: z.string().nullish() }).nullish(),
  payer: z
    .object({
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      company: z.string().nullish(),
    })
    .nullish(),
  items: z.array(z.object({ shareAmount: cents.optional(), name: z.string().nullish() })).nullish(),
});
const receivedPageShape = z.object({
  data: z.array(receivedShape).nullish(),
  pagination: z.object({ totalPages: z.int().nullish() }).nullish(),
});

/** One page of the payments of an account, and how many pages there are. */
export function readReceivedPage(text: string): { payments: GatewayReceived[]; pages: number } {
  const { data, pagination } = parse(receivedPageShape, text);
  return { payments: (data ?? []).map(readReceived), pages: pagination?.totalPages ?? 1 };
}

function readReceived(payment: z.output<typeof receivedShape>): GatewayReceived {
  const { order, payer, items } = payment;
  return {
    ...readPayment(payment),
    formType: order?.formType ?? '',
    formName: order?.formSlug ?? '',
    payer: {
      name: [payer?.firstName, payer?.lastName].filter(Boolean).join(' '),
      company: payer?.company ?? '',
      email: payer?.email ?? null,
    },
    words: [...new Set((items ?? []).flatMap((item) => item.name ?? []))].join(', '),
  };
}

/** The day written in the date, in whatever offset it came with; today when it says nothing readable. */
function dayOf(text: string | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from((text ?? '').slice(0, 10));
  } catch {
    return Temporal.Now.plainDateISO('Europe/Paris');
  }
}
