import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Bar } from './bar.tsx';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { Pagination, pagesShown } from './pagination.tsx';
import { ToastRegion } from './toast-region.tsx';

describe('Pagination', () => {
  it('shows the ends, the neighbours and the gaps', () => {
    expect(pagesShown(6, 12)).toEqual([1, 0, 5, 6, 7, 0, 12]);
    expect(pagesShown(1, 3)).toEqual([1, 2, 3]);
    expect(pagesShown(2, 2)).toEqual([1, 2]);
  });

  it('says where we are and what comes next', () => {
    const html = renderToString(<Pagination page={2} pages={3} hrefOf={(page) => `?page=${page}`} />);
    expect(html).toContain('rel="prev" href="?page=1"');
    expect(html).toContain('rel="next" href="?page=3"');
    expect(html).toContain('href="?page=2" aria-current="page"');
    expect(renderToString(<Pagination page={1} pages={1} hrefOf={String} />)).toBe('');
  });
});

describe('DataTable', () => {
  const props: DataTableProps<{ id: string; name: string }> = {
    id: 't',
    caption: 'Structures',
    rows: [{ id: '7', name: 'Épicerie <du> coin' }],
    rowId: ({ id }) => id,
    rowName: ({ name }) => name,
    columns: [
      { key: 'name', label: 'Nom', cell: ({ name }) => name, sortHref: '?tri=-nom', sorted: 'ascending' },
      { key: 'id', label: 'Numéro', cell: ({ id }) => id, numeric: true },
    ],
    empty: <p>Rien encore.</p>,
  };

  it('names rows and columns, and says how it is sorted', () => {
    const html = renderToString(<DataTable {...props} />);
    expect(html).toContain('<caption>Structures</caption>');
    expect(html).toMatch(/<th scope="col" aria-sort="ascending"><a href="\?tri=-nom"/);
    expect(html).toContain('<th scope="row">Épicerie &lt;du> coin</th>');
    expect(html).toContain('data-label="Numéro"');
    expect(html).not.toContain('<form');
  });

  it('acts on several rows from one form', () => {
    const html = renderToString(
      <DataTable
        {...props}
        bulk={{ action: '/lot', actions: [{ value: 'trash', label: 'Corbeille' }] }}
        exports={{ csv: '/x.csv' }}
      />,
    );
    expect(html).toContain('<form method="post" action="/lot">');
    expect(html).toContain('name="ids" value="7"');
    expect(html).toContain('Sélectionner Épicerie &lt;du> coin');
    expect(html).toMatch(/<button name="action" value="trash"/);
    expect(html).toContain('href="/x.csv" download');
  });

  it('gives way to the empty state', () => {
    expect(renderToString(<DataTable {...props} rows={[]} />)).toBe('<p>Rien encore.</p>');
  });
});

describe('Bar', () => {
  it.each([
    [14, 20, 70],
    [30, 20, 100],
    [1, 0, 0],
  ])('draws %i of %i as %i hundredths', (value, max, share) => {
    expect(renderToString(<Bar value={value} max={max} text="x" />)).toContain(`class="bar-fill" width="${share}"`);
  });
});

describe('ToastRegion', () => {
  it('never lets an error or an undo leave by itself', () => {
    const stays = (html: string): boolean => html.includes('data-stays');
    expect(stays(renderToString(<ToastRegion flashes={[{ state: 'success', text: 'Publié.' }]} />))).toBe(false);
    expect(stays(renderToString(<ToastRegion flashes={[{ state: 'danger', text: 'Raté.' }]} />))).toBe(true);
    expect(
      stays(renderToString(<ToastRegion flashes={[{ state: 'success', text: 'Ôté.', undo: { action: '/u' } }]} />)),
    ).toBe(true);
  });
});
