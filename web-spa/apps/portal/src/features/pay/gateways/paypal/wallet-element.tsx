import { Trans } from '@lingui/react/macro';
import { useImperativeHandle } from 'react';
import classes from '../../pay.module.css';
import type { GatewayElementProps } from '../gateway';

/** Nothing is entered here: the payer agrees on PayPal's own page and is sent back. */
export default function WalletElement({ ref }: GatewayElementProps) {
  useImperativeHandle(ref, () => ({ ready: () => true, confirm: () => Promise.resolve() }), []);
  return (
    <p className={classes.note}>
      <Trans>You are taken to PayPal to agree, and then back here.</Trans>
    </p>
  );
}
