import { paperIdentity } from '#modules/hub/index.ts';
import { paymentWayNames, paymentWays } from '#modules/payments/index.ts';
import { formatMoney, formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { createDocument, sendPdf, type PaperIdentity } from '#platform/pdf/index.ts';
import { letterWords } from '../../domain/letter-words.ts';
import type { Campaign, DuesScale } from '../../queries/campaigns.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { priceWords } from '../application-form.tsx';
import { joinable, periodWords } from './join-page.tsx';

/** A box to tick: the faces of our papers hold no such sign. */
const box = '[\u00a0\u00a0\u00a0]';
const size = 8.5;

/** `GET /adherer/bulletin.pdf`: the same form as on the site, to print and fill in by hand. */
export async function sendPaperForm(exchange: Exchange, { links, ports }: MembershipDependencies): Promise<Response> {
  const open = await joinable(exchange);
  if (!open) return exchange.notFound();
  const { ctx, hub } = exchange;
  const paper = await paperIdentity(ctx, { origin: await links.originOf(hub.id), files: ports.files });
  const bytes = await drawPaperForm(open.campaign, open.scales, paper);
  return sendPdf(bytes, `Bulletin ${open.campaign.name}`, { isPublic: true });
}

/** One page: who, how much, which boxes, date and signature. */
export async function drawPaperForm(
  campaign: Campaign,
  scales: readonly DuesScale[],
  identity: PaperIdentity,
): Promise<Uint8Array> {
  const title = `Bulletin d’adhésion : ${campaign.name}`;
  const pdf = await createDocument({ title, identity, date: campaign.updatedAt, margin: 36 });
  pdf.heading('Bulletin d’adhésion', { level: 1, after: 4 });
  pdf.paragraph([campaign.name, periodWords(campaign)].filter(Boolean).join(' · '), { bold: true });
  pdf.table({
    caption: 'Qui adhère',
    columns: [
      { label: 'Vous', share: 1.1, isHeader: true },
      { label: 'À remplir', share: 2 },
    ],
    rows: [
      ['Nom de la structure, s’il y en a une', ''],
      ['Prénom et nom', ''],
      ['Votre rôle dans la structure', ''],
      ['Adresse, code postal, commune', ''],
      ['Téléphone', ''],
      ['E-mail, si vous en avez un', ''],
      ['SIREN de la structure', ''],
    ],
    rowHeight: 21,
    grid: true,
    size,
    after: 0,
  });
  pdf.heading('Votre cotisation', { level: 2 });
  pdf.table({
    caption: 'Cotisations',
    columns: [
      { label: 'Cochez', share: 0.5 },
      { label: 'Vous êtes', share: 4, isHeader: true },
      { label: 'Cotisation', share: 1.6, align: 'right' },
    ],
    rows: scales.flatMap(scaleRows),
    size,
    after: 5,
  });
  const ways = paymentWays.filter((way) => way !== 'online' && campaign.paymentWays.includes(way));
  pdf.paragraph(`Payée par : ${ways.map((way) => `${box} ${paymentWayNames[way].toLowerCase()}`).join('   ')}`, {
    size,
  });
  if (campaign.charter !== '')
    pdf.paragraph(`${box} J’adhère aux statuts et à la charte du pôle, que j’ai pu lire.`, { size, after: 4 });
  pdf.paragraph(`${box} ${letterWords}`, { size, after: 4 });
  for (const question of campaign.questions.slice(0, 4))
    pdf.paragraph(
      `${question.label} : ${question.kind === 'choice' ? question.choices.map((one) => `${box} ${one}`).join('  ') : question.kind === 'yes' ? `${box} oui` : '…………………………………………………………………'}`,
      { size, after: 4 },
    );
  pdf.signatures([{ label: 'Date' }, { label: 'Signature' }], { height: 38 });
  pdf.paragraph(
    `Ces informations servent à ${identity.name} pour suivre votre adhésion. Elles sont gardées le temps de l’adhésion puis trois ans. Vous pouvez les lire, les corriger ou les faire effacer : il suffit de nous le demander.`,
    { size: 7.5, colour: 'muted' },
  );
  return pdf.finish();
}

/** One line a price, one a bracket. */
function scaleRows(scale: DuesScale): string[][] {
  if (scale.kind !== 'budget' && scale.kind !== 'staff')
    return [[box, [scale.label, scale.hint].filter(Boolean).join(' : '), priceWords(scale)]];
  const sorted = scale.brackets.toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity));
  const unit = (count: number): string =>
    scale.kind === 'budget' ? `${formatMoney(count * 100)} de budget` : `${formatNumber(count)} salarié·es`;
  return sorted.map(({ upTo, amount }, index) => {
    const before = sorted[index - 1]?.upTo ?? 0;
    const range = upTo === null ? `plus de ${unit(before)}` : `jusqu’à ${unit(upTo)}`;
    return [box, `${scale.label}, ${range}`, formatMoney(amount)];
  });
}
