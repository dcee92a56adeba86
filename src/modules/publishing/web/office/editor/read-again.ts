import { z } from 'zod';
import type { SentForm } from '#platform/http/exchange.ts';
import { fieldsOf, type PublicationFields } from '../../../content/publication-fields.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import { versionSent, type ReadForm } from './read-form.ts';
import { photoFrom } from './typed-publication.ts';

const kept = z.object({
  fields: z.unknown(),
  organizationName: z.string().max(400).default(''),
  publishAt: z.string().max(40).default(''),
  slug: z.string().max(200).default(''),
});

/** What the page of two versions sends back: the text as it was understood the first time. Null from any other page. */
export function readAgain(kind: PublicationKind, form: SentForm): ReadForm | null {
  const sent = form.values['mine'];
  if (sent === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(sent);
  } catch {
    return null;
  }
  const typed = kept.safeParse(json);
  const parsed = typed.success ? fieldsOf(kind).safeParse(typed.data.fields) : null;
  if (!typed.success || !parsed?.success) return null;
  const fields = parsed.data as PublicationFields;
  const { organizationName, publishAt, slug } = typed.data;
  const version = versionSent(form.values['version']);
  return {
    fields,
    errors: {},
    typed: { version, fields, photo: photoFrom(fields), organizationName, publishAt, slug },
  };
}
