/** « Tout sélectionner », Shift for a range, and the count of what is ticked: lines, unless `data-one` and `data-many` say. */
export class BulkSelect extends HTMLElement {
  connectedCallback(): void {
    const all = this.querySelector<HTMLInputElement>('[data-all]');
    const count = this.querySelector<HTMLElement>('[data-count]');
    const boxes = [...this.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox], input[data-pick]')];
    if (!all || !count) return;
    const { one = 'ligne cochée', many = 'lignes cochées' } = this.dataset;
    const line = this.querySelector<HTMLElement>('[data-all-line]');
    if (line) line.hidden = false;
    all.hidden = false;
    let last = -1;
    const show = (): void => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      count.textContent = ticked === 0 ? `Aucune ${one}` : ticked === 1 ? `1 ${one}` : `${ticked} ${many}`;
      for (const button of this.querySelectorAll<HTMLButtonElement>('.bulk-bar button')) button.disabled = ticked === 0;
    };
    all.addEventListener('change', () => {
      for (const box of boxes) box.checked = all.checked;
      show();
    });
    boxes.forEach((box, index) => {
      box.addEventListener('click', (event) => {
        if (event.shiftKey && last >= 0) {
          for (const other of boxes.slice(Math.min(last, index), Math.max(last, index))) other.checked = box.checked;
        }
        last = index;
        show();
      });
      box.addEventListener('change', show);
    });
    show();
  }
}
