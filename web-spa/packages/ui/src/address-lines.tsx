import { useFormat } from '@portico/i18n';

interface AddressValue {
  attention?: string | null;
  street?: string | null;
  street2?: string | null;
  city?: string | null;
  state?: string | null;
  zip?: string | null;
  country?: string | null;
}

/** An address as lines; empty parts leave no gaps. */
export function AddressLines({ address }: { address: AddressValue }) {
  const format = useFormat();
  const lines = [
    address.attention,
    address.street,
    address.street2,
    [address.zip, address.city].filter(Boolean).join(' '),
    address.state,
    address.country ? format.country(address.country) : null,
  ].filter((line): line is string => Boolean(line));
  return lines.map((line) => (
    <span key={line} style={{ display: 'block' }}>
      <bdi>{line}</bdi>
    </span>
  ));
}
