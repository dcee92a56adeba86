import { paperIdentity } from '#modules/hub/index.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { createDocument, sendPdf } from '#platform/pdf/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipSurroundings } from '../../ports.ts';
import { membershipByLink } from '../../queries/membership-by-link.ts';
import { privatePage, sealed } from '../../web/private-page.ts';
import { memberYear, ownMembership, type MemberYear } from '../queries/member-year.ts';

async function yearOf(exchange: Exchange, deps: MembershipSurroundings): Promise<MemberYear | null> {
  const { ctx } = exchange;
  const membership = await membershipByLink(ctx.db, exchange.param('secret'));
  if (!membership) return null;
  const thisYear = ctx.clock.now().toZonedDateTimeISO(ctx.zone).year;
  const asked = Number(exchange.query('annee'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear;
  return memberYear(ctx, deps, membership, year);
}

const titleOf = ({ year }: MemberYear): string => `Votre année ${year} avec le pôle`;

/** `GET /mon-adhesion/:secret`: what membership brought in a year, and what is left to use. */
export async function showYear(exchange: Exchange, deps: MembershipSurroundings): Promise<Response> {
  const found = await yearOf(exchange, deps);
  if (!found) return exchange.notFound();
  const secret = exchange.param('secret');
  const used = found.benefits.filter(({ uses }) => uses.length > 0);
  const unused = found.benefits.filter(({ uses }) => uses.length === 0);
  return privatePage(exchange, {
    title: titleOf(found),
    section: paths.join,
    content: (
      <>
        <PageHeader
          title={titleOf(found)}
          facts={[found.member, found.dues > 0 ? `cotisation ${formatMoney(found.dues)}` : '']
            .filter(Boolean)
            .join(' · ')}
          actions={
            <>
              <ButtonLink kind="ghost" icon="download" href={`${moneyPaths.yearFile(secret)}?annee=${found.year}`}>
                Sur papier (PDF)
              </ButtonLink>
              <ButtonLink kind="ghost" href={`${moneyPaths.year(secret)}?annee=${found.year - 1}`}>
                L’année {found.year - 1}
              </ButtonLink>
            </>
          }
        />
        {found.benefits.length === 0 && (
          <EmptyState title="Merci d’être là">
            <p>Le pôle n’a pas encore écrit la liste de ce que l’adhésion apporte. Une question ? Écrivez-lui.</p>
          </EmptyState>
        )}
        {used.map(({ benefit, uses }) => (
          <Panel title={benefit.title}>
            <p class="facts">{plural(uses.length, 'fois', 'fois')}</p>
            <ul class="stack">
              {uses.map((use) => (
                <li>
                  {formatDate(use.on)}
                  {use.words && ` : ${use.words}`}
                </li>
              ))}
            </ul>
          </Panel>
        ))}
        {unused.length > 0 && (
          <Panel title={used.length > 0 ? 'Et aussi, quand vous voulez' : 'À vous de jouer'}>
            <ul class="stack">
              {unused.map(({ benefit }) => (
                <li>
                  {benefit.path ? <a href={benefit.path}>{benefit.title}</a> : benefit.title}
                  {benefit.description && <p class="facts">{benefit.description}</p>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </>
    ),
  });
}

/** `GET /mon-adhesion/:secret/annee.pdf`. */
export async function sendYear(exchange: Exchange, deps: MembershipSurroundings): Promise<Response> {
  const found = await yearOf(exchange, deps);
  if (!found) return exchange.notFound();
  const { ctx, hub } = exchange;
  const identity = await paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files });
  const title = titleOf(found);
  const pdf = await createDocument({ title, identity, date: ctx.clock.now() });
  pdf.heading(title, { level: 1 });
  pdf.facts([
    { label: 'Membre', value: found.member },
    { label: 'Cotisation', value: found.dues > 0 ? formatMoney(found.dues) : '' },
  ]);
  for (const { benefit, uses } of found.benefits.filter((one) => one.uses.length > 0)) {
    pdf.gap(8).heading(benefit.title, { level: 2 });
    pdf.list(uses.map((use) => [formatDate(use.on), use.words].filter(Boolean).join(' : ')));
  }
  const unused = found.benefits.filter(({ uses }) => uses.length === 0);
  if (unused.length > 0) {
    pdf.gap(8).heading('Quand vous voulez', { level: 2 });
    pdf.list(unused.map(({ benefit }) => [benefit.title, benefit.description].filter(Boolean).join(' : ')));
  }
  return sealed(sendPdf(await pdf.finish(), title));
}

/** `GET /mon-compte/adhesion`: leads a member signed in to her own page. */
export async function leadToOwnYear(exchange: Exchange, { links }: MembershipSurroundings): Promise<Response> {
  const { actor } = exchange.ctx;
  const own = actor && (await ownMembership(exchange.ctx, actor.personId));
  if (!own) return exchange.redirect(paths.join);
  return sealed(exchange.redirect(moneyPaths.year(links.secretOf('renewal', exchange.hub.id, own.id, own.linkTurn))));
}
