//! Names that try to be more than names: in pages, in mails, in PDFs, and as pictures.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use portico_tests::{Actor, Answer, App, json, makers};
use reqwest::Method;

const HTML: &str = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&";
const MARKUP: &str = "#image(\"/etc/passwd\") $x^2$ *bold* @ref <label> = Head `raw` \\ // #{1+1}";

async fn page(app: &App, path: &str) -> String {
    let answer = reqwest::get(format!("{}{path}", app.base)).await;
    let page = answer.expect("a page").text().await;
    page.expect("a text")
}

#[tokio::test]
async fn a_name_stays_a_text_in_the_pages() {
    let app = App::start().await;
    let owner = app.sign_up("Pages").await;
    let change = json!({ "name": HTML, "banner_message": HTML });
    owner.patch("/organization", 1, change).await.expect(200);
    for path in [
        "/pages",
        "/pages/invoices",
        "/office/",
        "/</script><script>alert(1)</script>",
        "/pages/%3Cscript%3E",
    ] {
        let html = page(&app, path).await;
        assert!(
            !html.contains("alert(1)<") && !html.contains("<img src=x"),
            "{path}: {html}"
        );
    }
    // What the page starts with can be read as JSON, and holds the name whole.
    let html = page(&app, "/pages").await;
    if let Some((_, rest)) = html.split_once("id=\"portico-boot\"") {
        let json = rest
            .split_once('>')
            .and_then(|(_, rest)| rest.split_once("</script>"));
        let boot: portico_tests::Value =
            serde_json::from_str(json.expect("a script").0).expect("JSON");
        assert_eq!(boot["portal"]["organization_name"], HTML);
    } else {
        assert!(html.contains("have not been built"), "{html}");
    }
    app.stop().await;
}

#[tokio::test]
async fn a_name_stays_a_text_in_mails() {
    let app = App::start().await;
    let owner = app.sign_up("Mails").await;
    owner
        .patch("/organization", 1, json!({ "name": HTML }))
        .await
        .expect(200);
    let customer = json!({ "kind": "company", "display_name": HTML, "first_name": HTML, "last_name": "L", "email": "maja@mails.example" });
    let customer = owner.post("/customers", customer).await.expect(201).id();
    makers::invite(&app, &owner, &customer).await;
    let id = makers::draft(&owner, &customer, "1").await.id();
    let message = json!({ "message": format!("{HTML}\n\n<a href=\"javascript:alert(1)\">x</a>") });
    owner
        .post(&format!("/invoices/{id}/send"), message)
        .await
        .expect(200);
    for mail in app.mails("maja@mails.example", 2).await {
        let html = mail["html"].as_str().unwrap_or_default();
        assert!(
            !html.contains("<script") && !html.contains("<img src=x"),
            "{html}"
        );
        assert!(!html.contains("href=\"javascript:"), "{html}");
        assert!(
            html.contains("&lt;/script&gt;&lt;script&gt;alert(1)"),
            "{html}"
        );
    }
    app.stop().await;
}

/// The text of a PDF, without blanks: where lines break is the layout's affair.
fn pdf_text(pdf: &[u8]) -> String {
    let mut program = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext, of the package poppler-utils");
    let mut input = program.stdin.take().expect("an input");
    input.write_all(pdf).expect("pdftotext reads");
    drop(input);
    let output = program.wait_with_output().expect("pdftotext ends");
    assert!(output.status.success());
    compact(&String::from_utf8_lossy(&output.stdout))
}

fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

#[tokio::test]
async fn a_name_stays_a_text_in_pdfs() {
    let app = App::start().await;
    let owner = app.sign_up("Papers").await;
    owner
        .patch(
            "/organization",
            1,
            json!({ "name": MARKUP, "payment_instructions": MARKUP }),
        )
        .await
        .expect(200);
    let customer = json!({ "kind": "company", "display_name": MARKUP, "billing_address": { "street": MARKUP } });
    let customer = owner.post("/customers", customer).await.expect(201).id();
    let tax = makers::tax(&owner, MARKUP, "10", false).await;
    let invoice = json!({
        "customer_id": customer, "notes": MARKUP, "terms": MARKUP, "reference": MARKUP,
        "lines": [{ "name": MARKUP, "description": MARKUP, "unit": "#h", "quantity": "1", "rate": "1", "tax_id": tax }],
    });
    let id = owner.post("/invoices", invoice).await.expect(201).id();
    let pdf = owner.get(&format!("/invoices/{id}/pdf")).await.expect(200);
    let text = pdf_text(&pdf.bytes);
    let found = text.matches(&compact(MARKUP)).count();
    assert!(found >= 6, "{found} times in {text}");
    assert!(!text.contains("root:"), "{text}");
    app.stop().await;
}

async fn upload(owner: &Actor, file: Vec<u8>) -> Answer {
    owner
        .upload(Method::PUT, "/organization/logo", file, &[])
        .await
}

/// A PNG that claims to be of some size and holds next to nothing.
fn hollow_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    for chunk in [
        header,
        b"IDAT\x78\x9c\x03\x00\x00\x00\x00\x01".to_vec(),
        b"IEND".to_vec(),
    ] {
        let length = u32::try_from(chunk.len() - 4).expect("a small chunk");
        png.extend(length.to_be_bytes());
        png.extend(&chunk);
        png.extend(crc32(&chunk).to_be_bytes());
    }
    png
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc: u32, _| {
            (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg())
        })
    })
}

#[tokio::test]
async fn pictures_that_are_bombs_or_programs_are_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Pictures").await;
    let svg = |content: &str| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{content}</svg>"#).into_bytes()
    };
    let doubling: Vec<String> = (1..40)
        .map(|n| {
            format!(
                r##"<g id="g{n}"><use href="#g{0}"/><use href="#g{0}"/></g>"##,
                n - 1
            )
        })
        .collect();
    let laughs: Vec<String> = (1..20)
        .map(|n| format!("<!ENTITY e{n} '{}'>", format!("&e{};", n - 1).repeat(10)))
        .collect();
    let (doubling, laughs) = (doubling.concat(), laughs.concat());
    let outside = r#"<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&x;</title><path d="&x;"/></svg>"#;
    for (what, file) in [
        ("a huge picture", hollow_png(50_000, 50_000)),
        ("a wide picture", hollow_png(2_000_000_000, 1)),
        ("no size", hollow_png(0, 0)),
        ("a page", b"<!doctype html><script>alert(1)</script>".to_vec()),
        ("a PDF", b"%PDF-1.7".to_vec()),
        ("a picture elsewhere", svg(r#"<image href="http://127.0.0.1:1/x.png" width="9" height="9"/>"#)),
        ("a file", svg(r#"<image xlink:href="file:///etc/passwd" width="9" height="9"/>"#)),
        ("a page inside", svg("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject><text>x</text>")),
        ("doubling", svg(&format!(r##"<g id="g0"><rect width="1" height="1"/></g>{doubling}<use href="#g39"/>"##))),
        ("itself", svg(r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>"##)),
        ("a billion laughs", format!(r#"<!DOCTYPE svg [<!ENTITY e0 "ha">{laughs}]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>&e19;</title></svg>"#).into_bytes()),
        ("an entity elsewhere", outside.as_bytes().to_vec()),
    ] {
        let answer = upload(&owner, file).await;
        assert_eq!(answer.status, 422, "{what}: {}", answer.body);
        answer.names_field("/file");
    }
    assert!(owner.get("/organization").await.expect(200).body["logo_url"].is_null());
    app.stop().await;
}

#[tokio::test]
async fn of_a_drawing_only_the_pixels_are_kept() {
    let app = App::start().await;
    let owner = app.sign_up("Drawings").await;
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><style>@import url(http://127.0.0.1:1/x.css);</style><a href="javascript:alert(1)"><rect width="9" height="9" onclick="alert(1)"/></a></svg>"#;
    let answer = upload(&owner, svg.as_bytes().to_vec()).await;
    if answer.status != 422 {
        let url = answer.expect(200).body["logo_url"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let logo = reqwest::get(url).await.expect("a logo");
        assert_eq!(logo.headers()["content-type"], "image/png");
        assert_eq!(logo.headers()["x-content-type-options"], "nosniff");
        let bytes = logo.bytes().await.expect("a body");
        assert!(bytes.starts_with(b"\x89PNG") && !bytes.windows(5).any(|part| part == b"alert"));
    }
    app.stop().await;
}
