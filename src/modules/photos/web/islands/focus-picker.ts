const clamp = (value: number): number => Math.min(100, Math.max(0, Math.round(value)));
const step = (percent: number): number => Math.round(percent / 10) * 10;

/** A click on the photo sets its focal point; the numbers follow, and the other way round. */
class FocusPicker extends HTMLElement {
  connectedCallback(): void {
    const [x, y] = ['focalX', 'focalY'].map((name) => this.querySelector<HTMLInputElement>(`[name="${name}"]`));
    const frame = this.querySelector<HTMLElement>('.focus-frame');
    const mark = this.querySelector<HTMLElement>('[data-mark]');
    const image = frame?.querySelector('img');
    if (!x || !y || !frame || !mark || !image) return;
    const show = (): void => {
      const [left, top] = [clamp(Number(x.value)), clamp(Number(y.value))];
      mark.hidden = false;
      mark.style.left = `${left}%`;
      mark.style.top = `${top}%`;
      for (const preview of this.querySelectorAll('[data-preview]')) {
        const kept = preview.className.split(' ').filter((name) => !name.startsWith('focus-'));
        preview.className = [...kept, `focus-x-${step(left)}`, `focus-y-${step(top)}`].join(' ');
      }
    };
    image.addEventListener('click', (event) => {
      const box = image.getBoundingClientRect();
      x.value = String(clamp(((event.clientX - box.left) / box.width) * 100));
      y.value = String(clamp(((event.clientY - box.top) / box.height) * 100));
      show();
    });
    x.addEventListener('input', show);
    y.addEventListener('input', show);
    frame.classList.add('is-live');
    show();
  }
}

customElements.define('es-focus-picker', FocusPicker);
