/** « Près de moi »: asks for the position only when the button is pressed, and says so when it is not given. */
export class NearMe extends HTMLElement {
  connectedCallback(): void {
    if (!('geolocation' in navigator) || this.firstChild) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button ghost';
    button.textContent = 'Près de moi';
    const status = document.createElement('p');
    status.className = 'field-hint';
    status.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      status.textContent = 'Votre navigateur demande votre accord…';
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => this.go(coords),
        () => (status.textContent = 'Position non donnée : choisissez plutôt une commune.'),
        { maximumAge: 600_000, timeout: 15_000 },
      );
    });
    this.append(button, status);
  }

  /** Three decimals are a hundred metres: enough to sort by distance, too little to tell a home. */
  private go({ latitude, longitude }: GeolocationCoordinates): void {
    const url = new URL(this.dataset['path'] ?? '/annuaire', location.href);
    url.searchParams.set('pres', `${latitude.toFixed(3)},${longitude.toFixed(3)}`);
    location.assign(url);
  }
}

customElements.define('es-near-me', NearMe);
