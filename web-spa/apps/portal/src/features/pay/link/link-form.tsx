import { Trans } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import type { LinkDetails } from '@portico/api/portal';
import { Day, DocumentNumber, LockIcon, Money } from '@portico/ui';
import { type FormEvent, useRef, useState } from 'react';
import { GatewayElement } from '../gateways/element';
import type { Billing, GatewayHandle } from '../gateways/gateway';
import { hasElement, publicKeyOf } from '../gateways/known';
import { Mandate } from '../mandate';
import { MethodChoice } from '../method-choice';
import classes from '../pay.module.css';
import { waysOf } from '../pay-way';
import { LinkProblem } from './link-problem';
import type { LinkKey } from './pay-link.query';
import { useStartLinkPayment } from './use-start-link-payment';

const NOBODY: Billing = { name: '', address: '', zip: '', country: '' };

interface LinkFormProps {
  link: LinkDetails;
  access: LinkKey;
  onPayment: (id: string | undefined) => void;
}

/** What, how much, how; the amount is the link's and stands on the button. */
export function LinkForm({ link, access, onPayment }: LinkFormProps) {
  const element = useRef<GatewayHandle>(null);
  const ways = waysOf(link.payment_options.filter(hasElement));
  const [way, setWay] = useState(ways[0]);
  const option = way?.option;
  const [agreed, setAgreed] = useState(false);
  const [complain, setComplain] = useState(false);
  const start = useStartLinkPayment({ access, element, onPayment });
  const { amount } = link;
  if (!amount) return null;

  function submit(event: FormEvent) {
    event.preventDefault();
    setComplain(true);
    if (!option || !amount || start.isPending || !element.current?.ready()) return;
    if (option.mandate && !agreed) return;
    start.mutate({ option, amount });
  }

  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <LinkSummary link={link} amount={amount} />
      {way && option ? (
        <>
          <MethodChoice ways={ways} value={way} onChange={setWay} />
          <GatewayElement
            key={way.key}
            way={option}
            ref={element}
            purpose="payment"
            billing={NOBODY}
            disabled={start.isPending}
            amount={amount}
            publicKey={publicKeyOf(option)}
          />
          {option.mandate ? (
            <Mandate text={option.mandate} accepted={agreed} invalid={complain && !agreed} onChange={setAgreed} />
          ) : null}
          <LinkProblem error={start.error} />
          <Button type="submit" size="lg" fullWidth loading={start.isPending}>
            <span>
              <Trans>
                Pay <Money value={amount} />
              </Trans>
            </span>
          </Button>
          {option.method === 'wallet' ? null : (
            <p className={classes.secure}>
              <LockIcon width={16} height={16} />
              <Trans>What you enter here goes to the payment provider only.</Trans>
            </p>
          )}
        </>
      ) : (
        <Text>
          <Trans>This cannot be paid online.</Trans>
        </Text>
      )}
      {link.payment_instructions ? (
        <details className={classes.more} open={!option}>
          <summary>
            <Trans>Pay in another way</Trans>
          </summary>
          <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-line' }}>
            {link.payment_instructions}
          </Text>
        </details>
      ) : null}
    </form>
  );
}

function LinkSummary({ link, amount }: { link: LinkDetails; amount: NonNullable<LinkDetails['amount']> }) {
  const { invoice, description } = link;
  return (
    <div>
      {invoice ? (
        <p className={classes.linkFor}>
          <Trans>
            Invoice <DocumentNumber>{invoice.number}</DocumentNumber>
          </Trans>
          <span className={classes.due}>
            <Trans>
              Due <Day value={invoice.due_date} />
            </Trans>
          </span>
        </p>
      ) : null}
      {description ? (
        <p className={classes.linkFor} dir="auto">
          {description}
        </p>
      ) : null}
      <p className={classes.total}>
        <span>
          <Trans>To pay now</Trans>
        </span>
        <Money value={amount} />
      </p>
      <p className={classes.note}>
        <Trans>No fees are added.</Trans>
      </p>
    </div>
  );
}
