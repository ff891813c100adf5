import type { GatewayElementProps } from '../gateway';
import { StripeElement } from './stripe-element';

export default function StripeAccountElement(props: GatewayElementProps) {
  return <StripeElement {...props} method="bank_debit" />;
}
