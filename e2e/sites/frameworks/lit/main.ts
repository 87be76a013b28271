import { SignUpForm } from './sign-up-form.ts';

customElements.define('sign-up-form', SignUpForm);
