/** What a command answers: a value, or a reason code with what the page needs to redraw its form. */
export type Outcome<Value, Reason extends string = string> = Accepted<Value> | Refused<Reason>;

export interface Accepted<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<Reason extends string = string> {
  readonly ok: false;
  readonly reason: Reason;
  /** French messages by field path, shown beside each field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Anything the page shows with the refusal, such as the other editor's version. */
  readonly details?: unknown;
}

/** Answers that the act was done. */
export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value };
}

/** Answers that the act was expected but is not possible, and why. */
export function refuse<Reason extends string>(
  reason: Reason,
  more: { fields?: Record<string, string>; details?: unknown } = {},
): Refused<Reason> {
  return { ok: false, reason, fields: more.fields ?? {}, details: more.details };
}

/** The value, or a thrown error: for callers that know the act cannot be refused (demonstration content, tests). */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.fields)}`);
}
