import type { JSX } from 'preact';
import { waysOffered, type PaymentWay } from '#modules/payments/index.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Doors } from '#ui/components/door.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { rangeOf } from '../../domain/dues.ts';
import { whoNames, whos, whoWords, type Who } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import { openCampaign, scalesOf, type Campaign, type DuesScale } from '../../queries/campaigns.ts';
import { priceWords } from '../application-form.tsx';

/** The campaign one may join today, with its prices. */
export async function joinable({ ctx, hub }: Exchange): Promise<Joinable | null> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const campaign = await openCampaign(ctx.db, today);
  if (!campaign) return null;
  const [scales, ways] = await Promise.all([
    scalesOf(ctx.db, campaign.id),
    waysOffered(ctx.db, campaign.paymentWays, hub.origin),
  ]);
  return { campaign, scales, ways };
}

interface Joinable {
  campaign: Campaign;
  scales: DuesScale[];
  /** Ways to pay that this campaign allows and the hub has set up. */
  ways: PaymentWay[];
}

/** `GET /adherer`: what membership brings, and one door for each kind of member. */
export async function showJoin(exchange: Exchange): Promise<Response> {
  const open = await joinable(exchange);
  const { name } = exchange.hub;
  if (!open) return exchange.page({ title: 'Adhérer', content: <NotOpen name={name} /> });
  const { campaign, scales } = open;
  const brings = campaign.presentation
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return exchange.page({
    title: `Adhérer à ${name}`,
    description: `Adhérer à ${name} en moins de trois minutes : en ligne ou sur papier.`,
    content: (
      <>
        <PageHeader
          title="Faites partie du pôle"
          facts={[campaign.name, periodWords(campaign)].filter(Boolean).join(' · ')}
          lead={<p>Trois minutes suffisent, sans créer de compte.</p>}
        />
        <Section title="Vous êtes…">
          <Doors doors={doorsOf(scales)} />
        </Section>
        {brings.length > 0 && (
          <Section title="Ce que l’adhésion apporte">
            <div class="prose">
              <ul>
                {brings.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </div>
          </Section>
        )}
        <Section title="Sur papier, c’est pareil">
          <div class="prose">
            <p>
              Le même bulletin s’imprime, se remplit à la main et se rend avec un chèque ou des espèces : chaque
              adhésion compte autant.
            </p>
            <p class="actions">
              <ButtonLink kind="ghost" icon="download" href={paths.paperForm}>
                Bulletin à imprimer (PDF)
              </ButtonLink>
            </p>
          </div>
        </Section>
      </>
    ),
  });
}

const tones = {
  person: 'accent',
  association: 'brand',
  cooperative: 'deep',
  company: 'deep',
  public_body: 'brand',
} as const;

function doorsOf(scales: readonly DuesScale[]) {
  return whos
    .filter((who) => scales.some((scale) => scale.who === who))
    .map((who) => ({
      href: paths.joinAs(whoWords[who]),
      title: whoNames[who],
      text: cheapest(scales.filter((scale) => scale.who === who)),
      tone: tones[who],
    }));
}

/** The price of a kind of member in a few words. */
function cheapest(scales: readonly DuesScale[]): string {
  const [only, ...others] = scales;
  if (only && others.length === 0) return `Cotisation : ${priceWords(only)}`;
  return `Cotisation : à partir de ${formatMoney(Math.min(...scales.map((scale) => rangeOf(scale).least)))}`;
}

export function periodWords(campaign: Campaign): string {
  if (campaign.periodKind === 'rolling') return `${campaign.rollingMonths} mois à partir de votre adhésion`;
  return campaign.endsOn ? `jusqu’au ${formatDate(campaign.endsOn)}` : '';
}

export const whoOfWord = (word: string): Who | null => whos.find((who) => whoWords[who] === word) ?? null;

export function NotOpen({ name }: { readonly name: string }): JSX.Element {
  return (
    <>
      <PageHeader title="Adhérer" />
      <EmptyState
        title="Les adhésions ne sont pas ouvertes en ce moment"
        actions={<ButtonLink href="/contact">Nous écrire</ButtonLink>}
      >
        <p>Écrivez-nous ou passez nous voir : nous vous préviendrons dès que {name} ouvre sa prochaine campagne.</p>
      </EmptyState>
    </>
  );
}
