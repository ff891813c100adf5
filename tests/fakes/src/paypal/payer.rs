//! PayPal's own page, on which the payer agrees or goes back. A browser can use it.

use super::{books::Books, orders::Funds};

/// What a browser is shown, or where it is sent.
pub(super) enum Page {
    Html(String),
    Elsewhere(String),
}

impl Books {
    /// `/checkoutnow` shows the page; `/agree`, `/agree-declined` and `/back` are its buttons.
    pub(super) fn page(&mut self, path: &str, token: &str) -> Option<Page> {
        let order = self.orders.get(token)?;
        let join = if order.return_url.contains('?') {
            '&'
        } else {
            '?'
        };
        let agreed = format!("{}{join}token={token}&PayerID=FAKEPAYER", order.return_url);
        match path {
            "/checkoutnow" => Some(Page::Html(format!(
                "<!doctype html><title>Fake PayPal</title><h1>Fake PayPal</h1><p>{} {}</p>\
                 <p><a href=\"/agree?token={token}\">Pay now</a></p>\
                 <p><a href=\"/agree-declined?token={token}\">Pay with a bad card</a></p>\
                 <p><a href=\"/back?token={token}\">Cancel and return</a></p>",
                order.unit["amount"]["value"].as_str().unwrap_or_default(),
                order.unit["amount"]["currency_code"]
                    .as_str()
                    .unwrap_or_default(),
            ))),
            "/agree" | "/agree-declined" => {
                let funds = if path == "/agree" {
                    Funds::Good
                } else {
                    Funds::Declined
                };
                self.approve(token, funds);
                Some(Page::Elsewhere(agreed))
            }
            "/back" => Some(Page::Elsewhere(format!(
                "{}{join}token={token}",
                order.cancel_url
            ))),
            _ => None,
        }
    }
}
