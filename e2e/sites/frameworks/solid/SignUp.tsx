/** @jsxImportSource solid-js */
import { createMemo, createSignal } from 'solid-js';
import { problemOf, sendAccount } from '../sign-up.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onBlur: () => void;
}

function Field(props: FieldProps) {
  return (
    <label>
      {props.label}
      <input
        id={props.id}
        name={props.id}
        type={props.type}
        value={props.value}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        onBlur={() => props.onBlur()}
      />
    </label>
  );
}

export function SignUp() {
  const [name, setName] = createSignal('Anna');
  const [email, setEmail] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [isTouched, setTouched] = createSignal(false);
  const problem = createMemo(() => problemOf(email(), again()));
  const touch = () => setTouched(true);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    sendAccount(email());
  };
  return (
    <form onSubmit={send} noValidate>
      <Field id="name" label="Name" type="text" value={name()} onValue={setName} onBlur={touch} />
      <Field
        id="email"
        label="E-mail"
        type="email"
        value={email()}
        onValue={setEmail}
        onBlur={touch}
      />
      <Field
        id="again"
        label="Repeat e-mail"
        type="email"
        value={again()}
        onValue={setAgain}
        onBlur={touch}
      />
      <p id="error">{isTouched() && problem()}</p>
      <p>
        You sign up as <output id="state">{email()}</output>
      </p>
      <button id="send" disabled={problem() !== ''}>
        Sign up
      </button>
    </form>
  );
}
