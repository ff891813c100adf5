import type { PortalHome } from '@portico/api/portal';
import { Contact } from './contact';
import classes from './home-aside.module.css';
import { LastPayment } from './last-payment';
import { OurPeople } from './our-people';

/** What one looks up now and then; what is owed does not wait for it. */
export default function HomeAside({ home }: { home: PortalHome }) {
  return (
    <div className={classes.column}>
      {home.last_payment ? <LastPayment payment={home.last_payment} /> : null}
      <OurPeople people={home.contact_persons} />
      <Contact organization={home.organization} />
    </div>
  );
}
