//! The back office's first page.

use actix_web::{get, web::Json};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    dto::{HomeCounts, OfficeHome, Receivable},
    store::{self, Sums},
};
use crate::{
    error::Result,
    http::{Staff, can},
    invoices, payments,
};

/// The routes of this slice.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_office_home);
}

/// The first page: receivables, recent payments, overdue invoices.
#[utoipa::path(tag = "home", responses((status = 200, body = OfficeHome)))]
#[get("/home")]
async fn get_office_home(staff: Staff<can::ViewInvoices>) -> Result<Json<OfficeHome>> {
    let (today, user) = (staff.today(), staff.session.user_id);
    let home = staff
        .read(async |tx| {
            let receivables = store::receivables(tx, today).await?;
            let counts = store::counts(tx, user).await?;
            let recent = payments::recent(tx, 5).await?;
            let overdue = invoices::longest_overdue(tx, today, 5).await?;
            Ok(OfficeHome {
                receivables: receivables.iter().map(receivable).collect(),
                recent_payments: payments::describe(tx, recent).await?,
                overdue_invoices: overdue
                    .into_iter()
                    .map(|invoice| invoices::summarise(invoice, today))
                    .collect(),
                counts: counts.map_or(
                    HomeCounts {
                        customers: 0,
                        invoices: 0,
                        failed_mails: 0,
                        unread_notifications: 0,
                    },
                    |counts| HomeCounts {
                        customers: counts.customers,
                        invoices: counts.invoices,
                        failed_mails: counts.failed_mails,
                        unread_notifications: counts.unread_notifications,
                    },
                ),
            })
        })
        .await?;
    Ok(Json(home))
}

fn receivable(sums: &Sums) -> Receivable {
    Receivable {
        currency: sums.currency.0,
        outstanding: sums.outstanding,
        overdue: sums.overdue,
        draft: sums.draft,
        invoices_open: sums.invoices_open,
        invoices_overdue: sums.invoices_overdue,
        received_30d: sums.received,
    }
}
