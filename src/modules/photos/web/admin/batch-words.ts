import type { z } from 'zod';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { firstAgreement } from '../../commands/add-photo.ts';
import { photoFacts } from '../../commands/photo-facts.ts';
import { agreementWording } from '../../domain/wording.ts';
import { isOneOf } from '../texts.ts';
import { namesIn } from './bulk.ts';

/** What is said at once of all the photos of one sending. */
export interface BatchWords {
  credit: string;
  facts: z.input<typeof photoFacts>;
  agreement: z.input<typeof firstAgreement>;
}

export const batchAgreements = ['unsaid', 'nobody_recognisable', 'people', 'agreed'] as const;

/** Reads the fields shared by the photos of a sending, and says what is wrong with them. */
export function readBatchWords(form: SentForm, hubName: string): { words: BatchWords; errors: Record<string, string> } {
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const facts = {
    takenOn: text('takenOn') || null,
    occasion: text('occasion'),
    place: text('place'),
    keywords: text('keywords'),
    isForPress: text('isForPress') !== '',
  };
  const checked = photoFacts.safeParse(facts);
  const errors = checked.success ? {} : fieldMessages(checked.error);
  const credit = text('credit');
  if (credit.length < 2) errors['credit'] = 'Dites qui a pris ces photos.';
  if (credit.length > 120) errors['credit'] = 'Le crédit tient en 120 caractères.';
  const chosen = text('agreement');
  const said = isOneOf(batchAgreements, chosen) ? chosen : 'unsaid';
  const agreed = said === 'agreed' ? namesIn(text('names')) : [];
  if (said === 'agreed' && agreed.length === 0) errors['names'] = 'Dites qui a donné son accord, un nom par ligne.';
  if (agreed.length > 60) errors['names'] = 'Soixante personnes au plus à la fois.';
  const means = text('means');
  return {
    words: {
      credit,
      facts,
      agreement: {
        people: said === 'agreed' ? 'people' : said,
        agreed,
        means: isOneOf(['paper', 'spoken', 'event'], means) ? means : 'paper',
        wording: agreementWording({ hubName, isMinor: false }),
      },
    },
    errors,
  };
}
