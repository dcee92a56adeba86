import type { JSX } from 'preact';
import { currentSettings, landOf } from '#modules/hub/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { slotInWords } from '../../domain/slot-in-words.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { ownRequest, type RequestSheet } from '../../queries/request-sheet.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { privatePage } from './private-page.ts';

/** `/contact/merci`: what happens now, and how to follow it. */
export async function thankForContact(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const secret = exchange.query('suivi');
  const [settings, rules, sheet] = await Promise.all([
    currentSettings(exchange.ctx),
    adviceRulesOf(exchange.ctx.db),
    secret ? ownRequest(exchange.ctx.db, secret) : null,
  ]);
  return privatePage(exchange, {
    title: 'Message reçu',
    section: paths.contact,
    content: (
      <>
        <PageHeader
          title="C’est bien arrivé, merci !"
          lead={
            <p>
              Quelqu’un du pôle va vous lire et vous répondre sous{' '}
              {plural(rules.answerDays, 'jour ouvré', 'jours ouvrés')}.
            </p>
          }
          actions={sheet && <ButtonLink href={paths.ownRequest(secret)}>Suivre ma demande</ButtonLink>}
        />
        {sheet && (
          <WayBack
            sheet={sheet}
            zone={exchange.hub.zone}
            secret={secret}
            code={links.codeOf(exchange.hub.id, sheet.request.id)}
          />
        )}
        <Banner>
          <ReliefCover id={`merci ${settings.name}`} width={1240} height={368} horizon={0.42} {...landOf(settings)} />
        </Banner>
        <p class="actions">
          <ButtonLink kind="ghost" href={paths.home}>
            Revenir à l’accueil
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function WayBack({
  sheet: { request, slot },
  zone,
  secret,
  code,
}: {
  readonly sheet: RequestSheet;
  readonly zone: string;
  readonly secret: string;
  readonly code: string;
}): JSX.Element {
  return (
    <>
      {slot && (
        <Panel title="Votre rendez-vous">
          <p>
            <b>{slotInWords(slot, zone)}</b>
          </p>
          {slot.place && <p class="typed">{slot.place}</p>}
          <p class="actions">
            <ButtonLink kind="ghost" icon="calendar" href={paths.ownSlotFile(secret)} download>
              Ajouter à mon agenda
            </ButtonLink>
          </p>
        </Panel>
      )}
      {request.email ? (
        <p>Un mail part vers l’adresse que vous avez laissée : il contient le lien qui suit votre demande.</p>
      ) : (
        <Panel title="Notez ce code">
          <p class="follow-code">{code}</p>
          <p>
            Avec lui et votre numéro, vous retrouvez votre demande sur la page{' '}
            <a href={paths.findRequest}>suivre une demande</a>. Au téléphone, il nous suffit aussi.
          </p>
        </Panel>
      )}
    </>
  );
}
