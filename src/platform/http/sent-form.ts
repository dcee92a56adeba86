import { isId } from '../ids/ids.ts';
import type { SentForm } from './exchange.ts';

/** Name of the hidden field that carries a form's key. */
export const formKeyField = '_cle';

const mostFields = 2_000;

/** A form was sent in a way no page of ours sends one. */
export class BadForm extends Error {}

/** Reads a form as text values and files. Line ends become `\n`; NUL, which PostgreSQL cannot store, is removed. */
export async function readSentForm(request: Request): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new BadForm('not a form');
  let sent: FormData;
  try {
    sent = await request.formData();
  } catch (error) {
    throw new BadForm('unreadable form', { cause: error });
  }
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  const lists = new Map<string, string[]>();
  const files = new Map<string, File[]>();
  let count = 0;
  for (const [name, value] of sent) {
    count += 1;
    if (count > mostFields) throw new BadForm('too many fields');
    if (typeof value !== 'string') {
      // A browser sends an empty file for a file field left empty.
      if (value.size > 0 || value.name) files.set(name, [...(files.get(name) ?? []), value]);
      continue;
    }
    const text = value.replaceAll('\r\n', '\n').replaceAll('\u0000', '');
    values[name] ??= text;
    lists.set(name, [...(lists.get(name) ?? []), text]);
  }
  const key = values[formKeyField];
  return {
    values,
    all: (name) => lists.get(name) ?? [],
    file: (name) => files.get(name)?.[0] ?? null,
    files: (name) => files.get(name) ?? [],
    key: key && isId(key) ? key : undefined,
  };
}
