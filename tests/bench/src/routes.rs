//! The hot routes that read.

use anyhow::Result;

use crate::{
    caller::{Caller, Side},
    options::Size,
};

/// A route, and the paths below `/api/v1` by which it is asked, in turn.
pub struct Route {
    pub name: &'static str,
    pub side: Side,
    pub paths: Vec<String>,
    /// The most statements that it may send.
    pub statements: u32,
}

/// Every list, detail and home, with parameters that fit the data.
pub async fn reads(size: Size, staff: &mut Caller, customer: &mut Caller) -> Result<Vec<Route>> {
    let details = |side: &str, ids: &[String]| {
        ids.iter()
            .map(|id| format!("{side}/invoices/{id}"))
            .collect()
    };
    let office_ids = ids(staff, "").await?;
    let portal_ids = ids(customer, "/portal").await?;
    let buyer = small_customer(staff).await?;
    let number = format!("/invoices?q=bulk-{:09}", size.0 / 2);
    let office = |name, path: &str, statements| Route {
        name,
        side: Side::Office,
        paths: vec![path.to_owned()],
        statements,
    };
    let portal = |name, path: &str, statements| Route {
        side: Side::Portal,
        ..office(name, path, statements)
    };
    Ok(vec![
        office("Office: home", "/home", 8),
        office("Office: invoices", "/invoices", 4),
        office(
            "Office: overdue invoices by due date",
            "/invoices?status=overdue&sort=due_date",
            4,
        ),
        office("Office: drafts (rare)", "/invoices?status=draft", 4),
        office(
            "Office: a customer's invoices",
            &format!("/invoices?customer_id={buyer}"),
            4,
        ),
        office("Office: invoices, search by number", &number, 4),
        office(
            "Office: invoices, search by customer",
            "/invoices?q=customer%200000003",
            4,
        ),
        Route {
            name: "Office: invoice",
            side: Side::Office,
            paths: details("", &office_ids),
            statements: 4,
        },
        office("Office: customers", "/customers", 4),
        portal("Portal: home", "/portal/home", 8),
        portal("Portal: my invoices", "/portal/invoices", 4),
        portal(
            "Portal: my unpaid invoices",
            "/portal/invoices?status=unpaid",
            4,
        ),
        Route {
            name: "Portal: one of my invoices",
            side: Side::Portal,
            paths: details("/portal", &portal_ids),
            statements: 4,
        },
    ])
}

/// Invoices from all over the years.
pub async fn ids(caller: &mut Caller, side: &str) -> Result<Vec<String>> {
    let newest = caller.list(&format!("{side}/invoices?limit=1")).await?;
    let mut year: u32 = newest
        .first()
        .and_then(|row| row["date"].as_str()?.get(..4)?.parse().ok())
        .unwrap_or_default();
    let mut found = Vec::new();
    for _ in 0..3 {
        for month in ["03", "06", "09", "12"] {
            let path = format!("{side}/invoices?limit=100&date_to={year}-{month}-28");
            let rows = caller.list(&path).await?;
            found.extend(
                rows.iter()
                    .filter_map(|row| row["id"].as_str().map(str::to_owned)),
            );
        }
        year -= 1;
    }
    found.sort_unstable();
    found.dedup();
    anyhow::ensure!(!found.is_empty(), "there are no invoices");
    Ok(found)
}

async fn small_customer(staff: &mut Caller) -> Result<String> {
    let rows = staff.list("/customers?q=customer%200000003").await?;
    let id = rows.first().and_then(|row| row["id"].as_str());
    Ok(id.unwrap_or_default().to_owned())
}
