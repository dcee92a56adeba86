import { foldForSearch } from '#platform/french/index.ts';

/** Someone who speaks, as typed. */
export interface TypedSpeaker {
  name: string;
  organization: string;
}

/** What tells one speaker from another within an event. */
export const speakerKey = (name: string): string => foldForSearch(name).trim();

/** One person a line: « Maëlle Riou, La Tablée ». Said twice counts once. */
export function readSpeakers(text: string): TypedSpeaker[] {
  const found = new Map<string, TypedSpeaker>();
  for (const line of text.split('\n')) {
    const [name = '', ...rest] = line.split(',').map((part) => part.trim());
    const key = speakerKey(name);
    if (key !== '' && !found.has(key)) found.set(key, { name, organization: rest.filter(Boolean).join(', ') });
  }
  return [...found.values()];
}

export function writeSpeakers(speakers: readonly TypedSpeaker[]): string {
  return speakers.map(({ name, organization }) => [name, organization].filter(Boolean).join(', ')).join('\n');
}
