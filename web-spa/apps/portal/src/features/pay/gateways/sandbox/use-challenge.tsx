import { answerSandboxChallenge } from '@portico/api/portal';
import { useState } from 'react';
import { Challenge } from './challenge';

/** Asks as the payer's bank does and tells the gateway the answer; a question left unanswered stays open there. */
export function useChallenge(purpose: 'payment' | 'setup') {
  const [answering, setAnswering] = useState<((approved: boolean | null) => void) | null>(null);

  async function ask(clientSecret: string): Promise<void> {
    const approved = await new Promise<boolean | null>((resolve) => setAnswering(() => resolve));
    setAnswering(null);
    if (approved !== null) await answerSandboxChallenge({ body: { client_secret: clientSecret, approved } });
  }

  return { ask, dialog: answering ? <Challenge purpose={purpose} onAnswer={answering} /> : null };
}
