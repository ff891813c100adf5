import { useImperativeHandle } from 'react';
import type { GatewayChallengeProps } from '../gateway';
import { useChallenge } from './use-challenge';

export default function SandboxChallenge({ ref }: GatewayChallengeProps) {
  const { ask, dialog } = useChallenge('payment');
  useImperativeHandle(ref, () => ({ ask }));
  return dialog;
}
