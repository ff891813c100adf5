use portico_tests::{App, json};

use super::Person;

#[tokio::test]
async fn sessions_are_listed_and_ended_from_afar() {
    let app = App::start().await;
    let [staff, portal] = Person::of_both_sides(&app).await;
    let foreign = portal
        .actor
        .get("/portal/me/sessions")
        .await
        .expect(200)
        .body;
    let foreign = foreign["data"][0]["id"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    for person in [staff, portal] {
        let phone = person.elsewhere(&app, None).await;
        let tablet = person.elsewhere(&app, None).await;
        let path = format!("{}/sessions", person.me);
        let list = person.actor.get(&path).await.expect(200).body;
        let list = list["data"].as_array().expect("sessions");
        assert_eq!(list.len(), 3);
        assert_eq!(list.iter().filter(|row| row["current"] == true).count(), 1);
        assert!(list[0]["address"].is_string());

        let current = phone.get(&path).await.expect(200).body;
        let id = current["data"]
            .as_array()
            .and_then(|list| list.iter().find(|row| row["current"] == true))
            .and_then(|row| row["id"].as_str())
            .expect("the phone's session");
        person
            .actor
            .delete(&format!("{path}/{id}"))
            .await
            .expect(204);
        phone.get(person.me).await.refused(401, "not_authenticated");
        person
            .actor
            .delete(&format!("{path}/{id}"))
            .await
            .refused(404, "not_found");
        if person.me == "/me" {
            let path = format!("{path}/{foreign}");
            person.actor.delete(&path).await.refused(404, "not_found");
        }

        let others = format!("{path}/end-others");
        person.actor.post(&others, json!({})).await.expect(204);
        tablet
            .get(person.me)
            .await
            .refused(401, "not_authenticated");
        person.actor.get(person.me).await.expect(200);
    }
    app.stop().await;
}
