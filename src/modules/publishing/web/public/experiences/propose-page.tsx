import type { Exchange } from '#platform/http/exchange.ts';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { ContentOf } from '../../../content/publication-fields.ts';
import { ExperienceFields } from '../../office/kinds/experience-editor.tsx';
import { receiveProposal, showProposal, type Proposal } from '../propose/proposal-form.tsx';

const proposal: Proposal<ContentOf<'experience'>> = {
  kind: 'experience',
  title: 'Raconter une expérience',
  lead: 'Ce qui a marché, ce qui n’a pas marché : dix lignes qui feront gagner des mois à d’autres.',
  submit: 'Envoyer',
  contentFrom: ({ values }) => ({
    verdict: (values['content.verdict'] || 'works') as ContentOf<'experience'>['verdict'],
    context: values['content.context'] ?? '',
    tried: values['content.tried'] ?? '',
    learned: values['content.learned'] ?? '',
    resourceId: null,
  }),
  fields: ({ values, content, errors }) => (
    <>
      <TextField
        name="title"
        label="Qu’avez-vous essayé ?"
        hint="« Un poste partagé entre trois associations »."
        required
        maxlength={200}
        value={values['title']}
        error={errors['title']}
      />
      <ExperienceFields content={content} errors={errors} />
      <TextArea
        name="brief"
        label="En deux phrases, pour la liste"
        rows={3}
        limit={280}
        value={values['brief']}
        error={errors['brief']}
      />
    </>
  ),
};

/** `GET /experiences/proposer` */
export function showProposeExperience(exchange: Exchange): Promise<Response> {
  return showProposal(exchange, proposal);
}

/** `POST /experiences/proposer` */
export function receiveExperienceProposal(exchange: Exchange): Promise<Response> {
  return receiveProposal(exchange, proposal);
}
