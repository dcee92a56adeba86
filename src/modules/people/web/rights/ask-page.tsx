import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { askRightsLink } from '../../commands/rights-links.ts';
import { paths } from '../../paths.ts';
import type { Typed } from '../relations/relation-form.ts';

/** `GET /mes-donnees`: someone without account asks what is held about her. */
export const showAskRights = async (exchange: Exchange): Promise<Response> => askPage(exchange, {}, {});

export const receiveAskRights = async (exchange: Exchange): Promise<Response> => {
  const { values, key } = await exchange.form();
  if (values[robotTrapField]) return askPage(exchange, {}, {}, true);
  const outcome = await execute(exchange.ctx, askRightsLink, { email: values['email'] }, { key });
  if (!outcome.ok && outcome.reason === 'invalid') return askPage(exchange, values, outcome.fields);
  return askPage(exchange, {}, {}, true);
};

async function askPage(exchange: Exchange, values: Typed, errors: Typed, isSent = false): Promise<Response> {
  return exchange.page({
    title: 'Ce que nous savons de vous',
    description: 'Voir, emporter, corriger ou faire effacer ce que le site garde à votre sujet, sans compte.',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    content: (
      <>
        <PageHeader
          title="Ce que nous savons de vous"
          lead={
            <p>Donnez votre adresse : nous y envoyons un lien pour tout voir, emporter, corriger ou faire effacer.</p>
          }
        />
        {isSent && (
          <Notice state="success" title="Regardez vos mails">
            Si cette adresse est connue ici, un lien y arrive dans quelques minutes. Sinon, nous ne gardons rien sous
            cette adresse.
          </Notice>
        )}
        <Form
          action={paths.rights}
          label="Recevoir le lien"
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
          errors={summaryOf(errors)}
        >
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label="Votre adresse e-mail"
            hint="Celle où vous recevez nos messages."
            value={values['email']}
            error={errors['email']}
            required
          />
          <RobotTrap />
          <SubmitBar label="Recevoir le lien" />
        </Form>
        <p class="facts">
          Pas d’e-mail ? <a href="/contact">Écrivez-nous ou appelez</a> : nous répondons sous un mois. Avec un compte,
          tout est dans <a href="/mon-compte/mes-donnees">vos données</a>.
        </p>
      </>
    ),
  });
}
