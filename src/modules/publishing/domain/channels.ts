import { countSigns, cutText } from '#platform/french/index.ts';
import type { Network } from './networks.ts';

/** One piece of news in all its lengths, and what every channel says of it. Plain texts. */
export interface Announcement {
  title: string;
  /** 140 signs. */
  line: string;
  /** 280 signs. */
  brief: string;
  body: string;
  /** Written for the radio by hand; empty, it is made from the rest. */
  radio: string;
  /** The structure that speaks; the hub's name when it is the hub. */
  speaker: string;
  hubName: string;
  /** The day it speaks of, in words: « le samedi 6 juin ». Empty when there is none. */
  when: string;
  /** Whom to ask, with a phone when known. */
  contact: { name: string; phone: string };
  /** Whole address of its page. */
  url: string;
}

/** One line: the line written, else the beginning of something longer. */
export function lineOf({ line, brief, body, title }: Announcement): string {
  return line || cutText(brief || body, 140) || title;
}

/** A short paragraph: the brief, else the line, else the beginning of the text. */
export function briefOf({ line, brief, body, title }: Announcement): string {
  return brief || line || cutText(body, 280) || title;
}

/** The whole: what introduces it, then the text; the longest that was written. */
export function wholeOf(item: Announcement): string {
  const lead = item.brief || item.line;
  const body = item.body.replaceAll('\n', '\n\n');
  return [lead, body].filter(Boolean).join('\n\n') || item.title;
}

/** The address as it is said or printed: without what a browser adds by itself. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/**
 * A text to paste on a network, address included, within its limit: the longest form that fits, else the shortest one
 * cut. The title is cut only when it does not fit with the address alone.
 */
export function networkText(item: Announcement, { limit, measure, takesBody }: Network): string {
  const post = (...parts: string[]): string => [...parts.filter(Boolean), item.url].join('\n\n');
  const forms = [...(takesBody ? [wholeOf(item)] : []), item.brief, item.line].filter(Boolean);
  for (const form of forms) {
    const text = post(item.title, form);
    if (measure(text) <= limit) return text;
  }
  const around = measure(post(item.title, '.')) - 1;
  const cut = cutText((takesBody ? forms[0] : forms.at(-1)) || item.body, limit - around, measure);
  if (cut) return post(item.title, cut);
  const alone = post(item.title);
  return measure(alone) <= limit ? alone : post(cutText(item.title, limit - measure(`\n\n${item.url}`), measure));
}

/** Words said in a minute by someone who speaks clearly. */
const wordsAMinute = 150;

/** A brief to be read aloud. */
export interface RadioBrief {
  text: string;
  words: number;
  seconds: number;
}

/** A brief of about twenty to thirty seconds: who, what, when, and where to ask. */
export function radioBrief(item: Announcement): RadioBrief {
  const text = item.radio || spoken(item);
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { text, words, seconds: Math.round((words / wordsAMinute) * 60) };
}

function spoken(item: Announcement): string {
  const { title, speaker, when, contact, url } = item;
  const said = briefOf(item);
  const host = shortAddress(new URL(url).origin);
  const ask = contact.phone
    ? `Pour en savoir plus : ${[contact.name, contact.phone].filter(Boolean).join(', au ')}, ou sur ${host}.`
    : `Pour en savoir plus : ${[contact.name, host].filter(Boolean).join(', sur ')}.`;
  // The day is said when the text does not say it already.
  const isDayMissing =
    when !== '' &&
    !said.toLowerCase().includes(when.replace(/^le /, '').split(' ').slice(0, 3).join(' ').toLowerCase());
  return [
    `Une nouvelle signée ${speaker}.`,
    sentence(title),
    said === title ? '' : sentence(said),
    isDayMissing ? sentence(`C’est ${when}`) : '',
    ask,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A text ended as a sentence is. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

/** A mail that carries one piece of information. */
export function mailText(item: Announcement): { subject: string; body: string } {
  return {
    subject: cutText(item.title, 78),
    body: [
      'Bonjour,',
      wholeOf(item),
      item.when && sentence(`C’est ${item.when}`),
      `Tout est là : ${item.url}`,
      contactLine(item) && `Une question ? ${contactLine(item)}`,
      `À bientôt,\n${item.hubName}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
  };
}

/** A release for the press, with its date in words and whom to call. */
export function pressRelease(item: Announcement, { day, city }: { day: string; city: string }): string {
  const dateline = city ? `${city}, le ${day}` : `Le ${day}`;
  return [
    'COMMUNIQUÉ DE PRESSE',
    sentence(dateline),
    item.title.toUpperCase(),
    wholeOf(item),
    item.when && sentence(`Quand : ${item.when}`),
    `Contact presse : ${contactLine(item) || item.hubName}`,
    `En ligne : ${item.url}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function contactLine({ contact, hubName }: Announcement): string {
  const { name, phone } = contact;
  if (!name && !phone) return '';
  return [name || hubName, phone].filter(Boolean).join(', ');
}

/** The text to send to a friend, by any means. */
export function shareText(item: Announcement): string {
  return [item.title, lineOf(item) === item.title ? '' : lineOf(item), item.url].filter(Boolean).join('\n\n');
}

/** Signs of a text, for display beside it. */
export const signsOf = (text: string): number => countSigns(text);
