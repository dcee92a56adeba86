/** Says how many characters are left, and after a pause tells it to screen readers. */
export class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const words = this.querySelector<HTMLElement>('.field-count');
    const limit = Number(this.dataset['limit']);
    if (!area || !words || !limit) return;
    const spoken = document.createElement('p');
    spoken.className = 'visually-hidden';
    spoken.setAttribute('role', 'status');
    this.append(spoken);
    let pause = 0;
    const show = (): void => {
      const left = limit - [...area.value].length;
      const many = Math.abs(left) > 1 ? 's' : '';
      words.textContent = left < 0 ? `${-left} caractère${many} de trop` : `Encore ${left} caractère${many}`;
      words.classList.toggle('over', left < 0);
      clearTimeout(pause);
      pause = window.setTimeout(() => {
        if (left < limit * 0.2) spoken.textContent = words.textContent;
      }, 1200);
    };
    area.addEventListener('input', show);
    show();
  }
}
