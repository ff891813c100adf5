//! The one HTML page of an application, completed for this request.

use actix_web::HttpResponse;
use portico_domain::language::Language;
use serde_json::Value;

use super::assets::Built;
use crate::random;

const UNBUILT: &str = "<!doctype html><html lang=\"en\"><title>Portico</title><p>The pages have not been built: \
    run <code>make run</code>, or <code>npm run build</code> in <code>web-spa</code>.";

/// The page of `app` (`portal` or `office`) with its boot data.
pub fn page(app: &str, language: Language, mut boot: Value) -> HttpResponse {
    let Some(file) = Built::get(&format!("{app}/index.html")) else {
        return HttpResponse::ServiceUnavailable()
            .content_type("text/html; charset=utf-8")
            .body(UNBUILT);
    };
    let nonce = random::token();
    boot["csp_nonce"] = Value::from(nonce.clone());
    let direction = if language.is_rtl() { "rtl" } else { "ltr" };
    let html = String::from_utf8_lossy(&file.data)
        .replace(
            "<html lang=\"en\" dir=\"ltr\">",
            &format!("<html lang=\"{language}\" dir=\"{direction}\">"),
        )
        .replace("<!--portico-boot-->", &block(&boot, &nonce))
        .replace("__CSP_NONCE__", &nonce);
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("Content-Security-Policy", policy(app, &nonce)))
        .body(html)
}

/// JSON that cannot end its own script element, whatever names it holds.
fn block(boot: &Value, nonce: &str) -> String {
    let json = boot
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026");
    format!(
        "<script id=\"portico-boot\" type=\"application/json\" nonce=\"{nonce}\">{json}</script>"
    )
}

/// What Stripe's form takes, which customers pay with: its script, its frames, its server.
const STRIPE: [&str; 3] = [
    " https://js.stripe.com",
    " https://js.stripe.com https://hooks.stripe.com",
    " https://api.stripe.com",
];

/// Mantine sets style attributes, which a nonce cannot cover.
fn policy(app: &str, nonce: &str) -> String {
    let [script, frame, connect] = if app == "portal" { STRIPE } else { [""; 3] };
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}'{script}; style-src 'self' 'nonce-{nonce}'; \
         style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'{connect}; \
         worker-src 'self' blob:; frame-src 'self' blob:{frame}; frame-ancestors 'none'; base-uri 'none'; \
         form-action 'self'; object-src 'none'"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn only_the_portal_lets_the_payment_providers_form_in() {
        assert!(
            super::policy("portal", "n")
                .contains("script-src 'self' 'nonce-n' https://js.stripe.com;")
        );
        assert!(!super::policy("office", "n").contains("stripe"));
    }

    #[test]
    fn a_name_cannot_leave_the_boot_block() {
        let block = super::block(
            &json!({ "name": "</script><script>alert(1)</script>" }),
            "n",
        );
        assert_eq!(block.matches("</script>").count(), 1);
        assert_eq!(block.matches("<script").count(), 1);
    }
}
