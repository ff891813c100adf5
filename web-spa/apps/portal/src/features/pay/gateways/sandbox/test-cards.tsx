import { Trans, useLingui } from '@lingui/react/macro';
import { groupNumber } from './card';
import { TestNumbers } from './test-numbers';

export function TestCards({ onPick }: { onPick: (number: string) => void }) {
  const { t } = useLingui();
  const cards = [
    ['4242424242424242', t`Succeeds`],
    ['4000002760003184', t`The bank asks first`],
    ['4000008260003178', t`The bank asks, then not enough funds`],
    ['4000000000000002', t`Declined`],
    ['4000000000009995', t`Not enough funds`],
    ['4000000000000069', t`Expired card`],
    ['4000000000000101', t`Address cannot be verified`],
    ['4100000000000019', t`Stopped by the fraud filter`],
  ] as const;
  return <TestNumbers title={<Trans>Test card numbers</Trans>} numbers={cards} group={groupNumber} onPick={onPick} />;
}
