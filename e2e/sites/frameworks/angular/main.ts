// Compiles the templates in the browser.
import '@angular/compiler';
import { bootstrapApplication } from '@angular/platform-browser';
import { SignUpForm } from './sign-up-form.ts';

await bootstrapApplication(SignUpForm);
