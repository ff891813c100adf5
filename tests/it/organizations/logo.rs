use portico_tests::{Actor, Answer, App};
use reqwest::Method;

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="200" height="50" fill="#0b7285"/></svg>"##;

async fn upload(owner: &Actor, file: &[u8]) -> Answer {
    owner
        .upload(Method::PUT, "/organization/logo", file.to_vec(), &[])
        .await
}

/// The path below `/api/v1` of the logo in an answer.
fn logo_path(organization: &Answer) -> String {
    let url = organization.body["logo_url"].as_str().unwrap_or_default();
    let (_, path) = url.split_once("/api/v1").expect("a logo's address");
    path.to_owned()
}

#[tokio::test]
async fn a_logo_is_kept_as_a_small_png_and_removed() {
    let app = App::start().await;
    let owner = app.sign_up("Logo").await;
    let first = upload(&owner, SVG.as_bytes()).await.expect(200);
    assert_eq!(first.header("etag"), "\"2\"");
    let shown = app.nobody().get(&logo_path(&first)).await.expect(200);
    assert_eq!(shown.header("content-type"), "image/png");
    assert_eq!(shown.bytes[..8], *b"\x89PNG\r\n\x1a\n");
    // Width and height of a PNG stand at its beginning.
    assert_eq!(shown.bytes[16..24], [0, 0, 1, 224, 0, 0, 0, 120]);

    let second = upload(&owner, &shown.bytes).await.expect(200);
    assert_ne!(logo_path(&first), logo_path(&second));
    let files = || {
        let folder = app.parts.config.data_dir.join("files");
        let folder = folder.join(
            owner.session["organization"]["id"]
                .as_str()
                .unwrap_or_default(),
        );
        std::fs::read_dir(folder.join("logo")).map_or(0, Iterator::count)
    };
    assert_eq!(files(), 1);

    let removed = owner.delete("/organization/logo").await.expect(200);
    assert!(removed.body["logo_url"].is_null());
    assert_eq!(files(), 0);
    app.nobody()
        .get("/public/portals/logo/logo")
        .await
        .refused(404, "not_found");
    owner.delete("/organization/logo").await.expect(200);
    app.stop().await;
}

#[tokio::test]
async fn what_is_no_logo_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("No logo").await;
    let with_text = SVG.replace("<rect", "<text>Hello</text><rect");
    for file in [b"hello".as_slice(), b"", with_text.as_bytes(), b"<svg"] {
        upload(&owner, file)
            .await
            .refused(422, "validation_failed")
            .names_field("/file");
    }
    upload(&owner, &vec![0; (1 << 20) + 1])
        .await
        .refused(413, "payload_too_large");
    let organization = owner.get("/organization").await.expect(200);
    assert_eq!(organization.body["version"], 1);
    app.nobody()
        .get("/public/portals/nowhere/logo")
        .await
        .refused(404, "not_found");
    app.stop().await;
}
