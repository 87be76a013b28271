/** @jsxImportSource solid-js */
import { render } from 'solid-js/web';
import { SignUp } from './SignUp.tsx';

const place = document.querySelector('#app');
if (place !== null) render(() => <SignUp />, place);
