import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { LockIcon, Money } from '@portico/ui';
import classes from './pay.module.css';

interface PayButtonProps {
  amount: number | null;
  currency: string;
  /** Something is entered, rather than paid with what is kept. */
  entering: boolean;
  busy: boolean;
}

/** The final amount stands on the button. */
export function PayButton({ amount, currency, entering, busy }: PayButtonProps) {
  return (
    <>
      <Button type="submit" size="lg" fullWidth loading={busy}>
        {amount === null ? (
          <Trans>Pay</Trans>
        ) : (
          <span>
            <Trans>
              Pay <Money value={{ amount, currency }} />
            </Trans>
          </span>
        )}
      </Button>
      {entering ? (
        <p className={classes.secure}>
          <LockIcon width={16} height={16} />
          <Trans>What you enter here goes to the payment provider only.</Trans>
        </p>
      ) : null}
    </>
  );
}
