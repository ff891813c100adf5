use portico_tests::{Actor, Answer, App, json, makers};
use reqwest::Method;

async fn preview(owner: &Actor, file: &str, texts: &[(&str, &str)]) -> Answer {
    owner
        .upload(
            Method::POST,
            "/customers/import/preview",
            file.as_bytes().to_vec(),
            texts,
        )
        .await
}

#[tokio::test]
async fn columns_are_guessed_and_nothing_is_written() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let file = "\u{feff}Kunde;E-Mail;Vorname;PLZ;Land;Intern\r\nLindqvist;maja@lindqvist.example;Maja;10119;de;x\r\nBerg;;;;;\r\n";
    let shown = preview(&owner, file, &[]).await.expect(200).body;
    assert_eq!(
        shown["columns"],
        json!(["Kunde", "E-Mail", "Vorname", "PLZ", "Land", "Intern"])
    );
    assert_eq!(
        shown["mapping"],
        json!({ "Kunde": "display_name", "E-Mail": "email", "Vorname": "first_name", "PLZ": "billing_zip",
                "Land": "billing_country", "Intern": null })
    );
    assert_eq!(
        (shown["rows_total"].as_u64(), shown["rows_valid"].as_u64()),
        (Some(2), Some(2))
    );
    assert_eq!(shown["sample"][1]["values"]["display_name"], "Berg");
    assert!(shown["sample"][1]["values"]["email"].is_null());
    assert_eq!(shown["errors"], json!([]));
    assert!(shown["fields"].as_array().is_some_and(|fields| {
        fields.contains(&json!({ "name": "display_name", "required": true }))
    }));
    let list = owner
        .get("/customers?include_total=true")
        .await
        .expect(200)
        .body;
    assert_eq!(list["total"], 0);
    app.stop().await;
}

#[tokio::test]
async fn every_row_says_what_is_wrong() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    makers::customer(&owner, "Known").await;
    let file = "Name,Email,Currency,Terms,Country,Type\n\
                Fine,a@b.example,EUR,30,DE,company\n\
                ,nobody@b.example,XYZ,soon,Germany,club\n\
                Known,new@b.example,,,,\n\
                New,MAJA@known.example,,,,\n\
                Fine,c@b.example,,,,\n\
                Wide,d@b.example,,,,,surplus\n";
    let shown = preview(&owner, file, &[]).await.expect(200).body;
    assert_eq!(
        (shown["rows_total"].as_u64(), shown["rows_valid"].as_u64()),
        (Some(6), Some(1))
    );
    let found: Vec<_> = shown["errors"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|error| {
            (
                error["line"].as_u64(),
                error["column"].as_str(),
                error["code"].as_str(),
            )
        })
        .collect();
    for expected in [
        (3, Some("Name"), "required"),
        (3, Some("Currency"), "invalid"),
        (3, Some("Terms"), "invalid"),
        (3, Some("Type"), "invalid"),
        (3, Some("Country"), "invalid"),
        (4, Some("Name"), "duplicate"),
        (5, Some("Email"), "duplicate"),
        (6, Some("Name"), "duplicate"),
        (7, None, "columns"),
    ] {
        let expected = (Some(expected.0), expected.1, Some(expected.2));
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert_eq!(found.len(), 9, "{found:?}");
    let unnamed = preview(&owner, "Email\na@b.example\n", &[])
        .await
        .expect(200)
        .body;
    assert_eq!(unnamed["rows_valid"], 0);
    assert_eq!(unnamed["errors"][0]["code"], "required");
    app.stop().await;
}

#[tokio::test]
async fn what_is_no_such_file_is_refused() {
    let app = App::start().await;
    let owner = app.sign_up("Importing").await;
    let path = "/customers/import/preview";
    for file in [
        b"".to_vec(),
        b"a,b\nx,\xfcber\n".to_vec(),
        b"a,b,a\n".to_vec(),
        "a\n1\n".repeat(10_001).into_bytes(),
    ] {
        owner
            .upload(Method::POST, path, file, &[])
            .await
            .refused(422, "validation_failed")
            .names_field("/file");
    }
    owner
        .upload(Method::POST, path, vec![b'a'; (5 << 20) + 1], &[])
        .await
        .refused(413, "payload_too_large");
    owner
        .post(path, json!({}))
        .await
        .refused(415, "unsupported_media_type");
    for (mapping, pointer) in [
        ("nonsense", "/mapping"),
        (r#"{ "Nobody": "email" }"#, "/mapping/Nobody"),
        (r#"{ "Name": "shoe_size" }"#, "/mapping/Name"),
        (r#"{ "Name": "email", "Mail": "email" }"#, "/mapping"),
    ] {
        preview(&owner, "Name,Mail\n", &[("mapping", mapping)])
            .await
            .refused(422, "validation_failed")
            .names_field(pointer);
    }
    let swapped = [("mapping", r#"{ "Mail": "display_name", "Name": null }"#)];
    let shown = preview(&owner, "Name,Mail\nx,Lindqvist\n", &swapped)
        .await
        .expect(200)
        .body;
    assert_eq!(
        shown["sample"][0]["values"],
        json!({ "display_name": "Lindqvist" })
    );
    app.nobody()
        .upload(Method::POST, path, b"a\n".to_vec(), &[])
        .await
        .refused(401, "not_authenticated");
    app.stop().await;
}
