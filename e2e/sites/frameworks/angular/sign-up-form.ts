import { Component } from '@angular/core';
import {
  type AbstractControl,
  FormControl,
  FormGroup,
  ReactiveFormsModule,
  type ValidationErrors,
} from '@angular/forms';
import { problemOf, sendAccount } from '../sign-up.ts';

function isSound({ value }: AbstractControl<{ email: string; again: string }>) {
  const problem = problemOf(value.email, value.again);
  return problem === '' ? null : ({ problem } satisfies ValidationErrors);
}

@Component({
  selector: 'sign-up-form',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="send()">
      <label>Name <input id="name" formControlName="name" type="text" /></label>
      <label>E-mail <input id="email" formControlName="email" type="email" /></label>
      <label>Repeat e-mail <input id="again" formControlName="again" type="email" /></label>
      <p id="error">{{ form.touched ? form.errors?.['problem'] : '' }}</p>
      <p>
        You sign up as <output id="state">{{ form.value.email }}</output>
      </p>
      <button id="send" [disabled]="form.invalid">Sign up</button>
    </form>
  `,
})
export class SignUpForm {
  readonly form = new FormGroup(
    {
      name: new FormControl('Anna', { nonNullable: true }),
      email: new FormControl('', { nonNullable: true }),
      again: new FormControl('', { nonNullable: true }),
    },
    { validators: isSound },
  );

  send() {
    sendAccount(this.form.getRawValue().email);
  }
}
