import { css, html, LitElement } from 'lit';
import { live } from 'lit/directives/live.js';
import { problemOf, sendAccount } from '../sign-up.ts';

const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement ? target.value : '';

/** Its fields are in its shadow root. */
export class SignUpForm extends LitElement {
  static override properties = {
    name: { state: true },
    email: { state: true },
    again: { state: true },
    isTouched: { state: true },
  };

  static override styles = css`
    input {
      display: block;
      width: 320px;
      padding: 8px;
    }
  `;

  declare name: string;
  declare email: string;
  declare again: string;
  declare isTouched: boolean;

  constructor() {
    super();
    this.name = 'Anna';
    this.email = '';
    this.again = '';
    this.isTouched = false;
  }

  #send(event: Event) {
    event.preventDefault();
    sendAccount(this.email);
  }

  #field(key: 'name' | 'email' | 'again', label: string, type: string) {
    return html`<label>
      ${label}
      <input
        id=${key}
        name=${key}
        type=${type}
        .value=${live(this[key])}
        @input=${(event: Event) => (this[key] = valueOf(event))}
        @blur=${() => (this.isTouched = true)}
      />
    </label>`;
  }

  override render() {
    const problem = problemOf(this.email, this.again);
    return html`<form novalidate @submit=${(event: Event) => this.#send(event)}>
      ${this.#field('name', 'Name', 'text')} ${this.#field('email', 'E-mail', 'email')}
      ${this.#field('again', 'Repeat e-mail', 'email')}
      <p id="error">${this.isTouched ? problem : ''}</p>
      <p>You sign up as <output id="state">${this.email}</output></p>
      <button id="send" ?disabled=${problem !== ''}>Sign up</button>
    </form>`;
  }
}
