import { Trans } from '@lingui/react/macro';
import type { PortalOrganization } from '@portico/api/portal';
import { AddressLines, GlobeIcon, MailIcon, Panel, PhoneIcon } from '@portico/ui';
import classes from './contact.module.css';

/** How to reach the business. */
export function Contact({ organization }: { organization: PortalOrganization }) {
  const { name, email, phone, website, address } = organization;
  return (
    <Panel title={<Trans>Questions?</Trans>}>
      <address className={classes.contact}>
        <div>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <AddressLines address={address} />
        </div>
        {email ? (
          <a href={`mailto:${email}`} className={classes.way}>
            <MailIcon />
            <bdi>{email}</bdi>
          </a>
        ) : null}
        {phone ? (
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className={classes.way}>
            <PhoneIcon />
            <bdi dir="ltr">{phone}</bdi>
          </a>
        ) : null}
        {website && /^https?:\/\//.test(website) ? (
          <a href={website} rel="noreferrer noopener" target="_blank" className={classes.way}>
            <GlobeIcon />
            <bdi>{website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</bdi>
          </a>
        ) : null}
      </address>
    </Panel>
  );
}
