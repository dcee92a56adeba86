/** The address a source is read at: a calendar by the web, an agenda of OpenAgenda by its API. */
export function addressToAsk(typed: string, apiKey: string): string {
  const text = typed.trim().replace(/^webcals?:/i, 'https:');
  const agenda = /^https?:\/\/(?:api\.)?openagenda\.com\/(?:v2\/)?(?:[a-z]{2}\/)?agendas\/(\d{1,12})\b/i.exec(
    text,
  )?.[1];
  if (agenda === undefined || apiKey === '') return text;
  const asked = new URLSearchParams({ key: apiKey, size: '300', monolingual: 'fr', detailed: '1' });
  for (const when of ['current', 'upcoming']) asked.append('relative[]', when);
  return `https://api.openagenda.com/v2/agendas/${agenda}/events?${asked.toString()}`;
}
