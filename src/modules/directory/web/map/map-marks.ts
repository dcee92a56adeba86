import { Marker, Popup, type Map as MapView } from 'maplibre-gl';

/** What the server answers for a viewport. */
export interface MapAnswer {
  /** Longitude, latitude, how many, and the zoom at which the group opens (0: never). */
  groups: [number, number, number, number][];
  /** Longitude, latitude, name, end of the address, colour. */
  points: [number, number, string, string, string | null][];
}

interface MarksOptions {
  isStill: boolean;
  /** Where links open, for a map shown inside another site. */
  target: string | undefined;
  /** What the addresses of points begin with. */
  home: string;
  /** What a group is made of: « structures ». */
  many: string;
}

/** Points and groups as real buttons: reached by the keyboard, read by a screen reader, styled by the stylesheet. */
export class MapMarks {
  private readonly map: MapView;
  private readonly options: MarksOptions;
  private shown = new Map<string, Marker>();
  private bySlug = new Map<string, HTMLElement>();
  private popup: Popup | undefined;

  constructor(map: MapView, options: MarksOptions) {
    this.map = map;
    this.options = options;
  }

  /** Shows these, keeping the marks that were there already, so that the focus stays where it is. */
  show({ groups, points }: MapAnswer): void {
    const next = new Map<string, Marker>();
    const keep = (key: string, lon: number, lat: number, make: () => HTMLElement): void => {
      const known = this.shown.get(key);
      this.shown.delete(key);
      next.set(key, known ?? new Marker({ element: make() }).setLngLat([lon, lat]).addTo(this.map));
    };
    for (const [lon, lat, count, opens] of groups)
      keep(`${lon} ${lat} ${count}`, lon, lat, () => this.group(lon, lat, count, opens));
    for (const [lon, lat, name, slug, hue] of points) keep(slug, lon, lat, () => this.point(lon, lat, name, slug, hue));
    for (const [key, gone] of this.shown) {
      gone.remove();
      this.bySlug.delete(key);
    }
    this.shown = next;
  }

  /** Makes a point stand out, or none. */
  highlight(slug: string | null): void {
    for (const [known, pin] of this.bySlug) pin.classList.toggle('lit', known === slug);
  }

  private group(lon: number, lat: number, count: number, opens: number): HTMLElement {
    const button = markButton(
      `map-mark map-group size-${Math.min(4, Math.floor(Math.log10(count)) + 1)}`,
      `${count} ${this.options.many}${opens ? ', rapprocher' : ' au même endroit'}`,
    );
    button.textContent = count >= 10_000 ? `${Math.round(count / 1000)} k` : String(count);
    button.addEventListener('click', () => {
      if (opens === 0)
        return this.tell(lon, lat, `${count} ${this.options.many} ici`, `/annuaire?pres=${lat},${lon}&rayon=1`);
      const view = { center: [lon, lat] as [number, number], zoom: opens + 0.3 };
      if (this.options.isStill) this.map.jumpTo(view);
      else this.map.easeTo({ ...view, duration: 400 });
    });
    return button;
  }

  private point(lon: number, lat: number, name: string, slug: string, hue: string | null): HTMLElement {
    const button = markButton(`map-mark map-pin${hue ? ` tone-${hue}` : ''}`, name);
    button.addEventListener('click', () => this.tell(lon, lat, name, `${this.options.home}${slug}`));
    this.bySlug.set(slug, button);
    return button;
  }

  /** A small window with one link. Takes the focus, gives it back when it closes; Escape closes it. */
  private tell(lon: number, lat: number, text: string, href: string): void {
    const from = document.activeElement;
    this.popup?.remove();
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    if (this.options.target) {
      link.target = this.options.target;
      link.rel = 'noopener';
    }
    const popup = new Popup({ offset: 14, maxWidth: '18rem' })
      .setLngLat([lon, lat])
      .setDOMContent(link)
      .addTo(this.map);
    popup.getElement()?.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') popup.remove();
    });
    popup.on('close', () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    });
    this.popup = popup;
    link.focus({ preventScroll: true });
  }
}

function markButton(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.setAttribute('aria-label', label);
  button.title = label;
  return button;
}
