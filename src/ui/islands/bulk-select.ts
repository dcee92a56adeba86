/** « Tout sélectionner », Shift for a range, and the count of the lines ticked. */
export class BulkSelect extends HTMLElement {
  connectedCallback(): void {
    const all = this.querySelector<HTMLInputElement>('[data-all]');
    const count = this.querySelector<HTMLElement>('[data-count]');
    const boxes = [...this.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')];
    if (!all || !count) return;
    all.hidden = false;
    let last = -1;
    const show = (): void => {
      const ticked = boxes.filter((box) => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
      count.textContent =
        ticked === 0 ? 'Aucune ligne cochée' : ticked === 1 ? '1 ligne cochée' : `${ticked} lignes cochées`;
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
