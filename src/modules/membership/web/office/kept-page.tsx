import { keepForMembers, memberPieces, memberPieceWords, piecesForMembers } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { paths } from '../../paths.ts';
import { refusalText } from '../texts.ts';

/** `GET /gestion/adhesions/reserve`: what visitors do not see, and members do. */
export async function showKept(exchange: Exchange): Promise<Response> {
  const kept = await piecesForMembers(exchange.ctx.db);
  return exchange.page({
    title: 'Réservé aux adhérent·es',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: 'Ce que vous cochez ne se voit qu’une fois connecté·e comme adhérent·e : sur les pages, dans les fichiers, les flux, la carte et pour les moteurs de recherche.',
    },
    content: (
      <Form action={paths.kept} label="Réservé aux adhérent·es" hidden={{ [formKeyField]: exchange.formKey }}>
        <Panel title="Dans l’annuaire et sur le site">
          <CheckboxGroup
            name="pieces"
            label="Pour les adhérent·es seulement"
            values={[...kept]}
            choices={memberPieces.map((value) => ({ value, ...memberPieceWords[value] }))}
          />
          <p class="facts">
            Chaque structure peut garder plus encore pour elle, fiche par fiche : cette règle ne montre jamais ce
            qu’elle cache.
          </p>
        </Panel>
        <SubmitBar label="Enregistrer" cancelHref={paths.office} />
      </Form>
    ),
  });
}

/** `POST /gestion/adhesions/reserve`. */
export async function receiveKept(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, keepForMembers, { pieces: form.all('pieces') }, { key: form.key });
  return exchange.redirect(
    paths.kept,
    outcome.ok
      ? { tone: 'success', text: 'C’est enregistré : le site suit tout de suite.' }
      : { tone: 'warning', text: refusalText('invalid') },
  );
}
