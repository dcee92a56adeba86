import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Checkbox, CheckboxGroup, RadioGroup } from './checkbox.tsx';
import { colorFrom, ColorField } from './color-field.tsx';
import { Combobox } from './combobox.tsx';
import { fieldId } from './field-frame.tsx';
import { Form } from './form.tsx';
import { PasswordField } from './password-field.tsx';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

describe('TextField', () => {
  it('ties label, hint and error to the control, and keeps what was typed', () => {
    const html = renderToString(
      <TextField
        name="nom"
        label="Nom"
        value={'L’"Étable" <&>'}
        hint="Comme sur la porte."
        error="Trop court."
        required
        autocomplete="organization"
      />,
    );
    expect(html).toContain('<label for="champ-nom">Nom<span class="required"> (obligatoire)</span></label>');
    expect(html).toContain('id="champ-nom" name="nom" required');
    expect(html).toContain('aria-describedby="champ-nom-aide champ-nom-erreur"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="L’&quot;Étable&quot; &lt;&amp;>"');
    expect(html).toMatch(/id="champ-nom-aide">Comme sur la porte\.<\/p><input/);
    expect(html).toContain('autocomplete="organization"');
  });

  it('says nothing of what is not there', () => {
    const html = renderToString(<TextField name="nom" label="Nom" />);
    expect(html).not.toMatch(/aria-|required|obligatoire/);
  });
});

describe('the other fields', () => {
  it('keep their value', () => {
    expect(renderToString(<TextArea name="t" label="T" value="a</textarea>b" limit={9} />)).toContain(
      'a&lt;/textarea>b</textarea>',
    );
    expect(
      renderToString(
        <Select
          name="s"
          label="S"
          value="b"
          choices={[
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ]}
        />,
      ),
    ).toMatch(/<option (value="b" selected|selected value="b")>B/);
    expect(
      renderToString(<CheckboxGroup name="c" label="C" values={['x']} choices={[{ value: 'x', label: 'X' }]} />),
    ).toContain('checked');
    expect(
      renderToString(<RadioGroup name="r" label="R" value="y" choices={[{ value: 'x', label: 'X' }]} />),
    ).not.toContain('checked');
    expect(renderToString(<Combobox name="v" label="V" value="Pipriac" options={['Guichen']} />)).toContain(
      'value="Pipriac"',
    );
  });

  it('never draw a password back', () => {
    expect(renderToString(<PasswordField name="p" label="P" autocomplete="new-password" />)).not.toContain('value=');
  });

  it('group choices under a legend that an error describes', () => {
    const html = renderToString(
      <RadioGroup name="prix" label="Prix" error="Choisissez." choices={[{ value: 'libre', label: 'Libre' }]} />,
    );
    expect(html).toContain('<fieldset id="champ-prix" tabindex="-1" aria-describedby="champ-prix-erreur"');
    expect(html).toContain('<legend>Prix</legend>');
  });

  it('tie a checkbox to its error', () => {
    expect(renderToString(<Checkbox name="accord" label="D’accord" error="Il faut votre accord." />)).toContain(
      'aria-describedby="champ-accord-erreur"',
    );
  });
});

describe('ColorField', () => {
  it('reads a swatch, a free colour, and nothing else', () => {
    const form = (fields: Record<string, string>) => new Map(Object.entries(fields));
    expect(colorFrom('marque', form({ marque: '#00664A' }))).toBe('#00664a');
    expect(colorFrom('marque', form({ marque: 'libre', 'marque-libre': '#123456' }))).toBe('#123456');
    expect(colorFrom('marque', form({ marque: 'red;}' }))).toBeUndefined();
    expect(colorFrom('marque', form({}))).toBeUndefined();
  });

  it('never writes a style', () => {
    const html = renderToString(
      <ColorField name="c" label="C" value="x" swatches={[{ value: '"><script>', label: 'Piège' }]} />,
    );
    expect(html).not.toMatch(/style=|<script/);
  });
});

describe('Form', () => {
  it('sums errors up, each leading to its field', () => {
    const html = renderToString(
      <Form action="/publier" hidden={{ cle: 'abc' }} errors={[{ field: 'lieux[0].nom', message: 'Nommez le lieu.' }]}>
        <p />
      </Form>,
    );
    expect(html).toContain('method="post" action="/publier" novalidate');
    expect(html).toContain('<input type="hidden" name="cle" value="abc"');
    expect(html).toContain('role="alert"');
    expect(html).toContain(`<a href="#${fieldId('lieux[0].nom')}">Nommez le lieu.</a>`);
    expect(fieldId('lieux[0].nom')).toBe('champ-lieux-0-nom');
  });
});
