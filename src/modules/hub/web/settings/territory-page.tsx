import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { addTerritoryPart } from '../../commands/add-territory-part.ts';
import { moveTerritoryPart } from '../../commands/move-territory-part.ts';
import { removeTerritoryPart } from '../../commands/remove-territory-part.ts';
import { territoryChoices, territoryNamed } from '../../queries/territory-choices.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';
import { settingsFrame } from './settings-frame.tsx';
import { TerritoryEditor } from './territory-editor.tsx';

const here = paths.settingsTab('territoire');

/** `GET /gestion/reglages/territoire`. */
export async function showTerritory(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return settingsFrame(exchange, {
    slug: 'territoire',
    lead: 'Là où vous agissez. Les visiteurs le lisent, la carte s’y centre.',
    content: <TerritoryEditor exchange={exchange} settings={settings} action={here} unclear={exchange.query('lieu')} />,
  });
}

/** `POST /gestion/reglages/territoire`. */
export function changeTerritoryFromSettings(exchange: Exchange): Promise<Response> {
  return changeTerritory(exchange, here);
}

/** Adds, moves or removes a part, then goes back to the list at `back`. */
export async function changeTerritory(exchange: Exchange, back: string): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const { act = '', place = '', kind = '', code = '' } = form.values;
  const options = { key: form.key };
  if (act === 'add') {
    const named = territoryNamed(place);
    if (!named)
      return exchange.redirect(place.trim() ? `${back}?lieu=${encodeURIComponent(place.trim().slice(0, 100))}` : back);
    const outcome = await execute(
      ctx,
      addTerritoryPart,
      { kind: named.kind, code: named.code, label: named.label },
      options,
    );
    return exchange.redirect(
      back,
      outcome.ok
        ? { tone: 'success', text: `${named.label} : c’est ajouté.` }
        : { tone: 'danger', text: refusalText(outcome.reason) },
    );
  }
  const outcome =
    act === 'remove'
      ? await execute(ctx, removeTerritoryPart, { kind, code }, options)
      : await execute(ctx, moveTerritoryPart, { kind, code, by: act === 'up' ? -1 : 1 }, options);
  return exchange.redirect(back, outcome.ok ? undefined : { tone: 'warning', text: refusalText(outcome.reason) });
}

/** `GET /gestion/reglages/territoire/propositions?q=`: suggestions for the field, as JSON. */
export function sendTerritoryChoices(exchange: Exchange): Response {
  return exchange.http.json(territoryChoices(exchange.query('q')).map((choice) => choice.text));
}
