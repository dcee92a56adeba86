import type { MailBlock } from '#platform/mail/mail-block.ts';
import { pictureHref, variantFor } from '#platform/pictures/picture.ts';
import { requestKind } from '../domain/edition.ts';
import { subjectNames } from '../domain/subject-names.ts';
import type { WrittenItem, WrittenMailing } from '../queries/read-mailing.ts';

/** Widest a picture is shown in a mail, in CSS pixels. */
const pictureWidth = 548;

type Said = Pick<WrittenMailing, 'kind' | 'title' | 'introduction'>;

/** What a mailing says: one information in full, or several in short, each with its link. */
export function mailingBlocks(mailing: Said, items: readonly WrittenItem[], origin: string): MailBlock[] {
  const introduction = paragraphsOf(mailing.introduction);
  const [only] = items;
  if (!only) return [{ kind: 'title', text: mailing.title }, ...introduction];
  if (items.length === 1 && mailing.kind === 'single')
    return [...pictureOf(only, origin), { kind: 'title', text: only.title }, ...introduction, ...inFull(only, origin)];
  return [{ kind: 'title', text: mailing.title }, ...introduction, ...inShort(items, origin)];
}

function inFull(item: WrittenItem, origin: string): MailBlock[] {
  const facts = factsOf(item);
  return [
    ...(facts.length > 0 ? [{ kind: 'facts' as const, rows: facts }] : []),
    ...paragraphsOf(item.words),
    { kind: 'action', label: actionOf(item), href: origin + item.href },
  ];
}

/** Items under the heading of their subject, in the order given; the first one shows its picture. */
function inShort(items: readonly WrittenItem[], origin: string): MailBlock[] {
  const subjects = [...new Set(items.map((item) => item.subject))];
  const illustrated = items.find((item) => item.picture);
  return subjects.flatMap((subject): MailBlock[] => [
    ...(subjects.length > 1 ? [{ kind: 'heading' as const, text: subjectNames[subject] }] : []),
    ...items
      .filter((item) => item.subject === subject)
      .flatMap((item): MailBlock[] => [
        ...(item === illustrated ? pictureOf(item, origin) : []),
        {
          kind: 'item',
          title: item.title,
          href: origin + item.href,
          ...factsInLine(item),
          ...(item.words ? { text: item.words } : {}),
        },
      ]),
  ]);
}

function factsInLine(item: WrittenItem): { facts?: string } {
  const facts = factsOf(item)
    .map(([, value]) => value)
    .join(' · ');
  return facts ? { facts: facts.charAt(0).toUpperCase() + facts.slice(1) } : {};
}

function factsOf(item: WrittenItem): (readonly [string, string])[] {
  return [...(item.isOwn || item.byName === '' ? [] : [['Proposé par', item.byName] as const]), ...item.facts];
}

function pictureOf({ picture, href }: WrittenItem, origin: string): MailBlock[] {
  const variant = picture && variantFor(picture, pictureWidth * 1.5, 'jpeg');
  if (!picture || !variant) return [];
  const height = Math.round((pictureWidth * variant.height) / variant.width);
  return [
    {
      kind: 'picture',
      src: origin + pictureHref(picture.id, variant.width, 'jpeg'),
      alternative: picture.alternative,
      width: pictureWidth,
      height,
      href: origin + href,
    },
  ];
}

function actionOf(item: WrittenItem): string {
  if (item.kind === requestKind) return 'Raconter en trois minutes';
  if (item.subject === 'events' || item.subject === 'trainings') return 'En savoir plus et s’inscrire';
  return item.subject === 'jobs' ? 'Voir l’offre' : 'Lire la suite';
}

function paragraphsOf(text: string): MailBlock[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
