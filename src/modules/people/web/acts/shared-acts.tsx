import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { takeFile } from '#platform/stored-files/index.ts';
import { addDocument, removeDocument } from '../../commands/keep-documents.ts';
import { addNote, editNote, removeNote } from '../../commands/keep-notes.ts';
import { beginStatus, endStatus } from '../../commands/keep-statuses.ts';
import { relationsPath } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { noteOf } from '../../queries/note-of.ts';
import { ActButton } from '../relations/act-button.tsx';
import { DocumentForm } from '../relations/document-form.tsx';
import { NoteForm } from '../relations/note-form.tsx';
import { StatusForm } from '../relations/status-form.tsx';
import { answerAct, formPage, type SubjectOf } from './answer-act.tsx';

/** Acts on what people and structures have alike. */
export const receiveStatus = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const subject = subjectOf(exchange);
  const { status, since, note } = values;
  const outcome = await execute(exchange.ctx, beginStatus, { subject, status, since, note }, { key });
  return answerAct(exchange, outcome, {
    subject,
    part: 'statuts',
    done: 'Le statut est noté.',
    form: { title: 'Ajouter un statut', values, draw: (props) => <StatusForm {...props} /> },
  });
};

export const receiveStatusEnd = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, endStatus, { id: values['id'] }, { key });
  return answerAct(exchange, outcome, {
    subject: subjectOf(exchange),
    part: 'statuts',
    done: 'Le statut est terminé ; il reste dans l’historique.',
  });
};

export const receiveNote = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const subject = subjectOf(exchange);
  const { kind, happenedOn, text } = values;
  const outcome = await execute(exchange.ctx, addNote, { subject, kind, happenedOn, text }, { key });
  return answerAct(exchange, outcome, {
    subject,
    part: 'notes',
    done: 'La note est gardée.',
    form: { title: 'Noter un échange', values, draw: (props) => <NoteForm {...props} /> },
  });
};

/** `GET …/notes/:note`: one note, to correct or to take away. */
export const showNote = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const subject = subjectOf(exchange);
  const id = exchange.param('note');
  const note = isId(id) ? await noteOf(exchange.ctx.db, id, subject) : null;
  if (!note) return exchange.notFound();
  return formPage(exchange, {
    subject,
    part: 'notes',
    form: {
      title: 'Corriger la note',
      values: { kind: note.kind, happenedOn: note.happenedOn.toString(), text: note.text },
      draw: (props) => (
        <>
          <NoteForm {...props} version={note.version} />
          <ActButton
            action={`${relationsPath(subject)}/notes/retirer`}
            label="Supprimer cette note"
            kind="danger"
            formKey={exchange.ctx.newId()}
            hidden={{ id: note.id }}
          />
        </>
      ),
    },
  });
};

export const receiveNoteEdit = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const subject = subjectOf(exchange);
  const id = exchange.param('note');
  const { version, kind, happenedOn, text } = values;
  const outcome = await execute(exchange.ctx, editNote, { id, version, kind, happenedOn, text }, { key });
  const now = outcome.ok || !isId(id) ? null : await noteOf(exchange.ctx.db, id, subject);
  return answerAct(exchange, outcome, {
    subject,
    part: 'notes',
    done: 'La note est corrigée.',
    form: {
      title: 'Corriger la note',
      values,
      draw: (props) => (
        <>
          {now && now.text !== text && <blockquote>{now.text}</blockquote>}
          <NoteForm {...props} version={now?.version ?? Number(version)} />
        </>
      ),
    },
  });
};

export const receiveNoteRemoval = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, removeNote, { id: values['id'] }, { key });
  return answerAct(exchange, outcome, { subject: subjectOf(exchange), part: 'notes', done: 'La note est supprimée.' });
};

export const receiveDocument =
  (subjectOf: SubjectOf, { files }: PeopleDependencies) =>
  async (exchange: Exchange) => {
    const form = await exchange.form();
    const subject = subjectOf(exchange);
    const shown = {
      subject,
      part: 'documents',
      done: 'Le document est gardé.',
      form: { title: 'Ajouter un document', values: form.values, draw: DocumentForm },
    };
    const taken = await takeFile(exchange.ctx, files, form, 'file', { visibility: 'staff' });
    if (!taken.ok) return answerAct(exchange, taken, shown);
    if (taken.value.fileId === null)
      return formPage(exchange, { ...shown, form: { ...shown.form, errors: { file_file: 'Choisissez un fichier.' } } });
    const outcome = await execute(
      exchange.ctx,
      addDocument,
      { subject, fileId: taken.value.fileId, title: form.values['title'] },
      { key: form.key },
    );
    return answerAct(exchange, outcome, shown);
  };

export const receiveDocumentRemoval = (subjectOf: SubjectOf) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, removeDocument, { id: values['id'] }, { key });
  return answerAct(exchange, outcome, {
    subject: subjectOf(exchange),
    part: 'documents',
    done: 'Le document est retiré.',
  });
};
