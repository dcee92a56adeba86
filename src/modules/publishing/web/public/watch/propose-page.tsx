import type { Exchange } from '#platform/http/exchange.ts';
import { DateField } from '#ui/fields/date-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { ContentOf } from '../../../content/publication-fields.ts';
import { WatchFields } from '../../office/kinds/watch-editor.tsx';
import { receiveProposal, showProposal, type Proposal } from '../propose/proposal-form.tsx';

const proposal: Proposal<ContentOf<'watch'>> = {
  kind: 'watch',
  title: 'Signaler une information',
  lead: 'Un texte, un financement, une étude qui compte ici : dites-le en une phrase, avec la source.',
  submit: 'Envoyer',
  contentFrom: ({ values }) => ({
    topic: (values['content.topic'] || 'sector') as ContentOf<'watch'>['topic'],
    sourceName: values['content.sourceName'] ?? '',
    link: values['content.link'] ?? '',
  }),
  fields: ({ values, content, errors }) => (
    <>
      <TextField
        name="title"
        label="L’information"
        hint="En une phrase : ce qui change, pour qui."
        required
        maxlength={200}
        value={values['title']}
        error={errors['title']}
      />
      <DateField
        name="happenedOn"
        label="Sa date"
        required
        value={values['happenedOn'] ?? ''}
        error={errors['happenedOn']}
      />
      <WatchFields content={content} errors={errors} />
      <TextArea
        name="brief"
        label="Ce qu’il faut en retenir"
        hint="Deux phrases suffisent."
        rows={3}
        limit={280}
        value={values['brief']}
        error={errors['brief']}
      />
    </>
  ),
};

/** `GET /veille/proposer` */
export function showProposeWatch(exchange: Exchange): Promise<Response> {
  return showProposal(exchange, proposal);
}

/** `POST /veille/proposer` */
export function receiveWatchProposal(exchange: Exchange): Promise<Response> {
  return receiveProposal(exchange, proposal);
}
