import { type SyntheticEvent, useState } from 'react';
import { problemOf, sendAccount } from '../sign-up.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Field({ id, label, type, value, onValue }: FieldProps) {
  return (
    <label>
      {label}
      <input
        id={id}
        name={id}
        type={type}
        value={value}
        onChange={(e) => onValue(e.target.value)}
      />
    </label>
  );
}

export function SignUp() {
  const [name, setName] = useState('Anna');
  const [email, setEmail] = useState('');
  const [again, setAgain] = useState('');
  const [isTouched, setTouched] = useState(false);
  const problem = problemOf(email, again);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    sendAccount(email);
  };
  return (
    <form onSubmit={send} onBlur={() => setTouched(true)} noValidate>
      <Field id="name" label="Name" type="text" value={name} onValue={setName} />
      <Field id="email" label="E-mail" type="email" value={email} onValue={setEmail} />
      <Field id="again" label="Repeat e-mail" type="email" value={again} onValue={setAgain} />
      <p id="error">{isTouched && problem}</p>
      <p>
        You sign up as <output id="state">{email}</output>
      </p>
      <button id="send" disabled={problem !== ''}>
        Sign up
      </button>
    </form>
  );
}
