const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/**
 * A month whose days are reached by the arrows: one day at a time is in the order of the page, and the dates of that day
 * after it. Page up and page down lead to the months beside it. Without script the table is read from link to link.
 */
export class MonthGrid extends HTMLElement {
  private days: HTMLTableCellElement[] = [];

  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table || this.days.length > 0) return;
    this.days = [...table.querySelectorAll<HTMLTableCellElement>('td[data-day]')];
    const start =
      this.days.find((day) => day.getAttribute('aria-current') === 'date') ??
      this.days.find((day) => !day.classList.contains('other-month')) ??
      this.days[0];
    if (!start) return;
    table.setAttribute('role', 'grid');
    this.makeCurrent(start);
    table.addEventListener('keydown', (event) => this.answer(event));
    // Pointing at a day, or coming back to one of its links, makes it the one the arrows leave from.
    table.addEventListener('focusin', ({ target }) => {
      const day = target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-day]') : null;
      if (day) this.makeCurrent(day);
    });
  }

  private answer(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const from = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td[data-day]') : null;
    if (!from) return;
    const at = this.days.indexOf(from);
    const weekday = at % 7;
    const step = steps[event.key];
    if (step !== undefined) this.goTo(event, at + step, step);
    else if (event.key === 'Home') this.goTo(event, at - weekday, 0);
    else if (event.key === 'End') this.goTo(event, at - weekday + 6, 0);
    else if (event.key === 'PageUp') this.turn(event, 'prev');
    else if (event.key === 'PageDown') this.turn(event, 'next');
    else if ((event.key === 'Enter' || event.key === ' ') && event.target === from) this.open(event, from);
    else if (event.key === 'Escape' && event.target !== from) from.focus();
  }

  /** Past the first or the last day lies another month. */
  private goTo(event: KeyboardEvent, place: number, step: number): void {
    const day = this.days[place];
    if (!day) return step < 0 ? this.turn(event, 'prev') : this.turn(event, 'next');
    event.preventDefault();
    this.makeCurrent(day);
    day.focus();
  }

  private turn(event: KeyboardEvent, rel: 'prev' | 'next'): void {
    const link = document.querySelector<HTMLAnchorElement>(`.month-steps a[rel="${rel}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  }

  private open(event: KeyboardEvent, day: HTMLElement): void {
    const link = day.querySelector<HTMLAnchorElement>('a');
    if (!link) return;
    event.preventDefault();
    link.focus();
  }

  /** Only this day and its links are in the order of the page. */
  private makeCurrent(current: HTMLTableCellElement): void {
    for (const day of this.days) {
      const isCurrent = day === current;
      day.tabIndex = isCurrent ? 0 : -1;
      for (const link of day.querySelectorAll('a')) link.tabIndex = isCurrent ? 0 : -1;
    }
  }
}

customElements.define('es-month-grid', MonthGrid);
